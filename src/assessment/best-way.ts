/**
 * The estimate that several ways back give together: that of the best one as a pair, smallest loss first, then time; never
 * the loss of one with the time of another. What certainly is there bounds it from above, what may be there from below.
 */
import { exactly, lost, sum, type Interval } from '../core/interval.ts';
import type { Truth } from '../core/truth.ts';
import type { WayBack } from './ways-back.ts';

export interface BestWay {
  readonly rpo: Interval | undefined;
  /** Noticing it included. */
  readonly rto: Interval;
  /** The part of it until the failure is noticed; undefined where nothing notices it. */
  readonly detection: Interval | undefined;
  /** What follows once it is noticed. */
  readonly afterwards: Interval;
  /** The one that certainly holds; undefined: none does. */
  readonly certain: WayBack | undefined;
  /** A better one that may hold. */
  readonly possible: WayBack | undefined;
}

/** @param holdsData what holds no data has no loss of it */
export function bestWay(ways: readonly WayBack[], holdsData: Truth): BestWay {
  const certain = least(
    ways.filter(({ holds }) => holds === 'yes'),
    'high',
  );
  const luckiest = least(
    ways.filter((way) => way === certain || way.holds !== 'yes'),
    'low',
  );
  const between = (figure: (way: WayBack) => Interval): Interval => bounded(luckiest, certain, figure);
  const isNoticed = [luckiest, certain].some((way) => way?.detection !== undefined);
  return {
    rpo: holdsData === 'no' ? undefined : between(({ rpo }) => rpo ?? exactly(0)),
    rto: between(timeOf),
    detection: isNoticed ? between(({ detection }) => detection ?? exactly(0)) : undefined,
    afterwards: between(({ rto }) => rto),
    certain,
    possible: luckiest === certain ? undefined : luckiest,
  };
}

/** Until it serves again: noticing it, then what the way takes. */
function timeOf({ rto, detection }: WayBack): Interval {
  return detection === undefined ? rto : sum(detection, rto);
}

function least(ways: readonly WayBack[], end: 'low' | 'high'): WayBack | undefined {
  let found: WayBack | undefined;
  for (const way of ways) if (found === undefined || isBetter(way, found, end)) found = way;
  return found;
}

function isBetter(one: WayBack, other: WayBack, end: 'low' | 'high'): boolean {
  const [loss, otherLoss] = [one.rpo?.[end] ?? 0, other.rpo?.[end] ?? 0];
  return loss === otherLoss ? timeOf(one)[end] < timeOf(other)[end] : loss < otherLoss;
}

/** From above by what certainly is there, from below by what may be. */
function bounded(
  luckiest: WayBack | undefined,
  certain: WayBack | undefined,
  figure: (way: WayBack) => Interval,
): Interval {
  if (luckiest === undefined) return lost;
  const high = certain === undefined ? Infinity : figure(certain).high;
  return { low: Math.min(figure(luckiest).low, certain === undefined ? Infinity : figure(certain).low), high };
}
