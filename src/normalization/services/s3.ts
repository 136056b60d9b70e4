/** Amazon S3 buckets: versioning, replication, object lock and lifecycle, inline (deprecated) or in resources of their own. */
import { field, type ChoiceField, type Fields } from '../fields.ts';
import { modernLifecycle } from '../lifecycle-rules.ts';
import type { ResourceTable } from '../resource-table.ts';

/** Where Terraform says true or false for AWS's `Enabled` and another word. */
function enabledOr(other: string, terraform: string): ChoiceField {
  return field.choice({ true: 'Enabled', false: other }, { terraform });
}

const tag: Fields = { Key: field.text({ terraform: 'key' }), Value: field.text({ terraform: 'value' }) };

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-replicationrule.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_replication_configuration
const replicationRule: Fields = {
  Id: field.text({ terraform: 'id' }),
  Status: field.text({ terraform: 'status' }),
  Priority: field.integer({ terraform: 'priority' }),
  Prefix: field.text({ terraform: 'prefix' }),
  Filter: field.block(
    {
      Prefix: field.text({ terraform: 'prefix' }),
      TagFilter: field.block(tag, { terraform: 'tag' }),
      And: field.block(
        { Prefix: field.text({ terraform: 'prefix' }), TagFilters: field.pairs({ terraform: 'tags' }) },
        { terraform: 'and' },
      ),
    },
    { terraform: 'filter' },
  ),
  Destination: field.block(
    {
      Bucket: field.text({ terraform: 'bucket' }),
      Account: field.text({ terraform: 'account' }),
      StorageClass: field.text({ terraform: 'storage_class' }),
      EncryptionConfiguration: field.block(
        { ReplicaKmsKeyID: field.text({ terraform: 'replica_kms_key_id' }) },
        { terraform: 'encryption_configuration' },
      ),
      ReplicationTime: field.block(
        {
          Status: field.text({ terraform: 'status' }),
          Time: field.block(
            { Minutes: field.integer({ unit: 'minutes', terraform: 'minutes' }) },
            { terraform: 'time' },
          ),
        },
        { terraform: 'replication_time' },
      ),
      Metrics: field.block(
        {
          Status: field.text({ terraform: 'status' }),
          EventThreshold: field.block(
            { Minutes: field.integer({ unit: 'minutes', terraform: 'minutes' }) },
            { terraform: 'event_threshold' },
          ),
        },
        { terraform: 'metrics' },
      ),
    },
    { terraform: 'destination' },
  ),
  DeleteMarkerReplication: field.block(
    { Status: field.text({ terraform: 'status' }) },
    { terraform: 'delete_marker_replication' },
  ),
  SourceSelectionCriteria: field.block(
    {
      SseKmsEncryptedObjects: field.block(
        { Status: field.text({ terraform: 'status' }) },
        { terraform: 'sse_kms_encrypted_objects' },
      ),
      ReplicaModifications: field.block(
        { Status: field.text({ terraform: 'status' }) },
        { terraform: 'replica_modifications' },
      ),
    },
    { terraform: 'source_selection_criteria' },
  ),
  ExistingObjectReplication: field.block(
    {
      Status: field.text({
        terraform: 'status',
        api: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_ExistingObjectReplication.html',
      }),
    },
    { terraform: 'existing_object_replication' },
  ),
};

// The deprecated block inside aws_s3_bucket spells some names otherwise.
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket
const inlineReplicationRule: Fields = {
  Id: field.text({ terraform: 'id' }),
  Status: field.text({ terraform: 'status' }),
  Priority: field.integer({ terraform: 'priority' }),
  Prefix: field.text({ terraform: 'prefix' }),
  Filter: field.block(
    {
      Prefix: field.text({ terraform: 'prefix' }),
      And: field.block({ Prefix: field.text(), TagFilters: field.pairs({ terraform: 'tags' }) }),
    },
    { terraform: 'filter' },
  ),
  Destination: field.block(
    {
      Bucket: field.text({ terraform: 'bucket' }),
      Account: field.text({ terraform: 'account_id' }),
      StorageClass: field.text({ terraform: 'storage_class' }),
      EncryptionConfiguration: field.block({ ReplicaKmsKeyID: field.text({ terraform: 'replica_kms_key_id' }) }),
      ReplicationTime: field.block(
        {
          Status: field.text({ terraform: 'status' }),
          Time: field.block({ Minutes: field.integer({ unit: 'minutes', terraform: 'minutes' }) }),
        },
        { terraform: 'replication_time' },
      ),
      Metrics: field.block(
        {
          Status: field.text({ terraform: 'status' }),
          EventThreshold: field.block({ Minutes: field.integer({ unit: 'minutes', terraform: 'minutes' }) }),
        },
        { terraform: 'metrics' },
      ),
    },
    { terraform: 'destination' },
  ),
  DeleteMarkerReplication: field.block({ Status: field.text({ terraform: 'delete_marker_replication_status' }) }),
  SourceSelectionCriteria: field.block(
    {
      SseKmsEncryptedObjects: field.block(
        { Status: enabledOr('Disabled', 'enabled') },
        { terraform: 'sse_kms_encrypted_objects' },
      ),
    },
    { terraform: 'source_selection_criteria' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-rule.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket_lifecycle_configuration
const lifecycleRule: Fields = {
  Id: field.text({ terraform: 'id' }),
  Status: field.text({ terraform: 'status' }),
  Prefix: field.text({ terraform: ['filter.prefix', 'filter.and.prefix', 'prefix'] }),
  TagFilters: field.pairs({ terraform: ['filter.and.tags', 'filter.tag'] }),
  ObjectSizeGreaterThan: field.integer({
    terraform: ['filter.object_size_greater_than', 'filter.and.object_size_greater_than'],
  }),
  ObjectSizeLessThan: field.integer({
    terraform: ['filter.object_size_less_than', 'filter.and.object_size_less_than'],
  }),
  ExpirationInDays: field.integer({ unit: 'days', terraform: 'expiration.days' }),
  NoncurrentVersionExpiration: field.block(
    {
      NoncurrentDays: field.integer({ unit: 'days', terraform: 'noncurrent_days' }),
      NewerNoncurrentVersions: field.integer({ terraform: 'newer_noncurrent_versions' }),
    },
    { terraform: 'noncurrent_version_expiration' },
  ),
  NoncurrentVersionTransitions: field.objects(
    {
      TransitionInDays: field.integer({ unit: 'days', terraform: 'noncurrent_days' }),
      StorageClass: field.text({ terraform: 'storage_class' }),
    },
    { terraform: 'noncurrent_version_transition' },
  ),
};

const inlineLifecycleRule: Fields = {
  Id: field.text({ terraform: 'id' }),
  Status: enabledOr('Disabled', 'enabled'),
  Prefix: field.text({ terraform: 'prefix' }),
  TagFilters: field.pairs({ terraform: 'tags' }),
  ExpirationInDays: field.integer({ unit: 'days', terraform: 'expiration.days' }),
  NoncurrentVersionExpiration: field.block(
    { NoncurrentDays: field.integer({ unit: 'days', terraform: 'days' }) },
    { terraform: 'noncurrent_version_expiration' },
  ),
  NoncurrentVersionTransitions: field.objects(
    {
      TransitionInDays: field.integer({ unit: 'days', terraform: 'days' }),
      StorageClass: field.text({ terraform: 'storage_class' }),
    },
    { terraform: 'noncurrent_version_transition' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-s3-bucket-serversideencryptionrule.html
const encryptionRule: Fields = {
  ServerSideEncryptionByDefault: field.block(
    {
      SSEAlgorithm: field.text({ terraform: 'sse_algorithm' }),
      KMSMasterKeyID: field.text({ terraform: 'kms_master_key_id' }),
    },
    { terraform: 'apply_server_side_encryption_by_default' },
  ),
};

const objectLock: Fields = {
  ObjectLockEnabled: field.text({ terraform: 'object_lock_enabled', absent: { terraform: 'Enabled' } }),
  Rule: field.block(
    {
      DefaultRetention: field.block(
        {
          Mode: field.text({ terraform: 'mode' }),
          Days: field.integer({ unit: 'days', terraform: 'days' }),
          Years: field.integer({ terraform: 'years' }),
        },
        { terraform: 'default_retention' },
      ),
    },
    { terraform: 'rule' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket
const bucket: ResourceTable = {
  type: 'AWS::S3::Bucket',
  terraform: ['aws_s3_bucket'],
  properties: {
    BucketName: field.text({ terraform: 'bucket' }),
    ObjectLockEnabled: field.boolean({ terraform: 'object_lock_enabled', absent: { both: false } }),
    ForceDestroy: field.boolean({
      terraform: 'force_destroy',
      absent: { terraform: false },
      api: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3_bucket',
    }),
    VersioningConfiguration: field.object({
      Status: enabledOr('Suspended', 'versioning.enabled'),
      MFADelete: field.choice(
        { true: 'Enabled', false: 'Disabled' },
        {
          terraform: 'versioning.mfa_delete',
          api: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_VersioningConfiguration.html',
        },
      ),
    }),
    ReplicationConfiguration: field.block(
      {
        Role: field.text({ terraform: 'role' }),
        Rules: field.objects(inlineReplicationRule, { terraform: 'rules' }),
      },
      { terraform: 'replication_configuration' },
    ),
    ObjectLockConfiguration: field.block(objectLock, { terraform: 'object_lock_configuration' }),
    BucketEncryption: field.block(
      { ServerSideEncryptionConfiguration: field.objects(encryptionRule, { terraform: 'rule' }) },
      { terraform: 'server_side_encryption_configuration' },
    ),
    LifecycleConfiguration: field.object({
      Rules: field.objects(inlineLifecycleRule, { terraform: 'lifecycle_rule' }),
    }),
    LoggingConfiguration: field.block(
      { DestinationBucketName: field.text({ terraform: 'target_bucket' }) },
      { terraform: 'logging' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  prepare: modernLifecycle,
  // Bucket names are unique over all Regions and accounts of a partition.
  // https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
  satellites: [
    {
      terraform: 'aws_s3_bucket_versioning',
      joinBy: 'bucket',
      namedBy: 'id',
      acrossRegions: true,
      properties: {
        VersioningConfiguration: field.object(
          {
            Status: field.text({ terraform: 'status' }),
            MFADelete: field.text({
              terraform: 'mfa_delete',
              api: 'https://docs.aws.amazon.com/AmazonS3/latest/API/API_VersioningConfiguration.html',
            }),
          },
          { terraform: 'versioning_configuration' },
        ),
      },
    },
    {
      terraform: 'aws_s3_bucket_replication_configuration',
      joinBy: 'bucket',
      acrossRegions: true,
      properties: {
        ReplicationConfiguration: field.object({
          Role: field.text({ terraform: 'role' }),
          Rules: field.objects(replicationRule, { terraform: 'rule' }),
        }),
      },
    },
    {
      terraform: 'aws_s3_bucket_object_lock_configuration',
      joinBy: 'bucket',
      acrossRegions: true,
      properties: { ObjectLockConfiguration: field.object(objectLock) },
    },
    {
      terraform: 'aws_s3_bucket_server_side_encryption_configuration',
      joinBy: 'bucket',
      acrossRegions: true,
      properties: {
        BucketEncryption: field.object({
          ServerSideEncryptionConfiguration: field.objects(encryptionRule, { terraform: 'rule' }),
        }),
      },
    },
    {
      terraform: 'aws_s3_bucket_logging',
      joinBy: 'bucket',
      acrossRegions: true,
      properties: {
        LoggingConfiguration: field.object({ DestinationBucketName: field.text({ terraform: 'target_bucket' }) }),
      },
    },
    {
      terraform: 'aws_s3_bucket_lifecycle_configuration',
      joinBy: 'bucket',
      acrossRegions: true,
      properties: {
        LifecycleConfiguration: field.object({ Rules: field.objects(lifecycleRule, { terraform: 'rule' }) }),
      },
    },
  ],
  parts: [
    {
      type: 'AWS::S3::Bucket.ReplicationRule',
      at: '/ReplicationConfiguration/Rules',
      label: 'rule',
      name: ['Id'],
    },
  ],
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucketpolicy.html
const bucketPolicy: ResourceTable = {
  type: 'AWS::S3::BucketPolicy',
  terraform: ['aws_s3_bucket_policy'],
  properties: {
    Bucket: field.text({ terraform: 'bucket' }),
    PolicyDocument: field.policy({ terraform: 'policy' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-multiregionaccesspoint.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/s3control_multi_region_access_point
const multiRegionAccessPoint: ResourceTable = {
  type: 'AWS::S3::MultiRegionAccessPoint',
  terraform: ['aws_s3control_multi_region_access_point'],
  properties: {
    Name: field.text({ terraform: 'details.name' }),
    Regions: field.objects(
      {
        Bucket: field.text({ terraform: 'bucket' }),
        BucketAccountId: field.text({ terraform: 'bucket_account_id' }),
      },
      { terraform: 'details.region' },
    ),
  },
};

export const s3Tables: readonly ResourceTable[] = [bucket, bucketPolicy, multiRegionAccessPoint];
