/** The graph as JSON: every node with its attributes as written and its properties in AWS's names, and every relation. */
import { locationOf } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation } from '../graph/relation.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { documentEntry, documentJson } from './document-json.ts';
import { jsonText } from './json-text.ts';

const schemaVersion = 1;

export function graphJson(graph: ResourceGraph): string {
  return jsonText({
    schemaVersion,
    nodes: [...graph.nodes.values()].map(nodeJson),
    edges: graph.relations.map(edgeJson),
  });
}

function nodeJson(node: GraphNode): unknown {
  return {
    id: node.id,
    kind: node.kind,
    address: node.address,
    ...(node.part !== undefined && { part: node.part }),
    ...(node.construct !== undefined && { construct: node.construct.path }),
    type: node.type,
    sourceType: node.sourceType,
    language: node.language ?? null,
    region: regionJson(node),
    account: documentJson(documentEntry(node, 'account')),
    role: documentJson(documentEntry(node, 'role')),
    workload: node.workload ?? null,
    tier: node.tier ?? null,
    tags: documentJson(documentEntry(node, 'tags') ?? {}),
    ...(node.exists !== 'yes' && { exists: node.exists }),
    attributes: documentJson(node.attributes),
    properties: documentJson(documentEntry(node, 'properties') ?? {}),
    facts: documentJson(documentEntry(node, 'facts') ?? {}),
    location: node.header === undefined ? null : locationOf(node.header),
  };
}

function edgeJson({ from, to, kind, certain, because, properties }: Relation): unknown {
  return {
    from,
    to,
    kind,
    certain,
    ...(because !== undefined && { because }),
    ...(Object.keys(properties).length > 0 && { properties: documentJson(properties) }),
  };
}

/** A global service has no Region: `global`. */
export function regionJson(node: GraphNode): unknown {
  return documentJson(documentEntry(node, 'region') ?? 'global');
}
