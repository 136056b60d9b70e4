/**
 * A declared resource in the shape of a plan: every argument and block of its type, what is not set null, empty or computed,
 * and beside the known values which ones are known only after the apply.
 */
import type { Value } from '../../../src/core/value.ts';
import type { DeclaredResource } from '../../../src/evaluation/declared-resource.ts';
import type { Json } from './configuration-json.ts';

/** Argument or block by its path in the type → its type: `string`, `set(string)`, `block:list`. */
export type Schema = Readonly<Record<string, string>>;

/** What the provider makes of an argument that is not set and that it may compute. */
export type Unset = 'null' | 'computed';

interface Planned {
  /** Undefined for what is not known. */
  readonly value: Json | undefined;
  /** `true`, or where in it; false when all is known. */
  readonly unknown: Json;
  readonly sensitive: Json;
}

/** Types whose id is a name, so that dr-lint knows it before it was planned: as if it was already there. */
const namedById = new Map([
  ['aws_s3_bucket', 'bucket'],
  ['aws_backup_vault', 'name'],
  ['aws_dynamodb_table', 'name'],
]);

export interface PlannedAttributes {
  readonly values: Json;
  readonly unknown: Json;
  readonly sensitive: Json;
}

export function plannedAttributes(resource: DeclaredResource, schema: Schema, unset: Unset): PlannedAttributes {
  const planned = plannedEntries(resource.attributes.entries, schema, '', unset);
  const values: Record<string, Json> = { ...planned.values };
  const unknown: Record<string, Json> = { ...planned.unknown };
  for (const name of ['id', 'arn']) if (!(name in values)) unknown[name] = true;
  const name = namedById.get(resource.sourceType);
  if (name !== undefined && values[name] !== undefined && values[name] !== null) {
    delete unknown['id'];
    values['id'] = values[name];
  }
  if ('tags' in schema) {
    const all = mergedTags(resource);
    if (all === undefined) unknown['tags_all'] = true;
    else values['tags_all'] = all;
  }
  if ('region' in schema && resource.region?.kind === 'scalar') values['region'] ??= resource.region.value;
  return { values, unknown, sensitive: planned.sensitive };
}

function mergedTags({ attributes, defaultTags }: DeclaredResource): Json | undefined {
  const own = attributes.entries.get('tags');
  const tags = [defaultTags, own].map((value) =>
    value === undefined ? undefined : planned(value, undefined, '', {}, 'null'),
  );
  if (tags.some((each) => each !== undefined && each.unknown !== false)) return undefined;
  return Object.assign({}, ...tags.map((each) => each?.value ?? {}));
}

interface PlannedEntries {
  readonly values: Record<string, Json>;
  readonly unknown: Record<string, Json>;
  readonly sensitive: Record<string, Json>;
}

function plannedEntries(
  entries: ReadonlyMap<string, Value>,
  schema: Schema,
  path: string,
  unset: Unset,
): PlannedEntries {
  const values: Record<string, Json> = {};
  const unknown: Record<string, Json> = {};
  const sensitive: Record<string, Json> = {};
  for (const [name, type] of namesAt(schema, path)) {
    if (entries.has(name) || ['id', 'arn', 'tags_all', 'region'].includes(name)) continue;
    // Blocks inside of blocks are never computed; required arguments are set.
    if (unset === 'computed' && path === '') unknown[name] = true;
    else values[name] = type.startsWith('block:') ? [] : null;
  }
  for (const [name, value] of entries) {
    const at = path === '' ? name : `${path}.${name}`;
    if (schema[at] === undefined) continue;
    const { value: known, unknown: open, sensitive: secret } = planned(value, schema[at], at, schema, unset);
    if (known !== undefined) values[name] = known;
    if (open !== false) unknown[name] = open;
    if (secret !== false) sensitive[name] = secret;
  }
  return { values, unknown, sensitive };
}

function namesAt(schema: Schema, path: string): readonly (readonly [string, string])[] {
  return Object.entries(schema).flatMap(([key, type]) => {
    const at = key.lastIndexOf('.');
    const parent = at === -1 ? '' : key.slice(0, at);
    return parent === path ? [[key.slice(at + 1), type] as const] : [];
  });
}

function planned(value: Value, type: string | undefined, path: string, schema: Schema, unset: Unset): Planned {
  const sensitive = value.marks.sensitive;
  switch (value.kind) {
    case 'scalar':
      return { value: converted(value.value, type), unknown: false, sensitive };
    case 'reference':
    case 'template':
    case 'unknown':
      return { value: undefined, unknown: true, sensitive };
    case 'map': {
      const isBlock = type?.startsWith('block:') === true;
      const members = isBlock
        ? plannedEntries(value.entries, schema, path, unset)
        : plannedMembers(value.entries, path, schema, unset);
      const isOpen = Object.keys(members.unknown).length > 0;
      return {
        value: members.values,
        unknown: isOpen ? members.unknown : false,
        sensitive: sensitive || members.sensitive,
      };
    }
    case 'list': {
      const items = value.items.map((item) => planned(item, type, path, schema, unset));
      const isOpen = items.some(({ unknown }) => unknown !== false);
      // A set of which a member is not known is not known at all.
      if (isOpen && type?.startsWith('set(') === true) return { value: undefined, unknown: true, sensitive };
      const isSecret = items.some((item) => item.sensitive !== false);
      return {
        value: items.map((item) => item.value ?? null),
        unknown: isOpen ? items.map((item) => item.unknown) : false,
        sensitive: sensitive || (isSecret && items.map((item) => item.sensitive)),
      };
    }
  }
}

function plannedMembers(
  entries: ReadonlyMap<string, Value>,
  path: string,
  schema: Schema,
  unset: Unset,
): PlannedEntries {
  const values: Record<string, Json> = {};
  const unknown: Record<string, Json> = {};
  const sensitive: Record<string, Json> = {};
  for (const [name, value] of entries) {
    const member = planned(value, undefined, path, schema, unset);
    if (member.value !== undefined) values[name] = member.value;
    if (member.unknown !== false) unknown[name] = member.unknown;
    if (member.sensitive !== false) sensitive[name] = member.sensitive;
  }
  return { values, unknown, sensitive };
}

/** The provider converts what is written to the type of the argument. */
function converted(value: string | number | boolean | null, type: string | undefined): Json {
  if (type === 'number' && typeof value === 'string') return Number(value);
  if (type === 'boolean' && typeof value === 'string') return value === 'true' || value === '1';
  return type === 'string' && value !== null ? String(value) : value;
}
