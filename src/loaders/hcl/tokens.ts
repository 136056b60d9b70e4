/** The words of HCL: what the lexer makes out of text and the parser reads. */

/**
 * One word. A line break outside brackets means something in HCL, so it is a token; a run of them, with the blanks and
 * comments between, is one.
 */
export interface Token {
  readonly kind: TokenKind;
  /** Offsets into the file, half open. */
  readonly start: number;
  readonly end: number;
}

export type TokenKind = Punctuation | WordKind | TemplateTokenKind | BrokenKind;

export type Punctuation =
  | '{'
  | '}'
  | '['
  | ']'
  | '('
  | ')'
  | '.'
  | ','
  | '*'
  | '/'
  | '%'
  | '+'
  | '-'
  | '='
  | '<'
  | '>'
  | '!'
  | '?'
  | ':'
  | '=='
  | '!='
  | '<='
  | '>='
  | '&&'
  | '||'
  | '::'
  | '...'
  | '=>';

type WordKind = 'identifier' | 'number' | 'newline' | 'end of file';

/** A heredoc's text comes line by line, the line break included; any text is cut before `$` and `%`. */
type TemplateTokenKind =
  | 'open quote'
  | 'close quote'
  | 'open heredoc'
  | 'close heredoc'
  | 'text'
  /** `${` or `${~` */
  | 'open interpolation'
  /** `%{` or `%{~` */
  | 'open directive'
  /** The `}` or `~}` of either. */
  | 'close sequence';

/** What no file may contain; kept as tokens so that the parser can say it once and read on. */
type BrokenKind =
  /** A character that the language does not use. */
  | 'invalid'
  /** The end of a line, where a quoted string should have ended. */
  | 'cut string'
  /** A line break inside a quoted string that ends on a later line. */
  | 'newline in string'
  /** `'text'` */
  | 'single-quoted'
  /** The opening of a heredoc whose closing marker is nowhere. */
  | 'unclosed heredoc'
  /** A heredoc's closing marker without a line break after it. */
  | 'close heredoc at end';
