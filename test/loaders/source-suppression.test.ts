import { describe, expect, test } from 'vitest';
import { SourceFile, textOf } from '../../src/core/source.ts';
import { loadTemplateFile } from '../../src/loaders/cloudformation/template.ts';
import { suppressionsInTemplate } from '../../src/loaders/cloudformation/template-suppressions.ts';
import { suppressionsInHcl } from '../../src/loaders/hcl/hcl-suppressions.ts';
import { parseHcl } from '../../src/loaders/hcl/parse-hcl.ts';
import type { SourceSuppression } from '../../src/loaders/source-suppression.ts';

function inTerraform(lines: readonly string[]): readonly SourceSuppression[] {
  return suppressionsInHcl(parseHcl(new SourceFile('main.tf', lines.join('\n'))).value);
}

function inTemplate(lines: readonly string[]): readonly SourceSuppression[] {
  return suppressionsInTemplate(loadTemplateFile(new SourceFile('stack.yaml', lines.join('\n'))).value);
}

describe('what a comment says', () => {
  const nothing = { policies: [], expires: undefined, instance: undefined, reason: undefined };
  const multiAz = { ...nothing, policies: ['rds/multi-az'] };

  test.each([
    ['a policy', '# dr-lint-ignore rds/multi-az', multiAz],
    ['a reason', '# dr-lint-ignore rds/multi-az: test database', { ...multiAz, reason: 'test database' }],
    ['a reason with a colon', '# dr-lint-ignore rds/multi-az: see RISK: 7', { ...multiAz, reason: 'see RISK: 7' }],
    ['a last day', '# dr-lint-ignore rds/multi-az until=2027-06-01', { ...multiAz, expires: '2027-06-01' }],
    [
      'all of it',
      '# dr-lint-ignore rds/multi-az until=2027-06-01: moving',
      { ...multiAz, expires: '2027-06-01', reason: 'moving' },
    ],
    [
      'several policies and globs',
      '// dr-lint-ignore rds/multi-az, s3/* : scratch',
      { ...nothing, policies: ['rds/multi-az', 's3/*'], reason: 'scratch' },
    ],
    ['every policy', '# dr-lint-ignore all: scratch', { ...nothing, policies: ['*'], reason: 'scratch' }],
    ['one instance', '# dr-lint-ignore["eu"] rds/multi-az', { ...multiAz, instance: 'eu' }],
    ['one instance by number', '# dr-lint-ignore[0] rds/multi-az', { ...multiAz, instance: '0' }],
    ['a comment over lines', '/* dr-lint-ignore rds/multi-az: a\n   sandbox */', { ...multiAz, reason: 'a sandbox' }],
    ['no policy', '# dr-lint-ignore: all is well', { ...nothing, reason: 'all is well' }],
  ])('%s', (_what, comment, expected) => {
    expect(inTerraform([comment, 'resource "aws_db_instance" "orders" {}'])).toMatchObject([expected]);
  });

  test.each(['# about dr-lint-ignore rds/multi-az', '# dr-lint is great', '# tfsec:ignore:aws-rds'])(
    '%s is any comment',
    (comment) => {
      expect(inTerraform([comment, 'resource "aws_db_instance" "orders" {}'])).toEqual([]);
    },
  );
});

const mark = 'dr-lint-ignore rds/multi-az: why';

describe('what a comment covers in Terraform', () => {
  const opening = 'resource "aws_db_instance" "orders" {';
  const block = [opening, '  multi_az = false', '}'];

  test.each([
    ['the block below', [`# ${mark}`, ...block], block.join('\n')],
    ['the block below other comments and empty lines', [`# ${mark}`, '', '/* a\n b */', ...block], block.join('\n')],
    ['the block that opens on its line', [`${opening} # ${mark}`, ...block.slice(1)], undefined],
    ['the block that closes on its line', [...block.slice(0, 2), `} # ${mark}`], block.join('\n')],
    ['the argument below', [opening, `  # ${mark}`, '  multi_az = false', '}'], 'multi_az = false'],
    ['the argument on its line', [opening, `  multi_az = false // ${mark}`, '}'], 'multi_az = false'],
    ['the argument behind it', [opening, `  /* ${mark} */ multi_az = false`, '}'], 'multi_az = false'],
    [
      'the nested block below',
      ['a "b" {', `  # ${mark}`, '  rule {', '    x = 1', '  }', '}'],
      'rule {\n    x = 1\n  }',
    ],
    ['an item of a list', ['a "b" {', '  xs = [', `    # ${mark}`, '    { x = 1 },', '    2', '  ]', '}'], '{ x = 1 }'],
    ['an item on its line', ['a "b" {', '  xs = [', `    { x = 1 }, # ${mark}`, '    2', '  ]', '}'], '{ x = 1 }'],
    ['an entry in a call', ['a "b" {', '  p = jsonencode({', `    X = 1 # ${mark}`, '  })', '}'], 'X = 1'],
    ['the line of another expression', ['a "b" {', '  x = (', `    # ${mark}`, '    1 +', '    2)', '}'], '    1 +'],
  ])('%s', (_what, lines, expected) => {
    const [found, ...others] = inTerraform(lines);
    expect(others).toEqual([]);
    const covered = found?.covers === undefined ? '' : textOf(found.covers);
    if (expected === undefined) expect(covered).toMatch(/^resource [^]*\}$/u);
    else expect(covered).toBe(expected);
  });

  test.each([
    ['at the end of a block', [opening, '  multi_az = false', `  # ${mark}`, '}']],
    ['at the end of a list', ['a "b" {', '  xs = [', '    1,', `    # ${mark}`, '  ]', '}']],
    ['at the end of the file', [...block, `# ${mark}`]],
  ])('nothing %s', (_what, lines) => {
    expect(inTerraform(lines)).toMatchObject([{ covers: undefined }]);
  });

  test('a file, above everything else in it', () => {
    const above = ['# Licence', `# dr-lint-ignore-file rds/multi-az: why`, ...block];
    expect(inTerraform(above)).toMatchObject([{ covers: { start: 0, end: above.join('\n').length } }]);
    expect(inTerraform([...block, ...above])).toMatchObject([{ covers: undefined }]);
  });
});

describe('what a comment covers in YAML', () => {
  const orders = ['  Orders:', '    Type: AWS::RDS::DBInstance', '    Properties:', '      MultiAZ: false'];
  const whole = orders.join('\n').trim();

  test.each([
    ['the resource below', ['Resources:', `  # ${mark}`, ...orders], whole],
    ['the resource on its line', ['Resources:', `  Orders: # ${mark}`, ...orders.slice(1)], undefined],
    [
      'the property on its line',
      ['Resources:', ...orders.slice(0, 3), `      MultiAZ: false # ${mark}`],
      'MultiAZ: false',
    ],
    ['the item below', ['Rules:', `  # ${mark}`, '  - Id: a', '    Status: b', '  - Id: c'], 'Id: a\n    Status: b'],
    ['the item on its line', ['Rules:', '  - Id: a', `  - Id: c # ${mark}`], 'Id: c'],
  ])('%s', (_what, lines, expected) => {
    const [found, ...others] = inTemplate(lines);
    expect(others).toEqual([]);
    const covered = found?.covers === undefined ? '' : textOf(found.covers);
    if (expected === undefined) expect(covered).toMatch(/^Orders:[^]*false$/u);
    else expect(covered).toBe(expected);
  });

  test('a text that looks like a comment is none', () => {
    expect(inTemplate(['Resources:', '  Orders:', '    Type: "A # dr-lint-ignore rds/multi-az"'])).toEqual([]);
  });
});

describe('metadata', () => {
  const stack = (metadata: unknown): string =>
    JSON.stringify({ Resources: { Orders: { Type: 'AWS::RDS::DBInstance', Metadata: metadata } } });
  const read = (text: string): readonly SourceSuppression[] =>
    suppressionsInTemplate(loadTemplateFile(new SourceFile('stack.json', text)).value);

  test.each([
    [
      'an entry',
      [{ policy: 'rds/multi-az', reason: 'test', until: '2027-06-01' }],
      [{ policies: ['rds/multi-az'], reason: 'test', expires: '2027-06-01' }],
    ],
    ['one entry without a list', { policy: 'rds/multi-az' }, [{ policies: ['rds/multi-az'], reason: undefined }]],
    ['several policies', [{ policy: ['rds/multi-az', 'rds/*'] }], [{ policies: ['rds/multi-az', 'rds/*'] }]],
    ['only a name', ['rds/multi-az'], [{ policies: ['rds/multi-az'] }]],
    ['an entry without a policy', [{ reason: 'test' }], [{ policies: [] }]],
    ['what is no entry', 7, [{ policies: ['7'] }]],
  ])('of a resource: %s', (_what, ignore, expected) => {
    const found = read(stack({ 'dr-lint': { ignore } }));
    expect(found).toMatchObject(expected);
    for (const { covers } of found) expect(covers === undefined ? '' : textOf(covers)).toMatch(/^"Orders":\{[^]*\}$/u);
  });

  test('of the template covers the file', () => {
    const text = JSON.stringify({ Metadata: { 'dr-lint': { ignore: ['s3/*'] } }, Resources: {} });
    expect(read(text)).toMatchObject([{ policies: ['s3/*'], covers: { start: 0, end: text.length } }]);
  });

  test('for other tools says nothing', () => {
    expect(read(stack({ 'cfn-lint': { config: { ignore_checks: ['E1'] } } }))).toEqual([]);
  });
});
