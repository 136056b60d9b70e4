/** The common type of values: what Terraform converts them to before it puts them into one list, set or map. */
import type { Value } from '../../../core/value.ts';
import { convertScalar, isNull } from '../values/convert.ts';
import { refuse, type Refusal } from './function.ts';

type Shape = 'string' | 'number' | 'bool' | 'list' | 'map';

/**
 * The values as of one type: beside a text, numbers and booleans become texts. What is not known stays as it is, and so
 * does the inside of lists and maps.
 *
 * https://developer.hashicorp.com/terraform/language/expressions/type-constraints#conversion-of-complex-types
 */
export function unified(values: readonly Value[]): readonly Value[] | Refusal {
  const shapes = new Set(values.map((value) => shapeOf(value)));
  shapes.delete(undefined);
  if (shapes.size <= 1) return values;
  const isText = shapes.has('string') && !shapes.has('list') && !shapes.has('map');
  if (!isText) return refuse('All items must be of one type.');
  return values.map((value) => (value.kind === 'scalar' ? (convertScalar(value, 'string') ?? value) : value));
}

export function isRefusal(result: readonly unknown[] | Refusal): result is Refusal {
  return 'kind' in result;
}

/** Undefined for what may be of any type. */
function shapeOf(value: Value): Shape | undefined {
  if (value.kind === 'list' || value.kind === 'map') return value.kind;
  if (value.kind === 'template') return 'string';
  if (value.kind !== 'scalar' || isNull(value)) return undefined;
  if (typeof value.value === 'number') return 'number';
  return typeof value.value === 'boolean' ? 'bool' : 'string';
}
