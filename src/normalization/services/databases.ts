/** Amazon DocumentDB, Neptune, Keyspaces, Timestream and Aurora DSQL. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

/** What DocumentDB and Neptune clusters have in common. */
const cluster: Fields = {
  DBClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
  EngineVersion: field.text({ terraform: 'engine_version' }),
  BackupRetentionPeriod: field.integer({ unit: 'days', terraform: 'backup_retention_period', absent: { both: 1 } }),
  PreferredBackupWindow: field.text({ terraform: 'preferred_backup_window' }),
  DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: false } }),
  GlobalClusterIdentifier: field.text({ terraform: 'global_cluster_identifier' }),
  AvailabilityZones: field.texts({ terraform: 'availability_zones' }),
  StorageEncrypted: field.boolean({ terraform: 'storage_encrypted' }),
  SnapshotIdentifier: field.text({ terraform: 'snapshot_identifier' }),
  SkipFinalSnapshot: field.boolean({
    terraform: 'skip_final_snapshot',
    absent: { terraform: false },
    api: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DeleteDBCluster.html',
  }),
  FinalDBSnapshotIdentifier: field.text({
    terraform: 'final_snapshot_identifier',
    api: 'https://docs.aws.amazon.com/documentdb/latest/developerguide/API_DeleteDBCluster.html',
  }),
};

const clusterInstance: Fields = {
  DBInstanceIdentifier: field.text({ terraform: 'identifier' }),
  DBClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
  DBInstanceClass: field.text({ terraform: 'instance_class' }),
  AvailabilityZone: field.text({ terraform: 'availability_zone' }),
};

const subnetGroup: Fields = {
  DBSubnetGroupName: field.text({ terraform: 'name' }),
  SubnetIds: field.texts({ terraform: 'subnet_ids' }),
};

const globalCluster: Fields = {
  GlobalClusterIdentifier: field.text({ terraform: 'global_cluster_identifier' }),
  SourceDBClusterIdentifier: field.text({ terraform: 'source_db_cluster_identifier' }),
  DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: false } }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdb-dbcluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/docdb_cluster
const documentDb: readonly ResourceTable[] = [
  {
    type: 'AWS::DocDB::DBCluster',
    terraform: ['aws_docdb_cluster'],
    properties: {
      ...cluster,
      DBSubnetGroupName: field.text({ terraform: 'db_subnet_group_name' }),
      KmsKeyId: field.text({ terraform: 'kms_key_id' }),
      MasterUsername: field.text({ terraform: 'master_username' }),
      DBClusterParameterGroupName: field.text({ terraform: 'db_cluster_parameter_group_name' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::DocDB::DBInstance',
    terraform: ['aws_docdb_cluster_instance'],
    properties: clusterInstance,
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  { type: 'AWS::DocDB::GlobalCluster', terraform: ['aws_docdb_global_cluster'], properties: globalCluster },
  {
    type: 'AWS::DocDB::DBSubnetGroup',
    terraform: ['aws_docdb_subnet_group'],
    properties: subnetGroup,
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::DocDBElastic::Cluster',
    terraform: ['aws_docdbelastic_cluster'],
    properties: {
      ClusterName: field.text({ terraform: 'name' }),
      BackupRetentionPeriod: field.integer({ unit: 'days', terraform: 'backup_retention_period', absent: { both: 1 } }),
      PreferredBackupWindow: field.text({ terraform: 'preferred_backup_window' }),
      ShardCount: field.integer({ terraform: 'shard_count' }),
      SubnetIds: field.texts({ terraform: 'subnet_ids' }),
      KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-neptune-dbcluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/neptune_cluster
const neptune: readonly ResourceTable[] = [
  {
    type: 'AWS::Neptune::DBCluster',
    terraform: ['aws_neptune_cluster'],
    properties: {
      ...cluster,
      CopyTagsToSnapshot: field.boolean({ terraform: 'copy_tags_to_snapshot', absent: { both: false } }),
      DBSubnetGroupName: field.text({ terraform: 'neptune_subnet_group_name' }),
      KmsKeyId: field.text({ terraform: 'kms_key_arn' }),
      DBClusterParameterGroupName: field.text({ terraform: 'neptune_cluster_parameter_group_name' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Neptune::DBInstance',
    terraform: ['aws_neptune_cluster_instance'],
    properties: {
      ...clusterInstance,
      DBParameterGroupName: field.text({ terraform: 'neptune_parameter_group_name' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  { type: 'AWS::Neptune::GlobalCluster', terraform: ['aws_neptune_global_cluster'], properties: globalCluster },
  {
    type: 'AWS::Neptune::DBSubnetGroup',
    terraform: ['aws_neptune_subnet_group'],
    properties: subnetGroup,
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cassandra-keyspace.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/keyspaces_keyspace
const keyspace: ResourceTable = {
  type: 'AWS::Cassandra::Keyspace',
  terraform: ['aws_keyspaces_keyspace'],
  properties: {
    KeyspaceName: field.text({ terraform: 'name' }),
    ReplicationSpecification: field.block(
      {
        ReplicationStrategy: field.text({ terraform: 'replication_strategy' }),
        RegionList: field.texts({ terraform: 'region_list' }),
      },
      { terraform: 'replication_specification' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const keyspaceTable: ResourceTable = {
  type: 'AWS::Cassandra::Table',
  terraform: ['aws_keyspaces_table'],
  properties: {
    KeyspaceName: field.text({ terraform: 'keyspace_name' }),
    TableName: field.text({ terraform: 'table_name' }),
    PointInTimeRecoveryEnabled: field.choice(
      { ENABLED: true, DISABLED: false, true: true, false: false },
      { terraform: 'point_in_time_recovery.status', absent: { both: false } },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const timestream: ResourceTable = {
  type: 'AWS::Timestream::Table',
  terraform: ['aws_timestreamwrite_table'],
  properties: {
    DatabaseName: field.text({ terraform: 'database_name' }),
    TableName: field.text({ terraform: 'table_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const dsql: ResourceTable = {
  type: 'AWS::DSQL::Cluster',
  terraform: ['aws_dsql_cluster'],
  properties: {
    DeletionProtectionEnabled: field.boolean({ terraform: 'deletion_protection_enabled', absent: { both: false } }),
    MultiRegionProperties: field.block(
      {
        Clusters: field.texts({ terraform: 'clusters' }),
        WitnessRegion: field.text({ terraform: 'witness_region' }),
      },
      { terraform: 'multi_region_properties' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  // Two clusters that name each other can't be made in one step.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dsql_cluster_peering
  satellites: [
    {
      terraform: 'aws_dsql_cluster_peering',
      joinBy: 'identifier',
      properties: {
        MultiRegionProperties: field.object({
          Clusters: field.texts({ terraform: 'clusters' }),
          WitnessRegion: field.text({ terraform: 'witness_region' }),
        }),
      },
    },
  ],
};

export const databaseTables: readonly ResourceTable[] = [
  ...documentDb,
  ...neptune,
  keyspace,
  keyspaceTable,
  timestream,
  dsql,
];
