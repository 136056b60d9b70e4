/** The plan of a root and its `.tf` files are judged alike, by every built-in policy, as far as both know the values. */
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { memoryFileSystem } from '../src/core/file-system-memory.ts';
import type { Report } from '../src/findings/report.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { asDeployed } from './helpers/deployed.ts';
import { lintFixture, readFixtures, type Fixture } from './helpers/fixture.ts';
import { planOfRoot } from './helpers/plan/plan-of-root.ts';
import { recoveryRoot } from './helpers/plan/recovery-root.ts';

const folder = fileURLToPath(new URL('../fixtures/policies/', import.meta.url));
const pairs = fileURLToPath(new URL('../fixtures/twins/', import.meta.url));
const policies = builtInPolicies();

const roots = readdirSync(folder)
  .flatMap((service) => readdirSync(`${folder}${service}`).map((check) => `${service}/${check}`))
  .flatMap((id) => readFixtures(`${folder}${id}`).map((fixture) => ({ what: `${id}/${fixture.name}`, fixture })))
  .concat(readFixtures(pairs).map((fixture) => ({ what: `twins/${fixture.name}`, fixture })))
  .filter(({ fixture }) => fixture.languages.join(' ') === 'terraform' && Object.keys(fixture.files).every(isInRoot));

/** What the provider makes of arguments that are not set differs from type to type: here it is taken in turns. */
const twins = roots.flatMap(({ what, fixture }, index) => {
  const made = planOfRoot(memoryFileSystem(fixture.files), '.', index % 2 === 0 ? 'null' : 'computed');
  return 'plan' in made ? [{ what, fixture, plan: made.plan }] : [];
});

/** All of them take half a minute. */
const tried = process.env['DR_LINT_SEARCH'] === undefined ? twins.filter((_, index) => index % 5 === 0) : twins;

function isInRoot(path: string): boolean {
  return !path.includes('/') || path.startsWith('modules/');
}

test('most fixtures have a plan', () => {
  expect(twins.length).toBeGreaterThan(roots.length / 2);
});

/** A root that was planned is no library, whose state is its caller's business; and a plan doesn't say how names are spelled. */
const ofTheSource: ReadonlySet<string> = new Set(['iac/explicit-names', 'iac/hardcoded-region', 'iac/state-backend']);

/**
 * Judged otherwise without the source: of an instance that is chosen by a calculation with `each.key` or `count.index` a plan
 * says no more than of one that is chosen by the key itself.
 */
const knownToDiffer: ReadonlySet<string> = new Set(['fsx/backup-retention/pass-copy.tf']);

test.each(tried.filter(({ what }) => !knownToDiffer.has(what)))('$what', ({ fixture, plan }) =>
  expectTwins(fixture, plan),
);

test.each(['null', 'computed'] as const)('two Regions through modules, what is not set is %s', async (unset) => {
  const made = planOfRoot(memoryFileSystem(recoveryRoot), 'infra', unset);
  if (!('plan' in made)) throw new Error(made.because);
  const fixture = { name: 'recovery', languages: ['terraform'], files: recoveryRoot } as const;
  await expectTwins(fixture, made.plan);
});

async function expectTwins(fixture: Fixture, plan: string): Promise<void> {
  const source = verdictsOf(await lintFixture({ ...fixture, files: asDeployed(fixture.files) }, policies));
  const planned = verdictsOf(await lintFixture(withPlan(fixture, plan, fixture.files), policies));
  expect(planned).toEqual(source);

  const settings = Object.entries(fixture.files).filter(([path]) => path === '.dr-lint.yaml');
  const alone = withPlan(fixture, plan, Object.fromEntries(settings));
  const unsourced = verdictsOf(await lintFixture(alone, policies, fixture.files));
  expect([...unsourced.keys()]).toEqual([...source.keys()].filter((key) => !key.startsWith('terraform ')));
  expect([...unsourced].filter(([key, verdict]) => contradicts(verdict, source.get(key)))).toEqual([]);
}

function withPlan(fixture: Fixture, plan: string, files: Fixture['files']): Fixture {
  return { ...fixture, files: { ...files, 'plan.json': plan } };
}

/** What a plan does not show can't be judged to be right: nothing is reported of it either way. */
function contradicts(verdict: string, other: string | undefined): boolean {
  const [one, two] = [verdict, other].map((each) => each?.replace('not-applicable', 'pass'));
  return one !== two && ![one, two].some((each) => each?.startsWith('unknown') === true);
}

/** `aws_db_instance.orders rds/multi-az` → `fail 0 error`, sorted. */
function verdictsOf({ verdicts, graph }: Report): ReadonlyMap<string, string> {
  const rows = verdicts
    .filter(({ policy }) => !ofTheSource.has(policy))
    .map(({ policy, node: id, verdict, check, level }) => {
      const node = graph.node(id);
      return [`${node?.address} ${node?.part ?? ''} ${policy}`, `${verdict} ${check ?? ''} ${level}`] as const;
    });
  return new Map(rows.toSorted(([left], [right]) => (left < right ? -1 : 1)));
}
