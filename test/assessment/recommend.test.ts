import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { compileRecommendations, recommendationsPath } from '../../scripts/compile-recommendations.ts';
import { recommend, type NeedValue, type Recommendation } from '../../src/assessment/recommend.ts';
import { recommendations } from '../../src/assessment/recommendations.generated.ts';
import { builtInPolicies, tiersWith } from '../../src/policy/built-in.ts';

interface Asked {
  readonly rto?: number;
  readonly rpo?: number;
  readonly retention?: number;
  readonly needs?: Readonly<Record<string, NeedValue>>;
  readonly cost?: 'minimal';
}

function recommended(asked: Asked, tiers = tiersWith({})): Recommendation {
  const { rto, rpo, retention, cost, needs = {} } = asked;
  return recommend({ rto, rpo, retention, cost, needs: new Map(Object.entries(needs)) }, tiers, recommendations);
}

function built({ mechanisms }: Recommendation): string {
  return mechanisms.map(({ build }) => build).join('\n');
}

const [minute, hour, day] = [60, 3600, 86_400];

describe('the scenarios', () => {
  const scenarios: readonly {
    readonly what: string;
    readonly asked: Asked;
    readonly tier: string | undefined;
    readonly mechanisms: readonly string[];
  }[] = [
    {
      what: 'internal tools, used in business hours',
      asked: { rto: 43_200, rpo: 86_400, cost: 'minimal' },
      tier: 'backup-restore',
      mechanisms: [],
    },
    {
      what: 'a shop that must be back within 30 minutes and minds the cost',
      asked: { rto: 1800, cost: 'minimal' },
      tier: 'pilot-light',
      mechanisms: ['cross-Region read replica'],
    },
    {
      what: 'health records: under 5 minutes, under a minute of data',
      asked: { rto: 300, rpo: 60, needs: { compliance: true } },
      tier: 'warm-standby',
      mechanisms: ['Backup Audit Manager'],
    },
    {
      what: 'social media for the world, always there',
      asked: { rto: 0, rpo: 0, needs: { 'global-users': true, 'low-latency': true } },
      tier: 'active-active',
      mechanisms: ['latency-based routing'],
    },
    {
      what: 'recovery at the lowest cost',
      asked: { rto: 86_400, cost: 'minimal' },
      tier: 'backup-restore',
      mechanisms: ['AWS Backup'],
    },
    { what: 'no data may be lost', asked: { rpo: 0 }, tier: 'active-active', mechanisms: ['synchronous replication'] },
    {
      what: 'within an hour, cost-conscious',
      asked: { rto: 3600, cost: 'minimal' },
      tier: 'pilot-light',
      mechanisms: [],
    },
    {
      what: 'users everywhere, answered within 100 ms',
      asked: { needs: { 'global-users': true, 'low-latency': true } },
      tier: 'active-active',
      mechanisms: ['latency-based routing'],
    },
    {
      what: 'backups that nobody can change for 7 years',
      asked: { retention: 2557 * day, needs: { immutability: true } },
      tier: undefined,
      mechanisms: ['S3 Object Lock in compliance mode', 'AWS Backup Vault Lock in compliance mode', 'for 2557 days'],
    },
    {
      what: 'backups in an account of their own',
      asked: { needs: { 'account-isolation': true } },
      tier: undefined,
      mechanisms: ['AWS Backup cross-account copy'],
    },
    {
      what: 'a database that fails over within a minute',
      asked: { needs: { 'database-failover': 60 } },
      tier: undefined,
      mechanisms: [
        'Aurora Global Database',
        'DynamoDB global tables',
        'an Aurora replica in another Availability Zone',
      ],
    },
    {
      what: 'a file system in the recovery Region',
      asked: { needs: { 'file-system-dr': true } },
      tier: undefined,
      mechanisms: ['EFS replication', 'FSx with AWS Backup'],
    },
    {
      what: 'any point of the last 30 days',
      asked: { needs: { 'point-in-time-days': 30 } },
      tier: undefined,
      mechanisms: ['RDS automated backups, kept for at least 30 days', 'a recovery period of at least 30 days'],
    },
    {
      what: 'writes in several Regions',
      asked: { needs: { 'multi-region-writes': true } },
      tier: 'active-active',
      mechanisms: ['DynamoDB global tables', 'last writer wins'],
    },
  ];

  test.each(scenarios)('$what', ({ asked, tier, mechanisms }) => {
    const recommendation = recommended(asked);
    expect(recommendation.tier).toBe(tier);
    for (const mechanism of mechanisms) expect(built(recommendation)).toContain(mechanism);
  });
});

describe('the boundaries', () => {
  test.each([
    ['RTO over 4 h, RPO of 1 h', { rto: 4 * hour + 1, rpo: hour }, 'backup-restore'],
    ['RTO of exactly 4 h', { rto: 4 * hour, rpo: hour }, 'pilot-light'],
    ['RTO of 10 min, RPO of 60 s', { rto: 10 * minute, rpo: minute }, 'pilot-light'],
    ['any RTO, RPO just under 1 h', { rto: 7 * day, rpo: hour - 1 }, 'pilot-light'],
    ['no RTO, RPO of 60 s', { rpo: minute }, 'pilot-light'],
    ['RTO just under 10 min', { rto: 10 * minute - 1 }, 'warm-standby'],
    ['RTO of 60 s', { rto: minute }, 'warm-standby'],
    ['RPO just under 60 s', { rpo: 59 }, 'warm-standby'],
    ['RPO of 1 s', { rpo: 1 }, 'warm-standby'],
    ['RTO just under 60 s', { rto: 59 }, 'active-active'],
    ['RPO under 1 s', { rpo: 0.5 }, 'active-active'],
    ['the harder of the two decides', { rto: 5 * minute, rpo: day }, 'warm-standby'],
    ['a need implies more than the objectives', { rto: day, needs: { 'global-users': true } }, 'active-active'],
  ] satisfies [string, Asked, string][])('%s', (_, asked, tier) => {
    expect(recommended(asked).tier).toBe(tier);
  });

  test.each([
    [
      'backup-restore may take 24 h',
      { rto: 12 * hour },
      'At its worst backup-restore takes 24 h, more than the RTO of 12 h',
    ],
    [
      'warm-standby may take 10 min',
      { rto: 300, rpo: 60 },
      'At its worst warm-standby takes 10 min, more than the RTO of 5 min',
    ],
    ['pilot-light may lose 1 h', { rpo: 600 }, 'At its worst pilot-light loses 1 h, more than the RPO of 10 min'],
  ])('a target between the best and the worst is remarked on: %s', (_, asked, remark) => {
    expect(recommended(asked).remarks.join('\n')).toContain(remark);
  });

  test('a target that the worst meets, too, needs no remark', () => {
    expect(recommended({ rto: day, rpo: day }).remarks).toEqual([]);
  });

  test.each([
    ['an RPO of 30 min and much time', { rpo: 30 * minute, rto: 8 * hour }, ['backup-restore']],
    ['an RPO of 5 min alone', { rpo: 5 * minute }, ['backup-restore']],
    ['an RPO that point-in-time recovery misses', { rpo: 4 * minute }, []],
    ['an RTO that a restore misses', { rpo: 30 * minute, rto: hour }, []],
    ['no RPO', { rto: hour }, []],
    ['a need that only the dear tier meets', { rpo: 30 * minute, needs: { 'multi-region-writes': true } }, []],
  ] satisfies [string, Asked, string[]][])(
    'backups with point-in-time recovery instead of a pilot light: %s',
    (_, asked, cheaper) => {
      expect(recommended(asked).cheaper.map(({ tier }) => tier)).toEqual(cheaper);
    },
  );
});

describe('what is told beside the tier', () => {
  test('why it, beside the next cheaper one', () => {
    expect(recommended({ rto: 30 * minute, rpo: 12 * hour, needs: { 'global-users': true } }).because).toEqual([
      'RTO 30 min: backup-restore takes at least 4 h; pilot-light can be engineered to 10 min.',
      'RPO 12 h: backup-restore can be engineered to 1 h.',
      'The need global-users is met by active-active alone.',
    ]);
  });

  test('minimal cost leaves out what is only worth adding, and stores cheaply what is kept long', () => {
    const names = (asked: Asked): readonly string[] => recommended(asked).mechanisms.map(({ name }) => name);
    const asked = { rto: day, retention: 365 * day };
    expect(names(asked)).toContain('multi-az');
    expect(names(asked)).not.toContain('cold-storage');
    expect(names({ ...asked, cost: 'minimal' })).not.toContain('multi-az');
    expect(names({ ...asked, cost: 'minimal' })).toContain('cold-storage');
  });

  test.each([
    ['a failover in 2 minutes', 120, ['aurora-replica', 'multi-az-cluster', 'multi-az']],
    ['in 60 s', 60, ['aurora-replica', 'multi-az-cluster']],
    ['in 40 s', 40, ['multi-az-cluster']],
  ])('inside the Region only what fails over fast enough: %s', (_, seconds, expected) => {
    const { mechanisms } = recommended({ needs: { 'database-failover': seconds } });
    const inside = mechanisms.map(({ name }) => name).filter((name) => /multi-az|aurora-replica/u.test(name));
    expect(inside).toEqual(expected);
  });

  test('no native mechanism reaches beyond 35 days', () => {
    const { mechanisms, remarks } = recommended({ needs: { 'point-in-time-days': 90 } });
    expect(remarks.join('')).toContain('the last 35 days');
    expect(mechanisms.map(({ build }) => build)).toContain('an AWS Backup rule that keeps recovery points for 90 days');
  });

  test.each([
    ['one Region', ['eu-central-1'], 1],
    ['two Regions', ['eu-central-1', 'eu-west-1'], 0],
  ])('data that may stay in %s', (_, regions, remarks) => {
    expect(recommended({ rto: day, needs: { 'data-residency': regions } }).remarks).toHaveLength(remarks);
  });

  test('a lock must let in what is to be kept', () => {
    const { remarks } = recommended({ retention: 2557 * day, needs: { immutability: true } });
    expect(remarks.join('')).toContain('MaxRetentionDays out, or set it to 2557 or more');
  });
});

test('a tier of the user may be the cheapest that suffices; it takes what its base takes', () => {
  const objectives = { rto: { best: '5m', worst: '8m' }, rpo: { best: '30s', worst: '60s' } };
  const tiers = tiersWith({ gold: { extends: 'pilot-light', cost: 2.5, objectives } });
  const recommendation = recommended({ rto: 6 * minute }, tiers);
  expect(recommendation.tier).toBe('gold');
  expect(built(recommendation)).toContain('cross-Region read replica');
});

describe('the data', () => {
  const { mechanisms, tiers, needs, zeroLoss, retention, cheaper } = recommendations;

  test('is what policies/recommendations.yaml holds', async () => {
    const text = await compileRecommendations('.');
    expect(readFileSync(recommendationsPath, 'utf8'), 'run `npm run policies`').toBe(text);
  });

  test('names only mechanisms that there are, and each of these is used', () => {
    const used = [
      ...Object.values(tiers).flatMap(({ takes, optional }) => [...takes, ...optional]),
      ...Object.values(needs).flatMap(({ takes }) => takes),
      ...zeroLoss.takes,
      ...retention.takes,
      ...retention.coldStorage.takes,
      ...cheaper.flatMap(({ takes }) => takes),
    ];
    expect([...new Set(used)].sort()).toEqual(Object.keys(mechanisms).sort());
  });

  test('every tier has its entry, and every policy that is named exists', () => {
    expect(Object.keys(tiers)).toEqual(tiersWith({}).names);
    const policies = new Set<string>(builtInPolicies().map(({ id }) => id));
    const named = Object.values(mechanisms).flatMap((each) => each.policies);
    expect(named.filter((id) => !policies.has(id))).toEqual([]);
  });

  test('every mechanism leads to a page of AWS', () => {
    for (const { reference } of Object.values(mechanisms))
      expect(reference).toMatch(/^https:\/\/docs\.aws\.amazon\.com\//u);
  });
});
