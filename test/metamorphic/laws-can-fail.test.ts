/**
 * Proves of every law, new ones included, that it can fail: of the fixtures that it rewrites, one is judged otherwise
 * as soon as one thing that the rewriting wrote is misread. So what it moves matters to some verdict, and its exceptions
 * do not swallow that. A fault that is only reported as broken input proves nothing.
 */
import { expect, test } from 'vitest';
import type { Files } from '../helpers/source-edits.ts';
import { readTemplates } from './cloudformation/template-project.ts';
import { withDependencies } from './cloudformation/transformations/harmless.ts';
import { transformations as ofTemplates } from './cloudformation/transformations/index.ts';
import { asJson } from './cloudformation/tree.ts';
import { faultsIn, type Fault } from './faults.ts';
import { subjectsOf } from './subjects.ts';
import { readProject } from './terraform-project.ts';
import { differencesIn, type Subject, type Transformation } from './transformation.ts';
import { besideHarmlessBlocks } from './transformations/harmless-blocks.ts';
import { transformations as ofTerraform } from './transformations/index.ts';
import { spread } from './violations.ts';

/** The first fault that is noticed ends it: hardly a law needs more than a few. */
const mostFixtures = 200;
const faultsPerFixture = 5;

/** What these write means nothing, misread or not: what else stands there must be missed when it is lost. */
const withoutMeaning: ReadonlySet<string> = new Set([besideHarmlessBlocks.what, withDependencies.what]);

const modules = subjectsOf('terraform', readProject);
const templates = subjectsOf('cloudformation', readTemplates);

test.each(ofTerraform)('Terraform $what', async (law) => {
  expect(await noticedFault(law, modules, ({ files }) => [files])).toBeDefined();
});

test.each(ofTemplates)('CloudFormation $what', async (law) => {
  // Most rewritings print JSON: of it only what they changed is theirs.
  const noticed = await noticedFault(law, templates, ({ files, templates: trees }) => [
    files,
    Object.fromEntries([...trees].map(([path, tree]) => [path, asJson(tree)])),
  ]);
  expect(noticed).toBeDefined();
});

/** @param formerly the texts of a project before it is rewritten */
async function noticedFault<Project>(
  law: Transformation<Project>,
  subjects: readonly Subject<Project>[],
  formerly: (project: Project) => readonly Files[],
): Promise<string | undefined> {
  let tried = 0;
  for (const subject of spread(subjects, 0)) {
    if (tried === mostFixtures) break;
    const rewritten = law.rewrite(subject.project());
    if (rewritten === undefined) continue;
    tried += 1;
    const before = withoutMeaning.has(law.what) ? [] : formerly(subject.project());
    for (const { what, files } of someOf(faultsIn(rewritten.files, before))) {
      const differences = await differencesIn(subject, { ...rewritten, files }, law);
      if (differences.length === 0 || differences.some(isOfInput)) continue;
      expect(await differencesIn(subject, rewritten, law)).toEqual([]);
      return what;
    }
  }
  return undefined;
}

function someOf(faults: readonly Fault[]): readonly Fault[] {
  const step = Math.max(1, Math.floor(faults.length / faultsPerFixture));
  return faults.filter((_, index) => index % step === Math.floor(step / 2)).slice(0, faultsPerFixture);
}

/** `+ input/syntax error` */
function isOfInput(difference: string): boolean {
  return /^[-+] \S+ \S+$/u.test(difference);
}
