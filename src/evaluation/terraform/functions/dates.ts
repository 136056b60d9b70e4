/** Functions of timestamps. https://developer.hashicorp.com/terraform/language/functions */
import { refuse, takesTwo, type FunctionTable, type Refusal, type Result } from './function.ts';
import { text } from './parameters.ts';
import {
  clockOf,
  digits,
  parseDuration,
  parseTimestamp,
  printOffset,
  printTimestamp,
  type Clock,
  type Timestamp,
} from './timestamps.ts';

export const dateFunctions: FunctionTable = {
  formatdate: takesTwo(text, text, (format, written) => {
    const time = parseTimestamp(written);
    const clock = time === undefined ? undefined : clockOf(time);
    return time === undefined || clock === undefined ? notTimestamp : formatDate(format, time, clock);
  }),
  timeadd: takesTwo(text, text, (written, length) => {
    const time = parseTimestamp(written);
    if (time === undefined) return notTimestamp;
    const duration = parseDuration(length);
    if (duration === undefined) return refuse('This is no duration, like "1h30m": days and longer units do not exist.');
    const sum = printTimestamp({ ...time, nanoseconds: time.nanoseconds + duration });
    return sum ?? refuse('The result lies outside of the years 0 to 9999.');
  }),
  timecmp: takesTwo(text, text, (writtenLeft, writtenRight) => {
    const [left, right] = [parseTimestamp(writtenLeft), parseTimestamp(writtenRight)];
    if (left === undefined || right === undefined) return notTimestamp;
    if (left.nanoseconds === right.nanoseconds) return 0;
    return left.nanoseconds < right.nanoseconds ? -1 : 1;
  }),
};

const notTimestamp: Refusal = refuse('This is no timestamp in the syntax of RFC 3339, like 2026-11-22T00:00:00Z.');

const months = 'January February March April May June July August September October November December'.split(' ');
const weekdays = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');

/** Letters stand for parts of the date, text between quotes for itself. */
function formatDate(format: string, time: Timestamp, clock: Clock): Result {
  let formatted = '';
  // A quote, a quoted text with doubled quotes inside, a run of one letter, anything else; at last a lone quote.
  for (const [token] of format.matchAll(/''|'(?:[^']|'')+'(?!')|([a-zA-Z])\1*|[^a-zA-Z']+|'/gu)) {
    if (token === "'") return refuse('The format has a quote that is not closed.');
    if (token.startsWith("'")) formatted += token === "''" ? "'" : token.slice(1, -1).replaceAll("''", "'");
    else if (!/^[a-zA-Z]/u.test(token)) formatted += token;
    else {
      const part = partOf(token, time, clock);
      if (part === undefined)
        return refuse(`The format has no ${JSON.stringify(token)}; text stands in single quotes.`);
      formatted += part;
    }
  }
  return formatted;
}

/** https://developer.hashicorp.com/terraform/language/functions/formatdate#specification-syntax */
function partOf(token: string, { offset }: Timestamp, clock: Clock): string | undefined {
  const letter = token.charAt(0);
  const count = token.length;
  return letter === 'Z' ? zone(offset, count) : parts.get(letter)?.(clock, count);
}

/** What a letter stands for, by how often it is repeated. */
const parts: ReadonlyMap<string, (clock: Clock, count: number) => string | undefined> = new Map([
  ['Y', ({ year }, count) => (count === 4 ? digits(year, 4) : count === 2 ? digits(year % 100, 2) : undefined)],
  ['M', ({ month }, count) => (count <= 2 ? short(month, count) : named(months[month - 1], count))],
  ['D', ({ day }, count) => short(day, count)],
  ['E', ({ weekday }, count) => named(weekdays[weekday], count)],
  ['h', ({ hour }, count) => short(hour, count)],
  ['H', ({ hour }, count) => short(hour % 12 === 0 ? 12 : hour % 12, count)],
  ['A', ({ hour }, count) => (count === 2 ? halfOfDay(hour).toUpperCase() : undefined)],
  ['a', ({ hour }, count) => (count === 2 ? halfOfDay(hour) : undefined)],
  ['m', ({ minute }, count) => short(minute, count)],
  ['s', ({ second }, count) => short(second, count)],
]);

function short(value: number, count: number): string | undefined {
  return count <= 2 ? digits(value, count) : undefined;
}

function named(name: string | undefined, count: number): string | undefined {
  return count === 4 ? name : count === 3 ? name?.slice(0, 3) : undefined;
}

function halfOfDay(hour: number): string {
  return hour < 12 ? 'am' : 'pm';
}

function zone(offset: number, count: number): string | undefined {
  switch (count) {
    case 1:
      return offset === 0 ? 'Z' : printOffset(offset, ':');
    case 3:
      return offset === 0 ? 'UTC' : printOffset(offset, '');
    case 4:
      return printOffset(offset, '');
    case 5:
      return printOffset(offset, ':');
    default:
      return undefined;
  }
}
