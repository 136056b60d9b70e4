/** From each rule of a backup plan to the vault in which it stores its recovery points. */
import { documentMap, UnknownLeaf, type DocumentMap } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';
import { samePlace } from '../../identity/same.ts';
import { isKnownRule, ruleType, vaultTypes } from './plan-of-selection.ts';
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
  const vaults = resolve(context, rule, pointer, vaultTypes);
  for (const vault of [...vaults, ...possibleVaults(context, rule, pointer, vaults)]) {
    const end = isKnown ? vault : { node: vault.node, certain: false, because: `${rule.address} is not known in full` };
    context.relate('storesIn', rule, end, properties);
  }
}

/** A vault that is not known may be any declared one that a rule can store in: those in its Region and account. */
function possibleVaults(
  context: GraphContext,
  rule: DraftNode,
  pointer: string,
  resolved: readonly RelationEnd[],
): readonly RelationEnd[] {
  const target = propertyAt(rule, pointer);
  if (!(target instanceof UnknownLeaf) || resolved.some(({ node }) => node.kind !== 'external')) return [];
  const because = `${subjectOf(target)} may name it`;
  return vaultTypes
    .flatMap((type) => context.ofType(type))
    .filter((vault) => vault.kind !== 'external' && samePlace(vault, rule) !== 'no')
    .map((node) => ({ node, certain: false, because }));
}
