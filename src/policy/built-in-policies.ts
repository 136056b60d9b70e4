/** What dr-lint brings along: policies, tiers and groups, compiled into the program from `policies/`. */
import { groupFiles, policyFiles, tierFiles } from './built-in-policies.generated.ts';
import { groupsFromFile, type Groups } from './groups.ts';
import type { Policy } from './policy.ts';
import type { TierFile } from './policy-file.ts';
import { policyFromFile } from './policy-from-file.ts';
import type { Tiers } from './tiers.ts';
import { tiersFromFile } from './tiers-from-file.ts';

/** By id. */
export function builtInPolicies(): readonly Policy[] {
  return Object.entries(policyFiles).map(([id, file]) => policyFromFile(id, file, undefined));
}

/** The four tiers, with the user's own on top of them. */
export function builtInTiers(own: Readonly<Record<string, TierFile>> = {}): Tiers {
  return tiersFromFile(tierFiles, own);
}

export function builtInGroups(): Groups {
  return groupsFromFile(groupFiles);
}
