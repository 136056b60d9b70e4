/** Tags in one shape: a set of keys and values that says whether it is complete, from lists, maps, blocks and provider defaults. */
import { documentMap, UnknownLeaf, type Document } from '../core/document.ts';
import type { Value } from '../core/value.ts';
import type { TagSet } from './normal-resource.ts';
import { childPlace, itemPlace, wholeDocument, type Place } from './pointer.ts';
import { readScalar } from './read-scalar.ts';
import { locate } from './locate.ts';
import { topScope, type Reading } from './reading.ts';
import type { TagProperty } from './resource-table.ts';

export const noTags: TagSet = Object.freeze({ values: documentMap([]), complete: true });

/** What is known of a set of tags while it is gathered. */
interface Gathered {
  readonly values: Map<string, Value>;
  /** Keys that are certainly there, with a value that others may have overridden. */
  readonly uncertain: Set<string>;
  complete: boolean;
}

/** The effective tags; they are also written into the draft as the type's own tag property. */
export function readTags(reading: Reading, table: TagProperty): TagSet {
  const { value, place } = locate(reading.dialect, topScope(reading), table.property, table.terraform);
  // CloudFormation's tags have been passed through like any property; here they get the same shape as Terraform's.
  reading.draft.remove(table.property);
  const gathered: Gathered = { values: new Map(), uncertain: new Set(), complete: true };
  if (value !== undefined) gatherOwn(gathered, value);
  if (reading.from.kind === 'data') gathered.complete = false;
  else if (table.withoutDefaults !== true) gatherDefaults(gathered, reading.from.defaultTags);
  if (value === undefined && gathered.values.size === 0 && gathered.complete) return noTags;
  if (value !== undefined) reading.written(place, value);
  return writeTags(reading, gathered, table, place);
}

/** Tags of a type that no table describes: `tags` or `Tags` in any of the usual shapes. */
export function readUsualTags(reading: Reading): TagSet {
  const value = locate(reading.dialect, topScope(reading), 'Tags', 'tags').value;
  const gathered: Gathered = { values: new Map(), uncertain: new Set(), complete: true };
  if (value !== undefined) gatherOwn(gathered, value);
  gatherDefaults(gathered, reading.from.defaultTags);
  const entries: [string, Document][] = [];
  for (const key of gathered.values.keys())
    entries.push([key, tagValue({ ...reading, written: () => undefined }, gathered, key, wholeDocument)]);
  return Object.freeze({ values: documentMap(entries), complete: gathered.complete });
}

function gatherOwn(gathered: Gathered, value: Value): void {
  if (value.kind === 'map') {
    for (const [key, member] of value.entries) gathered.values.set(key, member);
    if (value.rest !== undefined) gathered.complete = false;
    return;
  }
  if (value.kind !== 'list') {
    gathered.complete = false;
    return;
  }
  for (const item of value.items) gatherItem(gathered, item);
}

/** One `{ Key, Value }` of CloudFormation, or one `tag` block of an Auto Scaling group. */
function gatherItem(gathered: Gathered, item: Value): void {
  const key = item.kind === 'map' ? (item.entries.get('Key') ?? item.entries.get('key')) : undefined;
  const value = item.kind === 'map' ? (item.entries.get('Value') ?? item.entries.get('value')) : undefined;
  if (key?.kind !== 'scalar' || key.value === null || value === undefined) gathered.complete = false;
  else gathered.values.set(String(key.value), value);
}

/** Own tags win over the provider's; while own ones are not known, they may win over any. */
function gatherDefaults(gathered: Gathered, defaults: Value | undefined): void {
  if (defaults === undefined) return;
  if (defaults.kind !== 'map') {
    gathered.complete = false;
    return;
  }
  const mayBeOverridden = !gathered.complete;
  for (const [key, value] of defaults.entries) {
    if (gathered.values.has(key)) continue;
    gathered.values.set(key, value);
    if (mayBeOverridden) gathered.uncertain.add(key);
  }
  if (defaults.rest !== undefined) gathered.complete = false;
}

function writeTags(reading: Reading, gathered: Gathered, table: TagProperty, place: Place): TagSet {
  const keys = [...gathered.values.keys()].sort();
  const entries: [string, Document][] = [];
  const pairs: Document[] = [];
  for (const key of keys) {
    const pair = itemPlace(place, pairs.length);
    const at = table.form === 'map' ? childPlace(place, key) : childPlace(pair, 'Value', key);
    const value = tagValue(reading, gathered, key, at);
    entries.push([key, value]);
    pairs.push(
      documentMap([
        ['Key', key],
        ['Value', value],
      ]),
    );
  }
  const values = documentMap(entries);
  if (!gathered.complete)
    pairs.push(new UnknownLeaf({ key: `${reading.from.id}${place.pointer}`, reason: furtherTags }));
  const isUnknown = !gathered.complete && keys.length === 0;
  const property = table.form === 'map' && !isUnknown ? values : isUnknown ? pairs[0] : Object.freeze(pairs);
  if (property !== undefined) reading.draft.properties.set(table.property, property);
  return Object.freeze({ values, complete: gathered.complete });
}

const furtherTags = { code: 'derived', subject: 'further tags', cure: 'give the tags known keys and values' } as const;

function tagValue(reading: Reading, gathered: Gathered, key: string, place: Place): Document {
  const value = gathered.values.get(key);
  if (value === undefined || gathered.uncertain.has(key)) {
    const reason = { ...furtherTags, subject: `tag ${key}` };
    return new UnknownLeaf({ key: `${reading.from.id}/tags/${key}`, reason });
  }
  return readScalar(reading, 'text', value, place);
}
