/**
 * What a recovery in another Region needs beside its figures: what its mechanisms say of themselves, the keys of the data, and
 * what the capacity starts from. Policies of their own guard these; here they are named beside the figure.
 */
import { or, type Truth } from '../core/truth.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Proviso } from './assessment.ts';
import { isElsewhere, isMember, printRegion, read } from './read-node.ts';
import type { WayBack } from './ways-back.ts';

/** Of the way that a resource comes back. */
export function provisosOfWay(graph: ResourceGraph, way: WayBack | undefined): readonly Proviso[] {
  if (way === undefined) return [];
  const own = way.proviso === undefined ? [] : [{ text: way.proviso, node: way.node.id }];
  return [...own, ...keyProvisos(graph, way)];
}

/** The keys that must be usable where the carrier of a recovery lies. */
function keyProvisos(graph: ResourceGraph, { node, carrier }: WayBack): readonly Proviso[] {
  if (carrier === undefined) return [];
  return graph
    .follow(node.id, 'encryptedBy')
    .filter(({ node: key }) => read(key, 'facts', 'customerManaged') === true)
    .map(({ node: key }) => ({ text: `${key.address} must be usable in ${printRegion(carrier)}`, node: key.id }));
}

/** What capacity starts from, and each Region has its own of. */
const startedFrom: ReadonlyMap<string, string> = new Map([
  ['AWS::SecretsManager::Secret', 'secret'],
  ['AWS::SSM::Parameter', 'parameter'],
  ['AWS::ECR::Repository', 'image repository'],
  ['AWS::CertificateManager::Certificate', 'certificate'],
]);

/** What the capacity of a workload needs and only the primary Region has. */
export function provisosOfStart(graph: ResourceGraph, nodes: readonly GraphNode[]): readonly Proviso[] {
  return nodes.flatMap((node) => {
    const kind = startedFrom.get(node.type);
    if (kind === undefined || !isMember(node) || existsElsewhere(graph, node) === 'yes') return [];
    return [{ text: `the ${kind} ${node.address} must be in the recovery Region`, node: node.id, kind }];
  });
}

function existsElsewhere(graph: ResourceGraph, node: GraphNode): Truth {
  const copies = ['replicatesTo', 'counterpartOf'].flatMap((verb) => graph.follow(node.id, verb));
  return or(...copies.map((hop) => isElsewhere(node, hop)));
}
