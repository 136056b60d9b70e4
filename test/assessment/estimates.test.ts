/** What would happen: estimates per disruption of resources and workloads, in both languages alike. */
import { describe, expect, test } from 'vitest';
import type { Disruption, Estimate, EstimateTerm } from '../../src/assessment/assessment.ts';
import { parseDuration } from '../../src/core/duration.ts';
import { parseRegion } from '../../src/core/ids.ts';
import type { Interval } from '../../src/core/interval.ts';
import type { Config } from '../../src/config/config.ts';
import type { Report } from '../../src/findings/report.ts';
import { lintText } from '../helpers/lint-text.ts';

const backupOnly = { tier: 'backup-restore' } as const;

const [east, west] = ['us-east-1', 'us-west-2'].map((name) => {
  const region = parseRegion(name);
  if (region === undefined) throw new Error(`${name} is no Region`);
  return region;
});
if (east === undefined || west === undefined) throw new Error('two Regions');

function estimateOf(report: Report, disruption: Disruption): Estimate {
  const estimate = report.workloads[0]?.estimates.get(disruption);
  if (estimate === undefined) throw new Error(`no estimate for ${disruption}`);
  return estimate;
}

/** `5m`, `1m..10m`, `lost`, `1m..` without an upper end, `-` where there is no data. */
function words(figure: Interval | undefined): string {
  if (figure === undefined) return '-';
  const { low, high } = figure;
  if (low === Infinity) return 'lost';
  if (low === high) return spoken(low);
  return `${spoken(low)}..${high === Infinity ? '' : spoken(high)}`;
}

function spoken(seconds: number): string {
  for (const [unit, size] of [['d', 86_400] as const, ['h', 3600] as const, ['m', 60] as const]) {
    if (seconds >= size && seconds % size === 0) return `${seconds / size}${unit}`;
  }
  return `${seconds}s`;
}

/** How much is gone after each disruption, one word each. */
function losses(report: Report): Readonly<Record<string, string>> {
  const [workload] = report.workloads;
  return Object.fromEntries([...(workload?.estimates ?? [])].map(([name, { rpo }]) => [name, words(rpo)]));
}

const regions =
  'provider "aws" { region = "us-east-1" }\nprovider "aws" {\n  alias  = "west"\n  region = "us-west-2"\n}\n';

const plan = (schedule: string, copies: boolean, more = ''): string => `
resource "aws_backup_vault" "here" {
  name = "here"
}
resource "aws_backup_vault" "there" {
  provider = aws.west
  name     = "there"
}
resource "aws_backup_plan" "orders" {
  name = "orders"
  rule {
    rule_name         = "orders"
    target_vault_name = aws_backup_vault.here.name
    schedule          = "${schedule}"
    ${copies ? 'copy_action {\n      destination_vault_arn = aws_backup_vault.there.arn\n    }' : ''}
  }
}
resource "aws_backup_selection" "orders" {
  name         = "orders"
  plan_id      = aws_backup_plan.orders.id
  iam_role_arn = "arn:aws:iam::111122223333:role/backup"
  resources    = [aws_db_instance.orders.arn]
}
${more}`;
const daily = 'cron(0 5 ? * * *)';
const database = (more: string): string => `
resource "aws_db_instance" "orders" {
  engine            = "postgres"
  allocated_storage = 100
  ${more}
}
`;

describe('an instance with a standby, point-in-time recovery and a daily plan that copies', () => {
  const code = regions + database('multi_az = true\n  backup_retention_period = 14') + plan(daily, true);

  test('loses as much as the best of what survives', async () => {
    const report = await lintText({ 'main.tf': code }, { config: backupOnly });
    expect(losses(report)).toEqual({
      data: '5m',
      deletion: '1d',
      instance: '0s',
      zone: '0s',
      region: '1d',
      account: 'lost',
    });
    expect(words(estimateOf(report, 'zone').rto)).toBe('2m');
    expect(estimateOf(report, 'region').evidence.map(({ mechanism, because }) => [mechanism, because])).toEqual([
      ['backup/copied-recovery-point', 'restored from the copy in us-west-2'],
    ]);
  });

  test('is lost with its Region once nothing is copied', async () => {
    const code = regions + database('multi_az = true\n  backup_retention_period = 14') + plan(daily, false);
    const report = await lintText({ 'main.tf': code }, { config: backupOnly });
    expect(losses(report)).toMatchObject({ data: '5m', deletion: '1d', region: 'lost' });
    expect(estimateOf(report, 'region').limitedBy).toMatch(/aws_db_instance\.orders$/u);
  });

  test('survives its account in a vault that nobody can empty', async () => {
    const lock = (more: string): string => `
resource "aws_backup_vault_lock_configuration" "here" {
  backup_vault_name  = aws_backup_vault.here.name
  min_retention_days = 7
  ${more}
}`;
    const account = async (more: string): Promise<string | undefined> =>
      losses(await lintText({ 'main.tf': code + lock(more) }, { config: backupOnly }))['account'];
    expect(await account('changeable_for_days = 3')).toBe('1d');
    expect(await account('')).toBe('lost');
  });
});

describe('the same in both languages', () => {
  const template = (resources: string): string => `Resources:\n${resources}`;
  const cases: readonly (readonly [
    what: string,
    terraform: string,
    cloudFormation: string,
    losses: Readonly<Record<string, string>>,
  ])[] = [
    [
      'a table without recovery',
      'resource "aws_dynamodb_table" "orders" {\n  name     = "orders"\n  hash_key = "id"\n}\n',
      template('  Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: orders } }\n'),
      { data: 'lost', deletion: 'lost', instance: '0s', zone: '0s', region: 'lost', account: 'lost' },
    ],
    [
      'a table with point-in-time recovery',
      'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  hash_key = "id"\n  point_in_time_recovery { enabled = true }\n}\n',
      template(
        '  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }\n',
      ),
      { data: '5m', deletion: '0s', instance: '0s', zone: '0s', region: 'lost', account: 'lost' },
    ],
    [
      'a global table',
      'resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  hash_key = "id"\n  replica { region_name = "us-west-2" }\n}\n',
      template(
        '  Orders:\n    Type: AWS::DynamoDB::GlobalTable\n    Properties:\n      TableName: orders\n      Replicas: [{ Region: us-east-1 }, { Region: us-west-2 }]\n',
      ),
      { data: 'lost', deletion: '0s..5s', instance: '0s', zone: '0s', region: '0s..5s', account: 'lost' },
    ],
    [
      'a versioned bucket',
      'resource "aws_s3_bucket" "uploads" {\n  bucket = "shop-uploads"\n}\nresource "aws_s3_bucket_versioning" "uploads" {\n  bucket = aws_s3_bucket.uploads.id\n  versioning_configuration { status = "Enabled" }\n}\n',
      template(
        '  Uploads:\n    Type: AWS::S3::Bucket\n    Properties:\n      BucketName: shop-uploads\n      VersioningConfiguration: { Status: Enabled }\n',
      ),
      { data: '0s', deletion: '0s', instance: '0s', zone: '0s', region: 'lost', account: 'lost' },
    ],
    [
      'a file system with automatic backups',
      'resource "aws_efs_file_system" "uploads" {}\nresource "aws_efs_backup_policy" "uploads" {\n  file_system_id = aws_efs_file_system.uploads.id\n  backup_policy { status = "ENABLED" }\n}\n',
      template('  Uploads: { Type: AWS::EFS::FileSystem, Properties: { BackupPolicy: { Status: ENABLED } } }\n'),
      { data: '1d', deletion: '1d', instance: '0s', zone: '0s', region: 'lost', account: 'lost' },
    ],
    [
      'a file system that is replicated',
      'resource "aws_efs_file_system" "uploads" {}\nresource "aws_efs_replication_configuration" "uploads" {\n  source_file_system_id = aws_efs_file_system.uploads.id\n  destination { region = "us-west-2" }\n}\n',
      template(
        '  Uploads:\n    Type: AWS::EFS::FileSystem\n    Properties:\n      ReplicationConfiguration: { Destinations: [{ Region: us-west-2 }] }\n',
      ),
      { data: 'lost', deletion: '15m', instance: '0s', zone: '0s', region: '15m', account: 'lost' },
    ],
    [
      'a database instance in one zone',
      'resource "aws_db_instance" "orders" {\n  engine = "postgres"\n  backup_retention_period = 7\n  skip_final_snapshot = true\n}\n',
      template(
        '  Orders:\n    Type: AWS::RDS::DBInstance\n    DeletionPolicy: Delete\n    Properties: { Engine: postgres, BackupRetentionPeriod: 7 }\n',
      ),
      { data: '5m', deletion: 'lost', instance: '0s', zone: '5m', region: 'lost', account: 'lost' },
    ],
    [
      'a database instance that leaves a snapshot, where its code deletes it',
      'resource "aws_db_instance" "orders" {\n  engine = "postgres"\n  backup_retention_period = 7\n  final_snapshot_identifier = "last"\n}\n',
      template(
        '  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: postgres, BackupRetentionPeriod: 7 }\n',
      ),
      { data: '5m', deletion: '0s..', instance: '0s', zone: '5m', region: 'lost', account: 'lost' },
    ],
  ];

  test.each(cases)('%s', async (_, terraform, cloudFormation, expected) => {
    const settings = { config: backupOnly, region: east };
    const [inTerraform, inCloudFormation] = [
      await lintText({ 'main.tf': terraform }, settings),
      await lintText({ 'stack.yaml': cloudFormation }, settings),
    ];
    expect(losses(inTerraform)).toEqual(expected);
    expect(losses(inCloudFormation)).toEqual(expected);
  });
});

describe('what is not known', () => {
  test('is an interval: what certainly is there bounds it from above, what may be from below', async () => {
    const code = `provider "aws" {}\nvariable "standby" {}\n${regions}${database('multi_az = var.standby\n  backup_retention_period = 14')}`;
    const report = await lintText({ 'main.tf': code }, { config: backupOnly });
    expect(words(estimateOf(report, 'zone').rpo)).toBe('0s..5m');
    expect(estimateOf(report, 'zone').unknowns.map(({ reason }) => reason.subject)).toEqual(['var.standby']);
  });

  test('does not hide what is certainly lost', async () => {
    const table = 'resource "aws_dynamodb_table" "carts" {\n  name     = "carts"\n  hash_key = "id"\n}\n';
    const code = `provider "aws" {}\nvariable "standby" {}\n${database('multi_az = var.standby\n  backup_retention_period = 14')}${table}`;
    const report = await lintText({ 'main.tf': code }, { config: backupOnly });
    expect(words(estimateOf(report, 'data').rpo)).toBe('lost');
  });
});

describe('a lost Region', () => {
  const table = `
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
  replica { region_name = "us-west-2" }
}
`;
  const group = (name: string, desired: number, west: boolean): string => `
resource "aws_autoscaling_group" "${name}" {
  ${west ? 'provider = aws.west' : ''}
  min_size           = ${desired}
  max_size           = 10
  availability_zones = ["${west ? 'us-west-2a' : 'us-east-1a'}"]
}
resource "aws_lb" "${name}" {
  ${west ? 'provider = aws.west' : ''}
  subnets  = ["subnet-${name}-1", "subnet-${name}-2"]
}
resource "aws_route53_record" "${name}" {
  zone_id         = "Z1"
  name            = "www.example.com"
  type            = "A"
  set_identifier  = "${name}"
  ${west ? '' : 'health_check_id = aws_route53_health_check.web.id'}
  failover_routing_policy {
    type = "${west ? 'SECONDARY' : 'PRIMARY'}"
  }
  alias {
    name                   = aws_lb.${name}.dns_name
    zone_id                = aws_lb.${name}.zone_id
    evaluate_target_health = true
  }
}
`;
  const check = `
resource "aws_route53_health_check" "web" {
  type              = "HTTPS"
  fqdn              = "origin.example.com"
  request_interval  = 30
  failure_threshold = 3
}
`;
  const estate = (standby: number): string =>
    regions + table + check + group('web', 4, false) + group('web_dr', standby, true);
  const config = { tier: 'warm-standby', regions: { primary: east, recovery: [west] } } satisfies Partial<Config>;

  test('is a sum that is shown as a sum', async () => {
    const report = await lintText({ 'main.tf': estate(4) }, { config });
    const { terms, rto } = estimateOf(report, 'region');
    expect(terms.map(spell)).toEqual(['detection 90s', 'data 0s', 'compute 0s', 'traffic 1m']);
    expect(words(rto)).toBe('150s');
  });

  test('is over when records that answer together no longer name it', async () => {
    const weighted = estate(4).replaceAll(
      /failover_routing_policy \{\n +type = "\w+"\n +\}/gu,
      'weighted_routing_policy {\n    weight = 50\n  }',
    );
    const report = await lintText({ 'main.tf': weighted }, { config: { ...config, tier: 'active-active' } });
    const [detection] = estimateOf(report, 'region').terms;
    expect(detection && spell(detection)).toBe('detection 90s');
    expect(detection?.evidence?.mechanism).toBe('entry-points/active-records');
  });

  test('waits for somebody to decide where somebody must', async () => {
    const slow = { ...config, responseTime: parseDuration('10m') ?? 0 };
    const report = await lintText({ 'main.tf': estate(0) }, { config: slow });
    const { terms } = estimateOf(report, 'region');
    expect(terms.map(spell)).toEqual(['detection 90s', 'response 10m', 'data 0s', 'compute 2m..15m', 'traffic 1m']);
  });

  test('names what must be there beside the figure', async () => {
    const secret = 'resource "aws_secretsmanager_secret" "orders" {\n  name = "orders"\n}\n';
    const report = await lintText({ 'main.tf': estate(0) + secret }, { config });
    expect(estimateOf(report, 'region').provisos.map(({ text }) => text)).toEqual([
      'quotas and capacity in us-west-2 must allow it to start',
      'the secret aws_secretsmanager_secret.orders must be in the recovery Region',
    ]);
  });

  test('takes as long as it may where nothing in the scan says how users get in', async () => {
    const report = await lintText({ 'main.tf': regions + table }, { config });
    const { terms } = estimateOf(report, 'region');
    expect(terms.map(spell)).toEqual(['data 0s', 'compute 0s..', 'traffic 0s..']);
    expect(terms.at(-1)?.because).toBe('nothing in the scan decides it');
  });
});

test('without data there is none to lose, which is not the same as losing none', async () => {
  const code = 'resource "aws_lb" "web" {\n  subnets = ["subnet-1", "subnet-2"]\n}\n';
  expect(losses(await lintText({ 'main.tf': code }))).toMatchObject({ data: '-', region: '-' });
});

describe('a promise', () => {
  const code = regions + database('backup_retention_period = 14') + plan(daily, true);
  const promised = async (config: Partial<Config>, disruption: Disruption): Promise<string> => {
    const { promise } = estimateOf(await lintText({ 'main.tf': code }, { config }), disruption);
    if (promise === undefined) return 'none';
    return `${promise.source} ${promise.rto ?? '-'} ${promise.rpo ?? '-'} ${promise.holds} ${promise.basis}`;
  };
  const objectives = { rto: 3600, rpo: 60, perDisruption: {} };
  const cases: readonly (readonly [string, Partial<Config>, Disruption, string])[] = [
    ['backups alone promise nothing for a Region', { tier: 'backup-restore' }, 'region', 'none'],
    [
      'unless a recovery Region is stated',
      { tier: 'backup-restore', regions: { primary: undefined, recovery: [west] } },
      'region',
      'tier - - unknown documented',
    ],
    ['a higher tier promises that it comes back', { tier: 'pilot-light' }, 'deletion', 'tier - - yes documented'],
    ['nobody promises to survive the account', { tier: 'active-active' }, 'account', 'none'],
    [
      'stated objectives hold for the Region',
      { tier: undefined, objectives },
      'region',
      'stated 3600 60 no documented',
    ],
    [
      'what is deleted is back within a day, as old as the tier lets recovery points be',
      { tier: 'warm-standby', objectives: { ...objectives, rpo: undefined } },
      'deletion',
      'tier 86400 86400 yes documented',
    ],
    [
      'a time that is assumed is no certain miss',
      { tier: 'warm-standby', objectives: { ...objectives, rto: 60, rpo: undefined } },
      'zone',
      'stated 60 - no assumed',
    ],
    [
      'what is stated for one disruption goes first',
      { tier: 'warm-standby', objectives: { ...objectives, perDisruption: { data: { rto: undefined, rpo: 60 } } } },
      'data',
      'stated 86400 60 no documented',
    ],
  ];
  test.each(cases)('%s', async (_, config, disruption, expected) => {
    expect(await promised(config, disruption)).toBe(expected);
  });
});

describe('one more mechanism', () => {
  const additions: readonly (readonly [what: string, arguments_: string, more: string])[] = [
    ['a standby', 'multi_az = true', ''],
    ['automated backups', 'backup_retention_period = 14', ''],
    ['a plan', '', plan(daily, false)],
    [
      'a replica',
      '',
      'resource "aws_db_instance" "copy" {\n  provider = aws.west\n  replicate_source_db = aws_db_instance.orders.arn\n}\n',
    ],
  ];
  const code = (chosen: readonly number[]): string => {
    const parts = additions.filter((_, index) => chosen.includes(index));
    return regions + database(parts.map(([, words]) => words).join('\n  ')) + parts.map(([, , more]) => more).join('');
  };
  const ranks = ['none', 'backup-restore', 'pilot-light', 'warm-standby', 'active-active'];
  const subsets = [[], [0], [1], [2], [3], [0, 1], [1, 2], [2, 3], [0, 1, 2]];

  test.each(subsets.map((subset) => [subset.map((index) => additions[index]?.[0]).join(' and ') || 'nothing', subset]))(
    'beside %s never worsens an estimate and never lowers the tier',
    async (_, subset) => {
      const chosen = [...subset].map(Number);
      const before = await lintText({ 'main.tf': code(chosen) }, { config: backupOnly });
      for (const index of additions.keys()) {
        if (chosen.includes(index)) continue;
        const after = await lintText({ 'main.tf': code([...chosen, index]) }, { config: backupOnly });
        for (const disruption of ['data', 'deletion', 'instance', 'zone', 'region'] as const) {
          expect(estimateOf(after, disruption).rpo?.high).toBeLessThanOrEqual(
            estimateOf(before, disruption).rpo?.high ?? Infinity,
          );
        }
        const tier = ({ workloads }: Report): number => ranks.indexOf(workloads[0]?.achievedTier ?? 'none');
        expect(tier(after)).toBeGreaterThanOrEqual(tier(before));
      }
    },
  );
});

function spell({ name, time }: EstimateTerm): string {
  return `${name} ${words(time)}`;
}
