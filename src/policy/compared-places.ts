/**
 * What was compared beside the deciding place, said in words: the subject's own properties, then each partner once
 * ("aws_db_instance.replica is in us-east-1, too").
 */
import { readBelow } from '../conditions/read-place.ts';
import type { Place, Scope } from '../conditions/scope.ts';
import { areEqual } from '../conditions/operators/equality.ts';
import { UnknownLeaf, type Document } from '../core/document.ts';
import { pointerKeys } from '../core/pointer.ts';
import { printText } from '../core/print.ts';
import type { SourceRange } from '../core/source.ts';
import type { GraphNode } from '../graph/node.ts';
import type { Relation } from '../graph/relation.ts';
import { sourceNames, type SourceName } from '../normalization/source-names.ts';
import { addressOf, attributeOf, valueInWords } from './names.ts';
import { relationFrom } from './relation-in-words.ts';
import type { RelatedPlace } from './verdict.ts';

/** How a property is said of what has it; every other one "is" its value. */
const phrases: ReadonlyMap<string, string> = new Map([
  ['region', 'is in'],
  ['zones', 'is in'],
  ['AvailabilityZone', 'is in'],
  ['targetRegion', 'leads to'],
  ['probedRegion', 'probes'],
  ['target', 'leads to'],
]);

/** What is known to be the same though nobody knows what it is. */
const sharedPlaces: ReadonlyMap<string, string> = new Map([
  ['/region', 'is in the same Region'],
  ['/account', 'is in the same account'],
]);

/** @param edge the relation to the item that decided */
export function comparedPlaces(
  places: readonly (Place | undefined)[],
  edge: Relation | undefined,
  scope: Scope,
): readonly RelatedPlace[] {
  const { subject } = scope.context;
  // A workload is compared with its own members, and each of them is only one of many.
  if (subject.kind === 'workload') return [];
  const own = places.flatMap((place) => (place?.node?.id === subject.id ? ownPlace(place) : []));
  return [...own, ...partnersOf(places, subject).flatMap((place) => partnerPlace(place, edge, scope))];
}

/** What is missing stands nowhere. */
function ownPlace(place: Place): readonly RelatedPlace[] {
  const isWritten = place.pointer !== '' && place.document !== undefined;
  const range = isWritten ? place.node?.origin(place.pointer)?.range : undefined;
  return range === undefined ? [] : [{ range, label: saidOf('', place) }];
}

/** Each other node once: what is said of a partner tells more than that it is one. */
function partnersOf(places: readonly (Place | undefined)[], subject: GraphNode): readonly Place[] {
  const partners = new Map<string, Place>();
  for (const place of places) {
    const id = place?.node?.id;
    if (place === undefined || id === undefined || id === subject.id) continue;
    if (!partners.has(id) || (partners.get(id)?.pointer === '' && place.pointer !== '')) partners.set(id, place);
  }
  return [...partners.values()];
}

function partnerPlace(place: Place, edge: Relation | undefined, { context }: Scope): readonly RelatedPlace[] {
  const { node } = place;
  if (node === undefined || lacksByNature(node, place)) return [];
  const range = rangeOfPartner(node, place.pointer);
  if (range === undefined) return [];
  const address = addressOf(node);
  const keys = pointerKeys(place.pointer);
  if (keys.length === 0) {
    const isItsEnd = edge !== undefined && (edge.from === node.id || edge.to === node.id);
    return [{ range, label: isItsEnd ? relationFrom(context.subject, edge, context.graph) : address }];
  }
  const isSame = isEqual(place.document, readBelow(context.documentOf(context.subject), keys));
  const shared = isSame && place.document instanceof UnknownLeaf ? sharedPlaces.get(place.pointer) : undefined;
  if (shared !== undefined) return [{ range, label: `${address} ${shared}` }];
  return [{ range, label: `${saidOf(address, place)}${isSame ? ', too' : ''}` }];
}

/** A Region is often written in a provider, far from what lies in it: that is shown itself. */
function rangeOfPartner(node: GraphNode, pointer: string): SourceRange | undefined {
  const written = pointer === '' || (pointer === '/region' && node.kind !== 'part') ? undefined : node.origin(pointer);
  const element = node.kind === 'part' ? node.origin('/properties') : undefined;
  return written?.range ?? element?.range ?? node.place;
}

function isEqual(left: Document | undefined, right: Document | undefined): boolean {
  return left !== undefined && right !== undefined && areEqual(left, right) === 'yes';
}

/** `orders is in us-east-1`; of the subject itself `is in us-east-1`. */
function saidOf(address: string, place: Place): string {
  const key = pointerKeys(place.pointer).at(-1) ?? '';
  if (place.document === undefined) return `${address} has no ${missingName(place) ?? printText(key)}`;
  const phrase = phrases.get(key);
  const attribute = attributeOf(place);
  const value = valueInWords(place.document);
  if (phrase !== undefined) return `${address} ${phrase} ${value}`.trimStart();
  // A fact is computed from what is written there, and called otherwise than it.
  if (isFact(place)) {
    const what = inPlainWords(attribute);
    return address === '' ? `${what} decides` : `${what} of ${address} decides`;
  }
  return address === '' ? `${attribute} is ${value}` : `${attribute} of ${address} is ${value}`;
}

/** A fact that has no name in the source: `longestGap` is the longest gap. */
function inPlainWords(name: string): string {
  if (!/^[a-z]+(?:[A-Z][a-z]+)+$/u.test(name)) return name;
  return `the ${name.replaceAll(/[A-Z]/gu, (letter) => ` ${letter.toLowerCase()}`)}`;
}

/** No permission to invoke a function has a `Destination`, so that its not having one says nothing. */
function lacksByNature(node: GraphNode, place: Place): boolean {
  const isMissing = place.document === undefined && place.pointer.startsWith('/properties/');
  return isMissing && namesOfMissing(node, place.pointer).length === 0;
}

/** The name of a property that is not written, as it would be: `on_failure.destination`. */
function missingName({ node, pointer }: Place): string | undefined {
  return node === undefined ? undefined : namesOfMissing(node, pointer)[0]?.steps.join('.');
}

function namesOfMissing(node: GraphNode, pointer: string): readonly SourceName[] {
  const { language, sourceType, kind, type } = node;
  if (language === undefined) return [];
  const keys = pointerKeys(pointer).slice(1);
  const named = { language, sourceType, partType: kind === 'part' ? type : undefined };
  return sourceNames(named, keys).filter(({ field }) => field !== undefined);
}

function isFact({ pointer }: Place): boolean {
  return pointer.startsWith('/facts/');
}
