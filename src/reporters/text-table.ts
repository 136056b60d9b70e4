/** Rows as aligned columns. */
import { displayWidth } from './display-width.ts';

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
