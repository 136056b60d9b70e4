/**
 * Modules that only libraries call. A wrapper for many instances makes none of them by its own defaults, so a module that
 * nobody else calls would go unseen.
 */
import { foldersCalledBy, type TerraformFolder } from './terraform-folders.ts';

/** @param called the folders that the roots of the run call */
export function modulesOfLibraries(
  folders: readonly TerraformFolder[],
  called: ReadonlySet<string>,
): readonly TerraformFolder[] {
  const roots = folders.filter(({ kind, library }) => kind === 'root' && !library);
  const deployed = foldersCalledBy(folders, roots);
  return folders.filter(
    ({ path, kind, library }) => kind === 'module' && library && called.has(path) && !deployed.has(path),
  );
}

/** The paths, each after all that call it; those that call each other in a circle come last. */
export function callersFirst(folders: readonly TerraformFolder[]): readonly string[] {
  const byPath = new Map(folders.map((folder) => [folder.path, folder]));
  const callers = new Map<string, number>(folders.map(({ path }) => [path, 0]));
  for (const { calls } of folders) {
    for (const path of calls) callers.set(path, (callers.get(path) ?? 0) + 1);
  }
  const ordered = new Set(folders.filter(({ path }) => callers.get(path) === 0).map(({ path }) => path));
  // What is added while the loop runs is visited by it, too.
  for (const path of ordered) {
    for (const callee of byPath.get(path)?.calls ?? []) {
      const left = (callers.get(callee) ?? 0) - 1;
      callers.set(callee, left);
      if (left === 0 && byPath.has(callee)) ordered.add(callee);
    }
  }
  return [...ordered, ...[...byPath.keys()].filter((path) => !ordered.has(path))];
}
