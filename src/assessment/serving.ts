/** Which resources are capacity that answers users in the primary Region; helpers, workers of events and edge functions are not. */
import type { NodeId } from '../core/ids.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { apiTypes, balancerTypes } from './entry-points.ts';
import { isMember } from './read-node.ts';

const cluster = 'AWS::EKS::Cluster';

/** They run what somebody wants to be running, whether or not a balancer is declared beside them. */
const groupTypes: readonly string[] = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ECS::Service',
  'AWS::EKS::Nodegroup',
  'AWS::ElasticBeanstalk::Environment',
];

/** They serve where a request comes to them; else they help, convert, or wait for somebody to log in. */
const answeringTypes: readonly string[] = ['AWS::Lambda::Function', 'AWS::EC2::Instance'];

export const servingTypes: readonly string[] = [...groupTypes, cluster, ...answeringTypes];

/** Capacity that serves in the primary Region. */
export function isServing(graph: ResourceGraph, node: GraphNode): boolean {
  if (!isMember(node)) return false;
  if (node.type === cluster) return !hasNodeGroup(graph, node);
  return groupTypes.includes(node.type) || (answeringTypes.includes(node.type) && isAsked(graph, node));
}

/** The groups of a cluster stand for it. */
function hasNodeGroup(graph: ResourceGraph, node: GraphNode): boolean {
  return graph.follow(node.id, 'members').some(({ node: member }) => groupTypes.includes(member.type));
}

/** Where a request enters. */
const asking: ReadonlySet<string> = new Set([
  ...apiTypes,
  ...balancerTypes,
  'AWS::CloudFront::Distribution',
  'AWS::GlobalAccelerator::EndpointGroup',
  'AWS::Lambda::Url',
  'AWS::Route53::RecordSet',
]);

/** What a request goes through on its way. */
const passedThrough: ReadonlySet<string> = new Set([
  'AWS::ElasticLoadBalancingV2::Listener',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Lambda::Alias',
  'AWS::Lambda::Version',
]);

/** Whether the way of a request leads to it, over what passes requests on. */
function isAsked(graph: ResourceGraph, node: GraphNode): boolean {
  const seen = new Set<NodeId>([node.id]);
  const open: NodeId[] = [node.id];
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    for (const { node: before } of graph.follow(id, 'reachedBy')) {
      if (asking.has(before.type)) return true;
      if (!passedThrough.has(before.type) || seen.has(before.id)) continue;
      seen.add(before.id);
      open.push(before.id);
    }
  }
  return false;
}
