/** The functions of the `Conditions` section by name. */
import { decideAnd } from './and.ts';
import { decideByName } from './condition.ts';
import { decideEquals } from './equals.ts';
import type { ConditionFunction } from './intrinsic.ts';
import { decideNot } from './not.ts';
import { decideOr } from './or.ts';

export const conditionFunctions: ReadonlyMap<string, ConditionFunction> = new Map([
  ['Condition', decideByName],
  ['Fn::And', decideAnd],
  ['Fn::Equals', decideEquals],
  ['Fn::Not', decideNot],
  ['Fn::Or', decideOr],
]);
