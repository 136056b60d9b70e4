/** Which subnets send their outgoing traffic through which NAT gateway: subnet → association → route table → route → gateway. */
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { existsGiven } from '../../core/existence.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import { derivedUnknown } from '../facts/derived-unknown.ts';
import { everyOf, inverseOf } from '../facts/yes-no.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { identityKey, same } from '../identity/same.ts';
import { toldApart, zoneOfSubnet } from '../place/zones.ts';
import { subnetType } from './runs-in.ts';

/**
 * Also gives each gateway the facts `zonesServed`, the zone of every subnet behind it, each once, and `servesAnotherZone`,
 * whether one of these is not its own (absent of a gateway that lies in no subnet).
 */
export function relateEgress(context: GraphContext): void {
  const subnetsOfTable = subnetsByRouteTable(context);
  for (const route of context.ofType('AWS::EC2::Route')) {
    const tables = resolveIfSet(context, route, '/RouteTableId', 'AWS::EC2::RouteTable');
    const subnets = tables.flatMap((table) => subnetsOfTable.get(table) ?? []);
    for (const gateway of resolveIfSet(context, route, '/NatGatewayId', 'AWS::EC2::NatGateway')) {
      relateSubnets(context, subnets, route, gateway);
    }
  }
  for (const gateway of context.ofType('AWS::EC2::NatGateway')) setZonesServed(context, gateway);
}

function relateSubnets(
  context: GraphContext,
  subnets: readonly DraftNode[],
  route: DraftNode,
  gateway: DraftNode,
): void {
  for (const subnet of subnets) {
    context.relate('egressesThrough', subnet, { node: gateway, certain: existsGiven(route, subnet) === 'yes' });
  }
}

function subnetsByRouteTable(context: GraphContext): ReadonlyMap<DraftNode, readonly DraftNode[]> {
  const subnets = new Map<DraftNode, DraftNode[]>();
  for (const association of context.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
    for (const table of resolveIfSet(context, association, '/RouteTableId', 'AWS::EC2::RouteTable')) {
      const known = subnets.get(table) ?? [];
      known.push(...resolveIfSet(context, association, '/SubnetId', subnetType));
      subnets.set(table, known);
    }
  }
  return subnets;
}

function resolveIfSet(context: GraphContext, node: DraftNode, pointer: string, type: string): readonly DraftNode[] {
  if (propertyAt(node, pointer) === undefined) return [];
  return resolve(context, node, pointer, [type]).map((end) => end.node);
}

function setZonesServed(context: GraphContext, gateway: DraftNode): void {
  const zones = new Map<string, Document>();
  for (const relation of context.to('egressesThrough', gateway)) {
    const subnet = context.get(relation.from);
    if (subnet === undefined) continue;
    const zone = zoneOfSubnet(subnet);
    zones.set(identityKey(zone) ?? subnet.id, zone);
  }
  gateway.facts.set('zonesServed', Object.freeze([...toldApart([...zones.values()])]));
  gateway.factSources.set('zonesServed', ['/SubnetId']);
  setServesAnother(context, gateway, [...zones.values()]);
}

/** Two zones that are told apart suffice; of a gateway that nothing goes out through there is no other zone. */
function setServesAnother(context: GraphContext, gateway: DraftNode, served: readonly Document[]): void {
  const [own, ...others] = resolveIfSet(context, gateway, '/SubnetId', subnetType);
  if (own === undefined || others.length > 0) return;
  const zone = zoneOfSubnet(own);
  const isInZone = served.map((each) => {
    const [left, right] = toldApart([zone, each]);
    const answer = same(left, right);
    return answer === 'unknown' ? whetherSame(gateway, zone, each) : answer === 'yes';
  });
  gateway.facts.set('servesAnotherZone', inverseOf(everyOf(isInZone)));
  gateway.factSources.set('servesAnotherZone', ['/SubnetId']);
}

function whetherSame(gateway: DraftNode, own: Document, served: Document): UnknownLeaf {
  const open = [own, served].find((zone) => zone instanceof UnknownLeaf);
  return open ?? derivedUnknown(`zone of ${gateway.id}`, `whether ${gateway.address} lies in the zone that it serves`);
}
