/** What a resource is to a recovery: whether it holds data of its own, is a member of a cluster, serves, or only records. */
import { TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { backupSupport } from '../aws/backup-support.ts';
import { itemsAt, linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { placesNamed } from '../named-places.ts';

/** Types that hold data of their own, whatever their settings. */
export const statefulTypes: ReadonlySet<string> = new Set([
  'AWS::RDS::DBInstance',
  'AWS::RDS::DBCluster',
  'AWS::DocDB::DBCluster',
  'AWS::Neptune::DBCluster',
  'AWS::Redshift::Cluster',
  'AWS::DynamoDB::Table',
  'AWS::DynamoDB::GlobalTable.ReplicaSpecification',
  'AWS::Cassandra::Table',
  'AWS::Timestream::Table',
  'AWS::S3::Bucket',
  'AWS::EC2::Volume',
  'AWS::EFS::FileSystem',
  'AWS::FSx::FileSystem',
  'AWS::MemoryDB::Cluster',
  'AWS::DSQL::Cluster',
  'AWS::OpenSearchService::Domain',
  'AWS::Elasticsearch::Domain',
]);

export function setKinds(context: GraphContext): void {
  const used = usedStores(context);
  for (const node of context.nodes.values()) {
    node.facts.set('clusterMember', clusterMember(node));
    node.factSources.set('clusterMember', ['/DBClusterIdentifier', '/Engine']);
    node.facts.set('stateful', isStateful(node));
    setSupport(node);
    const auxiliary = auxiliaryUse(node, used);
    node.facts.set('auxiliary', auxiliary !== undefined);
    if (auxiliary !== undefined) node.facts.set('auxiliaryBecause', auxiliary);
  }
}

/** Which copies AWS Backup can make of it. */
function setSupport(node: DraftNode): void {
  const support = backupSupport(node);
  node.facts.set('crossRegionCopy', support?.crossRegionCopy === true);
  node.facts.set('crossAccountCopy', support?.crossAccountCopy === true);
  node.facts.set('airGappedCopy', support?.airGapped === true);
}

const memberTypes: ReadonlySet<string> = new Set(['AWS::DocDB::DBInstance', 'AWS::Neptune::DBInstance']);

/** By cluster identifier first, engine second: a database instance of these engines is always a member of a cluster. */
function clusterMember(node: DraftNode): Document {
  if (node.type !== 'AWS::RDS::DBInstance') return memberTypes.has(node.type);
  if (propertyAt(node, '/DBClusterIdentifier') !== undefined) return true;
  // The Terraform provider has a type of its own for members.
  // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
  if (node.sourceType === 'aws_db_instance') return false;
  const engine = propertyAt(node, '/Engine');
  if (engine instanceof UnknownLeaf) return engine;
  return typeof engine === 'string' && /^(?:aurora|docdb|neptune)/u.test(engine);
}

function isStateful(node: DraftNode): Document {
  if (node.type === 'AWS::RDS::DBInstance') {
    const member = node.facts.get('clusterMember');
    return typeof member === 'boolean' ? !member : (member ?? true);
  }
  if (node.type === 'AWS::ElastiCache::ReplicationGroup') return hasSnapshots(node);
  if (textAt(node, '/FileSystemType') === 'LUSTRE') return outlivesItsServers(node);
  return statefulTypes.has(node.type);
}

function hasSnapshots(node: DraftNode): Document {
  const retention = propertyAt(node, '/SnapshotRetentionLimit');
  if (retention instanceof UnknownLeaf) return retention;
  return typeof retention === 'number' && retention > 0;
}

/** What is on a scratch file system is lost with one of its servers: it is for what may be lost. */
// https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-fsx-lustre.html
function outlivesItsServers(node: DraftNode): Document {
  const deployment = propertyAt(node, '/LustreConfiguration/DeploymentType') ?? 'SCRATCH_1';
  if (deployment instanceof UnknownLeaf) return deployment;
  return typeof deployment !== 'string' || !deployment.startsWith('SCRATCH');
}

/** Why a store only records what others do, or holds what can be made again; undefined when it does not. */
function auxiliaryUse(node: DraftNode, used: ReadonlyMap<DraftNode, string>): string | undefined {
  const use = used.get(node);
  if (use !== undefined) return use;
  if (node.type === 'AWS::DynamoDB::Table' && isLockTable(node)) return "it holds Terraform's lock";
  if ((propertyAt(node, '/LustreConfiguration/ImportPath') ?? '') !== '') return linkedToBucket;
  if (node.type !== 'AWS::S3::Bucket') return undefined;
  const name = propertyAt(node, '/BucketName');
  const texts = [name === undefined ? undefined : writtenIn(name), node.address];
  const said = texts.find((text) => text !== undefined && isAuxiliaryName(text));
  return said === undefined ? undefined : `its name says so (${said})`;
}

/** A name, with an ellipsis for each part of it that is not known. */
function writtenIn(name: Document): string | undefined {
  if (typeof name === 'string') return name;
  if (!(name instanceof TemplateLeaf)) return undefined;
  return name
    .value()
    .parts.map((part) => (typeof part === 'string' ? part : '…'))
    .join('');
}

/** Logs, metrics, traces, artifacts, state, reports: what only records, or can be made again. `AccessLogsBucket` is read as `Access-Logs-Bucket`. */
export function isAuxiliaryName(text: string): boolean {
  return auxiliaryName.test(text.replaceAll(/(?<=[a-z\d])(?=[A-Z])/gu, '-'));
}

const auxiliaryName =
  /(?:^|[-_./])(?:(?:access|flow|audit|server|alb|elb|lb|cloudtrail|vpc)?[-_]?logs?|logging|artifacts?|tf-?state|terraform[-_]state|state[-_]bucket|canary|canaries|reports?|loki|mimir|tempo|thanos)(?:$|[-_.[])/iu;

// https://developer.hashicorp.com/terraform/language/backend/s3#dynamodb-state-locking
function isLockTable(node: DraftNode): boolean {
  const keys = itemsAt(node, '/KeySchema').map((_, index) => textAt(node, `/KeySchema/${index}/AttributeName`));
  return keys.length === 1 && keys[0] === 'LockID';
}

// It can't be backed up: the bucket is what keeps the files.
// https://docs.aws.amazon.com/fsx/latest/LustreGuide/fsx-data-repositories.html
const linkedToBucket = 'its files are those of the bucket that it is linked to';

/** Properties that name the bucket to which logs, records and artifacts are written, or the file system that a bucket fills. */
const usePointers: readonly (readonly [type: string, pointer: string, use: string])[] = [
  ['AWS::S3::Bucket', '/LoggingConfiguration/DestinationBucketName', 'access logs are written to it'],
  ['AWS::EC2::FlowLog', '/LogDestination', 'flow logs are written to it'],
  ['AWS::CloudTrail::Trail', '/S3BucketName', 'an audit trail is written to it'],
  ['AWS::Synthetics::Canary', '/ArtifactS3Location', 'a canary stores its runs in it'],
  ['AWS::CloudFront::Distribution', '/DistributionConfig/Logging/Bucket', 'access logs are written to it'],
  ['AWS::Backup::ReportPlan', '/ReportDeliveryChannel/S3BucketName', 'reports are written to it'],
  ['AWS::FSx::DataRepositoryAssociation', '/FileSystemId', linkedToBucket],
  ['AWS::Config::DeliveryChannel', '/S3BucketName', 'the history of configurations is written to it'],
  ['AWS::CodePipeline::Pipeline', '/ArtifactStore/Location', 'a pipeline keeps its artifacts in it'],
  [
    'AWS::CodePipeline::Pipeline',
    '/ArtifactStores/[each]/ArtifactStore/Location',
    'a pipeline keeps its artifacts in it',
  ],
];

function usedStores(context: GraphContext): ReadonlyMap<DraftNode, string> {
  const targets = new Map<DraftNode, string>();
  const add = (node: DraftNode, pointer: string, use: string): void => {
    for (const link of linksAt(node, pointer)) {
      const target = context.get(link.to);
      if (target !== undefined) targets.set(target, use);
    }
  };
  for (const [type, pointer, use] of usePointers) {
    for (const node of context.ofType(type)) {
      for (const place of placesNamed(node, pointer)) add(node, place.pointer, use);
    }
  }
  for (const balancer of context.ofType('AWS::ElasticLoadBalancingV2::LoadBalancer')) {
    for (const [index, attribute] of itemsAt(balancer, '/LoadBalancerAttributes').entries()) {
      if (textAt(balancer, `/LoadBalancerAttributes/${index}/Key`) !== 'access_logs.s3.bucket') continue;
      if (attribute !== null)
        add(balancer, `/LoadBalancerAttributes/${index}/Value`, "a load balancer's logs are written to it");
    }
  }
  return targets;
}
