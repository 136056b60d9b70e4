/** Which resources hold data of their own, and whether anything of it leaves its Region. */
import { and, or, type Truth } from '../core/truth.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Hop, ResourceGraph } from '../graph/resource-graph.ts';
import { isElsewhere, isMember, isTrue, read } from './read-node.ts';

/** It holds data of its own; a copy is held by its source, wherever it lies. */
export function isStore(graph: ResourceGraph, node: GraphNode): boolean {
  if (!isMember(node) || isTrue(read(node, 'facts', 'stateful')) === 'no') return false;
  return !graph
    .follow(node.id, 'replicaOf')
    .some((source) => source.relation.certain && !isMutual(graph, node, source) && !isWrittenBeside(node, source));
}

/** A bucket takes writes of its own beside what the recovery Region's replicates to it; a read replica takes none. */
function isWrittenBeside(node: GraphNode, { node: source }: Hop): boolean {
  return node.type === 'AWS::S3::Bucket' && read(source, 'role') === 'recovery';
}

/** Whether what stands at the other end of a hop is both copy and source of the node. */
function isMutual(graph: ResourceGraph, node: GraphNode, { node: other }: Hop): boolean {
  return ['replicatesTo', 'replicaOf'].every((verb) =>
    graph.follow(other.id, verb).some((back) => back.node.id === node.id && back.relation.certain),
  );
}

/** Replicas of these are needed for a recovery, but bring no data back. */
const withoutData: ReadonlySet<string> = new Set(['AWS::SecretsManager::Secret', 'AWS::ECR::Repository']);

/** Whether anything is kept in another Region than its own, also where what is backed up is declared elsewhere. */
export function leavesRegion(graph: ResourceGraph, nodes: readonly GraphNode[]): Truth {
  let answer: Truth = 'no';
  for (const node of nodes) {
    if (withoutData.has(node.type)) continue;
    for (const verb of ['copiesTo', 'replicatesTo']) {
      for (const hop of graph.follow(node.id, verb)) answer = or(answer, and(node.exists, isElsewhere(node, hop)));
    }
  }
  return answer;
}
