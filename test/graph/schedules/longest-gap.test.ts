import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { exactly, type Interval } from '../../../src/core/interval.ts';
import { longestGap, type BackupTimes } from '../../../src/graph/schedules/longest-gap.ts';
import { parseSchedule } from '../../../src/graph/schedules/schedule.ts';

const hour = 3600;
const day = 24 * hour;

/** A rule that keeps its recovery points for ever and starts within the hour, unless said otherwise. */
function rule(schedule: string | undefined, given: Partial<BackupTimes> = {}): BackupTimes {
  const retention = given.retention ?? exactly(Infinity);
  return {
    schedule: schedule === undefined ? { kind: 'unknown' } : parseSchedule(schedule),
    zone: 'UTC',
    startWindow: exactly(hour),
    retention,
    retentionKey: JSON.stringify(retention),
    lives: retention,
    ...given,
  };
}

function hours(low: number, high: number = low): Interval {
  return { low: low * hour, high: high * hour };
}

describe('one schedule', () => {
  test.each([
    { expression: 'cron(0 5 * * ? *)', gap: 24, what: 'daily' },
    { expression: 'cron(0 5 ? * * *)', gap: 24, what: "AWS Backup's default" },
    { expression: 'cron(0 * * * ? *)', gap: 1, what: 'hourly' },
    { expression: 'cron(0 0/4 * * ? *)', gap: 4, what: 'every four hours' },
    { expression: 'cron(0 */4 * * ? *)', gap: 4, what: 'every four hours, with a star' },
    { expression: 'cron(0 5/7 * * ? *)', gap: 10, what: 'a step that restarts every day' },
    { expression: 'cron(0 0/5 * * ? *)', gap: 5, what: 'a step that does not divide the day' },
    { expression: 'cron(0 12/12 * * ? *)', gap: 24, what: 'a step from noon fires once a day' },
    { expression: 'cron(0 8,20 * * ? *)', gap: 12, what: 'twice a day, evenly' },
    { expression: 'cron(0 9,17 * * ? *)', gap: 16, what: 'twice a day, by office hours' },
    { expression: 'cron(30 8-18 * * ? *)', gap: 14, what: 'hourly in the day' },
    { expression: 'cron(0 12 ? * MON-FRI *)', gap: 72, what: 'on working days' },
    { expression: 'cron(0 12 ? * 2-6 *)', gap: 72, what: 'on working days by number, where 1 is Sunday' },
    { expression: 'cron(0 5 ? * 1 *)', gap: 168, what: 'on Sundays' },
    { expression: 'cron(0 5 ? * SUN,THU *)', gap: 96, what: 'twice a week' },
    { expression: 'cron(0 5 ? * L *)', gap: 168, what: 'on the last day of the week' },
    { expression: 'cron(0 5 1 * ? *)', gap: 744, what: 'on the first of the month' },
    { expression: 'cron(0 5 L * ? *)', gap: 744, what: 'on the last of the month' },
    { expression: 'cron(0 5 31 * ? *)', gap: 61 * 24, what: 'on the 31st, which many months lack' },
    { expression: 'cron(0 5 1/10 * ? *)', gap: 240, what: 'a step of days that restarts every month' },
    { expression: 'cron(0 5 ? * 3#2 *)', gap: 35 * 24, what: 'on the second Tuesday' },
    { expression: 'cron(0 5 ? * 6L *)', gap: 35 * 24, what: 'on the last Friday' },
    { expression: 'cron(0 5 3W * ? *)', gap: 32 * 24, what: 'on the working day nearest to the third' },
    { expression: 'cron(0 5 1 JAN,JUL ? *)', gap: 184 * 24, what: 'twice a year' },
    { expression: 'cron(0 5 1 3 ? *)', gap: 366 * 24, what: 'yearly, across a leap day' },
    { expression: 'cron(0 5 29 2 ? *)', gap: 1461 * 24, what: 'on leap days' },
    { expression: 'cron(0 5 31 2 ? *)', gap: Infinity, what: 'on a day that never comes' },
    { expression: 'cron(0 5 * * ? 2026)', gap: Infinity, what: 'in a single year, and never after it' },
    { expression: 'cron(0 5 * * ? 2025-2199)', gap: 24, what: 'in all years to come' },
    { expression: 'rate(12 hours)', gap: 12, what: 'a rate in hours' },
    { expression: 'rate(1 day)', gap: 24, what: 'a rate of one day' },
    { expression: ' cron( 0 5 * * ? * ) ', gap: 24, what: 'with spaces round it' },
  ])('$what: $expression', ({ expression, gap }) => {
    expect(longestGap([[rule(expression)]])).toEqual(hours(gap));
  });

  test.each([
    { expression: 'cron(0 5 * * *)', why: 'cron has six fields, not 5' },
    { expression: 'cron(0 5 * * * *)', why: 'exactly one of the two day fields must be ?' },
    { expression: 'cron(0 5 ? * ? *)', why: 'exactly one of the two day fields must be ?' },
    { expression: 'cron(0 5 1 * MON *)', why: 'exactly one of the two day fields must be ?' },
    { expression: 'cron(60 5 * * ? *)', why: '60 is no list of minutes from 0 to 59' },
    { expression: 'cron(0 24 * * ? *)', why: '24 is no list of hours from 0 to 23' },
    { expression: 'cron(0 22-4 * * ? *)', why: '22-4 is no list of hours from 0 to 23' },
    { expression: 'cron(0 0/0 * * ? *)', why: '0/0 is no list of hours from 0 to 23' },
    { expression: 'cron(0 ? * * ? *)', why: '? is no list of hours from 0 to 23' },
    { expression: 'cron(0 5 ? * 8 *)', why: 'its days are not written as AWS reads them' },
    { expression: 'cron(0 5 ? * 0 *)', why: 'its days are not written as AWS reads them' },
    { expression: 'cron(0 5 32 * ? *)', why: 'its days are not written as AWS reads them' },
    { expression: 'cron(0 5 ? * +MON *)', why: 'its days are not written as AWS reads them' },
    { expression: 'cron(0 5 * 13 ? *)', why: 'its days are not written as AWS reads them' },
    { expression: 'cron(0 5 * * ? 1800)', why: 'its days are not written as AWS reads them' },
    { expression: 'rate(0 hours)', why: 'a rate is a positive whole number of minutes, hours or days' },
    { expression: 'rate(2 weeks)', why: 'a rate is a positive whole number of minutes, hours or days' },
    { expression: '@daily', why: 'it is neither cron(…) nor rate(…)' },
    { expression: '', why: 'it is neither cron(…) nor rate(…)' },
  ])('AWS would refuse $expression', ({ expression, why }) => {
    expect(parseSchedule(expression)).toEqual({ kind: 'invalid', why });
    expect(longestGap([[rule(expression)]])).toEqual({ low: hour, high: Infinity });
  });
});

describe('several rules', () => {
  const daily = rule('cron(0 5 * * ? *)');
  const daysKept = (days: number): Partial<BackupTimes> => ({
    retention: exactly(days * day),
    retentionKey: `${days}`,
  });

  test.each([
    { what: 'no rule at all', plans: [[]], gap: hours(Infinity) },
    {
      what: 'a daily and a weekly one fire together no more often than daily',
      plans: [[daily, rule('cron(0 5 ? * 1 *)')]],
      gap: hours(24),
    },
    {
      what: 'two daily ones at opposite hours',
      plans: [[daily, rule('cron(0 17 * * ? *)')]],
      gap: hours(12),
    },
    {
      what: 'two daily ones of different plans',
      plans: [[daily], [rule('cron(0 13 * * ? *)')]],
      gap: hours(16),
    },
    {
      what: 'a daily one and one whose schedule is not known',
      plans: [[daily, rule(undefined)]],
      gap: hours(1, 24),
    },
    {
      what: 'a daily one and a rate, whose start nobody knows',
      plans: [[daily, rule('rate(6 hours)')]],
      gap: hours(1, 6),
    },
    {
      what: 'hourly backups step aside in the 8-hour window of a daily one that is kept longer',
      plans: [
        [
          rule('cron(0 * * * ? *)', daysKept(7)),
          rule('cron(0 5 * * ? *)', { ...daysKept(35), startWindow: exactly(8 * hour) }),
        ],
      ],
      gap: hours(8),
    },
    {
      what: 'not when the daily one is kept shorter',
      plans: [
        [
          rule('cron(0 * * * ? *)', daysKept(35)),
          rule('cron(0 5 * * ? *)', { ...daysKept(7), startWindow: exactly(8 * hour) }),
        ],
      ],
      gap: hours(1),
    },
    {
      what: 'nor when it belongs to another plan',
      plans: [
        [rule('cron(0 * * * ? *)', daysKept(7))],
        [rule('cron(0 5 * * ? *)', { ...daysKept(35), startWindow: exactly(8 * hour) })],
      ],
      gap: hours(1),
    },
    {
      what: 'a window that is not known may hide them, or not',
      plans: [
        [
          rule('cron(0 * * * ? *)', daysKept(7)),
          rule('cron(0 5 * * ? *)', { ...daysKept(35), startWindow: { low: hour, high: 12 * hour } }),
        ],
      ],
      gap: hours(1, 12),
    },
    {
      what: 'recovery points that expire before the next one leave nothing',
      plans: [[rule('cron(0 5 ? * 1 *)', daysKept(1))]],
      gap: hours(Infinity),
    },
    {
      what: 'while they last exactly until then they serve',
      plans: [[rule('cron(0 5 * * ? *)', daysKept(1))]],
      gap: hours(24),
    },
    {
      what: 'a weekly archive beside short-lived working-day backups is what Sunday falls back on',
      plans: [[rule('cron(0 5 ? * MON-FRI *)', daysKept(1)), rule('cron(0 6 ? * SUN *)', daysKept(365))]],
      gap: hours(7 * 24),
    },
    {
      what: 'a weekly rule with a retention that is not known',
      plans: [[rule('cron(0 5 ? * 1 *)', { retention: { low: day, high: Infinity }, retentionKey: 'var.days' })]],
      gap: hours(168, Infinity),
    },
    {
      what: 'clocks that change leave a daily backup daily',
      plans: [[rule('cron(0 2 * * ? *)', { zone: 'Europe/Berlin' })]],
      gap: hours(24),
    },
    {
      what: 'summer time moves one of two backups nearer to the other',
      plans: [[rule('cron(0 0 * * ? *)'), rule('cron(0 12 * * ? *)', { zone: 'Europe/Berlin' })]],
      gap: hours(14),
    },
    {
      what: 'equal time zones need not be known',
      plans: [[rule('cron(0 0 * * ? *)', { zone: '?var.zone' }), rule('cron(0 12 * * ? *)', { zone: '?var.zone' })]],
      gap: hours(12),
    },
    {
      what: 'different ones must be',
      plans: [[rule('cron(0 0 * * ? *)'), rule('cron(0 12 * * ? *)', { zone: '?var.zone' })]],
      gap: hours(1, 24),
    },
    {
      what: 'more rules than can be laid beside each other',
      plans: [Array.from({ length: 40 }, (_, minute) => rule(`cron(${minute} 5 * * ? *)`))],
      gap: hours(1, Infinity),
    },
  ])('$what', ({ plans, gap }) => {
    expect(longestGap(plans)).toEqual(gap);
  });

  test('a plan that only may protect shortens the low end alone', () => {
    expect(longestGap([[daily]], [[rule('cron(0 17 * * ? *)')]])).toEqual(hours(12, 24));
  });

  test('without a certain plan the high end is open', () => {
    expect(longestGap([], [[daily]])).toEqual(hours(24, Infinity));
  });

  const anyRule = fc
    .record({
      hours: fc.uniqueArray(fc.integer({ min: 0, max: 23 }), { minLength: 1, maxLength: 4 }),
      days: fc.constantFrom('* * ?', '1 * ?', '? * MON-FRI', '? * SUN', 'L * ?'),
    })
    .map((given) => rule(`cron(0 ${given.hours.join(',')} ${given.days} *)`));

  test('one more rule of the same retention never lengthens the gap', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 4 }), anyRule, (rules, added) => {
        const before = longestGap([rules]);
        const after = longestGap([[...rules, added]]);
        expect(after.high).toBeLessThanOrEqual(before.high);
        expect(after.low).toBeLessThanOrEqual(before.low);
      }),
      { numRuns: 60 },
    );
  });

  test('a schedule that is no longer known widens the interval', () => {
    fc.assert(
      fc.property(fc.array(anyRule, { minLength: 1, maxLength: 4 }), (rules) => {
        const known = longestGap([rules]);
        const blurred = longestGap([[...rules.slice(1), rule(undefined)]]);
        expect(blurred.low).toBeLessThanOrEqual(known.low);
        expect(blurred.high).toBeGreaterThanOrEqual(known.high);
      }),
      { numRuns: 60 },
    );
  });

  test.each(['cron(', 'cron()', 'cron(((((', 'rate()', 'cron(* * * * * * *)', `cron(${'9'.repeat(500)} 1 * * ? *)`])(
    'nonsense is no crash: %s',
    (expression) => {
      expect(parseSchedule(expression).kind).toBe('invalid');
    },
  );
});
