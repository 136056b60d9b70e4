/** A self-contained page: its own policy lets its style and its script through by their hashes, and nothing else. */
import { createHash } from 'node:crypto';
import { html, Html, nothing } from './html-text.ts';

export interface PageParts {
  readonly title: string;
  readonly style: string;
  /** Undefined where a page needs none. */
  readonly script?: string;
  readonly body: Html;
}

export function htmlPage({ title, style, script, body }: PageParts): string {
  const scripts = script === undefined ? "'none'" : `'${hashOf(script)}'`;
  const policy = `default-src 'none'; style-src '${hashOf(style)}'; script-src ${scripts}; base-uri 'none'; form-action 'none'`;
  const page = html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${new Html(policy)}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        ${verbatim('style', style)}
      </head>
      <body>
        ${body}${script === undefined ? nothing : verbatim('script', script)}
      </body>
    </html> `;
  return `${page.text.trimEnd()}\n`;
}

/** https://www.w3.org/TR/CSP3/#grammardef-hash-source */
function hashOf(text: string): string {
  return `sha256-${createHash('sha256').update(text).digest('base64')}`;
}

/** Our own text, byte for byte what was hashed. */
function verbatim(element: 'style' | 'script', text: string): Html {
  return new Html(`<${element}>${text}</${element}>`);
}
