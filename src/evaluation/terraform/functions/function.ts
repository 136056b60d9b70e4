/**
 * How functions are described: parameters that read arguments, and what is made of them. A parameter says how much of its
 * argument must be known; a call that lacks this is an unknown, equal to the same call of the same unknowns.
 */
import { joinMarks, scalar, type Scalar, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { Scope } from '../scope.ts';
import { decisivePlace, marked, placedAt } from '../values/places.ts';
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

/** What a function makes: a value, a scalar, or undefined when Terraform would refuse the arguments. */
type Result = Value | Scalar | undefined;

export function takesNothing(apply: (call: Call) => Result): TerraformFunction {
  return { apply: (args, call) => (args.length > 0 ? refused(call) : finished(apply(call), args, call)) };
}

export function takesOne<A>(first: Parameter<A>, apply: (first: A, call: Call) => Result): TerraformFunction {
  return described([first], (args, call) => {
    const a = first.read(args[0]);
    return a === undefined ? undefined : apply(a, call);
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
    return a === undefined || b === undefined ? undefined : apply(a, b, call);
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
    return a === undefined || b === undefined || c === undefined ? undefined : apply(a, b, c, call);
  });
}

/** Any number of arguments of one kind. */
export function takesAll<A>(each: Parameter<A>, apply: (all: readonly A[], call: Call) => Result): TerraformFunction {
  return {
    apply: (args, call) => {
      if (args.some((arg) => each.isOpen(arg))) return unknownCall(args, call);
      const all = readAll(each, args);
      return finished(all === undefined ? undefined : apply(all, call), args, call);
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
      const [head, ...tail] = args;
      if (head === undefined) return refused(call);
      if (first.isOpen(head) || tail.some((arg) => others.isOpen(arg))) return unknownCall(args, call);
      const a = first.read(head);
      const rest = readAll(others, tail);
      return finished(a === undefined || rest === undefined ? undefined : apply(a, rest, call), args, call);
    },
  };
}

function described(
  parameters: readonly Parameter<unknown>[],
  apply: (args: readonly Value[], call: Call) => Result,
): TerraformFunction {
  return {
    apply: (args, call) => {
      if (args.length > parameters.length) return refused(call);
      if (args.some((arg, index) => parameters[index]?.isOpen(arg) === true)) return unknownCall(args, call);
      return finished(apply(args, call), args, call);
    },
  };
}

function readAll<A>(parameter: Parameter<A>, args: readonly Value[]): readonly A[] | undefined {
  const all: A[] = [];
  for (const arg of args) {
    const read = parameter.read(arg);
    if (read === undefined) return undefined;
    all.push(read);
  }
  return all;
}

/** The unknown that a call is when not enough is known of its arguments. */
export function unknownCall(args: readonly Value[], call: Call): Value {
  return derived(`${call.name}(${args.map((arg) => keyOf(arg)).join(',')})`, args, call.range);
}

function refused(call: Call): Value {
  return invalid(`Terraform's ${call.name}() refuses these arguments.`, call.range);
}

/** Places the result at the call. Marks of scalar arguments reach everything in it, those of lists and maps stay with their items. */
function finished(result: Result, args: readonly Value[], call: Call): Value {
  if (result === undefined) return refused(call);
  const value = isScalar(result) ? scalar(result, call.range) : result;
  const fromScalars = joinMarks(args.filter((arg) => arg.kind !== 'list' && arg.kind !== 'map'));
  const placed = marked(
    value.range === undefined ? { ...value, range: call.range } : placedAt(value, call.range),
    fromScalars,
  );
  call.scope.run.spend(placed);
  const marks = joinMarks([placed, ...args]);
  return { ...placed, marks, decidedAt: placed.decidedAt ?? decisivePlace(args) };
}

function isScalar(result: Value | Scalar): result is Scalar {
  return typeof result !== 'object' || result === null;
}
