/** Whatever way a fixture is written, it is judged alike. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';
import { readProject } from './terraform-project.ts';
import { subjectOf } from './transformation.ts';
import { transformations } from './transformations/index.ts';
import { violationsOf } from './violations.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const folders = [...builtInPolicies().map(({ id }) => `policies/${id}`), 'twins', 'demo'];
const subjects = folders.flatMap((folder) =>
  readFixtures(root + folder)
    .filter(({ languages }) => languages.includes('terraform'))
    .map((fixture) => ({ what: `${folder}/${fixture.name}`, ...subjectOf(fixture, readProject(fixture.files)) })),
);

test.each(transformations.map((transformation, index) => ({ ...transformation, index })))(
  '$what',
  async ({ index, ...transformation }) => {
    const { tried, violations } = await violationsOf(transformation, subjects, index);
    expect(tried).toBeGreaterThan(0);
    expect(violations).toEqual({});
  },
);
