import { expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

test('routing controls belong to a panel and cluster, and a safety rule guards them', async () => {
  const main = await lintText({
    'main.tf': `
resource "aws_route53recoverycontrolconfig_cluster" "shop" { name = "shop" }
resource "aws_route53recoverycontrolconfig_control_panel" "shop" {
  name        = "shop"
  cluster_arn = aws_route53recoverycontrolconfig_cluster.shop.arn
}
resource "aws_route53recoverycontrolconfig_routing_control" "east" {
  name              = "east"
  cluster_arn       = aws_route53recoverycontrolconfig_cluster.shop.arn
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.shop.arn
}
resource "aws_route53recoverycontrolconfig_safety_rule" "one" {
  name              = "one"
  control_panel_arn = aws_route53recoverycontrolconfig_control_panel.shop.arn
  asserted_controls = [aws_route53recoverycontrolconfig_routing_control.east.arn]
}
`,
  });
  const of = 'aws_route53recoverycontrolconfig';
  expect(endsOf(main, `${of}_routing_control.east`, 'memberOf')).toEqual([
    `${of}_cluster.shop`,
    `${of}_control_panel.shop`,
  ]);
  expect(endsOf(main, `${of}_safety_rule.one`, 'dependsOn')).toEqual([`${of}_routing_control.east`]);
});

test('a readiness check looks at what its resource set names, in both languages', async () => {
  const main = await lintText({
    'main.tf': `
resource "aws_dynamodb_table" "orders" { name = "orders" }
resource "aws_route53recoveryreadiness_resource_set" "orders" {
  resource_set_name = "orders"
  resource_set_type = "AWS::DynamoDB::Table"
  resources { resource_arn = aws_dynamodb_table.orders.arn }
}
resource "aws_route53recoveryreadiness_readiness_check" "orders" {
  readiness_check_name = "orders"
  resource_set_name    = aws_route53recoveryreadiness_resource_set.orders.resource_set_name
}
`,
  });
  expect(endsOf(main, 'aws_route53recoveryreadiness_readiness_check.orders', 'probes')).toEqual([
    'aws_dynamodb_table.orders',
  ]);
  const stack = await lintText({
    'stack.yaml': `Resources:
  Orders: { Type: 'AWS::DynamoDB::Table', Properties: { TableName: orders } }
  Set:
    Type: AWS::Route53RecoveryReadiness::ResourceSet
    Properties:
      ResourceSetName: orders
      ResourceSetType: AWS::DynamoDB::Table
      Resources: [{ ResourceArn: !GetAtt Orders.Arn }]
  Check:
    Type: AWS::Route53RecoveryReadiness::ReadinessCheck
    Properties: { ReadinessCheckName: orders, ResourceSetName: !Ref Set }
`,
  });
  expect(endsOf(stack, 'Check', 'probes')).toEqual(['Orders']);
});
