/** Assessed workloads as JSON: the tiers, the three ladders and the estimates per disruption. */
import type {
  Disruption,
  Estimate,
  EstimateTerm,
  Evidence,
  Ladder,
  Proviso,
  WorkloadAssessment,
} from '../assessment/assessment.ts';
import type { NodeId } from '../core/ids.ts';
import type { Interval } from '../core/interval.ts';
import { locationOf } from '../core/source.ts';
import type { Report } from '../findings/report.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Verdict } from '../policy/verdict.ts';
import { boundsJson } from './document-json.ts';

export function workloadJson(workload: WorkloadAssessment, graph: ResourceGraph): object {
  return {
    name: workload.name,
    tier: workload.tier,
    tierSource: workload.tierSource,
    ...(workload.objectivesDeclaredBy !== undefined && { objectivesDeclaredBy: workload.objectivesDeclaredBy }),
    objectives: objectivesJson(workload.objectives),
    regions: workload.regions,
    achievedTier: workload.achievedTier,
    ...(workload.possibleTier !== undefined && { possibleTier: workload.possibleTier }),
    ...(workload.nextTier !== undefined && { nextTier: workload.nextTier, heldBackBy: workload.heldBackBy }),
    ladders: Object.fromEntries(workload.ladders.map((ladder) => [ladder.name, ladderJson(ladder)])),
    estimates: estimatesJson(workload.estimates, graph),
    leftOut: workload.leftOut.map(({ node, because }) => ({ resource: node, because })),
  };
}

/** Seconds; only what is stated. */
function objectivesJson({ rto, rpo }: WorkloadAssessment['objectives']): unknown {
  return { ...(rto !== undefined && { rto }), ...(rpo !== undefined && { rpo }) };
}

function ladderJson({ step, members }: Ladder): unknown {
  return {
    step: stepJson(step),
    members: members.map((member) => ({
      resource: member.node,
      step: stepJson(member.step),
      stepName: member.stepName,
      because: member.because,
    })),
  };
}

/** Null for a ladder without members. */
function stepJson(step: Interval): unknown {
  if (step.low !== step.high) return { atLeast: step.low, ...(step.high < Infinity && { atMost: step.high }) };
  return step.low === Infinity ? null : step.low;
}

/** What a resource misses: the disruptions with their estimates, of which each says what is promised. */
export function missedJson(
  { missed, node }: Verdict,
  { estimates, graph }: Pick<Report, 'estimates' | 'graph'>,
): unknown {
  return missed?.flatMap(({ disruptions, level }) =>
    disruptions.map((disruption) => {
      const estimate = estimates.get(node)?.get(disruption);
      return { disruption, level, ...(estimate !== undefined && estimateJson(estimate, graph)) };
    }),
  );
}

export function estimatesJson(estimates: ReadonlyMap<Disruption, Estimate>, graph: ResourceGraph): unknown {
  return Object.fromEntries(
    [...estimates].map(([disruption, estimate]) => [disruption, estimateJson(estimate, graph)]),
  );
}

function estimateJson(estimate: Estimate, graph: ResourceGraph): object {
  const { rpo, rto, limitedBy, terms, evidence, provisos, promise } = estimate;
  return {
    rpo: figureJson(rpo),
    rto: figureJson(rto),
    ...(limitedBy !== undefined && { limitedBy: addressOf(limitedBy, graph) }),
    terms: terms.map(termJson),
    evidence: evidence.map(evidenceJson),
    ...(provisos.length > 0 && { provisos: provisos.map(provisoJson) }),
    ...(promise !== undefined && { promise }),
  };
}

function termJson({ name, time, because, evidence }: EstimateTerm): unknown {
  return {
    name,
    time: figureJson(time),
    because,
    ...(evidence !== undefined && { mechanism: evidence.mechanism, resource: evidence.node }),
  };
}

function evidenceJson({ mechanism, node, carrier, basis, because, certain, place }: Evidence): unknown {
  return {
    mechanism,
    resource: node,
    ...(carrier !== undefined && { carrier }),
    basis,
    because,
    certain,
    ...(place !== undefined && { location: locationOf(place) }),
  };
}

function provisoJson({ text, node }: Proviso): unknown {
  return { text, ...(node !== undefined && { resource: node }) };
}

function figureJson(figure: Interval | undefined): unknown {
  if (figure === undefined) return { status: 'not-applicable' };
  if (figure.low !== figure.high) return { status: 'unknown', ...boundsJson(figure) };
  return figure.low === Infinity ? { status: 'lost' } : { status: 'known', seconds: figure.low };
}

function addressOf(id: NodeId, graph: ResourceGraph): string {
  return graph.node(id)?.address ?? id;
}
