/** Which subnets send their outgoing traffic through which NAT gateway: subnet → association → route table → route → gateway. */
import type { Document } from '../../core/document.ts';
import { existsGiven } from '../../core/existence.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { identityKey, same } from '../identity/same.ts';
import { toldApart, zoneOfSubnet } from '../place/zones.ts';
import { subnetType } from './runs-in.ts';

/**
 * Also gives each gateway the facts `zonesServed`, the zone of every subnet behind it, each once, and `servesAnotherZone`,
 * whether one of these is not its own (absent where that is not known).
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

function setServesAnother(context: GraphContext, gateway: DraftNode, served: readonly Document[]): void {
  const [own, ...others] = resolveIfSet(context, gateway, '/SubnetId', subnetType);
  if (own === undefined || others.length > 0) return;
  const [zone, ...zones] = toldApart([zoneOfSubnet(own), ...served]);
  const answers = zones.map((each) => same(zone, each));
  if (answers.includes('unknown')) return;
  gateway.facts.set('servesAnotherZone', answers.includes('no'));
  gateway.factSources.set('servesAnotherZone', ['/SubnetId']);
}
