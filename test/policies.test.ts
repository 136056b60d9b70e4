/** Every built-in policy judges its own examples, `fixtures/policies/<id>/`, as they say themselves. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../src/findings/report.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { isAlwaysDecided } from '../src/examples/coverage.ts';
import { expectationsOf, reported } from '../src/examples/expectations.ts';
import { kindsShown } from '../src/examples/judge-example.ts';
import { lintFixture, readFixtures, type Fixture } from './helpers/fixture.ts';

const folder = fileURLToPath(new URL('../fixtures/policies/', import.meta.url));

const examples = builtInPolicies().map((policy) => ({ policy, fixtures: readFixtures(`${folder}${policy.id}`) }));

/** Policies about something that templates do not have: to them they never apply. */
const ofTerraformOnly: ReadonlySet<string> = new Set(['iac/state-backend', 'iac/create-before-destroy']);

/** Policies about what is never unknown, and why that is so. */
const neverUnknown: ReadonlyMap<string, string> = new Map([
  ['tier/stated', 'the configuration states a tier, or does not'],
]);

describe.each(examples)('$policy.id', ({ policy, fixtures }) => {
  const reports = new Map<Fixture, Report>();

  beforeAll(async () => {
    for (const fixture of fixtures) reports.set(fixture, await lintFixture(fixture, [policy]));
  });

  const verdictsOn = (fixture: Fixture): readonly string[] =>
    reports.get(fixture)?.verdicts.map(({ verdict }) => verdict) ?? [];

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', (name, fixture) => {
    const report = reports.get(fixture);
    expect(report && reported(report)).toEqual(expectationsOf(fixture));
    expect(kindsShown(reports.get(fixture)?.verdicts ?? [])).toContain(name.replace(/-.*/u, ''));
  });

  describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
    const inLanguage = fixtures.filter(({ languages }) => languages.includes(language));

    const neverFails = language === 'cloudformation' && ofTerraformOnly.has(policy.id);
    test.each(neverFails ? ['pass'] : ['fail', 'pass'])('has an example of %s', (kind) => {
      expect(inLanguage.map(({ name }) => name)).toContainEqual(expect.stringMatching(`^${kind}-`));
    });

    test.runIf(!isAlwaysDecided(policy))('has an example that is unknown, or to which it does not apply', () => {
      expect(inLanguage.flatMap(verdictsOn)).toContainEqual(expect.stringMatching(/^(?:unknown|not-applicable)$/u));
    });
  });

  test('has an example in which each of its checks fails', () => {
    const verdicts = [...reports.values()].flatMap((report) => report.verdicts);
    const failed = verdicts.filter(({ verdict }) => verdict === 'fail').map(({ check }) => check);
    expect(new Set(failed)).toEqual(new Set(policy.checks.keys()));
  });
});

test('every policy has an example that is unknown, or it is said why none is', () => {
  const without = examples.filter(({ fixtures }) => !fixtures.some(({ name }) => name.startsWith('unknown-')));
  expect(without.map(({ policy }) => String(policy.id))).toEqual([...neverUnknown.keys()]);
});
