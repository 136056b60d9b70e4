/** The examples under `fixtures/`, read from the disk and linted; what an example is stands in `src/examples`. */
import { existsSync } from 'node:fs';
import { nodeFileSystem } from '../../src/core/file-system-node.ts';
import { readExamples, type Example } from '../../src/examples/example.ts';
import { lintExample, type ExampleQuestions } from '../../src/examples/lint-example.ts';
import type { Report } from '../../src/findings/report.ts';
import type { Policy } from '../../src/policy/policy.ts';

export type Fixture = Example;

/** The examples in a folder, in the order of their names; none when there is no such folder. */
export function readFixtures(folder: string): readonly Fixture[] {
  return existsSync(folder) ? readExamples(nodeFileSystem(folder), '.') : [];
}

/** Lints a fixture by these policies, with every verdict; its own settings must be right. */
export async function lintFixture(
  fixture: Fixture,
  policies: readonly Policy[],
  settings: Fixture['files'] = fixture.files,
  asked: ExampleQuestions = {},
): Promise<Report> {
  const linted = await lintExample(fixture, policies, settings, asked);
  if (linted.kind === 'mistaken') throw new Error(linted.mistakes.join('\n'));
  return linted.report;
}
