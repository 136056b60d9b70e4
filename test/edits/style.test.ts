/** A fix is written as its neighbours are, and changes nothing else. */
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { policyId } from '../../src/core/ids.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { fixText } from '../helpers/fix.ts';

async function fixed(path: string, text: string, ...ids: readonly string[]): Promise<string | undefined> {
  const wanted = (ids.length === 0 ? ['rds/multi-az'] : ids).map(policyId);
  const policies = builtInPolicies().filter(({ id }) => wanted.includes(id));
  return (await fixText({ [path]: text }, { policies })).files[path];
}

const database = (lines: readonly string[]): string =>
  ['resource "aws_db_instance" "orders" {', ...lines, '}', ''].join('\n');

test.each([
  {
    what: 'under the equals signs of its run',
    before: ['  engine     = "postgres" # the engine', '  identifier = "orders"'],
    after: ['  engine     = "postgres" # the engine', '  identifier = "orders"', '  multi_az   = true'],
  },
  {
    what: 'as a paragraph of its own, where it is wider than its run',
    before: ['  name = "orders"', '', '  tags = { team = "shop" }'],
    after: ['  name = "orders"', '', '  multi_az = true', '', '  tags = { team = "shop" }'],
  },
  {
    what: 'without alignment, where there is none',
    before: ['\tengine = "postgres"', '\tidentifier = "orders"'],
    after: ['\tengine = "postgres"', '\tidentifier = "orders"', '\tmulti_az = true'],
  },
  {
    what: 'before nested blocks',
    before: ['  identifier = "orders"', '', '  timeouts {', '    create = "2h"', '  }'],
    after: ['  identifier = "orders"', '  multi_az   = true', '', '  timeouts {', '    create = "2h"', '  }'],
  },
  {
    what: 'in place of a literal, with its quotes',
    before: ['  multi_az   = "false" # later'],
    after: ['  multi_az   = "true" # later'],
  },
  { what: 'in place of null', before: ['  multi_az = null'], after: ['  multi_az = true'] },
  {
    what: 'behind the header of an empty block',
    before: ['  # nothing yet'],
    after: ['  multi_az = true', '  # nothing yet'],
  },
])('an argument is written $what', async ({ before, after }) => {
  expect(await fixed('main.tf', database(before))).toBe(database(after));
  const withCrLf = (lines: readonly string[]): string => database(lines).replaceAll('\n', '\r\n');
  expect(await fixed('main.tf', withCrLf(before))).toBe(withCrLf(after));
});

test.each([
  {
    what: 'a block on one line is spread out',
    ids: ['rds/multi-az'],
    before: 'resource "aws_db_instance" "orders" {}\n',
    after: 'resource "aws_db_instance" "orders" {\n  multi_az = true\n}\n',
  },
  {
    what: 'what a block on one line has stands under the same column of equals signs',
    ids: ['rds/multi-az', 'rds/deletion-protection'],
    before: 'resource "aws_db_instance" "orders" { engine = "postgres" } # one\n',
    after:
      'resource "aws_db_instance" "orders" {\n  engine              = "postgres"\n  deletion_protection = true\n  multi_az            = true\n} # one\n',
  },
  {
    what: 'a block on one line with a comment stays',
    ids: ['rds/multi-az'],
    before: 'resource "aws_db_instance" "orders" { engine = "postgres" /* why */ }\n',
    after: 'resource "aws_db_instance" "orders" { engine = "postgres" /* why */ }\n',
  },
  {
    what: 'a missing nested block stands behind what a block on one line has',
    ids: ['dynamodb/pitr'],
    before: 'resource "aws_dynamodb_table" "carts" { name = "carts" }\n',
    after:
      'resource "aws_dynamodb_table" "carts" {\n  name = "carts"\n\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n',
  },
  {
    what: 'a missing nested block stands at the end',
    ids: ['dynamodb/pitr'],
    before: 'resource "aws_dynamodb_table" "carts" {\n  name = "carts"\n}\n',
    after:
      'resource "aws_dynamodb_table" "carts" {\n  name = "carts"\n\n  point_in_time_recovery {\n    enabled = true\n  }\n}\n',
  },
  {
    what: 'a resource of its own has the provider of what it configures',
    ids: ['s3/versioning'],
    before:
      'provider "aws" {\n  alias  = "dr"\n  region = "us-west-2"\n}\nresource "aws_s3_bucket" "receipts" {\n  provider = aws.dr\n}\n',
    after:
      'provider "aws" {\n  alias  = "dr"\n  region = "us-west-2"\n}\nresource "aws_s3_bucket" "receipts" {\n  provider = aws.dr\n}\n\nresource "aws_s3_bucket_versioning" "receipts" {\n  provider = aws.dr\n  bucket   = aws_s3_bucket.receipts.id\n\n  versioning_configuration {\n    status = "Enabled"\n  }\n}\n',
  },
])('$what', async ({ ids, before, after }) => {
  expect(await fixed('main.tf', before, ...ids)).toBe(after);
});

const template = (properties: string): string =>
  `Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n${properties}Outputs: {}\n`;

test.each([
  {
    what: 'behind the last line of one entry',
    before: '    Properties:\n      Engine: postgres # the engine\n      Tags:\n        - { Key: team, Value: shop }\n',
    after:
      '    Properties:\n      Engine: postgres # the engine\n      MultiAZ: true\n      Tags:\n        - { Key: team, Value: shop }\n',
  },
  { what: 'with its mapping, where that is missing', before: '', after: '    Properties:\n      MultiAZ: true\n' },
  {
    what: 'into a mapping without entries',
    before: '    Properties: # none\n    DeletionPolicy: Retain\n',
    after: '    Properties: # none\n      MultiAZ: true\n    DeletionPolicy: Retain\n',
  },
  {
    what: 'into braces',
    before: '    Properties: { Engine: postgres }\n',
    after: '    Properties: { Engine: postgres, MultiAZ: true }\n',
  },
  { what: 'into empty braces', before: '    Properties: {}\n', after: '    Properties: { MultiAZ: true }\n' },
  {
    what: 'in place of a literal, with its quotes',
    before: "    Properties:\n      MultiAZ: 'false' # cheap\n",
    after: "    Properties:\n      MultiAZ: 'true' # cheap\n",
  },
])('an entry of YAML is written $what', async ({ before, after }) => {
  expect(await fixed('stack.yaml', template(before))).toBe(template(after));
});

test.each([
  { what: 'one line', before: '{"Engine": "postgres"}', after: '{"Engine": "postgres", "MultiAZ": true}' },
  { what: 'no blanks', before: '{"Engine":"postgres"}', after: '{"Engine":"postgres","MultiAZ":true}' },
  { what: 'lines', before: '{\n\t"Engine": "postgres"\n}', after: '{\n\t"Engine": "postgres",\n\t"MultiAZ": true\n}' },
])('an entry of JSON is written as $what', async ({ before, after }) => {
  const json = (properties: string): string =>
    `{"Resources":{"Orders":{"Type":"AWS::RDS::DBInstance","Properties":${properties}}}}`;
  expect(await fixed('stack.json', json(before))).toBe(json(after));
});

describe('what is decided elsewhere stays', () => {
  test.each([
    { what: 'a variable', text: `variable "ha" {\n  default = false\n}\n${database(['  multi_az = var.ha'])}` },
    { what: 'a local', text: `locals {\n  ha = false\n}\n${database(['  multi_az = local.ha'])}` },
    { what: 'a condition', text: database(['  multi_az = 1 == 2']) },
    { what: 'a suppressed finding', text: `# dr-lint-ignore rds/multi-az: a test\n${database([])}` },
  ])('$what', async ({ text }) => {
    expect(await fixed('main.tf', text)).toBe(text);
  });

  test('one of several instances', async () => {
    const text = `${database(['  for_each = { a = true, b = false }', '  multi_az = each.value'])}`;
    expect(await fixed('main.tf', text)).toBe(text);
  });

  test('what an alias shares', async () => {
    const text =
      'Resources:\n  Orders:\n    Type: AWS::RDS::DBInstance\n    Properties: &shared\n      Engine: postgres\n  Carts:\n    Type: AWS::RDS::DBInstance\n    Properties: *shared\n';
    expect(await fixed('stack.yaml', text)).toBe(text);
  });
});

test('whatever the blanks and comments, only lines are added, and a second time nothing is', async () => {
  const blank = fc.constantFrom('', ' ', '  ', '\t');
  const line = fc.record({
    indentation: blank,
    gap: blank,
    comment: fc.constantFrom('', ' # why', ' // how', ' /* so */'),
  });
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 4 }), fc.boolean(), async (lines, isWindows) => {
      const written = lines.map(
        ({ indentation, gap, comment }, index) => `${indentation}argument_${index}${gap}=${gap}"x"${comment}`,
      );
      const text = isWindows ? database(written).replaceAll('\n', '\r\n') : database(written);
      const after = (await fixed('main.tf', text, 'rds/multi-az', 'rds/deletion-protection')) ?? '';
      const rest = after
        .split('\n')
        .filter((each) => each.trim() !== '' && !/multi_az|deletion_protection/u.test(each));
      expect(rest).toEqual(text.split('\n').filter((each) => each.trim() !== ''));
      expect(after).toMatch(/multi_az\s+= true/u);
      expect(await fixed('main.tf', after, 'rds/multi-az', 'rds/deletion-protection')).toBe(after);
    }),
    { numRuns: 25 },
  );
});
