/**
 * From what AWS Backup protects to the restore testing plans that try its recovery points: of the type that a selection
 * names, by ARN or by tag.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html
 */
import { isDocumentMap, isLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';
import { existsWith } from './exists-with.ts';
import { allOf, anyOf, differs, inverse, matches, matchOf, perhaps, type Match } from './match.ts';
import { SelectableResources } from './selectable-resources.ts';
import { reachOfArns } from './selected-by-arn.ts';
import { matchesTag } from './selected-by-tag.ts';
import { isReachable } from './selection.ts';
import { servicesOf } from './services.ts';
import { equalsText } from './text-pattern.ts';

export const testingPlanType = 'AWS::Backup::RestoreTestingPlan';
const arns = '/ProtectedResourceArns';
const conditions = '/ProtectedResourceConditions';
const tagPrefix = 'aws:ResourceTag/';

const selectionType = 'AWS::Backup::RestoreTestingSelection';

export function relateRestoreTests(context: GraphContext): void {
  const selections = context.ofType(selectionType);
  const unread = context.unread.find((each) => each.could(selectionType));
  if (selections.length === 0 && unread === undefined) return;
  const resources = new SelectableResources(context);
  for (const selection of selections) {
    const plans = plansOf(context, selection);
    if (plans.length > 0) relateSelection(context, resources, selection, plans);
  }
  if (unread !== undefined) relateUnread(context, resources, unread);
}

/** What no selection that was read surely tries, one that was not may try. */
function relateUnread(context: GraphContext, resources: SelectableResources, unread: Unread): void {
  const because = `${unread.node.address} could not be read and could test it`;
  for (const node of resources.all) {
    if (context.from('protectedBy', node).length === 0) continue;
    if (context.from('checkedBy', node).some(({ certain }) => certain)) continue;
    context.relate('checkedBy', node, { node: context.possible(unread, testingPlanType), certain: false, because });
  }
}

function plansOf(context: GraphContext, selection: DraftNode): readonly RelationEnd[] {
  const pointer = '/RestoreTestingPlanName';
  return propertyAt(selection, pointer) === undefined ? [] : resolve(context, selection, pointer, [testingPlanType]);
}

function relateSelection(
  context: GraphContext,
  resources: SelectableResources,
  selection: DraftNode,
  plans: readonly RelationEnd[],
): void {
  const reach = reachOfArns(context, resources, selection, arns);
  const isByArn = itemsAt(selection, arns).length > 0;
  for (const node of resources.all) {
    const named = isByArn ? anyOf([reach.everyone, reach.each.get(node) ?? differs]) : matches;
    const match = allOf(parts(context, selection, node, named));
    if (match.truth !== 'no') relate(context, node, plans, match);
  }
}

function* parts(context: GraphContext, selection: DraftNode, node: DraftNode, named: Match): Generator<Match> {
  yield named;
  yield isOfType(selection, node);
  yield isReachable(selection, node);
  yield meetsConditions(selection, node);
  yield existsWith(selection, node);
  yield hasRecoveryPoints(context, node);
}

function isOfType(selection: DraftNode, node: DraftNode): Match {
  const type = propertyAt(selection, '/ProtectedResourceType') ?? '';
  const because = `what type ${selection.address} tests is not known`;
  return anyOf(servicesOf(node).map((service) => matchOf(equalsText(service, type), () => because)));
}

/** Without recovery points there is nothing to try. */
function hasRecoveryPoints(context: GraphContext, node: DraftNode): Match {
  const protection = context.from('protectedBy', node);
  if (protection.length === 0) return differs;
  const isSure = protection.some(({ certain }) => certain);
  return isSure ? matches : perhaps(`whether ${node.address} has recovery points is not known`);
}

function meetsConditions(selection: DraftNode, node: DraftNode): Match {
  const equal = itemsAt(selection, `${conditions}/StringEquals`).map((entry) => hasTag(node, entry));
  const different = itemsAt(selection, `${conditions}/StringNotEquals`).map((entry) => inverse(hasTag(node, entry)));
  return allOf([...equal, ...different]);
}

function hasTag(node: DraftNode, entry: Document): Match {
  if (isLeaf(entry) || !isDocumentMap(entry)) return perhaps(`${subjectOf(entry)} is not known`);
  const key = entry['Key'];
  if (typeof key !== 'string') return perhaps(`the tag key ${subjectOf(key ?? '')} is not known`);
  const bare = key.startsWith(tagPrefix) ? key.slice(tagPrefix.length) : key;
  return matchesTag(node, { key: bare, value: entry['Value'] }, false);
}

function relate(context: GraphContext, node: DraftNode, plans: readonly RelationEnd[], match: Match): void {
  for (const plan of plans) {
    const certain = match.truth === 'yes' && plan.certain;
    const because = match.truth === 'unknown' ? match.because : plan.because;
    context.relate('checkedBy', node, { node: plan.node, certain, ...(because === undefined ? {} : { because }) });
  }
}
