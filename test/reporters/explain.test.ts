import { expect, test } from 'vitest';
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
    minimum: { 'pilot-light': 604_800, 'warm-standby': 2_592_000 },
    engines: { 'active-active': ['mysql', 'postgres'] },
  },
  why: 'Without automated backups a bad write can only be undone by hand.',
  fix: {
    terraform: 'Set:\n\n  backup_retention_period = 30',
    cloudformation: 'Set `BackupRetentionPeriod: 30`.',
    edit: undefined,
  },
});

test('a policy explained', () => {
  expect(explainText(retention, { color: false, width: 80 })).toMatchInlineSnapshot(`
    "rds/backup-retention
    Automated backups are kept long enough

    Judges: AWS::RDS::DBInstance
    Guards against: data

    tier            level    minimum  engines
    backup-restore  warning  7 days   mysql, postgres
    pilot-light     error    7 days   mysql, postgres
    warm-standby    error    30 days  mysql, postgres
    active-active   error    -        mysql, postgres
    gold            off      -        -

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
  expect(JSON.parse(explainJson(retention))).toMatchObject({
    schemaVersion: 1,
    policy: {
      id: 'rds/backup-retention',
      subjects: ['AWS::RDS::DBInstance'],
      guards: ['data'],
      level: { 'backup-restore': 'warning', gold: 'off' },
      params: { minimum: { 'pilot-light': 604_800 } },
      fix: { terraform: 'Set:\n\n  backup_retention_period = 30' },
      standards: { securityHub: ['RDS.5'] },
      builtIn: true,
    },
  });
});

test('the catalogue is a table, by id', () => {
  expect(
    policiesTable([retention, policy({ id: 'dynamodb/pitr', title: 'A table can be restored' })]),
  ).toMatchInlineSnapshot(`
    "policy                backup-restore  pilot-light  warm-standby  active-active  gold  what must hold
    dynamodb/pitr         note            warning      error         error          -     A table can be restored
    rds/backup-retention  warning         error        error         error          off   Automated backups are kept long enough

    2 policies
    "
  `);
});

test('and JSON', () => {
  const { policies } = JSON.parse(policiesJson([retention, policy({ id: 'dynamodb/pitr' })]));
  expect(policies.map(({ id }: { id: string }) => id)).toEqual(['dynamodb/pitr', 'rds/backup-retention']);
});
