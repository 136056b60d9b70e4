/** For each tier an estate in either language that achieves exactly that tier, and falls with each of its mechanisms. */
import { describe, expect, test } from 'vitest';
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

  describe.each(estates)('$name', (estate) => {
    test.each(mechanismsOf(estate).filter(({ holdsBack }) => holdsBack !== undefined))(
      'without: $name',
      async ({ name, holdsBack }) => {
        const report = await lintFixture(without(estate, name), policies);
        const [workload] = report.workloads;
        expect(order.indexOf(workload?.achievedTier ?? '')).toBeLessThan(order.indexOf(tier));
        expect(workload?.heldBackBy.join('\n')).toContain(`${holdsBack ?? ''} is`);
      },
    );
  });
});

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
