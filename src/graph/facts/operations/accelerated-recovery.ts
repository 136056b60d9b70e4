/**
 * The fact `acceleratedRecovery` of records: whether they can be changed again about an hour after us-east-1 was lost, because
 * Route 53 keeps a copy of their hosted zone elsewhere.
 *
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/accelerated-recovery.html
 */
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { isDeclared } from '../../node.ts';
import { recordType } from '../../relations/traffic/record-names.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { isEqual, type YesNo } from '../yes-no.ts';

export function setAcceleratedRecovery(context: GraphContext): void {
  for (const record of context.ofType(recordType)) {
    const [end] = resolve(context, record, '/HostedZoneId', ['AWS::Route53::HostedZone']);
    record.facts.set('acceleratedRecovery', end === undefined ? zoneNotKnown(record) : isAccelerated(record, end.node));
  }
}

function isAccelerated(record: DraftNode, zone: DraftNode): YesNo {
  if (!isDeclared(zone)) return zoneNotKnown(record);
  return isEqual(propertyAt(zone, '/HostedZoneFeatures/EnableAcceleratedRecovery'), true);
}

function zoneNotKnown({ id, address }: DraftNode): YesNo {
  return derivedUnknown(`zone of ${id}`, `whether the hosted zone of ${address} has accelerated recovery`);
}
