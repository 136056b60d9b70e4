/** What an intrinsic function is given and what it gives. */
import type { SourceRange } from '../../../core/source.ts';
import type { UnknownValue, Value } from '../../../core/value.ts';
import type { TemplateNode } from '../../../loaders/template-node.ts';
import type { ConditionResult, Scope } from '../scope.ts';

export interface IntrinsicCall {
  /** As in the long form: `Fn::Sub`. */
  readonly name: string;
  readonly argument: TemplateNode;
  /** The whole call; what the result has as its range. */
  readonly range: SourceRange;
  readonly scope: Scope;
}

/** Undefined where the result is `AWS::NoValue`. */
export type Intrinsic = (call: IntrinsicCall) => Value | undefined;

export type ConditionFunction = (call: IntrinsicCall) => ConditionResult;

/** The arguments of a function that takes a list of so many; where there are fewer or more, the unknown that says so. */
export function argumentList(call: IntrinsicCall, least: number, most: number): readonly TemplateNode[] | UnknownValue {
  const { argument } = call;
  if (argument.kind === 'sequence' && argument.items.length >= least && argument.items.length <= most)
    return argument.items;
  const range = most === Infinity ? `at least ${least}` : `${least} to ${most}`;
  return wrongCall(call, `${call.name} takes a list of ${least === most ? least : range} arguments.`);
}

/** The value of a call that CloudFormation would refuse. */
export function wrongCall(call: IntrinsicCall, message: string): UnknownValue {
  return call.scope.fault(call.range, message, `Correct the arguments of ${call.name}.`);
}
