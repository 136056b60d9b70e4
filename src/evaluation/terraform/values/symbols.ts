/** The identity of values: one canonical text per value, and the unknowns that are derived from others. */
import { createHash } from 'node:crypto';
import { assertNever } from '../../../core/assert-never.ts';
import type { SourceRange } from '../../../core/source.ts';
import {
  joinMarks,
  unknown,
  type Marks,
  type Scalar,
  type UnknownReason,
  type UnknownValue,
  type Value,
} from '../../../core/value.ts';
import { decisivePlace } from './places.ts';
import { summaryOf } from './summary.ts';
import { writtenText } from '../../../loaders/terraform/written-text.ts';

// Longer keys are cut and hashed: an unknown that is doubled again and again must not grow.
const longestKey = 240;

/** Equal keys mean equal values. */
export function keyOf(value: Value): string {
  switch (value.kind) {
    case 'scalar':
      return shortened(value.exact ?? scalarKey(value.value));
    case 'list':
      return shortened(`${value.set ? 'set' : ''}[${value.items.map((item) => keyOf(item)).join(',')}]`);
    case 'map': {
      const entries = [...value.entries].toSorted(([left], [right]) => (left < right ? -1 : 1));
      const rest = value.rest === undefined ? '' : `,...${value.rest.key}`;
      return shortened(`{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${keyOf(entry)}`).join(',')}${rest}}`);
    }
    case 'reference':
      return shortened(`ref(${value.resource}.${value.attribute})`);
    case 'template':
      return shortened(
        value.parts.map((part) => (typeof part === 'string' ? JSON.stringify(part) : keyOf(part))).join('+'),
      );
    case 'unknown':
      return value.symbol.key;
  }
}

function scalarKey(value: Scalar): string {
  return typeof value === 'number' ? String(value) : JSON.stringify(value);
}

function shortened(key: string): string {
  if (key.length <= longestKey) return key;
  return `${key.slice(0, longestKey / 2)}…${createHash('sha256').update(key).digest('hex').slice(0, 16)}`;
}

/** An unknown made from others: the same operation on the same unknowns is the same unknown. */
export function derived(key: string, from: readonly Value[], range?: SourceRange): UnknownValue {
  const result = unknown(shortened(key), reasonOf(from), range, marksOfAll(from));
  return { ...result, decidedAt: decisivePlace(from) };
}

function reasonOf(values: readonly Value[]): UnknownReason {
  for (const value of values) {
    const cause = summaryOf(value).cause;
    // What is refused is told where it stands; what is made of it in spite of that is not refused itself.
    if (cause !== undefined && cause.reason.code !== 'invalid') return cause.reason;
  }
  return { code: 'computed', subject: firstReference(values) ?? 'an attribute that only AWS can tell', cure: '' };
}

function firstReference(values: Iterable<Value>): string | undefined {
  for (const value of values) {
    const text = referenceIn(value);
    if (text !== undefined) return text;
  }
  return undefined;
}

function referenceIn(value: Value): string | undefined {
  switch (value.kind) {
    case 'reference':
      return value.text;
    case 'template':
      return firstReference(value.parts.filter((part) => typeof part !== 'string'));
    case 'list':
      return summaryOf(value).known ? undefined : firstReference(value.items);
    case 'map':
      return summaryOf(value).known ? undefined : firstReference(value.entries.values());
    case 'scalar':
    case 'unknown':
      return undefined;
    default:
      return assertNever(value);
  }
}

/** The marks of everything in the values; what was made from a reference came through its resource. */
export function marksOfAll(values: readonly Value[]): Marks {
  return joinMarks(
    values.flatMap((value) => {
      const { marks } = summaryOf(value);
      return value.kind === 'reference' ? [{ marks }, { marks: throughResource(value.resource) }] : [{ marks }];
    }),
  );
}

function throughResource(id: Marks['via'][number]): Marks {
  return { sensitive: false, via: [id], perDeployment: false };
}

/** What Terraform would refuse, and why, as a sentence. `try` and `can` recover from it. */
export function invalid(because: string, range: SourceRange): UnknownValue {
  const subject = writtenText(range).replace(/\s+/gu, ' ').slice(0, 120);
  const place = `${range.file.path}:${range.start}-${range.end}`;
  return unknown(`invalid(${place})`, { code: 'invalid', subject, cure: because }, range);
}

export type InvalidValue = UnknownValue & { readonly symbol: { readonly reason: { readonly code: 'invalid' } } };

export function isInvalid(value: Value): value is InvalidValue {
  return value.kind === 'unknown' && value.symbol.reason.code === 'invalid';
}
