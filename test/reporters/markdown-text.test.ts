import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownCode, markdownText } from '../../src/reporters/markdown-text.ts';

test.each([
  { what: 'a cell does not end', text: 'orders | archive', markdown: String.raw`orders \| archive` },
  { what: 'what stands in backticks is code', text: 'Set `a | b = true`.', markdown: 'Set `a \\| b = true`.' },
  { what: 'a lone backtick is one', text: "it's `odd", markdown: "it's \\`odd" },
  {
    what: 'no HTML',
    text: '<img src=x onerror=alert(1)> &lt;',
    markdown: '&lt;img src=x onerror=alert(1)&gt; &amp;lt;',
  },
  { what: 'no link', text: '[click](javascript:alert)', markdown: String.raw`\[click\](javascript:alert)` },
  {
    what: 'no automatic link',
    text: 'see http://evil.example and www.evil.example',
    markdown: 'see http:<!-- -->//evil.example and www<!-- -->.evil.example',
  },
  { what: 'no mention', text: 'cc @octocat', markdown: 'cc @<!-- -->octocat' },
  { what: 'no emphasis', text: '*a* _b_ ~c~', markdown: String.raw`\*a\* \_b\_ \~c\~` },
  { what: 'no formula', text: 'orders-${var.env}', markdown: 'orders-<span>$</span>{var.env}' },
  { what: 'one line', text: 'first\n  second', markdown: 'first second' },
  { what: 'no hidden characters', text: 'a\u202Eb', markdown: String.raw`a\\u{202e}b` },
  { what: 'not without end', text: 'x'.repeat(2000), markdown: `${'x'.repeat(999)}…` },
])('$what', ({ text, markdown }) => {
  expect(markdownText(text)).toBe(markdown);
});

test('code can hold neither its own end nor that of a cell', () => {
  expect(markdownCode('main`.tf|x')).toBe("`main'.tf\\|x`");
  expect(markdownCode(String.raw`a\|b`)).toBe(`\`a${'\\'.repeat(3)}|b\``);
  expect(markdownCode(' ')).toBe('');
});

test('whatever the text: it stays in its cell, and only our own tags are in it', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '|', '\\', '`', '<', '>', '@', '$', '\n', '[') }), (text) => {
      const markdown = markdownText(text);
      expect(markdown).not.toMatch(/\n|(?<!\\)(?:\\\\)*\|/u);
      const outsideOfCode = markdown.replaceAll(/(?<!\\)(?:\\\\)*`[^`]+`/gu, '');
      expect(outsideOfCode.replaceAll(/<!-- -->|<span>\$<\/span>/gu, '')).not.toMatch(/[<>]/u);
    }),
  );
});
