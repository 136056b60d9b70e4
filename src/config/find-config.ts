/** Finds the configuration that holds for a path: the nearest `.dr-lint.yaml` upwards, up to the root of the repository. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';

export const configNames: readonly string[] = ['.dr-lint.yaml', '.dr-lint.yml'];

/** The file's path, or undefined when there is none. `startPath` is a file or folder. */
export function findConfig(fileSystem: FileSystem, startPath: string): string | undefined {
  let folder = fileSystem.stat(startPath)?.kind === 'directory' ? startPath : posix.dirname(startPath);
  // The file system shows nothing above what may be read, so the way up ends.
  while (fileSystem.stat(folder) !== undefined) {
    for (const name of configNames) {
      const path = posix.join(folder, name);
      if (fileSystem.stat(path)?.kind === 'file') return path;
    }
    if (fileSystem.stat(posix.join(folder, '.git')) !== undefined) return undefined;
    const above = posix.join(folder, '..');
    if (fileSystem.realPath(above) === fileSystem.realPath(folder)) return undefined;
    folder = above;
  }
  return undefined;
}
