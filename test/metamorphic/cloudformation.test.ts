/** Whatever way a template is written, it is judged alike. */
import { expect, test } from 'vitest';
import { readTemplates } from './cloudformation/template-project.ts';
import { transformations } from './cloudformation/transformations/index.ts';
import { subjectsOf } from './subjects.ts';
import { violationsOf } from './violations.ts';

const subjects = subjectsOf('cloudformation', readTemplates);

test.each(transformations.map((transformation, index) => ({ ...transformation, index })))(
  '$what',
  async ({ index, ...transformation }) => {
    const { tried, violations } = await violationsOf(transformation, subjects, index % 3);
    expect(tried).toBeGreaterThanOrEqual(30);
    expect(violations).toEqual({});
  },
);
