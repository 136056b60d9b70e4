/**
 * What functions are there for beside answering requests: distributions that run them at the edge, custom resources of
 * templates and their macros, and what becomes of events that they fail on.
 */
import { isCustomType } from '../../aws/custom-resources.ts';
import type { GraphContext } from '../../graph-context.ts';
import { relateWritten, type WrittenRelation } from '../written.ts';

const lambda = 'AWS::Lambda::Function';
const alias = 'AWS::Lambda::Alias';
const version = 'AWS::Lambda::Version';
const distribution = 'AWS::CloudFront::Distribution';

const needed: readonly WrittenRelation[] = [
  ...['DefaultCacheBehavior', 'CacheBehaviors/[each]'].map((behavior) => ({
    type: distribution,
    at: `/DistributionConfig/${behavior}/LambdaFunctionAssociations/[each]/LambdaFunctionARN`,
    names: [lambda, version],
  })),
  { type: 'AWS::Lambda::EventInvokeConfig', at: '/FunctionName', names: [lambda, alias] },
  { type: 'AWS::CloudFormation::Macro', at: '/FunctionName', names: [lambda, alias] },
  { type: 'AWS::Lambda::Permission', at: '/FunctionName', names: [lambda, alias] },
];

export function relateInvocations(context: GraphContext): void {
  relateWritten(context, 'dependsOn', [...needed, ...customResources(context)]);
  relateWritten(context, 'routesTo', [{ type: version, at: '/FunctionName', names: [lambda] }]);
}

function customResources(context: GraphContext): readonly WrittenRelation[] {
  const types = new Set([...context.nodes.values()].map(({ type }) => type));
  return [...types]
    .filter((type) => isCustomType(type))
    .map((type) => ({ type, at: '/ServiceToken', names: [lambda, alias] }));
}
