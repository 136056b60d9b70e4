/** Which node of the graph a picture shows for another one: a part is shown by its owner, a cluster's instance by the cluster. */
import { isDeclared, type GraphNode } from '../../graph/node.ts';
import type { ResourceGraph } from '../../graph/resource-graph.ts';
import { documentEntry } from '../document-json.ts';
import { isDocumentMap, type Document } from '../../core/document.ts';
import { laneOf } from './service-names.ts';
import type { Lane } from './picture.ts';

/** The node that is drawn for this one; undefined when nothing is. */
export function shownBy(graph: ResourceGraph, node: GraphNode): GraphNode | undefined {
  if (node.kind === 'settings' || node.kind === 'workload') return undefined;
  if (node.owner !== undefined && !isCopyOfOwner(graph, node)) return graph.node(node.owner);
  return clusterOf(graph, node) ?? node;
}

/** The lane of what is drawn for its own sake; undefined for what only stands at the end of an arrow, or not at all. */
export function ownLane(node: GraphNode): Lane | undefined {
  if (isSetAside(node) || !(isDeclared(node) || node.kind === 'part')) return undefined;
  return laneOf(node.type) ?? (isStateful(node) ? 'data' : undefined);
}

/** What nothing is asked of: exempt, or it only records what others do. */
export function isSetAside(node: GraphNode): boolean {
  return documentEntry(node, 'exempt') === true || factOf(node, 'auxiliary') === true;
}

function isStateful(node: GraphNode): boolean {
  const stateful = factOf(node, 'stateful');
  return stateful !== undefined && stateful !== false;
}

function factOf(node: GraphNode, name: string): Document | undefined {
  const facts = documentEntry(node, 'facts');
  return isDocumentMap(facts) ? facts[name] : undefined;
}

/** The replica of a table is a part of it, and lies in another Region. */
function isCopyOfOwner(graph: ResourceGraph, part: GraphNode): boolean {
  return graph.follow(part.id, 'replicaOf').some(({ node }) => node.id === part.owner);
}

function clusterOf(graph: ResourceGraph, node: GraphNode): GraphNode | undefined {
  if (factOf(node, 'clusterMember') !== true) return undefined;
  return graph.follow(node.id, 'memberOf').find(({ relation, node: cluster }) => {
    return relation.certain && isDeclared(cluster) && cluster.type.endsWith('::DBCluster');
  })?.node;
}
