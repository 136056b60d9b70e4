/** Rows as aligned columns. */
import { displayWidth } from './display-width.ts';
import { hanging } from './text-style.ts';

/** A last column with less room goes on below its row instead of below itself. */
const narrowColumn = 24;
const deepIndent = 8;

/** Lines whose last column is wrapped below itself where it would run past so many columns. */
export function wrappedTable(rows: readonly (readonly string[])[], columns: number): readonly string[] {
  const heads = textTable(rows.map((row) => [...row.slice(0, -1), '']));
  const width = Math.max(0, ...heads.map(displayWidth)) + 2;
  const indent = columns - width < narrowColumn ? deepIndent : width;
  return rows.flatMap((row, index) => {
    const head = heads[index] ?? '';
    const padded = `${head}${' '.repeat(width - displayWidth(head))}`;
    return hanging(padded, row.at(-1) ?? '', indent, columns).map((line) => line.trimEnd());
  });
}

/** Lines; each column is as wide as its widest cell, the last one runs free. */
export function textTable(rows: readonly (readonly string[])[]): readonly string[] {
  const widths: number[] = [];
  for (const row of rows) {
    for (const [column, cell] of row.entries()) {
      widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
    }
  }
  return rows.map((row) =>
    row
      .map((cell, column) => `${cell}${' '.repeat((widths[column] ?? 0) - displayWidth(cell))}`)
      .join('  ')
      .trimEnd(),
  );
}
