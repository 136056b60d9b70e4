/** Terraform's automatic conversions between text, numbers and booleans; undefined where Terraform would refuse. */
import type { Scalar, Value } from '../../../core/value.ts';

/** https://developer.hashicorp.com/terraform/language/expressions/types#type-conversion */
export function toText(value: Value): string | undefined {
  return value.kind === 'scalar' ? scalarText(value.value) : undefined;
}

function scalarText(value: Scalar): string | undefined {
  if (value === null) return undefined;
  return typeof value === 'number' ? numberText(value) : String(value);
}

export function toNumber(value: Value): number | undefined {
  if (value.kind !== 'scalar') return undefined;
  if (typeof value.value === 'number') return value.value;
  return typeof value.value === 'string' ? parseNumber(value.value) : undefined;
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

export function isNull(value: Value): boolean {
  return value.kind === 'scalar' && value.value === null;
}

/** Decimal, without exponent, as Terraform prints numbers. */
export function numberText(value: number): string {
  if (Number.isInteger(value)) return BigInt(value).toString();
  const text = String(value);
  return text.includes('e') ? value.toFixed(20).replace(/0+$/u, '') : text;
}

function parseNumber(text: string): number | undefined {
  return /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/u.test(text) ? Number(text) : undefined;
}
