/**
 * Examples of policies: a file or folder of infrastructure code that says itself what dr-lint must report about it.
 *
 * `# expect: <id>` and `# expect-unknown: <id>` stand on the line above the reported one (in a row where there are several).
 * JSON has no comments: beside `<name>.json` lies `<name>.json.expected`, one `line:column id` or `line:column unknown id`
 * per row. A single file says at its top how it is linted: `# tier:`, `# region:`, `# recovery-region:`; a folder does so
 * in its own `.dr-lint.yaml`.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { Config } from '../../src/config/config.ts';
import { defaultConfig } from '../../src/config/default-config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { FileSystem } from '../../src/core/file-system.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { parseRegion, type Region } from '../../src/core/ids.ts';
import { locationOf, SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { Report } from '../../src/findings/report.ts';
import { lint } from '../../src/lint.ts';
import { builtInPolicies, tiersWith } from '../../src/policy/built-in.ts';
import type { Policy } from '../../src/policy/policy.ts';

export interface Fixture {
  /** `fail-default.tf`, or the name of a folder. */
  readonly name: string;
  readonly languages: readonly ('terraform' | 'cloudformation')[];
  /** Path relative to the fixture → text, configuration and expectations included. */
  readonly files: Readonly<Record<string, string>>;
  /** Files of parameters that it is linted with. */
  readonly parameters?: readonly string[] | undefined;
}

const configName = '.dr-lint.yaml';

/** The examples in a folder, in the order of their names; none when there is no such folder. */
export function readFixtures(folder: string): readonly Fixture[] {
  const names = statSync(folder, { throwIfNoEntry: false })?.isDirectory() === true ? readdirSync(folder) : [];
  return names
    .filter((name) => !name.endsWith('.expected'))
    .toSorted()
    .map((name) => readFixture(folder, name));
}

function readFixture(folder: string, name: string): Fixture {
  const isFolder = statSync(join(folder, name)).isDirectory();
  const base = isFolder ? join(folder, name) : folder;
  const paths = isFolder ? readdirSync(base, { recursive: true, encoding: 'utf8' }) : [name, `${name}.expected`];
  const files = Object.fromEntries(
    paths
      .filter((path) => statSync(join(base, path), { throwIfNoEntry: false })?.isFile())
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(base, path), 'utf8')]),
  );
  const code = Object.keys(files).filter((path) => basename(path) !== configName);
  const isTerraform = code.some((path) => path.endsWith('.tf') || path.endsWith('.tf.json'));
  const isTemplate = code.some((path) => path.endsWith('.yaml') || /(?<!\.tf)\.json$/u.test(path));
  return {
    name,
    files,
    languages: [...(isTerraform ? (['terraform'] as const) : []), ...(isTemplate ? (['cloudformation'] as const) : [])],
  };
}

/**
 * Lints a fixture by these policies, with every verdict.
 *
 * @param settings the files that say how it is linted, where the fixture's own text no longer does
 */
export async function lintFixture(
  { files, parameters = [] }: Fixture,
  policies: readonly Policy[],
  settings: Fixture['files'] = files,
): Promise<Report> {
  const fileSystem = memoryFileSystem(files);
  return lint({
    fileSystem,
    paths: ['.'],
    config: await configOf(settings, fileSystem),
    varFiles: [],
    parameters,
    region: stated(settings, 'region').map(regionNamed)[0],
    policies,
    verdicts: 'all',
    today: '2026-11-01',
  });
}

async function configOf(files: Fixture['files'], fileSystem: FileSystem): Promise<Config> {
  const text = files[configName];
  if (text === undefined) {
    const recovery = stated(files, 'recovery-region').map(regionNamed);
    const tier = stated(files, 'tier')[0] ?? 'warm-standby';
    return { ...defaultConfig, tier, regions: { primary: undefined, recovery } };
  }
  const { value: config, diagnostics } = await loadConfig(new SourceFile(configName, text), {
    tiers: tiersWith({}).all.map(({ name }) => name),
    policies: () => Promise.resolve(builtInPolicies().map(({ id }) => id)),
    realPath: (path) => fileSystem.realPath(path),
  });
  if (config === undefined) throw new Error(diagnostics.map(({ message }) => message).join('\n'));
  return config;
}

/** The values of a setting that the files state at their tops. */
function stated(files: Fixture['files'], setting: string): readonly string[] {
  const pattern = new RegExp(String.raw`^# ${setting}: (.+)$`, 'gmu');
  return Object.values(files).flatMap((text) => [...text.matchAll(pattern)].map(([, value = '']) => value.trim()));
}

function regionNamed(name: string): Region {
  const region = parseRegion(name);
  if (region === undefined) throw new Error(`${name} is not a Region`);
  return region;
}

/** What a fixture says must be reported: `path:line fail rds/multi-az`, sorted. */
export function expectationsOf({ files }: Fixture): readonly string[] {
  return Object.entries(files)
    .flatMap(([path, text]) => (path.endsWith('.expected') ? rowsOf(path, text) : commentsOf(path, text)))
    .toSorted();
}

function commentsOf(path: string, text: string): readonly string[] {
  const expected: string[] = [];
  let open: string[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const comment = /^\s*# expect(?<unknown>-unknown)?: (?<id>\S+)$/u.exec(line)?.groups;
    if (comment !== undefined) {
      open.push(`${comment['unknown'] === undefined ? 'fail' : 'unknown'} ${comment['id']}`);
      continue;
    }
    expected.push(...open.map((what) => `${path}:${index + 1} ${what}`));
    open = [];
  }
  return expected;
}

function rowsOf(path: string, text: string): readonly string[] {
  return text
    .trim()
    .split('\n')
    .map((row) => {
      const [place, ...what] = row.split(' ');
      return `${path.replace(/\.expected$/u, '')}:${place} ${what.length === 1 ? 'fail ' : ''}${what.join(' ')}`;
    });
}

/** What was reported about a fixture, written like its expectations: open findings, and verdicts that are unknown. */
export function reported(report: Report): readonly string[] {
  const findings = report.findings.map(({ policy, place }) => `${spell(place)} fail ${policy}`);
  const unknowns = report.verdicts
    .filter(({ verdict }) => verdict === 'unknown')
    .map(({ policy, place }) => `${spell(place)} unknown ${policy}`);
  return [...new Set([...findings, ...unknowns])].toSorted();
}

/** Expectations about JSON name the column, too; a comment can name the line only. */
function spell(place: SourceRange | undefined): string {
  if (place === undefined) return 'nowhere';
  const { file, line, column } = locationOf(place);
  return file.endsWith('.json') && !file.endsWith('.tf.json') ? `${file}:${line}:${column}` : `${file}:${line}`;
}
