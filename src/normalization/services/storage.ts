/** Amazon EFS file systems with their satellites, Amazon FSx, and EBS snapshot policies of Data Lifecycle Manager. */
import { field, type Fields, type Written } from '../fields.ts';
import type { ResourceTable, TagProperty } from '../resource-table.ts';

/** On for One Zone file systems, off for regional ones. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-efs-filesystem-backuppolicy.html
function automaticBackup(resource: Written): string {
  return resource.has('AvailabilityZoneName') === 'no' ? 'DISABLED' : 'ENABLED';
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-efs-filesystem.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/efs_file_system
const fileSystem: ResourceTable = {
  type: 'AWS::EFS::FileSystem',
  terraform: ['aws_efs_file_system'],
  properties: {
    AvailabilityZoneName: field.text({ terraform: 'availability_zone_name' }),
    BackupPolicy: field.object({ Status: field.text({ absent: { both: automaticBackup } }) }),
    Encrypted: field.boolean({ terraform: 'encrypted', absent: { both: false } }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    FileSystemProtection: field.object(
      {
        ReplicationOverwriteProtection: field.text({ terraform: 'replication_overwrite', absent: { both: 'ENABLED' } }),
      },
      { terraform: 'protection' },
    ),
    ReplicationConfiguration: field.block({
      Destinations: field.objects({
        Region: field.text(),
        AvailabilityZoneName: field.text(),
        FileSystemId: field.text(),
        KmsKeyId: field.text(),
      }),
    }),
  },
  tags: { property: 'FileSystemTags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_efs_backup_policy',
      joinBy: 'file_system_id',
      properties: {
        BackupPolicy: field.object({ Status: field.text({ terraform: 'status' }) }, { terraform: 'backup_policy' }),
      },
    },
    {
      terraform: 'aws_efs_replication_configuration',
      joinBy: 'source_file_system_id',
      properties: {
        ReplicationConfiguration: field.object({
          Destinations: field.objects(
            {
              Region: field.text({ terraform: 'region' }),
              AvailabilityZoneName: field.text({ terraform: 'availability_zone_name' }),
              FileSystemId: field.text({ terraform: 'file_system_id' }),
              KmsKeyId: field.text({ terraform: 'kms_key_id' }),
            },
            { terraform: 'destination' },
          ),
        }),
      },
    },
  ],
};

const mountTarget: ResourceTable = {
  type: 'AWS::EFS::MountTarget',
  terraform: ['aws_efs_mount_target'],
  properties: {
    FileSystemId: field.text({ terraform: 'file_system_id' }),
    SubnetId: field.text({ terraform: 'subnet_id' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-datasync-task.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/datasync_task
const transfer: ResourceTable = {
  type: 'AWS::DataSync::Task',
  terraform: ['aws_datasync_task'],
  properties: {
    SourceLocationArn: field.text({ terraform: 'source_location_arn' }),
    DestinationLocationArn: field.text({ terraform: 'destination_location_arn' }),
    Schedule: field.block(
      { ScheduleExpression: field.text({ terraform: 'schedule_expression' }), Status: field.text() },
      { terraform: 'schedule' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const transferLocation: ResourceTable = {
  type: 'AWS::DataSync::LocationEFS',
  terraform: ['aws_datasync_location_efs'],
  properties: { EfsFilesystemArn: field.text({ terraform: 'efs_file_system_arn' }) },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const retainFor: Fields = {
  Interval: field.integer({ terraform: 'interval' }),
  IntervalUnit: field.text({ terraform: 'interval_unit' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dlm-lifecyclepolicy-schedule.html
const schedule: Fields = {
  Name: field.text({ terraform: 'name' }),
  CreateRule: field.block(
    {
      Interval: field.integer({ terraform: 'interval' }),
      IntervalUnit: field.text({ terraform: 'interval_unit', absent: { terraform: 'HOURS' } }),
      Times: field.texts({ terraform: 'times' }),
      CronExpression: field.text({ terraform: 'cron_expression' }),
    },
    { terraform: 'create_rule' },
  ),
  RetainRule: field.block({ Count: field.integer({ terraform: 'count' }), ...retainFor }, { terraform: 'retain_rule' }),
  CrossRegionCopyRules: field.objects(
    {
      Target: field.text({ terraform: 'target' }),
      TargetRegion: field.text({ terraform: 'target_region' }),
      Encrypted: field.boolean({ terraform: 'encrypted' }),
      CmkArn: field.text({ terraform: 'cmk_arn' }),
      RetainRule: field.block(retainFor, { terraform: 'retain_rule' }),
    },
    { terraform: 'cross_region_copy_rule' },
  ),
  FastRestoreRule: field.block(
    {
      AvailabilityZones: field.texts({ terraform: 'availability_zones' }),
      Count: field.integer({ terraform: 'count' }),
      ...retainFor,
    },
    { terraform: 'fast_restore_rule' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dlm-lifecyclepolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy
const snapshotPolicy: ResourceTable = {
  type: 'AWS::DLM::LifecyclePolicy',
  terraform: ['aws_dlm_lifecycle_policy'],
  properties: {
    State: field.text({ terraform: 'state', absent: { both: 'ENABLED' } }),
    DefaultPolicy: field.text({ terraform: 'default_policy' }),
    PolicyDetails: field.block(
      {
        PolicyType: field.text({ terraform: 'policy_type', absent: { both: 'EBS_SNAPSHOT_MANAGEMENT' } }),
        ResourceTypes: field.texts({ terraform: 'resource_types' }),
        TargetTags: field.pairs({ terraform: 'target_tags' }),
        Schedules: field.objects(schedule, { terraform: 'schedule' }),
        // What a policy does when a snapshot is shared with the account.
        Actions: field.objects(
          {
            Name: field.text({ terraform: 'name' }),
            CrossRegionCopy: field.objects(
              { Target: field.text({ terraform: 'target' }) },
              { terraform: 'cross_region_copy' },
            ),
          },
          { terraform: 'action' },
        ),
        // Of default policies in the long form.
        CrossRegionCopyTargets: field.objects({ TargetRegion: field.text() }),
      },
      { terraform: 'policy_details' },
    ),
    // Of default policies.
    CrossRegionCopyTargets: field.objects({ TargetRegion: field.text() }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  parts: [
    { type: 'AWS::DLM::LifecyclePolicy.Schedule', at: '/PolicyDetails/Schedules', label: 'schedule', name: ['Name'] },
  ],
};

/** The four kinds of FSx are one type in CloudFormation, each with a configuration of its own. */
interface FsxKind {
  readonly terraform: string;
  readonly kind: string;
  readonly configuration: string;
  /** How long automatic backups are kept when nothing is written, in days. */
  readonly days: { readonly terraform: number; readonly cloudFormation: number };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-filesystem.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_windows_file_system
const fsxKinds: readonly FsxKind[] = [
  {
    terraform: 'aws_fsx_windows_file_system',
    kind: 'WINDOWS',
    configuration: 'WindowsConfiguration',
    days: { terraform: 7, cloudFormation: 30 },
  },
  {
    terraform: 'aws_fsx_ontap_file_system',
    kind: 'ONTAP',
    configuration: 'OntapConfiguration',
    days: { terraform: 0, cloudFormation: 30 },
  },
  {
    terraform: 'aws_fsx_openzfs_file_system',
    kind: 'OPENZFS',
    configuration: 'OpenZFSConfiguration',
    days: { terraform: 0, cloudFormation: 30 },
  },
  {
    terraform: 'aws_fsx_lustre_file_system',
    kind: 'LUSTRE',
    configuration: 'LustreConfiguration',
    days: { terraform: 0, cloudFormation: 0 },
  },
];

function fsxConfiguration({ kind, days }: FsxKind): Fields {
  return {
    DeploymentType: field.text({
      terraform: 'deployment_type',
      ...(kind === 'WINDOWS' ? { absent: { both: 'SINGLE_AZ_1' } } : {}),
      ...(kind === 'LUSTRE' ? { absent: { both: 'SCRATCH_1' } } : {}),
    }),
    AutomaticBackupRetentionDays: field.integer({
      unit: 'days',
      terraform: 'automatic_backup_retention_days',
      absent: days,
    }),
  };
}

const fsxCommon: Fields = {
  SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  KmsKeyId: field.text({ terraform: 'kms_key_id' }),
};

const fsxTags: TagProperty = { property: 'Tags', form: 'list', terraform: 'tags' };

const fsx: readonly ResourceTable[] = [
  // First, and so CloudFormation's.
  {
    type: 'AWS::FSx::FileSystem',
    terraform: [],
    properties: {
      FileSystemType: field.text(),
      ...fsxCommon,
      ...Object.fromEntries(fsxKinds.map((kind) => [kind.configuration, field.block(fsxConfiguration(kind))])),
    },
    tags: fsxTags,
  },
  ...fsxKinds.map((kind) => ({
    type: 'AWS::FSx::FileSystem',
    terraform: [kind.terraform],
    properties: {
      FileSystemType: field.text({ absent: { terraform: kind.kind } }),
      ...fsxCommon,
      [kind.configuration]: field.object(fsxConfiguration(kind)),
    },
    tags: fsxTags,
  })),
];

export const storageTables: readonly ResourceTable[] = [
  fileSystem,
  mountTarget,
  transfer,
  transferLocation,
  ...fsx,
  snapshotPolicy,
];
