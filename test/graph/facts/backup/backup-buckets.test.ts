import { expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf, type Document } from '../../../../src/core/document.ts';
import { lintText, nodeAt } from '../../../helpers/lint-text.ts';

async function holdsBackups(name: string, body: string, beside = ''): Promise<unknown> {
  const main = `variable "purpose" {}\nresource "aws_s3_bucket" "${name}" {\n${body}\n}\n${beside}`;
  const { document } = nodeAt(await lintText({ 'main.tf': main }), `aws_s3_bucket.${name}`);
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const fact: Document | undefined = isDocumentMap(facts) ? facts['holdsBackups'] : undefined;
  return fact instanceof UnknownLeaf ? 'unknown' : fact;
}

test.each([
  ['by its address', 'database_backups', '', true],
  ['by its name', 'nightly', 'bucket = "shop-db-dumps"', true],
  ['by a tag', 'vault', 'tags = { Purpose = "backups" }', true],
  ['not because it is backed up', 'uploads', 'tags = { backup = "daily" }', false],
  ['not by a word that only begins alike', 'backupper', 'bucket = "backupper"', false],
  ['perhaps, by a tag that is not known', 'files', 'tags = { purpose = var.purpose }', 'unknown'],
])('a bucket holds backups: %s', async (_, name, body, holds) => {
  expect(await holdsBackups(name, body)).toBe(holds);
});

test.each([
  ['a table', 'aws_dynamodb_table_export', 's3_bucket'],
  ['a database', 'aws_rds_export_task', 's3_bucket_name'],
])('a bucket that %s is exported to holds backups', async (_, type, argument) => {
  const task = `resource "${type}" "orders" { ${argument} = aws_s3_bucket.history.id }`;
  expect(await holdsBackups('history', '', task)).toBe(true);
  expect(await holdsBackups('history', 'bucket = "shop-history"', task)).toBe(true);
});
