/** The policies, tiers and groups that come with dr-lint, as they were compiled in. */
import type { GroupsFile, TierFile } from './policy-file.ts';
import { groupFiles, policyFiles, tierFiles } from './built-in-policies.generated.ts';
import { groupsFromFile, type Groups } from './groups.ts';
import type { Policy } from './policy.ts';
import { policyFromFile } from './policy-from-file.ts';
import { tiersFromFile } from './tiers-from-file.ts';
import type { Tiers } from './tiers.ts';

let policies: readonly Policy[] | undefined;

/** The same objects each time: what is compiled of a policy is kept with it. */
export function builtInPolicies(): readonly Policy[] {
  return (policies ??= Object.entries(policyFiles).map(([id, file]) => policyFromFile(id, file, undefined)));
}

export function builtInGroups(): Groups {
  const files: GroupsFile = groupFiles;
  return groupsFromFile(files);
}

/** With the tiers of a configuration on top, whose shape its schema has checked. */
export function tiersWith(own: Readonly<Record<string, unknown>>): Tiers {
  const files: [string, TierFile][] = [];
  for (const [name, file] of Object.entries(own)) if (isTierFile(file)) files.push([name, file]);
  return tiersFromFile(tierFiles, Object.fromEntries(files));
}

function isTierFile(file: unknown): file is TierFile {
  return typeof file === 'object' && file !== null && 'extends' in file;
}
