import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const record = (name: string, weight: string, zone = 'Z1'): string => `resource "aws_route53_record" "${name}" {
  zone_id        = "${zone}"
  name           = "shop.example.com"
  type           = "A"
  ttl            = 60
  records        = ["192.0.2.1"]
  set_identifier = "${name}"
  weighted_routing_policy { weight = ${weight} }
}
`;

test.each([
  ['by the weights', '90', '10', 0.9, 0.1],
  ['nothing for one of weight 0', '1', '0', 1, 0],
  ['evenly where all are 0', '0', '0', 0.5, 0.5],
  ['in any way where a weight is not known', 'var.weight', '10', [0, 1], [0, 1]],
  ['nothing for one of weight 0 beside one that is not known', 'var.weight', '0', [0, 1], 0],
])('records share the answers %s', async (_, one, other, share, rest) => {
  const main = `variable "weight" { type = number }\n${record('one', one)}${record('other', other)}`;
  const report = await lintText({ 'main.tf': main });
  expect(shown(factOf(report, 'aws_route53_record.one', 'trafficShare'))).toEqual(share);
  expect(shown(factOf(report, 'aws_route53_record.other', 'trafficShare'))).toEqual(rest);
});

test('records of another zone are of another set', async () => {
  const report = await lintText({ 'main.tf': record('one', '10') + record('other', '90', 'Z2') });
  expect(shown(factOf(report, 'aws_route53_record.one', 'trafficShare'))).toBe(1);
});

test('records of a module that looks its zone up, called once per Region, are of one set', async () => {
  const report = await lintText({
    'main.tf': ['east', 'west']
      .map((name, index) => `module "${name}" {\n  source = "./region"\n  weight = ${100 - index * 100}\n}\n`)
      .join(''),
    'region/main.tf': `variable "weight" { type = number }
data "aws_route53_zone" "shop" { name = "example.com" }
${record('shop', 'var.weight').replace('"Z1"', 'data.aws_route53_zone.shop.zone_id')}`,
  });
  expect(shown(factOf(report, 'module.east.aws_route53_record.shop', 'trafficShare'))).toBe(1);
  expect(shown(factOf(report, 'module.west.aws_route53_record.shop', 'trafficShare'))).toBe(0);
});

test('in a template as in Terraform', async () => {
  const one = (name: string, weight: number): string =>
    `        - { Name: shop.example.com, Type: A, TTL: 60, ResourceRecords: [192.0.2.1], SetIdentifier: ${name}, Weight: ${weight} }\n`;
  const report = await lintText({
    'stack.yaml': `Resources:
  Shop:
    Type: AWS::Route53::RecordSetGroup
    Properties:
      HostedZoneId: Z1
      RecordSets:
${one('east', 3)}${one('west', 1)}`,
  });
  expect(shown(factOf(report, 'Shop/record["shop.example.com A east"]', 'trafficShare'))).toBe(0.75);
});
