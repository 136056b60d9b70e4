/** Judges the graph: every policy on every node that it concerns, one verdict each. */
import type { Judgement } from '../conditions/judgement.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import { existenceSymbol } from '../conditions/related-items.ts';
import { pointerKeys } from '../core/pointer.ts';
import { readBelow } from '../conditions/read-place.ts';
import type { Doubt } from '../conditions/scope.ts';
import { symbolsIn } from '../conditions/symbols.ts';
import { areEqual } from '../conditions/operators/equality.ts';
import type { Document } from '../core/document.ts';
import { and, not, type Truth } from '../core/truth.ts';
import type { UnknownSymbol } from '../core/value.ts';
import type { GraphNode } from '../graph/node.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { CompiledCheck } from './compile-policy.ts';
import { headerOf, placeOfEvidence } from './evidence-place.ts';
import type { Candidate, PolicyIndex } from './groups.ts';
import { messageOfUnknown, textsOfFailure } from './messages.ts';
import { missedObjectives } from './missed-objectives.ts';
import { addressOf } from './names.ts';
import type { Policy } from './policy.ts';
import { judgementsOnApplying, levelOf, type Subject } from './subject-context.ts';
import { Subjects, type SubjectsInput } from './subjects.ts';
import { type Verdict, verdictKey } from './verdict.ts';

export interface JudgeInput extends SubjectsInput {
  readonly rules: PolicyIndex;
  /** Only these verdicts are asked for, by their keys; undefined: all of them. */
  readonly asked?: ReadonlySet<string> | undefined;
}

/** The verdicts, node by node in the order of the graph; also those of policies that are off at the node's tier. */
export function judge(input: JudgeInput): readonly Verdict[] {
  const judging = new Judging(input);
  const verdicts: Verdict[] = [];
  for (const node of input.graph.nodes.values()) {
    if (node.exists === 'no') continue;
    for (const candidate of input.rules.candidates(node)) {
      const key = verdictKey({ policy: candidate.policy.id, node: node.id });
      if (input.asked?.has(key) === false) continue;
      const verdict = judging.verdictOn(node, candidate);
      if (verdict !== undefined) verdicts.push(verdict);
    }
  }
  return verdicts;
}

/** Disruptions; a policy that guards none of them is no recovery policy. */
const noDisruption: ReadonlySet<string> = new Set(['validity', 'hygiene']);

interface Certainty {
  readonly truth: Truth;
  /** Why it is unknown. */
  readonly doubts: readonly Doubt[];
}

/** One run of the judge. */
class Judging {
  readonly #graph: ResourceGraph;
  readonly #subjects: Subjects;

  constructor(input: JudgeInput) {
    this.#graph = input.graph;
    this.#subjects = new Subjects(input);
  }

  /** Undefined when the node does not belong to the group that the policy names. */
  verdictOn(node: GraphNode, { policy, where }: Candidate): Verdict | undefined {
    const subject = this.#subjects.of(node, policy);
    const excused = this.#isExcused(node, policy);
    const applying = judgementsOnApplying(subject, where);
    if (where !== undefined && applying[0]?.truth === 'no') return undefined;
    const applies = and(not(excused.truth), ...applying.map(({ truth }) => truth));
    if (applies === 'no') return settled(subject, 'not-applicable');
    const doubts = [...excused.doubts, ...applying.flatMap((each) => each.doubts), ...doubtOfExistence(node)];
    return verdictOfChecks(subject, { truth: and(applies, node.exists), doubts });
  }

  /** Exempt resources are not judged at all, auxiliary stores by no recovery policy; nor are their parts. */
  #isExcused(node: GraphNode, policy: Policy): Certainty {
    const isRecoveryPolicy = policy.guards.some((guard) => !noDisruption.has(guard));
    const owner = node.owner === undefined ? undefined : this.#graph.node(node.owner);
    let truth: Truth = 'no';
    const doubts: Doubt[] = [];
    for (const each of [node, ...(owner === undefined ? [] : [owner])]) {
      const document = this.#subjects.documentOf(each);
      if (isTrue(readBelow(document, ['exempt'])) === 'yes') return { truth: 'yes', doubts: [] };
      const auxiliary = isRecoveryPolicy ? readBelow(document, ['facts', 'auxiliary']) : undefined;
      const isAuxiliary = isTrue(auxiliary);
      if (isAuxiliary === 'yes') return { truth: 'yes', doubts: [] };
      if (isAuxiliary === 'no') continue;
      truth = 'unknown';
      const place = { node: each, pointer: '/facts/auxiliary', path: '$.facts.auxiliary', document: auxiliary };
      doubts.push(...symbolsIn(auxiliary).map((symbol) => ({ kind: 'value' as const, place, symbol })));
    }
    return { truth, doubts };
  }
}

/** Absent is no. */
function isTrue(document: Document | undefined): Truth {
  return document === undefined ? 'no' : areEqual(document, true);
}

function doubtOfExistence(node: GraphNode): readonly Doubt[] {
  return node.exists === 'unknown' ? [{ kind: 'existence', node, symbol: existenceSymbol(node) }] : [];
}

/**
 * The first check that is no fails, or is unknown where it is uncertain that the policy applies; else the first unknown
 * check decides; else the node passes.
 */
function verdictOfChecks(subject: Subject, applies: Certainty): Verdict {
  const { checks } = subject.compiled;
  let undecided: Decided | undefined;
  for (const [index, check] of checks.entries()) {
    const judgement = evaluateCondition(check.require, subject.scope);
    if (judgement.truth === 'no') {
      const decided = { index, check, judgement };
      return applies.truth === 'yes' ? failure(subject, decided) : unknownVerdict(subject, decided, applies.doubts);
    }
    if (judgement.truth === 'unknown') undecided ??= { index, check, judgement };
  }
  if (undecided === undefined) return settled(subject, 'pass');
  return unknownVerdict(subject, undecided, undecided.judgement.doubts);
}

/** The check that decided. */
interface Decided {
  readonly index: number;
  readonly check: CompiledCheck;
  readonly judgement: Judgement;
}

function failure(subject: Subject, { index, check, judgement }: Decided): Verdict {
  const { scope, compiled, context } = subject;
  return {
    policy: compiled.policy.id,
    node: context.subject.id,
    verdict: 'fail',
    level: levelOf(subject, check),
    check: index,
    ...toldAs(subject, { index, check, judgement }),
    ...placeOfEvidence(judgement, scope, check.at),
    unknowns: [],
  };
}

/** Where an estimate decided, every promise that is broken is told. */
function toldAs(subject: Subject, { check, judgement }: Decided): Pick<Verdict, 'message' | 'missed'> {
  const { scope, context, tier } = subject;
  const [decidedBy] = pointerKeys(judgement.decision?.item?.pointer ?? '');
  const missed = decidedBy === 'estimates' ? missedObjectives(subject) : [];
  if (missed.length > 0) return { message: missed.map(({ message }) => message).join(' '), missed };
  const resource = addressOf(context.subject);
  return { message: textsOfFailure(check.message, { judgement, scope, tier, resource }).join('') };
}

function unknownVerdict(subject: Subject, { index, check, judgement }: Decided, doubts: readonly Doubt[]): Verdict {
  const { scope, compiled, context } = subject;
  return {
    policy: compiled.policy.id,
    node: context.subject.id,
    verdict: 'unknown',
    level: levelOf(subject, check),
    check: index,
    message: messageOfUnknown(doubts, context.graph),
    ...placeOfEvidence(judgement, scope, check.at),
    unknowns: symbolsOf(doubts),
  };
}

function symbolsOf(doubts: readonly Doubt[]): readonly UnknownSymbol[] {
  return [...new Map(doubts.map(({ symbol }) => [symbol.key, symbol])).values()];
}

function settled(subject: Subject, verdict: 'pass' | 'not-applicable'): Verdict {
  const { compiled, context } = subject;
  return {
    policy: compiled.policy.id,
    node: context.subject.id,
    verdict,
    level: levelOf(subject),
    check: undefined,
    message: verdict === 'pass' ? compiled.policy.title : '',
    place: headerOf(context.subject),
    related: [],
    unknowns: [],
  };
}
