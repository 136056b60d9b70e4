/**
 * A replica of a replica is fed by the first of them, too: a chain of read replicas brings the data of its source as far as
 * its last link.
 */
import type { DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import type { Relation } from '../../relation.ts';

// AWS takes no longer ones. https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html
const longestChain = 3;

export function relateReplicaChains(context: GraphContext, type: string): void {
  const sources = context.ofType(type).filter((node) => context.from('replicatesTo', node).length > 0);
  const direct = new Map(sources.map((source) => [source, context.from('replicatesTo', source)]));
  for (const source of sources) relateChain(context, source, direct);
}

function relateChain(
  context: GraphContext,
  source: DraftNode,
  direct: ReadonlyMap<DraftNode, readonly Relation[]>,
): void {
  let links = direct.get(source) ?? [];
  for (let length = 2; length <= longestChain; length += 1) {
    links = links.flatMap((link) => {
      const replica = context.get(link.to);
      return replica === undefined ? [] : (direct.get(replica) ?? []).map((next) => joined(link, next));
    });
    for (const { to, certain, because } of links) {
      const node = context.get(to);
      if (node === undefined || node === source) continue;
      context.relate('replicatesTo', source, { node, certain, ...(because === undefined ? {} : { because }) });
    }
  }
}

function joined(link: Relation, next: Relation): Relation {
  const because = link.because ?? next.because;
  return { ...next, certain: link.certain && next.certain, ...(because === undefined ? {} : { because }) };
}
