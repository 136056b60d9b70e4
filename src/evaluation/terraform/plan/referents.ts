/** Which resource instances an expression of a plan's configuration names: directly, or through variables, outputs and `each`. */
import { valueOf, type TemplateNode } from '../../../loaders/template-node.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';
import { namesIn, stepsOf } from './plan-expressions.ts';
import { keyIn, within, type InstanceKey, type PlanIndex, type PlannedModule, type PlanScope } from './plan-index.ts';

export interface Referent {
  readonly resource: PlannedResource;
  /** `arn`; undefined for the whole resource. */
  readonly attribute: string | undefined;
  /** As it is written: `aws_x.y.arn`. */
  readonly text: string;
}

export interface Referents {
  readonly all: readonly Referent[];
  /** The expression names nothing but these, at any step on the way to them. */
  readonly alone: boolean;
}

/** Calls, variables and outputs between a name and its resource. */
const furthest = 40;
const none: Referents = { all: [], alone: false };

const otherRoots: ReadonlySet<string> = new Set([
  'var',
  'local',
  'module',
  'each',
  'count',
  'path',
  'terraform',
  'self',
]);

export class ReferentFinder {
  readonly #index: PlanIndex;
  /** Of variables and outputs, by their addresses: many expressions come through the same ones. */
  readonly #found = new Map<string, Referents>();
  #depth = 0;

  constructor(index: PlanIndex) {
    this.#index = index;
  }

  of(expression: TemplateNode | undefined, scope: PlanScope): Referents {
    const names = namesIn(expression);
    // `aws_x.y[each.key].arn` is given by two names, `each.key` and `aws_x.y`: the key only chooses the instance.
    const meant = names.filter((name) => !ownKeys.has(name));
    const chosenBy = meant.length < names.length ? scope.key : undefined;
    const found = meant.map((name) => this.#resolve(name, scope, chosenBy));
    return { all: distinct(found.flatMap(({ all }) => all)), alone: found.length === 1 && isAlone(found[0], chosenBy) };
  }

  #resolve(name: string, scope: PlanScope, chosenBy: InstanceKey): Referents {
    const [root = '', ...rest] = stepsOf(name);
    switch (root) {
      case 'var':
        return this.#variable(rest, scope);
      case 'module':
        return this.#output(rest, scope, chosenBy);
      case 'each':
        return rest[0] === 'value' ? this.#each(rest.slice(1), scope) : none;
      default:
        return otherRoots.has(root) ? none : this.#resource(name, scope, chosenBy);
    }
  }

  /** What the call of this module passes for it. */
  #variable([name = '', ...steps]: readonly string[], { module }: PlanScope): Referents {
    const { call } = module;
    if (call === undefined) return none;
    const scope = { module: call.caller, block: call.block, key: call.key };
    const passed = this.#once(within(module.address, `var.${name}`), () =>
      this.of(valueOf(this.#index.plan.readExpressions(call.block?.expressions), name), scope),
    );
    return further(passed, steps);
  }

  #output([name = '', ...rest]: readonly string[], { module: caller }: PlanScope, chosenBy: InstanceKey): Referents {
    const [key, [output = '', ...steps]] = takeKey(rest);
    const module = this.#calledModule(name, key ?? chosenBy, caller);
    const at = module?.configuration?.outputs.get(output);
    if (module === undefined || at === undefined) return none;
    const given = this.#once(within(module.address, `output.${output}`), () =>
      this.of(this.#index.plan.readExpressions(at), { module, block: undefined, key: undefined }),
    );
    return further(given, steps);
  }

  #calledModule(name: string, key: InstanceKey, module: PlannedModule): PlannedModule | undefined {
    const call = module.configuration?.calls.get(name);
    if (call === undefined) return undefined;
    const isRepeated = call.count !== undefined || call.forEach !== undefined;
    return this.#index.module(within(module.address, `module.${name}${isRepeated ? suffixOf(key) : ''}`));
  }

  /** `for_each = aws_x.y` goes through the instances of y. */
  #each(steps: readonly string[], scope: PlanScope): Referents {
    const through = this.#index.plan.readExpressions(scope.block?.forEach);
    const found = this.of(through, { ...scope, block: undefined });
    const own = found.all.filter(({ resource, attribute }) => resource.key === scope.key && attribute === undefined);
    if (own.length === 1) return further({ all: own, alone: true }, steps);
    // Which of the values belongs to which key, a plan does not say.
    return { ...further(found, steps), alone: false };
  }

  #resource(text: string, { module }: PlanScope, chosenBy: InstanceKey): Referents {
    const all = stepsOf(text);
    const length = all[0] === 'data' ? 3 : 2;
    const [written, steps] = takeKey(all.slice(length));
    const instances = this.#index.instances(module, all.slice(0, length).join('.'));
    const chosen = instances.filter(({ key }) => key === (written ?? chosenBy));
    const meant = written !== undefined || chosen.length === 1 ? chosen : instances;
    const found = meant.map((resource) => ({ resource, attribute: undefined, text }));
    return further({ all: found, alone: found.length === 1 }, steps);
  }

  /** Remembered; nothing while it is being found out, or behind too many calls, variables and outputs. */
  #once(name: string, find: () => Referents): Referents {
    const known = this.#found.get(name);
    if (known !== undefined) return known;
    if (this.#depth >= furthest) return none;
    this.#found.set(name, none);
    this.#depth += 1;
    const found = find();
    this.#depth -= 1;
    this.#found.set(name, found);
    return found;
  }
}

const ownKeys: ReadonlySet<string> = new Set(['each.key', 'count.index']);

/** With a key beside it, an attribute may be a list that the key is an index of. */
function isAlone(found: Referents | undefined, chosenBy: InstanceKey): boolean {
  if (found?.alone !== true) return false;
  return chosenBy === undefined || found.all.every(({ attribute }) => attribute === undefined);
}

function distinct(referents: readonly Referent[]): readonly Referent[] {
  return [...new Map(referents.map((each) => [`${each.resource.address} ${each.attribute}`, each])).values()];
}

/** The attribute that further steps lead to, where it is not chosen yet. */
function further({ all, alone }: Referents, steps: readonly string[]): Referents {
  if (steps.length === 0) return { all, alone };
  const attribute = steps.join('.').replaceAll('.[', '[');
  return { all: all.map((each) => ({ ...each, attribute: each.attribute ?? attribute })), alone };
}

function takeKey(steps: readonly string[]): readonly [InstanceKey, readonly string[]] {
  const [first, ...rest] = steps;
  return first?.startsWith('[') === true ? [keyIn(first.slice(1, -1)), rest] : [undefined, steps];
}

function suffixOf(key: InstanceKey): string {
  return key === undefined ? '' : `[${JSON.stringify(key)}]`;
}
