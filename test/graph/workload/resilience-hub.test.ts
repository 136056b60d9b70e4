import { describe, expect, test } from 'vitest';
import type { Config } from '../../../src/config/config.ts';
import { lintText } from '../../helpers/lint-text.ts';

const terraform = (name: string, region = 'region { rto = "20m", rpo = "5m" }'): string =>
  `
resource "aws_resiliencehub_resiliency_policy" "${name}" {
  name = "${name}"
  tier = "Critical"
  policy {
    az { rto = "1m", rpo = "1s" }
    hardware { rto = "1m", rpo = "1s" }
    software { rto = "1h", rpo = "30m" }
    ${region}
  }
}
`.replaceAll(/ \{ (rto = "\w+"), (rpo = "\w+") \}/gu, ' {\n      $1\n      $2\n    }');

const template = (name: string, region = '\n          Region: { RtoInSecs: 1200, RpoInSecs: 300 }'): string => `
  ${name}:
    Type: AWS::ResilienceHub::ResiliencyPolicy
    Properties:
        PolicyName: ${name}
        Tier: Critical
        Policy:
          AZ: { RtoInSecs: 60, RpoInSecs: 1 }
          Hardware: { RtoInSecs: 60, RpoInSecs: 1 }
          Software: { RtoInSecs: 3600, RpoInSecs: 1800 }${region}
`;

const unstated = { tier: undefined };

async function promises(
  files: Readonly<Record<string, string>>,
  config: Partial<Config> = unstated,
): Promise<readonly string[]> {
  const { workloads } = await lintText(files, { config });
  return workloads.map(
    ({ name, tier, tierSource, objectives: { rto, rpo } }) => `${name}: ${tier} (${tierSource}), ${rto}/${rpo}`,
  );
}

describe('a declared policy of Resilience Hub states objectives', () => {
  test.each([
    ['in Terraform', { 'main.tf': terraform('shop') }],
    ['in CloudFormation', { 'stack.yaml': `Resources:${template('Shop')}` }],
  ])('%s', async (_, files) => {
    expect(await promises(files)).toEqual(['default: pilot-light (objectives), 1200/300']);
  });

  test.each([
    ['in Terraform', { 'main.tf': terraform('shop', '') }],
    ['in CloudFormation', { 'stack.yaml': `Resources:${template('Shop', '')}` }],
  ])('without a word on the Region it promises nothing of it: %s', async (_, files) => {
    expect(await promises(files)).toEqual(['default: backup-restore (objectives), undefined/undefined']);
  });

  test('of several the strictest figures hold', async () => {
    const lax = terraform(
      'lax',
      'region { rto = "24h", rpo = "1m" }'.replace(/\{ (.*), (.*) \}/u, '{\n      $1\n      $2\n    }'),
    );
    expect(await promises({ 'main.tf': terraform('shop') + lax })).toEqual([
      'default: pilot-light (objectives), 1200/60',
    ]);
  });

  test('what the configuration states goes before it', async () => {
    expect(await promises({ 'main.tf': terraform('shop') }, { tier: 'warm-standby' })).toEqual([
      'default: warm-standby (stated), undefined/undefined',
    ]);
  });

  test('it holds for the workload that it lies in', async () => {
    const selector = {
      tags: {},
      resources: [],
      objectives: undefined,
      needs: {},
      statedAt: undefined,
      tier: undefined,
    };
    const config = { ...unstated, workloads: [{ ...selector, name: 'shop', include: ['shop/**'] }] };
    const bucket = 'resource "aws_s3_bucket" "exports" {\n  bucket = "exports"\n}\n';
    expect(await promises({ 'shop/main.tf': terraform('shop'), 'other/main.tf': bucket }, config)).toEqual([
      'shop: pilot-light (objectives), 1200/300',
      'default: backup-restore (default), undefined/undefined',
    ]);
  });
});

describe('an application of Resilience Hub ties a policy to the stacks that it maps', () => {
  const app = (mapping: string): string => `
  App:
    Type: AWS::ResilienceHub::App
    Properties:
        Name: shop
        AppTemplateBody: '{}'
        ResiliencyPolicyArn: !GetAtt Shop.PolicyArn
        ResourceMappings:
          - { MappingType: CfnStack, ${mapping} }
`;
  const bucket = 'Resources:\n  Exports:\n    Type: AWS::S3::Bucket\n';
  const selector = { tags: {}, resources: [], objectives: undefined, needs: {}, statedAt: undefined, tier: undefined };
  const deployment = {
    name: undefined,
    varFiles: [],
    parameters: [],
    region: undefined,
    role: undefined,
    statedAt: undefined,
  };
  const config: Partial<Config> = {
    ...unstated,
    workloads: [{ ...selector, name: 'exports', include: ['exports.yaml'] }],
    deployments: [{ ...deployment, path: 'exports.yaml', stackName: 'exports-live' }],
  };

  test.each([
    [
      'a stack by its ARN',
      'LogicalStackName: x, PhysicalResourceId: { Type: Arn, Identifier: "arn:aws:cloudformation:us-east-1:111122223333:stack/exports-live/4f1" }',
      'exports',
    ],
    [
      'a stack by its name',
      'LogicalStackName: exports-live, PhysicalResourceId: { Type: Arn, Identifier: !Ref StackArn }',
      'exports',
    ],
    [
      'its own stack',
      'LogicalStackName: hub, PhysicalResourceId: { Type: Arn, Identifier: !Ref AWS::StackId }',
      'default',
    ],
    [
      'a stack of elsewhere',
      'LogicalStackName: far, PhysicalResourceId: { Type: Arn, Identifier: "arn:aws:cloudformation:us-east-1:111122223333:stack/far/1" }',
      'default',
    ],
  ])('%s', async (_, mapping, workload) => {
    const hub = `Parameters: { StackArn: { Type: String } }\nResources:${template('Shop')}${app(mapping)}`;
    const promised = await promises({ 'hub.yaml': hub, 'exports.yaml': bucket }, config);
    expect(promised.filter((each) => each.includes('pilot-light'))).toEqual([
      `${workload}: pilot-light (objectives), 1200/300`,
    ]);
  });
});
