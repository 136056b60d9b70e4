/** From a backup selection to its plan and the plan's rules, also where these are declared elsewhere or not known. */
import { isLeaf } from '../../../core/document.ts';
import { itemsAt, linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { regionOfName, resolve, subjectOf } from '../../identity/resolve.ts';

export const planType = 'AWS::Backup::BackupPlan';
export const ruleType = 'AWS::Backup::BackupPlan.BackupRuleResourceType';
/** Where the rules of a plan stand in its properties. */
export const rulesPointer = '/BackupPlan/BackupPlanRule';
export const vaultTypes: readonly string[] = ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'];
const planPointer = '/BackupPlanId';
const vaultType = 'AWS::Backup::BackupVault';

/** The plan that a selection belongs to; one that is not known is only possible, as are those that it was made from. */
export function plansOf(context: GraphContext, selection: DraftNode): readonly RelationEnd[] {
  const value = propertyAt(selection, planPointer);
  return resolve(context, selection, planPointer, [planType]).flatMap((end) => {
    if (end.node.kind !== 'external' || value === undefined || !isLeaf(value)) return [end];
    const because = `the plan ${subjectOf(value)} is not known`;
    return [end.node, ...plansBehind(context, selection)].map((node) => ({ node, certain: false, because }));
  });
}

function plansBehind(context: GraphContext, selection: DraftNode): readonly DraftNode[] {
  return linksAt(selection, planPointer)
    .flatMap(({ to }) => context.get(to) ?? [])
    .filter(({ type }) => type === planType);
}

/** The rules of a plan: its parts; one that stands for all of them where the plan is declared elsewhere. */
export function rulesOf(context: GraphContext, plan: DraftNode): readonly RelationEnd[] {
  const because = `the rules of ${plan.address} are not known`;
  if (isDeclaredHere(plan)) {
    const parts = plan.parts.filter((part) => part.type === ruleType);
    return parts.map((node) => (isKnownRule(node) ? { node, certain: true } : { node, certain: false, because }));
  }
  const place = { region: plan.region, account: plan.account };
  const node = context.external(`rules of ${plan.address}`, ruleType, place);
  relateToUnknownVault(context, node, plan);
  return [{ node, certain: true }];
}

export function isDeclaredHere({ kind }: DraftNode): boolean {
  return kind === 'declared' || kind === 'modelled' || kind === 'part';
}

/** The rules of which a plan surely consists, in order. */
export function knownRulesOf(plan: DraftNode): readonly DraftNode[] {
  return plan.parts.filter((part) => part.type === ruleType && isKnownRule(part));
}

/** A dynamic block or list of which the items are not known: it may even be empty. */
export function hasUnknownRules(plan: DraftNode): boolean {
  return itemsAt(plan, rulesPointer).some((rule) => isLeaf(rule));
}

/** Not one that stands for items of a list that are not known. */
export function isKnownRule(rule: DraftNode): boolean {
  return rule.owner === undefined || !isLeaf(propertyAt(rule.owner, rule.base));
}

/** What an unread module could declare: a plan, and a rule of it with its vaults. */
export function possiblePlan(context: GraphContext, unread: Unread): readonly DraftNode[] {
  const plan = context.possible(unread, planType);
  const rule = context.possible(unread, ruleType);
  relateToUnknownVault(context, rule, plan);
  return [plan, rule];
}

/** Where a rule stores and what it copies is not known: it may be anywhere. */
function relateToUnknownVault(context: GraphContext, rule: DraftNode, plan: DraftNode): void {
  const place = regionOfName(`the vaults of ${plan.address}`);
  const vault = context.external(`vaults of ${plan.address}`, vaultType, { region: place, account: place });
  const end = { node: vault, certain: false, because: `the rules of ${plan.address} are not known` };
  context.relate('storesIn', rule, end);
  context.relate('copiesTo', rule, end);
}
