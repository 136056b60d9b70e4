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
  compareNumbers,
  dividedBy,
  minus,
  negated,
  numberOf,
  numberScalar,
  plus,
  remainder,
  times,
  toDouble,
  type TerraformNumber,
} from '../values/numbers.ts';
import { decisivePlace, placedAt } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { summaryOf } from '../values/summary.ts';

export function evaluateUnary(expression: UnaryExpression, scope: Scope): Value {
  const operand = scope.evaluate(expression.operand);
  if (isInvalid(operand)) return operand;
  if (operand.kind === 'unknown' || operand.kind === 'reference') {
    return derived(`${expression.operator}${keyOf(operand)}`, [operand], expression.range);
  }
  if (expression.operator === '!') {
    const truth = toBoolean(operand);
    return truth === undefined ? notBoolean(expression.operand.range) : result(!truth, [operand], expression.range);
  }
  const number = numberOf(operand);
  if (number === undefined) return notNumber(expression.operand.range);
  return result(negated(number), [operand], expression.range);
}

export function evaluateBinary(expression: BinaryExpression, scope: Scope): Value {
  const { operator, range } = expression;
  const left = scope.evaluate(expression.left);
  if (isInvalid(left)) return left;
  if (operator === '&&' || operator === '||') return evaluateLogical(expression, left, scope);
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
  if (operands.some((operand) => isOpen(operand))) return undecided(operator, operands, range);
  const left = numberOf(operands[0]);
  const right = numberOf(operands[1]);
  if (left === undefined) return notNumber(expression.left.range);
  if (right === undefined) return notNumber(expression.right.range);
  const computed = compute(operator, left, right);
  if (computed !== undefined) return result(computed, operands, range);
  return Number.isFinite(toDouble(left)) && Number.isFinite(toDouble(right)) && right !== 0
    ? scope.run.atLimit(range, `a number has more than ${maximumDigits} digits`)
    : invalid('Zeros and infinite numbers can not be combined like this.', range);
}

/** One side that decides alone decides, whatever the other side is. */
function evaluateLogical({ operator, right, left, range }: BinaryExpression, first: Value, scope: Scope): Value {
  const decides = operator === '||';
  const firstTruth = toBoolean(first);
  if (firstTruth === decides) return result(decides, [first], range);
  if (firstTruth === undefined && !isOpen(first)) return notBoolean(left.range);
  const second = scope.evaluate(right);
  if (isInvalid(second)) return firstTruth === undefined && !scope.guarded ? placedAt(first, range) : second;
  const secondTruth = toBoolean(second);
  if (secondTruth === decides) return result(decides, [second], range);
  if (secondTruth === undefined && !isOpen(second)) return notBoolean(right.range);
  // Neither decides: those that are not known are left, and known ones change nothing.
  const open = [first, second].filter((side) => isOpen(side));
  const [only, ...others] = open;
  if (only === undefined) return result(!decides, [first, second], range);
  return others.length === 0 ? placedAt(only, range) : undecided(operator, open, range);
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
