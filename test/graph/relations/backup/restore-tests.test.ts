import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setLongestGaps } from '../../../../src/graph/facts/backup/longest-gap.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { relateRestoreTests } from '../../../../src/graph/relations/backup/restore-tests.ts';
import { cloudFormation, input, reference, terraform, type Given, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured } from '../../../helpers/measured.ts';

interface Tested {
  readonly type?: Plain;
  readonly arns?: readonly string[];
  readonly tag?: readonly [key: string, value: Plain];
  readonly where?: Given;
  readonly isBackedUp?: boolean;
}

const day = 86_400;

const languages = {
  terraform: {
    table: 'aws_dynamodb_table.orders',
    plan: 'aws_backup_restore_testing_plan.monthly',
    resources: ({
      type = 'DynamoDB',
      arns = ['*'],
      tag,
      where,
      isBackedUp = true,
    }: Tested): readonly DeclaredResource[] => {
      const plan = terraform('aws_backup_restore_testing_plan.monthly', {
        name: 'monthly',
        schedule_expression: 'cron(0 5 1 * ? *)',
      });
      const backups = terraform('aws_backup_plan.daily', { name: 'daily', rule: [{ rule_name: 'nightly' }] });
      return [
        plan,
        terraform(
          'aws_backup_restore_testing_selection.orders',
          {
            name: 'orders',
            restore_testing_plan_name: reference(plan, 'name'),
            protected_resource_type: type,
            protected_resource_arns: arns,
            ...(tag === undefined
              ? {}
              : { protected_resource_conditions: [{ string_equals: [{ key: tag[0], value: tag[1] }] }] }),
          },
          where,
        ),
        backups,
        ...(isBackedUp
          ? [
              terraform('aws_backup_selection.all', {
                name: 'all',
                plan_id: reference(backups, 'id'),
                resources: ['*'],
              }),
            ]
          : []),
        terraform('aws_dynamodb_table.orders', { name: 'orders', tags: { Test: 'yes' } }),
      ];
    },
  },
  cloudformation: {
    table: 'Orders',
    plan: 'Monthly',
    resources: ({
      type = 'DynamoDB',
      arns = ['*'],
      tag,
      where,
      isBackedUp = true,
    }: Tested): readonly DeclaredResource[] => {
      const plan = cloudFormation('Monthly', 'AWS::Backup::RestoreTestingPlan', {
        RestoreTestingPlanName: 'monthly',
        ScheduleExpression: 'cron(0 5 1 * ? *)',
      });
      const backups = cloudFormation('Daily', 'AWS::Backup::BackupPlan', {
        BackupPlan: { BackupPlanRule: [{ RuleName: 'nightly', TargetBackupVault: 'main' }] },
      });
      return [
        plan,
        cloudFormation(
          'Tested',
          'AWS::Backup::RestoreTestingSelection',
          {
            RestoreTestingPlanName: reference(plan, 'Ref'),
            ProtectedResourceType: type,
            ProtectedResourceArns: arns,
            ...(tag === undefined
              ? {}
              : { ProtectedResourceConditions: { StringEquals: [{ Key: tag[0], Value: tag[1] }] } }),
          },
          where,
        ),
        backups,
        ...(isBackedUp
          ? [
              cloudFormation('All', 'AWS::Backup::BackupSelection', {
                BackupPlanId: reference(backups, 'Ref'),
                BackupSelection: { SelectionName: 'all', Resources: ['*'] },
              }),
            ]
          : []),
        cloudFormation('Orders', 'AWS::DynamoDB::Table', {
          TableName: 'orders',
          Tags: [{ Key: 'Test', Value: 'yes' }],
        }),
      ];
    },
  },
} as const;

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  const { table, plan, resources } = languages[language];

  function tested(given: Tested): string {
    const context = graphContext(resources(given));
    relateProtection(context);
    relateRestoreTests(context);
    const [relation] = context.from('checkedBy', nodeAt(context, table));
    if (relation === undefined) return 'no';
    return relation.certain ? 'yes' : (relation.because ?? 'no reason');
  }

  test.each<{ what: string; given: Tested; expected: string }>([
    { what: 'all of its type', given: {}, expected: 'yes' },
    { what: 'another type', given: { type: 'RDS' }, expected: 'no' },
    { what: 'it by ARN', given: { arns: ['arn:aws:dynamodb:us-east-1:*:table/orders'] }, expected: 'yes' },
    { what: 'another one by ARN', given: { arns: ['arn:aws:dynamodb:us-east-1:*:table/carts'] }, expected: 'no' },
    { what: 'it by tag', given: { tag: ['aws:ResourceTag/Test', 'yes'] }, expected: 'yes' },
    { what: 'others by tag', given: { tag: ['aws:ResourceTag/Test', 'no'] }, expected: 'no' },
    {
      what: 'a tag value that is not known',
      given: { tag: ['aws:ResourceTag/Test', input('var.test')] },
      expected: 'the tag value var.test is not known',
    },
    { what: 'those of another Region', given: { where: { region: 'eu-west-1' } }, expected: 'no' },
    { what: 'what has no recovery points', given: { isBackedUp: false }, expected: 'no' },
  ])('a plan that tests $what', ({ given, expected }) => {
    expect(tested(given)).toBe(expected);
  });

  test('how long it is from test to test', () => {
    const context = graphContext(resources({}));
    setLongestGaps(context);
    expect(measured(nodeAt(context, plan), 'longestGap')).toEqual([31 * day, 31 * day]);
  });
});
