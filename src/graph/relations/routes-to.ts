/**
 * DNS: which record leads where, which records of one name stand in for each other, and what checks them.
 *
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
 */
import { appendTo } from '../../core/append-to.ts';
import { ReferenceLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { itemsAt, linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { resolve, regionOfName, subjectOf } from '../identity/resolve.ts';
import { identityKey } from '../identity/same.ts';
import { endOf, regionInName } from './endpoint-names.ts';

const recordType = 'AWS::Route53::RecordSet';

export function relateRecords(context: GraphContext): void {
  const records = context.ofType(recordType);
  for (const record of records) {
    setNames(record);
    relateTargets(context, record);
    setTargetRegion(context, record);
    setEvaluable(context, record);
    if (propertyAt(record, '/HealthCheckId') === undefined) continue;
    for (const end of resolve(context, record, '/HealthCheckId', ['AWS::Route53::HealthCheck'])) {
      context.relate('checkedBy', record, end);
    }
  }
  relateFailover(context, records);
}

function setNames(record: DraftNode): void {
  const name = propertyAt(record, '/Name');
  if (name !== undefined) record.facts.set('name', normalName(name));
  record.facts.set('routing', routingOf(record));
  record.factSources.set('name', ['/Name']);
}

/** Names compare without case and without the final dot. */
export function normalName(name: Document): Document {
  return typeof name === 'string' ? name.toLowerCase().replace(/\.$/u, '') : name;
}

const routingProperties = [
  ['Failover', 'failover'],
  ['Weight', 'active'],
  ['Region', 'active'],
  ['GeoLocation', 'active'],
  ['GeoProximityLocation', 'active'],
  ['CidrRoutingConfig', 'active'],
] as const;

/** `failover`, `active` (several records of the name answer at once) or `simple`. */
function routingOf(record: DraftNode): string {
  for (const [property, routing] of routingProperties) {
    if (propertyAt(record, `/${property}`) !== undefined) return routing;
  }
  return propertyAt(record, '/MultiValueAnswer') === true ? 'active' : 'simple';
}

/** What a name that nothing declares is taken for. */
const usualTarget = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

function relateTargets(context: GraphContext, record: DraftNode): void {
  const pointers = propertyAt(record, '/AliasTarget/DNSName') === undefined ? [] : ['/AliasTarget/DNSName'];
  const answers = itemsAt(record, '/ResourceRecords').map((_, index) => `/ResourceRecords/${index}`);
  for (const pointer of [...pointers, ...answers]) {
    const target = propertyAt(record, pointer) ?? propertyAt(record, '/ResourceRecords');
    if (target === undefined || leadsNowhere(target)) continue;
    record.facts.set('target', target);
    record.factSources.set('target', [pointer]);
    for (const end of targetsAt(context, record, pointer, target)) context.relate('routesTo', record, end);
  }
}

/** A reference to something that the code doesn't declare: Terraform and CloudFormation would refuse it. */
function leadsNowhere(target: Document): boolean {
  return target instanceof UnknownLeaf && target.symbol().reason.code === 'invalid';
}

function targetsAt(
  context: GraphContext,
  record: DraftNode,
  pointer: string,
  target: Document,
): readonly RelationEnd[] {
  const linked = linksAt(record, pointer)
    .map((link) => context.get(link.to))
    .filter((node) => node !== undefined);
  if (linked.length > 0) return linked.map((node) => ({ node, certain: true }));
  const region = regionInName(target) ?? regionOfName(target);
  const key = typeof target === 'string' ? target : (identityKey(target) ?? record.id);
  const place = { region, account: undefined, address: subjectOf(target) };
  return [{ node: context.external(key, usualTarget, place), certain: true }];
}

/** The Region that the record leads to; a global target is a place of its own. */
function setTargetRegion(context: GraphContext, record: DraftNode): void {
  const targets = context.from('routesTo', record).map((relation) => context.get(relation.to));
  const [first] = targets;
  if (first === undefined) return;
  const regions = new Map<string, Document>();
  for (const target of targets) {
    const region = target?.region ?? `global (${target?.address ?? ''})`;
    regions.set(identityKey(region) ?? '', region);
  }
  const [region] = regions.values();
  if (regions.size === 1 && region !== undefined) record.facts.set('targetRegion', region);
  record.factSources.set('targetRegion', record.factSources.get('target') ?? ['/Name']);
}

// The hosted zone of every distribution.
// https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
const cloudFrontZone = 'Z2FDTNDATAQYW2';

/**
 * Whether Route 53 can see if what an alias leads to is healthy: not of a distribution.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html
 */
function setEvaluable(context: GraphContext, record: DraftNode): void {
  const target = propertyAt(record, '/AliasTarget/DNSName');
  if (target === undefined) return;
  record.facts.set('evaluable', isEvaluable(context, record, target));
  record.factSources.set('evaluable', ['/AliasTarget/DNSName']);
}

function isEvaluable(context: GraphContext, record: DraftNode, target: Document): Document {
  const zone = propertyAt(record, '/AliasTarget/HostedZoneId');
  if (zone === cloudFrontZone || /\.cloudfront\.net\.?$/u.test(endOf(target))) return false;
  const targets = context.from('routesTo', record).map((relation) => context.get(relation.to));
  if (targets.some((node) => node?.type === 'AWS::CloudFront::Distribution')) return false;
  // Of an input nothing tells what it leads to, unless its zone does.
  return target instanceof UnknownLeaf && typeof zone !== 'string' ? target : true;
}

/** PRIMARY and SECONDARY of one name and type in one zone. */
function relateFailover(context: GraphContext, records: readonly DraftNode[]): void {
  const sets = new Map<string, DraftNode[]>();
  for (const record of records) {
    if (propertyAt(record, '/Failover') === undefined) continue;
    const key = `${keyOf(record.facts.get('name'))} ${textAt(record, '/Type') ?? ''}`;
    appendTo(sets, key, record);
  }
  for (const set of sets.values()) {
    for (const primary of set.filter((record) => propertyAt(record, '/Failover') === 'PRIMARY')) {
      for (const secondary of set) relatePair(context, primary, secondary);
    }
  }
}

function relatePair(context: GraphContext, primary: DraftNode, secondary: DraftNode): void {
  const failover = propertyAt(secondary, '/Failover');
  if (secondary === primary || failover === 'PRIMARY') return;
  context.relate('failsOverTo', primary, { node: secondary, certain: failover === 'SECONDARY' });
}

function keyOf(name: Document | undefined): string {
  if (name === undefined) return '';
  return name instanceof ReferenceLeaf ? name.value().text : (identityKey(name) ?? '');
}
