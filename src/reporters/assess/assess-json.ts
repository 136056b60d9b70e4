/** An assessment as JSON: the workloads as `lint` has them, with the estimates of each resource and what a tier would take. */
import { locationOf } from '../../core/source.ts';
import type { WorkloadAssessment } from '../../assessment/assessment.ts';
import type { Report } from '../../findings/report.ts';
import { documentEntry, documentJson } from '../document-json.ts';
import { regionJson } from '../graph-json.ts';
import { jsonText } from '../json-text.ts';
import { estimatesJson, workloadJson } from '../workload-json.ts';
import { accountOf } from './account.ts';
import type { Change, Remark } from './changes.ts';

const schemaVersion = 1;

export function assessJson(report: Report): string {
  return jsonText({ schemaVersion, workloads: report.workloads.map((workload) => assessedJson(workload, report)) });
}

function assessedJson(workload: WorkloadAssessment, report: Report): unknown {
  const { headline, changes, surplus, unknowns } = accountOf(workload, report);
  return {
    ...workloadJson(workload, report.graph),
    summary: headline.join(' '),
    changes: changes.map(({ tier, isPromised, changes: own }) => ({
      tier,
      promised: isPromised,
      changes: own.map(changeJson),
    })),
    beyondPromise: surplus.map(remarkJson),
    unknowns,
    resources: resourcesJson(workload, report),
  };
}

function changeJson({ what, about, policies }: Change): unknown {
  return { what, about: about.map(remarkJson), policies };
}

function remarkJson({ name, text, place }: Remark): unknown {
  return { resource: name, text, ...(place !== undefined && { location: locationOf(place) }) };
}

/** Those on the recovery path. */
function resourcesJson({ name }: WorkloadAssessment, { graph, estimates }: Report): readonly unknown[] {
  return [...estimates].flatMap(([id, own]) => {
    const node = graph.node(id);
    if (node?.workload !== name) return [];
    return {
      id,
      address: node.address,
      type: node.type,
      sourceType: node.sourceType,
      region: regionJson(node),
      role: documentJson(documentEntry(node, 'role')),
      tier: node.tier ?? null,
      location: node.header === undefined ? null : locationOf(node.header),
      estimates: estimatesJson(own, graph),
    };
  });
}
