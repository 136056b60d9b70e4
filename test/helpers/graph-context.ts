/** Declared resources as draft nodes in their places, for testing one deriver of relations or facts. */
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import type { DraftNode } from '../../src/graph/draft.ts';
import { setKinds } from '../../src/graph/facts/resource-kinds.ts';
import { GraphContext } from '../../src/graph/graph-context.ts';
import { draftNodes } from '../../src/graph/identity/draft-nodes.ts';
import { settleAccounts } from '../../src/graph/place/accounts.ts';
import { settleRegions } from '../../src/graph/place/regions.ts';
import type { Relation, RelationKind } from '../../src/graph/relation.ts';
import { normalize } from '../../src/normalization/normalize.ts';

export function graphContext(resources: readonly DeclaredResource[]): GraphContext {
  const { nodes, unread } = draftNodes(normalize(resources).value);
  const context = new GraphContext(nodes, unread);
  settleRegions(context);
  settleAccounts(context);
  setKinds(context);
  return context;
}

/** The only node with an address, and a part where one is given. */
export function nodeAt(context: GraphContext, address: string, part?: string): DraftNode {
  const found = context.all().filter((node) => node.address === address && node.part === part);
  const [node] = found;
  if (node === undefined || found.length > 1) throw new Error(`${found.length} nodes at ${address}/${part ?? ''}`);
  return node;
}

/** The relations of a kind from a node, as `address/part`, with the reason of those that are only possible. */
export function relationsFrom(context: GraphContext, kind: RelationKind, node: DraftNode): readonly string[] {
  return context.from(kind, node).map((relation) => printRelation(context, relation));
}

function printRelation(context: GraphContext, { to, certain, because }: Relation): string {
  const node = context.get(to);
  const name = `${node?.address ?? 'nothing'}${node?.part === undefined ? '' : `/${node.part}`}`;
  return certain ? name : `${name}? ${because ?? 'no reason'}`;
}
