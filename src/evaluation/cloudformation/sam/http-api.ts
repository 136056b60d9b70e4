/**
 * `AWS::Serverless::HttpApi`: an HTTP API with its stage and domain.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-httpapi.html
 */
import { entryOf, valueOf } from '../../../loaders/template-node.ts';
import { alphanumeric, definitionOf } from './api.ts';
import { expandDomain } from './api-domain.ts';
import { definitionAt } from './artifacts.ts';
import type { Expansion } from './expansion.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, literal, pick, ref, textOfNode } from './nodes.ts';

const stageProperties: ReadonlySet<string> = new Set([
  'AccessLogSettings',
  'DefaultRouteSettings',
  'RouteSettings',
  'StageName',
  'StageVariables',
  'Tags',
]);

const defaultStage = '$default';

export function expandHttpApi(source: ServerlessResource, expansion: Expansion): readonly GeneratedResource[] {
  const { logicalId, properties, header } = source;
  const uri = valueOf(properties, 'DefinitionUri');
  // What an HTTP API is called, and all else but the protocol, stands in its definition.
  const api: GeneratedResource = {
    logicalId,
    type: 'AWS::ApiGatewayV2::Api',
    properties: [
      ...pick(properties, new Set(['DisableExecuteApiEndpoint', 'FailOnWarnings', 'Tags'])),
      ...entriesOf({
        BodyS3Location: definitionAt(uri),
        Body: uri === undefined ? definitionOf(source) : undefined,
      }),
    ],
  };
  const name = textOfNode(valueOf(properties, 'StageName')) ?? (hasStageName(source) ? '' : defaultStage);
  const stageId = `${logicalId}${name === defaultStage ? 'ApiGatewayDefault' : alphanumeric(name)}Stage`;
  expansion.name(`${logicalId}.Stage`, stageId);
  const stage: GeneratedResource = {
    logicalId: stageId,
    type: 'AWS::ApiGatewayV2::Stage',
    properties: [
      ...entriesOf({
        ApiId: ref(logicalId, header),
        AutoDeploy: literal(true, header),
        StageName: hasStageName(source) ? undefined : literal(defaultStage, header),
      }),
      ...pick(properties, stageProperties),
    ],
  };
  return [api, stage, ...expandDomain(source, 'http', expansion)];
}

function hasStageName({ properties }: ServerlessResource): boolean {
  return entryOf(properties, 'StageName') !== undefined;
}
