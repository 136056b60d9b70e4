import { describe, expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const topic = 'resource "aws_sns_topic" "oncall" { name = "oncall" }\n';
const subscription =
  'resource "aws_sns_topic_subscription" "mail" {\n  topic_arn = aws_sns_topic.oncall.arn\n  protocol = "email"\n  endpoint = "oncall@example.com"\n}\n';
const alarm = (body: string): string =>
  `variable "actions" {}\nresource "aws_cloudwatch_metric_alarm" "errors" {\n  alarm_name = "errors"\n  ${body}\n}\n`;
const toTopic = 'alarm_actions = [aws_sns_topic.oncall.arn]';

describe('an alarm tells somebody', () => {
  test.each([
    ['by a topic with a subscription', topic + subscription + alarm(toTopic), true],
    [
      'perhaps by one without, to which people may subscribe themselves',
      topic + alarm(toTopic),
      '? whether aws_cloudwatch_metric_alarm.errors tells somebody',
    ],
    [
      'by a topic that is declared elsewhere',
      alarm('alarm_actions = ["arn:aws:sns:us-east-1:111122223333:oncall"]'),
      true,
    ],
    ['not without actions', alarm(''), false],
    [
      'not with actions that are switched off',
      topic + subscription + alarm(`${toTopic}\n  actions_enabled = false`),
      false,
    ],
    [
      'perhaps by what an input names',
      alarm('alarm_actions = var.actions'),
      '? whether aws_cloudwatch_metric_alarm.errors tells somebody',
    ],
    [
      'by the composite alarm that it is a part of',
      `${topic}${subscription}${alarm('')}resource "aws_cloudwatch_composite_alarm" "all" {\n  alarm_name = "all"\n  alarm_rule = "ALARM(\${aws_cloudwatch_metric_alarm.errors.alarm_name})"\n  ${toTopic}\n}\n`,
      true,
    ],
  ])('%s', async (_, main, expected) => {
    const report = await lintText({ 'main.tf': main });
    expect(shown(factOf(report, 'aws_cloudwatch_metric_alarm.errors', 'tellsSomebody'))).toBe(expected);
  });

  test('in a template as in Terraform', async () => {
    const report = await lintText({
      'stack.yaml': `Resources:
  Oncall: { Type: 'AWS::SNS::Topic', Properties: { Subscription: [{ Protocol: email, Endpoint: oncall@example.com }] } }
  Silent: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: Errors } }
  Loud: { Type: 'AWS::CloudWatch::Alarm', Properties: { MetricName: Errors, AlarmActions: [!Ref Oncall] } }
`,
    });
    expect(factOf(report, 'Silent', 'tellsSomebody')).toBe(false);
    expect(factOf(report, 'Loud', 'tellsSomebody')).toBe(true);
    expect(endsOf(report, 'Loud', 'routesTo')).toEqual(['Oncall']);
  });
});

test('an event reaches the targets of its rule, in both languages', async () => {
  const main = await lintText({
    'main.tf': `
resource "aws_cloudwatch_event_rule" "health" { name = "health" }
resource "aws_cloudwatch_event_target" "failover" {
  rule      = aws_cloudwatch_event_rule.health.name
  target_id = "failover"
  arn       = aws_lambda_function.failover.arn
}
resource "aws_lambda_function" "failover" { function_name = "failover" }
resource "aws_scheduler_schedule" "drill" {
  schedule_expression = "rate(30 days)"
  target {
    arn      = aws_sfn_state_machine.drill.arn
    role_arn = "arn:aws:iam::111122223333:role/drill"
  }
}
resource "aws_sfn_state_machine" "drill" {
  definition = jsonencode({ States = { Failover = { Resource = aws_lambda_function.failover.arn } } })
}
`,
  });
  expect(endsOf(main, 'aws_cloudwatch_event_rule.health', 'routesTo')).toEqual(['aws_lambda_function.failover']);
  expect(endsOf(main, 'aws_scheduler_schedule.drill', 'routesTo')).toEqual(['aws_sfn_state_machine.drill']);
  expect(endsOf(main, 'aws_sfn_state_machine.drill', 'dependsOn')).toEqual(['aws_lambda_function.failover']);
  const stack = await lintText({
    'stack.yaml': `Resources:
  Failover: { Type: 'AWS::Lambda::Function' }
  Health:
    Type: AWS::Events::Rule
    Properties: { EventPattern: { source: [aws.health] }, Targets: [{ Id: failover, Arn: !GetAtt Failover.Arn }] }
`,
  });
  expect(endsOf(stack, 'Health', 'routesTo')).toEqual(['Failover']);
});

test('a global endpoint of events leads to its buses and goes by a health check', async () => {
  const report = await lintText({
    'main.tf': `
resource "aws_route53_health_check" "east" { type = "HTTPS" }
resource "aws_cloudwatch_event_bus" "orders" { name = "orders" }
resource "aws_cloudwatch_event_endpoint" "orders" {
  name = "orders"
  event_bus { event_bus_arn = aws_cloudwatch_event_bus.orders.arn }
  event_bus { event_bus_arn = "arn:aws:events:us-west-2:111122223333:event-bus/orders" }
  routing_config {
    failover_config {
      primary { health_check = aws_route53_health_check.east.arn }
      secondary { route = "us-west-2" }
    }
  }
}
`,
  });
  const endpoint = 'aws_cloudwatch_event_endpoint.orders';
  expect(endsOf(report, endpoint, 'routesTo')).toEqual([
    'arn:aws:events:us-west-2:111122223333:event-bus/orders',
    'aws_cloudwatch_event_bus.orders',
  ]);
  expect(endsOf(report, endpoint, 'dependsOn')).toEqual(['aws_route53_health_check.east']);
});
