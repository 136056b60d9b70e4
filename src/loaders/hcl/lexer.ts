/**
 * Cuts the text of an HCL file into tokens, in one pass. Templates nest in expressions and expressions in templates, so
 * the lexer keeps a stack of the modes it is in. It never fails: what is not HCL becomes a token that says so.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#lexical-elements
 */
import type { SourceFile } from '../../core/source.ts';
import type { Comment } from './ast.ts';
import type { Punctuation, Token, TokenKind } from './tokens.ts';

export interface Lexed {
  /** The last one is always `end of file`. */
  readonly tokens: readonly Token[];
  readonly comments: readonly Comment[];
  /** How many more `{` than `}` there are. */
  readonly missingBraces: number;
}

/** What a stretch of text is read as at first. */
export type LexerStart = 'expression' | 'template';

/** The text from `start` to `end` as tokens. */
export function tokenize(file: SourceFile, from: LexerStart, start = 0, end: number = file.text.length): Lexed {
  return new Lexer(file, from, start, end).run();
}

type Mode =
  /** Arguments and expressions; `braces` counts those open in this mode, and `inner` is true inside `${` or `%{`. */
  | { readonly kind: 'expression'; readonly inner: boolean; braces: number }
  | { readonly kind: 'quoted' }
  | { readonly kind: 'heredoc'; readonly marker: string; readonly opening: Opening }
  /** A template with nothing round it: a file for `templatefile`. */
  | { readonly kind: 'bare' };

/** Where a heredoc began, to go back to when it never ends. */
interface Opening {
  readonly token: number;
  readonly comments: number;
  readonly modes: number;
  /** The offset after the opening line's marker. */
  readonly end: number;
}

const code = {
  tab: 9,
  lineFeed: 10,
  carriageReturn: 13,
  space: 32,
  quote: 34,
  hash: 35,
  dollar: 36,
  percent: 37,
  apostrophe: 39,
  star: 42,
  plus: 43,
  minus: 45,
  dot: 46,
  slash: 47,
  less: 60,
  upperE: 69,
  backslash: 92,
  lowerE: 101,
  openBrace: 123,
  closeBrace: 125,
  tilde: 126,
} as const;

const punctuation: readonly Punctuation[] = [
  ...(['...', '==', '!=', '<=', '>=', '&&', '||', '::', '=>'] as const),
  ...(['[', ']', '(', ')', '.', ',', '*', '/', '%', '+', '-', '=', '<', '>', '!', '?', ':'] as const),
];

/** By first character: the punctuation that starts with it, longest first. */
const punctuationByStart = new Map<string, Punctuation[]>();
for (const text of punctuation) {
  const first = text.charAt(0);
  punctuationByStart.set(first, [...(punctuationByStart.get(first) ?? []), text]);
}

const identifierPattern = /[\p{ID_Start}_][\p{ID_Continue}-]*/uy;
const heredocPattern = /<<-?([\p{ID_Start}_][\p{ID_Continue}-]*)\r?\n/uy;
/** After a quote: nothing but closing brackets and commas up to the end of the line, so it closes a string. */
const closingQuotePattern = /"[ \t]*(?:[,)\]}]+[ \t]*)?(?:\r?\n|$)/y;

class Lexer {
  readonly #file: SourceFile;
  readonly #text: string;
  readonly #end: number;
  #at: number;
  #tokens: Token[] = [];
  #comments: Comment[] = [];
  #modes: Mode[];
  #openBraces = 0;
  /** A heredoc without end was given up and its text read as expressions; that happens once, to stay linear. */
  #gaveUpHeredoc = false;
  /** False once no comment's end was found: there is none further on either. */
  #commentsEnd = true;

  constructor(file: SourceFile, from: LexerStart, start: number, end: number) {
    this.#file = file;
    this.#text = file.text.length === end ? file.text : file.text.slice(0, end);
    this.#at = start;
    this.#end = end;
    this.#modes = [from === 'template' ? { kind: 'bare' } : { kind: 'expression', inner: false, braces: 0 }];
  }

  run(): Lexed {
    while (this.#at < this.#end || this.#reopenAfterHeredoc()) this.#step();
    this.#push('end of file', this.#end, this.#end);
    return { tokens: this.#tokens, comments: this.#comments, missingBraces: Math.max(0, this.#openBraces) };
  }

  #step(): void {
    const mode = this.#mode();
    switch (mode.kind) {
      case 'expression':
        return this.#expression(mode);
      case 'quoted':
        return this.#quoted();
      case 'heredoc':
        return this.#heredoc(mode);
      case 'bare':
        return this.#templateLine();
    }
  }

  #mode(): Mode {
    return this.#modes.at(-1) ?? { kind: 'bare' };
  }

  #push(kind: TokenKind, start: number, end: number): void {
    this.#tokens.push({ kind, start, end });
    this.#at = end;
  }

  #expression(mode: Mode & { kind: 'expression' }): void {
    const start = this.#at;
    const char = this.#text.charCodeAt(start);
    if (char === code.space || char === code.tab) this.#at += 1;
    else if (isIdentifierStart(char)) this.#identifier();
    else if (this.#newlineLength(start) > 0) this.#newline();
    else if (isDigit(char)) this.#push('number', start, this.#numberEnd());
    else if (char === code.quote) this.#open('open quote', start + 1, { kind: 'quoted' });
    else if (!this.#brace(char, mode) && !this.#comment(char) && !this.#openHeredoc(char)) {
      this.#punctuationOrInvalid(char);
    }
  }

  #brace(char: number, mode: Mode & { kind: 'expression' }): boolean {
    if (char === code.openBrace) this.#openBrace(mode);
    else if (char === code.closeBrace) this.#closeBrace(mode, 1);
    else if (char === code.tilde && this.#text.charCodeAt(this.#at + 1) === code.closeBrace) this.#closeBrace(mode, 2);
    else return false;
    return true;
  }

  #open(kind: TokenKind, end: number, mode: Mode): void {
    this.#push(kind, this.#at, end);
    this.#modes.push(mode);
  }

  #openBrace(mode: Mode & { kind: 'expression' }): void {
    mode.braces += 1;
    this.#openBraces += 1;
    this.#push('{', this.#at, this.#at + 1);
  }

  #closeBrace(mode: Mode & { kind: 'expression' }, length: number): void {
    const endsSequence = mode.inner && mode.braces === 0;
    if (endsSequence) this.#modes.pop();
    else {
      mode.braces -= 1;
      this.#openBraces -= 1;
    }
    // `~}` that ends no sequence is kept as one token: the parser refuses it wherever it stands.
    this.#push(endsSequence || length > 1 ? 'close sequence' : '}', this.#at, this.#at + length);
  }

  #identifier(): void {
    let at = this.#at + 1;
    while (isIdentifierPart(this.#text.charCodeAt(at))) at += 1;
    if (this.#text.charCodeAt(at) > 127 && at < this.#end) at = this.#matchEnd(identifierPattern, this.#at);
    this.#push('identifier', this.#at, at);
  }

  #matchEnd(pattern: RegExp, at: number): number {
    pattern.lastIndex = at;
    return pattern.test(this.#text) ? pattern.lastIndex : at;
  }

  /** Digits, dots and exponents, ending in a digit: `1...` is a number and an ellipsis. */
  #numberEnd(): number {
    let end = this.#at;
    for (let at = this.#at; at < this.#end;) {
      const length = this.#numberPartLength(at);
      if (length === 0) break;
      if (this.#text.charCodeAt(at) !== code.dot) end = at + length;
      at += length;
    }
    return end;
  }

  #numberPartLength(at: number): number {
    const char = this.#text.charCodeAt(at);
    if (isDigit(char) || char === code.dot) return 1;
    if (char !== code.upperE && char !== code.lowerE) return 0;
    const next = this.#text.charCodeAt(at + 1);
    if (isDigit(next)) return 2;
    return (next === code.plus || next === code.minus) && isDigit(this.#text.charCodeAt(at + 2)) ? 3 : 0;
  }

  #newlineLength(at: number): number {
    const char = this.#text.charCodeAt(at);
    if (char === code.lineFeed) return 1;
    return char === code.carriageReturn && this.#text.charCodeAt(at + 1) === code.lineFeed ? 2 : 0;
  }

  #newline(): void {
    const end = this.#at + this.#newlineLength(this.#at);
    if (this.#tokens.at(-1)?.kind === 'newline') this.#at = end;
    else this.#push('newline', this.#at, end);
  }

  #comment(char: number): boolean {
    const next = this.#text.charCodeAt(this.#at + 1);
    if (char === code.hash) return this.#lineComment(1);
    if (char !== code.slash) return false;
    if (next === code.slash) return this.#lineComment(2);
    if (next !== code.star) return false;
    const close = this.#commentsEnd ? this.#text.indexOf('*/', this.#at + 2) : -1;
    this.#commentsEnd = close !== -1;
    if (close === -1) return false;
    this.#addComment(this.#text.slice(this.#at + 2, close), close + 2);
    return true;
  }

  #lineComment(markerLength: number): boolean {
    const lineFeed = this.#text.indexOf('\n', this.#at);
    let end = lineFeed === -1 ? this.#end : lineFeed;
    if (lineFeed !== -1 && this.#text.charCodeAt(end - 1) === code.carriageReturn) end -= 1;
    this.#addComment(this.#text.slice(this.#at + markerLength, end), end);
    return true;
  }

  #addComment(text: string, end: number): void {
    this.#comments.push({ text: text.trim(), range: { file: this.#file, start: this.#at, end } });
    this.#at = end;
  }

  #openHeredoc(char: number): boolean {
    if (char !== code.less) return false;
    heredocPattern.lastIndex = this.#at;
    const match = heredocPattern.exec(this.#text);
    const marker = match?.[1];
    if (match === null || marker === undefined) return false;
    const opening: Opening = {
      token: this.#tokens.length,
      comments: this.#comments.length,
      modes: this.#modes.length,
      end: this.#at + match[0].trimEnd().length,
    };
    this.#open('open heredoc', heredocPattern.lastIndex, { kind: 'heredoc', marker, opening });
    return true;
  }

  #punctuationOrInvalid(char: number): void {
    const start = this.#at;
    for (const text of punctuationByStart.get(this.#text.charAt(start)) ?? []) {
      if (this.#text.startsWith(text, start)) return this.#push(text, start, start + text.length);
    }
    const identifierEnd = char > 127 ? this.#matchEnd(identifierPattern, start) : start;
    if (identifierEnd > start) return this.#push('identifier', start, identifierEnd);
    const quotedEnd = char === code.apostrophe ? this.#singleQuotedEnd() : start;
    if (quotedEnd > start) return this.#push('single-quoted', start, quotedEnd);
    return this.#push('invalid', start, start + ((this.#text.codePointAt(start) ?? 0) > 0xff_ff ? 2 : 1));
  }

  #singleQuotedEnd(): number {
    for (let at = this.#at + 1; at < this.#end; at += 1) {
      const char = this.#text.charCodeAt(at);
      if (char === code.apostrophe) return at + 1;
      if (char === code.lineFeed) break;
    }
    return this.#at;
  }

  #quoted(): void {
    const start = this.#at;
    const char = this.#text.charCodeAt(start);
    if (char === code.quote) {
      this.#push('close quote', start, start + 1);
      this.#modes.pop();
      return;
    }
    if (char === code.lineFeed || char === code.carriageReturn) return this.#lineBreakInString();
    if (this.#openSequence(char)) return;
    if (char === code.dollar || char === code.percent) return this.#push('text', start, start + this.#markLength());
    let at = start;
    while (at < this.#end && !endsQuotedText(this.#text.charCodeAt(at))) {
      at += this.#text.charCodeAt(at) === code.backslash && !isLineBreak(this.#text.charCodeAt(at + 1)) ? 2 : 1;
    }
    this.#push('text', start, Math.min(at, this.#end));
  }

  /**
   * No quoted string runs over a line's end. When the next quote closes one, the author wanted several lines; else the
   * quote is missing here, and reading on would turn every following string inside out.
   */
  #lineBreakInString(): void {
    const start = this.#at;
    const quote = this.#text.indexOf('"', start);
    closingQuotePattern.lastIndex = quote;
    if (quote !== -1 && closingQuotePattern.test(this.#text)) {
      let end = start + 1;
      while (isLineBreak(this.#text.charCodeAt(end))) end += 1;
      return this.#push('newline in string', start, end);
    }
    this.#push('cut string', start, start);
    this.#modes.pop();
    // Close the strings around this one, too: they end on this line as well.
    let outermost = this.#modes.length;
    for (let at = outermost - 1; at >= 0 && this.#modes[at]?.kind !== 'heredoc'; at -= 1) {
      if (this.#modes[at]?.kind === 'quoted') outermost = at;
    }
    for (const mode of this.#modes.slice(outermost).toReversed()) {
      this.#push(mode.kind === 'quoted' ? 'close quote' : 'close sequence', start, start);
    }
    this.#dropModes(outermost);
  }

  #dropModes(length: number): void {
    for (const mode of this.#modes.slice(length)) if (mode.kind === 'expression') this.#openBraces -= mode.braces;
    this.#modes.length = length;
  }

  /** `${` and `%{` with their `~`. */
  #openSequence(char: number): boolean {
    if (char !== code.dollar && char !== code.percent) return false;
    if (this.#text.charCodeAt(this.#at + 1) !== code.openBrace) return false;
    const length = this.#text.charCodeAt(this.#at + 2) === code.tilde ? 3 : 2;
    const kind = char === code.dollar ? 'open interpolation' : 'open directive';
    this.#open(kind, this.#at + length, { kind: 'expression', inner: true, braces: 0 });
    return true;
  }

  /** A `$` or `%` that opens no sequence: it stands for itself, or is doubled before `{` and escapes it. */
  #markLength(): number {
    const doubled = this.#text.charCodeAt(this.#at) === this.#text.charCodeAt(this.#at + 1);
    return doubled && this.#text.charCodeAt(this.#at + 2) === code.openBrace ? 3 : 1;
  }

  #heredoc(mode: Mode & { kind: 'heredoc' }): void {
    const start = this.#at;
    if (this.#text.charCodeAt(start - 1) === code.lineFeed && this.#closeHeredoc(mode)) return;
    this.#templateLine();
  }

  #closeHeredoc(mode: Mode & { kind: 'heredoc' }): boolean {
    const start = this.#at;
    const lineFeed = this.#text.indexOf('\n', start);
    let end = lineFeed === -1 ? this.#end : lineFeed;
    if (lineFeed !== -1 && this.#text.charCodeAt(end - 1) === code.carriageReturn && end > start) end -= 1;
    if (this.#text.slice(start, end).trim() !== mode.marker) return false;
    this.#push(lineFeed === -1 ? 'close heredoc at end' : 'close heredoc', start, end);
    this.#modes.pop();
    return true;
  }

  /** Text up to the end of the line or to the next `$` or `%`. */
  #templateLine(): void {
    const start = this.#at;
    const char = this.#text.charCodeAt(start);
    if (this.#openSequence(char)) return;
    if (char === code.dollar || char === code.percent) return this.#push('text', start, start + this.#markLength());
    let at = start;
    while (at < this.#end && !endsTemplateText(this.#text.charCodeAt(at))) at += 1;
    at += this.#newlineLength(at);
    // What stops at once is a carriage return without a line feed.
    if (at === start) this.#push('invalid', start, start + 1);
    else this.#push('text', start, at);
  }

  /**
   * At the end of the text inside a heredoc: its marker is missing. Its text is read again as if it were none, so that
   * the blocks behind it are not lost. True when there is text to read again.
   */
  #reopenAfterHeredoc(): boolean {
    const heredoc = this.#modes.find((mode) => mode.kind === 'heredoc');
    if (heredoc === undefined) return false;
    const { opening } = heredoc;
    const start = this.#tokens[opening.token]?.start ?? opening.end;
    this.#tokens.length = opening.token;
    this.#comments.length = opening.comments;
    this.#dropModes(opening.modes);
    this.#push('unclosed heredoc', start, opening.end);
    if (this.#gaveUpHeredoc) this.#at = this.#end;
    const again = !this.#gaveUpHeredoc;
    this.#gaveUpHeredoc = true;
    return again;
  }
}

function isDigit(char: number): boolean {
  return char >= 48 && char <= 57;
}

/** ASCII only; the others are matched by their Unicode property. */
function isIdentifierStart(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || char === 95;
}

function isIdentifierPart(char: number): boolean {
  return isIdentifierStart(char) || isDigit(char) || char === code.minus;
}

function isLineBreak(char: number): boolean {
  return char === code.lineFeed || char === code.carriageReturn;
}

function endsQuotedText(char: number): boolean {
  return char === code.quote || char === code.dollar || char === code.percent || isLineBreak(char);
}

function endsTemplateText(char: number): boolean {
  return isLineBreak(char) || char === code.dollar || char === code.percent;
}
