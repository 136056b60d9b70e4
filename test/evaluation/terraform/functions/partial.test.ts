/** What is known of a result although not everything is known of the arguments. */
import { describe, expect, test } from 'vitest';
import { plainValueOf } from '../../../helpers/terraform-functions.ts';

const open = { $unknown: 'var.unknown' };

describe('collections', () => {
  test.each([
    ['the number of items', 'length([var.unknown, "b"])', 2],
    ['not that of a set, where two may be one', 'length(toset([var.unknown, "b"]))', open],
    ['nor of a list made from it', 'length(tolist(toset([var.unknown, "b"])))', open],
    ['the number of entries', 'length({ a = var.unknown })', 1],
    ['not where a key is not known', 'length({ (var.unknown) = 1 })', open],
    ['items beside an unknown one', 'concat(["a"], [var.unknown])[0]', 'a'],
    ['the keys of unknown values', 'keys({ b = var.unknown, a = 1 })', ['a', 'b']],
    ['the values of known keys', 'values({ b = 2, a = var.unknown })[1]', 2],
    ['an entry of a map with unknown ones', 'lookup({ a = 1, b = var.unknown }, "a", 2)', 1],
    ['what every key would give', 'lookup({ a = 1 }, var.unknown, 1)', 1],
    ['not what some would', 'lookup({ a = 1 }, var.unknown, 2)', open],
    ['one known match', 'contains(["dr", var.unknown], "dr")', true],
    ['no match without it', 'contains([var.unknown], "dr")', open],
    ['a place before the unknown', 'index(["a", var.unknown], "a")', 0],
    ['not behind it', 'index([var.unknown, "a"], "a")', open],
    ['one false is enough', 'alltrue([var.unknown, false])', false],
    ['one true is enough', 'anytrue([var.unknown, true])', true],
    ['a slice of an unknown list has so many items', 'length(slice(var.unknown, 0, 2))', 2],
    ['its items are those of the list', 'slice(var.unknown, 0, 2)[1] == var.unknown[1]', true],
    ['sorting keeps the number', 'length(sort([var.unknown, "a"]))', 2],
    ['not the order', 'sort([var.unknown, "a"])[0]', open],
    ['reversing keeps both', 'reverse([var.unknown, "a"])[0]', 'a'],
    ['the same item twice is one', 'length(distinct([var.unknown, var.unknown]))', 1],
    ['two may be one', 'length(distinct([var.unknown, var.other]))', open],
    ['an id is no list', 'flatten([[aws_vpc.main.id], "b"])[1]', 'b'],
    ['anything else may be one', 'flatten([var.unknown, "b"])', open],
    ['chunks of unknown items', 'length(chunklist([var.unknown, "a", "b"], 2))', 2],
    ['an element by its place', 'element(["a", var.unknown], 2)', 'a'],
    ['what all elements are', 'element(["a", "a"], var.unknown)', 'a'],
    ['a product with unknown items', 'setproduct(["a", "b"], [var.unknown])[1][0]', 'b'],
    ['a union has its known items', 'contains(setunion(["a"], [var.unknown]), "a")', true],
    ['an intersection may lose them', 'setintersection(["a"], [var.unknown])', open],
    ['only one', 'one([var.unknown]) == var.unknown', true],
    ['the keys of a zip', 'keys(zipmap(["a", "b"], [var.unknown, 1]))', ['a', 'b']],
  ])('%s: %s', (_, expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

describe('merge', () => {
  test.each([
    ['entries over an unknown map are known', 'merge(var.unknown, { Backup = "daily" })["Backup"]', 'daily'],
    ['others may exist', 'merge(var.unknown, { Backup = "daily" })["Team"]', open],
    ['entries under an unknown map are not', 'merge({ Backup = "daily" }, var.unknown)["Backup"]', open],
    ['nor under one with an unknown key', 'merge({ Backup = "daily" }, { (var.unknown) = "x" })["Backup"]', open],
    ['an unknown map alone stays what it is', 'merge(var.unknown, null) == var.unknown', true],
  ])('%s: %s', (_, expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

describe('the first that is filled', () => {
  test.each([
    ['before an unknown one', 'coalesce("a", var.unknown)', 'a'],
    ['not behind it', 'coalesce(var.unknown, "a")', open],
    ['an id is filled', 'coalesce(aws_vpc.main.id, "x")', { $ref: 'aws_vpc.main.id' }],
    [
      'another attribute may be empty',
      'coalesce(aws_vpc.main.ipv6_cidr_block, "x")',
      { $unknown: 'aws_vpc.main.ipv6_cidr_block' },
    ],
    ['text with something known in it is', 'coalesce("orders-${var.unknown}", "x")', { $template: 'orders-?' }],
    ['text of unknowns alone may be empty', 'coalesce("${var.unknown}${var.unknown}", "x")', open],
    ['of lists', 'coalescelist([var.unknown], var.unknown)[0] == var.unknown', true],
    ['compact keeps what is filled', 'compact(["", "a-${var.unknown}"])', [{ $template: 'a-?' }]],
    ['and waits for what may not be', 'compact(["", var.unknown])', open],
  ])('%s: %s', (_, expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

describe('text', () => {
  test.each([
    ['format keeps what is around', 'format("%s-dr", var.unknown)', { $template: '?-dr' }],
    ['a number as text, too', 'format("%03d", var.unknown)', { $template: '?' }],
    ['join keeps what is between', 'join("-", ["orders", var.unknown])', { $template: 'orders-?' }],
    ['formatlist by item', 'formatlist("%s-dr", ["a", var.unknown])', ['a-dr', { $template: '?-dr' }]],
    ['JSON text', 'jsonencode({ arn = aws_vpc.main.arn })', { $template: '{"arn":"?"}' }],
    ['JSON of what may be a number', 'jsonencode({ days = var.unknown })', { $template: '{"days":?}' }],
    ['lower by character', 'lower("ORDERS-${var.unknown}")', { $template: 'orders-?' }],
    ['the same character everywhere', 'replace("a_b-${var.unknown}", "_", "-")', { $template: 'a-b-?' }],
    ['not a longer text, which may begin in one part', 'replace("a_b-${var.unknown}", "_b", "-")', open],
    ['a known head decides', 'startswith("orders-${var.unknown}", "orders")', true],
    ['and refutes', 'startswith("orders-${var.unknown}", "billing")', false],
    ['unless it is too short', 'startswith("orders-${var.unknown}", "orders-dr")', open],
    ['a known tail decides', 'endswith("${var.unknown}-dr", "-dr")', true],
    ['and refutes', 'endswith("${var.unknown}-dr", "-primary")', false],
    ['a known part contains', 'strcontains("${var.unknown}-dr", "dr")', true],
    ['what is not seen may be there', 'strcontains("${var.unknown}-dr", "x")', open],
    ['a prefix that is seen goes', 'trimprefix("orders-${var.unknown}", "orders")', { $template: '-?' }],
    ['one that is refuted stays away', 'trimprefix("orders-${var.unknown}", "x")', { $template: 'orders-?' }],
    ['a suffix likewise', 'trimsuffix("${var.unknown}-dr", "-dr")', { $template: '?' }],
    ['white space at known ends', 'trimspace(" a${var.unknown}b ")', { $template: 'a?b' }],
    ['not at unknown ones', 'trimspace(" ${var.unknown} ")', open],
    ['the last line break', 'chomp("${var.unknown}a\\n")', { $template: '?a' }],
    ['the first characters', 'substr("orders-${var.unknown}", 0, 3)', 'ord'],
    ['not the last known one, which may go on', 'substr("orders${var.unknown}", 0, 6)', open],
    [
      'the sections of an ARN',
      'provider::aws::arn_parse("arn:aws:rds:us-west-2:111122223333:db:${var.unknown}").region',
      'us-west-2',
    ],
    ['an ARN of parts', 'provider::aws::arn_build("aws", "s3", "", "", var.unknown)', { $template: 'arn:aws:s3:::?' }],
  ])('%s: %s', (_, expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

describe('what no reading can tell', () => {
  test.each([
    ['another each time', 'timestamp() == timestamp()', { $unknown: 'timestamp()' }],
    ['also for the same text', 'bcrypt("a") == bcrypt("a")', { $unknown: 'bcrypt()' }],
    ['compression differs between programs', 'base64gzip("a")', { $unknown: 'base64gzip()' }],
    ['but not from itself', 'base64gzip("a") == base64gzip("a")', true],
    ['nothing is decrypted', 'rsadecrypt("b3JkZXJz", "key")', { $unknown: 'rsadecrypt()' }],
    ['where Terraform is run', 'abspath("modules")', { $unknown: 'abspath()' }],
    ['what lies there is known', 'file("${abspath(path.module)}/policy.json")', '{}'],
    ['whose home it is', 'pathexpand("~/.ssh")', { $unknown: 'pathexpand()' }],
    ['an encoding that is not known here', 'textencodebase64("a", "cp037")', { $unknown: 'textencodebase64()' }],
    ['what may be ephemeral', 'ephemeralasnull(var.unknown)', open],
    [
      'functions of other providers',
      'provider::time::rfc3339_parse("x")',
      { $unknown: 'provider::time::rfc3339_parse()' },
    ],
    ['functions of later versions', 'assumenotnull(var.unknown)', { $unknown: 'assumenotnull()' }],
  ])('%s: %s', (_, expression, value) => {
    expect(plainValueOf(expression)).toEqual(value);
  });
});

describe('what Terraform refuses whatever the unknown is', () => {
  test.each([
    ['substr(var.unknown, "many", 1)', 'Argument 2 of substr() must be a whole number.'],
    ['lookup(["a"], var.unknown, 1)', 'Argument 1 of lookup() must be a map or an object.'],
    ['format("%s", var.unknown, "b")', 'The format uses 1 of 2 arguments.'],
    ['join("-", [var.unknown, null])', 'A list, a map or null can not stand in a text.'],
    ['upper(var.unknown, "b")', 'upper() takes one argument, not 2.'],
    ['uper("dr")', 'There is no function uper(). Did you mean "upper"?'],
    ['setsymmetricdifference(["a"], ["b"])', 'There is no function setsymmetricdifference().'],
    ['list("a")', 'There is no function list() since Terraform 0.12; write tolist([…]).'],
    ['type("a")', 'type() works in `terraform console` only.'],
  ])('%s', (expression, because) => {
    expect(plainValueOf(expression)).toEqual({ $invalid: because });
  });
});
