/**
 * How resources of a type are named: the property that holds the name, and the form of the ARN. Joins by name or ARN
 * (satellites here, relations in the graph) need nothing else.
 */

export interface ArnForm {
  readonly service: string;
  /** What stands before the name in the ARN's last field, with its separator: `db:`, `table/`; empty for a bucket. */
  readonly prefix: string;
  /** Whether the ARN carries a Region. */
  readonly regional: boolean;
}

interface Identity {
  /** The top-level property that holds the name; absent where AWS gives an id instead. */
  readonly name?: string;
  readonly arn?: ArnForm;
}

function regional(service: string, prefix: string): ArnForm {
  return { service, prefix, regional: true };
}

function global(service: string, prefix: string): ArnForm {
  return { service, prefix, regional: false };
}

// ARN forms: https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
// (each service's page, "Resource types"). Names: the "Ref" return value and properties of each type in
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html
const identities: ReadonlyMap<string, Identity> = new Map<string, Identity>([
  ['AWS::AutoScaling::AutoScalingGroup', { name: 'AutoScalingGroupName' }],
  ['AWS::AutoScaling::LaunchConfiguration', { name: 'LaunchConfigurationName' }],
  ['AWS::Backup::BackupPlan', { arn: regional('backup', 'backup-plan:') }],
  ['AWS::Backup::BackupVault', { name: 'BackupVaultName', arn: regional('backup', 'backup-vault:') }],
  ['AWS::Backup::Framework', { name: 'FrameworkName' }],
  ['AWS::Backup::LogicallyAirGappedBackupVault', { name: 'BackupVaultName', arn: regional('backup', 'backup-vault:') }],
  ['AWS::Backup::ReportPlan', { name: 'ReportPlanName' }],
  [
    'AWS::Backup::RestoreTestingPlan',
    { name: 'RestoreTestingPlanName', arn: regional('backup', 'restore-testing-plan:') },
  ],
  ['AWS::Backup::RestoreTestingSelection', { name: 'RestoreTestingSelectionName' }],
  ['AWS::CloudWatch::Alarm', { name: 'AlarmName', arn: regional('cloudwatch', 'alarm:') }],
  ['AWS::DocDB::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::DocDB::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::DocDB::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::DynamoDB::Table', { name: 'TableName', arn: regional('dynamodb', 'table/') }],
  ['AWS::EC2::Instance', { arn: regional('ec2', 'instance/') }],
  ['AWS::EC2::LaunchTemplate', { name: 'LaunchTemplateName', arn: regional('ec2', 'launch-template/') }],
  ['AWS::EC2::NatGateway', { arn: regional('ec2', 'natgateway/') }],
  ['AWS::EC2::Subnet', { arn: regional('ec2', 'subnet/') }],
  ['AWS::EC2::VPC', { arn: regional('ec2', 'vpc/') }],
  ['AWS::EC2::Volume', { arn: regional('ec2', 'volume/') }],
  ['AWS::ECR::Repository', { name: 'RepositoryName', arn: regional('ecr', 'repository/') }],
  ['AWS::ECS::Cluster', { name: 'ClusterName', arn: regional('ecs', 'cluster/') }],
  ['AWS::ECS::Service', { name: 'ServiceName', arn: regional('ecs', 'service/') }],
  ['AWS::EFS::FileSystem', { arn: regional('elasticfilesystem', 'file-system/') }],
  ['AWS::ElastiCache::CacheCluster', { name: 'ClusterName', arn: regional('elasticache', 'cluster:') }],
  [
    'AWS::ElastiCache::GlobalReplicationGroup',
    { name: 'GlobalReplicationGroupIdSuffix', arn: global('elasticache', 'globalreplicationgroup:') },
  ],
  [
    'AWS::ElastiCache::ReplicationGroup',
    { name: 'ReplicationGroupId', arn: regional('elasticache', 'replicationgroup:') },
  ],
  [
    'AWS::ElasticLoadBalancing::LoadBalancer',
    { name: 'LoadBalancerName', arn: regional('elasticloadbalancing', 'loadbalancer/') },
  ],
  // Followed by app/, net/ or gwy/, the name and an id: the name alone does not make the ARN.
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { name: 'Name' }],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { name: 'Name' }],
  ['AWS::Events::EventBus', { name: 'Name', arn: regional('events', 'event-bus/') }],
  ['AWS::FSx::FileSystem', { arn: regional('fsx', 'file-system/') }],
  ['AWS::GlobalAccelerator::Accelerator', { arn: global('globalaccelerator', 'accelerator/') }],
  ['AWS::IAM::Role', { name: 'RoleName', arn: global('iam', 'role/') }],
  ['AWS::KMS::Alias', { name: 'AliasName', arn: regional('kms', '') }],
  ['AWS::KMS::Key', { arn: regional('kms', 'key/') }],
  ['AWS::KMS::ReplicaKey', { arn: regional('kms', 'key/') }],
  ['AWS::Kinesis::Stream', { name: 'Name', arn: regional('kinesis', 'stream/') }],
  ['AWS::Lambda::Function', { name: 'FunctionName', arn: regional('lambda', 'function:') }],
  ['AWS::MemoryDB::Cluster', { name: 'ClusterName', arn: regional('memorydb', 'cluster/') }],
  ['AWS::Neptune::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::Neptune::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::Neptune::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::OpenSearchService::Domain', { name: 'DomainName', arn: regional('es', 'domain/') }],
  ['AWS::RDS::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::RDS::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::RDS::DBSubnetGroup', { name: 'DBSubnetGroupName', arn: regional('rds', 'subgrp:') }],
  ['AWS::RDS::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::Redshift::Cluster', { name: 'ClusterIdentifier', arn: regional('redshift', 'cluster:') }],
  ['AWS::Route53::HealthCheck', { arn: global('route53', 'healthcheck/') }],
  ['AWS::Route53::HostedZone', { name: 'Name', arn: global('route53', 'hostedzone/') }],
  ['AWS::S3::Bucket', { name: 'BucketName', arn: global('s3', '') }],
  ['AWS::SNS::Topic', { name: 'TopicName', arn: regional('sns', '') }],
  ['AWS::SQS::Queue', { name: 'QueueName', arn: regional('sqs', '') }],
  ['AWS::SSM::Parameter', { name: 'Name', arn: regional('ssm', 'parameter') }],
  ['AWS::SecretsManager::Secret', { name: 'Name', arn: regional('secretsmanager', 'secret:') }],
  ['AWS::StepFunctions::StateMachine', { name: 'StateMachineName', arn: regional('states', 'stateMachine:') }],
]);

/** The top-level property that names resources of a type; undefined where AWS gives them an id. */
export function nameProperty(type: string): string | undefined {
  return identities.get(type)?.name;
}

/** The form of the ARNs of a type; undefined when it has none, or one that its name does not determine. */
export function arnForm(type: string): ArnForm | undefined {
  return identities.get(type)?.arn;
}
