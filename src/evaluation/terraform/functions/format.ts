/** `format` and `formatlist`: Go's verbs as Terraform documents them. https://developer.hashicorp.com/terraform/language/functions/format */
import { list, scalar, type Value } from '../../../core/value.ts';
import { joinText } from '../expressions/templates.ts';
import { toBoolean, toNumber, toText } from '../values/convert.ts';
import { printNumber } from '../values/numbers.ts';
import { derived, keyOf } from '../values/symbols.ts';
import { isWhollyKnown } from '../values/summary.ts';
import { unknownCall, type Call } from './function.ts';
import { jsonText } from './json-text.ts';

const verbPattern =
  /%(?:%|(?<flags>[ +#0-]*)(?<width>\d+)?(?:\.(?<precision>\d*))?(?:\[(?<position>\d+)\])?(?<verb>[a-zA-Z]))/gu;

// Wider fields are refused: the width is the user's, the memory ours.
const maximumWidth = 1000;

export function formatValue(pattern: string, args: readonly Value[], call: Call): Value | undefined {
  const parts: Value[] = [];
  let next = 0;
  let last = 0;
  for (const match of pattern.matchAll(verbPattern)) {
    parts.push(scalar(pattern.slice(last, match.index)));
    last = match.index + match[0].length;
    if (match[0] === '%%') {
      parts.push(scalar('%'));
      continue;
    }
    const position = match.groups?.['position'];
    const at = position === undefined ? next : Number(position) - 1;
    next = at + 1;
    const argument = args[at];
    const formatted =
      argument === undefined ? undefined : formatOne(argument, specificationOf(match.groups ?? {}), call);
    if (formatted === undefined) return undefined;
    parts.push(formatted);
  }
  parts.push(scalar(pattern.slice(last)));
  return joinText(parts, call.range, call.scope);
}

/** One text per item of the lists among the arguments, which must be equally long; other arguments stay the same. */
export function formatList(pattern: string, args: readonly Value[], call: Call): Value | undefined {
  const lists = args.filter((arg) => arg.kind === 'list');
  if (args.some((arg) => arg.kind === 'unknown')) return unknownCall([scalar(pattern), ...args], call);
  const count = lists[0]?.items.length ?? 1;
  if (lists.some((each) => each.items.length !== count)) return undefined;
  const texts: Value[] = [];
  for (let index = 0; index < count; index += 1) {
    const row = args.map((arg) => (arg.kind === 'list' ? (arg.items[index] ?? arg) : arg));
    const formatted = formatValue(pattern, row, call);
    if (formatted === undefined) return undefined;
    texts.push(formatted);
  }
  return list(texts, call.range);
}

interface Specification {
  readonly verb: string;
  readonly flags: string;
  readonly width: number;
  readonly precision: number | undefined;
}

function specificationOf(groups: Readonly<Record<string, string | undefined>>): Specification {
  const precision = groups['precision'];
  return {
    verb: groups['verb'] ?? '',
    flags: groups['flags'] ?? '',
    width: Number(groups['width'] ?? 0),
    precision: precision === undefined ? undefined : Number(precision),
  };
}

function formatOne(argument: Value, specification: Specification, call: Call): Value | undefined {
  const { verb, width, precision } = specification;
  if (width > maximumWidth || (precision ?? 0) > maximumWidth) return undefined;
  if (isWhollyKnown(argument)) {
    const formatted = formatKnown(argument, specification);
    return formatted === undefined ? undefined : { ...scalar(pad(formatted, specification)), marks: argument.marks };
  }
  const isPlain = (verb === 's' || verb === 'v') && width === 0 && precision === undefined;
  if (isPlain && argument.kind !== 'list' && argument.kind !== 'map') return argument;
  return derived(`${call.name}(${JSON.stringify(specification)},${keyOf(argument)})`, [argument], call.range);
}

function formatKnown(argument: Value, specification: Specification): string | undefined {
  const { verb, precision } = specification;
  switch (verb) {
    case 's':
      return toText(argument)?.slice(0, precision);
    case 'v':
      return toText(argument) ?? jsonText(argument);
    case 'q':
      return toText(argument) === undefined ? undefined : JSON.stringify(toText(argument));
    case 't':
      return toBoolean(argument)?.toString();
    default: {
      const value = toNumber(argument);
      return value === undefined ? undefined : signed(formatNumber(value, verb, precision), specification);
    }
  }
}

function signed(formatted: string | undefined, { flags }: Specification): string | undefined {
  const needsSign = formatted !== undefined && flags.includes('+') && !formatted.startsWith('-');
  return needsSign ? `+${formatted}` : formatted;
}

function formatNumber(value: number, verb: string, precision: number | undefined): string | undefined {
  switch (verb) {
    case 'd':
      return printNumber(Math.trunc(value));
    case 'f':
      return value.toFixed(Math.min(precision ?? 6, 100));
    case 'e':
      return value.toExponential(Math.min(precision ?? 6, 100)).replace(/e([+-])(\d)$/u, 'e$10$2');
    case 'g':
      return printNumber(value);
    case 'b':
      return Math.trunc(value).toString(2);
    case 'o':
      return Math.trunc(value).toString(8);
    case 'x':
      return Math.trunc(value).toString(16);
    case 'X':
      return Math.trunc(value).toString(16).toUpperCase();
    default:
      return undefined;
  }
}

function pad(formatted: string, { flags, width, verb }: Specification): string {
  if (flags.includes('-')) return formatted.padEnd(width);
  if (!flags.includes('0') || verb === 's') return formatted.padStart(width);
  const sign = /^[+-]/u.exec(formatted)?.[0] ?? '';
  return sign + formatted.slice(sign.length).padStart(width - sign.length, '0');
}
