/**
 * Accounts: providers that differ only in Region share one, and so do all roots and stacks of a scan unless a role, an
 * allowed account or an ARN says otherwise. So what is not stated anywhere is one symbol, equal to itself.
 */
import { UnknownLeaf } from '../../core/document.ts';
import type { UnknownReason } from '../../core/value.ts';
import type { GraphContext } from '../graph-context.ts';

const notStated: ReadonlySet<UnknownReason['code']> = new Set(['provider', 'pseudo-parameter']);

const sharedAccount = new UnknownLeaf({
  key: 'account',
  reason: { code: 'provider', subject: 'the AWS account', cure: '' },
});

export function settleAccounts(context: GraphContext): void {
  for (const node of context.nodes.values()) {
    if (node.account === undefined) node.account = sharedAccount;
    else if (node.account instanceof UnknownLeaf && notStated.has(node.account.symbol().reason.code)) {
      node.account = sharedAccount;
    }
  }
}
