/**
 * DNS: which record leads where, how, and what checks it.
 *
 * https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html
 */
import { appendTo } from '../../../core/append-to.ts';
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { isDeclared } from '../../node.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { regionOfName, resolve, resolveValue, subjectOf } from '../../identity/resolve.ts';
import { identityKey } from '../../identity/same.ts';
import { placesNamed } from '../../named-places.ts';
import { endOf, regionInName } from './endpoint-names.ts';
import { nameKey, normalName, recordType, zonesAgree } from './record-names.ts';

export function relateRecords(context: GraphContext): void {
  const records = context.ofType(recordType);
  for (const record of records) setNames(context, record);
  const byName = new Map<string, DraftNode[]>();
  for (const record of records) appendTo(byName, nameKey(record), record);
  for (const record of records) {
    relateTargets(context, record, byName);
    if (propertyAt(record, '/HealthCheckId') === undefined) continue;
    for (const end of resolve(context, record, '/HealthCheckId', ['AWS::Route53::HealthCheck'])) {
      context.relate('checkedBy', record, end);
    }
  }
}

function setNames(context: GraphContext, record: DraftNode): void {
  const name = propertyAt(record, '/Name');
  if (name !== undefined) record.facts.set('name', normalName(name));
  record.facts.set('routing', routingOf(record));
  record.factSources.set('name', ['/Name']);
  const zones = context.linked(record, '/HostedZoneId');
  record.facts.set(
    'insideOnly',
    zones.some((zone) => isDeclared(zone) && itemsAt(zone, '/VPCs').length > 0),
  );
  record.factSources.set('insideOnly', ['/HostedZoneId']);
}

const routingProperties = [
  ['Failover', 'failover'],
  ['Weight', 'active'],
  ['Region', 'active'],
  ['GeoLocation', 'active'],
  ['GeoProximityLocation', 'active'],
  ['CidrRoutingConfig', 'active'],
] as const;

/** `failover`, `active` (several records of the name answer at once) or `simple`. */
function routingOf(record: DraftNode): string {
  for (const [property, routing] of routingProperties) {
    if (propertyAt(record, `/${property}`) !== undefined) return routing;
  }
  return propertyAt(record, '/MultiValueAnswer') === true ? 'active' : 'simple';
}

/** What a name that nothing declares is taken for. */
const usualTarget = 'AWS::ElasticLoadBalancingV2::LoadBalancer';

type RecordsByName = ReadonlyMap<string, readonly DraftNode[]>;

function relateTargets(context: GraphContext, record: DraftNode, byName: RecordsByName): void {
  const pointers = propertyAt(record, '/AliasTarget/DNSName') === undefined ? [] : ['/AliasTarget/DNSName'];
  const answers = placesNamed(record, '/ResourceRecords/[each]').map(({ pointer }) => pointer);
  for (const pointer of [...pointers, ...answers]) {
    const target = propertyAt(record, pointer) ?? propertyAt(record, '/ResourceRecords');
    if (target === undefined || leadsNowhere(target)) continue;
    record.facts.set('target', target);
    record.factSources.set('target', [pointer]);
    const linked = context.linked(record, pointer);
    // How many answers there are is not known, nor which of them this is.
    const certain = pointer !== '/ResourceRecords';
    const ends = linked.map((node) => ({
      node,
      certain,
      ...(!certain && { because: `${subjectOf(target)} is not known` }),
    }));
    for (const end of ends.length > 0 ? ends : namedTargets(context, record, target, byName)) {
      context.relate('routesTo', record, end);
    }
  }
}

/** A reference to something that the code doesn't declare: Terraform and CloudFormation would refuse it. */
function leadsNowhere(target: Document): boolean {
  return target instanceof UnknownLeaf && target.symbol().reason.code === 'invalid';
}

/** What no reference leads to: records of that name, the website of the bucket of the record's own name, else the name. */
function namedTargets(
  context: GraphContext,
  record: DraftNode,
  target: Document,
  byName: RecordsByName,
): readonly RelationEnd[] {
  const key = identityKey(normalName(target)) ?? '';
  const records = (byName.get(key) ?? []).filter((other) => other !== record && zonesAgree(record, other) !== 'no');
  if (records.length > 0 && key !== nameKey(record)) return records.map((node) => ({ node, certain: true }));
  const sites = website.test(endOf(target)) ? bucketsNamed(context, record) : [];
  if (sites.length > 0) return sites;
  const region = regionInName(target) ?? regionOfName(normalName(target));
  const place = { region, account: undefined, address: subjectOf(target) };
  const external = typeof target === 'string' ? target : (identityKey(target) ?? record.id);
  return [{ node: context.external(external, usualTarget, place), certain: true }];
}

function bucketsNamed(context: GraphContext, record: DraftNode): readonly RelationEnd[] {
  const name = record.facts.get('name');
  if (name === undefined) return [];
  return resolveValue(context, record, name, ['AWS::S3::Bucket']).filter(({ node }) => node.kind !== 'external');
}

/** A record that leads to the website of a bucket has the bucket's name. */
// https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/RoutingToS3Bucket.html
const website = /^s3-website[.-][a-z-]+-\d\.amazonaws\.com\.?$/u;
