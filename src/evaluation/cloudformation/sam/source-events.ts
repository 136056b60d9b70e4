/**
 * Events that a function reads from a queue, stream or broker: each is an event source mapping.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { type EventResources, type EventTarget, functionName, type ServerlessEvent } from './events.ts';
import { awsManagedPolicy } from './execution-role.ts';
import { entriesOf, mapping, pick } from './nodes.ts';

interface SourceType {
  /** The property with the ARN of the source; undefined for Kafka that AWS doesn't run. */
  readonly arn: string | undefined;
  /** What the role needs to read it; undefined where that depends on the event. */
  readonly managedPolicy: string | undefined;
  readonly kafkaConfig?: string;
}

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
export const sourceTypes: ReadonlyMap<string, SourceType> = new Map<string, SourceType>([
  ['DocumentDB', { arn: 'Cluster', managedPolicy: undefined }],
  ['DynamoDB', { arn: 'Stream', managedPolicy: 'service-role/AWSLambdaDynamoDBExecutionRole' }],
  ['Kinesis', { arn: 'Stream', managedPolicy: 'service-role/AWSLambdaKinesisExecutionRole' }],
  ['MQ', { arn: 'Broker', managedPolicy: undefined }],
  [
    'MSK',
    {
      arn: 'Stream',
      managedPolicy: 'service-role/AWSLambdaMSKExecutionRole',
      kafkaConfig: 'AmazonManagedKafkaEventSourceConfig',
    },
  ],
  ['SelfManagedKafka', { arn: undefined, managedPolicy: undefined, kafkaConfig: 'SelfManagedKafkaEventSourceConfig' }],
  ['SQS', { arn: 'Queue', managedPolicy: 'service-role/AWSLambdaSQSQueueExecutionRole' }],
]);

const unchanged: ReadonlySet<string> = new Set([
  'BatchSize',
  'BisectBatchOnFunctionError',
  'DocumentDBEventSourceConfig',
  'Enabled',
  'FilterCriteria',
  'FunctionResponseTypes',
  'KmsKeyArn',
  'LoggingConfig',
  'MaximumBatchingWindowInSeconds',
  'MaximumRecordAgeInSeconds',
  'MaximumRetryAttempts',
  'MetricsConfig',
  'ParallelizationFactor',
  'ProvisionedPollerConfig',
  'Queues',
  'ScalingConfig',
  'SourceAccessConfigurations',
  'StartingPosition',
  'StartingPositionTimestamp',
  'Topics',
  'TumblingWindowInSeconds',
]);

export function sourceEvent({ id, type, properties, header }: ServerlessEvent, target: EventTarget): EventResources {
  const source = sourceTypes.get(type);
  const policy = source?.managedPolicy;
  return {
    managedPolicies: policy === undefined ? [] : [awsManagedPolicy(policy, header)],
    resources: [
      {
        logicalId: id,
        type: 'AWS::Lambda::EventSourceMapping',
        properties: [
          ...pick(properties, unchanged),
          ...entriesOf({
            FunctionName: functionName(target, header),
            EventSourceArn: source?.arn === undefined ? undefined : valueOf(properties, source.arn),
            DestinationConfig: withoutType(valueOf(properties, 'DestinationConfig')),
          }),
          ...documentsOf(properties),
          ...kafkaOf(properties, source?.kafkaConfig),
        ],
      },
    ],
  };
}

/** `Type` only tells SAM what the role needs. */
function withoutType(config: TemplateNode | undefined): TemplateNode | undefined {
  const failure = valueOf(config, 'OnFailure');
  if (config === undefined || failure?.kind !== 'mapping') return config;
  const entries = failure.entries.filter(({ key }) => key !== 'Type');
  return mapping({ OnFailure: { ...failure, entries } }, config.range);
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-documentdb.html */
function documentsOf(properties: TemplateNode | undefined): readonly MappingEntry[] {
  const database = valueOf(properties, 'DatabaseName');
  if (database === undefined) return [];
  const config = {
    DatabaseName: database,
    CollectionName: valueOf(properties, 'CollectionName'),
    FullDocument: valueOf(properties, 'FullDocument'),
  };
  return entriesOf({ DocumentDBEventSourceConfig: mapping(config, database.range) });
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-selfmanagedkafka.html */
function kafkaOf(properties: TemplateNode | undefined, configName: string | undefined): readonly MappingEntry[] {
  if (configName === undefined) return [];
  const servers = valueOf(properties, 'KafkaBootstrapServers');
  const config = pick(properties, new Set(['ConsumerGroupId', 'SchemaRegistryConfig']));
  const range = config[0]?.value.range;
  return entriesOf({
    SelfManagedEventSource:
      servers === undefined
        ? undefined
        : mapping({ Endpoints: mapping({ KafkaBootstrapServers: servers }, servers.range) }, servers.range),
    [configName]: range === undefined ? undefined : { kind: 'mapping', entries: config, range },
  });
}
