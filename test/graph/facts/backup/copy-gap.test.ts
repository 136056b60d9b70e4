/** What leaves the Region, how often, and what is backed up continuously. */
import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setContinuousBackups } from '../../../../src/graph/facts/backup/continuous-backup.ts';
import { setCopyGaps } from '../../../../src/graph/facts/backup/copy-gap.ts';
import { relateCopies } from '../../../../src/graph/relations/backup/copies-to.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { relateSnapshotCopies } from '../../../../src/graph/relations/backup/snapshot-copies.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured, plainly } from '../../../helpers/measured.ts';

const hour = 3600;
const day = 24 * hour;

/** A rule in the words that both languages share. */
interface Rule {
  readonly schedule: Plain;
  readonly keep?: number;
  readonly window?: number;
  readonly copyTo?: Plain;
  readonly keepCopy?: number;
  readonly continuous?: Plain;
}

const languages = {
  terraform: (rules: readonly Rule[]): readonly DeclaredResource[] => {
    const plan = terraform('aws_backup_plan.shop', {
      name: 'shop',
      rule: rules.map(({ schedule, keep = 35, window = 60, copyTo, keepCopy, continuous }, index) => ({
        rule_name: `rule-${index}`,
        target_vault_name: 'main',
        schedule,
        start_window: window,
        lifecycle: [{ delete_after: keep }],
        ...(continuous === undefined ? {} : { enable_continuous_backup: continuous }),
        ...(copyTo === undefined
          ? {}
          : {
              copy_action: [
                {
                  destination_vault_arn: copyTo,
                  ...(keepCopy === undefined ? {} : { lifecycle: [{ delete_after: keepCopy }] }),
                },
              ],
            }),
      })),
    });
    const selection = terraform('aws_backup_selection.all', {
      name: 'all',
      plan_id: reference(plan, 'id'),
      resources: ['*'],
    });
    return [
      plan,
      selection,
      terraform('aws_db_instance.orders', { identifier: 'orders', engine: 'postgres' }),
      terraform('aws_s3_bucket.receipts', { bucket: 'receipts' }),
      terraform('aws_redshift_cluster.sales', { cluster_identifier: 'sales' }),
      terraform('aws_dynamodb_table.carts', { name: 'carts' }),
    ];
  },
  cloudformation: (rules: readonly Rule[]): readonly DeclaredResource[] => {
    const plan = cloudFormation('Shop', 'AWS::Backup::BackupPlan', {
      BackupPlan: {
        BackupPlanName: 'shop',
        BackupPlanRule: rules.map(({ schedule, keep = 35, window = 60, copyTo, keepCopy, continuous }, index) => ({
          RuleName: `rule-${index}`,
          TargetBackupVault: 'main',
          ScheduleExpression: schedule,
          StartWindowMinutes: window,
          Lifecycle: { DeleteAfterDays: keep },
          ...(continuous === undefined ? {} : { EnableContinuousBackup: continuous }),
          ...(copyTo === undefined
            ? {}
            : {
                CopyActions: [
                  {
                    DestinationBackupVaultArn: copyTo,
                    ...(keepCopy === undefined ? {} : { Lifecycle: { DeleteAfterDays: keepCopy } }),
                  },
                ],
              }),
        })),
      },
    });
    const selection = cloudFormation('All', 'AWS::Backup::BackupSelection', {
      BackupPlanId: reference(plan, 'Ref'),
      BackupSelection: { SelectionName: 'all', Resources: ['*'] },
    });
    return [
      plan,
      selection,
      cloudFormation('Orders', 'AWS::RDS::DBInstance', { DBInstanceIdentifier: 'orders', Engine: 'postgres' }),
      cloudFormation('Receipts', 'AWS::S3::Bucket', { BucketName: 'receipts' }),
      cloudFormation('Sales', 'AWS::Redshift::Cluster', { ClusterIdentifier: 'sales' }),
      cloudFormation('Carts', 'AWS::DynamoDB::Table', { TableName: 'carts' }),
    ];
  },
} as const;

const addresses = {
  terraform: {
    database: 'aws_db_instance.orders',
    bucket: 'aws_s3_bucket.receipts',
    warehouse: 'aws_redshift_cluster.sales',
    table: 'aws_dynamodb_table.carts',
  },
  cloudformation: { database: 'Orders', bucket: 'Receipts', warehouse: 'Sales', table: 'Carts' },
} as const;

type Store = keyof (typeof addresses)['terraform'];
type Language = keyof typeof languages;

function fact(language: Language, name: string, store: Store, ...rules: readonly Rule[]): unknown {
  const context = graphContext(languages[language](rules));
  relateCopies(context);
  relateSnapshotCopies(context);
  relateProtection(context);
  setContinuousBackups(context);
  setCopyGaps(context);
  return measured(nodeAt(context, addresses[language][store]), name);
}

const elsewhere = 'arn:aws:backup:us-west-2:111122223333:backup-vault:recovery';
const here = 'arn:aws:backup:us-east-1:111122223333:backup-vault:second';
const hourly: Rule = { schedule: 'cron(0 * * * ? *)', keep: 7 };
const nightly: Rule = { schedule: 'cron(0 5 * * ? *)' };
const weekly: Rule = { schedule: 'cron(0 3 ? * SUN *)', keep: 365 };

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  test.each<{ what: string; store?: Store; rules: readonly Rule[]; gap: unknown }>([
    { what: 'nothing copied', rules: [hourly], gap: undefined },
    { what: 'copied within the Region', rules: [{ ...hourly, copyTo: here }], gap: undefined },
    { what: 'copied elsewhere', rules: [{ ...hourly, copyTo: elsewhere }], gap: [hour, hour] },
    { what: 'only the nightly ones', rules: [hourly, { ...nightly, copyTo: elsewhere }], gap: [day, day] },
    {
      what: 'the weekly ones, and copies that are gone before the next',
      rules: [nightly, { ...weekly, copyTo: elsewhere, keepCopy: 3 }],
      gap: [Infinity, Infinity],
    },
    {
      what: 'copies that step aside for a rule that copies nothing and keeps longer',
      rules: [
        { ...hourly, copyTo: elsewhere },
        { ...nightly, window: 480 },
      ],
      gap: [9 * hour, 9 * hour],
    },
    {
      what: 'a vault that is not known',
      rules: [{ ...nightly, copyTo: input('var.vault') }],
      gap: [day, Infinity, `which recovery points of ${addresses[language].table} leave its Region`],
    },
    {
      what: 'a type that AWS Backup cannot copy',
      store: 'warehouse',
      rules: [{ ...nightly, copyTo: elsewhere }],
      gap: undefined,
    },
    {
      what: 'a database that is backed up continuously, too: one snapshot a day',
      store: 'database',
      rules: [
        { ...hourly, copyTo: elsewhere },
        { ...nightly, continuous: true },
      ],
      gap: [2 * hour, day, `which recovery points of ${addresses[language].database} leave its Region`],
    },
    {
      what: 'the copies of a continuous backup, at the frequency of its rule',
      store: 'database',
      rules: [{ ...nightly, continuous: true, copyTo: elsewhere }],
      gap: [day, day],
    },
  ])('recovery points elsewhere: $what', ({ store = 'table', rules, gap }) => {
    expect(fact(language, 'copyGap', store, ...rules)).toEqual(gap);
  });

  test.each<{ what: string; store: Store; rules: readonly Rule[]; continuous: unknown }>([
    { what: 'a bucket', store: 'bucket', rules: [{ ...nightly, continuous: true }], continuous: true },
    { what: 'a database', store: 'database', rules: [nightly, { ...nightly, continuous: true }], continuous: true },
    {
      what: 'a table, which has snapshots only',
      store: 'table',
      rules: [{ ...nightly, continuous: true }],
      continuous: false,
    },
    { what: 'a rule that does not', store: 'bucket', rules: [nightly], continuous: false },
    {
      what: 'a rule of which it is not known',
      store: 'bucket',
      rules: [{ ...nightly, continuous: input('var.pitr') }],
      continuous: '?',
    },
  ])('backed up continuously: $what', ({ store, rules, continuous }) => {
    expect(fact(language, 'continuousBackup', store, ...rules)).toBe(continuous);
  });
});

test('snapshots of volumes that a schedule copies', () => {
  const volume = terraform('aws_ebs_volume.data', { size: 10, tags: { Backup: 'yes' } });
  const policy = terraform('aws_dlm_lifecycle_policy.volumes', {
    policy_details: [
      {
        resource_types: ['VOLUME'],
        target_tags: { Backup: 'yes' },
        schedule: [
          { name: 'hourly', create_rule: [{ interval: 1, times: ['00:00'] }], retain_rule: [{ count: 24 }] },
          {
            name: 'daily',
            create_rule: [{ interval: 24, times: ['03:00'] }],
            retain_rule: [{ count: 7 }],
            cross_region_copy_rule: [
              { target: 'us-west-2', encrypted: true, retain_rule: [{ interval: 30, interval_unit: 'DAYS' }] },
            ],
          },
        ],
      },
    ],
  });
  const context = graphContext([volume, policy]);
  relateSnapshotCopies(context);
  relateProtection(context);
  setCopyGaps(context);
  expect(measured(nodeAt(context, volume.address), 'copyGap')).toEqual([day, day]);
  const [copy] = context.from('copiesTo', nodeAt(context, policy.address, 'schedule["daily"]'));
  expect(plainly(copy?.properties['retention'])).toEqual([30 * day, 30 * day]);
});
