import { describe, expect, test } from 'vitest';
import { evaluateFiles } from '../../../helpers/terraform.ts';

const call = 'module "db" {\n  source  = "example/db/aws"\n  version = "~> 2.0"\n}';
const declared = 'resource "aws_db_instance" "this" { identifier = "orders" }';

interface Entry {
  readonly Key: string;
  readonly Dir: string;
  readonly Source?: string;
  readonly Version?: string;
}

function root(entries: readonly Entry[] | string, files: Readonly<Record<string, string>>) {
  const Modules = [{ Key: '', Source: '', Dir: '.' }];
  const json = typeof entries === 'string' ? entries : JSON.stringify({ Modules: [...Modules, ...entries] });
  return evaluateFiles({ 'infra/main.tf': call, 'infra/.terraform/modules/modules.json': json, ...files });
}

const db: Entry = {
  Key: 'db',
  Source: 'registry.terraform.io/example/db/aws',
  Version: '2.3.1',
  Dir: '.terraform/modules/db',
};
const onDisk = { 'infra/.terraform/modules/db/main.tf': declared };
const opened = ['module.db.aws_db_instance.this'];
const unread = ['module.db'];

describe('what terraform init downloaded', () => {
  test.each([
    ['the release that is asked for', [db], onDisk, opened],
    ['a folder in Windows spelling', [{ ...db, Dir: '.terraform\\modules\\db' }], onDisk, opened],
    [
      'a submodule',
      [{ ...db, Dir: '.terraform/modules/db/sub' }],
      { 'infra/.terraform/modules/db/sub/main.tf': declared },
      opened,
    ],
    [
      'a source of another kind',
      [{ Key: 'db', Source: 'git::https://example.com/db.git', Dir: db.Dir }],
      onDisk,
      opened,
    ],
    ['an older release', [{ ...db, Version: '1.9.0' }], onDisk, unread],
    ['another module', [{ ...db, Source: 'registry.terraform.io/example/database/aws' }], onDisk, unread],
    ['a folder that is gone', [db], {}, unread],
    ['a folder that was emptied', [db], { 'infra/.terraform/modules/db/README.md': '' }, unread],
    ['a folder outside the scanned tree', [{ ...db, Dir: '../../../etc' }], onDisk, unread],
    ['no word of this call', [], onDisk, unread],
    ['no JSON', '{"Modules":[{', onDisk, unread],
    ['JSON of another shape', '{"Modules":{"Key":"db"}}', onDisk, unread],
    ['entries of another shape', '{"Modules":[null,"db",{"Key":1,"Dir":[]}]}', onDisk, unread],
  ])('%s', (_, entries, files, addresses) => {
    const { addresses: found, messages } = root(entries, files);
    expect(found).toEqual(addresses);
    const told = messages.filter((message) => !message.includes('provider-unconfigured'));
    expect(told).toEqual(
      addresses === opened ? [] : [expect.stringContaining('note input/unresolved-module The source of module "db"')],
    );
  });

  test('modules of modules, and one module in two releases', () => {
    const { addresses } = evaluateFiles({
      'infra/main.tf':
        'module "old" {\n  source = "example/db/aws"\n  version = "1.0.0"\n}\nmodule "app" { source = "./app" }',
      'infra/app/main.tf': 'module "db" {\n  source = "example/db/aws"\n  version = "2.0.0"\n}',
      'infra/.terraform/modules/modules.json': JSON.stringify({
        Modules: [
          {
            Key: 'old',
            Source: 'registry.terraform.io/example/db/aws',
            Version: '1.0.0',
            Dir: '.terraform/modules/old',
          },
          { Key: 'app', Source: './app', Dir: 'app' },
          {
            Key: 'app.db',
            Source: 'registry.terraform.io/example/db/aws',
            Version: '2.0.0',
            Dir: '.terraform/modules/app.db',
          },
          {
            Key: 'app.db.keys',
            Source: 'registry.terraform.io/example/keys/aws',
            Version: '3.0.0',
            Dir: '.terraform/modules/app.db.keys',
          },
        ],
      }),
      'infra/.terraform/modules/old/main.tf': declared,
      'infra/.terraform/modules/app.db/main.tf': `${declared}\nmodule "keys" {\n  source = "example/keys/aws"\n  version = "~> 3.0"\n}`,
      'infra/.terraform/modules/app.db.keys/main.tf': 'resource "aws_kms_key" "this" {}',
    });
    expect(addresses).toEqual([
      'module.old.aws_db_instance.this',
      'module.app.module.db.aws_db_instance.this',
      'module.app.module.db.module.keys.aws_kms_key.this',
    ]);
  });
});

describe('circles end with one finding', () => {
  test.each([
    [
      'three modules that call each other',
      {
        'infra/main.tf': 'module "a" { source = "./a" }',
        'infra/a/main.tf': 'module "b" { source = "../b" }',
        'infra/b/main.tf': 'module "a" { source = "../a" }',
      },
      'infra/b/main.tf:1:1 error input/cycle Module "a" calls infra/a, which it stands in itself.',
    ],
    [
      'outputs of two modules that feed each other',
      {
        'infra/main.tf':
          'module "a" {\n  source = "./part"\n  in = module.b.out\n}\nmodule "b" {\n  source = "./part"\n  in = module.a.out\n}',
        'infra/part/main.tf':
          'variable "in" {}\noutput "out" { value = var.in }\nresource "aws_backup_vault" "v" { name = var.in }',
      },
      expect.stringMatching(/^infra\/.* error input\/cycle .* is defined by itself\.$/u),
    ],
    [
      'a variable of a module by its own output',
      {
        'infra/main.tf': 'module "a" {\n  source = "./part"\n  in = module.a.out\n}',
        'infra/part/main.tf':
          'variable "in" {}\noutput "out" { value = var.in }\nresource "aws_backup_vault" "v" { name = var.in }',
      },
      expect.stringMatching(/^infra\/.* error input\/cycle .* is defined by itself\.$/u),
    ],
    [
      'a module of which there are as many as it says itself',
      {
        'infra/main.tf': 'module "a" {\n  source = "./part"\n  count = module.a[0].out\n}',
        'infra/part/main.tf': 'output "out" { value = 1 }',
      },
      expect.stringMatching(/^infra\/.* error input\/cycle .* is defined by itself\.$/u),
    ],
  ])('%s', (_, files, message) => {
    const { messages } = evaluateFiles(files);
    expect(messages.filter((each) => each.includes('input/cycle'))).toEqual([message]);
  });
});
