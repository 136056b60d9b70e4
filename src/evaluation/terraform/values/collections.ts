/** Sets and the order in which Terraform goes through maps and sets. */
import type { ListValue, MapValue, Value } from '../../../core/value.ts';
import { list } from '../../../core/value.ts';
import { compareNumbers, numberOf } from './numbers.ts';
import { keyOf } from './symbols.ts';

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
