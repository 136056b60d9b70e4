/** Values to JSON text and back, as Terraform writes it: no spaces, keys in order, `<`, `>` and `&` escaped. */
import { list, map, scalar, type ReferenceValue, type UnknownValue, type Value } from '../../../core/value.ts';
import { sortedEntries } from '../values/collections.ts';
import { toText } from '../values/convert.ts';

/** JSON text of a wholly known value; undefined for others. */
export function jsonText(value: Value): string | undefined {
  const parts = jsonParts(value);
  return parts?.every((part) => typeof part === 'string') === true ? parts.join('') : undefined;
}

/**
 * JSON text in parts. What is not known stands between quotes, which is right for the names and ARNs that it mostly is,
 * so that the text can be read back with the unknown in its place. Undefined where unknown keys prevent it.
 */
export function jsonParts(value: Value): readonly (string | ReferenceValue | UnknownValue)[] | undefined {
  switch (value.kind) {
    case 'scalar':
      return [typeof value.value === 'number' ? (toText(value) ?? '') : escaped(JSON.stringify(value.value))];
    case 'reference':
    case 'unknown':
      return ['"', value, '"'];
    case 'template':
      return ['"', ...value.parts.map((part) => (typeof part === 'string' ? inner(part) : part)), '"'];
    case 'list':
      return between(
        '[',
        value.items.map((item) => jsonParts(item)),
        ']',
      );
    case 'map': {
      if (value.rest !== undefined) return undefined;
      const members = sortedEntries(value).map(([key, entry]) => {
        const parts = jsonParts(entry);
        return parts === undefined ? undefined : [`${escaped(JSON.stringify(key))}:`, ...parts];
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
    parts.push(...member);
  }
  parts.push(close);
  return parts;
}

function inner(text: string): string {
  return escaped(JSON.stringify(text)).slice(1, -1);
}

function escaped(json: string): string {
  return json.replace(/[<>&]/gu, (character) => `\\u00${character.codePointAt(0)?.toString(16) ?? ''}`);
}

/** What JSON or YAML data become; undefined for what has no place in Terraform. */
export function valueOfData(data: unknown): Value | undefined {
  if (data === null || typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean')
    return scalar(data);
  if (Array.isArray(data)) {
    const items = data.map((item) => valueOfData(item));
    const known = items.filter((item) => item !== undefined);
    return known.length === items.length ? list(known) : undefined;
  }
  if (typeof data !== 'object') return undefined;
  const entries = new Map<string, Value>();
  for (const [key, member] of Object.entries(data)) {
    const value = valueOfData(member);
    if (value === undefined) return undefined;
    entries.set(key, value);
  }
  return map(entries);
}
