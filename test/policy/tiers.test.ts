import { describe, expect, test } from 'vitest';
import schema from '../../src/config/config.schema.json' with { type: 'json' };
import { policyId } from '../../src/core/ids.ts';
import { print } from '../../src/core/print.ts';
import { tiersWith } from '../../src/policy/built-in.ts';
import { tierDocument } from '../../src/policy/tiers.ts';

const tiers = tiersWith({});
const nothing = { rto: undefined, rpo: undefined, dataRpo: undefined };

function parameter(tier: string, name: string, objectives: Partial<typeof nothing> | object = {}, replicated = false) {
  const found = tiers.get(tier);
  if (found === undefined) throw new Error(`no tier ${tier}`);
  return print(tierDocument(found, { ...nothing, ...objectives }, replicated)[name]);
}

test('the tiers, low to high', () => {
  expect(tiers.names).toEqual(['backup-restore', 'pilot-light', 'warm-standby', 'active-active']);
  expect(tiers.all.map(({ steps }) => Object.values(steps).join(' '))).toEqual(['1 0 0', '2 1 1', '2 2 2', '3 3 3']);
});

describe('$tier', () => {
  test.each([
    ['its own parameter', parameter('active-active', 'backupGap'), '4 h'],
    ['what it lacks is that of the next higher tier', parameter('backup-restore', 'detection'), '2 min'],
    ['a share', parameter('warm-standby', 'capacityShare'), '0.2'],
    [
      'the gap is tightened by the RPO stated for data',
      parameter('warm-standby', 'backupGap', { dataRpo: 3600 }),
      '1 h',
    ],
    ['by the stated RPO where nothing replicates', parameter('warm-standby', 'backupGap', { rpo: 3600 }), '1 h'],
    ['not where something does', parameter('warm-standby', 'backupGap', { rpo: 3600 }, true), '24 h'],
    ['a generous RPO loosens nothing', parameter('warm-standby', 'backupGap', { dataRpo: 604_800 }), '24 h'],
    ['half of the stated RTO is left for the switch', parameter('warm-standby', 'switch', { rto: 600 }), '5 min'],
    ['without an RTO nothing is asked of the switch', parameter('warm-standby', 'switch'), 'none'],
  ])('%s', (_, printed, expected) => {
    expect(printed).toBe(expected);
  });
});

describe('the cheapest sufficient tier', () => {
  const [minute, hour] = [60, 3600];
  test.each([
    ['nothing is stated', {}, 'backup-restore'],
    ['within 12 h, losing a day', { rto: 12 * hour, rpo: 24 * hour }, 'backup-restore'],
    ['exactly 4 h', { rto: 4 * hour }, 'pilot-light'],
    ['within 30 min', { rto: 30 * minute }, 'pilot-light'],
    ['losing less than an hour', { rto: 24 * hour, rpo: 30 * minute }, 'pilot-light'],
    ['within 5 min, losing a minute', { rto: 5 * minute, rpo: minute }, 'warm-standby'],
    ['within half a minute', { rto: 30 }, 'active-active'],
    ['losing nothing', { rpo: 0 }, 'active-active'],
  ])('%s', (_, stated, tier) => {
    expect(tiers.sufficientFor({ rto: undefined, rpo: undefined, ...stated })).toBe(tier);
  });
});

describe('a tier of the user', () => {
  const own = tiersWith({ gold: { extends: 'warm-standby', steps: { compute: 3 }, parameters: { backupGap: '1h' } } });

  test('stands on the one it extends and overrides what it names', () => {
    expect(own.names).toEqual(['backup-restore', 'pilot-light', 'warm-standby', 'gold', 'active-active']);
    const gold = own.get('gold');
    expect(gold?.steps).toEqual({ data: 2, compute: 3, traffic: 2 });
    expect(print(gold?.parameters['backupGap'])).toBe('1 h');
    expect(print(gold?.parameters['detection'])).toBe('90 s');
  });

  test('takes the levels and parameters of policies that do not know it', () => {
    expect(own.at({ 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'note' }, 'gold')).toBe(
      'error',
    );
    expect(own.at({ 'warm-standby': 'error', gold: 'note' }, 'gold')).toBe('note');
  });
});

describe('tiers on top of tiers of the user', () => {
  const own = tiersWith({
    platinum: { extends: 'gold', parameters: { zones: 3 } },
    gold: { extends: 'warm-standby', cost: 3.5, parameters: { backupGap: '1h' }, levels: { 'rds/multi-az': 'note' } },
    cold: { extends: 'warm-standby', steps: { compute: 1, traffic: 1 } },
    lost: { extends: 'nothing' },
  });

  test('are made in whatever order they are written, and stand after what asks for no more', () => {
    expect(own.names).toEqual([
      'backup-restore',
      'pilot-light',
      'cold',
      'warm-standby',
      'gold',
      'platinum',
      'active-active',
    ]);
  });

  test.each([
    ['a parameter of its own', print(own.get('platinum')?.parameters['zones']), '3'],
    ['of the one below', print(own.get('platinum')?.parameters['backupGap']), '1 h'],
    ['of the built-in one', print(own.get('platinum')?.parameters['detection']), '90 s'],
    [
      'a level that a policy gives the one below',
      own.at({ 'warm-standby': 'error', gold: 'note' }, 'platinum'),
      'note',
    ],
    ['a level that the one below gives a policy', level('rds/multi-az', 'platinum'), 'note'],
    ["the policy's at the built-in one", level('s3/versioning', 'platinum'), 'error'],
    ["the policy's elsewhere", level('rds/multi-az', 'active-active'), 'error'],
  ])('inherit: %s', (_, inherited, expected) => {
    expect(inherited).toBe(expected);
  });

  function level(id: string, tier: string): string | undefined {
    return own.levelOf({ id: policyId(id), level: { 'warm-standby': 'error' } }, tier);
  }
});

test('the parameters that a configuration may state are those of the tiers', () => {
  const known = Object.keys(schema.$defs.tier.properties.parameters.properties);
  expect(known).toEqual(Object.keys(tiers.get('pilot-light')?.parameters ?? {}));
});

test('what is not given at a tier is that of the next higher one', () => {
  expect(tiers.at({ 'pilot-light': '7d', 'active-active': '35d' }, 'backup-restore')).toBe('7d');
  expect(tiers.at({ 'pilot-light': '7d', 'active-active': '35d' }, 'warm-standby')).toBe('35d');
  expect(tiers.at({ 'pilot-light': '7d' }, 'active-active')).toBe('7d');
  expect(tiers.at({}, 'active-active')).toBeUndefined();
});
