/**
 * `AWS::Serverless::StateMachine`: a state machine with its role, version, alias and what its events need.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-statemachine.html
 */
import { entryOf, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { apiEvent, httpApiEvent } from './api-events.ts';
import { definitionAt } from './artifacts.ts';
import { type EventTarget, type ExpandEvent, expandEvents } from './events.ts';
import { awsManagedPolicy, roleOf, trustOf } from './execution-role.ts';
import type { Expansion } from './expansion.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, getAtt, literal, mapping, pick, ref, textOfNode } from './nodes.ts';
import { patternEvent, scheduleEvent, schedulerEvent } from './rule-events.ts';

const events: ReadonlyMap<string, ExpandEvent> = new Map<string, ExpandEvent>([
  ['Api', apiEvent],
  ['CloudWatchEvent', patternEvent],
  ['EventBridgeRule', patternEvent],
  ['HttpApi', httpApiEvent],
  ['Schedule', scheduleEvent],
  ['ScheduleV2', schedulerEvent],
]);

export function expandStateMachine(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const published = publish(source, expansion);
  const isAliasInvoked = textOfNode(valueOf(properties, 'UseAliasAsEventTarget')) === 'true';
  const alias = published.find(({ type }) => type === 'AWS::StepFunctions::StateMachineAlias');
  const aliasId = isAliasInvoked ? alias?.logicalId : undefined;
  const target: EventTarget = { kind: 'state machine', logicalId, aliasId };
  const isTraced = textOfNode(valueOf(valueOf(properties, 'Tracing'), 'Enabled')) === 'true';
  const needs = {
    trust: trustOf('states.amazonaws.com', header),
    managedPolicies: isTraced ? [awsManagedPolicy('AWSXrayWriteOnlyAccess', header)] : [],
    hasMore: false,
  };
  const role = roleOf(source, needs, expansion);
  const definition = valueOf(properties, 'Definition');
  const uri = valueOf(properties, 'DefinitionUri');
  const machine: GeneratedResource = {
    logicalId,
    type: 'AWS::StepFunctions::StateMachine',
    properties: [
      ...pick(properties, new Set(['DefinitionSubstitutions'])),
      ...entriesOf({
        DefinitionString: definition && mapping({ 'Fn::ToJsonString': definition }, definition.range),
        DefinitionS3Location: definitionAt(uri),
        LoggingConfiguration: valueOf(properties, 'Logging'),
        RoleArn: role.arn,
        StateMachineName: valueOf(properties, 'Name'),
        StateMachineType: valueOf(properties, 'Type'),
        TracingConfiguration: valueOf(properties, 'Tracing'),
        Tags: tagList(valueOf(properties, 'Tags')),
      }),
    ],
  };
  return [machine, ...role.resources, ...published, ...expandEvents(source, target, expansion, events).resources];
}

function publish(
  { logicalId, properties, node }: ServerlessResource,
  expansion: Expansion,
): readonly GeneratedResource[] {
  const alias = valueOf(properties, 'AutoPublishAlias');
  if (alias === undefined) return [];
  const { range } = alias;
  const versionId = `${logicalId}Version`;
  const kept = (name: string): TemplateNode | undefined =>
    entryOf(node, name) === undefined ? literal('Retain', range) : undefined;
  const preference =
    valueOf(properties, 'DeploymentPreference') ?? mapping({ Type: literal('ALL_AT_ONCE', range) }, range);
  const entries = preference.kind === 'mapping' ? preference.entries : [];
  return [
    {
      logicalId: versionId,
      type: 'AWS::StepFunctions::StateMachineVersion',
      properties: entriesOf({
        StateMachineArn: ref(logicalId, range),
        StateMachineRevisionId: getAtt(logicalId, 'StateMachineRevisionId', range),
      }),
      attributes: entriesOf({
        DeletionPolicy: kept('DeletionPolicy'),
        UpdateReplacePolicy: kept('UpdateReplacePolicy'),
      }),
    },
    {
      logicalId: `${logicalId}Alias${textOfNode(expansion.resolved(alias)) ?? ''}`,
      type: 'AWS::StepFunctions::StateMachineAlias',
      properties: entriesOf({
        Name: alias,
        DeploymentPreference: {
          kind: 'mapping',
          entries: [...entries, ...entriesOf({ StateMachineVersionArn: ref(versionId, range) })],
          range: preference.range,
        },
      }),
    },
  ];
}
