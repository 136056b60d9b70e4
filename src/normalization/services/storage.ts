/** Amazon EFS file systems with their satellites, Storage Gateway, and EBS snapshot policies of Data Lifecycle Manager. */
import { isDocumentMap } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Default, type Fields, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

/** On for One Zone file systems, off for regional ones. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-efs-filesystem-backuppolicy.html
function automaticBackup(resource: Written): Default {
  const isOneZone = resource.has('AvailabilityZoneName');
  if (isOneZone === 'unknown')
    return { decidedBy: { code: 'derived', subject: 'whether the file system lies in one zone', cure: '' } };
  return isOneZone === 'no' ? 'DISABLED' : 'ENABLED';
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
      namedBy: 'id',
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

// Volumes of a gateway are declared by Terraform only: named as the API names them.
// https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateCachediSCSIVolume.html
const gatewayApi = 'https://docs.aws.amazon.com/storagegateway/latest/APIReference/API_CreateCachediSCSIVolume.html';
const gatewayVolume: ResourceTable = {
  type: 'AWS::StorageGateway::Volume',
  terraform: ['aws_storagegateway_cached_iscsi_volume', 'aws_storagegateway_stored_iscsi_volume'],
  properties: {
    GatewayARN: field.text({ terraform: 'gateway_arn', api: gatewayApi }),
    TargetName: field.text({ terraform: 'target_name', api: gatewayApi }),
    SnapshotId: field.text({ terraform: 'snapshot_id', api: gatewayApi }),
    KMSKey: field.text({ terraform: 'kms_key', api: gatewayApi }),
  },
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

const exclusions: Fields = {
  ExcludeTags: field.pairs({ terraform: 'exclude_tags' }),
  ExcludeBootVolumes: field.boolean({ terraform: 'exclude_boot_volumes' }),
  ExcludeVolumeTypes: field.texts({ terraform: 'exclude_volume_types' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dlm-lifecyclepolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dlm_lifecycle_policy
const snapshotPolicy: ResourceTable = {
  type: 'AWS::DLM::LifecyclePolicy',
  terraform: ['aws_dlm_lifecycle_policy'],
  properties: {
    State: field.text({ terraform: 'state', absent: { both: 'ENABLED' } }),
    ExecutionRoleArn: field.text({ terraform: 'execution_role_arn' }),
    DefaultPolicy: field.text({ terraform: 'default_policy' }),
    PolicyDetails: field.block(
      {
        PolicyType: field.text({ terraform: 'policy_type', absent: { both: 'EBS_SNAPSHOT_MANAGEMENT' } }),
        PolicyLanguage: field.text({ terraform: 'policy_language' }),
        ResourceType: field.text({ terraform: 'resource_type' }),
        ResourceTypes: field.texts({ terraform: 'resource_types' }),
        TargetTags: field.pairs({ terraform: 'target_tags' }),
        Schedules: field.objects(schedule, { terraform: 'schedule' }),
        // What a policy does when a snapshot is shared with the account.
        Actions: field.objects(
          {
            Name: field.text({ terraform: 'name' }),
            CrossRegionCopy: field.objects(
              {
                Target: field.text({ terraform: 'target' }),
                RetainRule: field.block(retainFor, { terraform: 'retain_rule' }),
              },
              { terraform: 'cross_region_copy' },
            ),
          },
          { terraform: 'action' },
        ),
        // Of default policies in the long form, which is Terraform's only one.
        CreateInterval: field.integer({ unit: 'days', terraform: 'create_interval' }),
        RetainInterval: field.integer({ unit: 'days', terraform: 'retain_interval' }),
        Exclusions: field.block(exclusions, { terraform: 'exclusions' }),
        CrossRegionCopyTargets: field.objects({ TargetRegion: field.text() }),
      },
      { terraform: 'policy_details' },
    ),
    // Of default policies.
    CreateInterval: field.integer({ unit: 'days' }),
    RetainInterval: field.integer({ unit: 'days' }),
    Exclusions: field.block({
      ExcludeTags: field.pairs(),
      ExcludeBootVolumes: field.boolean(),
      ExcludeVolumeTypes: field.texts(),
    }),
    CrossRegionCopyTargets: field.objects({ TargetRegion: field.text() }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: settleDefaultPolicy,
  parts: [
    { type: 'AWS::DLM::LifecyclePolicy.Schedule', at: '/PolicyDetails/Schedules', label: 'schedule', name: ['Name'] },
  ],
};

const ofDefaultPolicies = ['CreateInterval', 'RetainInterval', 'Exclusions'];

/** A default policy says in its details or beside them how often it runs, which is once a day when nothing is written. */
// https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateLifecyclePolicy.html
function settleDefaultPolicy(draft: DraftResource): void {
  if (!draft.properties.has('DefaultPolicy')) return;
  const details = draft.properties.get('PolicyDetails');
  for (const property of ofDefaultPolicies) {
    const inDetails = isDocumentMap(details) ? details[property] : undefined;
    if (draft.properties.has(property) || inDetails === undefined) continue;
    draft.properties.set(property, inDetails);
    draft.copyNotes(`/PolicyDetails/${property}`, `/${property}`);
  }
  setDefault(draft, 'CreateInterval', 1);
  setDefault(draft, 'RetainInterval', 7);
}

function setDefault(draft: DraftResource, property: string, value: number): void {
  if (draft.properties.has(property) || draft.declared.kind === 'data') return;
  const source = 'https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateLifecyclePolicy.html';
  draft.properties.set(property, value);
  draft.noteDefault({ pointer: `/${property}`, name: property }, draft.declared.header, source);
}

export const storageTables: readonly ResourceTable[] = [fileSystem, mountTarget, gatewayVolume, snapshotPolicy];
