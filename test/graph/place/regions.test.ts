import { describe, expect, test } from 'vitest';
import { parseRegion } from '../../../src/core/ids.ts';
import { UnknownLeaf, isDocumentMap, type Document } from '../../../src/core/document.ts';
import { shown } from '../../helpers/facts.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';
import type { Report } from '../../../src/findings/report.ts';

function regionOf(report: Report, address: string): string | undefined {
  const { document } = nodeAt(report, address);
  const region: Document | undefined = isDocumentMap(document) ? document['region'] : undefined;
  if (region instanceof UnknownLeaf) return `? ${region.symbol().reason.subject}`;
  return typeof region === 'string' ? region : undefined;
}

const table = (name: string, extra = ''): string => `
resource "aws_dynamodb_table" "${name}" {
  name     = "${name}"
  hash_key = "id"
  ${extra}
}`;

describe('the Region of a Terraform resource', () => {
  const provider = 'provider "aws" { region = "eu-west-1" }\n';
  const aliased = 'provider "aws" {\n  alias  = "recovery"\n  region = "eu-central-1"\n}\n';
  const cases: readonly (readonly [what: string, main: string, region: string | undefined])[] = [
    ['of the default provider', provider + table('orders'), 'eu-west-1'],
    ['of an aliased provider', provider + aliased + table('orders', 'provider = aws.recovery'), 'eu-central-1'],
    [
      "its own argument is stronger than the provider's",
      provider + table('orders', 'region = "eu-north-1"'),
      'eu-north-1',
    ],
    [
      'a variable with a default',
      'variable "r" { default = "us-east-2" }\nprovider "aws" { region = var.r }\n' + table('orders'),
      'us-east-2',
    ],
    [
      'a variable without a value is unknown',
      'variable "r" {}\nprovider "aws" { region = var.r }\n' + table('orders'),
      '? var.r',
    ],
  ];
  test.each(cases)('%s', async (_, main, region) => {
    const report = await lintText({ 'main.tf': main });
    expect(regionOf(report, 'aws_dynamodb_table.orders')).toBe(region);
  });

  test('follows from a written zone for everything of the same provider', async () => {
    const report = await lintText({
      'main.tf': `
variable "r" {}
provider "aws" { region = var.r }
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "ap-south-1a"
}
${table('orders')}`,
    });
    expect(regionOf(report, 'aws_dynamodb_table.orders')).toBe('ap-south-1');
  });

  const networks = `
variable "r" {}
provider "aws" { region = var.r }
${aliased}
provider "aws" {
  alias  = "primary"
  region = "eu-west-1"
}
resource "aws_vpc" "main" {
  provider   = aws.primary
  cidr_block = "10.0.0.0/16"
}
resource "aws_vpc" "recovery" {
  provider   = aws.recovery
  cidr_block = "10.1.0.0/16"
}
resource "aws_subnet" "recovery" {
  provider = aws.recovery
  vpc_id   = aws_vpc.recovery.id
}`;

  test.each([
    {
      what: 'follows from the VPC that one of its resources lies in',
      code: 'resource "aws_subnet" "web" { vpc_id = aws_vpc.main.id }',
      region: 'eu-west-1',
    },
    {
      what: 'follows through a resource of another unknown Region',
      code: `
variable "s" {}
provider "aws" {
  alias  = "third"
  region = var.s
}
resource "aws_subnet" "web" {
  provider = aws.third
  vpc_id   = aws_vpc.main.id
}
resource "aws_db_subnet_group" "orders" { subnet_ids = [aws_subnet.web.id] }`,
      region: 'eu-west-1',
    },
    {
      what: 'does not follow from networks in two Regions',
      code: `
resource "aws_subnet" "web" { vpc_id = aws_vpc.main.id }
resource "aws_lb" "web" { subnets = [aws_subnet.recovery.id] }`,
      region: '? var.r',
    },
    {
      what: 'does not follow from the other end of a peering',
      code: `
variable "vpc" {}
resource "aws_vpc_peering_connection" "both" {
  vpc_id      = var.vpc
  peer_vpc_id = aws_vpc.main.id
  peer_region = "eu-west-1"
}`,
      region: '? var.r',
    },
    {
      what: 'does not follow from what may not exist',
      code: `
variable "on" { type = bool }
resource "aws_subnet" "web" {
  count  = var.on ? 1 : 0
  vpc_id = aws_vpc.main.id
}`,
      region: '? var.r',
    },
  ])('$what', async ({ code, region }) => {
    const report = await lintText({ 'main.tf': networks + code + table('orders') });
    expect(regionOf(report, 'aws_dynamodb_table.orders')).toBe(region);
  });

  test('two zones that contradict each other decide nothing', async () => {
    const zone = (name: string, at: string): string =>
      `resource "aws_subnet" "${name}" {\n  vpc_id            = "vpc-1"\n  availability_zone = "${at}"\n}\n`;
    const report = await lintText({
      'main.tf': `variable "r" {}\nprovider "aws" { region = var.r }\n${zone('a', 'ap-south-1a')}${zone('b', 'us-east-1b')}${table('orders')}`,
    });
    expect(regionOf(report, 'aws_dynamodb_table.orders')).toBe('? var.r');
  });

  test('a global service has none', async () => {
    const report = await lintText({
      'main.tf': `${provider}resource "aws_route53_zone" "shop" { name = "shop.example.com" }`,
    });
    expect(regionOf(report, 'aws_route53_zone.shop')).toBeUndefined();
  });

  test('a replica of a table lies where it says', async () => {
    const report = await lintText({ 'main.tf': provider + table('orders', 'replica { region_name = "eu-west-2" }') });
    expect(regionOf(report, 'aws_dynamodb_table.orders/replica["eu-west-2"]')).toBe('eu-west-2');
  });

  test('follows the map of providers through two modules', async () => {
    const report = await lintText({
      'main.tf': `${provider}${aliased}module "outer" {\n  source    = "./outer"\n  providers = { aws.primary = aws.recovery }\n}`,
      'outer/main.tf': `terraform {\n  required_providers {\n    aws = {\n      source                = "hashicorp/aws"\n      configuration_aliases = [aws.primary]\n    }\n  }\n}\nmodule "inner" {\n  source    = "./inner"\n  providers = { aws = aws.primary }\n}`,
      'outer/inner/main.tf': table('orders'),
    });
    expect(regionOf(report, 'module.outer.module.inner.aws_dynamodb_table.orders')).toBe('eu-central-1');
  });
});

describe('the Region of a template', () => {
  const template = 'Resources:\n  Orders:\n    Type: AWS::DynamoDB::Table\n    Properties:\n      TableName: orders\n';

  test('is the stated one', async () => {
    const region = parseRegion('sa-east-1');
    const report = await lintText({ 'stack.yaml': template }, region === undefined ? {} : { region });
    expect(regionOf(report, 'Orders')).toBe('sa-east-1');
  });

  test('is unknown, and one and the same for the whole stack, where nothing states it', async () => {
    const report = await lintText({ 'stack.yaml': template });
    expect(regionOf(report, 'Orders')).toBe('? AWS::Region');
  });
});

test('of a target that the workspace chooses, the workspace tells where it lies', async () => {
  const report = await lintText({
    'main.tf': `provider "aws" { region = "us-east-1" }
locals { copies = concat(["arn:aws:s3:::shop-copy"], terraform.workspace == "prod" ? ["arn:aws:s3:::shop-audit"] : []) }
resource "aws_s3_bucket" "shop" { bucket = "shop" }
resource "aws_s3_bucket_replication_configuration" "shop" {
  bucket = aws_s3_bucket.shop.id
  role   = "arn:aws:iam::111122223333:role/replication"
  dynamic "rule" {
    for_each = local.copies
    content {
      status = "Enabled"
      destination { bucket = rule.value }
    }
  }
}
`,
  });
  const external = [...report.graph.nodes.values()].filter(({ kind }) => kind === 'external');
  const [replica] = external.filter(({ address }) => address === 'what terraform.workspace chooses');
  expect(isDocumentMap(replica?.document) && shown(replica.document['region'])).toBe('? terraform.workspace');
});
