/**
 * Primary or recovery: as the deployment or the stated Regions say; else by inference (of the Regions with most resources the
 * one that replicates to the others is the primary one), which the report says aloud. Unknown where the Region is unknown and a recovery Region exists.
 */
import { appendTo } from '../../core/append-to.ts';
import type { Config } from '../../config/config.ts';
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { parseRegion, type Region } from '../../core/ids.ts';
import type { Deployment } from '../../evaluation/deployment.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey, same } from '../identity/same.ts';
import { environmentsOf, type Environment } from './environments.ts';
import { namesPlace, roleCalled, withoutPlace } from '../relations/place-words.ts';
import type { WorkloadDraft, WorkloadRegions } from './workload-draft.ts';

export function settleRoles(
  context: GraphContext,
  workload: WorkloadDraft,
  config: Config,
  deployments: ReadonlyMap<string, Deployment>,
): void {
  const stated = statedRegions(config, deployments);
  const environments = environmentsOf(workload.members).map((environment) => ({
    environment,
    regions: regionsOf(context, environment.members, stated),
  }));
  workload.regions = regionsTogether(regionsOf(context, workload.members, stated), environments);
  const isDivided = dividedRegions(workload.members);
  const unset = unsetRegions(context, workload.members);
  const standby = standbyDeployments(workload.members);
  for (const node of workload.members) {
    const regions = environments.find(({ environment }) => environment.has(node))?.regions ?? workload.regions;
    const role = deployments.get(node.deployment)?.role;
    node.role =
      role ??
      roleByRegion(context, node, { regions, isDivided: isDivided(node) || standby.has(node.deployment), unset });
  }
}

interface StatedRegions {
  readonly primary: Region | undefined;
  readonly recovery: readonly Region[];
}

function statedRegions(config: Config, deployments: ReadonlyMap<string, Deployment>): StatedRegions {
  const stated = [...deployments.values()].filter((each) => each.region !== undefined);
  const primary = config.regions.primary ?? stated.find((each) => each.role === 'primary')?.region;
  const recovery = [
    ...config.regions.recovery,
    ...stated.flatMap((each) => (each.role === 'recovery' && each.region !== undefined ? [each.region] : [])),
  ];
  return { primary, recovery: [...new Set(recovery)] };
}

function regionsOf(
  context: GraphContext,
  members: readonly DraftNode[],
  { primary, recovery }: StatedRegions,
): WorkloadRegions {
  const counted = countRegions(members);
  const inferred = primary ?? mostUsed(context, counted, new Set(recovery));
  const others = [...counted.keys()].filter((region) => region !== inferred);
  return {
    primary: inferred,
    recovery: recovery.length > 0 ? recovery : others.sort(),
    inferred: primary === undefined || recovery.length === 0,
  };
}

/** A Region where only another environment lies recovers nothing. */
function regionsTogether(
  all: WorkloadRegions,
  environments: readonly { readonly environment: Environment; readonly regions: WorkloadRegions }[],
): WorkloadRegions {
  if (environments.length === 0) return all;
  const recovery = new Set(environments.flatMap(({ regions }) => regions.recovery));
  return { ...all, recovery: all.recovery.filter((region) => recovery.has(region)) };
}

/**
 * Whether a node lies in one of several Regions that are not all known, of which one may be the recovery Region: its deployment
 * has them, or a variable names it that does so in another deployment, which has.
 */
function dividedRegions(members: readonly DraftNode[]): (node: DraftNode) => boolean {
  const divided = dividedDeployments(members);
  const inputs = new Set(members.flatMap((node) => (divided.has(node.deployment) ? inputOfRegion(node) : [])));
  return (node) => divided.has(node.deployment) || inputOfRegion(node).some((input) => inputs.has(input));
}

/**
 * Deployments that are called as another one is but for being the primary one: `site-standby.yaml` beside `site-primary.yaml`.
 * Where Regions are not known, they may lie in the recovery Region.
 */
function standbyDeployments(members: readonly DraftNode[]): ReadonlySet<string> {
  const ids = [...new Set(members.map(({ deployment }) => deployment))];
  const primaries = new Set(ids.filter((id) => isCalledPrimary(id)).map((id) => withoutPlace(id)));
  return new Set(ids.filter((id) => !isCalledPrimary(id) && namesPlace(id) && primaries.has(withoutPlace(id))));
}

function isCalledPrimary(deployment: string): boolean {
  return /(?:^|[_.\-/@])(?:primary|main|active)(?=$|[_.\-/])/iu.test(deployment);
}

function inputOfRegion({ region }: DraftNode): readonly string[] {
  const reason = region instanceof UnknownLeaf ? region.symbol().reason : undefined;
  return reason?.code === 'input' ? [reason.subject] : [];
}

/** A known Region counts where data or capacity lies, not for a certificate; replicas tell their role themselves. */
function dividedDeployments(members: readonly DraftNode[]): ReadonlySet<string> {
  const regions = new Map<string, Map<string, Document>>();
  for (const node of members) {
    const { region, deployment, kind } = node;
    if (region === undefined || kind === 'part' || !(region instanceof UnknownLeaf || isAnchor(node))) continue;
    const key = identityKey(region);
    if (key === undefined) continue;
    const known = regions.get(deployment) ?? new Map<string, Document>();
    regions.set(deployment, known.set(key, region));
  }
  const divided = [...regions].filter(
    ([, known]) => known.size > 1 && [...known.values()].some((region) => region instanceof UnknownLeaf),
  );
  return new Set(divided.map(([deployment]) => deployment));
}

/** What makes a Region one of the workload's: data, capacity, entry points, network, vaults. A topic or a certificate does not. */
const anchors = [
  'AWS::RDS::',
  'AWS::DynamoDB::',
  'AWS::S3::',
  'AWS::EFS::',
  'AWS::FSx::',
  'AWS::DocDB::',
  'AWS::Neptune::',
  'AWS::Redshift::',
  'AWS::ElastiCache::',
  'AWS::MemoryDB::',
  'AWS::OpenSearchService::',
  'AWS::Backup::',
  'AWS::AutoScaling::',
  'AWS::EC2::Instance',
  'AWS::EC2::LaunchTemplate',
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::Volume',
  'AWS::ECS::',
  'AWS::EKS::',
  'AWS::Lambda::Function',
  'AWS::ElasticLoadBalancing',
  'AWS::ApiGateway',
];

function countRegions(members: readonly DraftNode[]): ReadonlyMap<Region, DraftNode[]> {
  const counted = new Map<Region, DraftNode[]>();
  for (const node of members) {
    const region = typeof node.region === 'string' ? parseRegion(node.region) : undefined;
    if (region !== undefined && isAnchor(node)) appendTo(counted, region, node);
  }
  return counted;
}

function isAnchor({ kind, type }: DraftNode): boolean {
  const isJudged = kind === 'declared' || kind === 'part' || kind === 'modelled';
  return isJudged && anchors.some((prefix) => type.startsWith(prefix));
}

/**
 * Of the Regions with at least half as many resources as any other, the one that replicates most to the others: what only
 * recovers (functions that fail over, their schedules) may well outnumber what it recovers. Then the one of which most is
 * called primary, then the one with most resources, then the first by name.
 */
function mostUsed(
  context: GraphContext,
  counted: ReadonlyMap<Region, readonly DraftNode[]>,
  recovery: ReadonlySet<Region>,
): Region | undefined {
  const candidates = [...counted].filter(([region]) => !recovery.has(region));
  const most = Math.max(...candidates.map(([, nodes]) => nodes.length));
  const ranked = candidates
    .filter(([, nodes]) => nodes.length >= most / 2)
    .map(([region, nodes]) => ({
      region,
      nodes: nodes.length,
      gives: replicatedAway(context, nodes),
      called: balanceOfNames(nodes),
    }));
  ranked.sort(
    (a, b) => b.gives - a.gives || b.called - a.called || b.nodes - a.nodes || (a.region < b.region ? -1 : 1),
  );
  return ranked[0]?.region;
}

/** How many more of these are called primary than are called by a word for what stands by, they or the folder of their root. */
function balanceOfNames(nodes: readonly DraftNode[]): number {
  let balance = 0;
  for (const { deployment, address } of nodes) {
    const called = roleCalled(`${deployment}/${address}`);
    if (called !== undefined) balance += called === 'primary' ? 1 : -1;
  }
  return balance;
}

/** How many more of these replicate to another Region than are replicas of one there. */
function replicatedAway(context: GraphContext, nodes: readonly DraftNode[]): number {
  let balance = 0;
  for (const node of nodes) {
    const isElsewhere = (other: DraftNode | undefined): boolean =>
      other !== undefined && same(other.region, node.region) === 'no';
    if (context.from('replicatesTo', node).some(({ to, certain }) => certain && isElsewhere(context.get(to))))
      balance += 1;
    if (context.to('replicatesTo', node).some(({ from, certain }) => certain && isElsewhere(context.get(from))))
      balance -= 1;
  }
  return balance;
}

/** Regions that are not known, of which replication tells something. */
interface UnsetRegions {
  /** Those of what is replicated elsewhere, and of no replica: whatever they are, they are the primary one. */
  readonly sources: ReadonlySet<string>;
  /** Those of replicas: another Region than the primary one, unless both turn out to be the same. */
  readonly replicas: ReadonlySet<string>;
}

function unsetRegions(context: GraphContext, members: readonly DraftNode[]): UnsetRegions {
  const sources = new Set<string>();
  const replicas = new Set<string>();
  for (const replica of members) {
    for (const source of sourcesElsewhere(context, replica)) {
      if (source.region instanceof UnknownLeaf) sources.add(keyOf(source.region));
      if (replica.region instanceof UnknownLeaf) replicas.add(keyOf(replica.region));
    }
  }
  return { sources: new Set([...sources].filter((region) => !replicas.has(region))), replicas };
}

function keyOf(region: UnknownLeaf): string {
  return identityKey(region) ?? '';
}

interface RegionsOfNode {
  readonly regions: WorkloadRegions;
  /** Its deployment lies in several Regions, and not all of them are known; or it may be that of the standby. */
  readonly isDivided: boolean;
  readonly unset: UnsetRegions;
}

function roleByRegion(context: GraphContext, node: DraftNode, { regions, isDivided, unset }: RegionsOfNode): Document {
  if (typeof node.region === 'string') {
    if (node.region === regions.primary) return 'primary';
    if (regions.recovery.some((region) => region === node.region)) return 'recovery';
  }
  // Without a Region it lies wherever one looks at it from: records, distributions.
  if (node.region === undefined) return 'primary';
  if (sourcesElsewhere(context, node).length > 0) return 'recovery';
  if (context.from('replicatesTo', node).length > 0 || !(node.region instanceof UnknownLeaf)) return 'primary';
  const key = keyOf(node.region);
  if (unset.sources.has(key)) return 'primary';
  if (regions.recovery.length === 0 && !isDivided && !unset.replicas.has(key)) return 'primary';
  return new UnknownLeaf({ key: `role in ${key}`, reason: node.region.symbol().reason });
}

/** What it is a copy of, in another Region or in one not known to be the same; none where both copy each other. */
function sourcesElsewhere(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  return context.to('replicatesTo', node).flatMap((relation) => {
    const source = context.get(relation.from);
    if (source === undefined || !relation.certain || same(source.region, node.region) === 'yes') return [];
    const isMutual = context.from('replicatesTo', node).some(({ to, certain }) => to === source.id && certain);
    return isMutual ? [] : [source];
  });
}
