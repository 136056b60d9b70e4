/** Live copies of data: read replicas, global databases, table replicas, file systems, secrets; and what the files beside this one relate. */
import { appendTo } from '../../../core/append-to.ts';
import { isLeaf, UnknownLeaf } from '../../../core/document.ts';
import { itemsAt, propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../../graph-context.ts';
import { resolve, resolveInAccount, subjectOf } from '../../identity/resolve.ts';
import { samePlace } from '../../identity/same.ts';
import { relateBrokerReplication } from './broker-replication.ts';
import { relateBuckets } from './bucket-replication.ts';
import { relateCustomReplication } from './custom-replication.ts';
import { membersOf, relateToGlobal, relateUndeclaredMembers } from './global-membership.ts';
import { relateImageReplication } from './image-replication.ts';
import { relateKafkaReplication } from './kafka-replication.ts';
import { relateKeyspaceReplication } from './keyspace-replication.ts';
import { relateMultiWriterClusters } from './multi-writer-clusters.ts';
import { relateReplicaChains } from './replica-chains.ts';
import { relateSearchConnections } from './search-connections.ts';

const instance = 'AWS::RDS::DBInstance';
const bucket = 'AWS::S3::Bucket';
const replicaPart = 'AWS::DynamoDB::GlobalTable.ReplicaSpecification';

export function relateReplication(context: GraphContext): void {
  relateReadReplicas(context);
  relateGlobalClusters(context);
  relateTables(context);
  relateBuckets(context);
  relateFileSystems(context);
  relateSecrets(context);
  relateMultiWriterClusters(context);
  relateKeyspaceReplication(context);
  relateKafkaReplication(context);
  relateBrokerReplication(context);
  relateSearchConnections(context);
  relateImageReplication(context);
  relateCustomReplication(context, new Set(replicable.keys()));
  for (const unread of context.unread) relateUnread(context, unread);
}

function relateReadReplicas(context: GraphContext): void {
  for (const replica of context.ofType(instance)) {
    relateSources(context, replica, '/SourceDBInstanceIdentifier', [instance]);
    relateSources(context, replica, '/SourceDBClusterIdentifier', ['AWS::RDS::DBCluster']);
  }
  relateReplicaChains(context, instance);
  for (const type of clusterTypes) {
    for (const replica of context.ofType(type)) {
      relateSources(context, replica, '/ReplicationSourceIdentifier', [type, instance]);
    }
  }
}

function relateSources(context: GraphContext, replica: DraftNode, pointer: string, types: readonly string[]): void {
  const named = propertyAt(replica, pointer);
  if (named === undefined) return;
  // What is not known may as well be nothing: then it is no replica.
  const doubt =
    named instanceof UnknownLeaf
      ? { certain: false, because: `${subjectOf(named)} may name its source, or nothing` }
      : {};
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.Create.html
  for (const source of resolveInAccount(context, replica, pointer, types)) {
    context.relate('replicatesTo', source.node, { ...source, ...doubt, node: replica });
  }
}

const globalClusters: ReadonlyMap<string, string> = new Map([
  ['AWS::RDS::DBCluster', 'AWS::RDS::GlobalCluster'],
  ['AWS::DocDB::DBCluster', 'AWS::DocDB::GlobalCluster'],
  ['AWS::Neptune::DBCluster', 'AWS::Neptune::GlobalCluster'],
]);
const clusterTypes = [...globalClusters.keys()];

/** Members of one global cluster: the primary is the one it was made from, or that was given the administrator's name. */
function relateGlobalClusters(context: GraphContext): void {
  for (const [type, globalType] of globalClusters) {
    relateToGlobal(context, { type, globalType, pointer: '/GlobalClusterIdentifier' });
    for (const global of context.ofType(globalType)) {
      if (propertyAt(global, '/SourceDBClusterIdentifier') === undefined) continue;
      for (const end of resolve(context, global, '/SourceDBClusterIdentifier', [type])) {
        context.relate('memberOf', end.node, { ...end, node: global });
      }
    }
  }
  for (const global of context.all().filter((node) => [...globalClusters.values()].includes(node.type))) {
    relateMembers(context, global);
  }
}

function relateMembers(context: GraphContext, global: DraftNode): void {
  const members = membersOf(context, global);
  if (global.kind === 'external') relateUndeclaredMembers(context, global, members);
  const sources = members.filter(({ node }) => isPrimaryMember(context, global, node));
  const [source] = sources;
  if (source === undefined) {
    relateAmongEachOther(context, members);
    return;
  }
  for (const member of members) {
    if (member.node === source.node) continue;
    const certain = source.certain && member.certain && sources.length === 1;
    context.relate('replicatesTo', source.node, { ...member, certain });
  }
}

/** Nothing tells which member is the source: the first may be, or one of the others. */
function relateAmongEachOther(context: GraphContext, members: readonly { readonly node: DraftNode }[]): void {
  const [first, ...others] = members;
  if (first === undefined) return;
  const because = 'which member of its global cluster is the source is not known';
  for (const { node } of others) {
    context.relate('replicatesTo', first.node, { node, certain: false, because });
    context.relate('replicatesTo', node, { node: first.node, certain: false, because });
  }
}

/** What only a cluster with data of its own has: an administrator, or what it was restored from. */
const ownData = ['/MasterUsername', '/ManageMasterUserPassword', '/SnapshotIdentifier', '/SourceDBClusterIdentifier'];

function isPrimaryMember(context: GraphContext, global: DraftNode, member: DraftNode): boolean {
  const named = resolveIfSet(context, global, '/SourceDBClusterIdentifier', [member.type]);
  if (named.some((end) => end.node === member)) return true;
  return ownData.some((pointer) => propertyAt(member, pointer) !== undefined);
}

function resolveIfSet(
  context: GraphContext,
  node: DraftNode,
  pointer: string,
  types: readonly string[],
): readonly RelationEnd[] {
  return propertyAt(node, pointer) === undefined ? [] : resolve(context, node, pointer, types);
}

/** A table's other Regions are parts of it; a table that another root declares there is the same replica. */
function relateTables(context: GraphContext): void {
  const tables = context.ofType('AWS::DynamoDB::Table');
  const byName = tablesByName(tables);
  for (const table of tables) {
    for (const part of table.parts) {
      if (part.type !== replicaPart) continue;
      context.relate('replicatesTo', table, { node: part, certain: true });
      relateTwins(context, table, part, byName.get(textAt(table, '/TableName') ?? '') ?? []);
    }
  }
}

function tablesByName(tables: readonly DraftNode[]): ReadonlyMap<string, readonly DraftNode[]> {
  const byName = new Map<string, DraftNode[]>();
  for (const table of tables) {
    const name = textAt(table, '/TableName');
    if (name === undefined) continue;
    appendTo(byName, name, table);
  }
  return byName;
}

function relateTwins(context: GraphContext, table: DraftNode, part: DraftNode, twins: readonly DraftNode[]): void {
  for (const twin of twins) {
    const agrees = twin === table ? 'no' : samePlace(twin, part);
    if (agrees !== 'no') context.relate('replicatesTo', table, { node: twin, certain: agrees === 'yes' });
    // A global table of the old version leaves its settings to the tables.
    const isBare = isLeaf(propertyAt(part, '/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled'));
    if (agrees === 'yes' && isBare) part.facts.set('declaredApart', true);
  }
}

function relateFileSystems(context: GraphContext): void {
  const type = 'AWS::EFS::FileSystem';
  for (const source of context.ofType(type)) {
    for (const [index] of itemsAt(source, '/ReplicationConfiguration/Destinations').entries()) {
      const pointer = `/ReplicationConfiguration/Destinations/${index}`;
      const declared = resolveIfSet(context, source, `${pointer}/FileSystemId`, [type]);
      const made = { node: madeReplica(context, source, index), certain: true };
      for (const end of declared.length > 0 ? declared : [made]) context.relate('replicatesTo', source, end);
    }
  }
}

/** The file system that AWS makes for a destination which names none. */
export function madeReplica(context: GraphContext, source: DraftNode, index: number): DraftNode {
  const region = propertyAt(source, `/ReplicationConfiguration/Destinations/${index}/Region`) ?? source.region;
  return context.external(`replica of ${source.id} ${index}`, source.type, { region, account: source.account });
}

/** The replicas of a secret are parts of it. */
function relateSecrets(context: GraphContext): void {
  for (const secret of context.ofType('AWS::SecretsManager::Secret')) {
    for (const replica of secret.parts) context.relate('replicatesTo', secret, { node: replica, certain: true });
  }
}

/** What an unread module is given a database for, it may well replicate. */
function relateUnread(context: GraphContext, unread: Unread): void {
  for (const id of unread.refersTo) {
    const node = context.get(id);
    const copy = node === undefined ? undefined : replicable.get(node.type);
    if (node === undefined || copy === undefined || !unread.could(copy)) continue;
    context.relate('replicatesTo', node, {
      node: context.possible(unread, node.type),
      certain: false,
      because: `${unread.node.address} could not be read and is given ${node.address}`,
    });
  }
}

/** What is replicated from outside of its own declaration → the type of what does it: a copy that names it, or what joins the two. */
const replicable: ReadonlyMap<string, string> = new Map([
  ...[instance, ...clusterTypes, 'AWS::DynamoDB::Table', bucket, 'AWS::EFS::FileSystem', 'AWS::FSx::FileSystem'].map(
    (type) => [type, type] as const,
  ),
  ['AWS::AmazonMQ::Broker', 'AWS::AmazonMQ::Broker'],
  ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::GlobalReplicationGroup'],
  ['AWS::Elasticsearch::Domain', 'AWS::OpenSearchService::OutboundConnection'],
  ['AWS::MSK::Cluster', 'AWS::MSK::Replicator'],
  ['AWS::MSK::ServerlessCluster', 'AWS::MSK::Replicator'],
  ['AWS::OpenSearchService::Domain', 'AWS::OpenSearchService::OutboundConnection'],
]);
