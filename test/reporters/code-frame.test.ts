import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceFile } from '../../src/core/source.ts';
import { codeFrame } from '../../src/reporters/code-frame.ts';
import { displayWidth } from '../../src/reporters/display-width.ts';
import { rangeOf } from '../helpers/report.ts';

function frame(text: string, marked: string, width = 40): string {
  const made = codeFrame(rangeOf(new SourceFile('main.tf', text), marked), width);
  return made === undefined
    ? ''
    : `${made.lineNumber}|${made.code}\n${' '.repeat(made.lineNumber.length)}|${made.underline}`;
}

describe('the exact range is underlined', () => {
  test.each([
    ['a value', '\n  multi_az = false', 'false', '2|  multi_az = false\n |             ^^^^^'],
    ['after tabs', '\t\tmulti_az = false', 'false', '1|    multi_az = false\n |               ^^^^^'],
    ['after wide characters', 'name = "注文" # false', 'false', '1|name = "注文" # false\n |                ^^^^^'],
    ['wide characters', 'name = "注文"', '注文', '1|name = "注文"\n |        ^^^^'],
    ['an emoji', 'name = "a🚀b" # x', '# x', '1|name = "a🚀b" # x\n |              ^^^'],
    ['combining marks', 'name = "e\u0301" # x', '# x', '1|name = "e\u0301" # x\n |           ^^^'],
    ['several lines, to the end of the first', 'a {\n  b = 1\n}', 'a {\n  b', '1|a {\n |^^^'],
    ['Windows line ends', 'a = 1\r\nb = 2\r\n', 'b = 2', '2|b = 2\n |^^^^^'],
    ['nothing, at the end of a line', 'a {', '', '1|a {\n |^'],
  ])('%s', (_what, text, marked, expected) => {
    expect(frame(text, marked)).toBe(expected);
  });

  test('an empty line has no frame', () => {
    expect(codeFrame({ file: new SourceFile('main.tf', 'a\n\n'), start: 2, end: 2 }, 40)).toBeUndefined();
  });
});

describe('long lines are cut round the range', () => {
  test.each([
    ['before', `${'x'.repeat(90)} = false`, 'false', '1|…xxxxxxxxxxxxxxxx = false\n |                    ^^^^^'],
    ['after', `a = false ${'y'.repeat(90)}`, 'false', `1|a = false ${'y'.repeat(29)}…\n |    ^^^^^`],
    ['inside', `a = ${'z'.repeat(90)}`, 'z'.repeat(90), `1|a = ${'z'.repeat(35)}…\n |    ${'^'.repeat(36)}`],
  ])('%s', (_what, text, marked, expected) => {
    expect(frame(text, marked)).toBe(expected);
  });

  test('a line of megabytes costs no more than a short one', () => {
    const text = 'x'.repeat(20_000_000);
    const made = codeFrame({ file: new SourceFile('main.tf', text), start: 10_000_000, end: 10_000_003 }, 40);
    expect(made?.code).toBe(`…${'x'.repeat(38)}…`);
  });
});

test('whatever the text and the range: it fits, it is printable, and the carets stand under it', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary' }),
      fc.nat(50),
      fc.nat(50),
      fc.integer({ min: 20, max: 60 }),
      (text, start, length, width) => {
        const made = codeFrame({ file: new SourceFile('main.tf', text), start, end: start + length }, width);
        if (made === undefined) return;
        expect(displayWidth(made.code)).toBeLessThanOrEqual(width);
        expect(displayWidth(made.underline)).toBeLessThanOrEqual(width + 1);
        expect(made.code).not.toMatch(/\p{Cc}/u);
        expect(made.underline).toMatch(/^ *\^+$/u);
      },
    ),
  );
});

test('a line that holds a secret is not shown', () => {
  expect(frame('url = "postgres://app:hunter2@db:5432" # a', '# a')).toBe('');
});
