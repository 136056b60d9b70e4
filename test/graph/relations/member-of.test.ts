import { describe, expect, test } from 'vitest';
import { endsOf, lintText, nodeAt } from '../../helpers/lint-text.ts';

const cluster =
  'resource "aws_rds_cluster" "orders" {\n  cluster_identifier = "orders"\n  engine = "aurora-mysql"\n}\n';
const instance = (of: string, more = ''): string =>
  `resource "aws_rds_cluster_instance" "orders" {\n  ${more}\n  cluster_identifier = ${of}\n  engine = "aurora-mysql"\n}\n`;

describe('instances of a cluster', () => {
  test.each([
    ['by reference', 'aws_rds_cluster.orders.id', ['aws_rds_cluster_instance.orders']],
    ['by name', '"orders"', ['aws_rds_cluster_instance.orders']],
    ['of another cluster', '"invoices"', []],
    ['of a cluster that an input names', 'var.cluster', ['aws_rds_cluster_instance.orders?']],
    ['of a cluster that is looked up', 'data.aws_rds_cluster.shared.id', []],
  ])('%s', async (_, of, expected) => {
    const inputs = 'provider "aws" { region = "us-east-1" }\nvariable "cluster" {}\n';
    const lookup = 'data "aws_rds_cluster" "shared" {\n  cluster_identifier = "shared"\n}\n';
    const report = await lintText({ 'main.tf': inputs + lookup + cluster + instance(of) });
    expect(endsOf(report, 'aws_rds_cluster.orders', 'members')).toEqual(expected);
  });

  test('a module that is given the cluster and is not on disk may add any number', async () => {
    const call = 'module "readers" {\n  source  = "example/readers/aws"\n  cluster = aws_rds_cluster.orders.id\n}\n';
    const report = await lintText({ 'main.tf': cluster + call });
    expect(endsOf(report, 'aws_rds_cluster.orders', 'members')).toEqual(['module.readers?']);
  });

  test('one that is not given it adds none', async () => {
    const report = await lintText({ 'main.tf': `${cluster}module "other" {\n  source = "example/other/aws"\n}\n` });
    expect(endsOf(report, 'aws_rds_cluster.orders', 'members')).toEqual([]);
  });

  test('of documents and graphs, too', async () => {
    const template = `Resources:
  Documents: { Type: 'AWS::DocDB::DBCluster' }
  First: { Type: 'AWS::DocDB::DBInstance', Properties: { DBClusterIdentifier: !Ref Documents } }
  Graph: { Type: 'AWS::Neptune::DBCluster' }
  Second: { Type: 'AWS::Neptune::DBInstance', Properties: { DBClusterIdentifier: !Ref Graph } }
`;
    const report = await lintText({ 'stack.yaml': template });
    expect(endsOf(report, 'Documents', 'members')).toEqual(['First']);
    expect(endsOf(report, 'Graph', 'members')).toEqual(['Second']);
  });
});

test.each([
  ['by reference', '"cluster:${aws_rds_cluster.orders.cluster_identifier}"', '2', 'rds:cluster:ReadReplicaCount', 2],
  ['by name', '"cluster:orders"', '1', 'rds:cluster:ReadReplicaCount', 1],
  ['none at least', '"cluster:orders"', '0', 'rds:cluster:ReadReplicaCount', 0],
  ['of another cluster', '"cluster:invoices"', '2', 'rds:cluster:ReadReplicaCount', 0],
  ['of something else', '"cluster:orders"', '2', 'neptune:cluster:ReadReplicaCount', 0],
])('readers that are added by load, %s', async (_, id, least, dimension, expected) => {
  const target = `resource "aws_appautoscaling_target" "readers" {
  service_namespace  = "rds"
  scalable_dimension = "${dimension}"
  resource_id        = ${id}
  min_capacity       = ${least}
  max_capacity       = 5
}
`;
  const report = await lintText({ 'main.tf': `provider "aws" { region = "us-east-1" }\n${cluster}${target}` });
  expect(endsOf(report, 'aws_rds_cluster.orders', 'members')).toHaveLength(expected);
});

describe('the zones of a cluster', () => {
  test.each([
    ['as its instances name them, each once', ['"us-east-1a"', '"us-east-1b"', '"us-east-1a"'], 2],
    ['two places of a list are two zones', ['local.zones[0]', 'local.zones[1]'], 2],
    ['an instance without a zone is spread by AWS', ['"us-east-1a"', 'null'], undefined],
  ])('%s', async (_, zones, expected) => {
    const lookup =
      'data "aws_availability_zones" "here" {}\nlocals {\n  zones = data.aws_availability_zones.here.names\n}\n';
    const members = zones.map((zone, index) =>
      instance('aws_rds_cluster.orders.id', `availability_zone = ${zone}`).replace('"orders"', `"orders_${index}"`),
    );
    const report = await lintText({ 'main.tf': [lookup, cluster, ...members].join('\n') });
    const { document } = nodeAt(report, 'aws_rds_cluster.orders');
    expect(spannedBy(document)).toBe(expected);
  });
});

function spannedBy(document: object | string | number | boolean | null): number | undefined {
  const { facts } = JSON.parse(JSON.stringify(document));
  return facts.zonesSpanned?.length;
}
