/** Functions of lists, sets and maps. https://developer.hashicorp.com/terraform/language/functions */
import { assertNever } from '../../../core/assert-never.ts';
import { and, or, type Truth } from '../../../core/truth.ts';
import { list, map, scalar, type MapValue, type Value } from '../../../core/value.ts';
import { attributeOf, itemAt } from '../expressions/access.ts';
import { maximumValueSize } from '../limits.ts';
import { setOf, sortedEntries } from '../values/collections.ts';
import { isNull, toBoolean, toNumber, toText } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { isWhollyKnown } from '../values/summary.ts';
import { keyOf } from '../values/symbols.ts';
import { takesAll, takesOne, takesThree, takesTwo, unknownCall, type Call, type FunctionTable } from './function.ts';
import { charactersOf } from './text.ts';
import { isZoneList } from './zones.ts';
import { anything, entries, integer, items, numbers, optional, text, texts } from './parameters.ts';

/** Stands for an argument that was left out. */
const absent: Value = scalar(null);

export const collectionFunctions: FunctionTable = {
  alltrue: takesOne(items, (values, call) => decided(and(...values.map((value) => truthOfItem(value))), values, call)),
  anytrue: takesOne(items, (values, call) => decided(or(...values.map((value) => truthOfItem(value))), values, call)),
  chunklist: takesTwo(items, integer, (values, size) => {
    if (size < 1) return undefined;
    const chunks: Value[] = [];
    for (let at = 0; at < values.length; at += size) chunks.push(list(values.slice(at, at + size)));
    return list(chunks);
  }),
  coalesce: takesAll(anything, coalesce),
  coalescelist: takesAll(anything, (lists, call) => {
    for (const each of lists) {
      if (each.kind === 'unknown' || each.kind === 'reference') return unknownCall(lists, call);
      if (each.kind === 'list' && each.items.length > 0) return each;
    }
    return undefined;
  }),
  compact: takesOne(items, (values, call) => {
    if (values.some((value) => value.kind === 'unknown')) return unknownCall([list(values)], call);
    return list(values.filter((value) => !isNull(value) && toText(value) !== ''));
  }),
  concat: takesAll(items, (lists) => list(lists.flat())),
  contains: takesTwo(items, anything, (values, wanted, call) =>
    decided(or(...values.map((value) => equals(value, wanted))), [list(values), wanted], call),
  ),
  distinct: takesOne(items, (values, call) =>
    values.length > 1 && !values.every((value) => isWhollyKnown(value))
      ? unknownCall([list(values)], call)
      : list(withoutDoubles(values)),
  ),
  element: takesTwo(anything, anything, element),
  flatten: takesOne(items, (values, call) => flattened(values, call)),
  index: takesTwo(items, anything, (values, wanted, call) => {
    for (const [at, value] of values.entries()) {
      const same = equals(value, wanted);
      if (same === 'yes') return at;
      if (same === 'unknown') return unknownCall([list(values), wanted], call);
    }
    return undefined;
  }),
  keys: takesOne(entries, (value) => list(sortedEntries(value).map(([key, entry]) => scalar(key, entry.range)))),
  length: takesOne(anything, length),
  lookup: takesThree([entries, text, optional(anything, absent)], (value, key, fallback) => {
    const found = value.entries.get(key) ?? fallback;
    return found === absent ? undefined : found;
  }),
  matchkeys: takesThree([items, items, items], (values, keys, wanted, call) => {
    if (![...keys, ...wanted].every((value) => isWhollyKnown(value)))
      return unknownCall([list(values), list(keys), list(wanted)], call);
    const found = new Set(wanted.map((value) => keyOf(value)));
    return list(values.filter((_, at) => found.has(keyOf(keys[at] ?? scalar(null)))));
  }),
  merge: takesAll(anything, merge),
  one: takesOne(items, (values) => (values.length > 1 ? undefined : (values[0] ?? null))),
  reverse: takesOne(items, (values) => list(values.toReversed())),
  setintersection: takesAll(items, ([first = [], ...others], call) => {
    const lists = [first, ...others].map((each) => list(each));
    if (!lists.every((each) => isWhollyKnown(each))) return unknownCall(lists, call);
    const keys = others.map((each) => new Set(each.map((value) => keyOf(value))));
    return setOf(first.filter((value) => keys.every((known) => known.has(keyOf(value)))));
  }),
  setproduct: takesAll(items, setProduct),
  setsubtract: takesTwo(items, items, (values, removed, call) => {
    if (![...values, ...removed].every((value) => isWhollyKnown(value)))
      return unknownCall([list(values), list(removed)], call);
    const gone = new Set(removed.map((value) => keyOf(value)));
    return setOf(values.filter((value) => !gone.has(keyOf(value))));
  }),
  setunion: takesAll(items, (lists) => setOf(lists.flat())),
  slice: takesThree([anything, integer, integer], slice),
  sum: takesOne(numbers, (values) => (values.length === 0 ? undefined : values.reduce((sum, value) => sum + value, 0))),
  transpose: takesOne(entries, transpose),
  values: takesOne(entries, (value) => list(sortedEntries(value).map(([, entry]) => entry))),
  zipmap: takesTwo(texts, items, (keys, values) =>
    keys.length === values.length
      ? map(new Map(keys.map((key, at) => [key, values[at] ?? scalar(null)] as const)))
      : undefined,
  ),
};

function truthOfItem(value: Value): Truth {
  const truth = toBoolean(value);
  if (truth !== undefined) return truth ? 'yes' : 'no';
  return value.kind === 'scalar' ? 'no' : 'unknown';
}

function decided(truth: Truth, args: readonly Value[], call: Call): Value | boolean {
  return truth === 'unknown' ? unknownCall(args, call) : truth === 'yes';
}

function withoutDoubles(values: readonly Value[]): readonly Value[] {
  const first = new Map<string, Value>();
  for (const value of values) if (!first.has(keyOf(value))) first.set(keyOf(value), value);
  return [...first.values()];
}

/** The first that is neither null nor an empty text; what only AWS can tell is surely neither. */
function coalesce(values: readonly Value[], call: Call): Value | undefined {
  for (const [at, value] of values.entries()) {
    if (value.kind === 'unknown') return unknownCall(values.slice(at), call);
    if (!isNull(value) && toText(value) !== '') return value;
  }
  return undefined;
}

function length(value: Value, call: Call): Value | number | undefined {
  switch (value.kind) {
    case 'list':
      // Unknown items of a set may be equal to others.
      return value.set && value.items.length > 1 && !isWhollyKnown(value)
        ? unknownCall([value], call)
        : value.items.length;
    case 'map':
      return value.rest === undefined ? value.entries.size : unknownCall([value], call);
    case 'scalar':
      return typeof value.value === 'string' ? charactersOf(value.value).length : undefined;
    case 'reference':
    case 'template':
    case 'unknown':
      return unknownCall([value], call);
    default:
      return assertNever(value);
  }
}

/** The item at an index that wraps round. */
function element(values: Value, index: Value, call: Call): Value | undefined {
  const at = toNumber(index);
  if (values.kind === 'unknown' || values.kind === 'reference') {
    // Item 0 never wraps; and no zone list is asked for more zones than its Region has.
    const isPlain = at === 0 || (at !== undefined && isZoneList(values));
    return isPlain ? itemAt(values, scalar(at), call.range, call.scope) : unknownCall([values, index], call);
  }
  if (values.kind !== 'list' || values.items.length === 0) return undefined;
  if (at === undefined) return index.kind === 'scalar' ? undefined : itemAt(values, index, call.range, call.scope);
  const count = values.items.length;
  return values.items[((at % count) + count) % count];
}

/** Items of an unknown list stand for themselves: `slice(x, 0, 2)` is `[x[0], x[1]]`. */
function slice(values: Value, start: number, end: number, call: Call): Value | undefined {
  if (start < 0 || end < start) return undefined;
  if (values.kind === 'list') return end > values.items.length ? undefined : list(values.items.slice(start, end));
  if (values.kind !== 'unknown' && values.kind !== 'reference') return undefined;
  if (end - start > maximumValueSize)
    return call.scope.run.atLimit(call.range, `a list has more than ${maximumValueSize} parts`);
  const taken: Value[] = [];
  for (let at = start; at < end; at += 1) taken.push(itemAt(values, scalar(at), call.range, call.scope));
  return list(taken);
}

function flattened(values: readonly Value[], call: Call): Value {
  const flat: Value[] = [];
  for (const value of values) {
    if (value.kind === 'unknown' || (value.kind === 'reference' && value.attribute !== '')) {
      // It may be a list of any length, or one item.
      return unknownCall([list(values)], call);
    }
    const inner = value.kind === 'list' ? flattened(value.items, call) : value;
    if (inner.kind === 'unknown') return inner;
    if (value.kind === 'list' && inner.kind === 'list') flat.push(...inner.items);
    else flat.push(value);
  }
  return list(flat);
}

/** Later entries win. After an unknown map every entry before it is unknown, and further ones may exist. */
function merge(values: readonly Value[], call: Call): Value | undefined {
  const merged = new Map<string, Value>();
  const unknowns: Value[] = [];
  for (const value of values) {
    if (isNull(value)) continue;
    if (value.kind === 'unknown' || value.kind === 'reference') {
      unknowns.push(value);
      for (const [key, entry] of merged)
        merged.set(key, attributeOf(unknownCall([entry, value], call), key, call.range, call.scope));
      continue;
    }
    if (value.kind !== 'map') return undefined;
    if (value.rest !== undefined) unknowns.push(value);
    for (const [key, entry] of value.entries) merged.set(key, entry);
  }
  const result = map(merged);
  if (unknowns.length === 0) return result;
  if (values.length === 1) return values[0];
  const rest = unknownCall(unknowns, call);
  return rest.kind === 'unknown' ? { ...result, rest: rest.symbol } : result;
}

function setProduct(lists: readonly (readonly Value[])[], { range, scope }: Call): Value | undefined {
  let count = 1;
  for (const each of lists) count *= each.length;
  if (lists.length < 2) return undefined;
  if (count * lists.length > maximumValueSize)
    return scope.run.atLimit(range, `a list has more than ${maximumValueSize} parts`);
  let rows: readonly (readonly Value[])[] = [[]];
  for (const each of lists) rows = rows.flatMap((row) => each.map((value) => [...row, value]));
  return list(rows.map((row) => list(row)));
}

function transpose(value: MapValue, call: Call): Value | undefined {
  if (!isWhollyKnown(value)) return unknownCall([value], call);
  const turned = new Map<string, Value[]>();
  for (const [key, members] of sortedEntries(value)) {
    if (members.kind !== 'list') return undefined;
    for (const member of members.items) {
      const name = toText(member);
      if (name === undefined) return undefined;
      turned.set(name, [...(turned.get(name) ?? []), scalar(key)]);
    }
  }
  return map(new Map([...turned].map(([name, keys]) => [name, list(keys)] as const)));
}
