/** Type conversions and marks. https://developer.hashicorp.com/terraform/language/functions */
import { list, map, scalar, type Value } from '../../../core/value.ts';
import { setOf, withEntries, withItems } from '../values/collections.ts';
import { convertScalar, isNull, type ScalarType } from '../values/convert.ts';
import { marked, placedAt } from '../values/places.ts';
import { derived, invalid, keyOf } from '../values/symbols.ts';
import {
  refuse,
  takesOne,
  unknownCall,
  unmixed,
  type Call,
  type FunctionTable,
  type Result,
  type TerraformFunction,
} from './function.ts';
import { anything, hasUnknownLength } from './parameters.ts';
import { isRefusal, unified } from './unify.ts';

export const conversionFunctions: FunctionTable = {
  ephemeralasnull: takesOne(anything, withoutEphemeral),
  issensitive: aboutMarks((value, call) => {
    if (value.marks.sensitive) return scalar(true, call.range);
    // What is not known may turn out to be a secret.
    if (value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template')
      return derived(`issensitive(${keyOf(value)})`, [value], call.range);
    return scalar(false, call.range);
  }),
  nonsensitive: aboutMarks((value, call) => placedAt(withoutSensitive(value), call.range)),
  sensitive: takesOne(anything, (value) => marked(value, { sensitive: true, via: [], perDeployment: false })),
  tobool: toScalar('bool', 'a boolean'),
  tolist: toCollection('a list', listOf),
  tomap: toCollection('a map', mapOf),
  tonumber: toScalar('number', 'a number'),
  toset: toCollection('a set', setFrom),
  tostring: toScalar('string', 'a text'),
  // https://developer.hashicorp.com/terraform/language/functions/type
  type: takesOne(anything, () => refuse('type() works in `terraform console` only.')),
};

/**
 * What is written in the call is not ephemeral; of what comes from elsewhere it is not tracked.
 *
 * https://developer.hashicorp.com/terraform/language/functions/ephemeralasnull
 */
function withoutEphemeral(value: Value, call: Call): Result {
  const isWrittenHere = value.kind !== 'unknown' && value.kind !== 'reference' && value.decidedAt === undefined;
  return isWrittenHere && value.marks.via.length === 0 ? unmixed(value) : unknownCall([value], call);
}

/** Asks about marks or takes them off: the result does not inherit those of the argument. */
function aboutMarks(make: (value: Value, call: Call) => Value): TerraformFunction {
  return {
    apply: ([value, ...others], call) =>
      value === undefined || others.length > 0
        ? invalid(`${call.name}() takes one argument, not ${value === undefined ? 0 : others.length + 1}.`, call.range)
        : make(value, call),
  };
}

/** What is not known stays what it is, for the conversion does not change what it stands for. */
function toScalar(type: ScalarType, name: string): TerraformFunction {
  return takesOne(anything, (value) => {
    if (isNull(value) || value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template')
      return value;
    const converted = value.kind === 'scalar' ? convertScalar(value, type) : undefined;
    return converted ?? refuse(`This can not be converted to ${name}.`);
  });
}

function toCollection(name: string, convert: (value: Value, call: Call) => Result | undefined): TerraformFunction {
  return takesOne(anything, (value, call) => {
    if (isNull(value)) return value;
    // As a set it has other items, or their number is another.
    if (value.kind === 'unknown' || value.kind === 'reference')
      return call.name === 'toset' ? unknownCall([value], call) : value;
    return convert(value, call) ?? refuse(`This can not be converted to ${name}.`);
  });
}

function listOf(value: Value, call: Call): Result | undefined {
  if (value.kind !== 'list') return undefined;
  if (hasUnknownLength(value)) return unknownCall([value], call);
  const items = unified(value.items, call);
  if (isRefusal(items)) return items;
  return unmixed(withItems(value, items, 'list'));
}

function setFrom(value: Value, call: Call): Result | undefined {
  const items = value.kind === 'list' ? unified(value.items, call) : undefined;
  if (items === undefined || isRefusal(items)) return items;
  return unmixed({ ...setOf(items), range: value.range, decidedAt: value.decidedAt });
}

function mapOf(value: Value, call: Call): Result | undefined {
  if (value.kind !== 'map') return undefined;
  const items = unified([...value.entries.values()], call);
  if (isRefusal(items)) return items;
  const entries = new Map([...value.entries].map(([key, entry], at) => [key, items[at] ?? entry] as const));
  return unmixed(withEntries(value, entries, 'map'));
}

/** A secret as a whole becomes public with all that is in it; secrets inside something public stay secret. */
function withoutSensitive(value: Value): Value {
  if (!value.marks.sensitive) return value;
  const marks = { ...value.marks, sensitive: false };
  if (value.kind === 'list') {
    const items = value.items.map((item) => withoutSensitive(item));
    return { ...list(items, value.range, marks), set: value.set, decidedAt: value.decidedAt };
  }
  if (value.kind !== 'map') return { ...value, marks };
  const entries = [...value.entries].map(([key, entry]) => [key, withoutSensitive(entry)] as const);
  const open = value.rest === undefined ? {} : { rest: value.rest };
  return { ...map(new Map(entries), value.range, marks), ...open, decidedAt: value.decidedAt };
}
