/**
 * `AWS::Serverless::Function`: a Lambda function with its role, version, alias, URL and what its events need.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { entryOf, type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { codeOf } from './artifacts.ts';
import { eventInvokeConfig } from './event-invoke-config.ts';
import { expandEvents } from './events.ts';
import { awsManagedPolicy, roleOf, trustOf } from './execution-role.ts';
import type { Expansion } from './expansion.ts';
import { functionEvents } from './function-events.ts';
import { functionUrl } from './function-url.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, getAtt, literal, mapping, pick, ref, textOfNode, madeBySam } from './nodes.ts';

const unchanged: ReadonlySet<string> = new Set([
  'Architectures',
  'CodeSigningConfigArn',
  'Description',
  'DurableConfig',
  'Environment',
  'EphemeralStorage',
  'FileSystemConfigs',
  'FunctionName',
  'FunctionScalingConfig',
  'Handler',
  'ImageConfig',
  'KmsKeyArn',
  'Layers',
  'LoggingConfig',
  'MemorySize',
  'PackageType',
  'PublishToLatestPublished',
  'RecursiveLoop',
  'ReservedConcurrentExecutions',
  'Runtime',
  'RuntimeManagementConfig',
  'SnapStart',
  'TenancyConfig',
  'Timeout',
  'VpcConfig',
]);

export function expandFunction(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const published = publish(source, expansion);
  const aliasId = published.find(({ type }) => type === 'AWS::Lambda::Alias')?.logicalId;
  const target = { kind: 'function', logicalId, aliasId } as const;
  const events = expandEvents(source, target, expansion, functionEvents);
  const needs = {
    trust: valueOf(properties, 'AssumeRolePolicyDocument') ?? trustOf('lambda.amazonaws.com', header),
    managedPolicies: [...managedPolicies(properties, header), ...events.managedPolicies],
    hasMore: ['DeadLetterQueue', 'EventInvokeConfig', 'Events'].some((name) => entryOf(properties, name) !== undefined),
  };
  const role = roleOf(source, needs, expansion);
  const lambda: GeneratedResource = {
    logicalId,
    type: 'AWS::Lambda::Function',
    properties: [
      ...pick(properties, unchanged),
      ...renamed(entryOf(properties, 'DeadLetterQueue'), 'DeadLetterConfig', deadLetterTarget),
      ...renamed(entryOf(properties, 'CapacityProviderConfig'), 'CapacityProviderConfig', ({ range }) =>
        madeBySam(`${logicalId}.CapacityProviderConfig`, range),
      ),
      ...tracing(properties, expansion),
      ...entriesOf({ Code: codeOf(properties), Role: role.arn, Tags: tagList(valueOf(properties, 'Tags')) }),
    ],
  };
  return [
    lambda,
    ...role.resources,
    ...published,
    ...functionUrl(source, target),
    ...eventInvokeConfig(source, target, expansion),
    ...events.resources,
  ];
}

function managedPolicies(properties: TemplateNode, range: SourceRange): readonly TemplateNode[] {
  const isDurable = valueOf(properties, 'DurableConfig') !== undefined;
  const isTraced = valueOf(properties, 'Tracing') !== undefined;
  const isInVpc = valueOf(properties, 'VpcConfig') !== undefined;
  return [
    `service-role/${isDurable ? 'AWSLambdaBasicDurableExecutionRolePolicy' : 'AWSLambdaBasicExecutionRole'}`,
    ...(isTraced ? ['AWSXrayWriteOnlyAccess'] : []),
    ...(isInVpc ? ['service-role/AWSLambdaVPCAccessExecutionRole'] : []),
  ].map((path) => awsManagedPolicy(path, range));
}

function deadLetterTarget(queue: TemplateNode): TemplateNode {
  return mapping({ TargetArn: valueOf(queue, 'TargetArn') }, queue.range);
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-tracing */
function tracing(properties: TemplateNode, expansion: Expansion): readonly MappingEntry[] {
  const entry = entryOf(properties, 'Tracing');
  if (textOfNode(expansion.resolved(entry?.value)) === 'Disabled') return [];
  return renamed(entry, 'TracingConfig', (mode) => mapping({ Mode: mode }, mode.range));
}

/** The entry under CloudFormation's name, with the value as CloudFormation takes it. */
function renamed(
  entry: MappingEntry | undefined,
  key: string,
  convert: (value: TemplateNode) => TemplateNode,
): readonly MappingEntry[] {
  return entry === undefined ? [] : [{ ...entry, key, value: convert(entry.value) }];
}

/** A version under `AutoPublishAlias`; its logical id goes without the hash of the code that SAM adds. */
function publish(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties } = source;
  const alias = valueOf(properties, 'AutoPublishAlias');
  if (alias === undefined) return [];
  const name = textOfNode(expansion.resolved(alias)) ?? '';
  const { range } = alias;
  const versionId = `${logicalId}Version`;
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html#sam-specification-generated-resources-function-autopublishalias
  const aliasId = `${logicalId}Alias${name.replaceAll('-', 'D').replaceAll('_', 'U')}`;
  expansion.name(`${logicalId}.Version`, versionId);
  expansion.name(`${logicalId}.Alias`, aliasId);
  // https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-function.html#sam-function-versiondeletionpolicy
  const usual = entryOf(properties, 'CapacityProviderConfig') === undefined ? 'Retain' : 'Delete';
  const deletion = valueOf(properties, 'VersionDeletionPolicy') ?? literal(usual, range);
  return [
    {
      logicalId: versionId,
      type: 'AWS::Lambda::Version',
      properties: entriesOf({
        FunctionName: ref(logicalId, range),
        Description: valueOf(properties, 'VersionDescription'),
        FunctionScalingConfig: valueOf(properties, 'FunctionScalingConfig'),
      }),
      attributes: entryOf(source.node, 'DeletionPolicy') === undefined ? entriesOf({ DeletionPolicy: deletion }) : [],
    },
    {
      logicalId: aliasId,
      type: 'AWS::Lambda::Alias',
      properties: [
        ...entriesOf({
          Name: alias,
          FunctionName: ref(logicalId, range),
          FunctionVersion: getAtt(versionId, 'Version', range),
        }),
        ...pick(properties, new Set(['ProvisionedConcurrencyConfig'])),
      ],
    },
  ];
}
