/** The same infrastructure in both languages is judged alike, by every built-in policy. */
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import type { GraphNode } from '../src/graph/node.ts';
import type { Report } from '../src/findings/report.ts';
import { builtInPolicies } from '../src/policy/built-in.ts';
import { expectationsOf, reported } from '../src/examples/expectations.ts';
import { lintFixture, readFixtures, type Fixture } from './helpers/fixture.ts';

const fixtures = readFixtures(fileURLToPath(new URL('../fixtures/twins/', import.meta.url)));
const policies = builtInPolicies();

const pairs = fixtures
  .filter(({ name }) => name.endsWith('.tf'))
  .map((terraform) => ({ what: terraform.name.replace(/\.tf$/u, ''), terraform }))
  .map(({ what, terraform }) => ({ what, terraform, cloudFormation: twinOf(what) }));

function twinOf(what: string): Fixture {
  const twin = fixtures.find(({ name }) => name === `${what}.yaml`);
  if (twin === undefined) throw new Error(`fixtures/twins/${what}.tf has no twin`);
  return twin;
}

test('there are at least twenty pairs, and nobody is alone', () => {
  expect(pairs.length).toBeGreaterThanOrEqual(20);
  expect(fixtures.length).toBe(2 * pairs.length);
});

/**
 * What the languages themselves do differently: CloudFormation keeps its own state, deletes with a stack what Terraform
 * deletes by an edit, replaces by creating first, spells names and Regions at other places, and has tables that are called global while their own Region is the only one.
 */
const ownToALanguage: ReadonlySet<string> = new Set([
  'dynamodb/self-replica',
  'iac/create-before-destroy',
  'iac/explicit-names',
  'iac/hardcoded-region',
  'iac/state-backend',
  'stateful/deletion-policy',
]);

test.each(pairs)('$what', async ({ terraform, cloudFormation }) => {
  const ofTerraform = verdictsOf(await lintFixture(terraform, policies));
  expect(ofTerraform.length).toBeGreaterThan(0);
  expect(verdictsOf(await lintFixture(cloudFormation, policies))).toEqual(ofTerraform);
});

describe('a shop without recovery', () => {
  const shop = pairs.filter(({ what }) => what === 'shop-without-recovery');
  const files = shop.flatMap(({ terraform, cloudFormation }) => [terraform, cloudFormation]);

  test.each(files)('$name: every gap is reported once, where it is written, and nothing beside', async (fixture) => {
    const report = await lintFixture(fixture, policies);
    expect(reported(report)).toEqual(expectationsOf(fixture));
    expect(report.findings.length).toBe(expectationsOf(fixture).length);
  });
});

/** Policies of every resource: those to which they don't apply may be declared in one language alone. */
const ofEveryResource: ReadonlySet<string> = new Set(['tier/objective-missed']);

/** `orders rds/multi-az fail 0`, sorted; names as they are written in either language alike. */
function verdictsOf({ verdicts, graph }: Report): readonly string[] {
  return verdicts
    .filter(({ policy, node }) => !ownToALanguage.has(policy) && !isAboutState(policy, graph.node(node)))
    .filter(({ policy, verdict }) => verdict !== 'not-applicable' || !ofEveryResource.has(policy))
    .map(({ policy, node: id, verdict, check, level }) => {
      const node = graph.node(id);
      return [nameOf(node?.address ?? ''), node?.part, policy, verdict, check, level].join(' ');
    })
    .toSorted();
}

/** A root has a state, a template has none. */
function isAboutState(policy: string, node: GraphNode | undefined): boolean {
  return policy === 'tier/single-region-dependency' && node?.kind === 'settings';
}

/** `aws_db_instance.orders_reports` and `OrdersReports` are one name; the one instance of a counted resource is the resource. */
function nameOf(address: string): string {
  const name =
    address
      .replace(/\[(?:\d+|\*)\]$/u, '')
      .split('.')
      .at(-1) ?? '';
  return name.replaceAll('_', '').toLowerCase();
}
