import { describe, expect, test } from 'vitest';
import type { LintOptions } from '../../src/lint.ts';
import { finding, reportOf } from '../cli/fake-run.ts';
import { runFakeAction, unprotected, type FakeRunner } from './fake-runner.ts';

test('a finding: a failed step, an annotation, a summary, outputs', async () => {
  const { code, log, commands, outputs, summary } = await runFakeAction({ inputs: { tier: 'warm-standby' } });
  expect(code).toBe(1);
  expect(log.join('\n')).toContain('aws_s3_bucket.orders does not keep the versions of its objects.');
  expect(commands).toContainEqual(
    expect.stringMatching(/^::error file=main\.tf,line=1,endLine=1,col=1,endColumn=34,title=s3\/versioning::/u),
  );
  expect(summary).toContain('| promised tier | warm-standby (stated) |');
  expect(outputs).toEqual({
    errors: expect.stringMatching(/^[1-9]\d*$/u),
    warnings: expect.stringMatching(/^\d+$/u),
    notes: expect.stringMatching(/^\d+$/u),
    unknown: expect.stringMatching(/^\d+$/u),
    'achieved-tier': 'none',
    'sarif-file': '',
    'exit-code': '1',
  });
});

describe('it fails when the command line would', () => {
  test.each([
    { what: 'an error', inputs: {}, level: 'error', code: 1 },
    { what: 'a warning', inputs: {}, level: 'warning', code: 0 },
    { what: 'a warning that matters', inputs: { 'fail-on': 'warning' }, level: 'warning', code: 1 },
    { what: 'an error that never matters', inputs: { 'fail-on': 'never' }, level: 'error', code: 0 },
    { what: 'an error without annotations', inputs: { annotations: 'false' }, level: 'error', code: 1 },
  ] as const)('$what: $code', async ({ inputs, level, code }) => {
    const lint = async ({ paths }: LintOptions) =>
      reportOf({
        findings: [finding(level)],
        inputs: paths.map((path) => ({ path, kind: 'terraform-root', status: 'read' })),
      });
    const ran = await runFakeAction({ inputs, dependencies: { lint } });
    expect(ran).toMatchObject({ code, outputs: { 'exit-code': String(code) } });
  });

  test.each([
    { what: 'a tier that is none', inputs: { tier: 'warm-stanby' }, says: 'Did you mean "warm-standby"?' },
    { what: 'a level that is none', inputs: { 'fail-on': 'errors' }, says: 'Did you mean error?' },
    { what: 'a switch that is none', inputs: { summary: 'yes' }, says: 'The input summary is "yes", neither true nor' },
    { what: 'nothing there', inputs: { paths: 'infra' }, says: 'There is no file or folder infra.' },
    { what: 'a value like an option', inputs: { paths: '--fix' }, says: 'There is no file or folder --fix.' },
  ])('$what: wrong usage, and an annotation that says so', async ({ inputs, says }) => {
    const { code, commands } = await runFakeAction({ inputs });
    expect(code).toBe(2);
    expect(commands).toEqual([expect.stringContaining(says)]);
    expect(commands[0]).toMatch(/^::error title=dr-lint::/u);
  });

  test('a bug', async () => {
    const lint = async (): Promise<never> => {
      throw new Error('broken invariant');
    };
    const { code, commands, outputs } = await runFakeAction({ dependencies: { lint } });
    expect(code).toBe(3);
    expect(commands).toEqual([expect.stringContaining('This is a bug in dr-lint')]);
    expect(outputs).toMatchObject({ errors: '0', 'achieved-tier': '', 'exit-code': '3' });
  });
});

test('the inputs are those of the command line', async () => {
  let options: LintOptions | undefined;
  const files = { 'app/main.tf': '', 'net/main.tf': '', 'live.tfvars': '', 'dr.tfvars': '', 'p.json': '[]' };
  await runFakeAction({
    files,
    inputs: {
      paths: 'app\n  net\n',
      rto: '15m',
      regions: 'us-east-1, us-west-2\neu-west-1',
      'var-files': 'live.tfvars\ndr.tfvars',
      parameters: 'p.json',
    },
    dependencies: {
      lint: async (given) => {
        options = given;
        return reportOf({});
      },
    },
  });
  expect(options).toMatchObject({
    paths: ['app', 'net'],
    varFiles: ['live.tfvars', 'dr.tfvars'],
    parameters: ['p.json'],
    region: 'us-east-1',
    config: { regions: { primary: 'us-east-1', recovery: ['us-west-2', 'eu-west-1'] }, objectives: { rto: 900 } },
  });
});

describe('what is turned off is not made', () => {
  test('annotations', async () => {
    expect(await runFakeAction({ inputs: { annotations: 'false' } })).toMatchObject({ commands: [] });
  });

  test('the summary', async () => {
    expect(await runFakeAction({ inputs: { summary: 'False' } })).toMatchObject({ summary: '' });
  });
});

test('a SARIF report for code scanning, and where it is', async () => {
  const { written, outputs } = await runFakeAction({ inputs: { 'sarif-file': 'out/dr-lint.sarif' } });
  expect(Object.keys(written)).toEqual(['out/dr-lint.sarif']);
  expect(JSON.parse(written['out/dr-lint.sarif'] ?? '')).toMatchObject({ version: '2.1.0' });
  expect(outputs['sarif-file']).toBe('out/dr-lint.sarif');
});

test('what is linted cannot speak to the runner', async () => {
  const name = '::error::pwned';
  const { commands } = await runFakeAction({
    files: {
      [`${name}/main.tf`]: unprotected.replace('"orders" {', `"x" {\n# ${name}\n`),
      'a\n::debug::.tf': unprotected,
    },
  });
  expect(
    commands.filter((command) => !/^::(?:error|warning|notice) (?:file=[^:]+,line=|title=dr-lint::)/u.test(command)),
  ).toEqual([]);
  expect(commands.length).toBeGreaterThan(0);
});

test('a tier of any name stays in its output', async () => {
  const workloads = (await import('../helpers/report.ts')).workload({ achievedTier: 'mine\nexit-code=0' });
  const lint = async () =>
    reportOf({ workloads: [workloads], inputs: [{ path: '.', kind: 'terraform-root', status: 'read' }] });
  const { outputs } = await runFakeAction({ dependencies: { lint } });
  expect(outputs).toMatchObject({ 'achieved-tier': 'mine\nexit-code=0', 'exit-code': '0' });
});

test('a file of the runner that cannot be written is told, and fails nothing', async () => {
  const { code, commands } = await runFakeAction({
    files: { 'main.tf': '' },
    env: { GITHUB_STEP_SUMMARY: '/full', GITHUB_OUTPUT: '' },
  });
  expect(code).toBe(0);
  expect(commands).toContain("::warning title=dr-lint::GITHUB_STEP_SUMMARY can't be written: no space left on device");
});

describe('on a pull request, what it caused is reported', () => {
  const base = 'c0ffee'.padEnd(40, '0');
  const pullRequest: FakeRunner = {
    env: { GITHUB_EVENT_NAME: 'pull_request' },
    event: JSON.stringify({ pull_request: { base: { sha: base } } }),
  };
  const changesOf = async (fake: FakeRunner): Promise<{ readonly asked: readonly string[]; readonly log: string }> => {
    const asked: string[] = [];
    const { log } = await runFakeAction({
      ...fake,
      git: (argv) => {
        asked.push(argv.join(' '));
        return fake.git?.(argv) ?? { code: 0 };
      },
    });
    return { asked, log: log.join('\n') };
  };

  test('by default since its base', async () => {
    const { asked } = await changesOf(pullRequest);
    expect(asked).toContain(`rev-parse --verify --quiet ${base}^{commit}`);
  });

  test('since what is stated', async () => {
    const { asked } = await changesOf({ ...pullRequest, inputs: { 'changed-since': 'origin/main' } });
    expect(asked).toContain('rev-parse --verify --quiet origin/main^{commit}');
  });

  test.each([
    { what: 'when told so', fake: { ...pullRequest, inputs: { 'changed-since': 'none' } } },
    { what: 'on a push', fake: { ...pullRequest, env: { GITHUB_EVENT_NAME: 'push' } } },
    { what: 'of an event without a base', fake: { ...pullRequest, event: '{"pull_request":null}' } },
    { what: 'of an event that is none', fake: { ...pullRequest, event: '{' } },
    {
      what: 'of a base that is no commit',
      fake: { ...pullRequest, event: '{"pull_request":{"base":{"sha":"--all"}}}' },
    },
  ])('everything, $what', async ({ fake }) => {
    expect(await changesOf(fake)).toMatchObject({ asked: [] });
  });

  test('everything of a shallow clone, and how to change that', async () => {
    const { asked, log } = await changesOf({ ...pullRequest, git: () => ({ code: 128 }) });
    expect(asked).toEqual([`merge-base ${base} HEAD`]);
    expect(log).toMatch(/^Everything is reported, .*`fetch-depth: 0`/u);
    expect(log).toContain('s3/versioning');
  });
});
