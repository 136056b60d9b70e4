/** `target.name` and `target[index]`. */
import { unknown, type ListValue, type MapValue, type ReferenceValue, type Value } from '../../../core/value.ts';
import { assertNever } from '../../../core/assert-never.ts';
import type { SourceRange } from '../../../core/source.ts';
import type { AttributeAccess, IndexAccess } from '../../../loaders/hcl/ast.ts';
import type { Scope } from '../scope.ts';
import { BlockEntries } from '../values/block-entries.ts';
import { isNull, toNumber, toText } from '../values/convert.ts';
import { equals } from '../values/equality.ts';
import { asSecretAs, placedAt } from '../values/places.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { resolveReference } from './references.ts';

export function evaluateAttributeAccess(expression: AttributeAccess, scope: Scope): Value {
  const reference = resolveReference(expression, scope);
  if (reference !== undefined) return reference;
  return attributeOf(scope.evaluate(expression.target), expression.name, expression.range, scope);
}

export function evaluateIndexAccess(expression: IndexAccess, scope: Scope): Value {
  const target = scope.evaluate(expression.target);
  const index = scope.evaluate(expression.index);
  return itemAt(target, index, expression.range, scope);
}

export function attributeOf(value: Value, name: string, range: SourceRange, scope: Scope): Value {
  switch (value.kind) {
    case 'map':
      return entryOf(value, name, range, scope);
    case 'reference':
      return attributeOfReference(value, name, range, scope);
    case 'unknown':
      if (isInvalid(value)) return value;
      scope.guard?.doubt(value);
      return derived(`${value.symbol.key}.${name}`, [value], range);
    case 'list': {
      const only = scope.guard === undefined ? onlyInstance(value) : undefined;
      return only === undefined ? without(name, range) : attributeOfReference(only, name, range, scope);
    }
    case 'scalar':
    case 'template':
      return without(name, range);
    default:
      return assertNever(value);
  }
}

function without(name: string, range: SourceRange): Value {
  return invalid(`This value has no attribute ${JSON.stringify(name)}.`, range);
}

/** Until Terraform 0.12, what is counted could be named without an index, which meant the only instance. */
// https://developer.hashicorp.com/terraform/language/v1.1.x/upgrade-guides/0-12
function onlyInstance({ items, set }: ListValue): ReferenceValue | undefined {
  const [only, ...more] = items;
  const isResource = only?.kind === 'reference' && only.attribute === '' && more.length === 0 && !set;
  return isResource ? only : undefined;
}

export function itemAt(target: Value, index: Value, range: SourceRange, scope: Scope): Value {
  const refused = [target, index].find((part) => isInvalid(part));
  if (refused !== undefined) return refused;
  if (isNull(index)) return invalid('An index can not be null.', range);
  if (index.kind === 'list' || index.kind === 'map') return invalid('An index is a number or a text.', range);
  const isKnown = index.kind === 'scalar' || target.kind === 'unknown';
  const item = isKnown ? knownItem(target, index, range, scope) : itemAtUnknown(target, index, range, scope);
  // Which one it is tells something of what chose it.
  return isInvalid(item) ? item : asSecretAs(item, [target, index]);
}

function knownItem(target: Value, index: Value, range: SourceRange, scope: Scope): Value {
  switch (target.kind) {
    case 'unknown':
      return itemOfUnknown(target, index, range, scope);
    case 'list':
      return itemOfList(target, index, range);
    case 'map':
      return itemOfMap(target, index, range, scope);
    case 'reference':
      return attributeOfReference(target, stepOf(index), range, scope);
    case 'scalar':
    case 'template':
      return invalid('This value has no items.', range);
    default:
      return assertNever(target);
  }
}

function itemOfMap(target: MapValue, index: Value, range: SourceRange, scope: Scope): Value {
  const name = toText(index);
  return name === undefined ? invalid('A key must be a text.', range) : entryOf(target, name, range, scope);
}

function stepOf(index: Value): string | number | boolean {
  return index.kind === 'scalar' ? (index.value ?? '') : '';
}

function itemOfList(target: ListValue, index: Value, range: SourceRange): Value {
  const position = toNumber(index);
  if (target.set) return invalid('The items of a set have no index.', range);
  if (position === undefined) return invalid('The index of a list must be a number.', range);
  const item = target.items[position];
  return item === undefined ? invalid(`There is no item ${position}.`, range) : placedAt(item, range);
}

function entryOf(target: MapValue, name: string, range: SourceRange, scope: Scope): Value {
  const entry = target.entries.get(name);
  if (entry !== undefined) return asSecretAs(placedAt(entry, range), [target]);
  if (target.rest !== undefined) {
    scope.guard?.doubt(target);
    return unknown(`${target.rest.key}.${name}`, target.rest.reason, range, target.marks);
  }
  if (target.entries instanceof BlockEntries) {
    scope.guard?.doubt(target);
    // It comes through what declares the block, not through what the other attributes name.
    return { ...derived(`${keyOf(target)}.${name}`, [target], range), marks: target.marks };
  }
  return invalid(`There is no ${JSON.stringify(name)} in it.`, range);
}

/** A whole resource gives its attribute; below a computed attribute everything is computed. */
function attributeOfReference(
  value: ReferenceValue,
  name: string | number | boolean,
  range: SourceRange,
  scope: Scope,
): Value {
  const resource = value.attribute === '' ? scope.run.resources.get(value.resource) : undefined;
  if (resource !== undefined && typeof name === 'string') return resource.attribute(name, range);
  if (resource !== undefined) return invalid(`${value.text} is a single one.`, range);
  // Whether there is such a part in a computed attribute is not known.
  if (value.attribute !== '') scope.guard?.doubt(value);
  const step = typeof name === 'number' ? `[${name}]` : `.${String(name)}`;
  const attribute = `${value.attribute}${step}`.replace(/^\./u, '');
  return { ...placedAt(value, range), attribute, text: `${value.text}${step}` };
}

/** Any one instance, where the index is the key of an instance that is itself any one of the same keys. */
function itemOfUnknown(target: Value & { kind: 'unknown' }, index: Value, range: SourceRange, scope: Scope): Value {
  const open = scope.run.openExpansions.get(target.symbol.key);
  const inStep = index.kind === 'unknown' && index.symbol.key === open?.keySymbol;
  const isFirst = scope.guard === undefined && index.kind === 'scalar' && index.value === 0;
  if (open !== undefined && (inStep || isFirst)) return placedAt(open.instance, range);
  scope.guard?.doubt(target, index);
  return derived(`${target.symbol.key}[${keyOf(index)}]`, [target, index], range);
}

function itemAtUnknown(target: Value, index: Value, range: SourceRange, scope: Scope): Value {
  if (target.kind === 'scalar' || target.kind === 'template') return invalid('This value has no items.', range);
  if (target.kind === 'list' && target.set) return invalid('The items of a set have no index.', range);
  scope.guard?.doubt(target, index);
  const choices = target.kind === 'list' ? target.items : target.kind === 'map' ? [...target.entries.values()] : [];
  const [first, ...others] = choices;
  const isOpen = target.kind === 'map' && target.rest !== undefined;
  if (first !== undefined && !isOpen && others.every((other) => equals(first, other) === 'yes')) {
    return asSecretAs(placedAt(first, range), choices);
  }
  return derived(`${keyOf(target)}[${keyOf(index)}]`, [target, index], range);
}
