/** The text of templates: escapes, `~` trimming, and the indentation of `<<-` heredocs. */

/** An escape that HCL does not have: where in the source text, and why. */
export interface BadEscape {
  readonly start: number;
  readonly end: number;
  readonly message: string;
  readonly help: string;
}

const escapePattern = /\\(?:u[0-9A-Fa-f]{0,4}|U[0-9A-Fa-f]{0,8}|[^]|$)/gu;

const simpleEscapes: ReadonlyMap<string, string> = new Map([
  [String.raw`\n`, '\n'],
  [String.raw`\r`, '\r'],
  [String.raw`\t`, '\t'],
  [String.raw`\"`, '"'],
  [String.raw`\\`, '\\'],
]);

/** The text that a piece of a heredoc or a bare template stands for. */
export function decodeMarks(source: string): string {
  return source === '$${' || source === '%%{' ? source.slice(1) : source;
}

/** The text that a piece of a quoted string stands for, and the first bad escape; those are kept as they are written. */
export function decodeQuoted(source: string): { readonly text: string; readonly bad: BadEscape | undefined } {
  if (!source.includes('\\')) return { text: decodeMarks(source), bad: undefined };
  let bad: BadEscape | undefined;
  const text = source.replaceAll(escapePattern, (escape: string, start: number) => {
    const decoded = simpleEscapes.get(escape) ?? decodeCodePoint(escape);
    if (decoded !== undefined) return decoded;
    bad ??= { start, end: start + escape.length, ...badEscapeWords(escape) };
    return escape;
  });
  return { text, bad };
}

/** Of `\uNNNN` and `\UNNNNNNNN`; undefined when it is not whole or no character. */
function decodeCodePoint(escape: string): string | undefined {
  const isWhole = (escape.startsWith(String.raw`\u`) && escape.length === 6) || isLong(escape);
  const point = Number.parseInt(escape.slice(2), 16);
  const isSurrogate = point >= 0xd8_00 && point <= 0xdf_ff;
  return isWhole && !isSurrogate && point <= 0x10_ff_ff ? String.fromCodePoint(point) : undefined;
}

function isLong(escape: string): boolean {
  return escape.startsWith(String.raw`\U`) && escape.length === 10;
}

function badEscapeWords(escape: string): { readonly message: string; readonly help: string } {
  const selector = escape.charAt(1);
  if (selector === 'u' || selector === 'U') {
    return {
      message: `The escape ${escape} stands for no character.`,
      help: String.raw`Write \u with four or \U with eight hexadecimal digits.`,
    };
  }
  return {
    message: `Strings have no escape ${escape}.`,
    help: String.raw`Write \\ for a backslash; the escapes are \n, \r, \t, \", \\, \uNNNN and \UNNNNNNNN.`,
  };
}

/** What Go's unicode.IsSpace takes as white space, which HCL's trimming rests on: https://pkg.go.dev/unicode#IsSpace */
const space = /[\t-\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]/u;

export function trimStart(text: string): string {
  let start = 0;
  while (start < text.length && space.test(text.charAt(start))) start += 1;
  return text.slice(start);
}

export function trimEnd(text: string): string {
  let end = text.length;
  while (end > 0 && space.test(text.charAt(end - 1))) end -= 1;
  return text.slice(0, end);
}

/** A piece of a template as far as indentation is concerned. */
interface Indented {
  readonly kind: string;
  readonly text?: string;
}

/**
 * The pieces of a `<<-` heredoc without the indentation that all its lines share. Blank lines do not count, and only
 * what is written does: an interpolated value has no indentation.
 */
export function removeIndentation<P extends Indented>(pieces: readonly P[]): P[] {
  const starts = lineStarts(pieces);
  let shared = Infinity;
  for (const at of starts) shared = Math.min(shared, indentationOf(pieces[at]?.text ?? ''));
  const first = new Set(starts);
  return pieces.map((piece, at) => {
    const isLineStart = first.has(at) && piece.text !== undefined && !isBlankLine(piece.text);
    return isLineStart ? { ...piece, text: piece.text.slice(shared) } : piece;
  });
}

/** The indexes of the pieces with which lines begin. */
function lineStarts(pieces: readonly Indented[]): number[] {
  const starts: number[] = [];
  let atStart = true;
  for (const [at, piece] of pieces.entries()) {
    if (atStart) starts.push(at);
    // After a line break; also when the line's own text was trimmed away, for then the next line is part of it.
    atStart = (piece.text ?? '').endsWith('\n');
  }
  return starts;
}

function isBlankLine(text: string): boolean {
  return text.endsWith('\n') && trimStart(text) === '';
}

function indentationOf(text: string): number {
  return isBlankLine(text) ? Infinity : text.length - trimStart(text).length;
}
