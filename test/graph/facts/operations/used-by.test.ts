import { describe, expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

const head = `provider "aws" { region = "us-east-1" }
resource "aws_secretsmanager_secret" "database" { name = "shop/database" }
resource "aws_iam_role" "shop" { name = "shop" }
`;
const task = 'resource "aws_ecs_task_definition" "shop" { execution_role_arn = aws_iam_role.shop.arn }\n';
const policyOf = (resource: string): string => `resource "aws_iam_policy" "shop" {
  policy = jsonencode({ Statement = [{ Effect = "Allow", Action = "secretsmanager:GetSecretValue", Resource = ${resource} }] })
}
resource "aws_iam_role_policy_attachment" "shop" {
  role       = aws_iam_role.shop.name
  policy_arn = aws_iam_policy.shop.arn
}
`;
const inArn = (name: string): string => `"arn:aws:secretsmanager:us-east-1:111122223333:secret:${name}"`;

describe('a secret is used by what', () => {
  test.each([
    ['has a role that may read it', task + policyOf('aws_secretsmanager_secret.database.arn')],
    ['has a role that may read what is called so', task + policyOf(inArn('shop/*'))],
    ['has a role that may read it under its name', task + policyOf(inArn('shop/database-??????'))],
    ['has a role that may read it under its very ARN', task + policyOf(inArn('shop/database-a1B2c3'))],
    [
      'starts with its value',
      `data "aws_secretsmanager_secret_version" "now" { secret_id = aws_secretsmanager_secret.database.id }
resource "aws_ecs_task_definition" "shop" {
  container_definitions = jsonencode([{ environment = [{ name = "PASSWORD", value = data.aws_secretsmanager_secret_version.now.secret_string }] }])
}`,
    ],
  ])('%s', async (_, rest) => {
    const report = await lintText({ 'main.tf': head + rest });
    const used = factOf(report, 'aws_secretsmanager_secret.database', 'usedBy');
    expect(shown(used)).toBe('aws_ecs_task_definition.shop');
  });

  test.each([
    ['may read every secret', task + policyOf('"*"')],
    ['may read any secret by a pattern', task + policyOf(inArn('*'))],
    ['may read another one', task + policyOf(inArn('billing/*'))],
    ['is called like it', 'resource "aws_sns_topic" "database" { name = "shop/database" }'],
    [
      'rotates it',
      `resource "aws_lambda_function" "rotation" {
  function_name = "rotation"
  environment { variables = { SECRET = aws_secretsmanager_secret.database.arn } }
}
resource "aws_lambda_permission" "rotation" {
  function_name = aws_lambda_function.rotation.function_name
  principal     = "secretsmanager.amazonaws.com"
}`,
    ],
  ])('not by what only %s', async (_, rest) => {
    const report = await lintText({ 'main.tf': head + rest });
    expect(factOf(report, 'aws_secretsmanager_secret.database', 'usedBy')).toBeUndefined();
    expect(shown(factOf(report, 'aws_secretsmanager_secret.database', 'staysHere'))).toBe(false);
  });
});
