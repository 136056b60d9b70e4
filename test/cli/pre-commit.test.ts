/**
 * The hook as people use it: the real program `pre-commit` installs it from this repository. It takes a minute and needs
 * the registry of npm, therefore it runs only when asked to: DR_LINT_TEST_PRE_COMMIT=1 npx vitest run test/cli/pre-commit.test.ts
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

const checkout = join(import.meta.dirname, '../..');
const isAsked = process.env['DR_LINT_TEST_PRE_COMMIT'] === '1';
const isInstalled = isAsked && spawnSync('pre-commit', ['--version']).status === 0;

const withoutRecovery = 'provider "aws" { region = "us-east-1" }\nresource "aws_dynamodb_table" "orders" {}\n';
const withRecovery = `resource "aws_dynamodb_table" "orders" {
  point_in_time_recovery {
    enabled = true
  }
}
`;

describe.skipIf(!isInstalled)(isAsked ? 'pre-commit' : 'pre-commit (not asked for)', () => {
  let folder = '';
  let estate = '';
  let env: NodeJS.ProcessEnv = {};

  const commit = (message: string): { readonly status: number | null; readonly said: string } => {
    execFileSync('git', ['add', '--all'], { cwd: estate, env });
    const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org'];
    const { status, stderr } = spawnSync('git', [...identity, 'commit', '--message', message], {
      cwd: estate,
      env,
      encoding: 'utf8',
    });
    return { status, said: stderr };
  };

  beforeAll(() => {
    folder = realpathSync(mkdtempSync(join(tmpdir(), 'dr-lint-hook-')));
    estate = join(folder, 'estate');
    const hook = join(folder, 'hook');
    env = { ...process.env, PRE_COMMIT_HOME: join(folder, 'home') };
    execFileSync('git', ['clone', '--quiet', checkout, hook]);
    const rev = execFileSync('git', ['rev-parse', 'HEAD'], { cwd: hook, encoding: 'utf8' }).trim();
    execFileSync('git', ['init', '--quiet', estate]);
    const hooks = `repos: [{ repo: '${hook}', rev: ${rev}, hooks: [{ id: dr-lint }] }]\n`;
    writeFileSync(join(estate, '.pre-commit-config.yaml'), hooks);
    writeFileSync(join(estate, '.dr-lint.yaml'), 'tier: backup-restore\n');
    execFileSync('pre-commit', ['install', '--install-hooks'], { cwd: estate, env, stdio: 'pipe' });
  }, 300_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('lets through what is nothing of ours', () => {
    expect(commit('configuration')).toMatchObject({ status: 0 });
  }, 60_000);

  test('stops a bad commit, and says why', () => {
    writeFileSync(join(estate, 'main.tf'), withoutRecovery);
    expect(commit('a table')).toMatchObject({ status: 1, said: expect.stringMatching(/2:1 error dynamodb\/pitr/u) });
  }, 60_000);

  test('lets a good one through', () => {
    writeFileSync(
      join(estate, 'main.tf'),
      `# dr-lint-ignore iac/*: a sandbox\nprovider "aws" { region = "us-east-1" }\n`,
    );
    writeFileSync(join(estate, 'tables.tf'), withRecovery);
    expect(commit('a table that comes back')).toMatchObject({ status: 0 });
  }, 60_000);
});
