import { describe, expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { endsOf, lintText, nodeAt } from '../../../helpers/lint-text.ts';

const alarm = (body: string): string =>
  `resource "aws_cloudwatch_metric_alarm" "lag" {\n  alarm_name = "lag"\n  ${body}\n}\n`;
const provider = 'provider "aws" { region = "us-east-1" }\nvariable "name" {}\n';
const metric = (namespace: string, name: string, dimensions: string): string =>
  `namespace = "${namespace}"\n  metric_name = "${name}"\n  dimensions = { ${dimensions} }`;

describe('an alarm watches', () => {
  test.each([
    [
      'what a dimension refers to',
      'resource "aws_db_instance" "orders" { identifier = "orders" }',
      metric('AWS/RDS', 'ReplicaLag', 'DBInstanceIdentifier = aws_db_instance.orders.identifier'),
      ['aws_cloudwatch_metric_alarm.lag'],
    ],
    [
      'what bears the name in a dimension',
      'resource "aws_db_instance" "orders" { identifier = "orders" }',
      metric('AWS/RDS', 'ReplicaLag', 'DBInstanceIdentifier = "orders"'),
      ['aws_cloudwatch_metric_alarm.lag'],
    ],
    [
      'nothing of another name',
      'resource "aws_db_instance" "orders" { identifier = "orders" }',
      metric('AWS/RDS', 'ReplicaLag', 'DBInstanceIdentifier = "invoices"'),
      [],
    ],
    [
      'nothing of the name in another service',
      'resource "aws_docdb_cluster" "orders" { cluster_identifier = "orders" }',
      metric('AWS/RDS', 'AuroraGlobalDBReplicationLag', 'DBClusterIdentifier = "orders"'),
      [],
    ],
    [
      'perhaps anything of its kind where an input names it',
      'resource "aws_dynamodb_table" "orders" { name = "orders" }',
      metric('AWS/DynamoDB', 'ReplicationLatency', 'TableName = var.name, ReceivingRegion = "us-west-2"'),
      ['aws_cloudwatch_metric_alarm.lag?'],
    ],
    [
      'what a query of an expression is about',
      'resource "aws_s3_bucket" "orders" { bucket = "orders" }',
      'metric_query {\n    id = "m1"\n    metric {\n      namespace = "AWS/S3"\n      metric_name = "ReplicationLatency"\n      dimensions = { SourceBucket = aws_s3_bucket.orders.id, RuleId = "all" }\n    }\n  }',
      ['aws_cloudwatch_metric_alarm.lag'],
    ],
  ])('%s', async (_, watched, body, expected) => {
    const report = await lintText({ 'main.tf': `${provider}${watched}\n${alarm(body)}` });
    const address = /"(\w+)" "(\w+)"/u.exec(watched)?.slice(1).join('.') ?? '';
    expect(endsOf(report, address, 'watchedBy')).toEqual(expected);
  });
});

test('the relation has the metric, and what replicates says which tell how far its copies are behind, in both languages', async () => {
  const main = await lintText({
    'main.tf': `${provider}resource "aws_efs_file_system" "files" {}\n${alarm(metric('AWS/EFS', 'TimeSinceLastSync', 'FileSystemId = aws_efs_file_system.files.id'))}`,
  });
  const stack = await lintText({
    'stack.yaml': `Resources:
  Files: { Type: 'AWS::EFS::FileSystem' }
  Lag:
    Type: AWS::CloudWatch::Alarm
    Properties:
      Namespace: AWS/EFS
      MetricName: TimeSinceLastSync
      Dimensions: [{ Name: FileSystemId, Value: !Ref Files }]
`,
  });
  for (const [report, address] of [
    [main, 'aws_efs_file_system.files'],
    [stack, 'Files'],
  ] as const) {
    const [hop] = report.graph.follow(nodeAt(report, address).id, 'watchedBy');
    expect(hop?.relation.properties['metric']).toBe('TimeSinceLastSync');
    expect(shown(factOf(report, address, 'lagMetrics'))).toEqual(['TimeSinceLastSync']);
  }
});

test('a module that is given a database and is not on disk may watch it', async () => {
  const call = 'module "alarms" {\n  source = "example/alarms/aws"\n  database = aws_db_instance.orders.id\n}\n';
  const report = await lintText({ 'main.tf': `resource "aws_db_instance" "orders" {}\n${call}` });
  expect(endsOf(report, 'aws_db_instance.orders', 'watchedBy')).toEqual(['module.alarms?']);
});
