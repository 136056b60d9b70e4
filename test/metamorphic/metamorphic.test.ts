/** Whatever way a fixture is written, it is judged alike. */
import { expect, test } from 'vitest';
import { subjectsOf } from './subjects.ts';
import { readProject } from './terraform-project.ts';
import { transformations } from './transformations/index.ts';
import { violationsOf } from './violations.ts';

const subjects = subjectsOf('terraform', readProject);

test.each(transformations.map((transformation, index) => ({ ...transformation, index })))(
  '$what',
  async ({ index, ...transformation }) => {
    const { tried, violations } = await violationsOf(transformation, subjects, index % 3);
    expect(tried).toBeGreaterThan(0);
    expect(violations).toEqual({});
  },
);
