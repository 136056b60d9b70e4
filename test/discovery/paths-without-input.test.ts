import { expect, test } from 'vitest';
import { pathsWithoutInput } from '../../src/discovery/paths-without-input.ts';

const inputs = [
  { path: 'infra/app', status: 'read' },
  { path: 'infra/modules/database', status: 'read' },
  { path: 'infra/examples/complete', status: 'left-out' },
  { path: 'infra/live/terragrunt.hcl', status: 'skipped' },
  { path: 'values.yaml', status: 'skipped' },
  { path: 'broken/stack.yaml', status: 'unreadable' },
];

test.each([
  { what: 'a folder that holds some', paths: ['infra'], without: [] },
  { what: 'everything', paths: ['.'], without: [] },
  { what: 'a file of a module', paths: ['infra/modules/database/main.tf'], without: [] },
  { what: 'a named file that is no template', paths: ['./values.yaml'], without: [] },
  { what: 'a glob', paths: ['infra/*'], without: [] },
  { what: 'a file that could not be read', paths: ['broken'], without: [] },
  { what: 'an empty folder', paths: ['infra', 'docs'], without: ['docs'] },
  { what: 'a folder with examples only', paths: ['infra/examples'], without: ['infra/examples'] },
  { what: 'a folder with nothing that is read', paths: ['infra/live'], without: ['infra/live'] },
])('$what', ({ paths, without }) => {
  expect(pathsWithoutInput(paths, inputs)).toEqual(without);
});
