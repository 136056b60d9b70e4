/** From the graph to what would happen: the three ladders of each workload and the tier that it achieves. */
import type { Config } from '../config/config.ts';
import type { NodeId } from '../core/ids.ts';
import type { GraphNode } from '../graph/node.ts';
import type { UnreadModule, WorkloadSummary } from '../graph/build-graph.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { achievedTier, ladderOf, type Achievement, type TierSteps } from './achieved-tier.ts';
import type { Assessment, Disruption, Estimate, LadderName, WorkloadAssessment } from './assessment.ts';
import { regionalEntryTypes } from './entry-points.ts';
import { estimatesOf } from './estimates.ts';
import { ladderMember } from './ladder-step.ts';
import { hasLowerTier, tiersFor } from './membership.ts';
import { read } from './read-node.ts';
import { recoveryPath, type PathMember } from './recovery-path.ts';
import { servingTypes } from './serving.ts';
import { leavesRegion } from './stores.ts';

export interface AssessmentInput {
  readonly graph: ResourceGraph;
  readonly workloads: readonly WorkloadSummary[];
  /** Ascending. */
  readonly tiers: readonly TierSteps[];
  readonly config: Pick<Config, 'regions' | 'deployments' | 'traffic' | 'responseTime'>;
  readonly unread: readonly UnreadModule[];
}

export function assess(input: AssessmentInput): Assessment {
  const resources = new Map<NodeId, ReadonlyMap<Disruption, Estimate>>();
  const workloads = input.workloads.map((workload) => {
    const nodes = [...input.graph.nodes.values()].filter((node) => node.workload === workload.name);
    const unread = input.unread.filter((part) => part.workload === workload.name && !part.auxiliary);
    const path = recoveryPath({ ...input, nodes, unread });
    const members = path.filter(({ node }) => !hasLowerTier(node, workload, input.tiers));
    const parts: WorkloadParts = { workload, nodes, members, unread, couldHold: couldHoldParts(unread) };
    const estimates = estimatesOf({ ...input, ...parts, path });
    for (const [id, each] of estimates.resources) resources.set(id, each);
    return { ...tierOfWorkload(input, parts), estimates: estimates.workload };
  });
  return { workloads, resources };
}

/** A workload with what it consists of. */
interface WorkloadParts {
  readonly workload: WorkloadSummary;
  readonly nodes: readonly GraphNode[];
  /** What its tier is measured by. */
  readonly members: readonly PathMember[];
  readonly unread: readonly UnreadModule[];
  /** Whether what could not be read may hold a member of a ladder. */
  readonly couldHold: Readonly<Record<LadderName, boolean>>;
}

function tierOfWorkload(
  input: AssessmentInput,
  { workload, nodes, members, unread, couldHold }: WorkloadParts,
): Omit<WorkloadAssessment, 'estimates'> {
  const { graph } = input;
  const ladders = (['data', 'compute', 'traffic'] as const).map((name) =>
    ladderOf(name, members.filter(({ part }) => part === name).map(ladderMember), couldHold[name]),
  );
  const achievement = achievedTier(ladders, tiersFor(workload, input.tiers), {
    trafficIsExternal: input.config.traffic === 'external',
    leavesRegion: leavesRegion(graph, nodes),
    couldHoldData: couldHold.data,
    unread,
  });
  return {
    name: workload.name,
    tier: workload.tier.name,
    tierSource: workload.tier.source,
    objectivesDeclaredBy: workload.tier.declaredBy,
    objectives: { rto: workload.tier.rto, rpo: workload.tier.rpo },
    achievedTier: achievement.achieved,
    possibleTier: achievement.possible,
    possibleIf: achievement.possibleIf,
    heldBackBy: heldBackBy(graph, achievement),
    nextTier: achievement.next,
    ladders,
    regions: workload.regions,
    leftOut: leftOut(nodes, workload, input.tiers),
  };
}

const dataTypes = [
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DynamoDB::Table',
  'AWS::S3::Bucket',
  'AWS::EFS::FileSystem',
];

/** Types of which one in what was not read would stand on the recovery path. */
const typesOf: Readonly<Record<LadderName, readonly string[]>> = {
  data: dataTypes,
  compute: servingTypes,
  traffic: regionalEntryTypes,
};

function couldHoldParts(unread: readonly UnreadModule[]): Readonly<Record<LadderName, boolean>> {
  const holds = (part: LadderName): boolean => unread.some((each) => couldHold(each, typesOf[part]));
  return { data: holds('data'), compute: holds('compute'), traffic: holds('traffic') };
}

function couldHold(part: UnreadModule, types: readonly string[]): boolean {
  return types.some((type) => part.could(type));
}

/** Two of one name, in two deployments, are told apart by these. */
function heldBackBy(graph: ResourceGraph, { below }: Achievement): readonly string[] {
  const members = below.map((each) => ({ ...each, node: graph.node(each.member.node) }));
  const nameOf = (node: GraphNode | undefined): string | undefined => node?.construct?.path ?? node?.address;
  const deployments = new Map<string | undefined, Set<string>>();
  for (const { node } of members) {
    const name = nameOf(node);
    deployments.set(name, (deployments.get(name) ?? new Set<string>()).add(node?.deployment ?? ''));
  }
  return members.map(({ ladder, member, node }) => {
    const name = nameOf(node);
    const isAmbiguous = (deployments.get(name)?.size ?? 0) > 1;
    const told = isAmbiguous ? `${name} in ${node?.deployment}` : (name ?? member.node);
    return `${ladder}: ${told} is ${member.stepName} (${member.because})`;
  });
}

function leftOut(
  nodes: readonly GraphNode[],
  workload: WorkloadSummary,
  tiers: readonly TierSteps[],
): WorkloadAssessment['leftOut'] {
  const left: { readonly node: GraphNode['id']; readonly because: string }[] = [];
  for (const node of nodes) {
    if (node.kind !== 'declared' && node.kind !== 'modelled') continue;
    const auxiliary = read(node, 'facts', 'auxiliaryBecause');
    const exempt = read(node, 'exemptBecause');
    if (typeof exempt === 'string') left.push({ node: node.id, because: exempt });
    else if (typeof auxiliary === 'string') left.push({ node: node.id, because: auxiliary });
    else if (hasLowerTier(node, workload, tiers))
      left.push({ node: node.id, because: `has tier ${node.tier ?? ''} of its own` });
  }
  return left;
}
