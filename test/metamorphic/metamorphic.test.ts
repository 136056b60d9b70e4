/** Whatever way a fixture is written, it is judged alike. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';
import { differencesIn, subjectOf } from './transformation.ts';
import { transformations } from './transformations/index.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const folders = [...builtInPolicies().map(({ id }) => `policies/${id}`), 'twins', 'demo'];
const subjects = folders.flatMap((folder) =>
  readFixtures(root + folder)
    .filter(({ languages }) => languages.includes('terraform'))
    .map((fixture) => ({ what: `${folder}/${fixture.name}`, ...subjectOf(fixture) })),
);

/** How many fixtures each transformation is tried on; `npm run test:search` tries all. */
const sample = process.env['DR_LINT_SEARCH'] === undefined ? 60 : Infinity;

test.each(transformations.map((transformation, index) => ({ ...transformation, index })))(
  '$what',
  async ({ index, ...transformation }) => {
    const rewritten = subjects
      .map((subject) => ({ subject, after: transformation.rewrite(subject.project) }))
      .filter(({ after }) => after !== undefined);
    expect(rewritten.length).toBeGreaterThan(0);
    const violations: Record<string, readonly string[]> = {};
    for (const { subject, after } of sampled(rewritten, index)) {
      const differences = after === undefined ? [] : await differencesIn(subject, after, transformation);
      if (differences.length > 0) violations[subject.what] = differences;
    }
    expect(violations).toEqual({});
  },
);

/** Evenly spread, and for each transformation others. */
function sampled<T>(all: readonly T[], seed: number): readonly T[] {
  const step = Math.max(1, Math.ceil(all.length / sample));
  return all.filter((_, index) => index % step === seed % step);
}
