/** A derived fact in plain words: `[low, high]` of a measure, with what is not known; `?` for a leaf. */
import { isDocumentMap, isLeaf, MeasureLeaf, type Document } from '../../src/core/document.ts';
import type { DraftNode } from '../../src/graph/draft.ts';

export function measured(node: DraftNode, path: string): unknown {
  let fact: Document | undefined;
  for (const [index, step] of path.split('.').entries()) {
    fact = index === 0 ? node.facts.get(step) : isDocumentMap(fact) ? fact[step] : undefined;
  }
  return plainly(fact);
}

/** The same of any document, such as a property of a relation. */
export function plainly(fact: Document | undefined): unknown {
  if (!(fact instanceof MeasureLeaf)) return isLeaf(fact) ? '?' : fact;
  const { low, high } = fact.interval();
  const because = fact.because()?.reason.subject;
  return because === undefined ? [low, high] : [low, high, because];
}
