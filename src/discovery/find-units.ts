/**
 * Which Terragrunt units a run lints: folders with a `terragrunt.hcl` that runs a module, each a deployment of its own. A
 * quick look tells them from the files that units include; evaluation has the last word.
 */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { pathWithin } from '../core/paths.ts';
import { readSource } from '../core/read-source.ts';
import { detectFormat } from './detect-format.ts';
import { exampleReason, type DiscoveredInput } from './discovered-input.ts';
import { findFiles } from './find-files.ts';
import { withoutComments } from './scan-module.ts';

export interface UnitSearch {
  readonly fileSystem: FileSystem;
  /** All files below the given paths. */
  readonly files: ReadonlySet<string>;
  /** The given paths, files or folders. */
  readonly given: readonly string[];
  readonly isLeftOut: (path: string) => boolean;
  /** Paths that were given, or that the configuration deploys. */
  readonly isNamed: (path: string) => boolean;
}

export interface FoundUnits {
  /** Their files: `live/shop/terragrunt.hcl`. */
  readonly units: readonly string[];
  readonly inputs: readonly DiscoveredInput[];
}

export function findUnits(search: UnitSearch): FoundUnits {
  const shared = sharedFiles(search);
  const files = filesAround(search, shared);
  const all = [...files].filter((path) => posix.basename(path) === 'terragrunt.hcl');
  const asked = all.filter((path) => isAsked(path, shared, search));
  const folders = asked.length === 0 ? new Set<string>() : moduleFolders(files);
  const above = foldersAbove(all);
  const units: string[] = [];
  const inputs: DiscoveredInput[] = shared.map((path) => ({ path, kind: 'other', status: 'read' }));
  for (const path of asked) {
    const sight = glance(path, { folders, above }, search.fileSystem);
    if (sight === 'shared') continue;
    const input = { path, kind: 'terragrunt-unit' } as const;
    const folder = posix.dirname(path);
    if (sight === 'empty') inputs.push({ ...input, status: 'skipped', reason: 'it runs no module' });
    else if (search.isLeftOut(folder) && !search.isNamed(path) && !search.isNamed(folder)) {
      inputs.push({ ...input, status: 'left-out', reason: exampleReason });
    } else {
      units.push(path);
      inputs.push({ ...input, status: 'read' });
    }
  }
  return { units, inputs };
}

/** Files that units include, given one by one as hooks do: what changes with them are the units below. */
function sharedFiles({ files, given }: UnitSearch): readonly string[] {
  return given.filter((path) => files.has(path) && /(?:^|\/)(?!terragrunt\.)[^./][^/]*\.hcl$/u.test(path));
}

/** The folders of Terraform files that were given one by one: units anywhere may run them. */
function givenModules({ files, given }: UnitSearch): readonly string[] {
  return given.filter((path) => files.has(path) && isTerraform(path)).map((path) => posix.dirname(path));
}

/** All files that matter: of the scan, below the given shared files, and of the working directory for given modules. */
function filesAround(search: UnitSearch, shared: readonly string[]): ReadonlySet<string> {
  const below = shared.map((path) => posix.dirname(path));
  const wide = givenModules(search).some((folder) => pathWithin('.', folder) !== undefined) ? ['.'] : [];
  const around = [...below, ...wide];
  if (around.length === 0) return search.files;
  return new Set([...search.files, ...findFiles(search.fileSystem, around).files]);
}

function isAsked(path: string, shared: readonly string[], search: UnitSearch): boolean {
  if (search.files.has(path)) return true;
  if (shared.some((each) => pathWithin(posix.dirname(each), path) !== undefined)) return true;
  const text = readSource(search.fileSystem, path).value?.text ?? '';
  return givenModules(search).some((folder) => text.includes(`/${posix.basename(folder)}`));
}

function moduleFolders(files: ReadonlySet<string>): ReadonlySet<string> {
  return new Set([...files].filter(isTerraform).map((path) => posix.dirname(path)));
}

function isTerraform(path: string): boolean {
  return detectFormat(posix.basename(path)) === 'terraform';
}

interface Surroundings {
  /** Those with Terraform files. */
  readonly folders: ReadonlySet<string>;
  /** Those with a `terragrunt.hcl` somewhere below them. */
  readonly above: ReadonlySet<string>;
}

/** `shared`: units below include it; `empty`: it does nothing, as when all of it is commented out. */
function glance(path: string, { folders, above }: Surroundings, fileSystem: FileSystem): 'unit' | 'shared' | 'empty' {
  const folder = posix.dirname(path);
  // What can't be read is told when the unit is evaluated.
  const file = readSource(fileSystem, path).value;
  if (folders.has(folder) || file === undefined) return 'unit';
  const text = withoutComments(file.text);
  if (/^[ \t]*include\b[^\n{]*\{/mu.test(text)) return 'unit';
  if (above.has(folder)) return 'shared';
  return /\bsource[ \t]*=|^[ \t]*generate\b/mu.test(text) ? 'unit' : 'empty';
}

function foldersAbove(files: readonly string[]): ReadonlySet<string> {
  const above = new Set<string>();
  for (const file of files) {
    let folder = posix.dirname(file);
    while (folder !== posix.dirname(folder) && !above.has(posix.dirname(folder))) {
      folder = posix.dirname(folder);
      above.add(folder);
    }
  }
  return above;
}
