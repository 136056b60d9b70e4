/** A plan's resources by address, and its module instances with the part of the configuration that each was made from. */
import { appendTo } from '../../../core/append-to.ts';
import { nodeId, type NodeId } from '../../../core/ids.ts';
import { entryOf } from '../../../loaders/template-node.ts';
import type {
  ConfiguredBlock,
  ConfiguredCall,
  ModuleConfiguration,
} from '../../../loaders/terraform/plan-configuration.ts';
import type { PlanFile } from '../../../loaders/terraform/plan-json.ts';
import type { PlannedResource } from '../../../loaders/terraform/plan-resources.ts';

export type InstanceKey = string | number | undefined;

export interface PlannedModule {
  /** `module.a["k"]`; empty for the root. */
  readonly address: string;
  /** Undefined where the plan has no configuration of it. */
  readonly configuration: ModuleConfiguration | undefined;
  /** Undefined for the root. */
  readonly call: PlannedCall | undefined;
}

interface PlannedCall {
  readonly caller: PlannedModule;
  readonly block: ConfiguredCall | undefined;
  readonly key: InstanceKey;
}

/** Where an expression stands: its module, and what its block is repeated by. */
export interface PlanScope {
  readonly module: PlannedModule;
  readonly block: ConfiguredBlock | undefined;
  readonly key: InstanceKey;
}

const callInAddress = /module\.(?<name>[^.[]+)(?:\[(?<key>\d+|"(?:[^"\\]|\\.)*")\])?/gu;

export class PlanIndex {
  readonly plan: PlanFile;
  readonly deployment: string;
  readonly #byAddress = new Map<string, PlannedResource>();
  readonly #byBlock = new Map<string, PlannedResource[]>();
  readonly #modules = new Map<string, PlannedModule>();
  readonly #texts = new Map<string, string | undefined>();
  #named: ReadonlyMap<string, readonly PlannedResource[]> | undefined;

  constructor(plan: PlanFile, deployment: string) {
    this.plan = plan;
    this.deployment = deployment;
    for (const resource of [...plan.lookedUp, ...plan.resources]) this.#byAddress.set(resource.address, resource);
    for (const resource of this.#byAddress.values()) appendTo(this.#byBlock, blockAddress(resource), resource);
  }

  /** Each address once: a data source that is read again is planned as well as looked up. */
  resources(): Iterable<PlannedResource> {
    return this.#byAddress.values();
  }

  idOf({ address }: Pick<PlannedResource, 'address'>): NodeId {
    return nodeId(this.deployment, address);
  }

  at(address: string): PlannedResource | undefined {
    return this.#byAddress.get(address);
  }

  /** All instances of a block. @param name `aws_x.y` or `data.aws_x.y` */
  instances(module: PlannedModule, name: string): readonly PlannedResource[] {
    return this.#byBlock.get(within(module.address, name)) ?? [];
  }

  scopeOf(resource: PlannedResource): PlanScope {
    const module = this.module(resource.module);
    return { module, block: module.configuration?.resources.get(nameOf(resource)), key: resource.key };
  }

  module(address: string): PlannedModule {
    const known = this.#modules.get(address) ?? this.#makeModule(address);
    this.#modules.set(address, known);
    return known;
  }

  /** The text that an attribute will have; undefined for what is no text, or not known. */
  textOf(resource: PlannedResource, attribute: string): string | undefined {
    const name = `${resource.address} ${attribute}`;
    if (!this.#texts.has(name)) {
      this.#texts.set(name, this.plan.textAt(this.plan.membersAt(resource.values).get(attribute)));
    }
    return this.#texts.get(name);
  }

  /** The planned resource that exists under an ARN or a generated id, however it came where it stands. */
  namedBy(text: string): PlannedResource | undefined {
    if (!isUnmistakable(text)) return undefined;
    this.#named ??= this.#byIdentity();
    const named = this.#named.get(text) ?? [];
    // What configures a resource may bear its ARN as an id of its own, but is also told of it by another argument.
    const own = named.length > 1 ? named.filter((resource) => !this.#holdsElsewhere(resource, text)) : named;
    return own.length === 1 ? own[0] : undefined;
  }

  #byIdentity(): ReadonlyMap<string, readonly PlannedResource[]> {
    const named = new Map<string, PlannedResource[]>();
    for (const resource of this.#byAddress.values()) {
      if (resource.mode === 'data') continue;
      const members = this.plan.membersAt(resource.values);
      for (const text of new Set(identities.map((name) => this.plan.textAt(members.get(name))))) {
        if (text !== undefined && isUnmistakable(text)) appendTo(named, text, resource);
      }
    }
    return named;
  }

  #holdsElsewhere({ values }: PlannedResource, text: string): boolean {
    const members = [...this.plan.membersAt(values)].filter(([name]) => !identities.includes(name));
    return members.some(([, at]) => this.plan.textAt(at) === text);
  }

  /** Every attribute that the plan speaks of, set or not. */
  attributesIn({ values, unknown }: PlannedResource): ReadonlySet<string> {
    return new Set([...this.plan.membersAt(values).keys(), ...this.plan.membersAt(unknown).keys()]);
  }

  /** Whether the configuration gives an attribute; what it doesn't give, the provider computes. */
  isWritten(resource: PlannedResource, attribute: string): boolean {
    const { block } = this.scopeOf(resource);
    return entryOf(this.plan.readExpressions(block?.expressions), attribute) !== undefined;
  }

  #makeModule(address: string): PlannedModule {
    const last = [...address.matchAll(callInAddress)].at(-1);
    if (last === undefined) return { address: '', configuration: this.plan.configuration, call: undefined };
    const caller = this.module(address.slice(0, Math.max(0, last.index - 1)));
    const block = caller.configuration?.calls.get(last.groups?.['name'] ?? '');
    return { address, configuration: block?.module, call: { caller, block, key: keyIn(last.groups?.['key']) } };
  }
}

const identities: readonly string[] = ['arn', 'id'];

/**
 * ARNs, and ids that AWS makes up: two things never have the same.
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/resource-ids.html
 */
function isUnmistakable(text: string): boolean {
  return /^arn:[\w-]+:|^[a-z]{1,20}-[0-9a-f]{8,17}$/u.test(text);
}

/** `aws_x.y` or `data.aws_x.y`, as expressions beside it name it. */
export function nameOf({ mode, type, name }: PlannedResource): string {
  return mode === 'data' ? `data.${type}.${name}` : `${type}.${name}`;
}

export function within(module: string, name: string): string {
  return module === '' ? name : `${module}.${name}`;
}

function blockAddress(resource: PlannedResource): string {
  return within(resource.module, nameOf(resource));
}

/** `0` or `"a"` as it stands between brackets. */
export function keyIn(written: string | undefined): InstanceKey {
  if (written === undefined || !written.startsWith('"')) return written === undefined ? undefined : Number(written);
  return written.slice(1, -1).replaceAll(/\\(?<character>.)/gu, '$<character>');
}
