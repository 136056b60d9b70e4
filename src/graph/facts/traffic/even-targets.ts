/**
 * The fact `evenTargets` of load balancers: whether each of their zones has its share of the targets, so that no request has
 * to leave its zone. Absent where that is not certain.
 */
import type { Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';

const listener = 'AWS::ElasticLoadBalancingV2::Listener';
const targetGroup = 'AWS::ElasticLoadBalancingV2::TargetGroup';
const instance = 'AWS::EC2::Instance';

/** They keep as many in each of their zones, as far as their number allows: type → where the least of it is written. */
// https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html
// https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html
const spreading: ReadonlyMap<string, string> = new Map([
  ['AWS::AutoScaling::AutoScalingGroup', '/MinSize'],
  ['AWS::ECS::Service', '/DesiredCount'],
]);

export function setEvenTargets(context: GraphContext): void {
  const types = ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'];
  for (const balancer of context.ofType(...types)) {
    if (isInOneZone(balancer) || isEven(context, balancer)) balancer.facts.set('evenTargets', true);
  }
}

function isInOneZone({ facts }: DraftNode): boolean {
  const spanned = facts.get('zonesSpanned');
  return Array.isArray(spanned) && spanned.length === 1;
}

/** Each group that stands behind it is in its very zones, and single servers are as many in one as in the next. */
function isEven(context: GraphContext, balancer: DraftNode): boolean {
  const zones = keysOf(balancer);
  const targets = targetsOf(context, balancer);
  if (zones === undefined || targets === undefined || targets.length === 0) return false;
  const groups = targets.filter(({ type }) => spreading.has(type));
  const servers = targets.filter(({ type }) => type === instance);
  if (groups.length + servers.length < targets.length) return false;
  const isSpread = groups.every((group) => isSame(zones, keysOf(group)) && isEnough(group, zones.length));
  const places = servers.flatMap((server) => keysOf(server) ?? ['nowhere']);
  const numbers = new Set(zones.map((zone) => places.filter((place) => place === zone).length));
  return isSpread && numbers.size === 1 && places.every((place) => zones.includes(place));
}

function isEnough(group: DraftNode, zones: number): boolean {
  const least = propertyAt(group, spreading.get(group.type) ?? '');
  return typeof least === 'number' && least >= zones;
}

/** What certainly answers behind it, over its listeners and their target groups; undefined when something is not certain. */
function targetsOf(context: GraphContext, node: DraftNode): readonly DraftNode[] | undefined {
  const targets: DraftNode[] = [];
  for (const { to, certain } of context.from('routesTo', node)) {
    const next = context.get(to);
    if (next === undefined || !certain) return undefined;
    const passesOn = next.type === listener || next.type === targetGroup;
    const behind = passesOn ? targetsOf(context, next) : [next];
    // What registers with a group from elsewhere is not seen here.
    if (behind === undefined || (next.type === targetGroup && behind.length === 0)) return undefined;
    targets.push(...behind);
  }
  return targets;
}

/** The zones that something lies in, each once, as texts that are equal for equal zones. */
function keysOf({ zones }: DraftNode): readonly string[] | undefined {
  if (!Array.isArray(zones) || zones.length === 0) return undefined;
  const keys = zones.map((zone: Document) => identityKey(zone));
  return keys.includes(undefined) ? undefined : [...new Set(keys.flatMap((key) => key ?? []))].toSorted();
}

function isSame(left: readonly string[], right: readonly string[] | undefined): boolean {
  return right !== undefined && left.length === right.length && left.every((zone, index) => zone === right[index]);
}
