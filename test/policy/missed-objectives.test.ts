/** A resource that breaks several promises says all of them, in words and for machines. */
import { expect, test } from 'vitest';
import type { Report } from '../../src/findings/report.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { jsonReporter } from '../../src/reporters/json.ts';
import { sarifReporter } from '../../src/reporters/sarif.ts';
import { lintFixture } from '../helpers/fixture.ts';

const objectiveMissed = builtInPolicies().filter(({ id }) => id === 'tier/objective-missed');
const plain = { color: false, width: 100 };

const database = `provider "aws" { region = "us-east-1" }
resource "aws_db_instance" "orders" {
  engine                  = "postgres"
  allocated_storage       = 100
  backup_retention_period = 14
}
`;
const table = `provider "aws" { region = "us-east-1" }
resource "aws_dynamodb_table" "orders" {
  name     = "orders"
  hash_key = "id"
}
`;

async function missing(main: string, objectives: string): Promise<Report> {
  const regions = '{ primary: us-east-1, recovery: [us-west-2] }';
  const settings = `tier: backup-restore\nregions: ${regions}\nobjectives: ${objectives}\n`;
  const files = { 'main.tf': main, '.dr-lint.yaml': settings };
  return lintFixture({ name: 'orders', languages: ['terraform'], files }, objectiveMissed);
}

test('the gravest first, each with its figures, what they rest on, and what is promised', async () => {
  const { findings, verdicts } = await missing(database, '{ zone: { rto: 5m }, data: { rpo: 1m } }');
  expect(findings.map(({ message }) => message)).toEqual([
    [
      'aws_db_instance.orders is lost for good after the loss of its Region: nothing brings it back.',
      'It is back 11 min 40 s to 46 min 40 s after the corruption of its data, with 5 min of data gone',
      '(restored from its automated backups to five minutes before); promised is back within 24 h, at most 1 min of data gone.',
      'It is back 11 min 40 s to 46 min 40 s after the loss of its zone, as dr-lint assumes, with 5 min of data gone',
      '(restored from its automated backups to five minutes before); promised is back within 5 min.',
    ].join(' '),
  ]);
  expect(verdicts[0]?.missed?.map(({ disruptions, level }) => [...disruptions, level])).toEqual([
    ['region', 'error'],
    ['data', 'error'],
    ['zone', 'warning'],
  ]);
});

test('what is missed alike is one sentence', async () => {
  const { findings } = await missing(table, '{ account: { rto: 1h } }');
  expect(findings.map(({ message }) => message)).toEqual([
    'aws_dynamodb_table.orders is lost for good after the corruption of its data, its deletion, the loss of its Region and the loss of its account: nothing brings it back.',
  ]);
});

test('the reports for machines hold the estimate and the promise of each', async () => {
  const report = await missing(database, '{ data: { rpo: 1m } }');
  const missed = [
    { disruption: 'region', level: 'error', rpo: { status: 'lost' }, promise: { source: 'tier', holds: 'no' } },
    { disruption: 'data', level: 'error', rpo: { status: 'known', seconds: 300 }, promise: { rpo: 60, holds: 'no' } },
  ];
  expect(JSON.parse(jsonReporter(report, plain)).verdicts).toMatchObject([{ missed }]);
  expect(JSON.parse(sarifReporter(report, plain)).runs[0].results).toMatchObject([
    { properties: { objectivesMissed: [{ resource: 'aws_db_instance.orders', missed }] } },
  ]);
});
