import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const front = `
variable "subnets" { type = list(string) }
variable "least" { type = number }
resource "aws_subnet" "public" {
  for_each          = toset(["us-east-1a", "us-east-1b"])
  vpc_id            = "vpc-1"
  availability_zone = each.key
}
resource "aws_subnet" "private" {
  for_each          = toset(["us-east-1a", "us-east-1b", "us-east-1c"])
  vpc_id            = "vpc-1"
  availability_zone = each.key
}
resource "aws_lb" "api" {
  load_balancer_type = "network"
  subnets            = values(aws_subnet.public)[*].id
}
resource "aws_lb_listener" "api" {
  load_balancer_arn = aws_lb.api.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.api.arn
  }
}
resource "aws_lb_target_group" "api" { protocol = "TCP" }
`;

function group(subnets: string, least = '2'): string {
  return `resource "aws_autoscaling_group" "api" {
  min_size            = ${least}
  vpc_zone_identifier = ${subnets}
  target_group_arns   = [aws_lb_target_group.api.arn]
}
`;
}

function servers(...zones: readonly string[]): string {
  return zones
    .map(
      (zone, index) => `resource "aws_instance" "server_${index}" { availability_zone = "${zone}" }
resource "aws_lb_target_group_attachment" "server_${index}" {
  target_group_arn = aws_lb_target_group.api.arn
  target_id        = aws_instance.server_${index}.id
}
`,
    )
    .join('');
}

const both = '[aws_subnet.private["us-east-1a"].id, aws_subnet.private["us-east-1b"].id]';
const further = '[aws_subnet.private["us-east-1a"].id, aws_subnet.private["us-east-1c"].id]';
const emptyGroup = `resource "aws_lb_target_group" "other" { protocol = "TCP" }
resource "aws_lb_listener" "other" {
  load_balancer_arn = aws_lb.api.arn
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.other.arn
  }
}
`;

test.each([
  ['a group in the same zones', group(both), true],
  ['a group in other zones', group(further), false],
  ['a group in one of the zones', group('[aws_subnet.private["us-east-1a"].id]'), false],
  ['a group that may be smaller than the zones are many', group(both, '1'), false],
  ['a group whose size is not known', group(both, 'var.least'), '? var.least'],
  [
    'a group whose zones are not known',
    group('var.subnets'),
    '? whether each zone of aws_lb.api has its share of the targets',
  ],
  ['a server in each zone', servers('us-east-1a', 'us-east-1b'), true],
  ['two servers in one zone and one in the other', servers('us-east-1a', 'us-east-1a', 'us-east-1b'), false],
  ['servers in one zone', servers('us-east-1a', 'us-east-1a'), false],
  ['a server outside of the zones', servers('us-east-1a', 'us-east-1b', 'us-east-1c'), false],
  ['nothing that is declared', '', false],
  ['a group, and beside it what is declared elsewhere', group(both) + emptyGroup, false],
])('targets of a load balancer are even: %s', async (_, targets, expected) => {
  const report = await lintText({ 'main.tf': front + targets });
  expect(shown(factOf(report, 'aws_lb.api', 'evenTargets'))).toBe(expected);
});

test('one zone is even with itself', async () => {
  const main = `resource "aws_lb" "api" {
  load_balancer_type = "network"
  subnets            = ["subnet-1"]
}`;
  expect(factOf(await lintText({ 'main.tf': main }), 'aws_lb.api', 'evenTargets')).toBe(true);
});
