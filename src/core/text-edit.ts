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
  for (const edit of sorted(edits)) {
    pieces.push(text.slice(end, edit.range.start), edit.text);
    ({ end } = edit.range);
  }
  return pieces.join('') + text.slice(end);
}

/**
 * One set of edits in place of two, of which the second changes what the first one made of the text. What they have in
 * common becomes one edit.
 *
 * @param after the text with the first edits made
 */
export function composed(first: readonly TextEdit[], after: string, second: readonly TextEdit[]): readonly TextEdit[] {
  let edits = first;
  let text = after;
  // From the end on, so that the places of those that are left still hold.
  for (const edit of sorted(second).toReversed()) {
    edits = withOneMore(edits, text, edit);
    text = withEdits(text, [edit]);
  }
  return edits;
}

function withOneMore(edits: readonly TextEdit[], after: string, edit: TextEdit): readonly TextEdit[] {
  const apart: TextEdit[] = [];
  let { text } = edit;
  let { start: from, end: to } = edit.range;
  // How far all edits so far moved what stands behind them, how far those before this one, and how far those it meets.
  const moved = { byAll: 0, before: 0, within: 0 };
  for (const each of sorted(edits)) {
    const first = each.range.start + moved.byAll;
    const last = first + each.text.length;
    const by = each.text.length - (each.range.end - each.range.start);
    moved.byAll += by;
    if (last < edit.range.start || first > edit.range.end) {
      apart.push(each);
      if (last < edit.range.start) moved.before += by;
      continue;
    }
    if (first < from) text = after.slice(first, from) + text;
    if (last > to) text += after.slice(to, last);
    from = Math.min(from, first);
    to = Math.max(to, last);
    moved.within += by;
  }
  const range = { ...edit.range, start: from - moved.before, end: to - moved.before - moved.within };
  return sorted([...apart, { range, text }]);
}

/** Where an offset of a text stands when edits of it are made; what is inserted right there stands behind it. */
export function movedBy(edits: readonly TextEdit[], offset: number): number {
  const ahead = edits.filter(({ range }) => range.end <= offset && range.start < offset);
  return ahead.reduce((at, { range, text }) => at + text.length - (range.end - range.start), offset);
}

function sorted(edits: readonly TextEdit[]): readonly TextEdit[] {
  return edits.toSorted((left, right) => left.range.start - right.range.start);
}
