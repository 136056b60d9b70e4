/** Whether a snapshot policy finds something by its tags, also where instances and launch templates make the volumes. */
import { expect, test } from 'vitest';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import { setTargetsNothing } from '../../../../src/graph/facts/operations/targets-nothing.ts';
import { relateProtection } from '../../../../src/graph/relations/backup/protected-by.ts';
import { input, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';

const address = 'aws_dlm_lifecycle_policy.daily';

const policy = (details: Record<string, Plain> = {}, given: Record<string, Plain> = {}): DeclaredResource =>
  terraform(address, {
    ...given,
    policy_details: [
      {
        resource_types: ['VOLUME'],
        target_tags: { Snapshot: 'daily' },
        schedule: [{ name: 'daily', create_rule: [{ interval: 24 }] }],
        ...details,
      },
    ],
  });

const volume = (tags: Plain): DeclaredResource => terraform('aws_ebs_volume.data', { size: 10, tags });
const instance = (given: Record<string, Plain>): DeclaredResource => terraform('aws_instance.web', given);
const template = (tags: Plain): DeclaredResource =>
  terraform('aws_launch_template.web', { tag_specifications: [{ resource_type: 'volume', tags }] });

const daily = { Snapshot: 'daily' };

function selectsNothing(...resources: readonly DeclaredResource[]): unknown {
  const context = graphContext(resources);
  relateProtection(context);
  setTargetsNothing(context);
  const fact = nodeAt(context, address).facts.get('selectsNothing');
  return typeof fact === 'object' ? 'unknown' : fact;
}

test.each<{ what: string; declared: readonly DeclaredResource[]; nothing: boolean | 'unknown' | undefined }>([
  { what: 'a volume with the tag', declared: [policy(), volume(daily)], nothing: false },
  { what: 'a volume with another tag', declared: [policy(), volume({ Snapshot: 'no' })], nothing: true },
  { what: 'a tag that is not known', declared: [policy(), volume({ Snapshot: input('var.tag') })], nothing: 'unknown' },
  { what: 'nothing that it could be about', declared: [policy()], nothing: undefined },
  { what: 'no tags to go by', declared: [policy({ target_tags: {} }), volume(daily)], nothing: undefined },
  { what: 'the volumes of an instance', declared: [policy(), instance({ volume_tags: daily })], nothing: false },
  { what: 'an instance with the tag, for volumes', declared: [policy(), instance({ tags: daily })], nothing: true },
  {
    what: 'an instance whose root volume has tags of its own',
    declared: [policy(), instance({ root_block_device: [{ tags: daily }] })],
    nothing: 'unknown',
  },
  {
    what: 'an instance with the tag, for instances',
    declared: [policy({ resource_types: ['INSTANCE'] }), instance({ tags: daily })],
    nothing: false,
  },
  { what: 'the volumes of a launch template', declared: [policy(), template(daily)], nothing: false },
  {
    what: 'other volumes beside a launch template',
    declared: [policy(), template({}), volume({})],
    nothing: 'unknown',
  },
])('$what', ({ declared, nothing }) => {
  expect(selectsNothing(...declared)).toBe(nothing);
});
