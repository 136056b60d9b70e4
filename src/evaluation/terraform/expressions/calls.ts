/** Function calls; `try` and `can`, which look at expressions rather than values. */
import { scalar, unknown, type Value } from '../../../core/value.ts';
import type { CallExpression, Expression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { missingFunction, terraformFunctions } from '../functions/index.ts';
import { asSecret, placedAt } from '../values/places.ts';
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
  if (implementation === undefined) {
    const missing = missingFunction(name);
    return missing === undefined ? unsupported(name, args, expression, scope) : invalid(missing, expression.range);
  }
  const result = implementation.apply(args, { name, range: expression.range, scope });
  // What is not known may be nothing that the function takes.
  const isSure = result.kind !== 'unknown' && args.every((arg) => summaryOf(arg).cause === undefined);
  if (!isSure) scope.guard?.doubt(...args, result);
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
  let isSecret = false;
  for (const [at, argument] of args.entries()) {
    const guard = new Guard();
    const value = scope.inGuard(guard).evaluate(argument);
    if (isInvalid(value)) {
      isSecret ||= guard.sawSecret;
      continue;
    }
    const others = args.slice(at + 1);
    // Were the last one refused, too, there would be no deployment.
    const isSure = guard.doubtful.length === 0;
    const result = isSure || others.length === 0 ? value : anyOf([value, ...guarded(others, scope)], guard.doubtful);
    if (!isSure) scope.guard?.doubt(...guard.doubtful);
    return placedAt(isSecret ? asSecret(result) : result, range);
  }
  const refused = invalid('Terraform refuses every argument of try().', range);
  return isSecret ? asSecret(refused) : refused;
}

function guarded(others: readonly Expression[], scope: Scope): readonly Value[] {
  return others.map((argument) => scope.inGuard(new Guard()).evaluate(argument));
}

function anyOf(values: readonly Value[], doubtful: readonly Value[]): Value {
  const key = [...values, ...doubtful].map((each) => keyOf(each)).join(',');
  return derived(`try(${key})`, [...doubtful, ...values]);
}

function evaluateCan(expression: CallExpression, scope: Scope): Value {
  const { range, arguments: args } = expression;
  const [argument, ...others] = args;
  if (argument === undefined || others.length > 0) return invalid('can() takes one argument.', range);
  const guard = new Guard();
  const value = scope.inGuard(guard).evaluate(argument);
  if (!isInvalid(value) && guard.doubtful.length > 0) {
    const key = `can(${[value, ...guard.doubtful].map((each) => keyOf(each)).join(',')})`;
    return derived(key, [...guard.doubtful, value], range);
  }
  const result = scalar(!isInvalid(value), range);
  const placed = isInvalid(value) ? { ...result, decidedAt: value.decidedAt } : result;
  return guard.sawSecret ? asSecret(placed) : placed;
}
