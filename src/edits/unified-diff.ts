/** The difference of two texts as `diff -u` prints it and `git apply` takes it. */
import type { Change } from './settle-edits.ts';

/** Unchanged lines around each change. */
const context = 3;

interface Line {
  readonly kind: ' ' | '-' | '+';
  /** With its line break, where it has one. */
  readonly text: string;
}

/** Of all changed files, in the order of their paths; empty when nothing changed. */
export function unifiedDiff(changes: ReadonlyMap<string, Change>): string {
  const paths = [...changes.keys()].toSorted();
  return paths.map((path) => diffOf(path, changes.get(path) ?? { before: '', after: '' })).join('');
}

function diffOf(path: string, { before, after }: Change): string {
  if (before === after) return '';
  const lines = compared(linesOf(before), linesOf(after));
  return [`--- a/${path}\n+++ b/${path}\n`, ...hunksOf(lines)].join('');
}

function linesOf(text: string): readonly string[] {
  return text.match(/[^\n]*\n|[^\n]+$/gu) ?? [];
}

/** Edits are few and small: where the texts part, the nearest line from which they agree again is looked for. */
function compared(before: readonly string[], after: readonly string[]): readonly Line[] {
  const lines: Line[] = [];
  let left = 0;
  let right = 0;
  while (left < before.length || right < after.length) {
    const text = before[left];
    if (text !== undefined && text === after[right]) {
      lines.push({ kind: ' ', text });
      left += 1;
      right += 1;
      continue;
    }
    const [removed, added] = nextAgreement(before, after, left, right);
    for (; left < removed; left += 1) lines.push({ kind: '-', text: before[left] ?? '' });
    for (; right < added; right += 1) lines.push({ kind: '+', text: after[right] ?? '' });
  }
  return lines;
}

/** How far lines are looked ahead; beyond, the rest counts as changed. */
const farthest = 200;

function nextAgreement(
  before: readonly string[],
  after: readonly string[],
  left: number,
  right: number,
): readonly [number, number] {
  for (let distance = 1; distance <= farthest; distance += 1) {
    for (let removed = 0; removed <= distance; removed += 1) {
      const [ahead, beside] = [left + removed, right + distance - removed];
      if (ahead > before.length || beside > after.length) continue;
      if (agree(before.slice(ahead, ahead + 2), after.slice(beside, beside + 2))) return [ahead, beside];
    }
  }
  return [before.length, after.length];
}

function agree(before: readonly string[], after: readonly string[]): boolean {
  return before.length === after.length && before.every((line, index) => line === after[index]);
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
