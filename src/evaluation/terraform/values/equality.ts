/**
 * Terraform's `==` in three values: the same symbol equals itself, nothing unknown is guessed.
 *
 * https://developer.hashicorp.com/terraform/language/expressions/operators#equality-operators
 */
import { and, truthOf, type Truth } from '../../../core/truth.ts';
import type { ListValue, MapValue, Scalar, TemplateValue, Value } from '../../../core/value.ts';
import { isWhollyKnown } from './summary.ts';
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
  const isOpen = left.kind === right.kind || left.kind === 'reference' || right.kind === 'reference';
  return isOpen ? sameIdentity(left, right) : otherType(left, right);
}

function sameIdentity(left: Value, right: Value): Truth {
  return left.kind === right.kind && keyOf(left) === keyOf(right) ? 'yes' : 'unknown';
}

/** Only what is no longer there has an empty id. */
// https://developer.hashicorp.com/terraform/plugin/sdkv2/resources
const neverEmpty: ReadonlySet<string> = new Set(['id', 'arn']);

/** A reference, a template, a list or a map is surely not null. */
function equalsScalar(value: Value, scalar: Scalar): Truth {
  if (scalar === null) return 'no';
  if (value.kind === 'reference') return scalar === '' && neverEmpty.has(value.attribute) ? 'no' : 'unknown';
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
  const contents = left.set && right.set ? equalSets(left, right) : equalItems(left.items, right.items);
  return left.set === right.set ? ofOneType(contents, left, right) : contents === 'no' ? 'no' : otherType(left, right);
}

/** A list never equals a tuple, nor a map an object: `var.zones == []` is false of an empty list. */
function ofOneType(contents: Truth, left: ListValue | MapValue, right: ListValue | MapValue): Truth {
  if (contents === 'no' || left.typed === right.typed) return contents;
  return left.typed === undefined || right.typed === undefined ? 'unknown' : otherType(left, right);
}

/** What came through a resource has the type of its schema, not that of what was written. */
function otherType(left: Value, right: Value): Truth {
  return left.marks.via.length > 0 || right.marks.via.length > 0 ? 'unknown' : 'no';
}

function equalItems(left: readonly Value[], right: readonly Value[]): Truth {
  if (left.length !== right.length) return 'no';
  return and(
    ...left.map((item, index) => {
      const other = right[index];
      return other === undefined ? 'no' : equals(item, other);
    }),
  );
}

function equalSets(left: ListValue, right: ListValue): Truth {
  if (keyOf(left) === keyOf(right)) return 'yes';
  const lacks = (items: readonly Value[], others: readonly Value[]): boolean =>
    items.some((item) => others.every((other) => equals(item, other) === 'no'));
  if (lacks(left.items, right.items) || lacks(right.items, left.items)) return 'no';
  return isWhollyKnown(left) && isWhollyKnown(right) ? 'no' : 'unknown';
}

function equalMaps(left: MapValue, right: MapValue): Truth {
  return ofOneType(equalEntries(left, right), left, right);
}

function equalEntries(left: MapValue, right: MapValue): Truth {
  if (keyOf(left) === keyOf(right)) return 'yes';
  const isOpen = left.rest !== undefined || right.rest !== undefined;
  if (left.entries.size !== right.entries.size && !isOpen) return 'no';
  const pairs = [...left.entries].map(([key, value]): Truth => {
    const other = right.entries.get(key);
    return other === undefined ? (right.rest === undefined ? 'no' : 'unknown') : equals(value, other);
  });
  return isOpen ? and('unknown', ...pairs) : and(...pairs);
}
