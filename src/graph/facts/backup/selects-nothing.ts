/**
 * The fact `selectsNothing`: of a backup selection, that the criteria it names match nothing that is declared; of a plan, that no
 * selection belongs to it. Absent from selections that name nothing, for they take everything, and where nothing is
 * declared that they could be about: what another selection takes is what that one is about.
 */
import { isLeaf, type Document } from '../../../core/document.ts';
import { existsGiven } from '../../../core/existence.ts';
import { backedUpTypes } from '../../aws/backup-support.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import type { Match } from '../../relations/backup/match.ts';
import { planType, plansOf } from '../../relations/backup/plan-of-selection.ts';
import type { SelectableResources } from '../../relations/backup/selectable-resources.ts';
import { isReachable } from '../../relations/backup/selection.ts';
import { isCalledBackup } from './backup-buckets.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import type { YesNo } from '../yes-no.ts';

const selectionType = 'AWS::Backup::BackupSelection';
const criteria = ['/BackupSelection/Resources', '/BackupSelection/ListOfTags', '/BackupSelection/Conditions'] as const;
const [arns, tags, conditions] = criteria;

/** @param selected what each selection surely or perhaps selects */
export function setSelectsNothing(
  context: GraphContext,
  resources: SelectableResources,
  selected: ReadonlyMap<DraftNode, ReadonlyMap<DraftNode, Match>>,
): void {
  const taken = surelyTaken(selected);
  const free = (node: DraftNode): boolean => !taken.has(node);
  for (const [selection, found] of selected) {
    const answer = selectsNothing(context, candidates(resources, selection).filter(free), selection, found);
    if (answer === undefined) continue;
    selection.facts.set('selectsNothing', answer);
    selection.factSources.set('selectsNothing', [...criteria]);
  }
  setOnPlans(context);
}

function selectsNothing(
  context: GraphContext,
  about: readonly DraftNode[],
  selection: DraftNode,
  found: ReadonlyMap<DraftNode, Match>,
): YesNo | undefined {
  if (!criteria.some((pointer) => isWritten(propertyAt(selection, pointer))) || takesAll(selection)) return undefined;
  if ([...found.values()].some(({ truth }) => truth === 'yes')) return false;
  const open = [...found.values()].find((match) => match.truth === 'unknown');
  if (open !== undefined) return derivedUnknown(`${selection.id} selects`, open.because, '');
  const subject = `what ${selection.address} selects`;
  const isMeant = (node: DraftNode): boolean => isWorthIt(node) && isReachable(selection, node).truth !== 'no';
  if (!about.some(isMeant)) return undefined;
  const isForeign =
    namesElsewhere(context, selection) ||
    context.unread.some((unread) => backedUpTypes.some((type) => unread.could(type)));
  return isForeign ? derivedUnknown(`${selection.id} selects`, subject) : true;
}

/** Logs, and buckets that hold backups themselves, nobody means to back up: a module for backups declares little else. */
function isWorthIt(node: DraftNode): boolean {
  return node.facts.get('auxiliary') !== true && !(node.type === 'AWS::S3::Bucket' && isCalledBackup(node));
}

function surelyTaken(selected: ReadonlyMap<DraftNode, ReadonlyMap<DraftNode, Match>>): ReadonlySet<DraftNode> {
  const matches = [...selected.values()].flatMap((found) => [...found]);
  return new Set(matches.flatMap(([node, { truth }]) => (truth === 'yes' ? [node] : [])));
}

function isWritten(value: Document | undefined): boolean {
  if (value === undefined || value === null) return false;
  return isLeaf(value) || Object.keys(value).length > 0;
}

/** `*` alone takes everything, what is declared nowhere too. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html
function takesAll(selection: DraftNode): boolean {
  const narrowed = [tags, conditions].some((pointer) => isWritten(propertyAt(selection, pointer)));
  return itemsAt(selection, arns).includes('*') && !narrowed;
}

/** An ARN without a wildcard may be that of something that is declared elsewhere, unless it refers to what is declared here. */
function namesElsewhere(context: GraphContext, selection: DraftNode): boolean {
  return itemsAt(selection, arns).some((entry, index) => {
    if (typeof entry === 'string' && entry.includes('*')) return false;
    const linked = context.linked(selection, `${arns}/${index}`);
    return !linked.some(isDeclared);
  });
}

/** What is declared of the services that are named; by tag it may be anything. */
function candidates(resources: SelectableResources, selection: DraftNode): readonly DraftNode[] {
  const named = itemsAt(selection, arns);
  if (named.length === 0 || itemsAt(selection, tags).length > 0) return resources.all;
  return named.flatMap((entry) => {
    const service = typeof entry === 'string' ? entry.split(':')[2] : undefined;
    return resources.ofService(service === '*' ? undefined : service);
  });
}

function setOnPlans(context: GraphContext): void {
  const selections = context.ofType(selectionType);
  const certain = new Set<DraftNode>();
  const perhaps = new Set<DraftNode>();
  for (const selection of selections) {
    if (selection.exists === 'no') continue;
    for (const plan of plansOf(context, selection)) {
      (plan.certain && existsGiven(selection, plan.node) === 'yes' ? certain : perhaps).add(plan.node);
    }
  }
  const isOpen =
    [...perhaps].some((plan) => !isDeclared(plan)) || context.unread.some((unread) => unread.could(selectionType));
  for (const plan of context.ofType(planType).filter(isDeclared)) {
    plan.facts.set('selectsNothing', certain.has(plan) ? false : isUnselected(plan, isOpen || perhaps.has(plan)));
  }
}

function isUnselected(plan: DraftNode, isOpen: boolean): YesNo {
  return isOpen ? derivedUnknown(`${plan.id} selections`, `which selections ${plan.address} has`) : true;
}
