/** Amazon ElastiCache, DocumentDB, Neptune and Redshift. */
import { field, type Fields, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
const cacheGroup: ResourceTable = {
  type: 'AWS::ElastiCache::ReplicationGroup',
  terraform: ['aws_elasticache_replication_group'],
  properties: {
    ReplicationGroupId: field.text({ terraform: 'replication_group_id' }),
    Engine: field.text({ terraform: 'engine' }),
    CacheNodeType: field.text({ terraform: 'node_type' }),
    AutomaticFailoverEnabled: field.boolean({ terraform: 'automatic_failover_enabled', absent: { both: false } }),
    MultiAZEnabled: field.boolean({ terraform: 'multi_az_enabled', absent: { both: false } }),
    NumCacheClusters: field.integer({
      terraform: ['num_cache_clusters', 'number_cache_clusters'],
      absent: { both: (resource) => (resource.has('NumNodeGroups') === 'no' ? 1 : undefined) },
    }),
    NumNodeGroups: field.integer({ terraform: ['num_node_groups', 'cluster_mode.num_node_groups'] }),
    ReplicasPerNodeGroup: field.integer({
      terraform: ['replicas_per_node_group', 'cluster_mode.replicas_per_node_group'],
    }),
    PreferredCacheClusterAZs: field.texts({ terraform: 'preferred_cache_cluster_azs' }),
    NodeGroupConfiguration: field.objects(
      {
        PrimaryAvailabilityZone: field.text({ terraform: 'primary_availability_zone' }),
        ReplicaAvailabilityZones: field.texts({ terraform: 'replica_availability_zones' }),
      },
      { terraform: 'node_group_configuration' },
    ),
    SnapshotRetentionLimit: field.integer({
      unit: 'days',
      terraform: 'snapshot_retention_limit',
      absent: { both: 0 },
    }),
    SnapshotWindow: field.text({ terraform: 'snapshot_window' }),
    GlobalReplicationGroupId: field.text({ terraform: 'global_replication_group_id' }),
    CacheSubnetGroupName: field.text({ terraform: 'subnet_group_name' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const globalCacheGroup: ResourceTable = {
  type: 'AWS::ElastiCache::GlobalReplicationGroup',
  terraform: ['aws_elasticache_global_replication_group'],
  properties: {
    GlobalReplicationGroupIdSuffix: field.text({ terraform: 'global_replication_group_id_suffix' }),
    AutomaticFailoverEnabled: field.boolean({ terraform: 'automatic_failover_enabled' }),
    Members: field.only({ ReplicationGroupId: field.text({ terraform: 'primary_replication_group_id' }) }),
  },
};

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
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Neptune::DBInstance',
    terraform: ['aws_neptune_cluster_instance'],
    properties: clusterInstance,
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  { type: 'AWS::Neptune::GlobalCluster', terraform: ['aws_neptune_global_cluster'], properties: globalCluster },
];

function whenCopied(resource: Written): number | undefined {
  return resource.has('DestinationRegion') === 'yes' ? 7 : undefined;
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster
const redshift: ResourceTable = {
  type: 'AWS::Redshift::Cluster',
  terraform: ['aws_redshift_cluster'],
  properties: {
    ClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
    ClusterType: field.text({ terraform: 'cluster_type' }),
    NodeType: field.text({ terraform: 'node_type' }),
    NumberOfNodes: field.integer({ terraform: 'number_of_nodes', absent: { both: 1 } }),
    AutomatedSnapshotRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'automated_snapshot_retention_period',
      absent: { both: 1 },
    }),
    ManualSnapshotRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'manual_snapshot_retention_period',
      absent: { both: -1 },
    }),
    MultiAZ: field.boolean({ terraform: 'multi_az', absent: { both: false } }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    AvailabilityZoneRelocation: field.boolean({
      terraform: 'availability_zone_relocation_enabled',
      absent: { both: false },
    }),
    ClusterSubnetGroupName: field.text({ terraform: 'cluster_subnet_group_name' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    // The block snapshot_copy is that of provider version 5 and older.
    DestinationRegion: field.text({ terraform: 'snapshot_copy.destination_region' }),
    SnapshotCopyRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'snapshot_copy.retention_period',
      absent: { both: whenCopied },
    }),
    SnapshotCopyGrantName: field.text({ terraform: 'snapshot_copy.grant_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_redshift_snapshot_copy',
      joinBy: 'cluster_identifier',
      properties: {
        DestinationRegion: field.text({ terraform: 'destination_region' }),
        SnapshotCopyRetentionPeriod: field.integer({
          unit: 'days',
          terraform: 'retention_period',
          absent: { both: 7 },
        }),
        SnapshotCopyGrantName: field.text({ terraform: 'snapshot_copy_grant_name' }),
      },
    },
  ],
};

export const databaseTables: readonly ResourceTable[] = [
  cacheGroup,
  globalCacheGroup,
  ...documentDb,
  ...neptune,
  redshift,
];
