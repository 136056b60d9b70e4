/** Unary and binary operators with Terraform's conversions; `&&` and `||` after Kleene and lazy. */
import { assertNever } from '../../../core/assert-never.ts';
import { not } from '../../../core/truth.ts';
import { joinMarks, scalar, type Scalar, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { BinaryExpression, BinaryOperator, UnaryExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { toBoolean, toNumber } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
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
  const number = toNumber(operand);
  return number === undefined ? notNumber(expression.operand.range) : result(-number, [operand], expression.range);
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
    : calculate(expression, operator, [left, right]);
}

function compareEqual(operator: '==' | '!=', operands: readonly [Value, Value], range: SourceRange): Value {
  const same = operator === '==' ? equals(...operands) : not(equals(...operands));
  return same === 'unknown' ? undecided(operator, operands, range) : result(same === 'yes', operands, range);
}

type Calculation = Exclude<BinaryOperator, '&&' | '||' | '==' | '!='>;

function calculate(expression: BinaryExpression, operator: Calculation, operands: readonly [Value, Value]): Value {
  const { range } = expression;
  if (operands.some((operand) => isOpen(operand))) return undecided(operator, operands, range);
  const left = toNumber(operands[0]);
  const right = toNumber(operands[1]);
  if (left === undefined) return notNumber(expression.left.range);
  if (right === undefined) return notNumber(expression.right.range);
  const computed = compute(operator, left, right);
  return computed === undefined ? invalid('Division by zero.', range) : result(computed, operands, range);
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

function compute(operator: Calculation, left: number, right: number): Scalar | undefined {
  switch (operator) {
    case '<':
      return left < right;
    case '<=':
      return left <= right;
    case '>':
      return left > right;
    case '>=':
      return left >= right;
    case '+':
      return exactDecimal(left + right);
    case '-':
      return exactDecimal(left - right);
    case '*':
      return exactDecimal(left * right);
    case '/':
      return right === 0 ? undefined : exactDecimal(left / right);
    case '%':
      return right === 0 ? undefined : left % right;
    default:
      return assertNever(operator);
  }
}

/** Terraform computes in decimal where 0.1 + 0.2 is 0.3; 15 digits are what a double keeps of that. */
function exactDecimal(value: number): number {
  return Number.isInteger(value) ? value : Number(value.toPrecision(15));
}

function result(value: Scalar, operands: readonly Value[], range: SourceRange): Value {
  const marks = joinMarks(operands.map((operand) => summaryOf(operand)));
  return { ...scalar(value, range, marks), decidedAt: decisivePlace(operands) };
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
