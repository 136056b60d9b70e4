/** Command line and `.dr-lint.yaml` → what to lint and how, or every mistake in them. */
import type { Config } from '../config/config.ts';
import { defaultConfig } from '../config/default-config.ts';
import { findConfig } from '../config/find-config.ts';
import { loadConfig, type Vocabulary } from '../config/load-config.ts';
import { withFlags } from '../config/with-flags.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { outcome, type Outcome } from '../core/outcome.ts';
import { readSource } from '../core/read-source.ts';
import { locationOf } from '../core/source.ts';
import { suggest } from '../core/suggest.ts';
import { done, mistaken, type Attempt } from './attempt.ts';
import type { CommandContext } from './command-context.ts';
import { commandNames } from './commands.ts';
import type { Environment } from './environment.ts';
import { readFlags } from './flags.ts';
import { commonFolder, fromWorkingDirectory, governedBy, isGlob, missing } from './named-paths.ts';
import type { Options } from './options.ts';
import { pathsWithoutInput } from '../discovery/paths-without-input.ts';
import type { Report } from '../findings/report.ts';
import type { LintOptions } from '../lint.ts';
import type { Policy } from '../policy/policy.ts';

export type Settings = Omit<LintOptions, 'verdicts' | 'today'>;

/** @param operands the paths to lint; of commands that lint nothing, none */
export async function readSettings(context: CommandContext, operands: readonly string[]): Promise<Attempt<Settings>> {
  const { environment, commandLine } = context;
  const { options } = commandLine;
  const paths = (operands.length > 0 ? operands : ['.']).map((path) =>
    governedBy(fromWorkingDirectory(environment.cwd, path)),
  );
  const named = namedFiles(environment.cwd, options);
  const fileSystem = environment.openFileSystem([...paths, ...Object.values(named).flat()]);
  const mistakes = [...missingPaths(context, fileSystem, paths), ...missingFiles(fileSystem, named)];
  if (mistakes.length > 0) return mistaken(mistakes);
  const configPath = named.config[0] ?? findConfig(fileSystem, commonFolder(environment.cwd, paths));
  const vocabulary = await vocabularyOf(context, fileSystem, named.policies);
  const { value: config, diagnostics } = await readConfig(fileSystem, configPath, vocabulary);
  if (config === undefined) return mistaken(diagnostics.map(spellDiagnostic));
  const { diagnostics: policyMistakes } = await context.dependencies.loadPolicies(
    [...config.policies.extend, ...named.policies],
    fileSystem,
  );
  if (policyMistakes.length > 0) return mistaken(policyMistakes.map(spellDiagnostic));
  const flags = readFlags(options, [...vocabulary.tiers, ...Object.keys(config.tiers)]);
  if (flags.kind === 'mistaken') return flags;
  const policies = await readPolicies(context, fileSystem, [...config.policies.extend, ...named.policies]);
  if (policies.kind === 'mistaken') return policies;
  return checkRegions({
    fileSystem,
    paths,
    config: withFlags(config, flags.value),
    varFiles: named['var-file'],
    parameters: named.parameters,
    region: flags.value.region,
    workspace: options.value('workspace'),
    policies: policies.value,
  });
}

/** A flag may state as primary what the configuration has as a recovery Region. */
function checkRegions(settings: Settings): Attempt<Settings> {
  const { primary, recovery } = settings.config.regions;
  if (primary === undefined || !recovery.includes(primary)) return done(settings);
  return mistaken([`"${primary}" is the primary Region; a recovery Region is another one.`]);
}

/** The built-in policies and those of these folders. */
export async function readPolicies(
  { dependencies }: CommandContext,
  fileSystem: FileSystem,
  folders: readonly string[],
): Promise<Attempt<readonly Policy[]>> {
  const { value: policies, diagnostics } = await dependencies.loadPolicies(folders, fileSystem);
  const errors = diagnostics.filter(({ level }) => level === 'error');
  return errors.length > 0 ? mistaken(errors.map(spellDiagnostic)) : done(policies);
}

/** Today as suppressions have their last day: `YYYY-MM-DD`. */
export function todayOf({ now }: Pick<Environment, 'now'>): string {
  return now().toISOString().slice(0, 'YYYY-MM-DD'.length);
}

/** One for each path that holds nothing to lint. A hook names all files of a commit, whatever they are. */
export function emptyPathMistakes(
  { fileSystem, paths }: Settings,
  { inputs }: Report,
  options: Options,
): readonly string[] {
  if (options.isGiven('skip-unrelated')) return [];
  return paths
    .filter((path) => pathsWithoutInput([fileSystem.realPath(path) ?? path], inputs).length > 0)
    .map((path) => `${path} holds no Terraform and no CloudFormation to lint.`);
}

/** `.dr-lint.yaml:3:7: tier: "warm-stanby" is not a tier. …` */
export function spellDiagnostic({ message, help, range, path }: Diagnostic): string {
  const sentence = help === '' ? message : `${message} ${help}`;
  if (range === undefined) return `${path}: ${sentence}`;
  const { line, column } = locationOf(range);
  return `${path}:${line}:${column}: ${sentence}`;
}

const fileOptions = ['config', 'policies', 'var-file', 'parameters'] as const;

type NamedFiles = Readonly<Record<(typeof fileOptions)[number], readonly string[]>>;

function namedFiles(cwd: string, options: Options): NamedFiles {
  const paths = (option: (typeof fileOptions)[number]): readonly string[] =>
    options.values(option).map((path) => fromWorkingDirectory(cwd, path));
  return {
    config: paths('config').slice(-1),
    policies: paths('policies'),
    'var-file': paths('var-file'),
    parameters: paths('parameters'),
  };
}

function missingFiles(fileSystem: FileSystem, named: NamedFiles): readonly string[] {
  return fileOptions.flatMap((option) =>
    named[option].flatMap(
      (path) => missing(fileSystem, option, path, option === 'policies' ? 'directory' : 'file') ?? [],
    ),
  );
}

/** A word that is no path may be a command, misspelt. */
function missingPaths(
  { commandLine }: CommandContext,
  fileSystem: FileSystem,
  paths: readonly string[],
): readonly string[] {
  return paths
    .filter((path) => !isGlob(path) && fileSystem.stat(path) === undefined)
    .map((path) => {
      const command = commandLine.isNamed ? undefined : suggest(path, commandNames);
      return `There is no file or folder ${path}.${command === undefined ? '' : ` Did you mean the command "${command}"?`}`;
    });
}

async function vocabularyOf(
  { dependencies }: CommandContext,
  fileSystem: FileSystem,
  policyFolders: readonly string[],
): Promise<Vocabulary> {
  return {
    tiers: await dependencies.tierNames(),
    policies: async (folders) => {
      const { value: policies } = await dependencies.loadPolicies([...policyFolders, ...folders], fileSystem);
      return policies.flatMap(({ id, aliases }) => [id, ...aliases]);
    },
    realPath: (path) => fileSystem.realPath(path),
  };
}

async function readConfig(
  fileSystem: FileSystem,
  path: string | undefined,
  vocabulary: Vocabulary,
): Promise<Outcome<Config | undefined>> {
  if (path === undefined) return outcome(defaultConfig);
  const { value: file, diagnostics } = readSource(fileSystem, path);
  return file === undefined ? outcome(undefined, diagnostics) : loadConfig(file, vocabulary);
}
