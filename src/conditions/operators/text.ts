/** Text as the operators see it: known, known in part (a template), or not at all. */
import { ReferenceLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { truthOf, type Truth } from '../../core/truth.ts';
import type { RE2JS } from 're2js';
import { globCovers, globsOverlap, patternGlob, piecesGlob } from './glob.ts';

/** The text of a scalar; undefined for what is not written as one. */
export function textOf(document: Document): string | undefined {
  if (typeof document === 'string') return document;
  return typeof document === 'number' || typeof document === 'boolean' ? String(document) : undefined;
}

/** The known pieces of a text, undefined for each unknown one; undefined for what is no text. */
export function piecesOf(document: Document): readonly (string | undefined)[] | undefined {
  if (document instanceof TemplateLeaf) {
    return document.value().parts.map((part) => (typeof part === 'string' ? part : undefined));
  }
  const text = textOf(document);
  return text === undefined ? undefined : [text];
}

function isOpaque(document: Document): boolean {
  return document instanceof UnknownLeaf || document instanceof ReferenceLeaf;
}

/** `*` stands for any text. */
export function isLike(document: Document, pattern: Document): Truth {
  const wanted = textOf(pattern);
  if (isOpaque(document) || isOpaque(pattern) || pattern instanceof TemplateLeaf) return 'unknown';
  const pieces = piecesOf(document);
  if (wanted === undefined || pieces === undefined) return 'no';
  const [glob, text] = [patternGlob(wanted), piecesGlob(pieces)];
  if (globCovers(glob, text)) return 'yes';
  return globsOverlap(glob, text) ? 'unknown' : 'no';
}

/** The expression may match anywhere in the text. */
export function isMatch(document: Document, expression: RE2JS): Truth {
  if (isOpaque(document) || document instanceof TemplateLeaf) return 'unknown';
  const text = textOf(document);
  return text === undefined ? 'no' : truthOf(expression.matcher(text).find());
}

/** Whether a text, perhaps known in part, holds another. */
export function holdsText(document: Document, wanted: Document): Truth {
  if (isOpaque(document) || isOpaque(wanted) || wanted instanceof TemplateLeaf) return 'unknown';
  const [pieces, text] = [piecesOf(document), textOf(wanted)];
  if (pieces === undefined || text === undefined) return 'no';
  if (pieces.some((piece) => piece?.includes(text) === true)) return 'yes';
  return pieces.includes(undefined) ? 'unknown' : 'no';
}
