import { expect, test } from 'vitest';
import { documentMap } from '../../src/core/document.ts';
import { Tiers, type Tier } from '../../src/policy/tiers.ts';
import { explainJson, explainText } from '../../src/reporters/explain.ts';
import { policiesJson, policiesTable } from '../../src/reporters/policies-table.ts';
import { policy } from '../helpers/report.ts';

const retention = policy({
  id: 'rds/backup-retention',
  title: 'Automated backups are kept long enough',
  guards: ['data'],
  level: {
    'backup-restore': 'warning',
    'pilot-light': 'error',
    'warm-standby': 'error',
    'active-active': 'error',
    gold: 'off',
  },
  params: {
    minimum: { 'pilot-light': '7d', 'warm-standby': '30d' },
    standbys: { 'pilot-light': 60 },
    engines: { 'active-active': ['mysql', 'postgres'] },
  },
  why: 'Without automated backups a bad write can only be undone by hand.',
  fix: {
    terraform: 'Set:\n\n  backup_retention_period = 30',
    cloudformation: 'Set `BackupRetentionPeriod: 30`.',
    edits: [],
  },
});

const tier = (name: string, base = name): Tier => ({
  name,
  base,
  lineage: name === base ? [name] : [name, base],
  cost: 1,
  objectives: { rto: { best: 0, worst: 0, exclusive: false }, rpo: { best: 0, worst: 0, exclusive: false } },
  steps: { data: 1, compute: 0, traffic: 0 },
  parameters: documentMap([]),
  levels: {},
});
const tiers = new Tiers([
  tier('backup-restore'),
  tier('pilot-light'),
  tier('warm-standby'),
  tier('gold', 'warm-standby'),
  tier('active-active'),
]);

test('a policy explained', () => {
  expect(explainText({ policy: retention, examples: [] }, tiers, { color: false, width: 80 })).toMatchInlineSnapshot(`
    "rds/backup-retention
    Automated backups are kept long enough

    Judges: AWS::RDS::DBInstance
    Guards against: data

    tier            level    minimum  standbys  engines
    backup-restore  warning  7 days   60        mysql, postgres
    pilot-light     error    7 days   60        mysql, postgres
    warm-standby    error    30 days  60        mysql, postgres
    gold            off      30 days  60        mysql, postgres
    active-active   error    30 days  60        mysql, postgres

    Why
    Without automated backups a bad write can only be undone by hand.

    Fix in Terraform
    Set:

      backup_retention_period = 30

    Fix in CloudFormation
    Set \`BackupRetentionPeriod: 30\`.

    References
    - https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html

    Standards
    - Security Hub: RDS.5
    "
  `);
});

test('the same for tools', () => {
  expect(JSON.parse(explainJson({ policy: retention, examples: [] }))).toMatchObject({
    schemaVersion: 1,
    policy: {
      id: 'rds/backup-retention',
      subjects: ['AWS::RDS::DBInstance'],
      guards: ['data'],
      level: { 'backup-restore': 'warning', gold: 'off' },
      params: { minimum: { 'pilot-light': '7d' } },
      fix: { terraform: 'Set:\n\n  backup_retention_period = 30' },
      standards: { securityHub: ['RDS.5'] },
      builtIn: true,
    },
  });
});

test('the catalogue is a table, by id', () => {
  expect(policiesTable([retention, policy({ id: 'dynamodb/pitr', title: 'A table can be restored' })], tiers))
    .toMatchInlineSnapshot(`
      "policy                backup-restore  pilot-light  warm-standby  gold   active-active  what must hold
      dynamodb/pitr         note            warning      error         error  error          A table can be restored
      rds/backup-retention  warning         error        error         off    error          Automated backups are kept long enough

      2 policies
      "
    `);
});

test('on a narrow terminal each policy takes two lines', () => {
  const policies = [retention, policy({ id: 'dynamodb/pitr', title: 'A table can be restored' })];
  expect(policiesTable(policies, tiers, 80)).toMatchInlineSnapshot(`
    "  backup-restore  pilot-light  warm-standby  gold   active-active
    dynamodb/pitr: A table can be restored
      note            warning      error         error  error
    rds/backup-retention: Automated backups are kept long enough
      warning         error        error         off    error

    2 policies
    "
  `);
});

test('and JSON', () => {
  const { policies } = JSON.parse(policiesJson([retention, policy({ id: 'dynamodb/pitr' })]));
  expect(policies.map(({ id }: { id: string }) => id)).toEqual(['dynamodb/pitr', 'rds/backup-retention']);
});
