/** The condition language as data: a mapping with exactly one of these. Paths and operands are still text. */

export type Condition =
  | { readonly all: readonly Condition[] }
  | { readonly any: readonly Condition[] }
  | { readonly not: Condition }
  | Comparison
  | { readonly some: Quantifier }
  | { readonly none: Quantifier }
  | { readonly every: Quantifier & { readonly satisfies: Condition; readonly empty: 'pass' | 'fail' } }
  | { readonly count: Omit<Quantifier, 'as'> & Counting };

/** A list path (`$.facts.zonesServed[*]`), a relation, a chain (`partOf/parts/copiesTo`), or several: their union. */
export type SetOf = string | readonly string[];

export interface Quantifier {
  readonly of: SetOf;
  readonly from?: string;
  readonly as?: string;
  readonly where?: Condition;
}

export interface Counting {
  readonly distinct?: true;
  readonly atLeast?: unknown;
  readonly atMost?: unknown;
  readonly equals?: unknown;
}

/** Several operators must all hold. */
export interface Comparison {
  readonly value: string;
  readonly unit?: 'seconds' | 'minutes' | 'hours' | 'days';
  readonly is?: 'present' | 'absent' | 'empty';
  readonly equals?: unknown;
  readonly otherThan?: unknown;
  readonly in?: unknown;
  readonly atLeast?: unknown;
  readonly atMost?: unknown;
  readonly contains?: unknown;
  readonly like?: unknown;
  readonly matches?: unknown;
}
