/** The common type of values: what Terraform converts them to before it puts them into one list, set or map. */
import type { Value } from '../../../core/value.ts';
import { convertTo } from '../variables/type-constraints.ts';
import { isInvalid } from '../values/symbols.ts';
import { typeOf, unifyTypes } from '../values/types.ts';
import { refuse, type Call, type Refusal } from './function.ts';

/** The values as of one type: beside a text, numbers and booleans become texts. What is not known stays as it is. */
export function unified(values: readonly Value[], { scope }: Call): readonly Value[] | Refusal {
  const type = unifyTypes(values.map((value) => typeOf(value)));
  if (type === undefined) {
    // What is not known may be a text, and numbers and booleans have that in common.
    const isOpen = values.some((value) => value.kind === 'unknown' || value.kind === 'reference');
    return isOpen ? values : ofDifferentTypes;
  }
  const converted = values.map((value) => convertTo(value, type, scope));
  return converted.some((value) => isInvalid(value)) ? ofDifferentTypes : converted;
}

const ofDifferentTypes: Refusal = refuse('All items must be of one type.');

export function isRefusal(result: readonly unknown[] | Refusal): result is Refusal {
  return 'kind' in result;
}
