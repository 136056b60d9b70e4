/**
 * Finds for each satellite (`aws_s3_bucket_versioning`) the resource that it configures: by reference, through the
 * resource that a literal came from, or by a name that is equal in the same Region and account.
 */
import type { NodeId } from '../core/ids.ts';
import type { Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { arnForm, nameProperty } from './identity-of.ts';
import { locate } from './locate.ts';
import { wholeDocument } from './pointer.ts';
import type { ResourceTable, Satellite } from './resource-table.ts';
import { satellitesOf, tableOf } from './tables.ts';
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
    for (const { table, rule } of satellitesOf(satellite.sourceType)) {
      const { targets, certain } = candidates.targetsOf(satellite, rule, table);
      if (certain && targets.length > 0) absorbed.add(satellite.id);
      for (const target of targets) append(folds, target, { satellite, rule, certain });
    }
  }
  return { folds, absorbed };
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
      append(this.#byDeployment, `${table.type} ${resource.deployment}`, resource.id);
      const name = nameKey(resource, table);
      if (name === undefined) continue;
      append(this.#byName, `${table.type} ${resource.scope} ${name}`, resource.id);
      append(this.#byName, `${table.type} * ${name}`, resource.id);
    }
  }

  targetsOf(satellite: DeclaredResource, rule: Satellite, table: ResourceTable): Targets {
    const value = satellite.attributes.entries.get(rule.joinBy);
    if (value === undefined) return none;
    const referred = this.#referred(value, table.type, longestChain);
    if (referred.length > 0 && rule.acrossRegions !== true) return { targets: referred, certain: true };
    const named = this.#named(satellite, rule, table.type, value);
    const targets = [...new Set([...referred, ...named])];
    if (targets.length > 0) return { targets, certain: true };
    if (!mayBeAny(value)) return none;
    return { targets: this.#byDeployment.get(`${table.type} ${satellite.deployment}`) ?? [], certain: false };
  }

  /** The resources of a type that a value refers to or came through. */
  #referred(value: Value, type: string, chain: number): readonly NodeId[] {
    const found: NodeId[] = [];
    for (const id of referencesOf(value)) {
      const resource = this.#byId.get(id);
      if (resource?.kind !== 'resource') continue;
      if (tableOf(resource)?.type === type) found.push(id);
      else if (chain > 0) found.push(...this.#throughSatellite(resource, type, chain));
    }
    return [...new Set(found)];
  }

  #throughSatellite(resource: DeclaredResource, type: string, chain: number): readonly NodeId[] {
    for (const { table, rule } of satellitesOf(resource.sourceType)) {
      const value = resource.attributes.entries.get(rule.joinBy);
      if (table.type === type && value !== undefined) return this.#referred(value, type, chain - 1);
    }
    return [];
  }

  #named(satellite: DeclaredResource, rule: Satellite, type: string, value: Value): readonly NodeId[] {
    const arn = value.kind === 'scalar' && typeof value.value === 'string' ? nameInArn(value.value, type) : undefined;
    const key = arn === undefined ? valueKey(value) : JSON.stringify(arn.name);
    if (key === undefined) return [];
    const anywhere = rule.acrossRegions === true || arn !== undefined;
    const named = this.#byName.get(`${type} ${anywhere ? '*' : satellite.scope} ${key}`) ?? [];
    return arn === undefined ? named : named.filter((id) => liesIn(this.#byId.get(id), arn.region));
  }
}

/** A literal ARN names the resource in its Region only; a resource whose Region is not known is not taken for it. */
function liesIn(resource: DeclaredResource | undefined, region: string): boolean {
  const own = resource?.region;
  return region === '' || (own?.kind === 'scalar' && own.value === region);
}

function nameInArn(text: string, type: string): { readonly region: string; readonly name: string } | undefined {
  const [arn, , service, region = '', , ...rest] = text.split(':');
  const form = arnForm(type);
  const resource = rest.join(':');
  if (arn !== 'arn' || form === undefined || service !== form.service || !resource.startsWith(form.prefix))
    return undefined;
  return { region, name: resource.slice(form.prefix.length) };
}

/** What a value refers to itself, or came through. */
function referencesOf(value: Value): readonly NodeId[] {
  const ids = [...value.marks.via];
  if (value.kind === 'reference') ids.push(value.resource);
  if (value.kind === 'template') {
    for (const part of value.parts) if (typeof part !== 'string' && part.kind === 'reference') ids.push(part.resource);
  }
  return ids;
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
  const field = property === undefined ? undefined : table.properties[property];
  if (property === undefined || field?.kind !== 'scalar') return undefined;
  const { value } = locate(
    'terraform',
    { value: resource.attributes, place: wholeDocument },
    property,
    field.terraform,
  );
  return value === undefined ? undefined : valueKey(value);
}

function append<K, V>(index: Map<K, V[]>, key: K, value: V): void {
  const known = index.get(key);
  if (known === undefined) index.set(key, [value]);
  else known.push(value);
}
