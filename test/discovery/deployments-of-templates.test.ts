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

/** What was said of what, whatever the deployment is called; but not of how often code is deployed and what it spells out. */
function saidIn({ verdicts, graph }: Report): readonly string[] {
  return verdicts
    .filter(({ policy }) => policy !== 'iac/explicit-names' && policy !== 'iac/hardcoded-region')
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

/** Each of them states a parameter file for the primary stack and one for its standby. */
const forms: readonly (readonly [
  what: string,
  files: Readonly<Record<string, string>>,
  stated: readonly [primary: string, dr: string],
])[] = [
  [
    'the list of the command line',
    {
      'live.json': '[{ "ParameterKey": "Standby", "ParameterValue": "false" }]',
      'dr.json': '[{ "ParameterKey": "Standby", "ParameterValue": "true" }]',
    },
    ['live.json', 'dr.json'],
  ],
  [
    'texts in a list',
    { 'live.json': '["Standby=false"]', 'dr.json': '["ParameterKey=Standby,ParameterValue=true"]' },
    ['live.json', 'dr.json'],
  ],
  [
    'the template configuration of CodePipeline',
    {
      'live.json': '{ "Parameters": { "Standby": "false" } }',
      'dr.json': '{ "Parameters": { "Standby": "true" }, "StackPolicy": { "Statement": [] } }',
    },
    ['live.json', 'dr.json'],
  ],
  [
    'deployment files of Git sync',
    {
      'live.yaml': "template-file-path: stack.yaml\nparameters: { Standby: 'false' }",
      'dr.yaml': "template-file-path: stack.yaml\nparameters: { Standby: 'true' }",
    },
    ['live.yaml', 'dr.yaml'],
  ],
  [
    'environments of samconfig.toml',
    {
      'samconfig.toml': `[live.deploy.parameters]
parameter_overrides = "Standby=false"
[dr.deploy.parameters]
parameter_overrides = ["Standby=true"]
`,
    },
    ['samconfig.toml#live', 'samconfig.toml#dr'],
  ],
  [
    'environments of samconfig.yaml',
    {
      'samconfig.yaml': `version: 0.1
live: { deploy: { parameters: { parameter_overrides: Standby=false } } }
dr:
  deploy:
    parameters:
      parameter_overrides:
        - Standby=true
`,
    },
    ['samconfig.yaml#live', 'samconfig.yaml#dr'],
  ],
  ['lines of text', { 'live.params': 'Standby=false\n', 'dr.params': 'Standby=true\n' }, ['live.params', 'dr.params']],
];

describe('deployments by', () => {
  const withFiles = (path: string, [live, dr]: readonly [string, string]): readonly DeploymentConfig[] => [
    { ...deployed(path, 'primary'), parameters: [live] },
    { ...deployed(path, 'dr'), parameters: [dr] },
  ];

  test.each(forms)('%s are judged as two templates with the values in them', async (_, files, stated) => {
    const literally = (standby: string): string => template.replace("Default: 'false'", `Default: '${standby}'`);
    const twoTemplates = { 'primary.yaml': literally('false'), 'dr.yaml': literally('true') };
    const apart = [
      { ...deployed('primary.yaml', 'primary'), parameters: [] },
      { ...deployed('dr.yaml', 'dr'), parameters: [] },
    ];
    const two = await lintText(twoTemplates, { config: { deployments: apart, regions } });
    const deployments = withFiles('stack.yaml', stated);
    const one = await lintText({ 'stack.yaml': template, ...files }, { config: { deployments, regions } });
    expect(one.diagnostics).toEqual([]);
    expect(saidIn(one)).toEqual(saidIn(two));
    expect(isEmptyIn(one)).toEqual(['pass']);
    const alone = await lintText(
      { 'stack.yaml': template, ...files },
      { config: { deployments: deployments.slice(0, 1), regions } },
    );
    expect(isEmptyIn(alone)).toEqual(['fail']);
  });

  test.each(forms.filter(([what]) => !what.startsWith('environments') && !what.includes('Git')))(
    '%s are the same as --parameters',
    async (_, files, [, dr]) => {
      const all = { 'stack.yaml': template, ...files };
      const stated = { path: 'stack.yaml', name: undefined, varFiles: [], parameters: [dr], role: undefined };
      const byConfig = await lintText(all, {
        config: { deployments: [{ ...stated, region: primary, statedAt: undefined }], regions },
      });
      const byFlags = await lintText(all, {
        parameters: [dr],
        config: { regions },
        ...(primary !== undefined && { region: primary }),
      });
      expect(saidIn(byFlags)).toEqual(saidIn(byConfig));
      expect(saidIn(byFlags)).toContain('rds/multi-az Orders  us-east-1 fail');
    },
  );
});

describe('a parameter file that can not be read', () => {
  test.each([
    ['is not there', {}, 'input/unreadable'],
    ['is broken', { 'live.json': '{ "Standby": ' }, 'input/syntax'],
    ['holds something else', { 'live.json': '[{ "Name": "Standby", "Value": "false" }]' }, 'input/syntax'],
  ])('and %s leaves the parameters unknown, whatever their defaults are', async (_, files, code) => {
    const report = await lintText({ 'stack.yaml': template, ...files }, { config: { deployments: once, regions } });
    expect(report.diagnostics.map((each) => each.code)).toContain(code);
    const verdict = report.verdicts.find((each) => each.policy === 'rds/multi-az');
    expect(verdict).toMatchObject({ verdict: 'unknown', message: expect.stringContaining('live.json') });
  });

  test('does not touch what a later file states', async () => {
    const stated = once.map((each) => ({ ...each, parameters: ['missing.json', 'live.json'] }));
    const report = await lintText(
      { 'stack.yaml': template, ...parameters },
      { config: { deployments: stated, regions } },
    );
    expect(report.verdicts.find((each) => each.policy === 'rds/multi-az')?.verdict).toBe('pass');
  });
});

test('two deployments of one template export values of their own', async () => {
  const exporting = `
Parameters: { Shard: { Type: String } }
Resources: { Orders: { Type: AWS::SQS::Queue } }
Outputs: { Name: { Value: !Sub 'orders-\${Shard}', Export: { Name: !Sub 'name-\${Shard}' } } }
`;
  const importing = `
Resources:
  First: { Type: AWS::S3::Bucket, Properties: { BucketName: !ImportValue name-one } }
  Second: { Type: AWS::S3::Bucket, Properties: { BucketName: !ImportValue name-two } }
`;
  const files = {
    'a.yaml': exporting,
    'b.yaml': importing,
    'one.json': '{"Shard":"one"}',
    'two.json': '{"Shard":"two"}',
  };
  const stack = (path: string, name: string, stated: readonly string[]): DeploymentConfig => ({
    ...deployed(path, 'primary'),
    name,
    parameters: stated,
  });
  const deployments = [
    stack('a.yaml', 'one', ['one.json']),
    stack('a.yaml', 'two', ['two.json']),
    stack('b.yaml', 'b', []),
  ];
  const { graph } = await lintText(files, { config: { deployments, regions } });
  const buckets = [...graph.nodes.values()].filter(({ type }) => type === 'AWS::S3::Bucket');
  expect(buckets.map(({ attributes }) => attributes['BucketName'])).toEqual(['orders-one', 'orders-two']);
});

describe('an estate in both languages is one graph', () => {
  const regional = (region: string): string => `provider "aws" { region = "${region}" }\n`;
  // A replica's source is of its own account, whatever account its ARN names.
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
      ['Orders', 'replicatesTo', 'aws_db_instance.replica'],
    ],
    [
      'a CloudFormation replica of a Terraform database',
      `Resources: { Replica: { Type: AWS::RDS::DBInstance, Properties: { SourceDBInstanceIdentifier: 'arn:aws:rds:us-west-2:111122223333:db:orders', DBInstanceIdentifier: replica } } }`,
      `${regional('us-west-2')}resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
}`,
      ['aws_db_instance.orders', 'replicatesTo', 'Replica'],
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
