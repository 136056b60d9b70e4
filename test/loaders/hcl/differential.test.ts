import { describe, expect, test } from 'vitest';
import { fixtureFiles } from '../../helpers/fixture-files.ts';
import { disagreement } from '../../helpers/hcl-differential.ts';
import { ourOperations, theirOperations } from '../../helpers/hcl-operations.ts';

const files = fixtureFiles('.', ['.tf', '.tfvars']);

describe("agrees with HashiCorp's parser", () => {
  test.each(files)('about $path', async ({ path, text }) => {
    expect(await disagreement(path, text)).toBeUndefined();
  });

  test.each(files)('about $path with the line breaks of Windows', async ({ path, text }) => {
    expect(await disagreement(path, text.replaceAll(/\r?\n/gu, '\r\n'))).toBeUndefined();
  });

  test.each([
    'a + b * c - d / e % f',
    'a || b && c == d != e < f <= g > h >= i',
    '-a + !b ? -c.d[0] : !(e && f)',
    '-a * -b',
    '!a == b',
    'a ? b : c ? d : e',
    '(a ? b : c) ? d : e',
    'a + (b + c) + d',
    'f(a + 1, b...)',
    '[a + 1, { k = b * 2, (c) = -d }]',
    '[for x in a + b : x * 2 if x > 1 && x < 5]',
    '{ for k, v in a : upper(k) => v... if !v }',
    'a[b + 1].c[*].d[e * 2]',
    'provider::aws::arn_parse(a)[0]',
  ])('who binds what in %s', async (text) => {
    const operations = ourOperations(text);
    expect(operations).toEqual(await theirOperations(text));
    expect(operations?.length).toBeGreaterThan(0);
  });
});
