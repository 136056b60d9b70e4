/** Function calls; `try` and `can`, which look at expressions rather than values. */
import { scalar, unknown, type Value } from '../../../core/value.ts';
import type { CallExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { terraformFunctions } from '../functions/index.ts';
import { placedAt } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { placeKey } from './place-key.ts';

export function evaluateCall(expression: CallExpression, scope: Scope): Value {
  const name = expression.name.replace(/^core::/u, '');
  if (name === 'try') return evaluateTry(expression, scope);
  if (name === 'can') return evaluateCan(expression, scope);
  const evaluated = evaluateArguments(expression, scope);
  if (evaluated.kind === 'stopped') return evaluated.value;
  const args = evaluated.values;
  const implementation = terraformFunctions.get(name);
  if (implementation === undefined) return unsupported(name, args, expression, scope);
  return implementation.apply(args, { name, range: expression.range, scope });
}

/** The values of the arguments, or the invalid or unknown value that the whole call becomes. */
type Arguments =
  { readonly kind: 'values'; readonly values: readonly Value[] } | { readonly kind: 'stopped'; readonly value: Value };

function evaluateArguments(expression: CallExpression, scope: Scope): Arguments {
  const args: Value[] = [];
  for (const argument of expression.arguments) {
    const value = scope.evaluate(argument);
    if (isInvalid(value)) return { kind: 'stopped', value };
    args.push(value);
  }
  if (!expression.spread) return { kind: 'values', values: args };
  const spread = args.pop();
  if (spread?.kind === 'list') return { kind: 'values', values: [...args, ...spread.items] };
  if (spread === undefined || spread.kind === 'scalar' || spread.kind === 'map') {
    const value = invalid('Only a list can be spread over the arguments.', expression.range);
    return { kind: 'stopped', value };
  }
  const keys = [...args, spread].map((arg) => keyOf(arg)).join(',');
  const value = derived(`${expression.name}(${keys}...)`, [...args, spread], expression.range);
  return { kind: 'stopped', value };
}

function unsupported(name: string, args: readonly Value[], expression: CallExpression, scope: Scope): Value {
  const cure = 'dr-lint does not evaluate this function.';
  const reason = { code: 'unsupported' as const, subject: `${name}()`, cure };
  const key = `${placeKey(scope, expression.range)}${name}(${args.map((arg) => keyOf(arg)).join(',')})`;
  return { ...unknown(key, reason, expression.range), marks: derived(key, args).marks };
}

/** The first argument that Terraform would not refuse. What is unknown may be refused, so it is not the result for certain. */
function evaluateTry(expression: CallExpression, scope: Scope): Value {
  const guarded = scope.inGuard();
  for (const [at, argument] of expression.arguments.entries()) {
    const value = guarded.evaluate(argument);
    if (isInvalid(value)) continue;
    const others = expression.arguments.slice(at + 1);
    if (value.kind !== 'unknown' || others.length === 0) return placedAt(value, expression.range);
    const fallbacks = others.map((other) => guarded.evaluate(other));
    const keys = [value, ...fallbacks].map((each) => keyOf(each)).join(',');
    return derived(`try(${keys})`, [value], expression.range);
  }
  return invalid('Terraform refuses every argument of try().', expression.range);
}

function evaluateCan(expression: CallExpression, scope: Scope): Value {
  const [argument] = expression.arguments;
  if (argument === undefined) return invalid('can() takes one argument.', expression.range);
  const value = scope.inGuard().evaluate(argument);
  if (value.kind !== 'unknown') return scalar(true, expression.range);
  if (isInvalid(value)) return { ...scalar(false, expression.range), decidedAt: value.decidedAt };
  return derived(`can(${keyOf(value)})`, [value], expression.range);
}
