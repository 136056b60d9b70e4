/** Every promise that a resource breaks: each disruption is judged as if its estimate were the only one. */
import { disruptions, type Disruption } from '../assessment/assessment.ts';
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { Judgement } from '../conditions/judgement.ts';
import { appendTo } from '../core/append-to.ts';
import { documentMap, isDocumentMap, type Document } from '../core/document.ts';
import { inWords } from '../core/print.ts';
import type { CompiledCheck } from './compile-policy.ts';
import { eventInWords } from './estimate-documents.ts';
import { textsOfFailure } from './messages.ts';
import { addressOf } from './names.ts';
import { levelOf, subjectOf, type Subject } from './subject-context.ts';
import type { MissedObjective } from './verdict.ts';

/** One disruption, and the first check that its estimate fails. */
interface Miss {
  readonly disruption: Disruption;
  readonly index: number;
  readonly check: CompiledCheck;
  readonly judgement: Judgement;
  /** The subject as if nothing else could happen to it. */
  readonly alone: Subject;
}

/** The gravest check first; what reads alike but for the event is one sentence. */
export function missedObjectives(subject: Subject): readonly MissedObjective[] {
  const misses = disruptions.flatMap((disruption) => missOf(subject, disruption) ?? []);
  const groups = new Map<string, Miss[]>();
  for (const miss of misses.toSorted((left, right) => left.index - right.index)) {
    appendTo(groups, JSON.stringify([miss.index, ...textsWithout(miss)]), miss);
  }
  const address = addressOf(subject.context.subject);
  return [...groups.values()].map((group, position) => toldAs(group, position === 0 ? address : undefined));
}

function missOf(subject: Subject, disruption: Disruption): Miss | undefined {
  const alone = withOnly(subject, disruption);
  if (alone === undefined) return undefined;
  for (const [index, check] of subject.compiled.checks.entries()) {
    const judgement = evaluateCondition(check.require, alone.scope);
    if (judgement.truth === 'no') return { disruption, index, check, judgement, alone };
  }
  return undefined;
}

function withOnly(subject: Subject, disruption: Disruption): Subject | undefined {
  const { context } = subject;
  const document = context.documentOf(context.subject);
  const estimates = isDocumentMap(document) ? document['estimates'] : undefined;
  const estimate = isDocumentMap(estimates) ? estimates[disruption] : undefined;
  if (!isDocumentMap(document) || estimate === undefined) return undefined;
  const only: Document = documentMap([
    ...Object.entries(document),
    ['estimates', documentMap([[disruption, estimate]])],
  ]);
  const documentOf: typeof context.documentOf = (node) => (node === context.subject ? only : context.documentOf(node));
  return subjectOf({ ...subject, context: { ...context, documentOf } });
}

/** The parts of its message, without what happened. */
function textsWithout({ check, judgement, alone, disruption }: Miss, resource = ''): readonly (string | undefined)[] {
  const texts = textsOfFailure(check.message, { judgement, scope: alone.scope, tier: alone.tier, resource });
  return texts.map((text) => (text === eventInWords[disruption] ? undefined : text));
}

/** `group` is not empty; without a name the resource is the one of the sentence before. */
function toldAs(group: readonly Miss[], name: string | undefined): MissedObjective {
  const [first] = group;
  if (first === undefined) throw new Error('a group of misses is never empty');
  const opening = first.check.message.find((part) => part.kind !== 'text' || part.text !== '');
  const resource = name ?? (opening?.kind === 'word' ? 'It' : 'it');
  const events = inWords(group.map(({ disruption }) => eventInWords[disruption]));
  return {
    disruptions: group.map(({ disruption }) => disruption),
    level: levelOf(first.alone, first.check),
    message: textsWithout(first, resource)
      .map((text) => text ?? events)
      .join(''),
  };
}
