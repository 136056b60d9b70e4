/** The files below a folder of `fixtures/`, by their names. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

export interface FixtureFile {
  /** Relative to `fixtures/`, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Sorted by path. */
export function fixtureFiles(folder: string, extensions: readonly string[]): readonly FixtureFile[] {
  const names = readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => extensions.some((extension) => name.endsWith(extension)))
    .toSorted()
    .map((name) => fixtureFile(join(folder, name).replaceAll('\\', '/')));
}

export function fixtureFile(path: string): FixtureFile {
  return { path, text: readFileSync(join(root, path), 'utf8') };
}
