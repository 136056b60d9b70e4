import { expect, test } from 'vitest';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { lintFixture, readFixtures } from '../helpers/fixture.ts';
import { lintText } from '../helpers/lint-text.ts';

test('what has the same address in another root is told with its root', async () => {
  const root = (region: string): string =>
    `provider "aws" { region = "${region}" }\nmodule "network" { source = "../modules/network" }\n`;
  const report = await lintText({
    'primary/main.tf': root('us-east-1'),
    'recovery/main.tf': root('us-west-2'),
    'modules/network/main.tf': 'resource "aws_vpc" "shop" { cidr_block = "10.0.0.0/16" }\n',
  });
  const overlaps = report.findings.filter(({ policy }) => policy === 'vpc/cidr-overlap');
  expect(overlaps.map(({ message }) => message)).toEqual([
    expect.stringMatching(
      /module\.network\.aws_vpc\.shop\b.* module\.network\.aws_vpc\.shop \((?:primary|recovery)\)/u,
    ),
  ]);
});

test('what a construct of a CDK app became is told as that construct', async () => {
  const stack = (name: string): string =>
    JSON.stringify({
      Resources: {
        NetworkA1B2C3D4: {
          Type: 'AWS::EC2::VPC',
          Properties: { CidrBlock: '10.0.0.0/16' },
          Metadata: { 'aws:cdk:path': `${name}/Network/Resource` },
        },
      },
    });
  const artifact = (name: string, region: string): object => ({
    type: 'aws:cloudformation:stack',
    environment: `aws://111122223333/${region}`,
    properties: { templateFile: `${name}.template.json` },
  });
  const artifacts = { Shop: artifact('Shop', 'us-east-1'), Standby: artifact('Standby', 'us-west-2') };
  const report = await lintText({
    'cdk.json': '{}',
    'cdk.out/manifest.json': JSON.stringify({ version: '36.0.0', artifacts }),
    'cdk.out/Shop.template.json': stack('Shop'),
    'cdk.out/Standby.template.json': stack('Standby'),
  });
  const overlaps = report.findings.filter(({ policy }) => policy === 'vpc/cidr-overlap');
  expect(overlaps.map(({ message }) => message)).toEqual([
    'Standby/Network/Resource (NetworkA1B2C3D4) has addresses that Shop/Network/Resource (NetworkA1B2C3D4) has, too: the two can never be peered.',
  ]);
});

test.each([
  [
    's3/replica-versioning',
    'unknown-region.tf',
    'The Region of aws_s3_bucket.uploads_copy is not known: var.copy_region',
  ],
  ['s3/replication-scope', 'unknown-kms.tf', 'Whether everything is replicated is not known: var.algorithm'],
  ['elasticache/multi-az', 'unknown-number.tf', 'num_cache_clusters of aws_elasticache_replication_group.sessions is'],
  ['s3/noncurrent-lifecycle', 'unknown-rules.tf', 'aws_s3_bucket_lifecycle_configuration.uploads[*] of aws_s3_bucket.'],
  ['backup/selection-empty', 'unknown-selection.yaml', 'Whether Daily selects anything is not known: which selections'],
])('what nobody wrote is told in words: %s, %s', async (id, name, words) => {
  const [fixture] = readFixtures(`fixtures/policies/${id}`).filter((each) => each.name === name);
  if (fixture === undefined) throw new Error(`${id} has no example ${name}`);
  const policies = builtInPolicies().filter((policy) => policy.id === id);
  const { verdicts } = await lintFixture(fixture, policies);
  expect(verdicts.filter(({ verdict }) => verdict === 'unknown').map(({ message }) => message)).toEqual([
    expect.stringContaining(words),
  ]);
});
