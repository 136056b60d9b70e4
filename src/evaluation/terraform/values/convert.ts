/** Terraform's automatic conversions between text, numbers and booleans; undefined where Terraform would refuse. */
import { scalar, type Scalar, type ScalarValue, type Value } from '../../../core/value.ts';
import { numberOf, numberScalar, printNumber, toDouble } from './numbers.ts';

/** https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion */
export function toText(value: Value): string | undefined {
  if (value.kind !== 'scalar' || value.value === null) return undefined;
  return typeof value.value === 'number' ? (value.exact ?? printNumber(value.value)) : String(value.value);
}

/** The nearest JavaScript number; `numberOf` gives all digits. */
export function toNumber(value: Value): number | undefined {
  const number = numberOf(value);
  return number === undefined ? undefined : toDouble(number);
}

const booleans: ReadonlyMap<Scalar, boolean> = new Map<Scalar, boolean>([
  [true, true],
  ['true', true],
  ['1', true],
  [false, false],
  ['false', false],
  ['0', false],
]);

export function toBoolean(value: Value): boolean | undefined {
  return value.kind === 'scalar' ? booleans.get(value.value) : undefined;
}

export type ScalarType = 'string' | 'number' | 'bool';

/** The same value as text, number or boolean, with all its digits; null stays null. */
export function convertScalar(value: ScalarValue, type: ScalarType): ScalarValue | undefined {
  if (value.value === null) return value;
  const converted = asScalar(value, type);
  return converted && { ...converted, range: value.range, decidedAt: value.decidedAt, marks: value.marks };
}

function asScalar(value: ScalarValue, type: ScalarType): ScalarValue | undefined {
  if (type === 'number') {
    const number = numberOf(value);
    return number === undefined ? undefined : numberScalar(number);
  }
  const converted = type === 'string' ? toText(value) : toBoolean(value);
  return converted === undefined ? undefined : scalar(converted);
}

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}
