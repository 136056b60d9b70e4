/** Evaluates one expression: each form of the syntax in a file of its own. */
import { assertNever } from '../../../core/assert-never.ts';
import { scalar, type Value } from '../../../core/value.ts';
import { textOf } from '../../../core/source.ts';
import type { Expression, LiteralExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { maximumDigits } from '../values/big-float.ts';
import { numberScalar, parseNumber, wideSteps } from '../values/numbers.ts';
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
      return evaluateLiteral(expression, scope);
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

// So many digits of a decimal JavaScript's numbers always keep.
const keptDigits = 15;

/** A number that may have more digits than JavaScript's keep is read again from what was written. */
function evaluateLiteral({ value, range }: LiteralExpression, scope: Scope): Value {
  if (typeof value !== 'number') return scalar(value, range);
  if (Number.isInteger(value) && range.end - range.start <= keptDigits) return scalar(value, range);
  if (range.end - range.start > keptDigits) scope.run.spendSteps(wideSteps);
  const number = parseNumber(textOf(range)) ?? value;
  if (number === Infinity) return scope.run.atLimit(range, `a number has more than ${maximumDigits} digits`);
  return numberScalar(number, range);
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
