/** What a recovery needs beside its figures, because policies of their own guard it: keys, for now those of its carrier. */
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Proviso } from './assessment.ts';
import { printRegion, read } from './read-node.ts';
import type { WayBack } from './ways-back.ts';

/** The keys that must be usable where the carrier of a recovery lies. */
export function keyProvisos(graph: ResourceGraph, way: WayBack | undefined): readonly Proviso[] {
  if (way?.carrier === undefined) return [];
  const { node, carrier } = way;
  const keys = graph
    .follow(node.id, 'encryptedBy')
    .filter(({ node: key }) => read(key, 'facts', 'customerManaged') === true)
    .map(({ node: key }) => key);
  return keys.map((key) => ({ text: `${key.address} must be usable in ${placeOf(carrier)}`, node: key.id }));
}

function placeOf(carrier: GraphNode): string {
  return printRegion(carrier);
}
