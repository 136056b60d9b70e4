/** The messages of policies: text with placeholders in braces, read once when the policy is loaded. */
import { compilePlace, type Frame } from '../conditions/compile-path.ts';
import type { PlacePath } from '../conditions/path.ts';
import { didYouMean } from '../core/suggest.ts';
import { escapeText } from '../core/print.ts';

export type MessagePart =
  | { readonly kind: 'text'; readonly text: string }
  /** `{resource}`, `{tier}`, `{attribute}`, `{value}`, `{expected}` */
  | { readonly kind: 'word'; readonly word: MessageWord }
  /** `{$vault.address}` */
  | { readonly kind: 'path'; readonly path: PlacePath };

export const messageWords = ['resource', 'tier', 'attribute', 'value', 'expected'] as const;

export type MessageWord = (typeof messageWords)[number];

export function compileMessage(text: string, frame: Frame): readonly MessagePart[] {
  const parts: MessagePart[] = [];
  let end = 0;
  for (const match of text.matchAll(/\{([^{}]*)\}/gu)) {
    parts.push({ kind: 'text', text: escapeText(text.slice(end, match.index)) });
    const placeholder = compilePlaceholder(match[1] ?? '', frame);
    if (placeholder !== undefined) parts.push(placeholder);
    end = match.index + match[0].length;
  }
  parts.push({ kind: 'text', text: escapeText(text.slice(end)) });
  return parts;
}

function compilePlaceholder(text: string, frame: Frame): MessagePart | undefined {
  if (text.startsWith('$')) {
    const path = compilePlace(text, frame);
    return path === undefined ? undefined : { kind: 'path', path };
  }
  const word = messageWords.find((each) => each === text);
  if (word !== undefined) return { kind: 'word', word };
  frame.report({
    at: frame.at,
    message: `A message can't name {${text}}; a path in it starts with $.${didYouMean(text, messageWords)}`,
  });
  return undefined;
}
