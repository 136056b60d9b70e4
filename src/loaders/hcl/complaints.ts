/** How tokens are named in messages, and what is said of those that no HCL file may contain. */
import type { Token, TokenKind } from './tokens.ts';

export interface Complaint {
  readonly message: string;
  readonly help: string;
}

/** How a token is called in a sentence: `the end of the line`, `the name "size"`. */
export function nameOf(token: Token, text: string): string {
  const name = names.get(token.kind);
  const words = shortened(text.trim());
  return name === undefined ? `"${words}"` : name.replace('…', () => words);
}

const names: ReadonlyMap<TokenKind, string> = new Map<TokenKind, string>([
  ['identifier', 'the name "…"'],
  ['number', 'the number …'],
  ['newline', 'the end of the line'],
  ['end of file', 'the end of the file'],
  ['open quote', 'a quote (")'],
  ['close quote', 'a quote (")'],
  ['open heredoc', 'the heredoc marker …'],
  ['close heredoc', 'the heredoc marker …'],
  ['close heredoc at end', 'the heredoc marker …'],
  ['text', 'text'],
]);

const longestQuote = 40;

/** Cut to a length that fits into a message. */
export function shortened(text: string): string {
  return text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
}

/** What is wrong with a token that may stand nowhere; undefined for the others. */
export function complaintAbout(token: Token, text: string): Complaint | undefined {
  return token.kind === 'invalid' ? aboutCharacter(text) : complaints.get(token.kind);
}

const complaints: ReadonlyMap<TokenKind, Complaint> = new Map<TokenKind, Complaint>([
  [
    'single-quoted',
    {
      message: 'Strings stand in double quotes, not in single ones.',
      help: 'Replace the single quotes (\') by double quotes (").',
    },
  ],
  [
    'cut string',
    { message: 'This string has no closing quote on its line.', help: 'Close it with a double quote (").' },
  ],
  [
    'newline in string',
    {
      message: 'A quoted string must end on the line on which it begins.',
      help: 'Write \\n for a line break, or use a heredoc: <<EOT, the lines of text, and EOT on a line of its own.',
    },
  ],
  [
    'unclosed heredoc',
    {
      message: 'This heredoc is never closed.',
      help: 'Put its marker on a line of its own after the last line of its text.',
    },
  ],
  [
    'close heredoc at end',
    {
      message: 'The closing marker of a heredoc must be followed by a line break.',
      help: 'End the file with a line break.',
    },
  ],
]);

const characterComplaints: ReadonlyMap<string, Complaint> = new Map([
  [
    ';',
    {
      message: 'Found a semicolon; HCL has no use for it.',
      help: 'Separate arguments by line breaks, and items of a list or an object by commas.',
    },
  ],
  [
    '$',
    {
      message: 'Found "$", which has a meaning only inside strings.',
      help: 'Outside strings expressions stand as they are: write var.name, not ${var.name}.',
    },
  ],
  ['&', { message: 'Found "&"; HCL has no bitwise operators.', help: 'The logical "and" is "&&".' }],
  ['|', { message: 'Found "|"; HCL has no bitwise operators.', help: 'The logical "or" is "||".' }],
  [
    '^',
    { message: 'Found "^"; HCL has no bitwise operators and no powers.', help: 'Use the function pow() for powers.' },
  ],
  ['~', { message: 'Found "~", which stands only in "${~", "%{~" and "~}".', help: 'The logical "not" is "!".' }],
  ["'", { message: 'Found a single quote; strings stand in double quotes.', help: 'Use double quotes (").' }],
  [
    '`',
    {
      message: 'Found a backtick; HCL has no use for it.',
      help: 'Use double quotes, or a heredoc (<<EOT) for text of several lines.',
    },
  ],
  ['“', { message: 'Found a curly quote; strings stand in straight double quotes.', help: 'Replace “ and ” by ".' }],
  ['”', { message: 'Found a curly quote; strings stand in straight double quotes.', help: 'Replace “ and ” by ".' }],
  [
    '\r',
    {
      message: 'Found a carriage return without a line feed after it.',
      help: 'Save the file with the line breaks of Unix or of Windows.',
    },
  ],
  [
    '\u00A0',
    { message: 'Found a no-break space; HCL takes only plain spaces and tabs.', help: 'Replace it by a plain space.' },
  ],
]);

function aboutCharacter(text: string): Complaint {
  const known = characterComplaints.get(text);
  if (known !== undefined) return known;
  const point = (text.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return {
    message: `Found the character U+${point}, which HCL does not use outside strings and comments.`,
    help: 'Remove it, or put it into a quoted string.',
  };
}
