/** Recovery points on one time line: which backups step aside for others of their plan, and how long none is new. */
import type { Interval } from '../../core/interval.ts';

/** What one rule makes in the window of time that is looked at. */
export interface Track {
  /** Minutes from the start of the window, ascending. */
  readonly firings: readonly number[];
  /** Seconds. */
  readonly startWindow: Interval;
  /** Seconds. */
  readonly retention: Interval;
  /** Equal for retentions that are certainly equal. */
  readonly retentionKey: string;
  /** How long that lives which is counted; undefined where nothing is. Seconds. */
  readonly lives: Interval | undefined;
}

/**
 * Of rules of one plan whose start windows overlap, only the one with the longer retention backs up. In the best case a
 * backup steps aside only where that is certain, in the worst wherever it may be so.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
 */
export function withoutOvershadowed(tracks: readonly Track[], which: 'worst' | 'best'): readonly Track[] {
  return tracks.map((track) => {
    let firings = track.firings;
    for (const other of tracks) {
      if (other === track || !outlives(other, track, which)) continue;
      const window = (which === 'best' ? other.startWindow.low : other.startWindow.high) / 60;
      firings = outside(firings, other.firings, window);
    }
    return { ...track, firings };
  });
}

function outlives(other: Track, track: Track, which: 'worst' | 'best'): boolean {
  if (other.retentionKey === track.retentionKey) return false;
  return which === 'best' ? other.retention.low > track.retention.high : other.retention.high > track.retention.low;
}

/** The firings that lie in no window which one of the others opens. */
function outside(firings: readonly number[], others: readonly number[], window: number): readonly number[] {
  let at = -1;
  return firings.filter((firing) => {
    while ((others[at + 1] ?? Infinity) <= firing) at += 1;
    return firing >= (others[at] ?? -Infinity) + window;
  });
}

/**
 * The largest distance from a firing back to the newest recovery point that still lives then. Minutes; infinite when there
 * is none. Both ends of the window are open: what was made before it is not held to be missing.
 */
export function longestStretch(tracks: readonly Track[], which: 'worst' | 'best'): number {
  const active = tracks.flatMap(({ firings, lives }) => {
    if (firings.length === 0 || lives === undefined) return [];
    return [{ firings, kept: (which === 'worst' ? lives.low : lives.high) / 60, latest: -1 }];
  });
  const allSeenFrom = Math.max(-Infinity, ...active.map(({ firings }) => firings[0] ?? 0));
  let longest = -Infinity;
  for (const moment of union(active.map(({ firings }) => firings))) {
    let newest = -Infinity;
    for (const track of active) {
      while ((track.firings[track.latest + 1] ?? Infinity) < moment) track.latest += 1;
      const made = track.firings[track.latest] ?? -Infinity;
      if (made + track.kept >= moment) newest = Math.max(newest, made);
    }
    if (newest === -Infinity && moment > allSeenFrom) return Infinity;
    if (newest !== -Infinity) longest = Math.max(longest, moment - newest);
  }
  return longest === -Infinity ? Infinity : longest;
}

/** All numbers of ascending lists, ascending; some twice, which changes no distance. */
function union(lists: readonly (readonly number[])[]): Iterable<number> {
  const [only, ...others] = lists;
  // A typed array sorts numbers many times faster than a list.
  return only !== undefined && others.length === 0 ? only : Float64Array.from(lists.flat()).sort();
}
