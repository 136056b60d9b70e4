/**
 * Lints an example by some policies, on memory. A single file says at its top how it is linted: `# tier:`, `# region:`,
 * `# recovery-region:`; a folder does so in its own `.dr-lint.yaml`.
 */
import type { Config } from '../config/config.ts';
import { defaultConfig } from '../config/default-config.ts';
import { loadConfig } from '../config/load-config.ts';
import type { FileSystem } from '../core/file-system.ts';
import { memoryFileSystem } from '../core/file-system-memory.ts';
import { parseRegion, type Region } from '../core/ids.ts';
import { SourceFile } from '../core/source.ts';
import type { Report } from '../findings/report.ts';
import { lint, type LintOptions } from '../lint.ts';
import { builtInPolicies, tiersWith } from '../policy/built-in.ts';
import type { Policy } from '../policy/policy.ts';
import { exampleConfigName, type Example } from './example.ts';

/** The report, or what is wrong with the example's own settings. */
export type LintedExample =
  | { readonly kind: 'linted'; readonly report: Report }
  | { readonly kind: 'mistaken'; readonly mistakes: readonly string[] };

/** What is asked beside the verdicts. */
export type ExampleQuestions = Pick<LintOptions, 'withProposals'>;

/** A fixed day, so that no example changes its meaning as time goes by. */
const today = '2026-11-01';

/** What is promised where an example does not say it. */
const defaultTier = 'warm-standby';

/**
 * Every verdict of these policies.
 *
 * @param settings the files that say how it is linted, where the example's own text no longer does
 */
export async function lintExample(
  { files, parameters = [] }: Example,
  policies: readonly Policy[],
  settings: Example['files'] = files,
  asked: ExampleQuestions = {},
): Promise<LintedExample> {
  const fileSystem = memoryFileSystem(files);
  const regions = regionsOf(settings);
  const config = await configOf(settings, fileSystem, policies);
  const mistakes = [...regions.mistakes, ...config.mistakes];
  if (config.value === undefined || mistakes.length > 0) return { kind: 'mistaken', mistakes };
  const report = await lint({
    fileSystem,
    paths: ['.'],
    config: config.value,
    varFiles: [],
    parameters,
    region: regions.primary[0],
    policies,
    verdicts: 'all',
    today,
    ...asked,
  });
  return { kind: 'linted', report };
}

interface ReadConfig {
  readonly value: Config | undefined;
  readonly mistakes: readonly string[];
}

async function configOf(
  files: Example['files'],
  fileSystem: FileSystem,
  policies: readonly Policy[],
): Promise<ReadConfig> {
  const text = files[exampleConfigName];
  const tiers = tiersWith({}).names;
  if (text === undefined) {
    const [tier = defaultTier] = stated(files, 'tier');
    const mistakes = tiers.includes(tier) ? [] : [`"${tier}" is not a tier; these are ${tiers.join(', ')}.`];
    const recovery = regionsOf(files).recovery;
    return { value: { ...defaultConfig, tier, regions: { primary: undefined, recovery } }, mistakes };
  }
  const { value, diagnostics } = await loadConfig(new SourceFile(exampleConfigName, text), {
    tiers,
    policies: async () => [...policies, ...builtInPolicies()].map(({ id }) => id),
    realPath: (path) => fileSystem.realPath(path),
  });
  return { value, mistakes: diagnostics.map(({ message }) => message) };
}

interface StatedRegions {
  readonly primary: readonly Region[];
  readonly recovery: readonly Region[];
  readonly mistakes: readonly string[];
}

function regionsOf(files: Example['files']): StatedRegions {
  const names = { primary: stated(files, 'region'), recovery: stated(files, 'recovery-region') };
  const known = (list: readonly string[]): readonly Region[] => list.flatMap((name) => parseRegion(name) ?? []);
  return {
    primary: known(names.primary),
    recovery: known(names.recovery),
    mistakes: [...names.primary, ...names.recovery]
      .filter((name) => parseRegion(name) === undefined)
      .map((name) => `"${name}" is not a Region.`),
  };
}

/** The values of a setting that the files state at their tops. */
function stated(files: Example['files'], setting: string): readonly string[] {
  const pattern = new RegExp(String.raw`^# ${setting}: (.+)$`, 'gmu');
  return Object.values(files).flatMap((text) => [...text.matchAll(pattern)].map(([, value = '']) => value.trim()));
}
