import { describe, expect, test } from 'vitest';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { cloudFormation, input, reference, terraform, type Given, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt, relationsFrom } from '../../../helpers/graph-context.ts';

interface Case {
  readonly what: string;
  readonly policy?: Record<string, Plain>;
  readonly details?: Record<string, Plain>;
  readonly tags?: Plain;
  readonly where?: Given;
  readonly snapshots: readonly string[];
}

const policy = 'aws_dlm_lifecycle_policy.volumes';
const bySchedule = [policy, `${policy}/schedule["daily"]`];

describe('a volume under a snapshot policy', () => {
  test.each<Case>([
    { what: 'with one of its tags', snapshots: bySchedule },
    { what: 'with none of its tags', tags: { Backup: 'weekly' }, snapshots: [] },
    {
      what: 'with a tag that is not known',
      tags: { Backup: input('var.backup') },
      snapshots: bySchedule.map((end) => `${end}? the tag value var.backup is not known`),
    },
    { what: 'that is disabled', policy: { state: 'DISABLED' }, snapshots: [] },
    {
      what: 'of which the state is not known',
      policy: { state: input('var.state') },
      snapshots: bySchedule.map((end) => `${end}? the state of ${policy} is not known`),
    },
    { what: 'for instances', details: { resource_types: ['INSTANCE'] }, snapshots: [] },
    { what: 'in another Region', where: { region: 'eu-west-1' }, snapshots: [] },
    {
      what: 'that is the default for volumes',
      policy: { default_policy: 'VOLUME' },
      details: { resource_types: [], target_tags: {} },
      tags: {},
      snapshots: bySchedule,
    },
  ])('$what', ({ policy: given = {}, details = {}, tags = { Backup: 'daily' }, where = {}, snapshots }) => {
    const volume = terraform('aws_ebs_volume.data', { size: 10, tags });
    const lifecycle = terraform(
      policy,
      {
        ...given,
        policy_details: [
          {
            resource_types: ['VOLUME'],
            target_tags: { Backup: 'daily', Snapshot: 'yes' },
            schedule: [{ name: 'daily', create_rule: [{ interval: 24 }] }],
            ...details,
          },
        ],
      },
      where,
    );
    const context = graphContext([volume, lifecycle]);
    relateProtection(context);
    expect(relationsFrom(context, 'protectedBy', nodeAt(context, volume.address))).toEqual(snapshots);
  });

  test('of the instance that it is attached to', () => {
    const server = cloudFormation('Server', 'AWS::EC2::Instance', { Tags: [{ Key: 'Backup', Value: 'daily' }] });
    const data = cloudFormation('Data', 'AWS::EC2::Volume', {});
    const attachment = cloudFormation('Attachment', 'AWS::EC2::VolumeAttachment', {
      InstanceId: reference(server, 'Ref'),
      VolumeId: reference(data, 'Ref'),
    });
    const snapshots = cloudFormation('Snapshots', 'AWS::DLM::LifecyclePolicy', {
      PolicyDetails: { ResourceTypes: ['INSTANCE'], TargetTags: [{ Key: 'Backup', Value: 'daily' }] },
    });
    const context = graphContext([server, data, attachment, snapshots]);
    relateProtection(context);
    expect(relationsFrom(context, 'protectedBy', nodeAt(context, 'Data'))).toEqual(['Snapshots']);
  });
});
