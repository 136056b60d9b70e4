/** Changes of texts: what stands in a range gives way to another text. */
import type { SourceRange } from './source.ts';

export interface TextEdit {
  /** Empty (start = end) to insert. */
  readonly range: SourceRange;
  readonly text: string;
}

/** A text with all edits of it made, which don't overlap. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  const pieces: string[] = [];
  let end = 0;
  for (const edit of edits.toSorted((left, right) => left.range.start - right.range.start)) {
    pieces.push(text.slice(end, edit.range.start), edit.text);
    ({ end } = edit.range);
  }
  return pieces.join('') + text.slice(end);
}
