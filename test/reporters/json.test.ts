import { describe, expect, test } from 'vitest';
import { exactly, lost } from '../../src/core/interval.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import { demoReport } from '../helpers/demo-report.ts';
import { node, reportOf, verdict, workload } from '../helpers/report.ts';

const plain = { color: false, width: 80 };
const demo = JSON.parse(jsonReporter(demoReport(), plain));

test('the outline is that of schema version 1', () => {
  expect(Object.keys(demo)).toEqual([
    'schemaVersion',
    'tool',
    'summary',
    'inputs',
    'workloads',
    'verdicts',
    'findings',
  ]);
  expect(demo).toMatchObject({
    schemaVersion: 1,
    tool: { name: 'dr-lint', version: '0.1.0' },
    inputs: [{ path: 'infra', kind: 'terraform-root', status: 'read' }, {}, { status: 'left-out' }],
  });
});

test('a failed verdict names its finding, its resource and both places', () => {
  expect(demo.verdicts[0]).toEqual({
    policy: 'rds/multi-az',
    verdict: 'fail',
    level: 'error',
    message: 'aws_db_instance.orders has no standby in a second Availability Zone.',
    finding: demo.findings[1].fingerprint,
    resource: {
      id: 'infra#aws_db_instance.orders',
      address: 'aws_db_instance.orders',
      type: 'AWS::RDS::DBInstance',
      sourceType: 'aws_db_instance',
      language: 'terraform',
      region: 'eu-west-1',
      role: 'primary',
      deployment: 'infra',
      location: { file: 'infra/orders db/main.tf', line: 1, column: 1, endLine: 1, endColumn: 36 },
    },
    location: { file: 'infra/orders db/main.tf', line: 3, column: 3, endLine: 3, endColumn: 26 },
  });
});

test('an undecided verdict gives its reasons and has no finding', () => {
  const undecided = demo.verdicts.find((each: { verdict: string }) => each.verdict === 'unknown');
  expect(undecided).toMatchObject({
    policy: 's3/cross-region-replication',
    reason: [{ code: 'pseudo-parameter', subject: 'the Region of stack.yaml' }],
  });
  expect(undecided).not.toHaveProperty('finding');
});

test('a finding has its places, the nodes it is about and the fix', () => {
  expect(demo.findings[1]).toEqual({
    fingerprint: expect.stringMatching(/^[0-9a-f]{16}$/u),
    policy: 'rds/multi-az',
    level: 'error',
    state: 'open',
    message: 'aws_db_instance.orders has no standby in a second Availability Zone.',
    location: { file: 'infra/orders db/main.tf', line: 3, column: 3, endLine: 3, endColumn: 26 },
    related: [
      { file: 'infra/orders db/variables.tf', line: 2, column: 3, endLine: 2, endColumn: 18, label: 'default here' },
    ],
    resources: ['infra#aws_db_instance.orders'],
    fix: 'Set `multi_az = true`.',
  });
  expect(demo.findings.map(({ state }: { state: string }) => state)).toEqual(['open', 'open', 'open', 'suppressed']);
});

describe('estimates', () => {
  test.each([
    ['known', exactly(300), { status: 'known', seconds: 300 }],
    ['nothing is lost', exactly(0), { status: 'known', seconds: 0 }],
    ['lost', lost, { status: 'lost' }],
    ['bounded below', { low: 60, high: Infinity }, { status: 'unknown', atLeast: 60 }],
    ['bounded above', { low: 0, high: 60 }, { status: 'unknown', atMost: 60 }],
    ['anything', { low: 0, high: Infinity }, { status: 'unknown' }],
    ['no data to lose', undefined, { status: 'not-applicable' }],
  ])('%s', (_what, rpo, expected) => {
    const database = node({ address: 'aws_db_instance.orders' });
    const evidence = [
      {
        mechanism: 'rds/point-in-time',
        node: database.id,
        carrier: undefined,
        basis: 'documented' as const,
        place: undefined,
        because: 'restored to five minutes before it',
        certain: true,
      },
    ];
    const terms = [{ name: 'recovery' as const, time: exactly(60), because: 'restored', evidence: undefined }];
    const provisos = [{ text: 'its key must be there', node: undefined }];
    const promise = { rpo: 300, rto: undefined, source: 'stated', holds: 'yes', basis: 'documented' } as const;
    const estimate = {
      rpo,
      rto: exactly(60),
      limitedBy: database.id,
      terms,
      evidence,
      provisos,
      unknowns: [],
      promise,
    };
    const report = reportOf({
      nodes: [database],
      workloads: [workload({ estimates: new Map([['data', estimate]]) })],
    });
    expect(JSON.parse(jsonReporter(report, plain)).workloads[0].estimates).toEqual({
      data: {
        rpo: expected,
        rto: { status: 'known', seconds: 60 },
        limitedBy: 'aws_db_instance.orders',
        terms: [{ name: 'recovery', time: { status: 'known', seconds: 60 }, because: 'restored' }],
        evidence: [
          {
            mechanism: 'rds/point-in-time',
            resource: database.id,
            basis: 'documented',
            because: 'restored to five minutes before it',
            certain: true,
          },
        ],
        provisos: [{ text: 'its key must be there' }],
        promise: { rpo: 300, source: 'stated', holds: 'yes', basis: 'documented' },
      },
    });
  });
});

test('ladders give the step of each member; one without members stands nowhere', () => {
  expect(demo.workloads[0].ladders).toEqual({
    data: {
      step: 0,
      members: [
        { resource: 'infra#aws_db_instance.orders', step: 0, stepName: 'lost', because: 'nothing leaves eu-west-1' },
      ],
    },
    compute: { step: null, members: [] },
  });
});

test('control characters and reordering marks are escaped, and come back when parsed', () => {
  const database = node({ address: 'aws_db_instance.x["\u202E\u009B"]' });
  const text = jsonReporter(
    reportOf({ nodes: [database], verdicts: [verdict(database, { policy: 'rds/multi-az' })] }),
    plain,
  );
  expect(text).not.toMatch(/[\u007F-\u009F\u202A-\u202E]/u);
  expect(JSON.parse(text).verdicts[0].resource.address).toBe(database.address);
});

test('the same report gives the same bytes', () => {
  expect(jsonReporter(demoReport(), plain)).toBe(jsonReporter(demoReport(), plain));
});
