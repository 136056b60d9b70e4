/** The dimensions of CloudWatch's metrics: what a value of each names. */

/** Name of a dimension → the types that it may name; where the namespace tells them apart, `resourcesOf` says which. */
// https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/aws-services-cloudwatch-metrics.html (each service's page)
const resources: ReadonlyMap<string, readonly string[]> = new Map([
  ['ApiId', ['AWS::ApiGatewayV2::Api']],
  ['AutoScalingGroupName', ['AWS::AutoScaling::AutoScalingGroup']],
  ['BackupVaultName', ['AWS::Backup::BackupVault']],
  ['BucketName', ['AWS::S3::Bucket']],
  ['CacheClusterId', ['AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ReplicationGroup']],
  ['Cluster Name', ['AWS::MSK::Cluster']],
  ['ClusterIdentifier', ['AWS::Redshift::Cluster']],
  ['ClusterName', ['AWS::ECS::Cluster', 'AWS::MemoryDB::Cluster', 'AWS::EKS::Cluster']],
  ['DBClusterIdentifier', ['AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster']],
  ['DBInstanceIdentifier', ['AWS::RDS::DBInstance', 'AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance']],
  ['DestinationBucket', ['AWS::S3::Bucket']],
  ['DistributionId', ['AWS::CloudFront::Distribution']],
  ['DomainName', ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain']],
  ['FileSystemId', ['AWS::EFS::FileSystem', 'AWS::FSx::FileSystem']],
  ['FunctionName', ['AWS::Lambda::Function']],
  ['HealthCheckId', ['AWS::Route53::HealthCheck']],
  ['InstanceId', ['AWS::EC2::Instance']],
  ['LoadBalancer', ['AWS::ElasticLoadBalancingV2::LoadBalancer']],
  ['LoadBalancerName', ['AWS::ElasticLoadBalancing::LoadBalancer']],
  ['NatGatewayId', ['AWS::EC2::NatGateway']],
  ['QueueName', ['AWS::SQS::Queue']],
  ['ReplicationGroupId', ['AWS::ElastiCache::ReplicationGroup']],
  ['ReplicationInstanceIdentifier', ['AWS::DMS::ReplicationInstance']],
  ['RuleName', ['AWS::Events::Rule']],
  ['ServiceName', ['AWS::ECS::Service']],
  ['SourceBucket', ['AWS::S3::Bucket']],
  ['StateMachineArn', ['AWS::StepFunctions::StateMachine']],
  ['StreamName', ['AWS::Kinesis::Stream']],
  ['TableName', ['AWS::DynamoDB::Table']],
  ['TargetGroup', ['AWS::ElasticLoadBalancingV2::TargetGroup']],
  ['TopicName', ['AWS::SNS::Topic']],
  ['VolumeId', ['AWS::EC2::Volume']],
]);

/** Namespaces in which a dimension names only types of one service. */
const services: ReadonlyMap<string, string> = new Map([
  ['AWS/DocDB', 'AWS::DocDB::'],
  ['AWS/ECS', 'AWS::ECS::'],
  ['AWS/EFS', 'AWS::EFS::'],
  ['AWS/FSx', 'AWS::FSx::'],
  ['AWS/MemoryDB', 'AWS::MemoryDB::'],
  ['AWS/Neptune', 'AWS::Neptune::'],
  ['AWS/RDS', 'AWS::RDS::'],
]);

/** The types that a dimension may name in a namespace; none where it names no resource. */
export function resourcesOf(dimension: string, namespace: string | undefined): readonly string[] {
  const types = resources.get(dimension) ?? [];
  const service = namespace === undefined ? undefined : services.get(namespace);
  return service === undefined ? types : types.filter((type) => type.startsWith(service));
}

/** Type → the metrics that tell how far its copies are behind. */
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html
// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.AuroraMonitoring.Metrics.html
// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/metrics-dimensions.html
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/metrics-dimensions.html
// https://docs.aws.amazon.com/efs/latest/ug/efs-metrics.html
// https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/CacheMetrics.Redis.html
// https://docs.aws.amazon.com/memorydb/latest/devguide/metrics.memorydb.html
// https://docs.aws.amazon.com/documentdb/latest/developerguide/cloud_watch.html
// https://docs.aws.amazon.com/neptune/latest/userguide/cw-metrics.html
export const lagMetrics: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::DocDB::DBCluster', ['GlobalClusterReplicationLag']],
  ['AWS::DynamoDB::Table', ['ReplicationLatency', 'PendingReplicationCount']],
  ['AWS::EFS::FileSystem', ['TimeSinceLastSync']],
  ['AWS::ElastiCache::ReplicationGroup', ['GlobalDatastoreReplicationLag']],
  ['AWS::MemoryDB::Cluster', ['MultiRegionClusterReplicationLag']],
  ['AWS::Neptune::DBCluster', ['GlobalDbProgressLag']],
  ['AWS::RDS::DBCluster', ['AuroraGlobalDBReplicationLag', 'AuroraGlobalDBRPOLag']],
  ['AWS::RDS::DBInstance', ['ReplicaLag']],
  [
    'AWS::S3::Bucket',
    ['ReplicationLatency', 'BytesPendingReplication', 'OperationsPendingReplication', 'OperationsFailedReplication'],
  ],
]);

/** Of a cluster that follows the binary log of another one, outside a global database. */
export const binaryLogLag: readonly string[] = ['AuroraBinlogReplicaLag'];

/** Types whose lag is measured at the source; that of others is a metric of the replica. */
export const measuredAtSource: ReadonlySet<string> = new Set([
  'AWS::DynamoDB::Table',
  'AWS::EFS::FileSystem',
  'AWS::S3::Bucket',
]);
