/** From the replicas of a multi-Region key to the key: the same key material, under the same id, in another Region. */
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, Unread } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';

const keyType = 'AWS::KMS::Key';
const replicaType = 'AWS::KMS::ReplicaKey';
const pointer = '/PrimaryKeyArn';

// A replica of a key that is not known would otherwise be related to every key of a large scan.
const mostPossibleKeys = 32;

export function relateReplicaKeys(context: GraphContext): void {
  const primaries = keysByRegion(context);
  for (const replica of context.ofType(replicaType)) relateReplica(context, replica, primaries);
  for (const unread of context.unread) if (unread.could(replicaType)) relateUnread(context, unread);
}

/** Region → the first keys that may have replicas and certainly or perhaps lie there; undefined: in any Region. */
type KeysByRegion = ReadonlyMap<string | undefined, readonly DraftNode[]>;

function keysByRegion(context: GraphContext): KeysByRegion {
  const byRegion = new Map<string | undefined, DraftNode[]>();
  const add = (region: string | undefined, key: DraftNode): void => {
    const known = byRegion.get(region) ?? [];
    if (known.length < mostPossibleKeys) byRegion.set(region, [...known, key]);
  };
  for (const key of context.ofType(keyType)) {
    if (propertyAt(key, '/MultiRegion') === false) continue;
    add(undefined, key);
    add(typeof key.region === 'string' ? key.region : notKnown, key);
  }
  return byRegion;
}

const notKnown = 'not known';

function relateReplica(context: GraphContext, replica: DraftNode, primaries: KeysByRegion): void {
  const named = propertyAt(replica, pointer);
  if (named === undefined) return;
  const ends = resolve(context, replica, pointer, [keyType]);
  for (const end of ends) context.relate('counterpartOf', replica, end);
  if (ends.some(({ node }) => isDeclared(node))) return;
  // Nobody knows a key's id before it is made, so one that is written may be that of any multi-Region key there.
  const region = parseArn(named)?.region;
  const regions = typeof region === 'string' ? [region, notKnown] : [undefined];
  const because = `${subjectOf(named)} may be its ARN`;
  for (const node of regions.flatMap((each) => primaries.get(each) ?? [])) {
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
