/**
 * Types as `variable` blocks state them, and the conversion of values to them.
 *
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints
 */
import { map, scalar, type Value } from '../../../core/value.ts';
import type { CallExpression, Expression, ObjectItem } from '../../../loaders/hcl/ast.ts';
import { attributeOf } from '../expressions/access.ts';
import type { Scope } from '../scope.ts';
import { withEntries, withItems } from '../values/collections.ts';
import { convertScalar, isNull, type ScalarType } from '../values/convert.ts';
import { derived, invalid, isInvalid, keyOf } from '../values/symbols.ts';
import { anyType, typeOf, unifyTypes, type ObjectAttribute, type TypeConstraint } from '../values/types.ts';

/** What is no type counts as `any`: Terraform reports it. */
export function parseType(expression: Expression | undefined): TypeConstraint {
  if (expression === undefined) return anyType;
  if (expression.kind === 'variable') return namedType(expression.name);
  if (expression.kind === 'call') return constructedType(expression);
  // Before Terraform 0.12 types were quoted.
  const part = expression.kind === 'template' ? expression.parts[0] : undefined;
  return part?.kind === 'text' ? namedType(part.text) : anyType;
}

function namedType(name: string): TypeConstraint {
  switch (name) {
    case 'string':
    case 'number':
    case 'bool':
      return { kind: 'scalar', type: name };
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, item: anyType };
    default:
      return anyType;
  }
}

function constructedType({ name, arguments: args }: CallExpression): TypeConstraint {
  const [first] = args;
  switch (name) {
    case 'list':
    case 'set':
    case 'map':
      return { kind: name, item: parseType(first) };
    case 'tuple':
      return first?.kind === 'tuple' ? { kind: 'tuple', items: first.items.map((item) => parseType(item)) } : anyType;
    case 'object':
      return first?.kind === 'object' ? objectType(first.items) : anyType;
    default:
      return anyType;
  }
}

function objectType(items: readonly ObjectItem[]): TypeConstraint {
  const attributes = new Map<string, ObjectAttribute>();
  for (const { key, value } of items) {
    const name = keyText(key);
    if (name === undefined) continue;
    const isOptional = value.kind === 'call' && value.name === 'optional';
    const [type, absent] = isOptional ? value.arguments : [value];
    attributes.set(name, { type: parseType(type), optional: isOptional, absent });
  }
  return { kind: 'object', attributes };
}

function keyText(key: Expression): string | undefined {
  if (key.kind === 'variable') return key.name;
  const part = key.kind === 'template' ? key.parts[0] : undefined;
  return part?.kind === 'text' ? part.text : undefined;
}

/** The value as the type makes it; invalid where Terraform would refuse it. What is unknown stays unknown. */
export function convertTo(value: Value, type: TypeConstraint, scope: Scope): Value {
  if (isNull(value) || value.kind === 'unknown' || type.kind === 'any') return value;
  switch (type.kind) {
    case 'scalar':
      return convertToScalar(value, type.type);
    case 'object':
      return convertObject(value, type.attributes, scope);
    case 'map':
      return convertMap(value, type.item, scope);
    case 'tuple':
      return convertTuple(value, type.items, scope);
    case 'list':
    case 'set':
      return convertList(value, type, scope);
  }
}

function convertToScalar(value: Value, type: ScalarType): Value {
  if (value.kind === 'reference' || (value.kind === 'template' && type === 'string')) return value;
  // Text of which a part is not known may well say a number.
  if (value.kind === 'template') return derived(`to${type}(${keyOf(value)})`, [value], value.range);
  return (value.kind === 'scalar' ? convertScalar(value, type) : undefined) ?? refused(value);
}

function convertList(value: Value, type: TypeConstraint & { kind: 'list' | 'set' }, scope: Scope): Value {
  if (value.kind === 'reference') return value;
  const itemType = value.kind === 'list' ? commonType(type.item, value.items) : undefined;
  if (value.kind !== 'list' || itemType === undefined) return refused(value);
  const items = convertAll(value.items, itemType, scope);
  return items === undefined ? refused(value) : withItems(value, items, type.kind);
}

/** The type of the items; with `any` the one that they have in common, if there is any. */
function commonType(stated: TypeConstraint, items: Iterable<Value>): TypeConstraint | undefined {
  return stated.kind === 'any' ? unifyTypes([...items].map((item) => typeOf(item))) : stated;
}

function convertTuple(value: Value, types: readonly TypeConstraint[], scope: Scope): Value {
  if (value.kind === 'reference') return value;
  if (value.kind !== 'list' || value.items.length !== types.length) return refused(value);
  const items = value.items.map((item, index) => convertTo(item, types[index] ?? anyType, scope));
  return items.some((item) => isInvalid(item)) ? refused(value) : withItems(value, items, 'tuple');
}

function convertAll(items: readonly Value[], type: TypeConstraint, scope: Scope): Value[] | undefined {
  const converted = items.map((item) => convertTo(item, type, scope));
  return converted.some((item) => isInvalid(item)) ? undefined : converted;
}

function convertMap(value: Value, type: TypeConstraint, scope: Scope): Value {
  if (value.kind === 'reference') return value;
  const entryType = value.kind === 'map' ? commonType(type, value.entries.values()) : undefined;
  if (value.kind !== 'map' || entryType === undefined) return refused(value);
  const entries = new Map<string, Value>();
  for (const [key, entry] of value.entries) {
    const converted = convertTo(entry, entryType, scope);
    if (isInvalid(converted)) return converted;
    entries.set(key, converted);
  }
  return withEntries(value, entries, 'map');
}

/** Further attributes are dropped; optional ones that are missing or null take their default, else null. */
function convertObject(value: Value, attributes: ReadonlyMap<string, ObjectAttribute>, scope: Scope): Value {
  if (value.kind !== 'map' && value.kind !== 'reference') return refused(value);
  const entries = new Map<string, Value>();
  for (const [name, attribute] of attributes) {
    const converted = convertAttribute(value, name, attribute, scope);
    if (isInvalid(converted)) return converted;
    entries.set(name, converted);
  }
  const { range, decidedAt, marks } = value;
  return { ...map(entries, range, marks), decidedAt, typed: false };
}

function convertAttribute(value: Value, name: string, attribute: ObjectAttribute, scope: Scope): Value {
  const { type, optional, absent } = attribute;
  const isMissing = value.kind === 'map' && !value.entries.has(name) && value.rest === undefined;
  if (isMissing && !optional) return refused(value);
  const written = isMissing ? scalar(null, value.range) : attributeIn(value, name, scope);
  const chosen = optional && absent !== undefined && isNull(written) ? scope.evaluate(absent) : written;
  return convertTo(chosen, type, scope);
}

function attributeIn(value: Value, name: string, scope: Scope): Value {
  const entry = value.kind === 'map' ? value.entries.get(name) : undefined;
  if (entry !== undefined) return entry;
  return value.range === undefined ? refused(value) : attributeOf(value, name, value.range, scope);
}

function refused(value: Value): Value {
  const because = 'The value is not of the type that the variable states.';
  const reason = { code: 'invalid' as const, subject: 'a value of another type', cure: because };
  if (value.range !== undefined) return invalid(because, value.range);
  return {
    kind: 'unknown',
    symbol: { key: 'invalid(type)', reason },
    range: undefined,
    decidedAt: undefined,
    marks: value.marks,
  };
}
