/**
 * `AWS::Serverless::WebSocketApi`: a WebSocket API with its stage, its domain and what answers its routes. The routes themselves
 * are asked for by no policy.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html
 */
import { valueOf } from '../../../loaders/template-node.ts';
import { invocationOf } from './api-calls.ts';
import { expandDomain } from './api-domain.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, isCall, literal, pick, ref, textOfNode } from './nodes.ts';

const apiProperties: ReadonlySet<string> = new Set([
  'ApiKeySelectionExpression',
  'Description',
  'DisableExecuteApiEndpoint',
  'DisableSchemaValidation',
  'IpAddressType',
  'RouteSelectionExpression',
  'Tags',
]);

const stageProperties: ReadonlySet<string> = new Set([
  'AccessLogSettings',
  'DefaultRouteSettings',
  'RouteSettings',
  'StageVariables',
]);

export function expandWebSocketApi(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const stage = valueOf(properties, 'StageName') ?? literal('default', header);
  const name = textOfNode(stage);
  const stageId = `${logicalId}${name === 'default' ? 'Default' : (name ?? '')}Stage`;
  expansion.name(`${logicalId}.Stage`, stageId);
  return [
    {
      logicalId,
      type: 'AWS::ApiGatewayV2::Api',
      properties: [
        ...pick(properties, apiProperties),
        ...entriesOf({
          Name: valueOf(properties, 'Name') ?? literal(logicalId, header),
          ProtocolType: literal('WEBSOCKET', header),
        }),
      ],
    },
    {
      logicalId: stageId,
      type: 'AWS::ApiGatewayV2::Stage',
      properties: [
        ...pick(properties, stageProperties),
        ...entriesOf({ ApiId: ref(logicalId, header), AutoDeploy: literal(true, header), StageName: stage }),
      ],
    },
    ...integrations(source),
    ...expandDomain(source, 'http', expansion),
  ];
}

/** https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-websocketapi-websocketapiroute.html */
function integrations({ logicalId, properties, header }: ServerlessResource): readonly GeneratedResource[] {
  const routes = valueOf(properties, 'Routes');
  if (routes?.kind !== 'mapping' || isCall(routes)) return [];
  return routes.entries.flatMap(({ key, keyRange, value }) => {
    const called = valueOf(value, 'FunctionArn');
    if (called === undefined) return [];
    const name = key.replace('$', '');
    return {
      logicalId: `${logicalId}${name.charAt(0).toUpperCase()}${name.slice(1)}Integration`,
      type: 'AWS::ApiGatewayV2::Integration',
      properties: entriesOf({
        ApiId: ref(logicalId, header),
        IntegrationType: literal('AWS_PROXY', keyRange),
        IntegrationUri: invocationOf('FunctionArn', called),
      }),
      header: keyRange,
    };
  });
}
