/**
 * Names that deployments make of inputs of the same name, `${Cluster}-1` in one template and in another: they are equal where
 * both are given the same, as the halves of one system are.
 */
import { appendTo } from '../../core/append-to.ts';
import { TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import { nameProperty } from '../../normalization/identity-of.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';

/** The resources of a type in other deployments that may bear the name. */
export function calledAlike(
  context: GraphContext,
  from: DraftNode,
  type: string,
  name: Document,
): readonly RelationEnd[] {
  const key = nameOfInputs(name);
  if (key === undefined) return [];
  const alike = context.table(`names of inputs of ${type}`, () => nodesByName(context, type)).get(key) ?? [];
  return alike
    .filter(({ deployment }) => deployment !== from.deployment)
    .map((node) => ({
      node,
      certain: false,
      because: `it is called like ${node.address} if ${from.deployment} and ${node.deployment} are given the same values`,
    }));
}

function nodesByName(context: GraphContext, type: string): ReadonlyMap<string, readonly DraftNode[]> {
  const index = new Map<string, DraftNode[]>();
  const property = nameProperty(type);
  if (property === undefined) return index;
  for (const node of context.ofType(type)) {
    const key = nameOfInputs(propertyAt(node, `/${property}`));
    if (key !== undefined) appendTo(index, key, node);
  }
  return index;
}

/** A name with its inputs as they are called; undefined where anything else of it is unknown, or nothing is. */
export function nameOfInputs(name: Document | undefined): string | undefined {
  if (name instanceof UnknownLeaf) return inputOf(name.symbol());
  if (!(name instanceof TemplateLeaf)) return undefined;
  const parts = name.value().parts.map((part) => {
    if (typeof part === 'string') return part;
    return part.kind === 'unknown' ? inputOf(part.symbol) : undefined;
  });
  return parts.includes(undefined) ? undefined : parts.join('');
}

function inputOf({ reason }: UnknownSymbol): string | undefined {
  return reason.code === 'input' ? `\${${reason.subject}}` : undefined;
}
