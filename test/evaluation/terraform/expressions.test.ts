import { describe, expect, test } from 'vitest';
import { evaluateMain, valueOfExpression } from '../../helpers/terraform.ts';

describe('operators', () => {
  test.each([
    ['numbers add', '1 + 2 * 3', 7],
    ['decimals are exact', '0.1 + 0.2 == 0.3', true],
    ['text becomes a number', '"5" + 1', 6],
    ['remainder', '7 % 3', 1],
    ['text and number are never equal', '"1" == 1', false],
    ['lists are equal item by item', '["a", 1] == ["a", 1]', true],
    ['objects are equal entry by entry', '{ a = 1 } == { a = 2 }', false],
    ['null is equal to null alone', 'null == ""', false],
    ['text that says true is true', '!"true"', false],
    ['comparison', '"10" > 9', true],
    ['precedence', 'true || false && false', true],
    ['a conditional takes one branch', 'true ? "a" : tonumber("b")', 'a'],
    ['division by zero is infinite', '1 / 0 > 1e400', true],
    ['zero by zero is refused', '0 / 0', { $invalid: 'Zeros and infinite numbers can not be combined like this.' }],
    ['words are no numbers', '"many" + 1', { $invalid: 'This must be a number.' }],
    ['nor truths', '"many" && true', { $invalid: 'This must be true or false.' }],
  ])('%s', (_, expression, value) => {
    expect(valueOfExpression(expression)).toEqual(value);
  });
});

describe('three values', () => {
  const declarations = 'variable "a" {}\nvariable "b" {}\nresource "aws_vpc" "main" {}\nresource "aws_vpc" "dr" {}';

  test.each([
    ['false decides', 'false && var.a', false],
    ['from the right, too', 'var.a && false', false],
    ['true decides or', 'var.a || true', true],
    ['else it is open', 'var.a && true', { $unknown: 'var.a' }],
    ['an unknown equals itself', 'var.a == var.a', true],
    ['and differs from itself never', 'var.a != var.a', false],
    ['two unknowns are open', 'var.a == var.b', { $unknown: 'var.a' }],
    ['the same path into it equals itself', 'var.a.region == var.a.region', true],
    ['the same index, too', 'var.a[0] == var.a[0]', true],
    ['other indexes are open', 'var.a[0] == var.a[1]', { $unknown: 'var.a' }],
    ['equal branches give their value', 'var.a ? "x" : "x"', 'x'],
    ['others do not', 'var.a ? "x" : "y"', { $unknown: 'var.a' }],
    ['a computed attribute is not null', 'aws_vpc.main.id != null', true],
    ['an id or an ARN is not empty', '[aws_vpc.main.id != "", aws_vpc.main.arn == ""]', [true, false]],
    [
      'another computed attribute may be',
      'aws_vpc.main.ipv6_cidr_block == ""',
      { $unknown: 'aws_vpc.main.ipv6_cidr_block' },
    ],
    ['a computed attribute equals itself', 'aws_vpc.main.id == aws_vpc.main.id', true],
    ['two of them are open', 'aws_vpc.main.id == aws_vpc.dr.id', { $unknown: 'aws_vpc.main.id' }],
    ['a template is not null', '"${var.a}-x" == null', false],
    ['templates with other ends differ', '"${var.a}-x" == "${var.b}-y"', false],
    ['a text that does not fit differs', '"orders-${var.a}" == "billing"', false],
    ['one that fits is open', '"orders-${var.a}" == "orders-dr"', { $unknown: 'var.a' }],
    ['lists of other lengths differ', '[var.a] == [var.a, var.b]', false],
    ['a known key of a partly unknown object', '{ a = var.a, b = 2 }.b', 2],
    ['negation stays open', '!var.a', { $unknown: 'var.a' }],
    ['sums stay open', 'var.a + 1', { $unknown: 'var.a' }],
    ['a loop over an unknown is unknown', '[for x in var.a : x]', { $unknown: 'var.a' }],
    ['so is one with an unknown condition', '[for x in [1, 2] : x if var.a]', { $unknown: 'var.a' }],
    ['a splat over an unknown, too', 'var.a[*].id', { $unknown: 'var.a' }],
    ['a set with an unknown may have fewer items', '[for x in toset([var.a, "b"]) : 1]', { $unknown: 'var.a' }],
    ['so its splat is unknown', 'toset([var.a, "b"])[*]', { $unknown: 'var.a' }],
    ['a set that lacks a known item differs', 'toset([var.a, "b"]) == toset(["c", "d"])', false],
    ['one that may have it is open', 'toset([var.a, "b"]) == toset(["b", "d"])', { $unknown: 'var.a' }],
    ['one that can not have it differs', 'toset(["x-${var.a}", "b"]) == toset(["b", "d"])', false],
    ['an unknown key may be any key before it', '{ a = 1, (var.a) = 2 }.a', { $unknown: 'var.a' }],
    ['but none after it', '{ (var.a) = 2, a = 1 }.a', 1],
    ['nor one that it can not be', '{ a = 1, ("x-${var.a}") = 2 }.a', 1],
    ['what a known condition keeps is known', '{ for k, v in { a = true, b = var.a } : k => 1 if v }.a', 1],
    ['the rest of it is not', '{ for k, v in { a = true, b = var.a } : k => 1 if v }.b', { $unknown: 'var.a' }],
    ['nor are groups', '{ for v in [true, var.a] : "k" => v... if v }.k', { $unknown: 'var.a' }],
    ['an unknown index among equals', '["x", "x"][var.a]', 'x'],
    ['among others', '["x", "y"][var.a]', { $unknown: 'var.a' }],
    ['a refused side is passed over where the other decides', 'tonumber("x") == 1 && false', false],
    ['one that would be refused does not decide', 'var.a && tobool("maybe")', { $unknown: 'var.a' }],
    ['a computed number plus one', 'aws_vpc.main.cidr_count + 1', { $unknown: 'aws_vpc.main.cidr_count' }],
    ['a text with an unknown end is no number', '"1${var.a}" == 1', false],
    ['nor a list', '["${var.a}-x"] == "x"', false],
  ])('%s: %s', (_, expression, value) => {
    expect(valueOfExpression(expression, declarations)).toEqual(value);
  });
});

describe('collections and loops', () => {
  test.each([
    ['a list loop', '[for i, zone in ["a", "b"] : "${i}${zone}"]', ['0a', '1b']],
    ['a map loop goes by key', '[for key, value in { b = 1, a = 2 } : "${key}${value}"]', ['a2', 'b1']],
    ['an object loop', '{ for name in ["a", "b"] : name => upper(name) if name != "a" }', { b: 'B' }],
    ['grouping', '{ for name in ["ab", "ac", "b"] : substr(name, 0, 1) => name... }', { a: ['ab', 'ac'], b: ['b'] }],
    ['a set loop has values as keys', '[for key, value in toset(["a"]) : "${key}${value}"]', ['aa']],
    [
      'two items of one key are refused',
      '{ for name in ["a", "a"] : name => 1 }',
      { $invalid: 'Two items have the key "a".' },
    ],
    ['splat of a list', '[{ id = 1 }, { id = 2 }][*].id', [1, 2]],
    ['splat of a single value', '{ id = 1 }[*].id', [1]],
    ['splat of null', 'null[*].id', []],
    ['nested splats', '[{ rules = [{ name = "a" }, { name = "b" }] }][*].rules[*].name', [['a', 'b']]],
    ['an index', '["a", "b"][1]', 'b'],
    ['beyond the end', '["a"][1]', { $invalid: 'There is no item 1.' }],
    ['a missing key', '{ a = 1 }.b', { $invalid: 'There is no "b" in it.' }],
    ['a key by expression', '{ (upper("a")) = 1 }["A"]', 1],
    ['an attribute of null', 'null.name', { $invalid: 'This value has no attribute "name".' }],
  ])('%s', (_, expression, value) => {
    expect(valueOfExpression(expression)).toEqual(value);
  });
});

describe('templates', () => {
  const declarations = 'variable "name" {}';

  test.each([
    ['text', '"orders"', 'orders'],
    ['one interpolation is its value', '"${[1]}"', [1]],
    ['numbers become text', '"${1.50}-${true}"', '1.5-true'],
    ['directives', '"%{ if true }yes%{ else }no%{ endif }"', 'yes'],
    ['loops', '"%{ for x in ["a", "b"] }${x},%{ endfor }"', 'a,b,'],
    ['unknowns stay inside', '"arn:aws:s3:::${var.name}/*"', { $template: 'arn:aws:s3:::?/*' }],
    ['also in loops', '"%{ for x in ["a", var.name] }${x},%{ endfor }"', { $template: 'a,?,' }],
    ['an unknown condition', '"a%{ if var.name }b%{ endif }"', { $template: 'a?' }],
    ['branches that agree', '"a%{ if var.name }b%{ else }b%{ endif }"', 'ab'],
    ['composed and decomposed letters are one', '"an\\u0303os" == "a\u00f1os"', true],
    ['a list can not stand in a text', '"a${[1]}"', { $invalid: 'A list, a map or null can not stand in a text.' }],
  ])('%s', (_, expression, value) => {
    expect(valueOfExpression(expression, declarations)).toEqual(value);
  });
});

describe('try and can', () => {
  const declarations = 'variable "name" {}\nvariable "names" {}\nlocals { plan = { schedule = "daily" } }';

  test.each([
    ['the first that is valid', 'try(local.plan.window, local.plan.schedule, "x")', 'daily'],
    ['null is valid', 'try(null, "x")', null],
    ['an unknown may be refused', 'try(var.names.a, "x")', { $unknown: 'var.names' }],
    ['and then equals no other try', 'try(var.names.a, "x") == try(var.names.a, "y")', { $unknown: 'var.names' }],
    ['itself it is not refused', 'try(var.names, "x") == var.names', true],
    ['inside something it may be', 'length(try([var.names.a], []))', { $unknown: 'var.names' }],
    ['even if it is left out again', 'try({ a = var.names.a, b = 1 }.b, 2)', { $unknown: 'var.names' }],
    ['or decides nothing', 'try(var.name && false, true)', { $unknown: 'var.name' }],
    ['what is refused for certain leaves no doubt', 'try({}.a || true, false)', true],
    ['in a text it may be no text', 'try("${var.name}-x", "y")', { $unknown: 'var.name' }],
    ['a number of it, too', 'try(var.name + 1, 0)', { $unknown: 'var.name' }],
    ['the last one is what is left', 'try({}.a, "${var.name}-x")', { $template: '?-x' }],
    ['what is known of an object is valid', 'try({ a = 1, b = var.name }.a, 2)', 1],
    ['nothing valid is invalid', 'try(local.plan.a)', { $invalid: 'Terraform refuses every argument of try().' }],
    ['a refused part refuses the whole', 'try([local.plan.a], "x")', 'x'],
    ['can says so', 'can(local.plan.schedule)', true],
    ['can of what may be refused is unknown', 'can(var.names.a)', { $unknown: 'var.names' }],
    ['can of an unknown is true', 'can(var.names)', true],
  ])('%s', (_, expression, value) => {
    expect(valueOfExpression(expression, declarations)).toEqual(value);
  });
});

describe('a secret', () => {
  const declarations = 'variable "secret" {\n  default   = "b"\n  sensitive = true\n}';

  test.each([
    ['in a text', '"x-${var.secret}"'],
    ['compared', 'var.secret == "c"'],
    ['as a condition', 'var.secret == "b" ? 1 : 2'],
    ['as a condition of a directive', '"%{ if var.secret == "b" }x%{ endif }"'],
    ['as a condition in a loop', '[for x in ["a", "b"] : 1 if x != var.secret]'],
    ['as a key in a loop', '{ for x in ["a"] : var.secret => x }'],
    ['as what is gone through', '[for x in split("", var.secret) : 1]'],
    ['as what a directive goes through', '"%{ for x in split("", var.secret) }.%{ endfor }"'],
    ['as a key', '{ (var.secret) = 1 }'],
    ['as an index', '{ a = 1, b = 2 }[var.secret]'],
    ['in arithmetic', '-length(var.secret) + 1'],
    ['spread over arguments', 'max(split("", "1${length(var.secret)}")...)'],
    ['beside a side that decides', 'var.secret == "c" && false'],
    ['through what fails because of it', 'try(tonumber(var.secret), 0)'],
    ['through whether it fails', 'can(tonumber(var.secret))'],
    ['splatted', 'split("", var.secret)[*]'],
  ])('stays one %s', (_, expression) => {
    const root = evaluateMain(`${declarations}\nresource "null_resource" "probe" {\n  triggers = ${expression}\n}`);
    expect(root.value('null_resource.probe', 'triggers')?.marks.sensitive).toBe(true);
  });

  test('that one part of an object is does not make the others one', () => {
    const root = evaluateMain(
      `${declarations}\nlocals { o = { a = 1, b = var.secret } }\nresource "null_resource" "probe" { triggers = local.o.a }`,
    );
    expect(root.value('null_resource.probe', 'triggers')?.marks.sensitive).toBe(false);
  });
});

describe('locals', () => {
  test('are found in any order', () => {
    const root = evaluateMain(
      'locals {\n  vault = "${local.prefix}-vault"\n  prefix = "orders"\n}\nresource "aws_backup_vault" "v" { name = local.vault }',
    );
    expect(root.plain('aws_backup_vault.v', 'name')).toBe('orders-vault');
  });

  test('that define each other are one diagnostic', () => {
    const root = evaluateMain(
      'locals {\n  a = local.b\n  b = local.a\n}\nresource "aws_backup_vault" "v" {\n  name = local.a\n  tags = local.b\n}',
    );
    expect(root.messages).toEqual(['infra/main.tf:3:7 error input/cycle local.a is defined by itself.']);
    expect(root.plain('aws_backup_vault.v', 'name')).toEqual({ $invalid: 'local.a is defined by itself.' });
  });
});
