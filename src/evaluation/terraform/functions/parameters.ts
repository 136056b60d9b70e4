/** The kinds of arguments that functions take. */
import type { ListValue, MapValue, ScalarValue, TemplateValue, Value } from '../../../core/value.ts';
import { isNull, toText } from '../values/convert.ts';
import { numberOf, wholePart, isWhole, type TerraformNumber } from '../values/numbers.ts';
import { isWhollyKnown } from '../values/summary.ts';

export interface Parameter<T> {
  /** What Terraform would accept, after "must be". */
  readonly expected: string;
  /** Too little of the argument is known. */
  isOpen(value: Value): boolean;
  /** What the function works on; undefined when Terraform would refuse it. The argument is absent when it was left out. */
  read(value: Value | undefined): T | undefined;
}

export const text: Parameter<string> = ofScalar('a text', toText);
/** Text that is written as such: no number that would be converted. */
export const properText: Parameter<string> = ofScalar('a text', ({ value }) =>
  typeof value === 'string' ? value : undefined,
);
export const number: Parameter<TerraformNumber> = ofScalar('a number', numberOf);

/** Whole numbers that JavaScript keeps exactly: counts, positions, widths. */
export const integer: Parameter<number> = ofScalar('a whole number', (value) => {
  const read = numberOf(value);
  return typeof read === 'number' && Number.isSafeInteger(read) ? read : undefined;
});

/** Whole numbers of any size. */
export const wideInteger: Parameter<bigint> = ofScalar('a whole number', (value) => {
  const read = numberOf(value);
  return read !== undefined && isWhole(read) ? wholePart(read) : undefined;
});

/** Text of which perhaps only some parts are known. */
export const partialText: Parameter<string | TemplateValue> = {
  expected: 'a text',
  isOpen: (value) => value.kind === 'unknown' || value.kind === 'reference',
  read: (value) => (value?.kind === 'template' ? value : value === undefined ? undefined : toText(value)),
};

/** A text, a number or a boolean that becomes part of a text; it may be unknown. */
export const textPart: Parameter<Value> = {
  expected: 'a text',
  isOpen: () => false,
  read: (value) => (value?.kind === 'list' || value?.kind === 'map' || isAbsent(value) ? undefined : value),
};

/** Any value, known or not, null too. */
export const anything: Parameter<Value> = { expected: 'a value', isOpen: () => false, read: (value) => value };

/** Any value but null, known or not. */
export const something: Parameter<Value> = {
  expected: 'a value',
  isOpen: () => false,
  read: (value) => (isAbsent(value) ? undefined : value),
};

/** Any value with nothing unknown in it. */
export const known: Parameter<Value> = {
  expected: 'a value',
  isOpen: (value) => !isWhollyKnown(value),
  read: (value) => value,
};

/** A list or set; its items may be unknown. */
export const listOrSet: Parameter<ListValue> = {
  expected: 'a list or a set',
  isOpen: isOpenCollection,
  read: (value) => (value?.kind === 'list' ? value : undefined),
};

/** The items of a list or set; they may be unknown. */
export const items: Parameter<readonly Value[]> = { ...listOrSet, read: (value) => listOrSet.read(value)?.items };

/** Two unknown items of a set may be one, and their order is not known either. */
export function hasUnknownLength(value: ListValue): boolean {
  return value.set && value.items.length > 1 && !isWhollyKnown(value);
}

/** The items of a list or set of which number and order are known; they may be unknown. */
export const orderedItems: Parameter<readonly Value[]> = {
  ...items,
  isOpen: (value) => items.isOpen(value) || (value.kind === 'list' && hasUnknownLength(value)),
};

/** The items of a list, which unlike those of a set have an order; they may be unknown. */
export const listItems: Parameter<readonly Value[]> = {
  expected: 'a list',
  isOpen: isOpenCollection,
  read: (value) => (value?.kind === 'list' && !value.set ? value.items : undefined),
};

/** A map or object; its values may be unknown, and which entries it has. */
export const partialEntries: Parameter<MapValue> = {
  expected: 'a map or an object',
  isOpen: (value) => value.kind === 'unknown' || value.kind === 'reference',
  read: (value) => (value?.kind === 'map' ? value : undefined),
};

/** A map or object of which all entries are known; their values may be unknown. */
export const entries: Parameter<MapValue> = { ...partialEntries, isOpen: isOpenCollection };

/** A list of texts, all known. */
export const texts: Parameter<readonly string[]> = {
  expected: 'a list of texts',
  isOpen: (value) => isOpenCollection(value) || (value.kind === 'list' && !isWhollyKnown(value)),
  read: (value) => {
    if (value?.kind !== 'list') return undefined;
    const converted = value.items.map((item) => toText(item)).filter((item) => item !== undefined);
    return converted.length === value.items.length ? converted : undefined;
  },
};

/** The same, or `absent` when the argument is left out. */
export function optional<T>(parameter: Parameter<T>, absent: T): Parameter<T> {
  return { ...parameter, read: (value) => (value === undefined ? absent : parameter.read(value)) };
}

function isAbsent(value: Value | undefined): boolean {
  return value === undefined || isNull(value);
}

function isOpenCollection(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'reference' || (value.kind === 'map' && value.rest !== undefined);
}

function ofScalar<T>(expected: string, convert: (value: ScalarValue) => T | undefined): Parameter<T> {
  return {
    expected,
    isOpen: (value) => value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template',
    read: (value) => (value?.kind === 'scalar' && !isNull(value) ? convert(value) : undefined),
  };
}
