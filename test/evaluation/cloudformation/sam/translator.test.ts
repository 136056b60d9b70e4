/** The expansion of serverless resources against that of SAM's own translator, whose test data a variable names. */
import { describe, expect, test } from 'vitest';
import { differences, translatorPairs } from '../../../helpers/sam-translator.ts';

/** The folder `tests/translator` of a checkout of github.com/aws/serverless-application-model. */
const folder = process.env['SAM_TRANSLATOR_TESTS'] ?? '';

/** Types that dr-lint leaves as they are, and whose own resources no policy reads; and forms that SAM itself reads in two ways. */
const leftOut = /graphqlapi|capacity_provider|connector|usageplan|application/u;

describe.skipIf(folder === '')('templates of SAM_TRANSLATOR_TESTS', () => {
  test('nearly all of them become what SAM makes of them; the others are told with what differs', () => {
    const names = translatorPairs(folder).filter((name) => !leftOut.test(name));
    const pairs = names.map((name) => ({ name, found: differences(folder, name) }));
    const differing = pairs.filter(({ found }) => found.length > 0);
    for (const { name, found } of differing) for (const line of found) console.log(`${name}: ${line}`);
    console.log(`${names.length - differing.length} of ${names.length} agree`);
    expect(names.length).toBeGreaterThan(0);
    expect(differing.length / names.length).toBeLessThan(0.15);
  });
});
