import { describe, expect, test } from 'vitest';
import { factOf } from '../../../helpers/facts.ts';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const mails = `
resource "aws_lambda_function" "mails" {
  function_name = "mails"
  role          = "arn:aws:iam::111122223333:role/mails"
}
`;

const distribution = (name: string, arn: string): string => `
resource "aws_cloudfront_distribution" "${name}" {
  enabled = true
  origin {
    origin_id   = "shop"
    domain_name = "shop.example.com"
  }
  default_cache_behavior {
    target_origin_id = "shop"
    lambda_function_association {
      event_type = "viewer-request"
      lambda_arn = ${arn}
    }
  }
}
`;

const permission = (principal: string, of = 'aws_lambda_function.mails.function_name'): string => `
variable "service" {}
resource "aws_lambda_permission" "mails" {
  action        = "lambda:InvokeFunction"
  function_name = ${of}
  principal     = ${principal}
}
`;

test('a distribution needs what it runs at the edge', async () => {
  const main = mails + distribution('shop', 'aws_lambda_function.mails.qualified_arn');
  const report = await lintText({ 'main.tf': main });
  expect(endsOf(report, 'aws_lambda_function.mails', 'neededBy')).toEqual(['aws_cloudfront_distribution.shop']);
});

test('a custom resource needs the function behind it, and a version leads to its function', async () => {
  const template = `Resources:
  Cleaner:
    Type: AWS::Lambda::Function
    Properties: { Role: 'arn:aws:iam::111122223333:role/cleaner', Code: { ZipFile: pass } }
  First:
    Type: AWS::Lambda::Version
    Properties: { FunctionName: !Ref Cleaner }
  Cleaning:
    Type: Custom::Cleaning
    Properties: { ServiceToken: !GetAtt Cleaner.Arn }
`;
  const report = await lintText({ 'app.yaml': template });
  expect(endsOf(report, 'Cleaner', 'neededBy')).toEqual(['Cleaning']);
  expect(endsOf(report, 'Cleaner', 'reachedBy')).toEqual(['First']);
});

describe('a function is invoked asynchronously', () => {
  test.each([
    ['by a bucket that may invoke it', permission('"s3.amazonaws.com"'), true],
    ['not by an API that may', permission('"apigateway.amazonaws.com"'), false],
    ['not by a permission of another function', permission('"s3.amazonaws.com"', '"orders"'), false],
    ['not where nothing invokes it', '', false],
    [
      'by a topic that it subscribes to',
      `resource "aws_sns_topic" "orders" {}
       resource "aws_sns_topic_subscription" "mails" {
         topic_arn = aws_sns_topic.orders.arn
         protocol  = "lambda"
         endpoint  = aws_lambda_function.mails.arn
       }`,
      true,
    ],
    [
      'by what may invoke an alias of it',
      `resource "aws_lambda_alias" "live" {
         name             = "live"
         function_name    = aws_lambda_function.mails.function_name
         function_version = "3"
       }` + permission('"sns.amazonaws.com"', 'aws_lambda_alias.live.arn'),
      true,
    ],
  ])('%s', async (_, rest, expected) => {
    const report = await lintText({ 'main.tf': mails + rest });
    expect(factOf(report, 'aws_lambda_function.mails', 'invokedAsynchronously')).toBe(expected);
  });

  test('perhaps by a service that is not known', async () => {
    const report = await lintText({ 'main.tf': mails + permission('var.service') });
    expect(factOf(report, 'aws_lambda_function.mails', 'invokedAsynchronously')).toBeTypeOf('object');
  });
});
