import { describe, expect, test } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { runFake, type RanFake } from './fake-run.ts';

type Files = Readonly<Record<string, string>>;

const estate: Files = {
  'shop/main.tf': `provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "recovery"
  region = "us-west-2"
}
resource "aws_db_instance" "orders" {
  engine   = "postgres"
  multi_az = false
}
resource "aws_backup_vault" "recovery" {
  provider = aws.recovery
  name     = "recovery"
}
resource "aws_s3_bucket" "access_logs" {
  bucket = "shop-access-logs"
}
resource "aws_s3_bucket" "invoices" {
  bucket = "shop-invoices"
}
resource "aws_s3_bucket_logging" "invoices" {
  bucket        = aws_s3_bucket.invoices.id
  target_bucket = aws_s3_bucket.access_logs.id
  target_prefix = "invoices/"
}
`,
  'catalog.yaml': `Resources:
  Products:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: products
`,
};

/** Runs the real linter on files in memory. */
function run(argv: readonly string[], files: Files): Promise<RanFake> {
  return runFake(argv, { files, dependencies });
}

async function findingsOf(argv: readonly string[], files: Files): Promise<unknown> {
  const { stdout, stderr } = await run([...argv, '--format', 'json'], files);
  expect(stderr).toBe('');
  return JSON.parse(stdout).findings;
}

test('writes what follows from the code, and prepares in comments what only people know', async () => {
  const { code, stdout, stderr, written } = await run(['init'], estate);
  expect({ code, stderr }).toEqual({
    code: exitCodes.ok,
    stderr: 'Wrote .dr-lint.yaml. Next: state in it which tier is promised.\n',
  });
  expect(written).toEqual({ '.dr-lint.yaml': stdout });
  expect(stdout).toMatchInlineSnapshot(`
    "# What dr-lint holds this code against. Nothing in here is required, and paths are relative to this file.
    # https://github.com/dr-lint/dr-lint
    #
    # It was written for 5 resources in:
    # * catalog.yaml (CloudFormation template)
    # * shop (Terraform root)

    # The recovery tier that is promised: backup-restore, pilot-light, warm-standby, active-active.
    # Achieved now: none; backup-restore is held back by
    # * data: Products is lost (nothing of it leaves its Region)
    # * data: aws_db_instance.orders is lost (nothing of it leaves its Region)
    # * data: aws_s3_bucket.invoices is lost (nothing of it leaves its Region)
    # tier: backup-restore
    # Or state what must hold, from which the cheapest sufficient tier follows:
    # objectives: { rto: 4h, rpo: 1h }

    # The Region that serves, as the code has it.
    regions:
      primary: us-east-1
    # Those that take over, as the code has them. Who states them promises that all data outlives the loss of the first:
    #   recovery: [us-west-2]

    # The code does not say in which Regions these are deployed; state it, and the inputs where they decide something.
    # One path may be deployed more than once: give each entry a name then.
    # deployments:
    #   - { path: catalog.yaml, region: us-east-1 }

    # No recovery policy judges these, for they only serve others. To take them out of every judgement:
    # exempt:
    #   - { resources: aws_s3_bucket.access_logs } # access logs are written to it

    # Sets of resources that promise something else; the first that matches a resource takes it:
    # workloads:
    #   - { name: reporting, include: ["reporting/**"], tier: backup-restore }

    # Levels of single policies (dr-lint policies lists them): off, note, warning or error.
    # policies:
    #   rds/multi-az: error

    # Findings that are accepted, each with its reason:
    # suppress:
    #   - { policy: s3/versioning, resource: aws_s3_bucket.scratch, reason: rebuilt nightly, expires: 2030-01-31 }
    "
  `);
});

describe('what was written', () => {
  test.each<readonly [what: string, init: readonly string[], lint: readonly string[]]>([
    ['changes no finding', [], []],
    ['may lie elsewhere', ['--config', 'settings/recovery.yaml'], ['--config', 'settings/recovery.yaml']],
  ])('%s', async (_, init, lint) => {
    const { written } = await run(['init', ...init], estate);
    expect(await findingsOf(lint, { ...estate, ...written })).toEqual(await findingsOf([], estate));
  });

  test('holds what the flags state', async () => {
    const stated = ['--tier', 'pilot-light', '--region', 'us-east-1', '--recovery-region', 'us-west-2'];
    const { written, stderr } = await run(['init', ...stated], estate);
    expect(stderr).toBe('Wrote .dr-lint.yaml.\n');
    expect(written['.dr-lint.yaml']).toContain('\ntier: pilot-light\n');
    expect(written['.dr-lint.yaml']).toContain('\nregions: { primary: us-east-1, recovery: [us-west-2] }\n');
  });

  test('loads with every suggestion taken', async () => {
    const { written } = await run(['init'], estate);
    const taken = (written['.dr-lint.yaml'] ?? '').replaceAll(/^# (?=[a-z]+:(?:\s|$)|  )/gmu, '');
    const code = taken.replace('varFiles: [live.tfvars], ', '');
    const ran = await run(['--fail-on', 'never'], { ...estate, '.dr-lint.yaml': code });
    expect(code).toMatch(/^deployments:$/mu);
    expect(ran.stderr).toBe('');
    expect(ran).toMatchObject({ code: exitCodes.ok, stdout: expect.stringContaining('tier: backup-restore (stated)') });
  });

  test('proposes a deployment for each variable file that nothing names', async () => {
    const { written } = await run(['init'], {
      'shop/main.tf':
        'variable "region" {}\nprovider "aws" { region = var.region }\nresource "aws_backup_vault" "v" {}\n',
      'shop/terraform.tfvars': '',
      'shop/envs/dr.tfvars': 'region = "us-west-2"\n',
      'shop/envs/live/terraform.tfvars': 'region = "us-east-1"\n',
    });
    const lines = (written['.dr-lint.yaml'] ?? '').split('\n').filter((line) => line.includes('path: shop'));
    expect(lines).toEqual([
      '#   - { path: shop, name: dr, varFiles: [shop/envs/dr.tfvars] }',
      '#   - { path: shop, name: live, varFiles: [shop/envs/live/terraform.tfvars] }',
    ]);
  });

  test('says names from outside without what could end a comment or hide text', async () => {
    const { written } = await run(['init'], { 'evil\ntier: x\u202E.yaml': estate['catalog.yaml'] ?? '' });
    expect(written['.dr-lint.yaml']).not.toMatch(/^tier|\u202E/mu);
    expect(written['.dr-lint.yaml']).toContain(String.raw`path: "evil\ntier: x\U0000202e.yaml"`);
  });
});

describe('nothing is overwritten', () => {
  test.each<readonly [what: string, argv: readonly string[], files: Files, mistake: string]>([
    [
      'where a configuration holds already',
      ['init', 'shop'],
      { '.dr-lint.yaml': 'tier: pilot-light' },
      '.dr-lint.yaml holds for these paths already, and init overwrites nothing. --config names another file.',
    ],
    [
      'where there is a file of that name',
      ['init', '--config', 'notes.md'],
      { 'notes.md': '' },
      "notes.md can't be written: file already exists",
    ],
    [
      'where there is nothing to lint',
      ['init', 'docs'],
      { 'docs/guide.md': '' },
      'docs holds no Terraform and no CloudFormation to lint.',
    ],
  ])('%s', async (_, argv, files, mistake) => {
    const { code, stdout, stderr, written } = await run(argv, { ...estate, ...files });
    expect({ code, stdout, stderr, written }).toEqual({
      code: exitCodes.usage,
      stdout: '',
      stderr: `dr-lint: ${mistake}\n`,
      written: {},
    });
  });
});
