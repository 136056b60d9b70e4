/** A text for a value that is equal for values which are certainly equal, and for no others. */
import { assertNever } from '../core/assert-never.ts';
import type { Value } from '../core/value.ts';

/** Values are shared in memory and may unfold without end: beyond this there is no key. */
const mostValues = 10_000;

interface Budget {
  left: number;
}

/** Undefined when the value is too large to compare. */
export function valueKey(value: Value): string | undefined {
  const budget = { left: mostValues };
  const key = keyOf(value, budget);
  return budget.left < 0 ? undefined : key;
}

function keyOf(value: Value, budget: Budget): string {
  budget.left -= 1;
  if (budget.left < 0) return '';
  switch (value.kind) {
    case 'scalar':
      return JSON.stringify(value.value);
    case 'reference':
      return `&${value.resource}.${value.attribute}`;
    case 'unknown':
      return `?${value.symbol.key}`;
    case 'template':
      return value.parts
        .map((part) => (typeof part === 'string' ? JSON.stringify(part) : keyOf(part, budget)))
        .join('+');
    case 'list':
      return `[${keysOf(value.items, budget).join()}]`;
    case 'map':
      return `{${[...value.entries.keys()].map((key) => JSON.stringify(key)).join()}:${keysOf([...value.entries.values()], budget).join()}}`;
    default:
      return assertNever(value);
  }
}

function keysOf(values: readonly Value[], budget: Budget): readonly string[] {
  const keys: string[] = [];
  for (const value of values) {
    if (budget.left < 0) break;
    keys.push(keyOf(value, budget));
  }
  return keys;
}
