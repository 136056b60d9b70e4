/**
 * Documents: what policies read. Plain frozen data without prototypes (objects, arrays, scalars). What is not plain sits
 * in them as an opaque leaf, whose state is private, so that JSONPath finds no keys in it and can neither enter nor print it.
 */
import type { Interval } from './interval.ts';
import type { ReferenceValue, Scalar, TemplateValue, UnknownSymbol } from './value.ts';

export type Document = Scalar | Leaf | readonly Document[] | DocumentMap;

export interface DocumentMap {
  readonly [key: string]: Document;
}

export type Leaf = UnknownLeaf | ReferenceLeaf | TemplateLeaf | SensitiveLeaf | MeasureLeaf;

/** Not known; equal to itself (the same symbol) and to nothing else for certain. */
export class UnknownLeaf {
  readonly #symbol: UnknownSymbol;
  constructor(symbol: UnknownSymbol) {
    this.#symbol = symbol;
    Object.freeze(this);
  }
  symbol(): UnknownSymbol {
    return this.#symbol;
  }
}

/** An attribute of a resource that only AWS can tell: present, its value not known. */
export class ReferenceLeaf {
  readonly #value: ReferenceValue;
  constructor(value: ReferenceValue) {
    this.#value = value;
    Object.freeze(this);
  }
  value(): ReferenceValue {
    return this.#value;
  }
}

/** Text with references or unknowns inside: decides `like` as far as its known ends reach. */
export class TemplateLeaf {
  readonly #value: TemplateValue;
  constructor(value: TemplateValue) {
    this.#value = value;
    Object.freeze(this);
  }
  value(): TemplateValue {
    return this.#value;
  }
}

/** A known value that is judged but never printed. */
export class SensitiveLeaf {
  readonly #value: Document;
  constructor(value: Document) {
    this.#value = value;
    Object.freeze(this);
  }
  reveal(): Document {
    return this.#value;
  }
}

/** A derived figure: seconds or a plain number, perhaps only bounded. `because` says why when it is not exact. */
export class MeasureLeaf {
  readonly #unit: 'seconds' | 'number';
  readonly #interval: Interval;
  readonly #because: UnknownSymbol | undefined;
  constructor(unit: 'seconds' | 'number', interval: Interval, because?: UnknownSymbol) {
    this.#unit = unit;
    this.#interval = interval;
    this.#because = because;
    Object.freeze(this);
  }
  unit(): 'seconds' | 'number' {
    return this.#unit;
  }
  interval(): Interval {
    return this.#interval;
  }
  because(): UnknownSymbol | undefined {
    return this.#because;
  }
}

export function isLeaf(document: Document | undefined): document is Leaf {
  return (
    document instanceof UnknownLeaf ||
    document instanceof ReferenceLeaf ||
    document instanceof TemplateLeaf ||
    document instanceof SensitiveLeaf ||
    document instanceof MeasureLeaf
  );
}

export function isDocumentMap(document: Document | undefined): document is DocumentMap {
  return typeof document === 'object' && document !== null && !Array.isArray(document) && !isLeaf(document);
}

/** A frozen object without prototype; entries whose value is undefined leave no key. */
export function documentMap(entries: Iterable<readonly [string, Document | undefined]>): DocumentMap {
  const map: Record<string, Document> = Object.create(null);
  for (const [key, value] of entries) if (value !== undefined) map[key] = value;
  return Object.freeze(map);
}

export function duration(interval: Interval, because?: UnknownSymbol): MeasureLeaf {
  return new MeasureLeaf('seconds', interval, because);
}
