/**
 * The fact `zonesSpanned` of a database cluster: the Availability Zones that its instances name, each once. Absent where an
 * instance names none, for AWS spreads those, and where there is no instance.
 */
import type { Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { eachOnce } from './zones-spanned.ts';

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
export function setZonesOfMembers(context: GraphContext): void {
  for (const cluster of context.ofType('AWS::RDS::DBCluster', 'AWS::DocDB::DBCluster', 'AWS::Neptune::DBCluster')) {
    const zones = zonesNamed(context, cluster);
    if (zones !== undefined) cluster.facts.set('zonesSpanned', zones);
  }
}

function zonesNamed(context: GraphContext, cluster: DraftNode): readonly Document[] | undefined {
  const zones: Document[] = [];
  for (const { from } of context.to('memberOf', cluster)) {
    const instance = context.get(from);
    const zone = instance === undefined ? undefined : propertyAt(instance, '/AvailabilityZone');
    if (zone === undefined) return undefined;
    zones.push(zone);
  }
  return zones.length === 0 ? undefined : eachOnce(zones);
}
