/** Checks the paths of a condition against the names that exist where they stand. */
import { relationOf, relationVerbs } from '../graph/relation.ts';
import { didYouMean } from '../core/suggest.ts';
import { looksLikePath, parsePath, placePath, type Path, type PathRoot, type PlacePath, type Step } from './path.ts';
import { resourceKeys, workloadKeys, type ValueKind, type Vocabulary } from './vocabulary.ts';

/** A mistake in a condition, and where: the keys that lead to it from the condition's root. */
export interface Problem {
  readonly at: readonly (string | number)[];
  readonly message: string;
  /** The mistake is the last key itself, not what stands under it. */
  readonly onKey?: true;
}

/** What `$`, or a bound name, stands on. */
export type Standing = 'subject' | 'node' | 'datum';

/** Where in a condition the compiler is, and which names are in scope there. */
export interface Frame {
  /** Undefined: names are taken as they are, because they were checked when the policy was built in. */
  readonly vocabulary: Vocabulary | undefined;
  readonly here: Standing;
  readonly names: ReadonlyMap<string, Standing>;
  /** A relation led here, so there is an `$edge`. */
  readonly hasEdge: boolean;
  readonly at: readonly (string | number)[];
  readonly report: (problem: Problem) => void;
}

export function below(frame: Frame, ...keys: readonly (string | number)[]): Frame {
  return { ...frame, at: [...frame.at, ...keys] };
}

export function refuse(frame: Frame, message: string): void {
  frame.report({ at: frame.at, message });
}

/** A path that must name one place; undefined when it was refused. */
export function compilePlace(text: unknown, frame: Frame): PlacePath | undefined {
  const path = compilePath(text, frame);
  if (path === undefined) return undefined;
  const place = placePath(path);
  if (place === undefined) {
    refuse(
      frame,
      `${path.text} may have several results; here a path names one place. Quantify with some, none, every or count.`,
    );
  }
  return place;
}

/** A path of a set, which must leave open how many results it has. */
export function compileListPath(text: string, frame: Frame): Path | undefined {
  const path = compilePath(text, frame);
  if (path === undefined || placePath(path) === undefined) return path;
  refuse(frame, `${text} names one place, not a list of items. Did you mean "${text}[*]"?`);
  return undefined;
}

function compilePath(text: unknown, frame: Frame): Path | undefined {
  const path = looksLikePath(text) ? parsePath(text) : undefined;
  if (path === undefined) {
    refuse(
      frame,
      `${JSON.stringify(text)} is not a path: write $, $subject, $owner, $edge, $tier, $params, $workload or a bound name, then keys.`,
    );
    return undefined;
  }
  checkNames(path, frame);
  return path;
}

/** The verbs of a chain such as `partOf/parts/copiesTo`; undefined when one is refused. */
export function compileChain(text: string, frame: Frame): readonly string[] | undefined {
  const verbs = text.split('/');
  const unknown = verbs.find((verb) => relationOf(verb) === undefined);
  if (unknown === undefined) return verbs;
  refuse(frame, `There is no relation "${unknown}".${didYouMean(unknown, relationVerbs)}`);
  return undefined;
}

function checkNames({ root, steps, text }: Path, frame: Frame): void {
  if (root.kind === 'bound') checkBound(root.name, frame);
  if (root.kind === 'edge' && !frame.hasEdge)
    refuse(frame, `${text} stands outside a relation, where there is no $edge.`);
  const { vocabulary } = frame;
  if (vocabulary === undefined) return;
  const standing = standingOf(root, frame);
  if (standing === undefined) checkKey(steps[0], namesBelow(root, vocabulary), `$${root.kind}`, frame);
  else checkDocument(steps, standing, vocabulary, frame);
}

/** The first keys below a root that is no item; undefined where they are not known. */
function namesBelow(root: PathRoot, vocabulary: Vocabulary): Iterable<string> | undefined {
  if (root.kind === 'edge') return vocabulary.relationProperties.keys();
  if (root.kind === 'tier') return vocabulary.tier.keys();
  if (root.kind === 'params') return vocabulary.params.keys();
  return root.kind === 'workload' ? workloadKeys : undefined;
}

function checkBound(name: string, frame: Frame): void {
  if (frame.names.has(name)) return;
  const known = [...frame.names.keys(), 'subject', 'owner', 'edge', 'tier', 'params', 'workload'];
  refuse(frame, `Nothing is bound as "$${name}" here.${didYouMean(name, known)}`);
}

/** What a path's root stands on; undefined for what is no item. */
export function standingOf(root: PathRoot, frame: Frame): Standing | undefined {
  if (root.kind === 'current') return frame.here;
  if (root.kind === 'subject') return 'subject';
  if (root.kind === 'owner') return 'node';
  return root.kind === 'bound' ? frame.names.get(root.name) : undefined;
}

function checkDocument(steps: readonly Step[], standing: Standing, vocabulary: Vocabulary, frame: Frame): void {
  const [first, second] = steps;
  if (standing === 'datum' || first?.kind !== 'key') return;
  const isWorkload = standing === 'subject' && vocabulary.subject === 'workload';
  // What a relation leads to may be a workload, too.
  const keys = standing === 'node' ? [...resourceKeys, ...workloadKeys] : isWorkload ? workloadKeys : resourceKeys;
  checkKey(first, keys, isWorkload ? 'a workload' : 'a resource', frame);
  if (first.key === 'facts') checkFact(steps.slice(1), vocabulary, frame);
  if (first.key === 'properties' && standing === 'subject') {
    checkKey(second, vocabulary.properties, 'the properties of the subject', frame);
  }
}

function checkKey(step: Step | undefined, allowed: Iterable<string> | undefined, what: string, frame: Frame): void {
  if (allowed === undefined || step?.kind !== 'key') return;
  const names = [...allowed];
  if (!names.includes(step.key)) refuse(frame, `There is no "${step.key}" in ${what}.${didYouMean(step.key, names)}`);
}

/** A fact's name may have several keys (`capacity.desired`); below a list or map its own keys follow. */
function checkFact(steps: readonly Step[], { facts }: Vocabulary, frame: Frame): void {
  const keys: string[] = [];
  for (const step of steps) {
    if (step.kind !== 'key' || facts.has(keys.join('.'))) break;
    keys.push(step.key);
  }
  const name = keys.join('.');
  const isPrefix = [...facts.keys()].some((fact) => fact.startsWith(`${name}.`));
  if (name === '' || facts.has(name) || isPrefix) return;
  refuse(frame, `There is no fact "${name}".${didYouMean(name, [...facts.keys()])}`);
}

/** The kind of value at a path, where the vocabulary tells it. Raw properties are numbers and texts of AWS's own. */
export function kindAt({ root, keys }: PlacePath, frame: Frame): ValueKind | 'raw' | undefined {
  const { vocabulary } = frame;
  if (vocabulary === undefined) return undefined;
  const [first = '', ...rest] = keys;
  if (root.kind === 'tier') return vocabulary.tier.get(first);
  if (root.kind === 'params') return vocabulary.params.get(first);
  if (root.kind === 'edge') return vocabulary.relationProperties.get(first);
  const standing = standingOf(root, frame);
  if (standing === undefined || standing === 'datum') return undefined;
  if (first === 'facts') return vocabulary.facts.get(rest.join('.'));
  return first === 'properties' ? 'raw' : undefined;
}
