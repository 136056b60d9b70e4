/** What switches a workload to another Region, and what that switch needs. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const automation = (name: string, actions: string): string => `resource "aws_iam_role" "switch" {
  assume_role_policy = "{}"
}
resource "aws_iam_role_policy" "switch" {
  role   = aws_iam_role.switch.id
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = ${actions}, Resource = "*" }] })
}
resource "aws_lambda_function" "automation" {
  function_name = "${name}"
  role          = aws_iam_role.switch.arn
}
resource "aws_sns_topic" "alarms" {}
resource "aws_sns_topic_subscription" "automation" {
  topic_arn = aws_sns_topic.alarms.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.automation.arn
}
`;

const topic = 'aws_sns_topic.alarms';
const started = 'it starts aws_lambda_function.automation';

test.each<{ what: string; name?: string; actions: string; switches: true | undefined; planes?: readonly unknown[] }>([
  { what: 'a call that only a switch makes', actions: '["rds:PromoteReadReplica"]', switches: true, planes: [] },
  { what: 'a call of daily work', actions: '["ecs:UpdateService"]', switches: undefined },
  {
    what: 'a call of daily work in a failover',
    name: 'failover',
    actions: '["ecs:UpdateService"]',
    switches: true,
    planes: [],
  },
  { what: 'servers that are recovered, be it for a drill', actions: '["drs:StartRecovery"]', switches: undefined },
  {
    what: 'a replication that is ended in a failover',
    name: 'failover',
    actions: '["elasticfilesystem:DeleteReplicationConfiguration"]',
    switches: true,
    planes: [],
  },
  { what: 'all calls of a service', actions: '["rds:*"]', switches: undefined },
  {
    what: 'a call that one control plane answers',
    name: 'failover',
    actions: '["globalaccelerator:UpdateAccelerator"]',
    switches: true,
    planes: [{ call: 'globalaccelerator:updateaccelerator', region: 'us-west-2' }],
  },
])('$what', async ({ name = 'worker', actions, switches, planes }) => {
  const report = await lintText({ 'main.tf': automation(name, actions) });
  const at = 'aws_lambda_function.automation';
  expect(shown(factOf(report, at, 'switches'))).toBe(switches);
  expect(shown(factOf(report, at, 'controlPlanes'))).toEqual(planes);
  expect(shown(factOf(report, topic, 'neededForRecovery'))).toBe(switches === true);
  expect(shown(factOf(report, topic, 'neededBecause'))).toBe(switches === true ? started : undefined);
});

const task = (call: string): string =>
  `resource "aws_sfn_state_machine" "steps" {
  definition = jsonencode({ StartAt = "A", States = { A = { Type = "Task", Resource = "arn:aws:states:::aws-sdk:${call}", End = true } } })
}`;
const runbook = (service: string, api: string): string =>
  `resource "aws_ssm_document" "steps" {
  document_type   = "Automation"
  document_format = "JSON"
  content = jsonencode({ schemaVersion = "0.3", mainSteps = [{ name = "a", action = "aws:executeAwsApi", inputs = { Service = "${service}", Api = "${api}" } }] })
}`;

test.each([
  ['a task of S3 Control', task('s3control:submitMultiRegionAccessPointRoutes'), true],
  ['a task that turns a routing control', task('route53recoverycluster:updateRoutingControlStates'), true],
  ['a task that fails a document database over', task('docdb:failoverGlobalCluster'), true],
  ['a step that does', runbook('docdb', 'FailoverGlobalCluster'), true],
  ['a step that names a method', runbook('rds', 'promote_read_replica'), true],
  ['a step of daily work', runbook('efs', 'DescribeFileSystems'), undefined],
])('the calls of %s are told by whatever name it has for the service', async (_, main, switches) => {
  const report = await lintText({ 'main.tf': main });
  const address = main.includes('sfn') ? 'aws_sfn_state_machine.steps' : 'aws_ssm_document.steps';
  expect(factOf(report, address, 'switches')).toBe(switches);
});
