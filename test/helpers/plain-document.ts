/** Documents as plain data for comparing: a leaf becomes `{ $unknown }`, `{ $ref }`, `{ $template }` or `{ $sensitive }`. */
import {
  isLeaf,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
} from '../../src/core/document.ts';

export function plainDocument(document: Document | undefined): unknown {
  if (document instanceof UnknownLeaf) return { $unknown: document.symbol().reason.subject };
  if (document instanceof ReferenceLeaf) return { $ref: document.value().text };
  if (document instanceof SensitiveLeaf) return { $sensitive: plainDocument(document.reveal()) };
  if (document instanceof MeasureLeaf) return { $measure: document.interval() };
  if (document instanceof TemplateLeaf) {
    return {
      $template: document
        .value()
        .parts.map((part) => (typeof part === 'string' ? part : '?'))
        .join(''),
    };
  }
  if (Array.isArray(document)) return document.map((item: Document) => plainDocument(item));
  if (typeof document !== 'object' || document === null || isLeaf(document)) return document;
  return Object.fromEntries(Object.entries(document).map(([key, member]) => [key, plainDocument(member)]));
}
