/**
 * What an expression evaluates to. A value is known (a scalar, a list, a map), a reference to something that only AWS can
 * tell, a template (text with references or unknowns inside), or unknown with a symbol and a reason. Nothing is guessed.
 */
import type { NodeId } from './ids.ts';
import type { SourceRange } from './source.ts';

export type Scalar = string | number | boolean | null;

/** What travels with a value whatever is done to it. */
export interface Marks {
  /** Judged, never printed. */
  readonly sensitive: boolean;
  /** The resources whose literal attributes the value came through: text for comparing, a certain edge for relating. */
  readonly via: readonly NodeId[];
  /** A lookup or a per-deployment input (variable file, stated parameter, mapping by Region) decided it: it is not literal in the code. */
  readonly perDeployment: boolean;
}

interface Common {
  /** The expression as written at this place: of an argument `x = var.y`, the traversal `var.y`. Absent for what nothing wrote. */
  readonly range: SourceRange | undefined;
  /** Where it was decided, when that is elsewhere: the default of `var.y`, the caller's argument, the line of a variable file. */
  readonly decidedAt: SourceRange | undefined;
  readonly marks: Marks;
}

/** `null` is Terraform's null: as an argument it leaves no attribute, inside lists and maps it is an element. */
export interface ScalarValue extends Common {
  readonly kind: 'scalar';
  readonly value: Scalar;
  /** Of a number whose digits are not those of `value`, the nearest to it: its decimal digits, without exponent. */
  readonly exact?: string;
}

export interface ListValue extends Common {
  readonly kind: 'list';
  readonly items: readonly Value[];
  /** A set: unordered and without doubles; its items are kept in Terraform's order. */
  readonly set: boolean;
  /** A list whose items have one type, as Terraform's conversions and functions make it; else a tuple, as it is written. */
  readonly typed?: boolean;
}

export interface MapValue extends Common {
  readonly kind: 'map';
  readonly entries: ReadonlyMap<string, Value>;
  /** A map whose entries have one type, as Terraform's conversions and functions make it; else an object, as it is written. */
  readonly typed?: boolean;
  /** Present when an unknown map was merged in: entries beside these may exist, and one that is missing here is unknown. */
  readonly rest?: UnknownSymbol;
}

/** An attribute that only AWS can tell (`.arn`, `.id`): not known, but surely not null. */
export interface ReferenceValue extends Common {
  readonly kind: 'reference';
  readonly resource: NodeId;
  /** The attribute in the source language: `arn`, `Arn`, `endpoint`; CloudFormation's `Ref` is `Ref`. */
  readonly attribute: string;
  /** As the user writes it: `aws_db_instance.main.arn`, `Database.Arn`. */
  readonly text: string;
}

/** Text whose ends may be known: at least one part is a reference or an unknown. */
export interface TemplateValue extends Common {
  readonly kind: 'template';
  readonly parts: readonly (string | ReferenceValue | UnknownValue)[];
}

export interface UnknownValue extends Common {
  readonly kind: 'unknown';
  readonly symbol: UnknownSymbol;
}

/** Why a value is unknown. */
export interface UnknownReason {
  readonly code:
    | 'input' // a variable or parameter without default or stated value
    | 'data-source' // looked up at deployment
    | 'pseudo-parameter' // AWS::Region and friends
    | 'impure' // timestamp(), uuid()
    | 'computed' // an attribute of something that is itself not understood
    | 'unresolved-module' // a module that is not on disk
    | 'unsupported' // an expression that dr-lint does not evaluate
    | 'invalid' // an expression that Terraform or CloudFormation would refuse
    | 'limit' // a bound was reached
    | 'unread' // a file that could not be read or parsed
    | 'provider' // a provider that is configured nowhere
    | 'derived'; // a figure that rests on unknown values
  /** What is unknown, as users name it: `var.domain`, `parameter Environment`, `data.aws_ami.base.id`. */
  readonly subject: string;
  /** What to supply to make it known, as a sentence; empty when nothing helps before deployment. */
  readonly cure: string;
  /** Only what is there in the Region of the stack is taken for it, as a parameter of type `AWS::EC2::AvailabilityZone::Name`. */
  readonly isOfRegion?: boolean;
}

/**
 * The identity of an unknown: two unknowns with the same key are equal. The key names the cause with its deployment and
 * the expression applied to it, so that `lower(var.a)` equals itself and nothing else.
 */
export interface UnknownSymbol {
  readonly key: string;
  readonly reason: UnknownReason;
  /** It may turn out to be nothing at all: `AWS::NoValue`, or an item less in a list. */
  readonly perhapsAbsent?: true;
  /** What it is case by case, where the code says so: `FindInMap` by a Region that is not known. */
  readonly cases?: Cases;
}

export interface Cases {
  /** What decides the case; values with the same one are in the same case. */
  readonly of: string;
  readonly values: ReadonlyMap<string, Scalar>;
}

export type Value = ScalarValue | ListValue | MapValue | ReferenceValue | TemplateValue | UnknownValue;

export const noMarks: Marks = Object.freeze({ sensitive: false, via: Object.freeze([]), perDeployment: false });

/** The marks of something made from all of these. */
export function joinMarks(values: readonly { readonly marks: Marks }[]): Marks {
  let sensitive = false;
  let perDeployment = false;
  const via = new Set<NodeId>();
  for (const { marks } of values) {
    if (marks === noMarks) continue;
    sensitive ||= marks.sensitive;
    perDeployment ||= marks.perDeployment;
    for (const resource of marks.via) via.add(resource);
  }
  return sensitive || perDeployment || via.size > 0 ? { sensitive, via: [...via], perDeployment } : noMarks;
}

export function scalar(value: Scalar, range?: SourceRange, marks: Marks = noMarks): ScalarValue {
  return { kind: 'scalar', value, range, decidedAt: undefined, marks };
}

export function list(items: readonly Value[], range?: SourceRange, marks: Marks = noMarks): ListValue {
  return { kind: 'list', items, set: false, range, decidedAt: undefined, marks };
}

export function map(entries: ReadonlyMap<string, Value>, range?: SourceRange, marks: Marks = noMarks): MapValue {
  return { kind: 'map', entries, range, decidedAt: undefined, marks };
}

export function unknown(key: string, reason: UnknownReason, range?: SourceRange, marks: Marks = noMarks): UnknownValue {
  return { kind: 'unknown', symbol: { key, reason }, range, decidedAt: undefined, marks };
}

/** The same value as seen from another place: written there, decided where it was before. */
export function seenAt<V extends Value>(value: V, range: SourceRange): V {
  return { ...value, range, decidedAt: value.decidedAt ?? value.range };
}
