/** Decimal digits of exact numbers: rounding to places or to significant digits, with and without exponent. */
import { parseBigFloat } from '../values/big-float.ts';

/** `0.digits × 10^point`, without zeros at the end; no digits are zero. */
export interface Decimal {
  readonly digits: string;
  readonly point: number;
}

/** Of a number's text without sign and exponent: its fewest digits. */
export function shortestDecimal(text: string): Decimal {
  const [whole = '', fraction = ''] = text.split('.');
  return trimmed(`${whole}${fraction}`, whole.length);
}

/** Of the same text: the digits of the binary number that it stands for, all of them. */
export function exactDecimal(text: string): Decimal {
  const { mantissa, exponent } = parseBigFloat(text) ?? { mantissa: 0n, exponent: 0 };
  if (exponent >= 0) {
    const whole = (mantissa << BigInt(exponent)).toString();
    return trimmed(whole, whole.length);
  }
  const scaled = (mantissa * 5n ** BigInt(-exponent)).toString();
  return trimmed(scaled, scaled.length + exponent);
}

function trimmed(digits: string, point: number): Decimal {
  const zeros = digits.length - digits.replace(/^0+/u, '').length;
  const kept = digits.slice(zeros).replace(/0+$/u, '');
  return kept === '' ? { digits: '', point: 0 } : { digits: kept, point: point - zeros };
}

/** To so many significant digits, ties to even. */
export function roundedTo(count: number, { digits, point }: Decimal): Decimal {
  if (count >= digits.length) return { digits, point };
  if (count < 0) return { digits: '', point: 0 };
  const kept = digits.slice(0, count);
  const rest = digits.slice(count);
  const isOdd = Number(kept.at(-1) ?? 0) % 2 === 1;
  const isUp = rest === '5' ? isOdd : rest >= '5';
  if (!isUp) return trimmed(kept, point);
  const raised = (BigInt(kept === '' ? 0 : kept) + 1n).toString();
  return trimmed(raised, point + raised.length - count);
}

/** With so many places after the point. */
export function printFixed(places: number, decimal: Decimal): string {
  const { digits, point } = roundedTo(decimal.point + places, decimal);
  const whole = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const fraction = `${'0'.repeat(Math.max(0, -point))}${digits.slice(Math.max(0, point))}`;
  return places === 0 ? whole : `${whole}.${fraction.padEnd(places, '0').slice(0, places)}`;
}

/** `1.50e+03` with so many places after the point. */
export function printExponent(places: number, decimal: Decimal): string {
  const { digits, point } = roundedTo(places + 1, decimal);
  const exponent = digits === '' ? 0 : point - 1;
  const fraction = places === 0 ? '' : `.${digits.slice(1).padEnd(places, '0')}`;
  const power = String(Math.abs(exponent)).padStart(2, '0');
  return `${digits === '' ? '0' : digits.charAt(0)}${fraction}e${exponent < 0 ? '-' : '+'}${power}`;
}

/** The shorter of the two, with all digits or so many significant ones. https://pkg.go.dev/math/big#Float.Text */
export function printGeneral(significant: number | undefined, text: string): string {
  const isShortest = significant === undefined;
  const decimal = isShortest ? shortestDecimal(text) : roundedTo(Math.max(1, significant), exactDecimal(text));
  const { digits, point } = decimal;
  const isFilled = !isShortest && significant > digits.length && digits.length >= point;
  const longest = isShortest ? 6 : isFilled ? digits.length : Math.max(1, significant);
  const exponent = digits === '' ? 0 : point - 1;
  if (exponent < -4 || exponent >= longest) return printExponent(Math.max(0, digits.length - 1), decimal);
  return printFixed(Math.max(0, digits.length - point), decimal);
}
