import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseDiff } from '../../src/cli/parse-diff.ts';

function parsed(...lines: readonly string[]): unknown {
  return Object.fromEntries(parseDiff([...lines, ''].join('\n')));
}

const header = ['diff --git a/main.tf b/main.tf', 'index 1..2 100644', '--- a/main.tf', '+++ b/main.tf'];

describe('hunks', () => {
  test.each([
    ['added lines', ['@@ -3,0 +4,2 @@', '+a', '+b'], { added: [{ first: 4, last: 5 }], removed: [] }],
    [
      'one changed line',
      ['@@ -3 +3 @@ resource "x" "y" {', '-a', '+b'],
      { added: [{ first: 3, last: 3 }], removed: [{ after: 2, text: 'a' }] },
    ],
    ['lines taken away', ['@@ -4,2 +3,0 @@', '-a', '-b'], { added: [], removed: [{ after: 3, text: 'a\nb' }] }],
    ['the first line taken away', ['@@ -1 +0,0 @@', '-a'], { added: [], removed: [{ after: 0, text: 'a' }] }],
    [
      'lines that look like headers',
      [
        '@@ -1,2 +1,2 @@',
        '--- a/other.tf',
        '-@@ -9 +9 @@',
        '+++ b/other.tf',
        '+diff --git a/x b/x',
        '@@ -9,0 +10 @@',
        '+c',
      ],
      {
        added: [
          { first: 1, last: 2 },
          { first: 10, last: 10 },
        ],
        removed: [{ after: 0, text: '-- a/other.tf\n@@ -9 +9 @@' }],
      },
    ],
    [
      'a file that does not end its last line',
      ['@@ -1 +1 @@', '-a', '\\ No newline at end of file', '+b', '\\ No newline at end of file'],
      { added: [{ first: 1, last: 1 }], removed: [{ after: 0, text: 'a' }] },
    ],
  ])('%s', (_what, lines, expected) => {
    expect(parsed(...header, ...lines)).toEqual({ 'main.tf': expected });
  });
});

describe('paths', () => {
  test.each([
    ['a new file', ['--- /dev/null', '+++ b/new.tf', '@@ -0,0 +1 @@', '+a'], 'new.tf'],
    ['a file that is gone', ['--- a/old.tf', '+++ /dev/null', '@@ -1 +0,0 @@', '-a'], 'old.tf'],
    [
      'a renamed file',
      ['rename from a.tf', 'rename to b.tf', '--- a/a.tf', '+++ b/b.tf', '@@ -1 +1 @@', '-a', '+b'],
      'b.tf',
    ],
    ['a space', ['--- a/my main.tf\t', '+++ b/my main.tf\t', '@@ -0,0 +1 @@', '+a'], 'my main.tf'],
    [
      'quotes',
      ['--- /dev/null', String.raw`+++ "b/my \"dr\"\\\tmain.tf"`, '@@ -0,0 +1 @@', '+a'],
      'my "dr"\\\tmain.tf',
    ],
    ['other letters', ['--- /dev/null', String.raw`+++ "b/m\303\274ll.tf"`, '@@ -0,0 +1 @@', '+a'], 'müll.tf'],
  ])('of %s', (_what, lines, path) => {
    expect(Object.keys(Object(parsed(...lines)))).toEqual([path]);
  });

  test('a file that was only renamed has no changed lines', () => {
    expect(parsed('diff --git a/a.tf b/b.tf', 'similarity index 100%', 'rename from a.tf', 'rename to b.tf')).toEqual(
      {},
    );
  });
});

test('reading it never throws', () => {
  const piece = fc.constantFrom(
    '--- a/x',
    '+++ b/x',
    '+++ "b/\\',
    '@@ -1 +1 @@',
    '@@ -1,999999999 +1,9 @@',
    '+a',
    '-a',
    '\\',
    '',
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(piece, fc.string())), (lines) => {
      parseDiff(lines.join('\n'));
    }),
  );
});
