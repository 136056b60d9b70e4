/** `[for …]` and `{for …}`, and the turns that any loop over a collection takes. */
import { assertNever } from '../../../core/assert-never.ts';
import type { SourceRange } from '../../../core/source.ts';
import { list, map, scalar, unknown, type UnknownValue, type Value } from '../../../core/value.ts';
import type { Expression, ForExpression } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { mayShrink, sortedEntries } from '../values/collections.ts';
import { toBoolean, toText } from '../values/convert.ts';
import { asSecretAs } from '../values/places.ts';
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
      if (mayShrink(collection)) return 'unknown';
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
  if (loop.kind === 'unknown') return openLoop(expression, collection, scope);
  if (loop.kind === 'refused') return loop.value;
  const kept = keptTurns(expression, loop.turns);
  if (kept.failure !== undefined) return kept.failure;
  const isOpen = kept.undecided.length > 0;
  if (isOpen) scope.guard?.doubt(...kept.undecided);
  if (expression.key !== undefined) return objectOf({ ...expression, key: expression.key }, collection, kept, scope);
  if (isOpen) return unknownLoop(expression, scope, kept.undecided);
  return listOf(expression, collection, kept);
}

interface KeptTurns {
  readonly turns: readonly Turn[];
  /** The conditions that were asked. */
  readonly asked: readonly Value[];
  /** Those that are not known. */
  readonly undecided: readonly Value[];
  readonly failure: Value | undefined;
}

function keptTurns({ condition }: ForExpression, turns: readonly Turn[]): KeptTurns {
  if (condition === undefined) return { turns, asked: [], undecided: [], failure: undefined };
  const kept: Turn[] = [];
  const asked: Value[] = [];
  const undecided: Value[] = [];
  for (const turn of turns) {
    const verdict = turn.scope.evaluate(condition);
    const holds = toBoolean(verdict);
    const failure = holds === undefined ? refusedCondition(verdict, condition.range) : undefined;
    if (failure !== undefined) return { turns: [], asked, undecided: [], failure };
    asked.push(verdict);
    if (holds === true) kept.push(turn);
    if (holds === undefined) undecided.push(verdict);
  }
  return { turns: kept, asked, undecided, failure: undefined };
}

function refusedCondition(verdict: Value, range: SourceRange): Value | undefined {
  if (isInvalid(verdict)) return verdict;
  const isOpen = verdict.kind === 'unknown' || verdict.kind === 'reference' || verdict.kind === 'template';
  return isOpen ? undefined : invalid('The condition is neither true nor false.', range);
}

function listOf({ value, range }: ForExpression, collection: Value, { turns, asked }: KeptTurns): Value {
  const items: Value[] = [];
  for (const turn of turns) {
    const item = turn.scope.evaluate(value);
    if (isInvalid(item)) return item;
    items.push(item);
  }
  return asSecretAs({ ...list(items, range), typed: false }, [collection, ...asked]);
}

type ObjectFor = ForExpression & { readonly key: Expression };

/** One entry or group per key; with conditions that are not known there may be further entries. */
function objectOf(expression: ObjectFor, collection: Value, kept: KeptTurns, scope: Scope): Value {
  const { range, grouping } = expression;
  const keys: Value[] = [];
  const groups = new Map<string, Value[]>();
  for (const turn of kept.turns) {
    const key = turn.scope.evaluate(expression.key);
    const value = turn.scope.evaluate(expression.value);
    if (isInvalid(key)) return key;
    if (isInvalid(value)) return value;
    const name = toText(key);
    if (name === undefined) return withoutName(expression, key, scope);
    keys.push(key);
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [value]);
    else if (grouping) group.push(value);
    else return invalid(`Two items have the key ${JSON.stringify(name)}.`, expression.key.range);
  }
  // A group may have further members.
  if (grouping && kept.undecided.length > 0) return unknownLoop(expression, scope, kept.undecided);
  const object = { ...map(entriesOf(groups, expression), range), typed: false };
  const made = asSecretAs(object, [collection, ...kept.asked, ...keys]);
  return kept.undecided.length === 0 ? made : { ...made, rest: unknownLoop(expression, scope, kept.undecided).symbol };
}

function entriesOf(groups: ReadonlyMap<string, readonly Value[]>, { grouping, range }: ObjectFor): Map<string, Value> {
  const entries = new Map<string, Value>();
  for (const [name, values] of groups) {
    const [first] = values;
    if (grouping) entries.set(name, { ...list(values, range), typed: false });
    else if (first !== undefined) entries.set(name, first);
  }
  return entries;
}

function withoutName(expression: ObjectFor, key: Value, scope: Scope): Value {
  return key.kind === 'scalar' || key.kind === 'list' || key.kind === 'map'
    ? invalid('A key of an object must be a text.', expression.key.range)
    : unknownLoop(expression, scope, [key]);
}

/** What is made of any one instance is found by whoever goes through the same instances. */
function openLoop(expression: ForExpression, collection: Value, scope: Scope): Value {
  const result = unknownLoop(expression, scope, [collection]);
  const open = scope.run.openExpansions.get(keyOf(collection));
  const { keyName, valueName, key, condition, grouping } = expression;
  if (open === undefined || condition !== undefined || grouping) return result;
  if (scope.run.openExpansions.has(result.symbol.key)) return result;
  const anyKey = unknown(open.keySymbol, open.because.reason, expression.range);
  const turn = scope.with([[valueName, open.instance], ...(keyName === undefined ? [] : [[keyName, anyKey] as const])]);
  if (key !== undefined && keyOf(turn.evaluate(key)) !== open.keySymbol) return result;
  scope.run.openExpansions.set(result.symbol.key, { ...open, instance: turn.evaluate(expression.value) });
  return result;
}

function unknownLoop(expression: ForExpression, scope: Scope, causes: readonly Value[]): UnknownValue {
  scope.guard?.doubt(...causes);
  const key = `${placeKey(scope, expression.range)}(${causes.map((cause) => keyOf(cause)).join(',')})`;
  return derived(key, causes, expression.range);
}
