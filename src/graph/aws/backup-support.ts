/**
 * What AWS Backup can do for each type of resource: plain data, by type and where it matters by a property.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-feature-availability.html (features by resource)
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html (cold storage)
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html (recovery points with the vault's own key)
 */
import { propertyAt, textAt, type DraftNode } from '../draft.ts';

export interface BackupSupport {
  readonly crossRegionCopy: boolean;
  readonly crossAccountCopy: boolean;
  /** It can be kept in a logically air-gapped vault. */
  readonly airGapped: boolean;
  /** How far a continuous backup lies behind now, in seconds; undefined where there are only snapshots. */
  readonly continuousLag: number | undefined;
  readonly coldStorage: boolean;
  /** Recovery points are encrypted with the vault's key, not with the resource's. */
  readonly ownVaultKey: boolean;
}

function support(given: Partial<BackupSupport> = {}): BackupSupport {
  return {
    crossRegionCopy: true,
    crossAccountCopy: true,
    airGapped: true,
    continuousLag: undefined,
    coldStorage: false,
    ownVaultKey: false,
    ...given,
  };
}

const noCopies = support({ crossRegionCopy: false, crossAccountCopy: false, airGapped: false });

// The most recent 5 minutes of a database, and 15 minutes of a bucket, can't be restored yet.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html
const databaseLag = 300;
const bucketLag = 900;

const supported: ReadonlyMap<string, BackupSupport> = new Map([
  ['AWS::DSQL::Cluster', support({ ownVaultKey: true })],
  ['AWS::DocDB::DBCluster', support()],
  // With the advanced features that accounts have had since November 2021.
  // https://docs.aws.amazon.com/aws-backup/latest/devguide/advanced-ddb-backup.html
  ['AWS::DynamoDB::Table', support({ coldStorage: true, ownVaultKey: true })],
  ['AWS::EC2::Instance', support()],
  ['AWS::EC2::Volume', support({ coldStorage: true })],
  ['AWS::EFS::FileSystem', support({ coldStorage: true, ownVaultKey: true })],
  ['AWS::EKS::Cluster', support({ ownVaultKey: true })],
  ['AWS::FSx::FileSystem', support()],
  ['AWS::FSx::Volume', noCopies],
  ['AWS::Neptune::DBCluster', support()],
  ['AWS::RDS::DBCluster', support({ continuousLag: databaseLag })],
  ['AWS::RDS::DBInstance', support({ continuousLag: databaseLag, airGapped: false })],
  ['AWS::Redshift::Cluster', noCopies],
  ['AWS::RedshiftServerless::Namespace', noCopies],
  ['AWS::S3::Bucket', support({ continuousLag: bucketLag, ownVaultKey: true })],
  ['AWS::Timestream::Table', support({ coldStorage: true, ownVaultKey: true })],
]);

/** The types of which AWS Backup makes recovery points. */
export const backedUpTypes: readonly string[] = [...supported.keys()];

/** What AWS Backup can do for a resource; undefined when it can't back it up at all. */
export function backupSupport(node: DraftNode): BackupSupport | undefined {
  if (node.type === 'AWS::FSx::FileSystem' && !isFileSystemSupported(node)) return undefined;
  // OpenZFS is backed up as a whole, without a place in air-gapped vaults.
  if (textAt(node, '/FileSystemType') === 'OPENZFS') return support({ airGapped: false });
  if (textAt(node, '/VolumeType') === 'OPENZFS') return undefined;
  if (node.type === 'AWS::RDS::DBCluster' && isMultiAzCluster(node)) return noCopies;
  return supported.get(node.type);
}

// ONTAP is backed up volume by volume, and Lustre's scratch file systems (the default) not at all.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/working-with-supported-services.html
function isFileSystemSupported(node: DraftNode): boolean {
  const kind = textAt(node, '/FileSystemType');
  if (kind !== 'LUSTRE') return kind !== 'ONTAP';
  const deployment = propertyAt(node, '/LustreConfiguration/DeploymentType') ?? 'SCRATCH_1';
  return typeof deployment !== 'string' || !deployment.startsWith('SCRATCH');
}

// Snapshots of Multi-AZ DB clusters can't be copied, and there are no continuous backups of them.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/rds-backup.html
function isMultiAzCluster(node: DraftNode): boolean {
  const engine = textAt(node, '/Engine');
  return engine !== undefined && !engine.startsWith('aurora');
}
