/** From the replicas of a multi-Region key to the key: the same key material, under the same id, in another Region. */
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, Unread } from '../graph-context.ts';
import { parseArn } from '../identity/arn.ts';
import { resolve, subjectOf } from '../identity/resolve.ts';
import { same } from '../identity/same.ts';

const keyType = 'AWS::KMS::Key';
const replicaType = 'AWS::KMS::ReplicaKey';
const pointer = '/PrimaryKeyArn';

// A replica of a key that is not known would otherwise be related to every key of a large scan.
const mostPossibleKeys = 32;

export function relateReplicaKeys(context: GraphContext): void {
  for (const replica of context.ofType(replicaType)) relateReplica(context, replica);
  for (const unread of context.unread) if (unread.could(replicaType)) relateUnread(context, unread);
}

function relateReplica(context: GraphContext, replica: DraftNode): void {
  const named = propertyAt(replica, pointer);
  if (named === undefined) return;
  const ends = resolve(context, replica, pointer, [keyType]);
  for (const end of ends) context.relate('counterpartOf', replica, end);
  if (ends.some(({ node }) => node.kind === 'declared')) return;
  // Nobody knows a key's id before it is made, so one that is written may be that of any multi-Region key.
  const region = parseArn(named)?.region;
  const candidates = context.ofType(keyType).filter((key) => {
    return propertyAt(key, '/MultiRegion') !== false && (region === undefined || same(key.region, region) !== 'no');
  });
  const because = `${subjectOf(named)} may be its ARN`;
  for (const node of candidates.slice(0, mostPossibleKeys)) {
    context.relate('counterpartOf', replica, { node, certain: false, because });
  }
}

/** What an unread module is given a key for, it may well replicate. */
function relateUnread(context: GraphContext, unread: Unread): void {
  for (const id of unread.refersTo) {
    const key = context.get(id);
    if (key?.type !== keyType) continue;
    const because = `${unread.node.address} could not be read and is given ${key.address}`;
    context.relate('counterpartOf', context.possible(unread, replicaType), { node: key, certain: false, because });
  }
}
