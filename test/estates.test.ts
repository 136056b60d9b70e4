/** For each tier an estate in either language that achieves exactly that tier, and falls with each of its mechanisms. */
import { describe, expect, test } from 'vitest';
import type { Estimate } from '../src/assessment/assessment.ts';
import type { Report } from '../src/findings/report.ts';
import { builtInPolicies, tiersWith } from '../src/policy/built-in.ts';
import { lintFixture, readFixtures, type Fixture } from './helpers/fixture.ts';

const policies = builtInPolicies();
const order = ['none', ...tiersWith({}).all.map(({ name }) => name)];

describe.each(order.slice(1))('%s', (tier) => {
  const estates = readFixtures(`fixtures/estates/${tier}`);

  test.each(estates)('$name: achieves exactly its tier, without a warning', async (estate) => {
    const report = await lintFixture(estate, policies);
    expect(report.workloads.map(({ achievedTier, possibleTier }) => ({ achievedTier, possibleTier }))).toEqual([
      { achievedTier: tier, possibleTier: undefined },
    ]);
    const loud = report.findings.filter(({ level }) => level !== 'note');
    expect(loud.map(({ message }) => message)).toEqual([]);
  });

  test('has the same estimates in both languages', async () => {
    const reports = await Promise.all(estates.map((estate) => lintFixture(estate, policies)));
    const [terraform, cloudFormation, ...others] = reports.map(workloadFigures);
    expect(others).toEqual([]);
    expect(terraform).toEqual(cloudFormation);
  });

  describe.each(estates)('$name', (estate) => {
    test.each(mechanismsOf(estate))('without: $name', async ({ name, holdsBack }) => {
      const whole = estimatesOf(await lintFixture(estate, policies));
      const report = await lintFixture(without(estate, name), policies);
      const changes = new Map<Change, string[]>([
        ['better', []],
        ['same', []],
        ['worse', []],
      ]);
      for (const [what, estimate] of estimatesOf(report)) changes.get(changeOf(whole.get(what), estimate))?.push(what);
      expect(changes.get('better')).toEqual([]);
      expect(changes.get('worse')).not.toEqual([]);
      if (holdsBack === undefined) return;
      const [workload] = report.workloads;
      expect(order.indexOf(workload?.achievedTier ?? '')).toBeLessThan(order.indexOf(tier));
      expect(workload?.heldBackBy.join('\n')).toContain(`${holdsBack} is`);
    });
  });
});

/** The estimates of each resource, by what they are about, `data.yaml#Database deletion`, whatever its deployment is called. */
function estimatesOf({ estimates }: Report): ReadonlyMap<string, Estimate> {
  const each = [...estimates].flatMap(([node, ofNode]) =>
    [...ofNode].map(([disruption, estimate]) => [`${node.replace(/@\w+/u, '')} ${disruption}`, estimate] as const),
  );
  return new Map(each);
}

function workloadFigures({ workloads }: Report): readonly unknown[] {
  return workloads.flatMap(({ estimates }) =>
    [...estimates].map(([disruption, { rpo, rto }]) => ({ disruption, rpo, rto })),
  );
}

type Change = 'better' | 'same' | 'worse';

/** What is certain counts, the high end. A way back is chosen for the data it loses first, and for its time second. */
function changeOf(before: Estimate | undefined, after: Estimate): Change {
  if (before === undefined) return 'same';
  for (const objective of ['rpo', 'rto'] as const) {
    const was = before[objective]?.high ?? 0;
    const is = after[objective]?.high ?? 0;
    if (is !== was) return is > was ? 'worse' : 'better';
  }
  return 'same';
}

interface Marked {
  readonly name: string;
  /** The resource that holds the tier back without it; undefined where the tier stays. */
  readonly holdsBack: string | undefined;
}

function mechanismsOf({ files }: Fixture): readonly Marked[] {
  const marked = new Map<string, Marked>();
  for (const text of Object.values(files)) {
    for (const { groups } of text.matchAll(/# mechanism(?: \[(?<holdsBack>[^\]]+)\])?: (?<name>.+)/gu)) {
      const name = groups?.['name'] ?? '';
      marked.set(name, { name, holdsBack: groups?.['holdsBack'] });
    }
  }
  return [...marked.values()];
}

/** Without the lines from each mark of that name to its own end. */
function without(estate: Fixture, name: string): Fixture {
  const files = Object.entries(estate.files).map(([path, text]) => [path, cut(text, name)]);
  return { ...estate, files: Object.fromEntries(files) };
}

function cut(text: string, name: string): string {
  const kept: string[] = [];
  let depth = 0;
  for (const line of text.split('\n')) {
    const begins = /# mechanism.*?: (?<name>.+)/u.exec(line)?.groups?.['name'];
    if (depth > 0 && begins !== undefined) depth += 1;
    if (depth === 0 && begins === name) depth = 1;
    if (depth === 0) kept.push(line);
    if (depth > 0 && line.endsWith('# end')) depth -= 1;
  }
  return kept.join('\n');
}
