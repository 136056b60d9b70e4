/** Calls by which a workload is switched to another Region, and the Regions of the control planes that some of them need. */

/** Calls that nothing but a switch of databases, caches or traffic makes. */
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
export const switchingCalls: ReadonlySet<string> = new Set([
  'arc-region-switch:startplanexecution',
  'elasticache:failoverglobalreplicationgroup',
  'rds:failoverglobalcluster',
  'rds:promotereadreplica',
  'rds:promotereadreplicadbcluster',
  'rds:removefromglobalcluster',
  'rds:switchoverglobalcluster',
  'rds:switchoverreadreplica',
  'route53-recovery-cluster:updateroutingcontrolstate',
  'route53-recovery-cluster:updateroutingcontrolstates',
  's3:submitmultiregionaccesspointroutes',
]);

/** Calls that a switch may consist of, and daily work, a drill or a clean-up, too. */
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
export const changingCalls: ReadonlySet<string> = new Set([
  'autoscaling:setdesiredcapacity',
  'autoscaling:updateautoscalinggroup',
  'cloudfront:updatedistribution',
  'drs:startrecovery',
  'ecs:updateservice',
  'ecs:updateserviceprimarytaskset',
  'elasticache:disassociateglobalreplicationgroup',
  'elasticfilesystem:deletereplicationconfiguration',
  'globalaccelerator:updateaccelerator',
  'globalaccelerator:updateendpointgroup',
  'route53:changeresourcerecordsets',
  'route53:updatehealthcheck',
]);

/** Call → the Region that it depends on, whichever it is called from. */
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
export const controlPlanes: ReadonlyMap<string, string> = new Map([
  ['cloudfront:updatedistribution', 'us-east-1'],
  ['globalaccelerator:updateaccelerator', 'us-west-2'],
  ['globalaccelerator:updateendpointgroup', 'us-west-2'],
  ['route53:changeresourcerecordsets', 'us-east-1'],
  ['route53:updatehealthcheck', 'us-east-1'],
]);

/** All calls of a service of which some switch or change things: that one of these is made, a name has to say. */
export const wholeServices: ReadonlySet<string> = new Set(
  [...switchingCalls, ...changingCalls].map((call) => `${call.slice(0, call.indexOf(':'))}:*`),
);

/** Policies of AWS's own that allow all calls of a service. */
// https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html
export const fullAccess: ReadonlyMap<string, string> = new Map([
  ['AmazonECS_FullAccess', 'ecs:*'],
  ['AmazonElastiCacheFullAccess', 'elasticache:*'],
  ['AmazonRDSFullAccess', 'rds:*'],
  ['AmazonRoute53FullAccess', 'route53:*'],
  ['AutoScalingFullAccess', 'autoscaling:*'],
  ['CloudFrontFullAccess', 'cloudfront:*'],
  ['GlobalAcceleratorFullAccess', 'globalaccelerator:*'],
]);
