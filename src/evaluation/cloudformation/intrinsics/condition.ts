/** `Condition` in a condition: another one by its name. */
import { namedCondition } from '../named-condition.ts';
import { type ConditionResult, undecided } from '../scope.ts';
import { type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function decideByName(call: IntrinsicCall): ConditionResult {
  const { argument, scope } = call;
  if (argument.kind === 'scalar') return namedCondition(argument.source, argument.range, scope);
  return undecided(wrongCall(call, '"Condition" takes the name of a condition.').symbol.reason);
}
