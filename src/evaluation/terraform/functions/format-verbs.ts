/** What the verbs of `format` make of known values: Go's formats as Terraform uses them. https://pkg.go.dev/fmt */
import { scalar, type Value } from '../../../core/value.ts';
import { isNull, toBoolean, toText } from '../values/convert.ts';
import { isWhole, numberOf, printNumber, wholePart } from '../values/numbers.ts';
import { exactDecimal, printExponent, printFixed, printGeneral } from './decimals.ts';
import type { Verb } from './format-pattern.ts';
import { refuse, type Refusal } from './function.ts';
import { jsonText } from './json-text.ts';
import { charactersOf } from './text.ts';

/** @param argument wholly known */
export function formatKnown(argument: Value, verb: Verb): string | Refusal {
  if (verb.letter !== 'v' && isNull(argument)) return refuse(`%${verb.letter} can not format null.`);
  switch (verb.letter) {
    case 'v':
      return padded(asIs(argument, verb), verb);
    case 's':
    case 'q':
      return formatText(argument, verb);
    case 't':
      return toBoolean(argument)?.toString() ?? refuse('%t formats a boolean.');
    default:
      return formatNumber(argument, verb);
  }
}

function formatNumber(argument: Value, verb: Verb): string | Refusal {
  const number = numberOf(argument);
  const text = number === undefined ? '' : printNumber(number);
  if (number === undefined || !/\d/u.test(text)) return refuse(`%${verb.letter} formats a number.`);
  if ('eEfgG'.includes(verb.letter)) return formatFraction(text, verb);
  const whole = isWhole(number) ? wholePart(number) : undefined;
  return whole === undefined ? refuse(`%${verb.letter} formats a whole number.`) : formatWhole(whole, verb);
}

/** A text as it is, a number with as few digits as tell it, everything else as JSON. */
function asIs(argument: Value, { sharp }: Verb): string {
  if (sharp || argument.kind !== 'scalar') return jsonText(argument) ?? '';
  const text = toText(argument);
  if (typeof argument.value !== 'number' || text === undefined || !/\d/u.test(text)) return text ?? 'null';
  return text.startsWith('-') ? `-${printGeneral(undefined, text.slice(1))}` : printGeneral(undefined, text);
}

/** A precision cuts the text, one of 0 does not. */
function formatText(argument: Value, verb: Verb): string | Refusal {
  const text = toText(argument);
  if (text === undefined) return refuse(`%${verb.letter} formats a text, a number or a boolean; %v formats anything.`);
  const cut = (verb.precision ?? 0) > 0 ? charactersOf(text).slice(0, verb.precision).join('') : text;
  return padded(verb.letter === 's' ? cut : (jsonText(scalar(cut)) ?? ''), verb);
}

/** Texts are padded with zeros, too, when the flag says so, even at the end. */
function padded(text: string, { minus, width, zero }: Verb): string {
  const missing = (zero ? '0' : ' ').repeat(Math.max(0, width - charactersOf(text).length));
  return minus ? text + missing : missing + text;
}

function formatFraction(text: string, verb: Verb): string {
  const magnitude = text.replace(/^-/u, '');
  const { letter, minus, precision, width, zero } = verb;
  const digits = fractionDigits(letter.toLowerCase(), precision, magnitude);
  const cased = letter === letter.toUpperCase() ? digits.toUpperCase() : digits;
  const sign = signOf(text.startsWith('-'), verb);
  if (zero) return sign + cased.padStart(width - sign.length, '0');
  return minus ? (sign + cased).padEnd(width) : (sign + cased).padStart(width);
}

function fractionDigits(letter: string, precision: number | undefined, text: string): string {
  if (letter === 'g') return printGeneral(precision, text);
  return (letter === 'e' ? printExponent : printFixed)(precision ?? 6, exactDecimal(text));
}

const bases: ReadonlyMap<string, { readonly base: number; readonly prefix: string }> = new Map([
  ['b', { base: 2, prefix: '0b' }],
  ['o', { base: 8, prefix: '0' }],
  ['x', { base: 16, prefix: '0x' }],
  ['X', { base: 16, prefix: '0X' }],
]);

/** https://pkg.go.dev/math/big#Int.Format */
function formatWhole(value: bigint, verb: Verb): string {
  const { letter, minus, precision, sharp, width, zero } = verb;
  const { base, prefix } = bases.get(letter) ?? { base: 10, prefix: '' };
  const written = (value < 0n ? -value : value).toString(base);
  const digits = letter === 'X' ? written.toUpperCase() : written;
  if (value === 0n && precision === 0) return '';
  const start = signOf(value < 0n, verb) + (sharp ? prefix : '');
  const filled = digits.padStart(precision ?? 0, '0');
  if (minus) return (start + filled).padEnd(width);
  if (zero && precision === undefined) return start + filled.padStart(width - start.length, '0');
  return (start + filled).padStart(width);
}

function signOf(isNegative: boolean, { plus, space }: Verb): string {
  if (isNegative) return '-';
  return plus ? '+' : space ? ' ' : '';
}
