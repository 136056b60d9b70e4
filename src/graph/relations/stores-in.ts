/** From each rule of a backup plan to the vault in which it stores its recovery points. */
import { documentMap, type DocumentMap } from '../../core/document.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { resolve } from '../identity/resolve.ts';
import { isKnownRule, ruleType, vaultTypes } from './backup/plan-of-selection.ts';
import { retentionOfRule } from './retention.ts';

export function relateStorage(context: GraphContext): void {
  for (const rule of context.ofType(ruleType)) {
    const properties = documentMap([['retention', retentionOfRule(rule)]]);
    for (const pointer of ['/TargetBackupVault', '/TargetLogicallyAirGappedBackupVaultArn']) {
      relateVault(context, rule, pointer, properties);
    }
  }
}

function relateVault(context: GraphContext, rule: DraftNode, pointer: string, properties: DocumentMap): void {
  const isKnown = isKnownRule(rule);
  for (const vault of resolve(context, rule, pointer, vaultTypes)) {
    const end = isKnown ? vault : { node: vault.node, certain: false, because: `${rule.address} is not known in full` };
    context.relate('storesIn', rule, end, properties);
  }
}
