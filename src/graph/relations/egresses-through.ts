/** Which subnets send their outgoing traffic through which NAT gateway: subnet → association → route table → route → gateway. */
import type { Document } from '../../core/document.ts';
import { existsGiven } from '../../core/existence.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { identityKey } from '../identity/same.ts';
import { toldApart, zoneOfSubnet } from '../place/zones.ts';

/** Also gives each gateway the fact `zonesServed`: the zone of every subnet behind it, each once. */
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
      known.push(...resolveIfSet(context, association, '/SubnetId', 'AWS::EC2::Subnet'));
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
}
