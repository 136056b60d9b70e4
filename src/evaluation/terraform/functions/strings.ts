/** String functions. https://developer.hashicorp.com/terraform/language/functions */
import { list, scalar, type ListValue, type TemplateValue, type Value } from '../../../core/value.ts';
import { joinText } from '../expressions/templates.ts';
import { maximumTextLength } from '../limits.ts';
import { headOf, tailOf } from '../values/equality.ts';
import {
  refuse,
  takesOne,
  takesOneAndAll,
  takesThree,
  takesTwo,
  unknownCall,
  type Call,
  type FunctionTable,
  type Result,
  type TerraformFunction,
} from './function.ts';
import { hasUnknownLength, integer, listOrSet, partialText, text } from './parameters.ts';
import { replacePattern } from './patterns.ts';
import { charactersOf, knownParts, mapParts, replaceEvery, templateOf, tooLong } from './text.ts';

export const stringFunctions: FunctionTable = {
  chomp: cutting(/[\r\n]/u, 'end'),
  endswith: takesTwo(partialText, text, (value, end, call) =>
    typeof value === 'string'
      ? value.endsWith(end)
      : (endsWith(tailOf(value), end) ?? unknownCall([value, scalar(end)], call)),
  ),
  indent: takesTwo(integer, text, indented),
  join: takesOneAndAll(text, listOrSet, joined),
  lower: eachCharacter(lowerCase),
  replace: takesThree([partialText, text, text], (value, search, replacement, call) => {
    const isPattern = search.length > 1 && search.startsWith('/') && search.endsWith('/');
    if (typeof value !== 'string') return replacedInTemplate(value, isPattern ? undefined : search, replacement, call);
    if (isPattern) return replacePattern(value, search.slice(1, -1), replacement, call);
    return replaceEvery(value, search, replacement, call);
  }),
  split: takesTwo(text, text, (separator, value) => {
    const parts = separator === '' ? Array.from(value) : value.split(separator);
    return list(parts.map((part) => scalar(part)));
  }),
  startswith: takesTwo(partialText, text, (value, start, call) =>
    typeof value === 'string'
      ? value.startsWith(start)
      : (startsWith(headOf(value), start) ?? unknownCall([value, scalar(start)], call)),
  ),
  strcontains: takesTwo(partialText, text, (value, part, call) => {
    if (typeof value === 'string') return value.includes(part);
    return knownParts(value).some((known) => known.includes(part)) || unknownCall([value, scalar(part)], call);
  }),
  strrev: takesOne(text, (value) => charactersOf(value).toReversed().join('')),
  substr: takesThree([partialText, integer, integer], substring),
  title: takesOne(text, titled),
  trim: takesTwo(text, text, trimmed),
  trimprefix: takesTwo(partialText, text, (value, prefix, call) => {
    if (typeof value === 'string') return value.startsWith(prefix) ? value.slice(prefix.length) : value;
    const starts = startsWith(headOf(value), prefix);
    if (starts === undefined) return unknownCall([value, scalar(prefix)], call);
    const [head, ...others] = value.parts;
    return starts && typeof head === 'string' ? templateOf([head.slice(prefix.length), ...others]) : value;
  }),
  trimspace: cutting(/\p{White_Space}/u, 'both'),
  trimsuffix: takesTwo(partialText, text, (value, suffix, call) => {
    if (typeof value === 'string') return withoutEnd(value, suffix);
    const ends = endsWith(tailOf(value), suffix);
    if (ends === undefined) return unknownCall([value, scalar(suffix)], call);
    return ends ? templateOf([...value.parts.slice(0, -1), withoutEnd(tailOf(value), suffix)]) : value;
  }),
  upper: eachCharacter(upperCase),
};

/** Converts characters one by one, so that what is known of a text is known of the result. */
function eachCharacter(convert: (known: string) => string): TerraformFunction {
  return takesOne(partialText, (value, call) =>
    typeof value === 'string' ? convert(value) : mapParts(value, convert, call),
  );
}

/** Go converts each code point to one: neither `ß` to `SS` nor a sigma by its place. https://pkg.go.dev/strings#ToUpper */
function upperCase(value: string): string {
  return Array.from(value, (character) => {
    const upper = character.toUpperCase();
    return Array.from(upper).length === 1 ? upper : character;
  }).join('');
}

function lowerCase(value: string): string {
  return Array.from(value, (character) => (character === 'İ' ? 'i' : character.toLowerCase())).join('');
}

// Small letters of two that are written as one have a form for the start of a word.
const titleForms: ReadonlyMap<string, string> = new Map([
  ['ǆ', 'ǅ'],
  ['ǉ', 'ǈ'],
  ['ǌ', 'ǋ'],
  ['ǳ', 'ǲ'],
]);

/** A word starts after what is no letter, digit or underscore; beyond ASCII only after white space. */
function titled(value: string): string {
  return value.replace(
    /(?<=^|[\0-/:-@[-^`{-\x7f\p{White_Space}])[\p{L}\p{N}_]/gu,
    (letter) => titleForms.get(letter) ?? upperCase(letter),
  );
}

/** Takes characters off the ends of a text; of a template only where something that stays is known to stand there. */
function cutting(pattern: RegExp, ends: 'both' | 'end'): TerraformFunction {
  return takesOne(partialText, (value, call) => {
    const cut = (known: string, atStart: boolean): string =>
      known.slice(atStart ? runAtStart(known, pattern) : 0, known.length - (atStart ? 0 : runAtEnd(known, pattern)));
    if (typeof value === 'string') return ends === 'both' ? cut(cut(value, false), true) : cut(value, false);
    const [head, tail] = [headOf(value), tailOf(value)];
    const [start, end] = [ends === 'both' ? cut(head, true) : head, cut(tail, false)];
    if (end === '' || (ends === 'both' && start === '')) return unknownCall([value], call);
    const middle = value.parts.slice(head === '' ? 0 : 1, -1);
    return templateOf([start, ...middle, end]);
  });
}

/** How many characters at the start match. */
function runAtStart(value: string, pattern: RegExp): number {
  let length = 0;
  while (length < value.length && pattern.test(value.charAt(length))) length += 1;
  return length;
}

function runAtEnd(value: string, pattern: RegExp): number {
  let length = 0;
  while (length < value.length && pattern.test(value.charAt(value.length - 1 - length))) length += 1;
  return length;
}

/** Whether a text that starts with `head` starts with this; undefined where the rest decides. */
function startsWith(head: string, start: string): boolean | undefined {
  if (head.length >= start.length) return head.startsWith(start);
  return start.startsWith(head) ? undefined : false;
}

function endsWith(tail: string, end: string): boolean | undefined {
  if (tail.length >= end.length) return tail.endsWith(end);
  return end.endsWith(tail) ? undefined : false;
}

function withoutEnd(value: string, suffix: string): string {
  return suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value;
}

/** One character is replaced in each part for itself; longer ones may begin in one part and end in the next. */
function replacedInTemplate(value: TemplateValue, search: string | undefined, replacement: string, call: Call): Result {
  const args = [value, scalar(search ?? null), scalar(replacement)];
  if (search === undefined || Array.from(search).length !== 1) return unknownCall(args, call);
  const named: Call = { ...call, name: `replace[${JSON.stringify([search, replacement])}]` };
  return mapParts(value, (known) => known.replaceAll(search, () => replacement), named);
}

function indented(spaces: number, value: string, call: Call): Result {
  if (spaces < 0) return refuse('The number of spaces must not be negative.');
  if (!value.includes('\n')) return value;
  return spaces > maximumTextLength ? tooLong(call) : replaceEvery(value, '\n', `\n${' '.repeat(spaces)}`, call);
}

function joined(separator: string, lists: readonly ListValue[], call: Call): Result {
  if (lists.length === 0) return refuse('join() takes a separator and at least one list.');
  if (lists.some((each) => hasUnknownLength(each))) return unknownCall([scalar(separator), ...lists], call);
  const parts = lists
    .flatMap((each) => each.items)
    .flatMap((item, index): Value[] => (index === 0 ? [item] : [scalar(separator), item]));
  return joinText(parts, call.range, call.scope);
}

/** A negative offset counts from the end, no further than to the start; a negative length goes to the end. */
function substring(value: string | TemplateValue, offset: number, length: number, call: Call): Result {
  if (offset >= 0 && length === 0) return '';
  if (typeof value !== 'string') {
    const characters = charactersOf(headOf(value));
    const isKnown = offset >= 0 && length > 0 && offset + length < characters.length;
    if (isKnown) return characters.slice(offset, offset + length).join('');
    return unknownCall([value, scalar(offset), scalar(length)], call);
  }
  const characters = charactersOf(value);
  const start = offset < 0 ? Math.max(0, offset + characters.length) : offset;
  // With a negative offset Terraform takes a length of zero for no length.
  return characters.slice(start, length <= 0 ? undefined : start + length).join('');
}

function trimmed(value: string, cutset: string): string {
  const cut = new Set(cutset);
  const characters = Array.from(value);
  let start = 0;
  let end = characters.length;
  while (start < end && cut.has(characters[start] ?? '')) start += 1;
  while (end > start && cut.has(characters[end - 1] ?? '')) end -= 1;
  return characters.slice(start, end).join('');
}
