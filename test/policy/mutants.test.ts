/** A policy that is changed is noticed by its own examples: they test what it asks for, and of what. */
import { expect, test } from 'vitest';
import { explainSurvivors } from '../../scripts/mutation/explain-survivors.ts';
import { mutantsOf, negatedChecks } from '../../scripts/mutation/policy-mutants.ts';
import { survivingMutants } from '../../scripts/mutation/surviving-mutants.ts';
import { unnoticeableChanges } from '../../scripts/mutation/unnoticeable-changes.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import { readFixtures } from '../helpers/fixture.ts';

/** The finer changes take several times as long: always tried of some policies, of all when asked to. */
const step = process.env['DR_LINT_SEARCH'] === undefined ? 9 : 1;
const policies = builtInPolicies();
const triedInFull = policies.filter((_, index) => index % step === 0);

test.each(policies.filter((policy) => !triedInFull.includes(policy)))(
  '$id: no check can be negated unnoticed',
  async (policy) => {
    const survivors = await survivingMutants(policy, negatedChecks(policy), fixturesOf(policy.id));
    expect(survivors.map(({ change }) => change)).toEqual([]);
  },
);

test.each(triedInFull)('$id: no part can be changed unnoticed, but for what is explained', async (policy) => {
  const survivors = await survivingMutants(policy, mutantsOf(policy), fixturesOf(policy.id));
  const { unexplained, outdated } = explainSurvivors(policy, survivors);
  expect({ unexplained, outdated }).toEqual({ unexplained: [], outdated: [] });
});

test('what is explained is about policies that there are', () => {
  expect(policies.map(({ id }) => String(id))).toEqual(expect.arrayContaining(Object.keys(unnoticeableChanges)));
});

function fixturesOf(id: string): ReturnType<typeof readFixtures> {
  return readFixtures(`fixtures/policies/${id}`);
}
