/**
 * Where a parser stands in its tokens, and what it has to say: the one thing that the functions for each syntax form
 * share. A form that cannot be read reports once and gives undefined, which its callers pass on.
 */
import type { Diagnostic } from '../../core/diagnostic.ts';
import type { SourceFile, SourceRange } from '../../core/source.ts';
import type { Expression } from './ast.ts';
import { complaintAbout, nameOf } from './complaints.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Levels of blocks, brackets and templates inside each other, and the height of an expression's tree. */
const deepestNesting = 200;
const tallestExpression = 500;
/** Of one file; more help nobody. */
const mostDiagnostics = 50;

/** What the forms of expressions need of each other. */
export interface ExpressionParser {
  readonly state: ParseState;
  expression(): Expression | undefined;
}

/** Where a stretch of the text lies, by its offsets. */
export type Placed = (start: number, end: number) => SourceRange;

export class ParseState {
  readonly file: SourceFile;
  readonly diagnostics: Diagnostic[] = [];
  readonly tokens: readonly Token[];
  readonly #placed: Placed;
  #at = 0;
  #newlinesCount = true;
  #depth = 0;
  /** Upper bound of the height of the tree read so far by the innermost `measured`. */
  #height = 0;

  /** @param placed for a text that stands inside another file: where it does */
  constructor(file: SourceFile, tokens: readonly Token[], placed: Placed = (start, end) => ({ file, start, end })) {
    this.file = file;
    this.tokens = tokens;
    this.#placed = placed;
  }

  /** The next token; line breaks are skipped where they mean nothing. */
  peek(): Token {
    return this.#tokenAt(this.#indexOfNext());
  }

  /** The token after the next one. */
  peekSecond(): Token {
    const second = this.#indexOfNext() + 1;
    const token = this.#tokenAt(second);
    return token.kind === 'newline' && !this.#newlinesCount ? this.#tokenAt(second + 1) : token;
  }

  next(): Token {
    const at = this.#indexOfNext();
    const token = this.#tokenAt(at);
    if (token.kind !== 'end of file') this.#at = at + 1;
    return token;
  }

  /** The token read last. */
  previous(): Token {
    return this.#tokenAt(Math.max(0, this.#at - 1));
  }

  /** True when the next token is the first one on its line. */
  isAtLineStart(): boolean {
    return this.#tokenAt(this.#indexOfNext() - 1).kind === 'newline';
  }

  isAt(kind: TokenKind): boolean {
    return this.peek().kind === kind;
  }

  isAtWord(word: string): boolean {
    const token = this.peek();
    return token.kind === 'identifier' && this.textOf(token) === word;
  }

  /** Reads the next token when it is of this kind. */
  take(kind: TokenKind): Token | undefined {
    return this.peek().kind === kind ? this.next() : undefined;
  }

  takeWord(word: string): Token | undefined {
    return this.isAtWord(word) ? this.next() : undefined;
  }

  /** Reads the next token, which must be of this kind, or reports that `expected` should stand there. */
  demand(kind: TokenKind, expected: string, help: string): Token | undefined {
    return this.take(kind) ?? this.refuse(expected, help);
  }

  /** An index into `tokens`: where to go back to. */
  get mark(): number {
    return this.#indexOfNext();
  }

  goTo(mark: number): void {
    this.#at = mark;
  }

  /** 1-based. */
  lineOf(token: Token): number {
    return this.file.positionAt(token.start).line;
  }

  /** 1-based. */
  columnOf(token: Token): number {
    return this.file.positionAt(token.start).column;
  }

  textOf(token: Token): string {
    return this.file.text.slice(token.start, token.end);
  }

  range(start: number, end: number = this.previous().end): SourceRange {
    return this.#placed(start, end);
  }

  rangeOf(token: Token): SourceRange {
    return this.#placed(token.start, token.end);
  }

  /** Reads something inside brackets, where line breaks mean nothing, or inside braces, where they do. */
  withNewlines<T>(count: boolean, read: () => T): T {
    const outer = this.#newlinesCount;
    this.#newlinesCount = count;
    const result = read();
    this.#newlinesCount = outer;
    return result;
  }

  /** Reads something one level further in, or reports that this is too deep. */
  nested<T>(read: () => T | undefined): T | undefined {
    if (this.#depth >= deepestNesting) return this.#reportLimit(`more than ${deepestNesting} levels deep`);
    this.#depth += 1;
    const result = read();
    this.#depth -= 1;
    return result;
  }

  /** Reads an expression whose tree grows on its own, beside those read before it. */
  measured<T>(read: () => T | undefined): T | undefined {
    const outer = this.#height;
    this.#height = 0;
    const result = read();
    this.#height = Math.max(outer, this.#height + 1);
    return result;
  }

  /** The expression read so far becomes part of a larger one. False, and reported, when it gets too tall. */
  grow(): boolean {
    this.#height += 1;
    if (this.#height > tallestExpression) this.#reportLimit(`a chain of more than ${tallestExpression} steps`);
    return this.#height <= tallestExpression;
  }

  /** Gives undefined, for the many places where something that was reported cannot be read. */
  report(range: SourceRange, message: string, help: string): undefined {
    this.#add({ code: 'input/syntax', level: 'error', message, help, range, path: this.file.path });
    return undefined;
  }

  /** Reports that the next token cannot stand here. */
  refuse(expected: string, help: string): undefined {
    const token = this.peek();
    const text = this.textOf(token);
    const complaint = complaintAbout(token, text);
    if (complaint !== undefined) return this.report(this.rangeOf(token), complaint.message, complaint.help);
    return this.report(this.#rangeToShow(token), `Found ${nameOf(token, text)}, expected ${expected}.`, help);
  }

  #tokenAt(index: number): Token {
    return this.tokens[index] ?? { kind: 'end of file', start: this.file.text.length, end: this.file.text.length };
  }

  /** There are never two line breaks in a row. */
  #indexOfNext(): number {
    return !this.#newlinesCount && this.tokens[this.#at]?.kind === 'newline' ? this.#at + 1 : this.#at;
  }

  /** A line break is shown as the end of its line, not as a range over two lines. */
  #rangeToShow(token: Token): SourceRange {
    return token.kind === 'newline' ? this.range(token.start, token.start) : this.rangeOf(token);
  }

  #reportLimit(what: string): undefined {
    this.#add({
      code: 'input/limit',
      level: 'error',
      message: `This expression or block is ${what}.`,
      help: 'dr-lint reads no further here, to stay safe with hostile input. Split the expression, for example with locals.',
      range: this.rangeOf(this.peek()),
      path: this.file.path,
    });
    return undefined;
  }

  #add(diagnostic: Diagnostic): void {
    if (this.diagnostics.length < mostDiagnostics) this.diagnostics.push(diagnostic);
    else if (this.diagnostics.length === mostDiagnostics) {
      this.diagnostics.push({
        ...diagnostic,
        code: 'input/limit',
        message: `This file has more than ${mostDiagnostics} syntax errors; the rest is not listed.`,
        help: 'Correct the ones above first.',
      });
    }
  }
}
