/** `condition ? a : b`: only the branch that is taken is evaluated, unless the condition is not known. */
import { joinMarks, type Value } from '../../../core/value.ts';
import type { ConditionalExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { toBoolean } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { placedAt, withoutVia } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';

export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const { range } = expression;
  const condition = scope.evaluate(expression.condition);
  if (isInvalid(condition)) return condition;
  const holds = toBoolean(condition);
  if (holds !== undefined) {
    const taken = placedAt(scope.evaluate(holds ? expression.then : expression.otherwise), range);
    const marks = joinMarks([taken, withoutVia(condition)]);
    return { ...taken, decidedAt: taken.decidedAt ?? condition.decidedAt, marks };
  }
  if (condition.kind === 'scalar' || condition.kind === 'list' || condition.kind === 'map') {
    return invalid('The condition is neither true nor false.', expression.condition.range);
  }
  return eitherBranch(expression, condition, scope);
}

/** What both branches agree on; else unknown. */
function eitherBranch(expression: ConditionalExpression, condition: Value, scope: Scope): Value {
  const { range } = expression;
  const then = scope.evaluate(expression.then);
  const otherwise = scope.evaluate(expression.otherwise);
  // A branch that Terraform would refuse is not taken, else there would be no deployment; but `try` may go past both.
  if (isInvalid(then) && !scope.guarded) return placedAt(otherwise, range);
  if (isInvalid(otherwise) && !scope.guarded) return placedAt(then, range);
  if (equals(then, otherwise) === 'yes') return placedAt(then, range);
  const key = `(${keyOf(condition)}?${keyOf(then)}:${keyOf(otherwise)})`;
  return derived(key, [condition, then, otherwise], range);
}
