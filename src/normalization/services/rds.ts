/** Amazon RDS and Aurora: instances, clusters, global clusters, subnet groups. */
import { field, type Default, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

type InstanceDefault = (resource: Written) => Default | undefined;

/** Members of a cluster have these properties from their cluster, so the instance itself has no default. */
function outsideClusters(value: Default | InstanceDefault): InstanceDefault {
  return (resource) => {
    const isMember = resource.has('DBClusterIdentifier');
    if (isMember === 'yes') return undefined;
    const whenAlone = typeof value === 'function' ? value(resource) : value;
    if (isMember === 'no' || whenAlone === undefined) return whenAlone;
    return { decidedBy: { code: 'derived', subject: 'whether the instance is a member of a cluster', cure: '' } };
  };
}

/** What a new instance has; a restored one inherits it, and a read replica is created without automated backups. */
// https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.BackupRetention.html
function backupRetention(whenNew: number): InstanceDefault {
  return (resource) => {
    if (restoredFrom.some((property) => resource.has(property) !== 'no')) {
      return {
        decidedBy: {
          code: 'derived',
          subject: 'the backup retention of what the instance is restored from',
          cure: 'write the retention here',
        },
      };
    }
    const isReplica = [resource.has('SourceDBInstanceIdentifier'), resource.has('SourceDBClusterIdentifier')];
    if (isReplica.includes('yes') || whenNew === 0) return 0;
    if (!isReplica.includes('unknown')) return whenNew;
    return { decidedBy: { code: 'derived', subject: 'whether the instance is a read replica', cure: '' } };
  };
}

const restoredFrom = [
  'DBSnapshotIdentifier',
  'DBClusterSnapshotIdentifier',
  'SourceDBInstanceAutomatedBackupsArn',
  'SourceDbiResourceId',
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbinstance.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance
const instance: ResourceTable = {
  type: 'AWS::RDS::DBInstance',
  terraform: ['aws_db_instance'],
  properties: {
    DBInstanceIdentifier: field.text({ terraform: 'identifier' }),
    DBClusterIdentifier: field.text(),
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade
    DBName: field.text({ terraform: ['db_name', 'name'] }),
    DBInstanceClass: field.text({ terraform: 'instance_class' }),
    AllocatedStorage: field.integer({ unit: 'gibibytes', terraform: 'allocated_storage' }),
    MultiAZ: field.boolean({ terraform: 'multi_az', absent: { both: outsideClusters(false) } }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    BackupRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'backup_retention_period',
      absent: { terraform: backupRetention(0), cloudFormation: outsideClusters(backupRetention(1)) },
    }),
    PreferredBackupWindow: field.text({ terraform: 'backup_window' }),
    PreferredMaintenanceWindow: field.text({ terraform: 'maintenance_window' }),
    DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: outsideClusters(false) } }),
    DeleteAutomatedBackups: field.boolean({
      terraform: 'delete_automated_backups',
      absent: { both: outsideClusters(true) },
    }),
    CopyTagsToSnapshot: field.boolean({ terraform: 'copy_tags_to_snapshot', absent: { both: outsideClusters(false) } }),
    SkipFinalSnapshot: field.boolean({
      terraform: 'skip_final_snapshot',
      absent: { terraform: false },
      api: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html',
    }),
    FinalDBSnapshotIdentifier: field.text({
      terraform: 'final_snapshot_identifier',
      api: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBInstance.html',
    }),
    SourceDBInstanceIdentifier: field.text({ terraform: 'replicate_source_db' }),
    SourceDBClusterIdentifier: field.text(),
    SourceRegion: field.text(),
    ReplicaMode: field.text({ terraform: 'replica_mode' }),
    AutomaticBackupReplicationRegion: field.text(),
    AutomaticBackupReplicationRetentionPeriod: field.integer({
      unit: 'days',
      absent: { cloudFormation: replicatedRetention },
    }),
    AutomaticBackupReplicationKmsKeyId: field.text(),
    BackupTarget: field.text({ terraform: 'backup_target', absent: { both: outsideClusters('region') } }),
    ApplyImmediately: field.boolean({ terraform: 'apply_immediately' }),
    StorageEncrypted: field.boolean({
      terraform: 'storage_encrypted',
      absent: { both: (resource) => (isCopy(resource) ? undefined : outsideClusters(false)(resource)) },
    }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    DBSubnetGroupName: field.text({ terraform: 'db_subnet_group_name' }),
    DBParameterGroupName: field.text({ terraform: 'parameter_group_name' }),
    OptionGroupName: field.text({ terraform: 'option_group_name' }),
    DBSnapshotIdentifier: field.text({ terraform: 'snapshot_identifier' }),
    DBClusterSnapshotIdentifier: field.text(),
    SourceDBInstanceAutomatedBackupsArn: field.text({
      terraform: 'restore_to_point_in_time.source_db_instance_automated_backups_arn',
    }),
    SourceDbiResourceId: field.text({
      terraform: [
        'restore_to_point_in_time.source_dbi_resource_id',
        'restore_to_point_in_time.source_db_instance_identifier',
      ],
    }),
    PromotionTier: field.integer({ absent: { cloudFormation: membersOnly(1) } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_db_instance_automated_backups_replication',
      joinBy: 'source_db_instance_arn',
      properties: {
        AutomaticBackupReplicationRegion: field.ownRegion(),
        AutomaticBackupReplicationRetentionPeriod: field.integer({
          unit: 'days',
          terraform: 'retention_period',
          absent: { terraform: 7 },
        }),
        AutomaticBackupReplicationKmsKeyId: field.text({ terraform: 'kms_key_id' }),
      },
    },
  ],
};

/** A replica or a restored instance is encrypted as its source is. */
function isCopy(resource: Written): boolean {
  return [...restoredFrom, 'SourceDBInstanceIdentifier', 'SourceDBClusterIdentifier'].some(
    (property) => resource.has(property) !== 'no',
  );
}

function membersOnly(value: number): InstanceDefault {
  return (resource) => (resource.has('DBClusterIdentifier') === 'yes' ? value : undefined);
}

/** Replicated backups are kept as long as the source's own. */
function replicatedRetention(resource: Written): Default | undefined {
  if (resource.has('AutomaticBackupReplicationRegion') === 'no') return undefined;
  return resource.has('BackupRetentionPeriod') === 'no' ? 1 : { sameAs: 'BackupRetentionPeriod' };
}

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster_instance
const clusterInstance: ResourceTable = {
  type: 'AWS::RDS::DBInstance',
  terraform: ['aws_rds_cluster_instance'],
  properties: {
    DBInstanceIdentifier: field.text({ terraform: 'identifier' }),
    DBClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    DBInstanceClass: field.text({ terraform: 'instance_class' }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    PreferredBackupWindow: field.text({ terraform: 'preferred_backup_window' }),
    PreferredMaintenanceWindow: field.text({ terraform: 'preferred_maintenance_window' }),
    DBSubnetGroupName: field.text({ terraform: 'db_subnet_group_name' }),
    DBParameterGroupName: field.text({ terraform: 'db_parameter_group_name' }),
    PromotionTier: field.integer({ terraform: 'promotion_tier', absent: { terraform: 0 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-dbcluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_cluster
const cluster: ResourceTable = {
  type: 'AWS::RDS::DBCluster',
  terraform: ['aws_rds_cluster'],
  properties: {
    DBClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
    // Until version 5 of the provider the engine could be left out.
    Engine: field.text({
      terraform: 'engine',
      absent: { terraform: 'aurora' },
      source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/guides/version-5-upgrade',
    }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    EngineMode: field.text({ terraform: 'engine_mode', absent: { both: 'provisioned' } }),
    ClusterScalabilityType: field.text({ terraform: 'cluster_scalability_type' }),
    DBClusterInstanceClass: field.text({ terraform: 'db_cluster_instance_class' }),
    AllocatedStorage: field.integer({ unit: 'gibibytes', terraform: 'allocated_storage' }),
    BackupRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'backup_retention_period',
      absent: { both: 1 },
    }),
    PreferredBackupWindow: field.text({ terraform: 'preferred_backup_window' }),
    PreferredMaintenanceWindow: field.text({ terraform: 'preferred_maintenance_window' }),
    DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: false } }),
    DeleteAutomatedBackups: field.boolean({ terraform: 'delete_automated_backups', absent: { both: true } }),
    CopyTagsToSnapshot: field.boolean({ terraform: 'copy_tags_to_snapshot', absent: { both: false } }),
    SkipFinalSnapshot: field.boolean({
      terraform: 'skip_final_snapshot',
      absent: { terraform: false },
      api: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html',
    }),
    FinalDBSnapshotIdentifier: field.text({
      terraform: 'final_snapshot_identifier',
      api: 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DeleteDBCluster.html',
    }),
    BacktrackWindow: field.integer({ unit: 'seconds', terraform: 'backtrack_window', absent: { both: 0 } }),
    MasterUsername: field.text({ terraform: 'master_username' }),
    ManageMasterUserPassword: field.boolean({ terraform: 'manage_master_user_password' }),
    GlobalClusterIdentifier: field.text({ terraform: 'global_cluster_identifier' }),
    ReplicationSourceIdentifier: field.text({ terraform: 'replication_source_identifier' }),
    SourceRegion: field.text({ terraform: 'source_region' }),
    AvailabilityZones: field.texts({ terraform: 'availability_zones' }),
    EnableGlobalWriteForwarding: field.boolean({
      terraform: 'enable_global_write_forwarding',
      absent: { both: false },
    }),
    StorageEncrypted: field.boolean({ terraform: 'storage_encrypted' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    DBSubnetGroupName: field.text({ terraform: 'db_subnet_group_name' }),
    DBClusterParameterGroupName: field.text({ terraform: 'db_cluster_parameter_group_name' }),
    SnapshotIdentifier: field.text({ terraform: 'snapshot_identifier' }),
    SourceDBClusterIdentifier: field.text({ terraform: 'restore_to_point_in_time.source_cluster_identifier' }),
    ServerlessV2ScalingConfiguration: field.block(
      {
        MinCapacity: field.integer({ terraform: 'min_capacity' }),
        MaxCapacity: field.integer({ terraform: 'max_capacity' }),
      },
      { terraform: 'serverlessv2_scaling_configuration' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-rds-globalcluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/rds_global_cluster
const globalCluster: ResourceTable = {
  type: 'AWS::RDS::GlobalCluster',
  terraform: ['aws_rds_global_cluster'],
  properties: {
    GlobalClusterIdentifier: field.text({ terraform: 'global_cluster_identifier' }),
    Engine: field.text({ terraform: 'engine' }),
    EngineVersion: field.text({ terraform: 'engine_version' }),
    SourceDBClusterIdentifier: field.text({ terraform: 'source_db_cluster_identifier' }),
    DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: false } }),
    StorageEncrypted: field.boolean({ terraform: 'storage_encrypted' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const subnetGroup: ResourceTable = {
  type: 'AWS::RDS::DBSubnetGroup',
  terraform: ['aws_db_subnet_group'],
  properties: {
    DBSubnetGroupName: field.text({ terraform: 'name' }),
    SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// Only Terraform declares snapshots: they are named as the API names them.
// https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html
const snapshotApi = 'https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_CopyDBSnapshot.html';
const snapshots: readonly ResourceTable[] = [
  {
    type: 'AWS::RDS::DBSnapshot',
    terraform: ['aws_db_snapshot'],
    properties: {
      DBSnapshotIdentifier: field.text({ terraform: 'db_snapshot_identifier', api: snapshotApi }),
      DBInstanceIdentifier: field.text({ terraform: 'db_instance_identifier', api: snapshotApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::RDS::DBSnapshot',
    terraform: ['aws_db_snapshot_copy'],
    properties: {
      DBSnapshotIdentifier: field.text({ terraform: 'target_db_snapshot_identifier', api: snapshotApi }),
      SourceDBSnapshotIdentifier: field.text({ terraform: 'source_db_snapshot_identifier', api: snapshotApi }),
      DestinationRegion: field.text({ terraform: 'destination_region', api: snapshotApi }),
      KmsKeyId: field.text({ terraform: 'kms_key_id', api: snapshotApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::RDS::DBClusterSnapshot',
    terraform: ['aws_db_cluster_snapshot'],
    properties: {
      DBClusterSnapshotIdentifier: field.text({ terraform: 'db_cluster_snapshot_identifier', api: snapshotApi }),
      DBClusterIdentifier: field.text({ terraform: 'db_cluster_identifier', api: snapshotApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::RDS::DBClusterSnapshot',
    terraform: ['aws_rds_cluster_snapshot_copy'],
    properties: {
      DBClusterSnapshotIdentifier: field.text({ terraform: 'target_db_cluster_snapshot_identifier', api: snapshotApi }),
      SourceDBClusterSnapshotIdentifier: field.text({
        terraform: 'source_db_cluster_snapshot_identifier',
        api: snapshotApi,
      }),
      DestinationRegion: field.text({ terraform: 'destination_region', api: snapshotApi }),
      KmsKeyId: field.text({ terraform: 'kms_key_id', api: snapshotApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationinstance.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_instance
const replicationInstance: ResourceTable = {
  type: 'AWS::DMS::ReplicationInstance',
  terraform: ['aws_dms_replication_instance'],
  properties: {
    ReplicationInstanceIdentifier: field.text({ terraform: 'replication_instance_id' }),
    ReplicationInstanceClass: field.text({ terraform: 'replication_instance_class' }),
    MultiAZ: field.boolean({ terraform: 'multi_az', absent: { both: false } }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    ReplicationSubnetGroupIdentifier: field.text({ terraform: 'replication_subnet_group_id' }),
    KmsKeyId: field.text({ terraform: 'kms_key_arn' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dms-replicationsubnetgroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dms_replication_subnet_group
const replicationSubnetGroup: ResourceTable = {
  type: 'AWS::DMS::ReplicationSubnetGroup',
  terraform: ['aws_dms_replication_subnet_group'],
  properties: {
    ReplicationSubnetGroupIdentifier: field.text({ terraform: 'replication_subnet_group_id' }),
    ReplicationSubnetGroupDescription: field.text({ terraform: 'replication_subnet_group_description' }),
    SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const rdsTables: readonly ResourceTable[] = [
  instance,
  clusterInstance,
  cluster,
  globalCluster,
  subnetGroup,
  ...snapshots,
  replicationInstance,
  replicationSubnetGroup,
];
