/** A workload while the graph is being built: the resources that share a tier, and the Regions they live in. */
import type { Config, WorkloadConfig } from '../../config/config.ts';
import type { Region } from '../../core/ids.ts';
import type { DraftNode } from '../draft.ts';

export interface WorkloadDraft {
  readonly name: string;
  /** Undefined for the one that takes everything the configuration doesn't name. */
  readonly config: WorkloadConfig | undefined;
  readonly members: DraftNode[];
  readonly tier: WorkloadTier;
  regions: WorkloadRegions;
}

export interface WorkloadTier {
  readonly name: string;
  readonly source: 'stated' | 'objectives' | 'default';
  /** Seconds. */
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
}

export interface WorkloadRegions {
  readonly primary: Region | undefined;
  readonly recovery: readonly Region[];
  /** Not stated: taken from where most resources lie. */
  readonly inferred: boolean;
}

/** How tiers are chosen; given by whoever knows the tier data. */
export interface TierChoice {
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
  const promised = { rto: objectives?.rto, rpo: objectives?.rpo };
  if (stated !== undefined) return { name: stated, source: 'stated', ...promised };
  if (promised.rto !== undefined || promised.rpo !== undefined) {
    return { name: choice.sufficientFor(promised), source: 'objectives', ...promised };
  }
  return { name: 'backup-restore', source: 'default', ...promised };
}
