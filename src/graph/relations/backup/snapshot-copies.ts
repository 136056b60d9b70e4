/**
 * From the schedules of a snapshot policy (Data Lifecycle Manager), and from policies without schedules themselves, to the
 * Regions that their snapshots are copied to.
 *
 * https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html
 */
import { documentMap, duration, isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import { copyRetentionAt } from '../../facts/backup/snapshot-times.ts';
import type { GraphContext } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { subjectOf } from '../../identity/resolve.ts';

const policyType = 'AWS::DLM::LifecyclePolicy';
const scheduleType = 'AWS::DLM::LifecyclePolicy.Schedule';

export function relateSnapshotCopies(context: GraphContext): void {
  for (const schedule of context.ofType(scheduleType)) relateRules(context, schedule, '/CrossRegionCopyRules');
  for (const policy of context.ofType(policyType)) {
    // Default policies state their targets in one place or the other, policies on events in their actions.
    relateRules(context, policy, '/CrossRegionCopyTargets');
    relateRules(context, policy, '/PolicyDetails/CrossRegionCopyTargets');
    for (const index of itemsAt(policy, '/PolicyDetails/Actions').keys()) {
      relateRules(context, policy, `/PolicyDetails/Actions/${index}/CrossRegionCopy`);
    }
  }
}

function relateRules(context: GraphContext, node: DraftNode, list: string): void {
  for (const [index, rule] of itemsAt(node, list).entries()) {
    const pointer = `${list}/${index}`;
    const target = propertyAt(node, `${pointer}/TargetRegion`) ?? propertyAt(node, `${pointer}/Target`);
    const region = target === undefined ? undefined : regionOf(target);
    if (region === undefined) continue;
    const place = { region, account: node.account, address: `copies by ${node.address}` };
    const copies = context.external(`${node.id}${pointer}`, 'AWS::EC2::Snapshot', place);
    // Of rules that are not known not even the number is.
    const doubt = isLeaf(rule) ? { certain: false, because: `${subjectOf(rule)} is not known` } : { certain: true };
    const properties = documentMap([['retention', duration(copyRetentionAt(node, pointer))]]);
    context.relate('copiesTo', node, { node: copies, ...doubt }, properties);
  }
}

/** A Region, or the ARN of an Outpost, which belongs to one. */
function regionOf(target: Document): Document | undefined {
  const arn = parseArn(target);
  return arn === undefined ? target : arn.region;
}
