/** `condition ? a : b`: only the branch that is taken is evaluated, unless the condition is not known. */
import { joinMarks, type Value } from '../../../core/value.ts';
import type { ConditionalExpression, Expression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { convertTo } from '../variables/type-constraints.ts';
import { toBoolean } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { asSecretAs, placedAt, withoutVia } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { typeOf, unifyTypes } from '../values/types.ts';
import { Guard } from './guard.ts';

export function evaluateConditional(expression: ConditionalExpression, scope: Scope): Value {
  const { range } = expression;
  const condition = scope.evaluate(expression.condition);
  if (isInvalid(condition)) return condition;
  const holds = toBoolean(condition);
  if (holds !== undefined) {
    const [taken, other] = holds ? [expression.then, expression.otherwise] : [expression.otherwise, expression.then];
    const value = placedAt(asTypedAs(scope.evaluate(taken), other, expression, scope), range);
    const marks = joinMarks([value, withoutVia(condition)]);
    return { ...value, decidedAt: value.decidedAt ?? condition.decidedAt, marks };
  }
  if (condition.kind === 'scalar' || condition.kind === 'list' || condition.kind === 'map') {
    return invalid('The condition is neither true nor false.', expression.condition.range);
  }
  scope.guard?.doubt(condition);
  return eitherBranch(expression, condition, scope);
}

/**
 * The value as the type that both branches have in common: `true ? 5 : "many"` is the text "5". The other branch is
 * looked at only where it may matter.
 */
function asTypedAs(value: Value, other: Expression, { range }: ConditionalExpression, scope: Scope): Value {
  const isConvertible =
    value.kind === 'list' ||
    value.kind === 'map' ||
    (value.kind === 'scalar' && value.value !== null && typeof value.value !== 'string');
  if (!isConvertible) return value;
  const type = unifyTypes([typeOf(value), typeOf(scope.inGuard(new Guard()).evaluate(other))]);
  return type === undefined
    ? invalid('The two results of a conditional must be of one type.', range)
    : convertTo(value, type, scope);
}

/** What both branches agree on; else unknown. */
function eitherBranch(expression: ConditionalExpression, condition: Value, scope: Scope): Value {
  const { range } = expression;
  const then = scope.evaluate(expression.then);
  const otherwise = scope.evaluate(expression.otherwise);
  // A branch that Terraform would refuse is not taken, else there would be no deployment; but `try` may go past both.
  if (isInvalid(then) && scope.guard === undefined) return placedAt(otherwise, range);
  if (isInvalid(otherwise) && scope.guard === undefined) return placedAt(then, range);
  if (equals(then, otherwise) === 'yes') return asSecretAs(placedAt(then, range), [condition, otherwise]);
  const key = `(${keyOf(condition)}?${keyOf(then)}:${keyOf(otherwise)})`;
  return derived(key, [condition, then, otherwise], range);
}
