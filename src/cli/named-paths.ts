/** Paths as people give them → paths as FileSystem has them, and whether there is anything at them. */
import { dirname, posix, relative, resolve, sep } from 'node:path';
import { configNames } from '../config/find-config.ts';
import type { FileSystem } from '../core/file-system.ts';

/** Relative to the working directory, with forward slashes; `.` for the working directory. */
export function fromWorkingDirectory(cwd: string, path: string): string {
  return relative(cwd, resolve(cwd, path)).split(sep).join('/') || '.';
}

/** A configuration stands for the folder that it governs: whoever changes it wants to see what that changes. */
export function governedBy(path: string): string {
  return configNames.includes(posix.basename(path)) ? posix.dirname(path) : path;
}

/** The folder that holds all the paths, for the one configuration of a run. */
export function commonFolder(cwd: string, paths: readonly string[]): string {
  const [first = cwd, ...others] = paths.map((path) => resolve(cwd, path));
  let common = first;
  for (const other of others) {
    while (other !== common && !other.startsWith(common.endsWith(sep) ? common : `${common}${sep}`)) {
      common = dirname(common);
    }
  }
  return fromWorkingDirectory(cwd, common);
}

export function isGlob(path: string): boolean {
  return /[*?]/u.test(path);
}

/** The mistake of a path that was given for an option, or undefined. */
export function missing(
  fileSystem: FileSystem,
  option: string,
  path: string,
  kind: 'file' | 'directory',
): string | undefined {
  const found = fileSystem.stat(path)?.kind;
  if (found === kind) return undefined;
  const wanted = kind === 'file' ? 'file' : 'folder';
  return found === undefined ? `--${option}: there is no ${wanted} ${path}.` : `--${option}: ${path} is no ${wanted}.`;
}
