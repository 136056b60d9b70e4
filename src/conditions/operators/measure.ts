/** Numbers and durations as intervals, from whatever a document holds in their place. */
import { MeasureLeaf, type Document } from '../../core/document.ts';
import { parseDuration } from '../../core/duration.ts';
import { exactly, type Interval } from '../../core/interval.ts';

export type TimeUnit = 'seconds' | 'minutes' | 'hours' | 'days';

export interface Measure {
  readonly unit: 'seconds' | 'number';
  readonly interval: Interval;
}

const secondsIn = { seconds: 1, minutes: 60, hours: 3600, days: 86_400 } as const satisfies Record<TimeUnit, number>;

/** A number as both languages write one: `35` and the text `"35"`. */
export function numberOf(document: Document): number | undefined {
  if (typeof document === 'number') return document;
  if (typeof document !== 'string' || !/^-?\d+(?:\.\d+)?$/u.test(document)) return undefined;
  return Number(document);
}

/** The interval that a document stands for; undefined for what is no figure. */
export function measureOf(document: Document): Measure | undefined {
  if (document instanceof MeasureLeaf) return { unit: document.unit(), interval: document.interval() };
  const number = numberOf(document);
  if (number !== undefined) return { unit: 'number', interval: exactly(number) };
  const seconds = typeof document === 'string' ? parseDuration(document) : undefined;
  return seconds === undefined ? undefined : { unit: 'seconds', interval: exactly(seconds) };
}

/** A raw number as the duration it means; anything else as it is. */
export function withUnit(document: Document, unit: TimeUnit | undefined): Document {
  const number = unit === undefined ? undefined : numberOf(document);
  if (unit === undefined || number === undefined) return document;
  return new MeasureLeaf('seconds', exactly(number * secondsIn[unit]));
}

/** A duration text such as `7d` as a duration; anything else as it is. Bare `0` stays a number. */
export function asDuration(document: Document): Document {
  if (typeof document !== 'string' || numberOf(document) !== undefined) return document;
  const seconds = parseDuration(document);
  return seconds === undefined ? document : new MeasureLeaf('seconds', exactly(seconds));
}
