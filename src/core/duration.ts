/** Lengths of time: read from `15m` and ISO 8601 (`PT15M`), printed for people. Always seconds inside. */
import type { Interval } from './interval.ts';

const secondsPerUnit = new Map([
  ['s', 1],
  ['m', 60],
  ['h', 3600],
  ['d', 86_400],
  ['w', 604_800],
]);

/** Seconds of `90s`, `15m`, `24h`, `7d`, `2w`, `1h30m`, `0`, `PT4H` or `forever`; undefined when it is none of these. */
export function parseDuration(text: string): number | undefined {
  if (text === 'forever') return Infinity;
  if (text === '0') return 0;
  if (text.startsWith('P')) return parseIsoDuration(text);
  if (!/^(?:\d+(?:\.\d+)?[smhdw])+$/u.test(text)) return undefined;
  let total = 0;
  for (const [, amount, unit] of text.matchAll(/(\d+(?:\.\d+)?)([smhdw])/gu)) {
    total += Number(amount) * (secondsPerUnit.get(unit ?? 's') ?? 1);
  }
  return total;
}

function parseIsoDuration(text: string): number | undefined {
  const match = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/u.exec(text);
  if (match === null || !/\d/u.test(text)) return undefined;
  const [, days = '0', hours = '0', minutes = '0', seconds = '0'] = match;
  return Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

const printedUnits: readonly { readonly size: number; readonly one: string; readonly many: string }[] = [
  { size: 86_400, one: 'day', many: 'days' },
  { size: 3600, one: 'h', many: 'h' },
  { size: 60, one: 'min', many: 'min' },
  { size: 1, one: 's', many: 's' },
];

/** `24 h`, `90 s`, `5 min`, `7 days`, `forever`: the largest unit that fits, and the next one for the rest. */
export function printDuration(seconds: number): string {
  if (seconds === Infinity) return 'forever';
  const whole = Math.round(seconds);
  if (whole === 86_400) return '24 h';
  const at = printedUnits.findIndex(({ size }) => size <= whole && !isSpokenInSeconds(whole, size));
  const unit = printedUnits[at];
  if (unit === undefined) return '0 s';
  const amount = Math.floor(whole / unit.size);
  const next = printedUnits[at + 1];
  const rest = next === undefined ? 0 : Math.floor((whole - amount * unit.size) / next.size);
  const head = `${amount} ${amount === 1 ? unit.one : unit.many}`;
  return next === undefined || rest === 0 ? head : `${head} ${rest} ${rest === 1 ? next.one : next.many}`;
}

/** Up to ten minutes stay in seconds when they are not whole minutes, as health checks are spoken of. */
function isSpokenInSeconds(seconds: number, unitSize: number): boolean {
  return unitSize === 60 && seconds < 600 && seconds % 60 !== 0;
}

/** An interval of seconds in words: `24 h`, `at least 24 h`, `5 min to 1 h`, `unknown`. */
export function printDurationInterval({ low, high }: Interval): string {
  if (low === high) return printDuration(low);
  if (high === Infinity) return low === 0 ? 'unknown' : `at least ${printDuration(low)}`;
  return low === 0 ? `at most ${printDuration(high)}` : `${printDuration(low)} to ${printDuration(high)}`;
}
