/** From verdicts and diagnostics to what people read, in order and with fingerprints. */
import type { Config } from '../config/config.ts';
import { diagnosticCodes, type Diagnostic } from '../core/diagnostic.ts';
import type { PolicyId } from '../core/ids.ts';
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { SourceSuppression } from '../loaders/source-suppression.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/verdict.ts';
import { tellConsequences } from './consequences.ts';
import { diagnosticsToFindings } from './diagnostics-to-findings.ts';
import type { Finding } from './finding.ts';
import { numberFingerprints } from './fingerprint.ts';
import { groupVerdicts, type Failure } from './group-verdicts.ts';
import { JudgedPlaces } from './judged-places.ts';
import { decisivePlaces, placeFinder, type PlaceFinder, type ToldPlace } from './place-of.ts';
import { sortFindings } from './sort.ts';
import type { Suppressible } from './suppression.ts';
import { Suppressions } from './suppressions.ts';

export interface FindingsInput {
  readonly graph: ResourceGraph;
  /** Every verdict, so that passing instances can be named. */
  readonly verdicts: readonly Verdict[];
  readonly policies: readonly Policy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly config: Config;
  /** Those in comments and metadata. */
  readonly suppressions?: readonly SourceSuppression[];
  /** `YYYY-MM-DD`, against which suppressions expire. */
  readonly today: string;
}

export function findingsOf(input: FindingsInput): readonly Finding[] {
  const { graph, verdicts, diagnostics, config } = input;
  const policies = new Map(input.policies.map((policy) => [policy.id, policy]));
  const suppressions = new Suppressions(config, input.suppressions ?? [], input.today);
  const findPlace = placeFinder(graph, config);

  const told = verdicts.filter(isToldFailure);
  // Each is held against the suppressions, also what is then told inside another: its entry is not without effect.
  const placed = new Map(
    told.map((verdict) => [
      verdict,
      placedFailure(verdict, nodeOf(verdict, graph), policies, { suppressions, findPlace }),
    ]),
  );
  const failures = tellConsequences(told, policies, graph).flatMap(({ verdict, consequences }) => {
    const failure = placed.get(verdict);
    const isOpen = (each: Verdict): boolean => placed.get(each)?.state === 'open';
    return failure === undefined ? [] : [{ ...failure, consequences: consequences.filter(isOpen) }];
  });
  const passing = verdicts
    .filter(({ verdict }) => verdict === 'pass')
    .map((verdict) => ({ verdict, node: nodeOf(verdict, graph) }));
  const aboutInputs = diagnosticsToFindings(
    diagnostics,
    (diagnostic) => suppressions.stateOf(suppressibleInput(diagnostic)).state,
  );
  // What may turn out to be a failure, or is one at another tier, keeps its suppression from being without effect.
  for (const verdict of suppressions.isEmpty ? [] : verdicts.filter(mayBeFailure)) {
    placedFailure(verdict, nodeOf(verdict, graph), policies, { suppressions, findPlace });
  }
  const policyIds = [...input.policies.flatMap(({ id, aliases }) => [id, ...aliases]), ...diagnosticCodes];
  const judged = { policyIds, places: new JudgedPlaces(suppressions.isEmpty ? [] : graph.nodes.values()) };
  const aboutSuppressions = diagnosticsToFindings(suppressions.diagnostics(judged), () => 'open');
  return numberFingerprints(
    sortFindings([...groupVerdicts(failures, passing, policies), ...aboutInputs, ...aboutSuppressions]),
  );
}

function isToldFailure({ verdict, level }: Verdict): boolean {
  return verdict === 'fail' && level !== 'off';
}

function mayBeFailure({ verdict, level }: Verdict): boolean {
  return verdict === 'unknown' || (verdict === 'fail' && level === 'off');
}

function placedFailure(
  verdict: Verdict,
  node: GraphNode,
  policies: ReadonlyMap<PolicyId, Policy>,
  tools: { readonly suppressions: Suppressions; readonly findPlace: PlaceFinder },
): Omit<Failure, 'consequences'> {
  const told = tools.findPlace(verdict, node);
  const policyIds = [verdict.policy, ...(policies.get(verdict.policy)?.aliases ?? [])];
  const { state, expired } = tools.suppressions.stateOf(suppressibleVerdict(policyIds, node, told));
  const expiredAt = expired?.statedAt;
  if (expired === undefined || expiredAt === undefined) return { verdict, node, ...told, state, expired };
  const related = [...told.related, { range: expiredAt, label: 'its suppression has expired' }];
  return { verdict, node, place: told.place, related, state, expired };
}

function suppressibleVerdict(policyIds: readonly string[], node: GraphNode, told: ToldPlace): Suppressible {
  const ofFinding = [told.place, node.header].filter(isPlace);
  // A workload is told at its first member, which doesn't answer for it.
  const isOfPlace = node.kind !== 'workload';
  return {
    policyIds,
    node,
    places: isOfPlace ? [...ofFinding, ...decisivePlaces(told), ...node.calls] : [],
    paths: ofFinding.map(({ file }) => file.path),
  };
}

function suppressibleInput({ code, range, path }: Diagnostic): Suppressible {
  return { policyIds: [code], node: undefined, places: [range].filter(isPlace), paths: [path] };
}

function isPlace(range: SourceRange | undefined): range is SourceRange {
  return range !== undefined;
}

function nodeOf(verdict: Verdict, graph: ResourceGraph): GraphNode {
  const node = graph.node(verdict.node);
  if (node === undefined) throw new Error(`${verdict.policy} judged ${verdict.node}, which is not in the graph`);
  return node;
}
