/** Amazon SQS, SNS, EventBridge, Kinesis, MSK and Amazon MQ. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-sqs-queue.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/sqs_queue
const queue: ResourceTable = {
  type: 'AWS::SQS::Queue',
  terraform: ['aws_sqs_queue'],
  properties: {
    QueueName: field.text({ terraform: 'name' }),
    MessageRetentionPeriod: field.integer({
      unit: 'seconds',
      terraform: 'message_retention_seconds',
      absent: { both: 345_600 },
    }),
    VisibilityTimeout: field.integer({
      unit: 'seconds',
      terraform: 'visibility_timeout_seconds',
      absent: { both: 30 },
    }),
    RedrivePolicy: field.policy({ terraform: 'redrive_policy' }),
    RedriveAllowPolicy: field.policy({ terraform: 'redrive_allow_policy' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_sqs_queue_redrive_policy',
      joinBy: 'queue_url',
      properties: { RedrivePolicy: field.policy({ terraform: 'redrive_policy' }) },
    },
    {
      terraform: 'aws_sqs_queue_redrive_allow_policy',
      joinBy: 'queue_url',
      properties: { RedriveAllowPolicy: field.policy({ terraform: 'redrive_allow_policy' }) },
    },
  ],
};

const topic: ResourceTable = {
  type: 'AWS::SNS::Topic',
  terraform: ['aws_sns_topic'],
  properties: { TopicName: field.text({ terraform: 'name' }) },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const subscription: ResourceTable = {
  type: 'AWS::SNS::Subscription',
  terraform: ['aws_sns_topic_subscription'],
  properties: {
    TopicArn: field.text({ terraform: 'topic_arn' }),
    Protocol: field.text({ terraform: 'protocol' }),
    Endpoint: field.text({ terraform: 'endpoint' }),
    RedrivePolicy: field.policy({ terraform: 'redrive_policy' }),
  },
};

const eventRule: ResourceTable = {
  type: 'AWS::Events::Rule',
  terraform: ['aws_cloudwatch_event_rule'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    EventBusName: field.text({ terraform: 'event_bus_name' }),
    EventPattern: field.policy({ terraform: 'event_pattern' }),
    ScheduleExpression: field.text({ terraform: 'schedule_expression' }),
    State: field.text({ terraform: 'state' }),
  },
};

const stream: ResourceTable = {
  type: 'AWS::Kinesis::Stream',
  terraform: ['aws_kinesis_stream'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    RetentionPeriodHours: field.integer({ unit: 'hours', terraform: 'retention_period', absent: { both: 24 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const kafka: ResourceTable = {
  type: 'AWS::MSK::Cluster',
  terraform: ['aws_msk_cluster'],
  properties: {
    ClusterName: field.text({ terraform: 'cluster_name' }),
    NumberOfBrokerNodes: field.integer({ terraform: 'number_of_broker_nodes' }),
    BrokerNodeGroupInfo: field.block(
      { ClientSubnets: field.texts({ terraform: 'client_subnets' }) },
      { terraform: 'broker_node_group_info' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/mq_broker
const broker: ResourceTable = {
  type: 'AWS::AmazonMQ::Broker',
  terraform: ['aws_mq_broker'],
  properties: {
    BrokerName: field.text({ terraform: 'broker_name' }),
    EngineType: field.text({ terraform: 'engine_type' }),
    DeploymentMode: field.text({ terraform: 'deployment_mode', absent: { terraform: 'SINGLE_INSTANCE' } }),
    DataReplicationMode: field.text({ terraform: 'data_replication_mode', absent: { both: 'NONE' } }),
    DataReplicationPrimaryBrokerArn: field.text({ terraform: 'data_replication_primary_broker_arn' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const messagingTables: readonly ResourceTable[] = [queue, topic, subscription, eventRule, stream, kafka, broker];
