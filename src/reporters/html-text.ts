/** HTML that can't be broken out of: whatever is put into a template is escaped, unless it is HTML that was made this way. */
import { escapeText } from '../core/print.ts';

export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

export type HtmlPart = string | number | Html | readonly Html[];

/** A tagged template: html`<p>${text}</p>`. Fit for text and for attributes in quotes. */
export function html(strings: TemplateStringsArray, ...parts: readonly HtmlPart[]): Html {
  let text = strings[0] ?? '';
  for (const [index, part] of parts.entries()) text += `${textOf(part)}${strings[index + 1] ?? ''}`;
  return new Html(text);
}

export const nothing: Html = new Html('');

function textOf(part: HtmlPart): string {
  if (typeof part === 'number') return String(part);
  if (typeof part === 'string') return escapeHtml(part);
  return part instanceof Html ? part.text : part.map(({ text }) => text).join('');
}

const escapes: ReadonlyMap<string, string> = new Map([
  ['&', '&amp;'],
  ['<', '&lt;'],
  ['>', '&gt;'],
  ['"', '&quot;'],
  ["'", '&#39;'],
]);

/** Also characters that would reorder or hide text become visible. */
function escapeHtml(text: string): string {
  return escapeText(text).replaceAll(/[&<>"']/gu, (character) => escapes.get(character) ?? '');
}
