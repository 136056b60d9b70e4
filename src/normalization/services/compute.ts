/** Amazon ECS, AWS Lambda, Amazon EKS, and what they need to start: images, roles, certificates, parameters. */
import { field, type Default, type Written } from '../fields.ts';
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
    CapacityProviderStrategy: field.objects(
      {
        CapacityProvider: field.text({ terraform: 'capacity_provider' }),
        Base: field.integer({ terraform: 'base', absent: { both: 0 } }),
        Weight: field.integer({ terraform: 'weight', absent: { both: 0 } }),
      },
      { terraform: 'capacity_provider_strategy' },
    ),
    DeploymentConfiguration: field.object({
      DeploymentCircuitBreaker: field.object(
        {
          Enable: field.boolean({ terraform: 'enable', absent: { both: false } }),
          Rollback: field.boolean({ terraform: 'rollback', absent: { both: false } }),
        },
        { terraform: 'deployment_circuit_breaker' },
      ),
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

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-lambda-function.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lambda_function
const lambda: ResourceTable = {
  type: 'AWS::Lambda::Function',
  terraform: ['aws_lambda_function'],
  properties: {
    FunctionName: field.text({ terraform: 'function_name' }),
    Runtime: field.text({ terraform: 'runtime' }),
    MemorySize: field.integer({ terraform: 'memory_size', absent: { both: 128 } }),
    Timeout: field.integer({ unit: 'seconds', terraform: 'timeout', absent: { both: 3 } }),
    ReservedConcurrentExecutions: field.integer({ terraform: 'reserved_concurrent_executions' }),
    DeadLetterConfig: field.block(
      { TargetArn: field.text({ terraform: 'target_arn' }) },
      { terraform: 'dead_letter_config' },
    ),
    VpcConfig: field.block(
      {
        SubnetIds: field.texts({ terraform: 'subnet_ids' }),
        SecurityGroupIds: field.texts({ terraform: 'security_group_ids' }),
      },
      { terraform: 'vpc_config' },
    ),
    Environment: field.block({ Variables: field.map({ terraform: 'variables' }) }, { terraform: 'environment' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const ecsCluster: ResourceTable = {
  type: 'AWS::ECS::Cluster',
  terraform: ['aws_ecs_cluster'],
  properties: { ClusterName: field.text({ terraform: 'name' }) },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const eksCluster: ResourceTable = {
  type: 'AWS::EKS::Cluster',
  terraform: ['aws_eks_cluster'],
  properties: {
    Name: field.text({ terraform: 'name' }),
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

const repository: ResourceTable = {
  type: 'AWS::ECR::Repository',
  terraform: ['aws_ecr_repository'],
  properties: { RepositoryName: field.text({ terraform: 'name' }) },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const certificate: ResourceTable = {
  type: 'AWS::CertificateManager::Certificate',
  terraform: ['aws_acm_certificate'],
  properties: {
    DomainName: field.text({ terraform: 'domain_name' }),
    SubjectAlternativeNames: field.texts({ terraform: 'subject_alternative_names' }),
    ValidationMethod: field.text({ terraform: 'validation_method', absent: { cloudFormation: 'EMAIL' } }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

const parameter: ResourceTable = {
  type: 'AWS::SSM::Parameter',
  terraform: ['aws_ssm_parameter'],
  properties: { Name: field.text({ terraform: 'name' }), Type: field.text({ terraform: 'type' }) },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

const role: ResourceTable = {
  type: 'AWS::IAM::Role',
  terraform: ['aws_iam_role'],
  properties: {
    RoleName: field.text({ terraform: 'name' }),
    AssumeRolePolicyDocument: field.policy({ terraform: 'assume_role_policy' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

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
};

export const computeTables: readonly ResourceTable[] = [
  service,
  lambda,
  ecsCluster,
  eksCluster,
  nodeGroup,
  repository,
  certificate,
  parameter,
  role,
  scalableTarget,
];
