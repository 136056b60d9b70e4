import { describe, expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const accelerator = `
provider "aws" { region = "us-east-1" }
variable "dial" { type = number }
resource "aws_lb" "east" {}
resource "aws_globalaccelerator_accelerator" "shop" { name = "shop" }
resource "aws_globalaccelerator_listener" "shop" { accelerator_arn = aws_globalaccelerator_accelerator.shop.id }
`;
const group = (name: string, more: string): string =>
  `resource "aws_globalaccelerator_endpoint_group" "${name}" {\n  listener_arn = aws_globalaccelerator_listener.shop.id\n  ${more}\n}\n`;
const east = group(
  'east',
  'endpoint_group_region = "us-east-1"\n  endpoint_configuration { endpoint_id = aws_lb.east.arn }',
);

test('an accelerator leads through listener and endpoint group to a load balancer, in both languages', async () => {
  const main = await lintText({ 'main.tf': accelerator + east });
  const stack = await lintText({
    'stack.yaml': `Resources:
  Balancer: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer' }
  Shop: { Type: 'AWS::GlobalAccelerator::Accelerator', Properties: { Name: shop } }
  Listener: { Type: 'AWS::GlobalAccelerator::Listener', Properties: { AcceleratorArn: !Ref Shop, Protocol: TCP } }
  Group:
    Type: AWS::GlobalAccelerator::EndpointGroup
    Properties:
      ListenerArn: !Ref Listener
      EndpointGroupRegion: us-east-1
      EndpointConfigurations: [{ EndpointId: !Ref Balancer }]
`,
  });
  for (const [report, names] of [
    [
      main,
      [
        'aws_globalaccelerator_accelerator.shop',
        'aws_globalaccelerator_listener.shop',
        'aws_globalaccelerator_endpoint_group.east',
        'aws_lb.east',
      ],
    ],
    [stack, ['Shop', 'Listener', 'Group', 'Balancer']],
  ] as const) {
    const [first, second, third, last] = names;
    expect(endsOf(report, first, 'routesTo')).toEqual([second]);
    expect(endsOf(report, second, 'routesTo')).toEqual([third]);
    expect(endsOf(report, third, 'routesTo')).toEqual([last]);
    expect(shown(factOf(report, first, 'regionsServed'))).toEqual(['us-east-1']);
    expect(shown(factOf(report, third, 'detection'))).toBe(90);
  }
});

describe('an accelerator serves', () => {
  test.each([
    ['every Region with a group', 'endpoint_group_region = "us-west-2"', ['us-east-1', 'us-west-2']],
    [
      'none whose group is dialled to 0',
      'endpoint_group_region = "us-west-2"\n  traffic_dial_percentage = 0',
      ['us-east-1'],
    ],
    [
      'perhaps one more where the dial is an input',
      'endpoint_group_region = "us-west-2"\n  traffic_dial_percentage = var.dial',
      ['us-east-1', '? var.dial'],
    ],
    [
      'the Region of the endpoints where none is stated',
      'endpoint_configuration { endpoint_id = aws_lb.east.arn }',
      ['us-east-1'],
    ],
  ])('%s', async (_, more, expected) => {
    const report = await lintText({ 'main.tf': accelerator + east + group('other', more) });
    expect(shown(factOf(report, 'aws_globalaccelerator_accelerator.shop', 'regionsServed'))).toEqual(expected);
  });

  test('reaches nobody knows how many Regions with a group for each of what is not known', async () => {
    const each = group('each', 'for_each = toset(var.regions)\n  endpoint_group_region = each.value');
    const report = await lintText({ 'main.tf': `${accelerator}variable "regions" {}\n${each}` });
    const reached = factOf(report, 'aws_globalaccelerator_accelerator.shop', 'regionsReached');
    expect(shown(reached)).toMatch(/var\.regions/u);
  });

  test('reaches a Region that is dialled to 0 when it fails over', async () => {
    const other = group('other', 'endpoint_group_region = "us-west-2"\n  traffic_dial_percentage = 0');
    const report = await lintText({ 'main.tf': accelerator + east + other });
    const reached = factOf(report, 'aws_globalaccelerator_accelerator.shop', 'regionsReached');
    expect(shown(reached)).toEqual(['us-east-1', 'us-west-2']);
  });

  test.each([
    ['with a shorter interval', 'health_check_interval_seconds = 10', 30],
    ['with fewer checks', 'threshold_count = 1', 30],
    ['with a number of checks that is an input', 'threshold_count = var.dial', [0, Infinity]],
  ])('notices failures %s', async (_, more, expected) => {
    const report = await lintText({ 'main.tf': accelerator + group('east', more) });
    expect(shown(factOf(report, 'aws_globalaccelerator_endpoint_group.east', 'detection'))).toEqual(expected);
  });
});

describe('an accelerator reaches', () => {
  const weighing = (weight: string): string =>
    group(
      'west',
      `endpoint_group_region = "us-west-2"\n  endpoint_configuration {\n    endpoint_id = "arn:aws:elasticloadbalancing:us-west-2:111122223333:loadbalancer/app/web/1"\n    weight = ${weight}\n  }`,
    );
  const other = `resource "aws_globalaccelerator_listener" "other" { accelerator_arn = aws_globalaccelerator_accelerator.shop.id }
resource "aws_globalaccelerator_endpoint_group" "other" {
  listener_arn          = aws_globalaccelerator_listener.other.id
  endpoint_group_region = "us-west-2"
}
`;

  test.each([
    ['both Regions whose endpoints have a weight', weighing('1'), ['us-east-1', 'us-west-2']],
    ['none whose endpoints weigh nothing', weighing('0'), ['us-east-1']],
    ['what the listener with the fewest groups does', `${weighing('1')}${other}`, ['us-west-2']],
  ])('%s', async (_, more, regions) => {
    const report = await lintText({ 'main.tf': accelerator + east + more });
    expect(shown(factOf(report, 'aws_globalaccelerator_accelerator.shop', 'regionsReached'))).toEqual(regions);
  });
});
