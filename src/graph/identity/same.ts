/** Whether two values of documents are the same thing: texts compare, symbols equal themselves, all else is unknown. */
import { ReferenceLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { and, truthOf, type Truth } from '../../core/truth.ts';
import type { Scalar } from '../../core/value.ts';

/** Undefined on both sides is the same (no Region, no Region); undefined on one side is not. */
export function same(left: Document | undefined, right: Document | undefined): Truth {
  if (left === undefined || right === undefined) return truthOf(left === right);
  const leftKey = identityKey(left);
  const rightKey = identityKey(right);
  if (leftKey !== undefined && leftKey === rightKey) return 'yes';
  return isPlain(left) && isPlain(right) ? truthOf(left === right) : 'unknown';
}

/** Region and account agree. An account that is not stated anywhere is one and the same. */
export function samePlace(
  left: { readonly region: Document | undefined; readonly account: Document | undefined },
  right: { readonly region: Document | undefined; readonly account: Document | undefined },
): Truth {
  return and(same(left.region, right.region), same(left.account, right.account));
}

function isPlain(value: Document): value is Scalar {
  return value === null || typeof value !== 'object';
}

/** A text that is equal exactly for values that are certainly equal; undefined for lists and maps. */
export function identityKey(value: Document): string | undefined {
  if (isPlain(value)) return `=${String(value)}`;
  if (value instanceof UnknownLeaf) return `?${value.symbol().key}`;
  if (value instanceof ReferenceLeaf) return `@${value.value().resource}.${value.value().attribute}`;
  if (!(value instanceof TemplateLeaf)) return undefined;
  const parts = value.value().parts.map((part) => {
    if (typeof part === 'string') return `=${part}`;
    return part.kind === 'unknown' ? `?${part.symbol.key}` : `@${part.resource}.${part.attribute}`;
  });
  return parts.join('|');
}
