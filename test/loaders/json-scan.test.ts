import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonScan } from '../../src/loaders/json-scan.ts';

describe('a scan of a JSON text', () => {
  test('steps over every value, however it is spaced, to where it ends', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom(undefined, 2, '\t'), (value, space) => {
        const text = JSON.stringify(value, undefined, space);
        const scan = new JsonScan(`${text} ,`);
        expect(scan.skip(0)).toBe(text.length);
        expect(scan.mistake).toBeUndefined();
      }),
    );
  });

  test('gives the keys of an object with where their values start', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const text = JSON.stringify(value, undefined, 1);
        const scan = new JsonScan(text);
        const found: [string, string][] = [];
        scan.object(0, (key, at) => {
          found.push([key, text.slice(at, scan.skip(at))]);
          return undefined;
        });
        expect(found.map(([key, member]) => [key, JSON.parse(member) as unknown])).toEqual(
          Object.entries(JSON.parse(text) as object),
        );
      }),
    );
  });

  test('goes into what it is asked for, and over the rest', () => {
    const scan = new JsonScan('{"before": {"a": [1, "]"]}, "after": [{"b": "x\\"y"}, 7]}');
    const found: (string | undefined)[] = [];
    const end = scan.object(0, (key, at) =>
      key === 'after'
        ? scan.array(at, (_, item) =>
            scan.object(item, (_key, value) => {
              found.push(scan.string(value));
              return undefined;
            }),
          )
        : undefined,
    );
    expect(found).toEqual(['x"y']);
    expect(end).toBe(scan.text.length);
  });

  test.each([
    { what: 'a text that is cut off in a string', text: '{"a": "b', at: 8 },
    { what: 'a text that is cut off in a list', text: '{"a": [1, {"b": 2}', at: 18 },
    { what: 'a key without quotes', text: '{a: 1}', at: 1 },
    { what: 'a missing colon', text: '{"a" 1}', at: 5 },
    { what: 'a missing comma', text: '{"a": 1 "b": 2}', at: 8 },
    { what: 'nothing', text: '', at: 0 },
  ])('says where $what is wrong', ({ text, at }) => {
    const scan = new JsonScan(text);
    expect(scan.object(0, () => undefined)).toBe(text.length);
    expect(scan.mistake).toBe(at);
  });
});
