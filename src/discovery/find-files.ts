/** The given paths → the files below them, without what git ignores. Every file once, under the path where it really lies. */
import { posix } from 'node:path';
import type { FileSystem } from '../core/file-system.ts';
import { matchesPathGlob } from '../core/glob.ts';
import { pathWithin } from '../core/paths.ts';
import { rulesIn, type IgnoreRules } from './gitignore.ts';

/** Never looked into: history, packages, downloads that loaders look up by themselves, and templates that are not code yet. */
// https://terragrunt.gruntwork.io/docs/features/scaffold
const neverWalked = new Set(['.git', 'node_modules', '.terraform', '.terragrunt-cache', '.boilerplate']);
/** Synthesized by a program and therefore ignored by git, but it is what gets deployed. */
const walkedThoughIgnored = new Set(['cdk.out', 'cdktf.out']);
/** Deeper than any repository; it bounds what a hostile one can cost. */
const maximumDepth = 64;

export interface FoundFiles {
  /** In the order of the given paths, below each sorted by name. */
  readonly files: ReadonlySet<string>;
  /** What was given, as it really lies: folders, files, and the files that a glob matched. */
  readonly given: readonly string[];
  /** Given paths at which there is nothing. */
  readonly missing: readonly string[];
}

export function findFiles(fileSystem: FileSystem, paths: readonly string[]): FoundFiles {
  const walk = new Walk(fileSystem);
  const given: string[] = [];
  const missing: string[] = [];
  for (const path of paths) {
    const found = expand(fileSystem, path);
    given.push(...found);
    if (found.length === 0) missing.push(path);
    for (const each of found) walk.enter(each);
  }
  return { files: walk.files, given: [...new Set(given)], missing };
}

/** The path where it really lies, or what matches it as a glob when there is nothing of that name. */
function expand(fileSystem: FileSystem, path: string): readonly string[] {
  const real = fileSystem.realPath(path);
  if (real !== undefined) return [real];
  if (!/[*?]/u.test(path)) return [];
  const segments = path.split('/');
  const fixed =
    segments
      .slice(
        0,
        segments.findIndex((segment) => /[*?]/u.test(segment)),
      )
      .join('/') || '.';
  const walk = new Walk(fileSystem);
  walk.enter(fixed);
  const pattern = segments.slice(fixed === '.' ? 0 : fixed.split('/').length).join('/');
  return [...walk.files].filter((file) => matchesPathGlob(pattern, pathWithin(fixed, file) ?? file));
}

class Walk {
  readonly files = new Set<string>();
  readonly #fileSystem: FileSystem;
  readonly #entered = new Set<string>();

  constructor(fileSystem: FileSystem) {
    this.#fileSystem = fileSystem;
  }

  /** A path that was named is walked even if git ignores it. */
  enter(path: string): void {
    const real = this.#fileSystem.realPath(path);
    if (real === undefined) return;
    if (this.#fileSystem.stat(real)?.kind === 'file') this.files.add(real);
    else this.#walk(real, rulesAbove(this.#fileSystem, real), 0);
  }

  #walk(folder: string, above: IgnoreRules | undefined, depth: number): void {
    if (this.#entered.has(folder) || depth > maximumDepth) return;
    this.#entered.add(folder);
    const rules = rulesIn(this.#fileSystem, folder, above);
    for (const { name, kind } of this.#fileSystem.list(folder) ?? []) {
      const path = posix.join(folder, name);
      if (kind === 'file' && rules?.ignores(path, kind) !== true) this.#addFile(path);
      if (kind === 'directory') this.#walkInto(path, rules, depth + 1);
    }
  }

  #walkInto(path: string, rules: IgnoreRules | undefined, depth: number): void {
    const name = posix.basename(path);
    if (neverWalked.has(name)) return;
    const exempt = walkedThoughIgnored.has(name);
    if (!exempt && rules?.ignores(path, 'directory') === true) return;
    const real = this.#fileSystem.realPath(path);
    if (real !== undefined) this.#walk(real, exempt ? undefined : rules, depth);
  }

  #addFile(path: string): void {
    const real = this.#fileSystem.realPath(path);
    if (real !== undefined) this.files.add(real);
  }
}

/** The rules of the folders above, from the root of the repository down; none when they ignore the folder itself. */
function rulesAbove(fileSystem: FileSystem, folder: string): IgnoreRules | undefined {
  const above: string[] = [];
  for (let each = folder; !isRepository(fileSystem, each);) {
    const next = posix.join(each, '..');
    if (fileSystem.stat(next) === undefined || fileSystem.realPath(next) === fileSystem.realPath(each)) break;
    above.unshift(next);
    each = next;
  }
  let rules: IgnoreRules | undefined;
  for (const each of above) rules = rulesIn(fileSystem, each, rules);
  return rules?.ignores(folder, 'directory') === true ? undefined : rules;
}

function isRepository(fileSystem: FileSystem, folder: string): boolean {
  return fileSystem.stat(posix.join(folder, '.git')) !== undefined;
}
