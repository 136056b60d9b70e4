/**
 * `Fn::Equals` in a condition. CloudFormation compares text, so `true` equals `"true"`; an unknown equals itself only.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-conditions.html
 */
import type { Truth } from '../../../core/truth.ts';
import { joinMarks, noMarks, type Value } from '../../../core/value.ts';
import { type ConditionResult, undecided } from '../scope.ts';
import { firstReason, identityOf } from '../symbols.ts';
import { argumentList, type IntrinsicCall } from './intrinsic.ts';

export function decideEquals(call: IntrinsicCall): ConditionResult {
  const items = argumentList(call, 2, 2);
  if ('kind' in items) return undecided(items.symbol.reason);
  const values = items.map((item) => call.scope.evaluate(item));
  const present = values.filter((value) => value !== undefined);
  const truth = areEqual(values[0], values[1], present);
  const because = firstReason(present);
  // What equals itself without being known does so in every deployment.
  const marks = truth === 'yes' && because !== undefined ? noMarks : joinMarks(present);
  return { truth, because: truth === 'unknown' ? because : undefined, marks };
}

function areEqual(left: Value | undefined, right: Value | undefined, present: readonly Value[]): Truth {
  if (identityOf(left) === identityOf(right)) return 'yes';
  return firstReason(present) === undefined ? 'no' : 'unknown';
}
