/** String functions. https://developer.hashicorp.com/terraform/language/functions */
import { list, scalar, type ScalarValue, type TemplateValue, type Value } from '../../../core/value.ts';
import { joinText } from '../expressions/templates.ts';
import { compareText } from '../values/collections.ts';
import { headOf, tailOf } from '../values/equality.ts';
import { formatList, formatValue } from './format.ts';
import {
  takesOne,
  takesOneAndAll,
  takesThree,
  takesTwo,
  unknownCall,
  type Call,
  type FunctionTable,
} from './function.ts';
import { anything, integer, listOrSet, partialText, text, texts } from './parameters.ts';
import { replacePattern } from './patterns.ts';
import { charactersOf, replaceEvery } from './text.ts';
import { isZoneList } from './zones.ts';

export const stringFunctions: FunctionTable = {
  chomp: takesOne(text, (value) => value.replace(/[\r\n]+$/u, '')),
  endswith: takesTwo(partialText, text, (value, end, call) => {
    const known = value.kind === 'template' ? tailOf(value) : textIn(value);
    if (value.kind === 'scalar' || known.length >= end.length) return known.endsWith(end);
    return end.endsWith(known) ? unknownCall([value, scalar(end)], call) : false;
  }),
  format: takesOneAndAll(text, anything, formatValue),
  formatlist: takesOneAndAll(text, anything, formatList),
  indent: takesTwo(integer, text, (spaces, value, call) =>
    spaces < 0 || spaces > 1000 ? undefined : replaceEvery(value, '\n', `\n${' '.repeat(spaces)}`, call),
  ),
  join: takesOneAndAll(text, listOrSet, (separator, lists, call) => {
    const items = lists.flatMap((each) => each.items);
    const parts = items.flatMap((item, index): Value[] => (index === 0 ? [item] : [scalar(separator), item]));
    return joinText(parts, call.range, call.scope);
  }),
  lower: takesOne(text, (value) => value.toLowerCase()),
  replace: takesThree([text, text, text], (value, search, replacement, call) =>
    search.length > 1 && search.startsWith('/') && search.endsWith('/')
      ? replacePattern(value, search.slice(1, -1), replacement, call)
      : replaceEvery(value, search, replacement, call),
  ),
  sort: takesOne(anything, sorted),
  split: takesTwo(text, text, (separator, value) => list(value.split(separator).map((part) => scalar(part)))),
  startswith: takesTwo(partialText, text, (value, start, call) => {
    const known = value.kind === 'template' ? headOf(value) : textIn(value);
    if (value.kind === 'scalar' || known.length >= start.length) return known.startsWith(start);
    return start.startsWith(known) ? unknownCall([value, scalar(start)], call) : false;
  }),
  strcontains: takesTwo(text, text, (value, part) => value.includes(part)),
  strrev: takesOne(text, (value) => charactersOf(value).toReversed().join('')),
  substr: takesThree([text, integer, integer], substring),
  title: takesOne(text, (value) =>
    value.replace(/(^|[^\p{L}\p{N}_'])(\p{L})/gu, (_, before: string, letter: string) => before + letter.toUpperCase()),
  ),
  trim: takesTwo(text, text, trimmed),
  trimprefix: takesTwo(text, text, (value, prefix) => (value.startsWith(prefix) ? value.slice(prefix.length) : value)),
  trimspace: takesOne(text, (value) => value.trim()),
  trimsuffix: takesTwo(text, text, (value, suffix) =>
    suffix !== '' && value.endsWith(suffix) ? value.slice(0, -suffix.length) : value,
  ),
  upper: takesOne(text, (value) => value.toUpperCase()),
};

/** Zones keep their indexes: whichever they are, sorting a list of different zones gives one of the same. */
function sorted(value: Value, call: Call): Value | undefined {
  if (isZoneList(value)) return value;
  if (texts.isOpen(value)) return unknownCall([value], call);
  const values = texts.read(value);
  return values === undefined ? undefined : list(values.toSorted(compareText).map((each) => scalar(each)));
}

function textIn(value: ScalarValue | TemplateValue): string {
  return value.kind === 'scalar' ? String(value.value) : '';
}

/** A negative offset counts from the end; a length of -1 goes to the end. */
function substring(value: string, offset: number, length: number): string | undefined {
  const characters = charactersOf(value);
  const start = offset < 0 ? offset + characters.length : offset;
  if (start < 0 || length < -1) return undefined;
  return characters.slice(start, length === -1 ? undefined : start + length).join('');
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
