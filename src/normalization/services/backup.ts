/** AWS Backup: plans, selections, vaults with their locks, policies and notifications, restore testing, audit. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable, Satellite } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-lifecycleresourcetype.html
const lifecycle: Fields = {
  MoveToColdStorageAfterDays: field.integer({ unit: 'days', terraform: 'cold_storage_after' }),
  DeleteAfterDays: field.integer({ unit: 'days', terraform: 'delete_after' }),
  OptInToArchiveForSupportedResources: field.boolean({ terraform: 'opt_in_to_archive_for_supported_resources' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-backup-backupplan-backupruleresourcetype.html
const rule: Fields = {
  RuleName: field.text({ terraform: 'rule_name' }),
  TargetBackupVault: field.text({ terraform: 'target_vault_name' }),
  TargetLogicallyAirGappedBackupVaultArn: field.text({ terraform: 'target_logically_air_gapped_backup_vault_arn' }),
  ScheduleExpression: field.text({
    terraform: 'schedule',
    absent: { both: 'cron(0 5 ? * * *)' },
    source: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html',
  }),
  ScheduleExpressionTimezone: field.text({
    terraform: 'schedule_expression_timezone',
    absent: { terraform: 'Etc/UTC', cloudFormation: 'UTC' },
  }),
  StartWindowMinutes: field.integer({ unit: 'minutes', terraform: 'start_window', absent: { terraform: 60 } }),
  CompletionWindowMinutes: field.integer({
    unit: 'minutes',
    terraform: 'completion_window',
    absent: { terraform: 180 },
  }),
  EnableContinuousBackup: field.boolean({ terraform: 'enable_continuous_backup', absent: { both: false } }),
  Lifecycle: field.block(lifecycle, { terraform: 'lifecycle' }),
  CopyActions: field.objects(
    {
      DestinationBackupVaultArn: field.text({ terraform: 'destination_vault_arn' }),
      Lifecycle: field.block(lifecycle, { terraform: 'lifecycle' }),
    },
    { terraform: 'copy_action' },
  ),
  RecoveryPointTags: field.map({ terraform: 'recovery_point_tags' }),
};

const plan: ResourceTable = {
  type: 'AWS::Backup::BackupPlan',
  terraform: ['aws_backup_plan'],
  properties: {
    BackupPlan: field.object({
      BackupPlanName: field.text({ terraform: 'name' }),
      BackupPlanRule: field.objects(rule, { terraform: 'rule' }),
      AdvancedBackupSettings: field.objects(
        {
          BackupOptions: field.map({ terraform: 'backup_options' }),
          ResourceType: field.text({ terraform: 'resource_type' }),
        },
        { terraform: 'advanced_backup_setting' },
      ),
    }),
  },
  tags: { property: 'BackupPlanTags', form: 'map', terraform: 'tags' },
  parts: [
    {
      type: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
      at: '/BackupPlan/BackupPlanRule',
      label: 'rule',
      name: ['RuleName'],
    },
  ],
};

function condition(terraform: string): ReturnType<typeof field.objects> {
  return field.objects(
    { ConditionKey: field.text({ terraform: 'key' }), ConditionValue: field.text({ terraform: 'value' }) },
    { terraform },
  );
}

const selection: ResourceTable = {
  type: 'AWS::Backup::BackupSelection',
  terraform: ['aws_backup_selection'],
  properties: {
    BackupPlanId: field.text({ terraform: 'plan_id' }),
    BackupSelection: field.object({
      SelectionName: field.text({ terraform: 'name' }),
      IamRoleArn: field.text({ terraform: 'iam_role_arn' }),
      Resources: field.texts({ terraform: 'resources' }),
      NotResources: field.texts({ terraform: 'not_resources' }),
      ListOfTags: field.objects(
        {
          ConditionType: field.text({ terraform: 'type' }),
          ConditionKey: field.text({ terraform: 'key' }),
          ConditionValue: field.text({ terraform: 'value' }),
        },
        { terraform: 'selection_tag' },
      ),
      Conditions: field.block(
        {
          StringEquals: condition('string_equals'),
          StringNotEquals: condition('string_not_equals'),
          StringLike: condition('string_like'),
          StringNotLike: condition('string_not_like'),
        },
        { terraform: 'condition' },
      ),
    }),
  },
};

/** They name the vault, and so serve both kinds of vault. */
const vaultSatellites: readonly Satellite[] = [
  {
    terraform: 'aws_backup_vault_policy',
    joinBy: 'backup_vault_name',
    properties: { AccessPolicy: field.policy({ terraform: 'policy' }) },
  },
  {
    terraform: 'aws_backup_vault_notifications',
    joinBy: 'backup_vault_name',
    properties: {
      Notifications: field.object({
        SNSTopicArn: field.text({ terraform: 'sns_topic_arn' }),
        BackupVaultEvents: field.texts({ terraform: 'backup_vault_events' }),
      }),
    },
  },
];

const vault: ResourceTable = {
  type: 'AWS::Backup::BackupVault',
  terraform: ['aws_backup_vault'],
  properties: {
    BackupVaultName: field.text({ terraform: 'name' }),
    ForceDestroy: field.boolean({
      terraform: 'force_destroy',
      absent: { terraform: false },
      api: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_vault',
    }),
    EncryptionKeyArn: field.text({ terraform: 'kms_key_arn' }),
    AccessPolicy: field.policy(),
    LockConfiguration: field.block({
      MinRetentionDays: field.integer({ unit: 'days' }),
      MaxRetentionDays: field.integer({ unit: 'days' }),
      ChangeableForDays: field.integer({ unit: 'days' }),
    }),
    Notifications: field.block({ SNSTopicArn: field.text(), BackupVaultEvents: field.texts() }),
  },
  tags: { property: 'BackupVaultTags', form: 'map', terraform: 'tags' },
  satellites: [
    ...vaultSatellites,
    {
      terraform: 'aws_backup_vault_lock_configuration',
      joinBy: 'backup_vault_name',
      properties: {
        LockConfiguration: field.object({
          MinRetentionDays: field.integer({ unit: 'days', terraform: 'min_retention_days' }),
          MaxRetentionDays: field.integer({ unit: 'days', terraform: 'max_retention_days' }),
          ChangeableForDays: field.integer({ unit: 'days', terraform: 'changeable_for_days' }),
        }),
      },
    },
  ],
};

const airGappedVault: ResourceTable = {
  type: 'AWS::Backup::LogicallyAirGappedBackupVault',
  terraform: ['aws_backup_logically_air_gapped_vault'],
  properties: {
    BackupVaultName: field.text({ terraform: 'name' }),
    MinRetentionDays: field.integer({ unit: 'days', terraform: 'min_retention_days' }),
    MaxRetentionDays: field.integer({ unit: 'days', terraform: 'max_retention_days' }),
    EncryptionKeyArn: field.text({ terraform: 'encryption_key_arn' }),
    AccessPolicy: field.policy(),
    Notifications: field.block({ SNSTopicArn: field.text(), BackupVaultEvents: field.texts() }),
  },
  tags: { property: 'BackupVaultTags', form: 'map', terraform: 'tags' },
  satellites: vaultSatellites,
};

const restoreTestingPlan: ResourceTable = {
  type: 'AWS::Backup::RestoreTestingPlan',
  terraform: ['aws_backup_restore_testing_plan'],
  properties: {
    RestoreTestingPlanName: field.text({ terraform: 'name' }),
    ScheduleExpression: field.text({ terraform: 'schedule_expression' }),
    ScheduleExpressionTimezone: field.text({
      terraform: 'schedule_expression_timezone',
      absent: { terraform: 'Etc/UTC', cloudFormation: 'UTC' },
    }),
    StartWindowHours: field.integer({ unit: 'hours', terraform: 'start_window_hours', absent: { both: 24 } }),
    RecoveryPointSelection: field.block(
      {
        Algorithm: field.text({ terraform: 'algorithm' }),
        IncludeVaults: field.texts({ terraform: 'include_vaults' }),
        ExcludeVaults: field.texts({ terraform: 'exclude_vaults' }),
        RecoveryPointTypes: field.texts({ terraform: 'recovery_point_types' }),
        SelectionWindowDays: field.integer({ unit: 'days', terraform: 'selection_window_days', absent: { both: 30 } }),
      },
      { terraform: 'recovery_point_selection' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

function keyValue(terraform: string): ReturnType<typeof field.objects> {
  return field.objects(
    { Key: field.text({ terraform: 'key' }), Value: field.text({ terraform: 'value' }) },
    { terraform },
  );
}

const restoreTestingSelection: ResourceTable = {
  type: 'AWS::Backup::RestoreTestingSelection',
  terraform: ['aws_backup_restore_testing_selection'],
  properties: {
    RestoreTestingPlanName: field.text({ terraform: 'restore_testing_plan_name' }),
    RestoreTestingSelectionName: field.text({ terraform: 'name' }),
    ProtectedResourceType: field.text({ terraform: 'protected_resource_type' }),
    IamRoleArn: field.text({ terraform: 'iam_role_arn' }),
    ProtectedResourceArns: field.texts({ terraform: 'protected_resource_arns' }),
    ProtectedResourceConditions: field.block(
      { StringEquals: keyValue('string_equals'), StringNotEquals: keyValue('string_not_equals') },
      { terraform: 'protected_resource_conditions' },
    ),
    ValidationWindowHours: field.integer({ unit: 'hours', terraform: 'validation_window_hours' }),
  },
};

const framework: ResourceTable = {
  type: 'AWS::Backup::Framework',
  terraform: ['aws_backup_framework'],
  properties: {
    FrameworkName: field.text({ terraform: 'name' }),
    FrameworkControls: field.objects(
      {
        ControlName: field.text({ terraform: 'name' }),
        ControlInputParameters: field.objects(
          { ParameterName: field.text({ terraform: 'name' }), ParameterValue: field.text({ terraform: 'value' }) },
          { terraform: 'input_parameter' },
        ),
        ControlScope: field.block(
          { ComplianceResourceTypes: field.texts({ terraform: 'compliance_resource_types' }) },
          { terraform: 'scope' },
        ),
      },
      { terraform: 'control' },
    ),
  },
  tags: { property: 'FrameworkTags', form: 'list', terraform: 'tags' },
};

const reportPlan: ResourceTable = {
  type: 'AWS::Backup::ReportPlan',
  terraform: ['aws_backup_report_plan'],
  properties: {
    ReportPlanName: field.text({ terraform: 'name' }),
    ReportSetting: field.block(
      {
        ReportTemplate: field.text({ terraform: 'report_template' }),
        Regions: field.texts({ terraform: 'regions' }),
      },
      { terraform: 'report_setting' },
    ),
    ReportDeliveryChannel: field.block(
      { S3BucketName: field.text({ terraform: 's3_bucket_name' }) },
      { terraform: 'report_delivery_channel' },
    ),
  },
  tags: { property: 'ReportPlanTags', form: 'list', terraform: 'tags' },
};

// Settings of an account in a Region, and of an organization: only Terraform declares them, so they are named as the API names them.
const settings: readonly ResourceTable[] = [
  {
    type: 'AWS::Backup::RegionSettings',
    terraform: ['aws_backup_region_settings'],
    properties: {
      ResourceTypeOptInPreference: field.map({
        terraform: 'resource_type_opt_in_preference',
        api: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateRegionSettings.html',
      }),
    },
  },
  {
    type: 'AWS::Backup::GlobalSettings',
    terraform: ['aws_backup_global_settings'],
    properties: {
      GlobalSettings: field.map({
        terraform: 'global_settings',
        api: 'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_UpdateGlobalSettings.html',
      }),
    },
  },
];

export const backupTables: readonly ResourceTable[] = [
  plan,
  selection,
  vault,
  airGappedVault,
  restoreTestingPlan,
  restoreTestingSelection,
  framework,
  reportPlan,
  ...settings,
];
