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
  const below =
    shared.length === 0
      ? []
      : findFiles(
          search.fileSystem,
          shared.map((path) => posix.dirname(path)),
        ).files;
  const files = [...new Set([...search.files, ...below])];
  const candidates = files.filter((path) => posix.basename(path) === 'terragrunt.hcl');
  const folders = new Set(
    candidates.length === 0
      ? []
      : files.filter((path) => detectFormat(posix.basename(path)) === 'terraform').map((path) => posix.dirname(path)),
  );
  const units: string[] = [];
  const inputs: DiscoveredInput[] = shared.map((path) => ({ path, kind: 'other', status: 'read' }));
  for (const path of candidates) {
    const sight = glance(path, folders, candidates, search.fileSystem);
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

/** `shared`: units below include it; `empty`: it does nothing, as when all of it is commented out. */
function glance(
  path: string,
  moduleFolders: ReadonlySet<string>,
  candidates: readonly string[],
  fileSystem: FileSystem,
): 'unit' | 'shared' | 'empty' {
  const folder = posix.dirname(path);
  // What can't be read is told when the unit is evaluated.
  const file = readSource(fileSystem, path).value;
  if (moduleFolders.has(folder) || file === undefined) return 'unit';
  const text = withoutComments(file.text);
  if (/^[ \t]*include\b[^\n{]*\{/mu.test(text)) return 'unit';
  const isAbove = candidates.some((other) => other !== path && pathWithin(folder, other) !== undefined);
  if (isAbove) return 'shared';
  return /\bsource[ \t]*=/u.test(text) ? 'unit' : 'empty';
}
