/**
 * `FunctionUrlConfig` of a function: a URL of its own, and who may call it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-functionurlconfig.html
 */
import { valueOf } from '../../../loaders/template-node.ts';
import { type EventTarget, functionName } from './events.ts';
import type { GeneratedResource, ServerlessResource } from './generated.ts';
import { entriesOf, literal, pick, textOfNode } from './nodes.ts';

const unchanged: ReadonlySet<string> = new Set(['AuthType', 'Cors', 'InvokeMode']);

export function functionUrl(
  { logicalId, properties }: ServerlessResource,
  target: EventTarget,
): readonly GeneratedResource[] {
  const config = valueOf(properties, 'FunctionUrlConfig');
  if (config === undefined) return [];
  const { range } = config;
  const name = functionName(target, range);
  const url: GeneratedResource = {
    logicalId: `${logicalId}Url`,
    type: 'AWS::Lambda::Url',
    properties: [...pick(config, unchanged), ...entriesOf({ TargetFunctionArn: name })],
  };
  const access = valueOf(config, 'AuthType');
  if (textOfNode(access) !== 'NONE') return [url];
  const anybody = { FunctionName: name, Principal: literal('*', range) };
  return [
    url,
    {
      logicalId: `${logicalId}UrlPublicPermissions`,
      type: 'AWS::Lambda::Permission',
      properties: entriesOf({
        ...anybody,
        Action: literal('lambda:InvokeFunctionUrl', range),
        FunctionUrlAuthType: access,
      }),
    },
    {
      logicalId: `${logicalId}URLInvokeAllowPublicAccess`,
      type: 'AWS::Lambda::Permission',
      properties: entriesOf({
        ...anybody,
        Action: literal('lambda:InvokeFunction', range),
        InvokedViaFunctionUrl: literal(true, range),
      }),
    },
  ];
}
