/** The JSON report of lint: verdicts one by one for machines and audits, and the findings that people see. */
import { locationOf, type Location } from '../core/source.ts';
import type { Finding } from '../findings/finding.ts';
import type { Proposal } from '../findings/proposal.ts';
import type { Report } from '../findings/report.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Verdict } from '../policy/verdict.ts';
import { documentEntry, documentJson } from './document-json.ts';
import { regionJson } from './graph-json.ts';
import { jsonText } from './json-text.ts';
import type { Reporter } from './reporter.ts';
import { missedJson, workloadJson } from './workload-json.ts';

/** Raised when a reader of the output would have to change. */
const schemaVersion = 1;

export const jsonReporter: Reporter = (report) => jsonText(reportJson(report));

function reportJson(report: Report): unknown {
  const { tool, summary, inputs, workloads, verdicts, findings, graph } = report;
  const findingOfVerdict = fingerprintsByVerdict(findings);
  return {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    summary,
    inputs,
    workloads: workloads.map((workload) => workloadJson(workload, graph)),
    verdicts: verdicts.map((verdict) => verdictJson(verdict, findingOfVerdict.get(verdictKey(verdict)), report)),
    findings: findings.map((finding) => findingJson(finding, report.proposals?.get(finding.fingerprint))),
  };
}

function verdictJson(verdict: Verdict, finding: string | undefined, report: Report): unknown {
  const node = report.graph.node(verdict.node);
  const place = verdict.place ?? node?.place ?? node?.header;
  const reasons = verdict.unknowns.map(({ reason }) => reason);
  return {
    policy: verdict.policy,
    verdict: verdict.verdict,
    level: verdict.level,
    message: verdict.message,
    ...(reasons.length > 0 && { reason: reasons }),
    ...(verdict.missed !== undefined && { missed: missedJson(verdict, report) }),
    ...(finding !== undefined && { finding }),
    ...(node !== undefined && { resource: resourceJson(node) }),
    ...(place !== undefined && { location: locationOf(place) }),
  };
}

function resourceJson(node: GraphNode): unknown {
  const role = documentEntry(node, 'role');
  const [outermostCall] = node.calls;
  return {
    id: node.id,
    address: node.address,
    ...(node.part !== undefined && { part: node.part }),
    ...(node.construct !== undefined && { construct: constructJson(node.construct) }),
    type: node.type,
    sourceType: node.sourceType,
    ...(node.language !== undefined && { language: node.language }),
    region: regionJson(node),
    ...(role !== undefined && { role: documentJson(role) }),
    deployment: node.deployment,
    ...(node.header !== undefined && { location: locationOf(node.header) }),
    // What a module declares is known to its user by the call.
    ...(outermostCall !== undefined && { declaredBy: locationOf(outermostCall) }),
  };
}

/** The construct of a CDK app, and the line that created it. */
function constructJson(construct: NonNullable<GraphNode['construct']>): unknown {
  const place = construct.createdAt();
  return { path: construct.path, ...(place !== undefined && { createdAt: locationOf(place) }) };
}

function findingJson(finding: Finding, proposal: Proposal | undefined): unknown {
  return {
    fingerprint: finding.fingerprint,
    policy: finding.policy,
    level: finding.level,
    state: finding.state,
    message: finding.message,
    location: findingLocation(finding),
    related: finding.related.map(({ range, label }) => ({ ...locationOf(range), label })),
    resources: finding.resources,
    ...(finding.fix !== '' && { fix: finding.fix }),
    ...(proposal?.kind === 'edits' && {
      edits: proposal.edits.map(({ range, text }) => ({ ...locationOf(range), text })),
    }),
  };
}

/** Where a finding stands; the first character of a file that could not be read. */
export function findingLocation({ place, path }: Finding): Location {
  return place === undefined ? { file: path, line: 1, column: 1, endLine: 1, endColumn: 1 } : locationOf(place);
}

function fingerprintsByVerdict(findings: readonly Finding[]): ReadonlyMap<string, string> {
  const fingerprints = new Map<string, string>();
  for (const { fingerprint, verdicts } of findings) {
    for (const verdict of verdicts) fingerprints.set(verdictKey(verdict), fingerprint);
  }
  return fingerprints;
}

/** There is one verdict of a policy on a node. */
function verdictKey({ policy, node }: Verdict): string {
  return `${policy} ${node}`;
}
