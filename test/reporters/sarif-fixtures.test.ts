/** SARIF of every fixture, as Microsoft's own validator and GitHub's rules in it see it. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from 'sarif';
import { expect, test } from 'vitest';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { readFixtures } from '../helpers/fixture.ts';
import { lintText } from '../helpers/lint-text.ts';

const root = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The folders that hold fixtures: those of policies, and the twins. */
function fixtureFolders(): readonly string[] {
  const below = (folder: string): readonly string[] =>
    readdirSync(folder)
      .map((name) => join(folder, name))
      .filter((path) => statSync(path).isDirectory());
  return [join(root, 'twins'), ...below(join(root, 'policies')).flatMap(below)];
}

/** Every tenth; `npm run test:search` takes all of them. */
const step = process.env['DR_LINT_SEARCH'] === undefined ? 10 : 1;

/** Fixtures as one tree, each a folder of its own: the validator takes a while to start. */
function allFixtures(): Readonly<Record<string, string>> {
  const files: [string, string][] = [];
  for (const [index, fixture] of fixtureFolders().flatMap(readFixtures).entries()) {
    if (index % step !== 0) continue;
    for (const [path, text] of Object.entries(fixture.files)) files.push([`fixture-${index}/${path}`, text]);
  }
  return Object.fromEntries(files);
}

test('the validator finds nothing to say about any of them', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'dr-lint-sarif-'));
  try {
    const report = await lintText(allFixtures());
    const [sarif, output] = [join(folder, 'fixtures.sarif'), join(folder, 'validated.json')];
    writeFileSync(sarif, sarifReporter(report, { color: false, width: 100 }));
    const written: Log = JSON.parse(readFileSync(sarif, 'utf8'));
    expect(new Set(written.runs[0]?.results?.map(({ ruleId }) => ruleId)).size).toBeGreaterThan(30);
    execFileSync(
      'npx',
      ['--no-install', 'sarif-multitool', 'validate', sarif, '--output', output, '--rule-kind', "'Sarif;Ghas'"],
      { stdio: 'pipe' },
    );
    const log: Log = JSON.parse(readFileSync(output, 'utf8'));
    expect(log.runs[0]?.results?.map(({ ruleId, message }) => `${ruleId} ${message.text ?? message.id}`)).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}, 240_000);
