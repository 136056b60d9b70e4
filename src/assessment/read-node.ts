/** What the ladders read of a node's document. */
import { isDocumentMap, UnknownLeaf, type Document } from '../core/document.ts';
import { existsGiven } from '../core/existence.ts';
import { and, not, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import { same } from '../graph/identity/same.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation } from '../graph/relation.ts';
import type { Hop } from '../graph/resource-graph.ts';

/** The value below the keys: undefined when absent, the leaf when the way is cut off by one. */
export function read(node: GraphNode, ...keys: readonly string[]): Document | undefined {
  let at: Document | undefined = node.document;
  for (const key of keys) {
    if (!isDocumentMap(at)) return at instanceof UnknownLeaf ? at : undefined;
    at = at[key];
  }
  return at;
}

export function isTrue(value: Document | undefined): Truth {
  if (value instanceof UnknownLeaf) return 'unknown';
  return value === true || value === 'true' ? 'yes' : 'no';
}

/** Whether the other end of a hop certainly lies in another Region; what has no Region lies in none. */
export function isElsewhere(node: GraphNode, { relation, node: other }: Hop): Truth {
  const region = read(other, 'region');
  const elsewhere = region === undefined ? 'no' : not(same(read(node, 'region'), region));
  return and(and(elsewhere, mayLieThere(relation)), certainty(relation), existsGiven(other, node));
}

/** A copy in a Region where the data may not lie is none. */
export function mayLieThere({ properties }: Relation): Truth {
  const { allowed } = properties;
  return allowed === undefined ? 'yes' : isTrue(allowed);
}

export function certainty(relation: Relation): Truth {
  return relation.certain ? 'yes' : 'unknown';
}

/** What must become known for a hop to count. */
export function unknownsOf(node: GraphNode, ...others: readonly GraphNode[]): readonly UnknownSymbol[] {
  const symbols: UnknownSymbol[] = [];
  for (const each of [node, ...others]) {
    const region = read(each, 'region');
    if (region instanceof UnknownLeaf) symbols.push(region.symbol());
    if (each.existsBecause !== undefined) symbols.push(each.existsBecause);
  }
  return symbols;
}

export function printRegion(node: GraphNode): string {
  const region = read(node, 'region');
  if (typeof region === 'string') return region;
  return region instanceof UnknownLeaf ? region.symbol().reason.subject : 'no Region';
}

/** Auxiliary and exempt resources are no members of a ladder. */
export function isMember(node: GraphNode): boolean {
  const judged = node.kind === 'declared' || node.kind === 'modelled';
  return (
    judged &&
    read(node, 'exempt') !== true &&
    read(node, 'facts', 'auxiliary') !== true &&
    read(node, 'role') !== 'recovery'
  );
}
