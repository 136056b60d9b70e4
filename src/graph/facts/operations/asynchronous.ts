/** The fact `invokedAsynchronously` of functions: whether something hands them events without waiting for the answer. */
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { isEqual, someOf, type YesNo } from '../yes-no.ts';

const permission = 'AWS::Lambda::Permission';

/** Services that put an event into the function's own queue. */
// https://docs.aws.amazon.com/lambda/latest/dg/lambda-services.html
const asynchronousServices = [
  'codecommit.amazonaws.com',
  'config.amazonaws.com',
  'events.amazonaws.com',
  'iot.amazonaws.com',
  // https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarms-and-actions-Lambda.html
  'lambda.alarms.cloudwatch.amazonaws.com',
  'logs.amazonaws.com',
  's3.amazonaws.com',
  'ses.amazonaws.com',
  'sns.amazonaws.com',
];

/** Resources of theirs, for where the permission is declared elsewhere. */
const asynchronousTypes: ReadonlySet<string> = new Set([
  'AWS::CloudWatch::Alarm',
  'AWS::CloudWatch::CompositeAlarm',
  'AWS::Events::Rule',
  'AWS::Events::Rule.Target',
  'AWS::Scheduler::Schedule',
  'AWS::SNS::Topic',
]);

export function setAsynchronous(context: GraphContext): void {
  for (const node of context.ofType('AWS::Lambda::Function')) {
    const names = [node, ...neighbours(context, node, 'routesTo').filter(({ type }) => type === 'AWS::Lambda::Alias')];
    const answers = names.flatMap((each) => [...byPermission(context, each), bySender(context, each)]);
    node.facts.set('invokedAsynchronously', someOf(answers));
  }
}

function byPermission(context: GraphContext, node: DraftNode): readonly YesNo[] {
  return neighbours(context, node, 'dependsOn')
    .filter(({ type }) => type === permission)
    .map((each) => someOf(asynchronousServices.map((name) => isEqual(propertyAt(each, '/Principal'), name))));
}

/** What may lead to it may hand it events. */
function bySender(context: GraphContext, node: DraftNode): YesNo {
  const answers = context.to('routesTo', node).map(({ from, certain }): YesNo => {
    const sender = context.get(from);
    if (sender === undefined || !asynchronousTypes.has(sender.type)) return false;
    return (
      certain || derivedUnknown(`${from} hands ${node.id}`, `whether ${sender.address} hands events to ${node.address}`)
    );
  });
  return someOf(answers);
}

/** What certainly leads to a node, or needs it. */
function neighbours(context: GraphContext, node: DraftNode, kind: 'routesTo' | 'dependsOn'): readonly DraftNode[] {
  return context
    .to(kind, node)
    .filter(({ certain }) => certain)
    .flatMap(({ from }) => context.get(from) ?? []);
}
