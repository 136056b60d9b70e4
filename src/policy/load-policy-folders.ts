/** The built-in policies and those of the user's own folders: `<folder>/<service>/<check>.yaml` is `<service>/<check>`. */
import { posix } from 'node:path';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { readSource } from '../core/read-source.ts';
import { builtInGroups, builtInPolicies, tiersWith } from './built-in.ts';
import { knownTypes } from './known-types.ts';
import { loadPolicy } from './load-policies.ts';
import type { Policy } from './policy.ts';
import type { PolicyVocabulary } from './policy-vocabulary.ts';

/** A policy of the user's replaces a built-in one with the same id. Mistakes are told, and the other policies loaded. */
export async function loadPolicyFolders(
  folders: readonly string[],
  fileSystem: FileSystem,
): Promise<Outcome<readonly Policy[]>> {
  const vocabulary: PolicyVocabulary = { tiers: tiersWith({}), groups: builtInGroups(), types: knownTypes() };
  const policies = new Map<string, Policy>(builtInPolicies().map((policy) => [policy.id, policy]));
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    for (const path of yamlFiles(folder, fileSystem)) {
      const source = readSource(fileSystem, path);
      diagnostics.push(...source.diagnostics);
      if (source.value === undefined) continue;
      const id = posix.relative(folder, path).replace(/\.ya?ml$/u, '');
      const loaded = await loadPolicy(id, source.value, vocabulary);
      diagnostics.push(...loaded.diagnostics);
      if (loaded.value !== undefined) policies.set(id, loaded.value.policy);
    }
  }
  return outcome([...policies.values()], diagnostics);
}

/** Two levels: service and check. */
function yamlFiles(folder: string, fileSystem: FileSystem): readonly string[] {
  const files: string[] = [];
  for (const service of fileSystem.list(folder) ?? []) {
    if (service.kind !== 'directory') continue;
    for (const check of fileSystem.list(posix.join(folder, service.name)) ?? []) {
      if (check.kind === 'file' && /\.ya?ml$/u.test(check.name))
        files.push(posix.join(folder, service.name, check.name));
    }
  }
  return files;
}
