import { describe, expect, test } from 'vitest';
import { locationOf, SourceFile } from '../../../src/core/source.ts';
import { parseHcl } from '../../../src/loaders/hcl/parse-hcl.ts';
import type { Diagnostic } from '../../../src/core/diagnostic.ts';
import { fixtureFile, fixtureFiles } from '../../helpers/fixture-files.ts';
import { outlineOf } from '../../helpers/hcl-outline.ts';

/** What is reported for each file in `fixtures/syntax/broken`, and what is read of it all the same. */
const cases: readonly { readonly file: string; readonly read: string; readonly says: readonly string[] }[] = [
  {
    file: 'bad-escape',
    read: 'variable.zone { validation { condition } }',
    says: ['3:36-3:38 Strings have no escape \\d.'],
  },
  {
    file: 'bare-words',
    read: 'resource.aws_lb.web, resource.aws_db_instance.orders { multi_az }',
    says: ['4:1-4:26 Found "Application Load Balancer", expected an argument or a block.'],
  },
  {
    file: 'block-behind-block',
    read: 'resource.aws_dynamodb_table.orders { name }, resource.aws_dynamodb_table.stock { name }',
    says: ['3:3-3:11 Found the name "resource" after an argument or a block, expected the end of the line.'],
  },
  {
    file: 'block-with-equals',
    read: 'resource.aws_dynamodb_table.orders { name }',
    says: ['1:40-1:41 Found "=", expected "{" or a label of the block.'],
  },
  {
    file: 'brace-behind-argument',
    read: 'resource.aws_dynamodb_table.orders { name }, resource.aws_dynamodb_table.stock { name }',
    says: ['2:19-2:20 The closing brace of a block stands on a line of its own.'],
  },
  {
    file: 'brace-on-next-line',
    read: 'resource.aws_dynamodb_table.orders { name }',
    says: ['1:39-1:39 Found the end of the line, expected "{" or a label of the block.'],
  },
  {
    file: 'colon',
    read: 'resource.aws_db_instance.orders { multi_az, allocated_storage }',
    says: ['2:11-2:12 Arguments are set with "=", not with ":".'],
  },
  {
    file: 'commas',
    read: 'resource.aws_db_instance.orders { multi_az, allocated_storage }',
    says: ['2:27-2:28 Arguments are separated by line breaks, not by commas.'],
  },
  {
    file: 'curly-quotes',
    read: 'resource.aws_db_instance.orders { multi_az, identifier? }',
    says: ['2:16-2:17 Found a curly quote; strings stand in straight double quotes.'],
  },
  {
    file: 'directives',
    read: 'locals { fine, no_endif?, lone_end?, wrong_end?, two_else?, no_such? }',
    says: [
      '2:16-2:36 Found the end of the template, expected %{ endif } for the directive if.',
      '3:23-3:33 Found the directive endif, but no directive is open here that it could belong to.',
      '4:49-4:59 Found the directive endif, expected %{ endfor } for the directive for.',
      '5:47-5:56 Found the directive else, expected %{ endif } for the directive if.',
      '6:19-6:25 Found the name "unless", expected a template directive.',
    ],
  },
  {
    file: 'extra-brace',
    read: 'resource.aws_dynamodb_table.orders { name }, resource.aws_dynamodb_table.stock { name }',
    says: ['4:1-4:2 This closing brace closes no block.'],
  },
  {
    file: 'for-expressions',
    read: 'locals { fine, no_in?, no_key?, no_colon?, list_key?, list_group? }',
    says: [
      '2:26-2:29 Found the name "var", expected the word "in".',
      '3:47-3:48 Found "}", expected "=>" and a value: an object needs both.',
      '4:38-4:39 Found "]", expected a colon after the collection.',
      '5:46-5:48 Found "=>", expected a single value: a list has no keys.',
      '6:45-6:48 Found "...", expected "if" or a closing "]": a list groups nothing.',
    ],
  },
  {
    file: 'heredoc-at-end',
    read: 'message',
    says: ['3:1-3:4 The closing marker of a heredoc must be followed by a line break.'],
  },
  {
    file: 'label-template',
    read: 'resource.aws_db_instance.orders-${var.environment} { multi_az }',
    says: ['1:36-1:54 The label of a block must be plain text, without ${…} or %{…}.'],
  },
  {
    file: 'merge-conflict',
    read: 'resource.aws_db_instance.orders { engine, multi_az? }',
    says: ['2:1-2:13 Found the marker of an unresolved merge conflict.'],
  },
  {
    file: 'missing-brace-at-end',
    read: 'resource.aws_dynamodb_table.orders { name }',
    says: ['1:40-1:41 This block is never closed: resource "aws_dynamodb_table" "orders".'],
  },
  {
    file: 'missing-brace',
    read: 'resource.aws_dynamodb_table.orders { name, point_in_time_recovery { enabled }, server_side_encryption { enabled } }, resource.aws_dynamodb_table.stock { name }',
    says: ['4:26-4:27 This block is never closed: point_in_time_recovery.'],
  },
  {
    file: 'missing-bracket',
    read: 'resource.aws_autoscaling_group.web { min_size, availability_zones? }, resource.aws_lb.web',
    says: ['3:3-3:11 Found the name "min_size", expected a comma before the next item, or "]".'],
  },
  {
    file: 'missing-comma',
    read: 'resource.aws_autoscaling_group.web { availability_zones, min_size }',
    says: ['4:5-4:6 Found a quote ("), expected a comma before the next item, or "]".'],
  },
  {
    file: 'missing-parenthesis',
    read: 'resource.aws_autoscaling_group.web { max_size, min_size? }',
    says: ['3:3-3:11 Found the name "max_size", expected a comma or a closing parenthesis ")".'],
  },
  {
    file: 'missing-value',
    read: 'resource.aws_db_instance.orders { multi_az, backup_retention_period? }',
    says: ['2:28-2:28 Found the end of the line, expected a value.'],
  },
  {
    file: 'no-brace',
    read: 'name, resource?, resource.aws_dynamodb_table.stock { name }',
    says: ['1:39-1:39 Found the end of the line, expected "{" or a label of the block.'],
  },
  {
    file: 'objects',
    read: 'locals { no_separator, fine, two_values?, no_value?, no_equals?, dotted_key? }',
    says: [
      '2:36-2:40 Found the name "days", expected a comma or a line break before the next item, or "}".',
      '3:36-3:39 Found the name "var", expected a comma or a line break before the next item, or "}".',
      '4:25-4:26 Found "}", expected "=" and the value of the key.',
      '5:27-5:28 Found a quote ("), expected "=" and the value of the key.',
      '6:26-6:31 Found the name "_name", expected "=" and the value of the key.',
    ],
  },
  {
    file: 'one-line-arguments',
    read: 'variable.environment { type, default }, variable.days { type, default }, resource.aws_db_instance.orders { multi_az }',
    says: [
      '1:40-1:47 A block on one line can hold only one argument.',
      '2:32-2:33 A block on one line can hold only one argument.',
    ],
  },
  {
    file: 'one-line-block',
    read: 'resource.aws_dynamodb_table.orders { point_in_time_recovery { enabled } }, resource.aws_dynamodb_table.stock { name, hash_key }',
    says: [
      '1:42-1:66 A block on one line can hold only one argument, and no block.',
      '3:55-3:55 A block whose argument stands on the line of its opening brace must end on that line.',
    ],
  },
  {
    file: 'operators',
    read: 'locals { fine, no_colon?, bitwise?, two?, no_right?, version?, two_index?, no_name?, dollar? }',
    says: [
      '2:31-2:31 Found the end of the line, expected a colon and the value for the other case.',
      '3:25-3:26 Found "&"; HCL has no bitwise operators.',
      '4:24-4:27 Found the name "var" after an argument or a block, expected the end of the line.',
      '5:25-5:25 Found the end of the line, expected a value.',
      '6:15-6:20 "1.2.3" is not a number.',
      '7:34-7:37 ".0.1" is not an index.',
      '8:19-8:19 Found the end of the line, expected the name of an attribute after the dot.',
      '9:15-9:16 Found "$", which has a meaning only inside strings.',
    ],
  },
  {
    file: 'prose',
    read: 'resource.aws_lb.web, resource.aws_db_instance.orders { multi_az }',
    says: ['4:1-4:35 Found "Here is the updated configuration.", expected an argument or a block.'],
  },
  {
    file: 'quoted-name',
    read: 'resource.aws_db_instance.orders { multi_az, allocated_storage }',
    says: ['2:3-2:13 The name of an argument stands without quotes: multi_az.'],
  },
  {
    file: 'redefined',
    read: 'resource.aws_db_instance.orders { allocated_storage, multi_az? }',
    says: ['4:3-4:11 The argument "multi_az" was already set in line 2.'],
  },
  {
    file: 'semicolons',
    read: 'resource.aws_db_instance.orders { multi_az, tags }',
    says: [
      '2:18-2:19 Found a semicolon; HCL has no use for it.',
      '3:37-3:38 Found a semicolon; HCL has no use for it.',
    ],
  },
  {
    file: 'single-quotes',
    read: 'resource.aws_db_instance.orders { identifier, multi_az }',
    says: ['2:16-2:24 Strings stand in double quotes, not in single ones.'],
  },
  {
    file: 'string-over-lines',
    read: 'resource.aws_db_instance.orders { identifier, multi_az }',
    says: ['2:23-2:23 A quoted string must end on the line on which it begins.'],
  },
  {
    file: 'unclosed-heredoc',
    read: 'resource.aws_iam_policy.backup { policy? }, resource.aws_lb.web { name }',
    says: ['2:12-2:20 This heredoc is never closed.'],
  },
  {
    file: 'unclosed-interpolation',
    read: 'resource.aws_db_instance.orders { multi_az, identifier? }, resource.aws_lb.web',
    says: ['2:41-2:42 Found a quote ("), expected a closing brace "}".'],
  },
  {
    file: 'unclosed-string',
    read: 'resource.aws_db_instance.orders { identifier, engine, multi_az }, resource.aws_lb.web',
    says: ['2:23-2:23 This string has no closing quote on its line.'],
  },
];

function placed(diagnostic: Diagnostic): string {
  if (diagnostic.range === undefined) return diagnostic.message;
  const { line, column, endLine, endColumn } = locationOf(diagnostic.range);
  return `${line}:${column}-${endLine}:${endColumn} ${diagnostic.message}`;
}

describe('a broken file', () => {
  test.each(cases)('$file costs only what is broken', ({ file, read, says }) => {
    const { path, text } = fixtureFile(`syntax/broken/${file}.tf`);
    const { value, diagnostics } = parseHcl(new SourceFile(path, text));
    expect(diagnostics.map(placed)).toEqual(says);
    expect(outlineOf(value.body)).toBe(read);
    for (const diagnostic of diagnostics)
      expect(diagnostic).toMatchObject({ code: 'input/syntax', level: 'error', path });
    expect(diagnostics.filter(({ help }) => help === '')).toEqual([]);
  });

  test('has a row above', () => {
    const names = fixtureFiles('syntax/broken', ['.tf']).map(({ path }) => path);
    expect(cases.map(({ file }) => `syntax/broken/${file}.tf`).toSorted()).toEqual(names);
  });
});
