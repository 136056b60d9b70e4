/** From each rule of a backup plan to the vaults that its recovery points are copied to. */
import { documentMap, isLeaf } from '../../../core/document.ts';
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { regionOfName, resolve, subjectOf } from '../../identity/resolve.ts';
import { ruleType, vaultTypes } from './plan-of-selection.ts';
import { retentionOfCopy } from './retention.ts';

export function relateCopies(context: GraphContext): void {
  for (const rule of context.ofType(ruleType)) {
    for (const [index, action] of itemsAt(rule, '/CopyActions').entries()) {
      if (isLeaf(action)) relateUnknownCopy(context, rule, subjectOf(action));
      else relateCopy(context, rule, index);
    }
  }
}

function relateCopy(context: GraphContext, rule: DraftNode, index: number): void {
  const properties = documentMap([['retention', retentionOfCopy(rule, index)]]);
  for (const vault of resolve(context, rule, `/CopyActions/${index}/DestinationBackupVaultArn`, vaultTypes)) {
    context.relate('copiesTo', rule, vault, properties);
  }
}

/** A list of copies of which not even the number is known. */
function relateUnknownCopy(context: GraphContext, rule: DraftNode, subject: string): void {
  const address = `a vault that ${subject} decides`;
  const place = { region: regionOfName(address), account: regionOfName(address), address };
  const vault = context.external(`copies of ${rule.id}`, vaultTypes[0] ?? '', place);
  context.relate('copiesTo', rule, { node: vault, certain: false, because: `${subject} is not known` });
}
