/** The way back from AWS's property to the argument that sets it: its names in the source language, by the mapping tables. */
import type { Language } from '../evaluation/deployment.ts';
import type { Field, Fields, ObjectsField, TerraformName } from './fields.ts';
import { snakeCase } from './locate.ts';
import { pointerKeys } from '../core/pointer.ts';
import type { ResourceTable, Satellite } from './resource-table.ts';
import { tableOfType } from './tables.ts';

export interface SourceName {
  /** From the resource inwards: `['point_in_time_recovery', 'enabled']`. */
  readonly steps: readonly string[];
  /** What the tables say of the property; undefined where they don't name it. */
  readonly field: Field | undefined;
  /** The resource of its own that sets it. */
  readonly satellite: Satellite | undefined;
  /** What the steps lead to is a list of `{ Key, Value }`, and this the key of the one that is meant. */
  readonly attribute?: string;
}

/** What is asked about: a resource, or a part of one, with the type of the part. */
export interface Named {
  readonly language: Language;
  readonly sourceType: string;
  /** `AWS::DynamoDB::GlobalTable.ReplicaSpecification`; undefined for the resource itself. */
  readonly partType: string | undefined;
}

/** Every name under which a property may be written, the usual one first; none where the language has none. */
export function sourceNames(named: Named, keys: readonly string[]): readonly SourceName[] {
  const { language, sourceType, partType } = named;
  const table = tableOfType(language, sourceType);
  const own = table === undefined ? [] : namesWithin(table, partType, keys);
  if (language === 'cloudformation') {
    // A type that is read as another one has its properties elsewhere.
    const isOther = partType === undefined && table?.cloudFormation?.includes(sourceType) === true;
    return isOther ? [] : asIs(own, keys);
  }
  if (sourceType.startsWith('awscc_')) {
    const [name] = asIs(own, keys);
    return name === undefined ? [] : [{ ...name, steps: name.steps.map(snakeCase) }];
  }
  const beside = partType === undefined ? namesBeside(table, keys) : [];
  return [...beside, ...own].filter(({ steps }) => steps.length > 0);
}

/** In resources of their own that set a property as a whole. */
function namesBeside(table: ResourceTable | undefined, keys: readonly string[]): readonly SourceName[] {
  return (table?.satellites ?? [])
    .filter(({ adds, when }) => adds !== true && when === undefined)
    .flatMap((satellite) => namesIn(satellite.properties, keys).map((name) => ({ ...name, satellite })));
}

/** AWS's own name, unless only the API has it. */
function asIs([own]: readonly SourceName[], keys: readonly string[]): readonly SourceName[] {
  const field = own?.field;
  const isOfApi = field !== undefined && 'api' in field && field.api !== undefined;
  if (isOfApi) return [];
  if (own?.attribute === undefined) return [{ steps: keys, field, satellite: undefined }];
  return [{ steps: keys.slice(0, -1), field, satellite: undefined, attribute: own.attribute }];
}

/** A list's items may stand in the resource, or in one of its own that sets the list. */
function namesWithin(
  table: ResourceTable,
  partType: string | undefined,
  keys: readonly string[],
): readonly SourceName[] {
  if (partType === undefined) return namesIn(table.properties, keys);
  const at = table.parts?.find(({ type }) => type === partType)?.at;
  if (at === undefined) return [];
  const holders = [...(table.satellites ?? []), table].map(({ properties }) => properties);
  return holders.flatMap((fields) => namesIn(itemFields(fields, pointerKeys(at)), keys));
}

/** The fields of the items of a list; none where it is no such list. */
function itemFields(fields: Fields, keys: readonly string[]): Fields {
  let members = fields;
  for (const key of keys) {
    const field = Object.hasOwn(members, key) ? members[key] : undefined;
    if (field?.kind !== 'object' && field?.kind !== 'objects') return {};
    ({ members } = field);
  }
  return members;
}

/** Where the language gives no name, the steps are empty. The position of an item adds nothing to Terraform's name. */
function namesIn(fields: Fields, keys: readonly string[]): readonly SourceName[] {
  const [key = '', ...rest] = keys;
  const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
  if (field === undefined) return [];
  if (rest.length === 0) {
    const terraform = 'terraform' in field ? field.terraform : undefined;
    return namesOf(terraform).map((steps) => ({ steps, field, satellite: undefined }));
  }
  if (field.kind === 'attributes')
    return namesIn(field.keys, rest).map((name) => ({ ...name, attribute: rest[0] ?? '' }));
  if (field.kind === 'objects') return namesInItem(field, rest);
  if (field.kind !== 'object') return [];
  return namesInside(field.members, rest, [field.terraform === undefined ? [] : field.terraform.split('.')]);
}

/** @param keys the position of an item of the list, and what is meant in it */
function namesInItem(
  { members, around, terraform }: ObjectsField,
  [position = '', ...inItem]: readonly string[],
): readonly SourceName[] {
  const isRead = around || terraform !== undefined;
  return isRead && /^\d+$/u.test(position) ? namesInside(members, inItem, namesOf(terraform)) : [];
}

/** @param outers the names of what is around */
function namesInside(
  members: Fields,
  keys: readonly string[],
  outers: readonly (readonly string[])[],
): readonly SourceName[] {
  const names = namesIn(members, keys);
  return outers.flatMap((outer) =>
    names.map((name) => ({ ...name, steps: name.steps.length === 0 ? [] : [...outer, ...name.steps] })),
  );
}

function namesOf(name: TerraformName | undefined): readonly (readonly string[])[] {
  if (name === undefined) return [[]];
  return (typeof name === 'string' ? [name] : name).map((each) => each.split('.'));
}
