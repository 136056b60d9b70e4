/**
 * What stands in another Region for a resource of the primary one: the same type, and the same code, address, name or tag
 * once the words for Regions and roles are taken out; or simply the only one of its type on either side. `$edge.evidence`
 * says why.
 */
import { appendTo } from '../../core/append-to.ts';
import {
  documentMap,
  isDocumentMap,
  isLeaf,
  UnknownLeaf,
  type Document,
  type DocumentMap,
} from '../../core/document.ts';
import { nameProperty } from '../../normalization/identity-of.ts';
import { rangesOverlap } from '../aws/address-ranges.ts';
import { propertyAt, textAt, type DraftNode } from '../draft.ts';
import { amountOf, shareOf } from '../facts/capacity/capacity.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey, same } from '../identity/same.ts';
import { isDeclared } from '../node.ts';
import type { WorkloadDraft } from '../workload/workload-draft.ts';
import { addressWithoutPlace, withoutPlace } from './place-words.ts';

const groupType = 'AWS::AutoScaling::AutoScalingGroup';
const networkType = 'AWS::EC2::VPC';
const keyType = 'AWS::KMS::Key';

/** They may well serve different ends: nothing but their type is known to be the same. */
export const aloneEvidence = 'the only ones of their type in their Regions';

/**
 * Types whose recovery is another resource of the same type, kept beside them. `alone`: that it is the only one of its type
 * in either Region makes a pair; of the others, each may hold or do something else. `renamed`: one that is called otherwise
 * may still be the counterpart.
 */
const pairedTypes: ReadonlyMap<string, { readonly alone?: true; readonly renamed?: true }> = new Map([
  ['AWS::ApiGateway::DomainName', { alone: true }],
  ['AWS::ApiGateway::RestApi', { alone: true }],
  ['AWS::ApiGatewayV2::Api', { alone: true }],
  ['AWS::ApiGatewayV2::DomainName', { alone: true }],
  [groupType, { alone: true, renamed: true }],
  ['AWS::AutoScaling::LaunchConfiguration', { alone: true }],
  ['AWS::CertificateManager::Certificate', {}],
  ['AWS::CloudWatch::Alarm', {}],
  ['AWS::DocDB::DBClusterParameterGroup', {}],
  ['AWS::EC2::Instance', { alone: true }],
  ['AWS::EC2::LaunchTemplate', { alone: true }],
  ['AWS::EC2::SecurityGroup', {}],
  [networkType, { alone: true }],
  ['AWS::ECR::Repository', {}],
  ['AWS::ECS::Cluster', { alone: true }],
  ['AWS::ECS::Service', { alone: true, renamed: true }],
  ['AWS::ECS::TaskDefinition', {}],
  ['AWS::EKS::Cluster', { alone: true, renamed: true }],
  ['AWS::EKS::Nodegroup', { alone: true }],
  ['AWS::ElastiCache::ParameterGroup', {}],
  ['AWS::ElasticBeanstalk::Environment', { alone: true }],
  ['AWS::ElasticLoadBalancing::LoadBalancer', { alone: true }],
  ['AWS::ElasticLoadBalancingV2::Listener', {}],
  ['AWS::ElasticLoadBalancingV2::LoadBalancer', { alone: true }],
  ['AWS::ElasticLoadBalancingV2::TargetGroup', { alone: true }],
  ['AWS::Events::EventBus', {}],
  ['AWS::Events::Rule', {}],
  ['AWS::FSx::FileSystem', {}],
  [keyType, { alone: true }],
  ['AWS::IAM::ManagedPolicy', {}],
  ['AWS::IAM::Role', {}],
  ['AWS::Kinesis::Stream', {}],
  ['AWS::Lambda::Function', {}],
  ['AWS::MemoryDB::ParameterGroup', {}],
  ['AWS::Neptune::DBClusterParameterGroup', {}],
  ['AWS::Neptune::DBParameterGroup', {}],
  ['AWS::RDS::DBClusterParameterGroup', {}],
  ['AWS::RDS::DBParameterGroup', {}],
  ['AWS::RDS::OptionGroup', {}],
  ['AWS::SNS::Topic', {}],
  ['AWS::SQS::Queue', {}],
  ['AWS::SSM::Document', {}],
  ['AWS::SSM::Parameter', {}],
  ['AWS::SecretsManager::Secret', {}],
  ['AWS::StepFunctions::StateMachine', {}],
]);

export function relateCounterparts(context: GraphContext, workload: WorkloadDraft): void {
  const byType = new Map<string, DraftNode[]>();
  for (const node of workload.members) {
    if (pairedTypes.has(node.type) && node.kind !== 'looked-up') appendTo(byType, node.type, node);
  }
  for (const nodes of byType.values()) {
    const primaries = nodes.filter((node) => node.role === 'primary');
    for (const recoveries of byRegion(nodes.filter((node) => node.role === 'recovery'))) {
      relateType(context, primaries, recoveries);
    }
    relateUndecided(
      context,
      primaries,
      nodes.filter(({ role }) => role instanceof UnknownLeaf),
    );
  }
  for (const [type, nodes] of byType) {
    // What a module could do about a key is told with the replicas of keys; roles are compared, not missed.
    if (type !== keyType && !type.startsWith('AWS::IAM::')) relateUnread(context, type, nodes);
    relateElsewhere(context, nodes);
  }
}

/** What one template declares in every Region that it is deployed to is its own counterpart. */
function relateElsewhere(context: GraphContext, nodes: readonly DraftNode[]): void {
  for (const node of nodes) {
    const end = node.role === 'primary' && isDeclared(node) ? context.elsewhere(node) : undefined;
    if (end !== undefined) context.relate('counterpartOf', end.node, { ...end, node });
  }
}

/**
 * Where Regions are inputs nothing says which is the recovery one: what lies in the second may be the counterpart of the first.
 * @param undecided those that may be primary or recovery
 */
function relateUndecided(
  context: GraphContext,
  primaries: readonly DraftNode[],
  undecided: readonly DraftNode[],
): void {
  const [first, ...others] = byRegion([...primaries, ...undecided]);
  for (const other of others) {
    const isUndecided = same(first?.[0]?.region, other[0]?.region) === 'unknown';
    if (isUndecided) relateType(context, first ?? [], other);
  }
}

function byRegion(nodes: readonly DraftNode[]): Iterable<readonly DraftNode[]> {
  const regions = new Map<string, DraftNode[]>();
  for (const node of nodes) appendTo(regions, node.region === undefined ? '' : (identityKey(node.region) ?? ''), node);
  return regions.values();
}

/** A sign by which two resources are known to be counterparts: an equal key. */
interface Sign {
  readonly evidence: string;
  readonly key: (node: DraftNode) => string | undefined;
}

/** The strongest first. */
const signs: readonly Sign[] = [
  { evidence: 'the same code, deployed in both Regions', key: codeOf },
  { evidence: 'the same address, but for Region and role', key: ({ address }) => addressWithoutPlace(address) },
  { evidence: 'the same name, but for Region and role', key: nameOf },
  { evidence: 'the same Name tag, but for Region and role', key: ({ tags }) => named(tags.values['Name']) },
];

function codeOf(node: DraftNode): string | undefined {
  const place = placeOf(node);
  return place === undefined ? undefined : `${place} ${addressWithoutPlace(node.address)}`;
}

function placeOf({ header }: DraftNode): string | undefined {
  return header === undefined ? undefined : `${header.file.path} ${header.start}`;
}

/** A certificate goes by its domain name. */
function nameOf(node: DraftNode): string | undefined {
  const isCertificate = node.type === 'AWS::CertificateManager::Certificate';
  const property = isCertificate ? 'DomainName' : nameProperty(node.type);
  return property === undefined ? undefined : named(textAt(node, `/${property}`));
}

function named(name: Document | undefined): string | undefined {
  const rest = typeof name === 'string' ? withoutPlace(name) : '';
  return rest === '' ? undefined : rest;
}

/** @param recoveries those of one Region */
function relateType(context: GraphContext, primaries: readonly DraftNode[], recoveries: readonly DraftNode[]): void {
  const [primary] = primaries;
  const [recovery] = recoveries;
  if (primary === undefined || recovery === undefined) return;
  const rule = pairedTypes.get(primary.type);
  const areAlone = primaries.length === 1 && recoveries.length === 1;
  const matched = new Set<DraftNode>();
  for (const sign of signs) relateBySign(context, sign, { primaries, recoveries, matched });
  if (matched.size === 0 && areAlone && rule?.alone === true) {
    relatePair(context, primary, { node: recovery, evidence: aloneEvidence });
  } else if (rule?.renamed === true) relateUnmatched(context, primaries, recoveries, matched);
  else relateNameless(context, primaries, recoveries, matched);
}

interface Sides {
  readonly primaries: readonly DraftNode[];
  readonly recoveries: readonly DraftNode[];
  readonly matched: Set<DraftNode>;
}

/** Pairs what is not paired yet; where several have the same key, each may be the one, unless one alone is of the same deployment. */
function relateBySign(context: GraphContext, { evidence, key }: Sign, { primaries, recoveries, matched }: Sides): void {
  const keys = new Map<string, DraftNode[]>();
  for (const node of primaries) {
    const own = matched.has(node) ? undefined : key(node);
    if (own !== undefined) appendTo(keys, own, node);
  }
  const found: DraftNode[] = [];
  for (const node of recoveries) {
    const own = matched.has(node) ? undefined : key(node);
    const matches = ofOneDeployment((own === undefined ? undefined : keys.get(own)) ?? [], node);
    const because = matches.length === 1 ? undefined : `several resources are called like ${node.address}`;
    for (const match of matches) relatePair(context, match, { node, evidence, because });
    if (matches.length > 0) found.push(node, ...matches);
  }
  for (const node of found) matched.add(node);
}

/** Those of its own deployment, else of one that is called like it, if that leaves one. */
function ofOneDeployment(matches: readonly DraftNode[], { deployment }: DraftNode): readonly DraftNode[] {
  if (matches.length < 2) return matches;
  const called = withoutPlace(deployment);
  const own = matches.filter((match) => match.deployment === deployment);
  const alike = matches.filter((match) => withoutPlace(match.deployment) === called);
  return [own, alike].find((few) => few.length === 1) ?? matches;
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
  const because = `${candidate.address} may be its counterpart under another name`;
  for (const node of primaries) {
    if (!matched.has(node)) relatePair(context, node, { node: candidate, evidence: 'the same type', because });
  }
}

/** What the same code declares under other addresses may be counterparts, as long as no names are known that differ. */
function relateNameless(
  context: GraphContext,
  primaries: readonly DraftNode[],
  recoveries: readonly DraftNode[],
  matched: ReadonlySet<DraftNode>,
): void {
  const candidates = new Map<string, DraftNode>();
  for (const node of recoveries) {
    const place = matched.has(node) || nameOf(node) !== undefined ? undefined : placeOf(node);
    if (place !== undefined) candidates.set(place, node);
  }
  for (const primary of primaries) {
    const place = matched.has(primary) || nameOf(primary) !== undefined ? undefined : placeOf(primary);
    const node = place === undefined ? undefined : candidates.get(place);
    if (node === undefined) continue;
    const because = `${node.address} is declared by the same code, and may have the same name`;
    relatePair(context, primary, { node, evidence: 'the same code', because });
  }
}

/** A module that could not be read may well declare what the recovery Region has; the first such module says so for all. */
function relateUnread(context: GraphContext, type: string, nodes: readonly DraftNode[]): void {
  const unread = context.unread.find((each) => each.could(type));
  if (unread === undefined) return;
  const because = `${unread.node.address} could not be read and could declare its counterpart`;
  for (const node of nodes) {
    if (node.role !== 'primary') continue;
    context.relate('counterpartOf', context.possible(unread, type), { node, certain: false, because });
  }
}

interface Counterpart {
  readonly node: DraftNode;
  readonly evidence: string;
  /** Why it is only possible. */
  readonly because?: string | undefined;
}

function relatePair(context: GraphContext, primary: DraftNode, { node, evidence, because }: Counterpart): void {
  // What lies in no Region serves the one that its stack lies in.
  if (primary.region !== undefined && same(primary.region, node.region) === 'yes') return;
  const undecided = node.role === 'recovery' ? undefined : 'nothing says whether they lie in different Regions';
  const reason = because ?? undecided;
  const doubt = reason === undefined ? { certain: true } : { certain: false, because: reason };
  context.relate('counterpartOf', node, { ...doubt, node: primary }, edgeOf(primary, node, evidence));
}

/**
 * How much of the primary's desired capacity the recovery group runs now, and how much of it its maximum reaches; of
 * networks whether their ranges of addresses overlap, so that they can't be connected.
 */
function edgeOf(primary: DraftNode, recovery: DraftNode, evidence: string): DocumentMap {
  const hasCapacity = primary.facts.get('capacity') !== undefined;
  const wanted = amountOf(capacityOf(primary, 'desired'));
  const share = (which: 'desired' | 'maximum'): Document | undefined =>
    hasCapacity ? shareOf(amountOf(capacityOf(recovery, which)), wanted) : undefined;
  return documentMap([
    ['evidence', evidence],
    ['capacityNow', share('desired')],
    ['capacityReach', share('maximum')],
    ['cidrOverlap', primary.type === networkType ? overlap(primary, recovery) : undefined],
  ]);
}

function overlap(one: DraftNode, other: DraftNode): Document | undefined {
  const [left, right] = [propertyAt(one, '/CidrBlock'), propertyAt(other, '/CidrBlock')];
  if (typeof left === 'string' && typeof right === 'string') return rangesOverlap(left, right);
  return [left, right].find((range) => isLeaf(range));
}

function capacityOf(node: DraftNode, which: 'desired' | 'maximum'): Document | undefined {
  const capacity = node.facts.get('capacity');
  return isDocumentMap(capacity) ? capacity[which] : undefined;
}
