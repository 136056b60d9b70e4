/** A file system in memory: for tests, and for templates that dr-lint is handed rather than finds. Paths as in FileSystem. */
import { posix } from 'node:path';
import type { DirectoryEntry, FileSystem } from './file-system.ts';

type Entry =
  { readonly kind: 'file'; readonly bytes: Uint8Array } | { readonly kind: 'directory'; readonly names: Set<string> };

/**
 * @param files path → content; folders follow from the paths
 * @param links path → what a symbolic link at that path points at, relative to the working directory
 */
export function memoryFileSystem(
  files: Readonly<Record<string, string | Uint8Array>>,
  links: Readonly<Record<string, string>> = {},
): FileSystem {
  return new MemoryFileSystem(files, links);
}

class MemoryFileSystem implements FileSystem {
  readonly #entries = new Map<string, Entry>([['.', { kind: 'directory', names: new Set() }]]);
  readonly #links = new Map<string, string>();

  constructor(files: Readonly<Record<string, string | Uint8Array>>, links: Readonly<Record<string, string>>) {
    for (const [path, content] of Object.entries(files)) {
      const at = posix.normalize(path);
      this.#addToFolder(at);
      const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
      this.#entries.set(at, { kind: 'file', bytes });
    }
    for (const [path, target] of Object.entries(links)) {
      const at = posix.normalize(path);
      this.#addToFolder(at);
      this.#links.set(at, posix.normalize(target));
    }
  }

  readBytes(path: string): Uint8Array | undefined {
    const entry = this.#entryAt(path);
    return entry?.kind === 'file' ? entry.bytes : undefined;
  }

  list(path: string): readonly DirectoryEntry[] | undefined {
    const entry = this.#entryAt(path);
    if (entry?.kind !== 'directory') return undefined;
    return [...entry.names]
      .toSorted()
      .map((name) => ({ name, kind: this.#entryAt(posix.join(path, name))?.kind ?? 'other' }));
  }

  stat(path: string): { readonly kind: 'file' | 'directory'; readonly size: number } | undefined {
    const entry = this.#entryAt(path);
    if (entry === undefined) return undefined;
    return { kind: entry.kind, size: entry.kind === 'file' ? entry.bytes.length : 0 };
  }

  realPath(path: string): string | undefined {
    const resolved = this.#resolve(path);
    return resolved !== undefined && this.#entries.has(resolved) ? resolved : undefined;
  }

  #entryAt(path: string): Entry | undefined {
    const resolved = this.#resolve(path);
    return resolved === undefined ? undefined : this.#entries.get(resolved);
  }

  /** Follows links step by step; undefined when they go round in a circle. */
  #resolve(path: string): string | undefined {
    let followed = 0;
    let resolved = '.';
    const steps = posix.normalize(path).split('/');
    for (let step = steps.shift(); step !== undefined; step = steps.shift()) {
      const next = posix.join(resolved, step);
      const target = this.#links.get(next);
      if (target === undefined) {
        resolved = next.length > 1 ? next.replace(/\/$/u, '') : next;
        continue;
      }
      followed += 1;
      if (followed > 40) return undefined;
      resolved = '.';
      steps.unshift(...target.split('/'));
    }
    return resolved;
  }

  #addToFolder(path: string): void {
    if (path === '.' || path === '..' || path === '/') return;
    const folder = posix.dirname(path);
    const known = this.#entries.get(folder);
    if (known?.kind === 'directory') {
      known.names.add(posix.basename(path));
      return;
    }
    this.#entries.set(folder, { kind: 'directory', names: new Set([posix.basename(path)]) });
    this.#addToFolder(folder);
  }
}
