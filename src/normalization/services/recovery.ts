/** What plans, drives or rehearses a recovery: Application Recovery Controller, Resilience Hub, FIS, DRS, SSM documents. */
import { parseDuration } from '../../core/duration.ts';
import { field, type Fields, type ObjectField } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53recoverycontrol-routingcontrol.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53recoverycontrolconfig_routing_control
const routingControls: readonly ResourceTable[] = [
  {
    type: 'AWS::Route53RecoveryControl::RoutingControl',
    terraform: ['aws_route53recoverycontrolconfig_routing_control'],
    properties: {
      Name: field.text({ terraform: 'name' }),
      ClusterArn: field.text({ terraform: 'cluster_arn' }),
      ControlPanelArn: field.text({ terraform: 'control_panel_arn' }),
    },
  },
  {
    type: 'AWS::Route53RecoveryControl::ControlPanel',
    terraform: ['aws_route53recoverycontrolconfig_control_panel'],
    properties: {
      Name: field.text({ terraform: 'name' }),
      ClusterArn: field.text({ terraform: 'cluster_arn' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Route53RecoveryControl::Cluster',
    terraform: ['aws_route53recoverycontrolconfig_cluster'],
    properties: { Name: field.text({ terraform: 'name' }) },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Route53RecoveryControl::SafetyRule',
    terraform: ['aws_route53recoverycontrolconfig_safety_rule'],
    properties: {
      Name: field.text({ terraform: 'name' }),
      ControlPanelArn: field.text({ terraform: 'control_panel_arn' }),
      AssertionRule: field.block({ AssertedControls: field.texts({ terraform: 'asserted_controls' }) }),
      GatingRule: field.block({
        GatingControls: field.texts({ terraform: 'gating_controls' }),
        TargetControls: field.texts({ terraform: 'target_controls' }),
      }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-route53recoveryreadiness-readinesscheck.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/route53recoveryreadiness_readiness_check
const readiness: readonly ResourceTable[] = [
  {
    type: 'AWS::Route53RecoveryReadiness::ResourceSet',
    terraform: ['aws_route53recoveryreadiness_resource_set'],
    properties: {
      ResourceSetName: field.text({ terraform: 'resource_set_name' }),
      ResourceSetType: field.text({ terraform: 'resource_set_type' }),
      Resources: field.objects({ ResourceArn: field.text({ terraform: 'resource_arn' }) }, { terraform: 'resources' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Route53RecoveryReadiness::ReadinessCheck',
    terraform: ['aws_route53recoveryreadiness_readiness_check'],
    properties: {
      ReadinessCheckName: field.text({ terraform: 'readiness_check_name' }),
      ResourceSetName: field.text({ terraform: 'resource_set_name' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
  {
    type: 'AWS::Route53RecoveryReadiness::RecoveryGroup',
    terraform: ['aws_route53recoveryreadiness_recovery_group'],
    properties: {
      RecoveryGroupName: field.text({ terraform: 'recovery_group_name' }),
      Cells: field.texts({ terraform: 'cells' }),
    },
    tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  },
];

// The provider has no type for these.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-arcregionswitch-plan.html
const regionSwitch: ResourceTable = {
  type: 'AWS::ARCRegionSwitch::Plan',
  terraform: [],
  properties: {
    Name: field.text(),
    Regions: field.texts(),
    PrimaryRegion: field.text(),
    RecoveryApproach: field.text(),
    RecoveryTimeObjectiveMinutes: field.integer({ unit: 'minutes' }),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-arczonalshift-zonalautoshiftconfiguration.html
const zonalAutoshift: ResourceTable = {
  type: 'AWS::ARCZonalShift::ZonalAutoshiftConfiguration',
  terraform: [],
  properties: {
    ResourceIdentifier: field.text(),
    ZonalAutoshiftStatus: field.text({ absent: { cloudFormation: 'DISABLED' } }),
  },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-resiliencehub-resiliencypolicy-failurepolicy.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/resiliencehub_resiliency_policy
/** Terraform writes the objectives as durations, as in `24h`. */
function failurePolicy(terraform: string): ObjectField {
  const objectives: Fields = {
    RpoInSecs: field.converted('number', parseDuration, { unit: 'seconds', terraform: 'rpo' }),
    RtoInSecs: field.converted('number', parseDuration, { unit: 'seconds', terraform: 'rto' }),
  };
  return field.block(objectives, { terraform });
}

const resiliencyPolicy: ResourceTable = {
  type: 'AWS::ResilienceHub::ResiliencyPolicy',
  terraform: ['aws_resiliencehub_resiliency_policy'],
  properties: {
    PolicyName: field.text({ terraform: 'name' }),
    PolicyDescription: field.text({ terraform: 'description' }),
    Tier: field.text({ terraform: 'tier' }),
    DataLocationConstraint: field.text({ terraform: 'data_location_constraint' }),
    Policy: field.block(
      {
        AZ: failurePolicy('az'),
        Hardware: failurePolicy('hardware'),
        Software: failurePolicy('software'),
        Region: failurePolicy('region'),
      },
      { terraform: 'policy' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-resiliencehubv2-policy.html
const resiliencyPolicyV2: ResourceTable = {
  type: 'AWS::ResilienceHubV2::Policy',
  terraform: [],
  properties: {
    Name: field.text(),
    MultiRegion: field.block({
      RtoInMinutes: field.integer({ unit: 'minutes' }),
      RpoInMinutes: field.integer({ unit: 'minutes' }),
      DisasterRecoveryApproach: field.text(),
    }),
    MultiAz: field.block({
      RtoInMinutes: field.integer({ unit: 'minutes' }),
      RpoInMinutes: field.integer({ unit: 'minutes' }),
      DisasterRecoveryApproach: field.text(),
    }),
    DataRecovery: field.block({ TimeBetweenBackupsInMinutes: field.integer({ unit: 'minutes' }) }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-fis-experimenttemplate.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/fis_experiment_template
const experiment: ResourceTable = {
  type: 'AWS::FIS::ExperimentTemplate',
  terraform: ['aws_fis_experiment_template'],
  properties: {
    Description: field.text({ terraform: 'description' }),
    RoleArn: field.text({ terraform: 'role_arn' }),
    Actions: field.named(
      {
        ActionId: field.text({ terraform: 'action_id' }),
        Parameters: field.map({ terraform: 'parameter', blocks: { key: 'key', value: 'value' } }),
        Targets: field.map({ terraform: 'target', blocks: { key: 'key', value: 'value' } }),
        StartAfter: field.texts({ terraform: 'start_after' }),
      },
      { terraform: 'action', name: 'name' },
    ),
    Targets: field.named(
      {
        ResourceType: field.text({ terraform: 'resource_type' }),
        SelectionMode: field.text({ terraform: 'selection_mode' }),
        ResourceArns: field.texts({ terraform: 'resource_arns' }),
        ResourceTags: field.map({ terraform: 'resource_tag', blocks: { key: 'key', value: 'value' } }),
      },
      { terraform: 'target', name: 'name' },
    ),
    StopConditions: field.objects(
      { Source: field.text({ terraform: 'source' }), Value: field.text({ terraform: 'value' }) },
      { terraform: 'stop_condition' },
    ),
  },
  tags: { property: 'Tags', form: 'map', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-drs-replicationconfigurationtemplate.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/drs_replication_configuration_template
const serverReplication: ResourceTable = {
  type: 'AWS::DRS::ReplicationConfigurationTemplate',
  terraform: ['aws_drs_replication_configuration_template'],
  properties: {
    StagingAreaSubnetId: field.text({ terraform: 'staging_area_subnet_id' }),
    ReplicationServerInstanceType: field.text({ terraform: 'replication_server_instance_type' }),
    PitPolicy: field.objects(
      {
        RuleID: field.integer({ terraform: 'rule_id' }),
        Enabled: field.boolean({ terraform: 'enabled' }),
        Interval: field.integer({ terraform: 'interval' }),
        RetentionDuration: field.integer({ terraform: 'retention_duration' }),
        Units: field.text({ terraform: 'units' }),
      },
      { terraform: 'pit_policy' },
    ),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ssm-document.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/ssm_document
const document: ResourceTable = {
  type: 'AWS::SSM::Document',
  terraform: ['aws_ssm_document'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    DocumentType: field.text({ terraform: 'document_type', absent: { cloudFormation: 'Command' } }),
    DocumentFormat: field.text({ terraform: 'document_format', absent: { both: 'JSON' } }),
    Content: field.policy({ terraform: 'content' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

export const recoveryTables: readonly ResourceTable[] = [
  ...routingControls,
  ...readiness,
  regionSwitch,
  zonalAutoshift,
  resiliencyPolicy,
  resiliencyPolicyV2,
  experiment,
  serverReplication,
  document,
];
