/** What override files make of a module, in either syntax. */
import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../../src/core/file-system-memory.ts';
import { locationOf, textOf } from '../../../src/core/source.ts';
import type { Body } from '../../../src/loaders/hcl/ast.ts';
import { loadModule } from '../../../src/loaders/terraform/configuration.ts';

function loaded(files: Readonly<Record<string, string>>) {
  const named = Object.entries(files).map(([name, text]) => [`infra/${name}`, text]);
  const { value, diagnostics } = loadModule('infra', memoryFileSystem(Object.fromEntries(named)));
  return { module: value, diagnostics };
}

/** `name=value` of arguments, `type{…}` of blocks; sorted, for their order does not matter. */
function told(body: Body | undefined): string {
  const attributes = (body?.attributes ?? []).map(({ name, value }) => `${name}=${textOf(value.range)}`);
  const blocks = (body?.blocks ?? []).map(({ type, labels, body: inner }) =>
    [type, ...labels.map(({ text }) => text), `{${told(inner)}}`].join(' '),
  );
  return [...attributes.toSorted(), ...blocks].join(' ');
}

describe('a resource', () => {
  const base = `resource "aws_dynamodb_table" "orders" {
  name         = "orders"
  billing_mode = "PROVISIONED"
  attribute {
    name = "id"
  }
  attribute {
    name = "at"
  }
  ttl {
    enabled = false
  }
  lifecycle {
    prevent_destroy = true
    ignore_changes  = [tags]
  }
}`;
  const asBefore = 'attribute {name="id"} attribute {name="at"} ttl {enabled=false}';
  const lifecycle = 'lifecycle {ignore_changes=[tags] prevent_destroy=true}';

  test.each([
    {
      what: 'arguments replace those of their name',
      override: '{"billing_mode":"PAY_PER_REQUEST","hash_key":"id"}',
      is: `billing_mode="PAY_PER_REQUEST" hash_key="id" name="orders" ${asBefore} ${lifecycle}`,
    },
    {
      what: 'nested blocks replace all of their type',
      override: '{"attribute":{"name":"key"}}',
      is: `billing_mode="PROVISIONED" name="orders" ttl {enabled=false} ${lifecycle} attribute {name="key"}`,
    },
    {
      what: 'generated blocks replace those of their type',
      override: '{"dynamic":{"attribute":{"for_each":["key"],"content":{"name":"${attribute.value}"}}}}',
      is: `billing_mode="PROVISIONED" name="orders" ttl {enabled=false} ${lifecycle} dynamic attribute {for_each=["key"] content {name="\${attribute.value}"}}`,
    },
    {
      what: 'no blocks at all replace all of their type',
      override: '{"attribute":[]}',
      is: `attribute=[] billing_mode="PROVISIONED" name="orders" ttl {enabled=false} ${lifecycle}`,
    },
    {
      what: 'lifecycle is merged by its arguments',
      override: '{"lifecycle":{"prevent_destroy":false}}',
      is: `billing_mode="PROVISIONED" name="orders" ${asBefore} lifecycle {ignore_changes=[tags] prevent_destroy=false}`,
    },
  ])('$what', ({ override, is }) => {
    const json = `{"resource":{"aws_dynamodb_table":{"orders":${override}}}}`;
    const { module, diagnostics } = loaded({ 'main.tf': base, 'main_override.tf.json': json });
    const block = module.resources.get('aws_dynamodb_table.orders')?.block;
    expect(diagnostics).toEqual([]);
    expect(told(block?.body)).toBe(is);
    expect(block && locationOf(block.headerRange).file).toBe('infra/main.tf');
  });

  test('that is generated is replaced by blocks of that type', () => {
    const { module } = loaded({
      'main.tf': 'resource "aws_backup_plan" "p" {\n  dynamic "rule" {\n    for_each = [1]\n    content {}\n  }\n}',
      'override.tf': 'resource "aws_backup_plan" "p" {\n  rule {\n    rule_name = "daily"\n  }\n}',
    });
    expect(told(module.resources.get('aws_backup_plan.p')?.block.body)).toBe('rule {rule_name="daily"}');
  });

  test('written as JSON is overridden by native syntax, and again by a later file', () => {
    const { module } = loaded({
      'main.tf.json': '{"resource":{"aws_vpc":{"main":{"cidr_block":"a","tags":{"n":"1"}}}}}',
      'b_override.tf': 'resource "aws_vpc" "main" {\n  cidr_block = "c"\n}',
      'a_override.tf': 'resource "aws_vpc" "main" {\n  cidr_block = "b"\n  region = "x"\n}',
    });
    const body = module.resources.get('aws_vpc.main')?.block.body;
    expect(told(body)).toBe('cidr_block="c" region="x" tags={"n":"1"}');
  });
});

test('variables, locals, outputs, calls and providers are overridden one by one', () => {
  const { module, diagnostics } = loaded({
    'main.tf': [
      'variable "size" {\n  type = number\n  default = 1\n}',
      'locals {\n  a = 1\n  b = 2\n}',
      'output "id" {\n  value = 1\n  sensitive = true\n}',
      'module "db" {\n  source = "./db"\n  size = 1\n}',
      'provider "aws" {\n  region = "us-east-1"\n}\nprovider "aws" {\n  alias = "dr"\n  region = "us-west-1"\n}',
    ].join('\n'),
    'override.tf.json': JSON.stringify({
      variable: { size: { default: 2 } },
      locals: { b: 3 },
      output: { id: { value: 2 } },
      module: { db: { size: 2 } },
      provider: { aws: { alias: 'dr', region: 'us-west-2' } },
    }),
  });
  expect(diagnostics).toEqual([]);
  expect(told(module.variables.get('size')?.body)).toBe('default=2 type=number');
  expect([...module.locals].map(([name, { value }]) => [name, textOf(value.range)])).toEqual([
    ['a', '1'],
    ['b', '3'],
  ]);
  expect(told(module.outputs.get('id')?.body)).toBe('sensitive=true value=2');
  expect(told(module.calls.get('db')?.body)).toBe('size=2 source="./db"');
  expect(module.providers.map(({ block }) => told(block.body))).toEqual([
    'region="us-east-1"',
    'alias="dr" region="us-west-2"',
  ]);
});

test('settings are overridden one by one; state is kept in one place', () => {
  const { module } = loaded({
    'main.tf': `terraform {
  required_version = ">= 1.5"
  required_providers {
    aws    = { source = "hashicorp/aws", version = "~> 5.0" }
    random = { source = "hashicorp/random" }
  }
  backend "s3" {
    bucket = "state"
  }
}`,
    'override.tofu.json': JSON.stringify({
      terraform: {
        required_providers: { aws: { source: 'hashicorp/aws', version: '~> 6.0' } },
        cloud: { organization: 'acme' },
      },
    }),
  });
  expect(module.settings.map(({ body }) => told(body))).toEqual([
    'required_version=">= 1.5" required_providers {random={ source = "hashicorp/random" }}',
    'required_providers {aws={"source":"hashicorp/aws","version":"~> 6.0"}} cloud {organization="acme"}',
  ]);
});

describe('an override of nothing', () => {
  const override = 'resource "aws_vpc" "mian" {\n  cidr_block = "b"\n}\nprovider "aws" {\n  region = "us-east-1"\n}';

  test('is a mistake with its place; but a default provider is always there', () => {
    const { diagnostics } = loaded({ 'main.tf': 'resource "aws_vpc" "main" {}', 'override.tf': override });
    expect(diagnostics.map(({ range, message }) => [range && textOf(range), message])).toEqual([
      [
        'resource "aws_vpc" "mian"',
        'This overrides resource.aws_vpc.mian, which no other file of the module declares; Terraform refuses it.',
      ],
    ]);
  });

  test('is none while a file could not be read', () => {
    const { diagnostics } = loaded({ 'main.tf.json': '{"resource":', 'override.tf': override });
    expect(diagnostics.map(({ path }) => path)).toEqual(['infra/main.tf.json']);
  });
});

test("OpenTofu's own file hides Terraform's of that name", () => {
  const { module } = loaded({
    'main.tf': 'resource "aws_vpc" "terraform" {}',
    'main.tofu': 'resource "aws_vpc" "opentofu" {}',
    'more.tf': 'resource "aws_vpc" "both" {}',
    'more.tftest.hcl': 'run "a" {}',
  });
  expect([...module.resources.keys()]).toEqual(['aws_vpc.opentofu', 'aws_vpc.both']);
});
