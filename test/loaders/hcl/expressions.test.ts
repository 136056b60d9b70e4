import { describe, expect, test } from 'vitest';
import { SourceFile, textOf } from '../../../src/core/source.ts';
import type { Expression } from '../../../src/loaders/hcl/ast.ts';
import { parseHclExpression } from '../../../src/loaders/hcl/parse-hcl.ts';
import { printExpression } from '../../helpers/print-hcl.ts';

function read(text: string): Expression {
  const { value, diagnostics } = parseHclExpression(new SourceFile('main.tf', text));
  expect(diagnostics).toEqual([]);
  if (value === undefined) throw new Error(`${text} is no expression`);
  return value;
}

describe('an expression', () => {
  test.each([
    ['products before sums', '1 + 2 * 3', '(1 + (2 * 3))'],
    ['equals from the left', '9 - 3 - 2', '((9 - 3) - 2)'],
    ['comparisons after sums', 'a + 1 > b', '((a + 1) > b)'],
    ['equality after comparisons', 'a > b == c', '((a > b) == c)'],
    ['"and" before "or"', 'a || b && c', '(a || (b && c))'],
    ['conditionals last, from the right', 'a && b ? c : d ? e : f', '((a && b) ? c : (d ? e : f))'],
    ['signs before operators', '-a + !b', '((-a) + (!b))'],
    ['accesses before signs', '-a.b[0]', '(-a.b[0])'],
    ['several signs', '!!a', '(!(!a))'],
    ['parentheses', '(1 + 2) * 3', '((1 + 2) * 3)'],
    ['line breaks inside parentheses', '(\n  1 # one\n  + 2\n)', '(1 + 2)'],
    ['a minus inside a name', 'multi-az - 1', '(multi-az - 1)'],
    ['the old index', 'aws_subnet.private.0.id', 'aws_subnet.private[0].id'],
    ['a full splat with all its steps', 'a[*].b[0]["c"]', 'a[*].b[0]["c"]'],
    ['an attribute-only splat, with an index after it', 'a.*.b[0]', '(a.*.b)[0]'],
    ['a splat inside a splat', 'a[*].b[*].c', 'a[*].b[*].c'],
    ['an old splat inside a splat, and an index of it', 'a[*].b.*.c[0]', 'a[*].b.*.c[0]'],
    ['names as keys of an object', '{ name = 1, "a b" : 2, (c) = 3 }', '{"name" = 1, "a b" = 2, c = 3}'],
    ['lines as separators', '{\n  a = 1\n  b = 2,\n\n  c = 3\n}', '{"a" = 1, "b" = 2, "c" = 3}'],
    ['a call with a spread list', 'max(1, var.sizes...)', 'max(1, var.sizes...)'],
    ['a function of a provider', 'provider::aws::arn_parse(a)', 'provider::aws::arn_parse(a)'],
    ['"true" as a function', 'true(1)', 'true(1)'],
    ['a for-expression', '[for k, v in m : v if k != "a"]', '[for k, v in m : v if (k != "a")]'],
    ['a grouping one', '{ for z in zs : z.region => z... }', '{for z in zs : z.region => z...}'],
    ['numbers', '[007, 1.50, 2e3]', '[7, 1.5, 2000]'],
  ])('has %s', (_, text, tree) => {
    expect(printExpression(read(text))).toBe(tree);
  });

  test.each([
    ['a binary operation', 'a + b.c', 'binary', 'a + b.c'],
    ['a parenthesis', ' ( a ) ', 'parenthesis', '( a )'],
    ['an access', '(a).b [ 0 ]', 'index', '(a).b [ 0 ]'],
    ['a call', 'f( a, ) ', 'call', 'f( a, )'],
    ['a splat', 'a.*.b.c ', 'splat', 'a.*.b.c'],
    ['a heredoc', '<<A\nb\n A\n', 'template', '<<A\nb\n A'],
  ])('keeps the range of %s', (_, text, kind, covered) => {
    const expression = read(text);
    expect(expression.kind).toBe(kind);
    expect(textOf(expression.range)).toBe(covered);
  });

  test('can be a part of a file', () => {
    const file = new SourceFile('main.tf', 'count = var.on ? 1 : 0 # when on');
    const range = { file, start: 8, end: 22 };
    const { value } = parseHclExpression(file, range);
    expect(value?.range).toEqual(range);
  });

  test.each([
    ['nothing', '', 'Found the end of the file, expected a value.'],
    ['more than one', 'a b', 'Found the name "b", expected the end of the expression.'],
  ])('cannot be %s', (_, text, message) => {
    const { value, diagnostics } = parseHclExpression(new SourceFile('main.tf', text));
    expect(value).toBeUndefined();
    expect(diagnostics.map((each) => each.message)).toEqual([message]);
  });
});
