/** Evaluates one expression: each form of the syntax in a file of its own. */
import { assertNever } from '../../../core/assert-never.ts';
import { scalar, type Value } from '../../../core/value.ts';
import type { Expression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { placedAt } from '../values/places.ts';
import { evaluateAttributeAccess, evaluateIndexAccess } from './access.ts';
import { evaluateCall } from './calls.ts';
import { evaluateObject, evaluateTuple } from './collections.ts';
import { evaluateConditional } from './conditionals.ts';
import { evaluateFor } from './for-expressions.ts';
import { evaluateBinary, evaluateUnary } from './operators.ts';
import { evaluateName } from './references.ts';
import { evaluateSplat } from './splats.ts';
import { evaluateTemplate } from './templates.ts';

export function evaluateExpression(expression: Expression, scope: Scope): Value {
  if (isAccess(expression)) return evaluateAccess(expression, scope);
  switch (expression.kind) {
    case 'literal':
      return scalar(expression.value, expression.range);
    case 'template':
      return evaluateTemplate(expression, scope);
    case 'tuple':
      return evaluateTuple(expression, scope);
    case 'object':
      return evaluateObject(expression, scope);
    case 'for':
      return evaluateFor(expression, scope);
    case 'call':
      return evaluateCall(expression, scope);
    case 'conditional':
      return evaluateConditional(expression, scope);
    case 'binary':
      return evaluateBinary(expression, scope);
    case 'unary':
      return evaluateUnary(expression, scope);
    case 'parenthesis':
      return placedAt(scope.evaluate(expression.inner), expression.range);
    default:
      return assertNever(expression);
  }
}

/** A name, or a step into a value. */
type Access = Extract<Expression, { readonly kind: 'variable' | 'attribute' | 'index' | 'splat' }>;

const accessKinds: ReadonlySet<Expression['kind']> = new Set(['variable', 'attribute', 'index', 'splat']);

function isAccess(expression: Expression): expression is Access {
  return accessKinds.has(expression.kind);
}

function evaluateAccess(expression: Access, scope: Scope): Value {
  switch (expression.kind) {
    case 'variable':
      return evaluateName(expression, scope);
    case 'attribute':
      return evaluateAttributeAccess(expression, scope);
    case 'index':
      return evaluateIndexAccess(expression, scope);
    case 'splat':
      return evaluateSplat(expression, scope);
    default:
      return assertNever(expression);
  }
}
