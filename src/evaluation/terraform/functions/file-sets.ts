/** The files that a glob pattern of `fileset` matches. https://developer.hashicorp.com/terraform/language/functions/fileset */
import { RE2JS } from 're2js';
import type { DirectoryEntry, FileSystem } from '../../../core/file-system.ts';

/** Paths relative to the folder; `unknown` when the pattern leads out of it or there is too much to look at. */
export function filesMatching(
  pattern: string,
  folder: string,
  run: FileRun,
): readonly string[] | 'unknown' | 'invalid' {
  const alternatives = expandBraces(pattern);
  if (alternatives === undefined) return 'invalid';
  const found = new Set<string>();
  const walk = new Walk(run, folder);
  for (const alternative of alternatives) {
    const steps = stepsOf(alternative);
    if (typeof steps === 'string') return steps;
    walk.collect('', steps, found);
  }
  return walk.isTooLarge ? 'unknown' : [...found];
}

function stepsOf(pattern: string): readonly Step[] | 'unknown' | 'invalid' {
  const steps: Step[] = [];
  for (const segment of pattern.split('/')) {
    if (segment === '' || segment === '.' || (segment === '**' && steps.at(-1) === 'any folders')) continue;
    if (segment === '..') return 'unknown';
    const step = segment === '**' ? 'any folders' : segmentPattern(segment);
    if (step === undefined) return 'invalid';
    steps.push(step);
  }
  return steps;
}

/** What is read, and who counts it. */
interface FileRun {
  readonly fileSystem: FileSystem;
  charge(steps: number): void;
}

type Step = RE2JS | 'any folders';

// Folders and files that one call looks at.
const maximumEntries = 20_000;

class Walk {
  readonly #run: FileRun;
  readonly #folder: string;
  #entries = 0;

  constructor(run: FileRun, folder: string) {
    this.#run = run;
    this.#folder = folder;
  }

  get isTooLarge(): boolean {
    return this.#entries > maximumEntries;
  }

  /** Adds the files below a folder that the steps lead to. */
  collect(path: string, steps: readonly Step[], found: Set<string>): void {
    const [step, ...others] = steps;
    if (step === undefined || this.isTooLarge) return;
    if (step === 'any folders') {
      this.collect(path, others, found);
      this.#visit(path, (inner, kind) => {
        if (kind === 'directory') this.collect(inner, steps, found);
        else if (others.length === 0 && kind === 'file') found.add(inner);
      });
      return;
    }
    this.#visit(path, (inner, kind, name) => {
      if (!step.matches(name)) return;
      if (kind === 'directory') this.collect(inner, others, found);
      else if (others.length === 0 && kind === 'file') found.add(inner);
    });
  }

  #visit(path: string, each: (inner: string, kind: DirectoryEntry['kind'], name: string) => void): void {
    const entries = this.#run.fileSystem.list(path === '' ? this.#folder : `${this.#folder}/${path}`) ?? [];
    this.#entries += entries.length;
    this.#run.charge(entries.length + 1);
    for (const { name, kind } of entries) each(path === '' ? name : `${path}/${name}`, kind, name);
  }
}

/** One name: `*`, `?`, `[a-z]`, `[^a-z]` and `\` before a character that stands for itself. */
function segmentPattern(segment: string): RE2JS | undefined {
  let source = '';
  for (const [token] of segment.matchAll(/\\.|\[\^?(?:\\.|[^\]\\])+\]|\*+|./gsu)) {
    if (token.startsWith('*')) source += '.*';
    else if (token === '?') source += '.';
    else if (token.length > 2 && token.startsWith('[')) source += token;
    else if (token === '[' || token === '\\') return undefined;
    else source += RE2JS.quote(token.length > 1 ? token.slice(1) : token);
  }
  try {
    return RE2JS.compile(source, RE2JS.DOTALL);
  } catch {
    return undefined;
  }
}

// Braces in braces multiply.
const maximumAlternatives = 256;

/** `*.{tf,json}` as `*.tf` and `*.json`; undefined where a brace is not closed or there are too many. */
function expandBraces(pattern: string): readonly string[] | undefined {
  let open = [pattern];
  const done: string[] = [];
  while (open.length > 0) {
    if (open.length + done.length > maximumAlternatives) return undefined;
    const next: string[] = [];
    for (const each of open) {
      const [, before = '', choices, after = ''] = /^((?:[^{}\\]|\\.)*)\{((?:[^{}\\]|\\.)*)\}(.*)$/su.exec(each) ?? [];
      if (choices !== undefined) next.push(...choices.split(',').map((choice) => before + choice + after));
      else if (/(?<!\\)[{}]/u.test(each)) return undefined;
      else done.push(each);
    }
    open = next;
  }
  return done;
}
