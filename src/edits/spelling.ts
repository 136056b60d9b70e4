/** How a value is written: in quotes or without, as its neighbours are; and how the lines around it are broken and indented. */

/** Policies set switches, numbers and words of an enumeration; nothing else is ever written into a file. */
export type Wanted = string | number | boolean;

export type Notation = 'hcl' | 'json' | 'yaml';

/** Of enumerations (`Enabled`, `ELB`): nothing that any notation would have to escape. */
const plainWord = /^[A-Za-z][\w./-]*$/u;

/** What YAML 1.1 takes for a boolean or nothing. */
const yamlWords = /^(?:y|n|yes|no|true|false|on|off|null)$/iu;

/** In the notation's own way; undefined for a text that is no plain word. */
export function spelled(value: Wanted, notation: Notation): string | undefined {
  if (typeof value !== 'string') return Number.isNaN(value) ? undefined : String(value);
  if (!plainWord.test(value)) return undefined;
  if (notation !== 'yaml') return `"${value}"`;
  return yamlWords.test(value) ? `'${value}'` : value;
}

/** As what it takes the place of: a number or a boolean in quotes stays in quotes. */
export function spelledLike(written: string, value: Wanted, notation: Notation): string | undefined {
  const quote = /^["']/u.exec(written)?.[0];
  if (quote === undefined) return spelled(value, notation);
  return spelled(value, notation) === undefined ? undefined : `${quote}${value}${quote}`;
}

/** The line break that a text uses. */
export function lineBreakOf(text: string): string {
  return /\r?\n/u.exec(text)?.[0] ?? '\n';
}

export function lineStart(text: string, offset: number): number {
  return text.lastIndexOf('\n', offset - 1) + 1;
}

/** Where the line of an offset ends, before its line break. */
export function lineEnd(text: string, offset: number): number {
  const next = text.indexOf('\n', offset);
  const end = next === -1 ? text.length : next;
  return text[end - 1] === '\r' && end > offset ? end - 1 : end;
}

/** The blanks that the line of an offset begins with. */
export function indentationAt(text: string, offset: number): string {
  return /^[ \t]*/u.exec(text.slice(lineStart(text, offset), offset))?.[0] ?? '';
}

/** Nothing but blanks stands before it in its line. */
export function beginsLine(text: string, offset: number): boolean {
  return text.slice(lineStart(text, offset), offset).trim() === '';
}

/** By how much an inner line is indented more than the one around it; two blanks where they don't tell. */
export function indentationStep(outer: string, inner: string | undefined): string {
  if (inner !== undefined && inner.length > outer.length && inner.startsWith(outer)) return inner.slice(outer.length);
  return outer.includes('\t') ? '\t' : '  ';
}
