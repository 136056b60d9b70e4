/** Which Terraform roots a run lints: those below the given folders, and those around the given files. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { pathWithin } from '../core/paths.ts';
import { detectFormat } from './detect-format.ts';
import { exampleReason, type DiscoveredInput } from './discovered-input.ts';
import { findFiles } from './find-files.ts';
import { callersFirst, modulesOfLibraries } from './modules-of-libraries.ts';
import { foldersCalledBy, rootsCalling, terraformFolders, type TerraformFolder } from './terraform-folders.ts';

export interface RootSearch {
  readonly fileSystem: FileSystem;
  /** All files below the given paths. */
  readonly files: ReadonlySet<string>;
  /** The given paths, files or folders. */
  readonly given: readonly string[];
  readonly isLeftOut: (path: string) => boolean;
  /** Paths that the configuration deploys: roots, whatever they look like. */
  readonly stated: ReadonlySet<string>;
}

export interface FoundRoots {
  /** Sorted by path. */
  readonly roots: readonly TerraformFolder[];
  /** Folders of the modules that the roots call, as far as they were scanned; sorted. */
  readonly modules: readonly string[];
  /** Those of them that only libraries call, callers first. */
  readonly ofLibraries: readonly string[];
  readonly inputs: readonly DiscoveredInput[];
}

export function findRoots(search: RootSearch): FoundRoots {
  const around = foldersOfGivenFiles(search);
  const folders = scanFolders(search, around);
  const chosen = new Set(around.flatMap((folder) => rootsAround(folders, folder)));
  const below = search.given.filter((path) => !search.files.has(path));
  const isChosen = ({ path }: TerraformFolder): boolean =>
    chosen.has(path) || below.some((folder) => pathWithin(folder, path) !== undefined);
  const roots = folders.filter((folder) => (folder.kind === 'root' || chosen.has(folder.path)) && isChosen(folder));
  const called = foldersCalledBy(folders, roots);
  const modules = [...called].filter((path) => !roots.some((root) => root.path === path)).toSorted();
  const leftOut = folders.filter((folder) => folder.kind === 'left-out' && isChosen(folder));
  const inputs: readonly DiscoveredInput[] = [
    ...roots.map(({ path }) => ({ path, kind: 'terraform-root', status: 'read' }) as const),
    ...modules.map((path) => ({ path, kind: 'terraform-module', status: 'read' }) as const),
    ...leftOut.map(
      ({ path }) => ({ path, kind: 'terraform-root', status: 'left-out', reason: exampleReason }) as const,
    ),
  ];
  return { roots, modules, ofLibraries: callersFirst(modulesOfLibraries(folders, called)), inputs };
}

/** The folders of the Terraform files that were given one by one, as hooks do. */
function foldersOfGivenFiles({ given, files }: RootSearch): readonly string[] {
  const formats = new Set(['terraform', 'variable-file']);
  const single = given.filter((path) => files.has(path) && formats.has(detectFormat(posix.basename(path)) ?? ''));
  return [...new Set(single.map((path) => posix.dirname(path)))];
}

/** All folders with Terraform files; around given files in the whole working directory, where the callers of a module may be. */
function scanFolders(search: RootSearch, around: readonly string[]): readonly TerraformFolder[] {
  const { fileSystem, files, given, isLeftOut, stated } = search;
  const wide = around.some((folder) => pathWithin('.', folder) !== undefined) ? ['.'] : [];
  const scanned = around.length === 0 ? files : findFiles(fileSystem, [...given, ...around, ...wide]).files;
  return terraformFolders(fileSystem, [...scanned], isLeftOut)
    .map((folder): TerraformFolder => (stated.has(folder.path) ? { ...folder, kind: 'root' } : folder))
    .toSorted((left, right) => (left.path < right.path ? -1 : 1));
}

/** The folder itself when it is a root; else the roots that call it; else itself, for want of a caller. */
function rootsAround(folders: readonly TerraformFolder[], folder: string): readonly string[] {
  if (folders.some(({ path, kind }) => path === folder && kind !== 'module')) return [folder];
  const callers = rootsCalling(folders, folder);
  return callers.length > 0 ? callers : [folder];
}
