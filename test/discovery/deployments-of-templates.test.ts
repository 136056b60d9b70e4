/** One template that is deployed twice is judged as two templates are, each deployed once. */
import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../src/config/config.ts';
import { parseRegion } from '../../src/core/ids.ts';
import type { Report } from '../../src/findings/report.ts';
import { endsOf, lintText } from '../helpers/lint-text.ts';

const template = `
Parameters:
  Standby: { Type: String, Default: 'false' }
Conditions:
  IsStandby: !Equals [!Ref Standby, 'true']
Resources:
  Orders:
    Type: AWS::RDS::DBInstance
    Properties:
      DBInstanceIdentifier: orders
      Engine: postgres
      DBInstanceClass: db.m6g.large
      MultiAZ: !If [IsStandby, false, true]
  Receipts:
    Type: AWS::S3::Bucket
    Properties: { BucketName: !Sub 'receipts-\${AWS::Region}' }
  Web:
    Type: AWS::AutoScaling::AutoScalingGroup
    Properties: { MinSize: '2', MaxSize: '4' }
`;
const parameters = {
  'live.json': '{ "Standby": "false" }',
  'standby.json': '[{ "ParameterKey": "Standby", "ParameterValue": "true" }]',
};
const [primary, recovery] = ['us-east-1', 'us-west-2'].map((name) => parseRegion(name));
const regions = { primary, recovery: recovery === undefined ? [] : [recovery] };

function deployed(path: string, name: 'primary' | 'dr'): DeploymentConfig {
  const isPrimary = name === 'primary';
  return {
    path,
    name,
    varFiles: [],
    parameters: [isPrimary ? 'live.json' : 'standby.json'],
    region: isPrimary ? primary : recovery,
    role: undefined,
    statedAt: undefined,
  };
}

const once = [deployed('stack.yaml', 'primary')];
const twice = [...once, deployed('stack.yaml', 'dr')];

/** What was said of what, whatever the deployment is called. */
function saidIn({ verdicts, graph }: Report): readonly string[] {
  return verdicts
    .map(({ policy, node, verdict }) => {
      const { address, part, document } = graph.node(node) ?? {};
      const place = JSON.stringify(document).match(/"region":"([^"]*)"/u)?.[1] ?? '';
      return [policy, address, part, place, verdict].join(' ');
    })
    .toSorted();
}

function isEmptyIn({ verdicts }: Report): readonly string[] {
  return verdicts.flatMap(({ policy, verdict }) => (policy === 'tier/dr-region-empty' ? [verdict] : []));
}

describe('a template with two deployments', () => {
  test('is two sets of nodes, which are each other’s counterparts', async () => {
    const report = await lintText(
      { 'stack.yaml': template, ...parameters },
      { config: { deployments: twice, regions } },
    );
    const databases = [...report.graph.nodes.values()].filter(({ address }) => address === 'Orders');
    expect(databases.map(({ id }) => id)).toEqual(['stack.yaml@dr#Orders', 'stack.yaml@primary#Orders']);
    expect(databases.map(({ attributes }) => attributes['MultiAZ'])).toEqual([false, true]);
    const groups = [...report.graph.nodes.values()].filter(({ address }) => address === 'Web');
    const counterparts = groups.flatMap(({ id }) =>
      report.graph.follow(id, 'counterpartOf').map(({ node }) => `${id} of ${node.id}`),
    );
    expect(counterparts).toEqual([
      'stack.yaml@dr#Web of stack.yaml@primary#Web',
      'stack.yaml@primary#Web of stack.yaml@dr#Web',
    ]);
  });

  test('is judged as two templates with one deployment each', async () => {
    const one = await lintText({ 'stack.yaml': template, ...parameters }, { config: { deployments: twice, regions } });
    const files = { 'primary.yaml': template, 'dr.yaml': template, ...parameters };
    const apart = [deployed('primary.yaml', 'primary'), deployed('dr.yaml', 'dr')];
    const two = await lintText(files, { config: { deployments: apart, regions } });
    expect(saidIn(one)).toEqual(saidIn(two));
    expect(isEmptyIn(one)).toEqual(['pass']);
    expect(one.workloads.map(({ achievedTier }) => achievedTier)).toEqual(
      two.workloads.map(({ achievedTier }) => achievedTier),
    );
  });

  test('has something in the recovery Region, which it has not with one', async () => {
    const report = await lintText(
      { 'stack.yaml': template, ...parameters },
      { config: { deployments: once, regions } },
    );
    expect(isEmptyIn(report)).toEqual(['fail']);
  });
});

describe('an estate in both languages is one graph', () => {
  const regional = (region: string): string => `provider "aws" { region = "${region}" }\n`;
  // An ARN names an account, and nothing says that the other side lies in it: hence `?`, only possible.
  const inPrimary = [{ ...deployed('stack.yaml', 'primary'), parameters: [] }];

  test.each([
    [
      'a Terraform replica of a CloudFormation database, by its ARN',
      `Resources: { Orders: { Type: AWS::RDS::DBInstance, Properties: { DBInstanceIdentifier: orders, Engine: postgres } } }`,
      `${regional('us-west-2')}resource "aws_db_instance" "replica" {
  identifier          = "orders-replica"
  instance_class      = "db.m6g.large"
  replicate_source_db = "arn:aws:rds:us-east-1:111122223333:db:orders"
}`,
      ['Orders', 'replicatesTo', 'aws_db_instance.replica?'],
    ],
    [
      'a CloudFormation replica of a Terraform database',
      `Resources: { Replica: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:us-west-2:111122223333:db:orders', DBInstanceIdentifier: replica } } }`,
      `${regional('us-west-2')}resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
}`,
      ['aws_db_instance.orders', 'replicatesTo', 'Replica?'],
    ],
    [
      'a CloudFormation bucket that replicates to a Terraform bucket',
      `Resources: { Receipts: { Type: AWS::S3::Bucket, Properties: { BucketName: receipts, VersioningConfiguration: { Status: Enabled }, ReplicationConfiguration: { Role: 'arn:aws:iam::111122223333:role/replication', Rules: [{ Id: all, Status: Enabled, Prefix: '', Destination: { Bucket: 'arn:aws:s3:::receipts-copy' } }] } } } }`,
      `${regional('us-west-2')}resource "aws_s3_bucket" "copy" { bucket = "receipts-copy" }`,
      ['Receipts', 'replicatesTo', 'aws_s3_bucket.copy'],
    ],
    [
      'a Terraform bucket that replicates to a CloudFormation bucket',
      `Resources: { Copy: { Type: AWS::S3::Bucket, Properties: { BucketName: receipts-copy } } }`,
      `${regional('us-west-2')}resource "aws_s3_bucket" "receipts" { bucket = "receipts" }
resource "aws_s3_bucket_replication_configuration" "all" {
  bucket = aws_s3_bucket.receipts.id
  role   = "arn:aws:iam::111122223333:role/replication"
  rule {
    id     = "all"
    status = "Enabled"
    filter {}
    destination { bucket = "arn:aws:s3:::receipts-copy" }
  }
}`,
      ['aws_s3_bucket.receipts', 'replicatesTo', 'Copy'],
    ],
  ])('%s', async (_, cloudFormation, terraform, [from, verb, to]) => {
    const files = { 'stack.yaml': cloudFormation, 'infra/main.tf': terraform };
    const report = await lintText(files, { config: { deployments: inPrimary } });
    expect(endsOf(report, from ?? '', verb ?? '')).toEqual([to]);
  });
});
