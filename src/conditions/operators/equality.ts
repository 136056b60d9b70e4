/**
 * Equality with three values. Both languages write scalars loosely (`"false"`, `"35"`), so text, numbers and booleans are
 * compared by what they spell. An unknown equals itself; against anything else the answer is unknown.
 */
import {
  isDocumentMap,
  MeasureLeaf,
  ReferenceLeaf,
  SensitiveLeaf,
  TemplateLeaf,
  UnknownLeaf,
} from '../../core/document.ts';
import type { Document, DocumentMap } from '../../core/document.ts';
import { and, truthOf, type Truth } from '../../core/truth.ts';
import { referenceSymbol, templateKey } from '../symbols.ts';
import { globsOverlap, piecesGlob } from './glob.ts';
import { measureOf, numberOf } from './measure.ts';
import { piecesOf, textOf } from './text.ts';

export function areEqual(left: Document, right: Document): Truth {
  if (left instanceof SensitiveLeaf) return areEqual(left.reveal(), right);
  if (right instanceof SensitiveLeaf) return areEqual(left, right.reveal());
  const [key, otherKey] = [opaqueKey(left), opaqueKey(right)];
  if (key !== undefined || otherKey !== undefined) return key === otherKey ? 'yes' : opaqueEqual(left, right);
  return left === right ? 'yes' : knownEqual(left, right);
}

function knownEqual(left: Document, right: Document): Truth {
  if (left instanceof MeasureLeaf || right instanceof MeasureLeaf) return measuresEqual(left, right);
  if (Array.isArray(left) || Array.isArray(right)) return listsEqual(left, right);
  if (isDocumentMap(left) || isDocumentMap(right)) return mapsEqual(left, right);
  return truthOf(scalarKey(left) === scalarKey(right));
}

/** What identifies a document among the items of a set: equal keys are equal documents. */
export function identityOf(document: Document): { readonly key: string; readonly known: boolean } {
  if (document instanceof SensitiveLeaf) return identityOf(document.reveal());
  const key = opaqueKey(document);
  if (key !== undefined) return { key: `opaque ${key}`, known: false };
  if (Array.isArray(document)) return joined('list', document.map(identityOf));
  if (document instanceof MeasureLeaf) {
    const { low, high } = document.interval();
    return { key: `measure ${document.unit()} ${low} ${high}`, known: low === high };
  }
  if (!isDocumentMap(document)) return { key: `scalar ${scalarKey(document)}`, known: true };
  const entries = Object.entries(document).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return joined(
    'map',
    entries.map(([name, value]) => {
      const { key: inner, known } = identityOf(value);
      return { key: JSON.stringify([name, inner]), known };
    }),
  );
}

function joined(kind: string, parts: readonly { key: string; known: boolean }[]): { key: string; known: boolean } {
  return { key: `${kind} ${JSON.stringify(parts.map(({ key }) => key))}`, known: parts.every(({ known }) => known) };
}

/** The identity of what is not known; undefined for what is. */
function opaqueKey(document: Document): string | undefined {
  if (document instanceof UnknownLeaf) return document.symbol().key;
  if (document instanceof ReferenceLeaf) return referenceSymbol(document.value()).key;
  return document instanceof TemplateLeaf ? templateKey(document.value()) : undefined;
}

/** Not known, but for templates: they differ for certain where their known parts contradict. */
function opaqueEqual(left: Document, right: Document): Truth {
  for (const each of [left, right]) {
    if (each instanceof UnknownLeaf || each instanceof ReferenceLeaf) return 'unknown';
  }
  const [one, other] = [piecesOf(left), piecesOf(right)];
  if (one === undefined || other === undefined) return 'no';
  return globsOverlap(piecesGlob(one), piecesGlob(other)) ? 'unknown' : 'no';
}

function measuresEqual(left: Document, right: Document): Truth {
  const [one, other] = [measureOf(left), measureOf(right)];
  if (one === undefined || other === undefined || one.unit !== other.unit) return 'no';
  const [a, b] = [one.interval, other.interval];
  if (a.low > b.high || b.low > a.high) return 'no';
  return a.low === a.high && b.low === b.high ? 'yes' : 'unknown';
}

function listsEqual(left: Document, right: Document): Truth {
  if (!isList(left) || !isList(right) || left.length !== right.length) return 'no';
  let truth: Truth = 'yes';
  for (const [index, item] of left.entries()) {
    const other = right[index];
    truth = and(truth, other === undefined ? 'no' : areEqual(item, other));
  }
  return truth;
}

function isList(document: Document): document is readonly Document[] {
  return Array.isArray(document);
}

function mapsEqual(left: Document, right: Document): Truth {
  if (!isDocumentMap(left) || !isDocumentMap(right)) return 'no';
  if (Object.keys(left).length !== Object.keys(right).length) return 'no';
  let truth: Truth = 'yes';
  for (const [name, value] of Object.entries(left)) {
    const other = entryOf(right, name);
    truth = and(truth, other === undefined ? 'no' : areEqual(value, other));
  }
  return truth;
}

function entryOf(map: DocumentMap, name: string): Document | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** `true`, `"true"` and `"True"` are one; so are `35` and `"35"`, but not `"007"` and `7`. */
function scalarKey(document: Document): string {
  const text = textOf(document);
  if (text === undefined) return 'null ';
  const lower = text.toLowerCase();
  if (lower === 'true' || lower === 'false') return lower;
  const number = numberOf(document);
  const isPlain = number !== undefined && String(number) === text.replace(/\.0+$/u, '');
  return isPlain ? String(number) : text;
}
