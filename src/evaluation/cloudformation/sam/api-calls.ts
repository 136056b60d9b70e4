/**
 * What events of the types `Api` and `HttpApi` write into the definition of their API: the path, the method, and what answers it.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/sam-specification-generated-resources-function.html
 */
import type { SourceRange } from '../../../core/source.ts';
import { type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import type { ExpandedEntry } from '../loops.ts';
import { type EventTarget, type ServerlessEvent, targetArn } from './events.ts';
import { type ApiCall, conditionOf, type Expansion } from './expansion.ts';
import {
  isCall,
  isMadeBySam,
  literal,
  mapping,
  onlyIf,
  referredTo,
  sequence,
  textOfNode,
  withEntries,
  withEntry,
} from './nodes.ts';

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-any-method.html
const anyMethod = 'x-amazon-apigateway-any-method';

export function recordCall(event: ServerlessEvent, target: EventTarget, api: TemplateNode, expansion: Expansion): void {
  const apiId = referredTo(api);
  if (apiId === undefined) return;
  const { properties, header, source } = event;
  const method = textOfNode(valueOf(properties, 'Method'))?.toLowerCase() ?? 'any';
  const operation = mapping({ 'x-amazon-apigateway-integration': integrationOf(target, header) }, header);
  const condition = conditionOf(source);
  expansion.call(apiId, {
    path: textOfNode(valueOf(properties, 'Path')) ?? '/$default',
    method: method === 'any' ? anyMethod : method,
    operation: condition === undefined ? operation : onlyIf(condition, operation),
  });
}

function integrationOf(target: EventTarget, range: SourceRange): TemplateNode {
  const called = targetArn(target, range);
  if (target.kind === 'function') return mapping({ uri: invocationOf('__FunctionArn__', called) }, range);
  const uri = literal('arn:${AWS::Partition}:apigateway:${AWS::Region}:states:action/StartExecution', range);
  const requestParameters = mapping({ StateMachineArn: called }, range);
  return mapping({ uri: mapping({ 'Fn::Sub': uri }, range), requestParameters }, range);
}

/** The address under which API Gateway invokes a function, with its ARN under the name of a variable. */
// https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
export function invocationOf(variable: string, arn: TemplateNode): TemplateNode {
  const { range } = arn;
  const path = `lambda:path/2015-03-31/functions/\${${variable}}/invocations`;
  const address = literal(`arn:\${AWS::Partition}:apigateway:\${AWS::Region}:${path}`, range);
  return mapping({ 'Fn::Sub': sequence([address, mapping({ [variable]: arn }, range)], range) }, range);
}

/** An API of SAM's whose definition stands in the template, with what events add to it. */
export function withCalls(expanded: ExpandedEntry, expansion: Expansion): ExpandedEntry {
  const { entry } = expanded;
  const calls = expansion.calls.get(entry.key);
  const properties = valueOf(entry.value, 'Properties');
  const body = valueOf(properties, 'Body');
  if (calls === undefined || properties === undefined || body === undefined) return expanded;
  const definition = isMadeBySam(body) ? mapping({}, body.range) : body;
  const paths = valueOf(definition, 'paths') ?? mapping({}, body.range);
  // SAM can't add to what a function gives, nor to an API that is none of its own.
  if ([definition, paths].some(isCall) || !expansion.scope.serverlessIds.has(entry.key)) return expanded;
  const whole = withEntry(definition, 'paths', withPaths(paths, calls));
  return {
    ...expanded,
    entry: { ...entry, value: withEntry(entry.value, 'Properties', withEntry(properties, 'Body', whole)) },
  };
}

function withPaths(paths: TemplateNode, calls: readonly ApiCall[]): TemplateNode {
  const added = new Map<string, Map<string, TemplateNode>>();
  for (const { path, method, operation } of calls) {
    const methods = added.get(path) ?? new Map<string, TemplateNode>();
    added.set(path, methods.set(method, operation));
  }
  const items = [...added].map(([path, methods]) => {
    const item = valueOf(paths, path) ?? mapping({}, paths.range);
    return [path, isCall(item) ? item : withEntries(item, methods)] as const;
  });
  return withEntries(paths, new Map(items));
}
