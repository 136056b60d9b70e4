/** Timestamps of RFC 3339 with nanoseconds and durations of Go, as Terraform reads and prints them. */

export interface Timestamp {
  /** Nanoseconds since 1970 in UTC. */
  readonly nanoseconds: bigint;
  /** Minutes that the written clock is ahead of UTC. */
  readonly offset: number;
}

/** The clock as it is read where the timestamp was written. */
export interface Clock {
  readonly year: number;
  /** 1 to 12. */
  readonly month: number;
  readonly day: number;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
}

const second = 1_000_000_000n;
const millisecond = 1_000_000n;

const pattern =
  /^(\d{4})-(\d\d)-(\d\d)T([01]\d|2[0-3]):([0-5]\d):([0-5]\d)(?:\.(\d+))?(?:Z|([+-])([01]\d|2[0-3]):([0-5]\d))$/u;

/** Undefined for what RFC 3339 does not allow, or no calendar has. https://www.rfc-editor.org/rfc/rfc3339#section-5.6 */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = pattern.exec(text);
  const clock = match === null ? undefined : millisecondsOf(match.slice(1, 7).map(Number));
  if (match === null || clock === undefined) return undefined;
  const [fraction = '', sign, hours = 0, minutes = 0] = match.slice(7);
  const distance = Number(hours) * 60 + Number(minutes);
  const offset = sign === '-' ? -distance : distance;
  const nanoseconds = BigInt(clock - offset * 60_000) * millisecond + BigInt(fraction.slice(0, 9).padEnd(9, '0'));
  return { nanoseconds, offset };
}

/** Of year, month, day, hour, minute and second; undefined for a day that its month does not have. */
function millisecondsOf(parts: readonly number[]): number | undefined {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, seconds = 0] = parts;
  const start = new Date(0);
  // Years before 100 are none of the last century.
  start.setUTCFullYear(year, month - 1, day);
  if (start.getUTCMonth() !== month - 1 || start.getUTCDate() !== day) return undefined;
  return start.setUTCHours(hour, minute, seconds);
}

/** Undefined outside of what a date can be. */
export function clockOf({ nanoseconds, offset }: Timestamp): Clock | undefined {
  const seconds = nanoseconds / second - (nanoseconds % second < 0n ? 1n : 0n);
  const local = new Date(Number(seconds) * 1000 + offset * 60_000);
  if (Number.isNaN(local.getTime())) return undefined;
  return {
    year: local.getUTCFullYear(),
    month: local.getUTCMonth() + 1,
    day: local.getUTCDate(),
    weekday: local.getUTCDay(),
    hour: local.getUTCHours(),
    minute: local.getUTCMinutes(),
    second: local.getUTCSeconds(),
  };
}

/** In the offset that it was written in, without fractions of a second. */
export function printTimestamp(timestamp: Timestamp): string | undefined {
  const clock = clockOf(timestamp);
  if (clock === undefined || clock.year < 0 || clock.year > 9999) return undefined;
  const date = [digits(clock.year, 4), digits(clock.month, 2), digits(clock.day, 2)].join('-');
  const time = [clock.hour, clock.minute, clock.second].map((part) => digits(part, 2)).join(':');
  return `${date}T${time}${timestamp.offset === 0 ? 'Z' : printOffset(timestamp.offset, ':')}`;
}

/** `+02:00` with a colon between, `+0200` with nothing. */
export function printOffset(offset: number, between: string): string {
  const distance = Math.abs(offset);
  const sign = offset < 0 ? '-' : '+';
  return `${sign}${digits(Math.floor(distance / 60), 2)}${between}${digits(distance % 60, 2)}`;
}

export function digits(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

const nanosecondsPerUnit: ReadonlyMap<string, bigint> = new Map([
  ['ns', 1n],
  ['us', 1000n],
  ['µs', 1000n],
  ['μs', 1000n],
  ['ms', millisecond],
  ['s', second],
  ['m', 60n * second],
  ['h', 3600n * second],
]);

// https://pkg.go.dev/time#Duration
const longest = 2n ** 63n;

/** Nanoseconds; undefined for what is no duration like `1h30m` or `-1.5s`. https://pkg.go.dev/time#ParseDuration */
export function parseDuration(text: string): bigint | undefined {
  if (/^[+-]?0$/u.test(text)) return 0n;
  const [, sign, amounts = ''] =
    /^([+-]?)((?:(?=\.?\d)\d{0,19}(?:\.\d*)?(?:ns|us|µs|μs|ms|s|m|h)){1,64})$/u.exec(text) ?? [];
  if (amounts === '') return undefined;
  let total = 0n;
  for (const [, whole = '', fraction = '', unit = ''] of amounts.matchAll(/(\d*)(?:\.(\d*))?([^\d.]+)/gu)) {
    const length = nanosecondsPerUnit.get(unit) ?? 0n;
    const kept = fraction.slice(0, 18).padEnd(18, '0');
    total += BigInt(`0${whole}`) * length + (BigInt(kept) * length) / 10n ** 18n;
  }
  if (total >= longest) return undefined;
  return sign === '-' ? -total : total;
}
