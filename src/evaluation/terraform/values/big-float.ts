/**
 * Binary floating-point numbers of 512 bits, in which Terraform computes: Go's `big.Float`, rounded to nearest even. Kept
 * as `mantissa × 2^exponent`, for numbers that JavaScript's own would not give digit by digit.
 *
 * https://pkg.go.dev/math/big#Float
 */

export interface BigFloat {
  readonly mantissa: bigint;
  readonly exponent: number;
}

// The precision in which HCL reads numbers.
// https://github.com/hashicorp/hcl/blob/main/hclsyntax/parser.go
const precision = 512;

/** Digits before or after the point beyond which a number is not computed with: its text would grow without bound. */
export const maximumDigits: number = 5000;

const decimalPattern = /^([+-]?)(?=\.?\d)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,9}))?$/u;

/** Reads decimal text; undefined for what is no number, or has too many digits. */
export function parseBigFloat(text: string): BigFloat | undefined {
  const [matched, sign, whole = '', fraction = '', exponent = '0'] = decimalPattern.exec(text) ?? [];
  if (matched === undefined) return undefined;
  const digits = `${whole}${fraction}`.replace(/^0+(?=\d)/u, '');
  if (digits === '0') return { mantissa: 0n, exponent: 0 };
  const power = Number(exponent) - fraction.length;
  if (Math.max(digits.length, digits.length + power, -power) > maximumDigits) return undefined;
  const mantissa = BigInt(digits) * (sign === '-' ? -1n : 1n);
  return power >= 0 ? rounded(mantissa * 10n ** BigInt(power), 0) : quotient(mantissa, 10n ** BigInt(-power), 0);
}

export function bigFloatOf(integer: bigint): BigFloat {
  return rounded(integer, 0);
}

export function add(left: BigFloat, right: BigFloat): BigFloat {
  const exponent = Math.min(left.exponent, right.exponent);
  return rounded(atExponent(left, exponent) + atExponent(right, exponent), exponent);
}

export function multiply(left: BigFloat, right: BigFloat): BigFloat {
  return rounded(left.mantissa * right.mantissa, left.exponent + right.exponent);
}

/** The divisor is not zero. */
export function divide(left: BigFloat, right: BigFloat): BigFloat {
  return quotient(left.mantissa, right.mantissa, left.exponent - right.exponent);
}

export function negate({ mantissa, exponent }: BigFloat): BigFloat {
  return { mantissa: -mantissa, exponent };
}

/** Towards zero. */
export function truncate({ mantissa, exponent }: BigFloat): bigint {
  if (exponent >= 0) return mantissa << BigInt(exponent);
  const magnitude = absolute(mantissa) >> BigInt(-exponent);
  return mantissa < 0n ? -magnitude : magnitude;
}

/** The fewest digits that are read back as the same number, without exponent: `0.1`, `1000000000000000000000`. */
export function printBigFloat({ mantissa, exponent }: BigFloat): string {
  const sign = mantissa < 0n ? '-' : '';
  const magnitude = absolute(mantissa);
  const { digits, power } = shortest(magnitude, exponent);
  if (power >= 0) return sign + digits + '0'.repeat(power);
  const padded = digits.padStart(1 - power, '0');
  return `${sign}${padded.slice(0, power)}.${padded.slice(power)}`;
}

/** Digits, times ten to the power. */
interface Decimal {
  readonly digits: string;
  readonly power: number;
}

/** The shortest decimal that is nearer to the number than to both of its neighbours. */
function shortest(magnitude: bigint, exponent: number): Decimal {
  if (magnitude === 0n) return { digits: '0', power: 0 };
  // At full width, so that the neighbours are one step away: in halves of it.
  const widened = precision - bitLength(magnitude);
  const halves = magnitude << BigInt(widened + 1);
  const unit = exponent - widened - 1;
  // What lies in the middle between two numbers is read as the even one.
  const isOdd = widened === 0 ? 1n : 0n;
  return nearestBetween({
    from: inTens(halves - 1n, unit) + isOdd,
    exact: inTens(halves, unit),
    to: inTens(halves + 1n, unit) - isOdd,
    power: Math.min(0, unit),
  });
}

/** `mantissa × 2^exponent` in units of `10^exponent`, or in ones where the exponent is positive. */
function inTens(mantissa: bigint, exponent: number): bigint {
  return exponent >= 0 ? mantissa << BigInt(exponent) : mantissa * 5n ** BigInt(-exponent);
}

/** Whole numbers, times ten to the power. */
interface Bounds {
  readonly from: bigint;
  readonly exact: bigint;
  readonly to: bigint;
  readonly power: number;
}

/** Of the numbers between the bounds the one with most zeros at its end, the nearest of those. */
function nearestBetween({ from, exact, to, power }: Bounds): Decimal {
  let zeros = 0;
  let most = to.toString().length;
  // Where a number with so many zeros lies between the bounds, one with fewer does, too.
  while (zeros < most) {
    const middle = Math.ceil((zeros + most) / 2);
    const unit = 10n ** BigInt(middle);
    if ((to / unit) * unit >= from) zeros = middle;
    else most = middle - 1;
  }
  const unit = 10n ** BigInt(zeros);
  const down = exact / unit;
  const up = down + 1n;
  const beyond = (exact - down * unit) * 2n - unit;
  const isDown = beyond < 0n || (beyond === 0n && down % 2n === 0n);
  const [nearer, farther] = isDown ? [down, up] : [up, down];
  const isInside = nearer * unit >= from && nearer * unit <= to;
  const digits = (isInside ? nearer : farther).toString();
  return { digits, power: power + zeros };
}

/** The quotient of two integers, times two to the exponent: divided far enough that rounding sees what was cut off. */
function quotient(dividend: bigint, divisor: bigint, exponent: number): BigFloat {
  const shift = Math.max(0, precision + 2 + bitLength(absolute(divisor)) - bitLength(absolute(dividend)));
  const shifted = dividend << BigInt(shift);
  const whole = shifted / divisor;
  const isNegative = dividend < 0n !== divisor < 0n;
  const rest = shifted % divisor === 0n ? 0n : isNegative ? -1n : 1n;
  return rounded(whole * 2n + rest, exponent - shift - 1);
}

/** To 512 bits, ties to even, without zeros at the end. */
function rounded(mantissa: bigint, exponent: number): BigFloat {
  if (mantissa === 0n) return { mantissa, exponent: 0 };
  const magnitude = absolute(mantissa);
  const excess = bitLength(magnitude) - precision;
  const kept = excess > 0 ? roundedShift(magnitude, BigInt(excess)) : magnitude;
  const zeros = trailingZeros(kept);
  const odd = kept >> BigInt(zeros);
  return { mantissa: mantissa < 0n ? -odd : odd, exponent: exponent + Math.max(0, excess) + zeros };
}

function roundedShift(magnitude: bigint, bits: bigint): bigint {
  const kept = magnitude >> bits;
  const half = 1n << (bits - 1n);
  const rest = magnitude - (kept << bits);
  const isUp = rest > half || (rest === half && kept % 2n === 1n);
  return isUp ? kept + 1n : kept;
}

function atExponent({ mantissa, exponent }: BigFloat, wanted: number): bigint {
  return mantissa << BigInt(exponent - wanted);
}

function absolute(value: bigint): bigint {
  return value < 0n ? -value : value;
}

function bitLength(magnitude: bigint): number {
  const hexadecimal = magnitude.toString(16);
  return (hexadecimal.length - 1) * 4 + (32 - Math.clz32(Number.parseInt(hexadecimal.charAt(0), 16)));
}

function trailingZeros(magnitude: bigint): number {
  return bitLength(magnitude & -magnitude) - 1;
}
