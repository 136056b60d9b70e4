/** Findings → what can be done about each by itself, as far as the source alone tells; whether it helps, only a new run does. */
import { appendTo } from '../core/append-to.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { readBelow } from '../conditions/read-place.ts';
import type { FileSystem } from '../core/file-system.ts';
import { rangeKey, textOf } from '../core/source.ts';
import type { TextEdit } from '../core/text-edit.ts';
import type { Finding } from '../findings/finding.ts';
import { refused, type Proposal } from '../findings/proposal.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import { editTarget, type EditTarget } from '../policy/edit-target.ts';
import type { Edit, Policy } from '../policy/policy.ts';
import type { Subject } from '../policy/subject-context.ts';
import type { Subjects } from '../policy/subjects.ts';
import { verdictKey, type Verdict } from '../policy/verdict.ts';
import { DraftTexts } from './draft-texts.ts';
import { editProperty, linesKey, namesOf } from './edit-property.ts';
import { SourceTexts } from './source-texts.ts';
import type { Wanted } from './spelling.ts';
import { wantedValue } from './wanted-value.ts';

export interface ProposeInput {
  readonly graph: ResourceGraph;
  readonly findings: readonly Finding[];
  /** All of them, so that what else the same lines declare is asked, too. */
  readonly verdicts: readonly Verdict[];
  readonly policies: readonly Policy[];
  readonly fileSystem: FileSystem;
  readonly subjects: Subjects;
}

/** By the findings' fingerprints: of the open ones whose policy has an edit. */
export function proposeEdits(input: ProposeInput): ReadonlyMap<string, Proposal> {
  const proposer = new Proposer(input);
  const policies = new Map<string, Policy>(input.policies.map((policy) => [policy.id, policy]));
  const proposals = new Map<string, Proposal>();
  for (const finding of input.findings) {
    const policy = policies.get(finding.policy);
    if (finding.state !== 'open' || policy === undefined || policy.fix.edits.length === 0) continue;
    proposals.set(finding.fingerprint, proposer.proposalFor(finding, policy));
  }
  return proposals;
}

/** What an edit of a policy comes to on one node. */
interface Setting {
  readonly target: EditTarget;
  readonly value: Wanted;
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

  proposalFor(finding: Finding, policy: Policy): Proposal {
    const edits = new Map<string, TextEdit>();
    for (const id of finding.resources) {
      const node = this.#input.graph.node(id);
      if (node === undefined) return refused('nothing declares it');
      const proposal = this.#proposalOn(node, policy);
      if (proposal.kind === 'refused') return proposal;
      for (const edit of proposal.edits) edits.set(`${rangeKey(edit.range)} ${edit.text}`, edit);
    }
    return { kind: 'edits', edits: [...edits.values()] };
  }

  /** The same edits for all instances of the lines, if all of them want them. */
  #proposalOn(node: GraphNode, policy: Policy): Proposal {
    const siblings = this.#nodesOfLines.get(linesKey(node)) ?? [node];
    if (!siblings.every((each) => this.#failures.has(verdictKey({ policy: policy.id, node: each.id })))) {
      return refused('other instances of the same lines are right as they are');
    }
    const [settings, ...others] = siblings.map((each) => settingsOn(this.#input.subjects.of(each, policy)));
    if (settings === undefined || others.some((each) => JSON.stringify(each) !== JSON.stringify(settings))) {
      return refused('its instances ask for different values');
    }
    return settings.length === 0 ? refused('it takes a decision of yours') : this.#made(node, settings);
  }

  /** One after the other, each in what the others left; what is set already is left out. */
  #made(node: GraphNode, settings: readonly Setting[]): Proposal {
    const texts = new DraftTexts(this.#texts);
    for (const setting of settings.filter((each) => !isSet(node, each))) {
      const proposal = editProperty({ node, ...setting }, texts);
      if (proposal.kind === 'refused') return proposal;
      texts.make(proposal.edits.filter(({ range, text }) => textOf(range) !== text));
    }
    const edits = texts.edits();
    return edits.length > 0 ? { kind: 'edits', edits } : refused('it is set so already, and something else is missing');
  }
}

/** Whether it is so already, by a default or as written. */
function isSet(node: GraphNode, { target, value }: Setting): boolean {
  return target.kind === 'property' && readBelow(node.document, ['properties', ...target.keys]) === value;
}

/** Of the policy's edits those that concern the subject, in its language, as values. */
function settingsOn({ compiled, scope, context: { subject } }: Subject): readonly Setting[] | undefined {
  const settings: Setting[] = [];
  for (const { edit, when } of compiled.edits) {
    if (when !== undefined && evaluateCondition(when, scope).truth !== 'yes') continue;
    const target = editTarget(edit.set);
    if (target === undefined) return undefined;
    if (target.kind === 'resource-attribute' && target.language !== subject.language) continue;
    const value = valueFor(edit, target, { scope, subject });
    if (value === undefined) return undefined;
    settings.push({ target, value });
  }
  return settings;
}

function valueFor(
  { to }: Edit,
  target: EditTarget,
  { scope, subject }: Pick<Subject, 'scope'> & { readonly subject: GraphNode },
): Wanted | undefined {
  return wantedValue(to, scope, namesOf(subject, target)[0]?.field);
}
