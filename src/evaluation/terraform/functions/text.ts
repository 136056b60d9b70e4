/** What several families need to work on text. */
import { maximumTextLength } from '../limits.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What people take for characters: Terraform counts grapheme clusters. */
export function charactersOf(value: string): readonly string[] {
  if (/^[\x20-\x7e]*$/u.test(value)) return value.split('');
  return Array.from(segmenter.segment(value), ({ segment }) => segment);
}

/** Undefined when the result would be longer than a text may be. */
export function replaceEvery(value: string, search: string, replacement: string): string | undefined {
  const growth = (value.split(search).length - 1) * replacement.length;
  return value.length + growth > maximumTextLength ? undefined : value.replaceAll(search, () => replacement);
}
