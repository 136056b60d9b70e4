/** The graph of a scan: nodes and relations with indexed lookups; read-only once built. */
import { appendTo } from '../core/append-to.ts';
import type { NodeId } from '../core/ids.ts';
import type { GraphNode } from './node.ts';
import { relationOf, type Relation } from './relation.ts';

/** One step along a relation: the node at its other end. */
export interface Hop {
  readonly relation: Relation;
  readonly node: GraphNode;
}

export class ResourceGraph {
  readonly nodes: ReadonlyMap<NodeId, GraphNode>;
  readonly relations: readonly Relation[];
  readonly #byType = new Map<string, GraphNode[]>();
  readonly #outgoing = new Map<string, Hop[]>();

  constructor(nodes: Iterable<GraphNode>, relations: readonly Relation[]) {
    const byId = new Map<NodeId, GraphNode>();
    for (const node of nodes) {
      byId.set(node.id, node);
      appendTo(this.#byType, node.type, node);
    }
    this.nodes = byId;
    this.relations = relations;
    for (const relation of relations) {
      const from = byId.get(relation.from);
      const to = byId.get(relation.to);
      if (from === undefined || to === undefined) {
        throw new Error(`relation ${relation.kind} from ${relation.from} to ${relation.to} has no such end`);
      }
      appendTo(this.#outgoing, `${relation.kind}>${from.id}`, { relation, node: to });
      appendTo(this.#outgoing, `${relation.kind}<${to.id}`, { relation, node: from });
    }
  }

  node(id: NodeId): GraphNode | undefined {
    return this.nodes.get(id);
  }

  /** Nodes of one type, in the order they were built. */
  ofType(type: string): readonly GraphNode[] {
    return this.#byType.get(type) ?? [];
  }

  /** The hops from a node along a verb in its direction (`protectedBy`, or back: `protects`). */
  follow(from: NodeId, verb: string): readonly Hop[] {
    const named = relationOf(verb);
    if (named === undefined) throw new Error(`no such relation: ${verb}`);
    if (verb === 'counterpartOf') {
      return [
        ...(this.#outgoing.get(`counterpartOf>${from}`) ?? []),
        ...(this.#outgoing.get(`counterpartOf<${from}`) ?? []),
      ];
    }
    return this.#outgoing.get(`${named.kind}${named.reverse ? '<' : '>'}${from}`) ?? [];
  }
}
