/** Reads function calls: `name(a, b...)`, also with namespaces: `provider::aws::arn_parse(a)`. */
import type { CallExpression, Expression } from './ast.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';
import type { Token } from './tokens.ts';

/** Reads on after the first name of a call. */
export function parseCall(parser: ExpressionParser, first: Token): CallExpression | undefined {
  const { state } = parser;
  const name = parseName(state, first);
  const open =
    name === undefined
      ? undefined
      : state.demand('(', 'an opening parenthesis "("', 'Functions are called as name(…).');
  if (name === undefined || open === undefined) return undefined;
  const args: Expression[] = [];
  const spread = state.withNewlines(false, () => parseArguments(parser, open, args));
  if (spread === undefined) return undefined;
  return { kind: 'call', name, arguments: args, spread, range: state.range(first.start) };
}

function parseName(state: ParseState, first: Token): string | undefined {
  let name = state.textOf(first);
  while (state.take('::') !== undefined) {
    const part = state.demand(
      'identifier',
      'the name of a function',
      'Functions of providers are called as provider::name::function(…).',
    );
    if (part === undefined) return undefined;
    name += `::${state.textOf(part)}`;
  }
  return name;
}

/** Fills `args` up to and with the closing parenthesis. True when the last one is to be spread. */
function parseArguments(parser: ExpressionParser, open: Token, args: Expression[]): boolean | undefined {
  const { state } = parser;
  while (state.take(')') === undefined) {
    const argument = parser.expression();
    if (argument === undefined) return undefined;
    args.push(argument);
    if (state.take('...') !== undefined) {
      const help = 'Only the last argument can be spread with "...".';
      return state.demand(')', 'a closing parenthesis ")" after "..."', help) && true;
    }
    if (state.take(',') === undefined && !state.isAt(')')) {
      const help = `Separate arguments by commas. The parenthesis was opened in line ${state.lineOf(open)}.`;
      return state.refuse('a comma or a closing parenthesis ")"', help);
    }
  }
  return false;
}
