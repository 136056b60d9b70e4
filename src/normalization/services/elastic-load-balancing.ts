/** Elastic Load Balancing: application, network and gateway load balancers, target groups, listeners, classic load balancers. */
import type { Scalar, Value } from '../../core/value.ts';
import type { DeclaredResource } from '../../evaluation/declared-resource.ts';
import { field, type Default, type Fields, type Written } from '../fields.ts';
import type { ResourceTable } from '../resource-table.ts';

/** A default that goes by another property; undecided where that is not known. */
function byProperty(property: string, choose: (value: Scalar | undefined) => Scalar | undefined) {
  return (resource: Written): Default | undefined => {
    const value = resource.value(property);
    if (value === undefined) return choose(undefined);
    if (value.kind === 'scalar') return choose(value.value);
    return {
      decidedBy: {
        code: 'derived',
        subject: `the default for this ${property}`,
        cure: `write ${property} as a literal`,
      },
    };
  };
}

// https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html
const crossZoneByType = byProperty('Type', (type) => type === undefined || type === 'application');

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-loadbalancer.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb
const loadBalancer: ResourceTable = {
  type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
  terraform: ['aws_lb', 'aws_alb'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    Type: field.text({ terraform: 'load_balancer_type', absent: { both: 'application' } }),
    Scheme: field.choice(
      { true: 'internal', false: 'internet-facing' },
      { terraform: 'internal', absent: { both: 'internet-facing' } },
    ),
    Subnets: field.texts({ terraform: 'subnets' }),
    SubnetMappings: field.objects(
      { SubnetId: field.text({ terraform: 'subnet_id' }) },
      { terraform: 'subnet_mapping' },
    ),
    SecurityGroups: field.texts({ terraform: 'security_groups' }),
    LoadBalancerAttributes: field.attributes({
      'access_logs.s3.bucket': field.text({ terraform: 'access_logs.bucket' }),
      'deletion_protection.enabled': field.boolean({
        terraform: 'enable_deletion_protection',
        absent: { both: false },
      }),
      'load_balancing.cross_zone.enabled': field.boolean({
        terraform: 'enable_cross_zone_load_balancing',
        absent: { both: crossZoneByType },
      }),
      'zonal_shift.config.enabled': field.boolean({ terraform: 'enable_zonal_shift', absent: { both: false } }),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
const intervalByTarget = byProperty('TargetType', (type) => (type === 'lambda' ? 35 : 30));
const enabledByTarget = byProperty('TargetType', (type) => type !== 'lambda');
const isNetworkProtocol = (protocol: Scalar | undefined): boolean =>
  protocol === 'TCP' || protocol === 'TLS' || protocol === 'UDP' || protocol === 'TCP_UDP' || protocol === 'GENEVE';

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-targetgroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_target_group
const targetGroup: ResourceTable = {
  type: 'AWS::ElasticLoadBalancingV2::TargetGroup',
  terraform: ['aws_lb_target_group', 'aws_alb_target_group'],
  properties: {
    Name: field.text({ terraform: 'name' }),
    Port: field.integer({ terraform: 'port' }),
    Protocol: field.text({ terraform: 'protocol' }),
    VpcId: field.text({ terraform: 'vpc_id' }),
    TargetType: field.text({ terraform: 'target_type', absent: { both: 'instance' } }),
    HealthCheckEnabled: field.boolean({
      terraform: 'health_check.enabled',
      absent: { terraform: true, cloudFormation: enabledByTarget },
    }),
    HealthCheckPath: field.text({ terraform: 'health_check.path' }),
    HealthCheckProtocol: field.text({
      terraform: 'health_check.protocol',
      absent: {
        terraform: 'HTTP',
        cloudFormation: byProperty('Protocol', (protocol) => (isNetworkProtocol(protocol) ? 'TCP' : 'HTTP')),
      },
    }),
    HealthCheckIntervalSeconds: field.integer({
      unit: 'seconds',
      terraform: 'health_check.interval',
      absent: { both: intervalByTarget },
    }),
    HealthCheckTimeoutSeconds: field.integer({ unit: 'seconds', terraform: 'health_check.timeout' }),
    HealthyThresholdCount: field.integer({
      terraform: 'health_check.healthy_threshold',
      absent: { terraform: 3, cloudFormation: 5 },
    }),
    UnhealthyThresholdCount: field.integer({
      terraform: 'health_check.unhealthy_threshold',
      absent: { terraform: 3, cloudFormation: 2 },
    }),
    TargetGroupAttributes: field.attributes({
      'deregistration_delay.timeout_seconds': field.integer({
        unit: 'seconds',
        terraform: 'deregistration_delay',
        absent: { both: 300 },
      }),
      'load_balancing.cross_zone.enabled': field.text({
        terraform: 'load_balancing_cross_zone_enabled',
        absent: { both: 'use_load_balancer_configuration' },
      }),
      'stickiness.enabled': field.boolean({
        terraform: 'stickiness.enabled',
        absent: { terraform: (resource) => resource.hasArgument('stickiness') === 'yes', cloudFormation: false },
      }),
      'stickiness.type': field.text({ terraform: 'stickiness.type' }),
    }),
    Targets: field.objects({ Id: field.text(), Port: field.integer(), AvailabilityZone: field.text() }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: ['aws_lb_target_group_attachment', 'aws_alb_target_group_attachment'].map((terraform) => ({
    terraform,
    joinBy: 'target_group_arn',
    adds: true,
    properties: {
      Targets: field.object({
        Id: field.text({ terraform: 'target_id' }),
        Port: field.integer({ terraform: 'port' }),
        AvailabilityZone: field.text({ terraform: 'availability_zone' }),
      }),
    },
  })),
};

/** What a listener, or a rule of one, does with a request. */
export const action: Fields = {
  Type: field.text({ terraform: 'type' }),
  TargetGroupArn: field.text({ terraform: 'target_group_arn' }),
  ForwardConfig: field.block(
    {
      TargetGroups: field.objects(
        { TargetGroupArn: field.text({ terraform: 'arn' }), Weight: field.integer({ terraform: 'weight' }) },
        { terraform: 'target_group' },
      ),
    },
    { terraform: 'forward' },
  ),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listenercertificate.html
const certificatesApart = [{ type: 'AWS::ElasticLoadBalancingV2::ListenerCertificate', joinBy: 'ListenerArn' }];

/** CloudFormation has a list of them in one resource, Terraform a resource for each. */
function certificatesOf({ attributes }: DeclaredResource): readonly Value[] {
  const several = attributes.entries.get('Certificates');
  if (several === undefined) return [attributes];
  return several.kind === 'list' ? several.items : [several];
}

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancingv2-listener.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/lb_listener
const listener: ResourceTable = {
  type: 'AWS::ElasticLoadBalancingV2::Listener',
  terraform: ['aws_lb_listener', 'aws_alb_listener'],
  properties: {
    LoadBalancerArn: field.text({ terraform: 'load_balancer_arn' }),
    Port: field.integer({ terraform: 'port' }),
    Protocol: field.text({ terraform: 'protocol' }),
    Certificates: field.only({ CertificateArn: field.text({ terraform: 'certificate_arn' }) }),
    DefaultActions: field.objects(action, { terraform: 'default_action' }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  // The default certificate stands first, further ones behind it.
  satellites: ['aws_lb_listener_certificate', 'aws_alb_listener_certificate'].map((terraform, index) => ({
    terraform,
    ...(index === 0 ? { cloudFormation: certificatesApart } : {}),
    joinBy: 'listener_arn',
    adds: true,
    items: certificatesOf,
    properties: { Certificates: field.object({ CertificateArn: field.text({ terraform: 'certificate_arn' }) }) },
  })),
};

// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-elasticloadbalancing-loadbalancer.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/elb
const classicLoadBalancer: ResourceTable = {
  type: 'AWS::ElasticLoadBalancing::LoadBalancer',
  terraform: ['aws_elb'],
  properties: {
    LoadBalancerName: field.text({ terraform: 'name' }),
    CrossZone: field.boolean({
      terraform: 'cross_zone_load_balancing',
      absent: { terraform: true, cloudFormation: false },
    }),
    Subnets: field.texts({ terraform: 'subnets' }),
    AvailabilityZones: field.texts({ terraform: 'availability_zones' }),
    Instances: field.texts({ terraform: 'instances' }),
    HealthCheck: field.block(
      {
        Target: field.text({ terraform: 'target' }),
        Interval: field.integer({ unit: 'seconds', terraform: 'interval' }),
        HealthyThreshold: field.integer({ terraform: 'healthy_threshold' }),
        UnhealthyThreshold: field.integer({ terraform: 'unhealthy_threshold' }),
      },
      { terraform: 'health_check' },
    ),
    Listeners: field.objects(
      {
        Protocol: field.text({ terraform: 'lb_protocol' }),
        InstanceProtocol: field.text({ terraform: 'instance_protocol' }),
        SSLCertificateId: field.text({ terraform: 'ssl_certificate_id' }),
      },
      { terraform: 'listener' },
    ),
    LBCookieStickinessPolicy: field.objects({ PolicyName: field.text(), CookieExpirationPeriod: field.integer() }),
    AppCookieStickinessPolicy: field.objects({ PolicyName: field.text(), CookieName: field.text() }),
    ConnectionDrainingPolicy: field.object({
      Enabled: field.boolean({ terraform: 'connection_draining', absent: { both: false } }),
      Timeout: field.integer({ unit: 'seconds', terraform: 'connection_draining_timeout', absent: { both: 300 } }),
    }),
  },
  tags: { property: 'Tags', form: 'list', terraform: 'tags' },
  satellites: [
    {
      terraform: 'aws_lb_cookie_stickiness_policy',
      joinBy: 'load_balancer',
      adds: true,
      properties: {
        LBCookieStickinessPolicy: field.object({
          PolicyName: field.text({ terraform: 'name' }),
          CookieExpirationPeriod: field.integer({ unit: 'seconds', terraform: 'cookie_expiration_period' }),
        }),
      },
    },
    {
      terraform: 'aws_app_cookie_stickiness_policy',
      joinBy: 'load_balancer',
      adds: true,
      properties: {
        AppCookieStickinessPolicy: field.object({
          PolicyName: field.text({ terraform: 'name' }),
          CookieName: field.text({ terraform: 'cookie_name' }),
        }),
      },
    },
  ],
};

export const elasticLoadBalancingTables: readonly ResourceTable[] = [
  loadBalancer,
  targetGroup,
  listener,
  classicLoadBalancer,
];
