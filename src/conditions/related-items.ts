/**
 * The items that a chain of relations leads to (`partOf/parts/copiesTo`): whole nodes. A hop over a possible relation or
 * to a node that perhaps does not exist makes the item unknown, and so does every hop after it.
 */
import { UnknownLeaf } from '../core/document.ts';
import { existsGiven } from '../core/existence.ts';
import type { NodeId } from '../core/ids.ts';
import { and, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation } from '../graph/relation.ts';
import type { Hop } from '../graph/resource-graph.ts';
import type { ConditionContext, Doubt, Item, Member } from './scope.ts';

/** A node on the way, with the certainty of the way to it. */
interface Stop {
  readonly node: GraphNode;
  readonly isThere: Truth;
  readonly doubts: readonly Doubt[];
}

/** One item per relation that leads to it: two relations to one node differ in what `$edge` holds. */
export function relatedItems(
  start: Item | undefined,
  verbs: readonly string[],
  context: ConditionContext,
): readonly Member[] {
  if (start?.node === undefined) return [];
  const members: Member[] = [];
  let stops: readonly Stop[] = [{ node: start.node, isThere: 'yes', doubts: [] }];
  for (const [index, verb] of verbs.entries()) {
    const arrivals: Arrival[] = [];
    for (const stop of stops) {
      members.push(...unreadRelations(stop, verb, context));
      for (const hop of context.graph.follow(stop.node.id, verb))
        arrivals.push(...afterHop(stop, hop, context.subject));
    }
    if (index === verbs.length - 1) for (const each of arrivals) members.push(memberOf(each, context));
    stops = surest(arrivals);
  }
  return members;
}

/** A stop that a relation led to. */
interface Arrival extends Stop {
  readonly relation: Relation;
}

/** One arrival, or none at what does not exist. What exists whenever the judged node does is there. */
function afterHop(stop: Stop, { node, relation }: Hop, subject: GraphNode): readonly Arrival[] {
  const exists = existsGiven(node, subject);
  if (exists === 'no') return [];
  const doubts: Doubt[] = [...stop.doubts];
  if (!relation.certain) doubts.push({ kind: 'relation', relation, symbol: relationSymbol(relation) });
  if (exists === 'unknown') doubts.push({ kind: 'existence', node, symbol: existenceSymbol(node) });
  return [{ node, relation, isThere: and(stop.isThere, relation.certain ? 'yes' : 'unknown', exists), doubts }];
}

/** Each node once, over the surest way to it. */
function surest(arrivals: readonly Arrival[]): readonly Stop[] {
  const stops = new Map<NodeId, Stop>();
  for (const arrival of arrivals) {
    if (!stops.has(arrival.node.id) || arrival.isThere === 'yes') stops.set(arrival.node.id, arrival);
  }
  return [...stops.values()];
}

function memberOf({ node, relation, isThere, doubts }: Arrival, context: ConditionContext): Member {
  const many = standsForMany(node, context.subject);
  return { document: context.documentOf(node), node, pointer: '', edge: relation, isThere, doubts, many };
}

/**
 * What could not be read may hold any number of them, and so may one declaration of which the number is not known; but of what
 * stands in the same instance of a module as the judged node there is one beside it.
 */
function standsForMany({ kind, address, part, deployment }: GraphNode, subject: GraphNode): boolean {
  const shared = deployment === subject.deployment ? sharedInstance(address, subject.address) : 0;
  return kind === 'possible' || address.includes('[*]', shared) || part?.includes('[*]') === true;
}

/** How much of two addresses names one and the same instance of a module of which the number is not known. */
function sharedInstance(one: string, other: string): number {
  let shared = 0;
  for (let end = one.indexOf('[*].') + 4; end > 3; end = one.indexOf('[*].', end) + 4) {
    if (!other.startsWith(one.slice(0, end))) break;
    shared = end;
  }
  return shared;
}

/** What an unread part of the scan could declare may be related to anything: any number of unknown items. */
function unreadRelations(stop: Stop, verb: string, context: ConditionContext): readonly Member[] {
  const document = context.documentOf(stop.node);
  if (!(document instanceof UnknownLeaf)) return [];
  const symbol = document.symbol();
  const unread: Doubt = { kind: 'existence', node: stop.node, symbol };
  return [
    {
      document: new UnknownLeaf({ ...symbol, key: `${symbol.key} ${verb}` }),
      node: undefined,
      pointer: '',
      edge: undefined,
      isThere: 'unknown',
      doubts: [...stop.doubts, unread],
      many: true,
    },
  ];
}

function relationSymbol({ because, kind, from, to }: Relation): UnknownSymbol {
  const reason = { code: 'derived', subject: because ?? 'nothing in the scan decides it', cure: '' } as const;
  return { key: because === undefined ? `${kind} ${from} ${to}` : `relation ${because}`, reason };
}

/** Why it is not known that a node exists. */
export function existenceSymbol(node: GraphNode): UnknownSymbol {
  if (node.existsBecause !== undefined) return node.existsBecause;
  if (node.document instanceof UnknownLeaf) return node.document.symbol();
  const reason = { code: 'derived', subject: node.address, cure: '' } as const;
  return { key: `existence of ${node.id}`, reason };
}
