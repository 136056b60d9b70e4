/** What the judge asks of a node beside the graph: its document with estimates, its tier's parameters, its workload. */
import type { Assessment } from '../assessment/assessment.ts';
import { documentMap, duration, isDocumentMap, type Document, type DocumentMap } from '../core/document.ts';
import { exactly } from '../core/interval.ts';
import { workloadNodeId } from '../core/ids.ts';
import type { WorkloadSummary } from '../graph/build-graph.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { needsDocument, needsOfAll } from '../graph/workload/needs.ts';
import { estimatesDocument, isAbove } from './estimate-documents.ts';
import type { JudgedTier, SubjectsInput } from './subjects.ts';
import { tierDocument, type StatedObjectives, type Tiers } from './tiers.ts';

export interface JudgedByInput {
  readonly graph: ResourceGraph;
  readonly workloads: readonly WorkloadSummary[];
  readonly assessment: Assessment;
  readonly tiers: Tiers;
}

export function judgedBy(input: JudgedByInput): Pick<SubjectsInput, 'documentOf' | 'tierOf' | 'workloadOf'> {
  const { graph, tiers } = input;
  const workloads = new Map(input.workloads.map((each) => [each.name, each]));
  const assessed = new Map(input.assessment.workloads.map((each) => [each.name, each]));
  const parameters = new Map<string, DocumentMap>();
  const served = ({ serves }: GraphNode): readonly WorkloadSummary[] =>
    serves.flatMap((name) => workloads.get(name) ?? []);

  const tierOf = (node: GraphNode): JudgedTier => {
    const name = node.tier ?? 'backup-restore';
    const isReplicated = graph.follow(node.id, 'replicatesTo').some(({ relation }) => relation.certain);
    const key = JSON.stringify([node.serves, name, isReplicated]);
    const known = parameters.get(key);
    if (known !== undefined) return { name, parameters: known };
    const tier = tiers.get(name);
    const made = tier === undefined ? documentMap([]) : tierDocument(tier, objectivesOfAll(served(node)), isReplicated);
    parameters.set(key, made);
    return { name, parameters: made };
  };
  const withAchieved = (node: GraphNode | undefined): DocumentMap => {
    const document = node?.document;
    if (!isDocumentMap(document)) return documentMap([]);
    const workload = assessed.get(node?.workload ?? '');
    const tier = workload === undefined ? undefined : tiers.get(workload.tier);
    const surplus = workload === undefined || tier === undefined ? undefined : isAbove(workload, tier);
    return documentMap([
      ...Object.entries(document),
      ['achieved', workload?.achievedTier],
      ['facts', documentMap([['overProvisioned', surplus]])],
    ]);
  };
  const withEstimates = (node: GraphNode): Document => {
    const estimates = input.assessment.resources.get(node.id);
    if (estimates === undefined || !isDocumentMap(node.document)) return node.document;
    return documentMap([...Object.entries(node.document), ['estimates', estimatesDocument(node, estimates)]]);
  };
  /** What serves several workloads, or another than its own, must meet what each of them needs. */
  const workloadOf = (node: GraphNode): Document => {
    const own = withAchieved(graph.node(workloadNodeId(node.workload ?? '')));
    if (node.serves.length === 1 && node.serves[0] === node.workload) return own;
    const needs = needsDocument(needsOfAll(served(node).map((each) => each.needs)));
    const { rto, rpo } = objectivesOfAll(served(node));
    const objectives = documentMap([
      ['rto', measureOf(rto)],
      ['rpo', measureOf(rpo)],
    ]);
    return documentMap([...Object.entries(own), ['needs', needs], ['objectives', objectives]]);
  };
  return {
    tierOf,
    documentOf: (node) => (node.kind === 'workload' ? withAchieved(node) : withEstimates(node)),
    workloadOf,
  };
}

/** The strictest of what is stated for any of them. */
function objectivesOfAll(workloads: readonly WorkloadSummary[]): StatedObjectives {
  return {
    rto: smallest(workloads.map(({ tier }) => tier.rto)),
    rpo: smallest(workloads.map(({ tier }) => tier.rpo)),
    dataRpo: smallest(workloads.map(({ tier }) => tier.objectives?.perDisruption['data']?.rpo)),
  };
}

function smallest(figures: readonly (number | undefined)[]): number | undefined {
  const stated = figures.filter((figure) => figure !== undefined);
  return stated.length === 0 ? undefined : Math.min(...stated);
}

function measureOf(figure: number | undefined): Document | undefined {
  return figure === undefined ? undefined : duration(exactly(figure));
}
