import { describe, expect, test } from 'vitest';
import type { Condition } from '../../src/conditions/condition.ts';
import { SensitiveLeaf } from '../../src/core/document.ts';
import { judgementOn, truthOn } from '../helpers/condition.ts';
import { documentFrom, node, relation, seconds, unknown, type NodeWords, type Plain } from '../helpers/graph.ts';

function bucket(properties: NonNullable<NodeWords['properties']>): ReturnType<typeof node> {
  return node('aws_s3_bucket.logs', { type: 'AWS::S3::Bucket', region: 'us-east-1', properties });
}

describe('a path that names one place', () => {
  const properties = {
    Rules: [{ Status: 'Enabled' }, { Status: 'Disabled' }],
    Encryption: unknown('var.encryption'),
    Secret: new SensitiveLeaf(documentFrom({ Owner: 'payments' })),
    'a.b': 'quoted',
  };
  test.each<readonly [what: string, path: string, value: Plain, answer: string]>([
    ['an item of a list', '$.properties.Rules[1].Status', 'Disabled', 'yes'],
    ['past the end of a list', '$.properties.Rules[2].Status', 'Disabled', 'no'],
    ['below an unknown', '$.properties.Encryption.KeyId', 'alias/logs', 'unknown'],
    ['below a scalar', '$.region.name', 'us-east-1', 'no'],
    ['inside what is sensitive', '$.properties.Secret.Owner', 'payments', 'yes'],
    ['a quoted name', "$.properties['a.b']", 'quoted', 'yes'],
    ['the subject from anywhere', '$subject.region', 'us-east-1', 'yes'],
    ['the owner of what is no part', '$owner.region', 'us-east-1', 'no'],
    ['the workload', '$workload.name', 'orders', 'yes'],
    ['no member of the prototype', '$.properties.constructor', 'x', 'no'],
  ])('%s', (_, value, equals, answer) => {
    expect(truthOn(bucket(properties), { value, equals })).toBe(answer);
  });

  test('two members of one unknown are not the same', () => {
    const condition = { value: '$.properties.Encryption.A', equals: '$.properties.Encryption.B' };
    expect(truthOn(bucket(properties), condition)).toBe('unknown');
    expect(truthOn(bucket(properties), { ...condition, equals: '$.properties.Encryption.A' })).toBe('yes');
  });

  test('a part finds its owner', () => {
    const owner = bucket({ Name: 'logs' });
    const part = node('aws_s3_bucket.logs', { part: 'rule["all"]', owner: owner.id });
    expect(truthOn(part, { value: '$owner.properties.Name', equals: 'logs' }, { others: [owner] })).toBe('yes');
  });

  test('a raw number means what its unit says', () => {
    const kept = bucket({ Days: '30' });
    expect(truthOn(kept, { value: '$.properties.Days', unit: 'days', atLeast: '30d' })).toBe('yes');
    expect(truthOn(kept, { value: '$.properties.Days', unit: 'hours', atLeast: '30d' })).toBe('no');
  });

  test('several operators must all hold', () => {
    const kept = bucket({ Days: 30 });
    expect(truthOn(kept, { value: '$.properties.Days', atLeast: 7, atMost: 35 })).toBe('yes');
    expect(truthOn(kept, { value: '$.properties.Days', atLeast: 7, atMost: 14 })).toBe('no');
  });

  test('a regular expression may match anywhere', () => {
    expect(truthOn(bucket({ Name: 'orders-logs' }), { value: '$.properties.Name', matches: 'log[s]$' })).toBe('yes');
    expect(truthOn(bucket({ Name: 'orders-logs' }), { value: '$.properties.Name', matches: '^logs' })).toBe('no');
  });
});

describe('quantifiers over a list', () => {
  const enabled = { value: '$.Status', equals: 'Enabled' };
  const [on, off, open] = [{ Status: 'Enabled' }, { Status: 'Disabled' }, { Status: unknown('var.status') }];
  const lists: readonly (readonly [what: string, list: Plain | undefined, answers: string])[] = [
    // some, none, every (empty passes), every (empty fails)
    ['nothing', [], 'no yes yes no'],
    ['absent', undefined, 'no yes yes no'],
    ['all hold', [on, on], 'yes no yes yes'],
    ['one holds', [on, off], 'yes no no no'],
    ['none holds', [off], 'no yes no no'],
    ['an open one', [open], 'unknown unknown unknown unknown'],
    ['an open one beside one that holds', [on, open], 'yes no unknown unknown'],
    ['an open one beside one that does not', [off, open], 'unknown unknown no no'],
    ['an unknown item', [on, unknown('var.rule')], 'yes no unknown unknown'],
    ['an unknown list', unknown('var.rules'), 'unknown unknown unknown unknown'],
    ['a sensitive list', new SensitiveLeaf(documentFrom([on])), 'yes no yes yes'],
  ];
  test.each(lists)('%s', (_, Rules, answers) => {
    const of = '$.properties.Rules[*]';
    const conditions: Condition[] = [
      { some: { of, where: enabled } },
      { none: { of, where: enabled } },
      { every: { of, satisfies: enabled, empty: 'pass' } },
      { every: { of, satisfies: enabled, empty: 'fail' } },
    ];
    expect(conditions.map((condition) => truthOn(bucket({ Rules }), condition)).join(' ')).toBe(answers);
  });

  test('items at any depth', () => {
    const nested = bucket({ A: { Statement: [{ Effect: 'Deny' }] }, B: [{ Statement: [{ Effect: 'Allow' }] }] });
    const denies = { value: '$', equals: 'Deny' };
    expect(truthOn(nested, { some: { of: '$.properties..Effect', where: denies } })).toBe('yes');
    expect(truthOn(nested, { every: { of: '$.properties..Effect', satisfies: denies, empty: 'fail' } })).toBe('no');
  });

  test('an unknown anywhere may hide an item at any depth', () => {
    const nested = bucket({ A: unknown('var.policy') });
    expect(truthOn(nested, { some: { of: '$.properties..Effect' } })).toBe('unknown');
  });

  test('an item below the wildcard that is unknown is one item at most', () => {
    const listed = bucket({ Rules: [unknown('var.rule')] });
    expect(truthOn(listed, { count: { of: '$.properties.Rules[*].Status', atMost: 1 } })).toBe('yes');
    expect(truthOn(listed, { count: { of: '$.properties.Rules[*].Status', atLeast: 1 } })).toBe('unknown');
  });

  test('a selected position', () => {
    const listed = bucket({ Rules: [off, on] });
    expect(truthOn(listed, { some: { of: '$.properties.Rules[0:1]', where: enabled } })).toBe('no');
    expect(truthOn(listed, { some: { of: '$.properties.Rules[0,1]', where: enabled } })).toBe('yes');
  });
});

describe('count', () => {
  const [a, b] = [unknown('var.a'), unknown('var.b')];
  const rows: readonly (readonly [what: string, zones: Plain, distinct: boolean, counted: string])[] = [
    ['nothing', [], false, '0..0'],
    ['each item', ['x', 'x'], false, '2..2'],
    ['equal ones once', ['x', 'x', 'y'], true, '2..2'],
    ['what both languages spell alike', [35, '35'], true, '1..1'],
    ['one symbol once', [a, a], true, '1..1'],
    ['unknowns may be equal', [a, b], true, '1..2'],
    ['an unknown may be a known one', ['x', a], true, '1..2'],
    ['two known and an unknown', ['x', 'y', a], true, '2..3'],
    ['unknown items are items', [a, b], false, '2..2'],
    ['any number', unknown('var.zones'), true, '0..Infinity'],
  ];
  test.each(rows)('%s', (_, Zones, distinct, counted) => {
    const of = '$.properties.Zones[*]';
    const count = distinct ? { of, distinct: true as const, atLeast: 0 } : { of, atLeast: 0 };
    const { decision } = judgementOn(bucket({ Zones }), { count });
    const { low, high } = Object(decision?.value).interval();
    expect(`${low}..${high}`).toBe(counted);
  });
});

describe('relations', () => {
  const table = node('aws_dynamodb_table.orders', { region: 'us-east-1' });
  const vault = (region: Plain, name = 'dr', words: NodeWords = {}): ReturnType<typeof node> =>
    node(`aws_backup_vault.${name}`, { region, ...words });
  const elsewhere = { value: '$.region', otherThan: '$subject.region' };

  test('lead to whole nodes, in either direction', () => {
    const there = vault('us-west-2');
    const around = { others: [there], relations: [relation(table, 'copiesTo', there)] };
    expect(truthOn(table, { some: { of: 'copiesTo', where: elsewhere } }, around)).toBe('yes');
    const back = { others: [table], relations: [relation(table, 'copiesTo', there)] };
    expect(truthOn(there, { some: { of: 'copiedFrom' } }, back)).toBe('yes');
  });

  test.each([
    ['a possible relation', {}, { certain: false }],
    ['a node that perhaps does not exist', { exists: 'unknown' as const }, {}],
  ])('%s is an unknown item', (_, words, how) => {
    const there = vault('us-west-2', 'dr', words);
    const around = { others: [there], relations: [relation(table, 'copiesTo', there, how)] };
    expect(truthOn(table, { some: { of: 'copiesTo', where: elsewhere } }, around)).toBe('unknown');
    expect(truthOn(table, { none: { of: 'copiesTo', where: { not: elsewhere } } }, around)).toBe('yes');
  });

  test('an unread module is unknown in every path, and may be related to anything', () => {
    const unread = node('module.backup', { kind: 'possible', opaque: unknown('module.backup'), exists: 'unknown' });
    const around = { others: [unread], relations: [relation(table, 'protectedBy', unread, { certain: false })] };
    expect(truthOn(table, { some: { of: 'protectedBy/copiesTo', where: elsewhere } }, around)).toBe('unknown');
  });

  test('certainty multiplies along a chain', () => {
    const [plan, there] = [node('aws_backup_plan.daily'), vault('us-west-2')];
    const around = (certain: boolean) => ({
      others: [plan, there],
      relations: [relation(table, 'protectedBy', plan, { certain }), relation(plan, 'copiesTo', there)],
    });
    const copied: Condition = { some: { of: 'protectedBy/copiesTo', where: elsewhere } };
    expect(truthOn(table, copied, around(true))).toBe('yes');
    expect(truthOn(table, copied, around(false))).toBe('unknown');
  });

  test('a node counts once, however often it is reached', () => {
    const [one, two, there] = [node('aws_backup_plan.one'), node('aws_backup_plan.two'), vault('us-west-2')];
    const relations = [
      relation(table, 'protectedBy', one),
      relation(table, 'protectedBy', two),
      relation(one, 'copiesTo', there),
      relation(two, 'copiesTo', there),
      relation(two, 'storesIn', there),
    ];
    const around = { others: [one, two, there], relations };
    const of = ['protectedBy/copiesTo', 'protectedBy/storesIn'];
    expect(truthOn(table, { count: { of, equals: 1 } }, around)).toBe('yes');
  });

  test('each relation to one node has its own edge', () => {
    const there = vault('us-east-1');
    const relations = [
      relation(table, 'storesIn', there, { properties: { retention: seconds(100) } }),
      relation(table, 'copiesTo', there, { properties: { retention: seconds(5) } }),
    ];
    const satisfies = { value: '$edge.retention', atLeast: '1m' };
    const every: Condition = { every: { of: ['storesIn', 'copiesTo'], satisfies, empty: 'fail' } };
    expect(truthOn(table, every, { others: [there], relations })).toBe('no');
  });

  test('where an empty set fails, it fails also when what is perhaps there does not satisfy', () => {
    const there = vault('us-east-1');
    const around = { others: [there], relations: [relation(table, 'copiesTo', there, { certain: false })] };
    const every = (empty: 'pass' | 'fail'): Condition => ({ every: { of: 'copiesTo', satisfies: elsewhere, empty } });
    expect(truthOn(table, every('fail'), around)).toBe('no');
    expect(truthOn(table, every('pass'), around)).toBe('unknown');
  });
});

describe('evidence', () => {
  test('an unknown names what was not known, and only that', () => {
    const condition: Condition = {
      all: [
        { value: '$.properties.Name', equals: 'logs' },
        { value: '$.properties.Days', atLeast: 7 },
      ],
    };
    const { truth, doubts } = judgementOn(bucket({ Name: 'logs', Days: unknown('var.days') }), condition);
    expect(truth).toBe('unknown');
    expect(doubts.map((doubt) => doubt.symbol.reason.subject)).toEqual(['var.days']);
  });

  test('of a universal claim, the item that failed is bound', () => {
    const [one, two] = [
      node('aws_kms_key.one', { region: 'us-east-1' }),
      node('aws_kms_key.two', { region: 'us-west-2' }),
    ];
    const secret = node('aws_secretsmanager_secret.db', { region: 'us-east-1' });
    const relations = [relation(secret, 'encryptedBy', one), relation(secret, 'encryptedBy', two)];
    const satisfies = { value: '$key.region', equals: '$subject.region' };
    const condition: Condition = { every: { of: 'encryptedBy', as: 'key', satisfies, empty: 'pass' } };
    const { bound, decision } = judgementOn(secret, condition, { others: [one, two], relations });
    expect(bound.get('key')?.node?.address).toBe('aws_kms_key.two');
    expect(decision).toMatchObject({ value: 'us-west-2', expected: 'us-east-1' });
  });
});
