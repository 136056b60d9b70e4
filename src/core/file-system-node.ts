/**
 * The disk as dr-lint may see it: the working directory and the folders that the user named, nothing else. A symbolic
 * link that leads out of them, or a `..` too many, finds nothing, so that a stranger's repository can't read our files.
 */
import { readdirSync, readFileSync, realpathSync, statSync, type Stats } from 'node:fs';
import { isAbsolute, join, relative, resolve, sep } from 'node:path';
import type { DirectoryEntry, FileSystem } from './file-system.ts';
import { maximumFileBytes } from './read-source.ts';

/**
 * @param workingDirectory absolute; what paths are relative to
 * @param alsoReadable further files or folders that may be read, absolute or relative to the working directory
 */
export function nodeFileSystem(workingDirectory: string, alsoReadable: readonly string[] = []): FileSystem {
  return new NodeFileSystem(workingDirectory, alsoReadable);
}

class NodeFileSystem implements FileSystem {
  readonly #base: string;
  readonly #readable: readonly string[];

  constructor(workingDirectory: string, alsoReadable: readonly string[]) {
    this.#base = realpathSync.native(workingDirectory);
    this.#readable = [
      this.#base,
      ...alsoReadable.flatMap((path) => attempt(() => realpathSync.native(resolve(this.#base, path))) ?? []),
    ];
  }

  readBytes(path: string, maximumBytes = maximumFileBytes): Uint8Array | undefined {
    const place = this.#place(path);
    if (place === undefined) return undefined;
    return attempt(() => {
      const stats = statSync(place);
      return stats.isFile() && stats.size <= maximumBytes ? readFileSync(place) : undefined;
    });
  }

  list(path: string): readonly DirectoryEntry[] | undefined {
    const place = this.#place(path);
    if (place === undefined) return undefined;
    const entries = attempt(() => readdirSync(place, { withFileTypes: true }));
    return entries
      ?.map((entry): DirectoryEntry => {
        if (entry.isSymbolicLink())
          return { name: entry.name, kind: this.stat(join(path, entry.name))?.kind ?? 'other' };
        return { name: entry.name, kind: kindOf(entry) };
      })
      .toSorted((left, right) => (left.name < right.name ? -1 : 1));
  }

  stat(path: string): { readonly kind: DirectoryEntry['kind']; readonly size: number } | undefined {
    const place = this.#place(path);
    const stats = place === undefined ? undefined : attempt(() => statSync(place));
    return stats === undefined ? undefined : { kind: kindOf(stats), size: stats.size };
  }

  realPath(path: string): string | undefined {
    const place = this.#place(path);
    if (place === undefined) return undefined;
    return relative(this.#base, place).split(sep).join('/') || '.';
  }

  /** Where a path really lies; undefined when there is nothing, or nothing that may be read. */
  #place(path: string): string | undefined {
    const place = attempt(() => realpathSync.native(resolve(this.#base, path)));
    if (place === undefined) return undefined;
    return this.#readable.some((folder) => liesIn(place, folder)) ? place : undefined;
  }
}

function liesIn(place: string, folder: string): boolean {
  const way = relative(folder, place);
  return way === '' || (way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}

function kindOf(entry: Pick<Stats, 'isFile' | 'isDirectory'>): DirectoryEntry['kind'] {
  if (entry.isFile()) return 'file';
  return entry.isDirectory() ? 'directory' : 'other';
}

/** The result, or undefined when the operating system refuses: missing, forbidden or not what it was taken for is all the same here. */
function attempt<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
