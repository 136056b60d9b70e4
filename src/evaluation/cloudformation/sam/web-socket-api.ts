/**
 * `AWS::Serverless::WebSocketApi`: a WebSocket API with its stage and domain. What its routes become is asked for by no policy.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-resource-websocketapi.html
 */
import { valueOf } from '../../../loaders/template-node.ts';
import { expandDomain } from './api-domain.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, literal, pick, ref, textOfNode } from './nodes.ts';

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
    ...expandDomain(source, 'http', expansion),
  ];
}
