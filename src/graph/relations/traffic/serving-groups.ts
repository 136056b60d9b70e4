/** Which cluster serving groups belong to, what their tasks are defined by, and what calls functions by another name. */
import type { GraphContext } from '../../graph-context.ts';
import { relateWritten, type WrittenRelation } from '../written.ts';

const lambda = 'AWS::Lambda::Function';
const alias = 'AWS::Lambda::Alias';
const mapping = 'AWS::Lambda::EventSourceMapping';

const members: readonly WrittenRelation[] = [
  { type: 'AWS::ECS::Service', at: '/Cluster', names: ['AWS::ECS::Cluster'] },
  { type: 'AWS::EKS::Nodegroup', at: '/ClusterName', names: ['AWS::EKS::Cluster'] },
  { type: 'AWS::EKS::FargateProfile', at: '/ClusterName', names: ['AWS::EKS::Cluster'] },
];

const started: readonly WrittenRelation[] = [
  { type: 'AWS::ECS::Service', at: '/TaskDefinition', names: ['AWS::ECS::TaskDefinition'] },
];

const called: readonly WrittenRelation[] = [
  { type: alias, at: '/FunctionName', names: [lambda] },
  { type: 'AWS::Lambda::Url', at: '/TargetFunctionArn', names: [lambda, alias] },
];

/** What a function takes its work from. */
const sources = ['AWS::SQS::Queue', 'AWS::Kinesis::Stream', 'AWS::DynamoDB::Table', 'AWS::MSK::Cluster'];

export function relateServingGroups(context: GraphContext): void {
  relateWritten(context, 'memberOf', members);
  relateWritten(context, 'dependsOn', started);
  relateWritten(context, 'routesTo', called);
  relateWritten(context, 'dependsOn', [{ type: mapping, at: '/EventSourceArn', names: sources }]);
  relateWritten(context, 'routesTo', [{ type: mapping, at: '/FunctionName', names: [lambda, alias] }]);
}
