/** Functions of lists, and of sets where Terraform takes them for lists. https://developer.hashicorp.com/terraform/language/functions */
import { assertNever } from '../../../core/assert-never.ts';
import { and, or, type Truth } from '../../../core/truth.ts';
import { list, scalar, type ListValue, type Value } from '../../../core/value.ts';
import { itemAt } from '../expressions/access.ts';
import { maximumValueSize } from '../limits.ts';
import { compareText } from '../values/collections.ts';
import { convertScalar, isNull, toBoolean, toText } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { isWhollyKnown } from '../values/summary.ts';
import { keyOf } from '../values/symbols.ts';
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
  type Refusal,
  type Result,
  type TerraformFunction,
} from './function.ts';
import {
  anything,
  hasUnknownLength,
  integer,
  items,
  listItems,
  listOrSet,
  orderedItems,
  something,
} from './parameters.ts';
import { charactersOf, isSurelyFilled, isSurelyText } from './text.ts';
import { isRefusal, unified } from './unify.ts';
import { isZoneList } from './zones.ts';

export const listFunctions: FunctionTable = {
  alltrue: ofBooleans(and),
  anytrue: ofBooleans(or),
  chunklist: takesTwo(orderedItems, integer, chunked),
  coalesce: takesAll(anything, 1, firstFilled),
  coalescelist: takesAll(anything, 1, firstFilledList),
  compact: takesOne(orderedItems, compacted),
  concat: takesAll(listItems, 1, (lists) => unmixed(list(lists.flat()))),
  contains: takesTwo(items, anything, (values, wanted, call) => {
    const truth = or(...values.map((value) => equals(value, wanted)));
    return truth === 'unknown' ? unknownCall([list(values), wanted], call) : truth === 'yes';
  }),
  distinct: takesOne(orderedItems, (values, call) => {
    const converted = unified(values, call);
    if (isRefusal(converted)) return converted;
    const different = new Map<string, Value>();
    for (const value of converted) if (!different.has(keyOf(value))) different.set(keyOf(value), value);
    const isDecided = different.size === 1 || isWhollyKnown(list(converted));
    return isDecided ? list([...different.values()]) : unknownCall([list(values)], call);
  }),
  element: takesTwo(something, something, element),
  flatten: takesOne(listOrSet, (value, call) => flattened(value) ?? unknownCall([value], call)),
  index: takesTwo(listItems, something, indexOf),
  length: takesOne(something, length),
  matchkeys: takesThree([orderedItems, orderedItems, orderedItems], matchingKeys),
  one: takesOne(orderedItems, (values) => {
    const [only = null, second] = values;
    return second === undefined ? unmixed(only) : refuse('one() takes a list of no more than one item.');
  }),
  reverse: takesOne(orderedItems, (values) => unmixed(list(values.toReversed()))),
  slice: takesThree([something, integer, integer], slice),
  sort: takesOne(something, sorted),
};

/** Null counts as false. */
function ofBooleans(combine: (...truths: readonly Truth[]) => Truth): TerraformFunction {
  return takesOne(items, (values, call) => {
    const truths: Truth[] = [];
    for (const value of values) {
      const truth = isNull(value) ? false : toBoolean(value);
      const isOpen = value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template';
      if (truth === undefined && !isOpen) return refuse(`${call.name}() takes a list of booleans.`);
      truths.push(truth === undefined ? 'unknown' : truth ? 'yes' : 'no');
    }
    const decided = combine(...truths);
    return decided === 'unknown' ? unknownCall([list(values)], call) : decided === 'yes';
  });
}

/** A size of 0 gives one chunk with everything. */
function chunked(values: readonly Value[], size: number, call: Call): Result {
  if (size < 0) return refuse('The size of a chunk must not be negative.');
  const converted = unified(values, call);
  if (isRefusal(converted)) return converted;
  const step = size === 0 ? Math.max(1, values.length) : size;
  const chunks: Value[] = [];
  for (let at = 0; at < converted.length; at += step) chunks.push(list(converted.slice(at, at + step)));
  return unmixed(list(chunks));
}

/** The first that is neither null nor an empty text. */
function firstFilled(values: readonly Value[], call: Call): Result {
  const converted = unified(values, call);
  if (isRefusal(converted)) return converted;
  for (const [at, value] of converted.entries()) {
    const isOpen = value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template';
    if (isOpen && !isSurelyFilled(value)) return unknownCall(values.slice(at), call);
    if (!isNull(value) && toText(value) !== '') return unmixed(value);
  }
  return refuse('All arguments of coalesce() are null or empty.');
}

function firstFilledList(lists: readonly Value[], call: Call): Result {
  if (lists.some((value) => !mayBeList(value))) return refuse('The arguments of coalescelist() must be lists.');
  for (const [at, each] of lists.entries()) {
    if (each.kind === 'unknown' || each.kind === 'reference') return unknownCall(lists.slice(at), call);
    if (each.kind === 'list' && each.items.length > 0) return unmixed(each);
  }
  return refuse('All lists of coalescelist() are empty.');
}

function mayBeList(value: Value): boolean {
  if (value.kind === 'list') return !value.set;
  return value.kind === 'unknown' || value.kind === 'reference' || isNull(value);
}

/** Without nulls and empty texts. */
function compacted(values: readonly Value[], call: Call): Result {
  const converted = asTexts(values);
  if (converted === undefined) return notTexts(call);
  if (converted.some((value) => value.kind !== 'scalar' && !isSurelyFilled(value)))
    return unknownCall([list(values)], call);
  return list(converted.filter((value) => !isNull(value) && toText(value) !== ''));
}

/** Numbers and booleans as texts; undefined where there are lists or maps. */
function asTexts(values: readonly Value[]): readonly Value[] | undefined {
  if (values.some((value) => value.kind === 'list' || value.kind === 'map')) return undefined;
  return values.map((value) => (value.kind === 'scalar' ? (convertScalar(value, 'string') ?? value) : value));
}

function notTexts({ name }: Call): Refusal {
  return refuse(`${name}() takes a list of texts, numbers and booleans.`);
}

/** The item at an index that wraps round at both ends. */
function element(values: Value, index: Value, call: Call): Result {
  const at = integer.isOpen(index) ? undefined : integer.read(index);
  if (at === undefined && index.kind === 'scalar') return refuse('The index must be a whole number.');
  if (values.kind === 'unknown' || values.kind === 'reference') return elementOfUnknown(values, index, at, call);
  if (values.kind !== 'list' || values.set) return refuse('element() takes a list.');
  const count = values.items.length;
  if (count === 0) return refuse('The list is empty.');
  if (at === undefined) return itemAt(values, index, call.range, call.scope);
  return unmixed(values.items[((at % count) + count) % count] ?? null);
}

/**
 * Item 0 never wraps, nor does the index of what has as many instances; and no zone list is asked for more zones than its
 * Region has.
 */
function elementOfUnknown(values: Value, index: Value, at: number | undefined, call: Call): Value {
  const isPlain = at === 0 || (at !== undefined && at > 0 && isZoneList(values));
  if (isPlain) return itemAt(values, scalar(at), call.range, call.scope);
  const inStep = call.scope.run.openExpansions.get(keyOf(values))?.keySymbol === keyOf(index);
  return inStep ? itemAt(values, index, call.range, call.scope) : unknownCall([values, index], call);
}

/** All items of all lists inside; undefined where something unknown may be a list, too. */
function flattened(value: ListValue): ListValue | undefined {
  if (hasUnknownLength(value)) return undefined;
  const flat: Value[] = [];
  for (const item of value.items) {
    if (item.kind === 'unknown') return undefined;
    if (item.kind === 'reference' && item.attribute !== '' && !isSurelyText(item)) return undefined;
    const inner = item.kind === 'list' ? flattened(item) : undefined;
    if (item.kind === 'list' && inner === undefined) return undefined;
    flat.push(...(inner?.items ?? [item]));
  }
  return list(flat);
}

function indexOf(values: readonly Value[], wanted: Value, call: Call): Result {
  for (const [at, value] of values.entries()) {
    const same = equals(value, wanted);
    if (same === 'yes') return at;
    if (same === 'unknown') return unknownCall([list(values), wanted], call);
  }
  return refuse('The list has no such item.');
}

function length(value: Value, call: Call): Result {
  switch (value.kind) {
    case 'list':
      return hasUnknownLength(value) ? unknownCall([value], call) : unmixed(value.items.length);
    case 'map':
      return value.rest === undefined ? unmixed(value.entries.size) : unknownCall([value], call);
    case 'scalar':
      if (typeof value.value === 'string') return charactersOf(value.value).length;
      return refuse('length() takes a text, a list, a set or a map.');
    case 'unknown':
      return call.scope.run.openExpansions.get(value.symbol.key)?.size ?? unknownCall([value], call);
    case 'reference':
    case 'template':
      return unknownCall([value], call);
    default:
      return assertNever(value);
  }
}

/** The values whose keys are among the wanted ones. */
function matchingKeys(values: readonly Value[], keys: readonly Value[], wanted: readonly Value[], call: Call): Result {
  if (values.length !== keys.length) return refuse('matchkeys() takes as many keys as values.');
  const compared = unified([...keys, ...wanted], call);
  if (isRefusal(compared)) return compared;
  if (wanted.length === 0) return list([]);
  if (!isWhollyKnown(list(compared))) return unknownCall([list(values), list(keys), list(wanted)], call);
  const found = new Set(compared.slice(keys.length).map((value) => keyOf(value)));
  return list(values.filter((_, at) => found.has(keyOf(compared[at] ?? scalar(null)))));
}

/** Items of an unknown list stand for themselves: `slice(x, 0, 2)` is `[x[0], x[1]]`. */
function slice(values: Value, start: number, end: number, call: Call): Result {
  if (start < 0 || end < start) return refuse('The start must lie between 0 and the end.');
  if (values.kind === 'list' && !values.set) {
    if (end > values.items.length) return refuse(`The list has only ${values.items.length} items.`);
    return unmixed(list(values.items.slice(start, end)));
  }
  if (values.kind !== 'unknown' && values.kind !== 'reference') return refuse('slice() takes a list.');
  if (end - start > maximumValueSize)
    return call.scope.run.atLimit(call.range, `a list has more than ${maximumValueSize} parts`);
  return list(itemsOfUnknown(values, start, end, call));
}

function itemsOfUnknown(values: Value, start: number, end: number, call: Call): readonly Value[] {
  const taken: Value[] = [];
  for (let at = start; at < end; at += 1) taken.push(itemAt(values, scalar(at), call.range, call.scope));
  return taken;
}

/** In the order of code points. Items that are not all known have an unknown order, but their number stays. */
function sorted(value: Value, call: Call): Result {
  // Zones keep their indexes: whichever they are, sorting a list of different zones gives one of the same.
  if (isZoneList(value)) return value;
  if (value.kind === 'unknown' || value.kind === 'reference') return unknownCall([value], call);
  if (value.kind !== 'list' || value.items.some((item) => isNull(item))) return notTexts(call);
  if (hasUnknownLength(value)) return unknownCall([value], call);
  const converted = asTexts(value.items);
  if (converted === undefined) return notTexts(call);
  if (converted.length > 1 && !isWhollyKnown(value))
    return list(itemsOfUnknown(unknownCall([value], call), 0, converted.length, call));
  return list(converted.toSorted((left, right) => compareText(toText(left) ?? '', toText(right) ?? '')));
}
