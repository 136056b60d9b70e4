/**
 * Primary or recovery: as the deployment or the stated Regions say; else by inference (the Region with most resources is
 * the primary one), which the report says aloud. Unknown where the Region is unknown and a recovery Region exists.
 */
import { appendTo } from '../../core/append-to.ts';
import type { Config } from '../../config/config.ts';
import { UnknownLeaf, type Document } from '../../core/document.ts';
import { parseRegion, type Region } from '../../core/ids.ts';
import type { Deployment } from '../../evaluation/deployment.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { identityKey, same } from '../identity/same.ts';
import type { WorkloadDraft, WorkloadRegions } from './workload-draft.ts';

export function settleRoles(
  context: GraphContext,
  workload: WorkloadDraft,
  config: Config,
  deployments: ReadonlyMap<string, Deployment>,
): void {
  workload.regions = regionsOf(context, workload, config, deployments);
  for (const node of workload.members) {
    node.role = deployments.get(node.deployment)?.role ?? roleByRegion(context, node, workload.regions);
  }
}

function regionsOf(
  context: GraphContext,
  workload: WorkloadDraft,
  config: Config,
  deployments: ReadonlyMap<string, Deployment>,
): WorkloadRegions {
  const stated = [...deployments.values()].filter((each) => each.region !== undefined);
  const primary = config.regions.primary ?? stated.find((each) => each.role === 'primary')?.region;
  const recovery = [
    ...config.regions.recovery,
    ...stated.flatMap((each) => (each.role === 'recovery' && each.region !== undefined ? [each.region] : [])),
  ];
  const counted = countRegions(workload.members);
  const inferred = primary ?? mostUsed(context, counted, new Set(recovery));
  const others = [...counted.keys()].filter((region) => region !== inferred);
  return {
    primary: inferred,
    recovery: recovery.length > 0 ? [...new Set(recovery)] : others.sort(),
    inferred: primary === undefined || recovery.length === 0,
  };
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
    const judged = node.kind === 'declared' || node.kind === 'part' || node.kind === 'modelled';
    const region = typeof node.region === 'string' ? parseRegion(node.region) : undefined;
    if (!judged || region === undefined || !anchors.some((prefix) => node.type.startsWith(prefix))) continue;
    appendTo(counted, region, node);
  }
  return counted;
}

/** The Region with most resources; of equals the one that replicates to the others, then the first by name. */
function mostUsed(
  context: GraphContext,
  counted: ReadonlyMap<Region, readonly DraftNode[]>,
  recovery: ReadonlySet<Region>,
): Region | undefined {
  const ranked = [...counted]
    .filter(([region]) => !recovery.has(region))
    .map(([region, nodes]) => ({ region, nodes: nodes.length, sources: countSources(context, nodes) }));
  ranked.sort((a, b) => b.nodes - a.nodes || b.sources - a.sources || (a.region < b.region ? -1 : 1));
  return ranked[0]?.region;
}

function countSources(context: GraphContext, nodes: readonly DraftNode[]): number {
  return nodes.filter((node) => context.from('replicatesTo', node).length > 0).length;
}

function roleByRegion(context: GraphContext, node: DraftNode, regions: WorkloadRegions): Document {
  if (typeof node.region === 'string') {
    if (node.region === regions.primary) return 'primary';
    if (regions.recovery.some((region) => region === node.region)) return 'recovery';
  }
  // Without a Region it lies wherever one looks at it from: records, distributions.
  if (node.region === undefined) return 'primary';
  if (isReplicaElsewhere(context, node)) return 'recovery';
  if (context.from('replicatesTo', node).length > 0) return 'primary';
  if (!(node.region instanceof UnknownLeaf) || regions.recovery.length === 0) return 'primary';
  const { reason } = node.region.symbol();
  return new UnknownLeaf({ key: `role in ${identityKey(node.region) ?? ''}`, reason });
}

/** A copy of something in another Region, or of something whose Region is not known to be the same; not where both copy each other. */
function isReplicaElsewhere(context: GraphContext, node: DraftNode): boolean {
  return context.to('replicatesTo', node).some((relation) => {
    const source = context.get(relation.from);
    if (source === undefined || !relation.certain || same(source.region, node.region) === 'yes') return false;
    return !context.from('replicatesTo', node).some(({ to, certain }) => to === source.id && certain);
  });
}
