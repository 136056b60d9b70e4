/** Functions of maps and objects. https://developer.hashicorp.com/terraform/language/functions */
import { list, map, scalar, type MapValue, type Value } from '../../../core/value.ts';
import { attributeOf } from '../expressions/access.ts';
import { compareText, sortedEntries } from '../values/collections.ts';
import { isNull } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { isWhollyKnown } from '../values/summary.ts';
import {
  refuse,
  takesAll,
  takesOne,
  takesThree,
  takesTwo,
  unknownCall,
  unmixed,
  type Call,
  type FunctionTable,
  type Result,
} from './function.ts';
import { anything, entries, listItems, optional, partialEntries, something, text, texts } from './parameters.ts';

/** Stands for an argument that was left out. */
const absent: Value = scalar(null);

export const mapFunctions: FunctionTable = {
  keys: takesOne(entries, (value) =>
    unmixed(list(sortedEntries(value).map(([key, entry]) => scalar(key, entry.range)))),
  ),
  lookup: takesThree([partialEntries, something, optional(anything, absent)], lookup),
  merge: takesAll(anything, 0, merge),
  transpose: takesOne(entries, transpose),
  values: takesOne(entries, (value) => unmixed(list(sortedEntries(value).map(([, entry]) => entry)))),
  zipmap: takesTwo(texts, listItems, (keys, values) => {
    if (keys.length !== values.length)
      return refuse(`For ${values.length} values there must be as many keys, not ${keys.length}.`);
    return unmixed(map(new Map(keys.map((key, at) => [key, values[at] ?? scalar(null)] as const))));
  }),
};

function lookup(value: MapValue, key: Value, fallback: Value, call: Call): Result {
  const given = fallback === absent ? [value, key] : [value, key, fallback];
  if (text.isOpen(key)) return sameForEveryKey(value, fallback) ?? unknownCall(given, call);
  const name = text.read(key);
  if (name === undefined) return refuse('The key must be a text.');
  const found = value.entries.get(name);
  if (found !== undefined) return unmixed(found);
  if (value.rest !== undefined) return unknownCall(given, call);
  return fallback === absent ? refuse('The map has no such key, and there is no default.') : unmixed(fallback);
}

/** Where every entry is what a missing one would be, the key does not matter. */
function sameForEveryKey(value: MapValue, fallback: Value): Result | undefined {
  if (fallback === absent || value.rest !== undefined) return undefined;
  const isSame = [...value.entries.values()].every((entry) => equals(entry, fallback) === 'yes');
  return isSame ? unmixed(fallback) : undefined;
}

/** Later entries win. After an unknown map every entry before it is unknown, and further ones may exist. */
function merge(values: readonly Value[], call: Call): Result {
  const maps = values.filter((value) => !isNull(value));
  if (maps.some((value) => value.kind === 'scalar' || value.kind === 'list' || value.kind === 'template'))
    return refuse('merge() takes maps and objects.');
  const [only, second] = maps;
  if (only !== undefined && second === undefined) return unmixed(only);
  const merged = new Map<string, Value>();
  for (const value of maps) {
    if (isOpenMap(value))
      for (const [key, entry] of merged)
        merged.set(key, attributeOf(unknownCall([entry, value], call), key, call.range, call.scope));
    if (value.kind === 'map') for (const [key, entry] of value.entries) merged.set(key, entry);
  }
  const result = map(merged);
  const unknowns = maps.filter((value) => isOpenMap(value));
  if (unknowns.length === 0) return unmixed(result);
  const rest = unknownCall(unknowns, call);
  return unmixed(rest.kind === 'unknown' ? { ...result, rest: rest.symbol } : result);
}

/** It may have entries that are not known. */
function isOpenMap(value: Value): boolean {
  return value.kind !== 'map' || value.rest !== undefined;
}

/** A map of lists of texts with keys and texts swapped. */
function transpose(value: MapValue, call: Call): Result {
  if (!isWhollyKnown(value)) return unknownCall([value], call);
  const turned = new Map<string, string[]>();
  for (const [key, members] of value.entries) {
    const names = texts.read(members);
    if (names === undefined) return refuse('transpose() takes a map of lists of texts.');
    for (const name of names) {
      const keys = turned.get(name);
      if (keys === undefined) turned.set(name, [key]);
      else keys.push(key);
    }
  }
  const lists = [...turned].map(
    ([name, keys]) => [name, list(keys.toSorted(compareText).map((key) => scalar(key)))] as const,
  );
  return map(new Map(lists));
}
