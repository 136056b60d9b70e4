import { expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/default-config.ts';
import { withFlags, type ConfigFlags } from '../../src/config/with-flags.ts';
import { parseRegion, type Region } from '../../src/core/ids.ts';

function region(code: string): Region {
  const parsed = parseRegion(code);
  if (parsed === undefined) throw new Error(`${code} is no Region`);
  return parsed;
}

const noFlags: ConfigFlags = {
  tier: undefined,
  rto: undefined,
  rpo: undefined,
  region: undefined,
  recoveryRegions: [],
};

const configured: Config = {
  ...defaultConfig,
  tier: 'pilot-light',
  objectives: { rto: 1800, rpo: 60, perDisruption: { data: { rto: undefined, rpo: 3600 } } },
  regions: { primary: region('us-east-1'), recovery: [region('us-west-2')] },
  policies: { extend: ['ours'], overrides: new Map() },
};

test.each<{ what: string; flags: Partial<ConfigFlags>; changed: Partial<Config> }>([
  { what: 'nothing', flags: {}, changed: {} },
  {
    what: 'a tier replaces the whole promise',
    flags: { tier: 'warm-standby' },
    changed: { tier: 'warm-standby', objectives: undefined },
  },
  {
    what: 'objectives replace the whole promise',
    flags: { rto: 600 },
    changed: { tier: undefined, objectives: { rto: 600, rpo: undefined, perDisruption: {} } },
  },
  {
    what: 'a Region replaces the primary one',
    flags: { region: region('eu-west-1') },
    changed: { regions: { primary: region('eu-west-1'), recovery: [region('us-west-2')] } },
  },
  {
    what: 'recovery Regions replace those configured',
    flags: { recoveryRegions: [region('eu-west-3')] },
    changed: { regions: { primary: region('us-east-1'), recovery: [region('eu-west-3')] } },
  },
])('$what', ({ flags, changed }) => {
  expect(withFlags(configured, { ...noFlags, ...flags })).toEqual({ ...configured, ...changed });
});
