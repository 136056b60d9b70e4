import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { UnknownReason } from '../../../../src/core/value.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setLongestGaps } from '../../../../src/graph/facts/backup/longest-gap.ts';
import type { GraphContext } from '../../../../src/graph/graph-context.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import {
  cloudFormation,
  input,
  reference,
  template,
  terraform,
  type Given,
  type Plain,
} from '../../../helpers/declared.ts';
import { graphContext, nodeAt, relationsFrom } from '../../../helpers/graph-context.ts';

const languages = ['terraform', 'cloudformation'] as const;
type Language = (typeof languages)[number];
type Pair = readonly [key: Plain, value: Plain];

/** A selection in the words that both languages share. */
interface Selection {
  readonly resources?: readonly Plain[] | Plain;
  readonly notResources?: readonly Plain[] | Plain;
  readonly tags?: readonly Pair[];
  readonly equals?: readonly Pair[];
  readonly notEquals?: readonly Pair[];
  readonly like?: readonly Pair[];
  readonly notLike?: readonly Pair[];
}

interface Table {
  readonly name?: Plain;
  readonly tags?: Plain;
  readonly given?: Given;
}

const spelling = {
  terraform: {
    plan: (given: Given = {}) =>
      terraform(
        'aws_backup_plan.daily',
        { name: 'daily', rule: [{ rule_name: 'nightly', target_vault_name: 'main' }] },
        given,
      ),
    table: ({ name, tags, given }: Table) =>
      terraform(
        'aws_dynamodb_table.orders',
        { ...(name === undefined ? {} : { name }), ...(tags === undefined ? {} : { tags }) },
        given,
      ),
    selection: (plan: Plain, given: Selection, where: Given = {}) =>
      terraform('aws_backup_selection.stores', { name: 'stores', plan_id: plan, ...terraformSelection(given) }, where),
    address: { plan: 'aws_backup_plan.daily', table: 'aws_dynamodb_table.orders' },
    planId: 'id',
    arn: 'arn',
  },
  cloudformation: {
    plan: (given: Given = {}) =>
      cloudFormation(
        'Daily',
        'AWS::Backup::BackupPlan',
        {
          BackupPlan: {
            BackupPlanName: 'daily',
            BackupPlanRule: [{ RuleName: 'nightly', TargetBackupVault: 'main' }],
          },
        },
        given,
      ),
    table: ({ name, tags, given }: Table) =>
      cloudFormation(
        'Orders',
        'AWS::DynamoDB::Table',
        { ...(name === undefined ? {} : { TableName: name }), ...(tags === undefined ? {} : { Tags: tagList(tags) }) },
        given,
      ),
    selection: (plan: Plain, given: Selection, where: Given = {}) =>
      cloudFormation(
        'Stores',
        'AWS::Backup::BackupSelection',
        { BackupPlanId: plan, BackupSelection: { SelectionName: 'stores', ...cloudFormationSelection(given) } },
        where,
      ),
    address: { plan: 'Daily', table: 'Orders' },
    planId: 'Ref',
    arn: 'Arn',
  },
} as const;

function terraformSelection(given: Selection): Record<string, Plain> {
  const pairs = (list: readonly Pair[]): Plain => list.map(([key, value]) => ({ key, value }));
  const condition = {
    ...(given.equals === undefined ? {} : { string_equals: pairs(given.equals) }),
    ...(given.notEquals === undefined ? {} : { string_not_equals: pairs(given.notEquals) }),
    ...(given.like === undefined ? {} : { string_like: pairs(given.like) }),
    ...(given.notLike === undefined ? {} : { string_not_like: pairs(given.notLike) }),
  };
  return {
    ...(given.resources === undefined ? {} : { resources: given.resources }),
    ...(given.notResources === undefined ? {} : { not_resources: given.notResources }),
    ...(given.tags === undefined
      ? {}
      : { selection_tag: given.tags.map(([key, value]) => ({ type: 'STRINGEQUALS', key, value })) }),
    ...(Object.keys(condition).length === 0 ? {} : { condition: [condition] }),
  };
}

function cloudFormationSelection(given: Selection): Record<string, Plain> {
  const pairs = (list: readonly Pair[]): Plain =>
    list.map(([ConditionKey, ConditionValue]) => ({ ConditionKey, ConditionValue }));
  const conditions = {
    ...(given.equals === undefined ? {} : { StringEquals: pairs(given.equals) }),
    ...(given.notEquals === undefined ? {} : { StringNotEquals: pairs(given.notEquals) }),
    ...(given.like === undefined ? {} : { StringLike: pairs(given.like) }),
    ...(given.notLike === undefined ? {} : { StringNotLike: pairs(given.notLike) }),
  };
  return {
    ...(given.resources === undefined ? {} : { Resources: given.resources }),
    ...(given.notResources === undefined ? {} : { NotResources: given.notResources }),
    ...(given.tags === undefined
      ? {}
      : {
          ListOfTags: given.tags.map(([ConditionKey, ConditionValue]) => ({
            ConditionType: 'STRINGEQUALS',
            ConditionKey,
            ConditionValue,
          })),
        }),
    ...(Object.keys(conditions).length === 0 ? {} : { Conditions: conditions }),
  };
}

function tagList(tags: Plain): Plain {
  if (typeof tags !== 'object' || tags === null || 'kind' in tags) return tags;
  return Object.entries(tags).map(([Key, Value]: [string, Plain]) => ({ Key, Value }));
}

interface Scene {
  readonly context: GraphContext;
  /** How the table is protected by the plan itself: `yes`, `no`, or the reason why it only may be. */
  readonly byPlan: string;
}

interface Staged {
  readonly table?: Table;
  readonly where?: Given;
  readonly more?: readonly DeclaredResource[];
}

/** A plan, a table named `orders` and a selection, as AWS Backup would see them. */
function stage(
  language: Language,
  selection: Selection | ((table: DeclaredResource, arn: string) => Selection),
  { table: given = { name: 'orders' }, where, more = [] }: Staged = {},
): Scene {
  const words = spelling[language];
  const plan = words.plan();
  const table = words.table(given);
  const chosen = typeof selection === 'function' ? selection(table, words.arn) : selection;
  const context = graphContext([plan, table, words.selection(reference(plan, words.planId), chosen, where), ...more]);
  relateProtection(context);
  const node = nodeAt(context, words.address.table);
  const [relation] = context.from('protectedBy', node).filter(({ to }) => to === plan.id);
  if (relation === undefined) return { context, byPlan: 'no' };
  return { context, byPlan: relation.certain ? 'yes' : (relation.because ?? 'no reason') };
}

const account = input('AWS::AccountId', 'pseudo-parameter');
const environment = input('var.environment');
const production: Table = { name: 'orders', tags: { backup: 'daily', stage: 'prod' } };

describe.each(languages)('a selection in %s', (language) => {
  test.each<{ what: string; selection: Selection; table?: Table; selected: string }>([
    { what: 'no criteria at all select everything', selection: {}, selected: 'yes' },
    { what: 'an empty list of ARNs is none', selection: { resources: [] }, selected: 'yes' },
    { what: 'a star selects everything', selection: { resources: ['*'] }, selected: 'yes' },
    {
      what: 'an ARN by name',
      selection: { resources: ['arn:aws:dynamodb:us-east-1:*:table/orders'] },
      selected: 'yes',
    },
    {
      what: 'an ARN of another name',
      selection: { resources: ['arn:aws:dynamodb:us-east-1:*:table/customers'] },
      selected: 'no',
    },
    {
      what: 'names are case-sensitive',
      selection: { resources: ['arn:aws:dynamodb:us-east-1:*:table/Orders'] },
      selected: 'no',
    },
    {
      what: 'an ARN in another Region',
      selection: { resources: ['arn:aws:dynamodb:us-west-2:*:table/orders'] },
      selected: 'no',
    },
    {
      what: 'one of several ARNs suffices',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/customers', 'arn:aws:dynamodb:*:*:table/orders'] },
      selected: 'yes',
    },
    { what: 'all of a type', selection: { resources: ['arn:aws:dynamodb:*:*:table/*'] }, selected: 'yes' },
    { what: 'all of another type', selection: { resources: ['arn:aws:rds:*:*:db:*'] }, selected: 'no' },
    { what: 'all of a service', selection: { resources: ['arn:aws:dynamodb:*'] }, selected: 'yes' },
    { what: 'all of another service', selection: { resources: ['arn:aws:ec2:*'] }, selected: 'no' },
    { what: 'all of any service', selection: { resources: ['arn:aws:*'] }, selected: 'yes' },
    {
      what: 'names with a common start',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/ord*'] },
      selected: 'yes',
    },
    {
      what: 'names with another start',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/cust*'] },
      selected: 'no',
    },
    {
      what: 'a leading wildcard, about which AWS contradicts itself',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/*ders'] },
      selected: 'AWS documents a wildcard only at the end of an ARN, unlike table/*ders',
    },
    {
      what: 'a leading wildcard that does not match in any reading',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/*tomers'] },
      selected: 'no',
    },
    { what: 'a text that is no ARN', selection: { resources: ['orders'] }, selected: 'no' },
    {
      what: 'an ARN that is not known',
      selection: { resources: [input('var.table_arn')] },
      selected: 'var.table_arn is not known',
    },
    {
      what: 'a list of ARNs that is not known',
      selection: { resources: input('var.tables') },
      selected: 'var.tables is not known',
    },
    {
      what: 'one ARN that matches beside one that is not known',
      selection: { resources: [input('var.table_arn'), 'arn:aws:dynamodb:*:*:table/orders'] },
      selected: 'yes',
    },
    {
      what: 'the account of the deployment in an ARN',
      selection: { resources: [template('arn:aws:dynamodb:us-east-1:', account, ':table/orders')] },
      selected: 'yes',
    },
    {
      what: 'an account in an ARN, where the own one is not known',
      selection: { resources: ['arn:aws:dynamodb:us-east-1:111122223333:table/orders'] },
      selected: `whether 111122223333 is where ${spelling[language].address.table} lies is not known`,
    },
    {
      what: 'a name that is not known',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/orders'] },
      table: { name: input('var.table') },
      selected: `the name of ${spelling[language].address.table} is not known`,
    },
    {
      what: 'a name of which the start is known, and differs',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/orders'] },
      table: { name: template('customers-', environment) },
      selected: 'no',
    },
    {
      what: 'a name of which the start is known, and matches',
      selection: { resources: ['arn:aws:dynamodb:*:*:table/orders-*'] },
      table: { name: template('orders-', environment) },
      selected: 'yes',
    },
    {
      what: 'the same unknown in the name and in the ARN',
      selection: { resources: [template('arn:aws:dynamodb:*:*:table/orders-', environment)] },
      table: { name: template('orders-', environment) },
      selected: 'yes',
    },
    {
      what: 'another unknown in the ARN',
      selection: { resources: [template('arn:aws:dynamodb:*:*:table/orders-', input('var.stage'))] },
      table: { name: template('orders-', environment) },
      selected: 'table/orders-${var.stage} is not known',
    },
    {
      what: 'left out by ARN',
      selection: { resources: ['*'], notResources: ['arn:aws:dynamodb:*:*:table/orders'] },
      selected: 'no',
    },
    {
      what: 'everything but another type',
      selection: { notResources: ['arn:aws:ec2:*:*:volume/*'] },
      selected: 'yes',
    },
    {
      what: 'left out by an ARN that is not known',
      selection: { resources: ['*'], notResources: [input('var.left_out')] },
      selected: 'var.left_out is not known',
    },
    { what: 'a tag', selection: { tags: [['backup', 'daily']] }, table: production, selected: 'yes' },
    { what: 'a tag of another value', selection: { tags: [['backup', 'weekly']] }, table: production, selected: 'no' },
    {
      what: 'tag values are case-sensitive',
      selection: { tags: [['backup', 'Daily']] },
      table: production,
      selected: 'no',
    },
    {
      what: 'tag keys are case-sensitive',
      selection: { tags: [['Backup', 'daily']] },
      table: production,
      selected: 'no',
    },
    {
      what: 'one of several tags suffices',
      selection: {
        tags: [
          ['backup', 'weekly'],
          ['stage', 'prod'],
        ],
      },
      table: production,
      selected: 'yes',
    },
    {
      what: 'a list of tags has no wildcards',
      selection: { tags: [['stage', 'pro*']] },
      table: production,
      selected: 'no',
    },
    { what: 'a tag, and the table has none', selection: { tags: [['backup', 'daily']] }, selected: 'no' },
    {
      what: 'a tag whose value on the table is not known',
      selection: { tags: [['backup', 'daily']] },
      table: { name: 'orders', tags: { backup: input('var.backup') } },
      selected: 'the tag value var.backup is not known',
    },
    {
      what: 'a tag whose value in the selection is not known',
      selection: { tags: [['backup', input('var.backup')]] },
      table: production,
      selected: 'the tag value var.backup is not known',
    },
    {
      what: 'the same unknown value on both sides',
      selection: { tags: [['backup', input('var.backup')]] },
      table: { name: 'orders', tags: { backup: input('var.backup') } },
      selected: 'yes',
    },
    {
      what: 'tags that are not known',
      selection: { tags: [['backup', 'daily']] },
      table: { name: 'orders', tags: input('var.tags') },
      selected: `not all tags of ${spelling[language].address.table} are known`,
    },
    {
      what: 'a list of tags with the prefix of conditions, about which users disagree',
      selection: { tags: [['aws:ResourceTag/backup', 'daily']] },
      table: production,
      selected: 'a list of tags takes bare keys, not aws:ResourceTag/backup',
    },
    {
      what: 'ARNs and tags are a union, not a filter',
      selection: { resources: ['*'], tags: [['backup', 'weekly']] },
      table: production,
      selected: 'yes',
    },
    {
      what: 'a tag beside an ARN of something else',
      selection: { resources: ['arn:aws:rds:*:*:db:*'], tags: [['backup', 'daily']] },
      table: production,
      selected: 'yes',
    },
    {
      what: 'a condition that holds',
      selection: { equals: [['aws:ResourceTag/backup', 'daily']] },
      table: production,
      selected: 'yes',
    },
    {
      what: 'a condition filters what ARNs select',
      selection: { resources: ['*'], equals: [['aws:ResourceTag/backup', 'weekly']] },
      table: production,
      selected: 'no',
    },
    {
      what: 'all conditions must hold',
      selection: {
        resources: ['*'],
        equals: [
          ['aws:ResourceTag/backup', 'daily'],
          ['aws:ResourceTag/stage', 'test'],
        ],
      },
      table: production,
      selected: 'no',
    },
    {
      what: 'also those of different operators',
      selection: {
        resources: ['*'],
        equals: [['aws:ResourceTag/backup', 'daily']],
        notEquals: [['aws:ResourceTag/stage', 'prod']],
      },
      table: production,
      selected: 'no',
    },
    {
      what: 'a negated condition holds where the tag is missing',
      selection: { resources: ['*'], notEquals: [['aws:ResourceTag/stage', 'test']] },
      selected: 'yes',
    },
    {
      what: 'a condition with a wildcard anywhere',
      selection: { resources: ['*'], like: [['aws:ResourceTag/stage', '*ro*']] },
      table: production,
      selected: 'yes',
    },
    {
      what: 'a negated condition with a wildcard',
      selection: { resources: ['*'], notLike: [['aws:ResourceTag/stage', 'pr*']] },
      table: production,
      selected: 'no',
    },
    {
      what: 'a condition on a value whose start is known',
      selection: { resources: ['*'], like: [['aws:ResourceTag/stage', 'prod-*']] },
      table: { name: 'orders', tags: { stage: template('prod-', environment) } },
      selected: 'yes',
    },
    {
      what: 'a condition on a value that is not known',
      selection: { resources: ['*'], notEquals: [['aws:ResourceTag/stage', 'test']] },
      table: { name: 'orders', tags: { stage: environment } },
      selected: 'the tag value var.environment is not known',
    },
    {
      what: 'a condition with a bare key',
      selection: { resources: ['*'], equals: [['backup', 'daily']] },
      table: production,
      selected: 'a condition takes keys that start with aws:ResourceTag/, not backup',
    },
    {
      what: 'a condition that fails decides, whatever is not known beside it',
      selection: { resources: [input('var.table_arn')], equals: [['aws:ResourceTag/backup', 'weekly']] },
      table: production,
      selected: 'no',
    },
    {
      what: 'keys that every object has are no tags',
      selection: { tags: [['constructor', 'daily']] },
      table: production,
      selected: 'no',
    },
  ])('$what', ({ selection, table, selected }) => {
    expect(stage(language, selection, table === undefined ? {} : { table }).byPlan).toBe(selected);
  });

  test('a reference to the ARN of the resource', () => {
    const scene = stage(language, (table, arn) => ({ resources: [reference(table, arn)] }), { table: {} });
    expect(scene.byPlan).toBe('yes');
  });

  test('a reference to the name of the resource inside an ARN, whatever the account', () => {
    const scene = stage(
      language,
      (table) => ({
        resources: [template('arn:aws:dynamodb:us-east-1:', input('var.account'), ':table/', reference(table, 'Ref'))],
      }),
      { table: {} },
    );
    expect(scene.byPlan).toBe('yes');
  });

  test('an ARN by the id of another resource, wherever that lies', () => {
    const other = cloudFormation('Customers', 'AWS::DynamoDB::Table', {}, { region: input('AWS::Region') });
    const scene = stage(
      language,
      { resources: [template('arn:aws:dynamodb:', input('AWS::Region'), ':*:table/', reference(other, 'Ref'))] },
      { table: {}, more: [other] },
    );
    expect(scene.byPlan).toBe('no');
  });

  test('a reference leaves out what it refers to', () => {
    const scene = stage(language, (table, arn) => ({ resources: ['*'], notResources: [reference(table, arn)] }));
    expect(scene.byPlan).toBe('no');
  });

  test('a made-up name is no name that could be written', () => {
    const scene = stage(language, { resources: ['arn:aws:dynamodb:*:*:table/orders'] }, { table: {} });
    expect(scene.byPlan).toBe(`the name of ${spelling[language].address.table} is not known`);
  });

  test('the rules of the plan protect like the plan', () => {
    const { context } = stage(language, { resources: ['*'] });
    const { plan, table } = spelling[language].address;
    expect(relationsFrom(context, 'protectedBy', nodeAt(context, table))).toEqual([plan, `${plan}/rule["nightly"]`]);
  });

  test.each<{ what: string; where: Given; selected: string }>([
    { what: 'another Region', where: { region: 'eu-west-1' }, selected: 'no' },
    {
      what: 'a Region that is not known',
      where: { region: input('var.region') },
      selected: 'whether SELECTION and TABLE share the Region is not known',
    },
    {
      what: 'a condition that is not known',
      where: { exists: 'unknown', existsBecause: symbolOf('var.enabled') },
      selected: 'whether SELECTION exists is not known',
    },
  ])('a selection in or under $what', ({ where, selected }) => {
    const scene = stage(language, { resources: ['*'] }, { where });
    const words = selected
      .replace('SELECTION', language === 'terraform' ? 'aws_backup_selection.stores' : 'Stores')
      .replace('TABLE', spelling[language].address.table);
    expect(scene.byPlan).toBe(words);
  });

  test('what exists under the same condition exists together', () => {
    const given: Given = { exists: 'unknown', existsBecause: symbolOf('var.enabled') };
    const scene = stage(language, { resources: ['*'] }, { table: { name: 'orders', given }, where: given });
    expect(scene.byPlan).toBe('yes');
  });

  test('a value that is no longer known never turns protected into surely unprotected', () => {
    const value = fc.constantFrom<Plain>('daily', 'weekly', environment);
    const pair = fc.tuple(fc.constantFrom('aws:ResourceTag/backup', 'aws:ResourceTag/stage'), value);
    const arn = fc.constantFrom<Plain>('*', 'arn:aws:dynamodb:*:*:table/orders', 'arn:aws:rds:*', environment);
    const selection = fc.record<Selection>(
      {
        resources: fc.array(arn, { maxLength: 2 }),
        notResources: fc.array(arn, { maxLength: 1 }),
        tags: fc.array(fc.tuple(fc.constantFrom('backup', 'stage'), value), { minLength: 1, maxLength: 2 }),
        equals: fc.array(pair, { minLength: 1, maxLength: 2 }),
        notLike: fc.array(pair, { minLength: 1, maxLength: 2 }),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(selection, fc.constantFrom('daily', 'weekly'), (chosen, tag) => {
        const known = stage(language, chosen, { table: { name: 'orders', tags: { backup: tag } } }).byPlan;
        const blurred = stage(language, chosen, {
          table: { name: 'orders', tags: { backup: input('var.tag') } },
        }).byPlan;
        if (known !== 'no') expect(blurred).not.toBe('no');
        if (known !== 'yes') expect(blurred).not.toBe('yes');
      }),
      { numRuns: 150 },
    );
  });
});

function symbolOf(subject: string): { readonly key: string; readonly reason: UnknownReason } {
  return { key: subject, reason: { code: 'input', subject, cure: '' } };
}

describe('what AWS Backup protects', () => {
  function protectedAddresses(resources: readonly DeclaredResource[]): readonly string[] {
    const plan = spelling.terraform.plan();
    const context = graphContext([
      plan,
      spelling.terraform.selection(reference(plan, 'id'), { resources: ['*'] }),
      ...resources,
    ]);
    relateProtection(context);
    return context.relations
      .filter(({ kind, to }) => kind === 'protectedBy' && to === plan.id)
      .map(({ from, certain }) => `${context.get(from)?.address ?? ''}${certain ? '' : '?'}`);
  }

  test('a cluster, and not its members', () => {
    const cluster = terraform('aws_rds_cluster.shop', { cluster_identifier: 'shop', engine: 'aurora-postgresql' });
    const member = terraform('aws_rds_cluster_instance.one', {
      cluster_identifier: reference(cluster, 'id'),
      engine: 'aurora-postgresql',
    });
    expect(protectedAddresses([cluster, member])).toEqual(['aws_rds_cluster.shop']);
  });

  test.each([
    { what: 'a bucket', type: 'AWS::S3::Bucket', properties: {}, selected: true },
    { what: 'a volume', type: 'AWS::EC2::Volume', properties: {}, selected: true },
    { what: 'a file system', type: 'AWS::EFS::FileSystem', properties: {}, selected: true },
    {
      what: 'a cache, which it does not know',
      type: 'AWS::ElastiCache::ReplicationGroup',
      properties: {},
      selected: false,
    },
    {
      what: 'an ONTAP file system, of which it takes the volumes',
      type: 'AWS::FSx::FileSystem',
      properties: { FileSystemType: 'ONTAP' },
      selected: false,
    },
    {
      what: 'a scratch file system',
      type: 'AWS::FSx::FileSystem',
      properties: { FileSystemType: 'LUSTRE' },
      selected: false,
    },
    {
      what: 'a persistent file system',
      type: 'AWS::FSx::FileSystem',
      properties: { FileSystemType: 'LUSTRE', LustreConfiguration: { DeploymentType: 'PERSISTENT_2' } },
      selected: true,
    },
  ])('$what', ({ type, properties, selected }) => {
    expect(protectedAddresses([cloudFormation('Store', type, properties)])).toEqual(selected ? ['Store'] : []);
  });

  test('an instance with the volumes attached to it', () => {
    const plan = spelling.terraform.plan();
    const instance = cloudFormation('Server', 'AWS::EC2::Instance', {});
    const volume = cloudFormation('Data', 'AWS::EC2::Volume', {});
    const attachment = cloudFormation('Attachment', 'AWS::EC2::VolumeAttachment', {
      InstanceId: reference(instance, 'Ref'),
      VolumeId: reference(volume, 'Ref'),
    });
    const context = graphContext([
      plan,
      spelling.terraform.selection(reference(plan, 'id'), { resources: ['arn:aws:ec2:*:*:instance/*'] }),
      instance,
      volume,
      attachment,
    ]);
    relateProtection(context);
    expect(relationsFrom(context, 'protectedBy', nodeAt(context, 'Data'))).toEqual([
      'aws_backup_plan.daily',
      'aws_backup_plan.daily/rule["nightly"]',
    ]);
  });
});

describe('plans that are not read', () => {
  const table = spelling.terraform.table({ name: 'orders' });

  function protection(...resources: readonly DeclaredResource[]): readonly string[] {
    const context = graphContext([table, ...resources]);
    relateProtection(context);
    setLongestGaps(context);
    return relationsFrom(context, 'protectedBy', nodeAt(context, table.address));
  }

  test('a plan that is not known may be any', () => {
    const [plan, rule] = protection(spelling.terraform.selection(input('var.plan'), {}));
    expect(plan).toMatch(/\? the plan var\.plan is not known$/u);
    expect(rule).toMatch(/^rules of .*\? the plan var\.plan is not known$/u);
  });

  test('a plan that another tree declares protects for certain, its rules are not known', () => {
    expect(protection(spelling.terraform.selection('8f81f553-3a74-4a3f-b93d-b3360dc80c50', {}))).toEqual([
      '8f81f553-3a74-4a3f-b93d-b3360dc80c50',
      'rules of 8f81f553-3a74-4a3f-b93d-b3360dc80c50',
    ]);
  });

  test('rules of which the number is not known', () => {
    const plan = terraform('aws_backup_plan.daily', { name: 'daily', rule: input('var.rules') });
    expect(protection(plan, spelling.terraform.selection(reference(plan, 'id'), {}))).toEqual([
      'aws_backup_plan.daily',
      'aws_backup_plan.daily/rule[*]? the rules of aws_backup_plan.daily are not known',
    ]);
  });

  const unread = terraform('module.backup', {}, { kind: 'unresolved' });
  const because = 'module.backup is not readable and could select it';

  test('a module that could not be read may hold a selection', () => {
    expect(protection(unread)).toEqual([`module.backup? ${because}`, `module.backup? ${because}`]);
  });

  test('it changes nothing where protection is certain', () => {
    const plan = spelling.terraform.plan();
    expect(protection(unread, plan, spelling.terraform.selection(reference(plan, 'id'), {}))).toEqual([
      'aws_backup_plan.daily',
      'aws_backup_plan.daily/rule["nightly"]',
    ]);
  });
});
