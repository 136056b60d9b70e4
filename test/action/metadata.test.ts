/** What GitHub reads before anything runs: action.yml, and the workflows that the documentation shows. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';
import { outputsOf } from '../../src/action/outputs.ts';
import { githubMistakes } from './github-validator.ts';

const checkout = join(import.meta.dirname, '../..');
const actionText = readFileSync(join(checkout, 'action.yml'), 'utf8');
const action = parse(actionText);

test("GitHub's own validator has nothing to say about action.yml", async () => {
  expect(await githubMistakes('action.yml', actionText)).toEqual([]);
});

test.each([
  { what: 'a runtime that is none', text: actionText.replace('node24', 'node7') },
  { what: 'no main file', text: actionText.replace('main:', 'mian:') },
])('but it would of $what', async ({ text }) => {
  expect(await githubMistakes('action.yml', text)).not.toEqual([]);
});

const guide = readFileSync(join(checkout, 'docs/github-action.md'), 'utf8');
const workflows = [...guide.matchAll(/^```yaml\n([^]*?)^```/gmu)].map(([, text = '']) => text);

test.each(workflows)('nor about a workflow of the guide', async (text) => {
  expect(await githubMistakes('.github/workflows/dr-lint.yml', text)).toEqual([]);
  const { jobs } = parse(text);
  const ours = jobs['dr-lint'].steps.find(({ uses }: { uses: string }) => uses.startsWith('dr-lint/dr-lint@'));
  expect(Object.keys(action.inputs)).toEqual(expect.arrayContaining(Object.keys(ours.with)));
});

test('nor about our own checks', async () => {
  const path = '.github/workflows/ci.yml';
  expect(await githubMistakes(path, readFileSync(join(checkout, path), 'utf8'))).toEqual([]);
});

test('the declared inputs are those that are read', () => {
  const read = new Set<string>();
  readInputs(new Proxy({}, { get: (_, name) => void read.add(String(name)) }));
  expect([...read].filter((name) => name.startsWith('INPUT_')).toSorted()).toEqual(
    Object.keys(action.inputs)
      .map((name) => `INPUT_${name.toUpperCase()}`)
      .toSorted(),
  );
});

test('the declared outputs are those that are set', () => {
  expect([...outputsOf(undefined, 0, '').keys()]).toEqual(Object.keys(action.outputs));
});

test.each(['inputs', 'outputs'])('the guide explains all %s', (kind) => {
  for (const name of Object.keys(action[kind])) expect(guide).toContain(`\`${name}\``);
});
