/** The estimates of a workload and of each resource on its recovery path, held against what is promised. */
import type { Config } from '../config/config.ts';
import { MeasureLeaf } from '../core/document.ts';
import type { NodeId } from '../core/ids.ts';
import type { WorkloadSummary } from '../graph/build-graph.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { TierSteps } from './achieved-tier.ts';
import { disruptions, type Disruption, type Estimate, type LadderName } from './assessment.ts';
import { composed, estimateOf, type Unpromised } from './estimate-workload.ts';
import { provisosOfStart } from './provisos.ts';
import { promiseOf, type PromiseSettings } from './promise.ts';
import type { PathMember } from './recovery-path.ts';

export interface EstimateInput {
  readonly graph: ResourceGraph;
  readonly workload: WorkloadSummary;
  /** All of the workload, also those with a tier of their own. */
  readonly nodes: readonly GraphNode[];
  readonly path: readonly PathMember[];
  /** Those of the path that the promise of the workload holds for. */
  readonly members: readonly PathMember[];
  readonly tiers: readonly TierSteps[];
  readonly config: Pick<Config, 'regions' | 'deployments' | 'responseTime'>;
  /** Whether what could not be read may hold such a part. */
  readonly couldHold: Readonly<Record<LadderName, boolean>>;
}

export interface Estimates {
  readonly workload: ReadonlyMap<Disruption, Estimate>;
  readonly resources: ReadonlyMap<NodeId, ReadonlyMap<Disruption, Estimate>>;
}

export function estimatesOf(input: EstimateInput): Estimates {
  const { graph, workload, nodes, path, members, config } = input;
  const settings = {
    graph,
    responseTime: config.responseTime,
    couldHold: input.couldHold,
    startProvisos: provisosOfStart(graph, nodes),
  };
  const isReplicated = members.some(({ node }) => replicates(graph, node));
  return {
    workload: perDisruption(
      (disruption) => composed(members, disruption, settings),
      promiseSettings(input, workload.tier.name, isReplicated),
    ),
    resources: new Map(path.map((member) => [member.node.id, ofResource(input, member)])),
  };
}

function ofResource(input: EstimateInput, member: PathMember): ReadonlyMap<Disruption, Estimate> {
  const { node } = member;
  const settings = promiseSettings(input, node.tier ?? '', replicates(input.graph, node));
  return perDisruption((disruption) => estimateOf(member, disruption, input.graph), settings);
}

function perDisruption(
  estimate: (disruption: Disruption) => Unpromised,
  settings: PromiseSettings,
): ReadonlyMap<Disruption, Estimate> {
  return new Map(
    disruptions.map((disruption) => {
      const { basis, ...figures } = estimate(disruption);
      return [disruption, { ...figures, promise: promiseOf(disruption, { ...figures, basis }, settings) }];
    }),
  );
}

function replicates(graph: ResourceGraph, node: GraphNode): boolean {
  return graph.follow(node.id, 'replicatesTo').some(({ relation }) => relation.certain);
}

function promiseSettings(input: EstimateInput, tierName: string, isReplicated: boolean): PromiseSettings {
  const { workload, tiers, config } = input;
  const tier = tiers.find(({ name }) => name === tierName);
  // A resource with a tier of its own keeps a promise of its own.
  const objectives = tierName === workload.tier.name ? workload.tier.objectives : undefined;
  const gap = tier?.parameters['backupGap'];
  const limits = [
    gap instanceof MeasureLeaf ? gap.interval().low : Infinity,
    isReplicated ? Infinity : (objectives?.rpo ?? Infinity),
  ];
  return {
    objectives,
    backupGap: Math.min(...limits),
    backupOnly: tier === undefined || (tier.steps.compute === 0 && tier.steps.traffic === 0),
    statesRecoveryRegion:
      config.regions.recovery.length > 0 || config.deployments.some(({ role }) => role === 'recovery'),
  };
}
