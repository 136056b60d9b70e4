/** Roots under these folders show how something is used or tested; they promise no recovery, so they are linted only when named. */
import { posix } from 'node:path';
import { pathWithin } from '../core/paths.ts';

const exampleFolders = /^_*(?:examples|tests?)_*$/u;

/** Says of a path whether it is left out: an example folder lies between it and the nearest of the named folders above it. */
export function leftOutUnless(named: readonly string[]): (path: string) => boolean {
  return (path) => {
    const ways = named.flatMap((folder) => pathWithin(folder, path) ?? []);
    const nearest = ways.toSorted((left, right) => left.length - right.length)[0] ?? path;
    return nearest.split('/').some((segment) => exampleFolders.test(segment));
  };
}

/** The folder of a file that was named, the folder itself otherwise. */
export function namedFolder(path: string, files: ReadonlySet<string>): string {
  return files.has(path) ? posix.dirname(path) : path;
}
