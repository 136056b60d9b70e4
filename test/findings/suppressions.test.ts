import { describe, expect, test } from 'vitest';
import type { SuppressionConfig } from '../../src/config/config.ts';
import { SourceFile } from '../../src/core/source.ts';
import { config, findingsOfScan, node, policy, rangeOf, suppression, verdict } from '../helpers/report.ts';

const file = new SourceFile('infra/legacy/orders.tf', 'resource "aws_db_instance" "orders" {\n  count = 2\n}\n');
const header = rangeOf(file, 'resource "aws_db_instance" "orders"');
const instances = [0, 1].map((index) => node({ address: `aws_db_instance.orders[${index}]`, header }));
const configFile = new SourceFile('infra/.dr-lint.yaml', 'suppress:\n  - { policy: rds/multi-az }\n');
const statedAt = rangeOf(configFile, '{ policy: rds/multi-az }');

function told(entry: SuppressionConfig): readonly string[] {
  return findingsOfScan({
    nodes: instances,
    policies: [policy({ id: 'rds/multi-az', aliases: ['rds/standby'] })],
    verdicts: instances.map((each) => verdict(each, { policy: 'rds/multi-az' })),
    config: config({ path: 'infra/.dr-lint.yaml', suppress: [{ ...entry, statedAt }] }),
    diagnostics: [{ code: 'input/syntax', level: 'error', message: 'Broken.', help: '', path: 'infra/legacy/x.tf' }],
    today: '2026-11-23',
  }).map(({ policy: id, state, resources }) => [id, state, ...resources].join(' '));
}

const [first, second] = ['infra#aws_db_instance.orders[0]', 'infra#aws_db_instance.orders[1]'];
const open = `rds/multi-az open ${first} ${second}`;
const hidden = `rds/multi-az suppressed ${first} ${second}`;
const broken = 'input/syntax open';
const unused = 'suppression/unused open';

describe('what an entry covers', () => {
  test.each([
    ['the policy everywhere', { policy: 'rds/multi-az' }, [hidden, broken]],
    ['a glob of policies', { policy: 'rds/*' }, [hidden, broken]],
    ['a former id', { policy: 'rds/standby' }, [hidden, broken]],
    ['everything but what could not be read', { policy: '*' }, [hidden, broken]],
    ['the line, by anchor', { policy: 'rds/multi-az', resource: 'aws_db_instance.orders' }, [hidden, broken]],
    ['a glob of addresses', { policy: 'rds/multi-az', resource: 'aws_db_instance.*' }, [hidden, broken]],
    [
      'one instance, by full address',
      { policy: 'rds/multi-az', resource: 'aws_db_instance.orders[1]' },
      [`rds/multi-az open ${first}`, `rds/multi-az suppressed ${second}`, broken],
    ],
    ['a folder, relative to the configuration', { policy: 'rds/multi-az', path: 'legacy' }, [hidden, broken]],
    ['a glob of files', { policy: 'rds/multi-az', path: '**/*.tf' }, [hidden, broken]],
    [
      'an unreadable input, by its own id',
      { policy: 'input/syntax', path: 'legacy/**' },
      [open, 'input/syntax suppressed'],
    ],
    ['another policy', { policy: 'rds/backup-retention' }, [unused, open, broken]],
    ['another resource', { policy: 'rds/multi-az', resource: 'aws_db_instance.billing' }, [unused, open, broken]],
    ['another path', { policy: 'rds/multi-az', path: 'infra/legacy/**' }, [unused, open, broken]],
  ])('%s', (_what, entry, expected) => {
    expect(told(suppression(entry)).toSorted()).toEqual(expected.toSorted());
  });
});

describe('entries that are themselves reported', () => {
  test.each([
    ['it holds on its last day', { expires: '2026-11-23' }, ['suppression/ending open', hidden, broken]],
    ['it is told two weeks ahead', { expires: '2026-12-07' }, ['suppression/ending open', hidden, broken]],
    ['nothing is told before', { expires: '2026-12-08' }, [hidden, broken]],
    ['a day later it is over', { expires: '2026-11-22' }, ['suppression/expired open', open, broken]],
    ['a bad date counts as expired', { expires: '31.12.2099' }, ['suppression/expired open', open, broken]],
    ['a day that does not exist, too', { expires: '2099-02-30' }, ['suppression/expired open', open, broken]],
    ['without a reason it holds, but is told', { reason: ' ' }, ['suppression/no-reason open', hidden, broken]],
  ])('%s', (_what, entry, expected) => {
    expect(told(suppression({ policy: 'rds/multi-az', ...entry })).toSorted()).toEqual(expected.toSorted());
  });

  test('at their line of the configuration, with what to do', () => {
    const findings = findingsOfScan({
      nodes: [],
      config: config({ suppress: [suppression({ policy: 's3/versioning', resource: 'aws_s3_bucket.old', statedAt })] }),
    });
    expect(findings).toMatchObject([
      {
        policy: 'suppression/unused',
        level: 'warning',
        place: statedAt,
        message: 'The suppression of s3/versioning on aws_s3_bucket.old hides nothing: no such failure was found.',
        fix: 'Remove it, or correct the policy, resource or path it names.',
      },
    ]);
  });
});

describe('what is told inside another failure', () => {
  const database = node({ address: 'aws_db_instance.orders', header });
  const missed = policy({
    id: 'tier/objective-missed',
    guards: ['zone'],
  });

  test.each([
    ['a missed objective', 'tier/objective-missed', missed, policy({ id: 'rds/multi-az' })],
    [
      'a resource that is not covered',
      'backup/resource-covered',
      policy({ id: 'backup/resource-covered', guards: ['data'] }),
      policy({ id: 'rds/backup-retention', guards: ['data'] }),
    ],
  ])('%s can be suppressed for itself', (_what, id, inner, outer) => {
    const findings = findingsOfScan({
      nodes: [database],
      policies: [inner, outer],
      verdicts: [
        verdict(database, {
          policy: inner.id,
          missed: [{ disruptions: ['zone'], level: 'error', message: 'It is lost.' }],
          message: 'It is lost.',
        }),
        verdict(database, { policy: outer.id, message: 'It has no standby.' }),
      ],
      config: config({ suppress: [suppression({ policy: id })] }),
    });
    expect(findings).toMatchObject([{ policy: outer.id, message: 'It has no standby.', state: 'open' }]);
  });
});
