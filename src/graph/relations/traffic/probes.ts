/** What a health check looks at: an endpoint, or for checks that stand on others those, an alarm or a routing control. */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { resolveValue } from '../../identity/resolve.ts';
import { relateWritten } from '../written.ts';
import { normalName, recordType } from './record-names.ts';

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

export const probedNamePointer: string = `${checkConfig}/FullyQualifiedDomainName`;
export const probedAddressPointer: string = `${checkConfig}/IPAddress`;

/** A check of a declared endpoint looks at that endpoint's own name, of a declared record at the record's. */
function relateProbed(context: GraphContext, check: DraftNode): void {
  for (const target of probedNodes(context, check)) context.relate('probes', check, { node: target, certain: true });
  const probed = probedName(context, check);
  if (probed !== undefined) check.facts.set('probedName', normalName(probed));
  check.factSources.set('probedName', [probedNamePointer]);
}

/** What the address or, without one, the name of a check was made from. */
export function probedNodes(context: GraphContext, check: DraftNode): readonly DraftNode[] {
  const hasAddress = propertyAt(check, probedAddressPointer) !== undefined;
  const links = linksAt(check, hasAddress ? probedAddressPointer : probedNamePointer);
  return links.flatMap(({ to }) => context.get(to) ?? []).filter(({ type }) => type !== 'AWS::Route53::HostedZone');
}

/**
 * The name that is looked up and asked; none that AWS gave, as load balancers have. Where an address is stated, that is asked.
 * https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html
 */
function probedName(context: GraphContext, check: DraftNode): Document | undefined {
  const address = propertyAt(check, probedAddressPointer);
  if (address instanceof UnknownLeaf && !isSurelyStated(check, address)) return address;
  if (address !== undefined) return undefined;
  const targets = probedNodes(context, check);
  const record = targets.find(({ type }) => type === recordType);
  if (record !== undefined) return record.facts.get('name');
  const name = propertyAt(check, probedNamePointer);
  return typeof name === 'string' || targets.length === 0 ? name : undefined;
}

/** A variable of Terraform may be null, and so leave the address out; a parameter of a template always has a value. */
function isSurelyStated(check: DraftNode, address: UnknownLeaf): boolean {
  return check.language === 'cloudformation' && address.symbol().reason.code === 'input';
}

/** The check of an alarm lies in no Region, and says in which the alarm does. */
function relateAlarm(context: GraphContext, check: DraftNode): void {
  const pointer = `${checkConfig}/AlarmIdentifier/Name`;
  const name = propertyAt(check, pointer);
  if (name === undefined) return;
  const types = ['AWS::CloudWatch::Alarm', 'AWS::CloudWatch::CompositeAlarm'];
  const linked = context.linked(check, pointer);
  const region = propertyAt(check, `${checkConfig}/AlarmIdentifier/Region`);
  const ends = linked.some(({ type }) => types.includes(type))
    ? linked.map((node) => ({ node, certain: true }))
    : resolveValue(context, { ...check, region }, name, types);
  for (const end of ends) context.relate('dependsOn', check, end);
}
