/** Prints expressions as HCL with every operation in parentheses, so that the text shows the tree. */
import type { Expression, SplatStep, TemplatePart } from '../../src/loaders/hcl/ast.ts';

export function printExpression(expression: Expression): string {
  switch (expression.kind) {
    case 'literal':
      return String(expression.value);
    case 'template':
      return `"${printParts(expression.parts)}"`;
    case 'tuple':
      return `[${expression.items.map(printExpression).join(', ')}]`;
    case 'object':
      return `{${expression.items.map(({ key, value }) => `${printExpression(key)} = ${printExpression(value)}`).join(', ')}}`;
    case 'for': {
      const { key, value, condition } = expression;
      const result = `${key === undefined ? '' : `${printExpression(key)} => `}${printExpression(value)}`;
      const rest = `${expression.grouping ? '...' : ''}${condition === undefined ? '' : ` if ${printExpression(condition)}`}`;
      const text = `for ${printNames(expression)} in ${printExpression(expression.collection)} : ${result}${rest}`;
      return key === undefined ? `[${text}]` : `{${text}}`;
    }
    case 'variable':
      return expression.name;
    case 'attribute':
    case 'index':
    case 'splat':
      return printTarget(expression.target) + printStep(expression);
    case 'call': {
      const args = expression.arguments.map(printExpression).join(', ');
      return `${expression.name}(${args}${expression.spread ? '...' : ''})`;
    }
    case 'conditional': {
      const { condition, then, otherwise } = expression;
      return `(${printExpression(condition)} ? ${printExpression(then)} : ${printExpression(otherwise)})`;
    }
    case 'binary':
      return `(${printExpression(expression.left)} ${expression.operator} ${printExpression(expression.right)})`;
    case 'unary':
      return `(${expression.operator}${printExpression(expression.operand)})`;
    case 'parenthesis':
      return printExpression(expression.inner);
  }
}

/** Steps after a splat would become its own. */
function printTarget(target: Expression): string {
  return target.kind === 'splat' ? `(${printExpression(target)})` : printExpression(target);
}

type Step = SplatStep | (Expression & { kind: 'attribute' | 'index' | 'splat' });

function printStep(step: Step): string {
  if (step.kind === 'attribute') return `.${step.name}`;
  if (step.kind === 'index') return `[${printExpression(step.index)}]`;
  return step.full ? `[*]${step.steps.map(printStep).join('')}` : `.*${step.steps.map(printOldStep).join('')}`;
}

function printOldStep(step: SplatStep): string {
  return step.kind === 'index' ? `.${printExpression(step.index)}` : printStep(step);
}

function printNames({
  keyName,
  valueName,
}: {
  readonly keyName: string | undefined;
  readonly valueName: string;
}): string {
  return keyName === undefined ? valueName : `${keyName}, ${valueName}`;
}

export function printParts(parts: readonly TemplatePart[]): string {
  return parts.map(printPart).join('');
}

function printPart(part: TemplatePart): string {
  switch (part.kind) {
    case 'text':
      return JSON.stringify(part.text).slice(1, -1).replaceAll('$', '\\u0024').replaceAll('%', '\\u0025');
    case 'interpolation':
      return `\${${printExpression(part.expression)}}`;
    case 'if': {
      const otherwise = part.otherwise.length === 0 ? '' : `%{else}${printParts(part.otherwise)}`;
      return `%{if ${printExpression(part.condition)}}${printParts(part.then)}${otherwise}%{endif}`;
    }
    case 'for': {
      const head = `for ${printNames(part)} in ${printExpression(part.collection)}`;
      return `%{${head}}${printParts(part.body)}%{endfor}`;
    }
  }
}
