import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dependencies } from '../../src/cli/dependencies.ts';
import type { Environment } from '../../src/cli/environment.ts';
import { run } from '../../src/cli/run.ts';
import { gitIn } from '../../src/cli/run-git.ts';
import { nodeFileSystem } from '../../src/core/file-system-node.ts';

let estate = '';

beforeEach(() => {
  estate = realpathSync(mkdtempSync(join(tmpdir(), 'dr-lint-changes-')));
});

afterEach(() => rmSync(estate, { recursive: true }));

function git(...argv: readonly string[]): void {
  const identity = ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', '-c', 'commit.gpgsign=false'];
  execFileSync('git', [...identity, ...argv], { cwd: estate, stdio: 'pipe' });
}

function write(path: string, ...lines: readonly string[]): void {
  mkdirSync(dirname(join(estate, path)), { recursive: true });
  writeFileSync(join(estate, path), lines.join('\n'));
}

function commit(message: string): void {
  git('add', '--all');
  git('commit', '--quiet', '--message', message);
}

interface Ran {
  readonly code: number;
  /** `policy path:line` of the findings about standbys and backups. */
  readonly told: readonly string[];
  readonly stderr: string;
}

async function lintSince(ref: string, folder = '.', ...argv: readonly string[]): Promise<Ran> {
  const output = { stdout: '', stderr: '' };
  const capture = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      output[name] += text;
    },
    isTerminal: false,
    columns: undefined,
  });
  const cwd = join(estate, folder);
  const environment: Environment = {
    stdout: capture('stdout'),
    stderr: capture('stderr'),
    cwd,
    env: {},
    openFileSystem: () => nodeFileSystem(cwd, [estate]),
    writeFile: () => 'not here',
    createFile: () => 'not here',
    replaceFile: () => 'not here',
    git: gitIn(cwd),
    now: () => new Date('2026-11-23T00:00:00Z'),
  };
  const given = ['--tier', 'warm-standby', '--format', 'json', `--changed-since=${ref}`, ...argv];
  const code = await run(given, environment, dependencies);
  if (output.stdout === '') return { code, told: [], stderr: output.stderr };
  const { findings }: { findings: readonly { policy: string; location: { file: string; line: number } }[] } =
    JSON.parse(output.stdout);
  const told = findings
    .filter(({ policy }) => /^rds\/(?:multi-az|backup-retention)$/u.test(policy))
    .map(({ policy, location }) => `${policy} ${location.file}:${location.line}`);
  return { code, told, stderr: output.stderr };
}

const provider = 'provider "aws" { region = "us-east-1" }';
const orders = ['resource "aws_db_instance" "orders" {', '  multi_az = true', '  backup_retention_period = 35', '}'];
const billing = ['resource "aws_db_instance" "billing" {', '  engine = "postgres"', '}'];
const withoutStandby = orders.toSpliced(1, 1);

describe('a branch', () => {
  beforeEach(() => {
    git('init', '--quiet', '--initial-branch=main');
    write('infra/main.tf', provider, ...orders, ...billing);
    commit('the estate');
    git('checkout', '--quiet', '-b', 'change');
  });

  test('that changes nothing is told nothing, and passes', async () => {
    expect(await lintSince('main')).toMatchObject({ code: 0, told: [] });
  });

  test.each([
    ['committed', () => commit('no standby')],
    ['staged', () => git('add', '--all')],
    ['not even staged', () => undefined],
  ])('that takes the standby away, %s, is told that alone', async (_what, settle) => {
    write('infra/main.tf', provider, ...withoutStandby, ...billing);
    settle();
    expect(await lintSince('main')).toMatchObject({ code: 1, told: ['rds/multi-az infra/main.tf:2'] });
  });

  test('is told the same in every folder, with paths from there', async () => {
    write('infra/main.tf', provider, ...withoutStandby, ...billing);
    expect((await lintSince('main', 'infra')).told).toEqual(['rds/multi-az main.tf:2']);
    expect((await lintSince('main', '.', 'infra')).told).toEqual(['rds/multi-az infra/main.tf:2']);
    expect((await lintSince('main', '.', 'infra/main.tf')).told).toEqual(['rds/multi-az infra/main.tf:2']);
  });

  test('whatever the user or the repository has set for diffs', async () => {
    git('config', 'diff.noprefix', 'true');
    git('config', 'color.ui', 'always');
    git('config', 'diff.external', 'false');
    write('.gitattributes', '*.tf binary');
    write('infra/main.tf', provider, ...withoutStandby, ...billing);
    expect((await lintSince('main')).told).toEqual(['rds/multi-az infra/main.tf:2']);
  });

  test('that moves a file and lines in it causes nothing', async () => {
    renameSync(join(estate, 'infra/main.tf'), join(estate, 'infra/databases.tf'));
    write('infra/databases.tf', '# Moved.', '', provider, ...orders, ...billing);
    commit('move');
    expect((await lintSince('main')).told).toEqual([]);
  });

  test("in OpenTofu's files and in JSON", async () => {
    write('infra/carts.tofu', 'resource "aws_db_instance" "carts" { backup_retention_period = 35 }');
    write(
      'infra/clicks.tf.json',
      '{ "resource": { "aws_db_instance": { "clicks": { "backup_retention_period": 35 } } } }',
    );
    commit('carts and clicks');
    expect((await lintSince('main')).told).toEqual([
      'rds/multi-az infra/carts.tofu:1',
      'rds/multi-az infra/clicks.tf.json:1',
    ]);
  });

  test('that adds a file git does not know yet', async () => {
    write('infra/my "old" häuser.tf', ...billing.map((line) => line.replace('billing', 'houses')));
    expect((await lintSince('main')).told).toEqual([
      'rds/backup-retention infra/my "old" häuser.tf:1',
      'rds/multi-az infra/my "old" häuser.tf:1',
    ]);
    commit('houses');
    expect((await lintSince('main')).told).toHaveLength(2);
  });

  test('answers for its own changes, not for what the other branch did since', async () => {
    git('checkout', '--quiet', 'main');
    write('infra/main.tf', provider, ...orders, ...billing, ...billing.map((line) => line.replace('billing', 'more')));
    commit('on main');
    git('checkout', '--quiet', 'change');
    expect((await lintSince('main')).told).toEqual([]);
  });
});

describe('refused', () => {
  test('outside of a repository', async () => {
    write('main.tf', provider);
    const { code, stderr } = await lintSince('main');
    expect([code, stderr]).toEqual([
      2,
      expect.stringMatching(/^dr-lint: --changed-since: \. is in no git repository \(/u),
    ]);
  });

  test.each([
    ['an unknown name', 'nowhere', 'git knows no commit "nowhere". In a shallow clone, fetch it first.'],
    ['an option', '--output=stolen', 'git knows no commit "--output=stolen". In a shallow clone, fetch it first.'],
    ['a tree', 'main:infra', 'git knows no commit "main:infra". In a shallow clone, fetch it first.'],
  ])('%s', async (_what, ref, mistake) => {
    git('init', '--quiet', '--initial-branch=main');
    write('infra/main.tf', provider);
    commit('the estate');
    expect(await lintSince(ref)).toMatchObject({
      code: 2,
      stderr: `dr-lint: --changed-since: ${mistake}\n`,
    });
  });

  test('a history that has nothing in common', async () => {
    git('init', '--quiet', '--initial-branch=main');
    write('main.tf', provider);
    commit('the estate');
    git('checkout', '--quiet', '--orphan', 'other');
    commit('another start');
    expect(await lintSince('main')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('HEAD and "main" have no commit in common.'),
    });
  });
});
