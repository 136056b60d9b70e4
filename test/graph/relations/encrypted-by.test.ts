import { describe, expect, test } from 'vitest';
import { endsOf, lintText, nodeAt } from '../../helpers/lint-text.ts';

const provider = 'provider "aws" { region = "us-east-1" }\n';
const keys = `
resource "aws_kms_key" "orders" {}
resource "aws_kms_alias" "orders" {
  name          = "alias/orders"
  target_key_id = aws_kms_key.orders.key_id
}
data "aws_kms_key" "shared" { key_id = "alias/shared" }
data "aws_kms_alias" "ours" { name = "alias/aws/secretsmanager" }
`;
const secret = (key: string): string =>
  `resource "aws_secretsmanager_secret" "database" {\n  kms_key_id = ${key}\n}\nvariable "key" {}\n`;

/** The only key of the secret: its address, and whether it is the customer's. */
async function keyOf(key: string): Promise<readonly [string, unknown]> {
  const report = await lintText({ 'main.tf': provider + keys + secret(key) });
  const [hop] = report.graph.follow(nodeAt(report, 'aws_secretsmanager_secret.database').id, 'encryptedBy');
  if (hop === undefined) throw new Error('no key');
  const { facts } = JSON.parse(JSON.stringify(hop.node.document));
  return [hop.node.address, typeof facts.customerManaged === 'boolean' ? facts.customerManaged : 'unknown'];
}

describe('the key of a secret', () => {
  test.each([
    ['by ARN', 'aws_kms_key.orders.arn', 'aws_kms_key.orders', true],
    ['by alias', 'aws_kms_alias.orders.arn', 'aws_kms_key.orders', true],
    ['by the name of an alias', '"alias/orders"', 'aws_kms_key.orders', true],
    ['by the name of an alias that nothing declares', '"alias/central"', 'alias/central', true],
    ["by an alias of AWS's own", '"alias/aws/s3"', 'alias/aws/s3', false],
    ['looked up by its alias', 'data.aws_kms_key.shared.arn', 'data.aws_kms_key.shared', true],
    ["looked up, AWS's own", 'data.aws_kms_alias.ours.arn', 'data.aws_kms_alias.ours', false],
    ['of several Regions', '"mrk-0123456789abcdef"', 'mrk-0123456789abcdef', true],
    [
      'that only has an id',
      '"0f1e2d3c-aaaa-bbbb-cccc-0123456789ab"',
      '0f1e2d3c-aaaa-bbbb-cccc-0123456789ab',
      'unknown',
    ],
    ['that an input names', 'var.key', 'var.key', 'unknown'],
  ])('%s', async (_, key, address, isCustomers) => {
    expect(await keyOf(key)).toEqual([address, isCustomers]);
  });

  test('none where nothing is named', async () => {
    const report = await lintText({ 'main.tf': provider + secret('null') });
    expect(endsOf(report, 'aws_secretsmanager_secret.database', 'encryptedBy')).toEqual([]);
  });
});

describe('the key of a copy', () => {
  test.each([
    [
      'objects, as the rule says',
      `resource "aws_s3_bucket" "receipts" {}
resource "aws_s3_bucket" "copy" {}
resource "aws_s3_bucket_replication_configuration" "receipts" {
  bucket = aws_s3_bucket.receipts.id
  rule {
    status = "Enabled"
    destination {
      bucket = aws_s3_bucket.copy.arn
      encryption_configuration { replica_kms_key_id = aws_kms_key.orders.arn }
    }
  }
}`,
      ['aws_s3_bucket.copy'],
    ],
    [
      'a replica of a table',
      `resource "aws_dynamodb_table" "carts" {
  name = "carts"
  replica {
    region_name = "us-west-2"
    kms_key_arn = aws_kms_key.orders.arn
  }
}`,
      ['aws_dynamodb_table.carts/replica["us-west-2"]'],
    ],
    [
      'a replica of a secret',
      `resource "aws_secretsmanager_secret" "webhook" {
  replica {
    region     = "us-west-2"
    kms_key_id = aws_kms_key.orders.arn
  }
}`,
      ['aws_secretsmanager_secret.webhook/replica["us-west-2"]'],
    ],
  ])('%s', async (_, code, expected) => {
    const report = await lintText({ 'main.tf': provider + keys + code });
    expect(endsOf(report, 'aws_kms_key.orders', 'encrypts')).toEqual(expected);
  });
});

describe('a key of several Regions', () => {
  const key = 'resource "aws_kms_key" "orders" {\n  multi_region = true\n}\n';
  const single = 'resource "aws_kms_key" "single" {}\nvariable "primary" {}\n';
  const replica = (of: string): string =>
    `resource "aws_kms_replica_key" "west" {\n  region = "us-west-2"\n  primary_key_arn = ${of}\n}\n`;

  test.each([
    ['that its replica refers to', 'aws_kms_key.orders.arn', ['aws_kms_replica_key.west']],
    ['that an input of its replica may be', 'var.primary', ['aws_kms_replica_key.west?']],
    [
      'that a written ARN may be',
      '"arn:aws:kms:us-east-1:111122223333:key/mrk-0123456789abcdef"',
      ['aws_kms_replica_key.west?'],
    ],
    ['that an ARN of another Region is not', '"arn:aws:kms:eu-west-1:111122223333:key/mrk-0123456789abcdef"', []],
  ])('%s', async (_, of, expected) => {
    const report = await lintText({ 'main.tf': provider + key + single + replica(of) });
    expect(endsOf(report, 'aws_kms_key.orders', 'counterpartOf')).toEqual(expected);
    expect(endsOf(report, 'aws_kms_key.single', 'counterpartOf')).toEqual([]);
  });

  test('may be replicated by a module that is given it and is not on disk', async () => {
    const call = 'module "keys" {\n  source = "example/replica-keys/aws"\n  key = aws_kms_key.orders.arn\n}\n';
    const report = await lintText({ 'main.tf': provider + key + call });
    expect(endsOf(report, 'aws_kms_key.orders', 'counterpartOf')).toEqual(['module.keys?']);
  });
});

test.each([
  ['a copy without a key of its own', '', 'warning'],
  ["a copy under a key of the source's Region", 'kms_key_id = aws_kms_key.orders.arn', 'error'],
])('%s', async (_, more, level) => {
  const code = `resource "aws_secretsmanager_secret" "database" {
  kms_key_id = aws_kms_key.orders.arn
  replica {
    region = "us-west-2"
    ${more}
  }
}
`;
  const report = await lintText({ 'main.tf': provider + keys + code });
  const found = report.findings.filter(({ policy }) => policy === 'kms/multi-region-key');
  expect(found.map((finding) => finding.level)).toEqual([level]);
});
