/** Documents as JSON: what is not plain is an object with one `$` key, so that it can't be taken for a value. */
import {
  isDocumentMap,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
} from '../core/document.ts';
import { withoutSecrets } from '../core/print.ts';
import type { Interval } from '../core/interval.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ReferenceValue, UnknownReason, UnknownValue } from '../core/value.ts';

/**
 * A reference is `{"$ref"}`, an unknown `{"$unknown"}`, what must not be printed `{"$sensitive": true}`, text with
 * references inside `{"$template": [...]}`; a figure is `{"seconds"}` or `{"atLeast", "atMost"}`. Undefined becomes null.
 */
export function documentJson(document: Document | undefined): unknown {
  if (document === undefined || document === null) return null;
  if (document instanceof UnknownLeaf) return { $unknown: reasonText(document.symbol().reason) };
  if (document instanceof ReferenceLeaf) return { $ref: document.value().text };
  if (document instanceof TemplateLeaf) return { $template: document.value().parts.map(templatePartJson) };
  if (document instanceof SensitiveLeaf) return { $sensitive: true };
  if (document instanceof MeasureLeaf) return measureJson(document);
  if (isDocumentMap(document)) return documentMapJson(document);
  if (typeof document === 'string') return withoutSecrets(document);
  return isList(document) ? document.map(documentJson) : document;
}

/** An entry of the document that conditions read. */
export function documentEntry({ document }: GraphNode, key: string): Document | undefined {
  return isDocumentMap(document) ? document[key] : undefined;
}

function isList(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}

/** Names whose texts are secrets, in both languages and in environment variables, though nothing marks them so. */
const secretNames =
  /(?:password|passphrase|private_?key|api_?key|(?:auth|access|session)_?token|secret(?:_?(?:string|key|access_?key))?)$/iu;

/** Without prototype, because its keys come from the input. */
function documentMapJson(map: DocumentMap): Readonly<Record<string, unknown>> {
  const json: Record<string, unknown> = Object.create(null);
  for (const [key, value] of Object.entries(map)) {
    json[key] = typeof value === 'string' && secretNames.test(key) ? { $sensitive: true } : documentJson(value);
  }
  return json;
}

function templatePartJson(part: string | ReferenceValue | UnknownValue): unknown {
  if (typeof part === 'string') return withoutSecrets(part);
  return part.kind === 'reference' ? { $ref: part.text } : { $unknown: reasonText(part.symbol.reason) };
}

function measureJson(measure: MeasureLeaf): unknown {
  const interval = measure.interval();
  if (interval.low !== interval.high) return boundsJson(interval);
  if (interval.low === Infinity) return { forever: true };
  return measure.unit() === 'seconds' ? { seconds: interval.low } : interval.low;
}

/** Only the ends that say something. */
export function boundsJson({ low, high }: Interval): { readonly atLeast?: number; readonly atMost?: number } {
  return { ...(low > 0 && { atLeast: low }), ...(high < Infinity && { atMost: high }) };
}

/** What is unknown and how it could become known. */
function reasonText({ subject, cure }: UnknownReason): string {
  return cure === '' ? subject : `${subject}: ${cure}`;
}
