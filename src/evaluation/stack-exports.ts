/**
 * What the stacks of a run export to each other. They are opened when the first of them imports something; nothing is
 * declared here.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-stack-exports.html
 */
import { appendTo } from '../core/append-to.ts';
import type { UnknownReason, Value } from '../core/value.ts';
import type { Deployment } from '../discovery/deployment.ts';
import { entryOf, valueOf } from '../loaders/template-node.ts';
import { namedCondition } from './cloudformation/named-condition.ts';
import type { NestedStack, OtherStacks, Scope, SoughtOutput } from './cloudformation/scope.ts';
import { firstReason, identityOf } from './cloudformation/symbols.ts';
import { knownText } from './cloudformation/text.ts';

type OpenedStack = Pick<NestedStack, 'scope' | 'template'>;

interface Output {
  readonly stack: OpenedStack;
  readonly name: string;
}

/** Opens the template of a deployment; undefined where it could not be read. */
export type OpenStack = (deployment: Deployment, others: OtherStacks) => OpenedStack | undefined;

export class StackExports implements OtherStacks {
  readonly #deployments: readonly Deployment[];
  readonly #open: OpenStack;
  /** The outputs that were asked for: deployments of one template have values of their own. */
  readonly #values = new Map<OpenedStack, Map<string, Value | undefined>>();
  #index: Index | undefined;

  constructor(deployments: readonly Deployment[], open: OpenStack) {
    this.#deployments = deployments.filter(({ language }) => language === 'cloudformation');
    this.#open = open;
  }

  /** An export is unique in its Region and account, so one that is surely there is the one that is meant. */
  imported(name: string, scope: Scope): Value | undefined {
    const candidates = this.#indexed().exported.get(name) ?? [];
    const possible = candidates.filter(({ stack }) => !liesElsewhere(stack.scope, scope));
    const [only] = possible;
    return only !== undefined && possible.length === 1 && isBeside(only.stack.scope, scope)
      ? this.#valueOf(only)
      : undefined;
  }

  /** As code outside of CloudFormation looks it up in a Region. */
  exportedBy(name: string, region: string): Value | undefined {
    const candidates = this.#indexed().exported.get(name) ?? [];
    const regionOf = ({ stack }: Output): string | undefined => knownText(pseudo(stack.scope, 'AWS::Region'));
    const possible = candidates.filter((candidate) => (regionOf(candidate) ?? region) === region);
    const [only] = possible;
    const isCertain = only !== undefined && possible.length === 1 && regionOf(only) === region;
    return isCertain ? this.#valueOf(only) : undefined;
  }

  output({ stackName, outputName, region }: SoughtOutput, scope: Scope): Value | undefined {
    const named = this.#indexed().stacks.filter(
      (stack) => knownText(pseudo(stack.scope, 'AWS::StackName')) === stackName,
    );
    const there = named.filter((stack) =>
      region === undefined ? isBeside(stack.scope, scope) : knownText(pseudo(stack.scope, 'AWS::Region')) === region,
    );
    const [only] = there;
    return only !== undefined && there.length === 1 ? this.#valueOf({ stack: only, name: outputName }) : undefined;
  }

  cureFor(name: string): string {
    const index = this.#indexed();
    const [exporter] = index.exported.get(name) ?? [];
    if (exporter !== undefined) {
      const { path } = exporter.stack.template.file;
      return `${path} exports it: state in which Regions both are deployed, under "deployments" in .dr-lint.yaml.`;
    }
    const named = index.unnamed.find(({ ending }) => ending.length > 1 && name.endsWith(ending));
    if (named === undefined) return '';
    const stackName = name.slice(0, -named.ending.length);
    return `If ${named.path} exports it, state "stackName: ${stackName}" for it under "deployments" in .dr-lint.yaml.`;
  }

  #valueOf({ stack, name }: Output): Value | undefined {
    const node = valueOf(valueOf(valueOf(stack.template.root, 'Outputs'), name), 'Value');
    if (node === undefined || !exists(stack, name)) return undefined;
    const values = this.#values.get(stack) ?? new Map<string, Value | undefined>();
    this.#values.set(stack, values);
    if (!values.has(name)) {
      // While it is evaluated it has no value, which ends circles.
      values.set(name, undefined);
      const value = stack.scope.evaluate(node);
      values.set(name, value === undefined || isOwnTrouble(value) ? undefined : value);
    }
    return values.get(name);
  }

  #indexed(): Index {
    if (this.#index !== undefined) return this.#index;
    // Names of exports that are made of imports are not found while the index is made.
    this.#index = { stacks: [], exported: new Map(), unnamed: [] };
    const opened = this.#deployments.flatMap((deployment) => {
      const stack = this.#open(deployment, this);
      return stack === undefined ? [] : [{ deployment, stack, nested: nestedIn(stack) }];
    });
    const nestedPaths = new Set(opened.flatMap(({ nested }) => nested.map(({ template }) => template.file.path)));
    const deployed = opened.filter(
      ({ deployment }) => deployment.statedAt !== undefined || !nestedPaths.has(deployment.path),
    );
    this.#index = indexOf(deployed.flatMap(({ stack, nested }) => [stack, ...nested]));
    return this.#index;
  }
}

interface Index {
  readonly stacks: readonly OpenedStack[];
  readonly exported: ReadonlyMap<string, readonly Output[]>;
  /** Exports whose names only end in known text, as in `${AWS::StackName}-vpc`. */
  readonly unnamed: readonly { readonly path: string; readonly ending: string }[];
}

function indexOf(stacks: readonly OpenedStack[]): Index {
  const exported = new Map<string, Output[]>();
  const unnamed: { path: string; ending: string }[] = [];
  for (const stack of stacks) {
    const outputs = valueOf(stack.template.root, 'Outputs');
    for (const { key, value } of outputs?.kind === 'mapping' ? outputs.entries : []) {
      const node = valueOf(valueOf(value, 'Export'), 'Name');
      if (node === undefined || !mayExist(stack, key)) continue;
      const name = stack.scope.evaluate(node);
      const text = knownText(name);
      const ending = name?.kind === 'template' ? name.parts.at(-1) : undefined;
      if (text !== undefined) appendTo(exported, text, { stack, name: key });
      else if (typeof ending === 'string') unnamed.push({ path: stack.template.file.path, ending });
    }
  }
  return { stacks, exported, unnamed };
}

function nestedIn({ scope }: OpenedStack): readonly OpenedStack[] {
  return [...scope.resources.values()].flatMap((resource) => {
    const nested = scope.nested.open(resource, scope);
    return nested === undefined ? [] : [nested, ...nestedIn(nested)];
  });
}

function exists(stack: OpenedStack, output: string): boolean {
  return stack.scope.place.exists === 'yes' && conditionOf(stack, output) === 'yes';
}

function mayExist(stack: OpenedStack, output: string): boolean {
  return stack.scope.place.exists !== 'no' && conditionOf(stack, output) !== 'no';
}

function conditionOf({ scope, template }: OpenedStack, output: string): 'yes' | 'no' | 'unknown' {
  const condition = entryOf(valueOf(valueOf(template.root, 'Outputs'), output), 'Condition')?.value;
  return condition?.kind === 'scalar' ? namedCondition(condition.source, condition.range, scope).truth : 'yes';
}

function pseudo(scope: Scope, name: string): Value | undefined {
  return scope.pseudoParameters.get(name);
}

/** In one Region and, as far as anything says, in one account. */
function isBeside(one: Scope, other: Scope): boolean {
  const [own, others] = [pseudo(one, 'AWS::Region'), pseudo(other, 'AWS::Region')];
  return identityOf(own) === identityOf(others) && !liesElsewhere(one, other);
}

function liesElsewhere(one: Scope, other: Scope): boolean {
  return ['AWS::Region', 'AWS::AccountId'].some((name) => {
    const [own, others] = [knownText(pseudo(one, name)), knownText(pseudo(other, name))];
    return own !== undefined && others !== undefined && own !== others;
  });
}

/** What is wrong with an output is told of its own template, and known by another key there. */
const ownTroubles: readonly (UnknownReason['code'] | undefined)[] = ['invalid', 'unsupported', 'limit'];

function isOwnTrouble(value: Value): boolean {
  return ownTroubles.includes(firstReason([value])?.code);
}
