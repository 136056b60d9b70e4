/** Lists of the Availability Zones of a Region: not known, but different indexes are different zones. */
import type { Value } from '../../../core/value.ts';

/** The symbol key of the list of a Region's zones: item i has this key and `[i]`. */
export function zoneListKey(region: string): string {
  return `${region}|zone`;
}

export function isZoneList(value: Value): boolean {
  return value.kind === 'unknown' && value.symbol.key.endsWith('|zone');
}
