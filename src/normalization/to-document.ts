/** Values as documents: plain frozen data, with opaque leaves for what is not known. */
import { documentMap, SensitiveLeaf, UnknownLeaf, type Document } from '../core/document.ts';
import { assertNever } from '../core/assert-never.ts';
import { leafOf } from '../core/to-document.ts';
import type { UnknownSymbol, Value } from '../core/value.ts';
import { childPlace, itemPlace, type Place } from './pointer.ts';

/** Who is told about every value on the way, and who counts them. */
export interface Notes {
  /** False when there were too many values: the rest becomes unknown. */
  spend(): boolean;
  written(place: Place, value: Value): void;
  /** AWS's name for a key of the source; the key itself where the source uses AWS's names. */
  propertyName(key: string): string;
}

/** Deeper than any real document; recursion stays far from the end of the stack. */
const deepest = 100;

export const tooLarge: UnknownSymbol = {
  key: 'limit:document',
  reason: { code: 'limit', subject: 'a value that is too large or too deep to read', cure: '' },
};

/** A value with everything in it. */
export function toDocument(value: Value, place: Place, notes: Notes, depth = 0): Document {
  if (depth > deepest || !notes.spend()) return new UnknownLeaf(tooLarge);
  notes.written(place, value);
  switch (value.kind) {
    case 'scalar':
      return guarded(value, value.value);
    case 'list':
      return guarded(
        value,
        Object.freeze(value.items.map((item, index) => toDocument(item, itemPlace(place, index), notes, depth + 1))),
      );
    case 'map': {
      const entries: [string, Document][] = [];
      for (const [key, member] of value.entries) {
        const property = notes.propertyName(key);
        entries.push([property, toDocument(member, childPlace(place, property, key), notes, depth + 1)]);
      }
      return guarded(value, documentMap(entries));
    }
    case 'reference':
    case 'template':
    case 'unknown':
      return leafOf(value);
    default:
      return assertNever(value);
  }
}

/** The document of a known value, behind a leaf when it must never be printed. */
export function guarded(value: Value, document: Document): Document {
  return value.marks.sensitive ? new SensitiveLeaf(document) : document;
}

/** The data of a JSON text as a document; undefined when the text is no JSON object or list. */
export function parseJson(text: string, notes: Pick<Notes, 'spend'>): Document | undefined {
  if (!/^\s*[[{]/u.test(text)) return undefined;
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    return undefined;
  }
  return fromJson(parsed, notes, 0);
}

function fromJson(data: unknown, notes: Pick<Notes, 'spend'>, depth: number): Document {
  if (depth > deepest || !notes.spend()) return new UnknownLeaf(tooLarge);
  if (data === null || typeof data === 'string' || typeof data === 'number' || typeof data === 'boolean') return data;
  if (Array.isArray(data)) return Object.freeze(data.map((item: unknown) => fromJson(item, notes, depth + 1)));
  return documentMap(
    Object.entries(data ?? {}).map(([key, member]: [string, unknown]) => [key, fromJson(member, notes, depth + 1)]),
  );
}
