/** Which resources of a workload its tier is measured by, and by which tiers. */
import type { WorkloadSummary } from '../graph/build-graph.ts';
import type { GraphNode } from '../graph/node.ts';
import type { TierSteps } from './achieved-tier.ts';

/** Whether a resource was given a lower tier than its workload's: it is then no member of the ladders. */
export function hasLowerTier(node: GraphNode, workload: WorkloadSummary, tiers: readonly TierSteps[]): boolean {
  return rankOf(node.tier, tiers) < rankOf(workload.tier.name, tiers);
}

/** Tiers of the user's own are reached by workloads that promise them; others are measured by the built-in ones. */
export function tiersFor<T extends TierSteps>({ tier }: WorkloadSummary, tiers: readonly T[]): readonly T[] {
  return tiers.filter(({ name, base }) => name === base || name === tier.name);
}

function rankOf(name: string | undefined, tiers: readonly TierSteps[]): number {
  return tiers.findIndex((tier) => tier.name === name);
}
