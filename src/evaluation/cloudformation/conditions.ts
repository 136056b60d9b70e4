/** The expressions of the `Conditions` section: a node in, yes, no or unknown out. */
import type { TemplateNode } from '../../loaders/template-node.ts';
import { conditionFunctions } from './intrinsics/condition-functions.ts';
import { type ConditionResult, type Scope, undecided } from './scope.ts';

/** One of the condition functions, or `Condition` with the name of another. */
export function decideCondition(node: TemplateNode, scope: Scope): ConditionResult {
  const only = node.kind === 'mapping' && node.entries.length === 1 ? node.entries[0] : undefined;
  const decide = only === undefined ? undefined : conditionFunctions.get(only.key);
  if (only !== undefined && decide !== undefined) {
    return decide({ name: only.key, argument: only.value, range: node.range, scope });
  }
  const help = `Use one of: ${[...conditionFunctions.keys()].join(', ')}.`;
  return undecided(scope.fault(node.range, 'This is not a condition.', help).symbol.reason);
}
