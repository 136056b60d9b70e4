/** Identities of values: the keys by which unknowns that were derived in the same way from the same causes are equal. */
import { createHash } from 'node:crypto';
import type { SourceRange } from '../../core/source.ts';
import {
  joinMarks,
  type MapValue,
  type Marks,
  type UnknownReason,
  type UnknownValue,
  type Value,
} from '../../core/value.ts';

/** Longer keys are hashed, so that keys made of keys stay short. */
const longestKey = 200;

/** Equal for values that are surely equal, different otherwise. `undefined` stands for a value that is absent. */
export function identityOf(value: Value | undefined): string {
  return shortened(written(value));
}

function written(value: Value | undefined): string {
  switch (value?.kind) {
    case undefined:
      return 'absent';
    case 'scalar':
      return JSON.stringify(value.value === null ? null : String(value.value));
    case 'list':
      return remembered(value.items, () => `[${value.items.map(identityOf).join(',')}]`);
    case 'map':
      return `${remembered(value.entries, () => writtenEntries(value))}${value.rest?.key ?? ''}`;
    case 'reference':
      return `${value.resource}.${value.attribute}`;
    case 'template':
      return `text(${value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : identityOf(part))).join(',')})`;
    case 'unknown':
      return value.symbol.key;
  }
}

function writtenEntries({ entries }: MapValue): string {
  const written = [...entries].map(([key, entry]) => `${JSON.stringify(key)}:${identityOf(entry)}`);
  return `{${written.toSorted().join(',')}}`;
}

/** Identities of what many values share, such as the items of one parameter. */
const identities = new WeakMap<object, string>();

function remembered(shared: object, write: () => string): string {
  const known = identities.get(shared);
  if (known !== undefined) return known;
  const identity = shortened(write());
  identities.set(shared, identity);
  return identity;
}

function shortened(key: string): string {
  if (key.length <= longestKey) return key;
  return `${key.slice(0, longestKey / 2)}…${createHash('sha256').update(key).digest('hex')}`;
}

/** The unknown result of a function of these values. Its reason is that of the first unknown among them. */
export function derivedUnknown(
  operation: string,
  operands: readonly (Value | undefined)[],
  range: SourceRange,
): UnknownValue {
  const present = operands.filter((operand) => operand !== undefined);
  const key = shortened(`${operation}(${operands.map(identityOf).join(',')})`);
  const reason = firstReason(present) ?? { code: 'unsupported', subject: operation, cure: '' };
  return { kind: 'unknown', symbol: { key, reason }, range, decidedAt: undefined, marks: joinMarks(present) };
}

/** Why one of these isn't known; undefined when all are. */
export function firstReason(values: readonly Value[]): UnknownReason | undefined {
  for (const value of values) {
    const reason = reasonOf(value);
    if (reason !== undefined) return reason;
  }
  return undefined;
}

function reasonOf(value: Value): UnknownReason | undefined {
  switch (value.kind) {
    case 'scalar':
      return undefined;
    case 'list':
      return firstReason(value.items);
    case 'map':
      return firstReason([...value.entries.values()]) ?? value.rest?.reason;
    case 'reference':
      return { code: 'computed', subject: value.text, cure: '' };
    case 'template':
      return firstReason(value.parts.filter((part) => typeof part !== 'string'));
    case 'unknown':
      return value.symbol.reason;
  }
}

export function withMarks<V extends Value>(value: V, marks: Marks): V {
  return { ...value, marks: joinMarks([value, { marks }]) };
}
