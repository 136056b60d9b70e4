/** Amazon EC2: instances, volumes, launch templates, snapshots and images. */
import { documentMap, isDocumentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const ebs: Fields = {
  VolumeSize: field.integer({ unit: 'gibibytes', terraform: 'volume_size' }),
  VolumeType: field.text({ terraform: 'volume_type' }),
  DeleteOnTermination: field.boolean({ terraform: 'delete_on_termination' }),
  Encrypted: field.boolean({ terraform: 'encrypted' }),
  KmsKeyId: field.text({ terraform: 'kms_key_id' }),
};

const volumeOfInstance: Fields = {
  DeviceName: field.text({ terraform: 'device_name' }),
  Ebs: field.block({ ...ebs, SnapshotId: field.text({ terraform: 'snapshot_id' }) }),
};

const volumeOfTemplate: Fields = {
  DeviceName: field.text({ terraform: 'device_name' }),
  Ebs: field.block({ ...ebs, SnapshotId: field.text({ terraform: 'snapshot_id' }) }, { terraform: 'ebs' }),
};

/** Terraform's root volume is a block of its own; its device name is the image's. */
function addRootVolume(draft: DraftResource): void {
  const root = draft.properties.get('RootVolume');
  if (root === undefined) return;
  const others = draft.properties.get('BlockDeviceMappings') ?? [];
  if (!Array.isArray(others)) return;
  const index = others.length;
  draft.copyNotes('/RootVolume', `/BlockDeviceMappings/${index}/Ebs`);
  draft.remove('RootVolume');
  draft.properties.set('BlockDeviceMappings', Object.freeze([...others, rootMapping(draft, root)]));
}

function rootMapping(draft: DraftResource, root: Document): Document {
  const reason = { code: 'derived', subject: 'the root device of the image', cure: '' } as const;
  const device = new UnknownLeaf({ key: `${draft.declared.id}/RootDevice`, reason });
  // The root volume goes with its instance unless something else is said.
  // https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configure-root-volume-delete-on-termination.html
  const isSaid = !isDocumentMap(root) || root['DeleteOnTermination'] !== undefined;
  const volume = isSaid ? root : documentMap([...Object.entries(root), ['DeleteOnTermination', true]]);
  return documentMap([
    ['DeviceName', device],
    ['Ebs', volume],
  ]);
}

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
    RootVolume: field.block(ebs, {
      terraform: 'root_block_device',
      describedBy: 'AWS::EC2::Instance.BlockDeviceMappings.Ebs',
    }),
    VolumeTags: field.map({
      terraform: 'volume_tags',
      api: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_TagSpecification.html',
    }),
    PropagateTagsToVolumeOnCreation: field.boolean(),
    AutoRecovery: field.text({
      terraform: 'maintenance_options.auto_recovery',
      absent: { terraform: 'default' },
      api: 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_InstanceMaintenanceOptionsRequest.html',
    }),
    LaunchTemplate: field.block(
      {
        LaunchTemplateId: field.text({ terraform: 'id' }),
        LaunchTemplateName: field.text({ terraform: 'name' }),
        Version: field.text({ terraform: 'version', absent: { terraform: '$Default' } }),
      },
      { terraform: 'launch_template' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: addRootVolume,
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
    // CloudFormation says it by the deletion policy.
    FinalSnapshot: field.boolean({
      terraform: 'final_snapshot',
      absent: { terraform: false },
      api: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ebs_volume',
    }),
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
      InstanceMarketOptions: field.block(
        { MarketType: field.text({ terraform: 'market_type' }) },
        { terraform: 'instance_market_options' },
      ),
      Placement: field.block(
        { AvailabilityZone: field.text({ terraform: 'availability_zone' }) },
        { terraform: 'placement' },
      ),
      BlockDeviceMappings: field.objects(volumeOfTemplate, { terraform: 'block_device_mappings' }),
      // The tags of what is launched; those of the template itself are beside them.
      TagSpecifications: field.objects(
        { ResourceType: field.text({ terraform: 'resource_type' }), Tags: field.pairs({ terraform: 'tags' }) },
        { terraform: 'tag_specifications' },
      ),
    }),
  },
};

// Only Terraform declares snapshots and images: CloudFormation has no types for them, so they are named as the API names them.
const snapshotApi = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopySnapshot.html';
const imageApi = 'https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CopyImage.html';
const snapshots: readonly ResourceTable[] = [
  {
    type: 'AWS::EC2::Snapshot',
    terraform: ['aws_ebs_snapshot'],
    properties: { VolumeId: field.text({ terraform: 'volume_id', api: snapshotApi }) },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::EC2::Snapshot',
    terraform: ['aws_ebs_snapshot_copy'],
    properties: {
      SourceSnapshotId: field.text({ terraform: 'source_snapshot_id', api: snapshotApi }),
      SourceRegion: field.text({ terraform: 'source_region', api: snapshotApi }),
      KmsKeyId: field.text({ terraform: 'kms_key_id', api: snapshotApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::EC2::FastSnapshotRestore',
    terraform: ['aws_ebs_fast_snapshot_restore'],
    properties: {
      SnapshotId: field.text({ terraform: 'snapshot_id', api: snapshotApi }),
      AvailabilityZone: field.text({ terraform: 'availability_zone', api: snapshotApi }),
    },
  },
  {
    type: 'AWS::EC2::Image',
    terraform: ['aws_ami'],
    properties: { Name: field.text({ terraform: 'name', api: imageApi }) },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::EC2::Image',
    terraform: ['aws_ami_from_instance'],
    properties: { Name: field.text({ terraform: 'name', api: imageApi }) },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::EC2::Image',
    terraform: ['aws_ami_copy'],
    properties: {
      Name: field.text({ terraform: 'name', api: imageApi }),
      SourceImageId: field.text({ terraform: 'source_ami_id', api: imageApi }),
      SourceRegion: field.text({ terraform: 'source_ami_region', api: imageApi }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-capacityreservation.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ec2_capacity_reservation
const capacityReservation: ResourceTable = {
  type: 'AWS::EC2::CapacityReservation',
  terraform: ['aws_ec2_capacity_reservation'],
  properties: {
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    InstanceType: field.text({ terraform: 'instance_type' }),
    InstancePlatform: field.text({ terraform: 'instance_platform' }),
    InstanceCount: field.integer({ terraform: 'instance_count' }),
    InstanceMatchCriteria: field.text({ terraform: 'instance_match_criteria', absent: { both: 'open' } }),
    EndDateType: field.text({ terraform: 'end_date_type', absent: { both: 'unlimited' } }),
    EndDate: field.text({ terraform: 'end_date' }),
    Tenancy: field.text({ terraform: 'tenancy', absent: { both: 'default' } }),
  },
};

export const ec2Tables: readonly ResourceTable[] = [
  instance,
  volume,
  volumeAttachment,
  launchTemplate,
  capacityReservation,
  ...snapshots,
];
