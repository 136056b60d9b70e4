/**
 * Application Recovery Controller: routing controls and panels belong to their cluster, safety rules guard controls, and
 * readiness checks look at what their resource sets name.
 *
 * https://docs.aws.amazon.com/r53recovery/latest/dg/introduction-components.html
 */
import type { GraphContext } from '../../graph-context.ts';
import { namedBy, relateWritten, type WrittenRelation } from '../written.ts';

const control = 'AWS::Route53RecoveryControl::RoutingControl';
const panel = 'AWS::Route53RecoveryControl::ControlPanel';
const cluster = 'AWS::Route53RecoveryControl::Cluster';
const safetyRule = 'AWS::Route53RecoveryControl::SafetyRule';
const check = 'AWS::Route53RecoveryReadiness::ReadinessCheck';
const resourceSet = 'AWS::Route53RecoveryReadiness::ResourceSet';

const members: readonly WrittenRelation[] = [
  { type: control, at: '/ControlPanelArn', names: [panel] },
  { type: control, at: '/ClusterArn', names: [cluster] },
  { type: panel, at: '/ClusterArn', names: [cluster] },
  { type: safetyRule, at: '/ControlPanelArn', names: [panel] },
];

const guarded: readonly WrittenRelation[] = [
  { type: safetyRule, at: '/AssertionRule/AssertedControls/[each]', names: [control] },
  { type: safetyRule, at: '/GatingRule/GatingControls/[each]', names: [control] },
  { type: safetyRule, at: '/GatingRule/TargetControls/[each]', names: [control] },
];

/** What a resource set may name. */
// https://docs.aws.amazon.com/r53recovery/latest/dg/recovery-readiness.rules-resources.html
const readied = [
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::DynamoDB::Table',
  'AWS::EC2::Volume',
  'AWS::EC2::VPC',
  'AWS::Lambda::Function',
  'AWS::MSK::Cluster',
  'AWS::RDS::DBCluster',
  'AWS::Route53::HealthCheck',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
];

export function relateRoutingControls(context: GraphContext): void {
  relateWritten(context, 'memberOf', members);
  relateWritten(context, 'dependsOn', guarded);
  for (const node of context.ofType(check)) {
    for (const set of namedBy(context, node, { at: '/ResourceSetName', names: [resourceSet] })) {
      context.relate('dependsOn', node, set);
      for (const end of namedBy(context, set.node, { at: '/Resources/[each]/ResourceArn', names: readied })) {
        context.relate('probes', node, end);
      }
    }
  }
}
