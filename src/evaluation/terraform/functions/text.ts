/** What several families need to work on text. */
import type { Value } from '../../../core/value.ts';
import { maximumTextLength } from '../limits.ts';
import type { Call } from './function.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** What people take for characters: Terraform counts grapheme clusters. */
export function charactersOf(value: string): readonly string[] {
  if (/^[\x20-\x7e]*$/u.test(value)) return value.split('');
  return Array.from(segmenter.segment(value), ({ segment }) => segment);
}

export function replaceEvery(value: string, search: string, replacement: string, call: Call): string | Value {
  const growth = (value.split(search).length - 1) * replacement.length;
  return value.length + growth > maximumTextLength ? tooLong(call) : value.replaceAll(search, () => replacement);
}

/** What a text becomes that would be longer than a text may be. */
export function tooLong({ range, scope }: Call): Value {
  return scope.run.atLimit(range, `a text is longer than ${maximumTextLength} characters`);
}
