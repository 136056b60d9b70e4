/**
 * What a parameter that nobody states may be given: stacks are often deployed one after the other, each with the outputs of the
 * one before, and a parameter that is called like an output of another stack is then given that. Words for Regions and roles
 * don't count: no half of a system has to say whose bucket it puts out.
 */
import { appendTo } from '../../core/append-to.ts';
import { TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import type { UnknownSymbol } from '../../core/value.ts';
import type { DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd } from '../graph-context.ts';
import { withoutPlace } from '../relations/place-words.ts';

/** The resources of these types that outputs of other stacks name, which are called like a parameter in the value. */
export function handedOutputs(
  context: GraphContext,
  from: DraftNode,
  value: Document,
  types: readonly string[],
): readonly RelationEnd[] {
  if (from.language !== 'cloudformation') return [];
  const index = context.table('outputs', () => nodesByOutput(context));
  return parametersIn(value).flatMap((name) =>
    (index.get(withoutPlace(name)) ?? [])
      .filter((node) => node.deployment !== from.deployment && types.includes(node.type))
      .map((node) => ({
        node,
        certain: false,
        because: `${node.deployment} puts it out under the name of parameter ${name}, which ${from.deployment} may be given`,
      })),
  );
}

function nodesByOutput(context: GraphContext): ReadonlyMap<string, readonly DraftNode[]> {
  const index = new Map<string, DraftNode[]>();
  for (const { normal } of context.nodes.values()) {
    for (const [name, ids] of normal?.declared.template?.outputs ?? []) {
      for (const node of ids.flatMap((id) => context.get(id) ?? [])) appendTo(index, withoutPlace(name), node);
    }
  }
  return index;
}

function parametersIn(value: Document): readonly string[] {
  if (value instanceof UnknownLeaf) return parameterOf(value.symbol());
  if (!(value instanceof TemplateLeaf)) return [];
  return value
    .value()
    .parts.flatMap((part) => (typeof part !== 'string' && part.kind === 'unknown' ? parameterOf(part.symbol) : []));
}

function parameterOf({ reason }: UnknownSymbol): readonly string[] {
  const name = reason.code === 'input' ? /^parameter (\w+)$/u.exec(reason.subject)?.[1] : undefined;
  return name === undefined ? [] : [name];
}
