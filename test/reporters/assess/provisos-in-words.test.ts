import { expect, test } from 'vitest';
import { provisosInWords } from '../../../src/reporters/assess/provisos-in-words.ts';
import { lintText } from '../../helpers/lint-text.ts';

async function toldOf(main: string): Promise<readonly string[]> {
  const group = `
resource "aws_autoscaling_group" "web" {
  availability_zones = ["us-east-1a", "us-east-1b"]
  min_size           = 2
  max_size           = 4
}
`;
  const report = await lintText({ 'main.tf': `provider "aws" { region = "us-east-1" }\n${group}${main}` });
  const provisos = report.workloads[0]?.estimates.get('region')?.provisos ?? [];
  return provisosInWords(provisos, report).filter((text) => text.includes('recovery Region'));
}

const secret = (name: string): string => `resource "aws_secretsmanager_secret" "${name}" {\n  name = "${name}"\n}\n`;
const parameter = (name: string): string =>
  `resource "aws_ssm_parameter" "${name}" {\n  name  = "${name}"\n  type  = "String"\n  value = "1"\n}\n`;

test('one thing that capacity starts from is named', async () => {
  expect(await toldOf(secret('orders'))).toEqual([
    'the secret aws_secretsmanager_secret.orders must be in the recovery Region',
  ]);
});

test('several are counted by kind, and three of them named', async () => {
  expect(await toldOf(secret('orders') + ['a', 'b', 'c'].map(parameter).join(''))).toEqual([
    '1 secret and 3 parameters must be in the recovery Region: aws_secretsmanager_secret.orders, aws_ssm_parameter.a, aws_ssm_parameter.b and 1 more',
  ]);
});
