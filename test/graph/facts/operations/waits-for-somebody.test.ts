/** Whether a switch waits for somebody to start it. */
import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const machine = `resource "aws_sfn_state_machine" "switch" {
  name       = "switch"
  role_arn   = "arn:aws:iam::111122223333:role/switch"
  definition = jsonencode({
    StartAt = "Promote"
    States  = { Promote = { Type = "Task", Resource = "arn:aws:states:::aws-sdk:rds:promoteReadReplica", End = true } }
  })
}
`;
const machineArn = 'aws_sfn_state_machine.switch.arn';

const schedule = (target: string, state = '"ENABLED"'): string => `resource "aws_scheduler_schedule" "check" {
  schedule_expression = "rate(1 minute)"
  state               = ${state}
  flexible_time_window { mode = "OFF" }
  target {
    arn      = ${target}
    role_arn = "arn:aws:iam::111122223333:role/start"
  }
}
`;

const starting = (called: string): string => `resource "aws_sfn_state_machine" "start" {
  name       = "start"
  role_arn   = "arn:aws:iam::111122223333:role/start"
  definition = jsonencode({
    StartAt = "Start"
    States  = { Start = { Type = "Task", Resource = "arn:aws:states:::states:startExecution", Parameters = { StateMachineArn = ${called} }, End = true } }
  })
}
`;

const rule = `resource "aws_cloudwatch_event_rule" "down" { event_pattern = jsonencode({ source = ["aws.health"] }) }
resource "aws_cloudwatch_event_target" "down" {
  rule = aws_cloudwatch_event_rule.down.name
  arn  = aws_sns_topic.outage.arn
}
`;
const topic = 'resource "aws_sns_topic" "outage" {}\n';
const calling = `resource "aws_lambda_function" "detect" {
  function_name = "detect"
  environment { variables = { MACHINE = ${machineArn} } }
}
`;
const subscribed = `resource "aws_sns_topic_subscription" "detect" {
  topic_arn = aws_sns_topic.outage.arn
  protocol  = "lambda"
  endpoint  = aws_lambda_function.detect.arn
}
`;
const may = (who: string): string => `? whether ${who} starts aws_sfn_state_machine.switch`;

test.each<{ what: string; beside: string; waits: unknown }>([
  { what: 'nothing', beside: '', waits: true },
  { what: 'a schedule', beside: schedule(machineArn), waits: false },
  { what: 'a schedule that is switched off', beside: schedule(machineArn, '"DISABLED"'), waits: true },
  {
    what: 'a schedule of a state that nobody knows',
    beside: `variable "state" {}\n${schedule(machineArn, 'var.state')}`,
    waits: '? var.state',
  },
  {
    what: 'a schedule, by way of another machine',
    beside: schedule('aws_sfn_state_machine.start.arn') + starting(machineArn),
    waits: false,
  },
  { what: 'another machine that nothing starts', beside: starting(machineArn), waits: true },
  { what: 'a function that nothing calls', beside: calling, waits: true },
  {
    what: 'a function that an event reaches, which may do something else',
    beside: topic + rule + subscribed + calling,
    waits: may('aws_lambda_function.detect'),
  },
  {
    what: 'what no table knows',
    beside: `resource "aws_pipes_pipe" "outage" { target = ${machineArn} }\n`,
    waits: may('aws_pipes_pipe.outage'),
  },
  {
    what: 'a module that is not on disk',
    beside: `module "start" {\n  source = "acme/start/aws"\n  machine = ${machineArn}\n}\n`,
    waits: may('module.start'),
  },
])('started by $what', async ({ beside, waits }) => {
  const report = await lintText({ 'main.tf': `${machine}${beside}` });
  expect(shown(factOf(report, 'aws_sfn_state_machine.switch', 'waitsForSomebody'))).toBe(waits);
});
