/** Reads for-expressions: `[for v in c : v if cond]` and `{for k, v in c : k => v... if cond}`. */
import type { ForExpression } from './ast.ts';
import { parseForNames } from './for-names.ts';
import type { ExpressionParser } from './parse-state.ts';
import type { Token } from './tokens.ts';

const help = 'It reads [for value in collection : result] or {for key, value in collection : key => result}.';

/** Reads on at the word `for`, up to and with the closing bracket. Line breaks are already ignored. */
export function parseFor(parser: ExpressionParser, open: Token): ForExpression | undefined {
  const { state } = parser;
  state.next();
  const names = parseForNames(state);
  const collection = names && parser.expression();
  const colon = collection && state.demand(':', 'a colon after the collection', help);
  const result = colon && parseResult(parser, open.kind === '{');
  const filter = result && parseFilter(parser);
  if (names === undefined || collection === undefined || result === undefined || filter === undefined) return undefined;
  const close = open.kind === '{' ? '}' : ']';
  if (state.demand(close, `"if" or a closing "${close}"`, help) === undefined) return undefined;
  return { kind: 'for', ...names, collection, ...result, ...filter, range: state.range(open.start) };
}

type Result = Pick<ForExpression, 'key' | 'value' | 'grouping'>;

/** What each item becomes: `value` in brackets, `key => value` or `key => value...` in braces. */
function parseResult(parser: ExpressionParser, isObject: boolean): Result | undefined {
  const { state } = parser;
  const first = parser.expression();
  if (first === undefined) return undefined;
  if (!isObject) {
    if (state.isAt('=>')) return state.refuse('a single value: a list has no keys', help);
    if (state.isAt('...')) return state.refuse('"if" or a closing "]": a list groups nothing', help);
    return { key: undefined, value: first, grouping: false };
  }
  const arrow = state.demand('=>', '"=>" and a value: an object needs both', help);
  const value = arrow && parser.expression();
  return value && { key: first, value, grouping: state.take('...') !== undefined };
}

/** `if condition`, when it is there. */
function parseFilter(parser: ExpressionParser): Pick<ForExpression, 'condition'> | undefined {
  if (parser.state.takeWord('if') === undefined) return { condition: undefined };
  const condition = parser.expression();
  return condition && { condition };
}
