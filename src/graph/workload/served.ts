/**
 * What serves others takes the highest tier of those it serves, and the needs and objectives of their workloads: a vault, a
 * plan and its rules, a key, a network, a zone of records. A tier that it states for itself stays.
 */
import { linksAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import type { RelationKind } from '../relation.ts';

/** Relations that lead from what is served to what serves it. */
const serving: readonly RelationKind[] = [
  'protectedBy',
  'partOf',
  'storesIn',
  'copiesTo',
  'encryptedBy',
  'runsIn',
  'egressesThrough',
];

/** All that these serve is known by their relations, so that their tier may fall with those they serve, too. */
const serversOfBackups: ReadonlySet<string> = new Set([
  'AWS::Backup::BackupPlan',
  'AWS::Backup::BackupPlan.BackupRuleResourceType',
  'AWS::Backup::BackupVault',
  'AWS::Backup::LogicallyAirGappedBackupVault',
  'AWS::DLM::LifecyclePolicy',
]);

/** Much that uses these has no relation to them: they never fall below the tier of their own workload. */
const serversOfAll: ReadonlySet<string> = new Set([
  'AWS::KMS::Key',
  'AWS::KMS::ReplicaKey',
  'AWS::EC2::VPC',
  'AWS::EC2::Subnet',
  'AWS::EC2::NatGateway',
  'AWS::Route53::HostedZone',
]);

/** Where a type names what serves it, for which there is no relation. */
const named: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::EC2::Subnet', ['/VpcId']],
  ['AWS::Route53::RecordSet', ['/HostedZoneId']],
]);

/** A vault may serve a rule that serves a database: so many steps there are at most from a resource to what serves it. */
const longestChain = 5;

interface Service {
  readonly served: DraftNode[];
  /** Nothing else is served that is only possible. */
  isCertain: boolean;
}

/**
 * @param tiers their names, the lowest first
 * @param states whether a node states a tier for itself
 */
export function shareTiers(
  context: GraphContext,
  tiers: readonly string[],
  states: (node: DraftNode) => boolean,
): void {
  const services = servicesOf(context);
  const own = new Map([...services.keys()].map((server) => [server, server.tier]));
  for (let step = 0; step < longestChain; step += 1) {
    let hasChanged = false;
    for (const [server, service] of services) {
      const tier = states(server) ? server.tier : tierOf(service, own.get(server), { server, tiers });
      const serves = workloadsServed(server, service);
      hasChanged ||= tier !== server.tier || serves.join() !== server.serves.join();
      server.tier = tier;
      server.serves = serves;
    }
    if (!hasChanged) return;
  }
}

function servicesOf(context: GraphContext): ReadonlyMap<DraftNode, Service> {
  const services = new Map<DraftNode, Service>();
  const add = (served: DraftNode | undefined, server: DraftNode | undefined, isCertain: boolean): void => {
    if (served === undefined || server === undefined || !isServer(server) || served.exempt) return;
    const known = services.get(server) ?? { served: [], isCertain: true };
    if (isCertain) known.served.push(served);
    else known.isCertain = false;
    services.set(server, known);
  };
  for (const { kind, from, to, certain } of context.relations) {
    if (serving.includes(kind)) add(context.get(from), context.get(to), certain);
  }
  for (const [type, pointers] of named) {
    for (const node of context.ofType(type)) {
      const links = pointers.flatMap((pointer) => linksAt(node, pointer));
      for (const { to } of links) add(node, context.get(to), true);
    }
  }
  return services;
}

function isServer(node: DraftNode): boolean {
  return node.workload !== undefined && (serversOfBackups.has(node.type) || serversOfAll.has(node.type));
}

function tierOf(
  { served, isCertain }: Service,
  own: string | undefined,
  { server, tiers }: { readonly server: DraftNode; readonly tiers: readonly string[] },
): string | undefined {
  const mayFall = isCertain && serversOfBackups.has(server.type);
  let highest = mayFall ? -1 : tiers.indexOf(own ?? '');
  for (const node of served) highest = Math.max(highest, tiers.indexOf(node.tier ?? ''));
  return tiers[highest] ?? own;
}

/** Its own workload only where it serves no other. */
function workloadsServed(server: DraftNode, { served }: Service): readonly string[] {
  const names = new Set<string>();
  for (const node of served) for (const name of node.serves) names.add(name);
  return names.size > 0 ? [...names].sort() : server.serves;
}
