/** Relations as messages and related places say them: `aws_db_instance.orders replicates to aws_db_instance.replica`. */
import { printText } from '../core/print.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation, RelationKind } from '../graph/relation.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { addressOf } from './names.ts';

const verbs = {
  protectedBy: 'is protected by',
  storesIn: 'stores in',
  copiesTo: 'copies to',
  deadLettersTo: 'leaves what it cannot deliver to',
  replicatesTo: 'replicates to',
  failsOverTo: 'fails over to',
  routesTo: 'routes to',
  checkedBy: 'is checked by',
  probes: 'probes',
  runsIn: 'runs in',
  egressesThrough: 'leaves through',
  encryptedBy: 'is encrypted by',
  memberOf: 'is a member of',
  partOf: 'is a part of',
  counterpartOf: 'is the counterpart of',
  watchedBy: 'is watched by',
  dependsOn: 'depends on',
  contains: 'contains',
} as const satisfies Record<RelationKind, string>;

export function relationInWords({ kind, from, to }: Relation, graph: ResourceGraph): string {
  const [one, other] = [from, to].map((id) => {
    const node = graph.node(id);
    return node === undefined ? printText(id) : addressOf(node);
  });
  return `${one} ${verbs[kind]} ${other}`;
}

/** Told of a node that is named already: `replicates to aws_db_instance.replica`. */
export function relationFrom(node: GraphNode, relation: Relation, graph: ResourceGraph): string {
  const words = relationInWords(relation, graph);
  return relation.from === node.id ? words.slice(addressOf(node).length + 1) : words;
}
