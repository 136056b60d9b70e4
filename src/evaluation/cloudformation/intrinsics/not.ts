/**
 * `Fn::Not` in a condition: a list of one.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import { not } from '../../../core/truth.ts';
import { type ConditionResult, undecided } from '../scope.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function decideNot(call: IntrinsicCall): ConditionResult {
  const items = argumentList(call, 1, 1);
  if ('kind' in items) return undecided(items.symbol.reason);
  const [item] = items;
  if (item === undefined) return undecided(wrongCall(call, 'Fn::Not takes one condition.').symbol.reason);
  const result = call.scope.decide(item);
  return { ...result, truth: not(result.truth) };
}
