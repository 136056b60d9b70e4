import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../../src/core/source.ts';
import type { SourceRange } from '../../../src/core/source.ts';
import type { Expression } from '../../../src/loaders/hcl/ast.ts';
import { parseHcl, parseHclExpression, parseHclTemplate } from '../../../src/loaders/hcl/parse-hcl.ts';
import { arbitraryExpression } from '../../helpers/arbitrary-hcl.ts';
import { fixtureFiles } from '../../helpers/fixture-files.ts';
import { disagreement } from '../../helpers/hcl-differential.ts';
import { printExpression } from '../../helpers/print-hcl.ts';

const sources = fixtureFiles('syntax', ['.tf', '.tfvars']).map(({ text }) => text);

/** What a slip of the hand, or an attacker, may put anywhere. */
const snippets = [
  '{ } [ ] ( ) " ${ %{ ~} , . * ? : = => ... # // /* */ $ % \\ \\u12 - ! ; \' ` & | [*] .* .0 :: f( 1.5 1e3 name é'.split(
    ' ',
  ),
  ['\n', '\r\n', '\r', '<<EOT\n', '<<-EOT\n', '\nEOT\n', 'a = 1\n', 'b "c" {\n}\n', 'b { a = 1 }'],
  ['for ', 'if ', ' in ', '%{ if a }', '%{ else }', '%{ endif }', '%{ endfor }'],
  ['\u00A0', '\u2028', '\uD800', '\uFEFF'],
].flat();

const edit = fc.record({ at: fc.nat(), remove: fc.nat(6), insert: fc.constantFrom('', ...snippets) });

const mutated = fc
  .tuple(fc.constantFrom(...sources), fc.array(edit, { minLength: 1, maxLength: 4 }))
  .map(([source, edits]) => {
    let text = source;
    for (const { at, remove, insert } of edits) {
      const start = at % (text.length + 1);
      text = text.slice(0, start) + insert + text.slice(start + remove);
    }
    return text;
  });

const soup = fc.array(fc.constantFrom(...snippets, ' ', 'x = '), { maxLength: 40 }).map((words) => words.join(''));
const anyText = fc.oneof(fc.string({ unit: 'binary' }), soup, mutated);

/** Every range in the tree lies in the one of the node around it. */
function expectNested(node: unknown, outer: SourceRange): void {
  if (typeof node !== 'object' || node === null || node instanceof SourceFile) return;
  const isNode = 'range' in node && 'kind' in node;
  const range = 'range' in node ? (node.range as SourceRange) : outer;
  expect(range.start).toBeLessThanOrEqual(range.end);
  expect(range.start).toBeGreaterThanOrEqual(outer.start);
  expect(range.end).toBeLessThanOrEqual(outer.end);
  for (const [key, child] of Object.entries(node)) {
    if (key === 'range' || (isNode && key === 'file')) continue;
    expectNested(key.endsWith('Range') ? { range: child as unknown } : child, range);
  }
}

/** Without ranges and parentheses: what the tree says. */
function meaningOf(node: unknown): unknown {
  if (Array.isArray(node)) return node.map(meaningOf);
  if (typeof node !== 'object' || node === null) return node;
  if ('kind' in node && node.kind === 'parenthesis' && 'inner' in node) return meaningOf(node.inner);
  return Object.fromEntries(
    Object.entries(node).flatMap(([key, value]) => (key === 'range' ? [] : [[key, meaningOf(value)]])),
  );
}

// Generous: a machine may have more to do than to run these.
const timeout = 60_000;

describe('whatever stands in a file', { timeout }, () => {
  test('reading it never throws, and ranges nest', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const file = new SourceFile('main.tf', text);
        const whole = { file, start: 0, end: file.text.length };
        const { value, diagnostics } = parseHcl(file);
        expectNested(value.body, whole);
        for (const range of [...diagnostics, ...value.comments].flatMap((each) => each.range ?? [])) {
          expectNested({ range }, whole);
        }
        parseHclExpression(file);
        parseHclTemplate(file);
      }),
      { numRuns: 300 },
    );
  });

  test("HashiCorp's parser accepts and rejects the same, and reads the same", async () => {
    const comparable = fc.oneof(mutated, soup).filter((text) => !/\p{Surrogate}/u.test(text));
    await fc.assert(
      fc.asyncProperty(comparable, async (text) => {
        expect(await disagreement('main.tf', text)).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });

  test('a block behind it at the margin is read as well, unless it is inside a string, a comment or brackets', () => {
    fc.assert(
      fc.property(fc.lorem({ mode: 'sentences' }), (prose) => {
        const text = `resource "aws_lb" "web" {\n}\n\n${prose}\n\nresource "aws_db_instance" "orders" {\n  multi_az = true\n}\n`;
        const { value, diagnostics } = parseHcl(new SourceFile('main.tf', text));
        expect(value.body.blocks.map(({ labels }) => labels[1]?.text)).toEqual(['web', 'orders']);
        expect(diagnostics).toHaveLength(1);
      }),
    );
  });
});

test('a printed expression is read as what it was', { timeout }, () => {
  fc.assert(
    fc.property(arbitraryExpression, (expression: Expression) => {
      const { value, diagnostics } = parseHclExpression(new SourceFile('main.tf', printExpression(expression)));
      expect(diagnostics).toEqual([]);
      expect(meaningOf(value)).toEqual(meaningOf(expression));
    }),
    { numRuns: 300 },
  );
});
