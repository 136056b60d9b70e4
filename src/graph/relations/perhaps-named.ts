/** What may be named where the value is not known: any resource of the types that could stand there. */
import { UnknownLeaf } from '../../core/document.ts';
import { propertyAt } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { subjectOf } from '../identity/resolve.ts';
import { placesNamed } from '../named-places.ts';
import type { RelationKind } from '../relation.ts';
import type { WrittenRelation } from './written.ts';

// An unknown value would otherwise relate a node to everything of a large scan.
const mostPossible = 32;

export function relatePerhapsNamed(context: GraphContext, kind: RelationKind, rule: WrittenRelation): void {
  for (const node of context.ofType(rule.type)) {
    for (const { pointer } of placesNamed(node, rule.at)) {
      const value = propertyAt(node, pointer);
      if (!(value instanceof UnknownLeaf) || value.symbol().reason.code === 'data-source') continue;
      const because = `${subjectOf(value)} may name it`;
      for (const named of context.ofType(...rule.names).slice(0, mostPossible)) {
        const [from, to] = rule.backwards === true ? [named, node] : [node, named];
        context.relate(kind, from, { node: to, certain: false, because });
      }
    }
  }
}
