/** What a condition is evaluated in: the subject with everything a path can start from. */
import type { Document, DocumentMap } from '../core/document.ts';
import type { Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation } from '../graph/relation.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';

export interface ConditionContext {
  readonly subject: GraphNode;
  readonly graph: ResourceGraph;
  /** The document of a node, with what later stages add to it (estimates). */
  documentOf(node: GraphNode): Document;
  /** `$tier` */
  readonly tier: DocumentMap;
  /** `$params` */
  readonly params: DocumentMap;
  /** `$workload` */
  readonly workload: Document;
}

/** What `$` stands on: a node, or something inside the document of one. */
export interface Item {
  readonly document: Document;
  /** The node whose document it is or lies in; undefined for what lies in no node's document (`$tier.…`). */
  readonly node: GraphNode | undefined;
  /** Where in the node's document; empty for the node itself. */
  readonly pointer: string;
  /** The relation that led here, in a chain the last one. */
  readonly edge: Relation | undefined;
}

/** An item of a set. */
export interface Member extends Item {
  /** `yes`, or unknown: a possible relation, a node that perhaps does not exist, an item of a list that is not known. */
  readonly isThere: Truth;
  /** Why it is not certain that it is there. */
  readonly doubts: readonly Doubt[];
  /** It stands for any number of items, also none. */
  readonly many: boolean;
}

export interface Scope {
  readonly context: ConditionContext;
  readonly current: Item;
  readonly bound: ReadonlyMap<string, Item>;
}

/** A place that a condition looked at. */
export interface Place {
  /** Undefined for what no node holds: a tier's parameter, a property of a relation. */
  readonly node: GraphNode | undefined;
  readonly pointer: string;
  /** The path as the policy writes it. */
  readonly path: string;
  /** What was found; undefined when absent. */
  readonly document: Document | undefined;
}

/** Something that could not be known, and made an answer unknown. */
export type Doubt =
  | { readonly kind: 'value'; readonly place: Place; readonly symbol: UnknownSymbol }
  | { readonly kind: 'existence'; readonly node: GraphNode; readonly symbol: UnknownSymbol }
  | { readonly kind: 'relation'; readonly relation: Relation; readonly symbol: UnknownSymbol };

export function itemOfNode(node: GraphNode, context: ConditionContext): Item {
  return { document: context.documentOf(node), node, pointer: '', edge: undefined };
}

/** The scope in which a policy's own conditions start. */
export function subjectScope(context: ConditionContext): Scope {
  return { context, current: itemOfNode(context.subject, context), bound: new Map() };
}
