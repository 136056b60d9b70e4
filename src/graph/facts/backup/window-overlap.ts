/**
 * The fact `windowsOverlap`: whether the daily backup window of a database instance and its weekly maintenance window share a
 * minute. Absent where one of them is not written, for AWS then chooses it apart from the other.
 */
import { isLeaf, SensitiveLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const backup = '/PreferredBackupWindow';
const maintenance = '/PreferredMaintenanceWindow';

// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html#USER_WorkingWithAutomatedBackups.BackupWindow
export function setWindowOverlaps(context: GraphContext): void {
  for (const instance of context.ofType('AWS::RDS::DBInstance')) {
    // The backups of a cluster's member are the cluster's.
    if (instance.facts.get('clusterMember') === true) continue;
    const overlap = overlapOf(writtenAt(instance, backup), writtenAt(instance, maintenance));
    if (overlap === undefined) continue;
    instance.facts.set('windowsOverlap', overlap);
    instance.factSources.set('windowsOverlap', [backup, maintenance]);
  }
}

function writtenAt(node: DraftNode, pointer: string): Document | undefined {
  const written = propertyAt(node, pointer);
  return written instanceof SensitiveLeaf ? written.reveal() : written;
}

/** Undefined where nothing is to be compared: nothing is written, or it is no window. */
function overlapOf(daily: Document | undefined, weekly: Document | undefined): Document | undefined {
  if (daily === undefined || weekly === undefined) return undefined;
  const unknown = [daily, weekly].find((written) => isLeaf(written));
  if (unknown !== undefined) return unknown;
  if (typeof daily !== 'string' || typeof weekly !== 'string') return undefined;
  const week = weeklyWindow(weekly);
  const day = dailyWindow(daily);
  if (week === undefined || day === undefined) return undefined;
  return [0, 1, 2, 3, 4, 5, 6].some((offset) => meet({ ...day, start: day.start + offset * minutesOfDay }, week));
}

/** Minutes since the beginning of the week. */
interface Window {
  readonly start: number;
  readonly length: number;
}

const minutesOfDay = 1440;
const minutesOfWeek = 7 * minutesOfDay;
const days = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

/** `03:00-06:00` */
function dailyWindow(written: string): Window | undefined {
  const [, from, to] = /^(\d\d:\d\d)-(\d\d:\d\d)$/u.exec(written) ?? [];
  if (from === undefined || to === undefined) return undefined;
  const start = minutesAt(from);
  return { start, length: modulo(minutesAt(to) - start, minutesOfDay) };
}

/** `Sun:23:30-Mon:00:30` */
function weeklyWindow(written: string): Window | undefined {
  const form = /^([a-z]{3}):(\d\d:\d\d)-([a-z]{3}):(\d\d:\d\d)$/u;
  const [, first = '', from = '', last = '', to = ''] = form.exec(written.toLowerCase()) ?? [];
  if (!days.includes(first) || !days.includes(last)) return undefined;
  const start = days.indexOf(first) * minutesOfDay + minutesAt(from);
  const end = days.indexOf(last) * minutesOfDay + minutesAt(to);
  return { start, length: modulo(end - start, minutesOfWeek) };
}

function minutesAt(time: string): number {
  const [hours = '', minutes = ''] = time.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** One may end when the other begins. */
function meet(one: Window, other: Window): boolean {
  return (
    modulo(other.start - one.start, minutesOfWeek) < one.length ||
    modulo(one.start - other.start, minutesOfWeek) < other.length
  );
}

function modulo(value: number, size: number): number {
  return ((value % size) + size) % size;
}
