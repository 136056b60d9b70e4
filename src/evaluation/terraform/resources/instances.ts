/** `count` and `for_each`: the instances of a resource or module, each with its key and what `each` and `count` are in it. */
import { assertNever } from '../../../core/assert-never.ts';
import type { NodeId } from '../../../core/ids.ts';
import {
  list,
  map,
  scalar,
  unknown,
  type ListValue,
  type MapValue,
  type UnknownSymbol,
  type UnknownValue,
  type Value,
} from '../../../core/value.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { Body, Expression } from '../../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../../loaders/terraform/terraform-module.ts';
import { maximumInstances } from '../limits.ts';
import type { RootRun } from '../root-run.ts';
import type { Scope } from '../scope.ts';
import { toNumber, toText } from '../values/convert.ts';
import { derived, invalid, keyOf } from '../values/symbols.ts';

export interface InstanceKey {
  /** `[0]`, `["a"]`, `[*]`, or empty. */
  readonly suffix: string;
  /** The body's scope with `each` or `count` bound. */
  readonly scope: Scope;
  /** Why it is not known whether there is such an instance; undefined where there surely is. */
  readonly because: UnknownSymbol | undefined;
}

export type Expansion =
  | { readonly kind: 'single'; readonly key: InstanceKey }
  | { readonly kind: 'count'; readonly keys: readonly InstanceKey[] }
  | {
      readonly kind: 'for-each';
      readonly keys: ReadonlyMap<string, InstanceKey>;
      /** Any further ones, where not all keys are known. */
      readonly others: OpenKeys | undefined;
    }
  | OpenKeys;

/** It is not known which instances there are: one stands for any of them. */
interface OpenKeys {
  readonly kind: 'open';
  readonly key: InstanceKey & { readonly because: UnknownSymbol };
  /** The symbol key of its `each.key` or `count.index`: equal for all that go through the same unknown. */
  readonly keySymbol: string;
  /** What `count` says. */
  readonly size: Value | undefined;
}

export function expandInstances(body: Body, scope: Scope): Expansion {
  const count = attributeNamed(body, 'count');
  if (count !== undefined) return expandCount(count.value, scope);
  const forEach = attributeNamed(body, 'for_each');
  if (forEach !== undefined) return expandForEach(forEach.value, scope);
  return { kind: 'single', key: { suffix: '', scope, because: undefined } };
}

export function keysOf(expansion: Expansion): readonly InstanceKey[] {
  switch (expansion.kind) {
    case 'count':
      return expansion.keys;
    case 'for-each':
      return [...expansion.keys.values(), ...(expansion.others === undefined ? [] : [expansion.others.key])];
    case 'single':
    case 'open':
      return [expansion.key];
    default:
      return assertNever(expansion);
  }
}

/** A sensitive number is taken, as Terraform takes it. */
function expandCount(expression: Expression, scope: Scope): Expansion {
  const { range } = expression;
  const value = scope.evaluate(expression);
  const count = toNumber(value);
  if (count === undefined || count < 0 || !Number.isInteger(count)) {
    const isRefused = value.kind === 'scalar' || value.kind === 'list' || value.kind === 'map';
    return openCount(isRefused ? invalid('count takes a whole number from 0 on.', range) : value, range, scope);
  }
  if (count > maximumInstances) return openCount(tooMany(range, scope), range, scope);
  const keys = Array.from({ length: count }, (_, index) => ({
    suffix: `[${index}]`,
    scope: scope.with([['count', map(new Map([['index', scalar(index, range)]]))]]),
    because: undefined,
  }));
  return { kind: 'count', keys };
}

function openCount(value: Value, range: SourceRange, scope: Scope): Expansion {
  const because = symbolOf(value);
  const keySymbol = `${because.key}.count.index`;
  const index = unknown(keySymbol, because.reason, range);
  const bound = scope.with([['count', map(new Map([['index', index]]))]]);
  return { kind: 'open', key: { suffix: '[*]', scope: bound, because }, keySymbol, size: value };
}

function expandForEach(expression: Expression, scope: Scope): Expansion {
  const { range } = expression;
  const { known, others } = membersFor(scope.evaluate(expression), range);
  if (known.size > maximumInstances) return openForEach(tooMany(range, scope), range, scope);
  if (known.size === 0 && others !== undefined) return openForEach(others, range, scope);
  const keys = [...known].map(([name, { key, value }]): [string, InstanceKey] => {
    const each = map(
      new Map([
        ['key', key],
        ['value', value],
      ]),
    );
    return [name, { suffix: `[${JSON.stringify(name)}]`, scope: scope.with([['each', each]]), because: undefined }];
  });
  const open = others === undefined ? undefined : openForEach(others, range, scope);
  return { kind: 'for-each', keys: new Map(keys), others: open };
}

/** What `for_each` goes through. */
interface Members {
  readonly known: ReadonlyMap<string, { readonly key: Value; readonly value: Value }>;
  /** What decides the further ones, or why there are none that Terraform would take. */
  readonly others: Value | undefined;
}

const sensitiveKeys = 'for_each takes nothing sensitive, for its keys stand in addresses.';

/** Terraform takes maps and sets of texts, no lists. */
function membersFor(value: Value, range: SourceRange): Members {
  const isOpen = value.kind === 'unknown' || value.kind === 'reference';
  if (value.marks.sensitive) return noMembers(isOpen ? value : invalid(sensitiveKeys, range));
  if (isOpen) return noMembers(value);
  if (value.kind === 'map') return membersOfMap(value);
  const isSet = value.kind === 'list' && (value.set || value.items.length === 0);
  return isSet ? membersOfSet(value, range) : noMembers(invalid('for_each takes a map or a set of texts.', range));
}

function noMembers(others: Value): Members {
  return { known: new Map(), others };
}

/** The value of an entry may be sensitive, its key is not. */
function membersOfMap({ entries, rest }: MapValue): Members {
  const known = [...entries].map(([name, value]) => {
    const key = scalar(name, value.range, { ...value.marks, sensitive: false });
    return [name, { key, value }] as const;
  });
  return { known: new Map(known), others: rest === undefined ? undefined : unknown(rest.key, rest.reason) };
}

function membersOfSet(set: ListValue, range: SourceRange): Members {
  const known = new Map<string, { readonly key: Value; readonly value: Value }>();
  const open: Value[] = [];
  for (const item of set.items) {
    const name = toText(item);
    if (item.marks.sensitive) return noMembers(invalid(sensitiveKeys, range));
    if (name !== undefined) known.set(name, { key: item, value: item });
    else if (item.kind === 'scalar') return noMembers(invalid('A key of for_each can not be null.', range));
    else open.push(item);
  }
  return { known, others: open.length === 0 ? undefined : { ...list(open, set.range), set: true } };
}

function openForEach(value: Value, range: SourceRange, scope: Scope): OpenKeys {
  const own = symbolOf(value);
  const chained = scope.run.openExpansions.get(own.key);
  const because = chained?.because ?? own;
  const keySymbol = chained?.keySymbol ?? `${own.key}.each.key`;
  const eachKey = unknown(keySymbol, because.reason, range);
  const isSet = own.key.startsWith('toset(') || (value.kind === 'list' && value.set);
  const eachValue = chained?.instance ?? (isSet ? eachKey : unknown(`${own.key}.each.value`, because.reason, range));
  const each = map(
    new Map<string, Value>([
      ['key', eachKey],
      ['value', eachValue],
    ]),
  );
  return {
    kind: 'open',
    key: { suffix: '[*]', scope: scope.with([['each', each]]), because },
    keySymbol,
    size: undefined,
  };
}

function symbolOf(value: Value): UnknownSymbol {
  return value.kind === 'unknown' ? value.symbol : derived(keyOf(value), [value]).symbol;
}

function tooMany(range: SourceRange, scope: Scope): Value {
  return scope.run.atLimit(range, `a block has more than ${maximumInstances} instances`);
}

/**
 * What a resource or module with these instances is as a value: one of them, a list, a map, or unknown where it is not
 * known which there are.
 */
export function valueOfInstances(
  expansion: Expansion,
  id: NodeId,
  run: RootRun,
  whole: (key: InstanceKey) => Value,
): Value {
  switch (expansion.kind) {
    case 'single':
      return whole(expansion.key);
    case 'count':
      return list(expansion.keys.map((key) => whole(key)));
    case 'for-each': {
      const { keys, others } = expansion;
      const known = map(new Map([...keys].map(([name, key]) => [name, whole(key)] as const)));
      if (others === undefined) return known;
      const { symbol, marks } = valueOfOpen(others, id, run, whole);
      return { ...known, rest: symbol, marks };
    }
    case 'open':
      return valueOfOpen(expansion, id, run, whole);
    default:
      return assertNever(expansion);
  }
}

/** Any one instance; remembered, so that what goes through the same keys finds it. */
function valueOfOpen(
  { key, keySymbol, size }: OpenKeys,
  id: NodeId,
  run: RootRun,
  whole: (key: InstanceKey) => Value,
): UnknownValue {
  const instance = whole(key);
  run.openExpansions.set(id, { keySymbol, instance, because: key.because, size });
  const via = instance.kind === 'reference' ? [instance.resource] : [];
  return unknown(id, key.because.reason, undefined, { sensitive: false, via, perDeployment: false });
}
