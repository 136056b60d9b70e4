/** Facts of the nodes of a report, as tests compare them. */
import { isDocumentMap, MeasureLeaf, UnknownLeaf, type Document } from '../../src/core/document.ts';
import type { Report } from '../../src/findings/report.ts';
import { nodeAt } from './lint-text.ts';

/** The fact at a dotted name; undefined when there is none. */
export function factOf(report: Report, address: string, name: string): Document | undefined {
  let at: Document | undefined = nodeAt(report, address).document;
  for (const step of ['facts', ...name.split('.')]) at = isDocumentMap(at) ? at[step] : undefined;
  return at;
}

/** Plain data, with `? subject` for what is not known and `[low, high]` for figures. */
export function shown(value: Document | undefined): unknown {
  if (value instanceof UnknownLeaf) return `? ${value.symbol().reason.subject}`;
  if (value instanceof MeasureLeaf) {
    const { low, high } = value.interval();
    return low === high ? low : [low, high];
  }
  return Array.isArray(value) ? value.map((item: Document) => shown(item)) : value;
}
