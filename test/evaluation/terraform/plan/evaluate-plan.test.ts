import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../../../src/core/file-system-memory.ts';
import type { Value } from '../../../../src/core/value.ts';
import { evaluate } from '../../../../src/evaluation/evaluate.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { TemplateReader } from '../../../../src/evaluation/template-reader.ts';
import { createModuleLoader } from '../../../../src/loaders/terraform/configuration.ts';
import { placeOf, plainValue } from '../../../helpers/terraform.ts';

interface PlanParts {
  readonly [key: string]: unknown;
}

interface Planned {
  readonly values?: PlanParts;
  readonly unknown?: PlanParts;
  readonly sensitive?: PlanParts;
  readonly index?: string | number;
  readonly module?: string;
}

interface PlanText {
  /** By address; the type and the name are read from it. */
  readonly resources: Readonly<Record<string, Planned>>;
  readonly configuration?: PlanParts;
  readonly providers?: PlanParts;
  readonly variables?: PlanParts;
  readonly lookedUp?: readonly PlanParts[];
  readonly more?: PlanParts;
}

function planText({
  resources,
  configuration = {},
  providers = {},
  variables = {},
  lookedUp = [],
  more,
}: PlanText): string {
  const heads = Object.entries(resources).map(([address, planned]) => {
    const own = address.slice(planned.module === undefined ? 0 : planned.module.length + 1);
    const [type, name] = own
      .replace(/^data\./u, '')
      .replace(/\[.*$/u, '')
      .split('.');
    const mode = own.startsWith('data.') ? 'data' : 'managed';
    return { head: { address, mode, type, name, index: planned.index }, planned };
  });
  const within = (module: string | undefined) =>
    heads
      .filter(({ planned }) => planned.module === module)
      .map(({ head, planned }) => ({ ...head, values: planned.values ?? {} }));
  const modules = new Set(heads.flatMap(({ planned }) => planned.module ?? []));
  return JSON.stringify({
    format_version: '1.2',
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, { value }])),
    planned_values: {
      root_module: {
        resources: within(undefined),
        child_modules: [...modules].map((address) => ({ address, resources: within(address) })),
      },
    },
    resource_changes: heads.map(({ head, planned }) => ({
      ...head,
      change: { after_unknown: planned.unknown ?? {}, after_sensitive: planned.sensitive ?? {} },
    })),
    prior_state: { values: { root_module: { resources: lookedUp } } },
    configuration: { provider_config: providers, root_module: configuration },
    ...more,
  });
}

function evaluated(plan: PlanText, files: Readonly<Record<string, string>> = {}) {
  const fileSystem = memoryFileSystem({ ...files, 'infra/plan.json': planText(plan) });
  const path = Object.keys(files).length === 0 ? 'infra/plan.json' : 'infra';
  const deployment = {
    id: 'infra',
    language: 'terraform',
    path,
    plan: 'infra/plan.json',
    inputFiles: [],
    region: undefined,
    role: undefined,
  } as const;
  const tools = { fileSystem, templates: new TemplateReader(fileSystem), modules: createModuleLoader(fileSystem) };
  const { value, diagnostics } = evaluate(deployment, tools);
  const at = (address: string): DeclaredResource => {
    const found = value.find((each) => each.address === address);
    if (found === undefined) throw new Error(`${address} is not among ${value.map((each) => each.address).join(', ')}`);
    return found;
  };
  return {
    addresses: value.map(({ address }) => address),
    at,
    attribute: (address: string, name: string): Value | undefined => at(address).attributes.entries.get(name),
    plain: (address: string): unknown => plainValue(at(address).attributes),
    messages: diagnostics.map(({ level, message }) => `${level} ${message}`),
  };
}

const written = (address: string, expressions: PlanParts, more: PlanParts = {}) => ({
  resources: [{ address, provider_config_key: 'aws', expressions, ...more }],
});

const constant = (value: unknown) => ({ constant_value: value });
const naming = (...references: readonly string[]) => ({ references });

describe('what was not set is absent', () => {
  test.each([
    { what: 'null', values: { name: 'orders', kms_key_id: null }, expressions: {}, plain: { name: 'orders' } },
    { what: 'an empty text', values: { replicate_source_db: '' }, expressions: {}, plain: {} },
    {
      what: 'an empty text that is written',
      values: { name: '' },
      expressions: { name: constant('') },
      plain: { name: '' },
    },
    { what: 'blocks', values: { restore_to_point_in_time: [] }, expressions: {}, plain: {} },
    { what: 'tags', values: { tags: {}, tags_all: {} }, expressions: {}, plain: {} },
    {
      what: 'zeros in blocks, but not at the top',
      values: { size: 0, rule: [{ name: 'daily', cold_storage_after: 0, enabled: false }] },
      expressions: { rule: [{ name: constant('daily') }] },
      plain: { size: 0, rule: [{ name: 'daily' }] },
    },
    {
      what: 'zeros that are written',
      values: { rule: [{ cold_storage_after: 0 }] },
      expressions: { rule: [{ cold_storage_after: constant(0) }] },
      plain: { rule: [{ cold_storage_after: 0 }] },
    },
    {
      what: 'a block that can occur but once',
      values: { timeouts: { create: '1h', delete: null } },
      expressions: { timeouts: { create: constant('1h') } },
      plain: { timeouts: [{ create: '1h' }] },
    },
    {
      what: 'members of a map that are null stay',
      values: { settings: { a: null, b: 1 } },
      expressions: { settings: naming('var.settings') },
      plain: { settings: { a: null, b: 1 } },
    },
  ])('$what', ({ values, expressions, plain }) => {
    const address = 'aws_backup_plan.daily';
    const plan = { resources: { [address]: { values } }, configuration: written(address, expressions) };
    expect(evaluated(plan).plain(address)).toEqual(plain);
  });

  test('computed attributes and blocks that are not written', () => {
    const address = 'aws_s3_bucket.orders';
    const plan = {
      resources: { [address]: { values: { bucket: 'orders' }, unknown: { arn: true, versioning: true } } },
      configuration: written(address, { bucket: constant('orders') }),
    };
    expect(evaluated(plan).plain(address)).toEqual({ bucket: 'orders' });
  });
});

const key = { values: { description: 'orders' }, unknown: { arn: true, id: true } };
const table = 'aws_dynamodb_table.orders';

/** The value of one argument of a table that is known only after the apply. */
function unknownArgument(name: string, references: readonly string[], resources: PlanText['resources'] = {}) {
  const plan = {
    resources: { 'aws_kms_key.main': key, ...resources, [table]: { unknown: { [name]: true } } },
    configuration: written(table, { [name]: naming(...references) }),
  };
  return evaluated(plan).attribute(table, name);
}

describe('what is known only after the apply', () => {
  test('is a reference where the configuration names one attribute of one resource', () => {
    expect(unknownArgument('kms_key_arn', ['aws_kms_key.main.arn', 'aws_kms_key.main'])).toMatchObject({
      kind: 'reference',
      resource: 'infra#aws_kms_key.main',
      attribute: 'arn',
    });
  });

  test.each([
    {
      what: 'two resources',
      name: 'kms_key_arn',
      references: ['aws_kms_key.main.arn', 'aws_kms_key.main', 'aws_kms_key.b.arn', 'aws_kms_key.b'],
    },
    {
      what: 'a variable beside it',
      name: 'kms_key_arn',
      references: ['aws_kms_key.main.arn', 'aws_kms_key.main', 'var.suffix'],
    },
    { what: 'a document', name: 'policy', references: ['aws_kms_key.main.arn', 'aws_kms_key.main'] },
    { what: 'a list, perhaps of more', name: 'kms_key_arns', references: ['aws_kms_key.main.arn', 'aws_kms_key.main'] },
    {
      what: 'an attribute that is known, with something added',
      name: 'kms_key_arn',
      references: ['aws_kms_key.main.description', 'aws_kms_key.main'],
    },
  ])('is unknown with what it was made from: $what', ({ name, references }) => {
    const value = unknownArgument(name, references, { 'aws_kms_key.b': key });
    expect(value).toMatchObject({
      kind: 'unknown',
      symbol: { reason: { code: 'computed', subject: `${table}.${name}` } },
    });
    expect(value?.marks.via).toContain('infra#aws_kms_key.main');
  });

  test('is the instance with the same key', () => {
    const plan = {
      resources: {
        'aws_kms_key.main["a"]': { ...key, index: 'a' },
        'aws_kms_key.main["b"]': { ...key, index: 'b' },
        'aws_dynamodb_table.orders["b"]': { index: 'b', unknown: { kms_key_arn: true } },
      },
      configuration: written(table, { kms_key_arn: naming('each.key', 'aws_kms_key.main') }),
    };
    expect(evaluated(plan).attribute('aws_dynamodb_table.orders["b"]', 'kms_key_arn')).toMatchObject({
      kind: 'reference',
      resource: 'infra#aws_kms_key.main["b"]',
      attribute: 'arn',
    });
  });

  test('goes through the instances that for_each goes through', () => {
    const plan = {
      resources: {
        'aws_kms_key.main["a"]': { ...key, index: 'a' },
        'aws_kms_key.main["b"]': { ...key, index: 'b' },
        'aws_dynamodb_table.orders["a"]': { index: 'a', unknown: { kms_key_arn: true } },
      },
      configuration: written(
        table,
        { kms_key_arn: naming('each.value.arn', 'each.value') },
        { for_each_expression: naming('aws_kms_key.main') },
      ),
    };
    expect(evaluated(plan).attribute('aws_dynamodb_table.orders["a"]', 'kms_key_arn')).toMatchObject({
      resource: 'infra#aws_kms_key.main["a"]',
      attribute: 'arn',
    });
  });

  test('goes through the inputs and outputs of modules', () => {
    const module = 'module.app["eu"]';
    const plan = {
      resources: {
        'module.keys.aws_kms_key.main': { ...key, module: 'module.keys' },
        [`${module}.${table}`]: { module, unknown: { kms_key_arn: true } },
      },
      configuration: {
        module_calls: {
          keys: { module: { outputs: { arn: { expression: naming('aws_kms_key.main.arn', 'aws_kms_key.main') } } } },
          app: {
            expressions: { key_arn: naming('module.keys.arn', 'module.keys') },
            for_each_expression: constant(['eu']),
            module: written(table, { kms_key_arn: naming('var.key_arn') }),
          },
        },
      },
    };
    expect(evaluated(plan).attribute(`${module}.${table}`, 'kms_key_arn')).toMatchObject({
      kind: 'reference',
      resource: 'infra#module.keys.aws_kms_key.main',
      attribute: 'arn',
    });
  });

  test('never ends in a circle of modules that pass to each other', () => {
    const calls = {
      a: {
        expressions: { in: naming('module.b.out', 'module.b') },
        module: { outputs: { out: { expression: naming('var.in') } } },
      },
      b: {
        expressions: { in: naming('module.a.out', 'module.a') },
        module: { outputs: { out: { expression: naming('var.in') } } },
      },
    };
    const { resources } = written(table, { kms_key_arn: naming('module.a.out', 'module.a') });
    const plan = {
      resources: { [table]: { unknown: { kms_key_arn: true } } },
      configuration: { resources, module_calls: calls },
    };
    expect(evaluated(plan).attribute(table, 'kms_key_arn')?.kind).toBe('unknown');
  });
});

const arn = 'arn:aws:kms:eu-west-1:111122223333:key/8f1c';

describe('what is known and came from another resource', () => {
  test.each([
    { what: 'by the name in the expression', references: ['aws_kms_key.main.arn', 'aws_kms_key.main'] },
    { what: 'by the ARN alone, behind a local value', references: ['local.key_arn'] },
  ])('is a reference again, where only AWS could tell it: $what', ({ references }) => {
    const plan = {
      resources: { 'aws_kms_key.main': { values: { arn, id: '8f1c' } }, [table]: { values: { kms_key_arn: arn } } },
      configuration: written(table, { kms_key_arn: naming(...references) }),
    };
    expect(evaluated(plan).attribute(table, 'kms_key_arn')).toMatchObject({
      kind: 'reference',
      resource: 'infra#aws_kms_key.main',
      attribute: 'arn',
    });
  });

  test.each([
    { what: 'the name itself', text: 'orders-eu', via: ['infra#aws_sns_topic.orders'] },
    { what: 'a text with the name in it', text: 'alarm of orders-eu', via: ['infra#aws_sns_topic.orders'] },
    { what: 'another branch of a condition', text: 'none', via: [] },
  ])('is a text that came through it: $what', ({ text, via }) => {
    const topic = { address: 'aws_sns_topic.orders', expressions: { name: constant('orders-eu') } };
    const { resources } = written(table, {
      name: naming('aws_sns_topic.orders.name', 'aws_sns_topic.orders', 'var.on'),
    });
    const plan = {
      resources: { 'aws_sns_topic.orders': { values: { name: 'orders-eu' } }, [table]: { values: { name: text } } },
      configuration: { resources: [topic, ...resources] },
    };
    expect(evaluated(plan).attribute(table, 'name')).toMatchObject({ kind: 'scalar', value: text, marks: { via } });
  });

  test('is no reference to what only configures the resource that bears the ARN', () => {
    const topic = 'arn:aws:sns:eu-west-1:111122223333:orders';
    const plan = {
      resources: {
        'aws_sns_topic.orders': { values: { arn: topic, id: topic } },
        'aws_sns_topic_policy.orders': { values: { arn: topic, id: topic, topic } },
        'aws_cloudwatch_metric_alarm.lag': { values: { ok_actions: [topic] } },
      },
    };
    expect(evaluated(plan).plain('aws_cloudwatch_metric_alarm.lag')).toEqual({
      ok_actions: [{ $ref: 'aws_sns_topic.orders.arn' }],
    });
  });
});

const aws = (expressions: PlanParts, more: PlanParts = {}) => ({
  name: 'aws',
  full_name: 'registry.terraform.io/hashicorp/aws',
  expressions,
  ...more,
});

/** The Region of a queue whose provider has a key. */
function regionOf(provider: string, plan: Partial<PlanText>, values: PlanParts = {}): unknown {
  const address = 'aws_sqs_queue.orders';
  const configuration = { resources: [{ address, provider_config_key: provider, expressions: {} }] };
  return plainValue(evaluated({ resources: { [address]: { values } }, configuration, ...plan }).at(address).region);
}

describe('providers', () => {
  test.each([
    { what: 'a constant', region: constant('eu-west-1'), variables: {}, is: 'eu-west-1' },
    { what: 'a variable', region: naming('var.region'), variables: { region: 'eu-west-2' }, is: 'eu-west-2' },
    {
      what: 'a member of a variable',
      region: naming('var.regions.dr', 'var.regions'),
      variables: { regions: { dr: 'us-west-2' } },
      is: 'us-west-2',
    },
  ])('take their Region from $what', ({ region, variables, is }) => {
    expect(regionOf('aws.dr', { providers: { 'aws.dr': aws({ region }, { alias: 'dr' }) }, variables })).toBe(is);
  });

  test('of modules are those of their callers, unless they have their own', () => {
    const address = 'module.app.aws_sqs_queue.orders';
    const module = written('aws_sqs_queue.orders', {});
    const configuration = {
      module_calls: {
        app: { module: { resources: [{ ...module.resources[0], provider_config_key: 'module.app:aws' }] } },
      },
    };
    const resources = { [address]: { module: 'module.app' } };
    const root = { aws: aws({ region: constant('eu-west-1') }) };
    const own = { 'module.app:aws': aws({ region: constant('us-west-2') }, { module_address: 'module.app' }) };
    expect(plainValue(evaluated({ resources, configuration, providers: root }).at(address).region)).toBe('eu-west-1');
    expect(evaluated({ resources, configuration, providers: { ...root, ...own } }).at(address)).toMatchObject({
      region: { value: 'us-west-2' },
      scope: 'infra#module.app.provider.aws',
    });
  });

  test('of version 6 say their Region at every resource', () => {
    const providers = { aws: aws({ region: naming('local.region') }) };
    expect(regionOf('aws', { providers }, { region: 'ap-southeast-2' })).toBe('ap-southeast-2');
  });

  test('take Region and account from what was looked up with them', () => {
    const lookedUp = [
      {
        address: 'data.aws_region.here',
        mode: 'data',
        type: 'aws_region',
        name: 'here',
        values: { name: 'eu-north-1' },
      },
      {
        address: 'data.aws_caller_identity.me',
        mode: 'data',
        type: 'aws_caller_identity',
        name: 'me',
        values: { account_id: '111122223333' },
      },
    ];
    const providers = { aws: aws({ region: naming('local.region') }) };
    const plan = {
      resources: { 'aws_sqs_queue.orders': {} },
      configuration: written('aws_sqs_queue.orders', {}),
      providers,
      lookedUp,
    };
    const queue = evaluated(plan).at('aws_sqs_queue.orders');
    expect([plainValue(queue.region), plainValue(queue.account)]).toEqual(['eu-north-1', '111122223333']);
  });

  test('that nothing tells the Region of share an unknown one', () => {
    const resources = { 'aws_sqs_queue.a': {}, 'aws_sqs_queue.b': {} };
    const root = evaluated({ resources, providers: { aws: aws({}) } });
    const [first, second] = ['aws_sqs_queue.a', 'aws_sqs_queue.b'].map((address) => root.at(address).region);
    expect(first).toMatchObject({ kind: 'unknown' });
    expect(first).toEqual(second);
  });

  test('assume a role in another account, and add tags', () => {
    const role = [{ role_arn: constant('arn:aws:iam::444455556666:role/deploy') }];
    const tags = [{ tags: constant({ team: 'shop' }) }];
    const providers = { aws: aws({ region: constant('eu-west-1'), assume_role: role, default_tags: tags }) };
    const plan = {
      resources: { 'aws_sqs_queue.orders': {} },
      configuration: written('aws_sqs_queue.orders', {}),
      providers,
    };
    const queue = evaluated(plan).at('aws_sqs_queue.orders');
    expect([plainValue(queue.account), plainValue(queue.defaultTags)]).toEqual(['444455556666', { team: 'shop' }]);
  });
});

const main = `resource "aws_sqs_queue" "orders" {
  count                     = var.queues
  name                      = "orders"
  message_retention_seconds = var.seconds

  lifecycle {
    prevent_destroy = true
  }
}

variable "queues" {}

variable "seconds" {
  default = 60
}

provider "aws" {
  region = "eu-west-1"
}
`;

const queues: PlanText = {
  resources: {
    'aws_sqs_queue.orders[0]': {
      index: 0,
      values: { name: 'orders', message_retention_seconds: 60, arn: 'arn:aws:sqs:eu-west-1:111122223333:orders' },
    },
  },
  configuration: written('aws_sqs_queue.orders', {
    name: constant('orders'),
    message_retention_seconds: naming('var.seconds'),
  }),
  variables: { queues: 1, seconds: 60 },
};

describe('a plan over its source', () => {
  test('has the places of the source, and what a plan leaves out', () => {
    const root = evaluated(queues, { 'infra/main.tf': main });
    const queue = root.at('aws_sqs_queue.orders[0]');
    expect(placeOf(queue.header)).toBe('infra/main.tf:1:1');
    expect(plainValue(queue.lifecycle.preventDestroy)).toBe(true);
    const retention = root.attribute('aws_sqs_queue.orders[0]', 'message_retention_seconds');
    expect([placeOf(retention?.range), placeOf(retention?.decidedAt)]).toEqual([
      'infra/main.tf:4:31',
      'infra/main.tf:14:13',
    ]);
    // What the provider adds stands nowhere in it.
    const added = root.attribute('aws_sqs_queue.orders[0]', 'arn');
    expect([placeOf(added?.range), placeOf(added?.decidedAt).replace(/\d+$/u, '')]).toEqual([
      'infra/main.tf:1:1',
      'infra/plan.json:1:',
    ]);
  });

  test('decides the variables', () => {
    const plan = {
      ...queues,
      variables: { queues: 1, seconds: 120 },
      resources: { 'aws_sqs_queue.orders[0]': { index: 0, values: { message_retention_seconds: 120 } } },
    };
    const value = evaluated(plan, { 'infra/main.tf': main }).attribute(
      'aws_sqs_queue.orders[0]',
      'message_retention_seconds',
    );
    expect(value).toMatchObject({ value: 120, marks: { perDeployment: true } });
    expect(placeOf(value?.decidedAt)).toMatch(/^infra\/plan\.json:1:/u);
  });

  test('says what exists: no instance means none', () => {
    const plan = { ...queues, resources: {}, variables: { queues: 0 } };
    expect(evaluated(plan, { 'infra/main.tf': main }).addresses).toEqual(['terraform']);
  });

  test('that is older than the source loses nothing, and says so', () => {
    const newer = `${main}\nresource "aws_sns_topic" "late" {\n  name = "late"\n}\n`;
    const root = evaluated(queues, { 'infra/main.tf': newer });
    expect(root.addresses.toSorted()).toEqual(['aws_sns_topic.late', 'aws_sqs_queue.orders[0]', 'terraform']);
    expect(root.messages).toEqual([
      'warning The plan does not know aws_sns_topic.late: the .tf files were changed after it was made.',
    ]);
  });

  test('that can not be read leaves the source to be judged alone', () => {
    const root = evaluated({ ...queues, more: { format_version: '3.0' } }, { 'infra/main.tf': main });
    expect(root.addresses).toEqual(['terraform', 'aws_sqs_queue.orders[*]']);
    expect(root.messages).toEqual(['error infra/plan.json has the format version "3.0"; dr-lint reads version 1.']);
  });

  test('knows modules that are not on disk', () => {
    const call = 'module "queues" {\n  source = "terraform-aws-modules/sqs/aws"\n}\n';
    const plan = {
      resources: { 'module.queues.aws_sqs_queue.this': { module: 'module.queues', values: { name: 'orders' } } },
      configuration: {
        module_calls: { queues: { module: written('aws_sqs_queue.this', { name: constant('orders') }) } },
      },
    };
    const root = evaluated(plan, { 'infra/main.tf': call });
    expect(root.addresses.toSorted()).toEqual(['module.queues.aws_sqs_queue.this', 'terraform']);
    expect(root.messages).toEqual([]);
  });
});

test.each([
  { what: 'the plan knows it', values: { region: 'eu-west-3' }, messages: [] },
  {
    what: 'nothing does',
    values: {},
    messages: ['note provider.aws sets no region, and one resource uses it: their Region is not known.'],
  },
])('a Region that the source does not say: $what', ({ values, messages }) => {
  const unsaid = main.replace('  region = "eu-west-1"\n', '');
  const plan = { ...queues, resources: { 'aws_sqs_queue.orders[0]': { index: 0, values } } };
  expect(evaluated(plan, { 'infra/main.tf': unsaid }).messages).toEqual(messages);
});

test('a plan of a part leaves open what else there is', () => {
  const root = evaluated({ ...queues, more: { complete: false } });
  expect(root.at('the rest of the plan').kind).toBe('unresolved');
  expect(root.messages).toEqual([
    'warning The plan does not hold all resources: it was made for a part of the configuration, as with -target.',
  ]);
});

test('secrets are marked wherever they lie', () => {
  const address = 'aws_mq_broker.orders';
  const plan = {
    resources: {
      [address]: {
        values: { password: 'hunter2', user: [{ username: 'shop', password: 'hunter3' }] },
        sensitive: { password: true, user: [{ password: true }] },
      },
    },
    configuration: written(address, {
      password: naming('var.password'),
      user: [{ username: constant('shop'), password: naming('var.password') }],
    }),
  };
  const root = evaluated(plan);
  expect(root.attribute(address, 'password')?.marks.sensitive).toBe(true);
  const users = root.attribute(address, 'user');
  const user = users?.kind === 'list' ? users.items[0] : undefined;
  const marks = user?.kind === 'map' ? [...user.entries].map(([name, value]) => [name, value.marks.sensitive]) : [];
  expect(marks).toEqual([
    ['username', false],
    ['password', true],
  ]);
});
