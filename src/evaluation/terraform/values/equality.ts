/** Terraform's `==` in three values: the same symbol equals itself, nothing unknown is guessed. */
import { and, truthOf, type Truth } from '../../../core/truth.ts';
import type { ListValue, MapValue, Scalar, TemplateValue, Value } from '../../../core/value.ts';
import { keyOf } from './symbols.ts';

export function equals(left: Value, right: Value): Truth {
  if (left.kind === 'unknown' || right.kind === 'unknown') return sameIdentity(left, right);
  if (left.kind === 'scalar' && right.kind === 'scalar') {
    return truthOf(left.value === right.value && left.exact === right.exact);
  }
  if (left.kind === 'scalar') return equalsScalar(right, left.value);
  if (right.kind === 'scalar') return equalsScalar(left, right.value);
  return equalsOfOneKind(left, right);
}

function equalsOfOneKind(left: Value, right: Value): Truth {
  if (left.kind === 'list' && right.kind === 'list') return equalLists(left, right);
  if (left.kind === 'map' && right.kind === 'map') return equalMaps(left, right);
  if (left.kind === 'template' && right.kind === 'template' && endsDiffer(left, right)) return 'no';
  return sameIdentity(left, right);
}

function sameIdentity(left: Value, right: Value): Truth {
  return left.kind === right.kind && keyOf(left) === keyOf(right) ? 'yes' : 'unknown';
}

/** A reference, a template, a list or a map is surely not null. */
function equalsScalar(value: Value, scalar: Scalar): Truth {
  if (scalar === null) return 'no';
  if (value.kind === 'reference') return 'unknown';
  if (value.kind !== 'template') return 'no';
  return typeof scalar === 'string' && mayBe(value, scalar) ? 'unknown' : 'no';
}

function mayBe(template: TemplateValue, text: string): boolean {
  const head = headOf(template);
  const tail = tailOf(template);
  return text.length >= head.length + tail.length && text.startsWith(head) && text.endsWith(tail);
}

function endsDiffer(left: TemplateValue, right: TemplateValue): boolean {
  const [leftHead, rightHead] = [headOf(left), headOf(right)];
  const [leftTail, rightTail] = [tailOf(left), tailOf(right)];
  const heads = Math.min(leftHead.length, rightHead.length);
  const tails = Math.min(leftTail.length, rightTail.length);
  return (
    leftHead.slice(0, heads) !== rightHead.slice(0, heads) ||
    leftTail.slice(leftTail.length - tails) !== rightTail.slice(rightTail.length - tails)
  );
}

/** The known text that a template surely starts with. */
export function headOf(template: TemplateValue): string {
  const first = template.parts[0];
  return typeof first === 'string' ? first : '';
}

/** The known text that a template surely ends with. */
export function tailOf(template: TemplateValue): string {
  const last = template.parts.at(-1);
  return typeof last === 'string' ? last : '';
}

function equalLists(left: ListValue, right: ListValue): Truth {
  if (keyOf(left) === keyOf(right)) return 'yes';
  if (left.set !== right.set) return 'no';
  if (left.items.length !== right.items.length) return left.set ? 'unknown' : 'no';
  const pairs = left.items.map((item, index) => {
    const other = right.items[index];
    return other === undefined ? 'no' : equals(item, other);
  });
  const pairwise = and(...pairs);
  return left.set && pairwise === 'no' && pairs.includes('unknown') ? 'unknown' : pairwise;
}

function equalMaps(left: MapValue, right: MapValue): Truth {
  if (keyOf(left) === keyOf(right)) return 'yes';
  if (left.rest !== undefined || right.rest !== undefined) return 'unknown';
  if (left.entries.size !== right.entries.size) return 'no';
  return and(
    ...[...left.entries].map(([key, value]) => {
      const other = right.entries.get(key);
      return other === undefined ? 'no' : equals(value, other);
    }),
  );
}
