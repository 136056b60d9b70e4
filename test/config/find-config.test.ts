import { expect, test } from 'vitest';
import { findConfig } from '../../src/config/find-config.ts';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';

test.each([
  {
    what: 'beside the file',
    files: ['infra/.dr-lint.yaml', 'infra/main.tf'],
    start: 'infra/main.tf',
    found: 'infra/.dr-lint.yaml',
  },
  { what: 'in the folder', files: ['infra/.dr-lint.yaml'], start: 'infra', found: 'infra/.dr-lint.yaml' },
  {
    what: 'the nearest above',
    files: ['.dr-lint.yaml', 'infra/.dr-lint.yaml', 'infra/app/main.tf'],
    start: 'infra/app',
    found: 'infra/.dr-lint.yaml',
  },
  { what: 'the short ending', files: ['.dr-lint.yml', 'infra/main.tf'], start: 'infra', found: '.dr-lint.yml' },
  {
    what: 'not above the repository',
    files: ['.dr-lint.yaml', 'app/.git/HEAD', 'app/infra/main.tf'],
    start: 'app/infra',
    found: undefined,
  },
  {
    what: 'above the working directory, in the repository',
    files: ['../.dr-lint.yaml', '../.git/HEAD', 'main.tf'],
    start: '.',
    found: '../.dr-lint.yaml',
  },
  { what: 'none', files: ['main.tf'], start: '.', found: undefined },
])('finds $what', ({ files, start, found }) => {
  const fileSystem = memoryFileSystem(Object.fromEntries(files.map((path) => [path, ''])));
  expect(findConfig(fileSystem, start)).toBe(found);
});
