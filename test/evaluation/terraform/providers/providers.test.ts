import { describe, expect, test } from 'vitest';
import { evaluateFiles, plainValue } from '../../../helpers/terraform.ts';

const providers =
  'provider "aws" { region = "us-east-1" }\nprovider "aws" {\n  alias  = "dr"\n  region = var.dr_region\n}\nvariable "dr_region" { default = "us-west-2" }';
const vault = 'resource "aws_backup_vault" "v" {}';

function regionOf(files: Readonly<Record<string, string>>, address: string): unknown {
  return plainValue(evaluateFiles(files).resource(address).region);
}

describe('the Region of a resource', () => {
  test.each([
    ['its default provider', vault, 'us-east-1'],
    ['an alias', 'resource "aws_backup_vault" "v" { provider = aws.dr }', 'us-west-2'],
    ['an alias in quotes', 'resource "aws_backup_vault" "v" { provider = "aws.dr" }', 'us-west-2'],
    [
      'an alias that is configured nowhere',
      'resource "aws_backup_vault" "v" { provider = aws.nowhere }',
      { $unknown: 'the Region of provider "aws.nowhere"' },
    ],
  ])('comes from %s', (_, main, region) => {
    expect(regionOf({ 'infra/main.tf': main, 'infra/providers.tf': providers }, 'aws_backup_vault.v')).toEqual(region);
  });

  test.each([
    ['inherits the default provider', '', vault, 'us-east-1'],
    ['is given another default', 'providers = { aws = aws.dr }', vault, 'us-west-2'],
    [
      'is given an alias by another name',
      'providers = { aws.secondary = aws.dr }',
      'resource "aws_backup_vault" "v" { provider = aws.secondary }',
      'us-west-2',
    ],
    [
      'is given the default as an alias',
      'providers = { aws.primary = aws }',
      'resource "aws_backup_vault" "v" { provider = aws.primary }',
      'us-east-1',
    ],
    [
      'does not inherit aliases',
      '',
      'resource "aws_backup_vault" "v" { provider = aws.dr }',
      { $unknown: 'the Region of provider "aws.dr"' },
    ],
    ['has a provider of its own', '', `${vault}\nprovider "aws" { region = "eu-west-1" }`, 'eu-west-1'],
    [
      'calls a module of its own',
      'providers = { aws = aws.dr }',
      'module "inner" { source = "../inner" }',
      'us-west-2',
      'module.m.module.inner.aws_backup_vault.v',
    ],
  ])('in a module that %s', (_, passed, body, region, address = 'module.m.aws_backup_vault.v') => {
    const files = {
      'infra/main.tf': `module "m" {\n  source = "../m"\n  ${passed}\n}`,
      'infra/providers.tf': providers,
      'm/main.tf': body,
      'inner/main.tf': vault,
    };
    expect(regionOf(files, address)).toEqual(region);
  });

  test('is none for providers of no cloud', () => {
    expect(regionOf({ 'infra/main.tf': 'resource "random_id" "suffix" {}' }, 'random_id.suffix')).toBeUndefined();
  });

  test('is that of the deployment where the code states none', () => {
    const { region } = evaluateFiles({ 'infra/main.tf': vault }, { region: 'eu-west-1' }).resource(
      'aws_backup_vault.v',
    );
    expect([plainValue(region), region?.marks.perDeployment]).toEqual(['eu-west-1', true]);
  });
});

describe('a provider without a Region', () => {
  test.each([
    [
      'no provider block at all',
      vault,
      [
        'infra/main.tf:1:1 note input/provider-unconfigured provider.aws is configured nowhere, and one resource uses it: their Region is not known.',
      ],
    ],
    [
      'aliases alone leave the default open',
      `${vault}\nprovider "aws" {\n  alias = "dr"\n  region = "us-west-2"\n}`,
      [
        'infra/main.tf:1:1 note input/provider-unconfigured provider.aws is configured nowhere, and one resource uses it: their Region is not known.',
      ],
    ],
    [
      'a block without region',
      `provider "aws" {}\n${vault}`,
      [
        'infra/main.tf:1:1 note input/provider-unconfigured provider.aws sets no region, and one resource uses it: their Region is not known.',
      ],
    ],
  ])('%s', (_, main, messages) => {
    expect(evaluateFiles({ 'infra/main.tf': main }, { library: false }).messages).toEqual(messages);
  });

  test('does not matter to what lies in no Region', () => {
    const role = 'data "aws_caller_identity" "me" {}\nresource "aws_iam_role" "backup" { name = "backup" }';
    expect(evaluateFiles({ 'infra/main.tf': role }, { library: false }).messages).toEqual([]);
  });

  test.each([
    ['a library, whose caller passes them', { library: true }],
    ['a root that is told its Region', { region: 'us-east-1' }],
  ])('is no trouble of %s', (_, options) => {
    const library = `${vault}\nresource "aws_backup_vault" "dr" { provider = aws.dr }`;
    expect(evaluateFiles({ 'infra/main.tf': library }, options).messages).toEqual([]);
  });

  test('is one unknown for all of its resources', () => {
    const root = evaluateFiles({ 'infra/main.tf': `${vault}\nmodule "m" { source = "../m" }`, 'm/main.tf': vault });
    for (const address of ['aws_backup_vault.v', 'module.m.aws_backup_vault.v']) {
      expect(root.resource(address)).toMatchObject({
        scope: 'infra#provider.aws',
        region: { symbol: { key: 'infra#provider.aws.region' } },
      });
    }
  });
});

describe('the account', () => {
  const account = (provider: string, more = '') =>
    evaluateFiles({ 'infra/main.tf': `provider "aws" {\n${provider}\n}\n${vault}\n${more}` }).resource(
      'aws_backup_vault.v',
    ).account;

  test.each([
    [
      'of the role that is assumed',
      'assume_role { role_arn = "arn:aws:iam::111122223333:role/deploy" }',
      '111122223333',
    ],
    ['that alone is allowed', 'allowed_account_ids = ["111122223333"]', '111122223333'],
    [
      'one of several is not known',
      'allowed_account_ids = ["111122223333", "444455556666"]',
      { $unknown: 'the account of provider "aws"' },
    ],
    [
      'an unknown one in the role',
      'assume_role { role_arn = "arn:aws:iam::${var.account}:role/deploy" }',
      { $unknown: 'var.account' },
    ],
  ])('%s', (_, provider, value) => {
    expect(plainValue(account(provider, 'variable "account" {}'))).toEqual(value);
  });

  test('is shared by providers that differ in nothing but the Region', () => {
    const root = evaluateFiles({
      'infra/main.tf': `${vault}\nresource "aws_backup_vault" "dr" { provider = aws.dr }\nresource "aws_backup_vault" "other" { provider = aws.other }
        provider "aws" {
          alias   = "other"
          region  = "us-west-2"
          profile = "other"
        }`,
      'infra/providers.tf': providers,
    });
    const keyOfAccount = (address: string) => {
      const value = root.resource(address).account;
      return value?.kind === 'unknown' ? value.symbol.key : value;
    };
    expect(keyOfAccount('aws_backup_vault.v')).toBe('account');
    expect(keyOfAccount('aws_backup_vault.dr')).toBe('account');
    expect(keyOfAccount('aws_backup_vault.other')).toBe('infra#provider.aws("other").account');
  });
});

test('default tags come from the provider', () => {
  const { defaultTags } = evaluateFiles({
    'infra/main.tf': `provider "aws" {\n  default_tags {\n    tags = { Team = "orders" }\n  }\n}\n${vault}`,
  }).resource('aws_backup_vault.v');
  expect(plainValue(defaultTags)).toEqual({ Team: 'orders' });
});

describe('data sources that the code answers', () => {
  const declarations = `
    data "aws_region" "here" {}
    data "aws_region" "there" { provider = aws.dr }
    data "aws_region" "stated" { region = "eu-west-1" }
    data "aws_region" "named" { name = "eu-central-1" }
    data "aws_region" "endpoint" { endpoint = "ec2.eu-west-1.amazonaws.com" }
    data "aws_default_tags" "here" { provider = aws.tagged }
    data "aws_partition" "china" { region = "cn-north-1" }
    data "aws_partition" "here" {}
    data "aws_caller_identity" "me" {}
    data "aws_availability_zones" "here" { state = "available" }
    data "aws_availability_zones" "there" { provider = aws.dr }
    data "aws_vpc" "shared" { cidr_block = "10.0.0.0/16" }
    data "terraform_remote_state" "primary" {
      backend = "s3"
      config  = { key = "primary" }
    }`;
  const probe = (expression: string) => {
    const main = `${declarations}\nresource "null_resource" "probe" { triggers = { value = ${expression} } }`;
    const tagged =
      'provider "aws" {\n  alias  = "tagged"\n  region = "us-east-1"\n  default_tags { tags = { Team = "orders" } }\n}';
    const triggers = evaluateFiles({ 'infra/main.tf': main, 'infra/providers.tf': `${providers}\n${tagged}` }).value(
      'null_resource.probe',
      'triggers',
    );
    return triggers?.kind === 'map' ? triggers.entries.get('value') : triggers;
  };

  test.each([
    ['the Region', 'data.aws_region.here.name', 'us-east-1'],
    ['of an alias', 'data.aws_region.there.id', 'us-west-2'],
    ['by its own argument', 'data.aws_region.stated.region', 'eu-west-1'],
    ['by its name', 'data.aws_region.named.id', 'eu-central-1'],
    [
      'not that of an endpoint elsewhere',
      'data.aws_region.endpoint.name',
      { $unknown: 'an attribute that only AWS can tell' },
    ],
    ['tags of the provider', 'data.aws_default_tags.here.tags', { Team: 'orders' }],
    ['the partition', 'data.aws_partition.here.partition', 'aws'],
    ['the suffix of its endpoints', 'data.aws_partition.china.dns_suffix', 'amazonaws.com.cn'],
    ['the prefix of its service names', 'data.aws_partition.china.reverse_dns_prefix', 'cn.com.amazonaws'],
    ['a zone by name', '"${data.aws_region.here.name}a"', 'us-east-1a'],
    ['zones: so many as are taken', 'length(slice(sort(data.aws_availability_zones.here.names), 0, 2))', 2],
    ['a zone is a name', 'length(regexall("^[a-z]{2}-", data.aws_availability_zones.here.names[0])) > 0', true],
    [
      'of which the letter is not known',
      'length(regexall("a$", data.aws_availability_zones.here.names[0]))',
      { $unknown: 'the Availability Zones of the Region' },
    ],
    [
      'an id of a zone is no name',
      'length(regexall("^[a-z]{2}-", data.aws_availability_zones.here.zone_ids[0]))',
      { $unknown: 'the Availability Zones of the Region' },
    ],
    ['a written argument', 'data.aws_vpc.shared.cidr_block', '10.0.0.0/16'],
    ['the rest only AWS can tell', 'data.aws_vpc.shared.id', { $ref: 'data.aws_vpc.shared.id' }],
    [
      "another root's outputs",
      'data.terraform_remote_state.primary.outputs.vpc_id',
      { $unknown: 'an output of another root, through terraform_remote_state' },
    ],
  ])('%s', (_, expression, value) => {
    expect(plainValue(probe(expression))).toEqual(value);
  });

  test.each([
    ['data.aws_availability_zones.here.names[1]', 'us-east-1|zone[1]'],
    ['slice(data.aws_availability_zones.there.names, 0, 2)[1]', 'us-west-2|zone[1]'],
    ['slice(sort(data.aws_availability_zones.here.names), 0, 2)[0]', 'us-east-1|zone[0]'],
    ['element(data.aws_availability_zones.here.names, 1)', 'us-east-1|zone[1]'],
    ['data.aws_caller_identity.me.account_id', 'account'],
  ])('%s has the identity %s', (expression, key) => {
    expect(probe(expression)).toMatchObject({ symbol: { key } });
  });

  test('what a lookup gives belongs to the deployment', () => {
    expect(probe('data.aws_vpc.shared.id')?.marks.perDeployment).toBe(true);
  });
});

// OpenTofu 1.9: https://opentofu.org/docs/language/providers/configuration/
describe('a provider with for_each', () => {
  const byRegion = (collection: string, region = 'each.value') =>
    `provider "aws" {\n  alias    = "by_region"\n  for_each = ${collection}\n  region   = ${region}\n}`;
  const regions = 'toset(["us-east-1", "eu-west-1"])';
  const chosen = (index: string, more = '') =>
    `resource "aws_backup_vault" "v" {\n  ${more}\n  provider = aws.by_region[${index}]\n}`;

  test.each([
    { what: 'an instance by its key', collection: regions, main: chosen('"eu-west-1"'), region: 'eu-west-1' },
    {
      what: 'an instance of a map',
      collection: '{ dr = "us-west-2" }',
      main: chosen('"dr"'),
      region: 'us-west-2',
    },
    {
      what: 'the key of the resource',
      collection: regions,
      main: chosen('each.key', `for_each = ${regions}`),
      address: 'aws_backup_vault.v["us-east-1"]',
      region: 'us-east-1',
    },
    {
      what: 'a set that is not known: the key is the Region all the same',
      collection: 'toset(var.regions)',
      main: `variable "regions" {}\n${chosen('"eu-west-1"')}`,
      region: 'eu-west-1',
    },
    {
      what: 'a key that is not known',
      collection: regions,
      main: `variable "here" {}\n${chosen('var.here')}`,
      region: { $unknown: 'var.here' },
    },
    {
      what: 'no key',
      collection: regions,
      main: 'resource "aws_backup_vault" "v" { provider = aws.by_region }',
      region: { $invalid: 'each.value has no meaning here.' },
    },
    {
      what: 'a key that the map does not have',
      collection: '{ dr = "us-west-2" }',
      main: chosen('"primary"'),
      region: { $invalid: 'There is no "primary" in it.' },
    },
  ])('$what', ({ collection, main, region, address = 'aws_backup_vault.v' }) => {
    expect(regionOf({ 'infra/main.tf': `${byRegion(collection)}\n${main}` }, address)).toEqual(region);
  });

  test('goes to the instances of a module, each its own', () => {
    const files = {
      'infra/main.tf': `${byRegion(regions)}\nmodule "m" {\n  source    = "../m"\n  for_each  = ${regions}\n  providers = { aws = aws.by_region[each.key] }\n}`,
      'm/main.tf': vault,
    };
    const root = evaluateFiles(files);
    const found = root.resources.filter(({ kind }) => kind === 'resource');
    expect(found.map(({ address, region, scope }) => [address, plainValue(region), scope])).toEqual([
      ['module.m["eu-west-1"].aws_backup_vault.v', 'eu-west-1', 'infra#provider.aws.by_region["eu-west-1"]'],
      ['module.m["us-east-1"].aws_backup_vault.v', 'us-east-1', 'infra#provider.aws.by_region["us-east-1"]'],
    ]);
    expect(root.messages).toEqual([]);
  });
});
