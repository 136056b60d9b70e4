/** Amazon ECS, Amazon EKS and AWS Elastic Beanstalk. */
import { nameContainers } from '../containers.ts';
import { field, type Default, type Fields, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

/** A daemon service runs one task on every instance and has no count. */
function desiredCount(count: number) {
  return (resource: Written): Default | undefined => {
    const strategy = resource.value('SchedulingStrategy');
    if (strategy === undefined) return count;
    if (strategy.kind === 'scalar') return strategy.value === 'DAEMON' ? undefined : count;
    return { decidedBy: { code: 'derived', subject: 'whether the service is a daemon', cure: 'write desired_count' } };
  };
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-ecs-service-capacityproviderstrategyitem.html
const capacityStrategy: Fields = {
  CapacityProvider: field.text({ terraform: 'capacity_provider' }),
  Base: field.integer({ terraform: 'base', absent: { both: 0 } }),
  Weight: field.integer({ terraform: 'weight', absent: { both: 0 } }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-service.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_service
const service: ResourceTable = {
  type: 'AWS::ECS::Service',
  terraform: ['aws_ecs_service'],
  properties: {
    ServiceName: field.text({ terraform: 'name' }),
    Cluster: field.text({ terraform: 'cluster' }),
    TaskDefinition: field.text({ terraform: 'task_definition' }),
    DesiredCount: field.integer({
      terraform: 'desired_count',
      absent: { terraform: desiredCount(0), cloudFormation: desiredCount(1) },
    }),
    SchedulingStrategy: field.text({ terraform: 'scheduling_strategy', absent: { both: 'REPLICA' } }),
    LaunchType: field.text({ terraform: 'launch_type' }),
    CapacityProviderStrategy: field.objects(capacityStrategy, { terraform: 'capacity_provider_strategy' }),
    AvailabilityZoneRebalancing: field.text({
      terraform: 'availability_zone_rebalancing',
      absent: { both: 'ENABLED' },
    }),
    DeploymentConfiguration: field.object({
      DeploymentCircuitBreaker: field.object(
        {
          Enable: field.boolean({ terraform: 'enable', absent: { both: false } }),
          Rollback: field.boolean({ terraform: 'rollback', absent: { both: false } }),
        },
        { terraform: 'deployment_circuit_breaker' },
      ),
      Alarms: field.object(
        {
          Enable: field.boolean({ terraform: 'enable', absent: { both: false } }),
          Rollback: field.boolean({ terraform: 'rollback', absent: { both: false } }),
        },
        { terraform: 'alarms' },
      ),
      Strategy: field.text({ terraform: 'deployment_configuration.strategy', absent: { both: 'ROLLING' } }),
      MinimumHealthyPercent: field.integer({
        unit: 'percent',
        terraform: 'deployment_minimum_healthy_percent',
        absent: { both: 100 },
      }),
    }),
    DeploymentController: field.object(
      { Type: field.text({ terraform: 'type', absent: { both: 'ECS' } }) },
      { terraform: 'deployment_controller' },
    ),
    LoadBalancers: field.objects(
      {
        TargetGroupArn: field.text({ terraform: 'target_group_arn' }),
        LoadBalancerName: field.text({ terraform: 'elb_name' }),
        ContainerName: field.text({ terraform: 'container_name' }),
        ContainerPort: field.integer({ terraform: 'container_port' }),
      },
      { terraform: 'load_balancer' },
    ),
    NetworkConfiguration: field.block({
      AwsvpcConfiguration: field.block(
        {
          Subnets: field.texts({ terraform: 'subnets' }),
          SecurityGroups: field.texts({ terraform: 'security_groups' }),
        },
        { terraform: 'network_configuration' },
      ),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-taskdefinition.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_task_definition
const taskDefinition: ResourceTable = {
  type: 'AWS::ECS::TaskDefinition',
  terraform: ['aws_ecs_task_definition'],
  properties: {
    Family: field.text({ terraform: 'family' }),
    TaskRoleArn: field.text({ terraform: 'task_role_arn' }),
    ExecutionRoleArn: field.text({ terraform: 'execution_role_arn' }),
    ContainerDefinitions: field.policy({ terraform: 'container_definitions' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  adjust: nameContainers,
};

const capacityProviders: Fields = {
  CapacityProviders: field.texts({ terraform: 'capacity_providers' }),
  DefaultCapacityProviderStrategy: field.objects(capacityStrategy, { terraform: 'default_capacity_provider_strategy' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-cluster.html
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-clustercapacityproviderassociations.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_cluster_capacity_providers
const ecsCluster: ResourceTable = {
  type: 'AWS::ECS::Cluster',
  terraform: ['aws_ecs_cluster'],
  // Until version 5 of the provider the capacity providers could stand in the cluster.
  properties: { ClusterName: field.text({ terraform: 'name' }), ...capacityProviders },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_ecs_cluster_capacity_providers',
      cloudFormation: [{ type: 'AWS::ECS::ClusterCapacityProviderAssociations', joinBy: 'Cluster' }],
      joinBy: 'cluster_name',
      properties: capacityProviders,
    },
  ],
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ecs-capacityprovider.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ecs_capacity_provider
const capacityProvider: ResourceTable = {
  type: 'AWS::ECS::CapacityProvider',
  terraform: ['aws_ecs_capacity_provider'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    AutoScalingGroupProvider: field.block(
      { AutoScalingGroupArn: field.text({ terraform: 'auto_scaling_group_arn' }) },
      { terraform: 'auto_scaling_group_provider' },
    ),
    ManagedInstancesProvider: field.block(
      {
        InstanceLaunchTemplate: field.block(
          { CapacityOptionType: field.text() },
          { terraform: 'instance_launch_template' },
        ),
      },
      { terraform: 'managed_instances_provider' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const eksCluster: ResourceTable = {
  type: 'AWS::EKS::Cluster',
  terraform: ['aws_eks_cluster'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    Version: field.text({ terraform: 'version' }),
    ResourcesVpcConfig: field.block(
      { SubnetIds: field.texts({ terraform: 'subnet_ids' }) },
      { terraform: 'vpc_config' },
    ),
    DeletionProtection: field.boolean({ terraform: 'deletion_protection', absent: { both: false } }),
    ZonalShiftConfig: field.object(
      { Enabled: field.boolean({ terraform: 'enabled', absent: { both: false } }) },
      { terraform: 'zonal_shift_config' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const nodeGroup: ResourceTable = {
  type: 'AWS::EKS::Nodegroup',
  terraform: ['aws_eks_node_group'],
  properties: {
    NodegroupName: field.text({ terraform: 'node_group_name' }),
    ClusterName: field.text({ terraform: 'cluster_name' }),
    Version: field.text({ terraform: 'version' }),
    Subnets: field.texts({ terraform: 'subnet_ids' }),
    ScalingConfig: field.block(
      {
        MinSize: field.integer({ terraform: 'min_size' }),
        DesiredSize: field.integer({ terraform: 'desired_size' }),
        MaxSize: field.integer({ terraform: 'max_size' }),
      },
      { terraform: 'scaling_config' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

const fargateProfile: ResourceTable = {
  type: 'AWS::EKS::FargateProfile',
  terraform: ['aws_eks_fargate_profile'],
  properties: {
    FargateProfileName: field.text({ terraform: 'fargate_profile_name' }),
    ClusterName: field.text({ terraform: 'cluster_name' }),
    PodExecutionRoleArn: field.text({ terraform: 'pod_execution_role_arn' }),
    Subnets: field.texts({ terraform: 'subnet_ids' }),
    Selectors: field.objects({ Namespace: field.text({ terraform: 'namespace' }) }, { terraform: 'selector' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const beanstalkOptions: Fields = {
  OptionSettings: field.objects(
    {
      Namespace: field.text({ terraform: 'namespace' }),
      OptionName: field.text({ terraform: 'name' }),
      ResourceName: field.text({ terraform: 'resource' }),
      Value: field.text({ terraform: 'value' }),
    },
    { terraform: 'setting' },
  ),
  SolutionStackName: field.text({ terraform: 'solution_stack_name' }),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticbeanstalk-environment.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elastic_beanstalk_environment
const beanstalk: readonly ResourceTable[] = [
  {
    type: 'AWS::ElasticBeanstalk::Environment',
    terraform: ['aws_elastic_beanstalk_environment'],
    properties: {
      EnvironmentName: field.text({ terraform: 'name' }),
      ApplicationName: field.text({ terraform: 'application' }),
      TemplateName: field.text({ terraform: 'template_name' }),
      CNAMEPrefix: field.text({ terraform: 'cname_prefix' }),
      ...beanstalkOptions,
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::ElasticBeanstalk::ConfigurationTemplate',
    terraform: ['aws_elastic_beanstalk_configuration_template'],
    properties: {
      ApplicationName: field.text({ terraform: 'application' }),
      // CloudFormation makes the name up, and Ref gives it.
      TemplateName: field.text({
        terraform: 'name',
        api: 'https://docs.aws.amazon.com/elasticbeanstalk/latest/api/API_CreateConfigurationTemplate.html',
      }),
      EnvironmentId: field.text({ terraform: 'environment_id' }),
      SourceConfiguration: field.block({ TemplateName: field.text() }),
      ...beanstalkOptions,
    },
  },
];

export const computeTables: readonly ResourceTable[] = [
  service,
  taskDefinition,
  ecsCluster,
  capacityProvider,
  eksCluster,
  nodeGroup,
  fargateProfile,
  ...beanstalk,
];
