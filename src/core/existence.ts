/** Whether things exist, where that depends on what is not known. */
import type { Truth } from './truth.ts';
import type { UnknownSymbol } from './value.ts';

export interface Existence {
  readonly exists: Truth;
  /** Why that is unknown. */
  readonly existsBecause: UnknownSymbol | undefined;
}

/** Between the keys of causes that must all turn out well; no key holds it. */
const separator = '\u0000and ';

/** The cause of what stands inside something: both must turn out well for it to exist. */
export function bothCauses(
  outer: UnknownSymbol | undefined,
  inner: UnknownSymbol | undefined,
): UnknownSymbol | undefined {
  if (outer === undefined || inner === undefined) return outer ?? inner;
  return { key: `${outer.key}${separator}${inner.key}`, reason: outer.reason };
}

/** Whether one exists, supposing that the other does: surely so, where nothing but the causes of the other decides it. */
export function existsGiven(one: Existence, other: Existence): Truth {
  if (one.exists !== 'unknown' || one.existsBecause === undefined) return one.exists;
  const granted = new Set(other.existsBecause?.key.split(separator));
  return one.existsBecause.key.split(separator).every((cause) => granted.has(cause)) ? 'yes' : 'unknown';
}
