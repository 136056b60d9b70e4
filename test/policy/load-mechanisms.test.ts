/** What the loader of mechanisms refuses: each mistake with its line and column, and what was probably meant. */
import { expect, test } from 'vitest';
import { locationOf, SourceFile } from '../../src/core/source.ts';
import { builtInGroups, tiersWith } from '../../src/policy/built-in.ts';
import { loadMechanisms } from '../../src/policy/load-mechanisms.ts';

const vocabulary = {
  tiers: tiersWith({}),
  groups: builtInGroups(),
  groupFiles: { databases: ['AWS::RDS::DBInstance', { type: 'AWS::RDS::DBCluster', where: aurora() }] },
  types: new Map([['AWS::RDS::DBInstance', new Set(['MultiAZ', 'AllocatedStorage'])]]),
};

function aurora(): { readonly value: string; readonly like: string } {
  return { value: '$.properties.Engine', like: 'aurora*' };
}

const valid = `standby:
  for: AWS::RDS::DBInstance
  where: { value: $.properties.MultiAZ, equals: true }
  recovers: [instance, zone]
  carrier: { of: replicatesTo, as: copy }
  rpo: 0s
  rto: [60s, 120s]
  basis: { rpo: documented, rto: assumed }
  says: 'taken over in {$copy.region}'
  references: ['https://docs.aws.amazon.com/']
`;

async function mistakes(text: string): Promise<readonly string[]> {
  const { value, diagnostics } = await loadMechanisms('rds', new SourceFile('rds.yaml', text), vocabulary);
  expect(value).toEqual([]);
  return diagnostics.map(({ message, range }) => {
    const { line, column } = range === undefined ? { line: 0, column: 0 } : locationOf(range);
    return `${line}:${column} ${message}`;
  });
}

test('a mechanism is known by its service and name; a group is the types that it consists of', async () => {
  const text = valid.replace('AWS::RDS::DBInstance', 'databases').replace('MultiAZ', 'StorageType');
  const groups = new Map([...vocabulary.groups, ['databases', [{ type: 'AWS::RDS::DBInstance', where: undefined }]]]);
  const types = undefined;
  const { value } = await loadMechanisms('rds', new SourceFile('rds.yaml', text), { ...vocabulary, groups, types });
  expect(value).toMatchObject([
    {
      id: 'rds/standby',
      subjects: [{ type: 'AWS::RDS::DBInstance' }, { type: 'AWS::RDS::DBCluster', where: aurora() }],
    },
  ]);
});

test.each([
  ['a type', 'AWS::RDS::DBInstance', 'AWS::RDS::DbInstance', '2:8 "AWS::RDS::DbInstance" is no type, part or group.'],
  ['a property', 'MultiAZ', 'MultiAz', '3:19 There is no "MultiAz"'],
  ['a disruption', '[instance, zone]', '[rack]', '4:'],
  [
    'a relation',
    'replicatesTo',
    'replicateTo',
    '5:18 There is no relation "replicateTo". Did you mean "replicatesTo"?',
  ],
  ['a time', '60s', 'a minute', '7:'],
  ['a basis', 'rto: assumed', 'rto: guessed', '8:'],
  ['a name in its phrase', '{$copy.region}', '{$replica.region}', '9:'],
  ['a key', '  rpo: 0s', '  loss: 0s', '6:'],
])('%s that does not exist', async (_, right, wrong, expected) => {
  const told = await mistakes(valid.replace(right, wrong));
  expect(told).toHaveLength(1);
  expect(told[0]).toContain(expected);
});
