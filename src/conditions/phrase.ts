/** Phrases with paths in braces (`restored from {$vault.region}`), compiled once and said of an item. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import { escapeText, print, printText } from '../core/print.ts';
import { compilePlace, type Frame } from './compile-path.ts';
import type { PlacePath } from './path.ts';
import { placeAt } from './read-place.ts';
import type { Scope } from './scope.ts';

export type PhrasePart = string | PlacePath;

export function compilePhrase(text: string, frame: Frame): readonly PhrasePart[] {
  const parts: PhrasePart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/gu)) {
    parts.push(escapeText(text.slice(end, match.index)));
    const path = compilePlace(match[1] ?? '', frame);
    if (path !== undefined) parts.push(path);
    end = match.index + match[0].length;
  }
  return [...parts, escapeText(text.slice(end))];
}

export function sayPhrase(parts: readonly PhrasePart[], scope: Scope): string {
  return parts.map((part) => (typeof part === 'string' ? part : inWords(placeAt(part, scope).document))).join('');
}

/** What is not known is named, for a phrase may still be certain of it. */
function inWords(value: Document | undefined): string {
  return value instanceof UnknownLeaf ? printText(value.symbol().reason.subject) : print(value);
}
