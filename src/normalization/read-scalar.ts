/** Scalars as the type their property holds: CloudFormation accepts `"true"` and `"7"` for `true` and `7`. */
import type { Document } from '../core/document.ts';
import type { Scalar, Value } from '../core/value.ts';
import type { ScalarField } from './fields.ts';
import type { Place } from './pointer.ts';
import { guarded, toDocument, type Notes } from './to-document.ts';

export function readScalar(notes: Notes, type: ScalarField['type'], value: Value, place: Place): Document {
  if (value.kind !== 'scalar') return toDocument(value, place, notes);
  notes.spend();
  notes.written(place, value);
  return guarded(value, coerce(type, value.value));
}

/** What can't be read as the type stays as it is written, so that nothing compares equal to it by accident. */
export function coerce(type: ScalarField['type'], value: Scalar): Scalar {
  if (value === null) return null;
  if (type === 'text') return String(value);
  if (typeof value !== 'string') return value;
  if (type === 'number') return /^\s*[+-]?\d+(?:\.\d+)?\s*$/u.test(value) ? Number(value) : value;
  const word = value.toLowerCase();
  return word === 'true' || word === 'false' ? word === 'true' : value;
}
