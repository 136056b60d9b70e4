/** Cuts the elements that have a life of their own (rules of a plan, replicas of a table) out of a resource's properties. */
import { documentMap, isDocumentMap, UnknownLeaf, type Document, type DocumentMap } from '../core/document.ts';
import type { DraftResource } from './draft-resource.ts';
import type { Field, Fields } from './fields.ts';
import type { NormalPart } from './normal-resource.ts';
import { childPointer } from './pointer.ts';
import type { PartRule, ResourceTable } from './resource-table.ts';
import { listsOwnRegion } from './global-table.ts';
import { isOwnRegion } from './own-region.ts';

export function cutParts(draft: DraftResource, table: ResourceTable): readonly NormalPart[] {
  const parts = (table.parts ?? []).flatMap((rule) => cutList(draft, rule, membersAt(table.properties, rule.at)));
  return Object.freeze(parts);
}

function cutList(draft: DraftResource, rule: PartRule, members: readonly string[]): readonly NormalPart[] {
  const list = documentAt(draft, rule.at);
  // A list that is not known may hold items: one part of which nothing is known stands for all of them.
  if (list instanceof UnknownLeaf) {
    return [{ type: rule.type, label: `${rule.label}[*]`, pointer: rule.at, properties: unknownItem(list, members) }];
  }
  if (!Array.isArray(list)) return [];
  const parts: NormalPart[] = [];
  const labels = new Set<string>();
  for (const [index, item] of list.entries()) {
    const properties = itemProperties(item, members);
    if (properties === undefined || isTheResourceItself(draft, rule, properties, list.length)) continue;
    const named = `${rule.label}[${nameOf(rule, properties) ?? index}]`;
    const label = labels.has(named) ? `${rule.label}[${index}]` : named;
    labels.add(label);
    parts.push({ type: rule.type, label, pointer: childPointer(rule.at, index), properties });
  }
  return parts;
}

/** @param siblings items of the list, with this one */
function isTheResourceItself(
  { declared }: DraftResource,
  rule: PartRule,
  properties: DocumentMap,
  siblings: number,
): boolean {
  if (rule.otherThanOwnRegion === undefined) return false;
  // The own Region must be listed, so an only one is that, also where nothing states it.
  return (siblings === 1 && listsOwnRegion(declared)) || isOwnRegion(declared, properties[rule.otherThanOwnRegion]);
}

/** The name in quotes; undefined when a piece of it is not known. */
function nameOf(rule: PartRule, properties: DocumentMap): string | undefined {
  const pieces: string[] = [];
  for (const property of rule.name) {
    const piece = properties[property];
    if (typeof piece === 'string') pieces.push(piece);
    else if (piece !== undefined) return undefined;
  }
  return pieces.length === 0 ? undefined : JSON.stringify(pieces.join(' '));
}

function itemProperties(item: Document, members: readonly string[]): DocumentMap | undefined {
  if (isDocumentMap(item)) return item;
  return item instanceof UnknownLeaf ? unknownItem(item, members) : undefined;
}

/** An item of which nothing is known: every property that it could have is unknown. */
function unknownItem(leaf: UnknownLeaf, members: readonly string[]): DocumentMap {
  const { key, reason } = leaf.symbol();
  return documentMap(members.map((member) => [member, new UnknownLeaf({ key: `${key}.${member}`, reason })]));
}

function documentAt(draft: DraftResource, pointer: string): Document | undefined {
  const [, first = '', ...rest] = pointer.split('/');
  let at = draft.properties.get(first);
  for (const step of rest) {
    // Below what is not known nothing is.
    if (at instanceof UnknownLeaf) return at;
    at = isDocumentMap(at) ? at[step] : undefined;
  }
  return at;
}

/** The properties that the tables know for the items of a list. */
function membersAt(fields: Fields, pointer: string): readonly string[] {
  let at: Fields = fields;
  for (const step of pointer.split('/').slice(1)) {
    const field: Field | undefined = at[step];
    if (field === undefined || !('members' in field)) return [];
    at = field.members;
  }
  return Object.keys(at);
}
