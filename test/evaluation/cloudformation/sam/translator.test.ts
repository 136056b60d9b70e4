/** The expansion of serverless resources against that of SAM's own translator, whose test data a variable names. */
import { describe, expect, test } from 'vitest';
import { differences, translatorPairs } from '../../../helpers/sam-translator.ts';

/** The folder `tests/translator` of a checkout of github.com/aws/serverless-application-model. */
const folder = process.env['SAM_TRANSLATOR_TESTS'] ?? '';

describe.skipIf(folder === '')('templates of SAM_TRANSLATOR_TESTS become what SAM makes of them', () => {
  test('report', () => {
    const names = translatorPairs(folder);
    const all = names.map((name) => ({ name, found: differences(folder, name) }));
    const agreeing = all.filter(({ found }) => found.length === 0);
    for (const { name, found } of all) for (const line of found) console.log(`${name}: ${line}`);
    console.log(`${agreeing.length} of ${names.length} agree`);
    expect(names.length).toBeGreaterThan(0);
  });
});
