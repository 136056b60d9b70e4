/**
 * The way of a request through API Gateway: domain name → API → what its methods, integrations or OpenAPI document send it to,
 * and what lets the API call it. A function stands in the middle of an integration's address, so it is found by what that refers
 * to, else by the ARN in it; what an action of another service works on stands in the request that is made of the client's.
 *
 * https://docs.aws.amazon.com/apigateway/latest/api/API_Integration.html
 */
import { existsGiven } from '../../../core/existence.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolveValue } from '../../identity/resolve.ts';
import { placesNamed } from '../../named-places.ts';
import { namedBy, relateWritten, type WrittenRelation } from '../written.ts';

const restApi = 'AWS::ApiGateway::RestApi';
const httpApi = 'AWS::ApiGatewayV2::Api';
const lambda = 'AWS::Lambda::Function';

/** What a domain name leads to: CloudFormation and Terraform declare it beside both. */
const mappings: readonly { readonly type: string; readonly names: string; readonly api: string }[] = [
  { type: 'AWS::ApiGateway::BasePathMapping', names: '/DomainName', api: '/RestApiId' },
  { type: 'AWS::ApiGatewayV2::ApiMapping', names: '/DomainName', api: '/ApiId' },
];
const domainNames = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'];

/** What an API sends a request to, and where it says so. */
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
const integrations: readonly (WrittenRelation & { readonly called: readonly string[] })[] = [
  {
    type: 'AWS::ApiGateway::Method',
    at: '/RestApiId',
    names: [restApi],
    called: ['/Integration/Uri', '/Integration/RequestTemplates/[each]'],
  },
  {
    type: 'AWS::ApiGatewayV2::Integration',
    at: '/ApiId',
    names: [httpApi],
    called: ['/IntegrationUri', '/RequestParameters/[each]'],
  },
];

/** The stages of an API, and the plans that limit the clients of some. */
const members: readonly WrittenRelation[] = [
  { type: 'AWS::ApiGateway::Stage', at: '/RestApiId', names: [restApi] },
  { type: 'AWS::ApiGateway::UsagePlan', at: '/ApiStages/[each]/ApiId', names: [restApi] },
  { type: 'AWS::ApiGatewayV2::Stage', at: '/ApiId', names: [httpApi] },
];

// https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-swagger-extensions-integration.html
const calledInBody = ['uri', 'requestTemplates/[each]', 'requestParameters/[each]'].map(
  (place) => `/Body/paths/[each]/[each]/x-amazon-apigateway-integration/${place}`,
);

const answering: ReadonlySet<string> = new Set([
  lambda,
  'AWS::Lambda::Alias',
  'AWS::DynamoDB::Table',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::EC2::Instance',
  'AWS::Kinesis::Stream',
  'AWS::S3::Bucket',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
]);

export function relateApis(context: GraphContext): void {
  relateWritten(context, 'memberOf', members);
  for (const { type, names, api } of mappings) {
    for (const mapping of context.ofType(type)) relateDomain(context, mapping, names, api);
  }
  for (const { type, at, names, called } of integrations) {
    for (const node of context.ofType(type)) {
      const ends = answeringAt(context, node, called);
      for (const api of namedBy(context, node, { at, names })) relateAnswering(context, api, ends);
    }
  }
  for (const node of context.ofType(restApi, httpApi)) {
    relateAnswering(context, { node, certain: true }, answeringAt(context, node, calledInBody));
  }
  for (const permission of context.ofType('AWS::Lambda::Permission')) relatePermitted(context, permission);
}

/** An API calls what it may call, wherever its definition is kept. */
// https://docs.aws.amazon.com/lambda/latest/dg/services-apigateway.html#apigateway-permissions
function relatePermitted(context: GraphContext, permission: DraftNode): void {
  const apis = context.linked(permission, '/SourceArn');
  const functions = namedBy(context, permission, { at: '/FunctionName', names: [lambda, 'AWS::Lambda::Alias'] });
  for (const node of apis.filter(({ type }) => type === restApi || type === httpApi)) {
    relateAnswering(context, { node, certain: existsGiven(permission, node) === 'yes' }, functions);
  }
}

function relateDomain(context: GraphContext, mapping: DraftNode, names: string, api: string): void {
  const apis = namedBy(context, mapping, { at: api, names: [restApi, httpApi] });
  for (const domain of namedBy(context, mapping, { at: names, names: domainNames })) {
    relateAnswering(context, domain, apis);
  }
}

function relateAnswering(context: GraphContext, from: RelationEnd, ends: readonly RelationEnd[]): void {
  for (const end of ends) {
    const because = end.because ?? from.because;
    const certain = end.certain && from.certain;
    context.relate('routesTo', from.node, { node: end.node, certain, ...(because === undefined ? {} : { because }) });
  }
}

function answeringAt(context: GraphContext, node: DraftNode, patterns: readonly string[]): readonly RelationEnd[] {
  const places = patterns.flatMap((pattern) => placesNamed(node, pattern));
  return places.flatMap(({ pointer }) => answeringOf(context, node, pointer));
}

function answeringOf(context: GraphContext, node: DraftNode, pointer: string): readonly RelationEnd[] {
  const linked = context.linked(node, pointer);
  const found = linked.filter(({ type }) => answering.has(type));
  if (found.length > 0) return found.map((each) => ({ node: each, certain: true }));
  const uri = propertyAt(node, pointer);
  const arn = typeof uri === 'string' ? functionArn.exec(uri)?.[0] : undefined;
  return arn === undefined ? [] : resolveValue(context, node, arn, [lambda]);
}

/** In `arn:aws:apigateway:REGION:lambda:path/2015-03-31/functions/ARN/invocations`, or by itself. */
const functionArn = /arn:[a-z-]+:lambda:[^/]+/u;
