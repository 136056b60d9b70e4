import { describe, expect, test } from 'vitest';
import { SensitiveLeaf } from '../../src/core/document.ts';
import { locationOf, SourceFile, type SourceRange } from '../../src/core/source.ts';
import type { PolicyFile } from '../../src/policy/policy-file.ts';
import { policyFromFile } from '../../src/policy/policy-from-file.ts';
import type { Policy } from '../../src/policy/policy.ts';
import type { Verdict } from '../../src/policy/verdict.ts';
import type { Origin } from '../../src/normalization/normal-resource.ts';
import { day, mapFrom, node, rangeOf, relation, seconds, unknown, type NodeWords } from '../helpers/graph.ts';
import { verdictsOn, type Judged } from '../helpers/judge.ts';

const file = new SourceFile(
  'main.tf',
  `variable "retention" {
  default = 1
}
resource "aws_db_instance" "orders" {
  multi_az                = false
  backup_retention_period = var.retention
}
resource "aws_backup_plan" "daily" {
  rule {
    rule_name = "daily"
  }
}
`,
);

const header = rangeOf(file, 'resource "aws_db_instance" "orders"');
const multiAz = written('multi_az', 'multi_az                = false');
const retention: Origin = {
  ...written('backup_retention_period', 'backup_retention_period = var.retention'),
  decidedAt: rangeOf(file, '1'),
};

function written(name: string, text: string): Origin {
  return { range: rangeOf(file, text), name, how: 'written' };
}

function line(range: SourceRange | undefined): number | undefined {
  return range === undefined ? undefined : locationOf(range).line;
}

function database(words: NodeWords = {}): ReturnType<typeof node> {
  return node('aws_db_instance.orders', {
    type: 'AWS::RDS::DBInstance',
    region: 'us-east-1',
    place: header,
    origins: { '/properties/MultiAZ': multiAz, '/properties/BackupRetentionPeriod': retention },
    ...words,
    facts: { clusterMember: false, ...words.facts },
  });
}

function only(verdicts: readonly Verdict[]): Verdict {
  const [verdict] = verdicts;
  if (verdict === undefined || verdicts.length > 1) throw new Error(`${verdicts.length} verdicts`);
  return verdict;
}

function judged(policy: string | Policy, words: NodeWords, around: Omit<Judged, 'nodes'> = {}): Verdict {
  return only(verdictsOn(policy, { nodes: [database(words)], ...around }));
}

function policyWith(changes: Partial<PolicyFile>): Policy {
  return policyFromFile(
    'rds/standby',
    {
      title: 'A database has a standby',
      for: 'AWS::RDS::DBInstance',
      guards: ['zone'],
      level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
      checks: [{ require: { value: '$.properties.MultiAZ', equals: true }, message: '{resource} has no standby.' }],
      why: 'A zone may fail.',
      fix: { terraform: 'Set it.', cloudformation: 'Set it.' },
      references: ['https://docs.aws.amazon.com/'],
      ...changes,
    },
    undefined,
  );
}

describe('messages', () => {
  test('a failure is told in the words of the policy', () => {
    const verdict = judged('rds/backup-retention', { properties: { BackupRetentionPeriod: 7 } });
    expect(verdict.message).toBe(
      'aws_db_instance.orders keeps automated backups 7 days; tier warm-standby asks for 30 days.',
    );
  });

  test('with the property by its name in the source', () => {
    const verdict = judged('rds/backup-retention', { properties: { BackupRetentionPeriod: '0' } });
    expect(verdict.message).toBe('aws_db_instance.orders has no automated backups (backup_retention_period is 0).');
  });

  test('an unknown says what is not known and what to supply', () => {
    const cure = 'state it with --var-file';
    const verdict = judged('rds/multi-az', { properties: { MultiAZ: unknown('var.multi_az', { cure }) } });
    expect(verdict.message).toBe(
      'multi_az of aws_db_instance.orders is not known: var.multi_az (state it with --var-file).',
    );
    expect(verdict.unknowns.map(({ reason }) => reason.subject)).toEqual(['var.multi_az']);
  });

  test('a possible relation says why it is only possible', () => {
    const volume = node('aws_ebs_volume.data', { type: 'AWS::EC2::Volume', facts: { clusterMember: false } });
    const plan = node('aws_backup_plan.daily', { type: 'AWS::Backup::BackupPlan' });
    const because = 'the tag value var.backup is not known';
    const relations = [relation(volume, 'protectedBy', plan, { certain: false, because })];
    expect(only(verdictsOn('backup/resource-covered', { nodes: [volume, plan], relations })).message).toBe(
      'Whether aws_ebs_volume.data is protected by aws_backup_plan.daily is not known: the tag value var.backup is not known.',
    );
  });

  test('an item that decided is named', () => {
    const plan = node('aws_backup_plan.main', { type: 'AWS::Backup::BackupPlan' });
    const rule = node('aws_backup_plan.main', {
      type: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
      part: 'rule["yearly"]',
      owner: plan.id,
    });
    const vault = node('aws_backup_vault.locked', {
      properties: { LockConfiguration: { MinRetentionDays: 7 } },
      facts: { lock: { minimum: seconds(7 * day), maximum: seconds(365 * day) } },
    });
    const properties = { retention: seconds(3650 * day) };
    const relations = [relation(rule, 'copiesTo', vault, { properties })];
    const verdict = only(verdictsOn('backup/vault-lock-retention-conflict', { nodes: [rule, plan, vault], relations }));
    expect(verdict.message).toBe(
      'aws_backup_plan.main rule["yearly"] keeps recovery points 3650 days, but the lock of aws_backup_vault.locked allows 7 days to 365 days: the job fails.',
    );
  });

  test('what is equal without being known is named, on either side', () => {
    const policy = policyWith({
      checks: [
        {
          require: { value: '$.properties.Name', otherThan: '$.properties.Alias' },
          message: '{value} is also called {expected}.',
        },
      ],
    });
    const words = { properties: { Name: unknown('var.name'), Alias: unknown('var.name') } };
    expect(judged(policy, words).message).toBe('var.name is also called var.name.');
  });

  test('what came from outside is escaped, and secrets are kept', () => {
    const policy = policyWith({
      checks: [
        {
          require: { value: '$.properties.Name', equals: 'orders' },
          message: '{resource} is called {value}, {$.region}.',
        },
      ],
    });
    const words = { properties: { Name: new SensitiveLeaf('hunter2') }, region: 'us\u001B[31m' };
    expect(judged(policy, words).message).toBe('aws_db_instance.orders is called (sensitive), us\\u{1b}[31m.');
  });
});

describe('places', () => {
  test('a finding lands on the property that decided', () => {
    expect(line(judged('rds/multi-az', { properties: { MultiAZ: false } }).place)).toBe(5);
  });

  test('the decisive expression is a related place', () => {
    const { place, related } = judged('rds/backup-retention', { properties: { BackupRetentionPeriod: 1 } });
    expect(line(place)).toBe(6);
    expect(related.map(({ range, label }) => `${line(range)} ${label}`)).toEqual(['2 default here']);
  });

  test.each([
    ['variable "retention" { default = 1 }', 'default here'],
    ['Retention: { Type: Number, Default: 1 }', 'default here'],
    ['retention = 1', 'passed here'],
  ])('%s decided: %s', (text, label) => {
    const decidedAt = rangeOf(new SourceFile('variables.tf', text), '1');
    const origins = { '/properties/BackupRetentionPeriod': { ...retention, decidedAt } };
    const { related } = judged('rds/backup-retention', { properties: { BackupRetentionPeriod: 1 }, origins });
    expect(related).toEqual([{ range: decidedAt, label }]);
  });

  test('on the header when the property is missing', () => {
    expect(line(judged('rds/multi-az', { properties: {}, origins: {} }).place)).toBe(4);
  });

  test('on the header when a default decided', () => {
    const origins = { '/properties/MultiAZ': { ...multiAz, how: 'default' as const } };
    expect(line(judged('rds/multi-az', { properties: { MultiAZ: false }, origins }).place)).toBe(4);
  });

  test('of a part, its own block stands for the header', () => {
    const plan = node('aws_backup_plan.daily', { type: 'AWS::Backup::BackupPlan', region: 'us-east-1' });
    const rule = node('aws_backup_plan.daily', {
      type: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
      part: 'rule["daily"]',
      owner: plan.id,
      region: 'us-east-1',
      place: rangeOf(file, 'resource "aws_backup_plan" "daily"'),
      origins: { '/properties': written('rule', 'rule {') },
    });
    const relations = [relation(rule, 'partOf', plan)];
    expect(line(only(verdictsOn('backup/cross-region-copy', { nodes: [rule, plan], relations })).place)).toBe(9);
  });

  test('of a workload, where the policy says', () => {
    const workload = node('orders', { kind: 'workload', document: { regions: { primary: 'us-east-1' } } });
    const stateful = database({ facts: { stateful: true } });
    const relations = [relation(workload, 'contains', stateful)];
    const verdict = only(verdictsOn('tier/dr-region-empty', { nodes: [workload, stateful], relations }));
    expect(line(verdict.place)).toBe(4);
    expect(verdict.message).toBe(
      'Workload orders promises warm-standby, and nothing of it is declared in a recovery Region.',
    );
  });
});

describe('whom a policy judges', () => {
  test.each<readonly [what: string, words: NodeWords, verdict: string | undefined]>([
    ['a declared resource', {}, 'fail'],
    ['one that a registry module creates', { kind: 'modelled' }, 'fail'],
    ['not what is looked up', { kind: 'looked-up' }, undefined],
    ['not what is external', { kind: 'external' }, undefined],
    ['not what does not exist', { exists: 'no' }, undefined],
    ['not for certain what perhaps does not exist', { exists: 'unknown' }, 'unknown'],
    ['not what is exempt', { document: { exempt: true } }, 'not-applicable'],
    ['not an auxiliary store', { facts: { auxiliary: true } }, 'not-applicable'],
    ['not for certain what may be an auxiliary store', { facts: { auxiliary: unknown('var.use') } }, 'unknown'],
  ])('%s', (_, words, expected) => {
    const verdicts = verdictsOn(policyWith({}), { nodes: [database({ properties: { MultiAZ: false }, ...words })] });
    expect(verdicts.map(({ verdict }) => verdict)).toEqual(expected === undefined ? [] : [expected]);
  });

  test('an auxiliary store is judged by policies that guard no disruption', () => {
    const policy = policyWith({ guards: ['hygiene'] });
    expect(judged(policy, { facts: { auxiliary: true }, properties: { MultiAZ: false } }).verdict).toBe('fail');
  });

  test('only members of the group that it names', () => {
    const policy = policyWith({ for: 'stateful' });
    const member = database({ facts: { clusterMember: true }, properties: { MultiAZ: false } });
    expect(verdictsOn(policy, { nodes: [member] })).toEqual([]);
    expect(judged(policy, { properties: { MultiAZ: false } }).verdict).toBe('fail');
  });
});

describe('checks', () => {
  const twoChecks = policyWith({
    checks: [
      { require: { value: '$.properties.MultiAZ', equals: true }, message: 'first' },
      { require: { value: '$.properties.Engine', equals: 'postgres' }, message: 'second', level: 'note' },
    ],
  });

  test('the first that fails decides, also over an earlier unknown', () => {
    const verdict = judged(twoChecks, { properties: { MultiAZ: unknown('var.multi_az'), Engine: 'mysql' } });
    expect(verdict).toMatchObject({ verdict: 'fail', check: 1, message: 'second', level: 'note' });
  });

  test('a pass tells what holds', () => {
    const verdict = judged(twoChecks, { properties: { MultiAZ: true, Engine: 'postgres' } });
    expect(verdict).toMatchObject({ verdict: 'pass', check: undefined, message: 'A database has a standby' });
  });
});

describe('levels', () => {
  const failing = { properties: { MultiAZ: false } };
  const raised = policyWith({
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'warning',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.database-failover', is: 'present' }, to: 'error' }],
    },
  });
  const bounded = policyWith({
    checks: [{ require: { value: '$.properties.MultiAZ', equals: true }, message: 'single', level: 'error' }],
  });
  const workload = mapFrom({ name: 'orders', needs: { 'database-failover': '60s' } });
  const override = (level: 'off' | 'error'): NonNullable<Judged['overrides']> => new Map([['rds/standby', { level }]]);

  test.each<readonly [what: string, policy: Policy, around: Omit<Judged, 'nodes'>, level: string]>([
    ['of the tier', policyWith({}), {}, 'warning'],
    ['off at a tier, still a verdict', policyWith({}), { tier: 'backup-restore' }, 'off'],
    ['raised by a stated need', raised, { workload }, 'error'],
    ['not raised without it', raised, {}, 'warning'],
    ['of the configuration', policyWith({}), { overrides: override('error') }, 'error'],
    ['bounded by the configuration where a check has its own', bounded, { overrides: override('off') }, 'off'],
    ['turned off by the configuration', raised, { workload, overrides: override('off') }, 'off'],
  ])('%s', (_, policy, around, level) => {
    expect(judged(policy, failing, around)).toMatchObject({ verdict: 'fail', level });
  });
});
