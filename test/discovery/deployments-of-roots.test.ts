/** How what is stated about a root (variable files, Regions, workspaces, or that it is a library) reaches its findings. */
import { describe, expect, test } from 'vitest';
import type { DeploymentConfig } from '../../src/config/config.ts';
import { nodeId, parseRegion, type NodeId } from '../../src/core/ids.ts';
import { isDocumentMap, UnknownLeaf } from '../../src/core/document.ts';
import { SourceFile } from '../../src/core/source.ts';
import { lintText } from '../helpers/lint-text.ts';

const configuration = new SourceFile('.dr-lint.yaml', 'deployments:\n  - primary\n  - recovery\n');

function entry(name: string | undefined, stated: Partial<DeploymentConfig>): DeploymentConfig {
  const start = configuration.text.indexOf(stated.role ?? 'primary');
  return {
    path: 'shop',
    name,
    varFiles: [],
    parameters: [],
    region: undefined,
    role: undefined,
    statedAt: { file: configuration, start, end: start + 3 },
    ...stated,
  };
}

describe('one root that is deployed twice', () => {
  const files = {
    'shop/main.tf': `variable "region" {}
variable "protected" {}
provider "aws" { region = var.region }
resource "aws_db_instance" "orders" {
  identifier = "orders"
  deletion_protection = var.protected
}
resource "aws_autoscaling_group" "web" {
  name             = "web"
  min_size         = 2
  max_size         = 4
  desired_capacity = 2
}`,
    'shop/primary.tfvars': 'region  = "us-east-1"\nprotected = true\n',
    'shop/dr.tfvars': 'region  = "us-west-2"\nprotected = false\n',
  };
  const deployments = [
    entry('primary', { varFiles: ['shop/primary.tfvars'], role: 'primary' }),
    entry('dr', { varFiles: ['shop/dr.tfvars'], role: 'recovery' }),
  ];

  test('is two sets of nodes in one graph, each with its Region and role', async () => {
    const { graph } = await lintText(files, { config: { deployments } });
    const databases = [...graph.nodes.values()].filter(({ address }) => address === 'aws_db_instance.orders');
    expect(databases.map(({ id, document }) => ({ id, document }))).toMatchObject([
      { id: 'shop@dr#aws_db_instance.orders', document: { region: 'us-west-2', role: 'recovery' } },
      { id: 'shop@primary#aws_db_instance.orders', document: { region: 'us-east-1', role: 'primary' } },
    ]);
  });

  test('is its own counterpart in the recovery Region', async () => {
    const both = await lintText(files, { config: { deployments } });
    const alone = await lintText(files, { config: { deployments: deployments.slice(0, 1) } });
    const ends = (report: typeof both, id: NodeId): readonly string[] =>
      report.graph.follow(id, 'counterpartOf').map(({ node }) => node.id);
    expect(ends(both, nodeId('shop@primary', 'aws_autoscaling_group.web'))).toEqual([
      'shop@dr#aws_autoscaling_group.web',
    ]);
    expect(ends(alone, nodeId('shop', 'aws_autoscaling_group.web'))).toEqual([]);
  });

  test('names the deployment where only one of them fails, and the line that states it', async () => {
    const { findings } = await lintText(files, { config: { deployments } });
    const finding = findings.find(({ policy }) => policy === 'rds/deletion-protection');
    expect(finding).toMatchObject({
      resources: ['shop@dr#aws_db_instance.orders'],
      passing: ['shop@primary#aws_db_instance.orders'],
    });
    expect(finding?.related.map(({ range, label }) => `${range.file.path} ${label}`)).toEqual([
      'shop/dr.tfvars passed here',
      '.dr-lint.yaml deployed here, as recovery',
    ]);
  });

  test('is told apart by Region where no name is stated, and the line is found all the same', async () => {
    const { findings } = await lintText(files, {
      config: {
        deployments: [
          entry(undefined, { varFiles: ['shop/primary.tfvars'], region: parseRegion('us-east-1') }),
          entry(undefined, { varFiles: ['shop/dr.tfvars'], region: parseRegion('us-west-2') }),
        ],
      },
    });
    const finding = findings.find(({ policy }) => policy === 'rds/deletion-protection');
    expect(finding?.resources).toEqual(['shop@us-west-2#aws_db_instance.orders']);
    expect(finding?.related.map(({ label }) => label)).toContain('deployed here');
  });
});

describe('the workspace of a root', () => {
  const main = `provider "aws" { region = terraform.workspace == "dr" ? "us-west-2" : "us-east-1" }
resource "aws_backup_vault" "orders" { name = "orders" }`;
  const regionsIn = async (files: Readonly<Record<string, string>>, options: Parameters<typeof lintText>[1] = {}) => {
    const { graph } = await lintText({ 'shop/main.tf': main, ...files }, options);
    const vaults = [...graph.nodes.values()].filter(({ address }) => address === 'aws_backup_vault.orders');
    return vaults.map(({ id, document }) => [id, JSON.parse(JSON.stringify(document)).region]);
  };

  test('is stated by the configuration, for each of its deployments', async () => {
    const workspace = (name: string) => entry(undefined, { workspace: { name, statedAt: undefined } });
    expect(await regionsIn({}, { config: { deployments: [workspace('live'), workspace('dr')] } })).toEqual([
      ['shop@dr#aws_backup_vault.orders', 'us-west-2'],
      ['shop@live#aws_backup_vault.orders', 'us-east-1'],
    ]);
  });

  test('or by the flag', async () => {
    expect(await regionsIn({}, { workspace: 'dr' })).toEqual([['shop#aws_backup_vault.orders', 'us-west-2']]);
  });

  test('or was selected in the folder', async () => {
    expect(await regionsIn({ 'shop/.terraform/environment': 'dr\n' })).toEqual([
      ['shop#aws_backup_vault.orders', 'us-west-2'],
    ]);
  });
});

describe('a module that is scanned without its caller', () => {
  const library = `variable "standby" {
  type    = bool
  default = false
}
variable "retention" { type = number }
resource "aws_db_instance" "orders" {
  identifier              = "orders"
  multi_az                = var.standby
  backup_retention_period = var.retention
  deletion_protection     = false
}
resource "aws_db_instance" "replica" {
  provider            = aws.dr
  replicate_source_db = aws_db_instance.orders.arn
}`;

  const database = 'resource "aws_db_instance" "orders" {\n  identifier = "orders"\n}\n';

  test('is judged by what it says itself; what only its caller knows stays unknown', async () => {
    const { verdicts, diagnostics } = await lintText({ 'modules/database/main.tf': library });
    const of = (policy: string): string | undefined =>
      verdicts.find((each) => each.policy === policy && each.node === 'modules/database#aws_db_instance.orders')
        ?.verdict;
    expect({
      default: of('rds/multi-az'),
      literal: of('rds/deletion-protection'),
      passed: of('rds/backup-retention'),
      state: verdicts.find((each) => each.policy === 'iac/state-backend')?.verdict,
    }).toEqual({ default: 'fail', literal: 'fail', passed: 'unknown', state: 'not-applicable' });
    expect(diagnostics).toEqual([]);
  });

  test('its Region is one unknown for all that takes the default provider', async () => {
    const { graph } = await lintText({
      'modules/database/main.tf': library,
      'modules/database/vault.tf': 'resource "aws_backup_vault" "orders" { name = "orders" }',
    });
    const symbols = [...graph.nodes.values()].flatMap(({ kind, address, document }) => {
      const region = kind === 'declared' && isDocumentMap(document) ? document['region'] : undefined;
      return region instanceof UnknownLeaf ? [[address, region.symbol().key]] : [];
    });
    expect(symbols).toEqual([
      ['aws_db_instance.orders', 'modules/database#provider.aws.region'],
      ['aws_db_instance.replica', 'modules/database#provider.aws.dr.region'],
      ['aws_backup_vault.orders', 'modules/database#provider.aws.region'],
    ]);
  });

  describe('may be surrounded by what its caller declares', () => {
    const taking = `variable "name" {}\n${database}`;
    const around = ['backup/resource-covered', 'rds/cross-region-replica', 'tier/dr-region-empty'];
    const verdictsOf = async (files: Readonly<Record<string, string>>): Promise<unknown> => {
      const { verdicts } = await lintText(files, { config: { tier: 'pilot-light' } });
      return around.map(
        (policy) => verdicts.find((each) => each.policy === policy && each.verdict !== 'pass')?.verdict,
      );
    };
    const undecided = around.map(() => 'unknown');
    const failed = around.map(() => 'fail');

    test.each([
      { what: 'what takes something', files: { 'main.tf': taking }, expected: undecided },
      {
        what: 'what gives something',
        files: {
          'main.tf': `${database}output "arn" {
  value = aws_db_instance.orders.arn
}`,
        },
        expected: undecided,
      },
      {
        what: 'not what nobody can call: a root that the environment configures',
        files: { 'main.tf': database },
        expected: failed,
      },
      { what: 'not a root', files: { 'main.tf': `provider "aws" {}\n${taking}` }, expected: failed },
      {
        what: 'not what stands beside a root, which is its caller for all that is known',
        files: {
          'modules/database/main.tf': taking,
          'live/main.tf': 'provider "aws" {}\nresource "aws_sns_topic" "news" {}',
        },
        expected: failed,
      },
    ])('$what', async ({ files, expected }) => {
      expect(await verdictsOf(files)).toEqual(expected);
    });

    test('and says who could know', async () => {
      const { verdicts } = await lintText({ 'main.tf': taking }, { config: { tier: 'pilot-light' } });
      const told = verdicts.find(({ policy }) => policy === 'tier/dr-region-empty');
      expect(told?.unknowns.map(({ reason }) => reason.subject)).toContain(
        "the module's caller could not be read and could declare it",
      );
    });
  });
});

describe('a module that only libraries call', () => {
  const database = `variable "standby" {
  default = false
}
resource "aws_db_instance" "orders" {
  identifier = "orders"
  multi_az   = var.standby
}`;
  const wrapper = `variable "items" {
  default = {}
}
module "wrapper" {
  source   = "../"
  for_each = var.items
  standby  = each.value.standby
}`;
  const nodesOf = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> => {
    const { graph } = await lintText(files);
    return [...graph.nodes.values()].flatMap(({ id, sourceType }) => (sourceType === 'aws_db_instance' ? [id] : []));
  };

  test.each([
    {
      what: 'is judged by itself where none of them makes an instance of it',
      files: { 'main.tf': database, 'wrappers/main.tf': wrapper },
      expected: ['.#aws_db_instance.orders'],
    },
    {
      what: 'so are the modules that it calls in turn, in it',
      files: {
        'main.tf': 'module "database" {\n  source = "./database"\n}',
        'database/main.tf': database,
        'wrappers/main.tf': wrapper,
      },
      expected: ['.#module.database.aws_db_instance.orders'],
    },
    {
      what: 'is judged where it is called, as soon as one does',
      files: {
        'main.tf': database,
        'orders/main.tf': 'variable "name" {}\nmodule "database" {\n  source = "../"\n}',
        'wrappers/main.tf': wrapper,
      },
      expected: ['orders#module.database.aws_db_instance.orders'],
    },
    {
      what: 'is not there for a root that calls it zero times',
      files: { 'main.tf': database, 'wrappers/main.tf': `provider "aws" {}\n${wrapper}` },
      expected: [],
    },
  ])('$what', async ({ files, expected }) => {
    expect(await nodesOf(files)).toEqual(expected);
  });
});
