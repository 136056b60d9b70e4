/** What a run took for granted about a workload, said aloud: where its tier comes from, its Regions, and the roles in them. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import { isDocumentMap } from '../core/document.ts';
import { printText } from '../core/print.ts';
import { isDeclared } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';

export const tierSources: Readonly<Record<WorkloadAssessment['tierSource'], string>> = {
  stated: 'stated',
  objectives: 'from the stated objectives',
  default: 'assumed, because none is stated',
};

/** `from the objectives of aws_resiliencehub_resiliency_policy.shop` */
export function tierOrigin({ tierSource, objectivesDeclaredBy }: WorkloadAssessment): string {
  return objectivesDeclaredBy === undefined
    ? tierSources[tierSource]
    : `from the objectives of ${printText(objectivesDeclaredBy)}`;
}

/** `us-east-1 (primary), us-west-2 (recovery), inferred from where the resources lie` */
export function regionsSentence({ regions }: WorkloadAssessment): string {
  const { primary, recovery, inferred } = regions;
  if (primary === undefined && recovery.length === 0) return 'not known, and none are stated';
  const named = [`${primary ?? 'not known'} (primary)`, ...recovery.map((region) => `${region} (recovery)`)].join(', ');
  const found = recovery.length === 0 ? `${named}, no recovery Region` : named;
  return inferred ? `${found}; inferred from where the resources lie` : found;
}

/** How many resources play which role: `12 primary, 3 recovery, 2 not known`; none where all play one. */
export function rolesSentence({ name }: WorkloadAssessment, graph: ResourceGraph): readonly string[] {
  const counts = new Map<string, number>();
  for (const node of graph.nodes.values()) {
    if (node.workload !== name || !isDeclared(node) || !isDocumentMap(node.document)) continue;
    const { role } = node.document;
    const told = role === 'primary' || role === 'recovery' ? role : 'not known';
    counts.set(told, (counts.get(told) ?? 0) + 1);
  }
  if (counts.size < 2) return [];
  const order = ['primary', 'recovery', 'not known'];
  return [order.flatMap((role) => (counts.has(role) ? [`${counts.get(role)} ${role}`] : [])).join(', ')];
}
