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
  ['AWS::AmazonMQ::Broker', { name: 'BrokerName' }],
  ['AWS::ApiGateway::DomainName', { name: 'DomainName' }],
  ['AWS::ApiGateway::RestApi', { arn: regional('apigateway', '/restapis/') }],
  ['AWS::ApiGateway::Stage', { name: 'StageName' }],
  ['AWS::ApiGatewayV2::Api', { arn: regional('apigateway', '/apis/') }],
  ['AWS::ApiGatewayV2::DomainName', { name: 'DomainName' }],
  ['AWS::ApiGatewayV2::Stage', { name: 'StageName' }],
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
  ['AWS::Cassandra::Keyspace', { name: 'KeyspaceName' }],
  ['AWS::CertificateManager::Certificate', { arn: regional('acm', 'certificate/') }],
  ['AWS::CloudFormation::Stack', { name: 'StackName' }],
  ['AWS::CloudFormation::StackSet', { name: 'StackSetName' }],
  ['AWS::CloudFront::Distribution', { arn: global('cloudfront', 'distribution/') }],
  ['AWS::CloudTrail::Trail', { name: 'TrailName', arn: regional('cloudtrail', 'trail/') }],
  ['AWS::CloudWatch::Alarm', { name: 'AlarmName', arn: regional('cloudwatch', 'alarm:') }],
  ['AWS::CloudWatch::CompositeAlarm', { name: 'AlarmName', arn: regional('cloudwatch', 'alarm:') }],
  // A dashboard is global: its ARN names no Region.
  ['AWS::CloudWatch::Dashboard', { name: 'DashboardName', arn: global('cloudwatch', 'dashboard/') }],
  ['AWS::DataSync::LocationEFS', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::LocationFSxLustre', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::LocationFSxONTAP', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::LocationFSxOpenZFS', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::LocationFSxWindows', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::LocationS3', { arn: regional('datasync', 'location/') }],
  ['AWS::DataSync::Task', { arn: regional('datasync', 'task/') }],
  ['AWS::DirectConnect::Connection', { arn: regional('directconnect', 'dxcon/') }],
  ['AWS::DirectConnect::Lag', { arn: regional('directconnect', 'dxlag/') }],
  ['AWS::DirectConnect::PrivateVirtualInterface', { arn: regional('directconnect', 'dxvif/') }],
  ['AWS::DMS::ReplicationInstance', { name: 'ReplicationInstanceIdentifier' }],
  ['AWS::DMS::ReplicationSubnetGroup', { name: 'ReplicationSubnetGroupIdentifier' }],
  ['AWS::DocDB::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::DocDB::DBClusterParameterGroup', { name: 'Name', arn: regional('rds', 'cluster-pg:') }],
  ['AWS::DocDB::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::DocDB::DBSubnetGroup', { name: 'DBSubnetGroupName', arn: regional('rds', 'subgrp:') }],
  ['AWS::DocDB::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::DocDBElastic::Cluster', { name: 'ClusterName' }],
  ['AWS::DSQL::Cluster', { arn: regional('dsql', 'cluster/') }],
  ['AWS::DynamoDB::Table', { name: 'TableName', arn: regional('dynamodb', 'table/') }],
  ['AWS::EC2::CapacityReservation', { arn: regional('ec2', 'capacity-reservation/') }],
  ['AWS::EC2::CustomerGateway', { arn: regional('ec2', 'customer-gateway/') }],
  ['AWS::EC2::Image', { arn: regional('ec2', 'image/') }],
  ['AWS::EC2::Instance', { arn: regional('ec2', 'instance/') }],
  ['AWS::EC2::InternetGateway', { arn: regional('ec2', 'internet-gateway/') }],
  ['AWS::EC2::LaunchTemplate', { name: 'LaunchTemplateName', arn: regional('ec2', 'launch-template/') }],
  ['AWS::EC2::NatGateway', { arn: regional('ec2', 'natgateway/') }],
  ['AWS::EC2::RouteTable', { arn: regional('ec2', 'route-table/') }],
  // The ARN ends in an id.
  ['AWS::EC2::SecurityGroup', { arn: regional('ec2', 'security-group/') }],
  ['AWS::EC2::Snapshot', { arn: regional('ec2', 'snapshot/') }],
  ['AWS::EC2::Subnet', { arn: regional('ec2', 'subnet/') }],
  ['AWS::EC2::TransitGateway', { arn: regional('ec2', 'transit-gateway/') }],
  ['AWS::EC2::Volume', { arn: regional('ec2', 'volume/') }],
  ['AWS::EC2::VPC', { arn: regional('ec2', 'vpc/') }],
  ['AWS::EC2::VPCEndpoint', { arn: regional('ec2', 'vpc-endpoint/') }],
  ['AWS::EC2::VPCPeeringConnection', { arn: regional('ec2', 'vpc-peering-connection/') }],
  ['AWS::EC2::VPNConnection', { arn: regional('ec2', 'vpn-connection/') }],
  ['AWS::ECR::Repository', { name: 'RepositoryName', arn: regional('ecr', 'repository/') }],
  ['AWS::ECS::CapacityProvider', { name: 'Name', arn: regional('ecs', 'capacity-provider/') }],
  ['AWS::ECS::Cluster', { name: 'ClusterName', arn: regional('ecs', 'cluster/') }],
  // The ARN ends in a revision.
  ['AWS::ECS::TaskDefinition', { name: 'Family' }],
  ['AWS::ECS::Service', { name: 'ServiceName', arn: regional('ecs', 'service/') }],
  ['AWS::EFS::FileSystem', { arn: regional('elasticfilesystem', 'file-system/') }],
  ['AWS::EKS::Cluster', { name: 'Name', arn: regional('eks', 'cluster/') }],
  ['AWS::EKS::FargateProfile', { name: 'FargateProfileName' }],
  ['AWS::EKS::Nodegroup', { name: 'NodegroupName' }],
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
    'AWS::ElastiCache::ServerlessCache',
    { name: 'ServerlessCacheName', arn: regional('elasticache', 'serverlesscache:') },
  ],
  [
    'AWS::ElastiCache::ParameterGroup',
    { name: 'CacheParameterGroupName', arn: regional('elasticache', 'parametergroup:') },
  ],
  ['AWS::ElastiCache::SubnetGroup', { name: 'CacheSubnetGroupName', arn: regional('elasticache', 'subnetgroup:') }],
  ['AWS::ElasticBeanstalk::ConfigurationTemplate', { name: 'TemplateName' }],
  ['AWS::ElasticBeanstalk::Environment', { name: 'EnvironmentName' }],
  [
    'AWS::ElasticLoadBalancing::LoadBalancer',
    { name: 'LoadBalancerName', arn: regional('elasticloadbalancing', 'loadbalancer/') },
  ],
  // Followed by app/, net/ or gwy/, the name and an id: the name alone does not make the ARN.
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { name: 'Name' }],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { name: 'Name' }],
  ['AWS::Elasticsearch::Domain', { name: 'DomainName', arn: regional('es', 'domain/') }],
  ['AWS::Events::Archive', { name: 'ArchiveName', arn: regional('events', 'archive/') }],
  ['AWS::Events::Endpoint', { name: 'Name', arn: regional('events', 'endpoint/') }],
  ['AWS::Events::EventBus', { name: 'Name', arn: regional('events', 'event-bus/') }],
  // A rule of another bus than the default one has the bus in its ARN.
  ['AWS::Events::Rule', { name: 'Name' }],
  ['AWS::FIS::ExperimentTemplate', { arn: regional('fis', 'experiment-template/') }],
  ['AWS::FSx::FileSystem', { arn: regional('fsx', 'file-system/') }],
  ['AWS::FSx::StorageVirtualMachine', { arn: regional('fsx', 'storage-virtual-machine/') }],
  ['AWS::FSx::Volume', { arn: regional('fsx', 'volume/') }],
  ['AWS::GlobalAccelerator::Accelerator', { arn: global('globalaccelerator', 'accelerator/') }],
  ['AWS::IAM::ManagedPolicy', { name: 'ManagedPolicyName', arn: global('iam', 'policy/') }],
  ['AWS::IAM::Role', { name: 'RoleName', arn: global('iam', 'role/') }],
  ['AWS::Kinesis::Stream', { name: 'Name', arn: regional('kinesis', 'stream/') }],
  ['AWS::KMS::Alias', { name: 'AliasName', arn: regional('kms', '') }],
  ['AWS::KMS::Key', { arn: regional('kms', 'key/') }],
  ['AWS::KMS::ReplicaKey', { arn: regional('kms', 'key/') }],
  // The ARN of an alias is that of its function with the name behind it.
  ['AWS::Lambda::Alias', { name: 'Name' }],
  ['AWS::Lambda::EventSourceMapping', { arn: regional('lambda', 'event-source-mapping:') }],
  ['AWS::Lambda::Function', { name: 'FunctionName', arn: regional('lambda', 'function:') }],
  ['AWS::MemoryDB::Cluster', { name: 'ClusterName', arn: regional('memorydb', 'cluster/') }],
  ['AWS::MemoryDB::MultiRegionCluster', { name: 'MultiRegionClusterNameSuffix' }],
  ['AWS::MemoryDB::ParameterGroup', { name: 'ParameterGroupName', arn: regional('memorydb', 'parametergroup/') }],
  ['AWS::MemoryDB::SubnetGroup', { name: 'SubnetGroupName', arn: regional('memorydb', 'subnetgroup/') }],
  // The name is followed by an id.
  ['AWS::MSK::Cluster', { name: 'ClusterName' }],
  ['AWS::MSK::Replicator', { name: 'ReplicatorName' }],
  ['AWS::MSK::ServerlessCluster', { name: 'ClusterName' }],
  ['AWS::Neptune::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::Neptune::DBClusterParameterGroup', { name: 'Name', arn: regional('rds', 'cluster-pg:') }],
  ['AWS::Neptune::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::Neptune::DBParameterGroup', { name: 'Name', arn: regional('rds', 'pg:') }],
  ['AWS::Neptune::DBSubnetGroup', { name: 'DBSubnetGroupName', arn: regional('rds', 'subgrp:') }],
  ['AWS::Neptune::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::NetworkFirewall::Firewall', { name: 'FirewallName', arn: regional('network-firewall', 'firewall/') }],
  ['AWS::OpenSearchService::Domain', { name: 'DomainName', arn: regional('es', 'domain/') }],
  ['AWS::RDS::DBCluster', { name: 'DBClusterIdentifier', arn: regional('rds', 'cluster:') }],
  ['AWS::RDS::DBClusterParameterGroup', { name: 'DBClusterParameterGroupName', arn: regional('rds', 'cluster-pg:') }],
  ['AWS::RDS::DBClusterSnapshot', { name: 'DBClusterSnapshotIdentifier', arn: regional('rds', 'cluster-snapshot:') }],
  ['AWS::RDS::DBInstance', { name: 'DBInstanceIdentifier', arn: regional('rds', 'db:') }],
  ['AWS::RDS::DBParameterGroup', { name: 'DBParameterGroupName', arn: regional('rds', 'pg:') }],
  ['AWS::RDS::DBSnapshot', { name: 'DBSnapshotIdentifier', arn: regional('rds', 'snapshot:') }],
  ['AWS::RDS::DBSubnetGroup', { name: 'DBSubnetGroupName', arn: regional('rds', 'subgrp:') }],
  ['AWS::RDS::GlobalCluster', { name: 'GlobalClusterIdentifier', arn: global('rds', 'global-cluster:') }],
  ['AWS::RDS::OptionGroup', { name: 'OptionGroupName', arn: regional('rds', 'og:') }],
  ['AWS::Redshift::Cluster', { name: 'ClusterIdentifier', arn: regional('redshift', 'cluster:') }],
  [
    'AWS::Redshift::ClusterParameterGroup',
    { name: 'ParameterGroupName', arn: regional('redshift', 'parametergroup:') },
  ],
  ['AWS::Redshift::ClusterSubnetGroup', { name: 'ClusterSubnetGroupName', arn: regional('redshift', 'subnetgroup:') }],
  ['AWS::Redshift::SnapshotSchedule', { name: 'ScheduleIdentifier', arn: regional('redshift', 'snapshotschedule:') }],
  // The ARN ends in an id.
  ['AWS::RedshiftServerless::Namespace', { arn: regional('redshift-serverless', 'namespace/') }],
  ['AWS::ResilienceHub::ResiliencyPolicy', { name: 'PolicyName' }],
  ['AWS::Route53::HealthCheck', { arn: global('route53', 'healthcheck/') }],
  ['AWS::Route53::HostedZone', { name: 'Name', arn: global('route53', 'hostedzone/') }],
  ['AWS::Route53RecoveryControl::Cluster', { arn: global('route53-recovery-control', 'cluster/') }],
  [
    'AWS::Route53RecoveryReadiness::ReadinessCheck',
    { name: 'ReadinessCheckName', arn: global('route53-recovery-readiness', 'readiness-check/') },
  ],
  ['AWS::Route53RecoveryReadiness::ResourceSet', { name: 'ResourceSetName' }],
  [
    'AWS::Route53RecoveryReadiness::RecoveryGroup',
    { name: 'RecoveryGroupName', arn: global('route53-recovery-readiness', 'recovery-group/') },
  ],
  ['AWS::S3::Bucket', { name: 'BucketName', arn: global('s3', '') }],
  ['AWS::S3::MultiRegionAccessPoint', { name: 'Name' }],
  // A schedule has its group in its ARN.
  ['AWS::Scheduler::Schedule', { name: 'Name' }],
  ['AWS::SecretsManager::Secret', { name: 'Name', arn: regional('secretsmanager', 'secret:') }],
  ['AWS::SNS::Topic', { name: 'TopicName', arn: regional('sns', '') }],
  ['AWS::SQS::Queue', { name: 'QueueName', arn: regional('sqs', '') }],
  ['AWS::SSM::Document', { name: 'Name', arn: regional('ssm', 'document/') }],
  ['AWS::SSM::Parameter', { name: 'Name', arn: regional('ssm', 'parameter') }],
  ['AWS::StepFunctions::StateMachine', { name: 'StateMachineName', arn: regional('states', 'stateMachine:') }],
  // The ARN ends in the names of database and table.
  ['AWS::Timestream::Table', { arn: regional('timestream', 'database/') }],
]);

/** The top-level property that names resources of a type; undefined where AWS gives them an id. */
export function nameProperty(type: string): string | undefined {
  return identities.get(type)?.name;
}

/** The form of the ARNs of a type; undefined when it has none, or one that its name does not determine. */
export function arnForm(type: string): ArnForm | undefined {
  return identities.get(type)?.arn;
}
