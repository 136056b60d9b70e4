/** The reference of the policy language names what there is: its tables are compared with the code, and its examples are loaded. */
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseDocument, stringify } from 'yaml';
import { operatorNames } from '../src/conditions/operators/operators.ts';
import { reservedNames } from '../src/conditions/path.ts';
import { resourceKeys, workloadKeys } from '../src/conditions/vocabulary.ts';
import { MeasureLeaf } from '../src/core/document.ts';
import { SourceFile } from '../src/core/source.ts';
import { factKinds, relationPropertyKinds } from '../src/graph/fact-names.ts';
import { relationKinds } from '../src/graph/relation.ts';
import { builtInGroups, tiersWith } from '../src/policy/built-in.ts';
import { generalSubjects } from '../src/policy/groups.ts';
import { loadPolicy } from '../src/policy/load-policies.ts';
import { messageWords } from '../src/policy/message-template.ts';

const page = readFileSync('docs/policy-language.md', 'utf8');

/** The tables by the heading they stand under: each row as its cells, without what marks code. */
const tables = new Map(
  page
    .split(/^#+ /mu)
    .map((section) => [section.split('\n')[0] ?? '', rowsOf(section)] as const)
    .filter(([, rows]) => rows.length > 0),
);

function rowsOf(section: string): readonly (readonly string[])[] {
  const lines = section.split('\n').filter((line) => line.startsWith('|'));
  return lines.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim().replace(/^`(.*)`$/u, '$1')),
  );
}

const facts = [...tables.keys()].filter((heading) => heading.startsWith('Facts about'));

const schema = JSON.parse(readFileSync('src/policy/policy.schema.json', 'utf8'));
const { condition, quantifier } = schema.$defs;
const { every, count } = condition.properties;
const operators = ['is', 'matches', ...operatorNames];

function namesIn(...headings: readonly string[]): readonly string[] {
  return headings.flatMap((heading) => tables.get(heading) ?? []).map(([name = '']) => name);
}

function without(names: readonly string[], others: readonly string[]): readonly string[] {
  return names.filter((name) => !others.includes(name));
}

const sections: readonly { readonly heading: string; readonly names: readonly string[] }[] = [
  { heading: 'Keys of a policy', names: Object.keys(schema.properties) },
  { heading: 'Subjects', names: generalSubjects },
  { heading: 'Guards', names: schema.properties.guards.items.enum },
  { heading: 'Keys of a check', names: Object.keys(schema.properties.checks.items.properties) },
  { heading: 'Edits', names: Object.keys(schema.$defs.edit.properties) },
  { heading: 'Conditions', names: without(Object.keys(condition.properties), ['unit', ...operators]) },
  {
    heading: 'Keys of a quantifier',
    names: without(
      [...new Set([quantifier, every, count].flatMap(({ properties }) => Object.keys(properties)))],
      operators,
    ),
  },
  { heading: 'Operators', names: operators },
  { heading: 'Paths', names: ['$', ...[...reservedNames].map((name) => `$${name}`)] },
  { heading: 'What a resource holds', names: resourceKeys },
  { heading: 'What a workload holds', names: workloadKeys },
  { heading: 'What a tier holds', names: [...thresholds().keys()] },
  { heading: 'Relations', names: Object.keys(relationKinds) },
  { heading: 'What a relation holds', names: [...relationPropertyKinds.keys()] },
  { heading: 'Messages', names: messageWords },
];

/** Those of the built-in tiers, and what a stated RTO adds. */
function thresholds(): ReadonlyMap<string, string> {
  const parameters = tiersWith({}).all.flatMap((tier) => Object.entries(tier.parameters));
  const kinds = parameters.map(
    ([name, value]) => [name, value instanceof MeasureLeaf ? 'duration' : 'number'] as const,
  );
  return new Map([...kinds, ['switch', 'duration']]);
}

test.each(sections)('"$heading" has every name, and no other', ({ heading, names }) => {
  expect(namesIn(heading).toSorted()).toEqual(names.toSorted());
});

test('every fact is told once, and no other', () => {
  expect(namesIn(...facts).toSorted()).toEqual([...factKinds.keys()].toSorted());
});

test('every table is compared with the code', () => {
  const compared = [...sections.map(({ heading }) => heading), ...facts, 'What the loader refuses'];
  expect([...tables.keys()].toSorted()).toEqual(compared.toSorted());
});

test.each([
  { what: 'facts', headings: facts, kinds: factKinds },
  { what: 'properties of relations', headings: ['What a relation holds'], kinds: relationPropertyKinds },
  { what: 'thresholds', headings: ['What a tier holds'], kinds: thresholds() },
])('the kinds of $what', ({ headings, kinds }) => {
  const told = headings.flatMap((heading) => tables.get(heading) ?? []);
  expect(Object.fromEntries(told.map(([name, kind]) => [name, kind]))).toEqual(Object.fromEntries(kinds));
});

test('relations have the verbs of both directions', () => {
  const told = (tables.get('Relations') ?? []).map(([verb, backwards]) => [verb, backwards]);
  expect(Object.fromEntries(told)).toEqual(relationKinds);
});

const vocabulary = {
  tiers: tiersWith({}),
  groups: builtInGroups(),
  types: new Map([
    [
      'AWS::RDS::DBInstance',
      new Set(['MultiAZ', 'BackupRetentionPeriod', 'Engine', 'SkipFinalSnapshot', 'FinalDBSnapshotIdentifier']),
    ],
  ]),
};

/** What the loader says of a policy that asks this of a database instance, and is cured by this edit. */
async function refusals(condition: unknown, edit?: unknown): Promise<readonly string[]> {
  const policy = {
    title: 'A database survives',
    for: 'AWS::RDS::DBInstance',
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [{ require: condition, message: '{resource} does not.' }],
    why: 'It is down.',
    fix: { terraform: 'Write it.', cloudformation: 'Write it.', ...(edit === undefined ? {} : { edit }) },
    references: ['https://docs.aws.amazon.com/'],
  };
  const file = new SourceFile('rds/survives.yaml', stringify(policy));
  const { diagnostics } = await loadPolicy('rds/survives', file, vocabulary);
  return diagnostics.map(({ message }) => message);
}

/** The first example below a heading. */
function exampleIn(heading: string): string {
  return new RegExp(`^#+ ${heading}\\n.*?\`\`\`yaml\\n(.*?)\`\`\``, 'msu').exec(page)?.[1] ?? '';
}

test('the edits on the page are such', async () => {
  const { edit } = parseDocument(exampleIn('Edits')).toJS();
  expect(edit).toBeDefined();
  expect(await refusals({ value: '$.properties.Engine', is: 'present' }, edit)).toEqual([]);
});

test('the conditions on the page are such', async () => {
  const conditions: readonly object[] = parseDocument(exampleIn('One of each kind')).toJS();
  for (const each of conditions) expect(await refusals(each), JSON.stringify(each)).toEqual([]);
  const shown = conditions.flatMap((each) => Object.keys(each));
  expect(namesIn('Conditions').filter((name) => !shown.includes(name))).toEqual([]);
});

test.each(tables.get('What the loader refuses') ?? [])('%s is refused', async (written, read) => {
  expect(await refusals(parseDocument(written ?? '').toJS())).toEqual([read]);
});
