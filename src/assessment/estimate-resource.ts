/** What would happen to one resource: per disruption its best surviving mechanism, as a pair of loss and time. */
import type { Interval } from '../core/interval.ts';
import type { Truth } from '../core/truth.ts';
import type { NodeId } from '../core/ids.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { disruptions, type Disruption, type Evidence } from './assessment.ts';
import { bestWay, type BestWay } from './best-way.ts';
import { isServing } from './compute-ladder.ts';
import { isStore } from './data-ladder.ts';
import { isTrue, read } from './read-node.ts';
import { leadsUsers } from './traffic-ladder.ts';
import { survivingWays, waysBack, type WayBack } from './ways-back.ts';

/** What a resource is to a recovery. */
export type Part = 'data' | 'compute' | 'traffic';

/** A resource on a recovery path, with what brings it back from each disruption. */
export interface PathMember {
  readonly node: GraphNode;
  readonly part: Part;
  /** Whether it holds data that could be lost. */
  readonly holdsData: Truth;
  readonly ways: ReadonlyMap<Disruption, readonly WayBack[]>;
  readonly best: ReadonlyMap<Disruption, BestWay>;
}

/** The resources of a recovery path: stateful ones, serving compute, entry points, all of the primary Region. */
export function recoveryPath(graph: ResourceGraph, nodes: readonly GraphNode[]): readonly PathMember[] {
  return nodes.flatMap((node) => {
    const part = partOf(graph, node);
    return part === undefined ? [] : [pathMember(graph, node, part)];
  });
}

function partOf(graph: ResourceGraph, node: GraphNode): Part | undefined {
  if (isStore(graph, node)) return 'data';
  if (isServing(node)) return 'compute';
  return leadsUsers(graph, node) ? 'traffic' : undefined;
}

function pathMember(graph: ResourceGraph, node: GraphNode, part: Part): PathMember {
  const all = waysBack(graph, node);
  const holdsData = part === 'data' ? isTrue(read(node, 'facts', 'stateful')) : 'no';
  const ways = new Map(disruptions.map((disruption) => [disruption, survivingWays(disruption, all)]));
  const best = new Map([...ways].map(([disruption, left]) => [disruption, bestWay(left, holdsData)]));
  return { node, part, holdsData, ways, best };
}

const nothing: BestWay = bestWay([], 'yes');

export function bestFor(member: PathMember, disruption: Disruption): BestWay {
  return member.best.get(disruption) ?? nothing;
}

/** The mechanism that decides: the certain one, else one that may be there. */
export function wayOf({ certain, possible }: BestWay): WayBack | undefined {
  return certain ?? possible;
}

/** The mechanisms behind an estimate: the certain one, and a better one that may be there. */
export function evidenceOf({ certain, possible }: BestWay): readonly Evidence[] {
  return [certain, possible].flatMap((way) => (way === undefined ? [] : [evidenceOfWay(way)]));
}

function evidenceOfWay({ mechanism, node, carrier, holds, because }: WayBack): Evidence {
  const { rpo, rto } = mechanism.basis;
  return {
    mechanism: mechanism.id,
    node: node.id,
    carrier: idOf(carrier, node),
    basis: rpo === 'documented' && rto === 'documented' ? 'documented' : 'assumed',
    place: carrier?.place ?? node.place,
    because,
    certain: holds === 'yes',
  };
}

function idOf(carrier: GraphNode | undefined, node: GraphNode): NodeId | undefined {
  return carrier === undefined || carrier === node ? undefined : carrier.id;
}

/** What may not be there at all may not be missed either. */
export function ifThere({ node, holdsData }: PathMember, figure: Interval): Interval {
  return node.exists === 'unknown' || holdsData === 'unknown' ? { low: 0, high: figure.high } : figure;
}
