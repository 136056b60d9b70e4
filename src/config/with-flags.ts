/** What the command line states over the configuration: Config and flags → Config. */
import type { Region } from '../core/ids.ts';
import type { Config } from './config.ts';

/** Seconds for the objectives; undefined and empty where a flag is not given. */
export interface ConfigFlags {
  readonly tier: string | undefined;
  readonly rto: number | undefined;
  readonly rpo: number | undefined;
  readonly region: Region | undefined;
  readonly recoveryRegions: readonly Region[];
}

export function withFlags(config: Config, flags: ConfigFlags): Config {
  return {
    ...config,
    ...promiseOf(config, flags),
    regions: {
      primary: flags.region ?? config.regions.primary,
      recovery: flags.recoveryRegions.length > 0 ? flags.recoveryRegions : config.regions.recovery,
    },
  };
}

/** Tier and objectives are one promise: whoever states a part of it on the command line replaces it all. */
function promiseOf(config: Config, { tier, rto, rpo }: ConfigFlags): Pick<Config, 'tier' | 'objectives'> {
  const states = rto !== undefined || rpo !== undefined;
  if (tier === undefined && !states) return { tier: config.tier, objectives: config.objectives };
  return { tier, objectives: states ? { rto, rpo, perDisruption: {} } : undefined };
}
