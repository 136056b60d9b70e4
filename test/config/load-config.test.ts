import { describe, expect, test } from 'vitest';
import type { Config } from '../../src/config/config.ts';
import { loadConfig } from '../../src/config/load-config.ts';
import type { Diagnostic } from '../../src/core/diagnostic.ts';
import { locationOf, SourceFile } from '../../src/core/source.ts';

const vocabulary = {
  tiers: ['backup-restore', 'pilot-light', 'warm-standby', 'active-active'],
  policies: async (folders: readonly string[]): Promise<readonly string[]> => [
    'rds/multi-az',
    'rds/deletion-protection',
    's3/versioning',
    's3/replication-time-control',
    ...folders.map((folder) => `${folder}/tagged`),
  ],
  realPath: (path: string): string | undefined => (path.includes('missing') ? undefined : path),
};

async function load(
  text: string,
  path = '.dr-lint.yaml',
): Promise<{ value: Config | undefined; diagnostics: readonly Diagnostic[] }> {
  return loadConfig(new SourceFile(path, text), vocabulary);
}

/** `line:column message`, as people read them. */
async function mistakesIn(text: string): Promise<readonly string[]> {
  const { value, diagnostics } = await load(text);
  expect(value === undefined).toBe(diagnostics.length > 0);
  return diagnostics.map(({ message, range }) => {
    const { line, column } = range === undefined ? { line: 0, column: 0 } : locationOf(range);
    return `${line}:${column} ${message}`;
  });
}

const everything = `
tier: warm-standby
objectives: { rto: 10m, rpo: 0, data: { rpo: 24h } }
tierTag: recovery-tier
responseTime: 1h30m
traffic: external
regions: { primary: us-east-1, recovery: [us-west-2] }
workloads:
  - { name: orders, include: [infra/orders/**], tier: active-active, needs: [immutability, { point-in-time-days: 30 }, { data-residency: eu-west-1 }] }
  - { name: batch, tags: { criticality: standard }, tier: gold }
exempt: [{ tags: { purpose: logs } }]
deployments:
  - { path: infra/app, varFiles: [primary.tfvars], region: us-east-1, role: primary }
  - { path: stack.yaml, name: dr, parameters: params/dr.json, region: us-west-2, role: recovery }
policies:
  extend: [./our-policies]
  rds/deletion-protection: "off"
  s3/replication-time-control: { level: warning }
suppress:
  - { policy: s3/versioning, resource: aws_s3_bucket.scratch, reason: "rebuilt nightly", expires: 2027-06-01 }
tiers:
  gold: { extends: warm-standby }
`;

describe('a valid configuration', () => {
  test('gives every key its meaning: seconds, lists, Regions', async () => {
    const { value, diagnostics } = await load(everything);
    expect(diagnostics).toEqual([]);
    expect(value).toMatchObject({
      path: '.dr-lint.yaml',
      tier: 'warm-standby',
      objectives: { rto: 600, rpo: 0, perDisruption: { data: { rto: undefined, rpo: 86_400 } } },
      tierTag: 'recovery-tier',
      responseTime: 5400,
      traffic: 'external',
      regions: { primary: 'us-east-1', recovery: ['us-west-2'] },
      exempt: [{ include: [], tags: { purpose: 'logs' }, resources: [] }],
      tiers: { gold: { extends: 'warm-standby' } },
    });
    expect(value?.workloads).toMatchObject([
      {
        name: 'orders',
        include: ['infra/orders/**'],
        tier: 'active-active',
        needs: { immutability: true, 'point-in-time-days': 30, 'data-residency': ['eu-west-1'] },
      },
      { name: 'batch', tags: { criticality: 'standard' }, tier: 'gold', needs: {} },
    ]);
    expect(value?.deployments).toMatchObject([
      { path: 'infra/app', varFiles: ['primary.tfvars'], parameters: [], region: 'us-east-1', role: 'primary' },
      { path: 'stack.yaml', name: 'dr', parameters: ['params/dr.json'], region: 'us-west-2', role: 'recovery' },
    ]);
    expect(value?.policies.extend).toEqual(['our-policies']);
    expect([...(value?.policies.overrides ?? [])]).toEqual([
      ['rds/deletion-protection', { level: 'off' }],
      ['s3/replication-time-control', { level: 'warning' }],
    ]);
    expect(value?.suppress).toMatchObject([
      { policy: 's3/versioning', resource: 'aws_s3_bucket.scratch', reason: 'rebuilt nightly', expires: '2027-06-01' },
    ]);
  });

  test('gives a policy levels by path, tag, module and address, and one for the rest', async () => {
    const { value, diagnostics } = await load(`
policies:
  rds/multi-az:
    - { include: batch/**, level: note }
    - { tags: { criticality: low }, resources: [aws_db_instance.*], level: "off" }
    - { level: error }
  s3/versioning: { modules: module.logs, level: "off" }
`);
    expect(diagnostics).toEqual([]);
    expect([...(value?.policies.overrides ?? [])]).toMatchObject([
      [
        'rds/multi-az',
        {
          level: 'error',
          cases: [
            { include: ['batch/**'], level: 'note' },
            { tags: { criticality: 'low' }, resources: ['aws_db_instance.*'], level: 'off' },
          ],
        },
      ],
      ['s3/versioning', { level: undefined, cases: [{ modules: ['module.logs'], level: 'off' }] }],
    ]);
  });

  test('may have tiers on top of tiers, in any order, and workloads by path and module call', async () => {
    const { value, diagnostics } = await load(`
tiers:
  platinum: { extends: gold, levels: { rds/multi-az: error } }
  gold: { extends: warm-standby, cost: 3.5, objectives: { rto: { best: 0, worst: 5m, exclusive: true } }, steps: { compute: 3 } }
workloads:
  - { name: orders, tier: platinum, include: services/**, exclude: services/batch/**, modules: [module.orders] }
`);
    expect(diagnostics).toEqual([]);
    expect(Object.keys(value?.tiers ?? {})).toEqual(['platinum', 'gold']);
    expect(value?.workloads).toMatchObject([
      { include: ['services/**'], exclude: ['services/batch/**'], modules: ['module.orders'] },
    ]);
  });

  test('remembers where deployments, workloads and suppressions are stated', async () => {
    const { value } = await load(everything);
    const [, recovery] = value?.deployments ?? [];
    expect(recovery?.statedAt === undefined ? undefined : locationOf(recovery.statedAt)).toMatchObject({
      file: '.dr-lint.yaml',
      line: 14,
      column: 5,
    });
  });

  test('takes paths from its own folder', async () => {
    const { value } = await load(
      'deployments: [{ path: ../app, varFiles: dr.tfvars }]\npolicies: { extend: rules/ }',
      'live/.dr-lint.yaml',
    );
    expect(value?.deployments).toMatchObject([{ path: 'app', varFiles: ['live/dr.tfvars'] }]);
    expect(value?.policies.extend).toEqual(['live/rules']);
  });

  test('knows the policies of the folders that it adds', async () => {
    expect(await mistakesIn('policies: { extend: [ours], ours/tagged: note }')).toEqual([]);
  });

  test.each([
    { what: 'an empty file', text: '' },
    { what: 'only comments', text: '# nothing yet\n' },
    { what: 'a bare off, which is text in YAML 1.2', text: 'policies:\n  rds/multi-az: off\n' },
    { what: 'anchors', text: 'tier: &tier pilot-light\nworkloads: [{ name: orders, tier: *tier }]' },
    { what: 'suppressing several policies', text: 'suppress: [{ policy: s3/*, resource: aws_s3_bucket.scratch }]' },
    { what: 'suppressing what is said of an input', text: 'suppress: [{ policy: input/syntax, path: legacy/** }]' },
  ])('may be $what', async ({ text }) => {
    expect(await mistakesIn(text)).toEqual([]);
  });
});

describe('a mistake is told with its place and what was probably meant', () => {
  test.each([
    { text: 'teir: pilot-light', mistake: '1:1 "teir" is not a key of the configuration. Did you mean "tier"?' },
    { text: 'tier: warm-stanby', mistake: '1:7 tier: "warm-stanby" is not a tier. Did you mean "warm-standby"?' },
    {
      text: 'tier: platinum',
      mistake:
        '1:7 tier: "platinum" is not a tier. Expected one of: backup-restore, pilot-light, warm-standby, active-active.',
    },
    { text: 'tier: [pilot-light]', mistake: '1:7 tier must be text, not a list.' },
    { text: 'tier:', mistake: '1:1 tier must be text, not nothing.' },
    { text: '- tier', mistake: '1:1 the configuration must be a mapping, not a list.' },
    {
      text: 'objectives: { rto: soon }',
      mistake: '1:20 objectives.rto: "soon" is not a length of time such as 90s, 15m, 24h or 7d.',
    },
    {
      text: 'objectives: { rto: 15 }',
      mistake: '1:20 objectives.rto: 15 is not a length of time such as 90s, 15m, 24h or 7d.',
    },
    {
      text: 'objectives: { rto: PT }',
      mistake: '1:20 objectives.rto: "PT" is not a length of time such as 90s, 15m, 24h or 7d.',
    },
    {
      text: 'objectives: { reigon: { rpo: 1m } }',
      mistake: '1:15 "reigon" is not a key of objectives. Did you mean "region"?',
    },
    {
      text: 'regions: { primary: us-esat-1 }',
      mistake: '1:21 regions.primary: "us-esat-1" is not an AWS Region. Did you mean "us-east-1"?',
    },
    {
      text: 'regions: { recovery: [us-west-2, oregon] }',
      mistake: '1:34 regions.recovery[1]: "oregon" is not an AWS Region. Expected a code such as us-east-1.',
    },
    {
      text: 'regions: { primary: eu-west-1, recovery: eu-west-1 }',
      mistake: '1:42 regions.recovery: "eu-west-1" is the primary Region; a recovery Region is another one.',
    },
    {
      text: 'policies:\n  rds/multi-zone: error',
      mistake: '2:3 "rds/multi-zone" is not a policy. Did you mean "rds/multi-az"?',
    },
    {
      text: 'policies: { rds/multi-az: warn }',
      mistake:
        '1:27 policies.rds/multi-az: "warn" is not one of its values. Expected one of: off, note, warning, error.',
    },
    {
      text: 'policies: { rds/multi-az: { levle: off } }',
      mistake: '1:27 policies.rds/multi-az needs the key "level".',
    },
    {
      text: 'policies: { rds/multi-az: [{ level: off, path: batch }] }',
      mistake:
        '1:42 "path" is not a key of policies.rds/multi-az[0]. Expected one of: level, include, exclude, tags, modules, resources.',
    },
    {
      text: 'policies: { rds/multi-az: [{ include: batch/**, level: warn }] }',
      mistake:
        '1:56 policies.rds/multi-az[0].level: "warn" is not one of its values. Expected one of: off, note, warning, error.',
    },
    {
      text: 'policies: { rds/multi-az: [] }',
      mistake: '1:27 policies.rds/multi-az must not be empty.',
    },
    {
      text: 'suppress: [{ policy: s3/versionning }]',
      mistake: '1:22 suppress[0].policy: "s3/versionning" is not a policy. Did you mean "s3/versioning"?',
    },
    {
      text: 'suppress: [{ policy: s3/versioning, expires: 2027-02-30 }]',
      mistake: '1:46 suppress[0].expires: "2027-02-30" is not a day of the calendar.',
    },
    { text: 'workloads: [{ tier: pilot-light }]', mistake: '1:13 workloads[0] needs the key "name".' },
    {
      text: 'workloads: [{ name: orders }, { name: orders }]',
      mistake: '1:39 workloads[1].name: "orders" names two workloads.',
    },
    {
      text: 'workloads: [{ name: orders, needs: [imutability] }]',
      mistake: '1:37 workloads[0].needs[0]: "imutability" is not one of its values. Did you mean "immutability"?',
    },
    {
      text: 'workloads: [{ name: orders, needs: [{ data-residency: [atlantis] }] }]',
      mistake:
        '1:56 workloads[0].needs[0].data-residency[0]: "atlantis" is not an AWS Region. Expected a code such as us-east-1.',
    },
    {
      text: 'tiers: { gold: { extends: silver } }',
      mistake:
        '1:27 tiers.gold.extends: "silver" is not a tier. Expected one of: backup-restore, pilot-light, warm-standby, active-active.',
    },
    {
      text: 'tiers: { gold: { extends: silvr }, silver: { extends: pilot-light } }',
      mistake: '1:27 tiers.gold.extends: "silvr" is not a tier. Did you mean "silver"?',
    },
    {
      text: 'tiers:\n  gold: { extends: gold }',
      mistake: `2:20 tiers.gold.extends: "gold" extends "gold": a tier can't be on top of itself.`,
    },
    {
      text: 'tiers:\n  gold: { extends: silver }\n  silver: { extends: bronze }\n  bronze: { extends: gold }',
      mistake: `3:22 tiers.silver.extends: "silver" extends "bronze" extends "gold" extends "silver": a tier can't be on top of itself.`,
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, parameters: { backupgap: 1h } } }',
      mistake: '1:55 "backupgap" is not a key of tiers.gold.parameters. Did you mean "backupGap"?',
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, parameters: { backupGap: 60 } } }',
      mistake: '1:66 tiers.gold.parameters.backupGap: 60 is not a length of time such as 90s, 15m, 24h or 7d.',
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, steps: { data: 4 } } }',
      mistake: '1:56 tiers.gold.steps.data: 4 is not a step from 0 to 3.',
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, objectives: { rto: { best: 1h, worst: 10m } } } }',
      mistake: '1:60 tiers.gold.objectives.rto: the best, 1h, takes longer than the worst, 10m.',
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, levels: { rds/multi-zone: error } } }',
      mistake: '1:51 "rds/multi-zone" is not a policy. Did you mean "rds/multi-az"?',
    },
    {
      text: 'tiers: { gold: { extends: warm-standby, levels: { rds/multi-az: grave } } }',
      mistake:
        '1:65 tiers.gold.levels.rds/multi-az: "grave" is not one of its values. Expected one of: off, note, warning, error.',
    },
    {
      text: 'tiers: { gold: {} }',
      mistake: '1:16 tiers.gold needs the key "extends".',
    },
    {
      text: 'workloads: [{ name: orders, module: module.orders }]',
      mistake: '1:29 "module" is not a key of workloads[0]. Did you mean "modules"?',
    },
    {
      text: 'tiers: { pilot-light: { extends: warm-standby } }',
      mistake: '1:10 "pilot-light" is a built-in tier; give yours another name.',
    },
    { text: 'exempt: [{}]', mistake: '1:10 exempt[0] must not be empty.' },
    {
      text: '__proto__: { tier: x }',
      mistake:
        '1:1 "__proto__" is not a key of the configuration. Expected one of: tier, objectives, tierTag, responseTime, traffic, regions, workloads, exempt, deployments, policies, suppress, tiers.',
    },
    {
      text: 'tier: pilot-light\ntier: warm-standby',
      mistake: '2:1 This is not valid YAML: Map keys must be unique',
    },
  ])('$text', async ({ text, mistake }) => {
    expect(await mistakesIn(text)).toContain(mistake);
  });

  test.each([
    { text: 'policies: { extend: ./missing }', mistake: '1:21 policies.extend: there is no missing.' },
    { text: 'deployments: [{ path: missing.yaml }]', mistake: '1:23 deployments[0].path: there is no missing.yaml.' },
    {
      text: 'deployments: [{ path: app, varFiles: [dr.tfvars, missing.tfvars] }]',
      mistake: '1:50 deployments[0].varFiles[1]: there is no missing.tfvars.',
    },
    {
      text: 'deployments: [{ path: app.yaml, parameters: missing.json }]',
      mistake: '1:45 deployments[0].parameters: there is no missing.json.',
    },
  ])('a path that leads nowhere: $text', async ({ text, mistake }) => {
    expect(await mistakesIn(text)).toEqual([mistake]);
  });

  test('all of them at once', async () => {
    const { diagnostics } = await load('tier: platinum\nregions: { primary: nowhere }');
    expect(diagnostics.map(({ message }) => message.split(':')[0])).toEqual(['tier', 'regions.primary']);
  });

  test.each([
    {
      what: 'off in YAML 1.1',
      text: '%YAML 1.1\n---\npolicies: { rds/multi-az: off }',
      help: 'Write "off" in quotes: YAML 1.1 takes a bare off, no or yes for a truth value.',
    },
    { what: 'a duration without unit', text: 'responseTime: 15', help: 'Write it with its unit, such as 15m.' },
    { what: 'a number as a tag', text: 'exempt: [{ tags: { version: 1.5 } }]', help: 'Write it in quotes: "1.5".' },
  ])('with the cure: $what', async ({ text, help }) => {
    const { diagnostics } = await load(text);
    expect(diagnostics.map((diagnostic) => diagnostic.help)).toEqual([help]);
  });

  test.each([
    { what: 'deep nesting', text: `a: ${'['.repeat(100_000)}` },
    {
      what: 'aliases that multiply',
      text: `a: &a [x, x]\nb: &b [${'*a, '.repeat(60)}*a]\nc: [${'*b, '.repeat(60)}*b]`,
    },
    { what: 'an alias to itself', text: 'a: &a [*a]' },
  ])('also of an attack: $what', async ({ text }) => {
    const { value, diagnostics } = await load(text);
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toMatch(/^input\//u);
  });
});
