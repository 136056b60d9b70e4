import { describe, expect, test } from 'vitest';
import { terraformFunctions } from '../../../src/evaluation/terraform/functions/index.ts';
import { evaluateFiles, valueOfExpression } from '../../helpers/terraform.ts';

/** Expression → value, as `terraform console` gives it. */
const calls: readonly (readonly [expression: string, value: unknown])[] = [
  ['abs(-12.4)', 12.4],
  ['abspath("modules")', 'modules'],
  ['alltrue([true, "true"])', true],
  ['alltrue([true, false])', false],
  ['alltrue([])', true],
  ['anytrue([false, true])', true],
  ['anytrue([])', false],
  ['base64decode("b3JkZXJz")', 'orders'],
  ['base64encode("orders")', 'b3JkZXJz'],
  ['base64sha256("orders")', 'HBaK2wDSCOQvkzFFKfH6nAQn62MjPO2pWl21K3ASpxk='],
  ['length(base64sha512("orders"))', 88],
  ['basename("infra/main.tf")', 'main.tf'],
  ['ceil(5.1)', 6],
  ['chomp("orders\\n")', 'orders'],
  ['chunklist(["a", "b", "c"], 2)', [['a', 'b'], ['c']]],
  ['cidrhost("10.12.112.0/20", 16)', '10.12.112.16'],
  ['cidrhost("10.12.112.0/20", -1)', '10.12.127.255'],
  ['cidrhost("fd00:fd12:3456:7890::/56", 34)', 'fd00:fd12:3456:7800::22'],
  ['cidrnetmask("172.16.0.0/12")', '255.240.0.0'],
  ['cidrsubnet("172.16.0.0/12", 4, 2)', '172.18.0.0/16'],
  ['cidrsubnet("10.1.2.0/24", 4, 15)', '10.1.2.240/28'],
  ['cidrsubnet("fd00:fd12:3456:7890::/56", 16, 162)', 'fd00:fd12:3456:7800:a200::/72'],
  ['cidrsubnets("10.1.0.0/16", 4, 4, 8, 4)', ['10.1.0.0/20', '10.1.16.0/20', '10.1.32.0/24', '10.1.48.0/20']],
  ['coalesce("", null, "orders")', 'orders'],
  ['coalesce(null, 0)', 0],
  ['coalescelist([], ["a"])', ['a']],
  ['compact(["a", "", "b", null])', ['a', 'b']],
  ['concat(["a"], ["b", "c"])', ['a', 'b', 'c']],
  ['contains(["eu-west-1", "eu-west-3"], "eu-west-3")', true],
  ['contains(["eu-west-1"], "us-east-1")', false],
  ['dirname("infra/main.tf")', 'infra'],
  ['distinct(["a", "b", "a"])', ['a', 'b']],
  ['element(["a", "b", "c"], 4)', 'b'],
  ['endswith("orders-dr", "-dr")', true],
  ['fileexists("schedule.txt")', false],
  ['flatten([["a", "b"], [], [["c"]]])', ['a', 'b', 'c']],
  ['floor(4.9)', 4],
  ['format("Hello, %s!", "Ander")', 'Hello, Ander!'],
  [
    'format("%03d|%5.2f|%-4s|%v|%%|%q|%x|%t", 7, 3.14159, "ab", [1], "q", 255, true)',
    '007| 3.14|ab  |[1]|%|"q"|ff|true',
  ],
  ['format("%[2]s-%[1]s", "a", "b")', 'b-a'],
  ['formatlist("%s-%s", ["a", "b"], "dr")', ['a-dr', 'b-dr']],
  ['indent(2, "a\\nb")', 'a\n  b'],
  ['index(["a", "b"], "b")', 1],
  ['issensitive(sensitive(1))', true],
  ['join("-", ["orders", "dr"])', 'orders-dr'],
  ['join(",", [])', ''],
  ['jsondecode("{\\"days\\": [7, null]}")', { days: [7, null] }],
  ['jsonencode({ b = [1, true, null], a = "<x>" })', '{"a":"\\u003cx\\u003e","b":[1,true,null]}'],
  ['keys({ b = 1, a = 2 })', ['a', 'b']],
  ['length("orders")', 6],
  ['length(["a", "b"])', 2],
  ['length({ a = 1 })', 1],
  ['log(16, 2)', 4],
  ['lookup({ a = "1" }, "a", "none")', '1'],
  ['lookup({ a = "1" }, "b", "none")', 'none'],
  ['lower("ORDERS")', 'orders'],
  ['matchkeys(["i-1", "i-2"], ["east", "west"], ["west"])', ['i-2']],
  ['max(5, 12, 9)', 12],
  ['md5("orders")', '12c500ed0b7879105fb46af0f246be87'],
  ['merge({ a = 1, b = 1 }, null, { b = 2 })', { a: 1, b: 2 }],
  ['min(5, 12, 9)', 5],
  ['nonsensitive(sensitive("a"))', 'a'],
  ['one([])', null],
  ['one(["a"])', 'a'],
  ['parseint("ff", 16)', 255],
  ['pathexpand("modules")', 'modules'],
  ['pow(3, 2)', 9],
  ['range(3)', [0, 1, 2]],
  ['range(1, 4)', [1, 2, 3]],
  ['range(1, 8, 2)', [1, 3, 5, 7]],
  ['range(4, 1)', [4, 3, 2]],
  ['regex("[a-z]+", "53453453.345345aaabbbccc23454")', 'aaabbbccc'],
  ['regex("(\\\\d\\\\d)-(\\\\w+)", "on 12-dr")', ['12', 'dr']],
  ['regex("^(?P<scheme>[^:]+)://(?P<host>.+)$", "https://orders")', { scheme: 'https', host: 'orders' }],
  ['regexall("[a-z]+", "1234abcd5678efgh9")', ['abcd', 'efgh']],
  ['replace("1 + 2 + 3", "+", "-")', '1 - 2 - 3'],
  ['replace("orders-01", "/(\\\\w+)-(\\\\d+)/", "$2-$1")', '01-orders'],
  ['reverse([1, 2, 3])', [3, 2, 1]],
  ['sensitive("a")', { $sensitive: 'a' }],
  ['setintersection(["a", "b"], ["b", "c"])', ['b']],
  [
    'setproduct(["a", "b"], [1])',
    [
      ['a', 1],
      ['b', 1],
    ],
  ],
  ['setsubtract(["a", "b"], ["b"])', ['a']],
  ['setunion(["b", "a"], ["b", "c"])', ['a', 'b', 'c']],
  ['sha1("orders")', '9658403816409e66eba2175f8eff8b53a9681573'],
  ['length(sha256("orders"))', 64],
  ['length(sha512("orders"))', 128],
  ['signum(-13)', -1],
  ['slice(["a", "b", "c"], 1, 3)', ['b', 'c']],
  ['sort(["e", "d", "a"])', ['a', 'd', 'e']],
  ['split(",", "a,b,")', ['a', 'b', '']],
  ['split(",", "")', ['']],
  ['startswith("orders-dr", "orders")', true],
  ['strcontains("orders-dr", "s-d")', true],
  ['strrev("dr")', 'rd'],
  ['substr("orders", 1, 3)', 'rde'],
  ['substr("orders", -2, -1)', 'rs'],
  ['sum([1, 2.5])', 3.5],
  ['timeadd("2026-11-22T00:00:00Z", "1h30m")', '2026-11-22T01:30:00Z'],
  ['timecmp("2026-11-22T00:00:00Z", "2026-11-22T01:00:00Z")', -1],
  ['title("hello world")', 'Hello World'],
  ['tobool("true")', true],
  ['tolist(toset(["b", "a"]))', ['a', 'b']],
  ['tomap({ a = 1 })', { a: 1 }],
  ['tonumber("42")', 42],
  ['toset(["b", "a", "b"])', ['a', 'b']],
  ['tostring(42)', '42'],
  ['transpose({ a = ["1", "2"], b = ["2"] })', { 1: ['a'], 2: ['a', 'b'] }],
  ['trim("?!hello?!", "!?")', 'hello'],
  ['trimprefix("helloworld", "hello")', 'world'],
  ['trimspace("  hello\\n")', 'hello'],
  ['trimsuffix("helloworld", "world")', 'hello'],
  ['upper("dr")', 'DR'],
  ['urlencode("a b/ü")', 'a+b%2F%C3%BC'],
  ['values({ b = 1, a = 2 })', [2, 1]],
  ['yamldecode("days: [7, 35]")', { days: [7, 35] }],
  ['yamlencode({ a = 1 })', '"a": 1\n'],
  ['zipmap(["a", "b"], [1, 2])', { a: 1, b: 2 }],
  ['try(var.missing.name, "fallback")', 'fallback'],
  ['can(regex("^eu-", "us-east-1"))', false],
  ['max([5, 12, 9]...)', 12],
];

test.each(calls)('%s', (expression, value) => {
  expect(valueOfExpression(expression)).toEqual(value);
});

/** Calls that read files, and those that are different each time, are tested below. */
const testedElsewhere = /^(?:file|templatefile$|bcrypt$|plantimestamp$|timestamp$|uuid$)/u;

test('every function has a row', () => {
  const tested = new Set(
    calls.flatMap(([expression]) => [...expression.matchAll(/(\w+)\(/gu)].map(([, name]) => name)),
  );
  const missing = [...terraformFunctions.keys()].filter((name) => !tested.has(name) && !testedElsewhere.test(name));
  expect(missing).toEqual([]);
});

test.each([
  ['element([], 0)'],
  ['lookup({ a = 1 }, "b")'],
  ['slice(["a"], 0, 2)'],
  ['regex("x", "abc")'],
  ['regex("(", "abc")'],
  ['tonumber("many")'],
  ['cidrsubnet("10.0.0.0/24", 4, 16)'],
  ['jsondecode("{")'],
  ['range(1, 5, 0)'],
  ['one(["a", "b"])'],
  ['format("%d", "many")'],
  ['coalesce(null, "")'],
])('Terraform refuses %s, and so does dr-lint', (expression) => {
  expect(valueOfExpression(expression)).toHaveProperty('$invalid');
});

describe('what is not known of the arguments', () => {
  const declarations = 'variable "name" {}\nvariable "names" {}\nresource "aws_vpc" "main" {}';

  test.each([
    ['an unknown makes the call unknown', 'lower(var.name)', { $unknown: 'var.name' }],
    ['the same call of the same unknown is the same', 'lower(var.name) == lower(var.name)', true],
    ['another call is not', 'lower(var.name) == upper(var.name)', { $unknown: 'var.name' }],
    ['format keeps the known text around', 'format("%sa", var.name)', { $template: '?a' }],
    ['join keeps the known text around', 'join("-", ["orders", var.name])', { $template: 'orders-?' }],
    ['the number of items is known', 'length([var.name, "b"])', 2],
    ['one known match decides contains', 'contains(["dr", var.name], "dr")', true],
    ['without it contains is open', 'contains([var.name], "dr")', { $unknown: 'var.name' }],
    ['a computed attribute is surely not null', 'coalesce(aws_vpc.main.id, "x")', { $ref: 'aws_vpc.main.id' }],
    ['a slice of an unknown list has so many items', 'length(slice(var.names, 0, 2))', 2],
    ['its items are those of the list', 'slice(var.names, 0, 2)[1] == var.names[1]', true],
    [
      'JSON text keeps what is not known inside',
      'jsonencode({ arn = aws_vpc.main.arn })',
      { $template: '{"arn":"?"}' },
    ],
    ['one false is enough', 'alltrue([var.name, false])', false],
    ['impure calls never repeat', 'timestamp() == timestamp()', { $unknown: 'timestamp()' }],
    ['a known head decides startswith', 'startswith("orders-${var.name}", "orders")', true],
    ['and refutes it', 'startswith("orders-${var.name}", "billing")', false],
    [
      'functions that are not evaluated say so',
      'provider::aws::arn_parse("x")',
      { $unknown: 'provider::aws::arn_parse()' },
    ],
  ])('%s: %s', (_, expression, value) => {
    expect(valueOfExpression(expression, declarations)).toEqual(value);
  });

  test('entries merged over an unknown map are known, others may exist', () => {
    const merged = 'merge(var.names, { Backup = "daily" })';
    expect(valueOfExpression(`${merged}["Backup"]`, declarations)).toBe('daily');
    expect(valueOfExpression(`${merged}["Team"]`, declarations)).toEqual({ $unknown: 'var.names' });
  });

  test('entries that an unknown map may overwrite are unknown', () => {
    expect(valueOfExpression('merge({ Backup = "daily" }, var.names)["Backup"]', declarations)).toEqual({
      $unknown: 'var.names',
    });
  });
});

describe('files', () => {
  const files = {
    'infra/main.tf': `resource "aws_backup_vault_policy" "main" {
      policy   = file("\${path.module}/policy.json")
      rendered = templatefile("schedule.tftpl", { hours = [1, 2] })
      outside  = file("../../secret.txt")
      recursive = templatefile("recursive.tftpl", {})
      digest   = filemd5("policy.json")
      exists   = fileexists("policy.json")
    }`,
    'infra/policy.json': '{}',
    'infra/schedule.tftpl': 'at %{ for hour in hours }${hour};%{ endfor }',
    'infra/recursive.tftpl': '${templatefile("recursive.tftpl", {})}',
  };
  const root = evaluateFiles(files);

  test.each([
    ['policy', '{}'],
    ['rendered', 'at 1;2;'],
    ['outside', { $unknown: '../secret.txt' }],
    ['recursive', { $invalid: 'A template can not render another one.' }],
    ['digest', '99914b932bd37a50b983c5e7c90ae93b'],
    ['exists', true],
  ])('%s', (attribute, value) => {
    expect(root.plain('aws_backup_vault_policy.main', attribute)).toEqual(value);
  });
});
