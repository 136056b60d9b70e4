/** Finds the place to read on at after a mistake: the end of the broken argument or block, or where the next one begins. */
import type { ParseState } from './parse-state.ts';
import type { Token, TokenKind } from './tokens.ts';

const closerOf: ReadonlyMap<TokenKind, TokenKind> = new Map<TokenKind, TokenKind>([
  ['{', '}'],
  ['[', ']'],
  ['(', ')'],
  ['open quote', 'close quote'],
  ['open heredoc', 'close heredoc'],
  ['open interpolation', 'close sequence'],
  ['open directive', 'close sequence'],
]);

const closers: ReadonlySet<TokenKind> = new Set(closerOf.values());

/** The brackets open at a point, by what closes them. */
class OpenBrackets {
  readonly #expected: TokenKind[] = [];
  readonly #counts = new Map<TokenKind, number>();

  get isEmpty(): boolean {
    return this.#expected.length === 0;
  }

  /** True inside `(` or `[`, where no argument and no block can begin. */
  get isInList(): boolean {
    const closer = this.#expected.at(-1);
    return closer === ')' || closer === ']';
  }

  isOpen(closer: TokenKind): boolean {
    return (this.#counts.get(closer) ?? 0) > 0;
  }

  /** Notes a token; a closer also ends what was left open inside its pair. */
  note(kind: TokenKind): void {
    const opened = closerOf.get(kind);
    if (opened !== undefined) {
      this.#expected.push(opened);
      this.#counts.set(opened, (this.#counts.get(opened) ?? 0) + 1);
      return;
    }
    const closer = kind === 'cut string' ? 'close quote' : kind === 'close heredoc at end' ? 'close heredoc' : kind;
    if (!closers.has(closer) || !this.isOpen(closer)) return;
    for (let inner = this.#expected.pop(); inner !== undefined; inner = this.#expected.pop()) {
      this.#counts.set(inner, (this.#counts.get(inner) ?? 1) - 1);
      if (inner === closer) return;
    }
  }
}

/**
 * Skips an argument or block from its first token (a mark) to the line break after it, or to the `}` of the block around it.
 * Brackets that were never closed end where a line begins that can only be the next argument or block; but never before
 * the token that could not be read, so that no token is read again and again.
 */
export function skipItem(state: ParseState, from: number, isInBlock: boolean): void {
  const reached = state.mark;
  state.goTo(from);
  const open = new OpenBrackets();
  for (let token = state.peek(); token.kind !== 'end of file'; token = state.peek()) {
    const endsItem = token.kind === 'newline' && open.isEmpty;
    const endsBlock = token.kind === '}' && isInBlock && !open.isOpen('}') && state.mark > from;
    if (endsItem || endsBlock) return;
    state.next();
    open.note(token.kind);
    if (open.isInList && state.mark >= reached && looksLikeLine(state)) return;
  }
}

/** A line begins here that can only be an argument or a block. */
export function looksLikeLine(state: ParseState): boolean {
  return state.isAtLineStart() && (looksLikeArgument(state) || looksLikeBlock(state));
}

/** Skips to the next line at the left margin that begins a block. */
export function skipToMargin(state: ParseState): void {
  while (!state.isAt('end of file')) {
    const { kind } = state.next();
    if (kind === 'newline' && looksLikeBlock(state) && state.columnOf(state.peek()) === 1) return;
  }
}

/** `name =` stands here. */
export function looksLikeArgument(state: ParseState): boolean {
  return state.isAt('identifier') && state.peekSecond().kind === '=';
}

/** The key of an object's item stands here: `name =`, `"name" :`. */
export function looksLikeKey(state: ParseState): boolean {
  const end = labelEnd(state.tokens, state.mark);
  const after = state.tokens[end]?.kind;
  return end > state.mark && (after === '=' || after === ':');
}

/** `type "label" {` stands here. */
export function looksLikeBlock(state: ParseState): boolean {
  if (!state.isAt('identifier')) return false;
  let at = state.mark + 1;
  for (let end = labelEnd(state.tokens, at); end > at; end = labelEnd(state.tokens, at)) at = end;
  return state.tokens[at]?.kind === '{';
}

/** The index after a label at `at`; `at` itself when there is none. */
function labelEnd(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.kind === 'identifier') return at + 1;
  if (tokens[at]?.kind !== 'open quote') return at;
  let end = at + 1;
  while (tokens[end]?.kind === 'text') end += 1;
  return tokens[end]?.kind === 'close quote' ? end + 1 : at;
}
