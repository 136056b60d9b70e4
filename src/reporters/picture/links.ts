/** Which relations a picture draws, between what is shown for their ends, and in which lane each end stands. */
import { isDeclared, type GraphNode } from '../../graph/node.ts';
import type { RelationKind } from '../../graph/relation.ts';
import type { ResourceGraph } from '../../graph/resource-graph.ts';
import { appendTo } from '../../core/append-to.ts';
import { ownLane, shownBy } from './drawn-nodes.ts';
import type { Lane } from './picture.ts';
import { relationStyles, type Family } from './relation-styles.ts';
import { laneOf } from './service-names.ts';

export interface Link {
  readonly kind: RelationKind;
  readonly from: GraphNode;
  readonly to: GraphNode;
  readonly certain: boolean;
  /** Why it is only possible; empty when it is certain. */
  readonly because: string;
}

export interface Links {
  readonly links: readonly Link[];
  /** Everything that is drawn, with its lane. */
  readonly lanes: ReadonlyMap<GraphNode, Lane>;
}

export function linksOf(graph: ResourceGraph): Links {
  const named = namedLanes(graph);
  const related = graph.relations.flatMap((relation): readonly Link[] => {
    const { kind, certain, because = '' } = relation;
    const [from, to] = [graph.node(relation.from), graph.node(relation.to)].map((end) =>
      end === undefined ? undefined : shownBy(graph, end),
    );
    const isDrawn = relationStyles.has(kind) && from !== undefined && to !== undefined && from !== to;
    return isDrawn ? [{ kind, from, to, certain, because }] : [];
  });
  const links = throughPlumbing(related, (node) => isDeclared(node) && !named.has(node));
  return { links, lanes: new Map([...named, ...lanesOfEnds(links, named)]) };
}

/** What is drawn for its own sake. */
function namedLanes(graph: ResourceGraph): ReadonlyMap<GraphNode, Lane> {
  const lanes = new Map<GraphNode, Lane>();
  for (const node of graph.nodes.values()) {
    const lane = shownBy(graph, node) === node ? ownLane(node) : undefined;
    if (lane !== undefined) lanes.set(node, lane);
  }
  return lanes;
}

/** A load balancer leads through listeners and target groups to what answers: one arrow, without what is between. */
function throughPlumbing(links: readonly Link[], isPlumbing: (node: GraphNode) => boolean): readonly Link[] {
  const onwards = new Map<GraphNode, Link[]>();
  for (const link of links) if (link.kind === 'routesTo') appendTo(onwards, link.from, link);
  return links.flatMap((link) => {
    if (link.kind !== 'routesTo') return [link];
    return isPlumbing(link.from) ? [] : endsOf(link, onwards, isPlumbing);
  });
}

/** The arrows that a route comes down to; an end that is reached in several ways is told again only to say that it is certain. */
function endsOf(
  route: Link,
  onwards: ReadonlyMap<GraphNode, readonly Link[]>,
  isPlumbing: (node: GraphNode) => boolean,
): readonly Link[] {
  const found: Link[] = [];
  /** Whether a way that is certain led there. */
  const seen = new Map<GraphNode, boolean>();
  const open = [route];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    const { certain, because } = at;
    if (seen.get(at.to) ?? false) continue;
    if (seen.has(at.to) && !certain) continue;
    seen.set(at.to, certain);
    if (!isPlumbing(at.to)) found.push({ ...at, from: route.from });
    for (const next of isPlumbing(at.to) ? (onwards.get(at.to) ?? []) : []) {
      open.push(certain ? next : { ...next, certain, because });
    }
  }
  return found;
}

const lanesOfFamilies: Readonly<Record<Family, Lane>> = {
  data: 'data',
  backup: 'backups',
  traffic: 'entry',
  pair: 'backups',
  detail: 'backups',
};

/** What stands at the end of an arrow from or to something that is drawn. */
function lanesOfEnds(links: readonly Link[], named: ReadonlyMap<GraphNode, Lane>): ReadonlyMap<GraphNode, Lane> {
  const lanes = new Map<GraphNode, Lane>();
  for (const { kind, from, to } of links) {
    const style = relationStyles.get(kind);
    if (style?.drawsEnds !== true || !(named.has(from) || named.has(to))) continue;
    for (const end of [from, to]) lanes.set(end, named.get(end) ?? laneOf(end.type) ?? lanesOfFamilies[style.family]);
  }
  return lanes;
}
