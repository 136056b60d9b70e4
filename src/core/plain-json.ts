/** JSON that is read for a few of its fields, without places: text → what `JSON.parse` makes of it, looked at key by key. */

export type PlainObject = Readonly<Record<string, unknown>>;

/** Undefined where the text is no JSON. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

export function isPlainObject(value: unknown): value is PlainObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The entries of an object; none of anything else. */
export function entriesAt(holder: unknown, key: string): readonly (readonly [string, unknown])[] {
  const value = memberAt(holder, key);
  return isPlainObject(value) ? Object.entries(value) : [];
}

export function textAt(holder: unknown, key: string): string | undefined {
  const value = memberAt(holder, key);
  return typeof value === 'string' ? value : undefined;
}

export function memberAt(holder: unknown, key: string): unknown {
  return isPlainObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
}
