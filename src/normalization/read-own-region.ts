/** The Region of the resource that is read, for properties such as a replica's `Region`. */
import type { Document } from '../core/document.ts';
import { locate } from './locate.ts';
import type { Place } from './pointer.ts';
import { readScalar } from './read-scalar.ts';
import { topScope, type Reading } from './reading.ts';

/** Its own `region` argument comes before its provider's. */
export function readOwnRegion(reading: Reading, place: Place): Document | undefined {
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/enhanced-region-support
  const written = locate('terraform', topScope(reading), 'Region', 'region').value;
  const value = written ?? reading.from.region;
  return value === undefined ? undefined : readScalar(reading, 'text', value, place);
}
