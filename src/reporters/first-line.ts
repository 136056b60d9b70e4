/** Places cut to one line: hosts show an annotation in a pull request only when every line of it was changed. */
import { locationOf, type Location, type SourceRange } from '../core/source.ts';

/** The part of a range on its first line; never ends before it starts. */
export function firstLineOf(range: SourceRange): Location {
  const { file, line, column, endLine, endColumn } = locationOf(range);
  const end = endLine > line ? range.file.lineText(line).length + 1 : endColumn;
  return { file, line, column, endLine: line, endColumn: Math.max(column, end) };
}
