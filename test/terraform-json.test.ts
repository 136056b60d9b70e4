/** Terraform written as JSON, and OpenTofu's files, through the whole pipeline. */
import { describe, expect, test } from 'vitest';
import { locationOf, textOf, type SourceRange } from '../src/core/source.ts';
import { discover } from '../src/discovery/discover.ts';
import { defaultConfig } from '../src/config/default-config.ts';
import { memoryFileSystem } from '../src/core/file-system-memory.ts';
import { plainDocument } from './helpers/plain-document.ts';
import { lintText, nodeAt, type LintTextOptions } from './helpers/lint-text.ts';

type Files = Readonly<Record<string, string>>;

function json(value: unknown): string {
  return JSON.stringify(value, undefined, 2);
}

function placed(range: SourceRange | undefined): string {
  if (range === undefined) return '-';
  const { file, line, column } = locationOf(range);
  return `${file}:${line}:${column} ${textOf(range)}`;
}

/** The open findings of these policies with their places. */
async function told(files: Files, policies: RegExp, options: LintTextOptions = {}): Promise<readonly string[]> {
  const { findings } = await lintText(files, options);
  return findings
    .filter(({ policy, state }) => policies.test(policy) && state !== 'suppressed')
    .map(({ policy, place }) => `${policy} ${placed(place)}`);
}

const provider = { aws: { region: 'us-east-1' } };

describe('a finding points into the JSON:', () => {
  const files = {
    'infra/main.tf.json': json({
      provider,
      variable: { ha: { type: 'bool', default: false } },
      resource: {
        aws_db_instance: { orders: { backup_retention_period: 35, multi_az: '${var.ha}' } },
        aws_dynamodb_table: { carts: { point_in_time_recovery: { enabled: false } } },
      },
    }),
  };

  test('at the value, at the nested one, and at the name where something is missing', async () => {
    expect(await told(files, /^(?:rds\/(?:multi-az|deletion-protection)|dynamodb\/pitr)$/u)).toEqual([
      'rds/deletion-protection infra/main.tf.json:15:7 "orders"',
      'rds/multi-az infra/main.tf.json:17:21 "${var.ha}"',
      'dynamodb/pitr infra/main.tf.json:23:22 false',
    ]);
  });

  test('with the default that decided as a related place', async () => {
    const { findings } = await lintText(files);
    const related = findings.find(({ policy }) => policy === 'rds/multi-az')?.related ?? [];
    expect(related.map(({ range }) => placed(range))).toContain('infra/main.tf.json:10:18 false');
  });
});

describe('a module of both syntaxes', () => {
  const database = json({ provider, resource: { aws_db_instance: { orders: { multi_az: '${local.ha}' } } } });

  test('is one module', async () => {
    const files = { 'infra/db.tf.json': database, 'infra/locals.tf': 'locals {\n  ha = false\n}' };
    expect(await told(files, /^rds\/multi-az$/u)).toEqual(['rds/multi-az infra/db.tf.json:10:21 "${local.ha}"']);
  });

  test('is judged as its override files make it', async () => {
    const files = {
      'infra/db.tf.json': database,
      'infra/locals.tf': 'locals {\n  ha = false\n}',
      'infra/prod_override.tf': 'resource "aws_db_instance" "orders" {\n  multi_az = true\n}',
    };
    expect(await told(files, /^rds\/multi-az$/u)).toEqual([]);
  });

  test('calls modules of either, whose roots are found', async () => {
    const files = {
      'live/main.tf.json': json({ provider, module: { db: [{ source: '../modules/db', ha: false }] } }),
      'modules/db/main.tofu': 'variable "ha" {}\nresource "aws_db_instance" "orders" {\n  multi_az = var.ha\n}',
    };
    expect(await told(files, /^rds\/multi-az$/u)).toEqual(['rds/multi-az modules/db/main.tofu:3:14 var.ha']);
    expect(nodeAt(await lintText(files), 'module.db.aws_db_instance.orders').deployment).toBe('live');
  });
});

test('a variable is sensitive whether its generator writes true or "true"', async () => {
  for (const sensitive of [true, 'true']) {
    const report = await lintText({
      'main.tf.json': json({
        provider,
        variable: { name: { default: 'orders-of-acme', sensitive } },
        resource: { aws_db_instance: { orders: { identifier: '${var.name}' } } },
      }),
    });
    const { attributes } = nodeAt(report, 'aws_db_instance.orders');
    expect(plainDocument(attributes)).toEqual({ identifier: { $sensitive: 'orders-of-acme' } });
  }
});

test("what OpenTofu's own file hides is not judged", async () => {
  const files = {
    'infra/main.tf': 'resource "aws_db_instance" "old" {}',
    'infra/main.tofu': 'resource "aws_db_instance" "new" {}',
  };
  expect(await told(files, /^rds\/multi-az$/u)).toEqual([
    'rds/multi-az infra/main.tofu:1:1 resource "aws_db_instance" "new"',
  ]);
});

describe('what the AWS provider takes as a map and what as blocks is told apart:', () => {
  test('blocks may stand alone or in an array, and are referred to alike', async () => {
    for (const versioning of [{ enabled: true }, [{ enabled: true }]]) {
      const report = await lintText({
        'main.tf.json': json({
          provider,
          resource: {
            aws_s3_bucket: { orders: { bucket: 'orders', versioning, tags: { team: 'shop' } } },
            aws_db_instance: {
              orders: {
                multi_az: '${aws_s3_bucket.orders.versioning[0].enabled}',
                identifier: '${aws_s3_bucket.orders.tags["team"]}',
              },
            },
          },
        }),
      });
      const { document } = nodeAt(report, 'aws_db_instance.orders');
      expect(document).toMatchObject({ properties: { MultiAZ: true, DBInstanceIdentifier: 'shop' } });
      expect(nodeAt(report, 'aws_s3_bucket.orders').document).toMatchObject({
        properties: { VersioningConfiguration: { Status: 'Enabled' } },
        tags: { team: 'shop' },
      });
    }
  });

  test('no block in an array is none', async () => {
    const verdicts = await Promise.all(
      [{}, { replica: [] }, { replica: null }].map(async (replica) => {
        const table = { name: 'orders', hash_key: 'id', ...replica };
        const files = { 'main.tf.json': json({ provider, resource: { aws_dynamodb_table: { orders: table } } }) };
        const report = await lintText(files);
        return report.verdicts.map(({ policy, verdict }) => `${policy} ${verdict}`);
      }),
    );
    expect(verdicts[1]).toEqual(verdicts[0]);
    expect(verdicts[2]).toEqual(verdicts[0]);
  });
});

describe('"//": "dr-lint-ignore …"', () => {
  const database = (comment: unknown): Files => ({
    'main.tf.json': json({ provider, resource: { aws_db_instance: { orders: { '//': comment, multi_az: false } } } }),
  });

  test('hides what is found in its resource', async () => {
    expect(await told(database('nothing but a note'), /^rds\/multi-az$/u)).toEqual([
      'rds/multi-az main.tf.json:11:21 false',
    ]);
    expect(await told(database('dr-lint-ignore rds/multi-az: a test'), /^(?:rds\/multi-az|suppression)/u)).toEqual([]);
  });

  test('is found out when it hides nothing', async () => {
    expect(await told(database('dr-lint-ignore s3/versioning: a test'), /^suppression/u)).toEqual([
      'suppression/unused main.tf.json:10:15 "dr-lint-ignore s3/versioning: a test"',
    ]);
  });
});

describe('what could not be read', () => {
  const whole = json({
    provider,
    resource: {
      aws_dynamodb_table: { orders: { name: 'orders', hash_key: 'id' } },
      aws_backup_selection: { all: { plan_id: 'daily', resources: ['*'], iam_role_arn: 'role', name: 'all' } },
    },
  });
  const cut = whole.slice(0, whole.indexOf('"aws_backup_selection"') + 40);

  test('may have been a backup: that there is none is unknown, not failed', async () => {
    const { verdicts, diagnostics } = await lintText({ 'main.tf.json': cut });
    const covered = verdicts.filter(({ policy }) => policy === 'backup/resource-covered');
    expect(covered.map(({ verdict }) => verdict)).toEqual(['unknown']);
    expect(diagnostics.map(({ code, level, range }) => `${code} ${level} ${placed(range)}`)).toEqual([
      'input/syntax error main.tf.json:15:15 ',
    ]);
  });

  test('may have said where the state is kept', async () => {
    const { verdicts } = await lintText({ 'main.tf.json': cut });
    const state = verdicts.filter(({ policy }) => policy === 'iac/state-backend');
    expect(state.map(({ verdict }) => verdict)).toEqual(['unknown']);
  });

  test('is named as the native syntax writes it', async () => {
    const report = await lintText({
      'main.tf.json': json({ provider, resource: { aws_db_instance: { orders: { multi_az: '${"a" + 1}' } } } }),
    });
    const { attributes } = nodeAt(report, 'aws_db_instance.orders');
    expect(plainDocument(attributes)).toEqual({ multi_az: { $unknown: '"a"' } });
  });
});

describe('only what was asked for is reported', () => {
  const files = {
    'infra/a.tf.json': json({ provider, resource: { aws_db_instance: { a: { multi_az: false } } } }),
    'infra/b.tofu': 'resource "aws_db_instance" "b" {\n  multi_az = false\n}',
  };

  test('of a file that was named', async () => {
    const rds = /^rds\/multi-az$/u;
    expect(await told(files, rds, { paths: ['infra/b.tofu'] })).toEqual(['rds/multi-az infra/b.tofu:2:14 false']);
    expect(await told(files, rds, { paths: ['infra/a.tf.json'] })).toEqual([
      'rds/multi-az infra/a.tf.json:10:21 false',
    ]);
  });

  test('of lines that were changed', async () => {
    const changes = new Map([['infra/a.tf.json', { added: [{ first: 10, last: 10 }], removed: [] }]]);
    expect(await told(files, /^rds\//u, { changes })).toEqual(['rds/multi-az infra/a.tf.json:10:21 false']);
  });

  test('of an argument that was taken away', async () => {
    const removed = [{ after: 10, text: '        "deletion_protection": true,' }];
    const changes = new Map([['infra/a.tf.json', { added: [], removed }]]);
    expect(await told(files, /^rds\//u, { changes })).toEqual(['rds/deletion-protection infra/a.tf.json:9:7 "a"']);
  });
});

test('what a program synthesized is found though git ignores it, and listed by its folder', () => {
  const fileSystem = memoryFileSystem({
    '.gitignore': 'cdktf.out\nignored.tf.json\n',
    'cdktf.out/stacks/shop/cdk.tf.json': json({ provider }),
    'other/ignored.tf.json': '{}',
  });
  const given = { varFiles: [], parameters: [], region: undefined };
  const { inputs } = discover({ fileSystem, paths: ['.'], config: defaultConfig, ...given }).value;
  expect(inputs.map(({ path, kind, status }) => [path, kind, status])).toEqual([
    ['cdktf.out/stacks/shop', 'terraform-root', 'read'],
  ]);
});
