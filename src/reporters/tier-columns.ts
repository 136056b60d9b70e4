/** What a policy says per tier, in the order of the tiers: the built-in ones from low to high, then the user's own. */
import type { ByTier } from '../policy/policy.ts';

const builtInTiers: readonly string[] = ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'];

export function tiersOf(...maps: readonly ByTier<unknown>[]): readonly string[] {
  const own = maps.flatMap((map) => Object.keys(map)).filter((tier) => !builtInTiers.includes(tier));
  return [...builtInTiers, ...new Set(own)];
}

/** The value at a tier; one that is missing takes that of the next higher tier that has one. */
export function atTier<T>(values: ByTier<T>, tier: string): T | undefined {
  if (Object.hasOwn(values, tier)) return values[tier];
  const at = builtInTiers.indexOf(tier);
  if (at === -1) return undefined;
  const higher = builtInTiers.slice(at + 1).find((each) => Object.hasOwn(values, each));
  return higher === undefined ? undefined : values[higher];
}
