import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { generatedMechanismsPath } from '../../scripts/compile-mechanisms.ts';
import { compilePolicies, generatedPath } from '../../scripts/compile-policies.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';

test('what is built in is what policies/ holds, and every name in it exists', async () => {
  const { text, mechanismsText, mistakes } = await compilePolicies('.');
  expect(mistakes).toEqual([]);
  expect(readFileSync(generatedPath, 'utf8'), 'run `node scripts/run-script.mjs scripts/compile-policies.ts`').toBe(
    text,
  );
  expect(readFileSync(generatedMechanismsPath, 'utf8')).toBe(mechanismsText);
});

test('policies are known by their paths', () => {
  const ids = builtInPolicies().map(({ id }) => id);
  expect(ids).toContain('rds/multi-az');
  expect(new Set(ids).size).toBe(ids.length);
});
