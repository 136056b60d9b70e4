/** A condition after it was checked: paths and operands are read, names are known to exist. */
import type { Document } from '../core/document.ts';
import type { RE2JS } from 're2js';
import type { TimeUnit } from './operators/measure.ts';
import type { OperatorName, Presence } from './operators/operators.ts';
import type { Path, PlacePath } from './path.ts';

export type CompiledCondition =
  | { readonly kind: 'all' | 'any'; readonly conditions: readonly CompiledCondition[] }
  | { readonly kind: 'not'; readonly condition: CompiledCondition }
  | CompiledComparison
  | CompiledSome
  | CompiledEvery
  | CompiledCount;

export interface CompiledComparison {
  readonly kind: 'compare';
  readonly value: PlacePath;
  /** Of a raw number; undefined for everything else. */
  readonly unit: TimeUnit | undefined;
  readonly tests: readonly Test[];
}

export type Test =
  | { readonly kind: 'is'; readonly presence: Presence }
  | { readonly kind: 'matches'; readonly expression: RE2JS }
  | { readonly kind: 'operator'; readonly operator: OperatorName; readonly operand: Operand };

export type Operand =
  { readonly kind: 'literal'; readonly document: Document } | { readonly kind: 'path'; readonly path: PlacePath };

export interface CompiledSome {
  readonly kind: 'some' | 'none';
  readonly set: CompiledSet;
  readonly name: string | undefined;
  readonly where: CompiledCondition | undefined;
}

export interface CompiledEvery {
  readonly kind: 'every';
  readonly set: CompiledSet;
  readonly name: string | undefined;
  readonly where: CompiledCondition | undefined;
  readonly satisfies: CompiledCondition;
  readonly empty: 'pass' | 'fail';
}

export interface CompiledCount {
  readonly kind: 'count';
  readonly set: CompiledSet;
  readonly where: CompiledCondition | undefined;
  readonly distinct: boolean;
  readonly tests: readonly Test[];
}

/** The union of list paths and chains of relations. */
export interface CompiledSet {
  readonly sources: readonly SetSource[];
  /** Where chains start; undefined: at the current item. */
  readonly from: PlacePath | undefined;
}

export type SetSource =
  { readonly kind: 'list'; readonly path: Path } | { readonly kind: 'chain'; readonly verbs: readonly string[] };
