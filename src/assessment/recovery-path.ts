/** The recovery path of a workload: what must come back, with the ways in which each of it does. */
import { documentMap, UnknownLeaf, type DocumentMap } from '../core/document.ts';
import type { Truth } from '../core/truth.ts';
import type { UnreadModule } from '../graph/build-graph.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { TierSteps } from './achieved-tier.ts';
import { disruptions, type Disruption, type LadderName } from './assessment.ts';
import { bestWay, type BestWay } from './best-way.ts';
import { leadsUsers } from './entry-points.ts';
import { isTrue, read } from './read-node.ts';
import { isServing } from './serving.ts';
import { isStore } from './stores.ts';
import { survivingWays, waysBack, type WayBack, type WaySettings } from './ways-back.ts';

/** A resource on a recovery path, with what brings it back from each disruption. */
export interface PathMember {
  readonly node: GraphNode;
  readonly part: LadderName;
  /** Whether it holds data that could be lost. */
  readonly holdsData: Truth;
  readonly ways: ReadonlyMap<Disruption, readonly WayBack[]>;
  readonly best: ReadonlyMap<Disruption, BestWay>;
}

export interface RecoveryPathInput {
  readonly graph: ResourceGraph;
  readonly nodes: readonly GraphNode[];
  /** Ascending. */
  readonly tiers: readonly TierSteps[];
  /** What could not be read of the workload. */
  readonly unread: readonly UnreadModule[];
}

/** The resources of a recovery path: stateful ones, serving compute, entry points, all of the primary Region. */
export function recoveryPath({ graph, nodes, tiers, unread }: RecoveryPathInput): readonly PathMember[] {
  const settings: WaySettings = { graph, tier: standbyParameters(tiers), params: unreadParameters(unread) };
  return nodes.flatMap((node) => {
    const part = partOf(graph, node);
    return part === undefined ? [] : [pathMember(settings, node, part)];
  });
}

function partOf(graph: ResourceGraph, node: GraphNode): LadderName | undefined {
  if (isStore(graph, node)) return 'data';
  if (isServing(graph, node)) return 'compute';
  return leadsUsers(graph, node) ? 'traffic' : undefined;
}

function pathMember(settings: WaySettings, node: GraphNode, part: LadderName): PathMember {
  const all = waysBack(settings, node);
  const holdsData = part === 'data' ? isTrue(read(node, 'facts', 'stateful')) : 'no';
  const ways = new Map(disruptions.map((disruption) => [disruption, survivingWays(disruption, all)]));
  const best = new Map([...ways].map(([disruption, left]) => [disruption, bestWay(left, holdsData)]));
  return { node, part, holdsData, ways, best };
}

/** What a standby that runs must have: as the lowest tier asks that wants one to run at all. */
function standbyParameters(tiers: readonly TierSteps[]): DocumentMap {
  return tiers.find(({ steps }) => steps.compute === 2)?.parameters ?? documentMap([]);
}

/** Each of these can lead users of any entry point to another Region. */
const routingTypes = [
  'AWS::GlobalAccelerator::Accelerator',
  'AWS::Route53::HealthCheck',
  'AWS::CloudFront::Distribution',
];

/** `unreadRouting`: not known where a module that was not read could lead users to another Region. */
function unreadParameters(unread: readonly UnreadModule[]): DocumentMap {
  const module = unread.find(({ could }) => routingTypes.some((type) => could(type)));
  return documentMap([['unreadRouting', module === undefined ? undefined : new UnknownLeaf(module.symbol)]]);
}
