/** Tuples and objects as written. */
import { list, map, scalar, type Value } from '../../../core/value.ts';
import type { ObjectExpression, TupleExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { toText } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { asSecretAs } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { placeKey } from './place-key.ts';

export function evaluateTuple(expression: TupleExpression, scope: Scope): Value {
  const items: Value[] = [];
  for (const item of expression.items) {
    const value = scope.evaluate(item);
    if (isInvalid(value)) return value;
    items.push(value);
  }
  return { ...list(items, expression.range), typed: false };
}

/** Of two items with one key the later one counts; a key that is not known may be that of any item before it. */
export function evaluateObject(expression: ObjectExpression, scope: Scope): Value {
  const entries = new Map<string, Value>();
  const keys: Value[] = [];
  const unknownKeys: Value[] = [];
  for (const item of expression.items) {
    const key = scope.evaluate(item.key);
    const value = scope.evaluate(item.value);
    if (isInvalid(key)) return key;
    if (isInvalid(value)) return value;
    const name = toText(key);
    if (name === undefined && (key.kind === 'scalar' || key.kind === 'list' || key.kind === 'map')) {
      return invalid('A key of an object must be a text.', item.key.range);
    }
    keys.push(key);
    if (name !== undefined) entries.set(name, value);
    else {
      unknownKeys.push(key);
      overwriteAny(entries, key, value);
    }
  }
  const object = asSecretAs({ ...map(entries, expression.range), typed: false }, keys);
  if (unknownKeys.length === 0) return object;
  scope.guard?.doubt(...unknownKeys);
  const key = `${placeKey(scope, expression.range)}{${unknownKeys.map((each) => keyOf(each)).join(',')}}`;
  return { ...object, rest: derived(key, unknownKeys).symbol };
}

function overwriteAny(entries: Map<string, Value>, key: Value, value: Value): void {
  for (const [name, entry] of entries) {
    if (equals(entry, value) === 'yes' || isNot(key, name)) continue;
    entries.set(
      name,
      derived(`${keyOf(key)}==${JSON.stringify(name)}?${keyOf(value)}:${keyOf(entry)}`, [key, value, entry]),
    );
  }
}

/** A template that begins or ends otherwise is not that key. */
function isNot(key: Value, name: string): boolean {
  return equals(key, scalar(name)) === 'no';
}
