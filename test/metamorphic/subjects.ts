/** All fixtures of a language, as the subjects of its laws. */
import { fileURLToPath } from 'node:url';
import type { ExampleLanguage } from '../../src/examples/example.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';
import type { Files } from '../helpers/source-edits.ts';
import { subjectOf, type Subject } from './transformation.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));
const folders = [...builtInPolicies().map(({ id }) => `policies/${id}`), 'twins', 'demo'];

export function subjectsOf<Project>(
  language: ExampleLanguage,
  read: (files: Files) => Project,
): readonly Subject<Project>[] {
  return folders.flatMap((folder) =>
    readFixtures(root + folder)
      .filter(({ languages }) => languages.includes(language))
      .map((fixture) => subjectOf(`${folder}/${fixture.name}`, fixture, read)),
  );
}
