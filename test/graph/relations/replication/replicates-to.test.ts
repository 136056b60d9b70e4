import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const providers = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;

describe('read replicas', () => {
  const source = 'resource "aws_db_instance" "orders" {\n  identifier = "orders"\n  engine     = "postgres"\n}\n';
  const replica = (of: string, more = ''): string =>
    `resource "aws_db_instance" "copy" {\n  provider            = aws.west\n  replicate_source_db = ${of}\n${more}}\n`;

  test.each([
    ['by ARN', 'aws_db_instance.orders.arn', ['aws_db_instance.copy']],
    ['by identifier', 'aws_db_instance.orders.identifier', ['aws_db_instance.copy']],
    // An identifier names a database of the own Region only.
    ['by a literal name, which means one of its own Region', '"orders"', []],
    [
      'a literal ARN, whose account can only be the own one',
      '"arn:aws:rds:us-east-1:111122223333:db:orders"',
      ['aws_db_instance.copy'],
    ],
    ['another database', '"arn:aws:rds:us-east-1:111122223333:db:billing"', []],
  ])('%s', async (_, of, expected) => {
    const report = await lintText({ 'main.tf': providers + source + replica(of) });
    expect(endsOf(report, 'aws_db_instance.orders', 'replicatesTo')).toEqual(expected);
  });

  test('a module that is given the database and is not on disk may replicate it', async () => {
    const call =
      'module "replica" {\n  source    = "example/replica/aws"\n  source_db = aws_db_instance.orders.arn\n}\n';
    const report = await lintText({ 'main.tf': providers + source + call });
    expect(endsOf(report, 'aws_db_instance.orders', 'replicatesTo')).toEqual(['module.replica?']);
  });

  test('a network module that is not on disk does not', async () => {
    const call =
      'module "vpc" {\n  source = "terraform-aws-modules/vpc/aws"\n  tags   = { db = aws_db_instance.orders.arn }\n}\n';
    const report = await lintText({ 'main.tf': providers + source + call });
    expect(endsOf(report, 'aws_db_instance.orders', 'replicatesTo')).toEqual([]);
  });
});

describe('global databases', () => {
  const cluster = (name: string, more: string): string =>
    `resource "aws_rds_cluster" "${name}" {\n  cluster_identifier        = "${name}"\n  engine                    = "aurora-postgresql"\n  global_cluster_identifier = aws_rds_global_cluster.shop.id\n  ${more}\n}\n`;
  const global = (more = ''): string =>
    `resource "aws_rds_global_cluster" "shop" {\n  global_cluster_identifier = "shop"\n  ${more}\n}\n`;

  test('the member with the administrator is the source', async () => {
    const main =
      providers + global() + cluster('east', 'master_username = "shop"') + cluster('west', 'provider = aws.west');
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_rds_cluster.east', 'replicatesTo')).toEqual(['aws_rds_cluster.west']);
    expect(endsOf(report, 'aws_rds_cluster.west', 'replicatesTo')).toEqual([]);
  });

  test('so is the one that the global cluster was made from', async () => {
    const east =
      'resource "aws_rds_cluster" "east" {\n  cluster_identifier = "east"\n  engine = "aurora-postgresql"\n}\n';
    const main =
      providers +
      global('source_db_cluster_identifier = aws_rds_cluster.east.arn') +
      east +
      cluster('west', 'provider = aws.west');
    const report = await lintText({ 'main.tf': main });
    expect(endsOf(report, 'aws_rds_cluster.east', 'replicatesTo')).toEqual(['aws_rds_cluster.west']);
  });
});

test('a global cluster that is declared elsewhere may have further members', async () => {
  const main = `variable "global" {}
resource "aws_rds_cluster" "east" {
  cluster_identifier        = "east"
  engine                    = "aurora-postgresql"
  global_cluster_identifier = var.global
}
`;
  const report = await lintText({ 'main.tf': providers + main });
  expect(endsOf(report, 'aws_rds_cluster.east', 'replicatesTo')).toHaveLength(1);
  expect(report.workloads[0]?.ladders[0]?.step).toEqual({ low: 0, high: 2 });
});

test('stacks of several Regions name one global cluster alike', async () => {
  const cluster = (of: string): string =>
    `  Orders: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: aurora-mysql, GlobalClusterIdentifier: ${of} } }\n`;
  const global =
    "  All: { Type: 'AWS::RDS::GlobalCluster', Properties: { GlobalClusterIdentifier: shop, SourceDBClusterIdentifier: !Ref Shop } }\n";
  const source = "  Shop: { Type: 'AWS::RDS::DBCluster', Properties: { Engine: aurora-mysql } }\n";
  const report = await lintText({
    'east.yaml': `Resources:\n${global}${source}`,
    'west.yaml': `Resources:\n${cluster('shop')}`,
    'north.yaml': `Resources:\n${cluster('invoices')}`,
  });
  const [shop] = [...report.graph.nodes.values()].filter(({ address }) => address === 'Shop');
  if (shop === undefined) throw new Error('no cluster Shop');
  expect(report.graph.follow(shop.id, 'replicatesTo').map(({ node }) => node.id)).toEqual(['west.yaml#Orders']);
});

test('a module that is given the global cluster and is not on disk may hold a secondary', async () => {
  const main = `resource "aws_rds_global_cluster" "shop" {
  global_cluster_identifier    = "shop"
  source_db_cluster_identifier = aws_rds_cluster.east.arn
}
resource "aws_rds_cluster" "east" { engine = "aurora-mysql" }
module "west" {
  source                    = "terraform-aws-modules/rds-aurora/aws"
  version                   = "5.3.0"
  global_cluster_identifier = aws_rds_global_cluster.shop.id
}
`;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_rds_cluster.east', 'replicatesTo')).toEqual(['module.west?']);
});

test('which of two members is the source is not guessed', async () => {
  const cluster = (name: string): string =>
    `resource "aws_rds_cluster" "${name}" {\n  engine = "aurora-mysql"\n  global_cluster_identifier = aws_rds_global_cluster.shop.id\n}\n`;
  const global = 'resource "aws_rds_global_cluster" "shop" {\n  global_cluster_identifier = "shop"\n}\n';
  const report = await lintText({ 'main.tf': global + cluster('east') + cluster('west') });
  expect(endsOf(report, 'aws_rds_cluster.east', 'replicatesTo')).toEqual(['aws_rds_cluster.west?']);
  expect(endsOf(report, 'aws_rds_cluster.west', 'replicatesTo')).toEqual(['aws_rds_cluster.east?']);
});

describe('buckets', () => {
  const buckets = `${providers}
resource "aws_s3_bucket" "receipts" { bucket = "receipts" }
resource "aws_s3_bucket" "copy" {
  provider = aws.west
  bucket   = "receipts-copy"
}
`;
  const rule = (status: string, destination: string): string => `variable "status" {}
resource "aws_s3_bucket_replication_configuration" "receipts" {
  bucket = aws_s3_bucket.receipts.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    status = ${status}
    destination { bucket = ${destination} }
  }
}
`;

  test.each([
    ['an enabled rule', '"Enabled"', 'aws_s3_bucket.copy.arn', ['aws_s3_bucket.copy']],
    ['a disabled rule', '"Disabled"', 'aws_s3_bucket.copy.arn', []],
    ['a rule whose status is not known', 'var.status', 'aws_s3_bucket.copy.arn', ['aws_s3_bucket.copy?']],
    [
      'a literal ARN: bucket names are unique everywhere',
      '"Enabled"',
      '"arn:aws:s3:::receipts-copy"',
      ['aws_s3_bucket.copy'],
    ],
  ])('%s', async (_, status, destination, expected) => {
    const report = await lintText({ 'main.tf': buckets + rule(status, destination) });
    expect(endsOf(report, 'aws_s3_bucket.receipts', 'replicatesTo')).toEqual(expected);
  });
});

test('a replica that another root declares as a table is that table', async () => {
  const table = (region: string, replica: string): string => `provider "aws" { region = "${region}" }
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
  ${replica}
}
`;
  const report = await lintText({
    'east/main.tf': table('us-east-1', 'replica { region_name = "us-west-2" }'),
    'west/main.tf': table('us-west-2', ''),
  });
  const east = [...report.graph.nodes.values()].find((node) => node.id === 'east#aws_dynamodb_table.orders');
  if (east === undefined) throw new Error('no table in the east');
  expect(report.graph.follow(east.id, 'replicatesTo').map(({ node }) => node.id)).toEqual([
    'east#aws_dynamodb_table.orders/replica["us-west-2"]',
    'west#aws_dynamodb_table.orders',
  ]);
});
