import { describe, expect, test } from 'vitest';
import { MeasureLeaf } from '../../../../src/core/document.ts';
import { factOf, shown } from '../../../helpers/facts.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const probe = (name: string, times: string): string =>
  `resource "aws_route53_health_check" "${name}" {\n  type = "HTTPS"\n  fqdn = "${name}.example.com"\n  ${times}\n}\n`;
const checks =
  'variable "wanted" { type = number }\n' +
  probe('fast', 'request_interval = 10\n  failure_threshold = 1') +
  probe('usual', '') +
  probe('slow', 'failure_threshold = 10');
const calculated = (wanted: string, children = ['fast', 'usual', 'slow']): string =>
  `resource "aws_route53_health_check" "all" {\n  type = "CALCULATED"\n  child_healthchecks = [${children.map((name) => `aws_route53_health_check.${name}.id`).join(', ')}]\n  ${wanted}\n}\n`;

describe('a calculated check notices a failure', () => {
  test.each([
    ['with the first child when it wants all', 'child_health_threshold = 3', 10],
    ['with the second when it wants two of three', 'child_health_threshold = 2', 90],
    ['with the last when it wants one', 'child_health_threshold = 1', 300],
    ['never when it wants none', 'child_health_threshold = 0', Infinity],
    ['at a time that is not known when an input says how many', 'child_health_threshold = var.wanted', [0, Infinity]],
  ])('%s', async (_, wanted, expected) => {
    const report = await lintText({ 'main.tf': checks + calculated(wanted) });
    expect(shown(factOf(report, 'aws_route53_health_check.all', 'detection'))).toEqual(expected);
  });

  test('as its own children do', async () => {
    const outer = calculated('child_health_threshold = 1', ['inner']).replace('"all"', '"outer"');
    const inner = calculated('child_health_threshold = 1', ['slow']).replace('"all"', '"inner"');
    const report = await lintText({ 'main.tf': checks + outer + inner });
    expect(shown(factOf(report, 'aws_route53_health_check.outer', 'detection'))).toBe(300);
    expect(endsOf(report, 'aws_route53_health_check.outer', 'dependsOn')).toEqual(['aws_route53_health_check.inner']);
  });

  test('in a template as in Terraform', async () => {
    const report = await lintText({
      'stack.yaml': `Resources:
  Fast:
    Type: AWS::Route53::HealthCheck
    Properties: { HealthCheckConfig: { Type: HTTPS, RequestInterval: 10, FailureThreshold: 2, FullyQualifiedDomainName: a.example.com } }
  All:
    Type: AWS::Route53::HealthCheck
    Properties: { HealthCheckConfig: { Type: CALCULATED, HealthThreshold: 1, ChildHealthChecks: [!Ref Fast] } }
`,
    });
    expect(shown(factOf(report, 'All', 'detection'))).toBe(20);
  });
});

describe('the check of an alarm notices when the alarm does', () => {
  const alarm = (more: string): string => `
provider "aws" { region = "us-east-1" }
variable "periods" { type = number }
resource "aws_cloudwatch_metric_alarm" "errors" {
  alarm_name = "errors"
  period     = 60
  ${more}
}
`;
  const check = (name: string, region = 'us-east-1'): string => `resource "aws_route53_health_check" "alarm" {
  type                    = "CLOUDWATCH_METRIC"
  cloudwatch_alarm_name   = ${name}
  cloudwatch_alarm_region = "${region}"
}
`;

  test.each([
    ['after so many periods', 'evaluation_periods = 5', 300],
    ['after as many as must be bad', 'evaluation_periods = 5\n  datapoints_to_alarm = 2', 120],
    ['sometime, where an input says how many', 'evaluation_periods = var.periods', [0, Infinity]],
  ])('%s', async (_, periods, expected) => {
    const report = await lintText({
      'main.tf': alarm(periods) + check('aws_cloudwatch_metric_alarm.errors.alarm_name'),
    });
    expect(shown(factOf(report, 'aws_route53_health_check.alarm', 'detection'))).toEqual(expected);
  });

  test.each([
    ['by its name in the Region that the check states', 'us-east-1', ['aws_cloudwatch_metric_alarm.errors']],
    ['not by its name in another one', 'us-west-2', ['errors']],
  ])('found %s', async (_, region, expected) => {
    const report = await lintText({ 'main.tf': alarm('evaluation_periods = 5') + check('"errors"', region) });
    expect(endsOf(report, 'aws_route53_health_check.alarm', 'dependsOn')).toEqual(expected);
  });

  test('and when that is, only its code tells', async () => {
    const report = await lintText({ 'main.tf': check('"elsewhere"') });
    const detection = factOf(report, 'aws_route53_health_check.alarm', 'detection');
    expect(detection instanceof MeasureLeaf && detection.because()?.reason).toMatchObject({
      subject: 'how soon the alarm elsewhere goes off',
      cure: 'scan the code that declares it, too',
    });
  });
});

test('a routing control notices nothing: somebody turns it', async () => {
  const report = await lintText({
    'main.tf': `
resource "aws_route53recoverycontrolconfig_routing_control" "east" {
  name        = "east"
  cluster_arn = "arn:aws:route53-recovery-control::111122223333:cluster/1"
}
resource "aws_route53_health_check" "east" {
  type                = "RECOVERY_CONTROL"
  routing_control_arn = aws_route53recoverycontrolconfig_routing_control.east.arn
}
`,
  });
  const check = 'aws_route53_health_check.east';
  expect(endsOf(report, check, 'dependsOn')).toEqual(['aws_route53recoverycontrolconfig_routing_control.east']);
  expect(factOf(report, check, 'detection')).toBeUndefined();
});

describe('clients have moved', () => {
  const record = (name: string, body: string): string =>
    `resource "aws_route53_record" "${name}" {\n  zone_id = "Z1"\n  name = "${name}.example.com"\n  type = "A"\n  ${body}\n}\n`;
  const checked =
    'health_check_id = aws_route53_health_check.usual.id\n  set_identifier = "east"\n  failover_routing_policy { type = "PRIMARY" }';

  test.each([
    ['when a record is no longer cached', 'records = ["192.0.2.1"]\n  ttl = 120', 120],
    [
      'a minute later with an alias of a load balancer',
      'alias {\n    name = "a-1.us-east-1.elb.amazonaws.com"\n    zone_id = "Z2"\n    evaluate_target_health = true\n  }',
      60,
    ],
    [
      'when the record behind an alias is no longer cached',
      'alias {\n    name = "behind.example.com"\n    zone_id = "Z1"\n    evaluate_target_health = true\n  }',
      300,
    ],
  ])('%s', async (_, body, cached) => {
    const behind = record('behind', 'records = ["192.0.2.2"]\n  ttl = 300');
    const report = await lintText({ 'main.tf': checks + behind + record('shop', `${body}\n  ${checked}`) });
    expect(shown(factOf(report, 'aws_route53_record.shop', 'cached'))).toBe(cached);
    expect(shown(factOf(report, 'aws_route53_record.shop', 'detection'))).toBe(90);
    expect(shown(factOf(report, 'aws_route53_health_check.usual', 'switch'))).toBe(90 + cached);
  });
});
