/** CSV to a list of objects: the first row names the columns. https://developer.hashicorp.com/terraform/language/functions/csvdecode */
import { parse } from 'csv-parse/sync';
import { list, map, scalar } from '../../../core/value.ts';
import { refuse, type Result } from './function.ts';

export function decodeCsv(source: string): Result {
  const rows = rowsOf(source);
  if (rows === undefined) return refuse('The text is no CSV: a quote is out of place.');
  const [columns, ...lines] = rows;
  if (columns === undefined) return refuse('There is no row with the names of the columns.');
  if (new Set(columns).size < columns.length) return refuse('Two columns have the same name.');
  if (lines.some((line) => line.length !== columns.length))
    return refuse(`A row has another number of fields than ${columns.length}.`);
  return list(lines.map((line) => map(new Map(columns.map((name, at) => [name, scalar(line[at] ?? '')] as const)))));
}

/** Undefined for what is no CSV. Empty lines are no rows. https://pkg.go.dev/encoding/csv */
function rowsOf(source: string): readonly (readonly string[])[] | undefined {
  const options = { record_delimiter: '\n', relax_column_count: true, skip_empty_lines: true } as const;
  try {
    const rows: unknown = parse(source.replaceAll('\r\n', '\n').replace(/\r$/u, ''), options);
    return Array.isArray(rows) ? rows.map((row) => (Array.isArray(row) ? row.map(String) : [])) : undefined;
  } catch {
    return undefined;
  }
}
