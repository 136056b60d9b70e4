/** The Region of the resource that is read, for properties such as a replica's `Region`. */
import type { Document } from '../core/document.ts';
import { ownRegion } from './own-region.ts';
import type { Place } from './pointer.ts';
import { readScalar } from './read-scalar.ts';
import type { Reading } from './reading.ts';

export function readOwnRegion(reading: Reading, place: Place): Document | undefined {
  const region = ownRegion(reading.from);
  return region === undefined ? undefined : readScalar(reading, 'text', region, place);
}
