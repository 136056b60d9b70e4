/** Amazon Redshift clusters with their snapshots, and Redshift Serverless. */
import { field, type Default, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

function whenCopied(resource: Written): number | undefined {
  return resource.has('DestinationRegion') === 'yes' ? 7 : undefined;
}

/** The provider derives it from the number of nodes. */
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster#cluster_type
function typeByNodes(resource: Written): Default {
  const nodes = resource.value('NumberOfNodes');
  if (nodes === undefined) return 'single-node';
  if (nodes.kind === 'scalar') return Number(nodes.value) > 1 ? 'multi-node' : 'single-node';
  return { decidedBy: { code: 'derived', subject: 'the number of nodes', cure: 'write cluster_type' } };
}

/** A day, unless the cluster is restored: then what the snapshot's own cluster had. */
// https://docs.aws.amazon.com/redshift/latest/APIReference/API_RestoreFromClusterSnapshot.html
function snapshotRetention(resource: Written): Default {
  if (resource.has('SnapshotIdentifier') === 'no') return 1;
  const subject = 'the snapshot retention of the cluster that it is restored from';
  return { decidedBy: { code: 'derived', subject, cure: 'write the retention here' } };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshift-cluster.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshift_cluster
const redshift: ResourceTable = {
  type: 'AWS::Redshift::Cluster',
  terraform: ['aws_redshift_cluster'],
  properties: {
    ClusterIdentifier: field.text({ terraform: 'cluster_identifier' }),
    ClusterType: field.text({ terraform: 'cluster_type', absent: { terraform: typeByNodes } }),
    NodeType: field.text({ terraform: 'node_type' }),
    NumberOfNodes: field.integer({ terraform: 'number_of_nodes', absent: { both: 1 } }),
    AutomatedSnapshotRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'automated_snapshot_retention_period',
      absent: { both: snapshotRetention },
    }),
    SnapshotIdentifier: field.text({ terraform: 'snapshot_identifier' }),
    ManualSnapshotRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'manual_snapshot_retention_period',
      absent: { both: -1 },
    }),
    MultiAZ: field.boolean({ terraform: 'multi_az', absent: { both: false } }),
    AvailabilityZone: field.text({ terraform: 'availability_zone' }),
    AvailabilityZoneRelocation: field.boolean({
      terraform: 'availability_zone_relocation_enabled',
      absent: { both: false },
    }),
    ClusterSubnetGroupName: field.text({ terraform: 'cluster_subnet_group_name' }),
    ClusterParameterGroupName: field.text({ terraform: 'cluster_parameter_group_name' }),
    ClusterVersion: field.text({ terraform: 'cluster_version' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    // The block snapshot_copy is that of provider version 5 and older.
    DestinationRegion: field.text({ terraform: 'snapshot_copy.destination_region' }),
    SnapshotCopyRetentionPeriod: field.integer({
      unit: 'days',
      terraform: 'snapshot_copy.retention_period',
      absent: { both: whenCopied },
    }),
    SnapshotCopyGrantName: field.text({ terraform: 'snapshot_copy.grant_name' }),
    SkipFinalSnapshot: field.boolean({
      terraform: 'skip_final_snapshot',
      absent: { terraform: false },
      api: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html',
    }),
    FinalClusterSnapshotIdentifier: field.text({
      terraform: 'final_snapshot_identifier',
      api: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_DeleteCluster.html',
    }),
    // CloudFormation has no property for it.
    SnapshotScheduleIdentifier: field.text({
      api: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_ModifyClusterSnapshotSchedule.html',
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_redshift_snapshot_copy',
      joinBy: 'cluster_identifier',
      properties: {
        DestinationRegion: field.text({ terraform: 'destination_region' }),
        SnapshotCopyRetentionPeriod: field.integer({
          unit: 'days',
          terraform: 'retention_period',
          absent: { both: 7 },
        }),
        SnapshotCopyGrantName: field.text({ terraform: 'snapshot_copy_grant_name' }),
      },
    },
    {
      terraform: 'aws_redshift_snapshot_schedule_association',
      joinBy: 'cluster_identifier',
      properties: {
        SnapshotScheduleIdentifier: field.text({
          terraform: 'schedule_identifier',
          api: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_ModifyClusterSnapshotSchedule.html',
        }),
      },
    },
  ],
};

const snapshotSchedule: ResourceTable = {
  type: 'AWS::Redshift::SnapshotSchedule',
  terraform: ['aws_redshift_snapshot_schedule'],
  properties: {
    ScheduleIdentifier: field.text({ terraform: 'identifier' }),
    ScheduleDefinitions: field.texts({ terraform: 'definitions' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const subnetGroup: ResourceTable = {
  type: 'AWS::Redshift::ClusterSubnetGroup',
  terraform: ['aws_redshift_subnet_group'],
  properties: {
    ClusterSubnetGroupName: field.text({
      terraform: 'name',
      api: 'https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateClusterSubnetGroup.html',
    }),
    SubnetIds: field.texts({ terraform: 'subnet_ids' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-redshiftserverless-namespace.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/redshiftserverless_namespace
const namespace: ResourceTable = {
  type: 'AWS::RedshiftServerless::Namespace',
  terraform: ['aws_redshiftserverless_namespace'],
  properties: {
    NamespaceName: field.text({ terraform: 'namespace_name' }),
    DbName: field.text({ terraform: 'db_name' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    SnapshotCopyConfigurations: field.objects({
      DestinationRegion: field.text(),
      DestinationKmsKeyId: field.text(),
      SnapshotRetentionPeriod: field.integer({ unit: 'days' }),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const redshiftTables: readonly ResourceTable[] = [redshift, snapshotSchedule, subnetGroup, namespace];
