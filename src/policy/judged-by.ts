/** What the judge asks of a node beside the graph: its document with estimates, its tier's parameters, its workload. */
import type { Assessment } from '../assessment/assessment.ts';
import { documentMap, isDocumentMap, type Document, type DocumentMap } from '../core/document.ts';
import { workloadNodeId } from '../core/ids.ts';
import type { WorkloadSummary } from '../graph/build-graph.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { JudgeInput, JudgedTier } from './judge.ts';
import { tierDocument, type StatedObjectives, type Tiers } from './tiers.ts';

export interface JudgedByInput {
  readonly graph: ResourceGraph;
  readonly workloads: readonly WorkloadSummary[];
  readonly assessment: Assessment;
  readonly tiers: Tiers;
}

export function judgedBy(input: JudgedByInput): Pick<JudgeInput, 'documentOf' | 'tierOf' | 'workloadOf'> {
  const { graph, tiers } = input;
  const objectives = objectivesByWorkload(input);
  const achieved = new Map(input.assessment.workloads.map((each) => [each.name, each.achievedTier]));
  const parameters = new Map<string, DocumentMap>();

  const tierOf = (node: GraphNode): JudgedTier => {
    const workload = node.workload ?? '';
    const name = node.tier ?? 'backup-restore';
    const isReplicated = graph.follow(node.id, 'replicatesTo').some(({ relation }) => relation.certain);
    const key = `${workload} ${name} ${isReplicated}`;
    const known = parameters.get(key);
    if (known !== undefined) return { name, parameters: known };
    const tier = tiers.get(name);
    const made =
      tier === undefined
        ? documentMap([])
        : tierDocument(tier, objectives.get(workload) ?? nothingStated, isReplicated);
    parameters.set(key, made);
    return { name, parameters: made };
  };
  const withAchieved = (node: GraphNode | undefined): Document => {
    const document = node?.document;
    if (!isDocumentMap(document)) return documentMap([]);
    return documentMap([...Object.entries(document), ['achieved', achieved.get(node?.workload ?? '')]]);
  };
  return {
    tierOf,
    documentOf: (node) => (node.kind === 'workload' ? withAchieved(node) : node.document),
    workloadOf: (node) => withAchieved(graph.node(workloadNodeId(node.workload ?? ''))),
  };
}

const nothingStated: StatedObjectives = { rto: undefined, rpo: undefined, dataRpo: undefined };

function objectivesByWorkload({ workloads }: JudgedByInput): ReadonlyMap<string, StatedObjectives> {
  return new Map(
    workloads.map(({ name, tier: { rto, rpo, objectives } }) => {
      return [name, { rto, rpo, dataRpo: objectives?.perDisruption['data']?.rpo }];
    }),
  );
}
