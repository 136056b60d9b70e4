/** Function calls; `try` and `can`, which look at expressions rather than values. */
import { scalar, unknown, type Value } from '../../../core/value.ts';
import type { CallExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { terraformFunctions } from '../functions/index.ts';
import { asSecretAs, placedAt } from '../values/places.ts';
import { summaryOf } from '../values/summary.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { Guard } from './guard.ts';
import { placeKey } from './place-key.ts';

export function evaluateCall(expression: CallExpression, scope: Scope): Value {
  const name = expression.name.replace(/^core::/u, '');
  if (name === 'try') return evaluateTry(expression, scope);
  if (name === 'can') return evaluateCan(expression, scope);
  const evaluated = evaluateArguments(expression, scope);
  if (evaluated.kind === 'stopped') return evaluated.value;
  const args = evaluated.values;
  const implementation = scope.module.functions?.get(name) ?? terraformFunctions.get(name);
  if (implementation === undefined) return unsupported(name, args, expression, scope);
  const result = implementation.apply(args, { name, range: expression.range, scope });
  // What is not known may be nothing that the function takes.
  const isSure = result.kind !== 'unknown' && args.every((arg) => summaryOf(arg).cause === undefined);
  if (!isSure) scope.guard?.doubt();
  return result;
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

/** The first argument that Terraform would not refuse; where one may be refused, it is not known which that is. */
function evaluateTry(expression: CallExpression, scope: Scope): Value {
  const { range, arguments: args } = expression;
  const last = args.length - 1;
  for (const [at, argument] of args.entries()) {
    const guard = new Guard();
    const value = scope.inGuard(guard).evaluate(argument);
    if (isInvalid(value)) continue;
    if (!guard.isInDoubt) return placedAt(value, range);
    const fallbacks = args.slice(at + 1).map((other) => scope.inGuard(new Guard()).evaluate(other));
    scope.guard?.doubt();
    // Were the last one refused, too, there would be no deployment.
    if (at === last) return placedAt(value, range);
    const keys = [value, ...fallbacks].map((each) => keyOf(each)).join(',');
    return derived(`try(${keys})`, [value, ...fallbacks], range);
  }
  return invalid('Terraform refuses every argument of try().', range);
}

function evaluateCan(expression: CallExpression, scope: Scope): Value {
  const [argument, ...others] = expression.arguments;
  if (argument === undefined || others.length > 0) return invalid('can() takes one argument.', expression.range);
  const guard = new Guard();
  const value = scope.inGuard(guard).evaluate(argument);
  if (isInvalid(value)) return { ...scalar(false, expression.range), decidedAt: value.decidedAt };
  if (!guard.isInDoubt) return asSecretAs(scalar(true, expression.range), [value]);
  return derived(`can(${keyOf(value)})`, [value], expression.range);
}
