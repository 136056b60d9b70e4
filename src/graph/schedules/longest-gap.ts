/**
 * The longest time without a new recovery point under the rules of one or several backup plans: what is lost at worst when
 * the data is corrupted just before the next backup. Rules in, an interval of seconds out.
 */
import type { Interval } from '../../core/interval.ts';
import { clockShifts } from './clocks.ts';
import { daysOf, longWindowDays, shortWindowDays, type DayPattern } from './day-pattern.ts';
import { longestStretch, withoutOvershadowed, type Track } from './recovery-points.ts';
import type { Schedule } from './schedule.ts';

/** When one rule makes recovery points and how long they live. */
export interface BackupTimes {
  /** `unknown`: it backs up, nobody knows when. */
  readonly schedule: Schedule | { readonly kind: 'unknown' };
  /** A time zone; or `?` with a key, for one that is not known but equal to others of that key. */
  readonly zone: string;
  /** How long after its time a backup may start. Seconds. */
  readonly startWindow: Interval;
  /** Seconds; infinite for recovery points that never expire. */
  readonly retention: Interval;
  /** Equal for retentions that are certainly equal, also where they are not known. */
  readonly retentionKey: string;
  /**
   * How long that lives which is counted: the recovery point itself, or its copy elsewhere. Undefined where the rule makes
   * nothing that counts, and only takes the place of others. Seconds.
   */
  readonly lives: Interval | undefined;
}

/** The rules of each plan: rules of one plan step aside for each other, those of different plans do not. */
export type Plans = readonly (readonly BackupTimes[])[];

type Case = 'worst' | 'best';
type OnCalendar = BackupTimes & {
  readonly schedule: { readonly kind: 'calendar'; readonly days: DayPattern; readonly minutes: readonly number[] };
};

/** A backup is made once an hour at most. Seconds. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html ("as frequently as every hour")
export const shortestGap = 3600;

// What a hostile input could ask for beyond this is not computed: nothing is then known of the gap.
const mostRules = 32;
const mostFirings = 500_000;

/**
 * The gap under all rules of all these plans: infinite when nothing is backed up, or when recovery points expire before
 * the next one. The high end counts on the certain plans alone, the low end also on those that only may be there.
 */
export function longestGap(certain: Plans, possible: Plans = []): Interval {
  const high = worstCase(certain);
  return { low: Math.min(high, bestCase([...certain, ...possible])), high };
}

/** Only what is certain to be made and to be kept counts. */
function worstCase(plans: Plans): number {
  const { timed, zones, floating } = sorted(plans);
  const alone = floating.map((rule) => gapAlone(rule, 'worst'));
  return Math.min(merge(timed, zones, 'worst'), ...alone);
}

/** All that may be made and kept counts. */
function bestCase(plans: Plans): number {
  const { timed, zones, floating, untimed } = sorted(plans);
  if (floating.length + untimed === 0) return merge(timed, zones, 'best');
  const [only] = floating;
  const alone = only !== undefined && plans.flat().filter(counts).length === 1;
  return alone ? gapAlone(only, 'best') : shortestGap;
}

interface Sorted {
  /** Rules whose firings can be laid on one time line. */
  readonly timed: readonly (readonly OnCalendar[])[];
  readonly zones: readonly string[];
  /** Rules of which only the distance of their own firings is known. */
  readonly floating: readonly BackupTimes[];
  /** How many rules nothing is known of. */
  readonly untimed: number;
}

function sorted(plans: Plans): Sorted {
  const rules = plans.flat();
  const counted = rules.filter(counts);
  const onCalendar = rules.filter(isOnCalendar);
  const allZones = [...new Set(onCalendar.map((rule) => rule.zone))];
  const zones = allZones.length === 1 ? allZones : allZones.filter((zone) => !zone.startsWith('?'));
  const isTimed = (rule: BackupTimes): rule is OnCalendar => isOnCalendar(rule) && zones.includes(rule.zone);
  return {
    timed: plans.map((each) => each.filter(isTimed)),
    zones,
    floating: counted.filter((rule) => rule.schedule.kind === 'period' || (isOnCalendar(rule) && !isTimed(rule))),
    untimed: counted.filter(({ schedule }) => schedule.kind === 'unknown' || schedule.kind === 'invalid').length,
  };
}

function counts({ lives }: BackupTimes): boolean {
  return lives !== undefined;
}

function isOnCalendar(rule: BackupTimes): rule is OnCalendar {
  return rule.schedule.kind === 'calendar';
}

/** The gap of one rule without any other. */
function gapAlone(rule: BackupTimes, which: Case): number {
  if (isOnCalendar(rule)) return merge([[rule]], [rule.zone], which);
  if (rule.schedule.kind !== 'period') return which === 'worst' ? Infinity : shortestGap;
  const every = rule.schedule.every * 60;
  const kept = (which === 'worst' ? rule.lives?.low : rule.lives?.high) ?? 0;
  return kept < every ? Infinity : every;
}

/** Lays the firings of all rules on one time line. Seconds. */
function merge(plans: readonly (readonly OnCalendar[])[], zones: readonly string[], which: Case): number {
  const rules = plans.flat();
  const windowDays = rules.some(({ schedule }) => schedule.days.needsYears) ? longWindowDays : shortWindowDays;
  const firings = rules.reduce((total, { schedule }) => total + schedule.minutes.length * windowDays, 0);
  if (rules.length > mostRules || firings > mostFirings) return which === 'worst' ? Infinity : shortestGap;
  const gaps = shiftsOf(zones).map((shift) => {
    const tracks = plans.flatMap((each) => {
      const own = each.map((rule) => trackOf(rule, windowDays, shift[zones.indexOf(rule.zone)] ?? 0));
      return withoutOvershadowed(own, which);
    });
    return longestStretch(tracks, which) * 60;
  });
  return Math.max(...gaps);
}

/** One zone needs no comparing, so its name need not even be known. */
function shiftsOf(zones: readonly string[]): readonly (readonly number[])[] {
  return zones.length <= 1 ? [[0]] : clockShifts(zones);
}

function trackOf(
  { schedule, startWindow, retention, retentionKey, lives }: OnCalendar,
  windowDays: number,
  shift: number,
): Track {
  const days = schedule.days.ends ? [] : daysOf(schedule.days, windowDays);
  const firings = days.flatMap((day) => schedule.minutes.map((minute) => day * 1440 + minute + shift));
  return { firings, startWindow, retention, retentionKey, lives };
}
