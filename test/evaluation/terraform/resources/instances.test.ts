import { describe, expect, test } from 'vitest';
import { evaluateFiles, evaluateMain, valueOfExpression } from '../../../helpers/terraform.ts';

const sensitiveKeys = 'for_each takes nothing sensitive, for its keys stand in addresses.';

describe('count and for_each', () => {
  test.each([
    ['none', 'count = 0', []],
    ['two', 'count = 2', ['aws_subnet.a[0]', 'aws_subnet.a[1]']],
    ['a text that is a number', 'count = "1"', ['aws_subnet.a[0]']],
    ['a condition', 'count = var.create ? 1 : 0', []],
    ['a set', 'for_each = toset(["b", "a"])', ['aws_subnet.a["a"]', 'aws_subnet.a["b"]']],
    ['a map', 'for_each = { east = 1 }', ['aws_subnet.a["east"]']],
    ['a map with unknown values', 'for_each = { east = var.unstated }', ['aws_subnet.a["east"]']],
    ['an empty map', 'for_each = {}', []],
    ['an unknown count', 'count = var.unstated', ['aws_subnet.a[*]']],
    ['unknown keys', 'for_each = var.unstated', ['aws_subnet.a[*]']],
    ['a set with an unknown key', 'for_each = toset(["a", var.unstated])', ['aws_subnet.a["a"]', 'aws_subnet.a[*]']],
    [
      'a map with further entries that are unknown',
      'for_each = merge({ east = 1 }, var.unstated)',
      ['aws_subnet.a["east"]', 'aws_subnet.a[*]'],
    ],
    ['a map with an unknown key', 'for_each = { (var.unstated) = 1 }', ['aws_subnet.a[*]']],
    ['what only AWS can tell', 'for_each = toset([aws_vpc.main.id])', ['aws_subnet.a[*]']],
    ['a sensitive count', 'count = sensitive(2)', ['aws_subnet.a[0]', 'aws_subnet.a[1]']],
    ['a map with sensitive values', 'for_each = { east = sensitive(1) }', ['aws_subnet.a["east"]']],
    ['keys with quotes', String.raw`for_each = { "a\"b" = 1 }`, [String.raw`aws_subnet.a["a\"b"]`]],
  ])('%s', (_, meta, addresses) => {
    const root = evaluateMain(
      `variable "create" { default = false }\nvariable "unstated" {}\nresource "aws_subnet" "a" { ${meta} }`,
    );
    expect(root.addresses).toEqual(addresses);
  });

  test.each([
    ['no number', 'count = "two"', 'count takes a whole number from 0 on.'],
    ['null', 'count = null', 'count takes a whole number from 0 on.'],
    ['less than nothing', 'count = -1', 'count takes a whole number from 0 on.'],
    ['half an instance', 'count = 1.5', 'count takes a whole number from 0 on.'],
    ['a list to count', 'count = ["a"]', 'count takes a whole number from 0 on.'],
    ['a list to go through', 'for_each = ["a"]', 'for_each takes a map or a set of texts.'],
    ['nothing to go through', 'for_each = null', 'for_each takes a map or a set of texts.'],
    ['null as a key', 'for_each = toset(["a", null])', 'A key of for_each can not be null.'],
    ['a sensitive map', 'for_each = var.secret', sensitiveKeys],
    ['sensitive keys', 'for_each = toset([sensitive("token")])', sensitiveKeys],
    ['keys out of something sensitive', 'for_each = toset(keys(var.secret))', sensitiveKeys],
  ])('Terraform refuses %s: what it makes is not known, and no key is printed', (_, meta, cure) => {
    const secret = 'variable "secret" {\n  sensitive = true\n  default = { token = 1 }\n}';
    const root = evaluateMain(`${secret}\nresource "aws_subnet" "a" { ${meta} }`);
    expect(root.addresses).toEqual(['aws_subnet.a[*]']);
    expect(root.resource('aws_subnet.a[*]').existsBecause?.reason).toMatchObject({ code: 'invalid', cure });
  });

  test.each([
    ['the only instance, as until Terraform 0.12', 'count = 1', 'aws_subnet.a.cidr_block', '10.0.0.0/24'],
    [
      'none of several',
      'count = 2',
      'aws_subnet.a.cidr_block',
      { $invalid: 'This value has no attribute "cidr_block".' },
    ],
    [
      'no key',
      'for_each = toset(["east"])',
      'aws_subnet.a.cidr_block',
      { $invalid: 'There is no "cidr_block" in it.' },
    ],
    ['nothing that keeps try from its fallback', 'count = 1', 'try(aws_subnet.a.cidr_block, "none")', 'none'],
  ])('a name without an index means %s', (_, meta, named, expected) => {
    const subnet = `resource "aws_subnet" "a" {\n  ${meta}\n  cidr_block = "10.0.0.0/24"\n}`;
    expect(valueOfExpression(named, subnet)).toEqual(expected);
  });

  test('an instance that may not be there says why', () => {
    const { exists, existsBecause, anchor } = evaluateMain(
      'variable "zones" {}\nresource "aws_subnet" "a" { for_each = toset(var.zones) }',
    ).resource('aws_subnet.a[*]');
    expect([exists, existsBecause?.reason.subject, anchor]).toEqual(['unknown', 'var.zones', 'aws_subnet.a']);
  });

  test("each and count are the instance's own", () => {
    const root = evaluateMain(`
      resource "aws_subnet" "a" {
        for_each   = { east = "10.0.1.0/24" }
        cidr_block = each.value
        tags       = { Name = each.key }
      }
      resource "aws_subnet" "b" {
        count      = 2
        cidr_block = cidrsubnet("10.0.0.0/16", 8, count.index)
      }`);
    expect(root.plain('aws_subnet.a["east"]', 'cidr_block')).toBe('10.0.1.0/24');
    expect(root.plain('aws_subnet.a["east"]', 'tags')).toEqual({ Name: 'east' });
    expect(root.plain('aws_subnet.b[1]', 'cidr_block')).toBe('10.0.1.0/24');
  });
});

describe('references to instances', () => {
  const declarations = `
    variable "unstated" {}
    resource "aws_subnet" "some" { count = 2 }
    resource "aws_subnet" "none" { count = 0 }
    resource "aws_subnet" "keyed" { for_each = toset(["a", "b"]) }
    resource "aws_subnet" "open" { count = var.unstated }
    resource "aws_vpc" "single" {}`;

  test.each([
    ['by number', 'aws_subnet.some[1].id', { $ref: 'aws_subnet.some[1].id' }],
    ['by key', 'aws_subnet.keyed["a"].arn', { $ref: 'aws_subnet.keyed["a"].arn' }],
    ['all of them', 'aws_subnet.some[*].id', [{ $ref: 'aws_subnet.some[0].id' }, { $ref: 'aws_subnet.some[1].id' }]],
    [
      'all of a map',
      'values(aws_subnet.keyed)[*].id',
      [{ $ref: 'aws_subnet.keyed["a"].id' }, { $ref: 'aws_subnet.keyed["b"].id' }],
    ],
    [
      'in a loop',
      '{ for key, subnet in aws_subnet.keyed : key => subnet.id }',
      { a: { $ref: 'aws_subnet.keyed["a"].id' }, b: { $ref: 'aws_subnet.keyed["b"].id' } },
    ],
    ['a single one as a list', 'aws_vpc.single[*].id', [{ $ref: 'aws_vpc.single.id' }]],
    ['none as an empty list', 'aws_subnet.none[*].id', []],
    ['one of none', 'one(aws_subnet.none[*].id)', null],
    ['an item of a single one is refused', 'aws_vpc.single[0].id', { $invalid: 'aws_vpc.single is a single one.' }],
    [
      'whether it is counted can be tried',
      'try(aws_vpc.single[0].id, aws_vpc.single.id)',
      { $ref: 'aws_vpc.single.id' },
    ],
    ['the first of none is refused', 'aws_subnet.none[0].id', { $invalid: 'There is no item 0.' }],
    ['and try goes on', 'try(aws_subnet.none[0].id, "none")', 'none'],
    ['how many there are', 'length(aws_subnet.some)', 2],
    ['an open number', 'length(aws_subnet.open)', { $unknown: 'var.unstated' }],
    ['the first, if there is any', 'aws_subnet.open[0].id', { $ref: 'aws_subnet.open[*].id' }],
    ['which try may go past', 'try(aws_subnet.open[0].id, "none")', { $unknown: 'var.unstated' }],
    ['what is not declared is refused', 'aws_vpc.other.id', { $invalid: 'aws_vpc.other is not declared in infra.' }],
  ])('%s', (_, expression, value) => {
    const root = evaluateMain(
      `${declarations}\nresource "null_resource" "probe" { triggers = { value = ${expression} } }`,
    );
    expect(root.plain('null_resource.probe', 'triggers')).toEqual(
      typeof value === 'object' && value !== null && '$invalid' in value ? value : { value },
    );
  });

  describe('one by one, where it is not known how many there are', () => {
    const open = `
      variable "unstated" {}
      resource "aws_subnet" "counted" { count = var.unstated }
      resource "aws_subnet" "keyed" { for_each = var.unstated }
      resource "aws_vpc" "none" { count = 0 }`;

    test.each([
      ['by its own index', 'count = var.unstated', 'aws_subnet.counted[count.index].id', 'counted'],
      ['the old way', 'count = var.unstated', 'aws_subnet.counted.*.id[count.index]', 'counted'],
      ['with element()', 'count = var.unstated', 'element(aws_subnet.counted[*].id, count.index)', 'counted'],
      ['as many', 'count = length(aws_subnet.counted)', 'aws_subnet.counted[count.index].id', 'counted'],
      ['for each instance', 'for_each = aws_subnet.keyed', 'each.value.id', 'keyed'],
      ['by the same key', 'for_each = var.unstated', 'aws_subnet.keyed[each.key].id', 'keyed'],
      ['made of it', 'for_each = { for key, it in aws_subnet.keyed : key => it.id }', 'each.value', 'keyed'],
      [
        'beside it',
        'for_each = { for key, it in aws_subnet.keyed : key => 1 }',
        'aws_subnet.keyed[each.key].id',
        'keyed',
      ],
    ])('%s', (_, meta, expression, name) => {
      const root = evaluateMain(`${open}\nresource "null_resource" "probe" {
        ${meta}
        triggers = { value = ${expression} }
      }`);
      const probe = root.resource('null_resource.probe[*]');
      expect(root.plain(probe.address, 'triggers')).toEqual({ value: { $ref: `aws_subnet.${name}[*].id` } });
      expect(probe.existsBecause?.key).toBe(root.resource(`aws_subnet.${name}[*]`).existsBecause?.key);
    });

    test.each([
      ['by another index', 'count = var.unstated + 1', 'aws_subnet.counted[count.index].id'],
      [
        'by another key',
        'for_each = { for key, it in aws_subnet.keyed : "${key}-2" => 1 }',
        'aws_subnet.keyed[each.key].id',
      ],
      ['of some', 'for_each = { for key, it in aws_subnet.keyed : key => it.id if key != "a" }', 'each.value'],
    ])('but not %s', (_, meta, expression) => {
      const root = evaluateMain(`${open}\nresource "null_resource" "probe" {
        ${meta}
        triggers = { value = ${expression} }
      }`);
      expect(root.plain('null_resource.probe[*]', 'triggers')).toEqual({ value: { $unknown: 'var.unstated' } });
    });
  });

  test('a module that is not called is no evidence, and what it would give can be gone past', () => {
    const probe = (expression: string) =>
      evaluateFiles({
        'infra/main.tf': `module "vault" {
            source = "../vault"
            count  = 0
          }
          resource "null_resource" "probe" { triggers = { value = ${expression} } }`,
        'vault/main.tf': 'resource "aws_backup_vault" "this" { name = "dr" }\noutput "name" { value = "dr" }',
      });
    expect(probe('1').addresses).toEqual(['null_resource.probe']);
    expect(probe('one(module.vault[*].name)').plain('null_resource.probe', 'triggers')).toEqual({ value: null });
    expect(probe('try(module.vault[0].name, "none")').plain('null_resource.probe', 'triggers')).toEqual({
      value: 'none',
    });
    expect(probe('module.vault[0].name').plain('null_resource.probe', 'triggers')).toEqual({
      $invalid: 'There is no item 0.',
    });
  });

  test('instances of the same unknown keys belong together', () => {
    const root = evaluateMain(`
      variable "buckets" {}
      resource "aws_s3_bucket" "b" { for_each = var.buckets }
      resource "aws_s3_bucket_versioning" "v" {
        for_each = var.buckets
        bucket   = aws_s3_bucket.b[each.key].id
      }
      resource "aws_s3_bucket_policy" "p" {
        for_each = aws_s3_bucket.b
        bucket   = each.value.id
      }`);
    expect(root.plain('aws_s3_bucket_versioning.v[*]', 'bucket')).toEqual({ $ref: 'aws_s3_bucket.b[*].id' });
    expect(root.plain('aws_s3_bucket_policy.p[*]', 'bucket')).toEqual({ $ref: 'aws_s3_bucket.b[*].id' });
  });
});

describe('attributes of other resources', () => {
  test('a written argument is its value, and leads to the resource', () => {
    const root = evaluateMain(`
      resource "aws_backup_vault" "main" { name = "dr" }
      resource "aws_backup_plan" "daily" {
        rule { target_vault_name = aws_backup_vault.main.name }
      }
      resource "aws_backup_vault_lock_configuration" "lock" { backup_vault_name = aws_backup_vault.main.id }
      resource "aws_backup_vault_policy" "policy" { backup_vault_name = aws_backup_vault.main.arn }`);
    expect(root.plain('aws_backup_plan.daily', 'rule')).toEqual([{ target_vault_name: 'dr' }]);
    expect(root.resource('aws_backup_plan.daily').dependsOn).toEqual(['infra#aws_backup_vault.main']);
    expect(root.value('aws_backup_vault_lock_configuration.lock', 'backup_vault_name')).toMatchObject({
      value: 'dr',
      marks: { via: ['infra#aws_backup_vault.main'] },
    });
    expect(root.plain('aws_backup_vault_policy.policy', 'backup_vault_name')).toEqual({
      $ref: 'aws_backup_vault.main.arn',
    });
  });

  test.each([
    ['a bucket with a name', 'bucket = "orders"', 'orders'],
    ['with a prefix', 'bucket_prefix = "orders-"', { $ref: 'aws_s3_bucket.b.id' }],
    ['with a name that is not known', 'bucket = var.name', { $ref: 'aws_s3_bucket.b.id' }],
  ])('%s', (_, argument, value) => {
    const root = evaluateMain(`variable "name" {}
      resource "aws_s3_bucket" "b" { ${argument} }
      resource "aws_s3_bucket_versioning" "v" { bucket = aws_s3_bucket.b.id }`);
    expect(root.plain('aws_s3_bucket_versioning.v', 'bucket')).toEqual(value);
  });

  test("resources may refer to each other's computed attributes", () => {
    const root = evaluateMain(`
      resource "aws_security_group" "a" {
        ingress { security_groups = [aws_security_group.b.id] }
      }
      resource "aws_security_group" "b" {
        ingress { security_groups = [aws_security_group.a.id] }
      }`);
    expect(root.messages).toEqual([]);
    expect(root.plain('aws_security_group.a', 'ingress')).toEqual([
      { security_groups: [{ $ref: 'aws_security_group.b.id' }] },
    ]);
  });

  test('dependencies stand in conditions, provisioners and depends_on, too', () => {
    const root = evaluateMain(`
      resource "aws_vpc" "a" {}
      resource "aws_vpc" "b" {}
      resource "aws_vpc" "c" {}
      resource "null_resource" "restore" {
        count      = aws_vpc.a.id != null ? 1 : 0
        depends_on = [aws_vpc.b]
        provisioner "local-exec" { command = "restore \${aws_vpc.c.id}" }
      }`);
    expect(root.resource('null_resource.restore[0]').dependsOn.toSorted()).toEqual([
      'infra#aws_vpc.a',
      'infra#aws_vpc.b',
      'infra#aws_vpc.c',
    ]);
    expect(root.plain('null_resource.restore[0]', 'provisioner')).toEqual([
      { command: { $template: 'restore ?' }, type: 'local-exec' },
    ]);
  });
});

describe('what stands in a resource', () => {
  test('every block is an item of a list; null arguments leave nothing; meta-arguments are not attributes', () => {
    const root = evaluateMain(`
      resource "aws_db_instance" "main" {
        provider   = aws.dr
        depends_on = []
        kms_key_id = null
        timeouts { create = "1h" }
        lifecycle {
          prevent_destroy = true
          ignore_changes  = [replicate_source_db, tags["Owner"]]
        }
      }`);
    const { attributes, lifecycle } = root.resource('aws_db_instance.main');
    expect([...attributes.entries.keys()]).toEqual(['timeouts']);
    expect(root.plain('aws_db_instance.main', 'timeouts')).toEqual([{ create: '1h' }]);
    expect(lifecycle.preventDestroy).toMatchObject({ value: true });
    expect(lifecycle.ignoreChanges).toEqual(['replicate_source_db', 'tags[Owner]']);
  });
});

describe('what stands beside resources', () => {
  const instance = `resource "aws_db_instance" "main" {
    password_wo         = ephemeral.random_password.main.result
    password_wo_version = terraform_data.version.output
  }`;

  test('terraform_data gives what it is given, and what is ephemeral is not known', () => {
    const root = evaluateMain(`${instance}
      ephemeral "random_password" "main" { length = 24 }
      resource "terraform_data" "version" { input = 3 }`);
    expect(root.plain('aws_db_instance.main', 'password_wo_version')).toBe(3);
    expect(root.plain('aws_db_instance.main', 'password_wo')).toEqual({ $unknown: 'ephemeral.random_password.main' });
    expect(root.messages).toEqual([]);
  });

  test.each([
    ['moved', 'moved {\n from = aws_db_instance.old\n to = aws_db_instance.main\n}'],
    ['import', 'import {\n for_each = { a = "x" }\n to = aws_db_instance.main\n id = each.value\n}'],
    ['removed', 'removed {\n from = aws_db_instance.gone\n lifecycle {\n destroy = false\n }\n}'],
    [
      'check',
      'check "up" {\n data "aws_db_instance" "seen" { db_instance_identifier = "x" }\n assert {\n condition = true\n error_message = "down"\n }\n}',
    ],
    ['action', 'action "aws_lambda_invoke" "warm" {\n config {\n function_name = "warm"\n }\n}'],
    ['list', 'list "aws_instance" "all" {\n provider = aws\n}'],
  ])('%s blocks declare nothing', (_, block) => {
    const root = evaluateMain(`${block}\nresource "aws_db_instance" "main" {}`);
    expect(root.addresses).toEqual(['aws_db_instance.main']);
    expect(root.messages).toEqual([]);
  });

  test('lifecycle says what is not followed, and what it checks does not matter', () => {
    const root = evaluateMain(`resource "aws_instance" "web" {
      lifecycle {
        ignore_changes        = all
        create_before_destroy = true
        replace_triggered_by  = [terraform_data.version]
        precondition {
          condition     = self.ami != ""
          error_message = "There is no image."
        }
        action_trigger {
          events  = [after_create]
          actions = [action.aws_lambda_invoke.warm]
        }
      }
      connection { host = self.public_ip }
    }`);
    const { lifecycle, attributes } = root.resource('aws_instance.web');
    expect(lifecycle).toMatchObject({ ignoreChanges: ['all'], createBeforeDestroy: { value: true } });
    expect([...attributes.entries.keys()]).toEqual([]);
    expect(root.messages).toEqual([]);
  });
});

describe('dynamic blocks', () => {
  const plan = (forEach: string) => `
    variable "rules" {}
    resource "aws_backup_plan" "p" {
      dynamic "rule" {
        for_each = ${forEach}
        content {
          rule_name = rule.value.name
          dynamic "copy_action" {
            for_each = try(rule.value.copies, [])
            iterator = copy
            content { destination_vault_arn = "\${rule.value.name}-\${copy.value}-\${copy.key}" }
          }
        }
      }
    }`;

  test.each([
    [
      'one block per item',
      '[{ name = "daily" }, { name = "weekly" }]',
      [{ rule_name: 'daily' }, { rule_name: 'weekly' }],
    ],
    [
      'nested, with an iterator',
      '{ a = { name = "daily", copies = ["x"] } }',
      [{ rule_name: 'daily', copy_action: [{ destination_vault_arn: 'daily-x-0' }] }],
    ],
    [
      'in the order of the keys',
      '{ weekly = { name = "w" }, daily = { name = "d" } }',
      [{ rule_name: 'd' }, { rule_name: 'w' }],
    ],
    [
      'inside each other, with what both go through',
      '[{ name = "daily", copies = ["x", "y"] }]',
      [
        {
          rule_name: 'daily',
          copy_action: [{ destination_vault_arn: 'daily-x-0' }, { destination_vault_arn: 'daily-y-1' }],
        },
      ],
    ],
    [
      'inside each other, the inner ones unknown',
      '[{ name = "daily", copies = var.rules }]',
      [{ rule_name: 'daily', copy_action: [{ $unknown: 'var.rules' }] }],
    ],
    ['a choice that is not made', 'var.rules ? [{ name = "daily" }] : []', [{ $unknown: 'var.rules' }]],
    ['null', 'null', [{ $unknown: 'for_each = null' }]],
    ['no items, no block', '[]', undefined],
    ['unknown items: any number of blocks', 'var.rules', [{ $unknown: 'var.rules' }]],
  ])('%s', (_, forEach, blocks) => {
    expect(evaluateMain(plan(forEach)).plain('aws_backup_plan.p', 'rule')).toEqual(blocks);
  });

  test('beside written ones, in their order', () => {
    const root = evaluateMain(`resource "aws_backup_plan" "p" {
      rule { rule_name = "first" }
      dynamic "rule" {
        for_each = toset(["second"])
        content { rule_name = rule.key }
      }
      rule { rule_name = "third" }
    }`);
    const names = ['first', 'second', 'third'].map((name) => ({ rule_name: name }));
    expect(root.plain('aws_backup_plan.p', 'rule')).toEqual(names);
  });

  test('one that could not be generated is not nothing', () => {
    const root = evaluateMain('resource "aws_backup_plan" "p" {\n  dynamic "rule" {\n    for_each = [1]\n  }\n}');
    expect(root.plain('aws_backup_plan.p', 'rule')).toEqual([{ $unknown: 'dynamic "rule"' }]);
  });

  test('what goes through something sensitive is never printed', () => {
    const root = evaluateMain(`
      variable "names" {
        sensitive = true
        default   = { token = 1 }
      }
      resource "aws_backup_plan" "p" {
        dynamic "rule" {
          for_each = var.names
          content { rule_name = rule.key }
        }
      }`);
    const rules = root.value('aws_backup_plan.p', 'rule');
    const [rule] = rules?.kind === 'list' ? rules.items : [];
    expect(rule?.kind === 'map' && rule.entries.get('rule_name')).toMatchObject({ marks: { sensitive: true } });
  });
});
