/** Relations that a property states: the type that names something, where it does, and what that may be. */
import { UnknownLeaf } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { resolve, subjectOf } from '../identity/resolve.ts';
import { placesNamed } from '../named-places.ts';
import type { RelationKind } from '../relation.ts';

export interface WrittenRelation {
  readonly type: string;
  /** A pattern, as `placesNamed` reads it. */
  readonly at: string;
  /** What is named there; the first type is that of what nothing declares. */
  readonly names: readonly string[];
  /** The relation leads from what is named to what names it. */
  readonly backwards?: boolean;
}

export function relateWritten(context: GraphContext, kind: RelationKind, written: readonly WrittenRelation[]): void {
  for (const rule of written) {
    for (const node of context.ofType(rule.type)) relateNamed(context, kind, node, rule);
  }
}

function relateNamed(context: GraphContext, kind: RelationKind, node: DraftNode, rule: WrittenRelation): void {
  for (const end of namedBy(context, node, rule)) relateEnds(context, kind, node, { ...rule, end });
}

interface EndOfRule extends WrittenRelation {
  readonly end: RelationEnd;
}

function relateEnds(context: GraphContext, kind: RelationKind, node: DraftNode, { end, backwards }: EndOfRule): void {
  if (backwards === true) context.relate(kind, end.node, { ...end, node });
  else context.relate(kind, node, end);
}

/** What a node names at the places of a pattern: certain unless the value, or how many there are, is not known. */
export function namedBy(
  context: GraphContext,
  node: DraftNode,
  { at, names }: Pick<WrittenRelation, 'at' | 'names'>,
): readonly RelationEnd[] {
  // An input that is left empty names nothing.
  const places = placesNamed(node, at).filter(({ pointer }) => propertyAt(node, pointer) !== '');
  return places.flatMap(({ pointer, isWhole }) =>
    resolve(context, node, pointer, names).map((end) => {
      const value = propertyAt(node, pointer);
      if (!isWhole && !(value instanceof UnknownLeaf)) return end;
      const subject = value === undefined ? 'what it names' : subjectOf(value);
      return { ...end, certain: false, because: end.because ?? `${subject} is not known` };
    }),
  );
}
