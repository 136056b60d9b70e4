/**
 * An interval [low, high] of seconds or of plain numbers: known when both ends are equal. An estimate of which only one
 * end is known still decides comparisons that this end decides.
 */
import type { Truth } from './truth.ts';

export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** Never back, all gone. */
export const lost: Interval = { low: Infinity, high: Infinity };

export function exactly(value: number): Interval {
  return { low: value, high: value };
}

export function sum(...intervals: readonly Interval[]): Interval {
  let low = 0;
  let high = 0;
  for (const interval of intervals) {
    low += interval.low;
    high += interval.high;
  }
  return { low, high };
}

/** The larger of several, end by end; of nothing: 0. */
export function worst(...intervals: readonly Interval[]): Interval {
  return {
    low: Math.max(0, ...intervals.map((each) => each.low)),
    high: Math.max(0, ...intervals.map((each) => each.high)),
  };
}

/** The smaller of several, end by end; of nothing: lost. */
export function best(...intervals: readonly Interval[]): Interval {
  return {
    low: Math.min(Infinity, ...intervals.map((each) => each.low)),
    high: Math.min(Infinity, ...intervals.map((each) => each.high)),
  };
}

export function isAtMost(left: Interval, right: Interval): Truth {
  if (left.high <= right.low) return 'yes';
  return left.low > right.high ? 'no' : 'unknown';
}

export function isAtLeast(left: Interval, right: Interval): Truth {
  return isAtMost(right, left);
}
