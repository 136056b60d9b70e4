/** Where users enter in the primary Region. Distributions are global: what matters is where their origins stand. */
import type { Document } from '../core/document.ts';
import { isDeclared, type GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { isMember, read } from './read-node.ts';

export const balancerTypes: readonly string[] = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancing::LoadBalancer',
];
export const apiTypes: readonly string[] = ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api'];
const domainTypes: readonly string[] = ['AWS::ApiGateway::DomainName', 'AWS::ApiGatewayV2::DomainName'];

/** Those of one Region: each Region needs its own. */
export const regionalEntryTypes: readonly string[] = [...balancerTypes, ...apiTypes, ...domainTypes];

/** A balancer, an API or the domain name before it, an accelerator, a record that leads to none of these. */
export function leadsUsers(graph: ResourceGraph, node: GraphNode): boolean {
  if (!isMember(node)) return false;
  return (
    node.type === 'AWS::GlobalAccelerator::Accelerator' || isRegional(graph, node) || isRoutedElsewhere(graph, node)
  );
}

function isRegional(graph: ResourceGraph, node: GraphNode): boolean {
  if (balancerTypes.includes(node.type)) return read(node, 'properties', 'Scheme') !== 'internal';
  if (apiTypes.includes(node.type)) return !isPrivate(node) && !hasDomain(graph, node);
  return domainTypes.includes(node.type) && !isPrivate(node);
}

// https://docs.aws.amazon.com/apigateway/latest/developerguide/apigateway-private-apis.html
function isPrivate(node: GraphNode): boolean {
  const types: Document | undefined = read(node, 'properties', 'EndpointConfiguration', 'Types');
  return Array.isArray(types) && types.includes('PRIVATE');
}

/** Users enter by the domain name, which stands for the API. */
function hasDomain(graph: ResourceGraph, node: GraphNode): boolean {
  return graph
    .follow(node.id, 'reachedBy')
    .some(({ node: domain, relation }) => relation.certain && domainTypes.includes(domain.type) && isMember(domain));
}

/** A record with a routing policy that leads to no entry point of this scan: then the record itself is the entry point. */
function isRoutedElsewhere(graph: ResourceGraph, node: GraphNode): boolean {
  if (node.type !== 'AWS::Route53::RecordSet' || read(node, 'properties', 'Failover') === 'SECONDARY') return false;
  const routing = read(node, 'facts', 'routing');
  if (routing !== 'failover' && routing !== 'active') return false;
  return !graph.follow(node.id, 'routesTo').some((hop) => isEntry(hop.node));
}

function isEntry(node: GraphNode): boolean {
  return regionalEntryTypes.includes(node.type) && isDeclared(node);
}
