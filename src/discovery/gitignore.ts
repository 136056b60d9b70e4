/** What `.gitignore` files leave out: the rules of a folder over those of the folders above it. */
import createMatcher, { type Ignore } from 'ignore';
import type { FileSystem } from '../core/file-system.ts';
import { pathWithin } from '../core/paths.ts';
import { readSource } from '../core/read-source.ts';

/** More rules than anybody writes: matching stays bounded for hostile files. */
const maximumRules = 5000;
/** Each star of a rule multiplies the time to match it, as the matcher tries every place; a hostile rule is left out. */
const maximumStars = 3;

export class IgnoreRules {
  readonly #folder: string;
  readonly #matcher: Ignore;
  readonly #above: IgnoreRules | undefined;

  constructor(folder: string, text: string, above: IgnoreRules | undefined) {
    const rules = text.split(/\r?\n/u).slice(0, maximumRules);
    this.#folder = folder;
    // Git tells upper and lower case apart: https://git-scm.com/docs/gitignore
    this.#matcher = createMatcher({ ignorecase: false }).add(rules.filter((rule) => starsIn(rule) <= maximumStars));
    this.#above = above;
  }

  /** Whether a file, or a folder with everything in it, is left out. The nearest file that has a rule for it decides. */
  ignores(path: string, kind: 'file' | 'directory'): boolean {
    const way = pathWithin(this.#folder, path);
    if (way === undefined || way === '') return false;
    const { ignored, unignored } = this.#matcher.test(kind === 'directory' ? `${way}/` : way);
    if (ignored || unignored) return ignored;
    return this.#above?.ignores(path, kind) ?? false;
  }
}

/** The rules that hold in a folder: its own over those above; just those above when it has none. */
export function rulesIn(
  fileSystem: FileSystem,
  folder: string,
  above: IgnoreRules | undefined,
): IgnoreRules | undefined {
  const path = folder === '.' ? '.gitignore' : `${folder}/.gitignore`;
  if (fileSystem.stat(path)?.kind !== 'file') return above;
  const { value: file } = readSource(fileSystem, path);
  return file === undefined ? above : new IgnoreRules(folder, file.text, above);
}

function starsIn(rule: string): number {
  return rule.match(/\*+/gu)?.length ?? 0;
}
