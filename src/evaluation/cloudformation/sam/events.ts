/**
 * `Events` of a function or state machine: each names a type, which decides what SAM makes of it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-eventsource.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { expandLoops } from '../loops.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, getAtt, literal, mapping, ref, sequence, textOfNode } from './nodes.ts';

export interface ServerlessEvent {
  readonly source: ServerlessResource;
  /** The logical id of what SAM makes of it: that of the resource, with the event's name behind it. */
  readonly id: string;
  readonly type: string;
  readonly properties: TemplateNode | undefined;
  /** The event's name. */
  readonly header: SourceRange;
}

/** What an event starts. */
export interface EventTarget {
  readonly kind: 'function' | 'state machine';
  readonly logicalId: string;
  /** Where SAM publishes one, events invoke the alias. */
  readonly aliasId: string | undefined;
}

export interface EventResources {
  readonly resources: readonly GeneratedResource[];
  /** What the role of the function needs to read the event's source. */
  readonly managedPolicies: readonly TemplateNode[];
}

export type ExpandEvent = (event: ServerlessEvent, target: EventTarget, expansion: Expansion) => EventResources;

export const noResources: EventResources = { resources: [], managedPolicies: [] };

export function onlyResources(...resources: readonly GeneratedResource[]): EventResources {
  return { resources, managedPolicies: [] };
}

/** Each managed policy once, however many events need it. Types that the table doesn't know make nothing. */
export function expandEvents(
  source: ServerlessResource,
  target: EventTarget,
  expansion: Expansion,
  types: ReadonlyMap<string, ExpandEvent>,
): EventResources {
  const events = valueOf(source.properties, 'Events');
  if (events?.kind !== 'mapping') return noResources;
  const resources: GeneratedResource[] = [];
  const managedPolicies = new Map<string, TemplateNode>();
  for (const { entry, repeatedBy } of expandLoops(events.entries, expansion.scope)) {
    // Events over unknown items may be none.
    if (repeatedBy !== undefined) continue;
    const { key, keyRange, value } = entry;
    const type = textOfNode(valueOf(value, 'Type')) ?? '';
    const id = source.logicalId + key;
    const event = { source, id, type, properties: valueOf(value, 'Properties'), header: keyRange };
    const made = types.get(type)?.(event, target, expansion) ?? noResources;
    for (const resource of made.resources) resources.push({ header: keyRange, ...resource });
    for (const policy of made.managedPolicies)
      managedPolicies.set(textOfNode(valueOf(policy, 'Fn::Sub')) ?? '', policy);
  }
  return { resources, managedPolicies: [...managedPolicies.values()] };
}

export function targetArn({ kind, logicalId, aliasId }: EventTarget, range: SourceRange): TemplateNode {
  if (aliasId !== undefined) return ref(aliasId, range);
  return kind === 'function' ? getAtt(logicalId, 'Arn', range) : ref(logicalId, range);
}

/** `FunctionName` of what needs the function by its name, and its alias by the ARN. */
export function functionName({ logicalId, aliasId }: EventTarget, range: SourceRange): TemplateNode {
  return ref(aliasId ?? logicalId, range);
}

/** Who may invoke the function. */
export function permission(
  { id, header }: ServerlessEvent,
  target: EventTarget,
  principal: string,
  source: Readonly<Record<string, TemplateNode | undefined>>,
): GeneratedResource {
  return {
    logicalId: `${id}Permission`,
    type: 'AWS::Lambda::Permission',
    properties: entriesOf({
      Action: literal('lambda:InvokeFunction', header),
      FunctionName: functionName(target, header),
      Principal: literal(principal, header),
      ...source,
    }),
  };
}

export interface DeadLetters {
  /** The value of the target's `DeadLetterConfig`. */
  readonly config: TemplateNode | undefined;
  readonly resources: readonly GeneratedResource[];
}

/** The queue that a rule's `DeadLetterConfig` names, or the one that SAM makes for it. */
export function deadLettersOf({ id, properties }: ServerlessEvent, isRule: boolean): DeadLetters {
  const config = valueOf(properties, 'DeadLetterConfig');
  if (config === undefined || valueOf(config, 'Arn') !== undefined) return { config, resources: [] };
  const { range } = config;
  const queueId = textOfNode(valueOf(config, 'QueueLogicalId')) ?? `${id}Queue`;
  const arn = getAtt(queueId, 'Arn', range);
  const queue: GeneratedResource = { logicalId: queueId, type: 'AWS::SQS::Queue', properties: [] };
  const allowed = { principal: 'events.amazonaws.com', source: getAtt(id, 'Arn', range), queue: arn, range };
  const policy: GeneratedResource = {
    logicalId: `${id}QueuePolicy`,
    type: 'AWS::SQS::QueuePolicy',
    properties: entriesOf({
      PolicyDocument: sendMessagePolicy(allowed),
      Queues: sequence([ref(queueId, range)], range),
    }),
  };
  return { config: mapping({ Arn: arn }, range), resources: isRule ? [queue, policy] : [queue] };
}

export interface AllowedSender {
  /** The service; undefined for anything with the ARN of the source. */
  readonly principal: string | undefined;
  readonly source: TemplateNode;
  readonly queue: TemplateNode;
  readonly range: SourceRange;
}

export function sendMessagePolicy({ principal, source, queue, range }: AllowedSender): TemplateNode {
  const statement = mapping(
    {
      Action: literal('sqs:SendMessage', range),
      Effect: literal('Allow', range),
      Principal: principal === undefined ? literal('*', range) : mapping({ Service: literal(principal, range) }, range),
      Resource: queue,
      Condition: mapping({ ArnEquals: mapping({ 'aws:SourceArn': source }, range) }, range),
    },
    range,
  );
  return mapping({ Version: literal('2012-10-17', range), Statement: sequence([statement], range) }, range);
}
