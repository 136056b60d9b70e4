/** AWS's resource types as people call them, and the lane in which a picture shows them. */
import { lanes, type Lane } from './picture.ts';

interface Service {
  readonly lane: Lane;
  readonly name: string;
}

const byLane: Readonly<Record<Lane, Readonly<Record<string, string>>>> = {
  entry: {
    'AWS::ApiGateway::RestApi': 'API Gateway',
    'AWS::ApiGatewayV2::Api': 'API Gateway',
    'AWS::AppSync::GraphQLApi': 'AppSync API',
    'AWS::CloudFront::Distribution': 'CloudFront',
    'AWS::ElasticLoadBalancing::LoadBalancer': 'Classic load balancer',
    'AWS::ElasticLoadBalancingV2::LoadBalancer': 'Load balancer',
    'AWS::GlobalAccelerator::Accelerator': 'Global Accelerator',
    'AWS::Route53::HealthCheck': 'Health check',
    'AWS::Route53::RecordSet': 'DNS record',
    'AWS::Route53RecoveryControl::RoutingControl': 'Routing control',
  },
  compute: {
    'AWS::AppRunner::Service': 'App Runner service',
    'AWS::AutoScaling::AutoScalingGroup': 'Auto Scaling group',
    'AWS::EC2::Instance': 'EC2 instance',
    'AWS::ECS::Service': 'ECS service',
    'AWS::EKS::Cluster': 'EKS cluster',
    'AWS::EKS::Nodegroup': 'EKS node group',
    'AWS::ElasticBeanstalk::Environment': 'Beanstalk environment',
    'AWS::Lambda::Function': 'Lambda function',
    'AWS::StepFunctions::StateMachine': 'State machine',
  },
  data: {
    'AWS::Cassandra::Table': 'Keyspaces table',
    'AWS::DSQL::Cluster': 'Aurora DSQL',
    'AWS::DocDB::DBCluster': 'DocumentDB cluster',
    'AWS::DynamoDB::GlobalTable.ReplicaSpecification': 'DynamoDB replica',
    'AWS::DynamoDB::Table': 'DynamoDB table',
    'AWS::EC2::Volume': 'EBS volume',
    'AWS::EFS::FileSystem': 'EFS file system',
    'AWS::ElastiCache::GlobalReplicationGroup': 'ElastiCache global datastore',
    'AWS::ElastiCache::ReplicationGroup': 'ElastiCache',
    'AWS::Elasticsearch::Domain': 'Elasticsearch domain',
    'AWS::FSx::FileSystem': 'FSx file system',
    'AWS::Kinesis::Stream': 'Kinesis stream',
    'AWS::MSK::Cluster': 'Kafka cluster',
    'AWS::MemoryDB::Cluster': 'MemoryDB cluster',
    'AWS::Neptune::DBCluster': 'Neptune cluster',
    'AWS::OpenSearchService::Domain': 'OpenSearch domain',
    'AWS::RDS::DBCluster': 'Aurora cluster',
    'AWS::RDS::DBInstance': 'RDS database',
    'AWS::Redshift::Cluster': 'Redshift cluster',
    'AWS::S3::Bucket': 'S3 bucket',
    'AWS::Timestream::Table': 'Timestream table',
  },
  backups: {
    'AWS::Backup::BackupPlan': 'Backup plan',
    'AWS::Backup::BackupVault': 'Backup vault',
    'AWS::Backup::LogicallyAirGappedBackupVault': 'Air-gapped vault',
    'AWS::DLM::LifecyclePolicy': 'Snapshot policy',
    'AWS::ECR::Repository': 'Image repository',
    'AWS::KMS::Alias': 'Key alias',
    'AWS::KMS::Key': 'KMS key',
    'AWS::KMS::ReplicaKey': 'KMS replica key',
    'AWS::SecretsManager::Secret': 'Secret',
    'AWS::SecretsManager::Secret.ReplicaRegion': 'Secret replica',
  },
};

const services: ReadonlyMap<string, Service> = new Map(
  lanes.flatMap((lane) => Object.entries(byLane[lane]).map(([type, name]) => [type, { lane, name }] as const)),
);

/** Undefined for what a picture shows only at the end of an arrow. */
export function laneOf(type: string): Lane | undefined {
  return services.get(type)?.lane;
}

/** `RDS database`; of a type without a name of its own: `EC2 NatGateway`; of Terraform's: `aws_eip`. */
export function kindOf(type: string): string {
  return services.get(type)?.name ?? type.replace(/^AWS::/u, '').replaceAll(/::|\./gu, ' ');
}
