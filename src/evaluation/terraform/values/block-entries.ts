/** What a nested block of a resource holds. */
import type { Value } from '../../../core/value.ts';

/**
 * The attributes of one nested block of a resource. A name that is missing in it was not written here, but the resource
 * type may know it: it is not known, and no mistake.
 */
export class BlockEntries extends Map<string, Value> {}
