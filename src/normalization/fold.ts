/**
 * Finds for each satellite (`aws_s3_bucket_versioning`) the resource that it configures: by reference, through the
 * resource that a literal came from, or by a name that is equal in the same Region and account.
 */
import { appendTo } from '../core/append-to.ts';
import type { NodeId } from '../core/ids.ts';
import type { Truth } from '../core/truth.ts';
import { scalar, type Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { arnForm, nameProperty } from './identity-of.ts';
import { locate } from './locate.ts';
import { ownRegion } from './own-region.ts';
import { wholeDocument } from './pointer.ts';
import { dialectOf } from './reading.ts';
import type { ResourceTable, Satellite } from './resource-table.ts';
import { satellitesOf, tableOf, type SatelliteOf } from './tables.ts';
import { valueKey } from './value-key.ts';

/** A satellite of one resource. `certain`: it is this resource's; otherwise it may also be another's. */
export interface Fold {
  readonly satellite: DeclaredResource;
  readonly rule: Satellite;
  readonly certain: boolean;
}

export interface Folding {
  readonly folds: ReadonlyMap<NodeId, readonly Fold[]>;
  /** Satellites that were folded for certain: they are no resources of their own. */
  readonly absorbed: ReadonlySet<NodeId>;
}

export function foldSatellites(resources: readonly DeclaredResource[]): Folding {
  const candidates = new Candidates(resources);
  const folds = new Map<NodeId, Fold[]>();
  const absorbed = new Set<NodeId>();
  for (const satellite of resources) {
    if (satellite.kind !== 'resource') continue;
    const found = satellitesOf(satellite.sourceType).flatMap((of) => {
      const meant = isMeant(satellite, of.rule);
      if (meant === 'no') return [];
      const { targets, certain } = candidates.targetsOf(satellite, of);
      return [{ rule: of.rule, targets, certain: certain && meant === 'yes' }];
    });
    const isCertain = found.some(({ targets, certain }) => certain && targets.length > 0);
    if (isCertain) absorbed.add(satellite.id);
    for (const { rule, targets, certain } of found) {
      if (!certain && (isCertain || standsForItself(satellite, rule))) continue;
      for (const target of targets) appendTo(folds, target, { satellite, rule, certain });
    }
  }
  return { folds, absorbed };
}

/** Whether the properties of this rule are what the satellite configures, by the argument that says so. */
function isMeant({ attributes }: DeclaredResource, { when }: Satellite): Truth {
  if (when === undefined) return 'yes';
  const value = attributes.entries.get(when.argument);
  if (value?.kind !== 'scalar') return 'unknown';
  return value.value === when.equals ? 'yes' : 'no';
}

type Within = NonNullable<Satellite['within']>;

interface Join {
  readonly type: string;
  readonly rule: Satellite;
  readonly value: Value;
}

/** One more item of a list, which is judged alone while its owner is not known. */
function standsForItself(satellite: DeclaredResource, { adds }: Satellite): boolean {
  return adds === true && tableOf(satellite) !== undefined;
}

interface Targets {
  readonly targets: readonly NodeId[];
  readonly certain: boolean;
}

const none: Targets = { targets: [], certain: true };
/** A satellite may name another satellite, which names the resource. */
const longestChain = 5;

class Candidates {
  readonly #byId = new Map<NodeId, DeclaredResource>();
  readonly #byName = new Map<string, NodeId[]>();
  readonly #byDeployment = new Map<string, NodeId[]>();

  constructor(resources: readonly DeclaredResource[]) {
    for (const resource of resources) {
      this.#byId.set(resource.id, resource);
      const table = resource.kind === 'resource' ? tableOf(resource) : undefined;
      if (table?.satellites === undefined) continue;
      appendTo(this.#byDeployment, `${table.type} ${resource.deployment}`, resource.id);
      const name = nameKey(resource, table);
      if (name === undefined) continue;
      appendTo(this.#byName, `${table.type} ${resource.scope} ${name}`, resource.id);
      appendTo(this.#byName, `${table.type} * ${name}`, resource.id);
    }
  }

  targetsOf(satellite: DeclaredResource, { table: { type }, rule }: SatelliteOf): Targets {
    const value = onlyItem(satellite.attributes.entries.get(rule.joinBy));
    if (value === undefined) return none;
    const found = this.#joined(satellite, { type, rule, value });
    return rule.within === undefined ? found : this.#onlyWithin(satellite, rule.within, found);
  }

  #joined(satellite: DeclaredResource, { type, rule, value }: Join): Targets {
    const referred = this.#referred(value, type, longestChain);
    if (referred !== undefined && rule.acrossRegions !== true) return { targets: [referred], certain: true };
    const arn = nameInArn(value, type);
    if (arn !== undefined) return this.#inRegion(type, arn);
    const key = valueKey(value) ?? '';
    const named = this.#byName.get(`${type} ${rule.acrossRegions === true ? '*' : satellite.scope} ${key}`) ?? [];
    const targets = this.#nearest(satellite, referred === undefined ? named : [referred, ...named]);
    if (targets.length > 0) return { targets, certain: true };
    if (!mayBeAny(value)) return none;
    return { targets: this.#byDeployment.get(`${type} ${satellite.deployment}`) ?? [], certain: false };
  }

  #onlyWithin(satellite: DeclaredResource, { argument, property, absent }: Within, found: Targets): Targets {
    const fallback = absent === undefined ? undefined : scalar(absent);
    const wanted = satellite.attributes.entries.get(argument) ?? fallback;
    const agreeing = found.targets.filter((id) => {
      const target = this.#byId.get(id);
      const table = target === undefined ? undefined : tableOf(target);
      const written = target === undefined || table === undefined ? undefined : propertyOf(target, table, property);
      const value = written ?? fallback;
      return wanted === undefined || value === undefined || !areDifferent(wanted, value);
    });
    return { targets: agreeing, certain: found.certain };
  }

  /** Copies of one code may use a name twice: what the satellite's own deployment declares comes first. */
  #nearest(satellite: DeclaredResource, ids: readonly NodeId[]): readonly NodeId[] {
    const own = ids.filter((id) => this.#byId.get(id)?.deployment === satellite.deployment);
    return [...new Set(own.length > 0 ? own : ids)];
  }

  /** The resource of a type that a value refers to, itself or through another satellite of it. */
  #referred(value: Value, type: string, chain: number): NodeId | undefined {
    const through = value.marks.via.find((id) => this.#isNamed(id, type, value));
    if (through !== undefined) return through;
    const id = referenceIn(value, type);
    const resource = id === undefined ? undefined : this.#byId.get(id);
    if (resource?.kind !== 'resource') return undefined;
    if (tableOf(resource)?.type === type) return resource.id;
    const satellite = satellitesOf(resource.sourceType).find(({ table }) => table.type === type);
    const next = satellite === undefined ? undefined : resource.attributes.entries.get(satellite.rule.joinBy);
    return next === undefined || chain === 0 ? undefined : this.#referred(next, type, chain - 1);
  }

  /** A text that came through a resource may be made of its name: only the very name stands for it. */
  #isNamed(id: NodeId, type: string, value: Value): boolean {
    const resource = this.#byId.get(id);
    const table = resource?.kind === 'resource' ? tableOf(resource) : undefined;
    return resource !== undefined && table?.type === type && nameKey(resource, table) === valueKey(value);
  }

  /** An ARN names the resource in its Region only; where either Region is not known, it may be meant. */
  #inRegion(type: string, { name, region }: NamedInArn): Targets {
    const possible: NodeId[] = [];
    for (const id of this.#byName.get(`${type} * ${JSON.stringify(name)}`) ?? []) {
      const resource = this.#byId.get(id);
      const own = resource === undefined ? undefined : ownRegion(resource);
      if (own?.kind !== 'scalar' || region === undefined) possible.push(id);
      else if (own.value === region) return { targets: [id], certain: true };
    }
    return { targets: possible, certain: possible.length === 0 };
  }
}

/** A list of one names one resource; a longer one has no single one to fold into. */
function onlyItem(value: Value | undefined): Value | undefined {
  return value?.kind === 'list' && value.items.length === 1 ? value.items[0] : value;
}

/** The resource whose attribute a value is, or whose id ends an ARN. */
function referenceIn(value: Value, type: string): NodeId | undefined {
  if (value.kind === 'reference') return value.resource;
  const prefix = arnForm(type)?.prefix;
  if (value.kind !== 'template' || prefix === undefined) return undefined;
  const [before, last] = value.parts.slice(-2);
  if (typeof before !== 'string' || typeof last === 'string' || last?.kind !== 'reference') return undefined;
  return before.endsWith(`:${prefix}`) ? last.resource : undefined;
}

interface NamedInArn {
  readonly name: string;
  /** Undefined when it is not known. */
  readonly region: string | undefined;
}

/** The name at the end of an ARN, whose other fields may be unknown. */
function nameInArn(value: Value, type: string): NamedInArn | undefined {
  const form = arnForm(type);
  const text = value.kind === 'scalar' ? value.value : value.kind === 'template' ? value.parts.at(-1) : undefined;
  if (form === undefined || form.prefix === '' || typeof text !== 'string') return undefined;
  const before = text.lastIndexOf(`:${form.prefix}`);
  if (before === -1) return undefined;
  const [arn, , , region] = value.kind === 'scalar' ? text.split(':') : [];
  return { name: text.slice(before + 1 + form.prefix.length), region: arn === 'arn' ? region : undefined };
}

/**
 * An input may stand for any resource of the deployment. A lookup or an unread module stands for what they hold
 * themselves, and a literal or a reference for something that this scan does not declare.
 */
function mayBeAny(value: Value): boolean {
  if (value.kind === 'template') return value.parts.some((part) => typeof part !== 'string' && part.kind === 'unknown');
  if (value.kind !== 'unknown') return false;
  const { code } = value.symbol.reason;
  return code !== 'data-source' && code !== 'unresolved-module';
}

function nameKey(resource: DeclaredResource, table: ResourceTable): string | undefined {
  const property = nameProperty(table.type);
  const value = property === undefined ? undefined : propertyOf(resource, table, property);
  return value === undefined ? undefined : valueKey(value);
}

function propertyOf(resource: DeclaredResource, table: ResourceTable, property: string): Value | undefined {
  const field = table.properties[property];
  if (field?.kind !== 'scalar') return undefined;
  const scope = { value: resource.attributes, place: wholeDocument };
  return locate(dialectOf(resource), scope, property, field.terraform).value;
}

/** Two literals, or attributes of two resources; whatever else may be the same. */
function areDifferent(left: Value, right: Value): boolean {
  if (left.kind === 'scalar' && right.kind === 'scalar') return left.value !== right.value;
  return left.kind === 'reference' && right.kind === 'reference' && left.resource !== right.resource;
}
