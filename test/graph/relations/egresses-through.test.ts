import { expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf } from '../../../src/core/document.ts';
import { lintText, nodeAt } from '../../helpers/lint-text.ts';

const network = (zones: readonly string[], route: string): string => `
variable "zone" {}
data "aws_availability_zones" "all" {}
${zones
  .map(
    (zone, index) => `resource "aws_subnet" "private_${index}" {
  vpc_id            = "vpc-1"
  availability_zone = ${zone}
}
resource "aws_route_table_association" "private_${index}" {
  subnet_id      = aws_subnet.private_${index}.id
  route_table_id = aws_route_table.private.id
}
`,
  )
  .join('')}
resource "aws_nat_gateway" "one" { subnet_id = "subnet-public" }
${route}
`;
const inline = `resource "aws_route_table" "private" {
  vpc_id = "vpc-1"
  route {
    cidr_block     = "0.0.0.0/0"
    nat_gateway_id = aws_nat_gateway.one.id
  }
}
`;
const separate = `resource "aws_route_table" "private" { vpc_id = "vpc-1" }
resource "aws_route" "out" {
  route_table_id         = aws_route_table.private.id
  destination_cidr_block = "0.0.0.0/0"
  nat_gateway_id         = aws_nat_gateway.one.id
}
`;

test.each([
  ['an inline route', network(['"us-east-1a"', '"us-east-1b"'], inline), ['us-east-1a', 'us-east-1b']],
  ['a route of its own', network(['"us-east-1a"', '"us-east-1b"'], separate), ['us-east-1a', 'us-east-1b']],
  ['two subnets of one zone', network(['"us-east-1a"', '"us-east-1a"'], inline), ['us-east-1a']],
  ['a zone that is not known', network(['"us-east-1a"', 'var.zone'], inline), ['us-east-1a', '? var.zone']],
  ['one unknown zone twice', network(['var.zone', 'var.zone'], inline), ['? var.zone']],
  [
    'two places of one list of zones',
    network(['data.aws_availability_zones.all.names[0]', 'data.aws_availability_zones.all.names[1]'], inline),
    ['zone 0 of the Region', 'zone 1 of the Region'],
  ],
])('a gateway serves the zones of the subnets behind %s', async (_, main, expected) => {
  const report = await lintText({ 'main.tf': main });
  const { document } = nodeAt(report, 'aws_nat_gateway.one');
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const zones = isDocumentMap(facts) ? facts['zonesServed'] : undefined;
  const printed = (Array.isArray(zones) ? zones : []).map((zone: unknown) =>
    zone instanceof UnknownLeaf ? `? ${zone.symbol().reason.subject}` : String(zone),
  );
  expect(printed).toEqual(expected);
});

test.each([
  ['its own zone', '"us-east-1a"', '"us-east-1a"', false],
  ['another zone', '"us-east-1a"', '"us-east-1b"', true],
  [
    'another place of one list',
    'data.aws_availability_zones.all.names[0]',
    'data.aws_availability_zones.all.names[1]',
    true,
  ],
  ['one zone, whichever it is', 'var.zone', 'var.zone', false],
  ['a zone that is not known', '"us-east-1a"', 'var.zone', '? var.zone'],
  ['a zone, from a subnet whose zone AWS picks', 'null', '"us-east-1a"', '? the zone of aws_subnet.public'],
])('a gateway serves %s', async (_, own, served, expected) => {
  const gateway = `resource "aws_subnet" "public" {
  vpc_id            = "vpc-1"
  availability_zone = ${own}
}
`;
  const main = network([served], inline).replace('"subnet-public"', 'aws_subnet.public.id') + gateway;
  const { document } = nodeAt(await lintText({ 'main.tf': main }), 'aws_nat_gateway.one');
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const serves = isDocumentMap(facts) ? facts['servesAnotherZone'] : 'no facts';
  expect(serves instanceof UnknownLeaf ? `? ${serves.symbol().reason.subject}` : serves).toBe(expected);
});
