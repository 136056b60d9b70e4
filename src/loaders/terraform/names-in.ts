/** The resources that a body names anywhere in its expressions, as written: `aws_x.y`, `data.aws_x.y`. */
import { assertNever } from '../../core/assert-never.ts';
import type { Body, Expression, SplatStep, TemplatePart } from '../hcl/ast.ts';

const otherNames: ReadonlySet<string> = new Set([
  'var',
  'local',
  'module',
  'path',
  'terraform',
  'each',
  'count',
  'self',
]);

/** Names of iterators and loop variables may be among them; they are no resources of the module. */
export function resourceNamesIn(body: Body): ReadonlySet<string> {
  const names = new Set<string>();
  collectFromBody(body, names);
  return names;
}

function collectFromBody(body: Body, names: Set<string>): void {
  for (const attribute of body.attributes) collect(attribute.value, names);
  for (const block of body.blocks) collectFromBody(block.body, names);
}

function collect(expression: Expression, names: Set<string>): void {
  if (expression.kind === 'attribute') addName(expression, names);
  for (const child of childrenOf(expression)) collect(child, names);
}

function addName({ target, name }: Expression & { kind: 'attribute' }, names: Set<string>): void {
  if (target.kind === 'variable' && target.name !== 'data' && !otherNames.has(target.name))
    names.add(`${target.name}.${name}`);
  const isData = target.kind === 'attribute' && target.target.kind === 'variable' && target.target.name === 'data';
  if (isData) names.add(`data.${target.name}.${name}`);
}

function childrenOf(expression: Expression): readonly Expression[] {
  if (isOperation(expression)) return operandsOf(expression);
  switch (expression.kind) {
    case 'tuple':
      return expression.items;
    case 'object':
      return expression.items.flatMap(({ key, value }) => [key, value]);
    case 'call':
      return expression.arguments;
    case 'template':
      return expressionsIn(expression.parts);
    case 'for':
      return present([expression.collection, expression.key, expression.value, expression.condition]);
    case 'splat':
      return [expression.target, ...indexesIn(expression.steps)];
    case 'literal':
    case 'variable':
      return [];
    default:
      return assertNever(expression);
  }
}

type Operation = Extract<
  Expression,
  { readonly kind: 'attribute' | 'index' | 'conditional' | 'binary' | 'unary' | 'parenthesis' }
>;

function isOperation(expression: Expression): expression is Operation {
  return ['attribute', 'index', 'conditional', 'binary', 'unary', 'parenthesis'].includes(expression.kind);
}

function operandsOf(expression: Operation): readonly Expression[] {
  switch (expression.kind) {
    case 'attribute':
      return [expression.target];
    case 'index':
      return [expression.target, expression.index];
    case 'conditional':
      return [expression.condition, expression.then, expression.otherwise];
    case 'binary':
      return [expression.left, expression.right];
    case 'unary':
      return [expression.operand];
    case 'parenthesis':
      return [expression.inner];
    default:
      return assertNever(expression);
  }
}

function present(expressions: readonly (Expression | undefined)[]): readonly Expression[] {
  return expressions.filter((expression) => expression !== undefined);
}

function indexesIn(steps: readonly SplatStep[]): readonly Expression[] {
  return steps.flatMap((step) => {
    if (step.kind === 'index') return [step.index];
    return step.kind === 'splat' ? indexesIn(step.steps) : [];
  });
}

function expressionsIn(parts: readonly TemplatePart[]): readonly Expression[] {
  return parts.flatMap((part) => {
    switch (part.kind) {
      case 'text':
        return [];
      case 'interpolation':
        return [part.expression];
      case 'if':
        return [part.condition, ...expressionsIn(part.then), ...expressionsIn(part.otherwise)];
      case 'for':
        return [part.collection, ...expressionsIn(part.body)];
      default:
        return assertNever(part);
    }
  });
}
