/** Reads properties by the fields of a table: values in the source's names become documents in AWS's names. */
import { assertNever } from '../core/assert-never.ts';
import { documentMap, type Document } from '../core/document.ts';
import type { Value } from '../core/value.ts';
import { defaultDocument } from './defaults.ts';
import type { ChoiceField, Field, Fields, ObjectField, ObjectsField, PairsField } from './fields.ts';
import { locate, namesOf, type Located, type Scope } from './locate.ts';
import { childPlace, itemPlace, type Place } from './pointer.ts';
import { readAttributes } from './read-attributes.ts';
import { readOwnRegion } from './read-own-region.ts';
import { readScalar } from './read-scalar.ts';
import type { Reading } from './reading.ts';
import { guarded, parseJson, toDocument } from './to-document.ts';

/** The properties of one object: by its fields, and in AWS's own names also those that the fields don't name. */
export function readFields(reading: Reading, fields: Fields, scope: Scope): Map<string, Document> {
  const documents = new Map<string, Document>();
  for (const [property, each] of Object.entries(fields)) {
    const document = readField(reading, each, scope, property);
    if (document !== undefined) documents.set(property, document);
  }
  if (reading.dialect !== 'terraform') readUnnamed(reading, fields, scope, documents);
  return documents;
}

function readUnnamed(reading: Reading, fields: Fields, scope: Scope, documents: Map<string, Document>): void {
  if (scope.value?.kind !== 'map') return;
  const named = new Set(Object.keys(fields).flatMap((property) => namesOf(reading.dialect, property)));
  for (const [key, value] of scope.value.entries) {
    if (named.has(key)) continue;
    const property = reading.propertyName(key);
    documents.set(property, toDocument(value, childPlace(scope.place, property, key), reading));
  }
}

export function readField(reading: Reading, each: Field, scope: Scope, property: string): Document | undefined {
  if (each.kind === 'object') return readObject(reading, each, scope, property);
  if (each.kind === 'own-region') return readOwnRegion(reading, childPlace(scope.place, property, 'region'));
  if (each.kind === 'attributes') return readAttributes(reading, each, scope, property);
  if (each.kind === 'objects' && each.around && reading.dialect === 'terraform') {
    return readOnly(reading, each, scope, property);
  }
  const located = locate(reading.dialect, scope, property, each.terraform);
  if (located.value === undefined) {
    return each.kind === 'objects' || each.kind === 'pairs' ? undefined : defaultDocument(reading, each, located.place);
  }
  return readWritten(reading, each, located.value, located.place);
}

function readWritten(
  reading: Reading,
  each: Exclude<Field, { kind: 'object' | 'own-region' | 'attributes' }>,
  value: Value,
  place: Place,
): Document {
  switch (each.kind) {
    case 'scalar':
      return readScalar(reading, each.type, value, place);
    case 'choice':
      return readChoice(reading, each, value, place);
    case 'objects':
      return readObjects(reading, each, value, place);
    case 'texts':
      return readTexts(reading, value, place);
    case 'pairs':
      return readPairs(reading, each, value, place);
    case 'map':
      return readMap(reading, value, place);
    case 'policy':
      return readPolicy(reading, value, place);
    default:
      return assertNever(each);
  }
}

function readChoice(reading: Reading, { choices }: ChoiceField, value: Value, place: Place): Document {
  const document = readScalar(reading, 'text', value, place);
  return typeof document === 'string' ? (choices.get(document) ?? document) : document;
}

function readObject(reading: Reading, each: ObjectField, scope: Scope, property: string): Document | undefined {
  const { value, place, block } = objectScope(reading, each, scope, property);
  if (value === undefined && each.whenWritten) return undefined;
  if (value !== undefined && value.kind !== 'map') return toDocument(value, place, reading);
  if (block !== undefined) reading.written(place, block);
  const members = readFields(reading, each.members, { value, place });
  if (block !== undefined) return guarded(block, documentMap(members));
  return members.size === 0 ? undefined : documentMap(members);
}

interface ObjectScope extends Located {
  /** The block or object in the source; undefined when nothing is written, or when members stand in the block around. */
  readonly block: Value | undefined;
}

function objectScope(reading: Reading, each: ObjectField, scope: Scope, property: string): ObjectScope {
  if (reading.dialect === 'terraform' && each.terraform === undefined) {
    const place = { ...childPlace(scope.place, property), name: scope.place.name };
    return { value: scope.value, place, block: undefined };
  }
  const located = locate(reading.dialect, scope, property, each.terraform);
  const block = firstBlock(located.value);
  return { value: block, place: located.place, block };
}

/** Terraform blocks of which only one is allowed are lists of one. */
function firstBlock(value: Value | undefined): Value | undefined {
  return value?.kind === 'list' ? value.items[0] : value;
}

function readObjects(reading: Reading, each: ObjectsField, value: Value, place: Place): Document {
  const items = value.kind === 'map' ? [value] : value.kind === 'list' ? value.items : undefined;
  if (items === undefined) return toDocument(value, place, reading);
  reading.written(place, value);
  const documents = items.map((item, index) => readItem(reading, each.members, item, itemPlace(place, index)));
  return guarded(value, Object.freeze(documents));
}

/** The one item whose members are arguments of the block around; absent when none of them is written. */
function readOnly(reading: Reading, each: ObjectsField, scope: Scope, property: string): Document | undefined {
  const place = { ...itemPlace(childPlace(scope.place, property), 0), name: scope.place.name };
  const members = readFields(reading, each.members, { value: scope.value, place });
  return members.size === 0 ? undefined : Object.freeze([documentMap(members)]);
}

function readItem(reading: Reading, members: Fields, item: Value, place: Place): Document {
  if (item.kind !== 'map') return toDocument(item, place, reading);
  reading.written(place, item);
  return guarded(item, documentMap(readFields(reading, members, { value: item, place })));
}

function readTexts(reading: Reading, value: Value, place: Place): Document {
  if (value.kind === 'unknown' || value.kind === 'map') return toDocument(value, place, reading);
  reading.written(place, value);
  const items = value.kind === 'list' ? value.items : [value];
  const texts = items.map((item, index) => readScalar(reading, 'text', item, itemPlace(place, index)));
  return guarded(value, Object.freeze(texts));
}

function readPairs(reading: Reading, each: PairsField, value: Value, place: Place): Document {
  if (value.kind !== 'map' || reading.dialect === 'cloudFormation') return toDocument(value, place, reading);
  reading.written(place, value);
  const pairs = [...value.entries].map(([key, member], index) => {
    const valuePlace = childPlace(itemPlace(place, index), each.value, key);
    return documentMap([
      [each.key, key],
      [each.value, readScalar(reading, 'text', member, valuePlace)],
    ]);
  });
  return guarded(value, Object.freeze(pairs));
}

function readMap(reading: Reading, value: Value, place: Place): Document {
  if (value.kind !== 'map') return toDocument(value, place, reading);
  reading.written(place, value);
  const entries: [string, Document][] = [];
  for (const [key, member] of value.entries) {
    entries.push([key, readScalar(reading, 'text', member, childPlace(place, key))]);
  }
  return guarded(value, documentMap(entries));
}

/** A policy's own keys are never renamed, and JSON text is read where all of it is known. */
function readPolicy(reading: Reading, value: Value, place: Place): Document {
  if (value.kind === 'scalar' && typeof value.value === 'string') {
    reading.written(place, value);
    return guarded(value, parseJson(value.value, reading) ?? value.value);
  }
  return toDocument(value, place, { ...reading, propertyName: (key) => key });
}
