import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const balancer = `
provider "aws" { region = "us-east-1" }
variable "rules" { type = bool }
resource "aws_lb" "shop" { subnets = ["subnet-1", "subnet-2"] }
resource "aws_lb_listener" "shop" {
  load_balancer_arn = aws_lb.shop.arn
  port              = 443
  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.web.arn
  }
}
resource "aws_lb_target_group" "web" {}
resource "aws_lb_target_group" "api" {}
`;
const template = `Resources:
  Shop: { Type: 'AWS::ElasticLoadBalancingV2::LoadBalancer', Properties: { Subnets: [subnet-1, subnet-2] } }
  Web: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' }
  Api: { Type: 'AWS::ElasticLoadBalancingV2::TargetGroup' }
  Listener:
    Type: AWS::ElasticLoadBalancingV2::Listener
    Properties:
      LoadBalancerArn: !Ref Shop
      DefaultActions: [{ Type: forward, TargetGroupArn: !Ref Web }]
`;

test('a load balancer leads to its listeners, these to the groups of their default action, in both languages', async () => {
  const main = await lintText({ 'main.tf': balancer });
  expect(endsOf(main, 'aws_lb.shop', 'routesTo')).toEqual(['aws_lb_listener.shop']);
  expect(endsOf(main, 'aws_lb_listener.shop', 'routesTo')).toEqual(['aws_lb_target_group.web']);
  const stack = await lintText({ 'stack.yaml': template });
  expect(endsOf(stack, 'Shop', 'routesTo')).toEqual(['Listener']);
  expect(endsOf(stack, 'Listener', 'routesTo')).toEqual(['Web']);
});

describe('rules of a listener', () => {
  const rule = (count: string): string => `resource "aws_lb_listener_rule" "api" {
  ${count}
  listener_arn = aws_lb_listener.shop.arn
  action {
    type = "forward"
    forward {
      target_group { arn = aws_lb_target_group.api.arn }
    }
  }
}
`;

  test.each([
    ['lead it to further groups', '', 'aws_lb_target_group.api'],
    ['perhaps, where they may not exist', 'count = var.rules ? 1 : 0', 'aws_lb_target_group.api?'],
  ])('%s', async (_, count, expected) => {
    const report = await lintText({ 'main.tf': balancer + rule(count) });
    expect(endsOf(report, 'aws_lb_listener.shop', 'routesTo')).toEqual([expected, 'aws_lb_target_group.web']);
  });

  test('in a template, too', async () => {
    const text = `${template}  Rule:
    Type: AWS::ElasticLoadBalancingV2::ListenerRule
    Properties:
      ListenerArn: !Ref Listener
      Priority: 1
      Actions: [{ Type: forward, ForwardConfig: { TargetGroups: [{ TargetGroupArn: !Ref Api }] } }]
`;
    const report = await lintText({ 'stack.yaml': text });
    expect(endsOf(report, 'Listener', 'routesTo')).toEqual(['Api', 'Web']);
    expect(endsOf(report, 'Rule', 'memberOf')).toEqual(['Listener']);
  });
});

describe('a target group leads to', () => {
  test.each([
    [
      'an Auto Scaling group that names it',
      'resource "aws_autoscaling_group" "web" { target_group_arns = [aws_lb_target_group.web.arn] }',
      'aws_autoscaling_group.web',
    ],
    [
      'an Auto Scaling group that is attached to it',
      'resource "aws_autoscaling_group" "web" {}\nresource "aws_autoscaling_attachment" "web" {\n  autoscaling_group_name = aws_autoscaling_group.web.id\n  lb_target_group_arn = aws_lb_target_group.web.arn\n}',
      'aws_autoscaling_group.web',
    ],
    [
      'an Auto Scaling group whose traffic it is',
      'resource "aws_autoscaling_group" "web" {\n  traffic_source {\n    identifier = aws_lb_target_group.web.arn\n    type = "elbv2"\n  }\n}',
      'aws_autoscaling_group.web',
    ],
    [
      'a container service',
      'resource "aws_ecs_service" "web" {\n  load_balancer {\n    target_group_arn = aws_lb_target_group.web.arn\n    container_name = "web"\n    container_port = 80\n  }\n}',
      'aws_ecs_service.web',
    ],
    [
      'an instance',
      'resource "aws_instance" "web" {}\nresource "aws_lb_target_group_attachment" "web" {\n  target_group_arn = aws_lb_target_group.web.arn\n  target_id = aws_instance.web.id\n}',
      'aws_instance.web',
    ],
    [
      'a function',
      'resource "aws_lambda_function" "web" {}\nresource "aws_lb_target_group_attachment" "web" {\n  target_group_arn = aws_lb_target_group.web.arn\n  target_id = aws_lambda_function.web.arn\n}',
      'aws_lambda_function.web',
    ],
    [
      'a group only perhaps, of which an input says what it serves',
      'variable "groups" {}\nresource "aws_autoscaling_group" "web" { target_group_arns = var.groups }',
      undefined,
    ],
  ])('%s', async (_, compute, expected) => {
    const report = await lintText({ 'main.tf': `${balancer}${compute}\n` });
    expect(endsOf(report, 'aws_lb_target_group.web', 'routesTo')).toEqual(expected === undefined ? [] : [expected]);
    if (expected === undefined) {
      expect(endsOf(report, 'aws_autoscaling_group.web', 'reachedBy')).toEqual(['var.groups?']);
    }
  });

  test('the same in a template', async () => {
    const report = await lintText({
      'stack.yaml': `${template}  Servers: { Type: 'AWS::AutoScaling::AutoScalingGroup', Properties: { TargetGroupARNs: [!Ref Web] } }
  Tasks: { Type: 'AWS::ECS::Service', Properties: { LoadBalancers: [{ TargetGroupArn: !Ref Api, ContainerName: api }] } }
`,
    });
    expect(endsOf(report, 'Web', 'routesTo')).toEqual(['Servers']);
    expect(endsOf(report, 'Api', 'routesTo')).toEqual(['Tasks']);
  });
});

test('a classic load balancer leads to what answers at once', async () => {
  const main = `
resource "aws_instance" "one" {}
resource "aws_elb" "shop" {
  name      = "shop"
  instances = [aws_instance.one.id]
}
resource "aws_autoscaling_group" "web" { load_balancers = [aws_elb.shop.name] }
`;
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_elb.shop', 'routesTo')).toEqual(['aws_autoscaling_group.web', 'aws_instance.one']);
});
