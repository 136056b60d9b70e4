/**
 * Reads what follows a term: attributes `.name`, indexes `[i]` and the old form `.0`, splats `[*]` and `.*`.
 *
 * A full splat takes all further steps as its own: they are applied to each item. An attribute-only splat takes the
 * dotted ones; an index after them is applied to its result.
 */
import { assertNever } from '../../core/assert-never.ts';
import { spanning } from '../../core/source.ts';
import type { Expression, SplatStep } from './ast.ts';
import type { ExpressionParser, ParseState } from './parse-state.ts';

/** The term with all steps after it. */
export function parseTraversal(parser: ExpressionParser, term: Expression): Expression | undefined {
  let target: Expression | undefined = term;
  while (target !== undefined && (parser.state.isAt('.') || parser.state.isAt('['))) {
    const step = parseStep(parser);
    target = step && parser.state.grow() ? applied(target, step) : undefined;
  }
  return target;
}

function applied(target: Expression, step: SplatStep): Expression {
  const range = spanning(target.range, step.range);
  switch (step.kind) {
    case 'attribute':
      return { kind: 'attribute', target, name: step.name, range };
    case 'index':
      return { kind: 'index', target, index: step.index, range };
    case 'splat':
      return { kind: 'splat', target, steps: step.steps, full: step.full, range };
    default:
      return assertNever(step);
  }
}

function parseStep(parser: ExpressionParser): SplatStep | undefined {
  return parser.state.isAt('.') ? parseDotted(parser.state, true) : parseBracketed(parser);
}

/** `.name`, `.0` or, where splats are allowed, `.*` with the dotted steps after it. */
function parseDotted(state: ParseState, canSplat: boolean): SplatStep | undefined {
  const dot = state.next();
  if (state.isAt('number')) return parseOldIndex(state, dot.start);
  const name = state.take('identifier');
  if (name !== undefined) return { kind: 'attribute', name: state.textOf(name), range: state.range(dot.start) };
  if (!canSplat && state.isAt('*')) {
    return state.refuse('the name of an attribute', 'A splat ".*" cannot stand inside another one; use [*].');
  }
  if (state.take('*') === undefined) {
    return state.refuse('the name of an attribute after the dot', 'Write the attribute, or remove the dot.');
  }
  const steps: SplatStep[] = [];
  while (state.isAt('.')) {
    const step = parseDotted(state, false);
    if (step === undefined || !state.grow()) return undefined;
    steps.push(step);
  }
  return { kind: 'splat', full: false, steps, range: state.range(dot.start) };
}

function parseOldIndex(state: ParseState, start: number): SplatStep | undefined {
  const token = state.next();
  const text = state.textOf(token);
  const range = state.rangeOf(token);
  const value = Number(text);
  if (text.includes('.') || Number.isNaN(value)) {
    const indexes = text.split('.').map((index) => `[${index}]`);
    return state.report(range, `".${text}" is not an index.`, `Write the indexes in brackets: ${indexes.join('')}.`);
  }
  return { kind: 'index', index: { kind: 'literal', value, range }, range: state.range(start) };
}

function parseBracketed(parser: ExpressionParser): SplatStep | undefined {
  const { state } = parser;
  const open = state.next();
  if (state.isAt('*')) return parseFullSplat(parser, open.start);
  const index = state.withNewlines(false, () => {
    const expression = parser.expression();
    return expression && state.demand(']', 'a closing bracket "]"', 'An index reads name[index].') && expression;
  });
  return index && { kind: 'index', index, range: state.range(open.start) };
}

function parseFullSplat(parser: ExpressionParser, start: number): SplatStep | undefined {
  const { state } = parser;
  state.next();
  if (state.demand(']', 'a closing bracket "]" after the "*"', 'A splat reads name[*].') === undefined)
    return undefined;
  const steps = state.nested(() => parseSplatSteps(parser));
  return steps && { kind: 'splat', full: true, steps, range: state.range(start) };
}

function parseSplatSteps(parser: ExpressionParser): SplatStep[] | undefined {
  const steps: SplatStep[] = [];
  while (parser.state.isAt('.') || parser.state.isAt('[')) {
    const step = parseStep(parser);
    if (step === undefined || !parser.state.grow()) return undefined;
    steps.push(step);
  }
  return steps;
}
