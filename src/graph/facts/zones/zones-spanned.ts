/**
 * The fact `zonesSpanned`: the Availability Zones over which a group, service, load balancer or group of subnets is spread,
 * each once; by its subnets, else by its own list of zones. One leaf where the subnets are not known as a whole.
 */
import { isLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';
import { identityKey } from '../../identity/same.ts';
import { asLeastZones, toldApart, zoneOfSubnet } from '../../place/zones.ts';
import { subnetsOf, subnetType } from '../../relations/runs-in.ts';

const spreadTypes = [
  'AWS::AmazonMQ::Broker',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::DMS::ReplicationSubnetGroup',
  'AWS::DocDB::DBSubnetGroup',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::EKS::FargateProfile',
  'AWS::EKS::Nodegroup',
  'AWS::ElastiCache::SubnetGroup',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::Elasticsearch::Domain',
  'AWS::Lambda::Function',
  'AWS::MemoryDB::SubnetGroup',
  'AWS::MSK::Cluster',
  'AWS::MSK::ServerlessCluster',
  'AWS::Neptune::DBSubnetGroup',
  'AWS::NetworkFirewall::Firewall',
  'AWS::OpenSearchService::Domain',
  'AWS::RDS::DBSubnetGroup',
  'AWS::Redshift::ClusterSubnetGroup',
];

/**
 * Types that take one subnet of a zone only: each further subnet is a further zone, whichever it is. Load balancers do so, too,
 * but what is passed to them is often one list of any length, so that theirs is known when the subnets are.
 */
// https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html (each subnet in a different zone)
const oneSubnetInEachZone: ReadonlySet<string> = new Set(['AWS::MSK::Cluster']);

/** Types that need subnets: where none is named, as by the empty default of an input, whoever deploys it names some. */
// https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html
const refusedWithoutSubnets: ReadonlySet<string> = new Set(['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster']);

/** Types that AWS creates in two zones at least: what is not known of their subnets leaves no doubt about that. */
// https://docs.aws.amazon.com/eks/latest/userguide/network-reqs.html
// https://docs.aws.amazon.com/msk/1.0/apireference/clusters.html (two subnets or three)
const neverInOneZone: ReadonlySet<string> = new Set(['AWS::EKS::Cluster', 'AWS::MSK::Cluster']);

export function setZonesSpanned(context: GraphContext): void {
  for (const node of context.ofType(...spreadTypes)) {
    const subnets = subnetsOf(node);
    const zones = subnets.length > 0 ? zonesOfSubnets(context, node) : zonesWithoutSubnets(node);
    if (zones === undefined) continue;
    node.facts.set('zonesSpanned', spanned(node, zones, subnets.length > 0));
    const [first] = subnets;
    node.factSources.set('zonesSpanned', [first?.pointer.replace(/\/\d+.*$/u, '') ?? '/AvailabilityZones']);
  }
}

function spanned({ type }: DraftNode, zones: Document, hasSubnets: boolean): Document {
  const each = Array.isArray(zones) ? eachOnce(zones) : zones;
  if (!hasSubnets) return each;
  if (oneSubnetInEachZone.has(type) && Array.isArray(each)) return eachApart(each);
  return neverInOneZone.has(type) ? notAlone(each) : each;
}

/** Two zones, and perhaps more, where there may be as many: not for what is surely one and the same, which AWS refuses. */
function notAlone(zones: Document): Document {
  const each: readonly Document[] = Array.isArray(zones) ? zones : [zones];
  const known = each.filter((zone) => !isLeaf(zone));
  if (known.length === each.length || (Array.isArray(zones) && each.length < 2)) return zones;
  const missing = ['one of those that it spans', 'another of those that it spans'].slice(known.length);
  return Object.freeze([...known, ...missing, ...each.filter((zone) => isLeaf(zone))]);
}

function zonesWithoutSubnets(node: DraftNode): Document | undefined {
  const zones = propertyAt(node, '/AvailabilityZones');
  if (zones !== undefined) return asLeastZones(zones);
  if (!refusedWithoutSubnets.has(node.type)) return undefined;
  const reason = { code: 'derived', subject: `the subnets of ${node.address}`, cure: 'name them' } as const;
  return new UnknownLeaf({ key: `subnets ${node.id}`, reason });
}

function zonesOfSubnets(context: GraphContext, node: DraftNode): Document {
  const zones: Document[] = [];
  for (const { pointer, isWhole } of subnetsOf(node)) {
    const named = propertyAt(node, pointer);
    if (named === undefined) continue;
    if (isWhole) return named instanceof UnknownLeaf ? named : notKnown(node, pointer, named);
    const [subnet, ...others] = isThere(named) ? resolve(context, node, pointer, [subnetType]) : [];
    // A subnet that is not known is one, and in one zone.
    const isOne = subnet !== undefined && others.length === 0;
    zones.push(isOne ? zoneOfSubnet(subnet.node) : notKnown(node, pointer, named));
  }
  return zones;
}

/** An input that is left empty names no subnet yet, and another one than the next. */
function isThere(named: Document): boolean {
  return named !== '' && !(named instanceof UnknownLeaf && named.symbol().perhapsAbsent === true);
}

function notKnown(node: DraftNode, pointer: string, named: Document): UnknownLeaf {
  const subject = named === '' ? 'the zone of a subnet without a name' : `the zone of ${subjectOf(named)}`;
  const key = named === '' ? pointer : (identityKey(named) ?? pointer);
  return new UnknownLeaf({
    key: `zone ${node.id} ${key}`,
    reason: { code: 'derived', subject, cure: 'write the subnets one by one' },
    ...(isThere(named) ? {} : { perhapsAbsent: true }),
  });
}

/** Zones that are known to differ, told apart; but for those of subnets that may not be there. */
export function eachApart(zones: readonly Document[]): readonly Document[] {
  return zones.map((zone, index) => {
    const isKnownToDiffer = zone instanceof UnknownLeaf && zone.symbol().perhapsAbsent !== true;
    return isKnownToDiffer ? `zone ${index} of those that it spans` : zone;
  });
}

/** Zones that are certainly equal only once, the others told apart as far as possible. */
export function eachOnce(zones: readonly Document[]): readonly Document[] {
  const each = new Map(zones.map((zone, index) => [identityKey(zone) ?? `#${index}`, zone]));
  return Object.freeze([...toldApart([...each.values()])]);
}
