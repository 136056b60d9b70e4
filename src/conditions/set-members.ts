/** The items of a set: the union of list paths and chains of relations. */
import type { CompiledSet } from './compiled.ts';
import { listItems } from './list-items.ts';
import { placeAt, rootItem } from './read-place.ts';
import { relatedItems } from './related-items.ts';
import type { Member, Place, Scope } from './scope.ts';

export function membersOf(set: CompiledSet, scope: Scope): readonly Member[] {
  const members: Member[] = [];
  for (const source of set.sources) {
    const start = set.from === undefined ? scope.current : rootItem(set.from.root, scope);
    const found =
      source.kind === 'list' ? listItems(source.path, scope) : relatedItems(start, source.verbs, scope.context);
    for (const each of found) members.push(each);
  }
  return set.sources.length > 1 ? withoutRepeats(members) : members;
}

/** One and the same place, reached over one and the same relation, is one item; the surest counts. */
function withoutRepeats(members: readonly Member[]): readonly Member[] {
  const kept = new Map<string, Map<unknown, Member>>();
  for (const member of members) {
    const place = `${member.node?.id ?? ''} ${member.pointer}`;
    const byEdge = kept.get(place) ?? new Map<unknown, Member>();
    kept.set(place, byEdge);
    const known = byEdge.get(member.edge);
    if (known === undefined || member.isThere === 'yes') byEdge.set(member.edge, member);
  }
  return [...kept.values()].flatMap((byEdge) => [...byEdge.values()]);
}

/** The list that a set names, where it is a single one; undefined for relations. */
export function placeOfSet({ sources }: CompiledSet, scope: Scope): Place | undefined {
  const [source, ...others] = sources;
  if (source?.kind !== 'list' || others.length > 0) return undefined;
  const keys: string[] = [];
  for (const step of source.path.steps) {
    if (step.kind !== 'key') break;
    keys.push(step.key);
  }
  return placeAt({ text: source.path.text, root: source.path.root, keys }, scope);
}
