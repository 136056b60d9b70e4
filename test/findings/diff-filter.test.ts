import { describe, expect, test } from 'vitest';
import { SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { ChangedFile, ChangedLines } from '../../src/findings/changed-lines.ts';
import { lintText } from '../helpers/lint-text.ts';

const provider = 'provider "aws" { region = "us-east-1" }';
const database = [
  provider, // 1
  'resource "aws_db_instance" "orders" {', // 2
  '  engine                  = "postgres"', // 3
  '  backup_retention_period = 0', // 4
  '}', // 5
  'resource "aws_db_instance" "billing" {', // 6
  '  backup_retention_period = 0', // 7
  '}', // 8
].join('\n');

/** The changed lines of one file; `-` before a number: what stood behind that line is gone. */
function changes(added: readonly number[], removed: Readonly<Record<number, string>> = {}): ChangedFile {
  return {
    added: added.map((line) => ({ first: line, last: line })),
    removed: Object.entries(removed).map(([after, text]) => ({ after: Number(after), text })),
  };
}

/** Policy and line of what is reported about backups, standbys and versions. */
async function reported(
  files: Readonly<Record<string, string>>,
  changed: Readonly<Record<string, ChangedFile>>,
): Promise<readonly string[]> {
  const lines: ChangedLines = new Map(Object.entries(changed));
  const { findings } = await lintText(files, { changes: lines });
  return findings
    .filter(({ policy }) =>
      /^(?:rds\/(?:multi-az|backup-retention)|s3\/versioning|backup\/resource-covered|input)/u.test(policy),
    )
    .map(({ policy, path, place }) => `${policy} ${path}:${place?.file.positionAt(place.start).line ?? ''}`);
}

describe('what a change caused', () => {
  test.each([
    ['a changed argument', changes([4]), ['rds/backup-retention main.tf:4']],
    [
      'a changed header: the resource is another one',
      changes([2]),
      ['rds/multi-az main.tf:2', 'rds/backup-retention main.tf:4'],
    ],
    ['a line without a finding', changes([3]), []],
    ['what a finding asks for, taken away', changes([], { 3: '  multi_az = true' }), ['rds/multi-az main.tf:2']],
    ['commented out', changes([3], { 2: '  multi_az = true' }), ['rds/multi-az main.tf:2']],
    ['what another finding asks for, taken away', changes([], { 3: '  deletion_protection = true' }), []],
    [
      'an argument that no policy asks for may matter to all',
      changes([], { 3: '  tags = local.tags' }),
      ['rds/multi-az main.tf:2'],
    ],
    ['a comment taken away', changes([], { 3: '  # about this' }), []],
    ['something taken away between the blocks', changes([], { 5: 'multi_az = true' }), []],
    ['nothing in this file', changes([]), []],
  ])('%s', async (_what, changed, expected) => {
    expect(await reported({ 'main.tf': database }, { 'main.tf': changed })).toEqual(expected);
  });

  test('a default elsewhere that decides', async () => {
    const files = {
      'main.tf': [
        provider,
        'resource "aws_db_instance" "orders" {',
        '  backup_retention_period = 35',
        '  multi_az = var.ha',
        '}',
      ].join('\n'),
      'variables.tf': 'variable "ha" {\n  default = false\n}\n',
    };
    expect(await reported(files, { 'variables.tf': changes([2]) })).toEqual(['rds/multi-az main.tf:4']);
    expect(await reported(files, { 'variables.tf': changes([1]) })).toEqual([]);
  });

  test('an argument of the module call that decides, changed or taken away', async () => {
    const files = {
      'main.tf': [provider, 'module "db" {', '  source = "./db"', '  ha = false', '}'].join('\n'),
      'db/main.tf':
        'resource "aws_db_instance" "this" {\n  backup_retention_period = 35\n  multi_az = var.ha\n}\nvariable "ha" { default = false }\n',
    };
    expect(await reported(files, { 'main.tf': changes([4]) })).toEqual(['rds/multi-az db/main.tf:3']);
  });

  test('a satellite taken away changes what it configured', async () => {
    const files = { 'main.tf': [provider, 'resource "aws_s3_bucket" "orders" {}'].join('\n') };
    const satellite = (bucket: string): string =>
      `resource "aws_s3_bucket_versioning" "v" {\n  bucket = aws_s3_bucket.${bucket}.id\n}`;
    expect(await reported(files, { 'versions.tf': changes([], { 0: satellite('orders') }) })).toContain(
      's3/versioning main.tf:2',
    );
    expect(await reported(files, { 'versions.tf': changes([], { 0: satellite('logs') }) })).toEqual([]);
    expect(await reported(files, { 'other/versions.tf': changes([], { 0: satellite('orders') }) })).toEqual([]);
  });

  test('in CloudFormation', async () => {
    const stack = 'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties:\n      Engine: postgres\n';
    expect(
      await reported({ 'stack.yaml': stack }, { 'stack.yaml': changes([], { 5: '      MultiAZ: true' }) }),
    ).toEqual([]);
    expect(
      await reported({ 'stack.yaml': stack }, { 'stack.yaml': changes([], { 4: '      MultiAZ: true' }) }),
    ).toEqual(['rds/multi-az stack.yaml:2']);
  });

  test('trouble with an input in the change', async () => {
    const files = {
      'main.tf': `${provider}\nresource "aws_s3_bucket" "orders" {\n  bucket =\n}\n`,
      'other.tf': 'x = \n',
    };
    expect(await reported(files, { 'main.tf': changes([3]) })).toEqual(['input/syntax main.tf:3']);
  });
});

test('the summary counts what is reported, and says how much is not', async () => {
  const all = await lintText({ 'main.tf': database });
  const { findings, summary, verdicts } = await lintText(
    { 'main.tf': database },
    { changes: new Map([['main.tf', changes([4])]]) },
  );
  expect(all.summary).not.toHaveProperty('elsewhere');
  expect(summary.elsewhere).toBe(all.findings.length - findings.length);
  expect(summary.verdicts.fail).toBe(verdicts.filter(({ verdict }) => verdict === 'fail').length);
});

test('what is not decided counts only where the change is', async () => {
  const files = {
    'main.tf': `${provider}\nresource "aws_db_instance" "orders" {\n  multi_az = var.ha\n}\nvariable "ha" {}\n`,
  };
  const multiAz = async (changed: ChangedFile): Promise<readonly string[]> => {
    const { verdicts } = await lintText(files, { changes: new Map([['main.tf', changed]]) });
    return verdicts.filter(({ policy }) => policy === 'rds/multi-az').map(({ verdict }) => verdict);
  };
  expect(await multiAz(changes([3]))).toEqual(['unknown']);
  expect(await multiAz(changes([1]))).toEqual([]);
});

describe('a promise that was changed in the configuration', () => {
  const file = new SourceFile(
    '.dr-lint.yaml',
    'tier: warm-standby\nworkloads:\n  - { name: orders, include: [main.tf] }\n',
  );
  const line = (number: number): SourceRange => {
    const start =
      file.text
        .split('\n')
        .slice(0, number - 1)
        .join('\n').length + 1;
    return { file, start, end: start + file.lineText(number).length };
  };
  const workload = {
    name: 'orders',
    include: ['main.tf'],
    tags: {},
    resources: [],
    tier: undefined,
    objectives: undefined,
    needs: {},
    statedAt: line(3),
  };
  const config = { path: file.path, promisedAt: [{ file, start: 0, end: 18 }], workloads: [workload] };

  test.each([
    ['for everything', 1, ['main.tf', 'other.tf']],
    ['for a workload', 3, ['main.tf']],
    ['nothing of it', 2, []],
  ])('%s', async (_what, changed, expected) => {
    const files = { 'main.tf': database, 'other.tf': 'resource "aws_dynamodb_table" "other" {}' };
    const lines = new Map([[file.path, changes([changed])]]);
    const { findings } = await lintText(files, { config, changes: lines });
    expect([...new Set(findings.filter(({ resources }) => resources.length > 0).map(({ path }) => path))]).toEqual(
      expected,
    );
  });
});
