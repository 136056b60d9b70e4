/**
 * The way of a request through Global Accelerator: accelerator → listener → endpoint group → endpoint; and the facts that
 * follow: `regionsServed` of an accelerator, the Regions whose groups take traffic, `regionsReached`, those that it fails over
 * to as well, and `detection` of an endpoint group.
 *
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-components.html
 */
import { duration, isLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import { product, wholeNumber } from '../../facts/capacity/amount.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { namedBy, relateWritten, type WrittenRelation } from '../written.ts';

const accelerator = 'AWS::GlobalAccelerator::Accelerator';
const listener = 'AWS::GlobalAccelerator::Listener';
const endpointGroup = 'AWS::GlobalAccelerator::EndpointGroup';

/** Where an endpoint is named by its ARN or id. */
const endpoint: WrittenRelation = {
  type: endpointGroup,
  at: '/EndpointConfigurations/[each]/EndpointId',
  names: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::EC2::Instance'],
};

export function relateAccelerators(context: GraphContext): void {
  relateWritten(context, 'routesTo', [
    { type: listener, at: '/AcceleratorArn', names: [accelerator], backwards: true },
    { type: endpointGroup, at: '/ListenerArn', names: [listener], backwards: true },
    endpoint,
  ]);
  for (const group of context.ofType(endpointGroup)) setDetection(group);
  for (const node of context.ofType(accelerator)) setRegions(context, node);
}

/** How long until a group's endpoints count as failed. */
// https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-health-check-options.html
function setDetection(group: DraftNode): void {
  const interval = wholeNumber(propertyAt(group, '/HealthCheckIntervalSeconds'), 30);
  const threshold = wholeNumber(propertyAt(group, '/ThresholdCount'), 3);
  const { because, ...time } = product(interval, threshold);
  group.facts.set('detection', duration(time, because));
  group.factSources.set('detection', ['/ThresholdCount', '/HealthCheckIntervalSeconds']);
}

/** Of several listeners each has to find its way: those of the one with the fewest count. */
function setRegions(context: GraphContext, node: DraftNode): void {
  const ways = behind(context, node)
    .map((each) => behind(context, each))
    .filter((groups) => groups.length > 0)
    .map((groups) => regionsOf(context, groups));
  const served = ways.map((way) => way.served);
  const reached = ways.map((way) => way.reached);
  node.facts.set('regionsServed', fewest(served));
  node.facts.set('regionsReached', fewest(reached));
}

function behind(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  return context.from('routesTo', node).flatMap(({ to }) => context.get(to) ?? []);
}

/** A list that is not known may be as short as any. */
function fewest(lists: readonly Document[]): Document {
  const listed = lists.filter((each) => Array.isArray(each));
  const [shortest = Object.freeze([])] = listed.toSorted((one, other) => one.length - other.length);
  const open = lists.find((each) => !Array.isArray(each));
  return open === undefined || (listed.length > 0 && shortest.length < 2) ? shortest : open;
}

interface Regions {
  readonly served: Document;
  readonly reached: Document;
}

function regionsOf(context: GraphContext, groups: readonly DraftNode[]): Regions {
  const served = new Map<string, Document>();
  const reached = new Map<string, Document>();
  for (const group of groups) {
    const region = regionOf(context, group);
    const isClosed = hasNoWeight(group);
    if (region === undefined || isClosed === true) continue;
    // What is not known may as well be closed.
    const perhaps = isClosed === false ? region : isClosed;
    // A failover passes the dial over.
    // https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html
    reached.set(identityKey(perhaps) ?? group.id, perhaps);
    const dial = propertyAt(group, '/TrafficDialPercentage');
    if (dial === 0) continue;
    const open = dial instanceof UnknownLeaf ? dial : perhaps;
    served.set(identityKey(open) ?? group.id, open);
  }
  // One group for each of what is not known may be any number of them.
  const doubt = groups.find(({ exists }) => exists === 'unknown')?.existsBecause;
  const listed = (regions: ReadonlyMap<string, Document>): Document =>
    regions.size < 2 && doubt !== undefined ? new UnknownLeaf(doubt) : Object.freeze([...regions.values()]);
  return { served: listed(served), reached: listed(reached) };
}

/** Whether none of its endpoints takes anything: they weigh 0. */
// https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.html
function hasNoWeight(group: DraftNode): boolean | UnknownLeaf {
  const endpoints = itemsAt(group, '/EndpointConfigurations');
  const weights = endpoints.map((_, index) => propertyAt(group, `/EndpointConfigurations/${index}/Weight`));
  const others = weights.filter((weight) => weight !== 0);
  if (weights.length === 0 || others.length === 0) return weights.length > 0;
  const [unknown] = others.filter((weight) => weight instanceof UnknownLeaf);
  return others.every((weight) => weight instanceof UnknownLeaf) ? (unknown ?? false) : false;
}

/** As the group says, else where its endpoints lie. */
function regionOf(context: GraphContext, group: DraftNode): Document | undefined {
  const stated = propertyAt(group, '/EndpointGroupRegion');
  if (stated !== undefined) return stated;
  const [first] = namedBy(context, group, endpoint).map(({ node }) => node.region);
  return typeof first === 'string' || isLeaf(first) ? first : undefined;
}
