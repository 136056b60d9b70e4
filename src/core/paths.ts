/** Questions about paths as FileSystem has them: relative to the working directory, with forward slashes. Nothing is read. */
import { posix } from 'node:path';

/** The path as seen from a folder, which may lie above the working directory (`..`); undefined when it is not the folder itself (`''`) or below it. */
export function pathWithin(folder: string, path: string): string | undefined {
  const way = posix.relative(folder, path);
  return way === '..' || way.startsWith('../') ? undefined : way;
}

/** `./infra//app/` → `infra/app`. */
export function normalizePath(path: string): string {
  return posix.normalize(path).replace(/(?<=.)\/$/u, '');
}
