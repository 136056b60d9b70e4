/**
 * The fact `nativeBackup.retention`: how far back a resource can be restored by what its own service keeps, without AWS
 * Backup. Absent where it keeps nothing.
 */
import {
  documentMap,
  duration,
  SensitiveLeaf,
  UnknownLeaf,
  type Document,
  type MeasureLeaf,
} from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const day = 86_400;

/** Where the retention is written, and what holds when nothing is. */
interface NativeBackup {
  readonly pointers: readonly [string, ...string[]];
  readonly retention: (node: DraftNode) => MeasureLeaf | undefined;
}

export function setNativeBackups(context: GraphContext): void {
  for (const [type, native] of nativeBackups) {
    for (const node of context.ofType(type)) {
      const retention = native.retention(node);
      if (retention === undefined) continue;
      node.facts.set('nativeBackup', documentMap([['retention', retention]]));
      const named = native.pointers.filter((pointer) => propertyAt(node, pointer) !== undefined);
      node.factSources.set('nativeBackup', named.length > 0 ? named : native.pointers);
    }
  }
}

/** A number of days of which 0, or nothing, means off. */
function daysOrOff(pointer: string): NativeBackup {
  return { pointers: [pointer], retention: (node) => daysKept(propertyAt(node, pointer), 0) };
}

/** A number of days that can't be switched off: one day at least. */
function daysAlways(pointer: string): NativeBackup {
  return {
    pointers: [pointer],
    retention: (node) => daysKept(propertyAt(node, pointer) ?? 1, 1),
  };
}

/** @param least the least number of days that AWS takes; 0 means off */
function daysKept(value: Document | undefined, least: 0 | 1): MeasureLeaf | undefined {
  if (value === undefined || value === null) return undefined;
  if (value instanceof SensitiveLeaf) return daysKept(value.reveal(), least);
  const days = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(days)) return days > 0 ? duration(exactly(days * day)) : undefined;
  return unknownWithin({ low: least * day, high: Infinity }, value);
}

/** On or off by one property, and kept for a fixed time or by another. */
function switched(pointer: string, on: string | boolean, kept: (node: DraftNode) => MeasureLeaf): NativeBackup {
  return {
    pointers: [pointer],
    retention: (node) => {
      const value = propertyAt(node, pointer);
      if (value === on || (on === true && value === 'true')) return kept(node);
      if (value === undefined || value === null || typeof value !== 'object') return undefined;
      return unknownWithin({ low: 0, high: kept(node).interval().high }, value);
    },
  };
}

function unknownWithin(interval: Interval, value: Document): MeasureLeaf {
  return duration(interval, value instanceof UnknownLeaf ? value.symbol() : undefined);
}

function always(days: number): MeasureLeaf {
  return duration(exactly(days * day));
}

const recoveryPeriod = '/PointInTimeRecoverySpecification/RecoveryPeriodInDays';
// https://docs.aws.amazon.com/fsx/latest/APIReference/API_FileSystem.html (each kind has its own configuration)
const fileSystemRetentions = [
  '/WindowsConfiguration/AutomaticBackupRetentionDays',
  '/LustreConfiguration/AutomaticBackupRetentionDays',
  '/OpenZFSConfiguration/AutomaticBackupRetentionDays',
  '/OntapConfiguration/AutomaticBackupRetentionDays',
] as const;

// https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html (35 days unless shortened)
const table = switched('/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled', true, (node) => {
  return daysKept(propertyAt(node, recoveryPeriod) ?? 35, 1) ?? always(35);
});

const nativeBackups: ReadonlyMap<string, NativeBackup> = new Map([
  // https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
  ['AWS::RDS::DBInstance', daysOrOff('/BackupRetentionPeriod')],
  // https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html
  ['AWS::RDS::DBCluster', daysAlways('/BackupRetentionPeriod')],
  // https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html
  ['AWS::DocDB::DBCluster', daysAlways('/BackupRetentionPeriod')],
  // https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html
  ['AWS::Neptune::DBCluster', daysAlways('/BackupRetentionPeriod')],
  // https://docs.aws.amazon.com/redshift/latest/mgmt/managing-snapshots-console.html (one day unless changed)
  [
    'AWS::Redshift::Cluster',
    {
      pointers: ['/AutomatedSnapshotRetentionPeriod'],
      retention: (node) => daysKept(propertyAt(node, '/AutomatedSnapshotRetentionPeriod') ?? 1, 0),
    },
  ],
  ['AWS::DynamoDB::Table', table],
  ['AWS::DynamoDB::GlobalTable.ReplicaSpecification', table],
  // https://docs.aws.amazon.com/keyspaces/latest/devguide/PointInTimeRecovery.html
  ['AWS::Cassandra::Table', switched('/PointInTimeRecoveryEnabled', true, () => always(35))],
  ['AWS::EFS::FileSystem', { pointers: ['/BackupPolicy/Status', '/AvailabilityZoneName'], retention: fileSystem }],
  ['AWS::FSx::FileSystem', { pointers: fileSystemRetentions, retention: fsx }],
  // https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html
  ['AWS::ElastiCache::ReplicationGroup', daysOrOff('/SnapshotRetentionLimit')],
  ['AWS::ElastiCache::CacheCluster', daysOrOff('/SnapshotRetentionLimit')],
  ['AWS::ElastiCache::ServerlessCache', daysOrOff('/SnapshotRetentionLimit')],
  // https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html
  ['AWS::MemoryDB::Cluster', daysOrOff('/SnapshotRetentionLimit')],
  // https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-snapshots.html
  ['AWS::OpenSearchService::Domain', { pointers: ['/EngineVersion'], retention: () => always(14) }],
  ['AWS::Elasticsearch::Domain', { pointers: ['/ElasticsearchVersion'], retention: () => always(14) }],
  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-docdbelastic-cluster.html
  ['AWS::DocDBElastic::Cluster', daysAlways('/BackupRetentionPeriod')],
]);

// https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html (35 days; on by itself for One Zone file systems)
function fileSystem(node: DraftNode): MeasureLeaf | undefined {
  const status = propertyAt(node, '/BackupPolicy/Status');
  const isOneZone = propertyAt(node, '/AvailabilityZoneName') !== undefined;
  if (status === 'ENABLED' || (status === undefined && isOneZone)) return always(35);
  if (status === undefined || status === null || typeof status !== 'object') return undefined;
  return unknownWithin({ low: 0, high: 35 * day }, status);
}

function fsx(node: DraftNode): MeasureLeaf | undefined {
  for (const pointer of fileSystemRetentions) {
    const kept = daysKept(propertyAt(node, pointer), 0);
    if (kept !== undefined) return kept;
  }
  return undefined;
}
