import { expect, test } from 'vitest';
import { factOf, shown } from '../../../helpers/facts.ts';
import { lintText } from '../../../helpers/lint-text.ts';

async function shareOf(source: string, replica: string): Promise<unknown> {
  const main = `
variable "class" {}
resource "aws_db_instance" "orders" {
  ${source}
}
resource "aws_db_instance" "replica" {
  replicate_source_db = aws_db_instance.orders.arn
  ${replica}
}
`;
  return shown(factOf(await lintText({ 'main.tf': main }), 'aws_db_instance.replica', 'replicaShare'));
}

function sized(size: string, storage?: number): string {
  return `instance_class = "db.${size}"\n  ${storage === undefined ? '' : `allocated_storage = ${storage}`}`;
}

test.each([
  ['of the same class', sized('r7g.large'), sized('r7g.large'), 1],
  ['of another generation', sized('r6g.2xlarge'), sized('r7g.2xlarge'), 1],
  ['a quarter', sized('r6g.2xlarge'), sized('r6g.large'), 0.25],
  ['small beside medium', sized('t4g.medium'), sized('t4g.small'), 0.5],
  ['of a larger class and the same storage', sized('m7g.large'), sized('m7g.xlarge'), 1],
  ['with less storage', sized('m7g.large', 200), sized('m7g.large', 100), 0.5],
  ['with a smaller class and less storage', sized('m7g.xlarge', 200), sized('m7g.large', 150), 0.5],
  ['of another kind', sized('m7g.large'), sized('t4g.large'), [0, 1]],
  ['of a class that is not known', sized('m7g.large'), 'instance_class = var.class', [0, 1]],
])('a replica %s', async (_, source, replica, expected) => {
  expect(await shareOf(source, replica)).toEqual(expected);
});

test('of a source that is declared elsewhere nothing is known', async () => {
  const main = `
resource "aws_db_instance" "replica" {
  replicate_source_db = "arn:aws:rds:us-east-1:111122223333:db:orders"
  instance_class      = "db.m7g.large"
}
`;
  const report = await lintText({ 'main.tf': main });
  expect(shown(factOf(report, 'aws_db_instance.replica', 'replicaShare'))).toEqual([0, Infinity]);
});
