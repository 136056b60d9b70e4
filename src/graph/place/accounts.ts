/**
 * Accounts: providers that differ only in Region share one, and so do all roots and stacks of a scan unless a role, an
 * allowed account or an ARN says otherwise. So what is not stated anywhere is one symbol, equal to itself.
 */
import { UnknownLeaf, type Document } from '../../core/document.ts';
import type { UnknownReason, UnknownSymbol } from '../../core/value.ts';
import type { GraphContext } from '../graph-context.ts';

const notStated: ReadonlySet<UnknownReason['code']> = new Set(['provider', 'pseudo-parameter']);

const sharedKey = 'account';

const sharedAccount = new UnknownLeaf({
  key: sharedKey,
  reason: { code: 'provider', subject: 'the AWS account', cure: '' },
});

export function settleAccounts(context: GraphContext): void {
  for (const node of context.nodes.values()) node.account = accountOf(node.account ?? sharedAccount);
}

/** An account as a provider, a stack or an ARN gives it: what is not stated there is the one that all share. */
export function accountOf(account: Document): Document {
  const isStated = !(account instanceof UnknownLeaf) || !notStated.has(account.symbol().reason.code);
  return isStated ? account : sharedAccount;
}

/** The account of whoever deploys what nothing else is said of. */
export function isSharedAccount({ key }: UnknownSymbol): boolean {
  return key === sharedKey;
}
