/** A workload while the graph is being built: the resources that share a tier, and the Regions they live in. */
import type { Config, Objectives, WorkloadConfig } from '../../config/config.ts';
import type { Region } from '../../core/ids.ts';
import type { DraftNode } from '../draft.ts';

export interface WorkloadDraft {
  readonly name: string;
  /** Undefined for the one that takes everything the configuration doesn't name. */
  readonly config: WorkloadConfig | undefined;
  readonly members: DraftNode[];
  tier: WorkloadTier;
  regions: WorkloadRegions;
}

export interface WorkloadTier {
  readonly name: string;
  readonly source: 'stated' | 'objectives' | 'default';
  /** Seconds; for the loss of a Region. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  /** As they are stated, for each disruption. */
  readonly objectives: Objectives | undefined;
  /** What in the code states the objectives (a policy of AWS Resilience Hub); undefined: configuration or command line. */
  readonly declaredBy?: string;
}

export interface WorkloadRegions {
  readonly primary: Region | undefined;
  readonly recovery: readonly Region[];
  /** Not stated: taken from where most resources lie. */
  readonly inferred: boolean;
}

/** How tiers are chosen; given by whoever knows the tier data. */
export interface TierChoice {
  /** The lowest first. */
  readonly names: readonly string[];
  isTier(name: string): boolean;
  /** The cheapest tier that meets the objectives. */
  readonly sufficientFor: (objectives: {
    readonly rto: number | undefined;
    readonly rpo: number | undefined;
  }) => string;
}

/** The name of the workload that holds what no other does. */
export const defaultWorkload = 'default';

export function workloadTier(config: Config, workload: WorkloadConfig | undefined, choice: TierChoice): WorkloadTier {
  const stated = workload?.tier ?? (workload?.objectives === undefined ? config.tier : undefined);
  const objectives = workload?.objectives ?? config.objectives;
  if (stated !== undefined) return { name: stated, source: 'stated', objectives, ...promisedForRegion(objectives) };
  return tierByObjectives(objectives, choice);
}

/** The cheapest tier that the objectives for the loss of a Region ask for; others ask for none. */
export function tierByObjectives(objectives: Objectives | undefined, choice: TierChoice): WorkloadTier {
  const promised = promisedForRegion(objectives);
  if (promised.rto === undefined && promised.rpo === undefined) {
    const source = objectives === undefined ? 'default' : 'objectives';
    return { name: 'backup-restore', source, objectives, ...promised };
  }
  return { name: choice.sufficientFor(promised), source: 'objectives', objectives, ...promised };
}

/** What is stated for the Region alone goes before what is stated for instance, zone and Region together. */
function promisedForRegion(objectives: Objectives | undefined): Pick<WorkloadTier, 'rto' | 'rpo'> {
  const own = objectives?.perDisruption['region'];
  return { rto: own?.rto ?? objectives?.rto, rpo: own?.rpo ?? objectives?.rpo };
}
