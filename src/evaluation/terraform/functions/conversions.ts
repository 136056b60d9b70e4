/** Type conversions and marks. https://developer.hashicorp.com/terraform/language/functions */
import { scalar, type Value } from '../../../core/value.ts';
import { setOf } from '../values/collections.ts';
import { convertScalar, isNull, type ScalarType } from '../values/convert.ts';
import { marked, placedAt } from '../values/places.ts';
import { invalid } from '../values/symbols.ts';
import { takesOne, type Call, type FunctionTable, type TerraformFunction } from './function.ts';
import { anything, listOrSet } from './parameters.ts';

export const conversionFunctions: FunctionTable = {
  issensitive: aboutMarks((value, call) => scalar(value.marks.sensitive, call.range)),
  nonsensitive: aboutMarks((value, call) => placedAt(withoutSensitive(value), call.range)),
  sensitive: takesOne(anything, (value) => marked(value, { sensitive: true, via: [], perDeployment: false })),
  tobool: toScalar('bool'),
  tolist: takesOne(anything, (value) => {
    if (isOpen(value)) return value;
    return value.kind === 'list' ? { ...value, set: false } : undefined;
  }),
  tomap: takesOne(anything, (value) => (value.kind === 'map' || isOpen(value) || isNull(value) ? value : undefined)),
  tonumber: toScalar('number'),
  toset: takesOne(listOrSet, (value) => ({ ...setOf(value.items), range: value.range, decidedAt: value.decidedAt })),
  tostring: toScalar('string'),
};

/** Asks about marks or takes them off: the result does not inherit those of the argument. */
function aboutMarks(make: (value: Value, call: Call) => Value): TerraformFunction {
  return {
    apply: ([value, ...others], call) =>
      value === undefined || others.length > 0
        ? invalid(`${call.name}() takes one argument.`, call.range)
        : make(value, call),
  };
}

/** What is not known stays what it is, for the conversion does not change what it stands for. */
function toScalar(type: ScalarType): TerraformFunction {
  return takesOne(anything, (value) => {
    if (isOpen(value)) return value;
    return value.kind === 'scalar' ? convertScalar(value, type) : undefined;
  });
}

function isOpen(value: Value): boolean {
  return value.kind === 'unknown' || value.kind === 'reference' || value.kind === 'template';
}

function withoutSensitive(value: Value): Value {
  const plain = { ...value, marks: { ...value.marks, sensitive: false } };
  if (plain.kind === 'list') return { ...plain, items: plain.items.map((item) => withoutSensitive(item)) };
  if (plain.kind !== 'map') return plain;
  return {
    ...plain,
    entries: new Map([...plain.entries].map(([key, entry]) => [key, withoutSensitive(entry)] as const)),
  };
}
