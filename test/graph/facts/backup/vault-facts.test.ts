/** What is known of a vault: who may delete from it, who hears of failed jobs, and how it is locked; in both languages. */
import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setBackupWindows } from '../../../../src/graph/facts/backup/backup-windows.ts';
import { setLocks } from '../../../../src/graph/facts/backup/lock.ts';
import { setVaultAccess } from '../../../../src/graph/facts/backup/vault-access.ts';
import { setVaultNotifications } from '../../../../src/graph/facts/backup/vault-notifications.ts';
import { cloudFormation, input, reference, terraform, type Given, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured } from '../../../helpers/measured.ts';

interface Vault {
  readonly policy?: Plain;
  readonly events?: Plain;
  readonly lock?: { readonly changeable?: Plain };
}

interface EventRule {
  readonly pattern: Plain;
  readonly hasTarget?: boolean;
  readonly state?: Plain;
  readonly where?: Given;
}

const topic = 'arn:aws:sns:us-east-1:111122223333:backups';

const languages = {
  terraform: {
    address: 'aws_backup_vault.main',
    vault: ({ policy, events, lock }: Vault): readonly DeclaredResource[] => {
      const vault = terraform('aws_backup_vault.main', { name: 'main' });
      const of = { backup_vault_name: reference(vault, 'name') };
      return [
        vault,
        ...(policy === undefined ? [] : [terraform('aws_backup_vault_policy.main', { ...of, policy })]),
        ...(events === undefined
          ? []
          : [
              terraform('aws_backup_vault_notifications.main', {
                ...of,
                sns_topic_arn: topic,
                backup_vault_events: events,
              }),
            ]),
        ...(lock === undefined
          ? []
          : [
              terraform('aws_backup_vault_lock_configuration.main', {
                ...of,
                min_retention_days: 7,
                ...(lock.changeable === undefined ? {} : { changeable_for_days: lock.changeable }),
              }),
            ]),
      ];
    },
    rule: ({ pattern, hasTarget = true, state, where }: EventRule): readonly DeclaredResource[] => {
      const rule = terraform(
        'aws_cloudwatch_event_rule.failed',
        { name: 'failed', event_pattern: pattern, ...(state === undefined ? {} : { state }) },
        where,
      );
      const target = terraform(
        'aws_cloudwatch_event_target.failed',
        { rule: reference(rule, 'name'), arn: topic },
        where,
      );
      return hasTarget ? [rule, target] : [rule];
    },
  },
  cloudformation: {
    address: 'Main',
    vault: ({ policy, events, lock }: Vault): readonly DeclaredResource[] => [
      cloudFormation('Main', 'AWS::Backup::BackupVault', {
        BackupVaultName: 'main',
        ...(policy === undefined ? {} : { AccessPolicy: policy }),
        ...(events === undefined ? {} : { Notifications: { SNSTopicArn: topic, BackupVaultEvents: events } }),
        ...(lock === undefined
          ? {}
          : {
              LockConfiguration: {
                MinRetentionDays: 7,
                ...(lock.changeable === undefined ? {} : { ChangeableForDays: lock.changeable }),
              },
            }),
      }),
    ],
    rule: ({ pattern, hasTarget = true, state, where }: EventRule): readonly DeclaredResource[] => [
      cloudFormation(
        'Failed',
        'AWS::Events::Rule',
        {
          EventPattern: pattern,
          ...(state === undefined ? {} : { State: state }),
          Targets: hasTarget ? [{ Id: 'topic', Arn: topic }] : [],
        },
        where,
      ),
    ],
  },
} as const;

function fact(language: keyof typeof languages, name: string, vault: Vault, rule?: EventRule): unknown {
  const { address, vault: declare, rule: listen } = languages[language];
  const context = graphContext([...declare(vault), ...(rule === undefined ? [] : listen(rule))]);
  setVaultAccess(context);
  setVaultNotifications(context);
  setLocks(context);
  return measured(nodeAt(context, address), name);
}

const deny = (more: Record<string, Plain>): Plain => ({ Statement: [{ Effect: 'Deny', Principal: '*', ...more }] });
const jobs = { source: ['aws.backup'], 'detail-type': ['Backup Job State Change'] };

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  test.each<{ what: string; policy: Plain | undefined; denies: unknown }>([
    { what: 'no policy', policy: undefined, denies: false },
    { what: 'deletion', policy: deny({ Action: 'backup:DeleteRecoveryPoint' }), denies: true },
    { what: 'deletion among others', policy: deny({ Action: ['backup:Put*', 'backup:Delete*'] }), denies: true },
    { what: 'everything', policy: deny({ Action: '*', Principal: { AWS: ['*'] } }), denies: true },
    {
      what: 'deletion but for a way out',
      policy: deny({
        Action: 'backup:DeleteRecoveryPoint',
        Condition: { StringNotLike: { 'aws:PrincipalArn': 'arn:aws:iam::*:role/break-glass' } },
      }),
      denies: true,
    },
    { what: 'everything but reading', policy: deny({ NotAction: 'backup:List*' }), denies: true },
    { what: 'everything but deletion', policy: deny({ NotAction: 'backup:DeleteRecoveryPoint' }), denies: false },
    { what: 'something else', policy: deny({ Action: 'backup:CopyFromBackupVault' }), denies: false },
    {
      what: 'one role only',
      policy: deny({ Action: 'backup:*', Principal: { AWS: 'arn:aws:iam::111122223333:role/app' } }),
      denies: false,
    },
    {
      what: 'nothing: it allows',
      policy: { Statement: { Effect: 'Allow', Principal: '*', Action: 'backup:DeleteRecoveryPoint' } },
      denies: false,
    },
    { what: 'what is not known', policy: input('var.policy'), denies: '?' },
    { what: 'an action that is not known', policy: deny({ Action: input('var.action') }), denies: '?' },
  ])('a policy denies $what', ({ policy, denies }) => {
    expect(fact(language, 'deniesDeletion', policy === undefined ? {} : { policy })).toBe(denies);
  });

  test.each<{ what: string; events: Plain | undefined; backups: unknown; copies: unknown }>([
    { what: 'nothing', events: undefined, backups: false, copies: false },
    { what: 'failed backups', events: ['BACKUP_JOB_FAILED'], backups: true, copies: false },
    { what: 'completed ones', events: ['BACKUP_JOB_COMPLETED', 'COPY_JOB_FAILED'], backups: true, copies: true },
    { what: 'restores', events: ['RESTORE_JOB_COMPLETED'], backups: false, copies: false },
    { what: 'what is not known', events: input('var.events'), backups: '?', copies: '?' },
  ])('the vault tells of $what', ({ events, backups, copies }) => {
    const vault = events === undefined ? {} : { events };
    expect(fact(language, 'notifies.backupFailures', vault)).toBe(backups);
    expect(fact(language, 'notifies.copyFailures', vault)).toBe(copies);
  });

  test.each<{ what: string; rule: EventRule; backups: unknown; copies: unknown }>([
    { what: 'backup jobs', rule: { pattern: jobs }, backups: true, copies: false },
    { what: 'all of AWS Backup', rule: { pattern: { source: ['aws.backup'] } }, backups: true, copies: true },
    {
      what: 'failures',
      rule: { pattern: { ...jobs, detail: { state: ['FAILED', 'EXPIRED'] } } },
      backups: true,
      copies: false,
    },
    {
      what: 'successes only',
      rule: { pattern: { ...jobs, detail: { state: ['COMPLETED'] } } },
      backups: false,
      copies: false,
    },
    {
      what: 'some vaults',
      rule: { pattern: { ...jobs, detail: { backupVaultName: ['main'] } } },
      backups: '?',
      copies: false,
    },
    { what: 'a filter', rule: { pattern: { source: [{ prefix: 'aws.' }] } }, backups: '?', copies: '?' },
    { what: 'another service', rule: { pattern: { source: ['aws.rds'] } }, backups: false, copies: false },
    { what: 'jobs, without a target', rule: { pattern: jobs, hasTarget: false }, backups: false, copies: false },
    { what: 'jobs, but is off', rule: { pattern: jobs, state: 'DISABLED' }, backups: false, copies: false },
    {
      what: 'jobs of another Region',
      rule: { pattern: jobs, where: { region: 'eu-west-1' } },
      backups: false,
      copies: false,
    },
    { what: 'what is not known', rule: { pattern: input('var.pattern') }, backups: '?', copies: '?' },
  ])('a rule hears of $what', ({ rule, backups, copies }) => {
    expect(fact(language, 'notifies.backupFailures', {}, rule)).toBe(backups);
    expect(fact(language, 'notifies.copyFailures', {}, rule)).toBe(copies);
  });

  test.each<{ what: string; lock: Vault['lock']; mode: unknown }>([
    { what: 'no lock', lock: undefined, mode: undefined },
    { what: 'a lock that can be taken away', lock: {}, mode: 'governance' },
    { what: 'a lock with a time to change one’s mind', lock: { changeable: 3 }, mode: 'compliance' },
    { what: 'a time that is not known', lock: { changeable: input('var.days') }, mode: '?' },
  ])('$what', ({ lock, mode }) => {
    expect(fact(language, 'lock.mode', lock === undefined ? {} : { lock })).toBe(mode);
  });
});

test('an air-gapped vault is always locked for good', () => {
  const context = graphContext([
    terraform('aws_backup_logically_air_gapped_vault.main', { name: 'main', min_retention_days: 7 }),
  ]);
  setLocks(context);
  expect(measured(nodeAt(context, 'aws_backup_logically_air_gapped_vault.main'), 'lock.mode')).toBe('compliance');
});

test.each<{ what: string; plan: DeclaredResource; start: unknown; completion: unknown }>([
  {
    what: "the provider's defaults in Terraform",
    plan: terraform('aws_backup_plan.daily', { name: 'daily', rule: [{ rule_name: 'nightly' }] }),
    start: [3600, 3600],
    completion: [10_800, 10_800],
  },
  {
    what: "AWS's own in CloudFormation",
    plan: cloudFormation('Daily', 'AWS::Backup::BackupPlan', {
      BackupPlan: { BackupPlanRule: [{ RuleName: 'nightly' }] },
    }),
    start: [28_800, 28_800],
    completion: [604_800, 604_800],
  },
  {
    what: 'what is written, or not known',
    plan: terraform('aws_backup_plan.daily', {
      name: 'daily',
      rule: [{ rule_name: 'nightly', start_window: 30, completion_window: input('var.minutes') }],
    }),
    start: [1800, 1800],
    completion: [0, Infinity, 'var.minutes'],
  },
])('the windows of a rule: $what', ({ plan, start, completion }) => {
  const context = graphContext([plan]);
  setBackupWindows(context);
  const rule = nodeAt(context, plan.address, 'rule["nightly"]');
  expect(measured(rule, 'startWindow')).toEqual(start);
  expect(measured(rule, 'completionWindow')).toEqual(completion);
});
