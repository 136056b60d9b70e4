/**
 * Schedule expressions of AWS: `cron(…)` with its six fields and `rate(…)`, read into what the gap between two firings is
 * computed from. What AWS would refuse is `invalid`, with the reason.
 */
import { validDays, type DayPattern } from './day-pattern.ts';

export type Schedule =
  | {
      /** On certain days, at certain minutes of these days (0–1439, ascending, never empty). */
      readonly kind: 'calendar';
      readonly days: DayPattern;
      readonly minutes: readonly number[];
    }
  | {
      /** Every so often, from a start that nobody wrote down. Minutes. */
      readonly kind: 'period';
      readonly every: number;
    }
  | { readonly kind: 'invalid'; readonly why: string };

const known = new Map<string, Schedule>();
const remembered = 1000;

/** Reads an expression; equal texts give the same object. */
export function parseSchedule(expression: string): Schedule {
  const text = expression.trim();
  const before = known.get(text);
  if (before !== undefined) return before;
  const schedule = read(text);
  if (known.size < remembered) known.set(text, schedule);
  return schedule;
}

function read(text: string): Schedule {
  const [, form, body = ''] = /^(cron|rate)\(([^()]{1,256})\)$/u.exec(text) ?? [];
  if (form === 'cron') return readCron(body.trim().split(/\s+/u));
  if (form === 'rate') return readRate(body.trim());
  return invalid('it is neither cron(…) nor rate(…)');
}

// https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html#rate-based
function readRate(body: string): Schedule {
  const [, amount = '', unit = ''] = /^([1-9]\d{0,8})\s+(minute|hour|day)s?$/u.exec(body) ?? [];
  const minutesPerUnit = new Map([
    ['minute', 1],
    ['hour', 60],
    ['day', 1440],
  ]);
  const minutes = minutesPerUnit.get(unit);
  if (minutes === undefined) return invalid('a rate is a positive whole number of minutes, hours or days');
  return { kind: 'period', every: Number(amount) * minutes };
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
function readCron(fields: readonly string[]): Schedule {
  const [minute, hour, dayOfMonth, month, dayOfWeek, year, ...more] = fields;
  if (year === undefined || dayOfWeek === undefined || more.length > 0) {
    return invalid(`cron has six fields, not ${fields.length}`);
  }
  const minutes = readField(minute ?? '', 59);
  const hours = readField(hour ?? '', 23);
  if (minutes === undefined) return invalid(`${minute} is no list of minutes from 0 to 59`);
  if (hours === undefined) return invalid(`${hour} is no list of hours from 0 to 23`);
  if ((dayOfMonth === '?') === (dayOfWeek === '?')) return invalid('exactly one of the two day fields must be ?');
  const days = validDays({ dayOfMonth: dayOfMonth ?? '', month: month ?? '', dayOfWeek, year });
  if (days === undefined) return invalid('its days are not written as AWS reads them');
  return { kind: 'calendar', days, minutes: hours.flatMap((each) => minutes.map((one) => each * 60 + one)) };
}

/** The numbers from 0 to `last` that a field of minutes or hours names, ascending; undefined when it is malformed. */
function readField(field: string, last: number): readonly number[] | undefined {
  const named = new Set<number>();
  for (const item of field.split(',')) {
    const [, whole, from, to, step] = /^(?:(\*)|(\d{1,2})(?:-(\d{1,2}))?)(?:\/(\d{1,2}))?$/u.exec(item) ?? [];
    if (whole === undefined && from === undefined) return undefined;
    const first = Number(from ?? 0);
    const final = to === undefined ? lastWithout(from, step, last) : Number(to);
    const every = Number(step ?? 1);
    if (first > final || final > last || every === 0) return undefined;
    for (let at = first; at <= final; at += every) named.add(at);
  }
  return [...named].toSorted((left, right) => left - right);
}

/** Where an item without an upper end stops: `5` at itself, `5/7` and `*` at the end of the hour or day. */
function lastWithout(from: string | undefined, step: string | undefined, last: number): number {
  return from === undefined || step !== undefined ? last : Number(from);
}

function invalid(why: string): Schedule {
  return { kind: 'invalid', why };
}
