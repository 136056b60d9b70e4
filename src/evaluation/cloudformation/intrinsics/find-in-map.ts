/**
 * `Fn::FindInMap`: a value of the `Mappings` section by two keys.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference-findinmap.html
 */
import { joinMarks, seenAt, type Cases, type Scalar, type Value } from '../../../core/value.ts';
import { type MappingEntry, type TemplateNode, valueOf } from '../../../loaders/template-node.ts';
import { literalValue } from '../literals.ts';
import type { Scope } from '../scope.ts';
import { derivedUnknown, identityOf, withMarks } from '../symbols.ts';
import { knownText, withLookups } from '../text.ts';
import { argumentList, type IntrinsicCall, wrongCall } from './intrinsic.ts';

export function evaluateFindInMap(call: IntrinsicCall): Value | undefined {
  const { range, scope } = call;
  const items = argumentList(call, 3, 4);
  if ('kind' in items) return items;
  const keys = items.slice(0, 3).map((item) => scope.evaluate(item));
  const marks = joinMarks(keys.filter((key) => key !== undefined));
  const fallback = valueOf(items[3], 'DefaultValue');
  const names = keys.map(knownText);
  const candidates = entriesAt(scope, names);
  if (candidates === undefined) return scope.overLimit(range);
  if (!names.includes(undefined)) {
    const found = candidates[0] ?? fallback;
    if (found === undefined) return missingEntry(call, names);
    const value = found === fallback ? scope.evaluate(found) : mapped(found, scope);
    return value === undefined ? undefined : withMarks(seenAt(value, range), marks);
  }
  const common = commonValue(call, candidates, fallback);
  if (common !== undefined) return common;
  const value = derivedUnknown('Fn::FindInMap', keys, range);
  const cases = fallback === undefined ? casesOf(scope, keys, names) : undefined;
  return value.kind === 'unknown' && cases !== undefined ? { ...value, symbol: { ...value.symbol, cases } } : value;
}

/** The value for each first key, where only that key is not known; two values of one mapping are compared case by case. */
function casesOf(
  scope: Scope,
  [, key]: readonly (Value | undefined)[],
  [map, first, second]: readonly (string | undefined)[],
): Cases | undefined {
  if (map === undefined || first !== undefined || second === undefined || key === undefined) return undefined;
  const values = new Map<string, Scalar>();
  for (const entry of entriesBelow(scope.mappings, map)) {
    const value = mapped(valueOf(entry.value, second) ?? entry.value, scope);
    if (value?.kind !== 'scalar') return undefined;
    values.set(entry.key, value.value);
  }
  return values.size === 0 ? undefined : { of: `${map} by ${identityOf(key)}`, values };
}

function entriesBelow(node: TemplateNode | undefined, key: string): readonly MappingEntry[] {
  const below = valueOf(node, key);
  return below?.kind === 'mapping' ? below.entries : [];
}

/** The nodes below these keys, where an unknown key stands for any; undefined when that is too much to search. */
function entriesAt(scope: Scope, names: readonly (string | undefined)[]): readonly TemplateNode[] | undefined {
  let nodes: readonly TemplateNode[] = scope.mappings === undefined ? [] : [scope.mappings];
  for (const name of names) {
    const entries = nodes.flatMap((node) => (node.kind === 'mapping' ? node.entries : []));
    if (!scope.spend(entries.length)) return undefined;
    nodes = entries.filter(({ key }) => name === undefined || key === name).map(({ value }) => value);
  }
  return nodes;
}

/** Whichever key it is: when all that can be found is the same, that is the value. */
function commonValue(
  call: IntrinsicCall,
  candidates: readonly TemplateNode[],
  fallback: TemplateNode | undefined,
): Value | undefined {
  const values = candidates.map((node) => mapped(node, call.scope));
  const [first] = values;
  if (first === undefined) return undefined;
  const other = fallback === undefined ? first : call.scope.evaluate(fallback);
  const identities = new Set([other, ...values].map(identityOf));
  if (identities.size > 1) return undefined;
  return withMarks(seenAt(first, call.range), { sensitive: false, via: [], perDeployment: true });
}

/** A value of the section: a scalar or a list of such. */
function mapped(node: TemplateNode, scope: Scope): Value {
  const value = literalValue(node);
  if (value.kind !== 'list') return withLookups(value, node.range, scope);
  return { ...value, items: value.items.map((item) => withLookups(item, node.range, scope)) };
}

function missingEntry(call: IntrinsicCall, names: readonly (string | undefined)[]): Value {
  const [map, first, second] = names;
  return wrongCall(call, `The mapping "${map}" has no entry "${first}" with "${second}".`);
}
