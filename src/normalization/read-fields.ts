/** Reads properties by the fields of a table: values in the source's names become documents in AWS's names. */
import { assertNever } from '../core/assert-never.ts';
import { documentMap, SensitiveLeaf, UnknownLeaf, type Document } from '../core/document.ts';
import { jsonIn } from '../core/json-template.ts';
import { unknown, type Value } from '../core/value.ts';
import { defaultDocument } from './defaults.ts';
import {
  field,
  type ChoiceField,
  type ConvertedField,
  type Field,
  type Fields,
  type MapField,
  type NamedField,
  type ObjectField,
  type ObjectsField,
  type PairsField,
} from './fields.ts';

import { locate, namesOf, type Located, type Scope } from './locate.ts';
import { childPlace, childPointer, itemPlace, type Place } from './pointer.ts';
import { readAttributes } from './read-attributes.ts';
import { readOwnRegion } from './read-own-region.ts';
import { readScalar } from './read-scalar.ts';
import type { Reading } from './reading.ts';
import { guarded, parseJson, toDocument, type Notes } from './to-document.ts';
import { valueKey } from './value-key.ts';

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
  if (located.value === undefined || (each.kind === 'objects' && isNoBlock(reading, located.value))) {
    return 'absent' in each ? defaultDocument(reading, each, located.place) : undefined;
  }
  return readWritten(reading, each, located.value, located.place);
}

/** In Terraform's JSON an empty array may stand for no block at all: that is as if nothing were written. */
function isNoBlock({ dialect }: Reading, value: Value): boolean {
  return dialect === 'terraform' && value.kind === 'list' && value.items.length === 0;
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
    case 'converted':
      return readConverted(reading, each, value, place);
    case 'objects':
      return readObjects(reading, each, value, place);
    case 'named':
      return readNamed(reading, each, value, place);
    case 'texts':
      return readTexts(reading, value, place);
    case 'pairs':
      return readPairs(reading, each, value, place);
    case 'map':
      return readMap(reading, each, value, place);
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

function readConverted(reading: Reading, each: ConvertedField, value: Value, place: Place): Document {
  const document = readScalar(reading, each.type, value, place);
  const text = reading.dialect === 'terraform' && value.kind === 'scalar' ? value.value : undefined;
  if (typeof text !== 'string' || document instanceof SensitiveLeaf) return document;
  return each.convert(text) ?? document;
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

export function readItem(reading: Reading, members: Fields, item: Value, place: Place): Document {
  if (item.kind !== 'map') return toDocument(item, place, reading);
  reading.written(place, item);
  return guarded(item, documentMap(readFields(reading, members, { value: item, place })));
}

function readTexts(reading: Reading, value: Value, place: Place): Document {
  if (value.kind === 'unknown' || value.kind === 'map' || isListElsewhere(reading, value)) {
    return toDocument(value, place, reading);
  }
  reading.written(place, value);
  const items = value.kind === 'list' ? value.items : [value];
  const texts = items.map((item, index) => readScalar(reading, 'text', item, itemPlace(place, index)));
  return guarded(value, Object.freeze(texts));
}

/**
 * A list that something else has, such as the ids that a data source finds: any number of texts. Only CloudFormation takes
 * a single text for a list, and so an attribute there is one, unless its name is in the plural.
 */
function isListElsewhere({ dialect }: Reading, value: Value): boolean {
  if (value.kind !== 'reference') return false;
  return dialect !== 'cloudFormation' || /[^s]s$/u.test(value.attribute);
}

function readPairs(reading: Reading, each: PairsField, value: Value, place: Place): Document {
  if (value.kind === 'list' && reading.dialect === 'terraform') {
    return readObjects(reading, field.objects(pairMembers(each)), value, place);
  }
  if (value.kind !== 'map' || reading.dialect === 'cloudFormation') return toDocument(value, place, reading);
  reading.written(place, value);
  const pairs: Document[] = [...value.entries].map(([key, member], index) => {
    const valuePlace = childPlace(itemPlace(place, index), each.value, key);
    return documentMap([
      [each.key, key],
      [each.value, readScalar(reading, 'text', member, valuePlace)],
    ]);
  });
  if (value.rest !== undefined) pairs.push(new UnknownLeaf(value.rest));
  return guarded(value, Object.freeze(pairs));
}

/** Some pairs are blocks with a key and a value in Terraform, too. */
function pairMembers({ key, value }: PairsField): Fields {
  return {
    [key]: field.text({ terraform: key.toLowerCase() }),
    [value]: field.text({ terraform: value.toLowerCase() }),
  };
}

/** A map of which more may be there than is known is not known. */
function readMap(reading: Reading, { blocks }: MapField, value: Value, place: Place): Document {
  const entries = blocks !== undefined && reading.dialect === 'terraform' ? entriesOf(value, blocks) : value;
  reading.written(place, value);
  if (entries.kind !== 'map') return toDocument(entries, place, reading);
  if (entries.rest !== undefined) return new UnknownLeaf(entries.rest);
  const documents = [...entries.entries].map(([key, member]): [string, Document] => [
    key,
    readScalar(reading, 'text', member, childPlace(place, key)),
  ]);
  return guarded(value, documentMap(documents));
}

/** Blocks with a key and a value as a map; a key that is not known leaves the rest of the map open. */
function entriesOf(value: Value, blocks: { readonly key: string; readonly value: string }): Value {
  if (value.kind !== 'list') return value;
  const entries = new Map<string, Value>();
  for (const item of value.items) {
    const key = nameIn(item, blocks.key);
    const member = item.kind === 'map' ? item.entries.get(blocks.value) : undefined;
    if (key === undefined) return item.kind === 'unknown' ? item : openMap(value, blocks.key);
    if (member !== undefined) entries.set(key, member);
  }
  return { kind: 'map', entries, range: value.range, decidedAt: value.decidedAt, marks: value.marks };
}

function nameIn(item: Value, argument: string): string | undefined {
  const name = item.kind === 'map' ? item.entries.get(argument) : undefined;
  return name?.kind === 'scalar' && typeof name.value === 'string' ? name.value : undefined;
}

/** Something that lies under a name which is not known. */
function openMap(value: Value, argument: string): Value {
  const key = `${argument} in ${valueKey(value) ?? ''}`;
  return unknown(key, { code: 'derived', subject: `the ${argument} of a block`, cure: '' }, value.range, value.marks);
}

/** Blocks with a name become members of that name, as in CloudFormation. */
function readNamed(reading: Reading, each: NamedField, value: Value, place: Place): Document {
  reading.written(place, value);
  const items = reading.dialect === 'terraform' ? namedItems(value, each.name) : value;
  if (items.kind !== 'map') return toDocument(items, place, reading);
  if (items.rest !== undefined) return new UnknownLeaf(items.rest);
  const documents = [...items.entries].map(([name, item]): [string, Document] => [
    name,
    readItem(reading, each.members, item, { pointer: childPointer(place.pointer, name), name: place.name }),
  ]);
  return guarded(value, documentMap(documents));
}

function namedItems(value: Value, argument: string): Value {
  if (value.kind !== 'list') return value;
  const entries = new Map<string, Value>();
  for (const item of value.items) {
    const name = nameIn(item, argument);
    if (name === undefined) return item.kind === 'unknown' ? item : openMap(value, argument);
    entries.set(name, item);
  }
  return { kind: 'map', entries, range: value.range, decidedAt: value.decidedAt, marks: value.marks };
}

/** A policy's own keys are never renamed, and JSON text is read as far as it is known. */
function readPolicy(reading: Reading, value: Value, place: Place): Document {
  if (value.kind === 'scalar' && typeof value.value === 'string') {
    reading.written(place, value);
    return guarded(value, parseJson(value.value, reading) ?? value.value);
  }
  const ownKeys: Notes = { ...reading, propertyName: (key) => key };
  const data = value.kind === 'template' ? jsonIn(value) : undefined;
  if (data === undefined) return toDocument(value, place, ownKeys);
  const document = toDocument(data, place, ownKeys);
  reading.written(place, value);
  return guarded(value, document);
}
