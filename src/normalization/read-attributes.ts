/**
 * Lists of `{ Key, Value }` with fixed keys, such as a load balancer's attributes: in CloudFormation a list in any order,
 * in Terraform one argument for each key. The result is sorted by key and complete with defaults in both.
 */
import { documentMap, UnknownLeaf, type Document } from '../core/document.ts';
import type { MapValue, Value } from '../core/value.ts';
import { defaultDocument, textOf } from './defaults.ts';
import type { AttributesField, ScalarField } from './fields.ts';
import { locate, type Located, type Scope } from './locate.ts';
import { childPlace, itemPlace, type Place } from './pointer.ts';
import { readScalar } from './read-scalar.ts';
import type { Reading } from './reading.ts';
import { toDocument } from './to-document.ts';

interface Attribute {
  readonly key: string;
  readonly field: ScalarField | undefined;
  readonly located: Located;
}

export function readAttributes(
  reading: Reading,
  each: AttributesField,
  scope: Scope,
  property: string,
): Document | undefined {
  const place = childPlace(scope.place, property);
  if (reading.dialect === 'terraform')
    return listOf(reading, fromArguments(each, scope), { ...place, name: scope.place.name });
  const { value } = locate(reading.dialect, scope, property, undefined);
  const attributes = fromList(reading, each, value, place);
  if (attributes !== undefined) return listOf(reading, attributes, place);
  return value === undefined ? undefined : toDocument(value, place, reading);
}

function fromArguments(each: AttributesField, scope: Scope): readonly Attribute[] {
  return Object.entries(each.keys).map(([key, field]) => ({
    key,
    field,
    located: locate('terraform', scope, key, field.terraform),
  }));
}

/** Undefined when some key is not known: then any of them may be written. */
function fromList(
  reading: Reading,
  each: AttributesField,
  value: Value | undefined,
  place: Place,
): readonly Attribute[] | undefined {
  const written = new Map<string, Value | undefined>();
  if (value !== undefined && value.kind !== 'list') return undefined;
  for (const item of value?.items ?? []) {
    const key = item.kind === 'map' ? keyOf(item) : undefined;
    if (key === undefined || item.kind !== 'map') return undefined;
    written.set(key, member(reading, item, 'Value'));
  }
  const keys = new Set([...written.keys(), ...Object.keys(each.keys)]);
  return [...keys].map((key) => ({
    key,
    field: Object.hasOwn(each.keys, key) ? each.keys[key] : undefined,
    located: { value: written.get(key), place: { ...place, name: `${place.name}.${key}` } },
  }));
}

function keyOf(item: MapValue): string | undefined {
  const key = item.entries.get('Key') ?? item.entries.get('key');
  return key?.kind === 'scalar' && typeof key.value === 'string' ? key.value : undefined;
}

function member(reading: Reading, item: MapValue, property: string): Value | undefined {
  return item.entries.get(reading.dialect === 'awscc' ? property.toLowerCase() : property);
}

function listOf(reading: Reading, attributes: readonly Attribute[], place: Place): Document | undefined {
  const items: Document[] = [];
  const sorted = [...attributes].sort((left, right) => (left.key < right.key ? -1 : 1));
  for (const { key, field, located } of sorted) {
    const at = { pointer: `${itemPlace(place, items.length).pointer}/Value`, name: located.place.name };
    const value = valueOf(reading, field, located.value, at);
    if (value === undefined) continue;
    items.push(
      documentMap([
        ['Key', key],
        ['Value', value],
      ]),
    );
  }
  return items.length === 0 ? undefined : Object.freeze(items);
}

function valueOf(
  reading: Reading,
  field: ScalarField | undefined,
  value: Value | undefined,
  place: Place,
): Document | undefined {
  if (value !== undefined) return readScalar(reading, 'text', value, place);
  const fallback = field === undefined ? undefined : defaultDocument(reading, field, place);
  return fallback === undefined || fallback instanceof UnknownLeaf ? fallback : textOf(fallback);
}
