/**
 * From volumes and instances to the snapshot policies (Data Lifecycle Manager) that protect them, and to each of their
 * schedules: by tag, of which one suffices, or all where it is a default policy. What an instance or a launch template says
 * of volumes it makes itself, the instance or template stands for.
 *
 * https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
 */
import { isDocumentMap, isLeaf } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { subjectOf } from '../../identity/resolve.ts';
import { equalsText } from './text-pattern.ts';
import { existsWith } from './exists-with.ts';
import { launchedVolumes, launchingTypes } from '../launched-volumes.ts';
import { allOf, anyOf, inverse, matchOf, perhaps, type Match } from './match.ts';
import { textOf, type SelectableResources } from './selectable-resources.ts';
import { matchesTag } from './selected-by-tag.ts';
import { isReachable } from './selection.ts';

const scheduleType = 'AWS::DLM::LifecyclePolicy.Schedule';
const targetTypes = [
  { name: 'VOLUME', type: 'AWS::EC2::Volume' },
  { name: 'INSTANCE', type: 'AWS::EC2::Instance' },
] as const;

export function relateSnapshotPolicies(context: GraphContext, resources: SelectableResources): void {
  for (const policy of context.ofType('AWS::DLM::LifecyclePolicy')) {
    const isOn = switchedOn(policy);
    for (const { name, type } of targetTypes) {
      const targets = allOf([isOn, targetsType(policy, name)]);
      if (targets.truth === 'no') continue;
      for (const node of candidates(context, resources, policy, type)) relateTo(context, policy, node, targets);
      for (const node of context.ofType(...launchingTypes)) {
        relateTo(context, policy, launchedVolumes(node, name), targets);
      }
    }
  }
}

/** Of a large scan only those that have one of the tags, or may have it. */
function candidates(
  context: GraphContext,
  resources: SelectableResources,
  policy: DraftNode,
  type: string,
): Iterable<DraftNode> {
  const found = new Set<DraftNode>();
  const tags = itemsAt(policy, '/PolicyDetails/TargetTags');
  for (const tag of tags) {
    const [key, value] = isDocumentMap(tag) ? [textOf(tag['Key']), textOf(tag['Value'])] : [];
    if (key === undefined || value === undefined) return context.ofType(type);
    for (const node of resources.tagged(key, value)) if (node.type === type) found.add(node);
  }
  return propertyAt(policy, '/DefaultPolicy') === undefined ? found : context.ofType(type);
}

/** Only an enabled policy makes snapshots. https://docs.aws.amazon.com/dlm/latest/APIReference/API_LifecyclePolicy.html */
function switchedOn(policy: DraftNode): Match {
  const state = propertyAt(policy, '/State') ?? 'ENABLED';
  return matchOf(equalsText('ENABLED', state), () => `the state of ${policy.address} is not known`);
}

function targetsType(policy: DraftNode, name: string): Match {
  const byDefault = propertyAt(policy, '/DefaultPolicy');
  const types = [...itemsAt(policy, '/PolicyDetails/ResourceTypes'), ...(byDefault === undefined ? [] : [byDefault])];
  return anyOf(types.map((type) => matchOf(equalsText(name, type), () => `${subjectOf(type)} is not known`)));
}

function relateTo(context: GraphContext, policy: DraftNode, node: DraftNode, targets: Match): void {
  const match = allOf([targets, isReachable(policy, node), hasTargetTag(policy, node), existsWith(policy, node)]);
  if (match.truth === 'no') return;
  const certain = match.truth === 'yes';
  const reason = match.truth === 'unknown' ? { because: match.because } : {};
  const schedules = policy.parts.filter((part) => part.type === scheduleType);
  for (const end of [policy, ...schedules]) context.relate('protectedBy', node, { node: end, certain, ...reason });
}

function hasTargetTag(policy: DraftNode, node: DraftNode): Match {
  if (propertyAt(policy, '/DefaultPolicy') !== undefined) return isIncluded(policy, node);
  return anyOf(
    itemsAt(policy, '/PolicyDetails/TargetTags').map((tag) => {
      if (isLeaf(tag) || !isDocumentMap(tag)) return perhaps(`the target tags of ${policy.address} are not known`);
      return matchesTag(node, { key: tag['Key'], value: tag['Value'] }, false);
    }),
  );
}

/** A default policy takes all but what it excludes. */
// https://docs.aws.amazon.com/dlm/latest/APIReference/API_Exclusions.html
function isIncluded(policy: DraftNode, node: DraftNode): Match {
  const tags = itemsAt(policy, '/Exclusions/ExcludeTags').map((tag) => {
    if (!isDocumentMap(tag)) return perhaps(`the excluded tags of ${policy.address} are not known`);
    return matchesTag(node, { key: tag['Key'], value: tag['Value'] }, false);
  });
  const type = propertyAt(node, '/VolumeType');
  const types = itemsAt(policy, '/Exclusions/ExcludeVolumeTypes').map((excluded) => {
    const truth = type === undefined ? 'no' : equalsText(excluded, type);
    return matchOf(truth, () => `the type of ${node.address} is not known`);
  });
  return inverse(anyOf([...tags, ...types]));
}
