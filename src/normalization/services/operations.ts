/** AWS Global Accelerator, CloudWatch alarms, and what writes logs, records and artifacts into buckets. */
import { field } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const accelerator: ResourceTable = {
  type: 'AWS::GlobalAccelerator::Accelerator',
  terraform: ['aws_globalaccelerator_accelerator'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    Enabled: field.boolean({ terraform: 'enabled', absent: { both: true } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const acceleratorListener: ResourceTable = {
  type: 'AWS::GlobalAccelerator::Listener',
  terraform: ['aws_globalaccelerator_listener'],
  properties: {
    AcceleratorArn: field.text({ terraform: 'accelerator_arn' }),
    Protocol: field.text({ terraform: 'protocol' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-globalaccelerator-endpointgroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/globalaccelerator_endpoint_group
const endpointGroup: ResourceTable = {
  type: 'AWS::GlobalAccelerator::EndpointGroup',
  terraform: ['aws_globalaccelerator_endpoint_group'],
  properties: {
    ListenerArn: field.text({ terraform: 'listener_arn' }),
    EndpointGroupRegion: field.text({ terraform: 'endpoint_group_region' }),
    TrafficDialPercentage: field.integer({
      unit: 'percent',
      terraform: 'traffic_dial_percentage',
      absent: { both: 100 },
    }),
    HealthCheckIntervalSeconds: field.integer({
      unit: 'seconds',
      terraform: 'health_check_interval_seconds',
      absent: { both: 30 },
    }),
    ThresholdCount: field.integer({ terraform: 'threshold_count', absent: { both: 3 } }),
    EndpointConfigurations: field.objects(
      {
        EndpointId: field.text({ terraform: 'endpoint_id' }),
        Weight: field.integer({ terraform: 'weight', absent: { terraform: 128, cloudFormation: 100 } }),
      },
      { terraform: 'endpoint_configuration' },
    ),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-alarm.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_metric_alarm
const alarm: ResourceTable = {
  type: 'AWS::CloudWatch::Alarm',
  terraform: ['aws_cloudwatch_metric_alarm'],
  properties: {
    AlarmName: field.text({ terraform: 'alarm_name' }),
    MetricName: field.text({ terraform: 'metric_name' }),
    Namespace: field.text({ terraform: 'namespace' }),
    Dimensions: field.pairs({ terraform: 'dimensions', key: 'Name' }),
    Threshold: field.integer({ terraform: 'threshold' }),
    Period: field.integer({ unit: 'seconds', terraform: 'period' }),
    EvaluationPeriods: field.integer({ terraform: 'evaluation_periods' }),
    DatapointsToAlarm: field.integer({ terraform: 'datapoints_to_alarm' }),
    AlarmActions: field.texts({ terraform: 'alarm_actions' }),
    ActionsEnabled: field.boolean({ terraform: 'actions_enabled', absent: { both: true } }),
    TreatMissingData: field.text({ terraform: 'treat_missing_data', absent: { both: 'missing' } }),
    Metrics: field.objects(
      {
        Id: field.text({ terraform: 'id' }),
        Expression: field.text({ terraform: 'expression' }),
        MetricStat: field.block(
          {
            Metric: field.block({
              MetricName: field.text({ terraform: 'metric_name' }),
              Namespace: field.text({ terraform: 'namespace' }),
              Dimensions: field.pairs({ terraform: 'dimensions', key: 'Name' }),
            }),
          },
          { terraform: 'metric' },
        ),
      },
      { terraform: 'metric_query' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-compositealarm.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_composite_alarm
const compositeAlarm: ResourceTable = {
  type: 'AWS::CloudWatch::CompositeAlarm',
  terraform: ['aws_cloudwatch_composite_alarm'],
  properties: {
    AlarmName: field.text({ terraform: 'alarm_name' }),
    AlarmRule: field.text({ terraform: 'alarm_rule' }),
    AlarmActions: field.texts({ terraform: 'alarm_actions' }),
    ActionsEnabled: field.boolean({ terraform: 'actions_enabled', absent: { both: true } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudwatch-dashboard.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudwatch_dashboard
const dashboard: ResourceTable = {
  type: 'AWS::CloudWatch::Dashboard',
  terraform: ['aws_cloudwatch_dashboard'],
  properties: {
    DashboardName: field.text({ terraform: 'dashboard_name' }),
    DashboardBody: field.policy({ terraform: 'dashboard_body' }),
  },
};

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/flow_log
const flowLog: ResourceTable = {
  type: 'AWS::EC2::FlowLog',
  terraform: ['aws_flow_log'],
  properties: {
    LogDestination: field.text({ terraform: 'log_destination' }),
    LogDestinationType: field.text({ terraform: 'log_destination_type' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/cloudtrail
const trail: ResourceTable = {
  type: 'AWS::CloudTrail::Trail',
  terraform: ['aws_cloudtrail'],
  properties: {
    TrailName: field.text({ terraform: 'name' }),
    S3BucketName: field.text({ terraform: 's3_bucket_name' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/config_delivery_channel
const deliveryChannel: ResourceTable = {
  type: 'AWS::Config::DeliveryChannel',
  terraform: ['aws_config_delivery_channel'],
  properties: { S3BucketName: field.text({ terraform: 's3_bucket_name' }) },
};

// A pipeline has one store, or one for each Region of its actions; Terraform writes both alike.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-codepipeline-pipeline.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/codepipeline
const pipeline: ResourceTable = {
  type: 'AWS::CodePipeline::Pipeline',
  terraform: ['aws_codepipeline'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    ArtifactStore: field.block({ Location: field.text() }),
    ArtifactStores: field.objects(
      {
        Region: field.text({ terraform: 'region' }),
        ArtifactStore: field.block({ Location: field.text({ terraform: 'location' }) }),
      },
      { terraform: 'artifact_store' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const operationTables: readonly ResourceTable[] = [
  accelerator,
  acceleratorListener,
  endpointGroup,
  alarm,
  compositeAlarm,
  dashboard,
  flowLog,
  trail,
  deliveryChannel,
  pipeline,
];
