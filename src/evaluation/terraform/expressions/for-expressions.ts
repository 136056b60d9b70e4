/** `[for …]` and `{for …}`, and the turns that any loop over a collection takes. */
import { assertNever } from '../../../core/assert-never.ts';
import { list, map, scalar, type Value } from '../../../core/value.ts';
import type { ForExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { sortedEntries } from '../values/collections.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { placeKey } from './place-key.ts';

interface LoopNames {
  readonly keyName: string | undefined;
  readonly valueName: string;
  readonly collection: { readonly range: ForExpression['range'] };
}

interface Turn {
  readonly key: Value;
  readonly value: Value;
  /** With the key and the value bound to the loop's names. */
  readonly scope: Scope;
}

/** One turn per item in Terraform's order, unless the items are not known or this is nothing to go through. */
export type Loop =
  | { readonly kind: 'turns'; readonly turns: readonly Turn[] }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'refused'; readonly value: Value };

export function loopOver(collection: Value, names: LoopNames, scope: Scope): Loop {
  if (isInvalid(collection)) return { kind: 'refused', value: collection };
  const members = membersOf(collection);
  if (members === 'unknown') return { kind: 'unknown' };
  if (members === undefined) {
    const value = invalid('This can not be gone through: it is no list, set or map.', names.collection.range);
    return { kind: 'refused', value };
  }
  const turns = members.map(([key, value]) => {
    const bound: [string, Value][] = [[names.valueName, value]];
    if (names.keyName !== undefined) bound.push([names.keyName, key]);
    return { key, value, scope: scope.with(bound) };
  });
  return { kind: 'turns', turns };
}

/** Keys and values of a list, set (each value is its own key) or map; undefined for what is none. */
export function membersOf(collection: Value): readonly (readonly [Value, Value])[] | 'unknown' | undefined {
  switch (collection.kind) {
    case 'list':
      return collection.items.map((item, index) => [collection.set ? item : scalar(index, item.range), item]);
    case 'map':
      if (collection.rest !== undefined) return 'unknown';
      return sortedEntries(collection).map(([key, value]) => [scalar(key, value.range), value]);
    case 'unknown':
    case 'reference':
      return 'unknown';
    case 'scalar':
    case 'template':
      return undefined;
    default:
      return assertNever(collection);
  }
}

export function evaluateFor(expression: ForExpression, scope: Scope): Value {
  const collection = scope.evaluate(expression.collection);
  const loop = loopOver(collection, expression, scope);
  if (loop.kind === 'unknown') return unknownLoop(expression, scope, [collection]);
  if (loop.kind === 'refused') return loop.value;
  const kept = keptTurns(expression, loop.turns);
  if (kept.undecided.length > 0) return unknownLoop(expression, scope, kept.undecided);
  if (kept.failure !== undefined) return kept.failure;
  return expression.key === undefined
    ? listOf(expression, kept.turns)
    : objectOf(expression, expression.key, kept.turns, scope);
}

interface KeptTurns {
  readonly turns: readonly Turn[];
  /** Conditions that are not known. */
  readonly undecided: readonly Value[];
  readonly failure: Value | undefined;
}

function keptTurns({ condition }: ForExpression, turns: readonly Turn[]): KeptTurns {
  if (condition === undefined) return { turns, undecided: [], failure: undefined };
  const kept: Turn[] = [];
  const undecided: Value[] = [];
  for (const turn of turns) {
    const verdict = turn.scope.evaluate(condition);
    const holds = toBoolean(verdict);
    if (holds === true) kept.push(turn);
    if (isInvalid(verdict)) return { turns: [], undecided: [], failure: verdict };
    if (holds === undefined) undecided.push(verdict);
  }
  return { turns: kept, undecided, failure: undefined };
}

function listOf({ value, range }: ForExpression, turns: readonly Turn[]): Value {
  const items: Value[] = [];
  for (const turn of turns) {
    const item = turn.scope.evaluate(value);
    if (isInvalid(item)) return item;
    items.push(item);
  }
  return list(items, range);
}

function objectOf(
  expression: ForExpression,
  keyExpression: ForExpression['value'],
  turns: readonly Turn[],
  scope: Scope,
): Value {
  const groups = new Map<string, Value[]>();
  for (const turn of turns) {
    const key = turn.scope.evaluate(keyExpression);
    const value = turn.scope.evaluate(expression.value);
    if (isInvalid(key)) return key;
    if (isInvalid(value)) return value;
    const name = toText(key);
    if (name === undefined && key.kind !== 'scalar') return unknownLoop(expression, scope, [key]);
    if (name === undefined) return invalid('A key of an object must be a text.', keyExpression.range);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else if (expression.grouping) group.push(value);
    else return invalid(`Two items have the key ${JSON.stringify(name)}.`, keyExpression.range);
  }
  const { range } = expression;
  const entries = [...groups].flatMap(([name, values]): [string, Value][] => {
    const [first] = values;
    if (expression.grouping) return [[name, list(values, range)]];
    return first === undefined ? [] : [[name, first]];
  });
  return map(new Map(entries), range);
}

function unknownLoop(expression: ForExpression, scope: Scope, causes: readonly Value[]): Value {
  const key = `${placeKey(scope, expression.range)}(${causes.map((cause) => keyOf(cause)).join(',')})`;
  return derived(key, causes, expression.range);
}
