/** Of records what follows from their targets: `targetRegion`, and `evaluable`. */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { identityKey } from '../../identity/same.ts';
import { endOf } from '../../relations/traffic/endpoint-names.ts';
import { recordType } from '../../relations/traffic/record-names.ts';

/** Records that lead to records do not nest deeper than this in earnest; a circle of them would. */
const deepest = 8;

export function setRecordTargets(context: GraphContext): void {
  for (const record of context.ofType(recordType)) {
    setTargetRegion(context, record);
    setEvaluable(context, record);
  }
}

function setTargetRegion(context: GraphContext, record: DraftNode): void {
  const regions = targetRegions(context, record, 0);
  if (regions.size === 0) return;
  record.facts.set('targetRegion', together(regions));
  record.factSources.set('targetRegion', record.factSources.get('target') ?? ['/Name']);
}

/** Several are a place of their own; where one of them is not known, they may be one. */
function together(regions: ReadonlyMap<string, Document>): Document {
  const [first = null, ...others] = regions.values();
  if (others.length === 0) return first;
  const unknown = [first, ...others].find((region) => region instanceof UnknownLeaf);
  if (unknown === undefined) return `several (${[...regions.values()].map(String).toSorted().join(', ')})`;
  return new UnknownLeaf({ ...unknown.symbol(), key: [...regions.keys()].toSorted().join(' ') });
}

/**
 * By key; through a record to that one's, unless it answers only until it fails, while what lies in no Region is a place of
 * its own.
 */
function targetRegions(context: GraphContext, record: DraftNode, depth: number): ReadonlyMap<string, Document> {
  const regions = new Map<string, Document>();
  for (const { to } of context.from('routesTo', record)) {
    const target = context.get(to);
    if (target === undefined) continue;
    const isFollowed = target.type === recordType && target.facts.get('routing') !== 'failover';
    const behind = isFollowed && depth < deepest ? targetRegions(context, target, depth + 1) : regionsOf(target);
    for (const [key, region] of behind.size > 0 ? behind : regionsOf(target)) regions.set(key, region);
  }
  return regions;
}

function regionsOf(target: DraftNode): ReadonlyMap<string, Document> {
  const region = target.region ?? `global (${target.address})`;
  return new Map([[identityKey(region) ?? '', region]]);
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
