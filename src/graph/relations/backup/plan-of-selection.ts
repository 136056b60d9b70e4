/** From a backup selection to its plan and the plan's rules, also where these are declared elsewhere or not known. */
import { isLeaf } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { regionOfName, resolve, subjectOf } from '../../identity/resolve.ts';

export const planType = 'AWS::Backup::BackupPlan';
export const ruleType = 'AWS::Backup::BackupPlan.BackupRuleResourceType';
export const vaultTypes: readonly string[] = ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'];
const vaultType = 'AWS::Backup::BackupVault';

/** The plan that a selection belongs to; one that is not known is only possible. */
export function plansOf(context: GraphContext, selection: DraftNode): readonly RelationEnd[] {
  const value = propertyAt(selection, '/BackupPlanId');
  return resolve(context, selection, '/BackupPlanId', [planType]).map((end) => {
    if (end.node.kind !== 'external' || value === undefined || !isLeaf(value)) return end;
    return { node: end.node, certain: false, because: `the plan ${subjectOf(value)} is not known` };
  });
}

/** The rules of a plan: its parts, and one that stands for those that are not known. */
export function rulesOf(context: GraphContext, plan: DraftNode): readonly RelationEnd[] {
  const parts = plan.parts.filter((part) => part.type === ruleType).map((node) => ({ node, certain: true }));
  const isDeclared = plan.kind === 'declared' || plan.kind === 'modelled';
  if (isDeclared && !hasUnknownRules(plan)) return parts;
  const node = context.external(`rules of ${plan.id}`, ruleType, plan);
  relateToUnknownVault(context, node, plan);
  return [...parts, { node, certain: !isDeclared, because: `the rules of ${plan.address} are not known` }];
}

/** A dynamic block or list of which the items are not known. */
export function hasUnknownRules(plan: DraftNode): boolean {
  return itemsAt(plan, '/BackupPlan/BackupPlanRule').some((rule) => isLeaf(rule));
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
  const vault = context.external(`vaults of ${plan.id}`, vaultType, { region: place, account: place });
  const end = { node: vault, certain: false, because: `the rules of ${plan.address} are not known` };
  context.relate('storesIn', rule, end);
  context.relate('copiesTo', rule, end);
}
