/**
 * Terraform's types: which one a value has, and the one that several values can all be converted to.
 *
 * https://github.com/zclconf/go-cty/blob/main/cty/convert/unify.go
 */
import { assertNever } from '../../../core/assert-never.ts';
import type { ListValue, MapValue, Value } from '../../../core/value.ts';
import type { Expression } from '../../../loaders/hcl/ast.ts';
import type { ScalarType } from './convert.ts';

/** As a variable states it, or as a value has it; `any` is also that of null and of what is not known. */
export type TypeConstraint =
  | { readonly kind: 'any' }
  | { readonly kind: 'scalar'; readonly type: ScalarType }
  | { readonly kind: 'list' | 'set'; readonly item: TypeConstraint }
  | { readonly kind: 'map'; readonly item: TypeConstraint }
  | { readonly kind: 'tuple'; readonly items: readonly TypeConstraint[] }
  | { readonly kind: 'object'; readonly attributes: ReadonlyMap<string, ObjectAttribute> };

export interface ObjectAttribute {
  readonly type: TypeConstraint;
  readonly optional: boolean;
  readonly absent: Expression | undefined;
}

export const anyType: TypeConstraint = { kind: 'any' };

const scalarTypes = {
  string: { kind: 'scalar', type: 'string' },
  number: { kind: 'scalar', type: 'number' },
  boolean: { kind: 'scalar', type: 'bool' },
} as const satisfies Record<string, TypeConstraint>;

export function typeOf(value: Value): TypeConstraint {
  switch (value.kind) {
    case 'scalar':
      return typeOfScalar(value.value);
    case 'template':
      return scalarTypes.string;
    case 'list':
      return typeOfList(value);
    case 'map':
      return typeOfMap(value);
    case 'reference':
    case 'unknown':
      return anyType;
    default:
      return assertNever(value);
  }
}

function typeOfScalar(value: string | number | boolean | null): TypeConstraint {
  if (typeof value === 'string') return scalarTypes.string;
  if (typeof value === 'number') return scalarTypes.number;
  return value === null ? anyType : scalarTypes.boolean;
}

/** Of what does not say whether it is a list or a tuple, the type is not known. */
function typeOfList({ items, set, typed }: ListValue): TypeConstraint {
  if (!set && typed === undefined) return anyType;
  const types = items.map((item) => typeOf(item));
  if (!set && typed === false) return { kind: 'tuple', items: types };
  return { kind: set ? 'set' : 'list', item: unifyTypes(types) ?? anyType };
}

function typeOfMap({ entries, typed, rest }: MapValue): TypeConstraint {
  if (typed === undefined || rest !== undefined) return anyType;
  const types = [...entries].map(([name, entry]) => [name, typeOf(entry)] as const);
  if (!typed) return objectOf(types);
  return { kind: 'map', item: unifyTypes(types.map(([, type]) => type)) ?? anyType };
}

function objectOf(types: Iterable<readonly [string, TypeConstraint]>): TypeConstraint {
  const attributes = new Map<string, ObjectAttribute>();
  for (const [name, type] of types) attributes.set(name, { type, optional: false, absent: undefined });
  return { kind: 'object', attributes };
}

/** The type that values of all these can be converted to; undefined where Terraform finds none. */
export function unifyTypes(types: readonly TypeConstraint[]): TypeConstraint | undefined {
  const known = types.filter(({ kind }) => kind !== 'any');
  const [first] = known;
  if (first === undefined) return anyType;
  const kinds = new Set(known.map(({ kind }) => kind));
  if (kinds.has('scalar')) return kinds.size === 1 ? unifyScalars(known) : undefined;
  // What it will be depends on those that are not known.
  if (known.length < types.length) return anyType;
  if (isAmong(kinds, ['tuple'])) return unifyTuples(known);
  if (isAmong(kinds, ['object'])) return unifyObjects(known);
  if (isAmong(kinds, ['map', 'object'])) return collectionOf('map', itemTypes(known));
  if (isAmong(kinds, ['set', 'tuple'])) return collectionOf('set', itemTypes(known));
  const isList = isAmong(kinds, ['list', 'tuple']) || isAmong(kinds, ['list', 'set']);
  return isList ? collectionOf('list', itemTypes(known)) : undefined;
}

function isAmong(kinds: ReadonlySet<string>, allowed: readonly string[]): boolean {
  return [...kinds].every((kind) => allowed.includes(kind));
}

/** Anything can become text, but a boolean no number. */
function unifyScalars(types: readonly TypeConstraint[]): TypeConstraint | undefined {
  const names = new Set(types.flatMap((type) => (type.kind === 'scalar' ? [type.type] : [])));
  return names.size === 1 ? types[0] : names.has('string') ? scalarTypes.string : undefined;
}

/** Of one length they stay tuples; else they become lists. */
function unifyTuples(types: readonly TypeConstraint[]): TypeConstraint | undefined {
  const tuples = types.map((type) => (type.kind === 'tuple' ? type.items : []));
  const [first = []] = tuples;
  if (tuples.some((items) => items.length !== first.length)) return collectionOf('list', tuples.flat());
  const items = first.map((_, at) => unifyTypes(tuples.map((tuple) => tuple[at] ?? anyType)));
  return items.every((item) => item !== undefined) ? { kind: 'tuple', items } : undefined;
}

/** With the same attributes they stay objects; else they become maps. */
function unifyObjects(types: readonly TypeConstraint[]): TypeConstraint | undefined {
  const objects = types.flatMap((type) => (type.kind === 'object' ? [type.attributes] : []));
  const names = new Set(objects.flatMap((attributes) => [...attributes.keys()]));
  if (objects.some((attributes) => attributes.size !== names.size)) return collectionOf('map', itemTypes(types));
  const unified: [string, TypeConstraint][] = [];
  for (const name of names) {
    const type = unifyTypes(objects.map((attributes) => attributes.get(name)?.type ?? anyType));
    if (type === undefined) return undefined;
    unified.push([name, type]);
  }
  return objectOf(unified);
}

function collectionOf(kind: 'list' | 'set' | 'map', items: readonly TypeConstraint[]): TypeConstraint | undefined {
  const item = unifyTypes(items);
  return item === undefined ? undefined : { kind, item };
}

function itemTypes(types: readonly TypeConstraint[]): readonly TypeConstraint[] {
  return types.flatMap((type) => {
    switch (type.kind) {
      case 'list':
      case 'set':
      case 'map':
        // Of an empty one the type of the items is not known here, and changes nothing.
        return type.item.kind === 'any' ? [] : [type.item];
      case 'tuple':
        return type.items;
      case 'object':
        return [...type.attributes.values()].map((attribute) => attribute.type);
      case 'any':
      case 'scalar':
        return [];
      default:
        return assertNever(type);
    }
  });
}
