/** From an evaluated value to the plain document that policies read. */
import { documentMap, ReferenceLeaf, SensitiveLeaf, TemplateLeaf, UnknownLeaf, type Document } from './document.ts';
import { assertNever } from './assert-never.ts';
import type { ReferenceValue, TemplateValue, UnknownValue, Value } from './value.ts';

export function toDocument(value: Value): Document {
  const document = plainDocument(value);
  return value.marks.sensitive && !(document instanceof UnknownLeaf) ? new SensitiveLeaf(document) : document;
}

function plainDocument(value: Value): Document {
  switch (value.kind) {
    case 'scalar':
      return value.value;
    case 'list':
      return Object.freeze(value.items.map((item) => toDocument(item)));
    case 'map':
      return documentMap([...value.entries].map(([key, entry]) => [key, toDocument(entry)] as const));
    case 'reference':
    case 'template':
    case 'unknown':
      return leafOf(value);
    default:
      return assertNever(value);
  }
}

/** What is not known, as a leaf that no path enters. */
export function leafOf(value: ReferenceValue | TemplateValue | UnknownValue): Document {
  switch (value.kind) {
    case 'reference':
      return new ReferenceLeaf(value);
    case 'template':
      return new TemplateLeaf(value);
    case 'unknown':
      return new UnknownLeaf(value.symbol);
    default:
      return assertNever(value);
  }
}
