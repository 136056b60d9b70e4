/** The real linter and printers, each loaded when it is first needed. */
import { version } from '../core/version.ts';
import { outcome } from '../core/outcome.ts';
import type { RunDependencies } from './run-dependencies.ts';

export const dependencies: RunDependencies = {
  version,
  lint: async (request) => {
    const [{ lint }, policies] = await Promise.all([
      import('../lint.ts'),
      dependencies.loadPolicies([...request.config.policies.extend, ...request.policyFolders], request.fileSystem),
    ]);
    return lint({ ...request, policies: policies.value });
  },
  tierNames: async () => (await import('../policy/built-in.ts')).tiersWith({}).names,
  loadPolicies: async (folders, fileSystem) => {
    const { builtInPolicies } = await import('../policy/built-in.ts');
    if (folders.length === 0) return outcome(builtInPolicies());
    const { loadPolicyFolders } = await import('../policy/load-policy-folders.ts');
    return loadPolicyFolders(folders, fileSystem);
  },
  reporterNames: async () => (await import('../reporters/index.ts')).reporterNames,
  loadReporter: async (name) => {
    const { isReporterName, loadReporter } = await import('../reporters/index.ts');
    return isReporterName(name) ? loadReporter(name) : undefined;
  },
  printGraph: async (graph) => (await import('../reporters/graph-json.ts')).graphJson(graph),
  printPolicies: async (policies, format) => {
    const [{ policiesJson, policiesTable }, tiers] = await Promise.all([
      import('../reporters/policies-table.ts'),
      builtInTiers(),
    ]);
    return format === 'json' ? policiesJson(policies) : policiesTable(policies, tiers);
  },
  printPolicy: async (policy, format, options) => {
    const [{ explainJson, explainText }, tiers] = await Promise.all([
      import('../reporters/explain.ts'),
      builtInTiers(),
    ]);
    return format === 'json' ? explainJson(policy) : explainText(policy, tiers, options);
  },
};

async function builtInTiers(): Promise<ReturnType<typeof import('../policy/built-in.ts').tiersWith>> {
  return (await import('../policy/built-in.ts')).tiersWith({});
}
