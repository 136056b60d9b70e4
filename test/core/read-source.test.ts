import { describe, expect, test } from 'vitest';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { decodeText, maximumFileBytes, readSource } from '../../src/core/read-source.ts';

const bytes = (...values: readonly number[]): Uint8Array => new Uint8Array(values);

describe('decodeText', () => {
  test.each([
    { what: 'UTF-8', input: bytes(0x5a, 0xc3, 0xbc), text: 'Zü' },
    { what: 'UTF-8 with a mark', input: bytes(0xef, 0xbb, 0xbf, 0x5a), text: 'Z' },
    { what: 'UTF-16, little end first', input: bytes(0xff, 0xfe, 0x5a, 0x00), text: 'Z' },
    { what: 'UTF-16, big end first', input: bytes(0xfe, 0xff, 0x00, 0x5a), text: 'Z' },
    { what: 'nothing', input: bytes(), text: '' },
    { what: 'bytes that are no UTF-8', input: bytes(0x5a, 0xfc), text: undefined },
    { what: 'zero bytes', input: bytes(0x5a, 0x00, 0x5a), text: undefined },
  ])('$what', ({ input, text }) => {
    expect(decodeText(input)).toBe(text);
  });
});

describe('readSource', () => {
  test('gives the text without its mark', () => {
    const { value, diagnostics } = readSource(memoryFileSystem({ 'main.tf': '\u{FEFF}locals {}' }), 'main.tf');
    expect(value?.text).toBe('locals {}');
    expect(diagnostics).toEqual([]);
  });

  test.each([
    {
      what: 'a missing file',
      path: 'missing.tf',
      code: 'input/unreadable',
      message: 'missing.tf cannot be opened or lies outside the scanned tree.',
    },
    {
      what: 'a binary',
      path: 'logo.json',
      code: 'input/unreadable',
      message: 'logo.json is not text in UTF-8 or UTF-16.',
    },
    {
      what: 'a huge file',
      path: 'dump.json',
      code: 'input/too-large',
      message: 'dump.json has 11 MiB; dr-lint reads files of up to 10 MiB.',
    },
  ])('says why there is no text: $what', ({ path, code, message }) => {
    const fileSystem = memoryFileSystem({
      'logo.json': bytes(0xff, 0x00),
      'dump.json': new Uint8Array(maximumFileBytes + 1),
    });
    const { value, diagnostics } = readSource(fileSystem, path);
    expect(value).toBeUndefined();
    expect(diagnostics).toEqual([expect.objectContaining({ code, level: 'error', message, path })]);
  });
});
