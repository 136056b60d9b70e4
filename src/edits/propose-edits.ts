/** Findings → what can be done about each by itself, as far as the source alone tells; whether it helps, only a new run does. */
import { appendTo } from '../core/append-to.ts';
import type { FileSystem } from '../core/file-system.ts';
import { parsePath } from '../conditions/path.ts';
import { rangeKey, textOf } from '../core/source.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { Finding } from '../findings/finding.ts';
import { refused, type Proposal } from '../findings/proposal.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Policy } from '../policy/policy.ts';
import { verdictKey, type Verdict } from '../policy/verdict.ts';
import { editProperty, linesKey, namesOf } from './edit-property.ts';
import { SourceTexts } from './source-texts.ts';
import type { Wanted } from './spelling.ts';
import { wantedValue, type EditParameters } from './wanted-value.ts';

export interface ProposeInput {
  readonly graph: ResourceGraph;
  readonly findings: readonly Finding[];
  /** All of them, so that what else the same lines declare is asked, too. */
  readonly verdicts: readonly Verdict[];
  readonly policies: readonly Policy[];
  readonly fileSystem: FileSystem;
  /** `$tier` and `$params` of a policy on a node. */
  readonly parametersOf: (policy: Policy, node: GraphNode) => EditParameters;
}

/** What an edit says: the keys below `properties`, and the value as written. */
interface Setting {
  readonly keys: readonly string[];
  readonly to: unknown;
}

/** By the findings' fingerprints: of the open ones whose policy has an edit. */
export function proposeEdits(input: ProposeInput): ReadonlyMap<string, Proposal> {
  const proposer = new Proposer(input);
  const policies = new Map<string, Policy>(input.policies.map((policy) => [policy.id, policy]));
  const proposals = new Map<string, Proposal>();
  for (const finding of input.findings) {
    const policy = policies.get(finding.policy);
    if (finding.state !== 'open' || policy?.fix.edit === undefined) continue;
    proposals.set(finding.fingerprint, proposer.proposalFor(finding, policy, policy.fix.edit));
  }
  return proposals;
}

class Proposer {
  readonly #input: ProposeInput;
  readonly #texts: SourceTexts;
  readonly #failures: ReadonlySet<string>;
  readonly #nodesOfLines = new Map<string, GraphNode[]>();

  constructor(input: ProposeInput) {
    this.#input = input;
    this.#texts = new SourceTexts(input.fileSystem);
    this.#failures = new Set(input.verdicts.filter(({ verdict }) => verdict === 'fail').map(verdictKey));
    for (const node of input.graph.nodes.values()) {
      const isInstance = node.kind === 'declared' || node.kind === 'part';
      if (isInstance && node.exists !== 'no') appendTo(this.#nodesOfLines, linesKey(node), node);
    }
  }

  proposalFor(finding: Finding, policy: Policy, { set, to }: NonNullable<Policy['fix']['edit']>): Proposal {
    const path = parsePath(set);
    const [root = '', ...keys] = path?.steps.flatMap((step) => (step.kind === 'key' ? [step.key] : [])) ?? [];
    if (root !== 'properties') return refused('it is no property');
    const edits = new Map<string, TextEdit>();
    for (const id of finding.resources) {
      const node = this.#input.graph.node(id);
      if (node === undefined) return refused('nothing declares it');
      const proposal = this.#proposalOn(node, policy, { keys, to });
      if (proposal.kind === 'refused') return proposal;
      for (const edit of proposal.edits) edits.set(`${rangeKey(edit.range)} ${edit.text}`, edit);
    }
    return { kind: 'edits', edits: [...edits.values()] };
  }

  /** One edit for all instances of the lines, if all of them want it. */
  #proposalOn(node: GraphNode, policy: Policy, { keys, to }: Setting): Proposal {
    const siblings = this.#nodesOfLines.get(linesKey(node)) ?? [node];
    if (!siblings.every((each) => this.#failures.has(verdictKey({ policy: policy.id, node: each.id })))) {
      return refused('other instances of the same lines are right as they are');
    }
    const values = new Set(siblings.map((each) => this.#wanted(policy, each, { keys, to })));
    const [value] = values;
    if (values.size !== 1 || value === undefined) return refused('its instances ask for different values');
    const proposal = editProperty({ node, keys, value }, this.#texts);
    const isSaid = proposal.kind === 'edits' && proposal.edits.every(({ range, text }) => textOf(range) === text);
    return isSaid ? refused('it is set so already, and something else is missing') : proposal;
  }

  #wanted(policy: Policy, node: GraphNode, { keys, to }: Setting): Wanted | undefined {
    return wantedValue(to, this.#input.parametersOf(policy, node), namesOf(node, keys)[0]?.field);
  }
}
