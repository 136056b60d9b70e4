/**
 * Holds the models to the modules themselves, where clones of them are at hand:
 * `DR_LINT_MODULES=FOLDER npx vitest run test/registry-models/equality.test.ts`, with clones named `owner+terraform-provider-name`.
 */
import { afterAll, describe, expect, test } from 'vitest';
import { moduleCalls } from './calls.ts';
import { compareCall } from './compare.ts';

const folder = process.env['DR_LINT_MODULES'] ?? '';

const modules = folder === '' ? [] : moduleCalls;

describe('a model and its module agree on every call', () => {
  test.skipIf(folder === '')('DR_LINT_MODULES says where the modules are', () => expect(modules).not.toEqual([]));
  const totals = { calls: 0, resources: 0, verdicts: 0 };
  const leftOpen = new Set<string>();
  afterAll(() => console.info(totals, 'left open:', leftOpen));
  for (const { module, tags, inner = [], calls } of modules) {
    test.each(calls)(`${module}: $what`, async ({ text, since }) => {
      for (const tag of since === undefined ? tags : tags.slice(tags.indexOf(since))) {
        const { differences, open, resources, verdicts } = await compareCall({ folder, module, tag, inner }, text);
        expect(differences, tag).toEqual([]);
        totals.calls += 1;
        totals.resources += resources;
        totals.verdicts += verdicts;
        for (const each of open) leftOpen.add(`${module} ${tag}: ${each}`);
      }
    });
  }
});
