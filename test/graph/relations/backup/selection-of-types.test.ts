/** Which types of stores a backup selection takes by which ARN, and what the account's opt-in leaves out: in both languages. */
import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { cloudFormation, input, reference, terraform, type Given, type Plain } from '../../../helpers/declared.ts';
import { graphContext } from '../../../helpers/graph-context.ts';

/** The name that a store has in these tests, whatever the language. */
const names: Readonly<Record<string, string>> = {
  'aws_db_instance.billing': 'database',
  'aws_rds_cluster.shop': 'aurora',
  'aws_rds_cluster_instance.shop': 'aurora member',
  'aws_docdb_cluster.catalogue': 'documents',
  'aws_neptune_cluster.friends': 'graph',
  'aws_dynamodb_table.orders': 'table',
  'aws_s3_bucket.receipts': 'bucket',
  'aws_efs_file_system.shared': 'files',
  'aws_instance.server': 'server',
  'aws_ebs_volume.data': 'volume',
  'aws_ebs_volume.loose': 'loose volume',
  'aws_fsx_ontap_file_system.home': 'ontap',
  'aws_fsx_ontap_volume.home': 'ontap volume',
  'aws_fsx_windows_file_system.office': 'windows files',
  'aws_redshift_cluster.sales': 'warehouse',
  Billing: 'database',
  Shop: 'aurora',
  ShopMember: 'aurora member',
  Catalogue: 'documents',
  Friends: 'graph',
  Orders: 'table',
  Receipts: 'bucket',
  Shared: 'files',
  Server: 'server',
  Data: 'volume',
  Loose: 'loose volume',
  Home: 'ontap',
  HomeVolume: 'ontap volume',
  Office: 'windows files',
  Sales: 'warehouse',
};

const tags = { Backup: 'yes' };
const tagList = [{ Key: 'Backup', Value: 'yes' }];

function terraformStores(): readonly DeclaredResource[] {
  const shop = terraform('aws_rds_cluster.shop', { cluster_identifier: 'shop', engine: 'aurora-mysql', tags });
  const server = terraform('aws_instance.server', { ami: 'ami-1', tags });
  const data = terraform('aws_ebs_volume.data', { size: 10 });
  const home = terraform('aws_fsx_ontap_file_system.home', { storage_capacity: 1024, deployment_type: 'SINGLE_AZ_1' });
  return [
    terraform('aws_db_instance.billing', { identifier: 'billing', engine: 'postgres', tags }),
    shop,
    terraform('aws_rds_cluster_instance.shop', {
      identifier: 'shop-1',
      cluster_identifier: reference(shop, 'id'),
      engine: 'aurora-mysql',
      tags,
    }),
    terraform('aws_docdb_cluster.catalogue', { cluster_identifier: 'catalogue' }),
    terraform('aws_neptune_cluster.friends', { cluster_identifier: 'friends' }),
    terraform('aws_dynamodb_table.orders', { name: 'orders' }),
    terraform('aws_s3_bucket.receipts', { bucket: 'shop-receipts' }),
    terraform('aws_efs_file_system.shared', {}),
    server,
    data,
    terraform('aws_ebs_volume.loose', { size: 10 }),
    terraform('aws_volume_attachment.data', {
      volume_id: reference(data, 'id'),
      instance_id: reference(server, 'id'),
      device_name: '/dev/sdf',
    }),
    home,
    terraform('aws_fsx_ontap_volume.home', { name: 'home', storage_virtual_machine_id: 'svm-1', tags }),
    terraform('aws_fsx_windows_file_system.office', { deployment_type: 'MULTI_AZ_1' }),
    terraform('aws_redshift_cluster.sales', { cluster_identifier: 'sales' }),
  ];
}

function cloudFormationStores(): readonly DeclaredResource[] {
  const shop = cloudFormation('Shop', 'AWS::RDS::DBCluster', {
    DBClusterIdentifier: 'shop',
    Engine: 'aurora-mysql',
    Tags: tagList,
  });
  const server = cloudFormation('Server', 'AWS::EC2::Instance', { ImageId: 'ami-1', Tags: tagList });
  const data = cloudFormation('Data', 'AWS::EC2::Volume', { Size: 10 });
  return [
    cloudFormation('Billing', 'AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'billing',
      Engine: 'postgres',
      Tags: tagList,
    }),
    shop,
    cloudFormation('ShopMember', 'AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'shop-1',
      DBClusterIdentifier: reference(shop, 'Ref'),
      Engine: 'aurora-mysql',
      Tags: tagList,
    }),
    cloudFormation('Catalogue', 'AWS::DocDB::DBCluster', { DBClusterIdentifier: 'catalogue' }),
    cloudFormation('Friends', 'AWS::Neptune::DBCluster', { DBClusterIdentifier: 'friends' }),
    cloudFormation('Orders', 'AWS::DynamoDB::Table', { TableName: 'orders' }),
    cloudFormation('Receipts', 'AWS::S3::Bucket', { BucketName: 'shop-receipts' }),
    cloudFormation('Shared', 'AWS::EFS::FileSystem', {}),
    server,
    data,
    cloudFormation('Loose', 'AWS::EC2::Volume', { Size: 10 }),
    cloudFormation('Attachment', 'AWS::EC2::VolumeAttachment', {
      VolumeId: reference(data, 'Ref'),
      InstanceId: reference(server, 'Ref'),
    }),
    cloudFormation('Home', 'AWS::FSx::FileSystem', { FileSystemType: 'ONTAP' }),
    cloudFormation('HomeVolume', 'AWS::FSx::Volume', { Name: 'home', VolumeType: 'ONTAP', Tags: tagList }),
    cloudFormation('Office', 'AWS::FSx::FileSystem', { FileSystemType: 'WINDOWS' }),
    cloudFormation('Sales', 'AWS::Redshift::Cluster', { ClusterIdentifier: 'sales' }),
  ];
}

interface Selection {
  readonly resources?: readonly string[];
  readonly notResources?: readonly string[];
  readonly tag?: readonly [key: string, value: string];
}

const languages = {
  terraform: {
    stores: terraformStores,
    selected: ({ resources = [], notResources = [], tag }: Selection): readonly DeclaredResource[] => {
      const plan = terraform('aws_backup_plan.daily', {
        name: 'daily',
        rule: [{ rule_name: 'nightly', target_vault_name: 'main' }],
      });
      return [
        plan,
        terraform('aws_backup_selection.stores', {
          name: 'stores',
          plan_id: reference(plan, 'id'),
          resources,
          not_resources: notResources,
          selection_tag: tag === undefined ? [] : [{ type: 'STRINGEQUALS', key: tag[0], value: tag[1] }],
        }),
      ];
    },
  },
  cloudformation: {
    stores: cloudFormationStores,
    selected: ({ resources = [], notResources = [], tag }: Selection): readonly DeclaredResource[] => {
      const plan = cloudFormation('Daily', 'AWS::Backup::BackupPlan', {
        BackupPlan: { BackupPlanName: 'daily', BackupPlanRule: [{ RuleName: 'nightly', TargetBackupVault: 'main' }] },
      });
      const ConditionType = 'STRINGEQUALS';
      return [
        plan,
        cloudFormation('Stores', 'AWS::Backup::BackupSelection', {
          BackupPlanId: reference(plan, 'Ref'),
          BackupSelection: {
            SelectionName: 'stores',
            Resources: resources,
            NotResources: notResources,
            ListOfTags: tag === undefined ? [] : [{ ConditionType, ConditionKey: tag[0], ConditionValue: tag[1] }],
          },
        }),
      ];
    },
  },
} as const;

/** What the plan itself protects, by the names above; with a question mark where it only may. */
function protectedBy(resources: readonly DeclaredResource[]): readonly string[] {
  const context = graphContext(resources);
  relateProtection(context);
  const [plan] = context.ofType('AWS::Backup::BackupPlan');
  return context.relations
    .filter(({ kind, to }) => kind === 'protectedBy' && to === plan?.id)
    .map(({ from, certain }) => `${names[context.get(from)?.address ?? ''] ?? 'nothing'}${certain ? '' : '?'}`)
    .toSorted();
}

/** Only Terraform declares what an account opts in to. */
function optIn(preferences: Plain, given: Given = {}): DeclaredResource {
  return terraform('aws_backup_region_settings.here', { resource_type_opt_in_preference: preferences }, given);
}

const everything = [
  'aurora',
  'bucket',
  'database',
  'documents',
  'files',
  'graph',
  'loose volume',
  'ontap volume',
  'server',
  'table',
  'volume',
  'warehouse',
  'windows files',
];

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  const { stores, selected } = languages[language];

  test.each<{ what: string; selection: Selection; taken: readonly string[] }>([
    { what: 'everything, but members of clusters and ONTAP as a whole', selection: {}, taken: everything },
    {
      what: 'database instances are no clusters, nor their members',
      selection: { resources: ['arn:aws:rds:*:*:db:*'] },
      taken: ['database'],
    },
    {
      what: 'clusters of three services have ARNs of one form',
      selection: { resources: ['arn:aws:rds:*:*:cluster:*'] },
      taken: ['aurora', 'documents', 'graph'],
    },
    { what: 'one cluster', selection: { resources: ['arn:aws:rds:*:*:cluster:shop'] }, taken: ['aurora'] },
    {
      what: 'a whole service',
      selection: { resources: ['arn:aws:rds:*'] },
      taken: ['aurora', 'database', 'documents', 'graph'],
    },
    {
      what: 'an instance takes the volumes attached to it',
      selection: { resources: ['arn:aws:ec2:*:*:instance/*'] },
      taken: ['server', 'volume'],
    },
    {
      what: 'volumes alone',
      selection: { resources: ['arn:aws:ec2:*:*:volume/*'] },
      taken: ['loose volume', 'volume'],
    },
    {
      what: 'file systems of FSx',
      selection: { resources: ['arn:aws:fsx:*:*:file-system/*'] },
      taken: ['windows files'],
    },
    { what: 'volumes of ONTAP', selection: { resources: ['arn:aws:fsx:*:*:volume/*'] }, taken: ['ontap volume'] },
    {
      what: 'buckets by the start of their names',
      selection: { resources: ['arn:aws:s3:::shop-*'] },
      taken: ['bucket'],
    },
    { what: 'buckets by a start that none has', selection: { resources: ['arn:aws:s3:::logs-*'] }, taken: [] },
    {
      what: 'two types',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:elasticfilesystem:*:*:file-system/*'] },
      taken: ['files', 'table'],
    },
    {
      what: 'a tag: of the cluster and not of its member; a server takes its volumes',
      selection: { tag: ['Backup', 'yes'] },
      taken: ['aurora', 'database', 'ontap volume', 'server', 'volume'],
    },
    {
      what: 'a type together with a tag: either suffices',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/*'], tag: ['Backup', 'yes'] },
      taken: ['aurora', 'database', 'ontap volume', 'server', 'table', 'volume'],
    },
    {
      what: 'everything but types that are left out',
      selection: {
        notResources: ['arn:aws:rds:*:*:cluster:*', 'arn:aws:ec2:*', 'arn:aws:fsx:*', 'arn:aws:redshift:*'],
      },
      taken: ['bucket', 'database', 'files', 'table'],
    },
  ])('$what', ({ selection, taken }) => {
    expect(protectedBy([...stores(), ...selected(selection)])).toEqual(taken);
  });

  test.each<{ what: string; selection: Selection; settings: Plain; given?: Given; taken: readonly string[] }>([
    {
      what: 'a tag goes by the opt-in',
      selection: { tag: ['Backup', 'yes'] },
      settings: { Aurora: false, RDS: true, EC2: true, FSx: true },
      taken: ['database', 'ontap volume', 'server', 'volume'],
    },
    {
      what: 'so does a whole service',
      selection: { resources: ['arn:aws:dynamodb:*'] },
      settings: { DynamoDB: false },
      taken: [],
    },
    {
      what: 'a type that is named does not',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/*', 'arn:aws:s3:::shop-*'] },
      settings: { DynamoDB: false, S3: false },
      taken: ['bucket', 'table'],
    },
    {
      what: 'but for types whose ARNs look alike',
      selection: { resources: ['arn:aws:rds:*:*:cluster:*', 'arn:aws:fsx:*:*:file-system/*'] },
      settings: { Aurora: true, DocumentDB: false, FSx: false },
      taken: ['aurora', 'graph'],
    },
    {
      what: 'what is left out is left out anyway',
      selection: { notResources: ['arn:aws:rds:*:*:db:*'], resources: ['arn:aws:rds:*'] },
      settings: { RDS: false, Aurora: false, Neptune: false },
      taken: ['documents'],
    },
    {
      what: 'an opt-in that is not known',
      selection: { resources: ['arn:aws:dynamodb:*'] },
      settings: { DynamoDB: input('var.opt_in') },
      taken: ['table?'],
    },
    {
      what: 'the opt-in of another Region',
      selection: { resources: ['arn:aws:dynamodb:*'] },
      settings: { DynamoDB: false },
      given: { region: 'eu-west-1' },
      taken: ['table'],
    },
  ])('opt-in: $what', ({ selection, settings, given = {}, taken }) => {
    expect(protectedBy([...stores(), ...selected(selection), optIn(settings, given)])).toEqual(taken);
  });
});

test.each<{ what: string; store: DeclaredResource; copies: readonly boolean[] }>([
  { what: 'a table', store: terraform('aws_dynamodb_table.orders', {}), copies: [true, true, true] },
  { what: 'a database instance', store: terraform('aws_db_instance.orders', {}), copies: [true, true, false] },
  {
    what: 'an Aurora cluster',
    store: terraform('aws_rds_cluster.shop', { engine: 'aurora-mysql' }),
    copies: [true, true, true],
  },
  {
    what: 'a Multi-AZ cluster',
    store: terraform('aws_rds_cluster.shop', { engine: 'mysql' }),
    copies: [false, false, false],
  },
  { what: 'a data warehouse', store: terraform('aws_redshift_cluster.sales', {}), copies: [false, false, false] },
  { what: 'a volume of ONTAP', store: terraform('aws_fsx_ontap_volume.home', {}), copies: [false, false, false] },
  {
    what: 'a file system of OpenZFS',
    store: terraform('aws_fsx_openzfs_file_system.home', { deployment_type: 'SINGLE_AZ_1' }),
    copies: [true, true, false],
  },
  {
    what: 'a cache, which it does not know',
    store: terraform('aws_elasticache_replication_group.a', {}),
    copies: [false, false, false],
  },
])('what can be copied to another Region, another account, an air-gapped vault: $what', ({ store, copies }) => {
  const [node] = graphContext([store]).all();
  const facts = ['crossRegionCopy', 'crossAccountCopy', 'airGappedCopy'].map((fact) => node?.facts.get(fact));
  expect(facts).toEqual(copies);
});

describe('tags that a provider adds', () => {
  const { selected } = languages.terraform;
  const table = (attributes: Record<string, Plain>, defaultTags: Plain): DeclaredResource =>
    terraform('aws_dynamodb_table.orders', { name: 'orders', ...attributes }, { defaultTags });

  test.each<{ what: string; attributes: Record<string, Plain>; defaults: Plain; taken: readonly string[] }>([
    { what: 'count', attributes: {}, defaults: { Backup: 'yes' }, taken: ['table'] },
    { what: 'give way to its own', attributes: { tags: { Backup: 'no' } }, defaults: { Backup: 'yes' }, taken: [] },
    {
      what: 'are not known where the whole map is not',
      attributes: {},
      defaults: input('var.tags'),
      taken: ['table?'],
    },
    {
      what: 'do not matter where its own decide',
      attributes: { tags: { Backup: 'yes' } },
      defaults: input('var.tags'),
      taken: ['table'],
    },
  ])('$what', ({ attributes, defaults, taken }) => {
    const resources = [table(attributes, defaults), ...selected({ tag: ['Backup', 'yes'] })];
    expect(protectedBy(resources)).toEqual(taken);
  });
});
