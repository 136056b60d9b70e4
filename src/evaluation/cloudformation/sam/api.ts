/**
 * `AWS::Serverless::Api`: a REST API with its deployment, stage and domain.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-api.html
 */
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { expandDomain } from './api-domain.ts';
import { definitionAt } from './artifacts.ts';
import type { Expansion } from './expansion.ts';
import { type GeneratedResource, type ServerlessResource, tagList } from './generated.ts';
import { entriesOf, isCall, literal, madeBySam, mapping, pick, ref, sequence, textOfNode } from './nodes.ts';

const apiProperties: ReadonlySet<string> = new Set([
  'ApiKeySourceType',
  'BinaryMediaTypes',
  'Description',
  'EndpointAccessMode',
  'FailOnWarnings',
  'MinimumCompressionSize',
  'Mode',
  'Name',
  'Policy',
  'SecurityPolicy',
]);

const stageProperties: ReadonlySet<string> = new Set([
  'AccessLogSetting',
  'CacheClusterEnabled',
  'CacheClusterSize',
  'CanarySetting',
  'MethodSettings',
  'StageName',
  'TracingEnabled',
  'Variables',
]);

export function expandApi(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const stage = valueOf(properties, 'StageName');
  const stageId = `${logicalId}${alphanumeric(textOfNode(stage))}Stage`;
  const deploymentId = `${logicalId}Deployment`;
  expansion.name(`${logicalId}.Stage`, stageId);
  expansion.name(`${logicalId}.Deployment`, deploymentId);
  const uri = valueOf(properties, 'DefinitionUri');
  const tags = tagList(valueOf(properties, 'Tags'));
  const stated = valueOf(properties, 'EndpointConfiguration');
  const endpoint = endpointOf(stated, logicalId);
  const types = valueOf(stated, 'Type') ?? (stated?.kind === 'mapping' && !isCall(stated) ? undefined : stated);
  const isVersioned = valueOf(properties, 'OpenApiVersion') !== undefined;
  return [
    {
      logicalId,
      type: 'AWS::ApiGateway::RestApi',
      properties: [
        ...pick(properties, apiProperties),
        // SAM writes it into the definition, with the same effect.
        ...pick(properties, new Set(['DisableExecuteApiEndpoint'])),
        ...entriesOf({
          BodyS3Location: definitionAt(uri),
          Body: uri === undefined ? definitionOf(source) : undefined,
          EndpointConfiguration: endpoint,
          Parameters: types && mapping({ endpointConfigurationTypes: types }, types.range),
        }),
      ],
    },
    {
      logicalId: deploymentId,
      type: 'AWS::ApiGateway::Deployment',
      properties: entriesOf({
        RestApiId: ref(logicalId, header),
        // Without `OpenApiVersion` SAM makes a stage of this name beside the one that is asked for.
        StageName: isVersioned ? undefined : literal('Stage', header),
      }),
    },
    {
      logicalId: stageId,
      type: 'AWS::ApiGateway::Stage',
      properties: [
        ...pick(properties, stageProperties),
        ...entriesOf({ RestApiId: ref(logicalId, header), DeploymentId: ref(deploymentId, header), Tags: tags }),
      ],
    },
    ...expandDomain(source, 'rest', expansion),
  ];
}

/** SAM writes its own methods, authorizers and answers into the one that is given, or makes one of them. */
export function definitionOf({ logicalId, properties, header }: ServerlessResource): TemplateNode {
  return valueOf(properties, 'DefinitionBody') ?? madeBySam(`${logicalId}.DefinitionBody`, header);
}

/** Other names are hashed by SAM; here they are left out, for an API has one stage. */
export function alphanumeric(name: string | undefined): string {
  return name !== undefined && /^[0-9a-z]+$/iu.test(name) ? name : '';
}

/** A type, or a mapping with `Type`. https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-api-endpointconfiguration.html */
function endpointOf(endpoint: TemplateNode | undefined, logicalId: string): TemplateNode | undefined {
  if (endpoint === undefined) return undefined;
  const { range } = endpoint;
  const type = valueOf(endpoint, 'Type');
  if (endpoint.kind === 'scalar' || isCall(endpoint)) return mapping({ Types: sequence([endpoint], range) }, range);
  if (type === undefined) return madeBySam(`${logicalId}.EndpointConfiguration`, range);
  return mapping(
    {
      Types: sequence([type], range),
      VpcEndpointIds: valueOf(endpoint, 'VPCEndpointIds') ?? valueOf(endpoint, 'VpcEndpointIds'),
      IpAddressType: valueOf(endpoint, 'IpAddressType'),
    },
    range,
  );
}
