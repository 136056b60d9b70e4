import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateFiles, evaluateMain } from '../../helpers/terraform.ts';

/** Locals l0, l1, … each made from the one before. */
function chain(length: number, first: string, next: (name: string) => string): string {
  const lines = [`l0 = ${first}`];
  for (let index = 1; index < length; index += 1) lines.push(`l${index} = ${next(`local.l${index - 1}`)}`);
  return `locals {\n${lines.join('\n')}\n}\nresource "aws_backup_vault" "v" {\n  name = local.l${length - 1}\n}`;
}

describe('a bound that is reached is a warning, and evaluation goes on', { timeout: 30_000 }, () => {
  test.each([
    ['text that doubles', chain(60, '"0123456789"', (name) => `"\${${name}}\${${name}}"`)],
    ['lists that double', chain(60, '["a"]', (name) => `[${name}, ${name}]`)],
    ['lists that are joined with themselves', chain(60, '["a"]', (name) => `concat(${name}, ${name})`)],
    ['a chain of names', chain(3000, '1', (name) => `${name} + 1`)],
    ['nested lists', chain(300, '1', (name) => `[${name}]`)],
    [
      'products of products',
      chain(12, '["a", "b"]', (name) => `[for pair in setproduct(${name}, ${name}) : join("", pair)]`),
    ],
    [
      'loops in loops',
      `locals { l = range(1000) }\nresource "aws_backup_vault" "v" {\n  name = length([for a in local.l : [for b in local.l : [for c in local.l : 1]]])\n}`,
    ],
    ['squares of squares', chain(60, '12', (name) => `${name} * ${name}`)],
    [
      'fractions in loops',
      `locals { l = range(1000) }\nresource "aws_backup_vault" "v" {\n  name = length([for a in local.l : [for b in local.l : a * 1.1]])\n}`,
    ],
    ['replacement of each character', chain(40, '"aa"', (name) => `replace(${name}, "a", ${name})`)],
  ])('%s', (_, main) => {
    const root = evaluateMain(main);
    expect(root.messages.length).toBeGreaterThan(0);
    expect(root.messages.filter((message) => !message.includes('warning input/limit'))).toEqual([]);
  });

  test('too many instances', () => {
    const root = evaluateMain('resource "aws_vpc" "many" { count = 100000 }');
    expect(root.addresses).toEqual(['aws_vpc.many[*]']);
    expect(root.messages).toEqual([
      'infra/main.tf:1:37 warning input/limit Evaluation stopped here: a block has more than 1000 instances.',
    ]);
  });

  test('too many resources', () => {
    const root = evaluateFiles({
      'infra/main.tf': 'module "a" {\n  source = "../a"\n  count = 200\n}',
      'a/main.tf': 'resource "aws_vpc" "many" { count = 200 }',
    });
    expect(root.addresses.length).toBeLessThanOrEqual(20_000);
    expect(root.messages).toEqual([expect.stringContaining('more than 20000 resources')]);
  });
});

describe('names from the input', () => {
  test('may be those of JavaScript', () => {
    const root = evaluateMain(`locals { __proto__ = { constructor = "a" } }
      resource "aws_backup_vault" "toString" { name = local.__proto__.constructor }
      resource "null_resource" "probe" { triggers = { a = local.hasOwnProperty } }
      output "valueOf" { value = toString(1) }`);
    expect(root.plain('aws_backup_vault.toString', 'name')).toBe('a');
  });
});

test('whatever the expression, evaluation ends in a value', { timeout: 30_000 }, () => {
  const word = fc.constantFrom(
    'var.a',
    'local.b',
    'null',
    'true',
    '1',
    '"x"',
    '[1, "a"]',
    '{ a = 1 }',
    'aws_vpc.v',
    'aws_vpc.v.id',
    'aws_vpc.many',
    'each.key',
  );
  const call = fc.constantFrom(
    'length',
    'merge',
    'try',
    'can',
    'flatten',
    'join',
    'element',
    'lookup',
    'coalesce',
    'toset',
    'jsonencode',
    'slice',
    'format',
    'values',
  );
  const { expression } = fc.letrec<{ expression: string }>((tie) => ({
    expression: fc.oneof(
      { maxDepth: 4 },
      word,
      fc
        .tuple(call, fc.array(tie('expression'), { maxLength: 3 }))
        .map(([name, args]) => `${name}(${args.join(', ')})`),
      fc
        .tuple(tie('expression'), fc.constantFrom('+', '==', '&&', '<'), tie('expression'))
        .map(([left, operator, right]) => `(${left} ${operator} ${right})`),
      fc
        .tuple(tie('expression'), tie('expression'), tie('expression'))
        .map(([when, then, otherwise]) => `(${when} ? ${then} : ${otherwise})`),
      tie('expression').map((inner) => `(${inner})[0]`),
      tie('expression').map((inner) => `(${inner}).a`),
      tie('expression').map((inner) => `(${inner})[*].id`),
      tie('expression').map((inner) => `[for k, v in ${inner} : v]`),
      tie('expression').map((inner) => `"a\${${inner}}b"`),
    ),
  }));
  const declarations =
    'variable "a" {}\nlocals { b = [var.a, 2] }\nresource "aws_vpc" "v" {}\nresource "aws_vpc" "many" { count = 2 }';
  fc.assert(
    fc.property(expression, (text) => {
      const root = evaluateMain(`${declarations}\nresource "aws_subnet" "s" {\n  probe = [${text}]\n}`);
      expect(root.value('aws_subnet.s', 'probe')?.kind).toMatch(/list|unknown/u);
    }),
    { numRuns: 300 },
  );
});
