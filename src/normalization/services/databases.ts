/** Amazon ElastiCache, MemoryDB, DocumentDB, Neptune, Redshift, and further stores that AWS Backup or they themselves protect. */
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
    // Terraform names the primary only; a secondary names the global group.
    Members: field.only({
      ReplicationGroupId: field.text({ terraform: 'primary_replication_group_id' }),
      ReplicationGroupRegion: field.text(),
      Role: field.text(),
    }),
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

const cacheCluster: ResourceTable = {
  type: 'AWS::ElastiCache::CacheCluster',
  terraform: ['aws_elasticache_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'cluster_id' }),
    Engine: field.text({ terraform: 'engine' }),
    AZMode: field.text({ terraform: 'az_mode', absent: { both: 'single-az' } }),
    NumCacheNodes: field.integer({ terraform: 'num_cache_nodes' }),
    PreferredAvailabilityZones: field.texts({ terraform: 'preferred_availability_zones' }),
    SnapshotRetentionLimit: field.integer({ unit: 'days', terraform: 'snapshot_retention_limit', absent: { both: 0 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const serverlessCache: ResourceTable = {
  type: 'AWS::ElastiCache::ServerlessCache',
  terraform: ['aws_elasticache_serverless_cache'],
  properties: {
    ServerlessCacheName: field.text({ terraform: 'name' }),
    Engine: field.text({ terraform: 'engine' }),
    SnapshotRetentionLimit: field.integer({ unit: 'days', terraform: 'snapshot_retention_limit', absent: { both: 0 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-memorydb-cluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/memorydb_cluster
const memoryDb: ResourceTable = {
  type: 'AWS::MemoryDB::Cluster',
  terraform: ['aws_memorydb_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'name' }),
    NumReplicasPerShard: field.integer({ terraform: 'num_replicas_per_shard', absent: { both: 1 } }),
    NumShards: field.integer({ terraform: 'num_shards', absent: { both: 1 } }),
    SnapshotRetentionLimit: field.integer({ unit: 'days', terraform: 'snapshot_retention_limit', absent: { both: 0 } }),
    MultiRegionClusterName: field.text({ terraform: 'multi_region_cluster_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const keyspaces: ResourceTable = {
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
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-opensearchservice-domain.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/opensearch_domain
const openSearch: ResourceTable = {
  type: 'AWS::OpenSearchService::Domain',
  terraform: ['aws_opensearch_domain'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    ClusterConfig: field.object(
      {
        InstanceCount: field.integer({ terraform: 'instance_count', absent: { both: 1 } }),
        ZoneAwarenessEnabled: field.boolean({ terraform: 'zone_awareness_enabled', absent: { both: false } }),
        ZoneAwarenessConfig: field.object(
          {
            AvailabilityZoneCount: field.integer({ terraform: 'availability_zone_count', absent: { both: 2 } }),
          },
          { terraform: 'zone_awareness_config' },
        ),
        DedicatedMasterEnabled: field.boolean({ terraform: 'dedicated_master_enabled', absent: { both: false } }),
        DedicatedMasterCount: field.integer({ terraform: 'dedicated_master_count' }),
        MultiAZWithStandbyEnabled: field.boolean({
          terraform: 'multi_az_with_standby_enabled',
          absent: { both: false },
        }),
      },
      { terraform: 'cluster_config' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const databaseTables: readonly ResourceTable[] = [
  cacheGroup,
  globalCacheGroup,
  ...documentDb,
  ...neptune,
  redshift,
  cacheCluster,
  serverlessCache,
  memoryDb,
  keyspaces,
  timestream,
  dsql,
  openSearch,
];
