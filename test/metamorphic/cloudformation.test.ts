/** Whatever way a template is written, it is judged alike. */
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';
import { readTemplates } from './cloudformation/template-project.ts';
import { transformations } from './cloudformation/transformations/index.ts';
import { subjectOf } from './transformation.ts';
import { violationsOf } from './violations.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const folders = [...builtInPolicies().map(({ id }) => `policies/${id}`), 'twins', 'demo'];
const subjects = folders.flatMap((folder) =>
  readFixtures(root + folder)
    .filter(({ languages }) => languages.includes('cloudformation'))
    // The template in the text of a stack set is read only where the text stands as it is.
    .filter(({ files }) => !Object.values(files).some((text) => text.includes('TemplateBody:')))
    .map((fixture) => ({ what: `${folder}/${fixture.name}`, ...subjectOf(fixture, readTemplates(fixture.files)) })),
);

test.each(transformations.map((transformation, index) => ({ ...transformation, index })))(
  '$what',
  async ({ index, ...transformation }) => {
    const { tried, violations } = await violationsOf(transformation, subjects, index);
    expect(tried).toBeGreaterThan(100);
    expect(violations).toEqual({});
  },
);
