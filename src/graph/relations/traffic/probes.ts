/** What a health check looks at: an endpoint, or for checks that stand on others those, an alarm or a routing control. */
import { linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolveValue } from '../../identity/resolve.ts';
import { normalName } from './record-names.ts';
import { relateWritten } from '../written.ts';

export const checkType = 'AWS::Route53::HealthCheck';
export const checkConfig = '/HealthCheckConfig';

export function relateHealthChecks(context: GraphContext): void {
  relateWritten(context, 'dependsOn', [
    { type: checkType, at: `${checkConfig}/ChildHealthChecks/[each]`, names: [checkType] },
    {
      type: checkType,
      at: `${checkConfig}/RoutingControlArn`,
      names: ['AWS::Route53RecoveryControl::RoutingControl'],
    },
  ]);
  for (const check of context.ofType(checkType)) {
    relateProbed(context, check);
    relateAlarm(context, check);
  }
}

const namePointer = `${checkConfig}/FullyQualifiedDomainName`;

/** A check of a declared endpoint looks at that endpoint's own name, of a declared record at the record's. */
function relateProbed(context: GraphContext, check: DraftNode): void {
  check.factSources.set('probedName', [namePointer]);
  const targets = linksAt(check, namePointer).flatMap((link) => context.get(link.to) ?? []);
  for (const target of targets) context.relate('probes', check, { node: target, certain: true });
  const record = targets.find((target) => target.type === 'AWS::Route53::RecordSet');
  const probed = record === undefined ? propertyAt(check, namePointer) : record.facts.get('name');
  if (probed !== undefined && (record !== undefined || targets.length === 0)) {
    check.facts.set('probedName', normalName(probed));
  }
}

/** The check of an alarm lies in no Region, and says in which the alarm does. */
function relateAlarm(context: GraphContext, check: DraftNode): void {
  const pointer = `${checkConfig}/AlarmIdentifier/Name`;
  const name = propertyAt(check, pointer);
  if (name === undefined) return;
  const types = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];
  const linked = linksAt(check, pointer).flatMap((link) => context.get(link.to) ?? []);
  const region = propertyAt(check, `${checkConfig}/AlarmIdentifier/Region`);
  const ends = linked.some(({ type }) => types.includes(type))
    ? linked.map((node) => ({ node, certain: true }))
    : resolveValue(context, { ...check, region }, name, types);
  for (const end of ends) context.relate('dependsOn', check, end);
}
