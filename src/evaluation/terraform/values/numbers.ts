/**
 * Terraform's numbers: JavaScript's own wherever those print the same digits, else 512 bits wide. Arithmetic gives what
 * Terraform gives to the last digit; whole numbers up to 2^53 cost no more than JavaScript's.
 */
import { scalar, type Marks, type ScalarValue, type Value } from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import {
  add,
  bigFloatOf,
  divide,
  maximumDigits,
  multiply,
  negate,
  parseBigFloat,
  printBigFloat,
  truncate,
  type BigFloat,
} from './big-float.ts';

/** A JavaScript number stands for the decimal that it prints: 0.1 is a tenth. `Infinity` is Terraform's, too. */
export type TerraformNumber = number | WideNumber;

/** A number whose digits JavaScript's nearest number would not print. */
export interface WideNumber {
  readonly wide: BigFloat;
  /** Its decimal digits, without exponent. */
  readonly text: string;
}

const infinities: ReadonlyMap<string, number> = new Map([
  ['inf', Infinity],
  ['+inf', Infinity],
  ['-inf', -Infinity],
  ['Inf', Infinity],
  ['+Inf', Infinity],
  ['-Inf', -Infinity],
]);

// So many digits a double always keeps.
const safeDigits = 15;

/** Reads a decimal number, with or without exponent; undefined for what is none, or has thousands of digits. */
export function parseNumber(text: string): TerraformNumber | undefined {
  if (text.length <= safeDigits && /^-?\d+(?:\.\d+)?$/u.test(text)) return Number(text);
  const parsed = parseBigFloat(text);
  return parsed === undefined ? infinities.get(text) : narrowed(parsed);
}

/** The number that a value is or, as text, says; undefined for others. */
export function numberOf(value: Value): TerraformNumber | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (typeof value.value === 'string') return parseNumber(value.value);
  if (typeof value.value !== 'number') return undefined;
  return value.exact === undefined ? value.value : parseNumber(value.exact);
}

export function numberScalar(number: TerraformNumber, range?: SourceRange, marks?: Marks): ScalarValue {
  const value = scalar(toDouble(number), range, marks);
  return typeof number === 'number' ? value : { ...value, exact: number.text };
}

/** The nearest JavaScript number. */
export function toDouble(number: TerraformNumber): number {
  return typeof number === 'number' ? number : Number(number.text);
}

export function wholeNumber(integer: bigint): TerraformNumber {
  return narrowed(bigFloatOf(integer)) ?? Infinity;
}

/** Decimal, without exponent, as Terraform prints numbers. */
export function printNumber(number: TerraformNumber): string {
  if (typeof number !== 'number') return number.text;
  if (Number.isSafeInteger(number)) return Object.is(number, -0) ? '-0' : String(number);
  if (!Number.isFinite(number)) return number > 0 ? '+Inf' : '-Inf';
  return printDouble(number);
}

/** The digits of JavaScript's number, without its exponent. */
function printDouble(number: number): string {
  if (Number.isInteger(number)) return BigInt(number).toString();
  const text = String(number);
  const at = text.indexOf('e-');
  if (at === -1) return text;
  const [whole = '', fraction = ''] = text.slice(0, at).replace('-', '').split('.');
  const zeros = '0'.repeat(Number(text.slice(at + 2)) - 1);
  return `${number < 0 ? '-' : ''}0.${zeros}${whole}${fraction}`;
}

/**
 * The result of an operation; undefined where it has thousands of digits, or Terraform knows none: a zero divided by
 * zero, infinity less infinity.
 */
export type Result = TerraformNumber | undefined;

export function plus(left: TerraformNumber, right: TerraformNumber): Result {
  return calculated([left, right], (a, b) => a + b, add);
}

export function minus(left: TerraformNumber, right: TerraformNumber): Result {
  return calculated(
    [left, right],
    (a, b) => a - b,
    (a, b) => add(a, negate(b)),
  );
}

export function times(left: TerraformNumber, right: TerraformNumber): Result {
  return calculated([left, right], (a, b) => a * b, multiply);
}

/** By zero it is infinite. */
export function dividedBy(left: TerraformNumber, right: TerraformNumber): Result {
  const isPlain = typeof left === 'number' && typeof right === 'number';
  if (right === 0) return finiteOrInfinite(finiteDouble(left) / right);
  if (isPlain && areSafe(left, right) && left % right === 0) return left / right;
  return calculated([left, right], undefined, divide);
}

/** Of a division towards zero, so that it has the sign of the left side; by zero it is the left side. Terraform fails at infinity. */
export function remainder(left: TerraformNumber, right: TerraformNumber): Result {
  if (right === 0) return left;
  if (typeof left === 'number' && typeof right === 'number') {
    if (areSafe(left, right)) return (left % right) + 0;
  }
  if (!isFiniteNumber(left) || !isFiniteNumber(right)) return undefined;
  return calculated([left, right], undefined, (a, b) =>
    add(a, negate(multiply(bigFloatOf(truncate(divide(a, b))), b))),
  );
}

export function negated(number: TerraformNumber): TerraformNumber {
  if (typeof number === 'number') return -number;
  const text = number.text.startsWith('-') ? number.text.slice(1) : `-${number.text}`;
  return { wide: negate(number.wide), text };
}

/** Negative, zero or positive. */
export function compareNumbers(left: TerraformNumber, right: TerraformNumber): number {
  if (typeof left === 'number' && typeof right === 'number') return left === right ? 0 : left - right;
  if (!isFiniteNumber(left) || !isFiniteNumber(right)) return finiteDouble(left) - finiteDouble(right);
  return compareDigits(printNumber(left), printNumber(right));
}

/** Compares numbers by their decimal digits, as Terraform prints them. */
export function compareDigits(left: string, right: string): number {
  const isNegative = left.startsWith('-');
  if (isNegative !== right.startsWith('-')) return isNegative ? -1 : 1;
  const [whole = '', fraction = ''] = left.replace('-', '').split('.');
  const [otherWhole = '', otherFraction = ''] = right.replace('-', '').split('.');
  const byLength = whole.length - otherWhole.length;
  const [a, b] = whole === otherWhole ? [fraction, otherFraction] : [whole, otherWhole];
  const difference = byLength === 0 ? (a === b ? 0 : a < b ? -1 : 1) : byLength;
  return isNegative ? -difference : difference;
}

/** About how many expressions are evaluated in the time of one calculation in 512 bits. */
export const wideSteps: number = 50;

/** Whether computing with these takes no longer than with JavaScript's whole numbers. */
export function areCheap(numbers: readonly (TerraformNumber | boolean | undefined)[]): boolean {
  return numbers.every((number) => typeof number === 'boolean' || Number.isSafeInteger(number));
}

/** Without its fraction; undefined for what is infinite. */
export function wholePart(number: TerraformNumber): bigint | undefined {
  if (typeof number === 'number') return Number.isFinite(number) ? BigInt(Math.trunc(number)) : undefined;
  return truncate(number.wide);
}

export function isWhole(number: TerraformNumber): boolean {
  return typeof number === 'number' ? Number.isInteger(number) : !number.text.includes('.');
}

export function isFiniteNumber(number: TerraformNumber): boolean {
  return typeof number !== 'number' || Number.isFinite(number);
}

function areSafe(left: number, right: number): boolean {
  return Number.isSafeInteger(left) && Number.isSafeInteger(right);
}

/** By JavaScript where that is exact, else in 512 bits. */
function calculated(
  [left, right]: readonly [TerraformNumber, TerraformNumber],
  plain: ((left: number, right: number) => number) | undefined,
  wide: (left: BigFloat, right: BigFloat) => BigFloat,
): Result {
  if (plain !== undefined && typeof left === 'number' && typeof right === 'number' && areSafe(left, right)) {
    const result = plain(left, right);
    if (Number.isSafeInteger(result)) return result;
  }
  const [a, b] = [widened(left), widened(right)];
  if (a !== undefined && b !== undefined) return narrowed(wide(a, b));
  return finiteOrInfinite((plain ?? ((x, y) => x / y))(finiteDouble(left), finiteDouble(right)));
}

/** For computing with infinity, beside which only the sign of the other number tells. */
function finiteDouble(number: TerraformNumber): number {
  return typeof number === 'number' ? number : number.text.startsWith('-') ? -1 : 1;
}

function finiteOrInfinite(result: number): number | undefined {
  return Number.isNaN(result) ? undefined : result;
}

/** Undefined for what is infinite. */
function widened(number: TerraformNumber): BigFloat | undefined {
  if (typeof number !== 'number') return number.wide;
  return Number.isInteger(number) ? bigFloatOf(BigInt(number)) : parseBigFloat(String(number));
}

function narrowed(wide: BigFloat): Result {
  if (Math.abs(wide.exponent) > maximumDigits * 4) return undefined;
  const text = printBigFloat(wide);
  if (text.length > maximumDigits) return undefined;
  const double = Number(text);
  return Number.isFinite(double) && printDouble(double) === text ? double : { wide, text };
}
