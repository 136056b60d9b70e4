import { describe, expect, test } from 'vitest';
import { evaluateFiles, placeOf, plainValue } from '../../../helpers/terraform.ts';

const use = 'resource "null_resource" "probe" { triggers = { value = var.setting } }';

function settingOf(
  files: Readonly<Record<string, string>>,
  varFiles: readonly string[] = [],
): ReturnType<typeof evaluateFiles> {
  return evaluateFiles({ ...files, 'infra/use.tf': use }, { varFiles });
}

function valueIn(root: ReturnType<typeof evaluateFiles>) {
  const triggers = root.value('null_resource.probe', 'triggers');
  return triggers?.kind === 'map' ? triggers.entries.get('value') : triggers;
}

describe('precedence', () => {
  const declared = { 'infra/variables.tf': 'variable "setting" { default = "default" }' };

  test.each([
    ['the default', {}, [], 'default'],
    ['terraform.tfvars', { 'infra/terraform.tfvars': 'setting = "auto"' }, [], 'auto'],
    [
      'its JSON is stronger',
      { 'infra/terraform.tfvars': 'setting = "a"', 'infra/terraform.tfvars.json': '{"setting": "b"}' },
      [],
      'b',
    ],
    [
      '*.auto.tfvars are stronger',
      { 'infra/terraform.tfvars': 'setting = "a"', 'infra/x.auto.tfvars': 'setting = "x"' },
      [],
      'x',
    ],
    ['in lexical order', { 'infra/b.auto.tfvars': 'setting = "b"', 'infra/a.auto.tfvars': 'setting = "a"' }, [], 'b'],
    [
      'files given by name are strongest',
      { 'infra/x.auto.tfvars': 'setting = "x"', 'dr.tfvars': 'setting = "dr"' },
      ['dr.tfvars'],
      'dr',
    ],
    ['examples are never read', { 'infra/terraform.tfvars.example': 'setting = "example"' }, [], 'default'],
    ['nor files of other names', { 'infra/prod.tfvars': 'setting = "prod"' }, [], 'default'],
  ])('%s', (_, files, varFiles, value) => {
    expect(plainValue(valueIn(settingOf({ ...declared, ...files }, varFiles)))).toBe(value);
  });
});

describe('a variable without a value', () => {
  const files = { 'infra/variables.tf': 'variable "setting" {}', 'infra/use.tf': use };
  const root = evaluateFiles(files, { library: false });

  test.each([
    { of: 'a root', library: false, cure: 'Give a variable file with --var-file, or a default.' },
    {
      of: 'a library',
      library: true,
      cure: 'Whoever calls this module passes it: scan the module with its caller, or give it a default.',
    },
  ])('of $of is unknown by its name, and says what to supply', ({ library, cure }) => {
    expect(valueIn(evaluateFiles(files, { library }))).toMatchObject({
      symbol: { key: 'infra#var.setting', reason: { code: 'input', subject: 'var.setting', cure } },
    });
  });

  test('is no diagnostic: the file that states it may be given later', () => {
    expect(root.messages).toEqual([]);
  });
});

describe('types', () => {
  test.each([
    ['numbers become text', 'string', '7', '7'],
    ['text becomes a number', 'number', '"7"', 7],
    ['and a truth', 'bool', '"true"', true],
    ['items are converted', 'list(number)', '["1", "2"]', [1, 2]],
    ['sets are sorted and without doubles', 'set(string)', '["b", "a", "b"]', ['a', 'b']],
    ['map values are converted', 'map(string)', '{ a = 1 }', { a: '1' }],
    ['tuples by position', 'tuple([string, number])', '[1, "2"]', ['1', 2]],
    ['further attributes are dropped', 'object({ a = string })', '{ a = "x", b = "y" }', { a: 'x' }],
    ['optional ones are null', 'object({ a = optional(string) })', '{}', { a: null }],
    ['or their default', 'object({ a = optional(number, 7) })', '{}', { a: 7 }],
    ['also when they are null', 'object({ a = optional(number, 7) })', '{ a = null }', { a: 7 }],
    [
      'at any depth',
      'list(object({ l = optional(object({ d = optional(number, 30) }), {}) }))',
      '[{}]',
      [{ l: { d: 30 } }],
    ],
    ['any takes everything', 'any', '{ a = [1] }', { a: [1] }],
    ['quoted types are read', '"string"', '7', '7'],
  ])('%s', (_, type, stated, value) => {
    const files = {
      'infra/variables.tf': `variable "setting" { type = ${type} }`,
      'infra/terraform.tfvars': `setting = ${stated}`,
    };
    expect(plainValue(valueIn(settingOf(files)))).toEqual(value);
  });

  test.each([
    ['a list is no text', 'string', '["a"]'],
    ['a required attribute is missing', 'object({ a = string })', '{}'],
    ['a text is no list', 'list(string)', '"a"'],
  ])('%s: refused', (_, type, stated) => {
    const files = {
      'infra/variables.tf': `variable "setting" { type = ${type} }`,
      'infra/terraform.tfvars': `setting = ${stated}`,
    };
    expect(plainValue(valueIn(settingOf(files)))).toEqual({
      $invalid: 'The value is not of the type that the variable states.',
    });
  });
});

describe('null', () => {
  const child = (more: string) =>
    `variable "days" {\n  default = 7\n  ${more}\n}\noutput "days" { value = var.days == null ? "none" : var.days }`;
  const main =
    'module "plan" {\n  source = "./plan"\n  days = null\n}\nresource "null_resource" "probe" { triggers = { value = module.plan.days } }';

  test.each([
    ['stays null where it may', '', 'none'],
    ['takes the default where it may not', 'nullable = false', '7'],
  ])('%s', (_, more, value) => {
    const root = evaluateFiles({ 'infra/main.tf': main, 'infra/plan/main.tf': child(more) });
    expect(plainValue(valueIn(root))).toBe(value);
  });
});

describe('marks and places', () => {
  test('sensitive values stay so, whatever is made of them', () => {
    const files = {
      'infra/variables.tf': 'variable "setting" {\n  default = { password = "hunter2" }\n  sensitive = true\n}',
      'infra/other.tf':
        'resource "null_resource" "other" { triggers = { value = "x-${upper(var.setting.password)}" } }',
    };
    expect(settingOf(files).plain('null_resource.other', 'triggers')).toEqual({ value: { $sensitive: 'x-HUNTER2' } });
  });

  test('what a variable file states belongs to the deployment, a default does not', () => {
    const declared = { 'infra/variables.tf': 'variable "setting" { default = { days = 7 } }' };
    expect(valueIn(settingOf(declared))?.marks.perDeployment).toBe(false);
    const stated = valueIn(settingOf({ ...declared, 'infra/terraform.tfvars': 'setting = { days = 1 }' }));
    expect(stated?.marks.perDeployment).toBe(true);
    expect(stated?.kind === 'map' && stated.entries.get('days')?.marks.perDeployment).toBe(true);
  });

  test('a value is at the place of its use, and was decided where it is written', () => {
    const root = evaluateFiles({
      'infra/main.tf': 'module "db" {\n  source   = "./db"\n  multi_az = false\n}',
      'infra/db/main.tf':
        'variable "multi_az" {}\nvariable "days" { default = 1 }\nresource "aws_db_instance" "this" {\n  multi_az = var.multi_az\n  backup_retention_period = var.days\n  engine = "postgres"\n}',
    });
    const places = (attribute: string) => {
      const value = root.value('module.db.aws_db_instance.this', attribute);
      return [placeOf(value?.range), placeOf(value?.decidedAt)];
    };
    expect(places('multi_az')).toEqual(['infra/db/main.tf:4:14', 'infra/main.tf:3:14']);
    expect(places('backup_retention_period')).toEqual(['infra/db/main.tf:5:29', 'infra/db/main.tf:2:29']);
    expect(places('engine')).toEqual(['infra/db/main.tf:6:12', '-']);
  });
});

describe('what Terraform would say about a variable file', () => {
  const told = (variables: string, tfvars: string, name = 'terraform.tfvars') =>
    settingOf({ 'infra/variables.tf': variables, [`infra/${name}`]: tfvars }).messages;

  test.each([
    {
      what: 'a name that is nearly right',
      tfvars: 'settin = 1',
      message: '1:1 warning input/variable settin is stated here, but infra declares no such variable.',
    },
    {
      what: 'names of other roots, all at once',
      tfvars: 'vpc_cidr = ""\nnat = 1\nsize = 2\nowner = "me"',
      message:
        '1:1 note input/variable infra declares no variable vpc_cidr, nat, size and 1 more: what is stated here has no effect.',
    },
    {
      what: 'a value of another type',
      tfvars: 'setting = ["a"]',
      message: '1:11 warning input/variable Terraform refuses this value of setting, for it can not be made string.',
    },
    {
      what: 'a value that refers to something',
      tfvars: 'setting = var.other',
      message:
        "1:11 warning input/variable Terraform refuses this value of setting: A variable file holds literal values, so it can't refer to var.other.",
    },
    {
      what: 'a block',
      tfvars: 'locals {\n  a = 1\n}',
      message: '1:1 warning input/variable A variable file holds values, and this is a block: it is not read.',
    },
  ])('$what', ({ tfvars, message }) => {
    const variables =
      'variable "setting" {\n  type    = string\n  default = "x"\n}\nvariable "fallback" { default = "f" }';
    expect(told(variables, tfvars)).toEqual([`infra/terraform.tfvars:${message}`]);
  });

  test('in a file that several roots may share a name that is nearly right is only noted', () => {
    const files = { 'infra/variables.tf': 'variable "setting" { default = "x" }', 'common.tfvars': 'settin = 1' };
    expect(settingOf(files, ['common.tfvars']).messages).toEqual([
      'common.tfvars:1:1 note input/variable settin is stated here, but infra declares no such variable.',
    ]);
  });

  test('also in JSON, at its place', () => {
    expect(told('variable "setting" { type = number }', '{\n  "setting": "many"\n}', 'x.auto.tfvars.json')).toEqual([
      'infra/x.auto.tfvars.json:2:14 warning input/variable Terraform refuses this value of setting, for it can not be made number.',
    ]);
  });

  test('nothing about names while a file that may declare them is broken', () => {
    const messages = told('variable "setting" {\n  default = [\n', 'owner = "me"');
    expect(messages.filter((message) => message.includes('input/variable'))).toEqual([]);
  });
});

describe('the workspace', () => {
  const expression =
    'resource "null_resource" "probe" { triggers = { value = terraform.workspace == "prod" ? "m5" : "t3" } }';

  test('decides where it is stated, and is told as the place that decided', () => {
    const root = evaluateFiles({ 'infra/main.tf': expression }, { workspace: 'prod' });
    expect(valueIn(root)).toMatchObject({ value: 'm5', marks: { perDeployment: true } });
  });

  test('is one unknown of the root where nothing states it, and says what to state', () => {
    const root = evaluateFiles({ 'infra/main.tf': expression });
    expect(valueIn(root)).toMatchObject({
      kind: 'unknown',
      symbol: {
        reason: {
          subject: 'terraform.workspace',
          cure: 'State it with --workspace, or as `workspace` of this deployment in the configuration.',
        },
      },
    });
  });

  test.each([
    ['stated', 'dr', 'db.small'],
    ['that the map does not name', 'stage', 'db.micro'],
  ])('chooses from a map: %s', (_, workspace, value) => {
    const map = '{ dr = "db.small", prod = "db.large" }';
    const text = `resource "null_resource" "probe" { triggers = { value = lookup(${map}, terraform.workspace, "db.micro") } }`;
    expect(plainValue(valueIn(evaluateFiles({ 'infra/main.tf': text }, { workspace })))).toBe(value);
  });
});
