/**
 * Reads templates: quoted strings, heredocs and bare template files. A template is first read into a flat row of pieces,
 * to which trimming and indentation apply, and then put together along its `%{ if }` and `%{ for }` directives.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#templates
 */
import type { SourceRange } from '../../core/source.ts';
import type { TemplateExpression } from './ast.ts';
import { complaintAbout } from './complaints.ts';
import { parseForNames } from './for-names.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { assembleTemplate } from './template-directives.ts';
import type { Piece } from './template-directives.ts';
import { decodeMarks, decodeQuoted, removeIndentation, trimEnd, trimStart } from './template-text.ts';
import type { Token, TokenKind } from './tokens.ts';

const quotedEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['close quote', 'cut string']);
const heredocEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['close heredoc', 'close heredoc at end']);
const bareEnds: ReadonlySet<TokenKind> = new Set<TokenKind>(['end of file']);

/** Reads from the opening quote to the closing one. */
export function parseQuoted(parser: ExpressionParser): TemplateExpression | undefined {
  const { state } = parser;
  const open = state.next();
  const pieces = state.withNewlines(true, () => new PieceReader(parser, quotedEnds, true).read());
  const parts = pieces && assembleTemplate(state, pieces);
  return parts && { kind: 'template', parts, heredoc: false, range: state.range(open.start) };
}

/** Reads from `<<` to the closing marker. */
export function parseHeredoc(parser: ExpressionParser): TemplateExpression | undefined {
  const { state } = parser;
  const open = state.next();
  const isIndented = state.file.text.startsWith('<<-', open.start);
  const pieces = state.withNewlines(true, () => new PieceReader(parser, heredocEnds, false).read());
  const parts = pieces && assembleTemplate(state, isIndented ? removeIndentation(pieces) : pieces);
  return parts && { kind: 'template', parts, heredoc: true, range: state.range(open.start) };
}

/** Reads a whole file as a template. */
export function parseBareTemplate(parser: ExpressionParser): TemplateExpression | undefined {
  const { state } = parser;
  const pieces = new PieceReader(parser, bareEnds, false).read();
  const parts = pieces && assembleTemplate(state, pieces);
  return parts && { kind: 'template', parts, heredoc: false, range: state.range(0, state.file.text.length) };
}

/** Reads `'text'`, which HCL does not have but people write, as the string it was meant to be. */
export function parseSingleQuoted({ state }: ExpressionParser): TemplateExpression {
  const token = state.next();
  reportBroken(state, token);
  const range = state.rangeOf(token);
  const text = state.textOf(token).slice(1, -1);
  const parts = text === '' ? [] : [{ kind: 'text' as const, text, range }];
  return { kind: 'template', parts, heredoc: false, range };
}

export function reportBroken(state: ParseState, token: Token): void {
  const complaint = complaintAbout(token, state.textOf(token));
  if (complaint !== undefined) state.report(state.rangeOf(token), complaint.message, complaint.help);
}

class PieceReader {
  readonly #parser: ExpressionParser;
  readonly #state: ParseState;
  readonly #ends: ReadonlySet<TokenKind>;
  readonly #quoted: boolean;
  readonly #pieces: Piece[] = [];
  /** The sequence read last ended in `~}`. */
  #trimNext = false;
  /** One complaint about escapes or line breaks is enough for a string. */
  #complained = false;

  constructor(parser: ExpressionParser, ends: ReadonlySet<TokenKind>, quoted: boolean) {
    this.#parser = parser;
    this.#state = parser.state;
    this.#ends = ends;
    this.#quoted = quoted;
  }

  read(): readonly Piece[] | undefined {
    for (;;) {
      const token = this.#state.peek();
      if (this.#ends.has(token.kind)) {
        reportBroken(this.#state, this.#state.next());
        return this.#pieces;
      }
      const piece = this.#piece(token);
      if (piece === undefined) return undefined;
      this.#pieces.push(piece);
    }
  }

  #piece({ kind }: Token): Piece | undefined {
    if (kind === 'text') return this.#text();
    if (kind === 'newline in string') return this.#lineBreak();
    if (kind === 'open interpolation') return this.#sequence((open) => this.#interpolation(open));
    if (kind === 'open directive') return this.#sequence((open) => this.#directive(open));
    return this.#state.refuse('the end of the string', 'Close the string with a double quote (").');
  }

  #text(): Piece {
    const token = this.#state.next();
    const source = this.#state.textOf(token);
    const range = this.#state.rangeOf(token);
    const text = this.#quoted ? this.#decoded(source, token.start) : decodeMarks(source);
    const trimmed = this.#trimNext ? trimStart(text) : text;
    this.#trimNext = false;
    return { kind: 'text', text: trimmed, range };
  }

  #decoded(source: string, offset: number): string {
    const { text, bad } = decodeQuoted(source);
    if (bad !== undefined && !this.#complained) {
      this.#complained = true;
      this.#state.report(this.#state.range(offset + bad.start, offset + bad.end), bad.message, bad.help);
    }
    return text;
  }

  #lineBreak(): Piece {
    const token = this.#state.next();
    if (!this.#complained) reportBroken(this.#state, { ...token, end: token.start });
    this.#complained = true;
    return { kind: 'text', text: '\n', range: this.#state.rangeOf(token) };
  }

  /** Reads `${ … }` or `%{ … }` and applies the `~` at its ends to the text before and after it. */
  #sequence(read: (open: Token) => Piece | undefined): Piece | undefined {
    const open = this.#state.next();
    if (this.#state.textOf(open).endsWith('~')) this.#trimPrevious();
    const piece = this.#state.withNewlines(false, () => read(open));
    this.#trimNext = this.#state.textOf(this.#state.previous()) === '~}';
    return piece;
  }

  #trimPrevious(): void {
    const previous = this.#pieces.at(-1);
    if (previous?.kind === 'text') this.#pieces.splice(-1, 1, { ...previous, text: trimEnd(previous.text) });
  }

  #interpolation(open: Token): Piece | undefined {
    const expression = this.#parser.expression();
    const range = expression && this.#close(open, 'If ${ is meant as text, write $${.');
    return range && expression && { kind: 'interpolation', expression, range };
  }

  #close(open: Token, help: string): SourceRange | undefined {
    return this.#state.demand('close sequence', 'a closing brace "}"', help) && this.#state.range(open.start);
  }

  #directive(open: Token): Piece | undefined {
    const help = 'The directives are if, else, endif, for and endfor; if %{ is meant as text, write %%{.';
    const state = this.#state;
    const keyword = state.peek();
    switch (keyword.kind === 'identifier' ? state.textOf(keyword) : '') {
      case 'if':
        return this.#if(open);
      case 'for':
        return this.#for(open);
      case 'else':
        return this.#mark(open, 'else');
      case 'endif':
        return this.#mark(open, 'endif');
      case 'endfor':
        return this.#mark(open, 'endfor');
      default:
        return state.refuse('a template directive', help);
    }
  }

  #mark(open: Token, kind: 'else' | 'endif' | 'endfor'): Piece | undefined {
    this.#state.next();
    const range = this.#close(open, `The directive ${kind} takes nothing more.`);
    return range && { kind, range };
  }

  #if(open: Token): Piece | undefined {
    this.#state.next();
    const condition = this.#parser.expression();
    const range = condition && this.#close(open, 'The directive reads %{ if condition }.');
    return range && condition && { kind: 'if', condition, range };
  }

  #for(open: Token): Piece | undefined {
    const state = this.#state;
    state.next();
    const names = parseForNames(state);
    const collection = names && this.#parser.expression();
    const range = collection && this.#close(open, 'The directive reads %{ for name in collection }.');
    return range && collection && names && { kind: 'for', ...names, collection, range };
  }
}
