/** Reads what stands in brackets and braces: tuples, objects, and the for-expressions in both. */
import { textOf } from '../../core/source.ts';
import type { Expression, ObjectItem } from './ast.ts';
import { parseFor } from './parse-for.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { looksLikeKey, looksLikeLine } from './recovery.ts';
import type { Token, TokenKind } from './tokens.ts';

/** Reads `[…]`. */
export function parseTuple(parser: ExpressionParser): Expression | undefined {
  const { state } = parser;
  const open = state.next();
  return state.withNewlines(false, () => {
    if (state.isAtWord('for')) return parseFor(parser, open);
    const items: Expression[] = [];
    const separators = new Separators(state, ofTuple, open);
    while (state.take(']') === undefined) {
      const item = parser.expression();
      if (item === undefined) return undefined;
      items.push(item);
      if (!separators.read()) return undefined;
    }
    return { kind: 'tuple', items, range: state.range(open.start) };
  });
}

/** Reads `{…}`. */
export function parseBraces(parser: ExpressionParser): Expression | undefined {
  const { state } = parser;
  const open = state.next();
  const isFor = state.withNewlines(false, () => state.isAtWord('for'));
  if (isFor) return state.withNewlines(false, () => parseFor(parser, open));
  return state.withNewlines(true, () => {
    const items: ObjectItem[] = [];
    const separators = new Separators(state, ofObject, open);
    state.take('newline');
    while (state.take('}') === undefined) {
      const item = parseItem(parser);
      if (item === undefined) return undefined;
      items.push(item);
      if (!separators.read()) return undefined;
      state.take('newline');
    }
    return { kind: 'object', items, range: state.range(open.start) };
  });
}

function parseItem(parser: ExpressionParser): ObjectItem | undefined {
  const { state } = parser;
  const start = state.peek().start;
  const key = parser.expression();
  if (key === undefined) return undefined;
  if (state.take('=') === undefined && state.take(':') === undefined) {
    const help = 'An item of an object reads "key = value"; a key with dots or spaces stands in quotes.';
    return state.refuse('"=" and the value of the key', help);
  }
  const value = parser.expression();
  return value && { key: asText(key), value, range: state.range(start) };
}

/** A bare name as key is the text of that name: also `true`, `false` and `null`. */
function asText(key: Expression): Expression {
  const isWord = key.kind === 'variable' || (key.kind === 'literal' && typeof key.value !== 'number');
  if (!isWord) return key;
  const { range } = key;
  const text = textOf(range);
  return { kind: 'template', parts: [{ kind: 'text', text, range }], heredoc: false, range };
}

/** What separates the items of one kind of collection. */
interface Separation {
  readonly separators: readonly TokenKind[];
  readonly close: TokenKind;
  /** For a message. */
  readonly expected: string;
  readonly help: string;
  /** Tells, where a separator is missing, that the next item stands here all the same. */
  readonly isAtItem: (state: ParseState) => boolean;
}

const ofTuple: Separation = {
  separators: [','],
  close: ']',
  expected: 'a comma before the next item, or "]"',
  help: 'Separate the items of a list by commas.',
  // Where a line looks like the next argument or block, the bracket is missing and not a comma.
  isAtItem: (state) => itemStarts.has(state.peek().kind) && !looksLikeLine(state),
};

const ofObject: Separation = {
  separators: [',', 'newline'],
  close: '}',
  expected: 'a comma or a line break before the next item, or "}"',
  help: 'Separate the items of an object by line breaks or commas.',
  isAtItem: looksLikeKey,
};

const itemStarts: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'identifier',
  'number',
  'open quote',
  'single-quoted',
  '{',
  '[',
]);

/** Reads what separates items. A missing or wrong separator is reported once for the collection, and reading goes on. */
class Separators {
  readonly #state: ParseState;
  readonly #separation: Separation;
  readonly #open: Token;
  #complained = false;

  constructor(state: ParseState, separation: Separation, open: Token) {
    this.#state = state;
    this.#separation = separation;
    this.#open = open;
  }

  /** False when what follows is neither a separator, nor the end, nor another item. */
  read(): boolean {
    const state = this.#state;
    const token = state.peek();
    if (token.kind === this.#separation.close) return true;
    if (this.#separation.separators.includes(token.kind)) {
      state.next();
      return true;
    }
    this.#complain();
    if (state.textOf(token) !== ';') return this.#separation.isAtItem(state);
    state.next();
    return true;
  }

  #complain(): void {
    if (this.#complained) return;
    this.#complained = true;
    const { expected, help } = this.#separation;
    const line = this.#state.lineOf(this.#open);
    this.#state.refuse(expected, `${help} "${this.#state.textOf(this.#open)}" was opened in line ${line}.`);
  }
}
