/** Functions of sets; lists are taken for sets. https://developer.hashicorp.com/terraform/language/functions */
import { list, type ListValue, type Value } from '../../../core/value.ts';
import { maximumValueSize } from '../limits.ts';
import { setOf } from '../values/collections.ts';
import { isWhollyKnown } from '../values/summary.ts';
import { keyOf } from '../values/symbols.ts';
import {
  refuse,
  takesAll,
  takesTwo,
  unknownCall,
  unmixed,
  type Call,
  type FunctionTable,
  type Result,
} from './function.ts';
import { items, listOrSet } from './parameters.ts';
import { isRefusal, unified } from './unify.ts';

export const setFunctions: FunctionTable = {
  setintersection: takesAll(items, 1, (lists, call) =>
    compared(lists, call, ([first = [], ...others]) => {
      const keys = others.map((each) => keysOf(each));
      return first.filter((value) => keys.every((known) => known.has(keyOf(value))));
    }),
  ),
  setproduct: takesAll(listOrSet, 2, setProduct),
  setsubtract: takesTwo(items, items, (values, removed, call) =>
    compared([values, removed], call, ([first = [], second = []]) => {
      const gone = keysOf(second);
      return first.filter((value) => !gone.has(keyOf(value)));
    }),
  ),
  setunion: takesAll(items, 1, (lists, call) => {
    const converted = unified(lists.flat(), call);
    return isRefusal(converted) ? converted : setOf(converted);
  }),
};

type Lists = readonly (readonly Value[])[];

function keysOf(values: readonly Value[]): ReadonlySet<string> {
  return new Set(values.map((value) => keyOf(value)));
}

/** What a comparison of all items leaves; unknown where one of them may be equal to another. */
function compared(lists: Lists, call: Call, select: (lists: Lists) => readonly Value[]): Result {
  const converted = unified(lists.flat(), call);
  if (isRefusal(converted)) return converted;
  if (!isWhollyKnown(list(converted)))
    return unknownCall(
      lists.map((each) => list(each)),
      call,
    );
  let taken = 0;
  const parts = lists.map((each) => converted.slice(taken, (taken += each.length)));
  return setOf(select(parts));
}

/** Each item of the first with each of the second and so on: a list of lists, or a set of them when one of them is a set. */
function setProduct(lists: readonly ListValue[], call: Call): Result {
  let count = lists.length;
  for (const each of lists) count *= each.items.length;
  if (count > maximumValueSize)
    return call.scope.run.atLimit(call.range, `a list has more than ${maximumValueSize} parts`);
  let rows: Lists = [[]];
  for (const each of lists) {
    const converted = unified(each.items, call);
    if (isRefusal(converted)) return refuse('The items of each list must be of one type.');
    rows = rows.flatMap((row) => converted.map((value) => [...row, value]));
  }
  const product = rows.map((row) => list(row));
  return unmixed(lists.some((each) => each.set) ? setOf(product) : list(product));
}
