/**
 * Reads expressions: conditionals, operators by precedence, and the terms they join. Each larger form has a file of its
 * own; they reach each other through this parser.
 *
 * https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md#expressions
 */
import { spanning } from '../../core/source.ts';
import type { BinaryOperator, Expression } from './ast.ts';
import { parseCall } from './parse-call.ts';
import { parseBraces, parseTuple } from './parse-collection.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import { parseTraversal } from './parse-traversal.ts';
import { parseHeredoc, parseQuoted, parseSingleQuoted } from './template.ts';
import type { TokenKind } from './tokens.ts';

/** A higher number binds tighter; equal ones join from the left. */
const precedences: ReadonlyMap<TokenKind, { readonly operator: BinaryOperator; readonly precedence: number }> = new Map(
  (
    [
      ['||', 1],
      ['&&', 2],
      ['==', 3],
      ['!=', 3],
      ['<', 4],
      ['<=', 4],
      ['>', 4],
      ['>=', 4],
      ['+', 5],
      ['-', 5],
      ['*', 6],
      ['/', 6],
      ['%', 6],
    ] as const
  ).map(([operator, precedence]) => [operator, { operator, precedence }]),
);

/** The forms that are read elsewhere, by the token they begin with. */
const forms: ReadonlyMap<TokenKind, (parser: ExpressionParser) => Expression | undefined> = new Map<
  TokenKind,
  (parser: ExpressionParser) => Expression | undefined
>([
  ['open quote', parseQuoted],
  ['open heredoc', parseHeredoc],
  ['single-quoted', parseSingleQuoted],
  ['[', parseTuple],
  ['{', parseBraces],
]);

const keywords: ReadonlyMap<string, boolean | null> = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
]);

export function expressionParser(state: ParseState): ExpressionParser {
  return new Expressions(state);
}

class Expressions implements ExpressionParser {
  readonly state: ParseState;

  constructor(state: ParseState) {
    this.state = state;
  }

  expression(): Expression | undefined {
    return this.state.nested(() => this.state.measured(() => this.#conditional()));
  }

  #conditional(): Expression | undefined {
    const { state } = this;
    const condition = this.#binary(1);
    if (condition === undefined || state.take('?') === undefined) return condition;
    const help = 'A conditional reads "condition ? value if true : value if false".';
    const then = this.expression();
    const colon = then && state.demand(':', 'a colon and the value for the other case', help);
    const otherwise = colon && this.expression();
    if (then === undefined || otherwise === undefined || !state.grow()) return undefined;
    // oxlint-disable-next-line unicorn/no-thenable -- a part of a syntax tree is never awaited
    return { kind: 'conditional', condition, then, otherwise, range: spanning(condition.range, otherwise.range) };
  }

  /** Operators of this precedence and tighter ones. */
  #binary(lowest: number): Expression | undefined {
    const { state } = this;
    let left = state.measured(() => this.#operand());
    for (;;) {
      const found = precedences.get(state.peek().kind);
      if (left === undefined || found === undefined || found.precedence < lowest) return left;
      state.next();
      const right = this.#binary(found.precedence + 1);
      if (right === undefined || !state.grow()) return undefined;
      const range = spanning(left.range, right.range);
      left = { kind: 'binary', operator: found.operator, left, right, range };
    }
  }

  /** A term with signs before it and accesses after it; the signs bind less: `-a.b` is `-(a.b)`. */
  #operand(): Expression | undefined {
    const { state } = this;
    const sign = state.take('-') ?? state.take('!');
    if (sign === undefined) {
      const term = this.#term();
      return term && parseTraversal(this, term);
    }
    const operand = state.nested(() => this.#operand());
    if (operand === undefined || !state.grow()) return undefined;
    const operator = sign.kind === '-' ? '-' : '!';
    return { kind: 'unary', operator, operand, range: spanning(state.rangeOf(sign), operand.range) };
  }

  #term(): Expression | undefined {
    const { kind } = this.state.peek();
    if (kind === 'identifier') return this.#named();
    if (kind === 'number') return this.#number();
    if (kind === '(') return this.#parenthesis();
    const parse = forms.get(kind);
    if (parse !== undefined) return parse(this);
    return this.state.refuse('a value', 'Write a value here, or remove what calls for one.');
  }

  #named(): Expression | undefined {
    const { state } = this;
    const token = state.next();
    if (state.isAt('(') || state.isAt('::')) return parseCall(this, token);
    const name = state.textOf(token);
    const value = keywords.get(name);
    const range = state.rangeOf(token);
    return value === undefined ? { kind: 'variable', name, range } : { kind: 'literal', value, range };
  }

  #number(): Expression | undefined {
    const { state } = this;
    const token = state.next();
    const value = Number(state.textOf(token));
    const range = state.rangeOf(token);
    if (!Number.isNaN(value)) return { kind: 'literal', value, range };
    const message = `"${state.textOf(token)}" is not a number.`;
    return state.report(range, message, 'If it is a version or an address, put it in quotes.');
  }

  #parenthesis(): Expression | undefined {
    const { state } = this;
    const open = state.next();
    const inner = state.withNewlines(false, () => {
      const expression = this.expression();
      if (expression === undefined || state.take(')') !== undefined) return expression;
      const help = `The parenthesis opened in line ${state.lineOf(open)} needs its other half.`;
      return state.refuse('a closing parenthesis ")"', help);
    });
    return inner && { kind: 'parenthesis', inner, range: state.range(open.start) };
  }
}
