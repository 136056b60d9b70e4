/** Amazon DynamoDB: tables with their replicas. Both languages and both kinds of CloudFormation table have one shape. */
import { documentMap, UnknownLeaf, type Document } from '../../core/document.ts';
import type { DraftResource } from '../draft-resource.ts';
import { field, type Default, type Fields } from '../fields.ts';
import { liftOwnReplica } from '../global-table.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-dynamodb-globaltable-replicaspecification.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
const replica: Fields = {
  Region: field.text({ terraform: 'region_name' }),
  PointInTimeRecoverySpecification: field.object({
    PointInTimeRecoveryEnabled: field.boolean({ terraform: 'point_in_time_recovery', absent: { both: false } }),
    RecoveryPeriodInDays: field.integer({ unit: 'days', absent: { both: 35 } }),
  }),
  DeletionProtectionEnabled: field.boolean({ terraform: 'deletion_protection_enabled', absent: { both: false } }),
  SSESpecification: field.block({ KMSMasterKeyId: field.text({ terraform: 'kms_key_arn' }) }),
};

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table_replica
const separateReplica: Fields = { ...replica, Region: field.ownRegion() };

/** A global table of the old version only names Regions; its tables are configured where they are declared. */
function setOnTheTable(): Default {
  return {
    decidedBy: {
      code: 'derived',
      subject: "what the replica's own table says",
      cure: 'scan the code that declares the table in that Region, too',
    },
  };
}

const indexKeys: Fields = {
  IndexName: field.text({ terraform: 'name' }),
  ProvisionedThroughput: field.block({
    ReadCapacityUnits: field.integer({ terraform: 'read_capacity' }),
    WriteCapacityUnits: field.integer({ terraform: 'write_capacity' }),
  }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-dynamodb-table.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/dynamodb_table
const table: ResourceTable = {
  type: 'AWS::DynamoDB::Table',
  cloudFormation: ['AWS::DynamoDB::GlobalTable'],
  terraform: ['aws_dynamodb_table'],
  properties: {
    TableName: field.text({ terraform: 'name' }),
    BillingMode: field.text({ terraform: 'billing_mode', absent: { both: 'PROVISIONED' } }),
    ProvisionedThroughput: field.block({
      ReadCapacityUnits: field.integer({ terraform: 'read_capacity' }),
      WriteCapacityUnits: field.integer({ terraform: 'write_capacity' }),
    }),
    GlobalSecondaryIndexes: field.objects(indexKeys, { terraform: 'global_secondary_index' }),
    PointInTimeRecoverySpecification: field.object({
      PointInTimeRecoveryEnabled: field.boolean({
        terraform: 'point_in_time_recovery.enabled',
        absent: { both: false },
      }),
      RecoveryPeriodInDays: field.integer({
        unit: 'days',
        terraform: 'point_in_time_recovery.recovery_period_in_days',
        absent: { both: 35 },
      }),
    }),
    DeletionProtectionEnabled: field.boolean({ terraform: 'deletion_protection_enabled', absent: { both: false } }),
    SSESpecification: field.block(
      { SSEEnabled: field.boolean({ terraform: 'enabled' }), KMSMasterKeyId: field.text({ terraform: 'kms_key_arn' }) },
      { terraform: 'server_side_encryption' },
    ),
    StreamSpecification: field.block({ StreamViewType: field.text({ terraform: 'stream_view_type' }) }),
    Replicas: field.objects(replica, { terraform: 'replica', of: 'AWS::DynamoDB::GlobalTable' }),
    MultiRegionConsistency: field.text({ terraform: 'replica.consistency_mode', of: 'AWS::DynamoDB::GlobalTable' }),
    RestoreSourceName: field.text({
      terraform: 'restore_source_name',
      api: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html',
    }),
    RestoreToLatestTime: field.boolean({
      terraform: 'restore_to_latest_time',
      api: 'https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html',
    }),
    WriteProvisionedThroughputSettings: field.block(
      {
        WriteCapacityAutoScalingSettings: field.block({ MinCapacity: field.integer(), MaxCapacity: field.integer() }),
      },
      { of: 'AWS::DynamoDB::GlobalTable' },
    ),
    GlobalTableWitnesses: field.objects(
      { Region: field.text({ terraform: 'region_name' }) },
      { terraform: 'global_table_witness', of: 'AWS::DynamoDB::GlobalTable' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_dynamodb_table_replica',
      joinBy: 'global_table_arn',
      adds: true,
      properties: { Replicas: field.object(separateReplica, { of: 'AWS::DynamoDB::GlobalTable' }) },
    },
    // Version 2017.11.29: tables of one name in several Regions, declared one by one, are made one global table.
    // https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/globaltables.V1.html
    {
      terraform: 'aws_dynamodb_global_table',
      joinBy: 'name',
      acrossRegions: true,
      properties: {
        Replicas: field.objects(
          {
            Region: field.text({ terraform: 'region_name' }),
            PointInTimeRecoverySpecification: field.object({
              PointInTimeRecoveryEnabled: field.boolean({ absent: { terraform: setOnTheTable } }),
            }),
            DeletionProtectionEnabled: field.boolean({ absent: { terraform: setOnTheTable } }),
          },
          { terraform: 'replica', of: 'AWS::DynamoDB::GlobalTable' },
        ),
      },
    },
  ],
  parts: [
    {
      type: 'AWS::DynamoDB::GlobalTable.ReplicaSpecification',
      at: '/Replicas',
      label: 'replica',
      name: ['Region'],
      otherThanOwnRegion: 'Region',
    },
  ],
  prepare: liftOwnReplica,
  adjust: settleTable,
};

function settleTable(draft: DraftResource): void {
  addKeySchema(draft);
  settleStream(draft);
}

/** Terraform keeps the view beside a switch; a stream that is off has none. */
function settleStream(draft: DraftResource): void {
  const isOn = draft.declared.attributes.entries.get('stream_enabled');
  if (isOn === undefined || isOn.kind === 'scalar') {
    if (isOn?.value === false || isOn?.value === 'false') draft.remove('StreamSpecification');
    return;
  }
  const reason = { code: 'derived', subject: 'whether the table has a stream', cure: '' } as const;
  const leaf = new UnknownLeaf({ key: `${draft.declared.id}/StreamSpecification`, reason });
  draft.noteWritten({ pointer: '/StreamSpecification', name: 'stream_enabled' }, isOn, draft.declared);
  draft.properties.set('StreamSpecification', leaf);
}

/** Terraform names the keys in two arguments, CloudFormation in a list. */
function addKeySchema(draft: DraftResource): void {
  const { entries } = draft.declared.attributes;
  const keys: Document[] = [];
  for (const [argument, keyType] of [
    ['hash_key', 'HASH'],
    ['range_key', 'RANGE'],
  ] as const) {
    const key = entries.get(argument);
    if (key?.kind !== 'scalar' || key.value === null) continue;
    draft.noteWritten({ pointer: `/KeySchema/${keys.length}/AttributeName`, name: argument }, key, draft.declared);
    keys.push(
      documentMap([
        ['AttributeName', key.value],
        ['KeyType', keyType],
      ]),
    );
  }
  if (keys.length > 0) draft.properties.set('KeySchema', Object.freeze(keys));
}

export const dynamoDbTables: readonly ResourceTable[] = [table];
