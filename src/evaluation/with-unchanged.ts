/**
 * A deployment that is evaluated again: what comes out as it was before is the earlier object, so that who has read it once
 * can tell that it need not be read again.
 */
import type { DeclaredResource } from './declared-resource.ts';

/** Values of one resource that are compared; values are shared in memory, and a hostile input may unfold them without end. */
const mostCompared = 20_000;

export function withUnchanged(
  before: readonly DeclaredResource[],
  now: readonly DeclaredResource[],
): readonly DeclaredResource[] {
  const earlier = new Map(before.map((resource) => [resource.id, resource]));
  return now.map((resource) => {
    const known = earlier.get(resource.id);
    return known !== undefined && isSame(known, resource, { left: mostCompared }) ? known : resource;
  });
}

interface Budget {
  left: number;
}

/** Of what evaluation makes: plain data and maps. Functions only tell where a construct was created, which no parameter changes. */
function isSame(one: unknown, other: unknown, budget: Budget): boolean {
  if (Object.is(one, other) || (typeof one === 'function' && typeof other === 'function')) return true;
  budget.left -= 1;
  if (budget.left < 0 || !isObject(one) || !isObject(other)) return false;
  if (Array.isArray(one)) return Array.isArray(other) && haveSameItems(one, other, budget);
  if (one instanceof Map) return other instanceof Map && haveSameItems([...one], [...other], budget);
  return hasSameEntries(one, other, budget);
}

function haveSameItems(one: readonly unknown[], other: readonly unknown[], budget: Budget): boolean {
  return one.length === other.length && one.every((item, index) => isSame(item, other[index], budget));
}

/** What the same code made has its keys in the same order. A file that was read again counts as another one. */
function hasSameEntries(one: object, other: object, budget: Budget): boolean {
  if (Object.getPrototypeOf(one) !== Object.prototype) return false;
  const [left, right] = [Object.entries(one), Object.entries(other)];
  return (
    left.length === right.length &&
    left.every(([key, value], index) => {
      const [otherKey, otherValue]: readonly [string?, unknown?] = right[index] ?? [];
      return key === otherKey && isSame(value, otherValue, budget);
    })
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
