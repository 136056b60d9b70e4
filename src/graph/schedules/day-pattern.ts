/**
 * The four day fields of an AWS cron expression, and the days they name. The calendar (leap years, `L`, `W`, `#`, names)
 * is croner's; here stand only the differences between its notation and AWS's.
 */
import { Cron } from 'croner';

export interface DayFields {
  readonly dayOfMonth: string;
  readonly month: string;
  readonly dayOfWeek: string;
  readonly year: string;
}

export interface DayPattern {
  readonly pattern: string;
  /** Every single day. */
  readonly daily: boolean;
  /** Months or years differ, so that only several years show its longest gap. */
  readonly needsYears: boolean;
  /** It stops for good in a certain year. */
  readonly ends: boolean;
}

// A window with a fixed start keeps the answer the same whenever it is computed. It is a Wednesday.
const windowStart = Date.UTC(2025, 0, 1);
const firstYear = 2025;
const dayMilliseconds = 86_400_000;

/** 400 days show all that repeats from month to month; eight years and a day hold two 29ths of February. */
export const shortWindowDays = 400;
export const longWindowDays = 2923;

/** The days that the fields name; undefined when AWS would refuse them. */
export function validDays(fields: DayFields): DayPattern | undefined {
  const years = readYears(fields.year);
  if (years === undefined || !isWrittenAsInAws(fields)) return undefined;
  const pattern = `0 0 0 ${fields.dayOfMonth} ${fields.month} ${cronerWeekday(fields.dayOfWeek)} ${fields.year}`;
  const cron = cronOf(pattern);
  if (cron === undefined) return undefined;
  return {
    pattern,
    daily: /^0 0 0 [*?] \* [*?] \*$/u.test(pattern),
    needsYears: fields.month !== '*' || fields.year !== '*' || isCorner(fields),
    ends: years.last < firstYear + 8,
  };
}

/** Days that some months or years lack, or that move: the 29th to the 31st, `L`, `W`, `#5`. */
function isCorner({ dayOfMonth, dayOfWeek }: DayFields): boolean {
  return /29|3[01]|[LW]/iu.test(dayOfMonth) || /#5/u.test(dayOfWeek) || /\dL|[A-Z]{3}L/iu.test(dayOfWeek);
}

const weekday = '(?:[1-7]|[A-Z]{3})';
const weekdayItem = `(?:\\*|${weekday}(?:-${weekday})?)(?:/[1-7])?|${weekday}(?:L|#[1-5])`;
const weekdays = new RegExp(`^(?:\\?|L|(?:${weekdayItem})(?:,(?:${weekdayItem}))*)$`, 'iu');

// Croner takes more than AWS does, `+` and 8 as a weekday among it.
function isWrittenAsInAws(fields: DayFields): boolean {
  return (
    /^[\d*,\-/?LW]{1,100}$/iu.test(fields.dayOfMonth) &&
    /^[\dA-Z*,\-/]{1,100}$/iu.test(fields.month) &&
    weekdays.test(fields.dayOfWeek)
  );
}

/** The last day of the week is Saturday, and `6L`, the last Friday of a month, is `6#L` to croner. */
function cronerWeekday(field: string): string {
  if (field.toUpperCase() === 'L') return '7';
  return field.replace(/^(\d|[A-Z]{3})L$/iu, '$1#L');
}

// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html (years 1970 to 2199)
function readYears(field: string): { readonly last: number } | undefined {
  let last = 0;
  for (const item of field.split(',')) {
    const [, from, to, step] = /^(\*|\d{4})(?:-(\d{4}))?(?:\/\d{1,3})?$/u.exec(item) ?? [];
    if (from === undefined) return undefined;
    const open = from === '*' || (to === undefined && step !== undefined) || item.includes('/');
    last = Math.max(last, open && to === undefined ? 2199 : Number(to ?? from));
  }
  return last >= 1970 && last <= 2199 ? { last } : undefined;
}

function cronOf(pattern: string): Cron | undefined {
  try {
    return new Cron(pattern, {
      paused: true,
      utcOffset: 0,
      alternativeWeekdays: true,
      sloppyRanges: true,
      mode: '7-part',
    });
  } catch {
    return undefined;
  }
}

const expanded = new Map<string, readonly number[]>();
const remembered = 200;

/** The days of the window on which a pattern fires, counted from its start, ascending. */
export function daysOf(days: DayPattern, windowDays: number): readonly number[] {
  const key = `${windowDays} ${days.pattern}`;
  const before = expanded.get(key);
  if (before !== undefined) return before;
  const found = days.daily ? Array.from({ length: windowDays }, (_, day) => day) : expand(days.pattern, windowDays);
  if (expanded.size < remembered) expanded.set(key, found);
  return found;
}

function expand(pattern: string, windowDays: number): readonly number[] {
  const cron = cronOf(pattern);
  const found: number[] = [];
  let next = cron?.nextRun(new Date(windowStart - 1000)) ?? null;
  while (cron !== undefined && next !== null) {
    const day = Math.round((next.getTime() - windowStart) / dayMilliseconds);
    if (day >= windowDays) break;
    found.push(day);
    next = cron.nextRun(next);
  }
  return found;
}
