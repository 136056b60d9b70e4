/** Values to JSON text and back, as Terraform writes it: no spaces, keys in order, `<`, `>` and `&` escaped. */
import { list, map, scalar, type ReferenceValue, type UnknownValue, type Value } from '../../../core/value.ts';
import { maximumValueDepth } from '../limits.ts';
import { sortedEntries } from '../values/collections.ts';
import { toText } from '../values/convert.ts';
import { numberScalar, parseNumber } from '../values/numbers.ts';
import { refuse, type Call, type Result } from './function.ts';
import { hasUnknownLength } from './parameters.ts';
import { isSurelyText } from './text.ts';

/** JSON text of a wholly known value; undefined for others. */
export function jsonText(value: Value): string | undefined {
  const parts = jsonParts(value);
  return parts?.every((part) => typeof part === 'string') === true ? parts.join('') : undefined;
}

/**
 * JSON text in parts, with what is not known in its place: between quotes what is surely text, bare what may be anything.
 * Undefined where unknown keys, or unknown items of a set, prevent it.
 */
export function jsonParts(value: Value): readonly (string | ReferenceValue | UnknownValue)[] | undefined {
  switch (value.kind) {
    case 'scalar':
      return [typeof value.value === 'number' ? (toText(value) ?? 'null') : quoted(value.value)];
    case 'reference':
    case 'unknown':
      return isSurelyText(value) ? ['"', value, '"'] : [value];
    case 'template':
      return ['"', ...value.parts.map((part) => (typeof part === 'string' ? quoted(part).slice(1, -1) : part)), '"'];
    case 'list':
      if (hasUnknownLength(value)) return undefined;
      return between(
        '[',
        value.items.map((item) => jsonParts(item)),
        ']',
      );
    case 'map': {
      if (value.rest !== undefined) return undefined;
      const members = sortedEntries(value).map(([key, entry]) => {
        const parts = jsonParts(entry);
        return parts === undefined ? undefined : [`${quoted(key)}:`, ...parts];
      });
      return between('{', members, '}');
    }
  }
}

function between<P>(
  open: string,
  members: readonly (readonly P[] | undefined)[],
  close: string,
): (string | P)[] | undefined {
  const parts: (string | P)[] = [open];
  for (const [index, member] of members.entries()) {
    if (member === undefined) return undefined;
    if (index > 0) parts.push(',');
    for (const part of member) parts.push(part);
  }
  parts.push(close);
  return parts;
}

/** https://pkg.go.dev/encoding/json#Marshal */
function quoted(plain: string | boolean | null): string {
  return JSON.stringify(plain).replace(
    /[<>&\u2028\u2029]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  );
}

// Marks texts that stand for numbers with more digits than JavaScript keeps. It is no character of any language.
const exactMark = '\uE000';

/** What a JSON document says, its numbers with all their digits. */
export function decodeJson(source: string, call: Call): Result {
  let data: unknown;
  try {
    data = JSON.parse(source);
    if (longNumber.test(source) && !source.includes(exactMark)) data = JSON.parse(withExactNumbers(source));
  } catch {
    return refuse('The text is no JSON document.');
  }
  const what = `a value is nested more than ${maximumValueDepth} levels deep, or a number has thousands of digits`;
  return valueOfData(data, 0) ?? call.scope.run.atLimit(call.range, what);
}

const longNumber = /[\d.]{16}|\d[eE]/u;

/** Long numbers and those with exponents as marked texts. The document is valid. */
function withExactNumbers(source: string): string {
  return source.replace(/"[^"\\]*(?:\\.[^"\\]*)*"|-?\d[\d.eE+-]*/gsu, (token) => {
    const isLong = !token.startsWith('"') && longNumber.test(token);
    return isLong ? `"${exactMark}${token}"` : token;
  });
}

/** What JSON data become; undefined where they are larger than a value may be. */
function valueOfData(data: unknown, depth: number): Value | undefined {
  if (depth > maximumValueDepth) return undefined;
  if (typeof data === 'string') return valueOfText(data);
  if (typeof data !== 'object' || data === null)
    return scalar(typeof data === 'number' || typeof data === 'boolean' ? data : null);
  if (Array.isArray(data)) {
    const items: Value[] = [];
    for (const member of data) {
      const item = valueOfData(member, depth + 1);
      if (item === undefined) return undefined;
      items.push(item);
    }
    return list(items);
  }
  const entries = new Map<string, Value>();
  for (const [key, member] of Object.entries(data)) {
    const value = valueOfData(member, depth + 1);
    if (value === undefined) return undefined;
    entries.set(key, value);
  }
  return map(entries);
}

function valueOfText(text: string): Value | undefined {
  if (text.startsWith(exactMark)) {
    const number = parseNumber(text.slice(1));
    return number === undefined ? undefined : numberScalar(number);
  }
  // Half of a character, written as an escape, is none.
  return scalar(text.replace(/\p{Surrogate}/gu, '\uFFFD'));
}
