import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesGlob, matchesPathGlob } from '../../src/core/glob.ts';

test.each([
  ['aws_db_instance.*', 'aws_db_instance.orders["a"]', true],
  ['module.*.aws_db_instance.this', 'module.db["eu.1"].aws_db_instance.this', true],
  ['aws_db_instance.orders[?]', 'aws_db_instance.orders[3]', true],
  ['aws_db_instance.orders[?]', 'aws_db_instance.orders[33]', false],
  ['aws_db_instance.orders["a"]', 'aws_db_instance.orders["a"]', true],
  ['*a*b', 'xaxb', true],
  ['*a*b', 'xbxa', false],
  ['', '', true],
  ['', 'a', false],
])('%s matches %s: %s', (pattern, text, expected) => {
  expect(matchesGlob(pattern, text)).toBe(expected);
});

test.each([
  ['infra/orders/**', 'infra/orders/db/main.tf', true],
  ['infra/orders', 'infra/orders/db/main.tf', true],
  ['./infra/', 'infra/main.tf', true],
  ['infra/*.tf', 'infra/main.tf', true],
  ['infra/*.tf', 'infra/db/main.tf', false],
  ['**/main.tf', 'main.tf', true],
  ['**/db/**/main.tf', 'infra/db/a/b/main.tf', true],
  ['infra', 'infrastructure/main.tf', false],
])('the path %s matches %s: %s', (pattern, path, expected) => {
  expect(matchesPathGlob(pattern, path)).toBe(expected);
});

test('a text matches itself, and the glob that has a star for any stretch of it', () => {
  const plain = fc.string().filter((text) => !/[*?]/u.test(text));
  fc.assert(
    fc.property(plain, plain, plain, (start, middle, end) => {
      expect(matchesGlob(start + middle + end, start + middle + end)).toBe(true);
      expect(matchesGlob(`${start}*${end}`, start + middle + end)).toBe(true);
    }),
  );
});

test('many stars cost no more than pattern times text', () => {
  expect(matchesGlob(`${'*a'.repeat(2000)}b`, 'a'.repeat(20_000))).toBe(false);
});
