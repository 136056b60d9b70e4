import { describe, expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured } from '../../../helpers/measured.ts';

interface Selection {
  readonly resources?: Plain;
  readonly tag?: readonly [key: string, value: Plain];
  readonly plan?: Plain;
}

const languages = {
  terraform: {
    plan: terraform('aws_backup_plan.daily', {
      name: 'daily',
      rule: [{ rule_name: 'nightly', target_vault_name: 'main' }],
    }),
    table: terraform('aws_dynamodb_table.orders', { name: 'orders', tags: { Backup: 'yes' } }),
    selection: ({ resources, tag, plan }: Selection): DeclaredResource =>
      terraform('aws_backup_selection.stores', {
        name: 'stores',
        plan_id: plan ?? reference(languages.terraform.plan, 'id'),
        ...(resources === undefined ? {} : { resources }),
        ...(tag === undefined ? {} : { selection_tag: [{ type: 'STRINGEQUALS', key: tag[0], value: tag[1] }] }),
      }),
  },
  cloudformation: {
    plan: cloudFormation('Daily', 'AWS::Backup::BackupPlan', {
      BackupPlan: { BackupPlanRule: [{ RuleName: 'nightly', TargetBackupVault: 'main' }] },
    }),
    table: cloudFormation('Orders', 'AWS::DynamoDB::Table', {
      TableName: 'orders',
      Tags: [{ Key: 'Backup', Value: 'yes' }],
    }),
    selection: ({ resources, tag, plan }: Selection): DeclaredResource =>
      cloudFormation('Stores', 'AWS::Backup::BackupSelection', {
        BackupPlanId: plan ?? reference(languages.cloudformation.plan, 'Ref'),
        BackupSelection: {
          SelectionName: 'stores',
          ...(resources === undefined ? {} : { Resources: resources }),
          ...(tag === undefined
            ? {}
            : { ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: tag[0], ConditionValue: tag[1] }] }),
        },
      }),
  },
} as const;

function factOf(of: DeclaredResource, ...resources: readonly DeclaredResource[]): unknown {
  const context = graphContext(resources);
  relateProtection(context);
  return measured(nodeAt(context, of.address), 'selectsNothing');
}

const unread = terraform('module.stores', {}, { kind: 'unresolved' });

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  const { plan, table, selection } = languages[language];

  test.each<{ what: string; chosen: Selection; more?: readonly DeclaredResource[]; nothing: unknown }>([
    { what: 'a tag that the table has', chosen: { tag: ['Backup', 'yes'] }, nothing: false },
    { what: 'a tag that nothing has', chosen: { tag: ['backup', 'yes'] }, nothing: true },
    { what: 'a tag value that is not known', chosen: { tag: ['Backup', input('var.backup')] }, nothing: '?' },
    { what: 'a name that nothing has', chosen: { resources: ['arn:aws:dynamodb:*:*:table/cust*'] }, nothing: true },
    {
      what: 'one ARN, which may be declared elsewhere',
      chosen: { resources: ['arn:aws:dynamodb:us-east-1:111122223333:table/customers'] },
      nothing: '?',
    },
    {
      what: 'a type of which nothing is declared',
      chosen: { resources: ['arn:aws:rds:*:*:db:*'] },
      nothing: undefined,
    },
    { what: 'no criteria: it takes everything', chosen: {}, nothing: undefined },
    {
      what: 'a tag that a module which could not be read may give',
      chosen: { tag: ['backup', 'yes'] },
      more: [unread],
      nothing: '?',
    },
  ])('a selection by $what', ({ chosen, more = [], nothing }) => {
    const stores = selection(chosen);
    expect(factOf(stores, plan, table, stores, ...more)).toBe(nothing);
  });

  test('a selection that refers to what AWS Backup does not know', () => {
    const cache = terraform('aws_elasticache_replication_group.sessions', { replication_group_id: 'sessions' });
    const other = terraform('aws_dynamodb_table.carts', { name: 'carts' });
    const stores = selection({ resources: [reference(cache, 'arn'), 'arn:aws:dynamodb:*:*:table/x*'] });
    expect(factOf(stores, plan, cache, other, stores)).toBe(true);
  });

  test.each<{ what: string; resources: readonly DeclaredResource[]; nothing: unknown }>([
    { what: 'without a selection', resources: [], nothing: true },
    { what: 'with one, whatever that selects', resources: [selection({ tag: ['backup', 'yes'] })], nothing: false },
    {
      what: 'beside the selection of a plan that is not known',
      resources: [selection({ plan: input('var.plan') })],
      nothing: '?',
    },
    { what: 'beside a module that could not be read', resources: [unread], nothing: '?' },
  ])('a plan $what', ({ resources, nothing }) => {
    expect(factOf(plan, plan, table, ...resources)).toBe(nothing);
  });
});
