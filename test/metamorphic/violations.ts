/** A transformation tried on fixtures: which of them are judged otherwise afterwards. */
import { differencesIn, type Subject, type Transformation } from './transformation.ts';

/** How many fixtures each transformation is tried on; `npm run test:search` tries all. */
const sample = process.env['DR_LINT_SEARCH'] === undefined ? 60 : Infinity;

export interface Violations {
  /** Fixtures that it could rewrite. */
  readonly tried: number;
  /** By fixture: see `differencesIn`. */
  readonly violations: Readonly<Record<string, readonly string[]>>;
}

/** @param seed for each transformation another one, so that they are tried on other fixtures */
export async function violationsOf<Project>(
  transformation: Transformation<Project>,
  subjects: readonly (Subject<Project> & { readonly what: string })[],
  seed: number,
): Promise<Violations> {
  const violations: Record<string, readonly string[]> = {};
  const rewritable = subjects.flatMap((subject) => {
    const after = transformation.rewrite(subject.project);
    return after === undefined ? [] : [{ subject, after }];
  });
  for (const { subject, after } of sampled(rewritable, seed)) {
    const differences = await differencesIn(subject, after, transformation);
    if (differences.length > 0) violations[subject.what] = differences;
  }
  return { tried: rewritable.length, violations };
}

/** Evenly spread. */
function sampled<T>(all: readonly T[], seed: number): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / sample));
  return all.filter((_, index) => index % step === seed % step);
}
