/** Reads what stands in brackets and braces: tuples, objects, and the for-expressions in both. */
import type { Expression, ObjectItem } from './ast.ts';
import { parseFor } from './parse-for.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { looksLikeLine } from './recovery.ts';
import type { TokenKind } from './tokens.ts';

/** Reads `[…]`. */
export function parseTuple(parser: ExpressionParser): Expression | undefined {
  const { state } = parser;
  const open = state.next();
  return state.withNewlines(false, () => {
    if (state.isAtWord('for')) return parseFor(parser, open);
    const items: Expression[] = [];
    const separators = new Separators(state, [','], ']', 'Separate the items of a list by commas.');
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
    const help = 'Separate the items of an object by line breaks or commas.';
    const separators = new Separators(state, [',', 'newline'], '}', help);
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

/** A bare name as key is the text of that name. */
function asText(key: Expression): Expression {
  if (key.kind !== 'variable') return key;
  const { name: text, range } = key;
  return { kind: 'template', parts: [{ kind: 'text', text, range }], heredoc: false, range };
}

/** Reads what separates items. A missing or wrong separator is reported once for the list, and reading goes on. */
class Separators {
  readonly #state: ParseState;
  readonly #kinds: readonly TokenKind[];
  readonly #close: TokenKind;
  readonly #help: string;
  #complained = false;

  constructor(state: ParseState, kinds: readonly TokenKind[], close: TokenKind, help: string) {
    this.#state = state;
    this.#kinds = kinds;
    this.#close = close;
    this.#help = help;
  }

  /** False when what follows is neither a separator, nor the end, nor another item. */
  read(): boolean {
    const state = this.#state;
    const { kind } = state.peek();
    if (kind === this.#close) return true;
    if (this.#kinds.includes(kind)) {
      state.next();
      return true;
    }
    const isSemicolon = kind === 'invalid' && state.textOf(state.peek()) === ';';
    // A line in a list that is the next argument or block already: the bracket is missing, not a comma.
    const isOutside = this.#close === ']' && looksLikeLine(state);
    const canGoOn = isSemicolon || (itemStarts.has(kind) && !isOutside);
    if (!this.#complained) state.refuse(this.#expected(), this.#help);
    this.#complained = true;
    if (isSemicolon) state.next();
    return canGoOn;
  }

  #expected(): string {
    const separators = this.#kinds.includes('newline') ? 'a comma or a line break' : 'a comma';
    return `${separators} before the next item, or "${this.#close}"`;
  }
}

const itemStarts: ReadonlySet<TokenKind> = new Set<TokenKind>([
  'identifier',
  'number',
  'open quote',
  'single-quoted',
  '{',
  '[',
]);
