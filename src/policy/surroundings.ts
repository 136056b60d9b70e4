/**
 * What a verdict on a resource may depend on, as far as references and relations tell: everything that it leads to, and
 * everything that leads to it, with what stands beside that. What only leads to the same network or key is none of it.
 */
import { addTo } from '../core/append-to.ts';
import { type NodeId, nodeId } from '../core/ids.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import { isDeclared, type GraphNode } from '../graph/node.ts';
import type { RelationKind } from '../graph/relation.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';

/** The resource of the template itself that something belongs to: `Network/Vpc` to the stack `Network`. */
export function ownResource({ deployment, anchor }: Pick<DeclaredResource, 'deployment' | 'anchor'>): NodeId {
  return nodeId(deployment, anchor.split('/')[0] ?? anchor);
}

/** Kinds whose ends stand and fall together: what one depends on, the other does too. */
const closeKinds: ReadonlySet<RelationKind> = new Set([
  'copiesTo',
  'counterpartOf',
  'failsOverTo',
  'memberOf',
  'partOf',
  'replicatesTo',
]);

export class Surroundings {
  /** What could declare anything, and the template itself, belong to the surroundings of everything. */
  readonly everywhere: ReadonlySet<NodeId>;
  readonly #known = new Set<NodeId>();
  readonly #leadsTo = new Map<NodeId, Set<NodeId>>();
  readonly #ledToBy = new Map<NodeId, Set<NodeId>>();
  readonly #around = new Map<NodeId, ReadonlySet<NodeId>>();

  constructor(resources: readonly DeclaredResource[], graph: ResourceGraph) {
    const owners = new Map(resources.map((resource) => [resource.id, ownResource(resource)]));
    const related = relatedIn(graph);
    for (const resource of resources) {
      const own = ownResource(resource);
      this.#known.add(own);
      // What is in no relation itself may make those of others: a selection joins what it selects to its plan.
      const how = related.has(resource.id) ? 'reference' : 'close';
      for (const id of resource.dependsOn) this.#join(own, owners.get(id) ?? own, how);
    }
    for (const { from, to, kind } of graph.relations) {
      const [one, other] = [graph.node(from), graph.node(to)];
      if (!isJudged(one) || !isJudged(other)) continue;
      this.#join(ownResource(one), ownResource(other), closeKinds.has(kind) ? 'close' : 'relation');
    }
    const open = resources.filter(({ kind }) => kind === 'unresolved' || kind === 'settings');
    this.everywhere = new Set(open.map(ownResource));
  }

  has(resource: NodeId): boolean {
    return this.#known.has(resource);
  }

  /** With the resource itself. */
  around(resource: NodeId): ReadonlySet<NodeId> {
    const known = this.#around.get(resource);
    if (known !== undefined) return known;
    const around = new Set(reached(resource, this.#leadsTo));
    for (const user of reached(resource, this.#ledToBy)) {
      around.add(user);
      for (const next of this.#leadsTo.get(user) ?? []) around.add(next);
    }
    this.#around.set(resource, around);
    return around;
  }

  #join(one: NodeId, other: NodeId, how: 'reference' | 'relation' | 'close'): void {
    if (one === other) return;
    addTo(this.#leadsTo, one, other);
    if (how !== 'reference') addTo(this.#ledToBy, other, one);
    if (how !== 'close') return;
    addTo(this.#leadsTo, other, one);
    addTo(this.#ledToBy, one, other);
  }
}

/** What anything but a workload is related to. */
function relatedIn(graph: ResourceGraph): ReadonlySet<NodeId> {
  return new Set(graph.relations.flatMap(({ from, to, kind }) => (kind === 'contains' ? [] : [from, to])));
}

function reached(from: NodeId, ways: ReadonlyMap<NodeId, ReadonlySet<NodeId>>): ReadonlySet<NodeId> {
  const found = new Set([from]);
  // A set hands out what is added while it is walked.
  for (const each of found) for (const next of ways.get(each) ?? []) found.add(next);
  return found;
}

/** Names, ARNs and what is unread join nobody: what they stand for lies elsewhere. */
function isJudged(node: GraphNode | undefined): node is GraphNode {
  return node !== undefined && (isDeclared(node) || node.kind === 'part');
}
