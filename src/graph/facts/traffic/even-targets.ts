/**
 * The fact `evenTargets` of load balancers: whether each of their zones has its share of the targets, so that no request has
 * to leave its zone.
 */
import { isLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { everyOf, type YesNo } from '../yes-no.ts';

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
    balancer.facts.set('evenTargets', isInOneZone(balancer) || isEven(context, balancer));
  }
}

function isInOneZone({ facts }: DraftNode): boolean {
  const spanned = facts.get('zonesSpanned');
  return Array.isArray(spanned) && spanned.length === 1;
}

/** Each group that stands behind it is in its very zones, and single servers are as many in one as in the next. */
function isEven(context: GraphContext, balancer: DraftNode): YesNo {
  const zones = keysOf(balancer);
  const targets = targetsOf(context, balancer);
  if (zones === undefined || targets === 'elsewhere' || targets.length === 0) return false;
  if (targets === 'uncertain') return notKnown(balancer);
  const groups = targets.filter(({ type }) => spreading.has(type));
  const servers = targets.filter(({ type }) => type === instance);
  if (groups.length + servers.length < targets.length) return false;
  const isSpread = groups.every((group) => isSame(zones, keysOf(group))) && areShared(zones, servers);
  // Zones that are not known may yet be the same.
  const isOpen = [balancer, ...targets].some((each) => keysOf(each)?.every((key) => key.startsWith('=')) !== true);
  const inZones = isSpread || (isOpen && notKnown(balancer));
  return everyOf([inZones, ...groups.map((group) => isEnough(group, zones.length))]);
}

function areShared(zones: readonly string[], servers: readonly DraftNode[]): boolean {
  const places = servers.flatMap((server) => keysOf(server) ?? ['nowhere']);
  const numbers = new Set(zones.map((zone) => places.filter((place) => place === zone).length));
  return numbers.size === 1 && places.every((place) => zones.includes(place));
}

function isEnough(group: DraftNode, zones: number): YesNo {
  const least = propertyAt(group, spreading.get(group.type) ?? '');
  return isLeaf(least) ? least : typeof least === 'number' && least >= zones;
}

function notKnown({ id, address }: DraftNode): YesNo {
  const cure = 'write the subnets of the load balancer and of what answers behind it';
  return derivedUnknown(`targets of ${id}`, `whether each zone of ${address} has its share of the targets`, cure);
}

/**
 * What certainly answers behind it, over its listeners and their target groups; `elsewhere` where nothing here registers with
 * one of the groups.
 */
function targetsOf(context: GraphContext, node: DraftNode): readonly DraftNode[] | 'elsewhere' | 'uncertain' {
  const targets: DraftNode[] = [];
  for (const { to, certain } of context.from('routesTo', node)) {
    const next = context.get(to);
    if (next === undefined || !certain) return 'uncertain';
    const passesOn = next.type === listener || next.type === targetGroup;
    const behind = passesOn ? targetsOf(context, next) : [next];
    if (typeof behind === 'string') return behind;
    if (next.type === targetGroup && behind.length === 0) return 'elsewhere';
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
