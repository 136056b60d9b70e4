/** The figures of an estimate in words: how long until it is back, how much of the data is gone, what was promised. */
import type { Disruption, Estimate, EstimatePromise } from '../assessment/assessment.ts';
import { printDuration, printDurationInterval } from '../core/duration.ts';
import { printText } from '../core/print.ts';
import type { Interval } from '../core/interval.ts';

/** `4 h to 24 h`, `at once`, `never`, `not known` */
export function backIn(rto: Interval | undefined): string {
  if (rto === undefined) return 'not applicable';
  if (rto.low === Infinity) return 'never';
  if (rto.high === 0) return 'at once';
  return known(printDurationInterval(rounded(rto)));
}

/** `up to 24 h`, `nothing`, `all of it`, `not known`; `no data to lose` */
export function dataGone(rpo: Interval | undefined): string {
  if (rpo === undefined) return 'no data to lose';
  if (rpo.low === Infinity) return 'all of it';
  if (rpo.high === 0) return 'nothing';
  return rpo.low === rpo.high ? `up to ${printDuration(rpo.high)}` : known(printDurationInterval(rounded(rpo)));
}

/** An estimate is not exact to the second: minutes from ten of them on, hours from ten of them on. */
function rounded({ low, high }: Interval): Interval {
  return { low: roundTo(low, Math.floor), high: roundTo(high, Math.ceil) };
}

function roundTo(seconds: number, round: (value: number) => number): number {
  if (seconds === Infinity || seconds < 600) return seconds;
  const unit = seconds < 36_000 ? 60 : 3600;
  return round(seconds / unit) * unit;
}

function known(printed: string): string {
  return printed === 'unknown' ? 'not known' : printed;
}

/** `back in: 4 h to 24 h, data gone: up to 24 h` */
export function figuresInWords({ rto, rpo }: Pick<Estimate, 'rpo' | 'rto'>): string {
  return `back in: ${backIn(rto)}${rpo === undefined ? '' : `, data gone: ${dataGone(rpo)}`}`;
}

/** Something of it never comes back. */
export function isLost({ rpo, rto }: Pick<Estimate, 'rpo' | 'rto'>): boolean {
  return rpo?.low === Infinity || rto?.low === Infinity;
}

/** `back in 10 min, at most 1 min of data gone`, `to come back` */
export function promiseInWords({ rpo, rto }: Pick<EstimatePromise, 'rpo' | 'rto'>): string {
  const parts = [
    ...(rto === undefined ? [] : [`back in ${printDuration(rto)}`]),
    ...(rpo === undefined ? [] : [rpo === 0 ? 'no data gone' : `at most ${printDuration(rpo)} of data gone`]),
  ];
  return parts.length === 0 ? 'to come back' : parts.join(', ');
}

export const verdictWords: Readonly<Record<EstimatePromise['holds'], string>> = {
  yes: 'kept',
  no: 'missed',
  unknown: 'not certain',
};

/** `us-east-1 is lost`. */
export function regionLoss(region: string | undefined): string {
  return `${region === undefined ? 'the primary Region' : printText(region)} is lost`;
}

/** In case of what, for a table. */
export const disruptionNames: Readonly<Record<Disruption, string>> = {
  data: 'corrupted data',
  deletion: 'deletion',
  instance: 'failed instance',
  zone: 'failed zone',
  region: 'lost Region',
  account: 'seized account',
};
