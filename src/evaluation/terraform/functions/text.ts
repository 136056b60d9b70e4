/** What several families need to work on text. */
import { joinMarks, type TemplateValue, type Value } from '../../../core/value.ts';
import { maximumTextLength } from '../limits.ts';
import { derived, keyOf } from '../values/symbols.ts';
import type { Call } from './function.ts';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

// A segmenter takes quadratic time for a long text, so it is given windows of it. Code units.
const shortestWindow = 512;

/** What people take for characters: Terraform counts grapheme clusters. */
export function charactersOf(value: string): readonly string[] {
  if (/^[\x20-\x7e]*$/u.test(value)) return value.split('');
  const characters: string[] = [];
  let width = shortestWindow;
  let at = 0;
  while (at < value.length) {
    const found = Array.from(segmenter.segment(value.slice(at, at + width)), ({ segment }) => segment);
    // The last one may go on behind the window.
    if (at + width < value.length) found.pop();
    if (found.length === 0) width *= 2;
    for (const character of found) {
      characters.push(character);
      at += character.length;
    }
  }
  return characters;
}

/** An empty text is found before and after each code point. */
export function replaceEvery(value: string, search: string, replacement: string, call: Call): string | Value {
  const pieces = search === '' ? ['', ...Array.from(value), ''] : value.split(search);
  const growth = (pieces.length - 1) * replacement.length;
  return value.length + growth > maximumTextLength ? tooLong(call) : pieces.join(replacement);
}

/** What a text becomes that would be longer than a text may be. */
export function tooLong({ range, scope }: Call): Value {
  return scope.run.atLimit(range, `a text is longer than ${maximumTextLength} characters`);
}

type Part = TemplateValue['parts'][number];

/** A template of these parts, neighbouring texts joined. */
export function templateOf(pieces: readonly Part[]): TemplateValue {
  const parts: Part[] = [];
  for (const piece of pieces) {
    const last = parts.at(-1);
    if (typeof piece === 'string' && typeof last === 'string') parts[parts.length - 1] = last + piece;
    else if (piece !== '') parts.push(piece);
  }
  const marks = joinMarks(parts.filter((part) => typeof part !== 'string'));
  return { kind: 'template', parts, range: undefined, decidedAt: undefined, marks };
}

/** For functions that work on each character for itself: what is known is converted, the rest stands for its own conversion. */
export function mapParts(template: TemplateValue, convert: (known: string) => string, call: Call): TemplateValue {
  return templateOf(
    template.parts.map((part): Part => {
      if (typeof part === 'string') return convert(part);
      const converted = derived(`${call.name}(${keyOf(part)})`, [part], call.range);
      return converted.kind === 'unknown' ? converted : part;
    }),
  );
}

/** The known texts in it. */
export function knownParts(template: TemplateValue): readonly string[] {
  return template.parts.filter((part) => typeof part === 'string');
}

// Of what only AWS can tell, what is surely one text with at least one character.
// https://developer.hashicorp.com/terraform/plugin/framework/acctests#implement-id-attribute
const textAttributes: ReadonlySet<string> = new Set(['arn', 'id']);

/** Surely a text, and not an empty one, whatever the unknown in it turns out to be. */
export function isSurelyFilled(value: Value): boolean {
  if (value.kind === 'template') return knownParts(value).length > 0;
  return value.kind === 'reference' && textAttributes.has(value.attribute);
}

/** Surely no list and no map. */
export function isSurelyText(value: Value): boolean {
  return value.kind === 'template' || isSurelyFilled(value);
}
