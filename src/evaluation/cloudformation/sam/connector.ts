/**
 * `AWS::Serverless::Connector`, and `Connectors` at a resource: the policies that let a source use its destinations. What they allow is SAM's.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-connector.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, madeBySam, sequence, textOfNode } from './nodes.ts';

interface PolicyKind {
  readonly type: string;
  /** Of the logical id, after that of the connector. */
  readonly suffix: string;
  /** The property that lists what the policy is attached to. */
  readonly attachedBy: string;
}

const managedPolicy: PolicyKind = { type: 'AWS::IAM::ManagedPolicy', suffix: 'Policy', attachedBy: 'Roles' };

/** Of destinations that say themselves who may use them, where their source has no role. */
const ownPolicies: ReadonlyMap<string, PolicyKind> = new Map([
  ['AWS::SQS::Queue', { type: 'AWS::SQS::QueuePolicy', suffix: 'QueuePolicy', attachedBy: 'Queues' }],
  ['AWS::SNS::Topic', { type: 'AWS::SNS::TopicPolicy', suffix: 'TopicPolicy', attachedBy: 'Topics' }],
]);

/** Sources without a role; what of them calls a function is a permission of the function, which SAM makes of every event, too. */
const withoutRole: ReadonlySet<string> = new Set([
  'AWS::ApiGateway::RestApi',
  'AWS::ApiGatewayV2::Api',
  'AWS::AppSync::GraphQLApi',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
]);

// https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/reference-sam-connector.html
const rule = 'AWS::Events::Rule';

const ofServerless: ReadonlyMap<string, string> = new Map([
  ['AWS::Serverless::Api', 'AWS::ApiGateway::RestApi'],
  ['AWS::Serverless::Function', 'AWS::Lambda::Function'],
  ['AWS::Serverless::HttpApi', 'AWS::ApiGatewayV2::Api'],
  ['AWS::Serverless::SimpleTable', 'AWS::DynamoDB::Table'],
  ['AWS::Serverless::StateMachine', 'AWS::StepFunctions::StateMachine'],
]);

export function expandConnector(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const from = typeOf(valueOf(properties, 'Source'), expansion);
  return policiesOf({ logicalId, from, properties, header }, expansion);
}

export interface EmbeddedConnector {
  readonly connector: MappingEntry;
  readonly policies: readonly GeneratedResource[];
}

/** Those that stand at the source itself. */
export function embeddedConnectors(
  { key: sourceId, value: node }: MappingEntry,
  expansion: Expansion,
): readonly EmbeddedConnector[] {
  const connectors = valueOf(node, 'Connectors');
  if (connectors?.kind !== 'mapping') return [];
  const from = serverlessTypeOf(node);
  return connectors.entries.flatMap((connector) => {
    const properties = valueOf(connector.value, 'Properties');
    if (properties === undefined) return [];
    const stated = { logicalId: `${sourceId}${connector.key}`, from, properties, header: connector.keyRange };
    return { connector, policies: policiesOf(stated, expansion) };
  });
}

interface Connector {
  readonly logicalId: string;
  /** The type of the source; undefined where it isn't known. */
  readonly from: string | undefined;
  readonly properties: TemplateNode;
  readonly header: SourceRange;
}

function policiesOf(connector: Connector, expansion: Expansion): readonly GeneratedResource[] {
  const destination = valueOf(connector.properties, 'Destination');
  if (destination === undefined) return [];
  if (destination.kind !== 'sequence') return policyFor(connector, destination, '', expansion);
  return destination.items.flatMap((item, index) => policyFor(connector, item, `Destination${index}`, expansion));
}

function policyFor(
  { logicalId, from, header }: Connector,
  destination: TemplateNode,
  ending: string,
  expansion: Expansion,
): readonly GeneratedResource[] {
  const to = typeOf(destination, expansion);
  const kind = from === undefined || to === undefined ? undefined : kindOf(from, to);
  if (kind === undefined) return [];
  const { type, suffix, attachedBy } = kind;
  const policyId = `${logicalId}${suffix}${ending}`;
  const made = (property: string): TemplateNode => madeBySam(`${policyId}.${property}`, header);
  return [
    {
      logicalId: policyId,
      type,
      properties: entriesOf({
        PolicyDocument: made('PolicyDocument'),
        [attachedBy]: sequence([made(attachedBy)], header),
      }),
      header,
    },
  ];
}

function kindOf(from: string, to: string): PolicyKind | undefined {
  const own = ownPolicies.get(to);
  if (from === rule) return own ?? (to === 'AWS::Lambda::Function' ? undefined : managedPolicy);
  return withoutRole.has(from) ? own : managedPolicy;
}

/** Of `{ Id }` the type of the resource, else the `Type` that is stated beside an ARN. */
function typeOf(end: TemplateNode | undefined, expansion: Expansion): string | undefined {
  const id = textOfNode(valueOf(end, 'Id'));
  return serverlessTypeOf(id === undefined ? end : expansion.declared(id));
}

function serverlessTypeOf(node: TemplateNode | undefined): string | undefined {
  const type = textOfNode(valueOf(node, 'Type'));
  return type === undefined ? undefined : (ofServerless.get(type) ?? type);
}
