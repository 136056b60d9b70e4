/** Calls that a stranger may have written to stall or break a run. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { terraformFunctions } from '../../../../src/evaluation/terraform/functions/index.ts';
import { evaluateFiles, evaluateMain } from '../../../helpers/terraform.ts';
import { plainValueOf } from '../../../helpers/terraform-functions.ts';

/** 2^16 characters. */
const long = `locals {
  l4  = "x y é x y é x y "
  l7  = "\${local.l4}\${local.l4}\${local.l4}\${local.l4}\${local.l4}\${local.l4}\${local.l4}\${local.l4}"
  l10 = "\${local.l7}\${local.l7}\${local.l7}\${local.l7}\${local.l7}\${local.l7}\${local.l7}\${local.l7}"
  l13 = "\${local.l10}\${local.l10}\${local.l10}\${local.l10}\${local.l10}\${local.l10}\${local.l10}\${local.l10}"
  l16 = "\${local.l13}\${local.l13}\${local.l13}\${local.l13}\${local.l13}\${local.l13}\${local.l13}\${local.l13}"
}`;

describe('work is bounded', { timeout: 30_000 }, () => {
  test.each([
    ['a pattern that grows', 'regex("(?:a?){500}a{500}", local.l16)', 'a pattern is too large for so long a text'],
    ['a long pattern', 'replace("a", "/${local.l16}/", "b")', 'a pattern is longer than 10000 characters'],
    ['a wide field', 'format("%99999d", 1)', 'a field is wider than 10000 characters'],
    ['many spaces', 'indent(999999, "a\\nb")', 'a text is longer than 524288 characters'],
    ['deep JSON', `jsondecode("${'['.repeat(500)}${']'.repeat(500)}")`, 'a value is nested more than 100 levels deep'],
    ['a number with thousands of digits', 'jsondecode("1e99999")', 'a number has thousands of digits'],
    ['aliases of aliases', `yamldecode(${laughs(12)})`, 'a value has more than 50000 parts'],
    ['a number in words', `parseint("${'9'.repeat(6000)}", 10)`, 'a number has more than 5000 digits'],
    [
      'digests of long texts in a loop',
      '[for a in range(1000) : [for b in range(1000) : md5(local.l16)]]',
      'evaluation steps',
    ],
  ])('%s', (_, expression, limit) => {
    const root = evaluateMain(`${long}\nresource "null_resource" "probe" {\n  triggers = { value = ${expression} }\n}`);
    expect(root.messages.join('\n')).toContain(limit);
  });

  test('files are counted as they are read', () => {
    const probe = 'triggers = { value = [for a in range(1000) : [for b in range(1000) : filemd5("large.txt")]] }';
    const root = evaluateFiles({
      'infra/main.tf': `resource "null_resource" "probe" {\n  ${probe}\n}`,
      'infra/large.txt': 'x'.repeat(250_000),
    });
    expect(root.messages.join('\n')).toContain('evaluation steps');
  });
});

/** Each level holds the one before nine times. */
function laughs(levels: number): string {
  const lines = ['a0: &a0 x'];
  for (let level = 1; level < levels; level += 1)
    lines.push(`a${level}: &a${level} [${Array.from({ length: 9 }, () => `*a${level - 1}`).join(', ')}]`);
  return JSON.stringify(lines.join('\n'));
}

describe('files are read only inside the scanned tree', () => {
  const files = {
    'infra/main.tf': `resource "null_resource" "probe" {
      triggers = {
        above    = file("../../secret.txt")
        absolute = file("/etc/passwd")
        home     = file("~/.aws/credentials")
        exists   = fileexists("../../secret.txt")
        set      = fileset("../..", "**")
        steps    = fileset(".", "../../*")
        template = templatefile("../../secret.txt", {})
        sibling  = file("../shared/policy.json")
        large    = filemd5("large.bin")
        binary   = file("binary.bin")
        encoded  = filebase64("plain.txt")
      }
    }`,
    'infra/plain.txt': 'orders',
    'infra/large.bin': 'x'.repeat(300_000),
    'shared/policy.json': '{}',
  };
  const triggers = evaluateFiles(files).plain('null_resource.probe', 'triggers');

  test.each([
    ['above', { $unknown: '../secret.txt' }],
    ['absolute', { $unknown: '/etc/passwd' }],
    ['home', { $unknown: '~/.aws/credentials' }],
    ['exists', { $unknown: '../secret.txt' }],
    ['set', { $unknown: '..' }],
    ['template', { $unknown: '../secret.txt' }],
    ['sibling', '{}'],
    ['large', { $unknown: 'infra/large.bin' }],
    ['encoded', 'b3JkZXJz'],
  ])('%s', (name, value) => {
    expect(triggers).toHaveProperty(name, value);
  });
});

test('characters of a long text are counted, whatever they are made of', () => {
  expect(plainValueOf(`length("${'é'.repeat(3000)}")`)).toBe(3000);
  expect(plainValueOf(`length("a${'\u0301'.repeat(3000)}")`)).toBe(1);
  expect(plainValueOf(`strrev("${'👍🏽'.repeat(600)}x")`)).toBe(`x${'👍🏽'.repeat(600)}`);
});

test('no arguments make a function throw', { timeout: 60_000 }, () => {
  const argument = fc.constantFrom(
    'null',
    'true',
    '-1',
    '1e300',
    '0.5',
    '""',
    '"\\u0000"',
    '"%[9]*d%"',
    '"/(/"',
    '"'.concat('../'.repeat(9), '"'),
    '"::/129"',
    '"9999-99-99T99:99:99Z"',
    '"- &a [*a]"',
    '"{\\"__proto__\\":1}"',
    '[]',
    '[null]',
    '[[], {}]',
    'toset([1, "a"])',
    '{}',
    '{ __proto__ = 1, constructor = null }',
    'var.missing',
    'aws_vpc.missing',
  );
  const call = fc
    .tuple(fc.constantFrom(...terraformFunctions.keys()), fc.array(argument, { maxLength: 6 }))
    .map(([name, args]) => `${name}(${args.join(', ')})`);
  fc.assert(
    fc.property(call, (expression) => {
      plainValueOf(expression);
    }),
    { numRuns: 1000 },
  );
});
