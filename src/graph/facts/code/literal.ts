/** Whether a value is literal: no lookup and no per-deployment input decides it, whatever carries it. */
import { propertyAt, type DraftNode } from '../../draft.ts';

/** The text at a pointer, where it is written in the code itself; undefined where something else decides it, or nothing does. */
export function literalTextAt(node: DraftNode, pointer: string): string | undefined {
  const value = propertyAt(node, pointer);
  return typeof value === 'string' && isLiteralAt(node, pointer) ? value : undefined;
}

export function isLiteralAt(node: DraftNode, pointer: string): boolean {
  return node.normal?.origins.get(node.base + pointer)?.literal !== false;
}
