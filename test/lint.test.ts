import { describe, expect, test } from 'vitest';
import { locationOf } from '../src/core/source.ts';
import { defaultConfig } from '../src/config/default-config.ts';
import { memoryFileSystem } from '../src/core/file-system-memory.ts';
import type { Report } from '../src/findings/report.ts';
import { lint } from '../src/lint.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { loadReporter } from '../src/reporters/index.ts';
import { lintText } from './helpers/lint-text.ts';

/** `file:line policy`, in the order of the report. */
function told(report: Report, ...policies: readonly string[]): readonly string[] {
  return report.findings
    .filter(({ policy }) => policies.includes(policy))
    .map(({ policy, place, path }) => {
      if (place === undefined) return `${path} ${policy}`;
      const { file, line } = locationOf(place);
      return `${file}:${line} ${policy}`;
    });
}

const table = (name: string): string =>
  `resource "aws_dynamodb_table" "${name}" {\n  name     = "${name}"\n  hash_key = "id"\n}\n`;

describe('a broken file', () => {
  test('is told of once, and everything that can be read in it and beside it is judged', async () => {
    const report = await lintText({
      'main.tf': `${table('orders')}three bare words\n${table('billing')}`,
      'other.tf': table('stock'),
    });
    expect(told(report, 'input/syntax', 'dynamodb/pitr')).toEqual([
      'main.tf:1 dynamodb/pitr',
      'main.tf:5 input/syntax',
      'main.tf:6 dynamodb/pitr',
      'other.tf:1 dynamodb/pitr',
    ]);
  });

  test('an argument that cannot be read is not judged by its default', async () => {
    const report = await lintText({
      'main.tf':
        'resource "aws_db_instance" "orders" {\n  engine                  = "postgres"\n  backup_retention_period = = 7\n}\n',
    });
    expect(told(report, 'input/syntax', 'rds/backup-retention')).toEqual(['main.tf:3 input/syntax']);
    expect(report.verdicts.find(({ policy }) => policy === 'rds/backup-retention')?.verdict).toBe('unknown');
  });

  test('a template that is no YAML leaves the others alone', async () => {
    const good = 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties: { TableName: orders }\n';
    const bad =
      'AWSTemplateFormatVersion: "2010-09-09"\nResources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n   Properties: {}\n';
    const report = await lintText({ 'good.yaml': good, 'bad.yaml': bad });
    expect(told(report, 'input/syntax')).toHaveLength(1);
    expect(told(report, 'dynamodb/pitr')).toEqual(['good.yaml:2 dynamodb/pitr']);
  });

  test('of a broken template what stands before the mistake is judged, and what the rest could declare is not known', async () => {
    const table = (name: string): string =>
      `  ${name}:\n    Type: AWS::DynamoDB::Table\n    Properties: { TableName: ${name} }\n`;
    const report = await lintText({
      'stack.yaml': `Resources:\n${table('Orders')}${table('Billing')}   Bad: {}\n${table('Stock')}`,
    });
    expect(told(report, 'input/syntax', 'dynamodb/pitr')).toEqual([
      'stack.yaml:2 dynamodb/pitr',
      'stack.yaml:8 input/syntax',
    ]);
    expect(report.verdicts.find(({ policy }) => policy === 'backup/resource-covered')?.verdict).toBe('unknown');
  });
});

test('single files filter the report, and their whole root is judged', async () => {
  const files = {
    'versions.tf':
      'terraform {\n  backend "s3" {\n    bucket = "state"\n    key    = "shop"\n    region = "us-east-1"\n  }\n}\n',
    'orders.tf': 'resource "aws_s3_bucket" "orders" { bucket = "orders" }\n',
    'versioning.tf':
      'resource "aws_s3_bucket_versioning" "orders" {\n  bucket = aws_s3_bucket.orders.id\n  versioning_configuration { status = "Suspended" }\n}\n',
    'stock.tf': table('stock'),
  };
  const report = await lintText(files, { paths: ['versioning.tf'] });
  expect([...new Set(report.findings.map(({ path }) => path))]).toEqual(['versioning.tf']);
  expect(told(report, 's3/versioning')).toEqual(['versioning.tf:3 s3/versioning']);
});

test('equal input gives equal bytes, in whatever order the files are found', async () => {
  const files = { 'a/main.tf': table('orders'), 'b/main.tf': table('orders'), 'c.tf': table('stock') };
  const reversed = Object.fromEntries(Object.entries(files).toReversed());
  for (const format of ['json', 'sarif', 'text'] as const) {
    const print = await loadReporter(format);
    const outputs = [await lintText(files), await lintText(files), await lintText(reversed)].map((report) =>
      print(report, { color: false, width: 100 }),
    );
    expect(outputs[1]).toBe(outputs[0]);
    expect(outputs[2]).toBe(outputs[0]);
  }
});

describe('hostile input', () => {
  test.each([
    ['names of the prototype', { 'main.tf': table('__proto__') + table('constructor') + table('toString') }],
    ['a module that calls itself', { 'main.tf': 'module "self" { source = "./" }\n' }],
    ['locals that need each other', { 'main.tf': 'locals {\n  a = local.b\n  b = local.a\n}\n' }],
    [
      'a local that grows without end',
      {
        'main.tf': `locals {\n  v0 = "xxxxxxxxxxxxxxxx"\n${Array.from({ length: 60 }, (_, at) => `  v${at + 1} = "\${local.v${at}}\${local.v${at}}"\n`).join('')}}\n`,
      },
    ],
    [
      'a count beyond all measure',
      { 'main.tf': 'resource "aws_s3_bucket" "many" {\n  count  = 100000000\n  bucket = "b-${count.index}"\n}\n' },
    ],
    [
      'a way out of the tree',
      { 'main.tf': 'module "out" { source = "../../../../etc" }\nlocals {\n  secret = file("/etc/passwd")\n}\n' },
    ],
    ['nesting without end', { 'main.tf': `locals {\n  deep = ${'['.repeat(5000)}${']'.repeat(5000)}\n}\n` }],
    [
      'a template with its own prototype',
      {
        'stack.json':
          '{"Resources": {"__proto__": {"Type": "AWS::S3::Bucket"}, "Ok": {"Type": "AWS::S3::Bucket", "Properties": {"__proto__": {}}}}}',
      },
    ],
  ])('%s is survived, and the rest is judged', async (_, files) => {
    const report = await lintText({
      ...files,
      'beside/main.tf': `provider "aws" { region = "us-east-1" }\n${table('orders')}`,
    });
    expect(told(report, 'dynamodb/pitr')).toContain('beside/main.tf:2 dynamodb/pitr');
  });
});

test('what is judged does not depend on whether everything is asked for', async () => {
  const fileSystem = memoryFileSystem({ 'main.tf': table('orders') });
  const options = {
    fileSystem,
    paths: ['.'],
    config: defaultConfig,
    varFiles: [],
    parameters: [],
    region: undefined,
    today: '2026-11-23',
  };
  const all = await lint({ ...options, policies: builtInPolicies(), verdicts: 'all' });
  const findings = await lint({ ...options, policies: builtInPolicies(), verdicts: 'findings' });
  expect(findings.findings).toEqual(all.findings);
  expect(findings.verdicts.every(({ verdict }) => verdict === 'fail' || verdict === 'unknown')).toBe(true);
  expect(all.verdicts.length).toBeGreaterThan(findings.verdicts.length);
});
