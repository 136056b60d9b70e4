/** Every expression in a syntax tree, whatever it stands in. */
import { SourceFile } from '../../src/core/source.ts';
import type { Block, Body, Expression } from '../../src/loaders/hcl/ast.ts';

const expressionKinds: ReadonlySet<unknown> = new Set<Expression['kind']>([
  'literal',
  'template',
  'tuple',
  'object',
  'variable',
  'attribute',
  'index',
  'splat',
  'call',
  'conditional',
  'binary',
  'unary',
  'parenthesis',
]);

/** The expression itself and all that it consists of, outermost first; loops by their parts. */
export function expressionsIn(tree: Expression | Body): readonly Expression[] {
  const found: Expression[] = [];
  collect(tree, found);
  return found;
}

function collect(node: unknown, found: Expression[]): void {
  if (typeof node !== 'object' || node === null || node instanceof SourceFile) return;
  if (isExpression(node)) found.push(node);
  for (const child of Object.values(node)) collect(child, found);
}

/** Steps of a splat have the kinds of expressions, but no target. */
function isExpression(node: object): node is Expression {
  if (!('kind' in node) || !expressionKinds.has(node.kind)) return false;
  return (node.kind !== 'attribute' && node.kind !== 'index' && node.kind !== 'splat') || 'target' in node;
}

/** All blocks in a body, whatever they stand in, each before those in it. */
export function blocksIn(body: Body): readonly Block[] {
  return body.blocks.flatMap((block) => [block, ...blocksIn(block.body)]);
}

/** The text that a quoted or heredoc literal without interpolation stands for; undefined for everything else. */
export function literalText(expression: Expression | undefined): string | undefined {
  if (expression?.kind !== 'template') return undefined;
  const texts = expression.parts.map((part) => (part.kind === 'text' ? part.text : undefined));
  return texts.every((text) => text !== undefined) ? texts.join('') : undefined;
}

/** Strings, numbers, booleans, and lists and maps of them: what can stand in a variable file. */
export function isLiteral(expression: Expression): boolean {
  const { kind } = expression;
  if (kind === 'literal') return expression.value !== null;
  if (kind === 'template') return literalText(expression) !== undefined;
  if (kind === 'unary') return expression.operand.kind === 'literal';
  if (kind === 'tuple') return expression.items.every((item) => isLiteral(item));
  if (kind !== 'object') return false;
  return expression.items.every(({ key, value }) => (key.kind === 'variable' || isLiteral(key)) && isLiteral(value));
}
