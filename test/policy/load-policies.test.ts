/** What the loader refuses: each mistake with its line and column, and what was probably meant. */
import { describe, expect, test } from 'vitest';
import { locationOf, SourceFile } from '../../src/core/source.ts';
import { builtInGroups, tiersWith } from '../../src/policy/built-in.ts';
import { loadPolicy } from '../../src/policy/load-policies.ts';

const vocabulary = {
  tiers: tiersWith({}),
  groups: builtInGroups(),
  types: new Map([
    ['AWS::RDS::DBInstance', new Set(['MultiAZ', 'BackupRetentionPeriod', 'Engine'])],
    ['AWS::Backup::BackupPlan', new Set(['BackupPlan'])],
  ]),
};

const valid = `title: A database has a standby
for: AWS::RDS::DBInstance
guards: [zone]
params: { minimum: { active-active: 7d }, share: { active-active: 0.5 } }
level: { backup-restore: note, pilot-light: warning, warm-standby: error, active-active: error }
checks:
  - require: { value: $.properties.MultiAZ, equals: true }
    message: "{resource} has no standby."
why: A zone may fail.
fix: { terraform: Set it., cloudformation: Set it. }
references: ["https://docs.aws.amazon.com/"]
`;

async function mistakes(text: string, id = 'rds/standby'): Promise<readonly string[]> {
  const { diagnostics } = await loadPolicy(id, new SourceFile('ours/rds/standby.yaml', text), vocabulary);
  return diagnostics.map(({ message, range }) => {
    const { line, column } = range === undefined ? { line: 0, column: 0 } : locationOf(range);
    return `${line}:${column} ${message}`;
  });
}

function requiring(condition: string): string {
  return valid.replace('{ value: $.properties.MultiAZ, equals: true }', condition);
}

test('a valid policy is loaded', async () => {
  const { value, diagnostics } = await loadPolicy('rds/standby', new SourceFile('standby.yaml', valid), vocabulary);
  expect(diagnostics).toEqual([]);
  expect(value?.policy).toMatchObject({ id: 'rds/standby', subjects: ['AWS::RDS::DBInstance'], builtIn: false });
});

test('an id that is no path of service and check', async () => {
  expect(await mistakes(valid, 'Standby')).toEqual([
    '1:1 "Standby" is not the id of a policy: its path is written as service/check.yaml, in lower case with hyphens.',
  ]);
});

describe('the shape', () => {
  test.each([
    ['a misspelt key', valid.replace('guards:', 'guard:'), '3:1 "guard" is not a key of'],
    [
      'an unknown operator',
      requiring('{ value: $.role, equal: primary }'),
      '7:31 "equal" is not a key of checks[0].require. Did you mean "equals"?',
    ],
    [
      'two conditions in one mapping',
      requiring('{ value: $.role, is: present, not: { value: $.role, is: empty } }'),
      '7:14 checks[0].require must hold exactly one of',
    ],
    [
      'a comparison of nothing',
      requiring('{ equals: true }'),
      '7:14 checks[0].require compares, but says not what: write the path under "value".',
    ],
    [
      '`every` without `empty`',
      requiring('{ every: { of: protects, satisfies: { value: $.role, is: present } } }'),
      '7:23 checks[0].require.every needs the key "empty".',
    ],
    [
      'a level that is missing',
      valid.replace('backup-restore: note, ', ''),
      '5:8 level needs the key "backup-restore".',
    ],
    [
      'a level that is none',
      valid.replace('pilot-light: warning', 'pilot-light: warn'),
      '5:45 level.pilot-light: "warn" is not one of its values. Expected one of: off, note, warning, error.',
    ],
    [
      'a fix for one language only',
      valid.replace(', cloudformation: Set it.', ''),
      '10:6 fix needs the key "cloudformation".',
    ],
    [
      'a reference without https',
      valid.replace('https:', 'http:'),
      '11:14 references[0]: "http://docs.aws.amazon.com/" is not an address that starts with https://.',
    ],
    ['YAML that is none', valid.replace('[zone]', '[zone'), '4:1 This is not valid YAML'],
  ])('%s', async (_, text, expected) => {
    const found = await mistakes(text);
    expect(
      found.some((mistake) => mistake.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
  });
});

describe('names that do not exist', () => {
  test.each([
    [
      'a type',
      valid.replace('DBInstance', 'DBInstanse'),
      '2:6 "AWS::RDS::DBInstanse" is no type, part or group that can be judged. Did you mean "AWS::RDS::DBInstance"?',
    ],
    [
      'a group',
      valid.replace('AWS::RDS::DBInstance', 'statefull'),
      '2:6 "statefull" is no type, part or group that can be judged. Did you mean "stateful"?',
    ],
    [
      'a tier',
      valid.replace('0.5 }', '0.5, aktive-active: 1 }'),
      '4:72 "aktive-active" is not a tier. Did you mean "active-active"?',
    ],
    [
      'a property',
      requiring('{ value: $.properties.MultiAz, equals: true }'),
      '7:23 There is no "MultiAz" in the properties of the subject. Did you mean "MultiAZ"?',
    ],
    [
      'a key of a resource',
      requiring('{ value: $.regoin, equals: us-east-1 }'),
      '7:23 There is no "regoin" in a resource. Did you mean "region"?',
    ],
    [
      'a fact',
      requiring('{ value: $.facts.longestGapp, atMost: 24h }'),
      '7:23 There is no fact "longestGapp". Did you mean "longestGap"?',
    ],
    [
      'a relation',
      requiring('{ some: { of: protectedby } }'),
      '7:28 There is no relation "protectedby". Did you mean "protectedBy"?',
    ],
    [
      'a relation in a chain',
      requiring('{ some: { of: partOf/part } }'),
      '7:28 There is no relation "part". Did you mean "parts"?',
    ],
    [
      'a property of a relation',
      requiring('{ some: { of: storesIn, where: { value: $edge.retentoin, atLeast: 7d } } }'),
      '7:54 There is no "retentoin" in $edge. Did you mean "retention"?',
    ],
    [
      'a parameter',
      requiring('{ value: $.facts.longestGap, atMost: $params.minimun }'),
      '7:51 There is no "minimun" in $params. Did you mean "minimum"?',
    ],
    [
      'a parameter of a tier',
      requiring('{ value: $.facts.longestGap, atMost: $tier.backupgap }'),
      '7:51 There is no "backupgap" in $tier. Did you mean "backupGap"?',
    ],
    [
      'a bound name',
      requiring(
        '{ every: { of: protects, as: vault, empty: pass, satisfies: { value: $vaults.region, is: present } } }',
      ),
      '7:83 Nothing is bound as "$vaults" here. Did you mean "vault"?',
    ],
    [
      'a name in a message',
      valid.replace('{resource} has', '{$vault.address} has'),
      '8:14 Nothing is bound as "$vault" here.',
    ],
    [
      'a word in a message',
      valid.replace('{resource} has', '{ressource} has'),
      '8:14 A message can\'t name {ressource}; a path in it starts with $. Did you mean "resource"?',
    ],
  ])('%s', async (_, text, expected) => {
    const found = await mistakes(text);
    expect(
      found.some((mistake) => mistake.startsWith(expected)),
      found.join('\n'),
    ).toBe(true);
    expect(found).toHaveLength(1);
  });
});

describe('what makes no sense', () => {
  test.each([
    [
      'a path with several results',
      requiring('{ value: "$.properties.Rules[*].Status", equals: on }'),
      '7:23',
      'may have several results',
    ],
    [
      'a set that names one place',
      requiring('{ some: { of: $.facts.zonesServed } }'),
      '7:28',
      'Did you mean "$.facts.zonesServed[*]"?',
    ],
    ['a filter expression', requiring('{ some: { of: "$.properties.Rules[?(@.x)]" } }'), '7:28', 'is not a path'],
    [
      '$edge without a relation',
      requiring('{ value: $edge.retention, atLeast: 7d }'),
      '7:23',
      'stands outside a relation',
    ],
    [
      'a relation of an item of a list',
      requiring('{ some: { of: "$.facts.zonesServed[*]", where: { some: { of: hosts } } } }'),
      '7:75',
      'Write "from: $subject".',
    ],
    [
      'a name with a meaning of its own',
      requiring('{ some: { of: protects, as: subject } }'),
      '7:42',
      'has a meaning of its own',
    ],
    [
      'a raw number against a duration',
      requiring('{ value: $.properties.BackupRetentionPeriod, atLeast: 7d }'),
      '7:68',
      'say what it counts with "unit: days"',
    ],
    [
      'a duration against a bare number',
      requiring('{ value: $.facts.longestGap, atMost: 24 }'),
      '7:51',
      'A duration is compared with a bare number',
    ],
    [
      'a number with a unit against a bare number',
      requiring('{ value: $.properties.BackupRetentionPeriod, unit: days, atLeast: 7 }'),
      '7:80',
      'A duration is compared with a bare number',
    ],
    [
      'a duration against a number of the policy',
      requiring('{ value: $.facts.longestGap, atMost: $params.share }'),
      '7:51',
      'A duration is compared with a bare number',
    ],
    [
      'a list where one value is compared',
      requiring('{ value: $.region, like: [us-*, eu-*] }'),
      '7:39',
      'takes one value, not a list',
    ],
    [
      'an expression that RE2 refuses',
      requiring('{ value: $.region, matches: "(?=us)" }'),
      '7:42',
      'is not a regular expression of RE2',
    ],
    ['no operator', requiring('{ value: $.region, unit: days }'), '7:14', 'A comparison needs an operator'],
    [
      'a parameter that ends below the highest tier',
      valid.replace('minimum: { active-active', 'minimum: { pilot-light'),
      '4:20',
      'has no value for active-active',
    ],
  ])('%s', async (_, text, place, expected) => {
    const found = await mistakes(text);
    expect(
      found.some((mistake) => mistake.startsWith(`${place} `) && mistake.includes(expected)),
      found.join('\n'),
    ).toBe(true);
  });
});

test('every mistake is told at once', async () => {
  const text = requiring('{ value: $.regoin, equals: us-east-1 }').replace('{resource} has', '{name} has');
  expect((await mistakes(text)).map((mistake) => mistake.split(' ')[0])).toEqual(['7:23', '8:14']);
});

test('a workload has keys of its own', async () => {
  const text = valid.replace('AWS::RDS::DBInstance', 'workload').replace('$.properties.MultiAZ', '$.tierSourse');
  expect(await mistakes(text)).toEqual(['7:23 There is no "tierSourse" in a workload. Did you mean "tierSource"?']);
});

test('a hostile file is refused, not followed', async () => {
  expect(await mistakes(valid.replace('[zone]', '['.repeat(2000)))).not.toHaveLength(0);
  const nested = `${'{ not: '.repeat(60)}{ value: $.role, is: present }${' }'.repeat(60)}`;
  expect(await mistakes(requiring(nested))).toHaveLength(1);
});

describe('an edit', () => {
  const edited = (edit: string): string =>
    valid.replace('cloudformation: Set it. }', `cloudformation: Set it., edit: ${edit} }`);

  test.each([
    ['a property', '{ set: $.properties.MultiAZ, to: true }', []],
    [
      'several',
      '[{ set: $.lifecycle.DeletionPolicy, to: Retain }, { set: $.properties.MultiAZ, to: $params.minimum }]',
      [],
    ],
    [
      'a misspelt property',
      '{ set: $.properties.MultiAz, to: true }',
      ['10:66 There is no "MultiAz" in the properties of the subject. Did you mean "MultiAZ"?'],
    ],
    [
      'what can not be written',
      '{ set: $.facts.longestGap, to: 1 }',
      [
        '10:66 An edit sets $.properties or one of $.lifecycle.DeletionPolicy, $.lifecycle.UpdateReplacePolicy, $.lifecycle.prevent_destroy, $.lifecycle.create_before_destroy.',
      ],
    ],
    [
      'a value from elsewhere',
      '[{ set: $.properties.MultiAZ, to: true }, { set: $.properties.Engine, to: $.region }]',
      ['10:133 An edit takes its value from $tier, $params, $workload or $.facts.'],
    ],
    [
      'a mistake in its condition',
      '{ when: { value: $.regoin, is: present }, set: $.properties.MultiAZ, to: true }',
      ['10:76 There is no "regoin" in a resource. Did you mean "region"?'],
    ],
  ])('%s', async (_, edit, expected) => {
    expect(await mistakes(edited(edit))).toEqual(expected);
  });
});
