import { describe, expect, test } from 'vitest';
import type { Disruption } from '../../src/assessment/assessment.ts';
import { SourceFile, textOf } from '../../src/core/source.ts';
import { lintText } from '../helpers/lint-text.ts';
import { config, findingsOfScan, node, ordersFile, policy, rangeOf, verdict } from '../helpers/report.ts';

const header = rangeOf(ordersFile, 'resource "aws_db_instance" "orders"');
const multiAz = rangeOf(ordersFile, 'multi_az       = var.multi_az');
const multiAzPolicy = policy({ id: 'rds/multi-az' });

const instances = [0, 1, 2, 3, 4].map((index) => node({ address: `aws_db_instance.orders[${index}]`, header }));

describe('grouping', () => {
  test('the instances of one line become one finding, three of the others named', () => {
    const [finding, ...others] = findingsOfScan({
      nodes: instances,
      policies: [multiAzPolicy],
      verdicts: instances.map((each) => verdict(each, { policy: 'rds/multi-az', place: multiAz })),
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ place: multiAz, resources: instances.map(({ id }) => id) });
    expect(finding?.message).toBe(
      'aws_db_instance.orders[0] has no standby in a second Availability Zone. And 4 more: aws_db_instance.orders[1], aws_db_instance.orders[2], aws_db_instance.orders[3] and 1 more.',
    );
  });

  test('the level is the highest, and instances that pass are named', () => {
    const [first, second, third] = instances as [(typeof instances)[0], (typeof instances)[0], (typeof instances)[0]];
    const [finding] = findingsOfScan({
      nodes: instances,
      policies: [multiAzPolicy],
      verdicts: [
        verdict(first, { policy: 'rds/multi-az', level: 'note', place: multiAz }),
        verdict(second, { policy: 'rds/multi-az', level: 'warning', place: multiAz }),
        verdict(third, { policy: 'rds/multi-az', verdict: 'pass' }),
      ],
    });
    expect(finding).toMatchObject({ level: 'warning', passing: [third.id] });
    expect(finding?.message).toMatch(
      /And 1 more: aws_db_instance\.orders\[1\]\. Passes in aws_db_instance\.orders\[2\]\.$/u,
    );
  });

  test('one root deployed twice is named with its deployments', () => {
    const primary = node({ address: 'aws_db_instance.orders', deployment: 'infra@eu-west-1', header });
    const recovery = node({ address: 'aws_db_instance.orders', deployment: 'infra@eu-central-1', header });
    const [finding] = findingsOfScan({
      nodes: [primary, recovery],
      policies: [multiAzPolicy],
      verdicts: [
        verdict(recovery, { policy: 'rds/multi-az' }),
        verdict(primary, { policy: 'rds/multi-az', verdict: 'pass' }),
      ],
    });
    expect(finding?.message).toMatch(/Passes in aws_db_instance\.orders \(infra@eu-west-1\)\.$/u);
  });

  test.each([
    ['off at the tier', { level: 'off' as const }],
    ['undecided', { verdict: 'unknown' as const }],
    ['passing', { verdict: 'pass' as const }],
  ])('a verdict that is %s is no finding', (_what, differing) => {
    const [first] = instances as [(typeof instances)[0]];
    const verdicts = [verdict(first, { policy: 'rds/multi-az', ...differing })];
    expect(findingsOfScan({ nodes: instances, policies: [multiAzPolicy], verdicts })).toEqual([]);
  });

  test('why and fix are told in the source language', () => {
    const [inTerraform] = instances as [(typeof instances)[0]];
    const inCloudFormation = node({ address: 'Orders', language: 'cloudformation', header: multiAz });
    const findings = findingsOfScan({
      nodes: [inTerraform, inCloudFormation],
      policies: [multiAzPolicy],
      verdicts: [inTerraform, inCloudFormation].map((each) => verdict(each, { policy: 'rds/multi-az' })),
    });
    expect(findings.map(({ fix }) => fix)).toEqual(['Set `multi_az = true`.', 'Set `MultiAZ: true`.']);
  });

  test('addresses from the input are escaped', () => {
    const hostile = node({ address: 'aws_db_instance.x["\u001B[2J\u202E"]', header });
    const [first] = instances as [(typeof instances)[0]];
    const [finding] = findingsOfScan({
      nodes: [first, hostile],
      policies: [multiAzPolicy],
      verdicts: [first, hostile].map((each) => verdict(each, { policy: 'rds/multi-az', message: 'No standby.' })),
    });
    expect(finding?.message).toBe(String.raw`No standby. And 1 more: aws_db_instance.x["\u{1b}[2J\u{202e}"].`);
  });
});

describe('places', () => {
  const rootFile = new SourceFile('main.tf', 'module "db" {\n  source = "terraform-aws-modules/rds/aws"\n}\n');
  const moduleFile = new SourceFile(
    '.terraform/modules/db/main.tf',
    'resource "aws_db_instance" "this" {\n  multi_az = var.multi_az\n}\n',
  );
  const call = rangeOf(rootFile, 'module "db"');
  const inside = rangeOf(moduleFile, 'multi_az = var.multi_az');

  test('inside a module that is not ours the finding stands on our call and points inside', () => {
    const foreign = node({
      address: 'module.db.aws_db_instance.this',
      header: rangeOf(moduleFile, 'resource "aws_db_instance" "this"'),
      place: call,
      calls: [call],
    });
    const [finding] = findingsOfScan({
      nodes: [foreign],
      policies: [multiAzPolicy],
      verdicts: [verdict(foreign, { policy: 'rds/multi-az', place: inside })],
    });
    expect(finding).toMatchObject({
      path: 'main.tf',
      place: call,
      related: [{ range: inside, label: 'inside the module' }],
    });
  });

  test('what is missing inside such a module points at its header there', () => {
    const inner = rangeOf(moduleFile, 'resource "aws_db_instance" "this"');
    const foreign = node({ address: 'module.db.aws_db_instance.this', header: inner, place: call, calls: [call] });
    const [finding] = findingsOfScan({
      nodes: [foreign],
      policies: [multiAzPolicy],
      verdicts: [verdict(foreign, { policy: 'rds/multi-az', place: call })],
    });
    expect(finding).toMatchObject({ place: call, related: [{ range: inner, label: 'inside the module' }] });
  });

  test('related places: the decisive expression, the partner, the calls, the configuration', () => {
    const ownModule = new SourceFile('modules/db/main.tf', moduleFile.text);
    const configFile = new SourceFile('.dr-lint.yaml', 'deployments:\n  - { path: infra, region: eu-west-1 }\n');
    const statedAt = rangeOf(configFile, '{ path: infra, region: eu-west-1 }');
    const ours = node({
      address: 'module.db.aws_db_instance.this',
      header: rangeOf(ownModule, 'resource "aws_db_instance" "this"'),
      calls: [call],
    });
    const [finding] = findingsOfScan({
      nodes: [ours],
      policies: [multiAzPolicy],
      verdicts: [
        verdict(ours, {
          policy: 'rds/multi-az',
          place: rangeOf(ownModule, 'multi_az = var.multi_az'),
          related: [
            { range: header, label: 'replica is in eu-west-1 too' },
            { range: multiAz, label: 'passed here' },
          ],
        }),
      ],
      config: config({
        deployments: [
          {
            path: 'infra',
            name: undefined,
            varFiles: [],
            parameters: [],
            region: undefined,
            role: 'recovery',
            statedAt,
          },
        ],
      }),
    });
    expect(finding?.path).toBe('modules/db/main.tf');
    expect(finding?.related).toEqual([
      { range: multiAz, label: 'passed here' },
      { range: header, label: 'replica is in eu-west-1 too' },
      { range: call, label: 'called here' },
      { range: statedAt, label: 'deployed here, as recovery' },
    ]);
  });

  test('where something serves or stores, no name, role or key of another provider stands for the workload', async () => {
    const { findings } = await lintText(
      {
        'main.tf': `provider "aws" { region = "us-east-1" }
resource "random_pet" "release" {}
resource "aws_iam_role" "worker" { assume_role_policy = "{}" }
resource "aws_sqs_queue" "orders" {}`,
      },
      { config: { tier: 'pilot-light' } },
    );
    const told = findings.find(({ policy: id }) => id === 'tier/dr-region-empty');
    expect(told?.place && textOf(told.place)).toBe('resource "aws_sqs_queue" "orders"');
  });

  test('a workload without a line of its own stands where its first member does', () => {
    const whole = node({ address: 'default', kind: 'workload', type: 'workload', language: undefined });
    const [member] = instances as [(typeof instances)[0]];
    const [finding] = findingsOfScan({
      nodes: [whole, member],
      relations: [{ kind: 'contains', from: whole.id, to: member.id, certain: true, properties: {} }],
      policies: [policy({ id: 'tier/stated' })],
      verdicts: [verdict(whole, { policy: 'tier/stated', message: 'No tier is stated.' })],
    });
    expect(finding).toMatchObject({
      place: header,
      fix: 'In Terraform: Set `multi_az = true`. In CloudFormation: Set `MultiAZ: true`.',
    });
  });
});

describe('consequences', () => {
  const database = node({ address: 'aws_db_instance.orders', header });
  const objective = policy({
    id: 'tier/objective-missed',
    guards: ['data', 'deletion', 'instance', 'zone', 'region', 'account'],
  });
  const missed = (...disruptions: readonly Disruption[]) => {
    const message = 'aws_db_instance.orders is lost.';
    return verdict(database, {
      policy: 'tier/objective-missed',
      missed: [{ disruptions, level: 'error', message }],
      message,
    });
  };

  test('a missed objective is told inside the failure that guards against that disruption', () => {
    const [finding, ...others] = findingsOfScan({
      nodes: [database],
      policies: [multiAzPolicy, objective],
      verdicts: [verdict(database, { policy: 'rds/multi-az', level: 'warning' }), missed('zone')],
    });
    expect(others).toEqual([]);
    expect(finding).toMatchObject({
      policy: 'rds/multi-az',
      level: 'error',
      message:
        'aws_db_instance.orders has no standby in a second Availability Zone. As a result: aws_db_instance.orders is lost.',
    });
    expect(finding?.verdicts.map((each) => each.policy)).toEqual(['rds/multi-az', 'tier/objective-missed']);
  });

  test('it is no result of what guards against some of the disruptions only', () => {
    const [finding] = findingsOfScan({
      nodes: [database],
      policies: [multiAzPolicy, objective],
      verdicts: [verdict(database, { policy: 'rds/multi-az' }), missed('zone', 'region')],
    });
    expect(finding?.message).toBe(
      'aws_db_instance.orders has no standby in a second Availability Zone. It breaks what is promised: aws_db_instance.orders is lost.',
    );
  });

  test('of equally grave causes it is told in the one that guards against more of the disruptions', () => {
    const everywhere = policy({ id: 'rds/zz-everywhere', guards: ['zone', 'region'] });
    const [, finding] = findingsOfScan({
      nodes: [database],
      policies: [multiAzPolicy, everywhere, objective],
      verdicts: [
        verdict(database, { policy: 'rds/multi-az' }),
        verdict(database, { policy: everywhere.id }),
        missed('zone', 'region'),
      ],
    });
    expect(finding?.verdicts.map((each) => each.policy)).toEqual([everywhere.id, 'tier/objective-missed']);
  });

  test('of several instances the one that something follows from leads', () => {
    const [first, second] = ['a', 'b'].map((name) => node({ address: `module.${name}.aws_db_instance.this`, header }));
    if (first === undefined || second === undefined) throw new Error('two nodes were made');
    const [finding] = findingsOfScan({
      nodes: [first, second],
      policies: [multiAzPolicy, objective],
      verdicts: [
        verdict(first, { policy: 'rds/multi-az', message: 'The first has no standby.' }),
        verdict(second, { policy: 'rds/multi-az', message: 'The second has no standby.' }),
        { ...missed('zone'), node: second.id, message: 'The second is lost.' },
      ],
    });
    expect(finding?.message).toBe(
      'The second has no standby. As a result: The second is lost. And 1 more: module.a.aws_db_instance.this.',
    );
  });

  test('it stands alone where no failing policy guards against that disruption', () => {
    const findings = findingsOfScan({
      nodes: [database],
      policies: [multiAzPolicy, objective],
      verdicts: [verdict(database, { policy: 'rds/multi-az' }), missed('region')],
    });
    expect(findings.map((each) => each.policy)).toEqual(['rds/multi-az', 'tier/objective-missed']);
  });

  test('it follows from what would have brought the data back, not from what else guards against that disruption', () => {
    const ids = ['dynamodb/autoscaling-or-on-demand', 'dynamodb/global-table', 'iac/hardcoded-region'];
    const [, finding] = findingsOfScan({
      nodes: [database],
      policies: [...ids.map((id) => policy({ id, guards: ['region'] })), objective],
      verdicts: [...ids.map((id) => verdict(database, { policy: id })), missed('region')],
    });
    expect(finding?.verdicts.map((each) => each.policy)).toEqual(['dynamodb/global-table', 'tier/objective-missed']);
  });

  test.each([
    ['rds/backup-retention', 'error', ['rds/backup-retention']],
    ['dynamodb/pitr', 'warning', ['dynamodb/pitr']],
    ['efs/backup', 'note', ['efs/backup']],
    ['rds/backup-retention', 'off', ['backup/resource-covered']],
    ['rds/deletion-protection', 'error', ['backup/resource-covered', 'rds/deletion-protection']],
  ] as const)('resource-covered beside %s at level %s: %j is told', (id, level, told) => {
    const findings = findingsOfScan({
      nodes: [database],
      policies: [
        policy({ id, guards: ['data'] }),
        policy({ id: 'backup/resource-covered', guards: ['data', 'deletion'] }),
      ],
      verdicts: [verdict(database, { policy: 'backup/resource-covered' }), verdict(database, { policy: id, level })],
    });
    expect(findings.map((each) => each.policy)).toEqual(told);
  });
});

describe('fingerprints', () => {
  const fingerprintsOf = (text: string, path: string, addresses: readonly string[]): readonly string[] => {
    const file = new SourceFile(path, text);
    const nodes = addresses.map((address) => node({ address, deployment: path, header: rangeOf(file, 'resource') }));
    const verdicts = nodes.map((each) => verdict(each, { policy: 'rds/multi-az' }));
    return findingsOfScan({ nodes, policies: [multiAzPolicy], verdicts }).map(({ fingerprint }) => fingerprint);
  };
  const original = fingerprintsOf('resource "aws_db_instance" "orders" {}', 'infra/a.tf', ['aws_db_instance.orders']);

  test.each([
    ['moving to another line', '\n\n# new\nresource', 'infra/a.tf', ['aws_db_instance.orders']],
    ['renaming the file', 'resource', 'app/b.tf', ['aws_db_instance.orders']],
    ['scaling', 'resource', 'infra/a.tf', ['aws_db_instance.orders[0]', 'aws_db_instance.orders[1]']],
  ])('%s keeps it', (_what, text, path, addresses) => {
    expect(fingerprintsOf(text, path, addresses)).toEqual(original);
  });

  test('another resource has another one', () => {
    expect(fingerprintsOf('resource', 'infra/a.tf', ['aws_db_instance.billing'])).not.toEqual(original);
  });

  test('twins in two roots are numbered in path order', () => {
    const files = ['b/main.tf', 'a/main.tf'].map((path) => new SourceFile(path, 'resource'));
    const nodes = files.map((file) =>
      node({ address: 'aws_db_instance.orders', deployment: file.path, header: rangeOf(file, 'resource') }),
    );
    const findings = findingsOfScan({
      nodes,
      policies: [multiAzPolicy],
      verdicts: nodes.map((each) => verdict(each, { policy: 'rds/multi-az' })),
    });
    expect(findings.map(({ path, fingerprint }) => [path, fingerprint])).toEqual([
      ['a/main.tf', original[0]],
      ['b/main.tf', `${original[0]}:2`],
    ]);
  });
});

test('findings are told by file, line, column and policy, diagnostics among them', () => {
  const [first] = instances as [(typeof instances)[0]];
  const findings = findingsOfScan({
    nodes: instances,
    policies: [multiAzPolicy, policy({ id: 'rds/backup-retention' })],
    verdicts: [
      verdict(first, { policy: 'rds/multi-az', place: multiAz }),
      verdict(first, { policy: 'rds/multi-az', place: header }),
      verdict(first, { policy: 'rds/backup-retention', place: header }),
    ],
    diagnostics: [
      { code: 'input/unreadable', level: 'error', message: 'Not readable.', help: '', path: 'infra/a.tf' },
      {
        code: 'input/syntax',
        level: 'error',
        message: 'A brace is missing.',
        help: 'Add it.',
        range: multiAz,
        path: 'x',
      },
    ],
  });
  expect(findings.map(({ policy: id, path, place }) => [path, place?.start, id])).toEqual([
    ['infra/a.tf', undefined, 'input/unreadable'],
    ['infra/orders.tf', 0, 'rds/backup-retention'],
    ['infra/orders.tf', 0, 'rds/multi-az'],
    ['infra/orders.tf', multiAz.start, 'input/syntax'],
    ['infra/orders.tf', multiAz.start, 'rds/multi-az'],
  ]);
});

test.each([
  { what: 'two lines', lines: [1, 3], told: 'line 3' },
  { what: 'some lines', lines: [1, 3, 4, 9], told: 'lines 3, 4 and 9' },
  { what: 'many lines', lines: [1, 2, 3, 4, 5, 6], told: 'lines 2, 3, 4 and 2 more' },
  { what: 'one line twice', lines: [1, 1], told: undefined },
])('notes of one kind in one file are one: $what', ({ lines, told }) => {
  const file = new SourceFile('stack.yaml', 'Application\n'.repeat(9));
  const findings = findingsOfScan({
    nodes: [],
    policies: [],
    verdicts: [],
    diagnostics: lines.map((line, index) => ({
      code: 'input/unresolved-module',
      level: 'note',
      message: index === 0 ? 'Not read.' : `Not read, number ${index}.`,
      help: '',
      range: { file, start: (line - 1) * 12, end: line * 12 - 1 },
      path: 'stack.yaml',
    })),
  });
  expect(findings.map(({ message }) => message)).toEqual([
    told === undefined ? 'Not read.' : `Not read. The same holds for ${told}.`,
  ]);
});

test('equal mistakes in one file are one, with the places of all', () => {
  const file = new SourceFile('variables.tf', 'variable "a" { type = string default = "b" }\n'.repeat(9));
  const wrong = (line: number, message: string) => ({
    code: 'input/syntax' as const,
    level: 'error' as const,
    message,
    help: '',
    range: { file, start: (line - 1) * 45, end: (line - 1) * 45 + 8 },
    path: 'variables.tf',
  });
  const findings = findingsOfScan({
    nodes: [],
    policies: [],
    verdicts: [],
    diagnostics: [wrong(4, 'One only.'), wrong(2, 'One only.'), wrong(7, 'One only.'), wrong(3, 'No end.')],
  });
  expect(
    findings.map(({ message, related }) => [message, ...related.map(({ range }) => file.positionAt(range.start).line)]),
  ).toEqual([['One only. And 2 more in this file.', 4, 7], ['No end.']]);
});
