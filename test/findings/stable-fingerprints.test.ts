/** An alert stays the same alert when the code around it moves: fingerprints hold through what does not change the finding. */
import { expect, test } from 'vitest';
import type { Report } from '../../src/findings/report.ts';
import { lintText } from '../helpers/lint-text.ts';

const terraform = `provider "aws" {
  region = "us-east-1"
}

resource "aws_db_instance" "orders" {
  identifier = "orders"
  engine     = "postgres"
  multi_az   = false
}

resource "aws_backup_plan" "weekly" {
  name = "weekly"
  rule {
    rule_name         = "weekly"
    target_vault_name = "main"
    schedule          = "cron(0 5 ? * SUN *)"
  }
}
`;
const template = `Resources:
  Orders:
    Type: AWS::DynamoDB::Table
    Properties:
      TableName: orders
`;

function fingerprints(report: Report): readonly string[] {
  return report.findings.map(({ fingerprint, policy }) => `${policy} ${fingerprint}`).toSorted();
}

test.each([
  [
    'lines above it are added',
    { 'shop/main.tf': `# a comment\n\n${terraform}`, 'shop/stack.yaml': `# a comment\n${template}` },
  ],
  ['its folder is moved', { 'estate/eu/main.tf': terraform, 'estate/eu/stack.yaml': template }],
  ['its file is renamed', { 'shop/database.tf': terraform, 'shop/orders.yaml': template }],
  [
    'it is formatted anew',
    {
      'shop/main.tf': terraform.replaceAll(/ +=/gu, ' =').replaceAll('\n', '\r\n'),
      'shop/stack.yaml': 'Resources:\n  Orders: { Type: AWS::DynamoDB::Table, Properties: { TableName: orders } }\n',
    },
  ],
  [
    'a value is changed that fails just the same',
    { 'shop/main.tf': terraform.replace('cron(0 5 ? * SUN *)', 'cron(0 5 ? * MON *)'), 'shop/stack.yaml': template },
  ],
])('when %s', async (_, files) => {
  const before = await lintText({ 'shop/main.tf': terraform, 'shop/stack.yaml': template });
  expect(before.findings.length).toBeGreaterThan(5);
  expect(fingerprints(await lintText(files))).toEqual(fingerprints(before));
});
