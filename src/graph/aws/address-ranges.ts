/** Ranges of IPv4 addresses in CIDR notation, as networks have them. */

interface Range {
  readonly first: number;
  readonly last: number;
}

const notation = /^(\d{1,3})\.(\d{1,3})\.(\d{1,3})\.(\d{1,3})\/(\d{1,2})$/u;

/** Whether two ranges share an address; undefined where one of them is no IPv4 range. */
export function rangesOverlap(one: string, other: string): boolean | undefined {
  const left = rangeOf(one);
  const right = rangeOf(other);
  if (left === undefined || right === undefined) return undefined;
  return left.first <= right.last && right.first <= left.last;
}

function rangeOf(text: string): Range | undefined {
  const numbers = notation.exec(text)?.slice(1).map(Number);
  if (numbers === undefined) return undefined;
  const [prefix = 0] = numbers.splice(4);
  if (prefix > 32 || numbers.some((byte) => byte > 255)) return undefined;
  const size = 2 ** (32 - prefix);
  const address = numbers.reduce((value, byte) => value * 256 + byte, 0);
  const first = address - (address % size);
  return { first, last: first + size - 1 };
}
