/** The configuration when nothing is configured. */
import type { Config } from './config.ts';

export const defaultConfig: Config = Object.freeze({
  path: undefined,
  tier: undefined,
  objectives: undefined,
  tierTag: 'dr:tier',
  regions: Object.freeze({ primary: undefined, recovery: Object.freeze([]) }),
  workloads: Object.freeze([]),
  exempt: Object.freeze([]),
  deployments: Object.freeze([]),
  policies: Object.freeze({ extend: Object.freeze([]), overrides: new Map() }),
  suppress: Object.freeze([]),
  tiers: Object.freeze({}),
  responseTime: 0,
  traffic: undefined,
});
