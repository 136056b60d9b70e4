import { describe, expect, test } from 'vitest';
import { exitCodes } from '../../src/cli/exit-codes.ts';
import { commandNames } from '../../src/cli/commands.ts';
import { finding, noVerdicts, reportOf, runFake } from './fake-run.ts';

const { summary } = reportOf({});

describe('the exit status', () => {
  test.each([
    { what: 'nothing found', argv: [], findings: [], code: exitCodes.ok },
    { what: 'an error', argv: [], findings: [finding('error')], code: exitCodes.findings },
    { what: 'a warning', argv: [], findings: [finding('warning')], code: exitCodes.ok },
    {
      what: 'a warning that matters',
      argv: ['--fail-on', 'warning'],
      findings: [finding('warning')],
      code: exitCodes.findings,
    },
    { what: 'a note that matters', argv: ['--fail-on=note'], findings: [finding('note')], code: exitCodes.findings },
    {
      what: 'an error that never matters',
      argv: ['--fail-on', 'never'],
      findings: [finding('error')],
      code: exitCodes.ok,
    },
    { what: 'a suppressed error', argv: [], findings: [finding('error', 'suppressed')], code: exitCodes.ok },
    { what: 'an error of the baseline', argv: [], findings: [finding('error', 'baseline')], code: exitCodes.ok },
    {
      what: 'an error in another format',
      argv: ['--format', 'json'],
      findings: [finding('error')],
      code: exitCodes.findings,
    },
  ])('$what: $code', async ({ argv, findings, code }) => {
    expect(await runFake(argv, { report: { findings } })).toMatchObject({ code, stderr: '' });
  });

  test('undecided verdicts count only on request', async () => {
    const report = { summary: { ...summary, verdicts: { ...noVerdicts, unknown: 2 } } };
    expect(await runFake([], { report })).toMatchObject({ code: exitCodes.ok });
    expect(await runFake(['--fail-on-unknown'], { report })).toMatchObject({ code: exitCodes.findings });
  });

  test('a bug is told as one, with the version and how to report it', async () => {
    const lint = async (): Promise<never> => {
      throw new Error('broken invariant \u001b[31m');
    };
    const { code, stdout, stderr } = await runFake([], { dependencies: { lint } });
    expect(code).toBe(exitCodes.internal);
    expect(stdout).toBe('');
    expect(stderr).toContain('This is a bug in dr-lint 1.2.3, not in your code:');
    expect(stderr).toContain('Error: broken invariant \\u{1b}[31m');
    expect(stderr).toContain('Please report it at https://example.org/dr-lint/issues');
  });
});

describe('wrong usage', () => {
  test.each([
    { argv: ['--teir', 'pilot-light'], mistake: '--teir is not an option. Did you mean --tier?' },
    { argv: ['--baseline=old.json'], mistake: '--baseline is not an option.' },
    { argv: ['-z'], mistake: '-z is not an option.' },
    { argv: ['--tier'], mistake: '--tier needs a value: --tier TIER.' },
    { argv: ['--tier', '--quiet'], mistake: '--tier needs a value: --tier TIER.' },
    { argv: ['--quiet=yes'], mistake: '--quiet takes no value.' },
    { argv: ['--tier', 'warm-stanby'], mistake: '--tier: "warm-stanby" is not a tier. Did you mean "warm-standby"?' },
    { argv: ['--rto', 'soon'], mistake: '--rto: "soon" is not a length of time such as 90s, 15m, 24h or 7d.' },
    { argv: ['--rpo', 'forever'], mistake: '--rpo: "forever" is not a length of time such as 90s, 15m, 24h or 7d.' },
    {
      argv: ['--region', 'us-esat-1'],
      mistake: '--region: "us-esat-1" is not an AWS Region. Did you mean "us-east-1"?',
    },
    {
      argv: ['--region', 'us-east-1', '--recovery-region', 'us-east-1'],
      mistake: '"us-east-1" is the primary Region; a recovery Region is another one.',
    },
    {
      argv: ['--fail-on', 'errors'],
      mistake: '--fail-on: "errors" is not one of error, warning, note, never. Did you mean error?',
    },
    { argv: ['--format', 'sarf'], mistake: '--format: "sarf" is not one of text, json, sarif. Did you mean sarif?' },
    {
      argv: ['--format', 'text', '--format', 'json'],
      mistake: 'Only one --format can go to the standard output; give the others a file: --format sarif:results.sarif.',
    },
    { argv: ['--format', 'sarif:'], mistake: '--format sarif: needs a file after the colon.' },
    { argv: ['--var-file', 'dr.tfvars'], mistake: '--var-file: there is no file dr.tfvars.' },
    { argv: ['--policies', 'main.tf'], mistake: '--policies: main.tf is no folder.' },
    { argv: ['--config', 'mine.yaml'], mistake: '--config: there is no file mine.yaml.' },
    { argv: ['infra'], mistake: 'There is no file or folder infra.' },
    { argv: ['polices'], mistake: 'There is no file or folder polices. Did you mean the command "policies"?' },
    { argv: ['policies', '--tier', 'pilot-light'], mistake: '--tier is not an option of policies.' },
    { argv: ['graph', '--format', 'text'], mistake: '--format: "text" is not one of json, html, mermaid, dot.' },
    { argv: ['policies', 'rds'], mistake: 'policies takes no path: rds. To read one policy, run dr-lint explain rds.' },
    {
      argv: ['explain'],
      mistake: 'explain takes one policy: dr-lint explain rds/multi-az. dr-lint policies lists them all.',
    },
    { argv: ['explain', 'rds/multi-zone'], mistake: '"rds/multi-zone" is not a policy. Did you mean "rds/multi-az"?' },
  ])('$argv', async ({ argv, mistake }) => {
    const { code, stdout, stderr, requests } = await runFake(argv);
    expect({ code, stdout, requests }).toEqual({ code: exitCodes.usage, stdout: '', requests: [] });
    expect(stderr.split('\n')).toContain(`dr-lint: ${mistake}`);
  });

  test('every mistake is told at once', async () => {
    const { stderr } = await runFake(['--tier', 'gold', '--rto', 'soon']);
    expect(stderr.split('\n')).toHaveLength(3);
  });

  test('a path without anything to lint', async () => {
    const { code, stdout, stderr } = await runFake(['docs'], { files: { 'docs/guide.md': '' } });
    expect({ code, stdout }).toEqual({ code: exitCodes.usage, stdout: '' });
    expect(stderr).toBe('dr-lint: docs holds no Terraform and no CloudFormation to lint.\n');
  });

  test('one such path beside others: they are reported', async () => {
    const { code, stdout, stderr } = await runFake(['docs', 'app'], {
      files: { 'docs/guide.md': '', 'app/main.tf': '' },
    });
    expect(code).toBe(exitCodes.usage);
    expect(stdout).toContain('text of 0 findings');
    expect(stderr).toBe('dr-lint: docs holds no Terraform and no CloudFormation to lint.\n');
  });

  test('a report that cannot be written', async () => {
    const { code, stderr } = await runFake(['--format', 'json:readonly/out.json']);
    expect(code).toBe(exitCodes.usage);
    expect(stderr).toBe("dr-lint: readonly/out.json can't be written: permission denied\n");
  });

  test('names from outside are printed without their control codes', async () => {
    const { stderr } = await runFake(['evil\u001b]0;title']);
    expect(stderr).toBe('dr-lint: There is no file or folder evil\\u{1b}]0;title.\n');
  });
});

describe('the configuration', () => {
  test('the nearest one holds, and flags state over it', async () => {
    const files = {
      'infra/main.tf': '',
      '.dr-lint.yaml': 'tier: pilot-light\nregions: { primary: us-east-1, recovery: [us-west-2] }',
    };
    const { requests } = await runFake(['infra', '--tier', 'warm-standby', '--recovery-region', 'eu-west-1'], {
      files,
    });
    expect(requests).toMatchObject([
      {
        paths: ['infra'],
        config: {
          path: '.dr-lint.yaml',
          tier: 'warm-standby',
          regions: { primary: 'us-east-1', recovery: ['eu-west-1'] },
        },
      },
    ]);
  });

  test.each([
    { what: 'of one path', argv: ['infra/app'], path: 'infra/.dr-lint.yaml' },
    { what: 'of what several paths share', argv: ['infra/app', 'network'], path: '.dr-lint.yaml' },
    { what: 'of the working directory', argv: [], path: '.dr-lint.yaml' },
    { what: 'that is named', argv: ['infra/app', '--config', 'other.yaml'], path: 'other.yaml' },
  ])('is that $what', async ({ argv, path }) => {
    const files = {
      'infra/app/main.tf': '',
      'network/main.tf': '',
      'infra/.dr-lint.yaml': '',
      '.dr-lint.yaml': '',
      'other.yaml': '',
    };
    const { requests } = await runFake(argv, { files });
    expect(requests.map(({ config }) => config.path)).toEqual([path]);
  });

  test('its mistakes stop the run, each with its place', async () => {
    const files = { 'main.tf': '', '.dr-lint.yaml': 'tier: warm-stanby\npolicies: { rds/multi-zone: off }' };
    const { code, stderr } = await runFake([], { files });
    expect(code).toBe(exitCodes.usage);
    expect(stderr).toBe(
      'dr-lint: .dr-lint.yaml:1:7: tier: "warm-stanby" is not a tier. Did you mean "warm-standby"?\n' +
        'dr-lint: .dr-lint.yaml:2:13: "rds/multi-zone" is not a policy. Did you mean "rds/multi-az"?\n',
    );
  });

  test('its own tiers and policies may be named', async () => {
    const files = {
      'main.tf': '',
      'ours/tagged.yaml': '',
      '.dr-lint.yaml': 'tiers: { gold: { extends: warm-standby } }\npolicies: { ours/tagged: error }',
    };
    const { code, requests } = await runFake(['--tier', 'gold', '--policies', 'ours'], { files });
    expect(code).toBe(exitCodes.ok);
    expect(requests).toMatchObject([
      { policies: [{ id: 'rds/multi-az' }, { id: 's3/versioning' }, { id: 'ours/tagged' }], config: { tier: 'gold' } },
    ]);
  });
});

describe('a name that is not known gets the nearest one', () => {
  test.each<readonly [what: string, argv: readonly string[], mistake: string]>([
    ['a command', ['explian'], 'Did you mean the command "explain"?'],
    ['a flag', ['--recovery-regoin', 'us-west-2'], 'Did you mean --recovery-region?'],
    ['a value', ['--verdicts', 'al'], 'Did you mean all?'],
    ['a format', ['--format', 'jsn'], 'Did you mean json?'],
    ['a policy', ['explain', 's3/versionning'], 'Did you mean "s3/versioning"?'],
    ['a tier', ['--tier', 'pilot-lite'], 'Did you mean "pilot-light"?'],
    ['a Region', ['--recovery-region', 'us-wset-2'], 'Did you mean "us-west-2"?'],
  ])('on the command line: %s', async (_, argv, mistake) => {
    expect(await runFake(argv)).toMatchObject({ code: exitCodes.usage, stderr: expect.stringContaining(mistake) });
  });

  test.each<readonly [what: string, config: string, mistake: string]>([
    ['a key', 'regoins: {}', '.dr-lint.yaml:1:1: "regoins" is not a key'],
    ['a key', 'regoins: {}', 'Did you mean "regions"?'],
    ['a key of an entry', 'regions: { primry: us-east-1 }', 'Did you mean "primary"?'],
    ['a tier', 'tier: warm-stanby', 'Did you mean "warm-standby"?'],
    ['the tier of a workload', 'workloads: [{ name: shop, tier: pilot-lite }]', 'Did you mean "pilot-light"?'],
    ['a Region', 'regions: { recovery: [us-wset-2] }', 'Did you mean "us-west-2"?'],
    ['a policy', 'policies: { rds/mutli-az: error }', 'Did you mean "rds/multi-az"?'],
    ['a suppressed policy', 'suppress: [{ policy: s3/versionning }]', 'Did you mean "s3/versioning"?'],
    ['a level', 'policies: { rds/multi-az: eror }', 'Did you mean "error"?'],
    ['a role', 'deployments: [{ path: ., role: recovry }]', 'Did you mean "recovery"?'],
    ['a need', 'workloads: [{ name: shop, needs: [imutability] }]', 'Did you mean "immutability"?'],
  ])('in the configuration: %s', async (_, config, mistake) => {
    const ran = await runFake([], { files: { 'main.tf': '', '.dr-lint.yaml': config } });
    expect(ran).toMatchObject({ code: exitCodes.usage, stderr: expect.stringContaining(mistake) });
  });
});

test('what the linter is asked', async () => {
  const files = { 'main.tf': '', 'dr.tfvars': '', 'params.json': '' };
  const argv = [
    './',
    '--var-file',
    '/home/ada/estate/dr.tfvars',
    '--parameters',
    'params.json',
    '--region',
    'eu-west-1',
  ];
  const { requests } = await runFake([...argv, '--verdicts', 'all', '--rto=10m', '--rpo', '0'], { files });
  expect(requests).toMatchObject([
    {
      paths: ['.'],
      varFiles: ['dr.tfvars'],
      parameters: ['params.json'],
      region: 'eu-west-1',
      verdicts: 'all',
      today: '2027-01-02',
      config: { path: undefined, objectives: { rto: 600, rpo: 0 }, regions: { primary: 'eu-west-1' } },
    },
  ]);
});

describe('the output', () => {
  test('goes to files and the standard output in one run', async () => {
    const { stdout, written, requests } = await runFake(['--format', 'sarif:out/dr.sarif', '--format', 'json'], {
      isTerminal: true,
    });
    expect(stdout).toBe('json of 0 findings, colour, 120 columns\n');
    expect(written).toEqual({ 'out/dr.sarif': 'sarif of 0 findings, plain, 100 columns\n' });
    expect(requests).toHaveLength(1);
  });

  test.each([
    { what: 'a terminal', isTerminal: true, argv: [], env: {}, color: true },
    { what: 'a pipe', isTerminal: false, argv: [], env: {}, color: false },
    { what: '--color', isTerminal: false, argv: ['--color'], env: { NO_COLOR: '1' }, color: true },
    { what: '--no-color', isTerminal: true, argv: ['--no-color'], env: { FORCE_COLOR: '1' }, color: false },
    { what: 'NO_COLOR', isTerminal: true, argv: [], env: { NO_COLOR: '1' }, color: false },
    { what: 'an empty NO_COLOR', isTerminal: true, argv: [], env: { NO_COLOR: '' }, color: true },
    { what: 'FORCE_COLOR', isTerminal: false, argv: [], env: { FORCE_COLOR: '1' }, color: true },
    { what: 'FORCE_COLOR=0', isTerminal: true, argv: [], env: { FORCE_COLOR: '0' }, color: false },
    {
      what: 'NO_COLOR over FORCE_COLOR',
      isTerminal: true,
      argv: [],
      env: { NO_COLOR: '1', FORCE_COLOR: '1' },
      color: false,
    },
    { what: 'a dumb terminal', isTerminal: true, argv: [], env: { TERM: 'dumb' }, color: false },
  ])('colours: $what', async ({ isTerminal, argv, env, color }) => {
    const { stdout } = await runFake(argv, { isTerminal, env });
    expect(stdout).toContain(color ? 'colour' : 'plain');
  });

  test('quiet says nothing unless the run fails', async () => {
    expect(await runFake(['--quiet', '--format', 'text', '--format', 'json:all.json'])).toMatchObject({
      stdout: '',
      stderr: '',
      written: { 'all.json': expect.stringContaining('json') },
    });
    const failing = await runFake(['--quiet'], { report: { findings: [finding('error')] } });
    expect(failing.stdout).toContain('text of 1 findings');
  });

  test('tells what was skipped, and when nothing was judged', async () => {
    const inputs = [
      { path: 'live', kind: 'terraform-root', status: 'read' },
      { path: 'live/terragrunt.hcl', kind: 'other', status: 'skipped', reason: 'not read' },
    ] as const;
    const { code, stderr } = await runFake([], { report: { inputs, summary: { ...summary, resources: 0 } } });
    expect(code).toBe(exitCodes.ok);
    expect(stderr).toBe(
      'Skipped: live/terragrunt.hcl (not read).\nNothing was judged: the inputs declare no resource.\n',
    );
  });

  test('tells more on request', async () => {
    const { stderr } = await runFake(['--verbose', '--stats']);
    expect(stderr).toMatchInlineSnapshot(`
      "Configuration: none
      read terraform-root .
      Time: 0 ms: load 0.
      Read: 0 files, 0 kB; 1 input.
      Graph: 0 nodes, 0 relations.
      Judged: 1 resource, 0 verdicts.
      "
    `);
  });
});

describe('the other commands', () => {
  test('graph prints the graph as JSON', async () => {
    expect(await runFake(['graph'])).toMatchObject({ code: exitCodes.ok, stdout: '{"nodes":[]}\n' });
  });

  test('assess tells and does not judge: findings change nothing of its exit status', async () => {
    const report = { findings: [finding('error')] };
    expect(await runFake(['assess'], { report })).toMatchObject({ code: exitCodes.ok, stdout: 'text of 1 findings\n' });
    const written = { 'a.html': 'html of 1 findings\n' };
    expect(await runFake(['assess', '--format=html:a.html'], { report })).toMatchObject({
      code: exitCodes.ok,
      written,
    });
  });

  test('graph tells what could not be read', async () => {
    const diagnostics = [
      { code: 'input/syntax', level: 'error', message: 'There is no closing brace.', help: '', path: 'main.tf' },
    ] as const;
    const { code, stdout, stderr } = await runFake(['graph'], { report: { diagnostics } });
    expect({ code, stdout }).toEqual({ code: exitCodes.findings, stdout: '{"nodes":[]}\n' });
    expect(stderr).toBe('main.tf: There is no closing brace.\n');
  });

  test.each([
    { argv: ['policies'], stdout: 'text: rds/multi-az, s3/versioning\n' },
    {
      argv: ['policies', '--format', 'json', '--policies', 'ours'],
      stdout: 'json: rds/multi-az, s3/versioning, ours/tagged\n',
    },
    { argv: ['explain', 's3/versioning'], stdout: 'text: s3/versioning\n' },
    { argv: ['explain', 'rds/standby', '--color'], stdout: 'text: rds/multi-az in colour\n' },
    { argv: ['explain', 'rds/multi-az', '--format', 'json'], stdout: 'json: rds/multi-az\n' },
  ])('$argv', async ({ argv, stdout }) => {
    const files = { 'ours/tagged.yaml': '' };
    expect(await runFake(argv, { files })).toMatchObject({ code: exitCodes.ok, stdout, stderr: '' });
  });
});

describe('help', () => {
  test('names every command and option', async () => {
    const { code, stdout } = await runFake(['--help']);
    expect(code).toBe(exitCodes.ok);
    for (const command of commandNames) expect(stdout).toContain(`dr-lint ${command === 'lint' ? '[lint]' : command}`);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(100);
  });

  test('fits a narrow terminal', async () => {
    const { stdout } = await runFake(['--help'], { isTerminal: true, columns: 80 });
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('of a command lists its own options', async () => {
    expect((await runFake(['explain', '-h'])).stdout).toMatchInlineSnapshot(`
      "Usage: dr-lint explain POLICY [options]

      tell what a policy asks for, why, how to meet it, and show examples

        --config FILE             this configuration instead of the nearest .dr-lint.yaml; of init, the
                                  file to write
        --policies DIR …          a folder of further policies
        --format FORMAT[:FILE] …  how to report, and into which file instead of the standard output
        --color                   colour the output
        --no-color                do not colour the output; so does the variable NO_COLOR
        -h, --help                show this help
        -V, --version             show the version

      Formats: text (default), json, markdown.
      "
    `);
  });

  test('the version', async () => {
    expect(await runFake(['-V'])).toMatchObject({ code: exitCodes.ok, stdout: '1.2.3\n' });
  });
});
