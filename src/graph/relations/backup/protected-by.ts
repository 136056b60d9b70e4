/**
 * From what AWS Backup can protect to the plans that protect it, and to each of their rules: derived from the selections of
 * the whole scan as AWS Backup would resolve them. Snapshot policies of volumes protect alike.
 */
import { documentMap } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import type { Truth } from '../../../core/truth.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import { setSelectsNothing } from '../../facts/backup/selects-nothing.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { existsWith } from './exists-with.ts';
import { allOf, matches, perhaps, type Match } from './match.ts';
import { plansOf, possiblePlan, rulesOf } from './plan-of-selection.ts';
import { SelectableResources } from './selectable-resources.ts';
import { isReachable, maySelectLaunched, selectedBy } from './selection.ts';
import { relateSnapshotPolicies } from './snapshotted-by.ts';

/** A relation that was found, before the certain ones are told from the possible ones. */
interface Protection {
  readonly node: DraftNode;
  readonly plan: RelationEnd;
  readonly selection: DraftNode;
  readonly match: Match;
}

// A hundred selections of everything in a large scan would make more relations than a machine can hold.
const mostPlansOfOne = 32;

export function relateProtection(context: GraphContext): void {
  const resources = new SelectableResources(context);
  relateSnapshotPolicies(context, resources);
  const selected = new Map(
    context
      .ofType('AWS::Backup::BackupSelection')
      .map((selection) => [selection, selectedBy(context, resources, selection)] as const),
  );
  setSelectsNothing(context, resources, selected);
  const found = [...selected].flatMap(([selection, nodes]) => protections(context, selection, nodes));
  const plans = new Map<DraftNode, number>();
  // Certain ones first, so that none of them has to replace a possible one.
  for (const certain of [true, false]) {
    for (const protection of found) {
      const count = plans.get(protection.node) ?? 0;
      if ((protection.match.truth === 'yes') !== certain || count >= mostPlansOfOne) continue;
      plans.set(protection.node, count + 1);
      relate(context, protection);
    }
  }
  relateAttachedVolumes(context);
  relateLaunched(context, selected);
  relateUnread(context, resources);
}

function protections(
  context: GraphContext,
  selection: DraftNode,
  nodes: ReadonlyMap<DraftNode, Match>,
): readonly Protection[] {
  const plans = plansOf(context, selection);
  if (plans.length === 0) return [];
  return [...nodes].flatMap(([node, selected]) =>
    plans.map((plan): Protection => {
      const match = allOf([
        selected,
        existsWith(selection, node),
        existsWith(plan.node, node),
        plan.certain ? matches : perhaps(plan.because ?? `the plan of ${selection.address} is not known`),
      ]);
      return { node, plan, selection, match };
    }),
  );
}

function relate(context: GraphContext, { node, plan, selection, match }: Protection): void {
  const properties = documentMap([['selection', selection.address]]);
  const certain = match.truth === 'yes';
  const reason = match.truth === 'unknown' ? { because: match.because } : {};
  context.relate('protectedBy', node, { node: plan.node, certain, ...reason }, properties);
  for (const rule of rulesOf(context, plan.node)) {
    const because = certain && !rule.certain && rule.because !== undefined ? { because: rule.because } : reason;
    context.relate('protectedBy', node, { node: rule.node, certain: certain && rule.certain, ...because }, properties);
  }
}

/** Protecting an instance takes its volumes, too. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/whatisbackup.html
function relateAttachedVolumes(context: GraphContext): void {
  for (const attachment of context.ofType('AWS::EC2::VolumeAttachment')) {
    const volumes = context.linked(attachment, '/VolumeId');
    for (const instance of context.linked(attachment, '/InstanceId')) {
      for (const volume of volumes) protectLike(context, volume, instance, existsGiven(attachment, volume));
    }
  }
  for (const instance of context.ofType('AWS::EC2::Instance')) {
    for (const index of itemsAt(instance, '/Volumes').keys()) {
      const volumes = context.linked(instance, `/Volumes/${index}/VolumeId`);
      for (const volume of volumes) protectLike(context, volume, instance, 'yes');
    }
  }
}

function protectLike(context: GraphContext, volume: DraftNode, instance: DraftNode, isAttached: Truth): void {
  if (volume.type !== 'AWS::EC2::Volume') return;
  for (const relation of context.from('protectedBy', instance)) {
    const node = context.get(relation.to);
    if (node === undefined) continue;
    const certain = relation.certain && isAttached === 'yes';
    const because = relation.because ?? `whether ${volume.address} is attached to ${instance.address} is not known`;
    context.relate('protectedBy', volume, { node, certain, ...(certain ? {} : { because }) }, relation.properties);
  }
}

/** Instances of a launch template are selected like others, but nothing tells which tags they bear in the end. */
function relateLaunched(context: GraphContext, selected: ReadonlyMap<DraftNode, unknown>): void {
  for (const template of context.ofType('AWS::EC2::LaunchTemplate')) {
    const selection = [...selected.keys()].find(
      (each) => isReachable(each, template).truth !== 'no' && maySelectLaunched(context, each),
    );
    if (selection === undefined) continue;
    const because = `whether ${selection.address} selects what ${template.address} launches is not known`;
    for (const { node } of plansOf(context, selection)) {
      context.relate('protectedBy', template, { node, certain: false, because });
    }
  }
}

/** What is surely protected by nothing that was read may be protected by what was not: of its own deployment, else of any. */
function relateUnread(context: GraphContext, resources: SelectableResources): void {
  const able = context.unread.filter((unread) => unread.could('AWS::Backup::BackupSelection'));
  const [first] = able;
  if (first === undefined) return;
  const byDeployment = new Map(able.map((unread) => [unread.node.deployment, unread]));
  for (const node of resources.all) {
    if (context.from('protectedBy', node).some((relation) => relation.certain)) continue;
    const unread = byDeployment.get(node.deployment) ?? first;
    const because = `${unread.node.address} is not readable and could select it`;
    for (const end of possiblePlan(context, unread)) {
      context.relate('protectedBy', node, { node: end, certain: false, because });
    }
  }
}
