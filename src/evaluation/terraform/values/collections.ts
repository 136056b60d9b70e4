/** Sets and the order in which Terraform goes through maps and sets. */
import type { ListValue, MapValue, Value } from '../../../core/value.ts';
import { list } from '../../../core/value.ts';
import { compareNumbers, numberOf } from './numbers.ts';
import { isWhollyKnown } from './summary.ts';
import { keyOf } from './symbols.ts';

/** What a row of values is to Terraform; tuples are as they are written. */
export type ListKind = 'list' | 'set' | 'tuple';

/** The list with other items, as a list, set or tuple. */
export function withItems({ range, decidedAt, marks }: Value, items: readonly Value[], kind: ListKind): ListValue {
  const made: ListValue = { kind: 'list', items, set: kind === 'set', range, decidedAt, marks };
  return kind === 'set' ? { ...made, items: setOf(items).items } : { ...made, typed: kind === 'list' };
}

/** The map with other entries, as a map or an object; what may be in it besides stays. */
export function withEntries(value: MapValue, entries: ReadonlyMap<string, Value>, kind: 'map' | 'object'): MapValue {
  return { ...value, entries, typed: kind === 'map' };
}

/** Whether items of a set may turn out to be equal, so that it is not known how many it has. */
export function mayShrink({ set, items }: ListValue): boolean {
  return set && items.length > 1 && !items.every((item) => isWhollyKnown(item));
}

/** Without doubles, known scalars first and in Terraform's order: numbers by size, text by code points. */
export function setOf(items: readonly Value[]): ListValue {
  const distinct = [...new Map(items.map((item) => [keyOf(item), item] as const)).values()];
  return { ...list(distinct.toSorted(compareItems)), set: true };
}

function compareItems(left: Value, right: Value): number {
  if (left.kind !== 'scalar' || right.kind !== 'scalar') {
    return Number(left.kind !== 'scalar') - Number(right.kind !== 'scalar');
  }
  if (typeof left.value !== 'number' || typeof right.value !== 'number') {
    return compareText(String(left.value), String(right.value));
  }
  return compareNumbers(numberOf(left) ?? left.value, numberOf(right) ?? right.value);
}

export function compareText(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** Terraform goes through maps and objects by key. */
export function sortedEntries(map: MapValue): readonly (readonly [string, Value])[] {
  return [...map.entries].toSorted(([left], [right]) => compareText(left, right));
}

/**
 * The attributes of one nested block of a resource. A name that is missing in it was not written here, but the resource
 * type may know it: it is not known, and no mistake.
 */
export class BlockEntries extends Map<string, Value> {}
