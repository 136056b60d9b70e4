import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../src/config/config.ts';
import { lintText } from '../helpers/lint-text.ts';

const files = {
  'infra/main.tf': [
    'provider "aws" { region = "us-east-1" }',
    'variable "ha" {}',
    'module "db" {',
    '  source = "../modules/db"',
    '  ha     = var.ha',
    '}',
  ].join('\n'),
  'infra/tables.tf': 'resource "aws_dynamodb_table" "orders" {}',
  'infra/live/live.tfvars': 'ha = false',
  'modules/db/main.tf': 'variable "ha" {}\nresource "aws_db_instance" "this" {\n  multi_az = var.ha\n}\n',
  'values.yaml': 'replicas: 3',
};

const deployment: DeploymentConfig = {
  path: 'infra',
  name: undefined,
  varFiles: ['infra/live/live.tfvars'],
  parameters: [],
  region: undefined,
  role: undefined,
  statedAt: undefined,
};

describe('of the files that were given, judged with the roots around them', () => {
  test.each([
    ['a file of a root', ['infra/tables.tf'], ['dynamodb/pitr infra/tables.tf']],
    ['a file of a module', ['modules/db/main.tf'], ['rds/multi-az modules/db/main.tf']],
    ['the caller of what fails', ['infra/main.tf'], ['rds/multi-az modules/db/main.tf']],
    ['the variable file that decides', ['infra/live/live.tfvars'], ['rds/multi-az modules/db/main.tf']],
    ['a file beside that is nothing of ours', ['values.yaml', 'infra/tables.tf'], ['dynamodb/pitr infra/tables.tf']],
    ['nothing of ours', ['values.yaml'], []],
    ['a folder', ['.'], ['dynamodb/pitr infra/tables.tf', 'rds/multi-az modules/db/main.tf']],
  ])('%s', async (_what, paths, expected) => {
    const { findings } = await lintText(files, { paths, config: { deployments: [deployment] } });
    const told = findings.filter(({ policy }) => policy === 'rds/multi-az' || policy === 'dynamodb/pitr');
    expect(told.map(({ policy, path }) => `${policy} ${path}`)).toEqual(expected);
  });
});

test('what is found elsewhere is counted, and decides nothing', async () => {
  const { findings, summary, verdicts } = await lintText(files, { paths: ['infra/tables.tf'] });
  expect(summary.elsewhere).toBeGreaterThan(0);
  expect(summary.findings.error).toBe(
    findings.filter(({ level, state }) => level === 'error' && state === 'open').length,
  );
  expect(verdicts.filter(({ policy, verdict }) => policy === 'rds/multi-az' && verdict === 'unknown')).toEqual([]);
});
