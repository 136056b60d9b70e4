import { describe, expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const network = `
provider "aws" { region = "us-east-1" }
variable "gateway" {}
resource "aws_vpc" "shop" { cidr_block = "10.0.0.0/16" }
resource "aws_internet_gateway" "shop" { vpc_id = aws_vpc.shop.id }
resource "aws_nat_gateway" "shop" { subnet_id = aws_subnet.front.id }
resource "aws_subnet" "front" {
  vpc_id            = aws_vpc.shop.id
  availability_zone = "us-east-1a"
}
resource "aws_subnet" "back" {
  vpc_id            = aws_vpc.shop.id
  availability_zone = "us-east-1b"
}
resource "aws_route_table" "front" { vpc_id = aws_vpc.shop.id }
resource "aws_route_table_association" "front" {
  subnet_id      = aws_subnet.front.id
  route_table_id = aws_route_table.front.id
}
`;
const route = (target: string, table = 'aws_route_table.front.id'): string => `resource "aws_route" "out" {
  route_table_id         = ${table}
  destination_cidr_block = "0.0.0.0/0"
  ${target}
}
`;

describe('a subnet is public', () => {
  test.each([
    ['with a route to an internet gateway', route('gateway_id = aws_internet_gateway.shop.id'), true],
    ['with a route to one that is named', route('gateway_id = "igw-0123456789abcdef0"'), true],
    ['not with a route to a virtual private gateway', route('gateway_id = "vgw-0123456789abcdef0"'), false],
    ['not behind a NAT gateway', route('nat_gateway_id = aws_nat_gateway.shop.id'), false],
    ['not without routes', '', false],
    [
      'not by the route of another table',
      `resource "aws_route_table" "other" { vpc_id = aws_vpc.shop.id }\n${route('gateway_id = aws_internet_gateway.shop.id', 'aws_route_table.other.id')}`,
      false,
    ],
    [
      'perhaps with a route to what an input names',
      route('gateway_id = var.gateway'),
      '? whether aws_subnet.front is public',
    ],
  ])('%s', async (_, routes, expected) => {
    const report = await lintText({ 'main.tf': network + routes });
    expect(shown(factOf(report, 'aws_subnet.front', 'public'))).toBe(expected);
  });
});

test('of a subnet without a table the main one decides, which nothing may change', async () => {
  const alone = await lintText({ 'main.tf': network });
  expect(factOf(alone, 'aws_subnet.back', 'public')).toBe(false);
  const main =
    'resource "aws_default_route_table" "shop" {\n  default_route_table_id = aws_vpc.shop.default_route_table_id\n}\n';
  const changed = await lintText({ 'main.tf': network + main });
  expect(shown(factOf(changed, 'aws_subnet.back', 'public'))).toBe('? whether aws_subnet.back is public');
});

test('a network spans the zones of its subnets, and privately those of its private ones, in both languages', async () => {
  const main = await lintText({ 'main.tf': network + route('gateway_id = aws_internet_gateway.shop.id') });
  const stack = await lintText({
    'stack.yaml': `Resources:
  Shop: { Type: 'AWS::EC2::VPC', Properties: { CidrBlock: 10.0.0.0/16 } }
  Gateway: { Type: 'AWS::EC2::InternetGateway' }
  Front: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Shop, AvailabilityZone: us-east-1a } }
  Back: { Type: 'AWS::EC2::Subnet', Properties: { VpcId: !Ref Shop, AvailabilityZone: us-east-1b } }
  Table: { Type: 'AWS::EC2::RouteTable', Properties: { VpcId: !Ref Shop } }
  Tabled:
    Type: AWS::EC2::SubnetRouteTableAssociation
    Properties: { SubnetId: !Ref Front, RouteTableId: !Ref Table }
  Out:
    Type: AWS::EC2::Route
    Properties: { RouteTableId: !Ref Table, DestinationCidrBlock: 0.0.0.0/0, GatewayId: !Ref Gateway }
`,
  });
  for (const [report, address] of [
    [main, 'aws_vpc.shop'],
    [stack, 'Shop'],
  ] as const) {
    expect(shown(factOf(report, address, 'zonesSpanned'))).toEqual(['us-east-1a', 'us-east-1b']);
    expect(shown(factOf(report, address, 'privateZones'))).toEqual(['us-east-1b']);
  }
});

test('a subnet that stands for any number of them may lie in several zones', async () => {
  const report = await lintText({
    'main.tf': `
      provider "aws" {}
      variable "zones" { type = list(string) }
      resource "aws_vpc" "shop" { cidr_block = "10.0.0.0/16" }
      resource "aws_subnet" "back" {
        for_each          = toset(var.zones)
        vpc_id            = aws_vpc.shop.id
        availability_zone = each.value
      }
    `,
  });
  const zones = factOf(report, 'aws_vpc.shop', 'privateZones');
  expect(Array.isArray(zones) ? zones.length : zones).toBe(2);
});
