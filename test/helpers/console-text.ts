/** Values as `terraform console` prints them, on one line: what is a list, a set, a map or an object shows. */
import { assertNever } from '../../src/core/assert-never.ts';
import type { ListValue, MapValue, Value } from '../../src/core/value.ts';
import { sortedEntries } from '../../src/evaluation/terraform/values/collections.ts';
import { toText } from '../../src/evaluation/terraform/values/convert.ts';

/** `refused` for what Terraform would refuse, `(unknown)` for what is not known. */
export function consoleText(value: Value): string {
  if (value.marks.sensitive) return '(sensitive value)';
  switch (value.kind) {
    case 'scalar':
      return typeof value.value === 'string' ? JSON.stringify(value.value) : (toText(value) ?? 'null');
    case 'list':
      return listText(value);
    case 'map':
      return mapText(value);
    case 'unknown':
      return value.symbol.reason.code === 'invalid' ? 'refused' : '(unknown)';
    case 'reference':
    case 'template':
      return '(unknown)';
    default:
      return assertNever(value);
  }
}

function listText({ items, set, typed }: ListValue): string {
  const inside = items.map((item) => `${consoleText(item)}, `).join('');
  const text = items.length === 0 ? '[]' : `[ ${inside}]`;
  if (set) return `toset(${text})`;
  return typed === true ? `tolist(${text})` : text;
}

function mapText(map: MapValue): string {
  const inside = sortedEntries(map).map(([key, entry]) => `${JSON.stringify(key)} = ${consoleText(entry)} `);
  const text = inside.length === 0 ? '{}' : `{ ${inside.join('')}}`;
  return map.typed === true ? `tomap(${text})` : text;
}
