/**
 * Events by schedule or by pattern: rules of EventBridge, and schedules of EventBridge Scheduler (`ScheduleV2`).
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { entryOf, type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import {
  deadLettersOf,
  type EventResources,
  type EventTarget,
  onlyResources,
  permission,
  type ServerlessEvent,
  targetArn,
} from './events.ts';
import { trustOf } from './execution-role.ts';
import type { GeneratedResource } from './generated.ts';
import { entriesOf, getAtt, isCall, literal, madeBySam, mapping, pick, sequence, textOfNode } from './nodes.ts';

const eventsService = 'events.amazonaws.com';

/** `Schedule`. */
export function scheduleEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const { properties } = event;
  return rule(event, target, [
    ...entriesOf({ ScheduleExpression: valueOf(properties, 'Schedule') }),
    ...pick(properties, new Set(['Name', 'Description'])),
  ]);
}

/** `EventBridgeRule`, and `CloudWatchEvent`, its old name. */
export function patternEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const { properties } = event;
  return rule(event, target, [
    ...entriesOf({ EventPattern: valueOf(properties, 'Pattern'), Name: valueOf(properties, 'RuleName') }),
    ...pick(properties, new Set(['EventBusName'])),
  ]);
}

const ruleTarget: ReadonlySet<string> = new Set(['Input', 'InputPath', 'InputTransformer', 'RetryPolicy']);

function rule(event: ServerlessEvent, target: EventTarget, own: readonly MappingEntry[]): EventResources {
  const { id, properties, header } = event;
  const letters = deadLettersOf(event, true);
  const role = target.kind === 'function' ? undefined : startingRole(event, target, eventsService);
  const suffix = target.kind === 'function' ? 'LambdaTarget' : 'StepFunctionsTarget';
  const ruleTargets = mapping(
    {
      Arn: targetArn(target, header),
      Id: valueOf(valueOf(properties, 'Target'), 'Id') ?? targetId(id, suffix, header),
      RoleArn: role?.arn,
      DeadLetterConfig: letters.config,
    },
    header,
  );
  const targets = { ...ruleTargets, entries: [...ruleTargets.entries, ...pick(properties, ruleTarget)] };
  const made: GeneratedResource = {
    logicalId: id,
    type: 'AWS::Events::Rule',
    properties: [...own, ...entriesOf({ State: stateOf(event), Targets: sequence([targets], header) })],
  };
  const allowed =
    target.kind === 'function'
      ? [permission(event, target, eventsService, { SourceArn: getAtt(id, 'Arn', header) })]
      : [];
  return onlyResources(made, ...letters.resources, ...(role?.resources ?? []), ...allowed);
}

/** The name of a target has 64 characters at most. https://docs.aws.amazon.com/eventbridge/latest/APIReference/API_Target.html */
function targetId(id: string, suffix: string, range: SourceRange): TemplateNode {
  return literal(id.slice(0, 64 - suffix.length) + suffix, range);
}

/** `State`, or `Enabled` in its place. */
function stateOf({ id, properties }: ServerlessEvent): TemplateNode | undefined {
  const enabled = valueOf(properties, 'Enabled');
  if (enabled === undefined) return valueOf(properties, 'State');
  if (isCall(enabled)) return madeBySam(`${id}.Enabled`, enabled.range);
  return literal(textOfNode(enabled) === 'false' ? 'DISABLED' : 'ENABLED', enabled.range);
}

interface StartingRole {
  readonly arn: TemplateNode;
  readonly resources: readonly GeneratedResource[];
}

/** What lets a rule or schedule start the target: the role that the event names, or one of SAM's. */
function startingRole(event: ServerlessEvent, target: EventTarget, service: string): StartingRole {
  const stated = valueOf(event.properties, 'RoleArn');
  if (stated !== undefined) return { arn: stated, resources: [] };
  const role = roleToStart(event, target, service);
  return { arn: getAtt(role.logicalId, 'Arn', event.header), resources: [role] };
}

/** The role that SAM makes for what starts the target. */
export function roleToStart(event: ServerlessEvent, target: EventTarget, service: string): GeneratedResource {
  const { id, properties, header, source } = event;
  const logicalId = `${id}Role`;
  const isFunction = target.kind === 'function';
  const action = isFunction ? 'lambda:InvokeFunction' : 'states:StartExecution';
  const name = isFunction ? `${id}LambdaPolicy` : `${isSchedule(event) ? id : logicalId}StartExecutionPolicy`;
  const statement = mapping(
    {
      Action: literal(action, header),
      Effect: literal('Allow', header),
      Resource: targetArn(target, header),
    },
    header,
  );
  const policy = mapping(
    {
      PolicyName: literal(name, header),
      PolicyDocument: mapping({ Statement: sequence([statement], header) }, header),
    },
    header,
  );
  const boundary = isSchedule(event) ? properties : source.properties;
  return {
    logicalId,
    type: 'AWS::IAM::Role',
    properties: entriesOf({
      AssumeRolePolicyDocument: trustOf(service, header),
      Policies: sequence([policy], header),
      PermissionsBoundary: valueOf(boundary, 'PermissionsBoundary'),
    }),
  };
}

function isSchedule({ type }: ServerlessEvent): boolean {
  return type === 'ScheduleV2';
}

const scheduleProperties: ReadonlySet<string> = new Set([
  'Description',
  'EndDate',
  'GroupName',
  'KmsKeyArn',
  'ScheduleExpression',
  'ScheduleExpressionTimezone',
  'StartDate',
  'State',
]);

/**
 * `ScheduleV2`.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-schedulev2.html
 */
export function schedulerEvent(event: ServerlessEvent, target: EventTarget): EventResources {
  const { id, properties, header } = event;
  const letters = deadLettersOf(event, false);
  const role = startingRole(event, target, 'scheduler.amazonaws.com');
  const isUnnamed = textOfNode(valueOf(properties, 'OmitName')) === 'true';
  const started = mapping(
    { Arn: targetArn(target, header), RoleArn: role.arn, DeadLetterConfig: letters.config },
    header,
  );
  const passed = pick(properties, new Set(['Input', 'RetryPolicy']));
  const flexible = entryOf(properties, 'FlexibleTimeWindow')?.value;
  return onlyResources(
    {
      logicalId: id,
      type: 'AWS::Scheduler::Schedule',
      properties: [
        ...pick(properties, scheduleProperties),
        ...entriesOf({
          Name: isUnnamed ? undefined : (valueOf(properties, 'Name') ?? literal(id, header)),
          FlexibleTimeWindow: flexible ?? mapping({ Mode: literal('OFF', header) }, header),
          Target: { ...started, entries: [...started.entries, ...passed] },
        }),
      ],
    },
    ...letters.resources,
    ...role.resources,
  );
}
