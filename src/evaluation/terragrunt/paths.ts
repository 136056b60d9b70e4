/**
 * Paths as Terragrunt's functions give them. They are absolute there; here a leading `/` stands for the working directory,
 * so that what follows from a path does not depend on where the repository lies.
 */
import { posix } from 'node:path';
import { normalizePath } from '../../core/paths.ts';

/** @param path relative to the working directory */
export function absolutePath(path: string): string {
  return `/${path}`;
}

/**
 * The path that a text means, relative to the working directory.
 *
 * @param folder what a relative one is relative to
 */
export function pathFrom(text: string, folder: string): string {
  // Of what lies in the working directory itself, `dirname` is `/`, and joining gives two of them.
  return normalizePath(text.startsWith('/') ? text.replace(/^\/+/u, '') || '.' : posix.join(folder, text));
}
