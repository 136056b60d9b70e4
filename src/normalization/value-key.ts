/** A text for a value that is equal for values which are certainly equal, and for no others. */
import { assertNever } from '../core/assert-never.ts';
import type { Value } from '../core/value.ts';

export function valueKey(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'reference':
      return `&${value.resource}.${value.attribute}`;
    case 'unknown':
      return `?${value.symbol.key}`;
    case 'template':
      return value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : valueKey(part))).join('+');
    case 'list':
      return `[${value.items.map((item) => valueKey(item)).join()}]`;
    case 'map':
      return `{${[...value.entries].map(([key, member]) => `${JSON.stringify(key)}:${valueKey(member)}`).join()}}`;
    default:
      return assertNever(value);
  }
}
