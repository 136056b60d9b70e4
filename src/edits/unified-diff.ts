/** The difference of two texts as `diff -u` prints it and `git apply` takes it. */
import { compareLines, type Line } from './compare-lines.ts';
import type { Change } from './settle-edits.ts';

/** Unchanged lines around each change. */
const context = 3;

/** Of all changed files, in the order of their paths; empty when nothing changed. */
export function unifiedDiff(changes: ReadonlyMap<string, Change>): string {
  const paths = [...changes.keys()].toSorted();
  return paths.map((path) => diffOf(path, changes.get(path) ?? { before: '', after: '' })).join('');
}

function diffOf(path: string, { before, after }: Change): string {
  if (before === after) return '';
  const lines = compareLines(linesOf(before), linesOf(after));
  return [`--- a/${path}\n+++ b/${path}\n`, ...hunksOf(lines)].join('');
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

function hunksOf(lines: readonly Line[]): readonly string[] {
  const hunks: string[] = [];
  let [left, right] = [1, 1];
  for (let start = 0; start < lines.length;) {
    const first = lines.findIndex(({ kind }, index) => index >= start && kind !== ' ');
    if (first === -1) break;
    const from = Math.max(start, first - context);
    let last = first;
    for (let at = first; at < lines.length && at - last <= 2 * context; at += 1) if (lines[at]?.kind !== ' ') last = at;
    const to = Math.min(lines.length, last + context + 1);
    const skipped = from - start;
    left += skipped;
    right += skipped;
    const hunk = lines.slice(from, to);
    const removed = hunk.filter(({ kind }) => kind !== '+').length;
    const added = hunk.filter(({ kind }) => kind !== '-').length;
    hunks.push(`@@ -${placeOf(left, removed)} +${placeOf(right, added)} @@\n${hunk.map(printed).join('')}`);
    left += removed;
    right += added;
    start = to;
  }
  return hunks;
}

function placeOf(line: number, count: number): string {
  return `${count === 0 ? line - 1 : line},${count}`;
}

function printed({ kind, text }: Line): string {
  return text.endsWith('\n') ? `${kind}${text}` : `${kind}${text}\n\\ No newline at end of file\n`;
}
