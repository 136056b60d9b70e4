/**
 * Who hears of what happens: alarm → action, topic → subscriber, rule and schedule → target, endpoint → bus; and the fact
 * `tellsSomebody` of alarms.
 */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { or, type Truth } from '../../../core/truth.ts';
import { itemsAt, linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { relatePerhapsNamed } from '../perhaps-named.ts';
import { namedBy, relateWritten, type WrittenRelation } from '../written.ts';

const alarmTypes = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];
const topic = 'AWS::SNS::Topic';
const lambda = 'AWS::Lambda::Function';
const queue = 'AWS::SQS::Queue';
const subscription = 'AWS::SNS::Subscription';
const bus = 'AWS::Events::EventBus';

/** What a rule or schedule may start or send to. */
const targets = [
  lambda,
  'AWS::StepFunctions::StateMachine',
  'AWS::SSM::Document',
  queue,
  topic,
  'AWS::Kinesis::Stream',
  'AWS::ECS::Cluster',
  bus,
];

const globalEndpoint: WrittenRelation = {
  type: 'AWS::Events::Endpoint',
  at: '/EventBuses/[each]/EventBusArn',
  names: [bus],
};

const written: readonly WrittenRelation[] = [
  ...alarmTypes.map((type) => ({
    type,
    at: '/AlarmActions/[each]',
    names: [topic, lambda, 'AWS::AutoScaling::ScalingPolicy'],
  })),
  { type: topic, at: '/Subscription/[each]/Endpoint', names: [lambda, queue] },
  { type: 'AWS::Events::Rule.Target', at: '/Arn', names: targets },
  { type: 'AWS::Events::Rule', at: '/Targets/[each]/Arn', names: targets },
  { type: 'AWS::Scheduler::Schedule', at: '/Target/Arn', names: targets },
  globalEndpoint,
];

export function relateNotifications(context: GraphContext): void {
  relateWritten(context, 'routesTo', written);
  relatePerhapsNamed(context, 'routesTo', globalEndpoint);
  relateWritten(context, 'dependsOn', [
    {
      type: 'AWS::Events::Endpoint',
      at: '/RoutingConfig/FailoverConfig/Primary/HealthCheck',
      names: ['AWS::Route53::HealthCheck'],
    },
  ]);
  for (const node of context.ofType(subscription)) {
    const subscribers = namedBy(context, node, { at: '/Endpoint', names: [lambda, queue] });
    for (const { node: from } of namedBy(context, node, { at: '/TopicArn', names: [topic] })) {
      // An address for mail or a web page is no resource; the subscription stands for who reads there.
      const ends = subscribers.some((end) => isDeclared(end.node)) ? subscribers : [{ node, certain: true }];
      for (const end of ends) context.relate('routesTo', from, end);
    }
  }
  for (const alarm of context.ofType('AWS::CloudWatch::CompositeAlarm')) relateParts(context, alarm);
  for (const alarm of context.ofType(...alarmTypes)) setTold(context, alarm);
}

/** The rule of a composite alarm names the alarms that it is made of. */
function relateParts(context: GraphContext, alarm: DraftNode): void {
  for (const { to } of linksAt(alarm, '/AlarmRule')) {
    const node = context.get(to);
    if (node !== undefined && alarmTypes.includes(node.type))
      context.relate('dependsOn', alarm, { node, certain: true });
  }
}

function setTold(context: GraphContext, alarm: DraftNode): void {
  const above = context.to('dependsOn', alarm).flatMap(({ from }) => context.get(from) ?? []);
  const composites = above.filter(({ type }) => alarmTypes.includes(type));
  const told = or(...[alarm, ...composites].map((each) => tells(context, each)));
  alarm.facts.set('tellsSomebody', told === 'unknown' ? notKnown(alarm) : told === 'yes');
  alarm.factSources.set('tellsSomebody', ['/AlarmActions', '/ActionsEnabled']);
}

/** Through an action that is not switched off; to a topic that this code declares somebody must have subscribed. */
function tells(context: GraphContext, alarm: DraftNode): Truth {
  if (propertyAt(alarm, '/ActionsEnabled') === false || itemsAt(alarm, '/AlarmActions').length === 0) return 'no';
  const isUnsubscribed = (node: DraftNode): boolean =>
    node.type === topic && isDeclared(node) && context.from('routesTo', node).length === 0;
  const actions = context.from('routesTo', alarm);
  const isHeard = actions.some(({ to, certain }) => {
    const node = context.get(to);
    return certain && node !== undefined && !isUnsubscribed(node);
  });
  return isHeard && propertyAt(alarm, '/ActionsEnabled') === true ? 'yes' : 'unknown';
}

function notKnown(alarm: DraftNode): Document {
  const cure = 'declare a subscription to the topic of the alarm in the scanned code';
  const reason = { code: 'derived', subject: `whether ${alarm.address} tells somebody`, cure } as const;
  return new UnknownLeaf({ key: `told ${alarm.id}`, reason });
}
