/** Numeric functions. https://developer.hashicorp.com/terraform/language/functions */
import { list, type Value } from '../../../core/value.ts';
import { maximumDigits } from '../values/big-float.ts';
import { isWhollyKnown } from '../values/summary.ts';
import {
  compareNumbers,
  negated,
  numberOf,
  numberScalar,
  parseNumber,
  plus,
  toDouble,
  wholeNumber,
  wholePart,
  type TerraformNumber,
} from '../values/numbers.ts';
import {
  refuse,
  takesAll,
  takesOne,
  takesTwo,
  unknownCall,
  type Call,
  type FunctionTable,
  type Result,
} from './function.ts';
import { integer, items, number, properText, wideInteger } from './parameters.ts';

export const numberFunctions: FunctionTable = {
  abs: takesOne(number, (value) => numberScalar(compareNumbers(value, 0) < 0 ? negated(value) : value)),
  ceil: takesOne(number, (value) => rounded(value, (whole) => (compareNumbers(value, whole) > 0 ? 1 : 0))),
  floor: takesOne(number, (value) => rounded(value, (whole) => (compareNumbers(value, whole) < 0 ? -1 : 0))),
  log: takesTwo(number, number, (value, base) => ofDouble(Math.log(toDouble(value)) / Math.log(toDouble(base)))),
  max: takesAll(number, 1, (values) => numberScalar(extreme(values, (left, right) => compareNumbers(left, right) > 0))),
  min: takesAll(number, 1, (values) => numberScalar(extreme(values, (left, right) => compareNumbers(left, right) < 0))),
  parseint: takesTwo(properText, integer, parseInteger),
  pow: takesTwo(number, number, (base, exponent) => ofDouble(toDouble(base) ** toDouble(exponent))),
  range: takesAll(number, 1, range),
  signum: takesOne(wideInteger, (value) => {
    if (BigInt.asIntN(64, value) !== value) return refuse('The number does not fit into 64 bits.');
    return value === 0n ? 0 : value > 0n ? 1 : -1;
  }),
  sum: takesOne(items, sum),
};

/** The whole part, moved by what `step` says of it. */
function rounded(value: TerraformNumber, step: (whole: TerraformNumber) => 0 | 1 | -1): Value {
  const part = wholePart(value);
  if (part === undefined) return numberScalar(value);
  return numberScalar(wholeNumber(part + BigInt(step(wholeNumber(part)))));
}

/** Logarithms and powers are computed in doubles, of which Terraform prints the fewest digits that tell them apart. */
function ofDouble(value: number): Result {
  const digits = parseNumber(String(value));
  if (digits !== undefined) return numberScalar(digits);
  return Number.isNaN(value) ? refuse('The result is not a number.') : numberScalar(value);
}

function extreme(
  values: readonly TerraformNumber[],
  isBeyond: (left: TerraformNumber, right: TerraformNumber) => boolean,
): TerraformNumber {
  let [found = 0] = values;
  for (const value of values) if (isBeyond(value, found)) found = value;
  return found;
}

// Up to base 36 the case of letters does not matter; above, capitals follow the small ones.
// https://pkg.go.dev/math/big#Int.SetString
const digits = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** https://developer.hashicorp.com/terraform/language/functions/parseint */
function parseInteger(source: string, base: number, call: Call): Result {
  if (base < 2 || base > 62) return refuse('The base must lie between 2 and 62.');
  const [, sign, written = ''] = /^([+-]?)([0-9a-zA-Z]+)$/u.exec(source) ?? [];
  if (written.length > maximumDigits)
    return call.scope.run.atLimit(call.range, `a number has more than ${maximumDigits} digits`);
  const worths = Array.from(base <= 36 ? written.toLowerCase() : written, (digit) => digits.indexOf(digit));
  if (written === '' || worths.some((worth) => worth >= base))
    return refuse(`The text is no whole number of base ${base}.`);
  let value = 0n;
  for (const worth of worths) value = value * BigInt(base) + BigInt(worth);
  return numberScalar(wholeNumber(sign === '-' ? -value : value));
}

// https://developer.hashicorp.com/terraform/language/functions/range
const maximumRange = 1024;

/** From the start up or down to the end, without it; the step is 1 towards the end unless it is stated. */
function range(limits: readonly TerraformNumber[]): Result {
  const [first = 0, second, third] = limits;
  if (limits.length > 3) return refuse('range() takes one to 3 arguments.');
  const start = second === undefined ? 0 : first;
  const end = second ?? first;
  const step = third ?? (compareNumbers(end, start) < 0 ? -1 : 1);
  const direction = Math.sign(compareNumbers(step, 0));
  if (direction === 0) return refuse('The step must not be zero.');
  if (compareNumbers(end, start) * direction < 0) return refuse('The step leads away from the end.');
  const values: Value[] = [];
  let next: TerraformNumber | undefined = start;
  while (next !== undefined && compareNumbers(end, next) * direction > 0) {
    if (values.length === maximumRange) return refuse(`range() makes no more than ${maximumRange} numbers.`);
    values.push(numberScalar(next));
    next = plus(next, step);
  }
  return list(values);
}

function sum(values: readonly Value[], call: Call): Result {
  if (values.length === 0) return refuse('The list is empty.');
  let total: TerraformNumber | undefined = 0;
  for (const value of values) {
    const next = numberOf(value);
    if (next === undefined && isWhollyKnown(value)) return refuse('sum() takes a list of numbers.');
    total = total === undefined || next === undefined ? undefined : plus(total, next);
  }
  return total === undefined ? unknownCall(values, call) : numberScalar(total);
}
