/**
 * The fact `coldStorage`: the shortest time that recovery points of a rule, or their copies, stay in cold storage before they
 * are deleted. Absent where nothing moves there.
 */
import { duration, UnknownLeaf, type MeasureLeaf } from '../../../core/document.ts';
import { best, exactly, type Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { ruleType } from '../../relations/backup/plan-of-selection.ts';
import { lifecycleDays } from '../../relations/backup/retention.ts';

const day = 86_400;

export function setColdStorage(context: GraphContext): void {
  for (const rule of context.ofType(ruleType)) {
    const lifecycles = ['/Lifecycle', ...itemsAt(rule, '/CopyActions').map((_, index) => copyLifecycle(index))];
    const stays = lifecycles
      .map((pointer) => stayAt(rule, pointer))
      .filter((stay) => stay !== undefined)
      .toSorted((left, right) => shortestFirst(left.interval, right.interval));
    const [shortest] = stays;
    if (shortest === undefined) continue;
    rule.facts.set('coldStorage', measure(stays));
    rule.factSources.set('coldStorage', [`${shortest.pointer}/DeleteAfterDays`]);
  }
}

function copyLifecycle(index: number): string {
  return `/CopyActions/${index}/Lifecycle`;
}

interface Stay {
  readonly pointer: string;
  readonly interval: Interval;
  readonly because: UnknownSymbol | undefined;
}

function stayAt(rule: DraftNode, pointer: string): Stay | undefined {
  const moved = daysAt(rule, `${pointer}/MoveToColdStorageAfterDays`);
  if (moved === undefined) return undefined;
  const deleted = daysAt(rule, `${pointer}/DeleteAfterDays`) ?? keptForEver;
  return { pointer, interval: between(moved.days, deleted.days), because: moved.because ?? deleted.because };
}

interface Days {
  /** Undefined when it is not known, nor whether there is any. */
  readonly days: number | undefined;
  readonly because: UnknownSymbol | undefined;
}

const keptForEver: Days = { days: Infinity, because: undefined };

/** What is not known may as well be nothing: then nothing moves, or nothing is deleted. */
function between(moved: number | undefined, deleted: number | undefined): Interval {
  if (deleted === Infinity) return exactly(Infinity);
  if (moved === undefined || deleted === undefined) return { low: 0, high: Infinity };
  return exactly((deleted - moved) * day);
}

function daysAt(rule: DraftNode, pointer: string): Days | undefined {
  const value = lifecycleDays(rule, pointer);
  if (value === undefined) return undefined;
  const days = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(days)) return { days, because: undefined };
  return { days: undefined, because: value instanceof UnknownLeaf ? value.symbol() : undefined };
}

/** One that is certainly short decides; else one that may be. */
function shortestFirst(left: Interval, right: Interval): number {
  return Math.min(left.high, Number.MAX_VALUE) - Math.min(right.high, Number.MAX_VALUE) || left.low - right.low;
}

function measure(stays: readonly Stay[]): MeasureLeaf {
  const because = stays.find((stay) => stay.because !== undefined)?.because;
  return duration(best(...stays.map(({ interval }) => interval)), because);
}
