/** Whole numbers of which some are not known, as intervals with the reason. */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';

export interface Amount extends Interval {
  readonly because: UnknownSymbol | undefined;
}

/** A number as written, AWS's default where nothing is, and anything from 0 on where it is not known. */
export function wholeNumber(value: Document | undefined, absent: number): Amount {
  if (value === undefined) return { ...exactly(absent), because: undefined };
  if (typeof value === 'number') return { ...exactly(value), because: undefined };
  return { low: 0, high: Infinity, because: value instanceof UnknownLeaf ? value.symbol() : undefined };
}

export function product(one: Amount, other: Amount): Amount {
  return { low: times(one.low, other.low), high: times(one.high, other.high), because: one.because ?? other.because };
}

/** Nothing times anything is nothing. */
function times(one: number, other: number): number {
  return one === 0 || other === 0 ? 0 : one * other;
}
