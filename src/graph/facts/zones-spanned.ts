/**
 * The fact `zonesSpanned`: the Availability Zones over which a group or load balancer is spread, each once; by its subnets,
 * else by its own list of zones. One leaf where the subnets are not known as a whole.
 */
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve, subjectOf } from '../identity/resolve.ts';
import { identityKey } from '../identity/same.ts';
import { toldApart, zoneOfSubnet } from '../place/zones.ts';
import { subnetsOf, subnetType } from '../relations/runs-in.ts';

const spreadTypes = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancing::LoadBalancer',
];

export function setZonesSpanned(context: GraphContext): void {
  for (const node of context.ofType(...spreadTypes)) {
    const subnets = subnetsOf(node);
    const zones = subnets.length > 0 ? zonesOfSubnets(context, node) : propertyAt(node, '/AvailabilityZones');
    node.facts.set('zonesSpanned', Array.isArray(zones) ? eachOnce(zones) : (zones ?? Object.freeze([])));
    const [first] = subnets;
    node.factSources.set('zonesSpanned', [first?.pointer.replace(/\/\d+.*$/u, '') ?? '/AvailabilityZones']);
  }
}

function zonesOfSubnets(context: GraphContext, node: DraftNode): Document {
  const zones: Document[] = [];
  for (const { pointer, isWhole } of subnetsOf(node)) {
    const named = propertyAt(node, pointer);
    if (named === undefined) continue;
    if (isWhole) return named instanceof UnknownLeaf ? named : notKnown(node, named);
    const [subnet, ...others] = resolve(context, node, pointer, [subnetType]);
    // A subnet that is not known is one, and in one zone.
    zones.push(subnet === undefined || others.length > 0 ? notKnown(node, named) : zoneOfSubnet(subnet.node));
  }
  return zones;
}

function notKnown(node: DraftNode, subnets: Document): UnknownLeaf {
  const subject = `the zone of ${subjectOf(subnets)}`;
  return new UnknownLeaf({
    key: `${node.id} ${identityKey(subnets) ?? subject}`,
    reason: { code: 'derived', subject, cure: 'write the subnets one by one' },
  });
}

/** Zones that are certainly equal only once, the others told apart as far as possible. */
export function eachOnce(zones: readonly Document[]): readonly Document[] {
  const each = new Map(zones.map((zone, index) => [identityKey(zone) ?? `#${index}`, zone]));
  return Object.freeze([...toldApart([...each.values()])]);
}
