/** Amazon ElastiCache and Amazon MemoryDB. */
import type { DraftResource } from '../draft-resource.ts';
import { field, type Default, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

function hasNoShards(resource: Written): boolean {
  const shards = ['NumNodeGroups', 'ReplicasPerNodeGroup', 'NodeGroupConfiguration'] as const;
  return shards.every((property) => resource.has(property) === 'no');
}

/** Off; in cluster mode ElastiCache turns it on by itself where every shard has a replica in another zone. */
// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html
function multiAz(resource: Written): Default {
  if (hasNoShards(resource)) return false;
  return {
    decidedBy: {
      code: 'derived',
      subject: 'whether Multi-AZ is on by itself in cluster mode',
      cure: 'write whether it is on',
    },
  };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticache-replicationgroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elasticache_replication_group
const cacheGroup: ResourceTable = {
  type: 'AWS::ElastiCache::ReplicationGroup',
  terraform: ['aws_elasticache_replication_group'],
  properties: {
    ReplicationGroupId: field.text({ terraform: 'replication_group_id' }),
    // Before version 5 of the provider some arguments had other names.
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
    ReplicationGroupDescription: field.text({ terraform: ['description', 'replication_group_description'] }),
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    CacheNodeType: field.text({ terraform: 'node_type' }),
    CacheParameterGroupName: field.text({ terraform: 'parameter_group_name' }),
    AutomaticFailoverEnabled: field.boolean({ terraform: 'automatic_failover_enabled', absent: { both: false } }),
    MultiAZEnabled: field.boolean({ terraform: 'multi_az_enabled', absent: { both: multiAz } }),
    NumCacheClusters: field.integer({
      terraform: ['num_cache_clusters', 'number_cache_clusters'],
      absent: { both: (resource) => (hasNoShards(resource) ? 1 : undefined) },
    }),
    NumNodeGroups: field.integer({ terraform: ['num_node_groups', 'cluster_mode.num_node_groups'] }),
    ReplicasPerNodeGroup: field.integer({
      terraform: ['replicas_per_node_group', 'cluster_mode.replicas_per_node_group'],
    }),
    PreferredCacheClusterAZs: field.texts({ terraform: ['preferred_cache_cluster_azs', 'availability_zones'] }),
    // A block before version 5, which said how many shards there are; now a word.
    ClusterMode: field.text({ terraform: 'cluster_mode' }),
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
    FinalSnapshotIdentifier: field.text({
      terraform: 'final_snapshot_identifier',
      api: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_DeleteReplicationGroup.html',
    }),
    GlobalReplicationGroupId: field.text({ terraform: 'global_replication_group_id' }),
    CacheSubnetGroupName: field.text({ terraform: 'subnet_group_name' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: settleClusterMode,
};

function settleClusterMode(draft: DraftResource): void {
  const mode = draft.properties.get('ClusterMode');
  if (Array.isArray(mode)) draft.properties.set('ClusterMode', 'enabled');
}

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

const cacheCluster: ResourceTable = {
  type: 'AWS::ElastiCache::CacheCluster',
  terraform: ['aws_elasticache_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'cluster_id' }),
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    CacheNodeType: field.text({ terraform: 'node_type' }),
    CacheParameterGroupName: field.text({ terraform: 'parameter_group_name' }),
    // Zones that are named decide by themselves.
    // https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html
    AZMode: field.text({
      terraform: 'az_mode',
      absent: { both: (resource) => (resource.has('PreferredAvailabilityZones') === 'no' ? 'single-az' : undefined) },
    }),
    NumCacheNodes: field.integer({ terraform: 'num_cache_nodes' }),
    PreferredAvailabilityZones: field.texts({ terraform: 'preferred_availability_zones' }),
    SnapshotRetentionLimit: field.integer({ unit: 'days', terraform: 'snapshot_retention_limit', absent: { both: 0 } }),
    // A member of a group that is declared by itself; CloudFormation declares groups as a whole.
    ReplicationGroupId: field.text({
      terraform: 'replication_group_id',
      api: 'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
    }),
    CacheSubnetGroupName: field.text({ terraform: 'subnet_group_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const serverlessCache: ResourceTable = {
  type: 'AWS::ElastiCache::ServerlessCache',
  terraform: ['aws_elasticache_serverless_cache'],
  properties: {
    ServerlessCacheName: field.text({ terraform: 'name' }),
    Engine: field.text({ terraform: 'engine' }),
    MajorEngineVersion: field.text({ terraform: 'major_engine_version' }),
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
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    NodeType: field.text({ terraform: 'node_type' }),
    ParameterGroupName: field.text({ terraform: 'parameter_group_name' }),
    NumReplicasPerShard: field.integer({ terraform: 'num_replicas_per_shard', absent: { both: 1 } }),
    NumShards: field.integer({ terraform: 'num_shards', absent: { both: 1 } }),
    SnapshotRetentionLimit: field.integer({ unit: 'days', terraform: 'snapshot_retention_limit', absent: { both: 0 } }),
    MultiRegionClusterName: field.text({ terraform: 'multi_region_cluster_name' }),
    SubnetGroupName: field.text({ terraform: 'subnet_group_name' }),
    FinalSnapshotName: field.text({ terraform: 'final_snapshot_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const multiRegionMemoryDb: ResourceTable = {
  type: 'AWS::MemoryDB::MultiRegionCluster',
  terraform: ['aws_memorydb_multi_region_cluster'],
  properties: {
    MultiRegionClusterNameSuffix: field.text({ terraform: 'multi_region_cluster_name_suffix' }),
    NodeType: field.text({ terraform: 'node_type' }),
    NumShards: field.integer({ terraform: 'num_shards', absent: { both: 1 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const subnetGroups: readonly ResourceTable[] = [
  {
    type: 'AWS::ElastiCache::SubnetGroup',
    terraform: ['aws_elasticache_subnet_group'],
    properties: {
      CacheSubnetGroupName: field.text({ terraform: 'name' }),
      SubnetIds: field.texts({ terraform: 'subnet_ids' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::MemoryDB::SubnetGroup',
    terraform: ['aws_memorydb_subnet_group'],
    properties: {
      SubnetGroupName: field.text({ terraform: 'name' }),
      SubnetIds: field.texts({ terraform: 'subnet_ids' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

export const cacheTables: readonly ResourceTable[] = [
  cacheGroup,
  globalCacheGroup,
  cacheCluster,
  serverlessCache,
  memoryDb,
  multiRegionMemoryDb,
  ...subnetGroups,
];
