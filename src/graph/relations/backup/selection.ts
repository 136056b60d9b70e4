/**
 * Which resources a backup selection selects: (one of its ARNs or one of its tags), and all of its conditions, and none of
 * the ARNs it leaves out. A part that is absent does not restrict, so a selection without any selects everything.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources-json.html
 */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { same } from '../../identity/same.ts';
import { allOf, anyOf, differs, inverse, matches, matchOf, perhaps, type Match } from './match.ts';
import type { OptIn } from './opt-in.ts';
import type { SelectableResources } from './selectable-resources.ts';
import { mayNameLaunched, reachOfArns, type Reach } from './selected-by-arn.ts';
import { hasListOfTags, meetsConditions, selectByTags } from './selected-by-tag.ts';

const resourcesPointer = '/BackupSelection/Resources';
const notResourcesPointer = '/BackupSelection/NotResources';

/** The resources that a selection selects, or may select; never one that it surely doesn't. */
export function selectedBy(
  context: GraphContext,
  resources: SelectableResources,
  selection: DraftNode,
): ReadonlyMap<DraftNode, Match> {
  const included = reachOfSelection(context, resources, selection);
  const excluded = reachOfArns(context, resources, selection, notResourcesPointer);
  const selected = new Map<DraftNode, Match>();
  const nodes = included.everyone.truth === 'no' ? included.each.keys() : resources.all;
  for (const node of nodes) {
    const match = allOf(parts({ selection, included, excluded, optIn: resources.optIn }, node));
    if (match.truth !== 'no') selected.set(node, match);
  }
  return selected;
}

interface Criteria {
  readonly selection: DraftNode;
  readonly included: Reach;
  readonly excluded: Reach;
  readonly optIn: OptIn;
}

function* parts({ selection, included, excluded, optIn }: Criteria, node: DraftNode): Generator<Match> {
  yield isReachable(selection, node);
  yield reaches(included, node);
  yield meetsConditions(selection, node);
  yield inverse(reaches(excluded, node));
  yield isNoMember(node);
  yield optIn.allows(node, included.named.get(node) ?? differs);
}

function reaches({ everyone, each }: Reach, node: DraftNode): Match {
  return anyOf([everyone, each.get(node) ?? differs]);
}

/** By ARN or by tag: either suffices, and neither being there means everything. */
function reachOfSelection(context: GraphContext, resources: SelectableResources, selection: DraftNode): Reach {
  if (itemsAt(selection, resourcesPointer).length === 0 && !hasListOfTags(selection)) {
    return { everyone: matches, each: new Map(), named: new Map() };
  }
  const byArn = reachOfArns(context, resources, selection, resourcesPointer);
  const each = new Map(byArn.each);
  selectByTags(resources, selection, (node, match) => {
    if (match.truth !== 'no') each.set(node, anyOf([each.get(node) ?? differs, match]));
  });
  return { everyone: byArn.everyone, each, named: byArn.named };
}

/** Instances that are launched later have no name yet that a selection could list. */
export function maySelectLaunched(context: GraphContext, selection: DraftNode): boolean {
  if (hasListOfTags(selection) || itemsAt(selection, resourcesPointer).length === 0) return true;
  return mayNameLaunched(context, selection, resourcesPointer);
}

/** A plan protects what lies in its own Region and account. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html
export function isReachable(selection: DraftNode, node: DraftNode): Match {
  return allOf([
    samePlace(selection, node, 'Region', [selection.region, node.region]),
    samePlace(selection, node, 'account', [selection.account, node.account]),
  ]);
}

function samePlace(
  selection: DraftNode,
  node: DraftNode,
  what: 'Region' | 'account',
  [left, right]: readonly [Document | undefined, Document | undefined],
): Match {
  return matchOf(same(left, right), () => {
    return `whether ${selection.address} and ${node.address} share the ${what} is not known`;
  });
}

function isNoMember(node: DraftNode): Match {
  const member = node.facts.get('clusterMember');
  return member instanceof UnknownLeaf
    ? perhaps(`whether ${node.address} is a member of a cluster is not known`)
    : matches;
}
