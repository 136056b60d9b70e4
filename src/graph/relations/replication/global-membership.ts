/**
 * From clusters to the global or multi-Region cluster that they name, and what else may be a member of it: what a module that
 * could not be read adds, and what is declared where the global cluster is, if that is not here.
 */
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { regionOfName, resolve } from '../../identity/resolve.ts';
import { same } from '../../identity/same.ts';

/** How clusters of a type say which global cluster they belong to. */
export interface Membership {
  readonly type: string;
  readonly globalType: string;
  readonly pointer: string;
}

export function relateToGlobal(context: GraphContext, membership: Membership): void {
  const { type, globalType, pointer } = membership;
  for (const cluster of context.ofType(type)) {
    if (propertyAt(cluster, pointer) === undefined) continue;
    for (const end of resolve(context, cluster, pointer, [globalType])) {
      context.relate('memberOf', cluster, end);
      const other = context.elsewhere(cluster);
      if (other !== undefined) context.relate('memberOf', other.node, { ...other, node: end.node });
    }
  }
  relateByUnknownName(context, membership);
  for (const unread of context.unread) if (unread.could(type)) relateUnreadMember(context, unread, membership);
}

/** A name that is not wholly known may be that of a global cluster which another template or root declares. */
function relateByUnknownName(context: GraphContext, { type, globalType, pointer }: Membership): void {
  const globals = context.ofType(globalType).filter((each) => propertyAt(each, pointer) !== undefined);
  if (globals.length === 0) return;
  for (const cluster of context.ofType(type)) {
    const name = propertyAt(cluster, pointer);
    if (name === undefined) continue;
    for (const global of globals) {
      if (global.deployment === cluster.deployment || same(name, propertyAt(global, pointer)) !== 'unknown') continue;
      const because = `${global.address} may be the global cluster that ${cluster.address} names`;
      context.relate('memberOf', cluster, { node: global, certain: false, because });
    }
  }
}

/** What an unread module is given a global cluster for, it may well add a cluster to. */
function relateUnreadMember(context: GraphContext, unread: Unread, { type, globalType }: Membership): void {
  for (const id of unread.refersTo) {
    const global = context.get(id);
    if (global?.type !== globalType) continue;
    const because = `${unread.node.address} could not be read and is given ${global.address}`;
    context.relate('memberOf', context.possible(unread, type), { node: global, certain: false, because });
  }
}

/** The members that are known so far, as certain as their membership. */
export function membersOf(context: GraphContext, global: DraftNode): readonly RelationEnd[] {
  return context.to('memberOf', global).flatMap(({ from, certain, because }) => {
    const node = context.get(from);
    return node === undefined ? [] : [{ node, certain, ...(because === undefined ? {} : { because }) }];
  });
}

/** A global cluster that the scan doesn't declare may have members that it doesn't declare either. */
export function relateUndeclaredMembers(
  context: GraphContext,
  global: DraftNode,
  members: readonly RelationEnd[],
): void {
  const [first] = members;
  if (first === undefined) return;
  const name = `other members of ${global.address}`;
  const other = context.external(name, first.node.type, { region: regionOfName(name), account: global.account });
  const because = 'its global cluster is declared elsewhere';
  for (const { node } of members) context.relate('replicatesTo', node, { node: other, certain: false, because });
}
