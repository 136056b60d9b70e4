/** Amazon Kinesis, Amazon MSK and Amazon MQ. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesis-stream.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kinesis_stream
const stream: ResourceTable = {
  type: 'AWS::Kinesis::Stream',
  terraform: ['aws_kinesis_stream'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    RetentionPeriodHours: field.integer({ unit: 'hours', terraform: 'retention_period', absent: { both: 24 } }),
    StreamModeDetails: field.object(
      { StreamMode: field.text({ terraform: 'stream_mode', absent: { both: 'PROVISIONED' } }) },
      { terraform: 'stream_mode_details' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-cluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_cluster
const kafka: ResourceTable = {
  type: 'AWS::MSK::Cluster',
  terraform: ['aws_msk_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'cluster_name' }),
    KafkaVersion: field.text({ terraform: 'kafka_version' }),
    NumberOfBrokerNodes: field.integer({ terraform: 'number_of_broker_nodes' }),
    BrokerNodeGroupInfo: field.block(
      {
        ClientSubnets: field.texts({ terraform: 'client_subnets' }),
        BrokerAZDistribution: field.text({ terraform: 'az_distribution', absent: { both: 'DEFAULT' } }),
      },
      { terraform: 'broker_node_group_info' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

const serverlessKafka: ResourceTable = {
  type: 'AWS::MSK::ServerlessCluster',
  terraform: ['aws_msk_serverless_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'cluster_name' }),
    VpcConfigs: field.objects(
      {
        SubnetIds: field.texts({ terraform: 'subnet_ids' }),
        SecurityGroups: field.texts({ terraform: 'security_group_ids' }),
      },
      { terraform: 'vpc_config' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-msk-replicator.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/msk_replicator
const replicator: ResourceTable = {
  type: 'AWS::MSK::Replicator',
  terraform: ['aws_msk_replicator'],
  properties: {
    ReplicatorName: field.text({ terraform: 'replicator_name' }),
    KafkaClusters: field.objects(
      {
        AmazonMskCluster: field.block(
          { MskClusterArn: field.text({ terraform: 'msk_cluster_arn' }) },
          { terraform: 'amazon_msk_cluster' },
        ),
        VpcConfig: field.block({ SubnetIds: field.texts({ terraform: 'subnet_ids' }) }, { terraform: 'vpc_config' }),
      },
      { terraform: 'kafka_cluster' },
    ),
    ReplicationInfoList: field.objects(
      {
        SourceKafkaClusterArn: field.text({ terraform: 'source_kafka_cluster_arn' }),
        TargetKafkaClusterArn: field.text({ terraform: 'target_kafka_cluster_arn' }),
        TopicReplication: field.block(
          { TopicsToReplicate: field.texts({ terraform: 'topics_to_replicate' }) },
          { terraform: 'topic_replication' },
        ),
      },
      { terraform: 'replication_info_list' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-amazonmq-broker.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker
const broker: ResourceTable = {
  type: 'AWS::AmazonMQ::Broker',
  terraform: ['aws_mq_broker'],
  properties: {
    BrokerName: field.text({ terraform: 'broker_name' }),
    EngineType: field.text({ terraform: 'engine_type' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    DeploymentMode: field.text({ terraform: 'deployment_mode', absent: { terraform: 'SINGLE_INSTANCE' } }),
    DataReplicationMode: field.text({ terraform: 'data_replication_mode', absent: { both: 'NONE' } }),
    DataReplicationPrimaryBrokerArn: field.text({ terraform: 'data_replication_primary_broker_arn' }),
    SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const streamingTables: readonly ResourceTable[] = [stream, kafka, serverlessKafka, replicator, broker];
