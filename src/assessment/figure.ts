/** The figures of mechanisms: a time, two bounds, a path to one, or a time that grows with a declared size. */
import { compilePlace, below, refuse, type Frame } from '../conditions/compile-path.ts';
import { measureOf, withUnit, type TimeUnit } from '../conditions/operators/measure.ts';
import { looksLikePath, type PlacePath } from '../conditions/path.ts';
import { placeAt } from '../conditions/read-place.ts';
import type { Scope } from '../conditions/scope.ts';
import { symbolsIn } from '../conditions/symbols.ts';
import { parseDuration } from '../core/duration.ts';
import { exactly, type Interval } from '../core/interval.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { BoundFile, FigureFile, SizedFile } from './mechanism.ts';

export type Figure =
  | { readonly kind: 'bounds'; readonly least: Bound; readonly most: Bound }
  | {
      readonly kind: 'sized';
      readonly size: PlacePath;
      readonly fixed: Interval;
      readonly perGibibyte: Interval;
      readonly unsized: Interval;
    };

type Bound =
  | { readonly kind: 'time'; readonly seconds: number }
  | { readonly kind: 'path'; readonly path: PlacePath; readonly unit: TimeUnit | undefined };

/** What nothing decides. */
export const anyTime: Interval = { low: 0, high: Infinity };

export function compileFigure(file: FigureFile, frame: Frame): Figure {
  if (isSized(file)) return compileSized(file, frame);
  const [least, most] = isPair(file) ? file : [file, file];
  return { kind: 'bounds', least: compileBound(least, frame), most: compileBound(most, frame) };
}

function isSized(file: FigureFile): file is SizedFile {
  return typeof file === 'object' && 'size' in file;
}

function isPair(file: FigureFile): file is readonly [BoundFile, BoundFile] {
  return Array.isArray(file);
}

function compileSized(file: SizedFile, frame: Frame): Figure {
  const interval = (name: 'fixed' | 'perGibibyte' | 'unsized'): Interval => ({
    low: seconds(file[name][0], below(frame, name, 0)),
    high: seconds(file[name][1], below(frame, name, 1)),
  });
  const size = compilePlace(file.size, below(frame, 'size'));
  const unsized = interval('unsized');
  if (size === undefined) return { kind: 'bounds', least: time(unsized.low), most: time(unsized.high) };
  return { kind: 'sized', size, fixed: interval('fixed'), perGibibyte: interval('perGibibyte'), unsized };
}

function compileBound(file: BoundFile, frame: Frame): Bound {
  const { value, unit } = typeof file === 'string' ? { value: file, unit: undefined } : file;
  if (!looksLikePath(value)) return time(seconds(value, frame));
  const path = compilePlace(value, frame);
  return path === undefined ? time(Infinity) : { kind: 'path', path, unit };
}

function time(amount: number): Bound {
  return { kind: 'time', seconds: amount };
}

function seconds(text: string, frame: Frame): number {
  const amount = parseDuration(text);
  if (amount === undefined) refuse(frame, `"${text}" is no length of time such as 90s, 15m, 24h or forever.`);
  return amount ?? Infinity;
}

/** What is not known of the values that a figure is made of. */
export function unknownsIn(figure: Figure | undefined, scope: Scope): readonly UnknownSymbol[] {
  if (figure === undefined) return [];
  const paths =
    figure.kind === 'sized'
      ? [figure.size]
      : [figure.least, figure.most].flatMap((bound) => (bound.kind === 'path' ? [bound.path] : []));
  return paths.flatMap((path) => symbolsIn(placeAt(path, scope).document));
}

/** What the figure is of an item; anything where the code does not tell. */
export function figureOf(figure: Figure, scope: Scope): Interval {
  if (figure.kind === 'bounds') {
    return { low: boundOf(figure.least, scope).low, high: boundOf(figure.most, scope).high };
  }
  const { document } = placeAt(figure.size, scope);
  const size = document === undefined ? undefined : measureOf(document)?.interval;
  if (size === undefined) return figure.unsized;
  const { fixed, perGibibyte } = figure;
  return { low: fixed.low + size.low * perGibibyte.low, high: fixed.high + size.high * perGibibyte.high };
}

function boundOf(bound: Bound, scope: Scope): Interval {
  if (bound.kind === 'time') return exactly(bound.seconds);
  const { document } = placeAt(bound.path, scope);
  return document === undefined ? anyTime : (measureOf(withUnit(document, bound.unit))?.interval ?? anyTime);
}
