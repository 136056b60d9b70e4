/**
 * How functions are described: parameters that read arguments, and what is made of them. A parameter says how much of its
 * argument must be known; a call that lacks this is an unknown, equal to the same call of the same unknowns.
 */
import { joinMarks, noMarks, scalar, type Marks, type Scalar, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { Scope } from '../scope.ts';
import { isNull } from '../values/convert.ts';
import { decisivePlace, marked, placedAt } from '../values/places.ts';
import { summaryOf } from '../values/summary.ts';
import { derived, invalid, keyOf } from '../values/symbols.ts';
import type { Parameter } from './parameters.ts';

export interface Call {
  readonly name: string;
  readonly range: SourceRange;
  readonly scope: Scope;
}

export interface TerraformFunction {
  /** None of the arguments is invalid. */
  apply(args: readonly Value[], call: Call): Value;
}

export type FunctionTable = Readonly<Record<string, TerraformFunction>>;

/** Terraform would refuse the call: why, as a sentence. */
export interface Refusal {
  readonly kind: 'refusal';
  readonly because: string;
}

export function refuse(because: string): Refusal {
  return { kind: 'refusal', because };
}

/** A result that has the marks of what it was taken from, not of what stood beside it. */
interface Unmixed {
  readonly kind: 'unmixed';
  readonly value: Value | Scalar;
}

/** For what is one of the items, some of them, or says nothing about them: the marks of the other items stay where they are. */
export function unmixed(value: Value | Scalar): Unmixed {
  return { kind: 'unmixed', value };
}

/** What a function makes. */
export type Result = Value | Scalar | Refusal | Unmixed;

export function takesNothing(apply: (call: Call) => Result): TerraformFunction {
  return described([], (_, call) => apply(call));
}

export function takesOne<A>(first: Parameter<A>, apply: (first: A, call: Call) => Result): TerraformFunction {
  return described([first], (args, call) => {
    const a = first.read(args[0]);
    return a === undefined ? misfit : apply(a, call);
  });
}

export function takesTwo<A, B>(
  first: Parameter<A>,
  second: Parameter<B>,
  apply: (first: A, second: B, call: Call) => Result,
): TerraformFunction {
  return described([first, second], (args, call) => {
    const a = first.read(args[0]);
    const b = second.read(args[1]);
    return a === undefined || b === undefined ? misfit : apply(a, b, call);
  });
}

export function takesThree<A, B, C>(
  parameters: readonly [Parameter<A>, Parameter<B>, Parameter<C>],
  apply: (first: A, second: B, third: C, call: Call) => Result,
): TerraformFunction {
  const [first, second, third] = parameters;
  return described(parameters, (args, call) => {
    const a = first.read(args[0]);
    const b = second.read(args[1]);
    const c = third.read(args[2]);
    return a === undefined || b === undefined || c === undefined ? misfit : apply(a, b, c, call);
  });
}

/** Any number of arguments of one kind, at least so many. */
export function takesAll<A>(
  each: Parameter<A>,
  least: number,
  apply: (all: readonly A[], call: Call) => Result,
): TerraformFunction {
  return {
    apply: (args, call) => {
      if (args.length < least) return invalid(`${call.name}() takes ${counted(least)} or more.`, call.range);
      const checked = checkedCall(() => each, args, call);
      return checked ?? finished(apply(readAll(each, args), call), args, call);
    },
  };
}

/** One argument, and after it any number of another kind. */
export function takesOneAndAll<A, B>(
  first: Parameter<A>,
  others: Parameter<B>,
  apply: (first: A, others: readonly B[], call: Call) => Result,
): TerraformFunction {
  return {
    apply: (args, call) => {
      const checked = checkedCall((index) => (index === 0 ? first : others), args, call);
      if (checked !== undefined) return checked;
      const a = first.read(args[0]);
      if (a === undefined) return invalid(`${call.name}() takes at least one argument.`, call.range);
      return finished(apply(a, readAll(others, args.slice(1)), call), args, call);
    },
  };
}

// Never told: arguments are checked before they are read.
const misfit = refuse('The arguments do not fit.');

function described(
  parameters: readonly Parameter<unknown>[],
  apply: (args: readonly Value[], call: Call) => Result,
): TerraformFunction {
  const least = parameters.filter((parameter) => parameter.read(undefined) === undefined).length;
  return {
    apply: (args, call) => {
      if (args.length < least || args.length > parameters.length) {
        const expected = least === parameters.length ? counted(least) : `${least} to ${counted(parameters.length)}`;
        return invalid(`${call.name}() takes ${expected}, not ${args.length}.`, call.range);
      }
      return checkedCall((index) => parameters[index], args, call) ?? finished(apply(args, call), args, call);
    },
  };
}

function counted(count: number): string {
  const words = ['no arguments', 'one argument'];
  return words[count] ?? `${count} arguments`;
}

/**
 * What the call is without looking further: invalid when an argument does not fit, whatever the others are; unknown when
 * too little is known. Undefined when the arguments can be read.
 */
function checkedCall(
  parameterAt: (index: number) => Parameter<unknown> | undefined,
  args: readonly Value[],
  call: Call,
): Value | undefined {
  let isOpen = false;
  for (const [index, arg] of args.entries()) {
    const parameter = parameterAt(index);
    if (parameter === undefined) continue;
    if (parameter.isOpen(arg)) isOpen = true;
    else if (parameter.read(arg) === undefined) {
      const which = args.length === 1 ? 'The argument' : `Argument ${index + 1}`;
      const must = isNull(arg) ? 'must not be null' : `must be ${parameter.expected}`;
      return invalid(`${which} of ${call.name}() ${must}.`, arg.range ?? call.range);
    }
  }
  return isOpen ? unknownCall(args, call) : undefined;
}

function readAll<A>(parameter: Parameter<A>, args: readonly Value[]): readonly A[] {
  return args.map((arg) => parameter.read(arg)).filter((read) => read !== undefined);
}

/** The unknown that a call is when not enough is known of its arguments. */
export function unknownCall(args: readonly Value[], call: Call): Value {
  return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
}

/** Places the result at the call and gives it the marks of the arguments. */
export function finished(result: Result, args: readonly Value[], call: Call): Value {
  if (typeof result === 'object' && result !== null) {
    if (result.kind === 'refusal') {
      const isSecret = innerMarks(args).sensitive;
      return invalid(isSecret ? `Terraform would refuse what ${call.name}() is given.` : result.because, call.range);
    }
    if (result.kind === 'unmixed') return withMarks(valueOf(result.value, call), outerMarks(args), args, call);
  }
  const value = valueOf(result, call);
  if (value.kind !== 'list' && value.kind !== 'map') return withMarks(value, innerMarks(args), args, call);
  // Which resources an item came through is the item's own affair, but one secret makes all that was mixed with it secret.
  const secret: Marks = { ...noMarks, sensitive: true };
  const isSecret = innerMarks(args).sensitive;
  return withMarks(isSecret ? marked(value, secret) : value, outerMarks(args), args, call);
}

function valueOf(result: Value | Scalar, call: Call): Value {
  const value = isScalar(result) ? scalar(result, call.range) : result;
  return value.range === undefined ? { ...value, range: call.range } : placedAt(value, call.range);
}

/** The marks of arguments that are no collections reach everything in the result. */
function withMarks(value: Value, marks: Marks, args: readonly Value[], call: Call): Value {
  const ofScalars = joinMarks(args.filter((arg) => arg.kind !== 'list' && arg.kind !== 'map'));
  const placed = marked(value, ofScalars);
  call.scope.run.spend(placed);
  for (const arg of args) call.scope.run.charge(workOn(arg));
  return { ...placed, marks: joinMarks([placed, { marks }]), decidedAt: placed.decidedAt ?? decisivePlace(args) };
}

/** Steps of evaluation that going through an argument takes, whatever comes out. */
function workOn(arg: Value): number {
  if (arg.kind === 'list') return arg.items.length >> 4;
  return arg.kind === 'scalar' && typeof arg.value === 'string' ? arg.value.length >> 6 : 0;
}

function outerMarks(args: readonly Value[]): Marks {
  return joinMarks(args);
}

function innerMarks(args: readonly Value[]): Marks {
  return joinMarks(args.map((arg) => summaryOf(arg)));
}

function isScalar(result: Value | Scalar): result is Scalar {
  return typeof result !== 'object' || result === null;
}
