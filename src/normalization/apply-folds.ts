/** Writes what satellites say into the resource that they configure. */
import { UnknownLeaf, type Document } from '../core/document.ts';
import { existsGiven } from '../core/existence.ts';
import type { Value } from '../core/value.ts';
import type { DeclaredResource } from '../evaluation/declared-resource.ts';
import type { DraftResource } from './draft-resource.ts';
import type { Fold } from './fold.ts';
import type { Field } from './fields.ts';
import { childPointer, type Place } from './pointer.ts';
import { readField, readFields, readItem } from './read-fields.ts';
import { startReading, topScope, type Reading } from './reading.ts';

/** The top-level properties that a satellite certainly decides, so that inline blocks and defaults don't matter. */
export function replacedProperties(target: DeclaredResource, folds: readonly Fold[]): ReadonlySet<string> {
  const replaced = new Set<string>();
  for (const fold of folds) {
    if (!isDecided(target, fold) || fold.rule.adds === true) continue;
    for (const property of Object.keys(fold.rule.properties)) replaced.add(property);
  }
  return replaced;
}

export function applyFolds(draft: DraftResource, folds: readonly Fold[]): void {
  const sorted = [...folds].sort((left, right) => rank(draft, left) - rank(draft, right));
  for (const fold of sorted) {
    if (fold.certain) draft.folded.push(fold.satellite);
    if (!isDecided(draft.declared, fold)) leaveOpen(draft, fold);
    else if (fold.rule.adds === true) addSatellite(draft, fold);
    else readSatellite(draft, fold);
  }
}

/** Decided ones first, so that open ones see what is already said. */
function rank(draft: DraftResource, fold: Fold): number {
  return isDecided(draft.declared, fold) ? 0 : 1;
}

/** It is this resource's, and it exists whenever the resource does. */
function isDecided(target: DeclaredResource, { satellite, certain }: Fold): boolean {
  return certain && existsGiven(satellite, target) === 'yes';
}

function readSatellite(draft: DraftResource, { satellite, rule }: Fold): void {
  const reading = startReading(draft, satellite, rule.properties);
  for (const [property, document] of readFields(reading, rule.properties, topScope(reading))) {
    draft.properties.set(property, document);
  }
}

/** Adds one item, or the several that the satellite stands for, to each list that it contributes to. */
function addSatellite(draft: DraftResource, { satellite, rule }: Fold): void {
  for (const attributes of rule.items?.(satellite) ?? [satellite.attributes]) {
    const reading = startReading(draft, satellite, rule.properties);
    for (const [property, each] of Object.entries(rule.properties)) {
      const items = itemsOf(draft, property);
      const place: Place = { pointer: childPointer(childPointer('', property), items.length), name: '' };
      const item = readAddition(reading, each, withoutJoin(attributes, rule), place);
      if (item === undefined) continue;
      draft.properties.set(property, Object.freeze([...items, item]));
      if (!draft.origins.has(place.pointer)) draft.noteFolded(place, satellite);
    }
  }
}

/** In AWS's own names the members of the item are the properties of the satellite. */
function readAddition(reading: Reading, each: Field, value: Value, place: Place): Document | undefined {
  if (reading.dialect !== 'terraform' && each.kind === 'object') return readItem(reading, each.members, value, place);
  const [property = '', index = ''] = place.pointer.split('/').slice(1);
  return readField(reading, each, { value, place: { pointer: childPointer('', property), name: '' } }, index);
}

/** Which resource it configures is no part of what it says. */
function withoutJoin(value: Value, { joinBy }: Fold['rule']): Value {
  if (value.kind !== 'map') return value;
  const entries = new Map(value.entries);
  entries.delete(joinBy);
  return { ...value, entries };
}

function itemsOf(draft: DraftResource, property: string): readonly Document[] {
  const present = draft.properties.get(property);
  if (present === undefined) return [];
  return Array.isArray(present) ? present : [present];
}

/** What the satellite would decide stays open, unless something else has decided it. */
function leaveOpen(draft: DraftResource, fold: Fold): void {
  const { satellite, rule } = fold;
  for (const property of Object.keys(rule.properties)) {
    const items = itemsOf(draft, property);
    if (rule.adds === true) {
      const leaf = openLeaf(draft, fold, childPointer(childPointer('', property), items.length), satellite);
      draft.properties.set(property, Object.freeze([...items, leaf]));
    } else if (!draft.isWritten(property)) {
      draft.remove(property);
      draft.properties.set(property, openLeaf(draft, fold, childPointer('', property), satellite));
    }
  }
}

function openLeaf(draft: DraftResource, fold: Fold, pointer: string, satellite: DeclaredResource): UnknownLeaf {
  const symbol = fold.certain ? satellite.existsBecause : undefined;
  const target = satellite.attributes.entries.get(fold.rule.joinBy);
  const leaf = new UnknownLeaf({
    key: `${draft.declared.id}${pointer}?${satellite.id}`,
    reason: symbol?.reason ?? {
      code: 'derived',
      subject:
        target?.kind === 'unknown' ? target.symbol.reason.subject : `which resource ${satellite.address} configures`,
      cure: target?.kind === 'unknown' ? target.symbol.reason.cure : '',
    },
  });
  return draft.noteUndecided({ pointer, name: satellite.address }, leaf, satellite);
}
