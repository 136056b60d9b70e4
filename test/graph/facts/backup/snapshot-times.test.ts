import { describe, expect, test } from 'vitest';
import { setLongestGaps } from '../../../../src/graph/facts/backup/longest-gap.ts';
import { setRetentions } from '../../../../src/graph/facts/backup/retention.ts';
import type { GraphContext } from '../../../../src/graph/graph-context.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { cloudFormation, input, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { measured } from '../../../helpers/measured.ts';

const hour = 3600;
const day = 24 * hour;

/** A schedule in the words that both languages share. */
interface Schedule {
  readonly every?: Plain;
  readonly at?: Plain;
  readonly cron?: Plain;
  readonly count?: Plain;
  readonly keep?: readonly [interval: Plain, unit: Plain];
}

const written = (name: string, value: Plain | undefined): Record<string, Plain> =>
  value === undefined ? {} : { [name]: value };

const languages = {
  terraform: (...schedules: readonly Schedule[]) => ({
    volume: terraform('aws_ebs_volume.data', { size: 10, tags: { Backup: 'yes' } }),
    policy: terraform('aws_dlm_lifecycle_policy.volumes', {
      policy_details: [
        {
          resource_types: ['VOLUME'],
          target_tags: { Backup: 'yes' },
          schedule: schedules.map(({ every, at, cron, count, keep }, index) => ({
            name: `schedule-${index}`,
            create_rule: [
              {
                ...written('interval', every),
                ...written('times', at === undefined ? undefined : [at]),
                ...written('cron_expression', cron),
              },
            ],
            retain_rule: [
              {
                ...written('count', count),
                ...written('interval', keep?.[0]),
                ...written('interval_unit', keep?.[1]),
              },
            ],
          })),
        },
      ],
    }),
  }),
  cloudformation: (...schedules: readonly Schedule[]) => ({
    volume: cloudFormation('Data', 'AWS::EC2::Volume', { Size: 10, Tags: [{ Key: 'Backup', Value: 'yes' }] }),
    policy: cloudFormation('Volumes', 'AWS::DLM::LifecyclePolicy', {
      PolicyDetails: {
        ResourceTypes: ['VOLUME'],
        TargetTags: [{ Key: 'Backup', Value: 'yes' }],
        Schedules: schedules.map(({ every, at, cron, count, keep }, index) => ({
          Name: `schedule-${index}`,
          CreateRule: {
            ...written('Interval', every),
            ...written('IntervalUnit', every === undefined ? undefined : 'HOURS'),
            ...written('Times', at === undefined ? undefined : [at]),
            ...written('CronExpression', cron),
          },
          RetainRule: {
            ...written('Count', count),
            ...written('Interval', keep?.[0]),
            ...written('IntervalUnit', keep?.[1]),
          },
        })),
      },
    }),
  }),
} as const;

function derived(...resources: readonly DeclaredResource[]): GraphContext {
  const context = graphContext(resources);
  relateProtection(context);
  setLongestGaps(context);
  setRetentions(context);
  return context;
}

describe.each(['terraform', 'cloudformation'] as const)('%s', (language) => {
  test.each<{ what: string; schedules: readonly Schedule[]; gap: unknown; retention: unknown }>([
    {
      what: 'daily at three, seven kept',
      schedules: [{ every: 24, at: '03:00', count: 7 }],
      gap: [day, day],
      retention: [7 * day, 7 * day],
    },
    {
      what: 'every twelve hours, kept for two weeks',
      schedules: [{ every: 12, at: '09:30', keep: [2, 'WEEKS'] }],
      gap: [12 * hour, 12 * hour],
      retention: [14 * day, 14 * day],
    },
    {
      what: 'hourly at a time that AWS chooses',
      schedules: [{ every: 1, keep: [1, 'DAYS'] }],
      gap: [hour, hour],
      retention: [day, day],
    },
    {
      what: 'by cron on Sundays, four kept',
      schedules: [{ cron: 'cron(0 5 ? * SUN *)', count: 4 }],
      gap: [7 * day, 7 * day],
      retention: [28 * day, 28 * day],
    },
    {
      what: 'two schedules: the more frequent one decides the gap, the longer one the retention',
      schedules: [
        { every: 6, at: '00:00', count: 4 },
        { cron: 'cron(0 5 ? * SUN *)', keep: [1, 'YEARS'] },
      ],
      gap: [6 * hour, 6 * hour],
      retention: [365 * day, 365 * day],
    },
    {
      what: 'an interval that is not known',
      schedules: [{ every: input('var.hours'), keep: [7, 'DAYS'] }],
      gap: [hour, Infinity, 'var.hours'],
      retention: [7 * day, 7 * day, 'var.hours'],
    },
    {
      what: 'a count that is not known',
      schedules: [{ every: 24, at: '03:00', count: input('var.count') }],
      gap: [day, day],
      retention: [day, Infinity, 'var.count'],
    },
    {
      what: 'snapshots that are gone before the next one is made',
      schedules: [{ cron: 'cron(0 5 ? * SUN *)', keep: [3, 'DAYS'] }],
      gap: [Infinity, Infinity],
      retention: [3 * day, 3 * day],
    },
  ])('$what', ({ schedules, gap, retention }) => {
    const { volume, policy } = languages[language](...schedules);
    const context = derived(volume, policy);
    const node = nodeAt(context, policy.address);
    expect(measured(node, 'longestGap')).toEqual(gap);
    expect(measured(node, 'retention')).toEqual(retention);
    expect(measured(nodeAt(context, volume.address), 'longestGap')).toEqual(gap);
  });

  test('each schedule has its own figures, at its own place', () => {
    const { volume, policy } = languages[language](
      { cron: 'cron(0 5 ? * SUN *)', keep: [1, 'YEARS'] },
      { every: 24, at: '03:00', count: 7 },
    );
    const context = derived(volume, policy);
    const weekly = nodeAt(context, policy.address, 'schedule["schedule-0"]');
    expect(measured(weekly, 'longestGap')).toEqual([7 * day, 7 * day]);
    expect(measured(weekly, 'retention')).toEqual([365 * day, 365 * day]);
    const { factSources } = nodeAt(context, policy.address);
    expect(factSources.get('longestGap')?.[0]).toBe('/PolicyDetails/Schedules/1/CreateRule');
    expect(factSources.get('retention')?.[0]).toBe('/PolicyDetails/Schedules/0/RetainRule');
  });
});

describe('a default policy', () => {
  const policy = (more: Record<string, Plain>): DeclaredResource =>
    cloudFormation('Volumes', 'AWS::DLM::LifecyclePolicy', { DefaultPolicy: 'VOLUME', ...more });
  const volume = cloudFormation('Data', 'AWS::EC2::Volume', {
    VolumeType: 'gp3',
    Tags: [{ Key: 'Scratch', Value: 'yes' }],
  });

  test.each<{ what: string; more: Record<string, Plain>; gap: unknown; retention: unknown }>([
    { what: 'runs daily and keeps a week', more: {}, gap: [day, day], retention: [7 * day, 7 * day] },
    {
      what: 'may run every three days and keep two weeks',
      more: { CreateInterval: 3, RetainInterval: 14 },
      gap: [3 * day, 3 * day],
      retention: [14 * day, 14 * day],
    },
  ])('$what', ({ more, gap, retention }) => {
    const context = derived(volume, policy(more));
    expect(measured(nodeAt(context, 'Volumes'), 'longestGap')).toEqual(gap);
    expect(measured(nodeAt(context, 'Volumes'), 'retention')).toEqual(retention);
    expect(measured(nodeAt(context, 'Data'), 'longestGap')).toEqual(gap);
  });

  test.each<{ what: string; exclusions: Record<string, Plain>; isTaken: boolean }>([
    { what: 'a tag', exclusions: { ExcludeTags: [{ Key: 'Scratch', Value: 'yes' }] }, isTaken: false },
    { what: 'another tag', exclusions: { ExcludeTags: [{ Key: 'Scratch', Value: 'no' }] }, isTaken: true },
    { what: 'a type of volume', exclusions: { ExcludeVolumeTypes: ['gp3'] }, isTaken: false },
    { what: 'another type', exclusions: { ExcludeVolumeTypes: ['st1'] }, isTaken: true },
  ])('leaves out $what', ({ exclusions, isTaken }) => {
    const context = derived(volume, policy({ Exclusions: exclusions }));
    expect(context.from('protectedBy', nodeAt(context, 'Data'))).toHaveLength(isTaken ? 1 : 0);
  });
});

test('a policy that waits for an event has no gap', () => {
  const policy = cloudFormation('Shared', 'AWS::DLM::LifecyclePolicy', {
    PolicyDetails: { PolicyType: 'EVENT_BASED_POLICY', Actions: [{ Name: 'copy' }] },
  });
  expect(nodeAt(derived(policy), 'Shared').facts.has('longestGap')).toBe(false);
});
