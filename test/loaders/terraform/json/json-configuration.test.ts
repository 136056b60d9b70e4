/** What Terraform's JSON syntax says, told in the native one; and where in the JSON each piece of it stands. */
import { describe, expect, test } from 'vitest';
import { locationOf, SourceFile, textOf, type SourceRange } from '../../../../src/core/source.ts';
import type { Attribute, Body, Expression } from '../../../../src/loaders/hcl/ast.ts';
import { parseHcl } from '../../../../src/loaders/hcl/parse-hcl.ts';
import { parseJsonConfiguration } from '../../../../src/loaders/terraform/json/json-configuration.ts';
import { outlineOf } from '../../../helpers/hcl-outline.ts';
import { printExpression } from '../../../helpers/print-hcl.ts';
import { blocksIn, expressionsIn } from '../../../helpers/walk-hcl.ts';

function read(text: string) {
  const { value, diagnostics } = parseJsonConfiguration(new SourceFile('infra/main.tf.json', text));
  const messages = diagnostics.map(({ range, level, code, message, help }) => {
    const place = range === undefined ? '-' : `${locationOf(range).line}:${locationOf(range).column}`;
    return { at: `${place} ${level} ${code}`, message, help };
  });
  return { ...value, messages };
}

/** A body as lines of native syntax; a template that is nothing but an expression is that expression. */
function printed(body: Body): readonly string[] {
  const attributes = body.attributes.map(({ name, value }) => `${name} = ${printExpression(unwrapped(value))}`);
  const blocks = body.blocks.flatMap((block) => {
    const header = [block.type, ...block.labels.map(({ text }) => JSON.stringify(text))].join(' ');
    return [`${header} {`, ...printed(block.body).map((line) => `  ${line}`), '}'];
  });
  return [...attributes.toSorted(), ...blocks];
}

function unwrapped(expression: Expression): Expression {
  if (expression.kind === 'tuple') return { ...expression, items: expression.items.map((item) => unwrapped(item)) };
  if (expression.kind === 'object') {
    const items = expression.items.map((item) => ({ ...item, value: unwrapped(item.value) }));
    return { ...expression, items };
  }
  if (expression.kind === 'unary' && expression.operand.kind === 'literal')
    return { ...expression.operand, value: -Number(expression.operand.value) };
  const [only, ...others] = expression.kind === 'template' ? expression.parts : [];
  return only?.kind === 'interpolation' && others.length === 0 ? only.expression : expression;
}

describe('JSON says', () => {
  test.each([
    {
      what: 'blocks with labels',
      json: '{"variable":{"name":{"default":"orders"}},"resource":{"aws_instance":{"web":{"ami":"ami-1"},"job":{"ami":"ami-2"}}}}',
      native:
        'variable "name" {\n  default = "orders"\n}\nresource "aws_instance" "web" {\n  ami = "ami-1"\n}\nresource "aws_instance" "job" {\n  ami = "ami-2"\n}',
    },
    {
      what: 'values of every type',
      json: '{"locals":{"text":"a","number":1.5,"negative":-3,"yes":true,"nothing":null,"list":[1,"b"],"map":{"k":"v"}}}',
      native:
        'locals {\n  text = "a"\n  number = 1.5\n  negative = -3\n  yes = true\n  nothing = null\n  list = [1, "b"]\n  map = { k = "v" }\n}',
    },
    {
      what: 'expressions in texts, which alone keep their type',
      json: '{"locals":{"whole":"${var.list}","part":"orders-${var.stage}","none":"$${var.x} %%{if}","loop":"%{for a in var.l}${a},%{endfor}","call":"${lookup(var.m, \\"a\\")}","key":{"${var.k}":1}}}',
      native:
        'locals {\n  whole = var.list\n  part = "orders-${var.stage}"\n  none = "$${var.x} %%{if}"\n  loop = "%{for a in var.l}${a},%{endfor}"\n  call = lookup(var.m, "a")\n  key = { "${var.k}" = 1 }\n}',
    },
    {
      what: 'a nested block, alone',
      json: '{"resource":{"aws_dynamodb_table":{"orders":{"ttl":{"enabled":true}}}}}',
      native: 'resource "aws_dynamodb_table" "orders" {\n  ttl {\n    enabled = true\n  }\n}',
    },
    {
      what: 'nested blocks in an array',
      json: '{"resource":{"aws_dynamodb_table":{"orders":{"attribute":[{"name":"id"},{"name":"at"}],"replica":[],"ttl":null}}}}',
      native:
        'resource "aws_dynamodb_table" "orders" {\n  replica = []\n  ttl = null\n  attribute {\n    name = "id"\n  }\n  attribute {\n    name = "at"\n  }\n}',
    },
    {
      what: 'maps of AWS as maps, at any depth',
      json: '{"resource":{"aws_lambda_function":{"f":{"tags":{"a":"b"},"environment":{"variables":{"K":"V"}}}},"aws_backup_plan":{"p":{"rule":[{"recovery_point_tags":{"x":"y"}}]}}}}',
      native:
        'resource "aws_lambda_function" "f" {\n  tags = { a = "b" }\n  environment {\n    variables = { K = "V" }\n  }\n}\nresource "aws_backup_plan" "p" {\n  rule {\n    recovery_point_tags = { x = "y" }\n  }\n}',
    },
    {
      what: 'a name that is a map here and a block there',
      json: '{"resource":{"aws_cloudwatch_metric_alarm":{"a":{"dimensions":{"Id":"1"}}},"aws_appautoscaling_policy":{"p":{"dimensions":{"name":"Id"}}}}}',
      native:
        'resource "aws_cloudwatch_metric_alarm" "a" {\n  dimensions = { Id = "1" }\n}\nresource "aws_appautoscaling_policy" "p" {\n  dimensions {\n    name = "Id"\n  }\n}',
    },
    {
      what: 'values of providers whose schema is not known',
      json: '{"resource":{"null_resource":{"n":{"triggers":{"a":"b"}}},"awscc_rds_db_cluster":{"c":{"scaling_configuration":{"min_capacity":1}}}}}',
      native:
        'resource "null_resource" "n" {\n  triggers = { a = "b" }\n}\nresource "awscc_rds_db_cluster" "c" {\n  scaling_configuration = { min_capacity = 1 }\n}',
    },
    {
      what: 'meta-arguments as references',
      json: '{"resource":{"aws_vpc":{"main":{"count":2,"provider":"aws.replica","depends_on":["aws_kms_key.a","module.b"],"lifecycle":{"ignore_changes":["tags[\\"x\\"]"],"replace_triggered_by":["aws_kms_key.a.id"],"prevent_destroy":true,"precondition":[{"condition":"${var.a}","error_message":"a"}]}},"other":{"lifecycle":{"ignore_changes":"all"},"provider":"${aws.replica}"}}}}',
      native:
        'resource "aws_vpc" "main" {\n  count = 2\n  provider = aws.replica\n  depends_on = [aws_kms_key.a, module.b]\n  lifecycle {\n    ignore_changes = [tags["x"]]\n    replace_triggered_by = [aws_kms_key.a.id]\n    prevent_destroy = true\n    precondition {\n      condition = var.a\n      error_message = "a"\n    }\n  }\n}\nresource "aws_vpc" "other" {\n  provider = aws.replica\n  lifecycle {\n    ignore_changes = all\n  }\n}',
    },
    {
      what: 'for_each as a map, not as a block',
      json: '{"resource":{"aws_vpc":{"main":{"for_each":{"a":"10.0.0.0/16"},"cidr_block":"${each.value}"}}}}',
      native: 'resource "aws_vpc" "main" {\n  for_each = { a = "10.0.0.0/16" }\n  cidr_block = each.value\n}',
    },
    {
      what: 'dynamic blocks, in each other',
      json: '{"resource":{"aws_backup_plan":{"p":{"dynamic":{"rule":{"for_each":"${var.rules}","iterator":"each_rule","content":{"rule_name":"${each_rule.key}","dynamic":{"copy_action":[{"for_each":["a"],"content":{"lifecycle":{"delete_after":30}}}]}}}}}}}}',
      native:
        'resource "aws_backup_plan" "p" {\n  dynamic "rule" {\n    for_each = var.rules\n    iterator = each_rule\n    content {\n      rule_name = each_rule.key\n      dynamic "copy_action" {\n        for_each = ["a"]\n        content {\n          lifecycle {\n            delete_after = 30\n          }\n        }\n      }\n    }\n  }\n}',
    },
    {
      what: 'provisioners in their order, and connections',
      json: '{"resource":{"aws_instance":{"web":{"connection":{"type":"${literal}","host":"${self.public_ip}"},"provisioner":[{"local-exec":{"command":"echo 1","when":"destroy"}},{"file":{"source":"a"}},{"local-exec":{"command":"echo 2"}}]}}}}',
      native:
        'resource "aws_instance" "web" {\n  connection {\n    type = "$${literal}"\n    host = self.public_ip\n  }\n  provisioner "local-exec" {\n    command = "echo 1"\n    when = destroy\n  }\n  provisioner "file" {\n    source = "a"\n  }\n  provisioner "local-exec" {\n    command = "echo 2"\n  }\n}',
    },
    {
      what: 'variables literally, their types as expressions',
      json: '{"variable":{"name":{"type":"map(object({a = optional(string, \\"x\\")}))","default":{"a":"${not a template}"},"description":"%{neither}","sensitive":true,"validation":{"condition":"${length(var.name) > 0}","error_message":"empty"}}}}',
      native:
        'variable "name" {\n  type = map(object({a = optional(string, "x")}))\n  default = { a = "$${not a template}" }\n  description = "%%{neither}"\n  sensitive = true\n  validation {\n    condition = length(var.name) > 0\n    error_message = "empty"\n  }\n}',
    },
    {
      what: 'outputs',
      json: '{"output":{"id":{"value":"${aws_vpc.main}","description":"the ${VPC}","depends_on":["aws_vpc.main"],"sensitive":false}}}',
      native:
        'output "id" {\n  value = aws_vpc.main\n  description = "the $${VPC}"\n  depends_on = [aws_vpc.main]\n  sensitive = false\n}',
    },
    {
      what: 'module calls with their providers',
      json: '{"module":{"db":{"source":"./db","version":"= 1.0","providers":{"aws":"aws.replica","aws.peer":"aws"},"settings":{"a":{"b":"${var.c}"}}}}}',
      native:
        'module "db" {\n  source = "./db"\n  version = "= 1.0"\n  providers = { (aws) = aws.replica, aws.peer = aws }\n  settings = { a = { b = var.c } }\n}',
    },
    {
      what: 'providers, several of one name',
      json: '{"provider":{"aws":[{"region":"us-east-1","default_tags":{"tags":{"a":"b"}}},{"alias":"replica","region":"${var.region}","assume_role":[{"role_arn":"arn"}]}]}}',
      native:
        'provider "aws" {\n  region = "us-east-1"\n  default_tags {\n    tags = { a = "b" }\n  }\n}\nprovider "aws" {\n  alias = "replica"\n  region = var.region\n  assume_role {\n    role_arn = "arn"\n  }\n}',
    },
    {
      what: 'settings',
      json: '{"terraform":{"required_version":">= 1.9","required_providers":{"aws":{"source":"hashicorp/aws","version":"~> 6.0"}},"backend":{"s3":{"bucket":"state","assume_role":{"role_arn":"arn"}}}}}',
      native:
        'terraform {\n  required_version = ">= 1.9"\n  required_providers {\n    aws = { source = "hashicorp/aws", version = "~> 6.0" }\n  }\n  backend "s3" {\n    bucket = "state"\n    assume_role = { role_arn = "arn" }\n  }\n}',
    },
    {
      what: 'a cloud block',
      json: '{"terraform":[{"cloud":{"organization":"acme","workspaces":{"tags":["orders"]}}}]}',
      native:
        'terraform {\n  cloud {\n    organization = "acme"\n    workspaces {\n      tags = ["orders"]\n    }\n  }\n}',
    },
    {
      what: 'what became of resources',
      json: '{"moved":[{"from":"aws_vpc.a","to":"aws_vpc.b[\\"x\\"]"}],"import":{"to":"aws_vpc.c","id":"vpc-${var.id}"},"removed":{"from":"aws_vpc.d","lifecycle":{"destroy":false}},"check":{"up":{"data":{"http":{"probe":{"url":"https://example.com"}}},"assert":{"condition":"${true}","error_message":"down"}}}}',
      native:
        'moved {\n  from = aws_vpc.a\n  to = aws_vpc.b["x"]\n}\nimport {\n  to = aws_vpc.c\n  id = "vpc-${var.id}"\n}\nremoved {\n  from = aws_vpc.d\n  lifecycle {\n    destroy = false\n  }\n}\ncheck "up" {\n  data "http" "probe" {\n    url = "https://example.com"\n  }\n  assert {\n    condition = true\n    error_message = "down"\n  }\n}',
    },
    {
      what: 'comments, but not in values',
      json: '{"//":{"metadata":{"version":"0.20"}},"resource":{"//":"by hand","aws_vpc":{"main":{"//":"note","tags":{"//":"a tag"}}}}}',
      native: 'resource "aws_vpc" "main" {\n  tags = { "//" = "a tag" }\n}',
    },
    {
      what: 'labels and bodies in arrays',
      json: '[{"locals":{"a":1}},{"locals":[{"b":2},{"c":3}],"resource":[{"aws_vpc":[{"x":[{"cidr_block":"a"}]},{"y":{"cidr_block":"b"}}]}]}]',
      native:
        'locals {\n  a = 1\n}\nlocals {\n  b = 2\n}\nlocals {\n  c = 3\n}\nresource "aws_vpc" "x" {\n  cidr_block = "a"\n}\nresource "aws_vpc" "y" {\n  cidr_block = "b"\n}',
    },
    {
      what: 'a property twice as both blocks',
      json: '{"resource":{"aws_vpc":{"x":{"cidr_block":"a"}}},"resource":{"aws_vpc":{"y":{"cidr_block":"b"}}}}',
      native: 'resource "aws_vpc" "x" {\n  cidr_block = "a"\n}\nresource "aws_vpc" "y" {\n  cidr_block = "b"\n}',
    },
    { what: 'nothing', json: '{}', native: '' },
    {
      what: 'names that objects have by themselves',
      json: '{"locals":{"__proto__":1,"constructor":{"toString":"a"}}}',
      native: 'locals {\n  __proto__ = 1\n  constructor = { toString = "a" }\n}',
    },
  ])('$what', ({ json, native }) => {
    const { body, messages } = read(json);
    expect(messages).toEqual([]);
    expect(printed(body)).toEqual(printed(parseHcl(new SourceFile('main.tf', native)).value.body));
  });
});

describe('in JSON,', () => {
  const text = `{
  "resource": {
    "aws_db_instance": {
      "main": {
        "identifier": "ördér \\u0041 \\"\${var.name}\\" \\ud83d\\ude00 \${local.stage}",
        "multi_az": "\${var.ha}",
        "storage": "\${lookup({\\"size\\" = 20}, \\"size\\", 10)}",
        "timeouts": {"create": "1h"},
        "s3_import": [{"bucket_name": "a"}, {"bucket_name": "b"}]
      }
    }
  }
}`;
  const { body, messages } = read(text);
  const block = body.blocks[0];

  test('a block has its last label as header, and is that with its body', () => {
    expect(messages).toEqual([]);
    expect([block && placed(block.headerRange), block && textOf(block.range).slice(0, 9)]).toEqual([
      '4:7 "main"',
      '"main": {',
    ]);
    expect(block && textOf(block.range).endsWith(']\n      }')).toBe(true);
  });

  test('a nested block has its name as header, one of several its brace', () => {
    expect(block?.body.blocks.map(({ headerRange }) => placed(headerRange))).toEqual([
      '8:9 "timeouts"',
      '9:23 {',
      '9:45 {',
    ]);
  });

  test('arguments and what they consist of are placed to the column, behind escapes, too', () => {
    const places = (name: string): readonly string[] => {
      const attribute = block?.body.attributes.find((each) => each.name === name);
      return attribute === undefined ? [] : placesIn(attribute);
    };
    expect(places('multi_az')).toEqual(['6:9 "multi_az"', '6:21 "${var.ha}"', '6:24 var.ha', '6:24 var']);
    expect(places('identifier')).toContain('5:41 var.name');
    expect(places('identifier')).toContain('5:68 local.stage');
    expect(places('storage')).toEqual([
      '7:9 "storage"',
      '7:20 "${lookup({\\"size\\" = 20}, \\"size\\", 10)}"',
      '7:23 lookup({\\"size\\" = 20}, \\"size\\", 10)',
      '7:30 {\\"size\\" = 20}',
      '7:31 \\"size\\"',
      '7:42 20',
      '7:47 \\"size\\"',
      '7:57 10',
    ]);
  });

  test('columns count UTF-16 code units, and line ends of Windows and a byte order mark do not matter', () => {
    const { body: fromWindows } = read(`\uFEFF${text.replaceAll('\n', '\r\n')}`);
    const ranges = (of: Body): readonly string[] =>
      blocksIn(of).flatMap((each) =>
        [each.headerRange, ...expressionsIn(each.body).map(({ range }) => range)].map(placed),
      );
    expect(ranges(fromWindows)).toEqual(ranges(body));
  });

  function placed(range: SourceRange): string {
    const { line, column } = locationOf(range);
    return `${line}:${column} ${textOf(range)}`;
  }

  function placesIn({ nameRange, value }: Attribute): readonly string[] {
    return [nameRange, ...expressionsIn(value).map(({ range }) => range)].map(placed);
  }
});

describe('a mistake costs no more than it must:', () => {
  test.each([
    {
      what: 'an empty file',
      json: '',
      read: '',
      at: '1:1 error input/syntax',
      message: 'This file is empty.',
    },
    {
      what: 'native syntax',
      json: 'resource "aws_vpc" "a" {}',
      read: '',
      at: '1:1 error input/syntax',
      message:
        'This is not valid JSON: expected a value: text in double quotes, a number, true, false, null, an object or an array, found "r".',
    },
    {
      what: 'a file that is no object',
      json: '"text"',
      read: '',
      at: '1:1 error input/syntax',
      message: 'Found a text, expected an object with arguments and nested blocks.',
    },
    {
      what: 'a file that ends too early, which takes the block that is open',
      json: '{"resource":{"aws_vpc":{"a":{"cidr_block":"x"},"b":{"cidr_block":"y","tags":{"n":"v"',
      read: 'resource.aws_vpc.a { cidr_block }',
      at: '1:85 error input/syntax',
      message: 'This is not valid JSON: expected "," or "}", found the end of the file.',
    },
    {
      what: 'a comma too many',
      json: '{"resource":{"aws_vpc":{"a":{"cidr_block":"x"}}},"locals":{"a":1,}}',
      read: 'resource.aws_vpc.a { cidr_block }',
      at: '1:66 error input/syntax',
      message: 'This is not valid JSON: expected another element, since a comma may not stand before "}", found "}".',
    },
    {
      what: 'a type of blocks that does not exist',
      json: '{"resources":{"aws_vpc":{"a":{}}},"locals":{"a":1}}',
      read: 'locals { a }',
      at: '1:2 error input/syntax',
      message: 'There are no blocks of the type "resources".',
    },
    {
      what: 'a text where a block must be',
      json: '{"resource":{"aws_vpc":{"a":"x","b":{}}}}',
      read: 'resource?, resource.aws_vpc.b',
      at: '1:29 error input/syntax',
      message: 'Found a text, expected an object with the content of resource.aws_vpc.a.',
    },
    {
      what: 'a number where names must be',
      json: '{"resource":{"aws_vpc":7},"locals":{"a":1}}',
      read: 'resource?, locals { a }',
      at: '1:24 error input/syntax',
      message: 'Found a number, expected an object with a name for each resource.',
    },
    {
      what: 'a list of lists',
      json: '{"locals":[[{"a":1}]]}',
      read: 'locals { a }',
      at: undefined,
      message: undefined,
    },
    {
      what: 'an expression that can not be read',
      json: '{"locals":{"a":"${var.}","b":1}}',
      read: 'locals { b, a? }',
      at: '1:23 error input/syntax',
      message: 'Found "}", expected the name of an attribute after the dot.',
    },
    {
      what: 'an expression that can not be read, behind escapes',
      json: '{"locals":{"a":"\\"\\u00e9\\" ${var.x +}"}}',
      read: 'locals { a? }',
      at: '1:37 error input/syntax',
      message: 'Found "}", expected a value.',
    },
    {
      what: 'a reference that is none',
      json: '{"resource":{"aws_vpc":{"a":{"depends_on":["aws_kms_key.a b"]}}}}',
      read: 'resource.aws_vpc.a { depends_on? }',
      at: '1:59 error input/syntax',
      message: 'Found the name "b", expected the end of the expression.',
    },
    {
      what: 'an argument that is set twice, of which neither is taken',
      json: '{"resource":{"aws_db_instance":{"a":{"multi_az":true,"multi_az":false}}}}',
      read: 'resource.aws_db_instance.a { multi_az? }',
      at: '1:54 error input/syntax',
      message: 'The argument "multi_az" was already set in line 1.',
    },
    {
      what: 'a key that is written twice',
      json: '{"locals":{"a":{"k":1,"k":2}}}',
      read: 'locals { a }',
      at: '1:23 warning input/syntax',
      message: 'The key "k" is written twice in one object; the last one counts here, Terraform refuses this.',
    },
  ])('$what', ({ json, read: outline, at, message }) => {
    const { body, messages } = read(json);
    expect(outlineOf(body)).toBe(outline);
    expect([messages[0]?.at, messages[0]?.message]).toEqual([at, message]);
    for (const { help } of messages) expect(help).not.toBe('');
    expect(messages.length).toBeLessThanOrEqual(1);
  });

  test('and of many mistakes fifty are told', () => {
    const { messages } = read(`{"resource":[${'7,'.repeat(100)}7]}`);
    expect(messages.length).toBe(51);
    expect(messages.at(-1)).toMatchObject({
      at: '1:114 error input/limit',
      message: 'This file has more than 50 mistakes; the rest is not listed.',
    });
  });

  test('and what lies too deep is not read', () => {
    const depth = 100_000;
    const { body, messages } = read(`{"locals":{"a":1},"variable":{"b":${'['.repeat(depth)}${']'.repeat(depth)}}}`);
    expect(messages.map(({ at }) => at.split(' ').at(-1))).toEqual(['input/limit']);
    expect(outlineOf(body)).toBe('locals { a }');
  });
});

describe('"//": "dr-lint-ignore …"', () => {
  test.each([
    {
      what: 'in a resource is about that',
      json: '{"resource":{"aws_vpc":{"a":{"//":"dr-lint-ignore iac/*: tests"},"b":{}}}}',
      covers: '"a":{"//":"dr-lint-ignore iac/*: tests"}',
    },
    {
      what: 'in a nested block is about that',
      json: '{"resource":{"aws_dynamodb_table":{"a":{"ttl":{"//":"dr-lint-ignore iac/*: tests"}}}}}',
      covers: '"ttl":{"//":"dr-lint-ignore iac/*: tests"}',
    },
    {
      what: 'for the file stands at its top',
      json: '{"//":"dr-lint-ignore-file iac/*: tests","locals":{}}',
      covers: '{"//":"dr-lint-ignore-file iac/*: tests","locals":{}}',
    },
    {
      what: 'at the top, but not for the file, is about nothing',
      json: '{"//":"dr-lint-ignore iac/*: tests","locals":{}}',
      covers: undefined,
    },
    {
      what: 'for the file, but in a block, is about nothing',
      json: '{"locals":{"//":"dr-lint-ignore-file iac/*: tests"}}',
      covers: undefined,
    },
  ])('$what', ({ json, covers }) => {
    const [suppression, ...others] = read(json).suppressions;
    expect([suppression?.policies, suppression?.reason, others]).toEqual([['iac/*'], 'tests', []]);
    expect(suppression?.covers && textOf(suppression.covers)).toBe(covers);
  });

  test('may stand several times, in an array; a tag of that name is none', () => {
    const json =
      '{"resource":{"aws_vpc":{"a":{"//":["dr-lint-ignore a/b: one"," dr-lint-ignore c/d: two","a note",7],"tags":{"//":"dr-lint-ignore e/f: no"}}}}}';
    expect(read(json).suppressions.map(({ policies, reason }) => [policies[0], reason])).toEqual([
      ['a/b', 'one'],
      ['c/d', 'two'],
    ]);
  });
});
