/** Amazon EventBridge: buses, rules with their targets, archives, global endpoints, schedules. */
import { field, type Fields } from '../fields.ts';
import type { PartRule, ResourceTable } from '../resource-table.ts';

/** What targets of rules and of schedules have in common. */
// https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-retry-policy.html
// https://docs.aws.amazon.com/scheduler/latest/APIReference/API_RetryPolicy.html
const anyTarget: Fields = {
  Arn: field.text({ terraform: 'arn' }),
  RoleArn: field.text({ terraform: 'role_arn' }),
  DeadLetterConfig: field.block({ Arn: field.text({ terraform: 'arn' }) }, { terraform: 'dead_letter_config' }),
  RetryPolicy: field.object(
    {
      MaximumRetryAttempts: field.integer({ terraform: 'maximum_retry_attempts', absent: { both: 185 } }),
      MaximumEventAgeInSeconds: field.integer({
        unit: 'seconds',
        terraform: 'maximum_event_age_in_seconds',
        absent: { both: 86_400 },
      }),
    },
    { terraform: 'retry_policy' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-events-rule-target.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_target
const target: Fields = { Id: field.text({ terraform: 'target_id' }), ...anyTarget };

const targetPart: PartRule = { type: 'AWS::Events::Rule.Target', at: '/Targets', label: 'target', name: ['Id'] };

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-rule.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_rule
const rule: ResourceTable = {
  type: 'AWS::Events::Rule',
  terraform: ['aws_cloudwatch_event_rule'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    EventBusName: field.text({ terraform: 'event_bus_name' }),
    EventPattern: field.policy({ terraform: 'event_pattern' }),
    ScheduleExpression: field.text({ terraform: 'schedule_expression' }),
    // Provider version 5 and older have a boolean in place of the state.
    // https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_event_rule#is_enabled
    State: field.choice(
      { true: 'ENABLED', false: 'DISABLED' },
      { terraform: ['state', 'is_enabled'], absent: { both: 'ENABLED' } },
    ),
    RoleArn: field.text({ terraform: 'role_arn' }),
    Targets: field.objects(target),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_cloudwatch_event_target',
      joinBy: 'rule',
      within: { argument: 'event_bus_name', property: 'EventBusName', absent: 'default' },
      adds: true,
      properties: { Targets: field.object(target) },
    },
  ],
  parts: [targetPart],
};

/** A target whose rule is declared elsewhere stands for itself. */
const looseTarget: ResourceTable = {
  type: 'AWS::Events::Rule.Target',
  terraform: ['aws_cloudwatch_event_target'],
  properties: target,
};

const bus: ResourceTable = {
  type: 'AWS::Events::EventBus',
  terraform: ['aws_cloudwatch_event_bus'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    EventSourceName: field.text({ terraform: 'event_source_name' }),
    KmsKeyIdentifier: field.text({ terraform: 'kms_key_identifier' }),
    DeadLetterConfig: field.block({ Arn: field.text({ terraform: 'arn' }) }, { terraform: 'dead_letter_config' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const archive: ResourceTable = {
  type: 'AWS::Events::Archive',
  terraform: ['aws_cloudwatch_event_archive'],
  properties: {
    ArchiveName: field.text({ terraform: 'name' }),
    SourceArn: field.text({ terraform: 'event_source_arn' }),
    EventPattern: field.policy({ terraform: 'event_pattern' }),
    // Zero days are kept indefinitely.
    // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-events-archive.html
    RetentionDays: field.integer({ unit: 'days', terraform: 'retention_days', absent: { both: 0 } }),
    KmsKeyIdentifier: field.text({ terraform: 'kms_key_identifier' }),
  },
};

const endpoint: ResourceTable = {
  type: 'AWS::Events::Endpoint',
  terraform: ['aws_cloudwatch_event_endpoint'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    RoleArn: field.text({ terraform: 'role_arn' }),
    EventBuses: field.objects({ EventBusArn: field.text({ terraform: 'event_bus_arn' }) }, { terraform: 'event_bus' }),
    ReplicationConfig: field.object(
      { State: field.text({ terraform: 'state', absent: { both: 'ENABLED' } }) },
      { terraform: 'replication_config' },
    ),
    RoutingConfig: field.block(
      {
        FailoverConfig: field.block(
          {
            Primary: field.block({ HealthCheck: field.text({ terraform: 'health_check' }) }, { terraform: 'primary' }),
            Secondary: field.block({ Route: field.text({ terraform: 'route' }) }, { terraform: 'secondary' }),
          },
          { terraform: 'failover_config' },
        ),
      },
      { terraform: 'routing_config' },
    ),
  },
};

const schedule: ResourceTable = {
  type: 'AWS::Scheduler::Schedule',
  terraform: ['aws_scheduler_schedule'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    GroupName: field.text({ terraform: 'group_name', absent: { both: 'default' } }),
    ScheduleExpression: field.text({ terraform: 'schedule_expression' }),
    ScheduleExpressionTimezone: field.text({ terraform: 'schedule_expression_timezone', absent: { both: 'UTC' } }),
    State: field.text({ terraform: 'state', absent: { both: 'ENABLED' } }),
    KmsKeyArn: field.text({ terraform: 'kms_key_arn' }),
    FlexibleTimeWindow: field.block(
      {
        Mode: field.text({ terraform: 'mode' }),
        MaximumWindowInMinutes: field.integer({ unit: 'minutes', terraform: 'maximum_window_in_minutes' }),
      },
      { terraform: 'flexible_time_window' },
    ),
    Target: field.block(anyTarget, { terraform: 'target' }),
  },
};

export const eventTables: readonly ResourceTable[] = [rule, looseTarget, bus, archive, endpoint, schedule];
