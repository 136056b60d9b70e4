/** Amazon SQS and Amazon SNS. */
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
  properties: {
    TopicName: field.text({ terraform: 'name' }),
    KmsMasterKeyId: field.text({ terraform: 'kms_master_key_id' }),
    // Terraform declares each subscription as a resource.
    Subscription: field.objects({ Endpoint: field.text(), Protocol: field.text() }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  parts: [{ type: 'AWS::SNS::Subscription', at: '/Subscription', label: 'subscription', name: ['Endpoint'] }],
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

export const messagingTables: readonly ResourceTable[] = [queue, topic, subscription];
