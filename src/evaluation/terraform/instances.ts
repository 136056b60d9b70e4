/** `count` and `for_each`: the instances of a resource or module, each with its key and what `each` and `count` are in it. */
import { assertNever } from '../../core/assert-never.ts';
import type { NodeId } from '../../core/ids.ts';
import { list, map, scalar, type UnknownSymbol, type Value, unknown } from '../../core/value.ts';
import type { SourceRange } from '../../core/source.ts';
import type { Body, Expression } from '../../loaders/hcl/ast.ts';
import { attributeNamed } from '../../loaders/terraform/terraform-module.ts';
import { maximumInstances } from './limits.ts';
import type { RootRun } from './root-run.ts';
import type { Scope } from './scope.ts';
import { toNumber, toText } from './values/convert.ts';
import { derived, invalid, keyOf } from './values/symbols.ts';

export interface InstanceKey {
  /** `[0]`, `["a"]`, `[*]`, or empty. */
  readonly suffix: string;
  /** The body's scope with `each` or `count` bound. */
  readonly scope: Scope;
}

export type Expansion =
  | { readonly kind: 'single'; readonly key: InstanceKey }
  | { readonly kind: 'count'; readonly keys: readonly InstanceKey[] }
  | { readonly kind: 'for-each'; readonly keys: ReadonlyMap<string, InstanceKey> }
  | OpenKeys;

/** It is not known which instances there are: one stands for any of them. */
interface OpenKeys {
  readonly kind: 'open';
  readonly key: InstanceKey;
  /** The symbol key of its `each.key` or `count.index`: equal for all that go through the same unknown. */
  readonly keySymbol: string;
  readonly because: UnknownSymbol;
}

export function expandInstances(body: Body, scope: Scope): Expansion {
  const count = attributeNamed(body, 'count');
  if (count !== undefined) return expandCount(count.value, scope);
  const forEach = attributeNamed(body, 'for_each');
  if (forEach !== undefined) return expandForEach(forEach.value, scope);
  return { kind: 'single', key: { suffix: '', scope } };
}

export function keysOf(expansion: Expansion): readonly InstanceKey[] {
  switch (expansion.kind) {
    case 'count':
      return expansion.keys;
    case 'for-each':
      return [...expansion.keys.values()];
    case 'single':
    case 'open':
      return [expansion.key];
    default:
      return assertNever(expansion);
  }
}

function expandCount(expression: Expression, scope: Scope): Expansion {
  const value = scope.evaluate(expression);
  const count = toNumber(value);
  if (count === undefined || count < 0 || !Number.isInteger(count)) {
    return openCount(value.kind === 'scalar' ? refusedKeys(expression.range) : value, expression.range, scope);
  }
  if (count > maximumInstances) return openCount(tooMany(expression.range, scope), expression.range, scope);
  const keys = Array.from({ length: count }, (_, index) => ({
    suffix: `[${index}]`,
    scope: scope.with([['count', map(new Map([['index', scalar(index, expression.range)]]))]]),
  }));
  return { kind: 'count', keys };
}

function openCount(value: Value, range: SourceRange, scope: Scope): Expansion {
  const { reason } = symbolOf(value);
  const keySymbol = `${keyOf(value)}.count.index`;
  const index = unknown(keySymbol, reason, range);
  const bound = scope.with([['count', map(new Map([['index', index]]))]]);
  return { kind: 'open', key: { suffix: '[*]', scope: bound }, keySymbol, because: symbolOf(value) };
}

function expandForEach(expression: Expression, scope: Scope): Expansion {
  const value = scope.evaluate(expression);
  const members = membersFor(value);
  if (members === 'unknown') return openForEach(value, expression.range, scope);
  if (members === undefined) return openForEach(refusedKeys(expression.range), expression.range, scope);
  if (members.length > maximumInstances) return openForEach(tooMany(expression.range, scope), expression.range, scope);
  const keys = members.map(([name, member]): [string, InstanceKey] => {
    const each = map(
      new Map([
        ['key', scalar(name, member.range, member.marks)],
        ['value', member],
      ]),
    );
    return [name, { suffix: `[${JSON.stringify(name)}]`, scope: scope.with([['each', each]]) }];
  });
  return { kind: 'for-each', keys: new Map(keys) };
}

/** Terraform takes maps and sets of texts, no lists; their keys must be known. */
function membersFor(value: Value): readonly (readonly [string, Value])[] | 'unknown' | undefined {
  if (value.kind === 'map') return value.rest === undefined ? [...value.entries] : 'unknown';
  if (value.kind !== 'list') return value.kind === 'unknown' || value.kind === 'reference' ? 'unknown' : undefined;
  if (!value.set && value.items.length > 0) return undefined;
  const members: [string, Value][] = [];
  for (const item of value.items) {
    const name = toText(item);
    if (name === undefined) return item.kind === 'scalar' ? undefined : 'unknown';
    members.push([name, item]);
  }
  return members;
}

function openForEach(value: Value, range: SourceRange, scope: Scope): Expansion {
  const because = symbolOf(value);
  const chained = scope.run.openExpansions.get(because.key);
  const keySymbol = chained?.keySymbol ?? `${because.key}.each.key`;
  const eachKey = unknown(keySymbol, because.reason, range);
  const isSet = because.key.startsWith('toset(') || (value.kind === 'list' && value.set);
  const eachValue =
    chained?.instance ?? (isSet ? eachKey : unknown(`${because.key}.each.value`, because.reason, range));
  const each = map(
    new Map<string, Value>([
      ['key', eachKey],
      ['value', eachValue],
    ]),
  );
  return { kind: 'open', key: { suffix: '[*]', scope: scope.with([['each', each]]) }, keySymbol, because };
}

function symbolOf(value: Value): UnknownSymbol {
  return value.kind === 'unknown' ? value.symbol : derived(keyOf(value), [value]).symbol;
}

function refusedKeys(range: SourceRange): Value {
  return invalid('count takes a whole number, for_each a map or a set of texts.', range);
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
    case 'for-each':
      return map(new Map([...expansion.keys].map(([name, key]) => [name, whole(key)] as const)));
    case 'open': {
      const { key, keySymbol, because } = expansion;
      const instance = whole(key);
      run.openExpansions.set(id, { keySymbol, instance });
      const via = instance.kind === 'reference' ? [instance.resource] : [];
      return unknown(id, because.reason, undefined, { sensitive: false, via, perDeployment: false });
    }
    default:
      return assertNever(expansion);
  }
}
