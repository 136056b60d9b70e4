/** Surgery on source texts: replacements at the ranges of a syntax tree, applied all at once. */
import type { SourceRange } from '../../src/core/source.ts';
import type { Block } from '../../src/loaders/hcl/ast.ts';

/** Path → text. */
export type Files = Readonly<Record<string, string>>;

export interface SourceEdit {
  /** Empty (start = end) to insert. */
  readonly range: SourceRange;
  readonly text: string;
}

export function replaced(range: SourceRange, text: string): SourceEdit {
  return { range, text };
}

export function insertedBefore({ file, start }: SourceRange, text: string): SourceEdit {
  return { range: { file, start, end: start }, text };
}

export function insertedAfter({ file, end }: SourceRange, text: string): SourceEdit {
  return { range: { file, start: end, end }, text };
}

/** The files with every edit done. An edit inside a replaced range is lost with it; of two at one place the first comes first. */
export function edited(files: Files, edits: readonly SourceEdit[]): Files {
  const byPath = new Map<string, SourceEdit[]>();
  for (const edit of edits) {
    const { path } = edit.range.file;
    byPath.set(path, [...(byPath.get(path) ?? []), edit]);
  }
  const texts = [...byPath].map(([path, ofFile]) => [path, editedText(files[path] ?? '', ofFile)] as const);
  return { ...files, ...Object.fromEntries(texts) };
}

function editedText(text: string, edits: readonly SourceEdit[]): string {
  const inOrder = edits.toSorted((a, b) => a.range.start - b.range.start || b.range.end - a.range.end);
  let result = '';
  let at = 0;
  for (const { range, text: replacement } of inOrder) {
    if (range.start < at) continue;
    result += text.slice(at, range.start) + replacement;
    at = range.end;
  }
  return result + text.slice(at);
}

/** Arguments and blocks put first into a block; one that was written on one line becomes several. */
export function added({ headerRange, range }: Block, lines: readonly string[]): readonly SourceEdit[] {
  const { file, end } = range;
  const open = file.text.indexOf('{', headerRange.end) + 1;
  const text = lines.map((line) => `\n  ${line}`).join('');
  return [
    { range: { file, start: open, end: open }, text: `${text}\n` },
    { range: { file, start: end - 1, end: end - 1 }, text: '\n' },
  ];
}
