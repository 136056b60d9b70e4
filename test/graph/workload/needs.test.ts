import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { needsOfAll } from '../../../src/graph/workload/needs.ts';
import { lintText } from '../../helpers/lint-text.ts';

describe('what meets the needs of several workloads', () => {
  test.each([
    ['needs of one', [{ immutability: true }, {}], { immutability: true }],
    ['the fastest failover', [{ 'database-failover': 60 }, { 'database-failover': 30 }], { 'database-failover': 30 }],
    ['the longest reach', [{ 'point-in-time-days': 7 }, { 'point-in-time-days': 30 }], { 'point-in-time-days': 30 }],
    [
      'Regions that are allowed for all',
      [{ 'data-residency': ['eu-west-1', 'eu-central-1'] }, { 'data-residency': ['eu-central-1'] }],
      { 'data-residency': ['eu-central-1'] },
    ],
    ['none', [], {}],
  ])('%s', (_, needs, merged) => {
    expect(needsOfAll(needs)).toEqual(merged);
  });
});

function withNeeds(tier: string, needs: Readonly<Record<string, unknown>>): Partial<Config> {
  const workload = {
    include: ['**'],
    tags: {},
    resources: [],
    tier: undefined,
    objectives: undefined,
    statedAt: undefined,
  };
  return { tier, workloads: [{ ...workload, name: 'orders', needs }] };
}

describe('a stated need raises the level of what it is about', () => {
  const database = `resource "aws_db_instance" "orders" {\n  engine = "mysql"\n  backup_retention_period = 14\n}\n`;
  const databaseTemplate = `Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: { Engine: mysql, BackupRetentionPeriod: 14 }\n`;
  const table = `resource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  point_in_time_recovery {\n    enabled = true\n    recovery_period_in_days = 14\n  }\n}\n`;
  const tableTemplate = `Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 14 }\n`;
  const files = `resource "aws_efs_file_system" "orders" {}\n`;
  const filesTemplate = `Resources:\n  Orders:\n    Type: AWS::EFS::FileSystem\n`;

  const rows: readonly {
    readonly need: Readonly<Record<string, unknown>>;
    readonly policy: string;
    readonly tier: string;
    readonly terraform: string;
    readonly cloudFormation: string;
    readonly without: string;
  }[] = [
    {
      need: { 'database-failover': 60 },
      policy: 'rds/multi-az',
      tier: 'backup-restore',
      terraform: database,
      cloudFormation: databaseTemplate,
      without: 'fail note',
    },
    {
      need: { 'database-failover': 60 },
      policy: 'dynamodb/global-table',
      tier: 'pilot-light',
      terraform: table,
      cloudFormation: tableTemplate,
      without: 'fail warning',
    },
    {
      need: { 'multi-region-writes': true },
      policy: 'dynamodb/global-table',
      tier: 'backup-restore',
      terraform: table,
      cloudFormation: tableTemplate,
      without: 'fail off',
    },
    {
      need: { 'point-in-time-days': 30 },
      policy: 'rds/backup-retention',
      tier: 'backup-restore',
      terraform: database,
      cloudFormation: databaseTemplate,
      without: 'pass warning',
    },
    {
      need: { 'point-in-time-days': 30 },
      policy: 'dynamodb/pitr',
      tier: 'backup-restore',
      terraform: table,
      cloudFormation: tableTemplate,
      without: 'pass error',
    },
    {
      need: { 'file-system-dr': true },
      policy: 'efs/replication',
      tier: 'backup-restore',
      terraform: files,
      cloudFormation: filesTemplate,
      without: 'fail off',
    },
  ];

  test.each(rows)('$need: $policy', async ({ need, policy, tier, terraform, cloudFormation, without }) => {
    for (const inputs of [{ 'main.tf': terraform }, { 'stack.yaml': cloudFormation }]) {
      const judged = async (needs: Readonly<Record<string, unknown>>): Promise<readonly string[]> => {
        const { verdicts } = await lintText(inputs, { config: withNeeds(tier, needs) });
        return verdicts.filter((each) => each.policy === policy).map(({ verdict, level }) => `${verdict} ${level}`);
      };
      expect(await judged({})).toEqual([without]);
      expect(await judged(need)).toEqual(['fail error']);
    }
  });

  test('a failover inside the Region is enough where the tier does not promise the Region', async () => {
    const { verdicts } = await lintText(
      { 'main.tf': table },
      { config: withNeeds('backup-restore', { 'database-failover': 60 }) },
    );
    expect(verdicts.find(({ policy }) => policy === 'dynamodb/global-table')?.level).toBe('off');
  });
});

describe('data that may lie in certain Regions only', () => {
  const replicated = (region: string): Readonly<Record<string, string>> => ({
    'main.tf': `provider "aws" {\n  region = "eu-central-1"\n}\nresource "aws_dynamodb_table" "orders" {\n  name = "orders"\n  replica {\n    region_name = ${region}\n  }\n}\n`,
  });
  const allowed = { 'data-residency': ['eu-central-1', 'eu-west-1'] };

  test.each([
    ['a copy in another one is none', '"us-east-1"', allowed, 'lost', undefined],
    ['a copy in one of them is one', '"eu-west-1"', allowed, 'active', undefined],
    ['without the need, any copy is one', '"us-east-1"', {}, 'active', undefined],
    ['a copy in a Region that is not known may be one', 'var.there', allowed, 'lost', 'var.there'],
  ])('%s', async (_, region, needs, step, unknown) => {
    const { workloads } = await lintText(replicated(region), { config: withNeeds('pilot-light', needs) });
    const [member] = workloads[0]?.ladders.find(({ name }) => name === 'data')?.members ?? [];
    expect(member?.stepName).toBe(step);
    expect(member?.unknowns.map(({ reason }) => reason.subject)).toEqual(unknown === undefined ? [] : [unknown]);
  });
});
