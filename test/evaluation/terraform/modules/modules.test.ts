import { describe, expect, test } from 'vitest';
import { evaluateFiles, placeOf } from '../../../helpers/terraform.ts';

const vault =
  'variable "name" { default = "orders" }\nresource "aws_backup_vault" "this" { name = var.name }\noutput "name" { value = aws_backup_vault.this.name }';

describe('local modules', () => {
  test.each([
    ['one', '', ['module.vault.aws_backup_vault.this']],
    ['none', 'count = 0', []],
    ['counted', 'count = 2', ['module.vault[0].aws_backup_vault.this', 'module.vault[1].aws_backup_vault.this']],
    ['by key', 'for_each = toset(["dr"])', ['module.vault["dr"].aws_backup_vault.this']],
    ['unknown', 'count = var.create', ['module.vault[*].aws_backup_vault.this']],
  ])('%s', (_, meta, addresses) => {
    const root = evaluateFiles({
      'infra/main.tf': `variable "create" {}\nmodule "vault" {\n  source = "../vault"\n  ${meta}\n}`,
      'vault/main.tf': vault,
    });
    expect(root.addresses).toEqual(addresses);
    if (meta.includes('var.create'))
      expect(root.resource(addresses[0] ?? '').existsBecause?.reason.subject).toBe('var.create');
  });

  test('inside each other, with arguments and outputs through every level', () => {
    const root = evaluateFiles({
      'infra/main.tf':
        'module "app" {\n  source = "./app"\n  name = "dr"\n}\nresource "aws_backup_plan" "p" {\n  name = module.app.vault\n}',
      'infra/app/main.tf':
        'variable "name" {}\nmodule "vault" {\n  source = "../../vault"\n  name = "${var.name}-vault"\n}\noutput "vault" { value = module.vault.name }',
      'vault/main.tf': vault,
    });
    expect(root.plain('module.app.module.vault.aws_backup_vault.this', 'name')).toBe('dr-vault');
    expect(root.plain('aws_backup_plan.p', 'name')).toBe('dr-vault');
    expect(root.value('aws_backup_plan.p', 'name')?.marks.via).toEqual([
      'infra#module.app.module.vault.aws_backup_vault.this',
    ]);
    const { calls } = root.resource('module.app.module.vault.aws_backup_vault.this');
    expect(calls.map(({ header, ours }) => [placeOf(header), ours])).toEqual([
      ['infra/main.tf:1:1', true],
      ['infra/app/main.tf:2:1', true],
    ]);
  });

  test('of which several instances are called: outputs by key', () => {
    const root = evaluateFiles({
      'infra/main.tf': `module "vault" {
        source   = "../vault"
        for_each = { east = "e", west = "w" }
        name     = each.value
      }
      resource "null_resource" "probe" {
        triggers = { one = module.vault["west"].name, all = join(",", [for key, vault in module.vault : vault.name]) }
      }`,
      'vault/main.tf': vault,
    });
    expect(root.plain('null_resource.probe', 'triggers')).toEqual({ one: 'w', all: 'e,w' });
  });

  test.each([
    ['itself', 'module "again" { source = "../infra" }', {}],
    ['its caller', 'module "app" { source = "./app" }', { 'infra/app/main.tf': 'module "back" { source = "../" }' }],
  ])('a module that calls %s is one diagnostic', (_, main, more) => {
    const root = evaluateFiles({ 'infra/main.tf': main, ...more });
    expect(root.messages).toEqual([expect.stringContaining('error input/cycle')]);
  });
});

test('to depend on a module is to depend on what it declares', () => {
  const root = evaluateFiles({
    'infra/main.tf':
      'module "vault" { source = "../vault" }\nresource "null_resource" "after" { depends_on = [module.vault] }',
    'vault/main.tf': vault,
  });
  expect(root.resource('null_resource.after').dependsOn).toEqual(['infra#module.vault.aws_backup_vault.this']);
});

describe('modules that are not there', () => {
  test('a registry module: one note per call, its inputs as attributes, its outputs unknown', () => {
    const root = evaluateFiles({
      'infra/main.tf': `module "vpc" {
        source   = "terraform-aws-modules/vpc/aws"
        version  = "3.0.0"
        for_each = toset(["east", "west"])
        cidr     = "10.0.0.0/16"
        name     = each.key
      }
      resource "aws_subnet" "a" { vpc_id = module.vpc["east"].vpc_id }
      resource "aws_subnet" "b" {
        vpc_id = module.vpc["east"].vpc_id
        tags   = { Same = module.vpc["east"].vpc_id == module.vpc["west"].vpc_id }
      }
      provider "aws" { region = "us-east-1" }`,
    });
    expect(root.messages).toEqual([
      'infra/main.tf:1:1 note input/unresolved-module The source of module "vpc", "terraform-aws-modules/vpc/aws", is not on disk: what it declares is not known.',
    ]);
    const call = root.resource('module.vpc["east"]');
    expect([call.kind, call.sourceType, call.anchor]).toEqual([
      'unresolved',
      'terraform-aws-modules/vpc/aws',
      'module.vpc',
    ]);
    expect([...call.attributes.entries.keys()]).toEqual(['cidr', 'name']);
    expect(root.value('aws_subnet.a', 'vpc_id')).toMatchObject({
      symbol: {
        key: 'infra#module.vpc["east"].vpc_id',
        reason: { code: 'unresolved-module', subject: 'module.vpc["east"].vpc_id' },
      },
    });
    expect(root.plain('aws_subnet.b', 'tags')).toEqual({ Same: { $unknown: 'module.vpc["east"].vpc_id' } });
  });

  test('a missing folder is a warning', () => {
    const root = evaluateFiles({ 'infra/main.tf': 'module "vault" { source = "./vualt" }' });
    expect(root.messages).toEqual([
      'infra/main.tf:1:1 warning input/unresolved-module The folder of module "vault", "./vualt", does not exist or lies outside the scanned tree.',
    ]);
    expect(root.addresses).toEqual(['module.vault']);
  });

  test('what terraform init downloaded is read, and is not ours', () => {
    const root = evaluateFiles({
      'infra/main.tf': 'module "backup" { source = "example/backup/aws" }',
      'infra/.terraform/modules/modules.json':
        '{"Modules":[{"Key":"","Source":"","Dir":"."},{"Key":"backup","Source":"example/backup/aws","Dir":".terraform/modules/backup"}]}',
      'infra/.terraform/modules/backup/main.tf': 'module "vault" { source = "./vault" }',
      'infra/.terraform/modules/backup/vault/main.tf': vault,
    });
    expect(root.addresses).toEqual(['module.backup.module.vault.aws_backup_vault.this']);
    expect(root.resource('module.backup.module.vault.aws_backup_vault.this').calls.map(({ ours }) => ours)).toEqual([
      false,
      false,
    ]);
  });
});

describe('a file that could not be read whole', () => {
  test('leaves what it may declare unknown, and the rest is evaluated', () => {
    const root = evaluateFiles({
      'infra/broken.tf': 'variable "days" {\n  default = = 7\n',
      'infra/main.tf':
        'resource "aws_db_instance" "main" {\n  backup_retention_period = local.days\n  engine = "postgres"\n}',
    });
    expect(root.messages.some((message) => message.includes('error input/syntax'))).toBe(true);
    expect(root.plain('aws_db_instance.main', 'backup_retention_period')).toEqual({ $unknown: 'local.days' });
    expect(root.plain('aws_db_instance.main', 'engine')).toBe('postgres');
  });
});

describe('settings of the root', () => {
  test('hold the backend with its type', () => {
    const root = evaluateFiles({
      'infra/main.tf': `terraform { required_version = ">= 1.5" }
        terraform {
          backend "s3" {
            bucket = "state"
            region = "us-east-1"
          }
        }`,
    });
    const settings = root.resource('terraform');
    expect([settings.kind, settings.sourceType, placeOf(settings.header)]).toEqual([
      'settings',
      'terraform',
      'infra/main.tf:2:9',
    ]);
    expect(root.plain('terraform', 'required_version')).toBe('>= 1.5');
    expect(root.plain('terraform', 'backend')).toEqual([{ bucket: 'state', region: 'us-east-1', type: 's3' }]);
  });

  test('stand at the first block where there are none', () => {
    const root = evaluateFiles({ 'infra/main.tf': '\nresource "aws_vpc" "main" {}' });
    expect(placeOf(root.resource('terraform').header)).toBe('infra/main.tf:2:1');
  });
});

describe('wrapping changes nothing but the addresses', () => {
  const body = `variable "zones" { default = ["a", "b"] }
    resource "aws_backup_vault" "main" { name = "dr" }
    resource "aws_subnet" "s" {
      for_each          = toset(var.zones)
      availability_zone = "eu-west-1\${each.key}"
    }
    resource "aws_backup_plan" "p" {
      dynamic "rule" {
        for_each = ["daily"]
        content { target_vault_name = aws_backup_vault.main.name }
      }
    }
    provider "aws" { region = "eu-west-1" }`;
  const flat = evaluateFiles({ 'infra/main.tf': body });

  test.each([
    ['a module', '', 'module.wrapped.'],
    ['a counted module', 'count = 1', 'module.wrapped[0].'],
    ['a keyed module', 'for_each = toset(["k"])', 'module.wrapped["k"].'],
  ])('in %s', (_, meta, prefix) => {
    const wrapped = evaluateFiles({
      'infra/main.tf': `module "wrapped" {\n  source = "../inner"\n  ${meta}\n}`,
      'inner/main.tf': body,
    });
    expect(wrapped.addresses).toEqual(flat.addresses.map((address) => prefix + address));
    for (const { address, attributes } of flat.resources.filter(({ kind }) => kind !== 'settings')) {
      for (const name of attributes.entries.keys()) {
        expect(wrapped.plain(prefix + address, name)).toEqual(flat.plain(address, name));
      }
      expect(wrapped.resource(prefix + address).region).toMatchObject({ value: 'eu-west-1' });
    }
  });
});
