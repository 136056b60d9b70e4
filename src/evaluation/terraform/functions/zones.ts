/** Lists of the Availability Zones of a Region: not known, but different indexes are different zones. */
import type { Value } from '../../../core/value.ts';

/** The symbol key of the list of a Region's zones: item i has this key and `[i]`. */
export function zoneListKey(region: string): string {
  return `${region}|zone`;
}

export function isZoneList(value: Value): boolean {
  return value.kind === 'unknown' && value.symbol.key.endsWith('|zone');
}

/** One zone of such a list, by its name. */
export function isZoneName(value: Value): boolean {
  return value.kind === 'unknown' && /^(?!ids of ).*\|zone\[\d+\]$/su.test(value.symbol.key);
}

/**
 * Names of every make: of zones in all partitions, of Local Zones and of Wavelength Zones. What is true of all of these is
 * true of a name that is not known.
 */
// https://docs.aws.amazon.com/global-infrastructure/latest/regions/aws-availability-zones.html
// https://docs.aws.amazon.com/local-zones/latest/ug/available-local-zones.html
export const zoneNames: readonly string[] = [
  'us-east-1a',
  'eu-central-1c',
  'ap-southeast-2b',
  'us-gov-west-1a',
  'cn-north-1b',
  'us-west-2-lax-1a',
  'us-east-1-wl1-bos-wlz-1',
];
