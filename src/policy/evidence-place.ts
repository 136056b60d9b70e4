/**
 * Where a verdict lands and what explains it: the property that decided, where it is written; the subject's header when
 * something is missing or a default decided. What else was compared becomes a related place.
 */
import { evaluateCondition } from '../conditions/evaluate.ts';
import type { Judgement } from '../conditions/judgement.ts';
import { within } from '../conditions/quantify.ts';
import { placeAt } from '../conditions/read-place.ts';
import type { Place, Scope } from '../conditions/scope.ts';
import { membersOf } from '../conditions/set-members.ts';
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Origin } from '../normalization/normal-resource.ts';
import { comparedPlaces } from './compared-places.ts';
import type { FindingPlace } from './compile-policy.ts';
import type { RelatedPlace } from './verdict.ts';

/** More related places than these bury the first. */
const maximumRelated = 6;

export interface EvidencePlace {
  readonly place: SourceRange | undefined;
  readonly related: readonly RelatedPlace[];
}

export function placeOfEvidence(judgement: Judgement | undefined, scope: Scope, at?: FindingPlace): EvidencePlace {
  const { subject } = scope.context;
  const { decision, operands = [] } = judgement ?? {};
  const stated = at === undefined ? undefined : placeOfFinding(at, scope);
  const decided = [decision?.place, itemPlace(judgement)].find((each) => isOfSubject(each, subject));
  const origin = decided === undefined ? undefined : originOf(decided);
  const isWritten = origin !== undefined && origin.how !== 'default';
  const place = stated ?? (isWritten ? origin.range : headerOf(subject));
  const partners = [decision?.place, itemPlace(judgement), ...operands].filter((each) => each !== decided);
  const related = [...decisiveExpression(origin), ...comparedPlaces(partners, decision?.item?.edge, scope)];
  return { place, related: withoutRepeats(related, place).slice(0, maximumRelated) };
}

/** The place of a subject as a whole: of a part its own element, where that is known. */
export function headerOf(node: GraphNode): SourceRange | undefined {
  const element = node.kind === 'part' ? node.origin('/properties') : undefined;
  return element !== undefined && element.how !== 'default' ? element.range : node.place;
}

/** Where a policy says that its finding lands: a place of the subject, or the first item for which a condition holds. */
function placeOfFinding(at: FindingPlace, scope: Scope): SourceRange | undefined {
  if (at.kind === 'path') {
    const place = placeAt(at.path, scope);
    return originOf(place)?.range ?? place.node?.place;
  }
  let possible: SourceRange | undefined;
  for (const member of membersOf(at.set, scope)) {
    const truth = at.where === undefined ? 'yes' : evaluateCondition(at.where, within(scope, member, undefined)).truth;
    const place = truth === 'no' || member.node === undefined ? undefined : headerOf(member.node);
    if (place === undefined) continue;
    if (truth === 'yes') return place;
    possible ??= place;
  }
  return possible;
}

function itemPlace(judgement: Judgement | undefined): Place | undefined {
  const item = judgement?.decision?.item;
  if (item === undefined) return undefined;
  const name = [...(judgement?.bound ?? [])].find(([, bound]) => bound === item)?.[0] ?? '';
  return { node: item.node, pointer: item.pointer, path: name, document: item.document };
}

/** Whether a place is written within the subject's declaration: in itself, in its parts, or in what it is a part of. */
function isOfSubject(place: Place | undefined, subject: GraphNode): place is Place {
  const node = place?.node;
  if (node === undefined || place?.document === undefined || place.pointer === '') return false;
  return node.id === subject.id || node.owner === subject.id || node.id === subject.owner;
}

function originOf({ node, pointer }: Place): Origin | undefined {
  return pointer === '' ? undefined : node?.origin(pointer);
}

function decisiveExpression(origin: Origin | undefined): readonly RelatedPlace[] {
  const range = origin?.decidedAt;
  if (range === undefined) return [];
  const { line, column } = range.file.positionAt(range.start);
  const before = range.file.lineText(line).slice(0, column - 1);
  return [{ range, label: /(?:^|[\s{,])"?default"?\s*[=:]\s*$/iu.test(before) ? 'default here' : 'passed here' }];
}

function withoutRepeats(related: readonly RelatedPlace[], place: SourceRange | undefined): readonly RelatedPlace[] {
  const seen = new Set(place === undefined ? [] : [rangeKey(place)]);
  return related.filter(({ range }) => {
    const key = rangeKey(range);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function rangeKey({ file, start, end }: SourceRange): string {
  return `${start}:${end}:${file.path}`;
}
