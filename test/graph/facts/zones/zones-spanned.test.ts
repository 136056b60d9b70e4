import { describe, expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf, type Document } from '../../../../src/core/document.ts';
import { lintText, nodeAt } from '../../../helpers/lint-text.ts';

const shown = (zone: Document): string =>
  zone instanceof UnknownLeaf
    ? `? ${zone.symbol().reason.subject}`
    : typeof zone === 'string'
      ? zone
      : 'another document';

async function zonesSpannedBy(address: string, files: Record<string, string>): Promise<unknown> {
  const { document } = nodeAt(await lintText(files), address);
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const zones: Document | undefined = isDocumentMap(facts) ? facts['zonesSpanned'] : undefined;
  return Array.isArray(zones) ? zones.map(shown) : zones === undefined ? undefined : shown(zones);
}

const subnets = `
variable "subnets" {}
variable "one_subnet" {}
variable "region" {}
data "aws_availability_zones" "all" {}
resource "aws_subnet" "a" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "b" {
  vpc_id            = "vpc-1"
  availability_zone = "us-east-1b"
}
resource "aws_subnet" "listed" {
  count             = 2
  vpc_id            = "vpc-1"
  availability_zone = data.aws_availability_zones.all.names[count.index]
}
resource "aws_subnet" "lettered" {
  for_each          = toset(["a", "b"])
  vpc_id            = "vpc-1"
  availability_zone = "\${var.region}\${each.key}"
}
`;

describe('a load balancer spans', () => {
  test.each([
    ['the zones of its subnets', '[aws_subnet.a.id, aws_subnet.b.id]', ['us-east-1a', 'us-east-1b']],
    ['one zone by one subnet named twice', '[aws_subnet.a.id, aws_subnet.a.id]', ['us-east-1a']],
    ['different items of one list', 'aws_subnet.listed[*].id', ['zone 0 of the Region', 'zone 1 of the Region']],
    ['letters of its own Region', 'values(aws_subnet.lettered)[*].id', ['us-east-1a', 'us-east-1b']],
    [
      'another or the same zone by a subnet that is not known',
      '[aws_subnet.a.id, var.one_subnet]',
      ['us-east-1a', '? the zone of var.one_subnet'],
    ],
    [
      'unlike ones by inputs that are left empty',
      '["", ""]',
      ['? the zone of a subnet without a name', '? the zone of a subnet without a name'],
    ],
    ['any number of zones by a list that is not known', 'var.subnets', '? var.subnets'],
  ])('%s', async (_, named, zones) => {
    const balancer = `resource "aws_lb" "web" { subnets = ${named} }`;
    expect(await zonesSpannedBy('aws_lb.web', { 'main.tf': subnets + balancer })).toEqual(zones);
  });
});

test('different letters of a Region that is not known are different zones', async () => {
  const balancer = 'resource "aws_lb" "web" { subnets = values(aws_subnet.lettered)[*].id }';
  const main = subnets.replaceAll(/"us-east-1[ab]"/gu, 'null');
  expect(await zonesSpannedBy('aws_lb.web', { 'main.tf': main + balancer })).toEqual([
    'zone a of the Region',
    'zone b of the Region',
  ]);
});

test('a network load balancer spans the zones of its mappings', async () => {
  const mappings = `resource "aws_lb" "api" {
  subnet_mapping { subnet_id = aws_subnet.a.id }
  subnet_mapping { subnet_id = aws_subnet.b.id }
}`;
  expect(await zonesSpannedBy('aws_lb.api', { 'main.tf': subnets + mappings })).toEqual(['us-east-1a', 'us-east-1b']);
});

test('a network load balancer spans any number of zones by mappings that are repeated for what is not known', async () => {
  const mappings = `resource "aws_lb" "api" {
  dynamic "subnet_mapping" {
    for_each = var.subnets
    content { subnet_id = subnet_mapping.value }
  }
}`;
  expect(await zonesSpannedBy('aws_lb.api', { 'main.tf': subnets + mappings })).toBe('? var.subnets');
});

test('what takes several subnets of a zone may span one by two that are not known', async () => {
  const group = `variable "other_subnet" {}
resource "aws_autoscaling_group" "web" { vpc_zone_identifier = [var.one_subnet, var.other_subnet] }`;
  expect(await zonesSpannedBy('aws_autoscaling_group.web', { 'main.tf': subnets + group })).toEqual([
    '? the zone of var.one_subnet',
    '? the zone of var.other_subnet',
  ]);
});

test('a subnet that may be left out is no zone for sure', async () => {
  const template = `Parameters:
  First: { Type: AWS::EC2::Subnet::Id }
  Second: { Type: String }
Conditions:
  HasSecond: !Not [!Equals [!Ref Second, '']]
Resources:
  Web:
    Type: AWS::ElasticLoadBalancingV2::LoadBalancer
    Properties:
      Subnets: [!Ref First, !If [HasSecond, !Ref Second, !Ref AWS::NoValue]]
`;
  expect(await zonesSpannedBy('Web', { 'stack.yaml': template })).toEqual([
    '? the zone of parameter First',
    '? the zone of parameter Second',
  ]);
});

test('a group without subnets spans its own zones', async () => {
  const group = `resource "aws_autoscaling_group" "web" { availability_zones = ["us-east-1a", "us-east-1c"] }`;
  expect(await zonesSpannedBy('aws_autoscaling_group.web', { 'main.tf': group })).toEqual(['us-east-1a', 'us-east-1c']);
});

describe('all zones of a Region are two at least, and perhaps more', () => {
  const atLeastTwo = ['zone 0 of the Region', 'zone 1 of the Region'];
  const data = 'data "aws_availability_zones" "all" { state = "available" }\n';
  const filtered = 'data "aws_availability_zones" "all" { exclude_names = ["us-east-1e"] }\n';
  const group = 'resource "aws_autoscaling_group" "web" { availability_zones = data.aws_availability_zones.all.names }';
  const template = (zones: string): string =>
    `Resources: { Web: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { AvailabilityZones: ${zones} } } }`;
  test.each([
    ['a data source', 'aws_autoscaling_group.web', 'main.tf', data + group, 'the Availability Zones of the Region'],
    ['the intrinsic function', 'Web', 'main.yaml', template("!GetAZs ''"), 'the Availability Zones of its Region'],
    ['it of a named Region', 'Web', 'main.yaml', template('!GetAZs eu-west-1'), 'the Availability Zones of eu-west-1'],
  ])('by %s', async (_, address, file, text, more) => {
    expect(await zonesSpannedBy(address, { [file]: text })).toEqual([...atLeastTwo, `? ${more}`]);
  });

  test('but any number where some are left out', async () => {
    const zones = await zonesSpannedBy('aws_autoscaling_group.web', { 'main.tf': filtered + group });
    expect(zones).toBe('? the Availability Zones of the Region');
  });
});

test('what names neither subnets nor zones spans none that could be counted', async () => {
  const group = 'resource "aws_autoscaling_group" "web" { min_size = 1 }';
  expect(await zonesSpannedBy('aws_autoscaling_group.web', { 'main.tf': group })).toBeUndefined();
});
