import { expect, test } from 'vitest';
import { lintText, nodeAt } from '../../../helpers/lint-text.ts';

/** The fact `finalSnapshot`, and the text that decided it. */
async function factOf(
  files: Readonly<Record<string, string>>,
  address: string,
): Promise<readonly [fact: unknown, name?: string, text?: string]> {
  const node = nodeAt(await lintText(files), address);
  const { facts } = JSON.parse(JSON.stringify(node.document));
  const fact: unknown = typeof facts.finalSnapshot === 'object' ? 'unknown' : facts.finalSnapshot;
  const origin = node.origin('/facts/finalSnapshot');
  if (origin === undefined) return [fact];
  const { file, start, end } = origin.range;
  return [fact, origin.name, file.text.slice(start, end)];
}

test.each([
  ['skipped', 'skip_final_snapshot = true', [false, 'skip_final_snapshot', 'true']],
  ['taken', 'skip_final_snapshot = false', [true, 'skip_final_snapshot', 'false']],
  ['not known', 'skip_final_snapshot = var.skip', ['unknown', 'skip_final_snapshot', 'var.skip']],
  ['nothing written', '', [true, 'skip_final_snapshot', 'resource "aws_db_instance" "orders"']],
])('Terraform: %s', async (_, argument, expected) => {
  const main = `variable "skip" {}\nresource "aws_db_instance" "orders" {\n  ${argument}\n}\n`;
  expect(await factOf({ 'main.tf': main }, 'aws_db_instance.orders')).toEqual(expected);
});

test('what is marked sensitive decides all the same', async () => {
  const main =
    'variable "skip" {\n  default   = true\n  sensitive = true\n}\nresource "aws_db_instance" "orders" {\n  skip_final_snapshot = var.skip\n}\n';
  const [fact] = await factOf({ 'main.tf': main }, 'aws_db_instance.orders');
  expect(fact).toBe(false);
});

test('what another provider does is not guessed', async () => {
  const [fact] = await factOf(
    { 'main.tf': 'resource "awscc_rds_db_instance" "orders" {}\n' },
    'awscc_rds_db_instance.orders',
  );
  expect(fact).toBe('unknown');
});

test.each([
  ['kept', 'AWS::RDS::DBInstance', 'Retain', [true, 'DeletionPolicy', 'Retain']],
  [
    'kept unless its creation fails',
    'AWS::RDS::DBInstance',
    'RetainExceptOnCreate',
    [true, 'DeletionPolicy', 'RetainExceptOnCreate'],
  ],
  ['with a snapshot', 'AWS::DocDB::DBCluster', 'Snapshot', [true, 'DeletionPolicy', 'Snapshot']],
  ['deleted', 'AWS::RDS::DBCluster', 'Delete', [false, 'DeletionPolicy', 'Delete']],
  ['nothing written, a database', 'AWS::RDS::DBInstance', undefined, [true]],
  ['nothing written, a cluster of databases', 'AWS::RDS::DBCluster', undefined, [true]],
  ['nothing written, a cluster of documents', 'AWS::DocDB::DBCluster', undefined, [false]],
])('CloudFormation: %s', async (_, type, policy, expected) => {
  const attribute = policy === undefined ? '' : `    DeletionPolicy: ${policy}\n`;
  const template = `Resources:\n  Orders:\n    Type: ${type}\n${attribute}`;
  expect(await factOf({ 'stack.yaml': template }, 'Orders')).toEqual(expected);
});
