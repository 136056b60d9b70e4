/** The kinds of arguments that functions take. */
import {
  scalar,
  type ListValue,
  type MapValue,
  type ScalarValue,
  type TemplateValue,
  type Value,
} from '../../../core/value.ts';
import { isNull, toNumber, toText } from '../values/convert.ts';
import { isWhollyKnown } from '../values/summary.ts';

export interface Parameter<T> {
  /** Too little of the argument is known. */
  isOpen(value: Value): boolean;
  /** What the function works on; undefined when Terraform would refuse it. The argument is absent when it was left out. */
  read(value: Value | undefined): T | undefined;
}

export const text: Parameter<string> = ofScalar(toText);
export const number: Parameter<number> = ofScalar(toNumber);

/** Text of which perhaps only the ends are known. */
export const partialText: Parameter<ScalarValue | TemplateValue> = {
  isOpen: (value) => value.kind === 'unknown' || value.kind === 'reference',
  read: (value) => {
    if (value?.kind === 'template') return value;
    const read = value === undefined ? undefined : toText(value);
    return read === undefined ? undefined : scalar(read);
  },
};

export const integer: Parameter<number> = ofScalar((value) => {
  const read = toNumber(value);
  return read !== undefined && Number.isInteger(read) ? read : undefined;
});

/** Any value, known or not. */
export const anything: Parameter<Value> = { isOpen: () => false, read: (value) => value };

/** Any value with nothing unknown in it. */
export const known: Parameter<Value> = { isOpen: (value) => !isWhollyKnown(value), read: (value) => value };

/** A list or set; its items may be unknown. */
export const items: Parameter<readonly Value[]> = {
  isOpen: isOpenCollection,
  read: (value) => (value?.kind === 'list' ? value.items : undefined),
};

/** A list or set that keeps saying which of the two it is. */
export const listOrSet: Parameter<ListValue> = {
  isOpen: isOpenCollection,
  read: (value) => (value?.kind === 'list' ? value : undefined),
};

/** A map or object; its values may be unknown. */
export const entries: Parameter<MapValue> = {
  isOpen: isOpenCollection,
  read: (value) => (value?.kind === 'map' ? value : undefined),
};

/** A list of texts, all known. */
export const texts: Parameter<readonly string[]> = listOf(toText);
/** A list of numbers, all known. */
export const numbers: Parameter<readonly number[]> = listOf(toNumber);

/** The same, or `absent` when the argument is left out. */
export function optional<T>(parameter: Parameter<T>, absent: T): Parameter<T> {
  return {
    isOpen: (value) => parameter.isOpen(value),
    read: (value) => (value === undefined ? absent : parameter.read(value)),
  };
}

function isOpenCollection(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'reference' || (value.kind === 'map' && value.rest !== undefined);
}

function ofScalar<T>(convert: (value: Value) => T | undefined): Parameter<T> {
  return {
    isOpen: (value) => value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template',
    read: (value) => (value === undefined || isNull(value) ? undefined : convert(value)),
  };
}

function listOf<T>(convert: (value: Value) => T | undefined): Parameter<readonly T[]> {
  return {
    isOpen: (value) => !isWhollyKnown(value),
    read: (value) => {
      if (value?.kind !== 'list') return undefined;
      const converted = value.items.map((item) => convert(item)).filter((item) => item !== undefined);
      return converted.length === value.items.length ? converted : undefined;
    },
  };
}
