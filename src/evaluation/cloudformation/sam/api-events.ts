/**
 * Events of the types `Api` and `HttpApi`: what lets an API call the function or state machine. An event that names no API uses the one
 * that SAM adds to the template.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-property-function-api.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { recordCall } from './api-calls.ts';
import { type EventResources, type EventTarget, onlyResources, permission, type ServerlessEvent } from './events.ts';
import type { Expansion } from './expansion.ts';
import { literal, mapping, ref, referredTo, sequence, textOfNode } from './nodes.ts';
import { roleToStart } from './rule-events.ts';

/** The logical ids of the APIs that SAM adds. */
export const implicitRestApi = 'ServerlessRestApi';
export const implicitHttpApi = 'ServerlessHttpApi';

const apiService = 'apigateway.amazonaws.com';

export function apiEvent(event: ServerlessEvent, target: EventTarget, expansion: Expansion): EventResources {
  const { id, properties, header } = event;
  const api = valueOf(properties, 'RestApiId') ?? implicitApi(implicitRestApi, event, expansion);
  recordCall(event, target, api, expansion);
  if (target.kind !== 'function') return onlyResources(roleToStart(event, target, apiService));
  const suffix = stageSuffix(api, expansion);
  const allowed = permission(event, target, apiService, {
    SourceArn: callArn(api, `${methodOf(properties)}${pathOf(properties)}`, header),
  });
  return onlyResources({ ...allowed, logicalId: `${id}Permission${suffix}` });
}

export function httpApiEvent(event: ServerlessEvent, target: EventTarget, expansion: Expansion): EventResources {
  const { properties, header } = event;
  const api = valueOf(properties, 'ApiId') ?? implicitApi(implicitHttpApi, event, expansion);
  recordCall(event, target, api, expansion);
  if (target.kind !== 'function') return onlyResources(roleToStart(event, target, apiService));
  const isPlain = valueOf(properties, 'Path') !== undefined;
  const call = isPlain ? pathOf(properties).replaceAll(/\{[^}]*\}/gu, '*') : '$default';
  const arn = callArn(api, isPlain ? `${methodOf(properties)}${call}` : call, header);
  return onlyResources(permission(event, target, apiService, { SourceArn: arn }));
}

function implicitApi(logicalId: string, { source, header }: ServerlessEvent, expansion: Expansion): TemplateNode {
  expansion.useImplicitApi(logicalId, { source, event: header });
  return ref(logicalId, header);
}

/** The name of the API's stage where it is text, which SAM puts behind the logical id of the permission. */
function stageSuffix(api: TemplateNode, expansion: Expansion): string {
  const name = referredTo(api) ?? textOfNode(api);
  if (name === implicitRestApi) return 'Prod';
  const declared = expansion.declared(name);
  if (declared === undefined) return 'AllStages';
  const stage = textOfNode(valueOf(valueOf(declared, 'Properties'), 'StageName'));
  if (stage === undefined) return 'Stage';
  return /^[0-9a-z]+$/iu.test(stage) ? stage : '';
}

function pathOf(properties: TemplateNode | undefined): string {
  const path = textOfNode(valueOf(properties, 'Path')) ?? '';
  return path.length > 1 ? path.replace(/\/$/u, '').replaceAll(/\{[^}]*\}/gu, '*') : path;
}

function methodOf(properties: TemplateNode | undefined): string {
  const method = textOfNode(valueOf(properties, 'Method'))?.toUpperCase() ?? '';
  return method === 'ANY' ? '*' : method;
}

function callArn(api: TemplateNode, call: string, range: SourceRange): TemplateNode {
  const text = `arn:\${AWS::Partition}:execute-api:\${AWS::Region}:\${AWS::AccountId}:\${__ApiId__}/\${__Stage__}/${call}`;
  const variables = mapping({ __ApiId__: api, __Stage__: literal('*', range) }, range);
  return mapping({ 'Fn::Sub': sequence([literal(text, range), variables], range) }, range);
}
