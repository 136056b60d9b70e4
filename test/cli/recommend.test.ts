import { expect, test } from 'vitest';
import { loadConfig } from '../../src/config/load-config.ts';
import { SourceFile } from '../../src/core/source.ts';
import { tiersWith } from '../../src/policy/built-in.ts';
import { runFake } from './fake-run.ts';

test('tells the tier, why, what it takes, what to mind, and how to state it', async () => {
  const { code, stdout } = await runFake(['recommend', '--rto', '12h', '--rpo', '24h', '--cost', 'minimal']);
  expect(code).toBe(0);
  expect(stdout).toBe(`Recommended tier: backup-restore

Why
  * RTO 12 h: backup-restore can be engineered to 4 h.
  * RPO 24 h: backup-restore can be engineered to 1 h.

What it takes
  * compute: the code and its state within reach when the Region is lost, without names, zones or
    images of that Region in it (iac/state-backend, iac/hardcoded-ami)
  * backups: AWS Backup for every data store, at least daily, each recovery point copied to a vault
    in the recovery Region (backup/resource-covered, backup/frequency, backup/retention,
    backup/cross-region-copy)

Mind
  * At its worst backup-restore takes 24 h, more than the RTO of 12 h: the design must reach the
    better end of the range, and be rehearsed.

In .dr-lint.yaml
  tier: backup-restore
  objectives: { rto: 12h, rpo: 1d }
`);
});

test.each([
  ['within 30 minutes, cheaply', ['--rto', '30m', '--cost', 'minimal'], 'pilot-light'],
  ['under 5 minutes, under a minute', ['--rto', '5m', '--rpo', '60s', '--need', 'compliance'], 'warm-standby'],
  ['nothing may be lost', ['--rpo', '0'], 'active-active'],
  ['nothing that depends on the tier', ['--need', 'immutability', '--retention', '2557d'], null],
])('as JSON: %s', async (_, flags, tier) => {
  const { code, stdout } = await runFake(['recommend', ...flags, '--format', 'json']);
  expect(code).toBe(0);
  expect(JSON.parse(stdout)).toMatchObject({ schemaVersion: 1, tier });
});

test('as Markdown, with the policies as code and the pages as links', async () => {
  const { stdout } = await runFake(['recommend', '--need', 'account-isolation', '--format', 'markdown']);
  expect(stdout).toContain('## None of this depends on the tier: keep the one that is promised.');
  expect(stdout).toContain(
    '[AWS](https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html)',
  );
});

test('tiers of the configuration take part', async () => {
  const tiers =
    'tiers: { silver: { extends: backup-restore, cost: 1.5, objectives: { rto: { best: 2h, worst: 4h } } } }';
  const { stdout } = await runFake(['recommend', '--rto', '3h'], { files: { '.dr-lint.yaml': tiers } });
  expect(stdout).toContain('Recommended tier: silver');
});

test('what is told for the configuration is one', async () => {
  const needs = [
    'immutability',
    'database-failover=60s',
    'point-in-time-days=30',
    'data-residency=eu-west-1,eu-north-1',
  ];
  const others = ['account-isolation', 'file-system-dr', 'multi-region-writes', 'low-latency', 'global-users'];
  const flags = [...needs, ...others, 'compliance'].flatMap((need) => ['--need', need]);
  const { stdout } = await runFake(['recommend', '--rto', '90s', '--rpo', '0', ...flags, '--format', 'markdown']);
  const [, yaml = ''] = /```yaml\n([^]*?)```/u.exec(stdout) ?? [];
  const vocabulary = { tiers: tiersWith({}).names, policies: async () => [], realPath: (path: string) => path };
  const { value, diagnostics } = await loadConfig(new SourceFile('.dr-lint.yaml', yaml), vocabulary);
  expect(diagnostics).toEqual([]);
  expect(value).toMatchObject({ tier: 'active-active', objectives: { rto: 90, rpo: 0 } });
  expect(value?.workloads).toMatchObject([
    {
      include: ['**'],
      needs: {
        immutability: true,
        'database-failover': 60,
        'point-in-time-days': 30,
        'data-residency': ['eu-west-1', 'eu-north-1'],
        'account-isolation': true,
        'file-system-dr': true,
        'multi-region-writes': true,
      },
    },
  ]);
});

test.each([
  [
    'nothing is asked for',
    [],
    'recommend needs to know what is asked for: --rto 15m, --rpo 1m, --retention 7d or --need immutability.',
  ],
  ['a bad duration', ['--rto', 'soon'], '--rto: "soon" is not a length of time such as 90s, 15m, 24h or 7d.'],
  [
    'a need that is none',
    ['--need', 'imutability'],
    '--need: "imutability" is not a need. Did you mean "immutability"?',
  ],
  [
    'a need without its value',
    ['--need', 'database-failover'],
    '--need: database-failover needs a value: database-failover=60s.',
  ],
  ['a value too many', ['--need', 'immutability=yes'], '--need: immutability takes no value.'],
  [
    'days that are none',
    ['--need', 'point-in-time-days=30d'],
    '--need: point-in-time-days: "30d" is not a number of days such as 30.',
  ],
  [
    'a Region that is none',
    ['--need', 'data-residency=eu-west-1,eu-wst-2'],
    '--need: data-residency: "eu-wst-2" is not an AWS Region. Did you mean "eu-west-2"?',
  ],
  ['a name of every object', ['--need', 'constructor'], '--need: "constructor" is not a need.'],
  ['another cost', ['--cost', 'low'], '--cost: "low" is not one of minimal.'],
  [
    'a path',
    ['infra', '--rto', '1h'],
    'recommend takes no path: infra. What a path achieves is told by dr-lint infra.',
  ],
])('refuses %s', async (_, flags, mistake) => {
  const { code, stdout, stderr } = await runFake(['recommend', ...flags]);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toContain(mistake);
});
