/**
 * The Region that a zone's name tells: `us-east-1a`, and Local and Wavelength Zones such as `us-west-2-lax-1a`.
 *
 * https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html
 */
import { parseRegion, type Region } from '../../core/ids.ts';

export function regionOfZone(zone: string): Region | undefined {
  const match = /^([a-z]+(?:-[a-z]+)+-\d+)(?:[a-z]|-[a-z0-9]+-[a-z0-9-]+)$/u.exec(zone);
  return match?.[1] === undefined ? undefined : parseRegion(match[1]);
}
