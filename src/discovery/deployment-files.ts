/** Files that say themselves which template they deploy, and how: deployment files of Git sync, and configurations of SAM. */
import { posix } from 'node:path';
import type { DeploymentConfig } from '../config/config.ts';
import { appendTo } from '../core/append-to.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { FileSystem } from '../core/file-system.ts';
import { normalizePath } from '../core/paths.ts';
import { readSource } from '../core/read-source.ts';
import type { SourceFile } from '../core/source.ts';
import type { DiscoveredInput } from './discovered-input.ts';
import { environmentNamed, isSamConfig, readSamConfig, samConfigNames, type SamEnvironment } from './sam-config.ts';
import { inputFile } from './input-file.ts';

export interface DeploymentFiles {
  /** Template → what deploys it. */
  readonly byTemplate: ReadonlyMap<string, readonly DeploymentConfig[]>;
  /** Those that could deploy something and don't, with the reason. */
  readonly inputs: readonly DiscoveredInput[];
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * A file of Git sync is a deployment. The only environment of a configuration of SAM is one, too; of several nobody can tell which
 * of them makes the promise.
 *
 * @param gitSync what may be deployment files of Git sync
 */
export function deploymentFiles(
  fileSystem: FileSystem,
  templates: readonly string[],
  gitSync: readonly SourceFile[],
): DeploymentFiles {
  const byTemplate = new Map<string, DeploymentConfig[]>();
  const inputs: DiscoveredInput[] = [];
  const diagnostics: Diagnostic[] = [];
  const known = new Set(templates);
  for (const file of gitSync) {
    const stated = ofGitSync(file, known);
    if (stated !== undefined) appendTo(byTemplate, stated.path, stated);
  }
  for (const path of samConfigsAbove(templates, fileSystem)) {
    const source = readSource(fileSystem, path).value;
    if (source === undefined) continue;
    const { value: environments, diagnostics: troubles } = readSamConfig(source);
    diagnostics.push(...troubles);
    const [first] = environments;
    const template = first === undefined ? undefined : templateOf(first, path, known);
    if (first === undefined || template === undefined) continue;
    const names = environments.map(({ name }) => name);
    const reason = `it states the environments ${names.join(', ')}; name one as parameters of a deployment: "${path}#${names[0] ?? ''}"`;
    if (names.length > 1)
      inputs.push({ path, kind: 'parameter-file', status: 'skipped', reason, environments: { template, names } });
    else appendTo(byTemplate, template, deploymentBy(template, first.name, path, first));
  }
  return { byTemplate, inputs, diagnostics };
}

/** In the folders of templates and above them: such a file is found also where one template alone is linted. */
function samConfigsAbove(templates: readonly string[], fileSystem: FileSystem): readonly string[] {
  const folders = new Set<string>();
  for (const template of templates) {
    for (let folder = posix.dirname(template); !folders.has(folder); folder = posix.dirname(folder))
      folders.add(folder);
  }
  const paths = [...folders].flatMap((folder) => {
    const candidates = samConfigNames.map((name) => posix.join(folder, name));
    return candidates.find((path) => fileSystem.stat(path)?.kind === 'file') ?? [];
  });
  return paths.toSorted();
}

function deploymentBy(
  path: string,
  name: string,
  file: string,
  stated: Pick<SamEnvironment, 'statedAt' | 'region' | 'stackName'>,
): DeploymentConfig {
  const { statedAt, region, stackName } = stated;
  return {
    path,
    name,
    varFiles: [],
    parameters: [file],
    region,
    role: undefined,
    statedAt,
    ...(stackName !== undefined && { stackName }),
  };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/git-sync-concepts-terms.html
const templateLine = /^["']?template-file-path["']?[ \t]*:[ \t]*["']?([^"'\n#]*)/mu;

export function mayBeGitSync(text: string): boolean {
  return text.includes('template-file-path');
}

/** It names its template from the root of the repository, wherever in it the scan begins. */
function ofGitSync(file: SourceFile, templates: ReadonlySet<string>): DeploymentConfig | undefined {
  const found = templateLine.exec(file.text);
  const [, written = ''] = found ?? [];
  if (found === null || written.trim() === '') return undefined;
  const statedAt = { file, start: found.index, end: found.index + found[0].trimEnd().length };
  for (let folder = posix.dirname(file.path); ; folder = posix.dirname(folder)) {
    const template = normalizePath(posix.join(folder, written.trim()));
    const { name } = posix.parse(file.path);
    if (templates.has(template))
      return deploymentBy(template, name, file.path, { statedAt, region: undefined, stackName: undefined });
    if (folder === posix.dirname(folder)) return undefined;
  }
}

/** What `sam deploy` takes where nothing is stated. */
const usualTemplates = ['template.yaml', 'template.yml', 'template.json'];

/** What SAM itself writes, of the template beside the file. */
const built = /(?:^|\/)(?:\.aws-sam\/|packaged?\b|.*-packaged\.)/u;

function templateOf({ template }: SamEnvironment, path: string, templates: ReadonlySet<string>): string | undefined {
  const candidates = template === undefined || built.test(template) ? usualTemplates : [template];
  return candidates
    .map((each) => normalizePath(posix.join(posix.dirname(path), each)))
    .find((each) => templates.has(each));
}

/** The environment of the last `samconfig.toml` among input files. */
export function samEnvironmentIn(inputFiles: readonly string[], fileSystem: FileSystem): SamEnvironment | undefined {
  const stated = inputFiles.map(inputFile).findLast(({ path }) => isSamConfig(path));
  const source = stated === undefined ? undefined : readSource(fileSystem, stated.path).value;
  return source === undefined ? undefined : environmentNamed(readSamConfig(source).value, stated?.environment);
}
