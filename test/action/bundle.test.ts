/** The bundle as GitHub runs it: a process with the runner's variables and files, in a clone of a pull request's merge. */
import { execFile, execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { obeyed, outputsIn } from './fake-runner.ts';

const checkout = join(import.meta.dirname, '../..');
const execute = promisify(execFile);

let machine = '';

beforeAll(async () => {
  machine = realpathSync(mkdtempSync(join(tmpdir(), 'dr-lint-action-')));
  // Where GitHub downloads the action to: a checkout without any package installed.
  await execute(process.execPath, [join(checkout, 'scripts/build-action.mjs'), join(machine, 'action/dist/action')]);
  copyFileSync(join(checkout, 'package.json'), join(machine, 'action/package.json'));
  makePullRequest(join(machine, 'origin'));
}, 60_000);

afterAll(() => rmSync(machine, { recursive: true }));

const database = (...argumentLines: readonly string[]): string =>
  [
    'provider "aws" {',
    '  region = "eu-west-1"',
    '}',
    '',
    'resource "aws_db_instance" "orders" {',
    '  engine                  = "postgres"',
    ...argumentLines,
    '  backup_retention_period = 0',
    '}',
    '',
  ].join('\n');

const before = database('  multi_az                = true');
const after = database();

/** A base that has a finding already, and a pull request that takes the standby away, merged as GitHub does for the check. */
function makePullRequest(folder: string): void {
  const git = gitIn(folder);
  mkdirSync(join(folder, 'infra'), { recursive: true });
  git('init', '--quiet', '--initial-branch=main');
  writeFileSync(
    join(folder, '.dr-lint.yaml'),
    'tier: warm-standby\nregions: { primary: eu-west-1, recovery: [eu-central-1] }\n',
  );
  writeFileSync(join(folder, 'infra/main.tf'), before);
  git('add', '.');
  git('commit', '--quiet', '--message=Database');
  git('checkout', '--quiet', '-b', 'cheaper');
  writeFileSync(join(folder, 'infra/main.tf'), after);
  git('commit', '--quiet', '--all', '--message=One zone is cheaper');
  git('checkout', '--quiet', '-b', 'merge', 'main');
  git('merge', '--quiet', '--no-ff', '--message=Merge', 'cheaper');
}

function gitIn(folder: string): (...argv: readonly string[]) => string {
  return (...argv) =>
    execFileSync('git', ['-c', 'user.name=Ada', '-c', 'user.email=ada@example.org', ...argv], {
      cwd: folder,
      encoding: 'utf8',
    }).trim();
}

interface Step {
  readonly code: number;
  readonly log: readonly string[];
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** A job of its own: a fresh clone and fresh files of the runner. */
async function runStep(name: string, { depth, inputs = {} }: { depth?: number; inputs?: object }): Promise<Step> {
  const job = join(machine, name);
  const workspace = join(job, 'work');
  const clone = ['clone', '--quiet', '--branch=merge', ...(depth === undefined ? [] : [`--depth=${depth}`])];
  mkdirSync(job);
  execFileSync('git', [...clone, `file://${join(machine, 'origin')}`, workspace]);
  const base = gitIn(join(machine, 'origin'))('rev-parse', 'main');
  const file = (path: string, text: string): string => {
    writeFileSync(join(job, path), text);
    return join(job, path);
  };
  const env = {
    PATH: process.env['PATH'],
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ pull_request: { base: { sha: base } } })),
    GITHUB_OUTPUT: file('output', ''),
    GITHUB_STEP_SUMMARY: file('summary', ''),
    GITHUB_WORKSPACE: workspace,
    ...Object.fromEntries(Object.entries(inputs).map(([input, value]) => [`INPUT_${input.toUpperCase()}`, value])),
  };
  const program = join(machine, 'action/dist/action/index.js');
  const ran = await execute(process.execPath, [program], { cwd: workspace, env }).catch((error: unknown) => error);
  if (typeof ran !== 'object' || ran === null || !('stdout' in ran && 'stderr' in ran)) throw ran;
  expect(ran.stderr).toBe('');
  return {
    code: 'code' in ran ? Number(ran.code) : 0,
    log: String(ran.stdout).split('\n'),
    outputs: outputsIn(readFileSync(env.GITHUB_OUTPUT, 'utf8')),
    summary: readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}

const missingStandby = /^::error file=infra\/main\.tf,line=5,endLine=5,col=1,endColumn=36,title=rds\/multi-az::/u;

test('a pull request that takes the standby away: exactly one annotation, where the database is', async () => {
  const { code, log, outputs, summary } = await runStep('pull-request', {
    inputs: { paths: '.', annotations: 'true' },
  });
  expect(obeyed(log)).toEqual([expect.stringMatching(missingStandby)]);
  expect(code).toBe(1);
  expect(outputs).toMatchObject({ errors: '1', 'exit-code': '1', 'achieved-tier': 'none' });
  expect(summary).toMatch(/^\| error \| `rds\/multi-az` \| `infra\/main\.tf:5` \|/mu);
  expect(summary).not.toContain('rds/backup-retention');
});

test('a shallow clone: everything is reported, with how to have less', async () => {
  const { code, log } = await runStep('shallow', { depth: 1 });
  expect(code).toBe(1);
  expect(log[0]).toContain('fetch-depth: 0');
  expect(obeyed(log)).toEqual(
    expect.arrayContaining([expect.stringMatching(missingStandby), expect.stringContaining('rds/backup-retention')]),
  );
});

test('wrong usage', async () => {
  const { code, log } = await runStep('wrong-usage', { inputs: { tier: 'warm-stanby' } });
  expect(code).toBe(2);
  expect(obeyed(log)).toEqual([expect.stringContaining('Did you mean "warm-standby"?')]);
});

test('nothing in it can open the network', () => {
  const code = readFileSync(join(machine, 'action/dist/action/index.js'), 'utf8');
  expect(code).not.toMatch(
    /(?:require\(|from |import\()["'](?:node:)?(?:net|https?|http2|tls|dgram|dns)["']|\bfetch\(/u,
  );
});
