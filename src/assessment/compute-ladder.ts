/** The compute ladder: for each serving group of the primary Region, what runs or could be started elsewhere. */
import { isDocumentMap, MeasureLeaf, type Document } from '../core/document.ts';
import { isAtLeast } from '../core/interval.ts';
import { and, truthOf, type Truth } from '../core/truth.ts';
import { amountOf } from '../graph/facts/capacity.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Hop, ResourceGraph } from '../graph/resource-graph.ts';
import type { LadderMember } from './assessment.ts';
import { memberOf, type Mechanism } from './ladder-step.ts';
import { isElsewhere, isMember, read, unknownsOf } from './read-node.ts';

export const servingTypes: readonly string[] = ['AWS::AutoScaling::AutoScalingGroup', 'AWS::ECS::Service'];

/** Capacity that serves in the primary Region. */
export function isServing(node: GraphNode): boolean {
  return servingTypes.includes(node.type) && isMember(node);
}

/** @param share The part of the primary's capacity that a running standby must have, 0 to 1. */
export function computeMembers(
  graph: ResourceGraph,
  nodes: readonly GraphNode[],
  share: number,
): readonly LadderMember[] {
  return nodes.filter(isServing).map((node) => {
    const counterparts = graph.follow(node.id, 'counterpartOf');
    const mechanisms = counterparts.flatMap((hop) => standby(node, hop, share));
    return memberOf('compute', node, mechanisms, 'nothing stands in for it in another Region');
  });
}

function standby(node: GraphNode, hop: Hop, share: number): readonly Mechanism[] {
  const elsewhere = isElsewhere(node, hop);
  const running = amountOf(capacity(hop.node, 'desired'));
  const wanted = amountOf(capacity(node, 'desired'));
  const now = hop.relation.properties['capacityNow'];
  const because = `${hop.node.address} runs ${printAmount(hop.node)} of ${printAmount(node)}`;
  const unknowns = [
    ...unknownsOf(node, hop.node),
    ...[running.because, wanted.because].filter((symbol) => symbol !== undefined),
  ];
  const atLeastOne = isAtLeast(running.interval, { low: 1, high: 1 });
  return [
    { step: 1, holds: elsewhere, because, unknowns },
    { step: 2, holds: and(elsewhere, atLeastOne, reaches(now, share)), because, unknowns },
    { step: 3, holds: and(elsewhere, atLeastOne, reaches(now, 1)), because, unknowns },
  ];
}

function reaches(now: Document | undefined, share: number): Truth {
  if (now instanceof MeasureLeaf) return isAtLeast(now.interval(), { low: share, high: share });
  return truthOf(typeof now === 'number' && now >= share);
}

function capacity(node: GraphNode, which: string): Document | undefined {
  const facts = read(node, 'facts', 'capacity');
  return isDocumentMap(facts) ? facts[which] : facts;
}

function printAmount(node: GraphNode): string {
  const desired = capacity(node, 'desired');
  return typeof desired === 'number' ? String(desired) : 'an unknown number';
}
