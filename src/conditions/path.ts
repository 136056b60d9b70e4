/**
 * The paths of the condition language: JSONPath with a named root, split into steps once when a policy is loaded. Filters
 * and script expressions are no part of the grammar, so nothing in a path is ever evaluated as code.
 */

export type Step =
  /** A member of a mapping or, when it is a number, of a list. */
  | { readonly kind: 'key'; readonly key: string }
  | { readonly kind: 'wildcard' }
  /** `..`: what follows is looked for at any depth. */
  | { readonly kind: 'descend' }
  /** A slice (`0:2`) or union (`0,2`) of list positions. */
  | { readonly kind: 'positions'; readonly selector: string };

export type PathRoot =
  | { readonly kind: 'current' | 'subject' | 'owner' | 'edge' | 'tier' | 'params' | 'workload' }
  /** What an enclosing quantifier bound with `as`. */
  | { readonly kind: 'bound'; readonly name: string };

export interface Path {
  readonly text: string;
  readonly root: PathRoot;
  readonly steps: readonly Step[];
}

/** A path that names one place: only keys. */
export interface PlacePath {
  readonly text: string;
  readonly root: PathRoot;
  readonly keys: readonly string[];
}

const namedRoots = ['subject', 'owner', 'edge', 'tier', 'params', 'workload'] as const;

/** Names that `as` cannot bind. */
export const reservedNames: ReadonlySet<string> = new Set(namedRoots);

const rootPattern = /^\$([A-Za-z_][\w-]*)?/u;

const stepPatterns: readonly { readonly pattern: RegExp; readonly step: (text: string) => Step }[] = [
  { pattern: /^\.\.(?=[^.])/u, step: () => ({ kind: 'descend' }) },
  { pattern: /^(?:\.\*|\[\*\])/u, step: () => ({ kind: 'wildcard' }) },
  { pattern: /^\.([A-Za-z_][\w-]*)/u, step: (key) => ({ kind: 'key', key }) },
  { pattern: /^\[(\d+)\]/u, step: (key) => ({ kind: 'key', key }) },
  { pattern: /^\['([^',]*)'\]/u, step: (key) => ({ kind: 'key', key }) },
  { pattern: /^\["([^",]*)"\]/u, step: (key) => ({ kind: 'key', key }) },
  { pattern: /^\[(-?\d*:-?\d*(?::\d+)?|\d+(?:,\d+)+)\]/u, step: (selector) => ({ kind: 'positions', selector }) },
];

/** After `..` a name or `*` stands without a dot. */
const descendantPatterns: typeof stepPatterns = [
  { pattern: /^\*/u, step: () => ({ kind: 'wildcard' }) },
  { pattern: /^([A-Za-z_][\w-]*)/u, step: (key) => ({ kind: 'key', key }) },
];

/** The path that a text spells, or undefined when it spells none. */
export function parsePath(text: string): Path | undefined {
  const [head, name] = rootPattern.exec(text) ?? [];
  if (head === undefined) return undefined;
  const steps: Step[] = [];
  let rest = text.slice(head.length);
  while (rest !== '') {
    const afterDescend = steps.at(-1)?.kind === 'descend';
    const read = readStep(rest, afterDescend ? [...descendantPatterns, ...stepPatterns] : stepPatterns);
    if (read === undefined) return undefined;
    steps.push(read.step);
    rest = rest.slice(read.length);
  }
  return steps.at(-1)?.kind === 'descend' ? undefined : { text, root: rootOf(name), steps };
}

function readStep(text: string, patterns: typeof stepPatterns): { step: Step; length: number } | undefined {
  for (const { pattern, step } of patterns) {
    const match = pattern.exec(text);
    if (match !== null) return { step: step(match[1] ?? ''), length: match[0].length };
  }
  return undefined;
}

function rootOf(name: string | undefined): PathRoot {
  if (name === undefined) return { kind: 'current' };
  const kind = namedRoots.find((each) => each === name);
  return kind === undefined ? { kind: 'bound', name } : { kind };
}

/** The path as the name of one place, or undefined when it may have several results. */
export function placePath(path: Path): PlacePath | undefined {
  const keys: string[] = [];
  for (const step of path.steps) {
    if (step.kind !== 'key') return undefined;
    keys.push(step.key);
  }
  return { text: path.text, root: path.root, keys };
}

/** Whether a text is meant as a path: it starts with `$`. */
export function looksLikePath(text: unknown): text is string {
  return typeof text === 'string' && text.startsWith('$');
}
