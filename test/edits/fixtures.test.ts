/** Every failing example of a policy with an edit is fixed, or the reason why not is told. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { unifiedDiff } from '../../src/edits/unified-diff.ts';
import type { Report } from '../../src/findings/report.ts';
import { builtInPolicies } from '../../src/policy/built-in.ts';
import type { Policy } from '../../src/policy/policy.ts';
import { fixWith, type Fixed } from '../helpers/fix.ts';
import { lintFixture, readFixtures, type Fixture } from '../helpers/fixture.ts';

const folder = fileURLToPath(new URL('../../fixtures/policies/', import.meta.url));

const withEdits = builtInPolicies()
  .filter(({ fix }) => fix.edits.length > 0)
  .map((policy) => ({
    policy,
    fixtures: readFixtures(`${folder}${policy.id}`).filter(({ name }) => name.startsWith('fail-')),
  }));

describe.each(withEdits)('$policy.id', ({ policy, fixtures }) => {
  const results = new Map<Fixture, Fixed>();

  beforeAll(async () => {
    for (const fixture of fixtures) {
      results.set(fixture, await fixWith(fixture.files, (files) => lintAs(fixture, files, policy)));
    }
  });

  test.each(fixtures.map((fixture) => [fixture.name, fixture] as const))('%s', async (_, fixture) => {
    const { report, fixed, takenBack, files, changes } = results.get(fixture) ?? expect.unreachable();
    const after = await lintAs(fixture, files, policy);
    expect(after.diagnostics).toHaveLength(report.diagnostics.length);
    const left = openAddresses(after);
    const told = [...takenBack.map(({ finding }) => finding), ...refusedIn(after)].flatMap(
      ({ resources }) => resources,
    );
    expect(left.toSorted()).toEqual([...new Set(told)].toSorted());
    expect(openAddresses(report).toSorted()).toEqual(
      [...left, ...fixed.flatMap(({ resources }) => resources)].toSorted(),
    );
    const removed = unifiedDiff(changes).match(/^-(?!--).*$/gmu) ?? [];
    expect(removed.length).toBeLessThanOrEqual(fixed.length * policy.fix.edits.length);
    const again = await fixWith(files, (texts) => lintAs(fixture, texts, policy));
    expect(again.changes.size).toBe(0);
  });

  const languages = [...new Set(fixtures.flatMap((fixture) => fixture.languages))];
  test.each(languages)('is done in an example of %s', (language) => {
    const inLanguage = fixtures.filter(({ languages }) => languages.includes(language));
    expect(inLanguage.some((fixture) => (results.get(fixture)?.fixed.length ?? 0) > 0)).toBe(true);
  });
});

/** By the settings of the fixture as it is, for an edit doesn't change them. */
function lintAs(fixture: Fixture, files: Fixture['files'], policy: Policy): Promise<Report> {
  return lintFixture({ ...fixture, files }, [policy], fixture.files, { withProposals: true });
}

function openAddresses({ findings }: Report): readonly string[] {
  return findings
    .filter(({ state, verdicts }) => state === 'open' && verdicts.length > 0)
    .flatMap(({ resources }) => resources);
}

function refusedIn({ findings, proposals }: Report): Report['findings'] {
  return findings.filter(({ fingerprint }) => proposals?.get(fingerprint)?.kind === 'refused');
}
