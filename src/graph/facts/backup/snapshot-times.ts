/**
 * When a snapshot policy (Data Lifecycle Manager) makes snapshots and how long they live: by each of its schedules, or, of a
 * default policy, by the policy itself.
 *
 * https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html
 * https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetainRule.html
 */
import { SensitiveLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { longestGap, type BackupTimes } from '../../schedules/longest-gap.ts';
import { parseSchedule } from '../../schedules/schedule.ts';

export const policyType = 'AWS::DLM::LifecyclePolicy';
export const scheduleType = 'AWS::DLM::LifecyclePolicy.Schedule';

const day = 86_400;
const anyTime: Interval = { low: day, high: Infinity };

/** What makes the snapshots of a policy: its schedules, or the policy where it has none. */
export function snapshotMakers(policy: DraftNode): readonly DraftNode[] {
  const schedules = policy.parts.filter(({ type }) => type === scheduleType);
  return schedules.length === 0 && isDefault(policy) ? [policy] : schedules;
}

function isDefault(policy: DraftNode): boolean {
  return propertyAt(policy, '/DefaultPolicy') !== undefined;
}

export function snapshotTimesOf(maker: DraftNode): BackupTimes {
  const schedule = scheduleOf(maker);
  const retention = retentionOf(maker, schedule);
  return {
    schedule,
    zone: 'UTC',
    // Schedules don't step aside for each other.
    startWindow: exactly(0),
    retention,
    retentionKey: maker.id,
    lives: retention,
  };
}

type Times = BackupTimes['schedule'];

function scheduleOf(maker: DraftNode): Times {
  if (maker.type === policyType) {
    const days = numberAt(maker, '/CreateInterval');
    return days === undefined ? { kind: 'unknown' } : { kind: 'period', every: days * 1440 };
  }
  const cron = revealed(maker, '/CreateRule/CronExpression');
  if (cron !== undefined) return typeof cron === 'string' ? parseSchedule(cron) : { kind: 'unknown' };
  const hours = numberAt(maker, '/CreateRule/Interval');
  return hours === undefined ? { kind: 'unknown' } : everyHours(hours, revealed(maker, '/CreateRule/Times/0'));
}

/** Intervals divide the day, so that every day is alike. */
function everyHours(hours: number, start: Document | undefined): Times {
  const [, hour, minute] = typeof start === 'string' ? (/^(\d\d):(\d\d)$/u.exec(start) ?? []) : [];
  if (hour === undefined || minute === undefined || hours < 1 || 24 % hours !== 0) {
    return { kind: 'period', every: hours * 60 };
  }
  const times = Array.from({ length: 24 / hours }, (_, index) => (Number(hour) + index * hours) % 24);
  return parseSchedule(`cron(${Number(minute)} ${times.join(',')} * * ? *)`);
}

/** A number of snapshots lives as long as it takes to make that many. */
function retentionOf(maker: DraftNode, schedule: Times): Interval {
  if (maker.type === policyType) return inDays(numberAt(maker, '/RetainInterval'), 1);
  const unit = revealed(maker, '/RetainRule/IntervalUnit');
  const interval = numberAt(maker, '/RetainRule/Interval');
  if (unit !== undefined) return inDays(interval, typeof unit === 'string' ? daysPerUnit.get(unit) : undefined);
  const count = numberAt(maker, '/RetainRule/Count');
  if (count === undefined) return anyTime;
  const alone = { startWindow: exactly(0), retention: exactly(Infinity), retentionKey: '', lives: exactly(Infinity) };
  const gap = longestGap([[{ schedule, zone: 'UTC', ...alone }]]);
  return { low: gap.low * count, high: gap.high * count };
}

const daysPerUnit: ReadonlyMap<string, number> = new Map([
  ['DAYS', 1],
  ['WEEKS', 7],
  ['MONTHS', 30],
  ['YEARS', 365],
]);

function inDays(amount: number | undefined, perUnit: number | undefined): Interval {
  return amount === undefined || perUnit === undefined ? anyTime : exactly(amount * perUnit * day);
}

/** How long a copy in another Region lives, by the retention beside its target; without one nobody says. */
// https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRetainRule.html
export function copyRetentionAt(node: DraftNode, pointer: string): Interval {
  const unit = revealed(node, `${pointer}/RetainRule/IntervalUnit`);
  return inDays(
    numberAt(node, `${pointer}/RetainRule/Interval`),
    typeof unit === 'string' ? daysPerUnit.get(unit) : undefined,
  );
}

const decisive = [
  '/CreateRule/CronExpression',
  '/CreateRule/Interval',
  '/CreateRule/Times/0',
  '/CreateInterval',
  '/RetainRule/Count',
  '/RetainRule/Interval',
  '/RetainInterval',
];

/** What about the times of a maker of snapshots is not known; undefined when all is. */
export function whySnapshotTimesUnknown(maker: DraftNode): UnknownSymbol | undefined {
  for (const pointer of decisive) {
    const value = revealed(maker, pointer);
    if (value instanceof UnknownLeaf) return value.symbol();
  }
  return undefined;
}

function numberAt(node: DraftNode, pointer: string): number | undefined {
  const value = revealed(node, pointer);
  const number = value === undefined || typeof value === 'object' ? Number.NaN : Number(value);
  return Number.isFinite(number) ? number : undefined;
}

function revealed(node: DraftNode, pointer: string): Document | undefined {
  const value = propertyAt(node, pointer);
  return (value instanceof SensitiveLeaf ? value.reveal() : value) ?? undefined;
}
