import { describe, expect, test } from 'vitest';
import { locationOf, SourceFile, textOf } from '../../../src/core/source.ts';
import { loadPlan } from '../../../src/loaders/terraform/plan-json.ts';

const load = (text: string) => loadPlan(new SourceFile('plan.json', text, false));

const resource = (address: string, mode = 'managed') => {
  const [type, name] = address.replace(/^.*?(?=aws_)/u, '').split('.');
  return { address, mode, type, name, values: { name: 'orders' } };
};

const plan = {
  format_version: '1.2',
  variables: { region: { value: 'eu-west-1' } },
  planned_values: {
    root_module: {
      resources: [resource('aws_sns_topic.orders'), { ...resource('aws_sqs_queue.orders["a b"]'), index: 'a b' }],
      child_modules: [
        {
          address: 'module.audit[0]',
          resources: [resource('module.audit[0].aws_s3_bucket.log')],
          child_modules: [
            {
              address: 'module.audit[0].module.key',
              resources: [resource('module.audit[0].module.key.aws_kms_key.this')],
            },
          ],
        },
      ],
    },
  },
  resource_changes: [
    { address: 'aws_sns_topic.orders', change: { before: { huge: [] }, after_unknown: { arn: true } } },
    { address: 'aws_sns_topic.orders', deposed: 'ab12', change: { actions: ['delete'], after_unknown: false } },
  ],
  prior_state: {
    values: { root_module: { resources: [resource('data.aws_region.here', 'data'), resource('aws_sns_topic.old')] } },
  },
  configuration: {
    provider_config: { aws: { name: 'aws', full_name: 'registry.terraform.io/hashicorp/aws' } },
    root_module: { module_calls: { audit: { module: { resources: [{ address: 'aws_s3_bucket.log' }] } } } },
  },
};

describe('the index of a plan', () => {
  test('holds every planned resource with its module, its key and its place', () => {
    const found = load(JSON.stringify(plan)).value?.resources ?? [];
    expect(found.map(({ address, module, key }) => [address, module, key])).toEqual([
      ['module.audit[0].module.key.aws_kms_key.this', 'module.audit[0].module.key', undefined],
      ['module.audit[0].aws_s3_bucket.log', 'module.audit[0]', undefined],
      ['aws_sns_topic.orders', '', undefined],
      ['aws_sqs_queue.orders["a b"]', '', 'a b'],
    ]);
    expect(found.map(({ header }) => textOf(header))).toEqual(found.map(({ address }) => JSON.stringify(address)));
    // A plan is one long line: the column is the place.
    expect(found.map(({ block }) => locationOf(block).line)).toEqual([1, 1, 1, 1]);
  });

  test('reads of the state before only what was looked up, and nothing of what was deposed', () => {
    const { value } = load(JSON.stringify(plan, undefined, 2));
    expect(value?.lookedUp.map(({ address }) => address)).toEqual(['data.aws_region.here']);
    const topic = value?.resources.find(({ address }) => address === 'aws_sns_topic.orders');
    expect(value?.read(topic?.unknown)).toMatchObject({ kind: 'mapping', entries: [{ key: 'arn' }] });
    expect([...(value?.configuration.calls.get('audit')?.module.resources.keys() ?? [])]).toEqual([
      'aws_s3_bucket.log',
    ]);
  });

  test.each([
    { what: 'a whole plan', more: { errored: false, complete: true }, because: undefined },
    { what: 'a plan that says nothing of it', more: {}, because: undefined },
    { what: 'planning that failed', more: { errored: true }, because: 'planning ended with an error' },
    {
      what: 'a plan with -target',
      more: { complete: false },
      because: 'it was made for a part of the configuration, as with -target',
    },
  ])('knows that resources may be missing: $what', ({ more, because }) => {
    expect(load(JSON.stringify({ ...plan, ...more })).value?.incomplete).toBe(because);
  });
});

test('modules without end are read to a bound, and the plan is said to hold more', () => {
  let module: object = { address: 'module.last', resources: [resource('module.last.aws_s3_bucket.deep')] };
  for (let depth = 0; depth < 100; depth += 1) module = { address: 'module.outer', child_modules: [module] };
  const { value } = load(JSON.stringify({ format_version: '1.2', planned_values: { root_module: module } }));
  expect(value?.resources).toEqual([]);
  expect(value?.incomplete).toBe('modules lie in each other more than 64 levels deep');
});

const state = { version: 4, terraform_version: '1.9.8', serial: 3, lineage: 'ab', resources: [] };
const shown = { format_version: '1.0', values: { root_module: {} } };
const logs = '{"@level":"info","@message":"Terraform 1.9.8"}\n{"@level":"info","@message":"Plan: 1 to add"}\n';
const older = { ...plan, format_version: '0.2' };
const newer = { ...plan, format_version: '2.0' };

describe('what is no plan', () => {
  test.each([
    {
      what: 'a state file',
      text: JSON.stringify(state),
      says: 'holds a state, not a plan: it does not say what refers to what',
    },
    {
      what: 'a state as terraform show prints it',
      text: JSON.stringify(shown),
      says: 'holds a state, not a plan: it does not say what refers to what',
    },
    { what: 'log lines', text: logs, says: 'holds the log lines of `terraform plan -json`, not a plan' },
    {
      what: 'anything else',
      text: '{"name": "orders"}',
      says: 'is no plan of Terraform: it lacks `format_version` or `planned_values`',
    },
    {
      what: 'an older format',
      text: JSON.stringify(older),
      says: 'has the format version "0.2"; dr-lint reads version 1, which Terraform 1.1 and later print',
    },
    {
      what: 'a newer format',
      text: JSON.stringify(newer),
      says: 'has the format version "2.0"; dr-lint reads version 1',
    },
  ])('is refused with what it is: $what', ({ text, says }) => {
    const { value, diagnostics } = load(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, level, message }) => [code, level, message])).toEqual([
      ['input/unreadable', 'error', `plan.json ${says}.`],
    ]);
  });

  test('is refused with the command that makes one', () => {
    expect(load(logs).diagnostics[0]?.help).toContain('terraform show -json');
  });

  test('a plan that was cut off at any place gives one diagnostic there', () => {
    const text = JSON.stringify(plan);
    for (let length = 60; length < text.length; length += 97) {
      const { value, diagnostics } = load(text.slice(0, length));
      expect(value).toBeUndefined();
      expect(diagnostics.map(({ code, range }) => [code, range?.file.path])).toEqual([['input/syntax', 'plan.json']]);
    }
  });
});
