import { describe, expect, test } from 'vitest';
import { SourceFile, textOf } from '../../../src/core/source.ts';
import { tokenize } from '../../../src/loaders/hcl/lexer.ts';
import { parseFileBody } from '../../../src/loaders/hcl/parse-body.ts';
import { expressionParser } from '../../../src/loaders/hcl/parse-expression.ts';
import { parseHcl } from '../../../src/loaders/hcl/parse-hcl.ts';
import { ParseState } from '../../../src/loaders/hcl/parse-state.ts';
import { fixtureFile } from '../../helpers/fixture-files.ts';
import { outlineOf } from '../../helpers/hcl-outline.ts';

const text = `# Orders
resource "aws_db_instance" main { // the only one
  multi_az = true /* two
  zones */
}
`;

describe('a file', () => {
  test.each([
    ['as it is', text],
    ['with a byte order mark', `\uFEFF${text}`],
    ['with the line breaks of Windows', text.replaceAll('\n', '\r\n')],
    ['without a line break at its end', text.trimEnd()],
  ])('is read %s', (_, content) => {
    const { value, diagnostics } = parseHcl(new SourceFile('main.tf', content));
    expect(diagnostics).toEqual([]);
    expect(outlineOf(value.body)).toBe('resource.aws_db_instance.main { multi_az }');
    expect(value.comments.map((comment) => comment.text.replace(/\s+/gu, ' '))).toEqual([
      'Orders',
      'the only one',
      'two zones',
    ]);
  });

  test('keeps the ranges of headers, labels, names, values and comments', () => {
    const { value } = parseHcl(new SourceFile('main.tf', text));
    const [block] = value.body.blocks;
    const [attribute] = block?.body.attributes ?? [];
    expect(block && textOf(block.headerRange)).toBe('resource "aws_db_instance" main');
    expect(block?.labels.map(({ range }) => textOf(range))).toEqual(['"aws_db_instance"', 'main']);
    expect(block && textOf(block.body.range).startsWith('{ //')).toBe(true);
    expect(attribute && textOf(attribute.nameRange)).toBe('multi_az');
    expect(attribute && textOf(attribute.range)).toBe('multi_az = true');
    expect(value.comments.map(({ range }) => textOf(range))).toContain('// the only one');
  });

  test('of variable values is read alike', () => {
    const { path, text: values } = fixtureFile('syntax/valid/values.tfvars');
    const { value, diagnostics } = parseHcl(new SourceFile(path, values));
    expect(diagnostics).toEqual([]);
    expect(outlineOf(value.body)).toBe('region, retention_days, tags, größe_in-gb');
  });
});

/** How often the parser looks at a token of the text. */
function lookupsFor(text: string): number {
  let lookups = 0;
  const file = new SourceFile('main.tf', text);
  const { tokens, missingBraces } = tokenize(file, 'expression');
  const counted = new Proxy(tokens, {
    get(target, key) {
      lookups += 1;
      return Reflect.get(target, key) as unknown;
    },
  });
  parseFileBody(expressionParser(new ParseState(file, counted)), missingBraces);
  return lookups;
}

describe('a hostile file', () => {
  test.each([
    ['brackets', `x = ${'['.repeat(5000)}${']'.repeat(5000)}\n`],
    ['blocks', `${'a {\n'.repeat(5000)}${'}\n'.repeat(5000)}`],
    ['signs', `x = ${'-'.repeat(5000)}1\n`],
    ['operators', `x = 1${' + 1'.repeat(5000)}\n`],
    ['steps', `x = a${'.b'.repeat(5000)}\n`],
    ['conditionals', `x = ${'a ? b : '.repeat(5000)}c\n`],
    ['strings in strings', `x = ${'"${'.repeat(5000)}1${'}"'.repeat(5000)}\n`],
    ['directives', `x = "${'%{ if a }'.repeat(5000)}${'%{ endif }'.repeat(5000)}"\n`],
  ])('of too many %s meets a limit, and what stands behind it is read', (_, hostile) => {
    const { value, diagnostics } = parseHcl(new SourceFile('main.tf', `${hostile}region = "eu-west-1"\n`));
    expect(diagnostics.map(({ code }) => code)).toEqual(['input/limit']);
    expect(value.body.attributes.map(({ name }) => name)).toEqual(['region']);
  });

  test.each([
    ['list after list', 'x "y" {\n z = [\n'],
    ['object after object', 'x = {\n"y" {\n'],
    ['call after call', 'x = f(\n'],
    ['missing values', 'x =\n'],
    ['missing quotes', 'x = "a\n'],
    ['missing commas', 'x = [a b c\n'],
    ['words', 'a b c '],
    ['words on lines', 'a b c\n'],
    ['braces', '}'],
    ['brackets', 'x=[{(\n'],
  ])('of %s costs work by its length only', (_, hostile) => {
    const ratio = lookupsFor(hostile.repeat(4000)) / lookupsFor(hostile.repeat(1000));
    expect(ratio).toBeLessThan(5);
  });

  test('of many errors lists the first ones', () => {
    const { diagnostics } = parseHcl(new SourceFile('main.tf', 'x =\n'.repeat(1000)));
    expect(diagnostics).toHaveLength(51);
    expect(diagnostics.at(-1)).toMatchObject({ code: 'input/limit' });
  });
});
