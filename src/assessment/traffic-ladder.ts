/** The traffic ladder: for each entry point of the primary Region, how its users come to another one. */
import { appendTo } from '../core/append-to.ts';
import { UnknownLeaf, type Document } from '../core/document.ts';
import { and, not, or, truthOf, type Truth } from '../core/truth.ts';
import { identityKey, same } from '../graph/identity/same.ts';
import { isDeclared, type GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { LadderMember } from './assessment.ts';
import { memberOf, type Mechanism } from './ladder-step.ts';
import { isElsewhere, isMember, isTrue, read, unknownsOf } from './read-node.ts';

const balancers = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];
const accelerator = 'AWS::GlobalAccelerator::Accelerator';

export function trafficMembers(graph: ResourceGraph, nodes: readonly GraphNode[]): readonly LadderMember[] {
  const dns: Dns = { graph, active: activeRecords(graph) };
  const members: LadderMember[] = [];
  const accelerators = nodes.filter((node) => node.type === accelerator && isMember(node));
  const accelerated: Mechanism[] = [];
  for (const node of accelerators) {
    const mechanisms = acceleratorMechanisms(graph, nodes, node);
    members.push(memberOf('traffic', node, mechanisms, 'it leads to one Region only'));
    accelerated.push(...mechanisms);
  }
  for (const node of nodes) {
    if (!isMember(node)) continue;
    if (isEntryPoint(node)) members.push(memberOf('traffic', node, balancerMechanisms(dns, node, accelerated), alone));
    else if (isRoutedElsewhere(graph, node))
      members.push(memberOf('traffic', node, recordMechanisms(dns, node), alone));
  }
  return members;
}

/** Where users enter in the primary Region: a balancer, an accelerator, a record that has no balancer behind it. */
export function leadsUsers(graph: ResourceGraph, node: GraphNode): boolean {
  return isMember(node) && (node.type === accelerator || isEntryPoint(node) || isRoutedElsewhere(graph, node));
}

/** The graph, and its records that answer beside others of their name, by that name. */
interface Dns {
  readonly graph: ResourceGraph;
  readonly active: ReadonlyMap<string, readonly GraphNode[]>;
}

function activeRecords(graph: ResourceGraph): Dns['active'] {
  const active = new Map<string, GraphNode[]>();
  for (const record of graph.ofType('AWS::Route53::RecordSet')) {
    if (read(record, 'facts', 'routing') !== 'active') continue;
    const key = nameKey(record);
    appendTo(active, key, record);
  }
  return active;
}

function nameKey(record: GraphNode): string {
  const name = read(record, 'facts', 'name');
  return name === undefined ? '' : (identityKey(name) ?? '');
}

const alone = 'nothing leads its users to another Region';

/** A load balancer that faces the internet. */
function isEntryPoint(node: GraphNode): boolean {
  return balancers.includes(node.type) && read(node, 'properties', 'Scheme') !== 'internal';
}

/** A record with a routing policy whose target is not a balancer of this scan: then the record itself is the entry point. */
function isRoutedElsewhere(graph: ResourceGraph, node: GraphNode): boolean {
  if (node.type !== 'AWS::Route53::RecordSet' || read(node, 'properties', 'Failover') === 'SECONDARY') return false;
  const routing = read(node, 'facts', 'routing');
  if (routing !== 'failover' && routing !== 'active') return false;
  return !graph.follow(node.id, 'routesTo').some((hop) => balancers.includes(hop.node.type) && isDeclared(hop.node));
}

function balancerMechanisms(dns: Dns, node: GraphNode, accelerated: readonly Mechanism[]): readonly Mechanism[] {
  const counterparts = dns.graph.follow(node.id, 'counterpartOf').map((hop): Mechanism => ({
    step: 1,
    holds: isElsewhere(node, hop),
    because: `${hop.node.address} stands in another Region`,
    unknowns: unknownsOf(node, hop.node),
  }));
  const records = dns.graph.follow(node.id, 'reachedBy').flatMap((hop) => recordMechanisms(dns, hop.node));
  return [...counterparts, ...records, ...accelerated];
}

function recordMechanisms(dns: Dns, record: GraphNode): readonly Mechanism[] {
  if (record.type !== 'AWS::Route53::RecordSet') return [];
  const toEdit: Mechanism = {
    step: 1,
    holds: record.exists,
    because: `${record.address} can be changed`,
    unknowns: [],
  };
  return [toEdit, ...failover(dns.graph, record), ...sharing(dns, record)];
}

/** Failover by health: a primary whose health is known, and a secondary that leads elsewhere. */
function failover(graph: ResourceGraph, record: GraphNode): readonly Mechanism[] {
  const seen = or(
    truthOf(graph.follow(record.id, 'checkedBy').length > 0),
    isTrue(read(record, 'properties', 'AliasTarget', 'EvaluateTargetHealth')),
  );
  return graph.follow(record.id, 'failsOverTo').map(({ node, relation }) => ({
    step: 2,
    holds: and(seen, leadsElsewhere(record, node), relation.certain ? 'yes' : 'unknown'),
    because: `${record.address} fails over to ${node.address}`,
    unknowns: targetUnknowns(record, node),
  }));
}

/** Several records of one name answer at once, in more than one Region. */
function sharing({ active }: Dns, record: GraphNode): readonly Mechanism[] {
  if (read(record, 'facts', 'routing') !== 'active') return [];
  const others = (active.get(nameKey(record)) ?? []).filter((other) => other.id !== record.id);
  return others.map((other) => ({
    step: 3,
    holds: and(leadsElsewhere(record, other), takesTraffic(record), takesTraffic(other)),
    because: `${record.address} and ${other.address} both answer`,
    unknowns: targetUnknowns(record, other),
  }));
}

function takesTraffic(record: GraphNode): Truth {
  const weight = read(record, 'properties', 'Weight');
  if (weight instanceof UnknownLeaf) return 'unknown';
  return truthOf(weight !== 0);
}

function leadsElsewhere(one: GraphNode, other: GraphNode): Truth {
  const left = read(one, 'facts', 'targetRegion');
  const right = read(other, 'facts', 'targetRegion');
  return left === undefined || right === undefined ? 'no' : not(same(left, right));
}

function targetUnknowns(...records: readonly GraphNode[]): Mechanism['unknowns'] {
  return records.flatMap((record) => {
    const region = read(record, 'facts', 'targetRegion');
    return region instanceof UnknownLeaf ? [region.symbol()] : [];
  });
}

/** Active where groups in two Regions take traffic; a failover passes the dial over. https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html */
function acceleratorMechanisms(
  graph: ResourceGraph,
  nodes: readonly GraphNode[],
  node: GraphNode,
): readonly Mechanism[] {
  const groups = nodes.filter(
    (each) => each.type === 'AWS::GlobalAccelerator::EndpointGroup' && belongsTo(graph, each, node),
  );
  const open = groups.filter((group) => read(group, 'properties', 'TrafficDialPercentage') !== 0);
  return [
    inSeveralRegions(open, 3, `${node.address} has endpoint groups in several Regions`),
    inSeveralRegions(groups, 2, `${node.address} fails over to its endpoint group in another Region`),
  ];
}

function inSeveralRegions(groups: readonly GraphNode[], step: Mechanism['step'], because: string): Mechanism {
  const regions = groups.map((group) => read(group, 'properties', 'EndpointGroupRegion'));
  const unknowns = regions.flatMap((region) => (region instanceof UnknownLeaf ? [region.symbol()] : []));
  return { step, holds: severalRegions(regions), because, unknowns };
}

/** Group → listener → accelerator, by reference. */
function belongsTo(graph: ResourceGraph, group: GraphNode, owner: GraphNode): boolean {
  return group.links('/properties/ListenerArn').some((link) => {
    const listener = graph.node(link.to);
    return listener?.links('/properties/AcceleratorArn').some((each) => each.to === owner.id) === true;
  });
}

function severalRegions(regions: readonly (Document | undefined)[]): Truth {
  let answer: Truth = 'no';
  for (const [index, left] of regions.entries()) {
    for (const right of regions.slice(index + 1))
      answer = or(answer, left === undefined ? 'unknown' : not(same(left, right)));
  }
  return answer;
}
