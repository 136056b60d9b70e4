/**
 * Where messages and events go that could not be delivered or processed, and the fact `deadLetterQueue` of queues: whether
 * one is there for that.
 */
import { textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { derivedUnknown } from '../../facts/derived-unknown.ts';
import { relateWritten, type WrittenRelation } from '../written.ts';

const queue = 'AWS::SQS::Queue';
const topic = 'AWS::SNS::Topic';

/** Who names a place for its dead letters, and where. */
const written: readonly WrittenRelation[] = [
  { type: queue, at: '/RedrivePolicy/deadLetterTargetArn', names: [queue] },
  { type: 'AWS::SNS::Subscription', at: '/RedrivePolicy/deadLetterTargetArn', names: [queue] },
  { type: 'AWS::Events::Rule.Target', at: '/DeadLetterConfig/Arn', names: [queue] },
  { type: 'AWS::Events::EventBus', at: '/DeadLetterConfig/Arn', names: [queue] },
  { type: 'AWS::Scheduler::Schedule', at: '/Target/DeadLetterConfig/Arn', names: [queue] },
  { type: 'AWS::Lambda::Function', at: '/DeadLetterConfig/TargetArn', names: [queue, topic] },
  { type: 'AWS::Lambda::EventInvokeConfig', at: '/DestinationConfig/OnFailure/Destination', names: [queue, topic] },
  { type: 'AWS::Lambda::EventSourceMapping', at: '/DestinationConfig/OnFailure/Destination', names: [queue, topic] },
];

export function relateDeadLetters(context: GraphContext): void {
  relateWritten(context, 'deadLettersTo', written);
  for (const node of context.ofType(queue)) {
    node.facts.set('deadLetterQueue', isDeadLetterQueue(context, node));
    node.factSources.set('deadLetterQueue', ['/RedriveAllowPolicy']);
  }
}

function isDeadLetterQueue(context: GraphContext, node: DraftNode): boolean | ReturnType<typeof derivedUnknown> {
  const senders = context.to('deadLettersTo', node);
  if (senders.some(({ certain }) => certain) || isAllowed(node) || isCalledSo(node)) return true;
  const [possible] = senders;
  if (possible === undefined) return false;
  return derivedUnknown(`dead letters ${node.id}`, `whether ${node.address} takes dead letters`, 'state that value');
}

/** Only a queue for dead letters says who may leave them there. */
// https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive.html
function isAllowed(node: DraftNode): boolean {
  const permission = textAt(node, '/RedriveAllowPolicy/redrivePermission');
  return permission === 'allowAll' || permission === 'byQueue';
}

/** Those who use it may be declared elsewhere. */
function isCalledSo(node: DraftNode): boolean {
  return [node.address, textAt(node, '/QueueName') ?? ''].some((name) =>
    /(?:^|[-_.[/])(?:[a-z]*dlq|dead-?letters?)(?:$|[-_.[])/iu.test(
      name.replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, '-').replaceAll(/dead[-_]letter/giu, 'dead-letter'),
    ),
  );
}
