import { describe, expect, test } from 'vitest';
import { endsOf, lintText } from '../../../helpers/lint-text.ts';

const needed = `
provider "aws" { region = "us-east-1" }
resource "aws_ssm_parameter" "rate" {
  name  = "/shop/rate"
  type  = "String"
  value = "7"
}
resource "aws_secretsmanager_secret" "database" { name = "database" }
resource "aws_ecr_repository" "web" { name = "web" }
`;

describe('compute depends on what it reads', () => {
  test.each([
    [
      'a function on what its environment refers to',
      'resource "aws_lambda_function" "orders" {\n  environment {\n    variables = { RATE = aws_ssm_parameter.rate.name, SECRET = aws_secretsmanager_secret.database.arn }\n  }\n}',
      'aws_lambda_function.orders',
      ['aws_secretsmanager_secret.database', 'aws_ssm_parameter.rate'],
    ],
    [
      'a function on its image',
      'resource "aws_lambda_function" "orders" {\n  package_type = "Image"\n  image_uri = "${aws_ecr_repository.web.repository_url}:1.4"\n}',
      'aws_lambda_function.orders',
      ['aws_ecr_repository.web'],
    ],
    [
      'a function on an image of the account that it is deployed to',
      'data "aws_caller_identity" "own" {}\nvariable "release" {}\nresource "aws_lambda_function" "orders" {\n  package_type = "Image"\n  image_uri = "${data.aws_caller_identity.own.account_id}.dkr.ecr.us-east-1.amazonaws.com/web:${var.release}"\n}',
      'aws_lambda_function.orders',
      ['aws_ecr_repository.web'],
    ],
    [
      'not on an image whose name is an input in part',
      'data "aws_caller_identity" "own" {}\nvariable "team" {}\nresource "aws_lambda_function" "orders" {\n  package_type = "Image"\n  image_uri = "${data.aws_caller_identity.own.account_id}.dkr.ecr.us-east-1.amazonaws.com/${var.team}web"\n}',
      'aws_lambda_function.orders',
      [],
    ],
    [
      'a task on the images and secrets of its containers',
      'resource "aws_ecs_task_definition" "web" {\n  family = "web"\n  container_definitions = jsonencode([{\n    name = "web"\n    image = "${aws_ecr_repository.web.repository_url}:1"\n    secrets = [{ name = "DB", valueFrom = aws_secretsmanager_secret.database.arn }]\n  }])\n}',
      'aws_ecs_task_definition.web',
      ['aws_ecr_repository.web', 'aws_secretsmanager_secret.database'],
    ],
    [
      'on a queue of which only the ARN is known',
      'resource "aws_lambda_function" "orders" {\n  environment {\n    variables = { QUEUE = "arn:aws:sqs:us-east-1:111122223333:orders" }\n  }\n}',
      'aws_lambda_function.orders',
      ['arn:aws:sqs:us-east-1:111122223333:orders'],
    ],
    [
      'on nothing that is only text',
      'resource "aws_lambda_function" "orders" {\n  environment {\n    variables = { LEVEL = "debug" }\n  }\n}',
      'aws_lambda_function.orders',
      [],
    ],
  ])('%s', async (_, compute, address, expected) => {
    const report = await lintText({ 'main.tf': `${needed}${compute}\n` });
    expect(endsOf(report, address, 'dependsOn')).toEqual(expected);
  });

  test('in a template as in Terraform', async () => {
    const report = await lintText({
      'stack.yaml': `Resources:
  Database: { Type: 'AWS::SecretsManager::Secret' }
  Web: { Type: 'AWS::ECR::Repository', Properties: { RepositoryName: web } }
  Task:
    Type: AWS::ECS::TaskDefinition
    Properties:
      ContainerDefinitions:
        - Name: web
          Image: !Sub '\${Web.RepositoryUri}:1'
          Secrets: [{ Name: DB, ValueFrom: !Ref Database }]
  Service: { Type: 'AWS::ECS::Service', Properties: { TaskDefinition: !Ref Task } }
`,
    });
    expect(endsOf(report, 'Task', 'dependsOn')).toEqual(['Database', 'Web']);
    expect(endsOf(report, 'Service', 'dependsOn')).toEqual(['Task']);
  });

  test('an image lies in the Region and account that its name says', async () => {
    const image = '111122223333.dkr.ecr.us-east-1.amazonaws.com/web:1.4';
    const task = `resource "aws_ecs_task_definition" "web" {\n  container_definitions = jsonencode([{ name = "web", image = "${image}" }])\n}\n`;
    const here = needed
      .replace('"us-east-1"', '"us-east-1"\n  allowed_account_ids = ["111122223333"]')
      .replace('{ region = ', '{\n  region = ')
      .replace('["111122223333"] }', '["111122223333"]\n}');
    const report = await lintText({ 'main.tf': here + task });
    expect(endsOf(report, 'aws_ecs_task_definition.web', 'dependsOn')).toEqual(['aws_ecr_repository.web']);
    const elsewhere = await lintText({ 'main.tf': here + task.replace('us-east-1', 'eu-west-1') });
    expect(endsOf(elsewhere, 'aws_ecs_task_definition.web', 'dependsOn')).toEqual(['web']);
  });
});
