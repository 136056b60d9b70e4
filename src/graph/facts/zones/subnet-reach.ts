/**
 * Of subnets the fact `public`: whether their traffic leaves through an internet gateway; and of networks `zonesSpanned` and
 * `privateZones`, the zones of all their subnets, and of those that are not public.
 *
 * https://docs.aws.amazon.com/vpc/latest/userguide/configure-subnets.html#subnet-types
 */
import { appendTo } from '../../../core/append-to.ts';
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { and, or, type Truth } from '../../../core/truth.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { linkedAt, resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';
import { zoneOfSubnet } from '../../place/zones.ts';
import { subnetType } from '../../relations/runs-in.ts';
import { eachOnce } from './zones-spanned.ts';

const tableType = 'AWS::EC2::RouteTable';
const gatewayType = 'AWS::EC2::InternetGateway';

/** What gives the subnets that name no table another one than the network's own, which leads nowhere outside. */
// https://docs.aws.amazon.com/vpc/latest/userguide/RouteTables.html
const mainTables = ['aws_default_route_table', 'aws_main_route_table_association'];

export function setSubnetReach(context: GraphContext): void {
  const tables = tablesBySubnet(context);
  const routes = routesByTable(context);
  for (const subnet of context.ofType(subnetType)) {
    if (!isDeclared(subnet)) continue;
    const answers = tables.get(subnet)?.map((table) => leadsOutside(table, subnet, routes.get(table) ?? []));
    setPublic(subnet, answers === undefined ? withoutTable(context, subnet) : or(...answers));
  }
  for (const network of context.ofType('AWS::EC2::VPC')) setZones(context, network);
}

function tablesBySubnet(context: GraphContext): ReadonlyMap<DraftNode, readonly DraftNode[]> {
  const tables = new Map<DraftNode, DraftNode[]>();
  for (const association of context.ofType('AWS::EC2::SubnetRouteTableAssociation')) {
    for (const subnet of resolve(context, association, '/SubnetId', [subnetType])) {
      for (const table of resolve(context, association, '/RouteTableId', [tableType])) {
        appendTo(tables, subnet.node, table.node);
      }
    }
  }
  return tables;
}

interface OutwardRoute {
  readonly route: DraftNode;
  readonly outward: Truth;
}

function routesByTable(context: GraphContext): ReadonlyMap<DraftNode, readonly OutwardRoute[]> {
  const routes = new Map<DraftNode, OutwardRoute[]>();
  for (const route of context.ofType('AWS::EC2::Route')) {
    const outward = throughInternetGateway(context, route);
    if (outward === 'no') continue;
    for (const table of resolve(context, route, '/RouteTableId', [tableType])) {
      appendTo(routes, table.node, { route, outward });
    }
  }
  return routes;
}

function throughInternetGateway(context: GraphContext, route: DraftNode): Truth {
  const gateway = propertyAt(route, '/GatewayId');
  if (gateway === undefined) return 'no';
  if (linkedAt(context, route, '/GatewayId').some(({ type }) => type === gatewayType)) return 'yes';
  if (typeof gateway === 'string') return gateway.startsWith('igw-') ? 'yes' : 'no';
  return gateway instanceof UnknownLeaf ? 'unknown' : 'no';
}

/** Of a table that is declared elsewhere nobody here knows all routes. */
function leadsOutside(table: DraftNode, subnet: DraftNode, routes: readonly OutwardRoute[]): Truth {
  const answers = routes.map(({ route, outward }) => and(outward, existsGiven(route, subnet)));
  return or(...answers, isDeclared(table) ? 'no' : 'unknown');
}

function withoutTable(context: GraphContext, subnet: DraftNode): Truth {
  const couldHave = context.unread.some(
    (unread) => unread.refersTo.has(subnet.id) && unread.could('AWS::EC2::SubnetRouteTableAssociation'),
  );
  return couldHave || context.ofType(...mainTables).length > 0 ? 'unknown' : 'no';
}

function setPublic(subnet: DraftNode, truth: Truth): void {
  const cure = 'declare the route table of the subnet and its routes in the scanned code';
  const reason = { code: 'derived', subject: `whether ${subnet.address} is public`, cure } as const;
  const leaf = new UnknownLeaf({ key: `public ${subnet.id}`, reason });
  subnet.facts.set('public', truth === 'unknown' ? leaf : truth === 'yes');
}

function setZones(context: GraphContext, network: DraftNode): void {
  const all: Document[] = [];
  const inside: Document[] = [];
  for (const { from, certain } of context.to('runsIn', network)) {
    const subnet = context.get(from);
    if (subnet === undefined || !certain) continue;
    const zones = zonesOf(subnet);
    all.push(...zones);
    const reach = subnet.facts.get('public');
    if (reach === false) inside.push(...zones);
    else if (reach instanceof UnknownLeaf) inside.push(...zones.map((_, index) => perhapsInside(reach, index)));
  }
  if (all.length > 0) network.facts.set('zonesSpanned', eachOnce(all));
  if (all.length > 0) network.facts.set('privateZones', eachOnce(inside));
}

/** A zone with a subnet of which it is not known whether it is public. */
function perhapsInside(reach: UnknownLeaf, index: number): UnknownLeaf {
  const { key, reason } = reach.symbol();
  return new UnknownLeaf({ key: `${key} ${index}`, reason, perhapsAbsent: true });
}

/** One that stands for any number of subnets may stand for several zones. */
function zonesOf(subnet: DraftNode): readonly Document[] {
  const zone = zoneOfSubnet(subnet);
  if (!subnet.address.endsWith('[*]')) return [zone];
  const cure = 'give the inputs that say how many subnets there are';
  const reason = { code: 'derived', subject: `the zones of ${subnet.address}`, cure } as const;
  return [zone, new UnknownLeaf({ key: `zones ${subnet.id}`, reason })];
}
