/**
 * Events that other services send to a function: notifications of buckets, subscriptions of topics, log groups, IoT and others.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import {
  type EventResources,
  type EventTarget,
  functionName,
  onlyResources,
  permission,
  sendMessagePolicy,
  type ServerlessEvent,
  targetArn,
} from './events.ts';
import { awsManagedPolicy } from './execution-role.ts';
import { conditionOf, type Expansion } from './expansion.ts';
import type { GeneratedResource } from './generated.ts';
import { entriesOf, getAtt, literal, mapping, onlyIf, pick, ref, referredTo, sequence, textOfNode } from './nodes.ts';

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-s3.html */
export function bucketEvent(event: ServerlessEvent, target: EventTarget, expansion: Expansion): EventResources {
  const { properties, header, source } = event;
  const bucket = referredTo(valueOf(properties, 'Bucket'));
  const events = valueOf(properties, 'Events');
  const kinds = events?.kind === 'sequence' ? events.items : events === undefined ? [] : [events];
  for (const kind of bucket === undefined ? [] : kinds) {
    const filter = valueOf(properties, 'Filter');
    const configuration = { Event: kind, Function: targetArn(target, kind.range), Filter: filter };
    const condition = conditionOf(source);
    const notification = mapping(configuration, kind.range);
    expansion.notify(bucket ?? '', condition === undefined ? notification : onlyIf(condition, notification));
  }
  return onlyResources(permission(event, target, 's3.amazonaws.com', { SourceAccount: ref('AWS::AccountId', header) }));
}

const subscriptionProperties: ReadonlySet<string> = new Set([
  'FilterPolicy',
  'FilterPolicyScope',
  'RedrivePolicy',
  'Region',
]);

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-sns.html */
export function topicEvent(event: ServerlessEvent, target: EventTarget, expansion: Expansion): EventResources {
  const { id, properties, header } = event;
  const topic = valueOf(properties, 'Topic');
  const queued = valueOf(properties, 'SqsSubscription');
  const isQueued = queued !== undefined && textOfNode(queued) !== 'false';
  const queue = isQueued ? queueBetween(event, queued, expansion) : undefined;
  const subscription: GeneratedResource = {
    logicalId: id,
    type: 'AWS::SNS::Subscription',
    properties: [
      ...pick(properties, subscriptionProperties),
      ...entriesOf({
        Protocol: literal(queue === undefined ? 'lambda' : 'sqs', header),
        Endpoint: queue?.arn ?? targetArn(target, header),
        TopicArn: topic,
      }),
    ],
  };
  if (queue === undefined)
    return onlyResources(subscription, permission(event, target, 'sns.amazonaws.com', { SourceArn: topic }));
  const mappingOfQueue: GeneratedResource = {
    logicalId: `${id}EventSourceMapping`,
    type: 'AWS::Lambda::EventSourceMapping',
    properties: entriesOf({
      BatchSize: valueOf(queued, 'BatchSize') ?? literal(10, header),
      Enabled: literal(true, header),
      EventSourceArn: queue.arn,
      FunctionName: functionName(target, header),
    }),
  };
  return {
    resources: [subscription, mappingOfQueue, ...queue.resources],
    managedPolicies: [awsManagedPolicy('service-role/AWSLambdaSQSQueueExecutionRole', header)],
  };
}

interface QueueBetween {
  readonly arn: TemplateNode | undefined;
  readonly resources: readonly GeneratedResource[];
}

/** The queue between a topic and a function: one of the template, or one that SAM makes. */
function queueBetween({ id, properties }: ServerlessEvent, queued: TemplateNode, expansion: Expansion): QueueBetween {
  const { range } = queued;
  const isGiven = queued.kind === 'mapping';
  const queueId = `${id}Queue`;
  const arn = isGiven ? valueOf(queued, 'QueueArn') : getAtt(queueId, 'Arn', range);
  const url = isGiven ? valueOf(queued, 'QueueUrl') : ref(queueId, range);
  const policyId = textOfNode(valueOf(queued, 'QueuePolicyLogicalId')) ?? `${id}QueuePolicy`;
  const topic = valueOf(properties, 'Topic') ?? literal('', range);
  const allowed = { principal: undefined, source: topic, queue: arn ?? literal('', range), range };
  const policy: GeneratedResource = {
    logicalId: policyId,
    type: 'AWS::SQS::QueuePolicy',
    properties: entriesOf({ PolicyDocument: sendMessagePolicy(allowed), Queues: sequence([url], range) }),
  };
  if (isGiven) return { arn, resources: [policy] };
  const declaredTopic = expansion.declared(referredTo(topic));
  const isFifo = expansion.resolved(valueOf(valueOf(declaredTopic, 'Properties'), 'FifoTopic'));
  const fifo = isFifo === undefined || textOfNode(isFifo) === 'false' ? undefined : isFifo;
  const queue = { logicalId: queueId, type: 'AWS::SQS::Queue', properties: entriesOf({ FifoQueue: fifo }) };
  return { arn, resources: [queue, policy] };
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cloudwatchlogs.html */
export function logsEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const { id, properties, header } = event;
  const group = valueOf(properties, 'LogGroupName');
  const arn = 'arn:${AWS::Partition}:logs:${AWS::Region}:${AWS::AccountId}:log-group:${__LogGroupName__}:*';
  const sourceArn = sequence([literal(arn, header), mapping({ __LogGroupName__: group }, header)], header);
  const allowed = permission(event, target, 'logs.amazonaws.com', {
    SourceArn: mapping({ 'Fn::Sub': sourceArn }, header),
  });
  return onlyResources(allowed, {
    logicalId: id,
    type: 'AWS::Logs::SubscriptionFilter',
    properties: [
      ...pick(properties, new Set(['LogGroupName', 'FilterPattern'])),
      ...entriesOf({ DestinationArn: targetArn(target, header) }),
    ],
    attributes: entriesOf({ DependsOn: sequence([literal(allowed.logicalId, header)], header) }),
  });
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-iotrule.html */
export function topicRuleEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const { id, properties, header } = event;
  const arn = 'arn:${AWS::Partition}:iot:${AWS::Region}:${AWS::AccountId}:rule/${RuleName}';
  const sourceArn = sequence([literal(arn, header), mapping({ RuleName: ref(id, header) }, header)], header);
  const action = mapping({ Lambda: mapping({ FunctionArn: targetArn(target, header) }, header) }, header);
  const payload = mapping(
    {
      Sql: valueOf(properties, 'Sql'),
      AwsIotSqlVersion: valueOf(properties, 'AwsIotSqlVersion'),
      RuleDisabled: literal(false, header),
      Actions: sequence([action], header),
    },
    header,
  );
  return onlyResources(
    permission(event, target, 'iot.amazonaws.com', {
      SourceArn: mapping({ 'Fn::Sub': sourceArn }, header),
      SourceAccount: ref('AWS::AccountId', header),
    }),
    { logicalId: id, type: 'AWS::IoT::TopicRule', properties: entriesOf({ TopicRulePayload: payload }) },
  );
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-alexaskill.html */
export function skillEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const token = { EventSourceToken: valueOf(event.properties, 'SkillId') };
  return onlyResources(permission(event, target, 'alexa-appkit.amazon.com', token));
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-cognito.html */
export function userPoolEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const pool = referredTo(valueOf(event.properties, 'UserPool'));
  const sourceArn = pool === undefined ? undefined : getAtt(pool, 'Arn', event.header);
  const named = { ...event, id: `${event.source.logicalId}Cognito` };
  return onlyResources(permission(named, target, 'cognito-idp.amazonaws.com', { SourceArn: sourceArn }));
}
