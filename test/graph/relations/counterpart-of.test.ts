import { expect, test } from 'vitest';
import { MeasureLeaf } from '../../../src/core/document.ts';
import { nodeId } from '../../../src/core/ids.ts';
import { endsOf, lintText, nodeAt } from '../../helpers/lint-text.ts';

const providers = `
provider "aws" { region = "us-east-1" }
provider "aws" {
  alias  = "west"
  region = "us-west-2"
}
`;

function group(
  name: string,
  sizes: { readonly min: string; readonly max: string; readonly desired?: string },
  west = false,
): string {
  return `resource "aws_autoscaling_group" "${name}" {
  ${west ? 'provider         = aws.west' : ''}
  min_size         = ${sizes.min}
  max_size         = ${sizes.max}
  ${sizes.desired === undefined ? '' : `desired_capacity = ${sizes.desired}`}
  availability_zones = []
}
`;
}

const primary = { min: '4', max: '12' };
const recovery = { min: '1', max: '3' };

test('the only groups on either side are counterparts, whatever they are called', async () => {
  const main = providers + group('shop', primary) + group('standby_servers', recovery, true) + bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_autoscaling_group.standby_servers', 'counterpartOf')).toEqual([
    'aws_autoscaling_group.shop',
  ]);
});

test('of several, those that are called alike once Regions and roles are taken out of their names', async () => {
  const main =
    providers +
    group('web_primary', primary) +
    group('jobs_primary', primary) +
    group('web_dr', recovery, true) +
    group('jobs_dr', recovery, true) +
    bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_autoscaling_group.web_dr', 'counterpartOf')).toEqual([
    'aws_autoscaling_group.web_primary',
  ]);
  expect(endsOf(report, 'aws_autoscaling_group.jobs_dr', 'counterpartOf')).toEqual([
    'aws_autoscaling_group.jobs_primary',
  ]);
});

test('where two roots declare the same, each counterpart is that of its own root', async () => {
  const root = providers + group('web_primary', primary) + group('web_dr', recovery, true) + bucketsToLead;
  const report = await lintText({ 'shop/main.tf': root, 'shop/copy/main.tf': root });
  for (const folder of ['shop', 'shop/copy']) {
    const ends = report.graph.follow(nodeId(folder, 'aws_autoscaling_group.web_dr'), 'counterpartOf');
    expect(ends.map(({ node, relation }) => [node.id, relation.certain])).toEqual([
      [`${folder}#aws_autoscaling_group.web_primary`, true],
    ]);
  }
});

test('where each Region has several roots that declare the same, counterparts are those of roots that are called alike', async () => {
  const root = (region: string): string => `provider "aws" { region = "${region}" }\n${group('web', primary)}`;
  const report = await lintText({
    'live/us-east-1/shop/main.tf': root('us-east-1') + bucketsToLead,
    'live/us-east-1/jobs/main.tf': root('us-east-1'),
    'live/us-west-2/shop/main.tf': root('us-west-2'),
    'live/us-west-2/jobs/main.tf': root('us-west-2'),
  });
  const ends = report.graph.follow(nodeId('live/us-west-2/jobs', 'aws_autoscaling_group.web'), 'counterpartOf');
  expect(ends.map(({ node, relation }) => [node.id, relation.certain])).toEqual([
    ['live/us-east-1/jobs#aws_autoscaling_group.web', true],
  ]);
});

test('a counted one has the name of its first instance, and the others are paired by their index', async () => {
  const counted = (text: string, count: string): string => text.replace('{', `{\n  count = ${count}`);
  const main =
    `variable "recovery" {}\n${providers}` +
    group('web', primary) +
    counted(group('web_dr', recovery, true), 'var.recovery ? 1 : 0') +
    counted(group('jobs', primary), '3') +
    counted(group('jobs_dr', recovery, true), '3') +
    bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_autoscaling_group.web_dr[*]', 'counterpartOf')).toEqual(['aws_autoscaling_group.web']);
  for (const index of [0, 1, 2]) {
    expect(endsOf(report, `aws_autoscaling_group.jobs_dr[${index}]`, 'counterpartOf')).toEqual([
      `aws_autoscaling_group.jobs[${index}]`,
    ]);
  }
});

test('called otherwise, only perhaps, and only where nothing else is left', async () => {
  const main =
    providers +
    group('web_primary', primary) +
    group('jobs_primary', primary) +
    group('web_dr', recovery, true) +
    group('workers_dr', recovery, true) +
    bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_autoscaling_group.workers_dr', 'counterpartOf')).toEqual([
    'aws_autoscaling_group.jobs_primary?',
  ]);
  expect(endsOf(report, 'aws_autoscaling_group.web_primary', 'counterpartOf')).toEqual([
    'aws_autoscaling_group.web_dr',
  ]);
});

test.each([
  ['could declare one', 'git::https://example.com/recovery.git', ['module.recovery?']],
  ['can not', 'terraform-aws-modules/vpc/aws', []],
])('a module that could not be read and %s', async (_, source, counterparts) => {
  const call = `module "recovery" { source = "${source}" }`;
  const report = await lintText({ 'main.tf': providers + group('shop', primary) + call });
  expect(endsOf(report, 'aws_autoscaling_group.shop', 'counterpartOf')).toEqual(counterparts);
});

test.each([
  ['its launch template', 'aws_launch_template', 'launch_template { id = aws_launch_template.web.id }'],
  ['its launch configuration', 'aws_launch_configuration', 'launch_configuration = aws_launch_configuration.web.name'],
])('a group depends on %s', async (_, type, argument) => {
  const launched = `resource "${type}" "web" { name = "web" }
resource "aws_autoscaling_group" "web" {
  min_size = 1
  max_size = 2
  ${argument}
}`;
  const report = await lintText({ 'main.tf': providers + launched });
  expect(endsOf(report, 'aws_autoscaling_group.web', 'dependsOn')).toEqual([`${type}.web`]);
});

test.each([
  ['of what it runs now and may run', '4', { min: '1', max: '3' }, [0.25, 0.25], [0.75, 0.75]],
  ['from nothing up where the primary is not known', 'var.size', { min: '1', max: '3' }, [0, Infinity], [0, Infinity]],
  ['at zero', '4', { min: '0', max: '4' }, [0, 0], [1, 1]],
] as const)('carries the share %s', async (_, desired, sizes, now, reach) => {
  const main =
    `variable "size" {}\n${providers}${group('web', { min: '1', max: '12', desired })}` +
    group('web_dr', sizes, true) +
    bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  const [hop] = report.graph.follow(nodeAt(report, 'aws_autoscaling_group.web_dr').id, 'counterpartOf');
  const ends = (name: string): readonly number[] => {
    const share = hop?.relation.properties[name];
    return share instanceof MeasureLeaf ? [share.interval().low, share.interval().high] : [];
  };
  expect([ends('capacityNow'), ends('capacityReach')]).toEqual([now, reach]);
});

/** Makes us-east-1 the Region with most resources. */
const bucketsToLead = ['a', 'b', 'c', 'd', 'e']
  .map((name) => `resource "aws_s3_bucket" "${name}" { bucket = "shop-${name}" }\n`)
  .join('');

test('a secret is no counterpart of another one only because there are no others', async () => {
  const secret = (name: string, west = false): string =>
    `resource "aws_secretsmanager_secret" "${name}" {\n  ${west ? 'provider = aws.west' : ''}\n}\n`;
  const main = providers + secret('database') + secret('webhook', true) + secret('database_dr', true) + bucketsToLead;
  const vault = 'resource "aws_backup_vault" "there" {\n  provider = aws.west\n  name = "there"\n}\n';
  const report = await lintText({ 'main.tf': main + vault });
  expect(endsOf(report, 'aws_secretsmanager_secret.webhook', 'counterpartOf')).toEqual([]);
  expect(endsOf(report, 'aws_secretsmanager_secret.database_dr', 'counterpartOf')).toEqual([
    'aws_secretsmanager_secret.database',
  ]);
});

test('streams are paired by what they are called in AWS, too', async () => {
  const stream = (address: string, name: string, region: string): string =>
    `resource "aws_kinesis_stream" "${address}" {\n  region = "${region}"\n  name = "${name}"\n}\n`;
  const main =
    providers +
    stream('a', 'orders', 'us-east-1') +
    stream('b', 'clicks', 'us-east-1') +
    stream('c', 'primary', 'us-east-1') +
    stream('there', 'orders-dr', 'us-west-2') +
    stream('b_west', 'visits', 'us-west-2') +
    stream('nameless', 'recovery', 'us-west-2') +
    'resource "aws_backup_vault" "there" {\n  provider = aws.west\n  name = "there"\n}\n' +
    bucketsToLead;
  const report = await lintText({ 'main.tf': main });
  const pairs = ['there', 'b_west', 'nameless'].map((name) =>
    endsOf(report, `aws_kinesis_stream.${name}`, 'counterpartOf'),
  );
  expect(pairs).toEqual([['aws_kinesis_stream.a'], ['aws_kinesis_stream.b'], []]);
});
