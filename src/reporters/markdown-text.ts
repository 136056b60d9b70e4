/** Text of any origin as Markdown that shows just this text: no markup, HTML, link or mention comes out of it. */
import { escapeText } from '../core/print.ts';

/** Characters of one cell; the rest is cut. */
const maximumLength = 1000;

/** One line, fit for a cell of a table. What stands in backticks becomes code, as policies write it. */
export function markdownText(text: string): string {
  const oneLine = escapeText(text.trim().replaceAll(/\s*\n\s*/gu, ' '));
  const parts = cut(oneLine).split('`');
  // An odd number of backticks: the last one opens nothing.
  const unpaired = parts.length % 2 === 0 ? parts.pop() : undefined;
  const printed = parts.map((part, index) => (index % 2 === 0 ? plain(part) : markdownCode(part)));
  if (unpaired !== undefined) printed.push(plain(`\`${unpaired}`));
  return printed.join('');
}

/** One line of code, fit for a cell of a table. */
export function markdownCode(text: string): string {
  const code = cut(escapeText(text))
    .replaceAll('`', "'")
    // A bar ends a cell unless an odd number of backslashes stands before it.
    .replaceAll(/(\\*)\|/gu, (_, before: string) => `${before}${'\\'.repeat(before.length % 2 === 0 ? 1 : 2)}|`);
  return code.trim() === '' ? '' : `\`${code}\``;
}

/** Every character that means something is escaped; a comment breaks what GitHub would turn into a link or a mention. */
function plain(text: string): string {
  return (
    text
      .replaceAll('&', '&amp;')
      .replaceAll('<', '&lt;')
      .replaceAll('>', '&gt;')
      .replaceAll(/[\\`*_[\]#!|~]/gu, String.raw`\$&`)
      // https://docs.github.com/en/get-started/writing-on-github/working-with-advanced-formatting/writing-mathematical-expressions
      .replaceAll('$', '<span>$$</span>')
      // https://github.github.com/gfm/#autolinks-extension-
      .replaceAll(/www(?=\.)|(?:https?|ftp|mailto|xmpp):|@/giu, '$&<!-- -->')
  );
}

function cut(text: string): string {
  return text.length <= maximumLength ? text : `${text.slice(0, maximumLength - 1).replace(/[\uD800-\uDBFF]$/u, '')}…`;
}
