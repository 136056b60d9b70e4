/** Sets and the order in which Terraform goes through maps and sets. */
import { assertNever } from '../../../core/assert-never.ts';
import { list, type ListValue, type MapValue, type Scalar, type Value } from '../../../core/value.ts';
import { isNull, toText } from './convert.ts';
import { compareDigits } from './numbers.ts';
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

/**
 * Without doubles, in Terraform's order: numbers by size, text by code points, false before true, what is composed by its
 * text; then what is not known, and null.
 *
 * https://github.com/zclconf/go-cty/blob/main/cty/set_internals.go
 */
export function setOf(items: readonly Value[]): ListValue {
  const distinct = [...new Map(items.map((item) => [keyOf(item), item] as const)).values()];
  return { ...list(distinct.toSorted(compareItems)), set: true };
}

function compareItems(left: Value, right: Value): number {
  const byRank = rankOf(left) - rankOf(right);
  if (byRank !== 0) return byRank;
  if (left.kind !== 'scalar' || right.kind !== 'scalar') return compareText(orderText(left), orderText(right));
  if (typeof left.value !== 'number' || typeof right.value !== 'number') {
    return compareText(String(left.value), String(right.value));
  }
  return left.value - right.value || compareDigits(toText(left) ?? '', toText(right) ?? '');
}

function rankOf(value: Value): number {
  if (isNull(value)) return 2;
  return value.kind === 'scalar' || value.kind === 'list' || value.kind === 'map' ? 0 : 1;
}

/** By what Terraform orders the lists and objects in a set: it is consistent, and means nothing. */
function orderText(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return scalarOrder(value.value, toText(value));
    case 'list':
      return `<${value.items.map((item) => `${orderText(item)};`).join('')}>`;
    case 'map':
      return `<${sortedEntries(value)
        .map(([, entry]) => `${orderText(entry)};`)
        .join('')}>`;
    case 'reference':
    case 'template':
    case 'unknown':
      return '?';
    default:
      return assertNever(value);
  }
}

function scalarOrder(value: Scalar, text: string | undefined): string {
  if (typeof value === 'boolean') return value ? 'T' : 'F';
  if (value === null) return '~';
  return typeof value === 'string' ? JSON.stringify(value) : (text ?? '');
}

/** By code points, as Go compares text. */
export function compareText(left: string, right: string): number {
  const shared = Math.min(left.length, right.length);
  for (let at = 0; at < shared; at += 1) {
    const [a, b] = [left.charCodeAt(at), right.charCodeAt(at)];
    if (a === b) continue;
    // Halves of characters beyond the first 65,536 come after all the others.
    return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return left.length - right.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd8_00 && unit <= 0xdf_ff;
}

/** Terraform goes through maps and objects by key. */
export function sortedEntries(map: MapValue): readonly (readonly [string, Value])[] {
  return [...map.entries].toSorted(([left], [right]) => compareText(left, right));
}
