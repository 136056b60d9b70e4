/** AWS DataSync: tasks, and the file systems and buckets that they bring files from and to. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

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

/** A store as DataSync reaches it; which one it is stands in one property. */
function location(
  kind: string,
  terraform: string,
  named: readonly [property: string, argument: string],
): ResourceTable {
  const [property, argument] = named;
  return {
    type: `AWS::DataSync::Location${kind}`,
    terraform: [`aws_datasync_location_${terraform}`],
    properties: { [property]: field.text({ terraform: argument }) },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  };
}

const fsxArn = ['FsxFilesystemArn', 'fsx_filesystem_arn'] as const;

export const transferTables: readonly ResourceTable[] = [
  transfer,
  location('EFS', 'efs', ['EfsFilesystemArn', 'efs_file_system_arn']),
  location('FSxLustre', 'fsx_lustre_file_system', fsxArn),
  location('FSxONTAP', 'fsx_ontap_file_system', ['StorageVirtualMachineArn', 'storage_virtual_machine_arn']),
  location('FSxOpenZFS', 'fsx_openzfs_file_system', fsxArn),
  location('FSxWindows', 'fsx_windows_file_system', fsxArn),
  location('S3', 's3', ['S3BucketArn', 's3_bucket_arn']),
];
