import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { MeasureLeaf, ReferenceLeaf, SensitiveLeaf, TemplateLeaf, type Document } from '../../src/core/document.ts';
import { nodeId } from '../../src/core/ids.ts';
import { lost } from '../../src/core/interval.ts';
import { inWords, print, printText } from '../../src/core/print.ts';
import { noMarks, unknown as unknownValue } from '../../src/core/value.ts';
import { documentFrom, seconds, unknown } from '../helpers/graph.ts';

const anywhere = { range: undefined, decidedAt: undefined, marks: noMarks };
const endpoint = {
  kind: 'reference' as const,
  resource: nodeId('app', 'aws_lb.web'),
  attribute: 'dns_name',
  text: 'aws_lb.web.dns_name',
  ...anywhere,
};

describe('a document in words', () => {
  test.each<readonly [what: string, document: Document | undefined, text: string]>([
    ['nothing', undefined, 'none'],
    ['a text', 'us-east-1', 'us-east-1'],
    ['a number', 0.30000000000000004, '0.3'],
    ['a truth value', false, 'false'],
    ['one item', documentFrom(['us-east-1']), 'us-east-1'],
    ['two items', documentFrom(['us-east-1', 'us-west-2']), 'us-east-1 and us-west-2'],
    ['more items', documentFrom(['a', 'b', 'c']), 'a, b and c'],
    ['too many items', documentFrom('abcdefghijk'.split('')), 'a, b, c, d, e, f, g, h and 3 more'],
    ['an empty list', documentFrom([]), 'none'],
    ['a mapping', documentFrom({ Status: 'Enabled', Days: 7 }), '{ Status: Enabled, Days: 7 }'],
    ['an unknown', unknown('var.region'), 'unknown'],
    ['a reference', new ReferenceLeaf(endpoint), 'aws_lb.web.dns_name'],
    [
      'a template',
      new TemplateLeaf({
        kind: 'template',
        parts: ['https://', endpoint, '/', unknownValue('k', { code: 'input', subject: 'var.path', cure: '' })],
        ...anywhere,
      }),
      'https://${aws_lb.web.dns_name}/${var.path}',
    ],
    ['what is sensitive', new SensitiveLeaf('hunter2'), '(sensitive)'],
    ['what is sensitive inside a list', documentFrom([new SensitiveLeaf('hunter2'), 'a']), '(sensitive) and a'],
    ['a duration', seconds(86_400), '24 h'],
    ['a duration of days', seconds(7 * 86_400), '7 days'],
    ['a bounded duration', seconds({ low: 300, high: 3600 }), '5 min to 1 h'],
    ['what is lost', seconds(lost), 'forever'],
    ['a bounded number', new MeasureLeaf('number', { low: 1, high: 2 }), '1 to 2'],
    ['a number without an upper end', new MeasureLeaf('number', { low: 1, high: Infinity }), 'at least 1'],
  ])('%s', (_, document, text) => {
    expect(print(document)).toBe(text);
  });

  test('depth and length are bounded', () => {
    let nested: Document = 'deep';
    for (let depth = 0; depth < 1000; depth += 1) nested = documentFrom([nested]);
    expect(print(nested)).toBe('…');
    expect(print('x'.repeat(1_000_000))).toHaveLength(240);
  });
});

describe('a text from outside', () => {
  test.each([
    ['terminal codes', '\u001B[31mred\u001B[0m', '\\u{1b}[31mred\\u{1b}[0m'],
    ['a line break that would start a workflow command', 'a\n::error::b', 'a\\n::error::b'],
    ['a return and a tab', 'a\r\tb', 'a\\r\\tb'],
    ['C1 controls', '\u009B2J', '\\u{9b}2J'],
    ['text that runs backwards', 'a\u202Eb', 'a\\u{202e}b'],
    ['what cannot be seen', 'a\u200Bb\uFEFF', 'a\\u{200b}b\\u{feff}'],
    ['half a character', 'a\uD800', 'a\\u{d800}'],
    ['letters of any script', 'Datenbank für 注文 🙂', 'Datenbank für 注文 🙂'],
  ])('%s', (_, text, printed) => {
    expect(printText(text)).toBe(printed);
  });

  test('printing never lets a control character through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(/[\p{Cc}\u202A-\u202E\u2066-\u2069]/u.test(printText(text))).toBe(false);
      }),
    );
  });
});

describe('secrets do not pass', () => {
  const key = ['AKIA', 'IOSFODNN7EXAMPLE'].join('');
  const secretKey = ['wJalrXUtnFEMI/K7MDENG/', 'bPxRfiCYEXAMPLEKEY'].join('');
  test.each([
    ['an access key', `key ${key}!`, 'key (sensitive)!'],
    ['a secret access key', secretKey, '(sensitive)'],
    [
      'no name of forty characters',
      'MissingOrdersReplicationLambdaFunctionV1',
      'MissingOrdersReplicationLambdaFunctionV1',
    ],
    ['a private key', `${'-----BEGIN'} RSA PRIVATE KEY-----\nMIIEpAIBAAKCAQEA`, '(sensitive)'],
    ['a token of GitHub', `ghp_${'a1B2'.repeat(9)}`, '(sensitive)'],
    ['a web token', 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.c2lnbmF0dXJl', '(sensitive)'],
    [
      'a password in an address',
      'postgres://app:hunter2@db.example.com/orders',
      'postgres://app:(sensitive)@db.example.com/orders',
    ],
    ['a commit id is none', 'd5eb50dac84d478b91b102ac2f8be34d0418238e', 'd5eb50dac84d478b91b102ac2f8be34d0418238e'],
    [
      'an ARN is none',
      'arn:aws:backup:us-west-2:111122223333:backup-vault:dr',
      'arn:aws:backup:us-west-2:111122223333:backup-vault:dr',
    ],
  ])('%s', (_, text, printed) => {
    expect(printText(text)).toBe(printed);
  });

  test('also where the cut goes through one', () => {
    expect(printText(`${'x'.repeat(230)} ${key}`)).not.toContain('AKIA');
  });
});

test('lists are spoken', () => {
  expect(inWords([])).toBe('none');
  expect(inWords(['a', 'b'], 5)).toBe('a, b and 3 more');
});
