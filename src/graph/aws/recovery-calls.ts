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

/** Calls that depend on a Region, whichever they are called from; by the names of permissions and, where they differ, of the API. */
// https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html
const callsByRegion: Readonly<Record<string, readonly string[]>> = {
  'us-east-1': [
    'cloudfront:createdistribution',
    'cloudfront:updatedistribution',
    'iam:attachrolepolicy',
    'iam:createpolicyversion',
    'iam:createrole',
    'iam:detachrolepolicy',
    'iam:putrolepolicy',
    'iam:updateassumerolepolicy',
    'route53:changeresourcerecordsets',
    'route53:updatehealthcheck',
    // Settings of buckets, wherever they lie.
    's3:createbucket',
    's3:putbucketlifecycleconfiguration',
    's3:putbucketnotification',
    's3:putbucketnotificationconfiguration',
    's3:putbucketpolicy',
    's3:putbucketreplication',
    's3:putbucketversioning',
    's3:putlifecycleconfiguration',
    's3:putreplicationconfiguration',
    // What is created with a name of its own, wherever it is.
    'apigateway:createdomainname',
    'apigateway:createrestapi',
    'apigatewayv2:createapi',
    'apigatewayv2:createdomainname',
    'dax:createcluster',
    'ec2:createvpcendpoint',
    'eks:createcluster',
    'elasticache:createcachecluster',
    'elasticache:createreplicationgroup',
    'elasticache:createserverlesscache',
    'elasticloadbalancing:createloadbalancer',
    'elasticloadbalancingv2:createloadbalancer',
    'elb:createloadbalancer',
    'elbv2:createloadbalancer',
    'es:createdomain',
    'memorydb:createcluster',
    'neptune:createdbcluster',
    'opensearch:createdomain',
  ],
  'us-west-2': [
    'globalaccelerator:addendpoints',
    'globalaccelerator:createendpointgroup',
    'globalaccelerator:removeendpoints',
    'globalaccelerator:updateaccelerator',
    'globalaccelerator:updateendpointgroup',
    'route53-recovery-control-config:createroutingcontrol',
    'route53-recovery-control-config:updatesafetyrule',
  ],
};

/** Call → the Region that it depends on. */
export const controlPlanes: ReadonlyMap<string, string> = new Map(
  Object.entries(callsByRegion).flatMap(([region, calls]) => calls.map((call) => [call, region] as const)),
);

/** Services that Step Functions, or boto3 and with it Systems Manager, call otherwise than IAM does. */
// https://docs.aws.amazon.com/step-functions/latest/dg/supported-services-awssdk.html
// https://boto3.amazonaws.com/v1/documentation/api/latest/reference/services/index.html
// https://docs.aws.amazon.com/service-authorization/latest/reference/reference_policies_actions-resources-contextkeys.html
export const iamPrefixes: ReadonlyMap<string, string> = new Map([
  ['docdb', 'rds'],
  ['efs', 'elasticfilesystem'],
  ['neptune', 'rds'],
  ['route53recoverycluster', 'route53-recovery-cluster'],
  ['s3control', 's3'],
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
