/** A policy that asks for the opposite is noticed by its own examples: they test what it asks for. */
import { expect, test } from 'vitest';
import { negatedChecks } from '../../scripts/mutation/policy-mutants.ts';
import { survivingMutants } from '../../scripts/mutation/surviving-mutants.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';

test.each(builtInPolicies())('$id: no check can be negated unnoticed', async (policy) => {
  const survivors = await survivingMutants(
    policy,
    negatedChecks(policy),
    readFixtures(`fixtures/policies/${policy.id}`),
  );
  expect(survivors.map(({ change }) => change)).toEqual([]);
});
