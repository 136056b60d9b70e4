/** Tuples and objects as written. */
import { list, map, scalar, type Value } from '../../../core/value.ts';
import type { ObjectExpression, ObjectItem, TupleExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { toText } from '../values/convert.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { placeKey } from './place-key.ts';

export function evaluateTuple(expression: TupleExpression, scope: Scope): Value {
  const items: Value[] = [];
  for (const item of expression.items) {
    const value = scope.evaluate(item);
    if (isInvalid(value)) return value;
    items.push(value);
  }
  return list(items, expression.range);
}

export function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>();
  const unknownKeys: Value[] = [];
  for (const item of expression.items) {
    const key = evaluateKey(item, scope);
    const value = scope.evaluate(item.value);
    if (isInvalid(key)) return key;
    if (isInvalid(value)) return value;
    const name = toText(key);
    if (name !== undefined) entries.set(name, value);
    else if (key.kind === 'scalar' || key.kind === 'list' || key.kind === 'map') {
      return invalid('A key of an object must be a text.', item.key.range);
    } else unknownKeys.push(key);
  }
  const object = map(entries, expression.range);
  if (unknownKeys.length === 0) return object;
  const key = `${placeKey(scope, expression.range)}{${unknownKeys.map((each) => keyOf(each)).join(',')}}`;
  return { ...object, rest: derived(key, unknownKeys).symbol };
}

/** A bare word as a key is that word. */
function evaluateKey({ key }: ObjectItem, scope: Scope): Value {
  return key.kind === 'variable' ? scalar(key.name, key.range) : scope.evaluate(key);
}
