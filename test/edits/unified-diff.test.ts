/** The diff changes no more lines than it must, and `git apply` makes of the first text the second. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareLines } from '../../src/edits/compare-lines.ts';
import { unifiedDiff } from '../../src/edits/unified-diff.ts';

function diff(before: string, after: string): string {
  return unifiedDiff(new Map([['main.tf', { before, after }]]));
}

test('a line between two changes stays as it is', () => {
  const before = ['resource {', '  class = "large"', '  # why', '  final = false', '  name = "orders"', '}', ''];
  const after = ['resource {', '  class = "large"', '  multi = true', '  # why', '  final = true', ...before.slice(4)];
  expect(diff(before.join('\n'), after.join('\n'))).toBe(
    [
      '--- a/main.tf',
      '+++ b/main.tf',
      '@@ -1,6 +1,7 @@',
      ' resource {',
      '   class = "large"',
      '+  multi = true',
      '   # why',
      '-  final = false',
      '+  final = true',
      '   name = "orders"',
      ' }',
      '',
    ].join('\n'),
  );
});

const lines = fc.array(fc.constantFrom('a', 'b', 'c', ''), { maxLength: 8 });

/** By the table of the longest common subsequence. */
function fewestChanges(before: readonly string[], after: readonly string[]): number {
  let row = after.map((_, index) => index);
  row.push(after.length);
  for (const [left, text] of before.entries()) {
    const next = [left + 1];
    for (const [right, other] of after.entries()) {
      const either = Math.min(next[right] ?? 0, row[right + 1] ?? 0) + 1;
      next.push(text === other ? (row[right] ?? 0) : either);
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

describe('whatever the texts', () => {
  test('as few lines change as can be, and the rest is what both have', () => {
    fc.assert(
      fc.property(lines, lines, (before, after) => {
        const compared = compareLines(before, after);
        const textsBut = (kind: string): readonly string[] =>
          compared.filter((line) => line.kind !== kind).map(({ text }) => text);
        expect(textsBut('+')).toEqual(before);
        expect(textsBut('-')).toEqual(after);
        expect(compared.filter(({ kind }) => kind !== ' ')).toHaveLength(fewestChanges(before, after));
      }),
    );
  });

  test('git applies the diff', () => {
    const folder = mkdtempSync(join(tmpdir(), 'dr-lint-diff-'));
    const file = join(folder, 'main.tf');
    const end = fc.constantFrom('', '\n', '\r\n');
    fc.assert(
      fc.property(lines, lines, end, end, (left, right, leftEnd, rightEnd) => {
        const [before, after] = [left.join('\n') + leftEnd, right.join('\n') + rightEnd];
        if (before === after || before === '' || after === '') return;
        writeFileSync(file, before);
        execFileSync('git', ['apply', '--unidiff-zero', '--whitespace=nowarn', '-'], {
          cwd: folder,
          input: diff(before, after),
        });
        expect(readFileSync(file, 'utf8')).toBe(after);
      }),
      { numRuns: 40 },
    );
    rmSync(folder, { recursive: true });
  });
});
