/** AWS KMS keys, their replicas and aliases, and Secrets Manager secrets with their replicas. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-key.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_key
const key: ResourceTable = {
  type: 'AWS::KMS::Key',
  terraform: ['aws_kms_key'],
  properties: {
    MultiRegion: field.boolean({ terraform: 'multi_region', absent: { both: false } }),
    Enabled: field.boolean({ terraform: 'is_enabled', absent: { both: true } }),
    PendingWindowInDays: field.integer({ unit: 'days', terraform: 'deletion_window_in_days', absent: { both: 30 } }),
    KeyPolicy: field.policy({ terraform: 'policy' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

/** A key whose material is imported. */
const externalKey: ResourceTable = {
  ...key,
  terraform: ['aws_kms_external_key'],
  properties: { ...key.properties, Enabled: field.boolean({ terraform: 'enabled', absent: { both: true } }) },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kms-replicakey.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/kms_replica_key
const replicaKey: ResourceTable = {
  type: 'AWS::KMS::ReplicaKey',
  terraform: ['aws_kms_replica_key', 'aws_kms_replica_external_key'],
  properties: {
    PrimaryKeyArn: field.text({ terraform: 'primary_key_arn' }),
    Enabled: field.boolean({ terraform: 'enabled', absent: { both: true } }),
    PendingWindowInDays: field.integer({ unit: 'days', terraform: 'deletion_window_in_days', absent: { both: 30 } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const alias: ResourceTable = {
  type: 'AWS::KMS::Alias',
  terraform: ['aws_kms_alias'],
  properties: {
    AliasName: field.text({ terraform: 'name' }),
    TargetKeyId: field.text({ terraform: 'target_key_id' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-secretsmanager-secret.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/secretsmanager_secret
const secret: ResourceTable = {
  type: 'AWS::SecretsManager::Secret',
  terraform: ['aws_secretsmanager_secret'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    KmsKeyId: field.text({ terraform: 'kms_key_id' }),
    ReplicaRegions: field.objects(
      { Region: field.text({ terraform: 'region' }), KmsKeyId: field.text({ terraform: 'kms_key_id' }) },
      { terraform: 'replica' },
    ),
    // CloudFormation deletes a secret without recovery.
    // https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html
    RecoveryWindowInDays: field.integer({
      unit: 'days',
      terraform: 'recovery_window_in_days',
      absent: { terraform: 30 },
      api: 'https://docs.aws.amazon.com/secretsmanager/latest/apireference/API_DeleteSecret.html',
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  parts: [
    {
      type: 'AWS::SecretsManager::Secret.ReplicaRegion',
      at: '/ReplicaRegions',
      label: 'replica',
      name: ['Region'],
    },
  ],
};

export const keyAndSecretTables: readonly ResourceTable[] = [key, externalKey, replicaKey, alias, secret];
