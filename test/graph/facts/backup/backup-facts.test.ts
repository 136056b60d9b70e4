import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setColdStorage } from '../../../../src/graph/facts/backup/cold-storage.ts';
import { setLocks } from '../../../../src/graph/facts/backup/lock.ts';
import { setLongestGaps } from '../../../../src/graph/facts/backup/longest-gap.ts';
import { setNativeBackups } from '../../../../src/graph/facts/backup/native-backup.ts';
import { setRetentions } from '../../../../src/graph/facts/backup/retention.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import type { GraphContext } from '../../../../src/graph/graph-context.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured } from '../../../helpers/measured.ts';

const hour = 3600;
const day = 24 * hour;

function derived(...resources: readonly DeclaredResource[]): GraphContext {
  const context = graphContext(resources);
  relateProtection(context);
  setLongestGaps(context);
  setRetentions(context);
  setColdStorage(context);
  setLocks(context);
  setNativeBackups(context);
  return context;
}

function plan(name: string, ...rules: readonly Record<string, Plain>[]): DeclaredResource {
  const named = rules.map((rule, index) => ({ rule_name: `rule-${index}`, target_vault_name: 'main', ...rule }));
  return terraform(`aws_backup_plan.${name}`, { name, rule: named });
}

function selection(of: DeclaredResource, tag: Plain): DeclaredResource {
  return terraform(`aws_backup_selection.${of.address.split('.')[1] ?? ''}`, {
    name: 'stores',
    plan_id: reference(of, 'id'),
    selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: tag }],
  });
}

const hourly = { schedule: 'cron(0 * * * ? *)', lifecycle: [{ delete_after: 7 }] };
const nightly = { schedule: 'cron(0 5 * * ? *)', lifecycle: [{ delete_after: 35 }] };
const weekly = { schedule: 'cron(0 3 ? * SUN *)', lifecycle: [{ delete_after: 365 }] };

describe('a plan', () => {
  test('has the gap of all its rules, each rule its own', () => {
    const context = derived(plan('shop', weekly, nightly));
    expect(measured(nodeAt(context, 'aws_backup_plan.shop'), 'longestGap')).toEqual([day, day]);
    expect(measured(nodeAt(context, 'aws_backup_plan.shop', 'rule["rule-0"]'), 'longestGap')).toEqual([
      7 * day,
      7 * day,
    ]);
    expect(measured(nodeAt(context, 'aws_backup_plan.shop', 'rule["rule-1"]'), 'longestGap')).toEqual([day, day]);
  });

  test('is placed at the schedule of its most frequent rule, and at its longest retention', () => {
    const { factSources } = nodeAt(derived(plan('shop', weekly, nightly)), 'aws_backup_plan.shop');
    expect(factSources.get('longestGap')?.[0]).toBe('/BackupPlan/BackupPlanRule/1/ScheduleExpression');
    expect(factSources.get('retention')?.[0]).toBe('/BackupPlan/BackupPlanRule/0/Lifecycle/DeleteAfterDays');
  });

  test('without a schedule backs up daily', () => {
    expect(measured(nodeAt(derived(plan('shop', {})), 'aws_backup_plan.shop'), 'longestGap')).toEqual([day, day]);
  });

  test.each<{ what: string; rules: readonly Record<string, Plain>[]; gap: readonly unknown[] }>([
    {
      what: 'a schedule that is not known',
      rules: [{ schedule: input('var.schedule') }],
      gap: [hour, Infinity, 'var.schedule'],
    },
    {
      what: 'a schedule that is not known beside a daily one',
      rules: [{ schedule: input('var.schedule') }, nightly],
      gap: [hour, day, 'var.schedule'],
    },
    {
      what: 'a schedule that AWS would refuse',
      rules: [{ schedule: 'cron(0 5 * * * *)' }],
      gap: [hour, Infinity, 'the schedule of aws_backup_plan.shop'],
    },
    {
      what: 'a time zone that does not exist',
      rules: [{ ...nightly, schedule_expression_timezone: 'Europe/Atlantis' }],
      gap: [hour, Infinity, 'the schedule of aws_backup_plan.shop'],
    },
    {
      what: 'a time zone that is not known shifts all alike',
      rules: [{ ...nightly, schedule_expression_timezone: input('var.zone') }],
      gap: [day, day],
    },
    {
      what: 'hourly backups give way to the start window of a daily one that is kept longer',
      rules: [hourly, { ...nightly, start_window: 480 }],
      gap: [8 * hour, 8 * hour],
    },
  ])('with $what', ({ rules, gap }) => {
    expect(measured(nodeAt(derived(plan('shop', ...rules)), 'aws_backup_plan.shop'), 'longestGap')).toEqual(gap);
  });

  test('with rules that are not known', () => {
    const context = derived(terraform('aws_backup_plan.shop', { name: 'shop', rule: input('var.rules') }));
    const node = nodeAt(context, 'aws_backup_plan.shop');
    expect(measured(node, 'longestGap')).toEqual([hour, Infinity, 'var.rules']);
    expect(measured(node, 'retention')).toEqual([0, Infinity]);
  });

  test('keeps recovery points as long as its longest rule', () => {
    const context = derived(plan('shop', hourly, nightly));
    expect(measured(nodeAt(context, 'aws_backup_plan.shop'), 'retention')).toEqual([35 * day, 35 * day]);
    expect(measured(nodeAt(context, 'aws_backup_plan.shop', 'rule["rule-0"]'), 'retention')).toEqual([
      7 * day,
      7 * day,
    ]);
  });

  test('keeps them for ever where one rule does', () => {
    const context = derived(plan('shop', nightly, {}));
    expect(measured(nodeAt(context, 'aws_backup_plan.shop'), 'retention')).toEqual([Infinity, Infinity]);
  });
});

describe('a rule that moves recovery points to cold storage', () => {
  const copy = (lifecycle: Record<string, Plain>): Plain => ({
    destination_vault_arn: 'arn:aws:backup:us-west-2:111122223333:backup-vault:recovery',
    lifecycle: [lifecycle],
  });

  test.each<{ what: string; rule: Record<string, Plain>; stay: unknown }>([
    { what: 'none', rule: { lifecycle: [{ delete_after: 35 }] }, stay: undefined },
    { what: 'none, by 0', rule: { lifecycle: [{ cold_storage_after: 0, delete_after: 35 }] }, stay: undefined },
    {
      what: 'its own',
      rule: { lifecycle: [{ cold_storage_after: 7, delete_after: 35 }] },
      stay: [28 * day, 28 * day],
    },
    {
      what: 'for ever, by 0',
      rule: { lifecycle: [{ cold_storage_after: 7, delete_after: 0 }] },
      stay: [Infinity, Infinity],
    },
    {
      what: 'a shorter one of a copy',
      rule: {
        lifecycle: [{ cold_storage_after: 30, delete_after: 365 }],
        copy_action: [copy({ cold_storage_after: 30, delete_after: 60 })],
      },
      stay: [30 * day, 30 * day],
    },
    {
      what: 'a short one beside one that is not known',
      rule: {
        lifecycle: [{ cold_storage_after: 30, delete_after: input('var.days') }],
        copy_action: [copy({ cold_storage_after: 30, delete_after: 60 })],
      },
      stay: [0, 30 * day, 'var.days'],
    },
    {
      what: 'perhaps none',
      rule: { lifecycle: [{ cold_storage_after: input('var.days'), delete_after: 35 }] },
      stay: [0, Infinity, 'var.days'],
    },
  ])('$what', ({ rule, stay }) => {
    const node = nodeAt(derived(plan('shop', rule)), 'aws_backup_plan.shop', 'rule["rule-0"]');
    expect(measured(node, 'coldStorage')).toEqual(stay);
  });
});

describe('a protected resource', () => {
  function gapOf(tags: Plain, ...plans: readonly DeclaredResource[]): unknown {
    const table = terraform('aws_dynamodb_table.orders', { name: 'orders', tags });
    const context = derived(table, ...plans, ...plans.map((each) => selection(each, 'yes')));
    return measured(nodeAt(context, table.address), 'longestGap');
  }

  test('is served by all plans together', () => {
    expect(gapOf({ backup: 'yes' }, plan('weekly', weekly), plan('nightly', nightly))).toEqual([day, day]);
  });

  test('has no gap where nothing protects it', () => {
    expect(gapOf({}, plan('nightly', nightly))).toBeUndefined();
  });

  test('may have none where its tags are not known', () => {
    expect(gapOf({ backup: input('var.backup') }, plan('nightly', nightly))).toEqual([
      day,
      Infinity,
      'which plans protect aws_dynamodb_table.orders',
    ]);
  });

  test('is minutes behind where it is backed up continuously', () => {
    const bucket = terraform('aws_s3_bucket.orders', { bucket: 'orders', tags: { backup: 'yes' } });
    const table = terraform('aws_dynamodb_table.orders', { name: 'orders', tags: { backup: 'yes' } });
    const continuous = plan('shop', { ...nightly, enable_continuous_backup: true });
    const context = derived(bucket, table, continuous, selection(continuous, 'yes'));
    expect(measured(nodeAt(context, bucket.address), 'longestGap')).toEqual([900, 900]);
    expect(measured(nodeAt(context, table.address), 'longestGap')).toEqual([day, day]);
  });
});

describe('the lock of a vault', () => {
  test.each<{ what: string; properties: Record<string, Plain>; minimum: unknown; maximum: unknown }>([
    { what: 'none', properties: {}, minimum: undefined, maximum: undefined },
    {
      what: 'both ends',
      properties: { LockConfiguration: { MinRetentionDays: 7, MaxRetentionDays: '35' } },
      minimum: [7 * day, 7 * day],
      maximum: [35 * day, 35 * day],
    },
    {
      what: 'a lower end alone',
      properties: { LockConfiguration: { MinRetentionDays: 7 } },
      minimum: [7 * day, 7 * day],
      maximum: [Infinity, Infinity],
    },
    {
      what: 'an end that is not known',
      properties: { LockConfiguration: { MinRetentionDays: input('parameter Days') } },
      minimum: [day, Infinity, 'parameter Days'],
      maximum: [Infinity, Infinity],
    },
  ])('$what', ({ properties, minimum, maximum }) => {
    const context = derived(
      cloudFormation('Main', 'AWS::Backup::BackupVault', { BackupVaultName: 'main', ...properties }),
    );
    expect(measured(nodeAt(context, 'Main'), 'lock.minimum')).toEqual(minimum);
    expect(measured(nodeAt(context, 'Main'), 'lock.maximum')).toEqual(maximum);
  });

  test('of an air-gapped vault, which is always locked', () => {
    const context = derived(
      cloudFormation('Isolated', 'AWS::Backup::LogicallyAirGappedBackupVault', {
        BackupVaultName: 'isolated',
        MinRetentionDays: 7,
        MaxRetentionDays: 90,
      }),
    );
    expect(measured(nodeAt(context, 'Isolated'), 'lock.minimum')).toEqual([7 * day, 7 * day]);
    expect(measured(nodeAt(context, 'Isolated'), 'lock.maximum')).toEqual([90 * day, 90 * day]);
  });

  test('in Terraform, where it is a resource of its own', () => {
    const vault = terraform('aws_backup_vault.main', { name: 'main' });
    const lock = terraform('aws_backup_vault_lock_configuration.main', {
      backup_vault_name: reference(vault, 'name'),
      min_retention_days: 14,
    });
    expect(measured(nodeAt(derived(vault, lock), vault.address), 'lock.minimum')).toEqual([14 * day, 14 * day]);
  });
});

describe('backups of its own', () => {
  test.each<{ what: string; type: string; properties: Record<string, Plain>; kept: unknown }>([
    {
      what: 'a database',
      type: 'AWS::RDS::DBInstance',
      properties: { BackupRetentionPeriod: 14 },
      kept: [14 * day, 14 * day],
    },
    {
      what: 'a database without',
      type: 'AWS::RDS::DBInstance',
      properties: { BackupRetentionPeriod: 0 },
      kept: undefined,
    },
    {
      what: 'a database of which it is not known',
      type: 'AWS::RDS::DBInstance',
      properties: { BackupRetentionPeriod: input('parameter Days') },
      kept: [0, Infinity, 'parameter Days'],
    },
    {
      what: 'a cluster, always',
      type: 'AWS::RDS::DBCluster',
      properties: { Engine: 'aurora-mysql' },
      kept: [day, day],
    },
    {
      what: 'a cluster of which it is not known, a day at least',
      type: 'AWS::DocDB::DBCluster',
      properties: { BackupRetentionPeriod: input('parameter Days') },
      kept: [day, Infinity, 'parameter Days'],
    },
    {
      what: 'a table with point-in-time recovery',
      type: 'AWS::DynamoDB::Table',
      properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      kept: [35 * day, 35 * day],
    },
    {
      what: 'a table with a shorter period',
      type: 'AWS::DynamoDB::Table',
      properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true, RecoveryPeriodInDays: 7 } },
      kept: [7 * day, 7 * day],
    },
    { what: 'a table without', type: 'AWS::DynamoDB::Table', properties: {}, kept: undefined },
    {
      what: 'a table of which it is not known',
      type: 'AWS::DynamoDB::Table',
      properties: { PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: input('parameter Pitr') } },
      kept: [0, 35 * day, 'parameter Pitr'],
    },
    {
      what: 'a file system with a backup policy',
      type: 'AWS::EFS::FileSystem',
      properties: { BackupPolicy: { Status: 'ENABLED' } },
      kept: [35 * day, 35 * day],
    },
    { what: 'a file system without', type: 'AWS::EFS::FileSystem', properties: {}, kept: undefined },
    {
      what: 'a file system in one zone, by default',
      type: 'AWS::EFS::FileSystem',
      properties: { AvailabilityZoneName: 'us-east-1a' },
      kept: [35 * day, 35 * day],
    },
    {
      what: 'a file system in one zone, switched off',
      type: 'AWS::EFS::FileSystem',
      properties: { AvailabilityZoneName: 'us-east-1a', BackupPolicy: { Status: 'DISABLED' } },
      kept: undefined,
    },
    {
      what: 'a file system for Windows',
      type: 'AWS::FSx::FileSystem',
      properties: { FileSystemType: 'WINDOWS', WindowsConfiguration: { AutomaticBackupRetentionDays: 7 } },
      kept: [7 * day, 7 * day],
    },
    { what: 'a warehouse', type: 'AWS::Redshift::Cluster', properties: {}, kept: [day, day] },
    {
      what: 'a warehouse without',
      type: 'AWS::Redshift::Cluster',
      properties: { AutomatedSnapshotRetentionPeriod: 0 },
      kept: undefined,
    },
    { what: 'a bucket has none', type: 'AWS::S3::Bucket', properties: {}, kept: undefined },
  ])('$what', ({ type, properties, kept }) => {
    const context = derived(cloudFormation('Store', type, properties));
    expect(measured(nodeAt(context, 'Store'), 'nativeBackup.retention')).toEqual(kept);
  });
});
