/** Numeric functions. https://developer.hashicorp.com/terraform/language/functions */
import { list, scalar } from '../../../core/value.ts';
import { takesAll, takesOne, takesTwo, type FunctionTable } from './function.ts';
import { integer, number, optional, text } from './parameters.ts';

// https://developer.hashicorp.com/terraform/language/functions/range
const maximumRange = 1024;

export const numberFunctions: FunctionTable = {
  abs: takesOne(number, Math.abs),
  ceil: takesOne(number, Math.ceil),
  floor: takesOne(number, Math.floor),
  log: takesTwo(number, number, (value, base) => finite(Math.log(value) / Math.log(base))),
  max: takesAll(number, (values) => (values.length === 0 ? undefined : Math.max(...values))),
  min: takesAll(number, (values) => (values.length === 0 ? undefined : Math.min(...values))),
  parseint: takesTwo(text, optional(integer, 10), parseInteger),
  pow: takesTwo(number, number, (base, exponent) => finite(base ** exponent)),
  range: takesAll(number, (limits) => {
    const [first = 0, second, third] = limits;
    const start = second === undefined ? 0 : first;
    const end = second ?? first;
    return limits.length === 0 || limits.length > 3 ? undefined : numbersBetween(start, end, third);
  }),
  signum: takesOne(number, Math.sign),
};

function finite(value: number): number | undefined {
  return Number.isFinite(value) ? value : undefined;
}

function parseInteger(value: string, base: number): number | undefined {
  if (base < 2 || base > 36) return undefined;
  const digits = '0123456789abcdefghijklmnopqrstuvwxyz'.slice(0, base);
  return new RegExp(`^[+-]?[${digits}]+$`, 'iu').test(value) ? Number.parseInt(value, base) : undefined;
}

function numbersBetween(start: number, end: number, stated: number | undefined): ReturnType<typeof list> | undefined {
  const step = stated ?? (end < start ? -1 : 1);
  if (step === 0 || (end - start) / step > maximumRange) return undefined;
  if (start !== end && Math.sign(end - start) !== Math.sign(step)) return undefined;
  const values: number[] = [];
  for (let value = start; step > 0 ? value < end : value > end; value += step) values.push(value);
  return list(values.map((value) => scalar(value)));
}
