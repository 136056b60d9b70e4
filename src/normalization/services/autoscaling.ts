/** EC2 Auto Scaling groups with their attachments, launch configurations, and what scales groups and other resources. */
import { field, type Fields } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

const templateOfMixedInstances: Fields = {
  LaunchTemplateId: field.text({ terraform: 'launch_template_id' }),
  LaunchTemplateName: field.text({ terraform: 'launch_template_name' }),
  Version: field.text({ terraform: 'version', absent: { terraform: '$Default' } }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-autoscalinggroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_group
const group: ResourceTable = {
  type: 'AWS::AutoScaling::AutoScalingGroup',
  terraform: ['aws_autoscaling_group'],
  properties: {
    AutoScalingGroupName: field.text({ terraform: 'name' }),
    MinSize: field.integer({ terraform: 'min_size' }),
    MaxSize: field.integer({ terraform: 'max_size' }),
    DesiredCapacity: field.integer({ terraform: 'desired_capacity', absent: { both: { sameAs: 'MinSize' } } }),
    HealthCheckType: field.text({ terraform: 'health_check_type', absent: { both: 'EC2' } }),
    HealthCheckGracePeriod: field.integer({
      unit: 'seconds',
      terraform: 'health_check_grace_period',
      absent: { terraform: 300, cloudFormation: 0 },
    }),
    VPCZoneIdentifier: field.texts({ terraform: 'vpc_zone_identifier' }),
    AvailabilityZones: field.texts({ terraform: 'availability_zones' }),
    TargetGroupARNs: field.texts({ terraform: 'target_group_arns' }),
    LoadBalancerNames: field.texts({ terraform: 'load_balancers' }),
    TrafficSources: field.objects(
      { Identifier: field.text({ terraform: 'identifier' }), Type: field.text({ terraform: 'type' }) },
      { terraform: 'traffic_source' },
    ),
    LaunchConfigurationName: field.text({ terraform: 'launch_configuration' }),
    LaunchTemplate: field.block(
      {
        LaunchTemplateId: field.text({ terraform: 'id' }),
        LaunchTemplateName: field.text({ terraform: 'name' }),
        Version: field.text({ terraform: 'version', absent: { terraform: '$Default' } }),
      },
      { terraform: 'launch_template' },
    ),
    MixedInstancesPolicy: field.block(
      {
        LaunchTemplate: field.block(
          {
            LaunchTemplateSpecification: field.block(templateOfMixedInstances, {
              terraform: 'launch_template_specification',
            }),
          },
          { terraform: 'launch_template' },
        ),
        InstancesDistribution: field.object(
          {
            OnDemandBaseCapacity: field.integer({ terraform: 'on_demand_base_capacity', absent: { both: 0 } }),
            OnDemandPercentageAboveBaseCapacity: field.integer({
              unit: 'percent',
              terraform: 'on_demand_percentage_above_base_capacity',
              absent: { both: 100 },
            }),
          },
          { terraform: 'instances_distribution' },
        ),
      },
      { terraform: 'mixed_instances_policy' },
    ),
    AvailabilityZoneDistribution: field.object(
      {
        CapacityDistributionStrategy: field.text({
          terraform: 'capacity_distribution_strategy',
          absent: { both: 'balanced-best-effort' },
        }),
      },
      { terraform: 'availability_zone_distribution' },
    ),
    // In CloudFormation a warm pool is a resource of its own, and instances in it are of the group.
    WarmPool: field.block(
      {
        MinSize: field.integer({ terraform: 'min_size', absent: { both: 0 } }),
        PoolState: field.text({ terraform: 'pool_state', absent: { both: 'Stopped' } }),
      },
      { terraform: 'warm_pool', describedBy: 'AWS::AutoScaling::WarmPool' },
    ),
  },
  // Until version 5 of the provider a list of maps could stand in place of the blocks; default_tags are not added to Auto Scaling groups.
  // https://www.hashicorp.com/blog/default-tags-in-the-terraform-aws-provider
  tags: { property: 'Tags', form: 'list', terraform: ['tag', 'tags'], withoutDefaults: true },
  satellites: [
    {
      terraform: 'aws_autoscaling_attachment',
      joinBy: 'autoscaling_group_name',
      adds: true,
      properties: {
        TargetGroupARNs: field.text({ terraform: ['lb_target_group_arn', 'alb_target_group_arn'] }),
        LoadBalancerNames: field.text({ terraform: 'elb' }),
      },
    },
    {
      terraform: 'aws_autoscaling_traffic_source_attachment',
      joinBy: 'autoscaling_group_name',
      adds: true,
      properties: {
        TrafficSources: field.block(
          { Identifier: field.text({ terraform: 'identifier' }), Type: field.text({ terraform: 'type' }) },
          { terraform: 'traffic_source' },
        ),
      },
    },
  ],
};

const launchConfiguration: ResourceTable = {
  type: 'AWS::AutoScaling::LaunchConfiguration',
  terraform: ['aws_launch_configuration'],
  properties: {
    LaunchConfigurationName: field.text({ terraform: 'name' }),
    ImageId: field.text({ terraform: 'image_id' }),
    InstanceType: field.text({ terraform: 'instance_type' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-warmpool.html
const warmPool: ResourceTable = {
  type: 'AWS::AutoScaling::WarmPool',
  terraform: [],
  properties: {
    AutoScalingGroupName: field.text(),
    MinSize: field.integer({ absent: { cloudFormation: 0 } }),
    PoolState: field.text({ absent: { cloudFormation: 'Stopped' } }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-autoscaling-scalingpolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/autoscaling_policy
const scalingPolicy: ResourceTable = {
  type: 'AWS::AutoScaling::ScalingPolicy',
  terraform: ['aws_autoscaling_policy'],
  properties: {
    AutoScalingGroupName: field.text({ terraform: 'autoscaling_group_name' }),
    PolicyType: field.text({ terraform: 'policy_type', absent: { both: 'SimpleScaling' } }),
    TargetTrackingConfiguration: field.block(
      {
        PredefinedMetricSpecification: field.block(
          { PredefinedMetricType: field.text({ terraform: 'predefined_metric_type' }) },
          { terraform: 'predefined_metric_specification' },
        ),
        TargetValue: field.integer({ terraform: 'target_value' }),
      },
      { terraform: 'target_tracking_configuration' },
    ),
  },
};

const scheduledAction: ResourceTable = {
  type: 'AWS::AutoScaling::ScheduledAction',
  terraform: ['aws_autoscaling_schedule'],
  properties: {
    AutoScalingGroupName: field.text({ terraform: 'autoscaling_group_name' }),
    MinSize: field.integer({ terraform: 'min_size' }),
    MaxSize: field.integer({ terraform: 'max_size' }),
    DesiredCapacity: field.integer({ terraform: 'desired_capacity' }),
    Recurrence: field.text({ terraform: 'recurrence' }),
    TimeZone: field.text({ terraform: 'time_zone' }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalabletarget.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appautoscaling_target
const scalableTarget: ResourceTable = {
  type: 'AWS::ApplicationAutoScaling::ScalableTarget',
  terraform: ['aws_appautoscaling_target'],
  properties: {
    ServiceNamespace: field.text({ terraform: 'service_namespace' }),
    ResourceId: field.text({ terraform: 'resource_id' }),
    ScalableDimension: field.text({ terraform: 'scalable_dimension' }),
    MinCapacity: field.integer({ terraform: 'min_capacity' }),
    MaxCapacity: field.integer({ terraform: 'max_capacity' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-applicationautoscaling-scalingpolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/appautoscaling_policy
const applicationPolicy: ResourceTable = {
  type: 'AWS::ApplicationAutoScaling::ScalingPolicy',
  terraform: ['aws_appautoscaling_policy'],
  properties: {
    PolicyName: field.text({ terraform: 'name' }),
    PolicyType: field.text({ terraform: 'policy_type', absent: { terraform: 'StepScaling' } }),
    ResourceId: field.text({ terraform: 'resource_id' }),
    ScalingTargetId: field.text(),
    ServiceNamespace: field.text({ terraform: 'service_namespace' }),
    ScalableDimension: field.text({ terraform: 'scalable_dimension' }),
    TargetTrackingScalingPolicyConfiguration: field.block(
      {
        PredefinedMetricSpecification: field.block(
          { PredefinedMetricType: field.text({ terraform: 'predefined_metric_type' }) },
          { terraform: 'predefined_metric_specification' },
        ),
        TargetValue: field.integer({ terraform: 'target_value' }),
      },
      { terraform: 'target_tracking_scaling_policy_configuration' },
    ),
  },
};

export const autoScalingTables: readonly ResourceTable[] = [
  group,
  launchConfiguration,
  warmPool,
  scalingPolicy,
  scheduledAction,
  scalableTarget,
  applicationPolicy,
];
