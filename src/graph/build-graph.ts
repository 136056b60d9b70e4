/**
 * From normal resources to the graph, in fixed steps: identity, place, relations written in properties, workload and role,
 * counterparts, facts. Afterwards nothing changes any more.
 */
import type { Config } from '../config/config.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { NodeId } from '../core/ids.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { Deployment } from '../evaluation/deployment.ts';
import type { NormalResource } from '../normalization/normal-resource.ts';
import { BuiltNode } from './built-node.ts';
import type { DraftNode } from './draft.ts';
import { setCacheSettings } from './facts/capacity/cache-settings.ts';
import { setCapacities } from './facts/capacity/capacity.ts';
import { setEnvironmentOptions } from './facts/capacity/environment-options.ts';
import { setFinalSnapshots } from './facts/deletion/final-snapshot.ts';
import { setBackupBuckets } from './facts/backup/backup-buckets.ts';
import { setCreatedFirst } from './facts/code/created-first.ts';
import { setFarEnds } from './facts/traffic/far-end.ts';
import { setImages } from './facts/code/image.ts';
import { setKeptAtDeletion } from './facts/deletion/kept-at-deletion.ts';
import { setLiteralNames } from './facts/code/literal-name.ts';
import { setLiteralRegions } from './facts/code/literal-regions.ts';
import { setMountTargetZones } from './facts/zones/mount-target-zones.ts';
import { setDifferences } from './facts/code/parity.ts';
import { setReplicaShares } from './facts/capacity/replica-share.ts';
import { isAuxiliaryName, setKinds } from './facts/resource-kinds.ts';
import { setRemovedWithStacks } from './facts/deletion/removed-with-stack.ts';
import { setSearchNodes } from './facts/capacity/search-nodes.ts';
import { setSpotOnly } from './facts/capacity/spot-only.ts';
import { setTableScaling } from './facts/capacity/table-scaling.ts';
import { setWindowOverlaps } from './facts/backup/window-overlap.ts';
import { setZonesOfMembers } from './facts/zones/zones-of-members.ts';
import { setTargetHealth } from './facts/traffic/target-health.ts';
import { setSubnetReach } from './facts/zones/subnet-reach.ts';
import { setWrittenZones } from './facts/code/written-zones.ts';
import { setZonesSpanned } from './facts/zones/zones-spanned.ts';
import { GraphContext, symbolOf, type RelationEnd } from './graph-context.ts';
import { draftNodes } from './identity/draft-nodes.ts';
import { identifyLookedUp } from './identity/looked-up.ts';
import { settleAccounts } from './place/accounts.ts';
import { settleRegions } from './place/regions.ts';
import { settleZones } from './place/zones.ts';
import { isDeclared } from './node.ts';
import { relateCounterparts } from './relations/counterpart-of.ts';
import { relateEgress } from './relations/egresses-through.ts';
import { relateKeys } from './relations/encrypted-by.ts';
import { relateGlobalDatastores } from './relations/replication/global-datastores.ts';
import { relateLaunchTemplates } from './relations/launched-from.ts';
import { relateClusterMembers } from './relations/member-of.ts';
import { relateReplicaKeys } from './relations/replication/replica-keys.ts';
import { relateReplicatedBackups } from './relations/replication/replicated-backups.ts';
import { relateReplication } from './relations/replication/replicates-to.ts';
import { relateRunsIn } from './relations/runs-in.ts';
import { relateState } from './relations/state-in.ts';
import { relateTransfers } from './relations/replication/transfers.ts';
import { relateWarehouseCopies } from './relations/replication/warehouse-copies.ts';
import { relateBackups } from './relate-backups.ts';
import { relateOperations } from './relate-operations.ts';
import { relateTraffic } from './relate-traffic.ts';
import { ResourceGraph } from './resource-graph.ts';
import { assignWorkloads, tierMistakes, workloadOf } from './workload/assign.ts';
import type { Needs } from './workload/needs.ts';
import { withResidency } from './workload/residency.ts';
import { settleRoles } from './workload/roles.ts';
import { workloadNode } from './workload/workload-node.ts';
import type { TierChoice, WorkloadDraft, WorkloadRegions, WorkloadTier } from './workload/workload-draft.ts';

export interface GraphInput {
  readonly resources: readonly NormalResource[];
  readonly deployments: readonly Deployment[];
  readonly config: Config;
  readonly tiers: TierChoice;
}

export interface BuiltGraph {
  readonly graph: ResourceGraph;
  readonly workloads: readonly WorkloadSummary[];
  readonly unread: readonly UnreadModule[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A module call or template that could not be read, and what it could declare. */
export interface UnreadModule {
  readonly id: NodeId;
  readonly address: string;
  /** What it stands for in what is not known. */
  readonly symbol: UnknownSymbol;
  /** By its name it holds only logs or the like. */
  readonly auxiliary: boolean;
  readonly workload: string | undefined;
  readonly could: (type: string) => boolean;
}

/** What later stages need to know of a workload beside its node. */
export interface WorkloadSummary {
  readonly name: string;
  readonly tier: WorkloadTier;
  readonly regions: WorkloadRegions;
  readonly needs: Needs;
}

export function buildGraph(input: GraphInput): BuiltGraph {
  const { nodes, unread } = draftNodes(input.resources);
  const context = new GraphContext(nodes, unread);
  relateWhatIsWritten(context);
  const deployments = new Map(input.deployments.map((deployment) => [deployment.id, deployment]));
  const workloads = assignWorkloads(context, input);
  for (const workload of workloads) {
    settleRoles(context, workload, input.config, deployments);
    relateState(context, workload, deployments);
  }
  setCapacities(context);
  for (const workload of workloads) relateCounterparts(context, workload);
  setDifferences(context);
  const workloadNodes = workloads.map((workload) => relateMembers(context, workload, input.config));
  return {
    graph: new ResourceGraph(
      [...context.all(), ...workloadNodes].map((draft) => new BuiltNode(draft)),
      withResidency(context, new Map(workloads.map(({ name, config }) => [name, config?.needs ?? {}]))),
    ),
    diagnostics: tierMistakes(workloads, input),
    unread: unreadModules(context, input.config),
    workloads: workloads.map(({ name, tier, regions, config }) => ({
      name,
      tier,
      regions,
      needs: config?.needs ?? {},
    })),
  };
}

/** Places, relations and facts that need no workload. */
function relateWhatIsWritten(context: GraphContext): void {
  settleRegions(context);
  settleAccounts(context);
  identifyLookedUp(context);
  setKinds(context);
  setKeptAtDeletion(context);
  setRemovedWithStacks(context);
  relateParts(context);
  relateRunsIn(context);
  settleZones(context);
  setZonesSpanned(context);
  setSubnetReach(context);
  relateEgress(context);
  relateLaunchTemplates(context);
  relateReplication(context);
  relateGlobalDatastores(context);
  relateTransfers(context);
  relateClusterMembers(context);
  relateReplicaKeys(context);
  relateKeys(context);
  relateReplicatedBackups(context);
  relateWarehouseCopies(context);
  relateBackups(context);
  relateTraffic(context);
  relateOperations(context);
  setTargetHealth(context);
  setBackupBuckets(context);
  setImages(context);
  setWrittenZones(context);
  setCreatedFirst(context);
  setLiteralRegions(context);
  setLiteralNames(context);
  setFinalSnapshots(context);
  setZonesOfMembers(context);
  setMountTargetZones(context);
  setReplicaShares(context);
  setCacheSettings(context);
  setSpotOnly(context);
  setEnvironmentOptions(context);
  setSearchNodes(context);
  setFarEnds(context);
  setTableScaling(context);
  setWindowOverlaps(context);
}

function unreadModules(context: GraphContext, config: Config): readonly UnreadModule[] {
  return context.unread.map((unread) => ({
    id: unread.node.id,
    address: unread.node.address,
    symbol: symbolOf(unread),
    auxiliary: isAuxiliaryName(unread.node.address),
    workload: workloadOf(unread.node, config),
    could: (type) => unread.could(type),
  }));
}

function relateParts(context: GraphContext): void {
  for (const node of context.nodes.values()) {
    if (node.owner !== undefined) context.relate('partOf', node, { node: node.owner, certain: true });
  }
}

/** What a workload may hold in a module that could not be read, where policies ask whether it holds any. */
const askedOfWorkloads = ['AWS::EC2::VPC', 'AWS::Route53::RecordSet'];

/** Of each template that may be deployed to another Region, too, one thing that it then holds there, and its networks. */
function elsewhere(context: GraphContext, members: readonly DraftNode[]): readonly RelationEnd[] {
  const seen = new Set<string>();
  return members.filter(isDeclared).flatMap((member) => {
    if (seen.has(member.deployment) && !askedOfWorkloads.includes(member.type)) return [];
    const other = context.elsewhere(member);
    if (other === undefined) return [];
    seen.add(member.deployment);
    return other;
  });
}

function relateMembers(context: GraphContext, workload: WorkloadDraft, config: Config): DraftNode {
  const node = workloadNode(workload);
  for (const unread of context.unread) {
    if (workloadOf(unread.node, config) !== workload.name) continue;
    const because = `${unread.node.address} could not be read and could declare it`;
    for (const type of askedOfWorkloads.filter((each) => unread.could(each))) {
      context.relate('contains', node, { node: context.possible(unread, type), certain: false, because });
    }
  }
  for (const member of workload.members) {
    if (member.kind === 'looked-up' || member.kind === 'settings') continue;
    context.relate('contains', node, { node: member, certain: true });
  }
  for (const other of elsewhere(context, workload.members)) context.relate('contains', node, other);
  return node;
}
