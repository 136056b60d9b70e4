/**
 * The way of a request through Global Accelerator: accelerator → listener → endpoint group → endpoint; and the facts that
 * follow: `regionsServed` of an accelerator, the Regions whose groups take traffic, `regionsReached`, those that it fails over
 * to as well, and `detection` of an endpoint group.
 *
 * https://docs.aws.amazon.com/global-accelerator/latest/dg/introduction-components.html
 */
import { duration, isLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
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

function setRegions(context: GraphContext, node: DraftNode): void {
  const served = new Map<string, Document>();
  const reached = new Map<string, Document>();
  const groups = groupsOf(context, node);
  for (const group of groups) {
    const region = regionOf(context, group);
    if (region === undefined) continue;
    // A failover passes the dial over.
    // https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html
    reached.set(identityKey(region) ?? group.id, region);
    const dial = propertyAt(group, '/TrafficDialPercentage');
    if (dial === 0) continue;
    // A group whose dial is not known may as well be closed.
    const open = dial instanceof UnknownLeaf ? dial : region;
    served.set(identityKey(open) ?? group.id, open);
  }
  // One group for each of what is not known may be any number of them.
  const doubt = groups.find(({ exists }) => exists === 'unknown')?.existsBecause;
  const listed = (regions: ReadonlyMap<string, Document>): Document =>
    regions.size < 2 && doubt !== undefined ? new UnknownLeaf(doubt) : Object.freeze([...regions.values()]);
  node.facts.set('regionsServed', listed(served));
  node.facts.set('regionsReached', listed(reached));
}

function groupsOf(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  return context
    .from('routesTo', node)
    .flatMap(({ to }) => context.get(to) ?? [])
    .flatMap((each) => context.from('routesTo', each))
    .flatMap(({ to }) => context.get(to) ?? []);
}

/** As the group says, else where its endpoints lie. */
function regionOf(context: GraphContext, group: DraftNode): Document | undefined {
  const stated = propertyAt(group, '/EndpointGroupRegion');
  if (stated !== undefined) return stated;
  const [first] = namedBy(context, group, endpoint).map(({ node }) => node.region);
  return typeof first === 'string' || isLeaf(first) ? first : undefined;
}
