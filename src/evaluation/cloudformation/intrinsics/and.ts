/**
 * `Fn::And` in a condition: yes when all are.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import { and } from '../../../core/truth.ts';
import { joinMarks } from '../../../core/value.ts';
import { type ConditionResult, undecided } from '../scope.ts';
import { argumentList, type IntrinsicCall } from './intrinsic.ts';

export function decideAnd(call: IntrinsicCall): ConditionResult {
  const items = argumentList(call, 2, 10);
  if ('kind' in items) return undecided(items.symbol.reason);
  const results = items.map((item) => call.scope.decide(item));
  const truth = and(...results.map((result) => result.truth));
  const because = truth === 'unknown' ? results.find((result) => result.truth === 'unknown')?.because : undefined;
  return { truth, because, marks: joinMarks(results) };
}
