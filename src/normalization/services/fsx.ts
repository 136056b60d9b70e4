/** Amazon FSx: file systems of four kinds, volumes of two, and what they are reached through and linked to. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable, TagProperty } from '../resource-table.ts';

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
    DailyAutomaticBackupStartTime: field.text({ terraform: 'daily_automatic_backup_start_time' }),
    ...(kind === 'ONTAP'
      ? {}
      : { CopyTagsToBackups: field.boolean({ terraform: 'copy_tags_to_backups', absent: { both: false } }) }),
    ...(kind === 'LUSTRE' ? { ImportPath: field.text({ terraform: 'import_path' }) } : {}),
  };
}

const fsxCommon: Fields = {
  SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  KmsKeyId: field.text({ terraform: 'kms_key_id' }),
};

const finalBackup: Fields = {
  SkipFinalBackup: field.boolean({
    terraform: 'skip_final_backup',
    absent: { terraform: false },
    api: 'https://docs.aws.amazon.com/fsx/latest/APIReference/API_DeleteFileSystem.html',
  }),
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
      ...(kind.kind === 'ONTAP' ? {} : finalBackup),
      [kind.configuration]: field.object(fsxConfiguration(kind)),
    },
    tags: fsxTags,
  })),
];

/** What the two kinds of volumes have in common; each has its settings in a configuration of its own. */
const volume: Fields = {
  Name: field.text({ terraform: 'name' }),
  VolumeType: field.text(),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fsx-volume.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fsx_ontap_volume
const volumes: readonly ResourceTable[] = [
  // First, and so CloudFormation's.
  {
    type: 'AWS::FSx::Volume',
    terraform: [],
    properties: {
      ...volume,
      OntapConfiguration: field.block({
        StorageVirtualMachineId: field.text(),
        OntapVolumeType: field.text(),
        CopyTagsToBackups: field.boolean({ absent: { cloudFormation: false } }),
      }),
      OpenZFSConfiguration: field.block({
        ParentVolumeId: field.text(),
        CopyTagsToSnapshots: field.boolean({ absent: { cloudFormation: false } }),
      }),
    },
    tags: fsxTags,
  },
  {
    type: 'AWS::FSx::Volume',
    terraform: ['aws_fsx_ontap_volume'],
    properties: {
      ...volume,
      VolumeType: field.text({ absent: { terraform: 'ONTAP' } }),
      OntapConfiguration: field.object({
        StorageVirtualMachineId: field.text({ terraform: 'storage_virtual_machine_id' }),
        OntapVolumeType: field.text({ terraform: 'ontap_volume_type' }),
        CopyTagsToBackups: field.boolean({ terraform: 'copy_tags_to_backups', absent: { both: false } }),
      }),
      ...finalBackup,
    },
    tags: fsxTags,
  },
  {
    type: 'AWS::FSx::Volume',
    terraform: ['aws_fsx_openzfs_volume'],
    properties: {
      ...volume,
      VolumeType: field.text({ absent: { terraform: 'OPENZFS' } }),
      OpenZFSConfiguration: field.object({
        ParentVolumeId: field.text({ terraform: 'parent_volume_id' }),
        CopyTagsToSnapshots: field.boolean({ terraform: 'copy_tags_to_snapshots', absent: { both: false } }),
      }),
    },
    tags: fsxTags,
  },
];

/** Through it the volumes of an ONTAP file system are reached. */
const virtualMachine: ResourceTable = {
  type: 'AWS::FSx::StorageVirtualMachine',
  terraform: ['aws_fsx_ontap_storage_virtual_machine'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    FileSystemId: field.text({ terraform: 'file_system_id' }),
  },
  tags: fsxTags,
};

/** Links a directory of a Lustre file system to a bucket. */
const repositoryAssociation: ResourceTable = {
  type: 'AWS::FSx::DataRepositoryAssociation',
  terraform: ['aws_fsx_data_repository_association'],
  properties: {
    FileSystemId: field.text({ terraform: 'file_system_id' }),
    DataRepositoryPath: field.text({ terraform: 'data_repository_path' }),
  },
  tags: fsxTags,
};

export const fsxTables: readonly ResourceTable[] = [...fsx, ...volumes, virtualMachine, repositoryAssociation];
