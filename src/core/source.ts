/**
 * Where text came from: files, ranges in them, and the 1-based lines and columns that people read.
 *
 * Ranges are kept as offsets and turned into lines only when something is reported, because most of them never are.
 */

/** One read file. `path` is relative to the working directory, with forward slashes; `text` has no byte order mark. */
export class SourceFile {
  readonly path: string;
  readonly text: string;
  /** False for what holds secrets in plain text, as a plan does: its places are told, its lines never printed. */
  readonly shown: boolean;
  #lineStarts: readonly number[] | undefined;

  constructor(path: string, text: string, shown = true) {
    this.path = path;
    this.shown = shown;
    this.text = text.codePointAt(0) === 0xfe_ff ? text.slice(1) : text;
  }

  /** The line and column of an offset; an offset past the end gives the end. */
  positionAt(offset: number): Position {
    const starts = this.#starts();
    const at = Math.max(0, Math.min(offset, this.text.length));
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((starts[middle] ?? 0) <= at) low = middle;
      else high = middle - 1;
    }
    return { line: low + 1, column: at - (starts[low] ?? 0) + 1 };
  }

  /** The text of a 1-based line without its line break; empty when there is no such line. */
  lineText(line: number): string {
    const starts = this.#starts();
    const start = starts[line - 1];
    if (start === undefined) return '';
    return this.text.slice(start, starts[line] ?? this.text.length).replace(/\r?\n$/u, '');
  }

  /** A 1-based line without its indentation and its line break; undefined when there is no such line. */
  rangeOfLine(line: number): SourceRange | undefined {
    const start = this.#starts()[line - 1];
    if (start === undefined) return undefined;
    const text = this.lineText(line);
    const indentation = text.length - text.trimStart().length;
    return { file: this, start: start + indentation, end: start + text.trimEnd().length };
  }

  #starts(): readonly number[] {
    if (this.#lineStarts !== undefined) return this.#lineStarts;
    const starts = [0];
    for (let at = this.text.indexOf('\n'); at !== -1; at = this.text.indexOf('\n', at + 1)) starts.push(at + 1);
    this.#lineStarts = starts;
    return starts;
  }
}

/** 1-based; a column counts UTF-16 code units, as SARIF's default does. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** A half-open stretch of a file, as offsets in UTF-16 code units. */
export interface SourceRange {
  readonly file: SourceFile;
  readonly start: number;
  readonly end: number;
}

/** The place of a range as it is printed: file, first and last position. */
export interface Location {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine: number;
  readonly endColumn: number;
}

export function locationOf(range: SourceRange): Location {
  const start = range.file.positionAt(range.start);
  const end = range.file.positionAt(range.end);
  return { file: range.file.path, line: start.line, column: start.column, endLine: end.line, endColumn: end.column };
}

/** The text that a range covers. */
export function textOf(range: SourceRange): string {
  return range.file.text.slice(range.start, range.end);
}

/** The smallest range over both; they must lie in one file. */
export function spanning(first: SourceRange, last: SourceRange): SourceRange {
  return { file: first.file, start: Math.min(first.start, last.start), end: Math.max(first.end, last.end) };
}

/** The same text for the same place, whoever made the range. */
export function rangeKey(range: SourceRange): string {
  return `${range.start}:${range.end}:${range.file.path}`;
}
