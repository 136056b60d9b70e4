/** Amazon EC2: instances, volumes, launch templates. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const volumeOfInstance: Fields = {
  DeviceName: field.text({ terraform: 'device_name' }),
  Ebs: field.block({
    VolumeSize: field.integer({ unit: 'gibibytes', terraform: 'volume_size' }),
    VolumeType: field.text({ terraform: 'volume_type' }),
    DeleteOnTermination: field.boolean({ terraform: 'delete_on_termination' }),
    Encrypted: field.boolean({ terraform: 'encrypted' }),
    SnapshotId: field.text({ terraform: 'snapshot_id' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
  }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-instance.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance
const instance: ResourceTable = {
  type: 'AWS::EC2::Instance',
  terraform: ['aws_instance'],
  properties: {
    ImageId: field.text({ terraform: 'ami' }),
    InstanceType: field.text({ terraform: 'instance_type' }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    SubnetId: field.text({ terraform: 'subnet_id' }),
    DisableApiTermination: field.boolean({ terraform: 'disable_api_termination', absent: { both: false } }),
    BlockDeviceMappings: field.objects(volumeOfInstance, { terraform: 'ebs_block_device' }),
    LaunchTemplate: field.block(
      {
        LaunchTemplateId: field.text({ terraform: 'id' }),
        LaunchTemplateName: field.text({ terraform: 'name' }),
        Version: field.text({ terraform: 'version' }),
      },
      { terraform: 'launch_template' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-volume.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume
const volume: ResourceTable = {
  type: 'AWS::EC2::Volume',
  terraform: ['aws_ebs_volume'],
  properties: {
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    Size: field.integer({ unit: 'gibibytes', terraform: 'size' }),
    VolumeType: field.text({ terraform: 'type', absent: { both: 'gp2' } }),
    SnapshotId: field.text({ terraform: 'snapshot_id' }),
    Encrypted: field.boolean({ terraform: 'encrypted' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const volumeAttachment: ResourceTable = {
  type: 'AWS::EC2::VolumeAttachment',
  terraform: ['aws_volume_attachment'],
  properties: {
    VolumeId: field.text({ terraform: 'volume_id' }),
    InstanceId: field.text({ terraform: 'instance_id' }),
    Device: field.text({ terraform: 'device_name' }),
  },
};

const launchTemplate: ResourceTable = {
  type: 'AWS::EC2::LaunchTemplate',
  terraform: ['aws_launch_template'],
  properties: {
    LaunchTemplateName: field.text({ terraform: 'name' }),
    LaunchTemplateData: field.object({
      ImageId: field.text({ terraform: 'image_id' }),
      InstanceType: field.text({ terraform: 'instance_type' }),
      Placement: field.block(
        { AvailabilityZone: field.text({ terraform: 'availability_zone' }) },
        { terraform: 'placement' },
      ),
    }),
  },
};

export const ec2Tables: readonly ResourceTable[] = [instance, volume, volumeAttachment, launchTemplate];
