import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const worker = `
variable "caller" {}
resource "aws_lambda_function" "worker" {
  function_name = "worker"
  role          = "arn:aws:iam::111122223333:role/worker"
}
`;

function permission(name: string, principal: string, called = 'aws_lambda_function.worker.function_name'): string {
  return `resource "aws_lambda_permission" "${name}" {
  action        = "lambda:InvokeFunction"
  function_name = ${called}
  principal     = ${principal}
}
`;
}

const rotation = permission('rotation', '"secretsmanager.amazonaws.com"');
const alias = `resource "aws_lambda_alias" "live" {
  name             = "live"
  function_name    = aws_lambda_function.worker.function_name
  function_version = "1"
}
`;
const retries = `resource "aws_lambda_function_event_invoke_config" "worker" {
  function_name          = aws_lambda_function.worker.function_name
  maximum_retry_attempts = 1
}
`;

function caller(name: string): string {
  return `resource "aws_lambda_function" "${name}" {
  function_name = "${name}"
  role          = "arn:aws:iam::111122223333:role/${name}"
  environment {
    variables = { WORKER = aws_lambda_function.worker.arn }
  }
}
`;
}

const callerRotates = permission(
  'caller',
  '"secretsmanager.amazonaws.com"',
  'aws_lambda_function.caller.function_name',
);

test.each([
  ['rotates secrets', rotation, true],
  ['ships the logs of its Region', permission('logs', '"logs.us-east-1.amazonaws.com"'), true],
  ['answers AWS Config', permission('config', '"config.amazonaws.com"'), true],
  [
    'rotates secrets under an alias',
    alias + permission('rotation', '"secretsmanager.amazonaws.com"', 'aws_lambda_alias.live.arn'),
    true,
  ],
  ['rotates secrets, and is told how often to try', rotation + retries, true],
  ['rotates secrets and answers requests', rotation + permission('api', '"apigateway.amazonaws.com"'), false],
  [
    'is called by something that is not known',
    permission('somebody', 'var.caller'),
    '? what calls aws_lambda_function.worker',
  ],
  [
    'answers requests, and is called by something',
    permission('somebody', 'var.caller') + permission('api', '"apigateway.amazonaws.com"'),
    false,
  ],
  ['is called by a service whose name only looks alike', permission('odd', '"logs.example.amazonaws.com.evil"'), false],
  ['is used by nothing that is declared', retries, false],
  ['is called by a function that only rotates secrets', caller('caller') + callerRotates, true],
  ['is called by a function that nothing says more about', caller('caller'), false],
  ['is called by a helper and by another function', caller('caller') + callerRotates + caller('other'), false],
])('whether a function stays in its Region: it %s', async (_, more, expected) => {
  const report = await lintText({ 'main.tf': worker + more });
  expect(shown(factOf(report, 'aws_lambda_function.worker', 'staysHere'))).toBe(expected);
});

test.each([
  ['serves custom resources', 'Custom::Cleaning', 'ServiceToken: !GetAtt Worker.Arn', true],
  ['serves a macro', 'AWS::CloudFormation::Macro', 'Name: Cleaning\n      FunctionName: !GetAtt Worker.Arn', true],
  ['works on a queue', 'AWS::Lambda::EventSourceMapping', 'FunctionName: !Ref Worker', false],
])('whether a function of a template stays in its Region: it %s', async (_, type, properties, expected) => {
  const template = `Resources:
  Worker:
    Type: AWS::Lambda::Function
    Properties: { Role: 'arn:aws:iam::111122223333:role/worker', Code: { ZipFile: pass } }
  User:
    Type: ${type}
    Properties:
      ${properties}
`;
  const report = await lintText({ 'stack.yaml': template });
  expect(factOf(report, 'Worker', 'staysHere')).toBe(expected);
});
