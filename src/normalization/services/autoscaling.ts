/** EC2 Auto Scaling: groups with their attachments, launch configurations. */
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
  },
  // default_tags are not added to Auto Scaling groups.
  // https://www.hashicorp.com/blog/default-tags-in-the-terraform-aws-provider
  tags: { property: 'Tags', form: 'list', terraform: 'tag', withoutDefaults: true },
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

export const autoScalingTables: readonly ResourceTable[] = [group, launchConfiguration];
