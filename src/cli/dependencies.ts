/** The real linter and printers, each loaded only when a run needs it. */
import type { Config } from '../config/config.ts';
import { homepage, version } from '../core/version.ts';
import type { Tiers } from '../policy/tiers.ts';
import type { RunDependencies } from './run-dependencies.ts';

export const dependencies: RunDependencies = {
  version,
  homepage,
  lint: async (options) => (await import('../lint.ts')).lint(options),
  loadEdits: async () => ({
    ...(await import('../edits/settle-edits.ts')),
    ...(await import('../edits/edited-files.ts')),
    ...(await import('../edits/unified-diff.ts')),
  }),
  tierNames: async () => (await tiersOf({ tiers: {} })).names,
  loadPolicies: async (folders, fileSystem) =>
    (await import('../policy/load-policy-folders.ts')).loadPolicyFolders(folders, fileSystem),
  testPolicies: async (folders, policies, fileSystem) =>
    (await import('../examples/test-policies.ts')).testPolicies(folders, policies, fileSystem),
  reporterNames: async () => (await import('../reporters/index.ts')).reporterNames,
  loadReporter: async (name) => {
    const { isReporterName, loadReporter } = await import('../reporters/index.ts');
    return isReporterName(name) ? loadReporter(name) : undefined;
  },
  printGraph: async (report, format) => {
    const { isGraphFormat, loadGraphPrinter } = await import('../reporters/graph-formats.ts');
    if (!isGraphFormat(format)) throw new Error(`no printer for the format ${format}`);
    return (await loadGraphPrinter(format))(report);
  },
  printAssessment: async (report, format, options) => {
    const { isAssessFormat, loadAssessPrinter } = await import('../reporters/assess/assess-formats.ts');
    if (!isAssessFormat(format)) throw new Error(`no printer for the format ${format}`);
    return (await loadAssessPrinter(format))(report, options);
  },
  printPolicies: async ({ policies, config }, format, columns) => {
    const { policiesJson, policiesTable } = await import('../reporters/policies-table.ts');
    return format === 'json' ? policiesJson(policies) : policiesTable(policies, await tiersOf(config), columns);
  },
  printPolicy: async ({ policy, config, fileSystem }, format, options) => {
    const { examplesToShow } = await import('../examples/shown-example.ts');
    const explained = { policy, examples: await examplesToShow(policy, fileSystem) };
    if (format === 'markdown') {
      return (await import('../reporters/policy-markdown.ts')).policyMarkdown(explained, await tiersOf(config));
    }
    const { explainJson, explainText } = await import('../reporters/explain.ts');
    return format === 'json' ? explainJson(explained) : explainText(explained, await tiersOf(config), options);
  },
};

/** The built-in tiers and those of the configuration. */
async function tiersOf({ tiers }: Pick<Config, 'tiers'>): Promise<Tiers> {
  return (await import('../policy/built-in.ts')).tiersWith(tiers);
}
