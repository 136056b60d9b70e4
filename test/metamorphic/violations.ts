/** A transformation tried on fixtures: which of them are judged otherwise afterwards. */
import { differencesIn, type Subject, type Transformation } from './transformation.ts';

/** How many fixtures each transformation is tried on; `npm run test:search` tries all. */
const sample = process.env['DR_LINT_SEARCH'] === undefined ? 30 : Infinity;

export interface Violations {
  /** Fixtures that it could rewrite. */
  readonly tried: number;
  /** By fixture: see `differencesIn`. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
}

/** @param seed another one for other fixtures; what few fixtures are judged like is found out once for many transformations */
export async function violationsOf<Project>(
  transformation: Transformation<Project>,
  subjects: readonly Subject<Project>[],
  seed: number,
): Promise<Violations> {
  const violations: Record<string, readonly string[]> = {};
  let tried = 0;
  for (const subject of spread(subjects, seed)) {
    if (tried === sample) break;
    const after = transformation.rewrite(subject.project());
    if (after === undefined) continue;
    tried += 1;
    const differences = await differencesIn(subject, after, transformation);
    if (differences.length > 0) violations[subject.what] = differences;
  }
  return { tried, violations };
}

/** All of them, those first that lie as far apart as the sample allows. */
export function* spread<T>(all: readonly T[], seed: number): Iterable<T> {
  const step = Math.max(1, Math.floor(all.length / sample));
  for (let turn = 0; turn < step; turn += 1) {
    yield* all.filter((_, index) => index % step === (seed + turn) % step);
  }
}
