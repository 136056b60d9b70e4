/** When a rule of a backup plan makes recovery points, read from its properties; and why that is not known, where it isn't. */
import { SensitiveLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import type { UnknownSymbol } from '../../../core/value.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import { subjectOf } from '../../identity/resolve.ts';
import { identityKey } from '../../identity/same.ts';
import { retentionOfRule } from '../../relations/backup/retention.ts';
import { isTimeZone } from '../../schedules/clocks.ts';
import type { BackupTimes } from '../../schedules/longest-gap.ts';
import { parseSchedule } from '../../schedules/schedule.ts';

// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html (the schedule when none is given)
const defaultSchedule = 'cron(0 5 ? * * *)';
// https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html (8 hours when none is given)
const defaultStartWindow = 28_800;
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRuleInput.html (at least 60 minutes when given)
const shortestStartWindow = 3600;

/** A rule of which nothing is known but that it backs up. */
export const unknownTimes: BackupTimes = {
  schedule: { kind: 'unknown' },
  zone: 'UTC',
  startWindow: { low: shortestStartWindow, high: Infinity },
  retention: { low: 86_400, high: Infinity },
  retentionKey: 'not known',
  lives: { low: 86_400, high: Infinity },
};

export function backupTimesOf(rule: DraftNode): BackupTimes {
  const zone = revealed(rule, '/ScheduleExpressionTimezone') ?? 'UTC';
  const retention = retentionOfRule(rule).interval();
  return {
    schedule: scheduleOf(rule),
    zone: typeof zone === 'string' ? zone : `?${identityKey(zone) ?? rule.id}`,
    startWindow: startWindowOf(rule),
    retention,
    retentionKey: identityKey(revealed(rule, '/Lifecycle/DeleteAfterDays') ?? -1) ?? rule.id,
    lives: retention,
  };
}

function scheduleOf(rule: DraftNode): BackupTimes['schedule'] {
  const expression = revealed(rule, '/ScheduleExpression') ?? defaultSchedule;
  const zone = revealed(rule, '/ScheduleExpressionTimezone') ?? 'UTC';
  if (typeof expression !== 'string') return { kind: 'unknown' };
  if (typeof zone === 'string' && !isTimeZone(zone)) return { kind: 'invalid', why: `${zone} is no time zone` };
  return parseSchedule(expression);
}

function startWindowOf(rule: DraftNode): Interval {
  const minutes = revealed(rule, '/StartWindowMinutes');
  if (minutes === undefined) return exactly(defaultStartWindow);
  const seconds = typeof minutes === 'object' ? Number.NaN : Number(minutes) * 60;
  return Number.isFinite(seconds) ? exactly(seconds) : { low: shortestStartWindow, high: Infinity };
}

function revealed(rule: DraftNode, pointer: string): Document | undefined {
  const value = propertyAt(rule, pointer);
  if (value instanceof SensitiveLeaf) return value.reveal();
  return value ?? undefined;
}

const decisive: readonly string[] = [
  '/ScheduleExpression',
  '/ScheduleExpressionTimezone',
  '/Lifecycle/DeleteAfterDays',
  '/StartWindowMinutes',
];

/** What about a rule's times is not known; undefined when all is. */
export function whyTimesUnknown(rule: DraftNode): UnknownSymbol | undefined {
  const schedule = scheduleOf(rule);
  if (schedule.kind === 'invalid') {
    const subject = `the schedule of ${rule.address}`;
    return { key: `${rule.id} schedule`, reason: { code: 'invalid', subject, cure: `correct it: ${schedule.why}` } };
  }
  for (const pointer of decisive) {
    const value = revealed(rule, pointer);
    if (value instanceof UnknownLeaf) return value.symbol();
    if (value !== undefined && typeof value === 'object') return derivedFrom(rule, subjectOf(value));
  }
  return undefined;
}

function derivedFrom(rule: DraftNode, subject: string): UnknownSymbol {
  return { key: `${rule.id} ${subject}`, reason: { code: 'derived', subject, cure: '' } };
}
