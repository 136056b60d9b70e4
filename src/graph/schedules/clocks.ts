/**
 * Clocks of several time zones against each other. A daily schedule stays a daily one where clocks change, so gaps are
 * computed on standing clocks: once for each set of offsets that occurs in a year, and the longest answer holds.
 */

/** Whether a text is a time zone of the IANA database, such as `Europe/Berlin`. */
export function isTimeZone(zone: string): boolean {
  return offsetsOf(zone) !== undefined;
}

/**
 * For each set of offsets that occurs in a year, the minutes to add to times on each zone's clock, so that all stand on the
 * clock of the first. One zone alone needs none.
 */
export function clockShifts(zones: readonly string[]): readonly (readonly number[])[] {
  const offsets = zones.map((zone) => offsetsOf(zone) ?? []);
  const [reference = []] = offsets;
  const shifts = new Map<string, readonly number[]>();
  for (const week of weeks) {
    const shift = offsets.map((each) => (reference[week] ?? 0) - (each[week] ?? 0));
    shifts.set(shift.join(' '), shift);
  }
  return [...shifts.values()];
}

const weeks = Array.from({ length: 53 }, (_, week) => week);
const known = new Map<string, readonly number[] | undefined>();
const remembered = 1000;

/** Minutes ahead of UTC, sampled in every week of a year; undefined for what is no time zone. */
function offsetsOf(zone: string): readonly number[] | undefined {
  if (known.has(zone)) return known.get(zone);
  const offsets = sampleOffsets(zone);
  if (known.size < remembered) known.set(zone, offsets);
  return offsets;
}

function sampleOffsets(zone: string): readonly number[] | undefined {
  try {
    const clock = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
    return weeks.map((week) => {
      const instant = Date.UTC(2025, 0, 1 + week * 7);
      return (localTime(clock, instant) - instant) / 60_000;
    });
  } catch {
    return undefined;
  }
}

function localTime(clock: Intl.DateTimeFormat, instant: number): number {
  const parts = new Map(clock.formatToParts(instant).map(({ type, value }) => [type, Number(value)]));
  const at = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0;
  return Date.UTC(at('year'), at('month') - 1, at('day'), at('hour'), at('minute'));
}
