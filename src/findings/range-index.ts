/** Finds, among many ranges, those around a place, in time proportional to what is found: a hostile file may hold thousands. */
import { appendTo } from '../core/append-to.ts';
import type { SourceRange } from '../core/source.ts';
import { firstIndexWhere } from './sorted.ts';

/** Files are told apart by path: one that is part of two deployments may have been read twice. */
export class RangeIndex<T> {
  readonly #byPath = new Map<string, FileRanges<T>>();

  constructor(items: Iterable<readonly [range: SourceRange, item: T]>) {
    const byPath = new Map<string, Ranged<T>[]>();
    for (const [{ file, start, end }, item] of items) {
      const ranged = { start, end, item };
      appendTo(byPath, file.path, ranged);
    }
    for (const [path, ranges] of byPath) this.#byPath.set(path, new FileRanges(ranges));
  }

  /** The items whose ranges contain this one. */
  around({ file, start, end }: SourceRange): readonly T[] {
    return this.#byPath.get(file.path)?.around(start, end) ?? [];
  }

  /** Whether one of the ranges starts in this one. */
  hasStartIn({ file, start, end }: SourceRange): boolean {
    return this.#byPath.get(file.path)?.hasStartIn(start, end) ?? false;
  }
}

interface Ranged<T> {
  readonly start: number;
  readonly end: number;
  readonly item: T;
}

class FileRanges<T> {
  readonly #ranges: readonly Ranged<T>[];
  /** For each range the nearest one before it that ends later; -1 for none. All between end too early where this one does. */
  readonly #longerBefore: readonly number[];

  constructor(ranges: readonly Ranged<T>[]) {
    this.#ranges = ranges.toSorted((left, right) => left.start - right.start);
    const longerBefore: number[] = [];
    for (const [index, { end }] of this.#ranges.entries()) {
      let before = index - 1;
      while (before >= 0 && (this.#ranges[before]?.end ?? 0) <= end) before = longerBefore[before] ?? -1;
      longerBefore.push(before);
    }
    this.#longerBefore = longerBefore;
  }

  around(start: number, end: number): readonly T[] {
    const found: T[] = [];
    let index = firstIndexWhere(this.#ranges, (range) => range.start > start) - 1;
    for (let range = this.#ranges[index]; range !== undefined; range = this.#ranges[index]) {
      const contains = range.end >= end;
      if (contains) found.push(range.item);
      index = contains ? index - 1 : (this.#longerBefore[index] ?? -1);
    }
    return found;
  }

  hasStartIn(start: number, end: number): boolean {
    const first = this.#ranges[firstIndexWhere(this.#ranges, (range) => range.start >= start)];
    return first !== undefined && first.start < end;
  }
}
