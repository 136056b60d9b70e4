import { describe, expect, test } from 'vitest';
import { isDocumentMap } from '../../../src/core/document.ts';
import { locationOf } from '../../../src/core/source.ts';
import type { Report } from '../../../src/findings/report.ts';
import { lintText, type LintTextOptions } from '../../helpers/lint-text.ts';
import { plainDocument } from '../../helpers/plain-document.ts';

type Files = Readonly<Record<string, string>>;

/** A vault whose name shows what an input or a file made of it. */
const vault = 'variable "name" { default = "default" }\nresource "aws_backup_vault" "v" {\n  name = var.name\n}\n';
const provider =
  'generate "provider" {\n  path     = "provider.tf"\n  contents = "provider \\"aws\\" {\\n  region = \\"us-east-1\\"\\n}"\n}\n';
const repository: Files = { '.git/HEAD': '', 'modules/vault/main.tf': vault };

function unit(body: string, source = '../../modules/vault'): string {
  return `terraform {\n  source = "${source}"\n}\n${body}`;
}

/** What the vaults of a scan are called, by deployment; and where each is. */
async function vaultsIn(files: Files, options: LintTextOptions = {}) {
  const report = await lintText({ ...repository, ...files }, options);
  const found = [...report.graph.nodes.values()].filter((node) => node.type === 'AWS::Backup::BackupVault');
  return Object.fromEntries(found.map((node) => [node.id, plainOf(node.attributes['name'])]));
}

function plainOf(value: Parameters<typeof plainDocument>[0] | undefined): unknown {
  return value === undefined ? undefined : plainDocument(value);
}

function regionIn(report: Report, id: string): unknown {
  const node = [...report.graph.nodes.values()].find((each) => each.id === id);
  return isDocumentMap(node?.document) ? plainOf(node.document['region']) : undefined;
}

function messages({ diagnostics }: Report): readonly string[] {
  return diagnostics.map(({ code, level, message, range, path }) => {
    const place = range === undefined ? path : `${path}:${locationOf(range).line}`;
    return `${place} ${level} ${code} ${message}`;
  });
}

describe('a unit', () => {
  const id = 'live/vault#aws_backup_vault.v';

  test.each([
    { what: 'gives its inputs to the module', body: 'inputs = { name = "orders" }', name: 'orders' },
    { what: 'leaves out inputs that are null', body: 'inputs = { name = null }', name: 'default' },
    { what: 'has locals', body: 'locals { n = "orders" }\ninputs = { name = local.n }', name: 'orders' },
    { what: 'has functions of Terraform', body: 'inputs = { name = lower("ORDERS") }', name: 'orders' },
    { what: 'knows its folder', body: 'inputs = { name = basename(get_terragrunt_dir()) }', name: 'vault' },
    {
      what: 'knows its way from the repository',
      body: 'inputs = { name = get_path_from_repo_root() }',
      name: 'live/vault',
    },
    { what: 'knows the way back', body: 'inputs = { name = get_path_to_repo_root() }', name: '../..' },
    {
      what: 'takes the default of a flag',
      body: 'feature "f" { default = "on" }\ninputs = { name = feature.f.value }',
      name: 'on',
    },
    {
      what: 'does not know the environment, whatever its default',
      body: 'inputs = { name = get_env("NAME", "orders") }',
      name: { $unknown: 'get_env("NAME")' },
    },
    { what: 'runs nothing', body: 'inputs = { name = run_cmd("whoami") }', name: { $unknown: 'run_cmd("whoami")' } },
    {
      what: 'takes no mocks for outputs',
      body: 'dependency "net" {\n  config_path = "../net"\n  mock_outputs = { name = "mock" }\n}\ninputs = { name = dependency.net.outputs.name }',
      name: { $unknown: 'an output of live/net' },
    },
    {
      what: 'reads variables as JSON',
      body: 'inputs = { name = jsondecode(read_tfvars_file("common.tfvars")).name }',
      name: 'from tfvars',
    },
    {
      what: 'reads files beside it',
      body: 'inputs = { name = trimspace(file("name.txt")) }',
      name: 'from a file',
    },
    {
      what: 'gives variable files, which are stronger than inputs',
      body: 'inputs = { name = "weak" }\nterraform {\n  source = "../../modules/vault"\n  extra_arguments "v" {\n    commands           = get_terraform_commands_that_need_vars()\n    required_var_files = ["${get_terragrunt_dir()}/common.tfvars"]\n  }\n}',
      bare: true,
      name: 'from tfvars',
    },
    {
      what: 'gives files that nobody knows: then every variable is open',
      body: 'inputs = { name = "weak" }\nterraform {\n  source = "../../modules/vault"\n  extra_arguments "v" {\n    commands           = ["plan"]\n    required_var_files = ["${get_env("ENV")}.tfvars"]\n  }\n}',
      bare: true,
      name: { $unknown: 'get_env("ENV")' },
    },
  ])('$what', async ({ body, bare = false, name }) => {
    const files = {
      'live/vault/terragrunt.hcl': bare ? body : unit(body),
      'live/vault/common.tfvars': 'name = "from tfvars"',
      'live/vault/name.txt': 'from a file\n',
    };
    expect(await vaultsIn(files)).toEqual({ [id]: name });
  });

  test.each([
    { what: 'a relative path', source: '../../modules/vault' },
    { what: 'a path that parts what is copied', source: '../../modules//vault' },
    { what: 'the root of the repository', source: '${get_repo_root()}//modules/vault' },
    { what: 'its own folder', source: '${get_terragrunt_dir()}/../../modules/vault' },
    { what: 'the folder of what it includes', source: '${get_parent_terragrunt_dir("root")}/modules//vault' },
  ])('takes its module from $what', async ({ source }) => {
    const include = 'include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n';
    const files = { 'root.hcl': '', 'live/vault/terragrunt.hcl': unit(include, source) };
    expect(await vaultsIn(files)).toEqual({ [id]: 'default' });
  });

  test('may be its own module', async () => {
    const files = { 'live/vault/main.tf': vault, 'live/vault/terragrunt.hcl': 'inputs = { name = "own" }' };
    expect(await vaultsIn({ ...files, 'modules/vault/main.tf': '' })).toEqual({ [id]: 'own' });
  });

  test('is the deployment of its module, which is judged by nothing else', async () => {
    const vaults = await vaultsIn({
      'live/east/terragrunt.hcl': unit('inputs = { name = "east" }'),
      'live/west/terragrunt.hcl': unit('inputs = { name = "west" }'),
    });
    expect(vaults).toEqual({ 'live/east#aws_backup_vault.v': 'east', 'live/west#aws_backup_vault.v': 'west' });
  });

  test('has the Region and role that the configuration states for its folder', async () => {
    const entry = { name: undefined, varFiles: [], parameters: [], region: undefined, statedAt: undefined };
    const deployments = [{ ...entry, path: 'live/vault', role: 'recovery' as const }];
    const report = await lintText(
      { ...repository, 'live/vault/terragrunt.hcl': unit(provider) },
      { config: { deployments } },
    );
    const node = [...report.graph.nodes.values()].find((each) => each.id === id);
    expect(node?.document).toMatchObject({ region: 'us-east-1', role: 'recovery' });
  });

  test('a value is told at the line of the file that states it', async () => {
    const database =
      'variable "protected" { type = bool }\nresource "aws_db_instance" "orders" {\n  identifier          = "orders"\n  deletion_protection = var.protected\n}\n';
    const { findings } = await lintText({
      ...repository,
      'modules/database/main.tf': database,
      'live/env.hcl': 'locals {\n  protected = false\n}\n',
      'live/database/terragrunt.hcl': unit(
        'locals {\n  env = read_terragrunt_config(find_in_parent_folders("env.hcl"))\n}\ninputs = {\n  protected = local.env.locals.protected\n}\n',
        '../../modules/database',
      ),
    });
    const finding = findings.find(({ policy }) => policy === 'rds/deletion-protection');
    expect(finding?.path).toBe('modules/database/main.tf');
    expect(
      finding?.related.map(({ range, label }) => `${label}: ${range.file.path}:${locationOf(range).line}`),
    ).toEqual(['passed here: live/env.hcl:2']);
  });
});

describe('what a unit includes', () => {
  const include = (name: string, more = '') =>
    `include "${name}" {\n  path = find_in_parent_folders("${name}.hcl")\n  ${more}\n}\n`;
  const id = 'live/vault#aws_backup_vault.v';
  const twoInputs =
    'variable "tags" { default = {} }\nresource "aws_backup_vault" "v" {\n  name = jsonencode([var.name, var.tags])\n}\nvariable "name" { default = "default" }\n';

  test.each([
    { what: 'gives inputs', root: 'inputs = { name = "root" }', own: '', name: ['root', {}] },
    {
      what: 'is weaker than the unit',
      root: 'inputs = { name = "root" }',
      own: 'inputs = { name = "own" }',
      name: ['own', {}],
    },
    {
      what: 'is merged key by key',
      root: 'inputs = { name = "root", tags = { a = "1" } }',
      own: 'inputs = { tags = { b = "2" } }',
      name: ['root', { b: '2' }],
    },
    {
      what: 'is merged deeply when asked to',
      more: 'merge_strategy = "deep"',
      root: 'inputs = { tags = { a = "1", c = ["x"] } }',
      own: 'inputs = { tags = { b = "2", c = ["y"] } }',
      name: ['default', { a: '1', b: '2', c: ['x', 'y'] }],
    },
    {
      what: 'sees the dependencies of the unit when it is merged deeply',
      more: 'merge_strategy = "deep"',
      root: 'inputs = { name = "root", other = dependency.net.outputs.id }',
      own: 'dependency "net" {\n  config_path = "../net"\n}\n',
      name: ['root', {}],
    },
    {
      what: 'may be left unmerged',
      more: 'merge_strategy = "no_merge"',
      root: 'inputs = { name = "root" }',
      own: '',
      name: ['default', {}],
    },
    {
      what: 'may be exposed',
      more: 'merge_strategy = "no_merge"\n  expose = true',
      root: 'locals { n = "exposed" }',
      own: 'inputs = { name = include.root.locals.n }',
      name: ['exposed', {}],
    },
    {
      what: 'speaks of the unit in its functions',
      root: 'locals { env = read_terragrunt_config(find_in_parent_folders("env.hcl")) }\ninputs = { name = "${local.env.locals.name} ${path_relative_to_include()} ${basename(get_terragrunt_dir())}" }',
      own: '',
      name: ['env live/vault vault', {}],
    },
  ])('$what', async ({ root, own, more = '', name }) => {
    const files = {
      'modules/vault/main.tf': twoInputs,
      'root.hcl': root,
      'live/env.hcl': 'locals { name = "env" }',
      'live/vault/terragrunt.hcl': unit(`${include('root', more)}${own}`),
    };
    const vaults = await vaultsIn(files);
    expect(JSON.parse(String(vaults[id]))).toEqual(name);
  });

  test('later includes are stronger than earlier ones', async () => {
    const files = {
      'root.hcl': 'inputs = { name = "root" }',
      'live/region.hcl': 'inputs = { name = "region" }',
      'live/vault/terragrunt.hcl': unit(include('root') + include('region')),
    };
    expect(await vaultsIn(files)).toEqual({ [id]: 'region' });
  });

  test('by a path beside the root of the repository', async () => {
    const path = '${dirname(find_in_parent_folders("root.hcl"))}/_common/vault.hcl';
    const files = {
      'root.hcl': '',
      '_common/vault.hcl': 'locals { base = "${get_repo_root()}/modules" }\ninputs = { name = "common" }',
      'live/vault/terragrunt.hcl': `include "common" {\n  path = "${path}"\n  expose = true\n}\nterraform {\n  source = "\${include.common.locals.base}//vault"\n}\n`,
    };
    expect(await vaultsIn(files)).toEqual({ [id]: 'common' });
  });

  test('of a root without a name of its own, as it was done before', async () => {
    const files = {
      'live/terragrunt.hcl':
        'inputs = { name = "root" }\nterraform {\n  source = "${get_repo_root()}/modules//${path_relative_to_include()}"\n}\n',
      'live/vault/terragrunt.hcl': 'include {\n  path = find_in_parent_folders()\n}\n',
    };
    expect(await vaultsIn(files)).toEqual({ [id]: 'root' });
  });

  test('that is not there leaves open whatever it may state', async () => {
    const files = { 'live/vault/terragrunt.hcl': unit(include('root')) };
    expect(await vaultsIn(files)).toEqual({ [id]: { $unknown: 'what include "root" holds' } });
    const report = await lintText({ ...repository, ...files });
    expect(messages(report)).toEqual([
      'live/vault/terragrunt.hcl:4 warning input/unresolved-include This file is not included: there is no such file in the scanned tree. What it states is not known.',
    ]);
    expect(report.verdicts.find(({ policy }) => policy === 'iac/state-backend')?.verdict).toBe('unknown');
  });

  test('files that read each other end with a word', async () => {
    const read = (path: string) => `locals { other = read_terragrunt_config("${path}").locals }\n`;
    const report = await lintText({
      ...repository,
      'live/vault/a.hcl': read('b.hcl'),
      'live/vault/b.hcl': read('a.hcl'),
      'live/vault/terragrunt.hcl': unit(read('a.hcl')),
    });
    expect(messages(report).filter((message) => message.includes('input/cycle'))).toEqual([]);
    const used = await lintText({
      ...repository,
      'live/vault/a.hcl': read('b.hcl'),
      'live/vault/b.hcl': read('a.hcl'),
      'live/vault/terragrunt.hcl': unit(`${read('a.hcl')}inputs = { name = local.other.name }`),
    });
    expect(messages(used).filter((message) => message.includes('input/cycle'))).toEqual([
      'live/vault/b.hcl:1 error input/cycle live/vault/a.hcl is read while it is being read.',
    ]);
  });
});

describe('what a unit generates', () => {
  const id = 'live/vault#aws_backup_vault.v';
  const region = 'locals { region = "eu-west-1" }\n';
  const heredoc = (value: string) =>
    `generate "provider" {\n  path      = "provider.tf"\n  if_exists = "overwrite"\n  contents  = <<-EOF\n    provider "aws" {\n      region = ${value}\n    }\n  EOF\n}\n`;

  test.each([
    { what: 'a provider', body: region + heredoc('"${local.region}"'), region: 'eu-west-1' },
    { what: 'an expression', body: region + heredoc('${jsonencode(local.region)}'), region: 'eu-west-1' },
    {
      what: 'what is not known, in quotes',
      body: heredoc('"${get_env("REGION")}"'),
      region: { $unknown: 'get_env("REGION")' },
    },
    {
      what: 'what is not known, without',
      body: heredoc('${get_env("REGION")}'),
      region: { $unknown: 'get_env("REGION")' },
    },
    {
      what: 'nothing where it is disabled',
      body: `${heredoc('"eu-west-1"').replace('{\n', '{\n  disable = true\n')}`,
      region: { $unknown: 'the Region of provider "aws"' },
    },
  ])('$what', async ({ body, region: expected }) => {
    const report = await lintText({ ...repository, 'live/vault/terragrunt.hcl': unit(body) });
    expect(regionIn(report, id)).toEqual(expected);
  });

  test.each([
    { ifExists: 'overwrite', region: 'eu-west-1' },
    { ifExists: 'skip', region: 'us-west-2' },
  ])('over a file of the module: $ifExists', async ({ ifExists, region: expected }) => {
    const report = await lintText({
      ...repository,
      'modules/vault/provider.tf': 'provider "aws" { region = "us-west-2" }',
      'live/vault/terragrunt.hcl': unit(heredoc('"eu-west-1"').replace('"overwrite"', `"${ifExists}"`)),
    });
    expect(regionIn(report, id)).toBe(expected);
  });

  test('is told at its line in the heredoc', async () => {
    const report = await lintText({
      ...repository,
      'live/vault/terragrunt.hcl': unit(heredoc('"eu-west-1"').replace('region', 'profile')),
    });
    expect(messages(report)).toEqual([
      'live/vault/terragrunt.hcl:8 note input/provider-unconfigured provider.aws sets no region, and one resource uses it: their Region is not known.',
    ]);
  });

  test('the state of all of its units, from the file that they include', async () => {
    const root =
      'remote_state {\n  backend = "s3"\n  generate = { path = "backend.tf", if_exists = "overwrite" }\n  config = {\n    bucket = "state"\n    key    = "${path_relative_to_include()}/terraform.tfstate"\n    region = "us-east-1"\n  }\n}\n';
    const report = await lintText({
      ...repository,
      'root.hcl': root + provider,
      'live/vault/terragrunt.hcl': unit('include "root" {\n  path = find_in_parent_folders("root.hcl")\n}\n'),
    });
    const settings = [...report.graph.nodes.values()].find(({ kind }) => kind === 'settings');
    expect(plainOf(settings?.attributes['backend'])).toEqual([
      { type: 's3', bucket: 'state', key: 'live/vault/terraform.tfstate', region: 'us-east-1' },
    ]);
  });
});

describe('a module that is not in the scanned tree', () => {
  test.each([
    {
      source: 'git::git@github.com:acme/modules.git//vault?ref=v1',
      message:
        'live/vault/terragrunt.hcl:2 note input/unresolved-module The source of module "vault", "git::git@github.com:acme/modules.git//vault?ref=v1", is not on disk: what it declares is not known.',
    },
    {
      source: '../../modules/gone',
      message:
        'live/vault/terragrunt.hcl:2 warning input/unresolved-module The folder of module "gone", "./../../modules/gone", does not exist or lies outside the scanned tree.',
    },
  ])('$source: one note, and what it declares counts as unread', async ({ source, message }) => {
    const report = await lintText({ '.git/HEAD': '', 'live/vault/terragrunt.hcl': unit(provider, source) });
    expect(messages(report)).toEqual([message]);
  });

  test('of a registry is judged by its model', async () => {
    const source = 'tfr:///terraform-aws-modules/s3-bucket/aws?version=4.2.0';
    const report = await lintText({
      '.git/HEAD': '',
      'live/orders/terragrunt.hcl': unit(`${provider}inputs = { bucket = "orders" }`, source),
    });
    expect([...report.graph.nodes.values()].map(({ type }) => type)).toContain('AWS::S3::Bucket');
  });
});

describe('which files are units', () => {
  const idsIn = async (files: Files, paths = ['.']) =>
    Object.keys(await vaultsIn(files, { paths })).map((id) => id.slice(0, id.indexOf('#')));

  test.each([
    {
      what: 'not one that others include',
      files: {
        'live/terragrunt.hcl': 'inputs = {}',
        'live/vault/terragrunt.hcl': unit('include "root" {\n  path = find_in_parent_folders()\n}'),
      },
      units: ['live/vault'],
    },
    {
      what: 'not one that is commented out',
      files: { 'live/vault/terragrunt.hcl': `/*\n${unit('')}\n*/` },
      units: ['modules/vault'],
    },
    {
      what: 'not what Terragrunt copied',
      files: {
        'live/vault/terragrunt.hcl': unit(''),
        'live/vault/.terragrunt-cache/a/terragrunt.hcl': unit('', '../../../../modules/vault'),
      },
      units: ['live/vault'],
    },
    { what: 'not examples', files: { 'examples/vault/terragrunt.hcl': unit('') }, units: ['modules/vault'] },
  ])('$what', async ({ files, units }) => {
    expect(await idsIn(files)).toEqual(units);
  });

  test('of a file of a module, those that run it', async () => {
    const files = {
      'live/vault/terragrunt.hcl': unit(''),
      'live/other/terragrunt.hcl': unit('', '../../modules/other'),
      'modules/other/main.tf': vault,
    };
    expect(await idsIn(files, ['modules/vault/main.tf'])).toEqual(['live/vault']);
  });

  test('of a file that units include, those below it', async () => {
    const files = {
      'live/prod/env.hcl': 'locals { name = "prod" }',
      'live/prod/vault/terragrunt.hcl': unit('', '../../../modules/vault'),
      'live/dev/vault/terragrunt.hcl': unit('', '../../../modules/vault'),
    };
    expect(await idsIn(files, ['live/prod/env.hcl'])).toEqual(['live/prod/vault']);
  });
});
