/**
 * `Fn::Length`: how many items a list has.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-length.html
 */
import { scalar, type Value } from '../../../core/value.ts';
import { derivedUnknown } from '../symbols.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateLength(call: IntrinsicCall): Value {
  const { argument, range, scope } = call;
  const value = scope.evaluate(argument);
  if (value === undefined || value.kind === 'scalar' || value.kind === 'map')
    return wrongCall(call, 'Fn::Length takes a list.');
  if (value.kind !== 'list' || !scope.hasKnownLength(value)) return derivedUnknown('Fn::Length', [value], range);
  return { ...scalar(value.items.length, range, value.marks), decidedAt: value.decidedAt };
}
