/** The data ladder: for each stateful resource of the primary Region, how much of it exists elsewhere. */
import { existsGiven } from '../core/existence.ts';
import { and, or, type Truth } from '../core/truth.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Hop, ResourceGraph } from '../graph/resource-graph.ts';
import type { LadderMember } from './assessment.ts';
import { memberOf, type Mechanism } from './ladder-step.ts';
import { certainty, isElsewhere, isMember, isTrue, printRegion, read, unknownsOf } from './read-node.ts';

export function dataMembers(graph: ResourceGraph, nodes: readonly GraphNode[]): readonly LadderMember[] {
  const members: LadderMember[] = [];
  for (const node of nodes) {
    if (!isStore(graph, node)) continue;
    const mechanisms = [...liveCopies(graph, node), ...recoveryPoints(graph, node)];
    members.push(memberOf('data', node, mechanisms, 'nothing of it leaves its Region'));
  }
  return members;
}

/** It holds data of its own; a copy is held by its source, wherever it lies. */
export function isStore(graph: ResourceGraph, node: GraphNode): boolean {
  if (!isMember(node) || isTrue(read(node, 'facts', 'stateful')) === 'no') return false;
  return !graph
    .follow(node.id, 'replicaOf')
    .some((source) => source.relation.certain && !isMutual(graph, node, source) && !isWrittenBeside(node, source));
}

/** A bucket takes writes of its own beside what the recovery Region's replicates to it; a read replica takes none. */
function isWrittenBeside(node: GraphNode, { node: source }: Hop): boolean {
  return node.type === 'AWS::S3::Bucket' && read(source, 'role') === 'recovery';
}

/** Replicas of these are needed for a recovery, but bring no data back. */
const withoutData: ReadonlySet<string> = new Set(['AWS::SecretsManager::Secret', 'AWS::ECR::Repository']);

/** Whether anything is kept in another Region than its own, also where what is backed up is declared elsewhere. */
export function leavesRegion(graph: ResourceGraph, nodes: readonly GraphNode[]): Truth {
  let answer: Truth = 'no';
  for (const node of nodes) {
    if (withoutData.has(node.type)) continue;
    for (const verb of ['copiesTo', 'replicatesTo']) {
      for (const hop of graph.follow(node.id, verb)) answer = or(answer, and(node.exists, isElsewhere(node, hop)));
    }
  }
  return answer;
}

function liveCopies(graph: ResourceGraph, node: GraphNode): readonly Mechanism[] {
  return graph.follow(node.id, 'replicatesTo').map((hop) => ({
    step: isWritable(graph, node, hop) ? 3 : 2,
    holds: isElsewhere(node, hop),
    because: `replicated to ${printRegion(hop.node)}`,
    unknowns: unknownsOf(node, hop.node),
  }));
}

/** Types of which every replica takes writes. */
const writableReplicas: ReadonlySet<string> = new Set(['AWS::DynamoDB::Table', 'AWS::Cassandra::Table']);

/** Both sides take writes: every replica of a global table, and what replicates both ways. */
function isWritable(graph: ResourceGraph, node: GraphNode, hop: Hop): boolean {
  return writableReplicas.has(node.type) || isMutual(graph, node, hop);
}

/** Whether what stands at the other end of a hop is both copy and source of the node. */
function isMutual(graph: ResourceGraph, node: GraphNode, { node: other }: Hop): boolean {
  return ['replicatesTo', 'replicaOf'].every((verb) =>
    graph.follow(other.id, verb).some((back) => back.node.id === node.id && back.relation.certain),
  );
}

function recoveryPoints(graph: ResourceGraph, node: GraphNode): readonly Mechanism[] {
  const own = graph.follow(node.id, 'copiesTo').map((copy) => restorable(node, copy, 'yes'));
  // A type that AWS Backup cannot copy gets nothing from a rule that copies.
  if (read(node, 'facts', 'crossRegionCopy') !== true) return own;
  const rules = graph
    .follow(node.id, 'protectedBy')
    .filter((hop) => hop.node.part !== undefined || hop.node.kind === 'possible');
  const copied = rules.flatMap((rule) => {
    if (rule.node.kind === 'possible') return [restorable(node, rule, 'unknown')];
    const covered = and(certainty(rule.relation), existsGiven(rule.node, node));
    return graph.follow(rule.node.id, 'copiesTo').map((copy) => restorable(node, copy, covered));
  });
  return [...own, ...copied];
}

function restorable(node: GraphNode, copy: Hop, covered: Truth): Mechanism {
  return {
    step: 1,
    holds: and(covered, isElsewhere(node, copy)),
    because: `recovery points are copied to ${printRegion(copy.node)}`,
    unknowns: unknownsOf(node, copy.node),
  };
}
