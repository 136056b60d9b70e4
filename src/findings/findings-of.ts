/** From verdicts and diagnostics to what people read, in order and with fingerprints. */
import type { Config } from '../config/config.ts';
import type { Diagnostic } from '../core/diagnostic.ts';
import type { PolicyId } from '../core/ids.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Policy } from '../policy/policy.ts';
import type { Verdict } from '../policy/verdict.ts';
import { tellConsequences } from './consequences.ts';
import { diagnosticsToFindings } from './diagnostics-to-findings.ts';
import type { Finding } from './finding.ts';
import { numberFingerprints } from './fingerprint.ts';
import { groupVerdicts, type Failure } from './group-verdicts.ts';
import { placeFinder, type PlaceFinder } from './place-of.ts';
import { sortFindings } from './sort.ts';
import { Suppressions } from './suppressions.ts';

export interface FindingsInput {
  readonly graph: ResourceGraph;
  /** Every verdict, so that passing instances can be named. */
  readonly verdicts: readonly Verdict[];
  readonly policies: readonly Policy[];
  readonly diagnostics: readonly Diagnostic[];
  readonly config: Config;
  /** `YYYY-MM-DD`, against which suppressions expire. */
  readonly today: string;
}

export function findingsOf(input: FindingsInput): readonly Finding[] {
  const { graph, verdicts, diagnostics, config } = input;
  const policies = new Map(input.policies.map((policy) => [policy.id, policy]));
  const suppressions = new Suppressions(config, input.today);
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
  const aboutInputs = diagnosticsToFindings(diagnostics, (diagnostic) =>
    suppressions.covers({ policyIds: [diagnostic.code], node: undefined, paths: [diagnostic.path] })
      ? 'suppressed'
      : 'open',
  );
  const aboutSuppressions = diagnosticsToFindings(suppressions.diagnostics(), () => 'open');
  return numberFingerprints(
    sortFindings([...groupVerdicts(failures, passing, policies), ...aboutInputs, ...aboutSuppressions]),
  );
}

function isToldFailure({ verdict, level }: Verdict): boolean {
  return verdict === 'fail' && level !== 'off';
}

function placedFailure(
  verdict: Verdict,
  node: GraphNode,
  policies: ReadonlyMap<PolicyId, Policy>,
  tools: { readonly suppressions: Suppressions; readonly findPlace: PlaceFinder },
): Omit<Failure, 'consequences'> {
  const { place, related } = tools.findPlace(verdict, node);
  const isSuppressed = tools.suppressions.covers({
    policyIds: [verdict.policy, ...(policies.get(verdict.policy)?.aliases ?? [])],
    node,
    paths: [place, node.header].flatMap((range) => (range === undefined ? [] : [range.file.path])),
  });
  return { verdict, node, place, related, state: isSuppressed ? 'suppressed' : 'open' };
}

function nodeOf(verdict: Verdict, graph: ResourceGraph): GraphNode {
  const node = graph.node(verdict.node);
  if (node === undefined) throw new Error(`${verdict.policy} judged ${verdict.node}, which is not in the graph`);
  return node;
}
