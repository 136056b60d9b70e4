/** `format` and `formatlist`. https://developer.hashicorp.com/terraform/language/functions/format */
import { list, scalar, type Value } from '../../../core/value.ts';
import { joinText } from '../expressions/templates.ts';
import { isWhollyKnown } from '../values/summary.ts';
import { derived, isInvalid, keyOf } from '../values/symbols.ts';
import { parseFormat, type Verb } from './format-pattern.ts';
import { formatKnown } from './format-verbs.ts';
import {
  refuse,
  takesOneAndAll,
  unknownCall,
  type Call,
  type FunctionTable,
  type Refusal,
  type Result,
} from './function.ts';
import { anything, hasUnknownLength, text } from './parameters.ts';
import { isSurelyText } from './text.ts';

export const formatFunctions: FunctionTable = {
  format: takesOneAndAll(text, anything, formatValues),
  formatlist: takesOneAndAll(text, anything, formatList),
};

// Terraform knows no bound, but the memory is ours.
const maximumWidth = 10_000;

function formatValues(pattern: string, args: readonly Value[], call: Call): Value | Refusal {
  const pieces = parseFormat(pattern, args.length);
  if ('because' in pieces) return pieces;
  const parts: Value[] = [];
  for (const piece of pieces) {
    const argument = typeof piece === 'string' ? undefined : args[piece.argument];
    if (typeof piece === 'string' || argument === undefined) {
      parts.push(scalar(typeof piece === 'string' ? piece : ''));
      continue;
    }
    const formatted = formatOne(argument, piece, call);
    if (formatted.kind === 'refusal') return formatted;
    parts.push(formatted);
  }
  return joinText(parts, call.range, call.scope);
}

/** What is not known stands in the text where it is formatted as it is; else its format stands for itself. */
function formatOne(argument: Value, verb: Verb, call: Call): Value | Refusal {
  if (Math.max(verb.width, verb.precision ?? 0) > maximumWidth)
    return call.scope.run.atLimit(call.range, `a field is wider than ${maximumWidth} characters`);
  if (isWhollyKnown(argument)) {
    const formatted = formatKnown(argument, verb);
    return typeof formatted === 'string' ? { ...scalar(formatted), marks: argument.marks } : formatted;
  }
  const isCollection = argument.kind === 'list' || argument.kind === 'map';
  if (verb.letter === 's' && isCollection) return refuse('%s formats no lists and maps; %v does.');
  if (isAsIs(verb, argument)) return argument;
  return derived(`%${JSON.stringify({ ...verb, argument: 0 })}(${keyOf(argument)})`, [argument], call.range);
}

function isAsIs({ letter, precision, sharp, width }: Verb, argument: Value): boolean {
  const isBare = width === 0 && (precision ?? 0) === 0;
  return isBare && (letter === 's' || (letter === 'v' && !sharp && isSurelyText(argument)));
}

/** One text per item of the lists among the arguments, which must be equally long; other arguments stay the same. */
function formatList(pattern: string, args: readonly Value[], call: Call): Result {
  const lists = args.filter((arg) => arg.kind === 'list');
  const [first] = lists;
  const lengths = new Set(lists.filter((each) => !hasUnknownLength(each)).map((each) => each.items.length));
  if (lengths.size > 1) return refuse('The lists are not equally long.');
  if (args.some((arg) => mayBeAnyList(arg))) return unknownCall([scalar(pattern), ...args], call);
  const texts: Value[] = [];
  for (let index = 0; index < (first?.items.length ?? 1); index += 1) {
    const row = args.map((arg) => (arg.kind === 'list' ? (arg.items[index] ?? arg) : arg));
    const formatted = formatValues(pattern, row, call);
    if (formatted.kind === 'refusal' || isInvalid(formatted)) return formatted;
    texts.push(formatted);
  }
  return list(texts, call.range);
}

/** A list of which it is not known how long it is, if it is one. */
function mayBeAnyList(value: Value): boolean {
  if (value.kind === 'list') return hasUnknownLength(value);
  return (value.kind === 'unknown' || value.kind === 'reference') && !isSurelyText(value);
}
