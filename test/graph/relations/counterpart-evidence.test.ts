import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../../src/config/config.ts';
import { parseRegion, type Region } from '../../../src/core/ids.ts';
import type { Report } from '../../../src/findings/report.ts';
import { shown } from '../../helpers/facts.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

function region(name: string): Region {
  const parsed = parseRegion(name);
  if (parsed === undefined) throw new Error(`${name} is no Region`);
  return parsed;
}

const config = { regions: { primary: region('us-east-1'), recovery: [region('us-west-2')] } };
const providers = `
variable "range" {}
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;

/** The counterparts of what stands in the recovery Region, each with its evidence. */
function counterparts(report: Report, address: string): readonly (readonly [string, unknown])[] {
  return report.graph
    .follow(nodeAt(report, address).id, 'counterpartOf')
    .map(({ node, relation }) => [
      relation.certain ? node.address : `${node.address}?`,
      relation.properties['evidence'],
    ]);
}

const address = 'the same address, but for Region and role';
const name = 'the same name, but for Region and role';

describe('what stands in the recovery Region is a counterpart by', () => {
  const queue = (label: string, body: string): string => `resource "aws_sqs_queue" "${label}" {\n  ${body}\n}\n`;
  test.each([
    [
      'its address',
      queue('orders', ''),
      queue('orders_dr', 'provider = aws.west'),
      [['aws_sqs_queue.orders', address]],
    ],
    [
      'its address with a side',
      queue('orders_east', ''),
      queue('orders_west', 'provider = aws.west'),
      [['aws_sqs_queue.orders_east', address]],
    ],
    [
      'its name',
      queue('primary_work', 'name = "orders-use1"'),
      queue('other', 'provider = aws.west\n  name = "orders-usw2"'),
      [['aws_sqs_queue.primary_work', name]],
    ],
    [
      'its Name tag',
      queue('one', 'tags = { Name = "Orders us-east-1" }'),
      queue('other', 'provider = aws.west\n  tags = { Name = "Orders us-west-2" }'),
      [['aws_sqs_queue.one', 'the same Name tag, but for Region and role']],
    ],
    ['nothing, where all of these differ', queue('orders', ''), queue('invoices_dr', 'provider = aws.west'), []],
  ])('%s', async (_, primary, recovery, expected) => {
    const report = await lintText({ 'main.tf': providers + primary + recovery }, { config });
    const [, label = ''] = /"aws_sqs_queue" "(\w+)"/u.exec(recovery) ?? [];
    expect(counterparts(report, `aws_sqs_queue.${label}`)).toEqual(expected);
  });

  test('the code that both Regions call', async () => {
    const call = (label: string, provider: string): string =>
      `module "${label}" {\n  source = "./app"\n  providers = { aws = ${provider} }\n}\n`;
    const report = await lintText(
      {
        'main.tf': providers + call('app_primary', 'aws') + call('app_recovery', 'aws.west'),
        'app/main.tf': 'resource "aws_kinesis_stream" "events" {}\n',
      },
      { config },
    );
    expect(counterparts(report, 'module.app_recovery.aws_kinesis_stream.events')).toEqual([
      ['module.app_primary.aws_kinesis_stream.events', 'the same code, deployed in both Regions'],
    ]);
  });

  test('its logical id, in a template', async () => {
    const template = (id: string): string => `Resources:\n  ${id}: { Type: 'AWS::Lambda::Function' }\n`;
    const deployed = (path: string, where: string): DeploymentConfig => ({
      path,
      name: undefined,
      varFiles: [],
      parameters: [],
      region: region(where),
      role: undefined,
      statedAt: undefined,
    });
    const deployments = [deployed('east.yaml', 'us-east-1'), deployed('west.yaml', 'us-west-2')];
    const report = await lintText(
      { 'east.yaml': template('PrimaryOrders'), 'west.yaml': template('RecoveryOrders') },
      { config: { ...config, deployments } },
    );
    expect(counterparts(report, 'RecoveryOrders')).toEqual([['PrimaryOrders', address]]);
  });
});

describe('being the only ones makes a pair', () => {
  test.each([
    ['of networks', 'aws_vpc', 'cidr_block = "10.0.0.0/16"', 1],
    ['not of functions, which may do something else', 'aws_lambda_function', '', 0],
    ['not of parameters', 'aws_ssm_parameter', 'type = "String"', 0],
  ])('%s', async (_, type, body, expected) => {
    const main = `${providers}resource "${type}" "shop" {\n  ${body}\n}\nresource "${type}" "other" {\n  provider = aws.west\n  ${body}\n}\n`;
    const report = await lintText({ 'main.tf': main }, { config });
    expect(counterparts(report, `${type}.other`)).toHaveLength(expected);
  });
});

test.each([
  ['overlap', '"10.0.0.0/16"', '"10.0.128.0/17"', true],
  ['do not', '"10.0.0.0/16"', '"10.1.0.0/16"', false],
  ['may, where an input decides', '"10.0.0.0/16"', 'var.range', '? var.range'],
])('ranges of networks that are counterparts %s', async (_, one, other, expected) => {
  const main = `${providers}resource "aws_vpc" "shop" { cidr_block = ${one} }\nresource "aws_vpc" "shop_dr" {\n  provider = aws.west\n  cidr_block = ${other}\n}\n`;
  const report = await lintText({ 'main.tf': main }, { config });
  const [hop] = report.graph.follow(nodeAt(report, 'aws_vpc.shop_dr').id, 'counterpartOf');
  expect(shown(hop?.relation.properties['cidrOverlap'])).toBe(expected);
});

test('a module that is not on disk may declare the counterpart', async () => {
  const call = 'module "recovery" { source = "git::https://example.com/recovery.git" }\n';
  const main = `${providers}resource "aws_sqs_queue" "orders" {}\n${call}`;
  const report = await lintText({ 'main.tf': main }, { config });
  expect(counterparts(report, 'aws_sqs_queue.orders')).toEqual([['module.recovery?', undefined]]);
});
