/**
 * What stands in the recovery Region for a resource of the primary one: the same type, and the same name once the words
 * for Regions and roles are taken out; or simply the only one of its type on either side.
 */
import { appendTo } from '../../core/append-to.ts';
import { documentMap, isDocumentMap, type Document, type DocumentMap } from '../../core/document.ts';
import type { DraftNode } from '../draft.ts';
import { amountOf, shareOf } from '../facts/capacity.ts';
import type { GraphContext } from '../graph-context.ts';
import { same } from '../identity/same.ts';
import type { WorkloadDraft } from '../workload/workload-draft.ts';

/** Types whose recovery is another resource of the same type, kept beside them. */
const pairedTypes = [
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::ECS::Service',
  'AWS::EKS::Cluster',
  'AWS::Lambda::Function',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::AutoScaling::LaunchConfiguration',
  'AWS::EC2::VPC',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::ElasticLoadBalancing::LoadBalancer',
  'AWS::KMS::Key',
  'AWS::SecretsManager::Secret',
];

/** Being the only ones of their type says nothing of these: each may hold something else. */
const pairedByNameOnly: ReadonlySet<string> = new Set(['AWS::SecretsManager::Secret']);

const groupType = 'AWS::AutoScaling::AutoScalingGroup';

export function relateCounterparts(context: GraphContext, workload: WorkloadDraft): void {
  const byType = new Map<string, DraftNode[]>();
  for (const node of workload.members) {
    if (!pairedTypes.includes(node.type) || node.kind === 'looked-up') continue;
    appendTo(byType, node.type, node);
  }
  for (const nodes of byType.values()) relateType(context, nodes);
  relateUnread(context, byType.get(groupType) ?? []);
}

function relateType(context: GraphContext, nodes: readonly DraftNode[]): void {
  const primaries = nodes.filter((node) => node.role === 'primary');
  const recoveries = nodes.filter((node) => node.role === 'recovery');
  const [primary] = primaries;
  const [recovery] = recoveries;
  if (primary === undefined || recovery === undefined) return;
  if (primaries.length === 1 && recoveries.length === 1 && !pairedByNameOnly.has(primary.type)) {
    relatePair(context, primary, recovery, true);
    return;
  }
  const named = groupByName(primaries);
  const matched = new Set<DraftNode>();
  for (const candidate of recoveries) {
    const matches = named.get(nameWithoutPlace(candidate)) ?? [];
    for (const match of matches) relatePair(context, match, candidate, matches.length === 1);
    for (const node of matches.length === 0 ? [] : [candidate, ...matches]) matched.add(node);
  }
  if (primary.type === groupType) relateUnmatched(context, primaries, recoveries, matched);
}

/** What is called otherwise on both sides may still be counterparts. */
function relateUnmatched(
  context: GraphContext,
  primaries: readonly DraftNode[],
  recoveries: readonly DraftNode[],
  matched: ReadonlySet<DraftNode>,
): void {
  const candidate = recoveries.find((node) => !matched.has(node));
  if (candidate === undefined) return;
  for (const node of primaries) {
    if (matched.has(node) || same(node.region, candidate.region) === 'yes') continue;
    const because = `${candidate.address} may be its counterpart under another name`;
    context.relate('counterpartOf', candidate, { node, certain: false, because }, capacityEdge(node, candidate));
  }
}

/** A module that could not be read may well declare the recovery Region's groups; the first such module says so for all. */
function relateUnread(context: GraphContext, groups: readonly DraftNode[]): void {
  const unread = context.unread.find((each) => each.could(groupType));
  if (unread === undefined) return;
  const because = `${unread.node.address} could not be read and could declare its counterpart`;
  for (const node of groups) {
    if (node.role !== 'primary') continue;
    context.relate('counterpartOf', context.possible(unread, groupType), { node, certain: false, because });
  }
}

function relatePair(context: GraphContext, primary: DraftNode, recovery: DraftNode, certain: boolean): void {
  if (same(primary.region, recovery.region) === 'yes') return;
  context.relate(
    'counterpartOf',
    recovery,
    {
      node: primary,
      certain,
      ...(certain ? {} : { because: `several resources are called like ${recovery.address}` }),
    },
    capacityEdge(primary, recovery),
  );
}

/** How much of the primary's desired capacity the recovery group runs now, and how much of it its maximum reaches. */
function capacityEdge(primary: DraftNode, recovery: DraftNode): DocumentMap {
  if (primary.facts.get('capacity') === undefined) return documentMap([]);
  const wanted = amountOf(propertyOf(primary, 'desired'));
  return documentMap([
    ['capacityNow', shareOf(amountOf(propertyOf(recovery, 'desired')), wanted)],
    ['capacityReach', shareOf(amountOf(propertyOf(recovery, 'maximum')), wanted)],
  ]);
}

function propertyOf(node: DraftNode, which: 'desired' | 'maximum'): Document | undefined {
  const capacity = node.facts.get('capacity');
  return isDocumentMap(capacity) ? capacity[which] : undefined;
}

function groupByName(nodes: readonly DraftNode[]): ReadonlyMap<string, readonly DraftNode[]> {
  const groups = new Map<string, DraftNode[]>();
  for (const node of nodes) {
    const name = nameWithoutPlace(node);
    appendTo(groups, name, node);
  }
  return groups;
}

const placeWords =
  /(?:^|(?<=[_.\-\s["]))(?:primary|secondary|main|standby|recovery|dr|failover|backup|replica|active|passive|(?<!\[)[12]|(?:us|eu|ap|sa|ca|me|af|il|mx)[_-](?:gov[_-])?(?:north|south|east|west|central|northeast|southeast|northwest|southwest)(?:[_-]\d)?)(?=$|[_.\-\s[\]"])/giu;

/** The first of counted ones, or an only one of which it is not known whether it is there, stands for one that isn't counted. */
const onlyKeys = /\[[0*]\]/gu;

/** `module.app_dr.aws_autoscaling_group.web` and `module.app_primary.aws_autoscaling_group.web` become one name. */
function nameWithoutPlace(node: DraftNode): string {
  return node.address
    .replaceAll(onlyKeys, '')
    .replaceAll(placeWords, '')
    .replaceAll(/[_\-\s]+(?=$|[.[\]"])|(?<=^|[.["])[_\-\s]+/gu, '');
}
