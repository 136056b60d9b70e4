/** Unary and binary operators with Terraform's conversions; `&&` and `||` after Kleene and lazy. */
import { assertNever } from '../../../core/assert-never.ts';
import { not } from '../../../core/truth.ts';
import { joinMarks, scalar, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { BinaryExpression, BinaryOperator, UnaryExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { maximumDigits } from '../values/big-float.ts';
import { toBoolean } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import {
  areCheap,
  compareNumbers,
  dividedBy,
  isFiniteNumber,
  minus,
  negated,
  numberOf,
  numberScalar,
  plus,
  remainder,
  times,
  wideSteps,
  type TerraformNumber,
} from '../values/numbers.ts';
import { asSecretAs, decisivePlace, placedAt } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { summaryOf } from '../values/summary.ts';

export function evaluateUnary(expression: UnaryExpression, scope: Scope): Value {
  const operand = scope.evaluate(expression.operand);
  if (isInvalid(operand)) return operand;
  if (isOpen(operand)) {
    scope.guard?.doubt(operand);
    return derived(`${expression.operator}${keyOf(operand)}`, [operand], expression.range);
  }
  if (expression.operator === '!') {
    const truth = toBoolean(operand);
    return truth === undefined ? notBoolean(expression.operand.range) : result(!truth, [operand], expression.range);
  }
  const number = numberOf(operand);
  if (number === undefined) return notNumber(expression.operand.range);
  if (!areCheap([number])) scope.run.spendSteps(wideSteps);
  return result(negated(number), [operand], expression.range);
}

export function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  const { operator, range } = expression;
  const left = scope.evaluate(expression.left);
  if (operator === '&&' || operator === '||') return evaluateLogical(expression, left, scope);
  if (isInvalid(left)) return left;
  const right = scope.evaluate(expression.right);
  if (isInvalid(right)) return right;
  return operator === '==' || operator === '!='
    ? compareEqual(operator, [left, right], range)
    : calculate(expression, operator, [left, right], scope);
}

function compareEqual(operator: '==' | '!=', operands: readonly [Value, Value], range: SourceRange): Value {
  const same = operator === '==' ? equals(...operands) : not(equals(...operands));
  return same === 'unknown' ? undecided(operator, operands, range) : result(same === 'yes', operands, range);
}

type Calculation = Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>;

function calculate(
  expression: BinaryExpression,
  operator: Calculation,
  operands: readonly [Value, Value],
  scope: Scope,
): Value {
  const { range } = expression;
  if (operands.some((operand) => isOpen(operand))) {
    scope.guard?.doubt(...operands);
    return undecided(operator, operands, range);
  }
  const left = numberOf(operands[0]);
  const right = numberOf(operands[1]);
  if (left === undefined) return notNumber(expression.left.range);
  if (right === undefined) return notNumber(expression.right.range);
  const computed = compute(operator, left, right);
  if (!areCheap([left, right, computed])) scope.run.spendSteps(wideSteps);
  if (computed !== undefined) return result(computed, operands, range);
  return isFiniteNumber(left) && isFiniteNumber(right) && right !== 0
    ? scope.run.atLimit(range, `a number has more than ${maximumDigits} digits`)
    : invalid('Zeros and infinite numbers can not be combined like this.', range);
}

/**
 * One side that decides alone decides, whatever the other side is: also where Terraform would refuse that.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/expression_ops.go
 */
function evaluateLogical(expression: BinaryExpression, first: Value, scope: Scope): Value {
  const { left, right, range } = expression;
  const decides = expression.operator === '||';
  if (toBoolean(first) === decides) return result(decides, [first], range);
  if (isNoBoolean(first)) return notBoolean(left.range);
  const evaluated = scope.evaluate(right);
  const second = isNoBoolean(evaluated) ? notBoolean(right.range) : evaluated;
  if (toBoolean(second) === decides) {
    if (isOpen(first) && !isInvalid(first)) scope.guard?.doubt(first);
    return asSecretAs(result(decides, [second], range), [first]);
  }
  return neitherDecides(decides, [first, second], range, scope);
}

/** What is not known is left; a known side changes nothing. */
function neitherDecides(isOr: boolean, sides: readonly [Value, Value], range: SourceRange, scope: Scope): Value {
  const refused = sides.find((side) => isInvalid(side));
  const [only, ...others] = sides.filter((side) => isOpen(side) && !isInvalid(side));
  if (only === undefined) return refused === undefined ? result(!isOr, sides, range) : asSecretAs(refused, sides);
  scope.guard?.doubt(...sides);
  if (others.length > 0) return undecided(isOr ? '||' : '&&', sides, range);
  // Were it not to decide beside a side that is refused, there would be no deployment.
  return asSecretAs(placedAt(only, range), sides);
}

function isNoBoolean(side: Value): boolean {
  return toBoolean(side) === undefined && !isOpen(side);
}

function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template';
}

function compute(
  operator: Calculation,
  left: TerraformNumber,
  right: TerraformNumber,
): TerraformNumber | boolean | undefined {
  switch (operator) {
    case '<':
      return compareNumbers(left, right) < 0;
    case '<=':
      return compareNumbers(left, right) <= 0;
    case '>':
      return compareNumbers(left, right) > 0;
    case '>=':
      return compareNumbers(left, right) >= 0;
    case '+':
      return plus(left, right);
    case '-':
      return minus(left, right);
    case '*':
      return times(left, right);
    case '/':
      return dividedBy(left, right);
    case '%':
      return remainder(left, right);
    default:
      return assertNever(operator);
  }
}

function result(value: TerraformNumber | boolean, operands: readonly Value[], range: SourceRange): Value {
  const marks = joinMarks(operands.map((operand) => summaryOf(operand)));
  const computed = typeof value === 'boolean' ? scalar(value, range, marks) : numberScalar(value, range, marks);
  return { ...computed, decidedAt: decisivePlace(operands) };
}

function undecided(operator: BinaryOperator, operands: readonly Value[], range: SourceRange): Value {
  return derived(`(${operands.map((operand) => keyOf(operand)).join(operator)})`, operands, range);
}

function notNumber(range: SourceRange): Value {
  return invalid('This must be a number.', range);
}

function notBoolean(range: SourceRange): Value {
  return invalid('This must be true or false.', range);
}
