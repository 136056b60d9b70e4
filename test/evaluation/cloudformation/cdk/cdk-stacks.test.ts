import { describe, expect, test } from 'vitest';
import { parseRegion } from '../../../../src/core/ids.ts';
import { locationOf } from '../../../../src/core/source.ts';
import { endsOf, lintText, nodeAt } from '../../../helpers/lint-text.ts';

interface Stack {
  readonly environment?: string;
  readonly resources: Readonly<Record<string, unknown>>;
  readonly outputs?: Readonly<Record<string, unknown>>;
}

const virginia = 'aws://111122223333/us-east-1';
const oregon = 'aws://111122223333/us-west-2';

/** What CDK would write for these stacks. */
function assembly(stacks: Readonly<Record<string, Stack>>): Readonly<Record<string, string>> {
  const artifacts = Object.entries(stacks).map(([name, { environment = virginia }]) => [
    name,
    { type: 'aws:cloudformation:stack', environment, properties: { templateFile: `${name}.template.json` } },
  ]);
  const templates = Object.entries(stacks).map(([name, { resources, outputs }]) => [
    `cdk.out/${name}.template.json`,
    JSON.stringify({ Resources: resources, Outputs: outputs }),
  ]);
  const manifest = JSON.stringify({ version: '48.0.0', artifacts: Object.fromEntries(artifacts) });
  return Object.fromEntries([...templates, ['cdk.out/manifest.json', manifest]]);
}

const source = { Type: 'AWS::RDS::DBInstance', Properties: { Engine: 'postgres' } };
const replicaOf = (value: unknown): object => ({
  Type: 'AWS::RDS::DBInstance',
  Properties: { SourceDBInstanceIdentifier: value },
});
const writer = (region: string, name: string, value: unknown): object => ({
  Type: 'Custom::CrossRegionExportWriter',
  Properties: { WriterProps: { region, exports: { [name]: value } } },
});
const reader = { Type: 'Custom::CrossRegionExportReader', Properties: {} };
const read = replicaOf({ 'Fn::GetAtt': ['Reader', '/cdk/exports/customers'] });
const written = writer('us-west-2', '/cdk/exports/customers', { 'Fn::GetAtt': ['Customers', 'DBInstanceArn'] });
const exported = { Arn: { Value: { 'Fn::GetAtt': ['Customers', 'DBInstanceArn'] }, Export: { Name: 'customers' } } };

describe('what a stack reads of another', () => {
  test.each([
    {
      what: 'from another Region',
      from: { resources: { Customers: source, Writer: written } },
      to: { environment: oregon, resources: { Reader: reader, Copy: read } },
      ends: ['Customers'],
    },
    {
      what: 'what is written to a third Region',
      from: { resources: { Customers: source, Writer: written } },
      to: { environment: 'aws://111122223333/eu-west-1', resources: { Reader: reader, Copy: read } },
      ends: [],
    },
    {
      what: 'by export',
      from: { resources: { Customers: source }, outputs: exported },
      to: { resources: { Copy: replicaOf({ 'Fn::ImportValue': 'customers' }) } },
      ends: ['Customers'],
    },
    {
      what: 'an export of another Region',
      from: { resources: { Customers: source }, outputs: exported },
      to: { environment: oregon, resources: { Copy: replicaOf({ 'Fn::ImportValue': 'customers' }) } },
      ends: [],
    },
    {
      what: 'an export of what is no resource',
      from: {
        resources: { Customers: source },
        outputs: { Arn: { Value: { Ref: 'Size' }, Export: { Name: 'customers' } } },
      },
      to: { resources: { Copy: replicaOf({ 'Fn::ImportValue': 'customers' }) } },
      ends: [],
    },
  ])('$what', async ({ from, to, ends }) => {
    const report = await lintText(assembly({ From: from, To: to }));
    const found = endsOf(report, 'Copy', 'replicaOf').filter((end) => end === 'Customers' || end === 'Customers?');
    expect(found).toEqual(ends);
  });
});

describe('a list that another stack exports', () => {
  const subnet = (zone: string): object => ({ Type: 'AWS::EC2::Subnet', Properties: { AvailabilityZone: zone } });
  const group = {
    Type: 'AWS::AutoScaling::AutoScalingGroup',
    Properties: { VPCZoneIdentifier: { 'Fn::Split': ['||', { 'Fn::ImportValue': 'network-subnets' }] } },
  };
  const web = assembly({ Web: { resources: { Web: group } } });

  test('of the same app is that list', async () => {
    const list = { 'Fn::Join': ['||', [{ Ref: 'First' }, { Ref: 'Second' }]] };
    const network: Stack = {
      resources: { First: subnet('us-east-1a'), Second: subnet('us-east-1b') },
      outputs: { Subnets: { Value: list, Export: { Name: 'network-subnets' } } },
    };
    const report = await lintText(assembly({ Network: network, Web: { resources: { Web: group } } }));
    expect(endsOf(report, 'Web', 'runsIn')).toEqual(['First', 'Second']);
  });

  test.each([
    { what: 'in the same Region is that list', region: 'us-east-1', ends: ['First', 'Second'] },
    { what: 'in another Region is none', region: 'us-west-2', ends: ['export network-subnets?'] },
  ])('of a template beside the app $what', async ({ region, ends }) => {
    const network = `
Resources:
  First: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: ${region}a } }
  Second: { Type: AWS::EC2::Subnet, Properties: { AvailabilityZone: ${region}b } }
Outputs:
  Subnets: { Value: !Join ['||', [!Ref First, !Ref Second]], Export: { Name: network-subnets } }
`;
    const stated = { name: undefined, varFiles: [], parameters: [], role: undefined, statedAt: undefined };
    const deployments = [{ path: 'network.yaml', region: parseRegion(region), ...stated }];
    const report = await lintText({ ...web, 'network.yaml': network }, { config: { deployments } });
    expect(endsOf(report, 'Web', 'runsIn')).toEqual(ends);
  });
});

describe('a nested stack', () => {
  const nesting = (path: string): Readonly<Record<string, string>> =>
    assembly({
      Shop: {
        resources: {
          Jobs: {
            Type: 'AWS::CloudFormation::Stack',
            Properties: { TemplateURL: { 'Fn::Sub': 'https://s3.${AWS::URLSuffix}/assets/0123.json' } },
            Metadata: { 'aws:cdk:path': 'Shop/Jobs', 'aws:asset:path': path, 'aws:asset:property': 'TemplateURL' },
          },
        },
      },
    });
  const queue = JSON.stringify({ Resources: { Queue: { Type: 'AWS::DynamoDB::Table', Properties: {} } } });

  test('is read from the file that its metadata names', async () => {
    const report = await lintText({
      ...nesting('Jobs.nested.template.json'),
      'cdk.out/Jobs.nested.template.json': queue,
    });
    expect(nodeAt(report, 'Jobs/Queue').document).toMatchObject({ region: 'us-east-1' });
  });

  test('outside of the scanned tree is not', async () => {
    const report = await lintText(nesting('../../Jobs.nested.template.json'));
    expect(report.findings.map(({ policy }) => policy)).toContain('input/unresolved-module');
  });
});

describe('the line that created a construct', () => {
  const files = (trace: readonly string[]): Readonly<Record<string, string>> => {
    const orders = {
      Type: 'AWS::DynamoDB::Table',
      Properties: {},
      Metadata: { 'aws:cdk:path': 'Shop/Orders/Resource' },
    };
    const written = assembly({ Shop: { resources: { Orders: orders } } });
    const manifest = JSON.parse(written['cdk.out/manifest.json'] ?? '');
    manifest.artifacts.Shop.metadata = {
      '/Shop/Orders/Resource': [{ type: 'aws:cdk:logicalId', data: 'Orders', trace }],
    };
    const inApp = Object.entries({ ...written, 'cdk.out/manifest.json': JSON.stringify(manifest) });
    return {
      ...Object.fromEntries(inApp.map(([path, text]) => [`infra/${path}`, text])),
      'infra/lib/shop.ts': 'export class Shop {\n  orders = new Table();\n}\n',
      'infra/.env': 'TOKEN=secret\n',
      'lib/other.ts': 'nothing\n',
    };
  };

  test.each([
    { what: 'is found in the app, wherever it ran', trace: ['Shop (/builds/42/infra/lib/shop.ts:2:3)'], line: 2 },
    {
      what: 'is that of the innermost call that lies in the app',
      trace: ['/x/gone.ts:1:1', '/x/lib/shop.ts:2:3'],
      line: 2,
    },
    { what: 'beyond the end of the file is none', trace: ['/builds/infra/lib/shop.ts:99:1'], line: undefined },
    { what: 'of a file that is no program is none', trace: ['/builds/infra/.env:1:1'], line: undefined },
    { what: 'above the app is none', trace: ['/../lib/other.ts:1:1'], line: undefined },
  ])('$what', async ({ trace, line }) => {
    const report = await lintText(files(trace));
    const place = nodeAt(report, 'Orders').construct?.createdAt();
    expect(place === undefined ? undefined : locationOf(place)).toEqual(
      line === undefined ? undefined : expect.objectContaining({ file: 'infra/lib/shop.ts', line, column: 3 }),
    );
  });
});

describe('what CDK adds for itself', () => {
  const lambda = { Type: 'AWS::Lambda::Function', Properties: {} };

  test.each([
    ['Shop/Custom::S3AutoDeleteObjectsCustomResourceProvider/Handler', 'it runs custom resources'],
    ['Shop/AWS679f53fac002430cb0da5b7982bd2287/Resource', 'it runs custom resources'],
    ['Shop/Waiting/framework-onEvent/Resource', 'it runs custom resources'],
    ['Shop/LogRetentionaae0aa3c5b4d4f87b02d85b201efdd8a/Resource', 'it sets the retention of logs'],
    ['Shop/Custom::CDKBucketDeployment8693BB64968944B69AAFB0CC9EB8756C/Resource', 'it copies files into buckets'],
    ['Shop/LogRetention/Resource', undefined],
    ['Shop/Handler/Resource', undefined],
  ])('%s: %s', async (path, use) => {
    const resources = { Handler: { ...lambda, Metadata: { 'aws:cdk:path': path } } };
    const report = await lintText(assembly({ Shop: { resources } }));
    expect(report.summary.leftOut).toEqual(use === undefined ? [] : [{ what: `CDK's own: ${use}`, count: 1 }]);
  });
});

test("the stack that deployments need is CDK's own, too", async () => {
  const resources = {
    StagingBucket: { Type: 'AWS::S3::Bucket', Properties: {} },
    CdkBootstrapVersion: { Type: 'AWS::SSM::Parameter', Properties: { Type: 'String', Value: '30' } },
  };
  const report = await lintText({ 'bootstrap.json': JSON.stringify({ Resources: resources }) });
  expect(report.summary.leftOut).toEqual([{ what: "CDK's own: it keeps what deployments need", count: 2 }]);
  expect(report.findings.filter(({ policy }) => policy.startsWith('s3/'))).toEqual([]);
});

test('a suppression and an exemption may name the construct', async () => {
  const orders = { Type: 'AWS::DynamoDB::Table', Properties: {}, Metadata: { 'aws:cdk:path': 'Shop/Orders/Resource' } };
  const files = assembly({ Shop: { resources: { Orders: orders } } });
  const anywhere = { path: undefined, expires: undefined, statedAt: undefined };
  const suppress = [
    { policy: 'dynamodb/*', resource: 'Shop/Orders/Resource', reason: 'rebuilt every night', ...anywhere },
  ];
  const suppressed = await lintText(files, { config: { suppress } });
  const states = suppressed.findings.filter(({ policy }) => policy.startsWith('dynamodb/')).map(({ state }) => state);
  expect(new Set(states)).toEqual(new Set(['suppressed']));
  const exempt = [{ include: [], resources: ['Shop/Orders/*'], tags: {} }];
  const { findings } = await lintText(files, { config: { exempt } });
  expect(findings.filter(({ policy }) => policy.startsWith('dynamodb/'))).toEqual([]);
});
