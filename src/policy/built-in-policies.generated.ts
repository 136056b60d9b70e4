/** Generated from policies/ by scripts/compile-policies.ts; do not edit. */
/* oxlint-disable max-lines -- a table of all policies */
import type { GroupsFile, PolicyFile, TierFile } from './policy-file.ts';

export const policyFiles: Readonly<Record<string, PolicyFile>> = {
  'acm/dr-certificate': {
    title: 'What answers HTTPS in the recovery Region has a certificate there',
    for: [
      'AWS::ElasticLoadBalancingV2::Listener',
      'AWS::ElasticLoadBalancing::LoadBalancer',
      'AWS::ApiGateway::DomainName',
      'AWS::CloudFront::Distribution',
    ],
    where: {
      any: [
        { value: '$.role', equals: 'recovery' },
        { value: '$.type', equals: 'AWS::CloudFront::Distribution' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.CertificateArn', is: 'present' },
            {
              none: { of: 'dependsOn', as: 'certificate', where: { value: '$.region', otherThan: '$subject.region' } },
            },
          ],
        },
        message:
          '{resource} lies in {$subject.region} and names {$certificate.address}, a certificate of {$certificate.region}.',
      },
      {
        require: {
          any: [
            { value: '$.type', otherThan: 'AWS::CloudFront::Distribution' },
            {
              none: {
                of: 'dependsOn',
                as: 'certificate',
                where: {
                  all: [
                    { value: '$.type', equals: 'AWS::CertificateManager::Certificate' },
                    { value: '$.region', otherThan: 'us-east-1' },
                  ],
                },
              },
            },
          ],
        },
        message:
          '{resource} names {$certificate.address}, a certificate of {$certificate.region}: CloudFront takes those of us-east-1 only.',
      },
      {
        require: {
          any: [
            { value: '$.properties.Protocol', otherThan: 'HTTP' },
            { some: { of: 'reachedBy/routesTo', where: { value: '$.properties.Protocol', in: ['HTTPS', 'TLS'] } } },
            {
              none: {
                of: 'reachedBy/counterpartOf/routesTo',
                where: { value: '$.properties.Protocol', in: ['HTTPS', 'TLS'] },
              },
            },
          ],
        },
        at: '$.properties.Protocol',
        message:
          '{resource} and its load balancer only answer HTTP, while the primary Region answers HTTPS: there is no certificate here.',
      },
      {
        require: {
          any: [
            { some: { of: '$.properties.Listeners[*]', where: { value: '$.Protocol', in: ['HTTPS', 'SSL'] } } },
            {
              none: {
                of: 'counterpartOf',
                as: 'primary',
                where: {
                  some: { of: '$.properties.Listeners[*]', where: { value: '$.Protocol', in: ['HTTPS', 'SSL'] } },
                },
              },
            },
          ],
        },
        at: '$.properties.Listeners',
        message:
          '{resource} has no listener with a certificate, while {$primary.address} in {$primary.region} answers HTTPS.',
      },
    ],
    why: 'A certificate belongs to one Region. Validating a new one during the outage takes changes of DNS and up to hours, and until then clients are refused.',
    fix: {
      terraform:
        'Declare an `aws_acm_certificate` under the provider of the recovery Region, and name it in the listener.',
      cloudformation:
        "Declare an `AWS::CertificateManager::Certificate` in the recovery Region's stack, and name it in the listener.",
    },
    references: [
      'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html',
    ],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'apigateway/dr-region': {
    title: 'An API answers in another Region, too, under the same name',
    for: ['AWS::ApiGateway::RestApi', 'AWS::ApiGatewayV2::Api', 'AWS::ApiGateway::DomainName'],
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          not: {
            all: [
              { value: '$.type', equals: 'AWS::ApiGateway::DomainName' },
              { some: { of: '$.properties.EndpointConfiguration.Types[*]', where: { value: '$', equals: 'EDGE' } } },
            ],
          },
        },
        at: '$.properties.EndpointConfiguration',
        message: '{resource} is edge-optimized: it leads to one Region, and no second one can have the same name.',
      },
      {
        require: { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: '{resource} has no counterpart in another Region.',
      },
    ],
    why: "An API lies in one Region; only two APIs, each behind a regional domain name, can take each other's place by DNS.",
    fix: {
      terraform:
        'Declare the API and its domain name under the provider of the recovery Region, too, with `types = ["REGIONAL"]`.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and give the domain name `Types: [REGIONAL]`.',
    },
    references: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/dns-failover.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-api-endpoint-types.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'apigateway/throttling': {
    title: 'A stage has limits of rate and burst',
    for: ['AWS::ApiGateway::Stage', 'AWS::ApiGatewayV2::Stage'],
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            {
              all: [
                { value: '$.properties.DefaultRouteSettings.ThrottlingRateLimit', is: 'present' },
                { value: '$.properties.DefaultRouteSettings.ThrottlingBurstLimit', is: 'present' },
              ],
            },
            {
              some: {
                of: '$.properties.MethodSettings[*]',
                where: {
                  all: [
                    { value: '$.HttpMethod', equals: '*' },
                    { value: '$.ThrottlingRateLimit', atLeast: 0 },
                    { value: '$.ThrottlingBurstLimit', atLeast: 0 },
                  ],
                },
              },
            },
            {
              some: {
                of: 'memberOf/members',
                where: {
                  all: [
                    { value: '$.properties.Throttle.RateLimit', is: 'present' },
                    { value: '$.properties.Throttle.BurstLimit', is: 'present' },
                    {
                      some: {
                        of: '$.properties.ApiStages[*]',
                        where: { value: '$.Stage', equals: '$subject.properties.StageName' },
                      },
                    },
                  ],
                },
              },
            },
          ],
        },
        message: '{resource} takes requests without a limit of its own, up to that of the whole account.',
      },
    ],
    why: "After a failover every client tries again at once; a limit sheds what the smaller side can't carry, and what it carries still works.",
    fix: {
      terraform:
        'Set `throttling_rate_limit` and `throttling_burst_limit` in `aws_api_gateway_method_settings` for `*/*`, or in the `default_route_settings`; for clients with keys in the `throttle_settings` of an `aws_api_gateway_usage_plan`.',
      cloudformation:
        'Set `ThrottlingRateLimit` and `ThrottlingBurstLimit` in `MethodSettings` for all methods, or in the `DefaultRouteSettings`; for clients with keys in the `Throttle` of an `AWS::ApiGateway::UsagePlan`.',
    },
    references: [
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html',
      'https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-throttling.html',
    ],
    standards: { wellArchitected: ['REL05-BP02'] },
  },
  'arc/readiness': {
    title: 'The switch between Regions is steered and checked by Application Recovery Controller',
    for: 'workload',
    where: { some: { of: 'contains', where: { value: '$.role', equals: 'recovery' } } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          some: {
            of: 'contains',
            where: {
              value: '$.type',
              in: [
                'AWS::Route53RecoveryControl::RoutingControl',
                'AWS::Route53RecoveryReadiness::ReadinessCheck',
                'AWS::ARCRegionSwitch::Plan',
              ],
            },
          },
        },
        at: {
          of: 'contains',
          where: {
            all: [
              { value: '$.role', equals: 'recovery' },
              {
                value: '$.type',
                in: [
                  'AWS::ElasticLoadBalancingV2::LoadBalancer',
                  'AWS::ElasticLoadBalancing::LoadBalancer',
                  'AWS::AutoScaling::AutoScalingGroup',
                  'AWS::DynamoDB::Table',
                  'AWS::EC2::Instance',
                  'AWS::ECS::Service',
                  'AWS::EKS::Cluster',
                  'AWS::Lambda::Function',
                  'AWS::RDS::DBCluster',
                  'AWS::RDS::DBInstance',
                ],
              },
            ],
          },
        },
        message: 'Workload {$.name} has no routing controls, no readiness checks and no Region switch plan.',
      },
    ],
    why: 'Routing controls and Region switch plans move traffic without any control plane of the lost Region, and the evaluation of a plan tells beforehand what it lacks.',
    fix: {
      terraform:
        'Add an `aws_route53recoverycontrolconfig_routing_control` for each Region. Readiness checks are no longer open to new customers.',
      cloudformation:
        'Add an `AWS::Route53RecoveryControl::RoutingControl` for each Region, or an `AWS::ARCRegionSwitch::Plan`.',
    },
    references: [
      'https://docs.aws.amazon.com/r53recovery/latest/dg/what-is-route53-recovery.html',
      'https://docs.aws.amazon.com/r53recovery/latest/dg/arc-readiness-availability-change.html',
    ],
    standards: { wellArchitected: ['REL13-BP04', 'REL13-BP05'] },
  },
  'asg/dr-capacity': {
    title: 'The recovery group can carry the load',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: { value: '$.role', equals: 'recovery' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: 'counterpartOf',
            as: 'primary',
            empty: 'pass',
            satisfies: { value: '$edge.capacityReach', atLeast: 1 },
          },
        },
        at: '$.facts.capacity.maximum',
        message:
          '{resource} can grow to {$subject.facts.capacity.maximum}, {$primary.address} runs {$primary.facts.capacity.desired}.',
      },
      {
        require: {
          every: {
            of: 'counterpartOf',
            as: 'primary',
            empty: 'pass',
            satisfies: { value: '$edge.capacityNow', atLeast: '$tier.capacityShare' },
          },
        },
        at: '$.facts.capacity.desired',
        message:
          '{resource} runs {$subject.facts.capacity.desired} now, tier {tier} asks for {$tier.capacityShare} of the {$primary.facts.capacity.desired} in {$primary.region}.',
      },
    ],
    why: "Standby that can't carry the load turns a failover into a second outage.",
    fix: {
      terraform: 'Raise `max_size` or `min_size` of the recovery group.',
      cloudformation: 'Raise `MaxSize` or `MinSize` of the recovery group.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL11-BP05', 'REL13-BP02'] },
  },
  'asg/dr-region': {
    title: 'A group has a counterpart in another Region',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'dependsOn/counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        message: '{resource} has no counterpart in another Region, and neither has what it is launched from.',
      },
      {
        require: { any: [{ some: { of: 'counterpartOf' } }, { value: '$tier.capacityShare', equals: 0 }] },
        message:
          '{resource} has no counterpart in another Region; what it is launched from is not enough there: tier {tier} asks for a group that runs.',
      },
    ],
    why: 'When the Region is lost, its servers have to come from somewhere; a group that has yet to be written in the outage takes hours.',
    fix: {
      terraform:
        'Declare the group under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'asg/elb-health-check': {
    title: 'A group behind a load balancer replaces what that calls unhealthy',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: {
      any: [
        { some: { of: 'reachedBy' } },
        { some: { of: '$.properties.TargetGroupARNs[*]' } },
        { some: { of: '$.properties.LoadBalancerNames[*]' } },
      ],
    },
    guards: ['instance'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.HealthCheckType', matches: '(^|,)\\s*(ELB|VPC_LATTICE)\\s*(,|$)' },
        message:
          '{resource} stands behind a load balancer and only looks at the status of its instances ({attribute} is {value}).',
      },
    ],
    why: "An instance whose application hangs passes EC2's own checks; the load balancer avoids it, and nobody replaces it until the last one hangs.",
    fix: {
      terraform: 'Set `health_check_type = "ELB"`.',
      cloudformation:
        'Set `HealthCheckType: ELB`, with a `HealthCheckGracePeriod` as long as an instance takes to start.',
      edit: {
        when: { value: '$.properties.HealthCheckGracePeriod', atLeast: 1 },
        set: '$.properties.HealthCheckType',
        to: 'ELB',
      },
    },
    references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/as-add-elb-healthcheck.html'],
    standards: {
      config: ['autoscaling-group-elb-healthcheck-required'],
      securityHub: ['AutoScaling.1'],
      wellArchitected: ['REL11-BP03'],
    },
  },
  'asg/launch-template-version': {
    title: 'Both Regions start the same generation of servers',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: { value: '$.role', equals: 'recovery' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: 'counterpartOf',
            as: 'primary',
            where: {
              all: [
                { value: '$.facts.templateVersion', is: 'present' },
                { value: '$subject.facts.templateVersion', is: 'present' },
              ],
            },
            empty: 'pass',
            satisfies: { value: '$subject.facts.templateVersion', equals: '$primary.facts.templateVersion' },
          },
        },
        at: '$.facts.templateVersion',
        message:
          '{resource} is at version {$subject.facts.templateVersion} of its launch template, {$primary.address} at {$primary.facts.templateVersion}.',
      },
      {
        require: {
          every: {
            of: 'dependsOn',
            as: 'own',
            where: { value: '$.facts.image.parameter', is: 'present' },
            empty: 'pass',
            satisfies: {
              every: {
                of: 'counterpartOf/dependsOn',
                from: '$subject',
                as: 'other',
                where: { value: '$.facts.image.parameter', is: 'present' },
                empty: 'pass',
                satisfies: { value: '$.facts.image.parameter', equals: '$own.facts.image.parameter' },
              },
            },
          },
        },
        message:
          '{resource} starts from {$own.facts.image.parameter}, its primary from {$other.facts.image.parameter}.',
      },
    ],
    why: "A standby that was pinned and forgotten starts last year's servers on the day of the failover.",
    fix: {
      terraform:
        'Give both groups the same `version` (`$Latest`, or one input for both), and both templates an image of the same build.',
      cloudformation: 'Give both groups the same `Version`, and both templates an image of the same build.',
    },
    references: [
      'https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_config_drift.html',
    ],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'asg/multi-az': {
    title: 'A group is spread over two Availability Zones',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: { value: '$.facts.zonesSpanned', is: 'present' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
        message: '{resource} is spread over {value} Availability Zone: when that fails, nothing of it is left.',
        at: '$.facts.zonesSpanned',
      },
    ],
    why: "A group in one zone goes down with it, and can't start a replacement anywhere else.",
    fix: {
      terraform: 'Name subnets of at least two zones in `vpc_zone_identifier`.',
      cloudformation: 'Name subnets of at least two zones in `VPCZoneIdentifier`.',
    },
    references: ['https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html'],
    standards: { config: ['autoscaling-multiple-az'], securityHub: ['AutoScaling.2'], wellArchitected: ['REL10-BP01'] },
  },
  'aurora/backtrack': {
    title: 'An Aurora MySQL cluster can be taken back over a bad write',
    for: 'AWS::RDS::DBCluster',
    where: {
      all: [
        { value: '$.properties.Engine', in: ['aurora', 'aurora-mysql'] },
        { value: '$.properties.EngineMode', equals: 'provisioned' },
        { none: { of: ['memberOf', 'replicaOf', 'replicatesTo'] } },
      ],
    },
    guards: ['data'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'off' },
    checks: [
      {
        require: { value: '$.properties.BacktrackWindow', otherThan: 0 },
        message: '{resource} has no backtracking: a bad write is undone by a restore into a new cluster only.',
      },
    ],
    why: 'Backtracking rewinds a cluster in minutes; a restore to a point in time builds a new one, which takes far longer than the outage that it ends.',
    fix: {
      terraform:
        'Set `backtrack_window` to the seconds that it should reach back (at most 259200). A cluster that was created without it has to be restored or cloned to get it.',
      cloudformation:
        'Set `BacktrackWindow` to the seconds that it should reach back (at most 259200). A cluster that was created without it has to be restored or cloned to get it.',
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/AuroraMySQL.Managing.Backtrack.html'],
    standards: {
      config: ['aurora-mysql-backtracking-enabled'],
      securityHub: ['RDS.14'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'aurora/backup-retention': {
    title: 'Backups of a database cluster are kept long enough',
    for: 'AWS::RDS::DBCluster',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
        message: '{resource} keeps backups for {value}; tier {tier} asks for {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.properties.BackupRetentionPeriod', atLeast: '$workload.needs.point-in-time-days' },
            { value: '$workload.needs.point-in-time-days', is: 'absent' },
          ],
        },
        message:
          '{resource} keeps backups for {$.properties.BackupRetentionPeriod} days; the workload needs {$workload.needs.point-in-time-days}.',
      },
    ],
    why: 'Point-in-time recovery reaches back only as far as the retention, and AWS keeps one day unless told otherwise.',
    fix: {
      terraform: 'Raise `backup_retention_period`.',
      cloudformation: 'Raise `BackupRetentionPeriod`.',
      edit: [
        {
          when: {
            not: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$tier.nativeRetention',
        },
        {
          when: {
            all: [
              { value: '$workload.needs.point-in-time-days', unit: 'days', atLeast: '$tier.nativeRetention' },
              { value: '$workload.needs.point-in-time-days', unit: 'days', atMost: '35d' },
            ],
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$workload.needs.point-in-time-days',
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Managing.Backups.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'aurora/copy-tags-to-snapshot': {
    title: 'Snapshots of a database cluster carry its tags',
    for: 'AWS::RDS::DBCluster',
    guards: ['hygiene'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.CopyTagsToSnapshot', equals: true },
        message: 'Snapshots of {resource} lose its tags: {attribute} is off.',
      },
    ],
    why: 'Retention rules, copies and restore tests select by tags; a snapshot without them is copied by nobody and found by nobody.',
    fix: {
      terraform: 'Set `copy_tags_to_snapshot = true`.',
      cloudformation: 'Set `CopyTagsToSnapshot: true`.',
      edit: { set: '$.properties.CopyTagsToSnapshot', to: true },
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_Tagging.html'],
    standards: { securityHub: ['RDS.16'], wellArchitected: ['REL09-BP01'] },
  },
  'aurora/deletion-protection': {
    title: "A database cluster can't be deleted by mistake",
    for: 'AWS::RDS::DBCluster',
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeletionProtection', equals: true },
        message: '{resource} can be deleted by a single call: {attribute} is off.',
      },
    ],
    why: 'A wrong apply or a slip in the console takes the cluster away faster than any outage does; its automated backups go with it.',
    fix: {
      terraform: 'Set `deletion_protection = true`.',
      cloudformation: 'Set `DeletionProtection: true`.',
      edit: { set: '$.properties.DeletionProtection', to: true },
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html'],
    standards: {
      config: ['rds-cluster-deletion-protection-enabled'],
      securityHub: ['RDS.7'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'aurora/final-snapshot': {
    title: 'Deleting a database cluster leaves a snapshot of it',
    for: 'AWS::RDS::DBCluster',
    where: { none: { of: 'replicaOf' } },
    guards: ['deletion'],
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.facts.finalSnapshot', equals: true },
        message: '{resource} is deleted without a final snapshot.',
      },
    ],
    why: 'A deletion that nobody meant is the one disaster that reaches every reader and replica; the final snapshot is the last way back.',
    fix: {
      terraform: 'Set `skip_final_snapshot = false` and give a `final_snapshot_identifier`.',
      cloudformation: 'Set `DeletionPolicy: Snapshot`, which is also the default, or `Retain`.',
      edit: [
        { set: '$.lifecycle.DeletionPolicy', to: 'Snapshot' },
        {
          when: { value: '$.properties.FinalDBSnapshotIdentifier', is: 'present' },
          set: '$.properties.SkipFinalSnapshot',
          to: false,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/USER_DeleteCluster.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'aurora/global-database': {
    title: 'An Aurora cluster has a secondary in another Region',
    for: 'AWS::RDS::DBCluster',
    where: {
      all: [
        { value: '$.properties.Engine', like: 'aurora*' },
        { value: '$.role', equals: 'primary' },
        { none: { of: 'replicaOf' } },
      ],
    },
    guards: ['region'],
    params: {
      copies: { 'pilot-light': 'accepted', 'warm-standby': 'refused', 'active-active': 'refused' },
      instances: { 'pilot-light': 0, 'warm-standby': 1, 'active-active': 1 },
      region: {
        'backup-restore': 'not promised',
        'pilot-light': 'promised',
        'warm-standby': 'promised',
        'active-active': 'promised',
      },
    },
    level: {
      'backup-restore': 'off',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [
        {
          when: {
            all: [
              { value: '$workload.needs.database-failover', is: 'present' },
              { value: '$params.region', equals: 'promised' },
            ],
          },
          to: 'error',
        },
      ],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$params.copies', equals: 'accepted' },
                { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
              ],
            },
          ],
        },
        message: '{resource} has no secondary cluster in another Region.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            {
              some: {
                of: ['replicatesTo', 'protectedBy/copiesTo'],
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.allowed', equals: true },
                  ],
                },
              },
            },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
      {
        require: {
          any: [
            { value: '$params.instances', equals: 0 },
            {
              some: {
                of: 'replicatesTo',
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { count: { of: 'members', atLeast: '$params.instances' } },
                  ],
                },
              },
            },
          ],
        },
        message:
          'The secondary of {resource} in another Region has no instance: promoting it would begin with building one.',
      },
    ],
    why: 'A cluster lies in one Region; without a secondary elsewhere a lost Region means a restore of hours, from the newest copy there is.',
    fix: {
      terraform:
        'Declare an `aws_rds_global_cluster` and a second `aws_rds_cluster` with an instance, both naming it, the second under the provider of the recovery Region.',
      cloudformation:
        'Declare an `AWS::RDS::GlobalCluster`, and in a stack of the recovery Region an `AWS::RDS::DBCluster` with its `GlobalClusterIdentifier` and an instance.',
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/aurora-global-database.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'aurora/multi-az-instances': {
    title: 'An Aurora cluster has a second instance, in a second zone, to fail over to',
    for: 'AWS::RDS::DBCluster',
    where: { not: { value: '$.properties.ClusterScalabilityType', equals: 'limitless' } },
    guards: ['instance', 'zone'],
    params: { standby: { 'backup-restore': 0, 'pilot-light': 0, 'warm-standby': 1, 'active-active': 2 } },
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.database-failover', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { count: { of: 'members', atLeast: 2 } },
            { value: '$.properties.DBClusterInstanceClass', is: 'present' },
            {
              all: [
                { any: [{ value: '$.role', equals: 'recovery' }, { some: { of: 'replicaOf' } }] },
                { count: { of: 'members', atLeast: '$params.standby' } },
              ],
            },
          ],
        },
        message: '{resource} has no second instance to fail over to.',
      },
      {
        require: {
          any: [
            { value: '$.facts.zonesSpanned', is: 'absent' },
            {
              all: [
                { value: '$params.standby', atMost: 1 },
                { any: [{ value: '$.role', equals: 'recovery' }, { some: { of: 'replicaOf' } }] },
              ],
            },
            { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
          ],
        },
        message: 'All instances of {resource} are in one Availability Zone.',
      },
    ],
    why: 'With one instance, or one zone, a failure means minutes until AWS has built another instance; with a reader elsewhere it is a failover of seconds.',
    fix: {
      terraform: 'Declare a second `aws_rds_cluster_instance` for it, in another zone or without `availability_zone`.',
      cloudformation:
        'Declare a second `AWS::RDS::DBInstance` with its `DBClusterIdentifier`, in another zone or without `AvailabilityZone`.',
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html'],
    standards: { config: ['rds-cluster-multi-az-enabled'], securityHub: ['RDS.15'], wellArchitected: ['REL10-BP01'] },
  },
  'backup/audit': {
    title: 'What is backed up is audited',
    for: 'workload',
    where: { some: { of: 'contains', where: { value: '$.type', equals: 'AWS::Backup::BackupPlan' } } },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: {
          some: {
            of: 'contains/checkedBy',
            where: { value: '$.type', in: ['AWS::Backup::Framework', 'AWS::Backup::ReportPlan'] },
          },
        },
        at: { of: 'contains', where: { value: '$.type', equals: 'AWS::Backup::BackupPlan' } },
        message:
          'Neither a framework nor a report plan shows that the backups of workload {$.name} are what they should be.',
      },
    ],
    why: 'Plans drift, and resources are added that no plan selects; a framework finds both, and a report proves it to an auditor.',
    fix: {
      terraform: 'Add an `aws_backup_framework` with the controls that matter to you, or an `aws_backup_report_plan`.',
      cloudformation:
        'Add an `AWS::Backup::Framework` with the controls that matter to you, or an `AWS::Backup::ReportPlan`.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/aws-backup-audit-manager.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'backup/cold-storage-lifecycle': {
    title: 'What moves to cold storage stays there for 90 days',
    for: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    where: { value: '$.facts.coldStorage', is: 'present' },
    guards: ['validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.coldStorage', atLeast: '90d' },
        message:
          '{resource} keeps recovery points {value} in cold storage; AWS Backup asks for {expected} and refuses the plan.',
      },
    ],
    why: 'AWS Backup refuses such a plan, so nothing is backed up by it.',
    fix: {
      terraform: 'Set `delete_after` to at least `cold_storage_after` + 90, or drop `cold_storage_after`.',
      cloudformation: 'Set `DeleteAfterDays` to at least `MoveToColdStorageAfterDays` + 90, or drop the latter.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'backup/continuous': {
    title: 'What may lose less than an hour can be restored to any second',
    for: ['AWS::Backup::BackupPlan.BackupRuleResourceType', 'backed-up'],
    where: {
      any: [
        { value: '$.properties.EnableContinuousBackup', equals: true },
        {
          all: [
            { value: '$.type', in: ['AWS::RDS::DBInstance', 'AWS::S3::Bucket'] },
            { value: '$workload.objectives.rpo', is: 'present' },
            { not: { value: '$workload.objectives.rpo', atLeast: '1h' } },
            { none: { of: 'replicaOf' } },
          ],
        },
      ],
    },
    guards: ['data', 'validity'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
      raise: [{ when: { none: { of: 'replicatesTo' } }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.retention', atMost: '35d' },
            { not: { value: '$.type', equals: 'AWS::Backup::BackupPlan.BackupRuleResourceType' } },
          ],
        },
        level: 'error',
        message:
          '{resource} keeps continuous backups {$subject.facts.retention}; AWS Backup keeps them 35 days at most and refuses more.',
      },
      {
        require: {
          any: [
            { value: '$.type', equals: 'AWS::Backup::BackupPlan.BackupRuleResourceType' },
            { value: '$.facts.continuousBackup', equals: true },
            { value: '$.facts.nativeBackup.retention', otherThan: '0s' },
            { value: '$.properties.VersioningConfiguration.Status', equals: 'Enabled' },
          ],
        },
        message:
          'The stated RPO is {$workload.objectives.rpo}, but {resource} is neither backed up continuously nor has point-in-time recovery of its own.',
      },
    ],
    why: 'Snapshots are an hour apart at least; what was written since the last one is gone after a wrong update.',
    fix: {
      terraform:
        'Set `enable_continuous_backup = true` on a rule that protects it, with a `delete_after` of 35 at most.',
      cloudformation:
        'Set `EnableContinuousBackup: true` on a rule that protects it, with `DeleteAfterDays` of 35 at most.',
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery-retention-period.html',
    ],
    standards: { wellArchitected: ['REL09-BP03', 'REL13-BP02'] },
  },
  'backup/copy-loses-pitr': {
    title: 'Copies in another Region are made as often as the stated RPO asks',
    for: 'backed-up',
    where: {
      all: [
        { value: '$workload.objectives.rpo', is: 'present' },
        { value: '$.role', equals: 'primary' },
        { none: { of: 'replicaOf' } },
        { value: '$.facts.continuousBackup', equals: true },
        { value: '$.facts.copyGap', is: 'present' },
        { none: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        { none: { of: 'copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.copyGap', atMost: '$workload.objectives.rpo' },
        message:
          '{resource} can be restored to any second, but not in another Region: what is copied there are snapshots, up to {value} apart, and the stated RPO is {expected}.',
      },
    ],
    why: 'A copy of a continuous backup is a snapshot, made when the rule runs; everything written since is lost with the Region.',
    fix: {
      terraform:
        'Replicate it (a read replica, replicated automated backups, replication of the bucket), or let a rule that copies run more often.',
      cloudformation:
        'Replicate it (a read replica, replicated automated backups, replication of the bucket), or let a rule that copies run more often.',
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/point-in-time-recovery.html',
    ],
    standards: { wellArchitected: ['REL09-BP03', 'REL13-BP02'] },
  },
  'backup/copy-retention': {
    title: 'Copies of recovery points are kept as long as recovery points',
    for: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    guards: ['region', 'account'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: 'copiesTo',
            as: 'vault',
            empty: 'pass',
            satisfies: {
              some: {
                of: 'partOf/parts/copiesTo',
                from: '$subject',
                where: {
                  all: [
                    { value: '$.region', equals: '$vault.region' },
                    { value: '$edge.retention', atLeast: '$tier.backupRetention' },
                  ],
                },
              },
            },
          },
        },
        message:
          '{resource} keeps the copies in {$vault.address} {$edge.retention}; tier {tier} asks for {$tier.backupRetention}.',
      },
    ],
    why: 'When the Region or the account is lost, the copies are all there is, and the corruption may be older than the oldest of them.',
    fix: {
      terraform: 'Raise `delete_after` in the `lifecycle` of the `copy_action`.',
      cloudformation: 'Raise `DeleteAfterDays` in the `Lifecycle` of the copy action.',
      edit: {
        when: { count: { of: '$.properties.CopyActions[*]', atMost: 1 } },
        set: '$.properties.CopyActions[0].Lifecycle.DeleteAfterDays',
        to: '$tier.backupRetention',
      },
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html'],
    standards: { config: ['backup-recovery-point-minimum-retention-check'], wellArchitected: ['REL09-BP01'] },
  },
  'backup/cross-account-copy': {
    title: 'Recovery points are copied to another account',
    for: 'AWS::Backup::BackupPlan',
    where: {
      not: {
        every: { of: 'protects', empty: 'fail', satisfies: { value: '$.facts.crossAccountCopy', equals: false } },
      },
    },
    guards: ['account'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'note',
      'warm-standby': 'warning',
      'active-active': 'warning',
      raise: [{ when: { value: '$workload.needs.account-isolation', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          some: {
            of: ['parts/copiesTo', 'parts/storesIn'],
            where: {
              any: [
                { value: '$.account', otherThan: '$subject.account' },
                { value: '$.type', equals: 'AWS::Backup::LogicallyAirGappedBackupVault' },
              ],
            },
          },
        },
        message: '{resource} copies nothing to another account.',
      },
    ],
    why: 'Whoever takes over the account, or closes it, takes every vault in it along.',
    fix: {
      terraform:
        'Add a `copy_action` with the ARN of a vault in another account of the organization, or of a logically air-gapped vault.',
      cloudformation:
        'Add `CopyActions` with the ARN of a vault in another account of the organization, or of a logically air-gapped vault.',
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html',
    ],
    standards: { backupAuditManager: ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_ACCOUNT'], wellArchitected: ['REL09-BP02'] },
  },
  'backup/cross-region-copy': {
    title: 'Recovery points are copied to a vault in another Region',
    for: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    where: {
      all: [
        { not: { value: '$.role', equals: 'recovery' } },
        {
          not: {
            every: {
              of: 'protects',
              empty: 'fail',
              satisfies: {
                some: { of: ['replicatesTo', 'replicaOf'], where: { value: '$.region', otherThan: '$subject.region' } },
              },
            },
          },
        },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'partOf/parts/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: '{resource} copies nothing to another Region, nor does any other rule of its plan.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            {
              some: {
                of: 'partOf/parts/copiesTo',
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.allowed', equals: true },
                  ],
                },
              },
            },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
      {
        require: { some: { of: 'copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        level: 'note',
        message: '{resource} does not copy; only other rules of the plan do.',
      },
    ],
    why: 'A vault shares the fate of its Region.',
    fix: {
      terraform: 'Add a `copy_action` with the ARN of a vault in the recovery Region.',
      cloudformation: 'Add `CopyActions` with the ARN of a vault in the recovery Region.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/cross-region-backup.html'],
    standards: {
      backupAuditManager: ['BACKUP_RESOURCES_PROTECTED_BY_CROSS_REGION'],
      wellArchitected: ['REL10-BP01', 'REL13-BP02'],
    },
  },
  'backup/frequency': {
    title: 'Recovery points are made often enough',
    for: 'AWS::Backup::BackupPlan',
    where: { value: '$.properties.BackupPlan.BackupPlanRule', is: 'present' },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.longestGap', atMost: '$tier.backupGap' },
            {
              every: {
                of: 'protects',
                empty: 'fail',
                satisfies: { value: '$.facts.longestGap', atMost: '$tier.backupGap' },
              },
            },
          ],
        },
        message: '{resource} leaves up to {value} between recovery points; tier {tier} allows {expected}.',
      },
    ],
    why: 'Everything written since the last recovery point is gone after a deletion or corruption.',
    fix: { terraform: "Shorten the rule's `schedule`.", cloudformation: "Shorten the rule's `ScheduleExpression`." },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/creating-a-backup-plan.html'],
    standards: {
      config: ['backup-plan-min-frequency-and-min-retention-check'],
      backupAuditManager: ['BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK'],
      wellArchitected: ['REL09-BP03', 'REL13-BP02'],
    },
  },
  'backup/resource-covered': {
    title: 'Every stateful resource is backed up by something',
    for: 'backed-up',
    where: {
      none: {
        of: 'replicaOf',
        as: 'source',
        where: {
          any: [
            { some: { of: 'protectedBy' } },
            { value: '$.facts.nativeBackup.retention', atLeast: '$tier.nativeRetention' },
            {
              all: [
                { value: '$.language', is: 'present' },
                {
                  none: { of: 'replicaOf', from: '$source', where: { value: '$.address', equals: '$subject.address' } },
                },
              ],
            },
          ],
        },
      },
    },
    guards: ['data', 'deletion'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'protectedBy' } },
            { value: '$.facts.nativeBackup.retention', atLeast: '$tier.nativeRetention' },
          ],
        },
        message:
          '{resource} is selected by no backup plan or snapshot policy, and has no backups of its own that last as long as tier {tier} asks.',
      },
    ],
    why: 'Replication copies a deletion as faithfully as a write; only a recovery point brings the data back.',
    fix: {
      terraform: 'Add it to an `aws_backup_selection` by ARN or tag.',
      cloudformation: 'Add it to an `AWS::Backup::BackupSelection` by ARN or tag.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
    standards: {
      config: [
        'rds-resources-protected-by-backup-plan',
        'aurora-resources-protected-by-backup-plan',
        'dynamodb-resources-protected-by-backup-plan',
        'ebs-resources-protected-by-backup-plan',
        'ec2-resources-protected-by-backup-plan',
        'efs-resources-protected-by-backup-plan',
        'fsx-resources-protected-by-backup-plan',
        's3-resources-protected-by-backup-plan',
        'ebs-in-backup-plan',
        'dynamodb-in-backup-plan',
        'efs-in-backup-plan',
        'rds-in-backup-plan',
      ],
      securityHub: ['EFS.2', 'EC2.28', 'RDS.26', 'DynamoDB.4'],
      backupAuditManager: ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_PLAN'],
      wellArchitected: ['REL09-BP01', 'REL09-BP03'],
    },
  },
  'backup/restore-testing': {
    title: 'Recovery points are restored regularly, to see that they can be',
    for: 'workload',
    where: { some: { of: 'contains', where: { some: { of: 'protectedBy' } } } },
    guards: ['data', 'region'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: {
          some: { of: 'contains/checkedBy', where: { value: '$.type', equals: 'AWS::Backup::RestoreTestingPlan' } },
        },
        at: { of: 'contains', where: { some: { of: 'protectedBy' } } },
        message: 'Nothing tries to restore the recovery points of workload {$.name}.',
      },
      {
        require: {
          some: { of: 'contains/checkedBy', where: { value: '$.facts.longestGap', atMost: '$tier.restoreTestGap' } },
        },
        level: 'note',
        at: { of: 'contains/checkedBy', where: { value: '$.type', equals: 'AWS::Backup::RestoreTestingPlan' } },
        message: 'Restores for workload {$.name} are tried more seldom than every {$tier.restoreTestGap}.',
      },
    ],
    why: 'A backup that was never restored is a hope; keys, roles and formats fail at the restore, not at the backup.',
    fix: {
      terraform:
        'Add an `aws_backup_restore_testing_plan` with an `aws_backup_restore_testing_selection` for the types that are backed up.',
      cloudformation:
        'Add an `AWS::Backup::RestoreTestingPlan` with an `AWS::Backup::RestoreTestingSelection` for the types that are backed up.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/restore-testing.html'],
    standards: { wellArchitected: ['REL09-BP04', 'REL13-BP03'] },
  },
  'backup/retention': {
    title: 'Recovery points are kept long enough',
    for: 'AWS::Backup::BackupPlan',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.retention', atLeast: '$tier.backupRetention' },
            { some: { of: 'parts/copiesTo', where: { value: '$edge.retention', atLeast: '$tier.backupRetention' } } },
            {
              every: {
                of: 'protects',
                empty: 'fail',
                satisfies: {
                  some: { of: 'protectedBy', where: { value: '$.facts.retention', atLeast: '$tier.backupRetention' } },
                },
              },
            },
          ],
        },
        message:
          '{resource} keeps its recovery points {$subject.facts.retention} at most; tier {tier} asks for {$tier.backupRetention}.',
      },
    ],
    why: 'Corruption is often found weeks later; by then every recovery point from before it is gone.',
    fix: {
      terraform: 'Raise `delete_after` in the `lifecycle` of a rule.',
      cloudformation: 'Raise `DeleteAfterDays` in the `Lifecycle` of a rule.',
      edit: {
        when: { count: { of: '$.properties.BackupPlan.BackupPlanRule[*]', atMost: 1 } },
        set: '$.properties.BackupPlan.BackupPlanRule[0].Lifecycle.DeleteAfterDays',
        to: '$tier.backupRetention',
      },
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html'],
    standards: {
      config: ['backup-plan-min-frequency-and-min-retention-check', 'backup-recovery-point-minimum-retention-check'],
      backupAuditManager: [
        'BACKUP_PLAN_MIN_FREQUENCY_AND_MIN_RETENTION_CHECK',
        'BACKUP_RECOVERY_POINT_MINIMUM_RETENTION_CHECK',
      ],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'backup/selection-empty': {
    title: 'A backup plan selects something',
    for: ['AWS::Backup::BackupSelection', 'AWS::Backup::BackupPlan'],
    where: { value: '$.facts.selectsNothing', is: 'present' },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { not: { value: '$.type', equals: 'AWS::Backup::BackupPlan' } },
            { value: '$.facts.selectsNothing', equals: false },
          ],
        },
        message: '{resource} has no selection, and so protects nothing.',
      },
      {
        require: { value: '$.facts.selectsNothing', equals: false },
        message: 'Nothing that is declared meets the criteria of {resource}.',
      },
    ],
    why: 'A plan that selects nothing runs on time, fails never, and leaves no recovery point.',
    fix: {
      terraform:
        'Add an `aws_backup_selection` to the plan, or give what it should protect the tag that the selection names.',
      cloudformation:
        'Add an `AWS::Backup::BackupSelection` to the plan, or give what it should protect the tag that the selection names.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/assigning-resources.html'],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'backup/vault-access-policy': {
    title: 'Nobody may delete what is in a vault',
    for: 'AWS::Backup::BackupVault',
    where: { value: '$.properties.LockConfiguration', is: 'absent' },
    guards: ['account'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.facts.deniesDeletion', equals: true },
        message: '{resource} is not locked, and no policy denies deleting its recovery points.',
      },
    ],
    why: 'Without either, one careless or stolen role with rights in AWS Backup deletes the backups together with what they are of.',
    fix: {
      terraform:
        'Add an `aws_backup_vault_policy` for it that denies `backup:DeleteRecoveryPoint` and `backup:UpdateRecoveryPointLifecycle` to everyone.',
      cloudformation:
        'Set an `AccessPolicy` that denies `backup:DeleteRecoveryPoint` and `backup:UpdateRecoveryPointLifecycle` to everyone.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/create-a-vault-access-policy.html'],
    standards: {
      config: ['backup-recovery-point-manual-deletion-disabled'],
      backupAuditManager: ['BACKUP_RECOVERY_POINT_MANUAL_DELETION_DISABLED'],
      wellArchitected: ['REL09-BP02'],
    },
  },
  'backup/vault-encryption': {
    title: "A vault encrypts its recovery points by a key of the customer's own",
    for: 'AWS::Backup::BackupVault',
    guards: ['account'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { some: { of: 'encryptedBy', where: { value: '$.facts.customerManaged', equals: true } } },
        at: '$.properties.EncryptionKeyArn',
        message:
          '{resource} uses no customer-managed key: what a key of AWS encrypts can be neither shared with nor copied to another account.',
      },
    ],
    why: 'The key that AWS keeps for a service never leaves its account, so its recovery points are lost together with the account.',
    fix: {
      terraform: 'Set `kms_key_arn` to a key of your own, in each Region to one of that Region.',
      cloudformation: 'Set `EncryptionKeyArn` to a key of your own, in each Region to one of that Region.',
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/encryption.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/create-cross-account-backup.html',
    ],
    standards: {
      config: ['backup-recovery-point-encrypted'],
      securityHub: ['Backup.1'],
      backupAuditManager: ['BACKUP_RECOVERY_POINT_ENCRYPTED'],
      wellArchitected: ['REL09-BP02'],
    },
  },
  'backup/vault-lock-mode': {
    title: "The lock of a vault can't be lifted by anybody",
    for: 'AWS::Backup::BackupVault',
    where: { value: '$.facts.lock.mode', is: 'present' },
    guards: ['account'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'note',
      'active-active': 'warning',
      raise: [{ when: { value: '$workload.needs.immutability', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.facts.lock.mode', equals: 'compliance' },
        message:
          '{resource} is locked in governance mode: whoever has the permission can take the lock away, and then delete every recovery point.',
      },
    ],
    why: "A stolen administrator's key has every permission that the administrator has; compliance mode heeds none of them.",
    fix: {
      terraform:
        'Set `changeable_for_days` (3 at least) on its `aws_backup_vault_lock_configuration`. After these days nobody can change the lock, so try it first.',
      cloudformation:
        'Set `ChangeableForDays` (3 at least) in its `LockConfiguration`. After these days nobody can change the lock, so try it first.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
    standards: { wellArchitected: ['REL09-BP02'] },
  },
  'backup/vault-lock-retention-conflict': {
    title: "A rule's retention lies within the lock of the vault it stores in",
    for: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: ['storesIn', 'copiesTo'],
            as: 'vault',
            where: { value: '$.facts.lock', is: 'present' },
            empty: 'pass',
            satisfies: {
              all: [
                { value: '$edge.retention', atLeast: '$vault.facts.lock.minimum' },
                { value: '$edge.retention', atMost: '$vault.facts.lock.maximum' },
              ],
            },
          },
        },
        message:
          '{resource} keeps recovery points {$edge.retention}, but the lock of {$vault.address} allows {$vault.facts.lock.minimum} to {$vault.facts.lock.maximum}: the job fails.',
      },
    ],
    why: "AWS Backup refuses a job whose retention is outside the vault's lock, so there is no recovery point at all.",
    fix: { terraform: 'Change `delete_after` or the lock.', cloudformation: 'Change `DeleteAfterDays` or the lock.' },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'backup/vault-lock': {
    title: 'A vault that holds recovery points is locked',
    for: 'AWS::Backup::BackupVault',
    where: {
      any: [
        { some: { of: ['stores', 'copiedFrom'] } },
        {
          some: {
            of: '$.properties.AccessPolicy.Statement[*]',
            where: { value: '$.Action', contains: 'backup:CopyIntoBackupVault' },
          },
        },
      ],
    },
    guards: ['account'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
      raise: [{ when: { value: '$workload.needs.immutability', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.properties.LockConfiguration', is: 'present' },
        message: '{resource} has no lock: whoever may delete recovery points can delete all of them.',
      },
    ],
    why: "Ransomware and a stolen administrator's key go for the backups first; a locked vault keeps them from both.",
    fix: {
      terraform: 'Add an `aws_backup_vault_lock_configuration` for it with `min_retention_days`.',
      cloudformation: 'Set `LockConfiguration: { MinRetentionDays: … }`.',
    },
    references: ['https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html'],
    standards: {
      backupAuditManager: ['BACKUP_RESOURCES_PROTECTED_BY_BACKUP_VAULT_LOCK'],
      wellArchitected: ['REL09-BP02'],
    },
  },
  'backup/vault-notifications': {
    title: 'Somebody hears of backup jobs that fail',
    for: 'AWS::Backup::BackupVault',
    where: {
      any: [
        { some: { of: 'stores' } },
        {
          all: [
            { none: { of: 'copiedFrom' } },
            {
              none: {
                of: '$.properties.AccessPolicy.Statement[*]',
                where: { value: '$.Action', contains: 'backup:CopyIntoBackupVault' },
              },
            },
          ],
        },
      ],
    },
    guards: ['data'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.facts.notifies.backupFailures', equals: true },
        message: 'Nobody hears of it when a backup job of {resource} fails.',
      },
      {
        require: {
          any: [{ value: '$.facts.notifies.copyFailures', equals: true }, { none: { of: 'stores/copiesTo' } }],
        },
        level: {
          'backup-restore': 'note',
          'pilot-light': 'note',
          'warm-standby': 'warning',
          'active-active': 'warning',
        },
        message: 'Nobody hears of it when a copy from {resource} to another vault fails.',
      },
    ],
    why: 'A plan that has failed for weeks looks like one that works, until somebody needs a recovery point.',
    fix: {
      terraform:
        'Add an `aws_backup_vault_notifications` for it with the events `BACKUP_JOB_FAILED` and `COPY_JOB_FAILED`, or an EventBridge rule on `Backup Job State Change` and `Copy Job State Change` of `aws.backup`.',
      cloudformation:
        'Set `Notifications` with the events `BACKUP_JOB_FAILED` and `COPY_JOB_FAILED`, or add an EventBridge rule on `Backup Job State Change` and `Copy Job State Change` of `aws.backup`.',
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html',
    ],
    standards: { wellArchitected: ['REL06-BP03', 'REL11-BP06'] },
  },
  'backup/window': {
    title: 'A backup job has the time to start and to be done',
    for: 'AWS::Backup::BackupPlan.BackupRuleResourceType',
    guards: ['validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.startWindow', atLeast: '60m' },
        message: '{resource} gives a job {value} to start; AWS Backup asks for {expected} and refuses the plan.',
      },
      {
        require: { value: '$.facts.completionWindow', atLeast: '$.facts.startWindow' },
        level: 'warning',
        message: '{resource} cancels a job after {value}, but lets it start up to {expected} late.',
      },
    ],
    why: 'A plan that AWS Backup refuses backs up nothing; a job that is cancelled before it is done leaves no recovery point.',
    fix: {
      terraform:
        'Set `start_window` to 60 at least, and `completion_window` to more than that. Both are minutes; without them they are 60 and 180.',
      cloudformation: 'Set `StartWindowMinutes` to 60 at least, and `CompletionWindowMinutes` to more than that.',
      edit: {
        when: { not: { value: '$.facts.startWindow', atLeast: '60m' } },
        set: '$.properties.StartWindowMinutes',
        to: 60,
      },
    },
    references: [
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/API_BackupRule.html',
      'https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html',
    ],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'beanstalk/multi-az': {
    title: 'An environment runs on more than one server, in more than one Availability Zone',
    for: 'AWS::ElasticBeanstalk::Environment',
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { not: { value: '$.facts.environmentType', equals: 'SingleInstance' } },
        message: '{resource} is one server without a load balancer.',
      },
      {
        require: { not: { value: '$.facts.mostServers', equals: '1' } },
        message: '{resource} is never more than one server.',
      },
      {
        require: {
          all: [
            { not: { value: '$.facts.zonesAskedFor', equals: 'Any 1' } },
            { not: { value: '$.facts.zonesNamed', matches: '^[^,]+$' } },
            { not: { value: '$.facts.subnetsNamed', matches: '^[^,]+$' } },
          ],
        },
        message: '{resource} keeps all of its servers in one Availability Zone ({value}).',
      },
    ],
    why: 'The platform replaces servers, but only where it may start them.',
    fix: {
      terraform: 'Set `EnvironmentType` to `LoadBalanced`, and name subnets of two zones in the `setting` `Subnets`.',
      cloudformation: 'Set `EnvironmentType` to `LoadBalanced`, and name subnets of two zones in the option `Subnets`.',
    },
    references: [
      'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options-general.html',
      'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/command-options.html#configuration-options-precedence',
      'https://docs.aws.amazon.com/elasticbeanstalk/latest/dg/using-features-managing-env-types.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'cfn/termination-protection': {
    title: 'Data outlives the stack that it is declared in',
    for: ['AWS::CloudFormation::StackSet', 'AWS::CloudFormation::Stack'],
    guards: ['deletion'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.facts.removesData', equals: false },
        message: 'When {resource} goes, so does the data of {$subject.facts.removedData}.',
      },
    ],
    why: 'A nested stack that is taken out of its template, or an account that leaves a stack set, deletes everything in it.',
    fix: {
      terraform:
        'Set `DeletionPolicy: Retain` on the stores in its template, `prevent_destroy = true` on the stack, or `retain_stack = true` on the instances of the set.',
      cloudformation: 'Set `DeletionPolicy: Retain` on the stores in its template, or on the nested stack itself.',
      edit: [
        { set: '$.lifecycle.DeletionPolicy', to: 'Retain' },
        { set: '$.lifecycle.prevent_destroy', to: true },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-protect-stacks.html',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'cloudfront/origin-failover': {
    title: 'An origin that exists in two Regions has the other one behind it',
    for: 'AWS::CloudFront::Distribution',
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          every: {
            of: 'routesTo',
            as: 'origin',
            where: {
              any: [
                { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$origin.region' } } },
                {
                  some: {
                    of: ['replicatesTo', 'replicaOf'],
                    where: { value: '$.region', otherThan: '$origin.region' },
                  },
                },
              ],
            },
            empty: 'pass',
            satisfies: { value: '$edge.failsOver', equals: true },
          },
        },
        message: '{resource} gets its content from {$origin.address} alone, though another Region has it, too.',
      },
    ],
    why: 'With the Region of the origin everything that is not cached is gone, while its copy stands idle.',
    fix: {
      terraform:
        'Declare both origins and an `origin_group` of them, and name the group in the `target_origin_id`; for methods that write, an origin name that Route 53 fails over.',
      cloudformation:
        'Declare both origins and an item of `OriginGroups` with them, and name the group in the `TargetOriginId`; for methods that write, an origin name that Route 53 fails over.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/high_availability_origin_failover.html',
    ],
    standards: {
      config: ['cloudfront-origin-failover-enabled'],
      securityHub: ['CloudFront.4'],
      wellArchitected: ['REL11-BP02'],
    },
  },
  'cloudwatch/alarm-actions': {
    title: 'An alarm that a recovery waits for tells somebody',
    for: 'AWS::CloudWatch::Alarm',
    where: {
      any: [
        { value: '$.facts.watchesNothing', equals: true },
        {
          all: [
            { none: { of: 'neededBy' } },
            {
              some: {
                of: 'watches',
                where: {
                  any: [
                    { value: '$.type', equals: 'AWS::Route53::HealthCheck' },
                    { value: '$.type', equals: 'AWS::Backup::BackupVault' },
                    { value: '$edge.metric', in: '$.facts.lagMetrics' },
                  ],
                },
              },
            },
          ],
        },
      ],
    },
    guards: ['hygiene'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.facts.watchesNothing', equals: false },
        at: '$.facts.watchesNothing',
        message:
          '{resource} has no dimensions, and {$.properties.Namespace} has no such metric without them: it watches nothing.',
      },
      {
        require: { value: '$.facts.tellsSomebody', equals: true },
        message:
          '{resource} tells nobody: it has no action, or one that is switched off or that nobody has subscribed to.',
      },
    ],
    why: 'Nobody starts a recovery, or repairs what it rests on, because of an alarm that nobody hears.',
    fix: {
      terraform:
        'Name an `aws_sns_topic` with a subscription in `alarm_actions`, and the watched resource in `dimensions`.',
      cloudformation:
        'Name an `AWS::SNS::Topic` with a subscription in `AlarmActions`, and the watched resource in `Dimensions`.',
      edit: {
        when: { value: '$.properties.ActionsEnabled', equals: false },
        set: '$.properties.ActionsEnabled',
        to: true,
      },
    },
    references: ['https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/alarm-actions.html'],
    standards: {
      config: ['cloudwatch-alarm-action-check', 'cloudwatch-alarm-action-enabled-check'],
      securityHub: ['CloudWatch.15', 'CloudWatch.17'],
      wellArchitected: ['REL06-BP03'],
    },
  },
  'cloudwatch/replication-lag-alarm': {
    title: 'Someone hears of it when replication falls behind',
    for: 'replicated',
    where: {
      any: [
        {
          all: [
            { value: '$.facts.lagAtSource', equals: true },
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        {
          all: [
            { value: '$.facts.lagAtSource', equals: false },
            { some: { of: 'replicaOf', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: {
            of: ['watchedBy', 'replicaOf/watchedBy'],
            where: { value: '$edge.metric', in: '$subject.facts.lagMetrics' },
          },
        },
        message: 'No alarm watches the replication lag of {resource}. What tells it: {$subject.facts.lagMetrics}.',
      },
    ],
    why: 'The lag is the RPO. Unwatched, it grows unnoticed until the day it counts.',
    fix: {
      terraform: 'Add an `aws_cloudwatch_metric_alarm` on the metric with this resource as dimension.',
      cloudformation: 'Add an `AWS::CloudWatch::Alarm` on the metric with this resource as dimension.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-metrics.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics.html',
    ],
    standards: { wellArchitected: ['REL06-BP03', 'REL11-BP06'] },
  },
  'dlm/cross-region-copy': {
    title: 'Snapshots are copied to another Region',
    for: 'AWS::DLM::LifecyclePolicy',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { not: { value: '$.properties.State', equals: 'DISABLED' } },
        {
          not: {
            every: {
              of: 'protects',
              empty: 'fail',
              satisfies: {
                some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } },
              },
            },
          },
        },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: { of: ['copiesTo', 'parts/copiesTo'], where: { value: '$.region', otherThan: '$subject.region' } },
        },
        message: '{resource} copies no snapshot to another Region.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            {
              some: {
                of: ['copiesTo', 'parts/copiesTo'],
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.allowed', equals: true },
                  ],
                },
              },
            },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
    ],
    why: "Snapshots lie in the Region of their volume, and can't be restored anywhere else while it is away.",
    fix: {
      terraform: 'Add a `cross_region_copy_rule` with the recovery Region as `target` to a `schedule`.',
      cloudformation: 'Add `CrossRegionCopyRules` with the recovery Region as `Target` to one of the `Schedules`.',
    },
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'dlm/cross-region-encryption': {
    title: 'Copies of encrypted snapshots are encrypted on purpose',
    for: 'AWS::DLM::LifecyclePolicy.Schedule',
    where: { some: { of: 'protects', where: { value: '$.properties.Encrypted', equals: true } } },
    guards: ['hygiene'],
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: {
          every: {
            of: '$.properties.CrossRegionCopyRules[*]',
            empty: 'pass',
            satisfies: { value: '$.Encrypted', equals: true },
          },
        },
        message: '{resource} copies snapshots of encrypted volumes without saying that the copies are encrypted.',
      },
    ],
    why: 'AWS encrypts such copies all the same, by the key that is the default there; a copy of a volume that is not encrypted yet stays readable for whoever gets hold of it.',
    fix: {
      terraform:
        'Set `encrypted = true` and `cmk_arn` to a key of the target Region in every `cross_region_copy_rule`.',
      cloudformation: 'Set `Encrypted: true` and `CmkArn` to a key of the target Region in all `CrossRegionCopyRules`.',
    },
    references: ['https://docs.aws.amazon.com/dlm/latest/APIReference/API_CrossRegionCopyRule.html'],
    standards: { wellArchitected: ['REL09-BP02'] },
  },
  'dlm/enabled': {
    title: 'A snapshot policy is on and finds something to protect',
    for: 'AWS::DLM::LifecyclePolicy',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.State', equals: 'ENABLED' },
        message: '{resource} is switched off: it makes no snapshots.',
      },
      {
        require: {
          any: [
            { value: '$.facts.selectsNothing', equals: false },
            { value: '$.facts.selectsNothing', is: 'absent' },
          ],
        },
        at: '$.properties.PolicyDetails.TargetTags',
        message: 'Nothing that is declared has a tag that {resource} targets.',
      },
    ],
    why: 'A policy that is off or matches nothing looks like a backup, until somebody needs a snapshot.',
    fix: {
      terraform: 'Set `state = "ENABLED"`, and give what it should protect one of its `target_tags`.',
      cloudformation: 'Set `State: ENABLED`, and give what it should protect one of its `TargetTags`.',
    },
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'dlm/frequency': {
    title: 'Snapshots are made often enough',
    for: 'AWS::DLM::LifecyclePolicy',
    where: {
      all: [
        { value: '$.facts.longestGap', is: 'present' },
        { not: { value: '$.properties.State', equals: 'DISABLED' } },
      ],
    },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.longestGap', atMost: '$tier.backupGap' },
            {
              every: {
                of: 'protects',
                empty: 'fail',
                satisfies: { value: '$.facts.longestGap', atMost: '$tier.backupGap' },
              },
            },
          ],
        },
        message:
          '{resource} leaves up to {$subject.facts.longestGap} between snapshots; tier {tier} allows {$tier.backupGap}.',
      },
    ],
    why: 'Everything written since the last snapshot is gone after a deletion or corruption.',
    fix: {
      terraform: 'Shorten the `interval` or the `cron_expression` in the `create_rule` of a schedule.',
      cloudformation: 'Shorten the `Interval` or the `CronExpression` in the `CreateRule` of a schedule.',
    },
    references: ['https://docs.aws.amazon.com/dlm/latest/APIReference/API_CreateRule.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'dlm/retention': {
    title: 'Snapshots are kept long enough',
    for: 'AWS::DLM::LifecyclePolicy',
    where: {
      all: [
        { value: '$.facts.retention', is: 'present' },
        { not: { value: '$.properties.State', equals: 'DISABLED' } },
      ],
    },
    guards: ['data'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.retention', atLeast: '$tier.backupRetention' },
            { some: { of: 'parts/copiesTo', where: { value: '$edge.retention', atLeast: '$tier.backupRetention' } } },
            {
              every: {
                of: 'protects',
                empty: 'fail',
                satisfies: {
                  some: { of: 'protectedBy', where: { value: '$.facts.retention', atLeast: '$tier.backupRetention' } },
                },
              },
            },
          ],
        },
        message:
          '{resource} keeps its snapshots {$subject.facts.retention} at most; tier {tier} asks for {$tier.backupRetention}.',
      },
    ],
    why: 'Corruption is often found weeks later; by then every snapshot from before it is gone.',
    fix: {
      terraform: 'Raise `count` or `interval` in the `retain_rule` of a schedule.',
      cloudformation: 'Raise `Count` or `Interval` in the `RetainRule` of a schedule.',
    },
    references: ['https://docs.aws.amazon.com/dlm/latest/APIReference/API_RetainRule.html'],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'docdb/backup-retention': {
    title: 'Backups of a DocumentDB cluster are kept long enough',
    for: 'AWS::DocDB::DBCluster',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
        message: '{resource} keeps backups for {value}; tier {tier} asks for {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.properties.BackupRetentionPeriod', atLeast: '$workload.needs.point-in-time-days' },
            { value: '$workload.needs.point-in-time-days', is: 'absent' },
          ],
        },
        message:
          '{resource} keeps backups for {$.properties.BackupRetentionPeriod} days; the workload needs {$workload.needs.point-in-time-days}.',
      },
    ],
    why: 'Point-in-time recovery reaches back only as far as the retention, and AWS keeps one day unless told otherwise.',
    fix: {
      terraform: 'Raise `backup_retention_period`.',
      cloudformation: 'Raise `BackupRetentionPeriod`.',
      edit: [
        {
          when: {
            not: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$tier.nativeRetention',
        },
        {
          when: {
            all: [
              { value: '$workload.needs.point-in-time-days', unit: 'days', atLeast: '$tier.nativeRetention' },
              { value: '$workload.needs.point-in-time-days', unit: 'days', atMost: '35d' },
            ],
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$workload.needs.point-in-time-days',
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/backup_restore.html'],
    standards: {
      config: ['docdb-cluster-backup-retention-check'],
      securityHub: ['DocumentDB.2'],
      wellArchitected: ['REL09-BP03'],
    },
  },
  'docdb/deletion-protection': {
    title: "A DocumentDB cluster can't be deleted by mistake",
    for: 'AWS::DocDB::DBCluster',
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeletionProtection', equals: true },
        message: '{resource} can be deleted by a single call: {attribute} is off.',
      },
    ],
    why: 'A wrong apply or a slip in the console takes the cluster away faster than any outage does; its automated backups go with it.',
    fix: {
      terraform: 'Set `deletion_protection = true`.',
      cloudformation: 'Set `DeletionProtection: true`.',
      edit: { set: '$.properties.DeletionProtection', to: true },
    },
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/db-cluster-delete.html'],
    standards: {
      config: ['docdb-cluster-deletion-protection-enabled'],
      securityHub: ['DocumentDB.5'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'docdb/global-cluster': {
    title: 'A DocumentDB cluster has a secondary in another Region',
    for: 'AWS::DocDB::DBCluster',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    params: {
      copies: { 'pilot-light': 'accepted', 'warm-standby': 'refused', 'active-active': 'refused' },
      instances: { 'pilot-light': 0, 'warm-standby': 1, 'active-active': 1 },
      region: {
        'backup-restore': 'not promised',
        'pilot-light': 'promised',
        'warm-standby': 'promised',
        'active-active': 'promised',
      },
    },
    level: {
      'backup-restore': 'off',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [
        {
          when: {
            all: [
              { value: '$workload.needs.database-failover', is: 'present' },
              { value: '$params.region', equals: 'promised' },
            ],
          },
          to: 'error',
        },
      ],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$params.copies', equals: 'accepted' },
                { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
              ],
            },
          ],
        },
        message: '{resource} has no secondary cluster in another Region.',
      },
      {
        require: {
          any: [
            { value: '$params.instances', equals: 0 },
            { some: { of: 'replicatesTo', where: { count: { of: 'members', atLeast: '$params.instances' } } } },
          ],
        },
        message:
          'The secondary of {resource} in another Region has no instance: promoting it would begin with building one.',
      },
    ],
    why: 'A cluster lies in one Region; without a secondary elsewhere a lost Region means a restore of hours, from the newest copy there is.',
    fix: {
      terraform:
        'Declare an `aws_docdb_global_cluster` and a second `aws_docdb_cluster` with an instance, both naming it, the second under the provider of the recovery Region.',
      cloudformation:
        'Declare an `AWS::DocDB::GlobalCluster`, and in a stack of the recovery Region an `AWS::DocDB::DBCluster` with its `GlobalClusterIdentifier` and an instance.',
    },
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/global-clusters.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'docdb/multi-az-instances': {
    title: 'A DocumentDB cluster has a second instance, in a second zone, to fail over to',
    for: 'AWS::DocDB::DBCluster',
    guards: ['instance', 'zone'],
    params: { standby: { 'backup-restore': 0, 'pilot-light': 0, 'warm-standby': 1, 'active-active': 2 } },
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.database-failover', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { count: { of: 'members', atLeast: 2 } },
            {
              all: [{ value: '$.role', equals: 'recovery' }, { count: { of: 'members', atLeast: '$params.standby' } }],
            },
          ],
        },
        message: '{resource} has no second instance to fail over to.',
      },
      {
        require: {
          any: [
            { value: '$.facts.zonesSpanned', is: 'absent' },
            {
              all: [
                { value: '$params.standby', atMost: 1 },
                { value: '$.role', equals: 'recovery' },
              ],
            },
            { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
          ],
        },
        message: 'All instances of {resource} are in one Availability Zone.',
      },
    ],
    why: 'With one instance, or one zone, a failure means minutes until AWS has built another instance; with a replica elsewhere it is a failover of seconds.',
    fix: {
      terraform:
        'Declare a second `aws_docdb_cluster_instance` for it, in another zone or without `availability_zone`.',
      cloudformation:
        'Declare a second `AWS::DocDB::DBInstance` with its `DBClusterIdentifier`, in another zone or without `AvailabilityZone`.',
    },
    references: ['https://docs.aws.amazon.com/documentdb/latest/developerguide/replication.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'dx/redundant-connections': {
    title: 'A Direct Connect connection is not the only way',
    for: 'AWS::DirectConnect::Connection',
    guards: ['instance'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'belongsTo/contains', where: { value: '$.type', equals: 'AWS::EC2::VPNConnection' } } },
            {
              some: {
                of: 'belongsTo/contains',
                where: {
                  all: [
                    { value: '$.type', equals: 'AWS::DirectConnect::Connection' },
                    { value: '$.id', otherThan: '$subject.id' },
                  ],
                },
              },
            },
          ],
        },
        message: '{resource} is the only connection, and no VPN stands beside it.',
      },
      {
        require: {
          any: [
            { some: { of: 'belongsTo/contains', where: { value: '$.type', equals: 'AWS::EC2::VPNConnection' } } },
            {
              some: {
                of: 'belongsTo/contains',
                where: {
                  all: [
                    { value: '$.type', equals: 'AWS::DirectConnect::Connection' },
                    { value: '$.properties.Location', otherThan: '$subject.properties.Location' },
                  ],
                },
              },
            },
          ],
        },
        at: '$.properties.Location',
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message:
          'Every connection ends in {$subject.properties.Location}: {resource} and the others fail together with that location.',
      },
    ],
    why: "A cut fibre or a lost location takes days to mend, and AWS's own service level asks for two locations.",
    fix: {
      terraform: 'Declare an `aws_dx_connection` in a second location, or an `aws_vpn_connection` beside it.',
      cloudformation:
        'Declare an `AWS::DirectConnect::Connection` in a second location, or an `AWS::EC2::VPNConnection` beside it.',
    },
    references: ['https://docs.aws.amazon.com/directconnect/latest/UserGuide/resiliency_toolkit.html'],
    standards: { wellArchitected: ['REL02-BP02'] },
  },
  'dynamodb/autoscaling-or-on-demand': {
    title: 'The capacity of a table follows its load',
    for: 'AWS::DynamoDB::Table',
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.BillingMode', equals: 'PAY_PER_REQUEST' },
            { value: '$.facts.scaled', equals: true },
          ],
        },
        message:
          '{resource} has provisioned capacity that nothing scales for reads and writes of the table and of each index.',
      },
    ],
    why: 'After a failover one Region carries the load of two; a table with fixed capacity throttles what is more than its own.',
    fix: {
      terraform:
        'Set `billing_mode = "PAY_PER_REQUEST"`, or declare an `aws_appautoscaling_target` and an `aws_appautoscaling_policy` for reads and writes of the table and of each index.',
      cloudformation:
        'Set `BillingMode: PAY_PER_REQUEST`, or declare an `AWS::ApplicationAutoScaling::ScalableTarget` and an `AWS::ApplicationAutoScaling::ScalingPolicy` for reads and writes of the table and of each index.',
    },
    references: [
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/AutoScaling.html',
      'https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/capacity-mode.html',
    ],
    standards: {
      config: ['dynamodb-autoscaling-enabled'],
      securityHub: ['DynamoDB.1'],
      wellArchitected: ['REL07-BP01'],
    },
  },
  'dynamodb/deletion-protection': {
    title: "A table can't be deleted by mistake",
    for: 'AWS::DynamoDB::Table',
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeletionProtectionEnabled', equals: true },
        message: '{resource} can be deleted by a single call: {attribute} is off.',
      },
    ],
    why: 'A wrong apply or a slip in the console takes the table away faster than any outage does, and what was written since the last backup with it.',
    fix: {
      terraform: 'Set `deletion_protection_enabled = true`.',
      cloudformation:
        'Set `DeletionProtectionEnabled: true`; in an `AWS::DynamoDB::GlobalTable` in each entry of `Replicas`.',
      edit: { set: '$.properties.DeletionProtectionEnabled', to: true },
    },
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/WorkingWithTables.Basics.html'],
    standards: {
      config: ['dynamodb-table-deletion-protection-enabled'],
      securityHub: ['DynamoDB.6'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'dynamodb/global-table': {
    title: 'A table has a replica in another Region',
    for: 'AWS::DynamoDB::Table',
    guards: ['region'],
    params: {
      region: {
        'backup-restore': 'not promised',
        'pilot-light': 'promised',
        'warm-standby': 'promised',
        'active-active': 'promised',
      },
    },
    level: {
      'backup-restore': 'off',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [
        { when: { value: '$workload.needs.multi-region-writes', is: 'present' }, to: 'error' },
        {
          when: {
            all: [
              { value: '$workload.needs.database-failover', is: 'present' },
              { value: '$params.region', equals: 'promised' },
            ],
          },
          to: 'error',
        },
      ],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'parts', where: { value: '$.region', otherThan: '$subject.region' } } },
            { count: { of: 'parts', atLeast: 2 } },
            {
              all: [
                { value: '$.properties.Replicas', is: 'absent' },
                {
                  any: [
                    { some: { of: 'replicaOf' } },
                    { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
                  ],
                },
              ],
            },
          ],
        },
        message: '{resource} has no replica outside its own Region.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            { some: { of: 'replicaOf' } },
            { some: { of: 'replicatesTo', where: { value: '$edge.allowed', equals: true } } },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
    ],
    why: 'A table in one Region is gone with the Region, and a restored copy takes hours to come up.',
    fix: {
      terraform: 'Add a `replica { region_name = … }` block for the recovery Region.',
      cloudformation: 'Declare it as `AWS::DynamoDB::GlobalTable` with an entry of `Replicas` for the recovery Region.',
    },
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'dynamodb/pitr': {
    title: 'A table can be restored to any second of the last weeks',
    for: 'AWS::DynamoDB::Table',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', equals: true },
        message: '{resource} has no point-in-time recovery.',
      },
      {
        require: {
          any: [
            {
              value: '$.properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays',
              atLeast: '$workload.needs.point-in-time-days',
            },
            { value: '$workload.needs.point-in-time-days', is: 'absent' },
          ],
        },
        message:
          '{resource} can be restored to points of the last {$.properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays} days; the workload needs {$workload.needs.point-in-time-days}.',
      },
    ],
    why: 'A bad write or deletion reaches every replica within a second; without point-in-time recovery nothing takes it back.',
    fix: {
      terraform: 'Add `point_in_time_recovery { enabled = true }`.',
      cloudformation: 'Set `PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true }`.',
      edit: [
        { set: '$.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', to: true },
        {
          when: {
            all: [
              { value: '$workload.needs.point-in-time-days', unit: 'days', atMost: '35d' },
              {
                not: {
                  value: '$.properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays',
                  atLeast: '$workload.needs.point-in-time-days',
                },
              },
            ],
          },
          set: '$.properties.PointInTimeRecoverySpecification.RecoveryPeriodInDays',
          to: '$workload.needs.point-in-time-days',
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html'],
    standards: { config: ['dynamodb-pitr-enabled'], securityHub: ['DynamoDB.2'], wellArchitected: ['REL09-BP03'] },
  },
  'dynamodb/replica-pitr': {
    title: 'Every replica of a global table has point-in-time recovery',
    for: 'AWS::DynamoDB::GlobalTable.ReplicaSpecification',
    where: { not: { value: '$.facts.declaredApart', equals: true } },
    guards: ['data'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', equals: true },
        message: '{resource} has no point-in-time recovery.',
      },
    ],
    why: "After a failover the replica is the table, and a bad write there can't be undone.",
    fix: {
      terraform: 'Set `point_in_time_recovery = true` in the `replica` block.',
      cloudformation: 'Set `PointInTimeRecoverySpecification` in the entry of `Replicas`.',
      edit: { set: '$.properties.PointInTimeRecoverySpecification.PointInTimeRecoveryEnabled', to: true },
    },
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/PointInTimeRecovery.html'],
    standards: { config: ['dynamodb-pitr-enabled'], wellArchitected: ['REL09-BP03'] },
  },
  'dynamodb/self-replica': {
    title: 'The replicas of a table are in more Regions than its own',
    for: 'AWS::DynamoDB::Table',
    where: { some: { of: '$.properties.Replicas[*]' } },
    guards: ['region'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { count: { of: '$.properties.Replicas[*]', atLeast: 2 } },
            { some: { of: 'parts', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        message: 'The only replica of {resource} is in its own Region: there is no second Region at all.',
      },
    ],
    why: "A replica in the table's own Region is the table itself; what looks like a global table is lost with that Region.",
    fix: {
      terraform: "Name another Region in the `replica` block; the table's own is not listed.",
      cloudformation: "Add an entry for another Region to `Replicas`, beside the stack's own.",
    },
    references: ['https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'ebs/fast-snapshot-restore': {
    title: 'Volumes that must be back within minutes are restored at full speed',
    for: 'AWS::DLM::LifecyclePolicy.Schedule',
    where: {
      all: [
        { value: '$workload.objectives.rto', is: 'present' },
        { not: { value: '$workload.objectives.rto', atLeast: '1h' } },
        { not: { value: '$owner.properties.State', equals: 'DISABLED' } },
        { not: { value: '$owner.properties.PolicyDetails.PolicyType', equals: 'IMAGE_MANAGEMENT' } },
      ],
    },
    guards: ['data'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.FastRestoreRule', is: 'present' },
        message:
          '{resource} makes snapshots without fast restore: a volume made from one is slow until every block of it was read, and the stated RTO is {$workload.objectives.rto}.',
      },
    ],
    why: 'A volume loads its blocks from the snapshot when they are first read, so that a database on it takes hours to be what it was.',
    fix: {
      terraform: 'Add a `fast_restore_rule` with the zones in which volumes would be restored.',
      cloudformation: 'Add a `FastRestoreRule` with the zones in which volumes would be restored.',
    },
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html'],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  'ebs/snapshot-coverage': {
    title: 'A volume that keeps data is snapshotted by something',
    for: ['AWS::EC2::Volume', 'AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate'],
    where: {
      any: [
        { value: '$.type', equals: 'AWS::EC2::Volume' },
        {
          some: {
            of: [
              '$.properties.BlockDeviceMappings[*].Ebs',
              '$.properties.LaunchTemplateData.BlockDeviceMappings[*].Ebs',
            ],
            where: { value: '$.DeleteOnTermination', equals: false },
          },
        },
      ],
    },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'protectedBy' } },
        message: 'No snapshot policy and no backup plan selects {resource}.',
      },
    ],
    why: 'A volume lies in one zone and has no backups of its own; without snapshots its data is gone with it.',
    fix: {
      terraform: 'Give it a tag that an `aws_dlm_lifecycle_policy` or an `aws_backup_selection` names.',
      cloudformation: 'Give it a tag that an `AWS::DLM::LifecyclePolicy` or an `AWS::Backup::BackupSelection` names.',
    },
    references: ['https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-lifecycle.html'],
    standards: {
      config: ['ebs-in-backup-plan', 'ebs-resources-protected-by-backup-plan'],
      securityHub: ['EC2.28'],
      wellArchitected: ['REL09-BP01', 'REL09-BP03'],
    },
  },
  'ec2/ami-in-dr-region': {
    title: 'What starts in the recovery Region has an image of that Region',
    for: 'launched-from-image',
    where: { value: '$.role', equals: 'recovery' },
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          none: {
            of: 'dependsOn',
            as: 'image',
            where: {
              all: [
                { value: '$.type', equals: 'AWS::EC2::Image' },
                { value: '$.region', otherThan: '$subject.region' },
              ],
            },
          },
        },
        at: '$.facts.image',
        message:
          '{resource} starts from {$image.address}, an image of {$image.region}: in {$subject.region} there is none of that id.',
      },
      {
        require: {
          none: { of: '$.facts.image.regions[*]', as: 'region', where: { value: '$', otherThan: '$subject.region' } },
        },
        at: '$.facts.image',
        message:
          '{resource} starts from {$subject.facts.image.id}, an id that is used in another Region, too: an image has another id in each.',
      },
    ],
    why: 'Image ids belong to one Region; the first server that must be started after the failover is refused.',
    fix: {
      terraform:
        'Copy the image with `aws_ami_copy` and name that, or look it up with a `data "aws_ami"` of the recovery Region\'s provider.',
      cloudformation:
        'Copy the image to the recovery Region and pass its id by a parameter, best of type `AWS::SSM::Parameter::Value<AWS::EC2::Image::Id>`.',
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],
    standards: { wellArchitected: ['REL08-BP04', 'REL13-BP04'] },
  },
  'ec2/capacity-reservation': {
    title: 'The capacity that a failover needs is reserved',
    for: 'AWS::AutoScaling::AutoScalingGroup',
    where: {
      all: [
        { value: '$.role', equals: 'recovery' },
        { some: { of: 'counterpartOf', where: { not: { value: '$edge.capacityNow', atLeast: 1 } } } },
        {
          not: {
            all: [
              {
                value: '$.properties.MixedInstancesPolicy.InstancesDistribution.OnDemandPercentageAboveBaseCapacity',
                equals: 0,
              },
              { value: '$.properties.MixedInstancesPolicy.InstancesDistribution.OnDemandBaseCapacity', equals: 0 },
            ],
          },
        },
        {
          none: {
            of: 'dependsOn',
            where: { value: '$.properties.LaunchTemplateData.InstanceMarketOptions.MarketType', equals: 'spot' },
          },
        },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'off' },
    checks: [
      {
        require: {
          some: {
            of: 'belongsTo/contains',
            as: 'reservation',
            where: {
              all: [
                { value: '$.type', equals: 'AWS::EC2::CapacityReservation' },
                { value: '$.region', equals: '$subject.region' },
                {
                  some: {
                    of: 'dependsOn',
                    from: '$subject',
                    where: {
                      any: [
                        {
                          value: '$.properties.LaunchTemplateData.InstanceType',
                          equals: '$reservation.properties.InstanceType',
                        },
                        { value: '$.properties.InstanceType', equals: '$reservation.properties.InstanceType' },
                      ],
                    },
                  },
                },
              ],
            },
          },
        },
        message: '{resource} must grow in a failover, and no capacity is reserved for it in {$subject.region}.',
      },
    ],
    why: 'When a Region fails, everybody who recovers from it starts servers in the next one; who has not reserved waits.',
    fix: {
      terraform:
        'Declare an `aws_ec2_capacity_reservation` of the instance type in the recovery Region, or accept the risk in words.',
      cloudformation:
        'Declare an `AWS::EC2::CapacityReservation` of the instance type in the recovery Region, or accept the risk in words.',
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-capacity-reservations.html'],
    standards: { wellArchitected: ['REL11-BP05'] },
  },
  'ec2/instance-outside-asg': {
    title: 'Something replaces a server that fails',
    for: 'AWS::EC2::Instance',
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: {
            of: 'watchedBy',
            where: {
              some: { of: '$.properties.AlarmActions[*]', where: { value: '$', like: 'arn:*:automate:*:ec2:recover' } },
            },
          },
        },
        message: '{resource} stands alone: no Auto Scaling group replaces it, and no alarm recovers it.',
      },
    ],
    why: 'AWS moves an instance by itself for some failures of its hardware only; when the system in it or its zone fails, somebody must build another by hand.',
    fix: {
      terraform:
        'Start it from an `aws_autoscaling_group`, of size 1 if it must be alone, or add an alarm on `StatusCheckFailed_System` with the action `arn:aws:automate:REGION:ec2:recover`.',
      cloudformation:
        'Start it from an `AWS::AutoScaling::AutoScalingGroup`, of size 1 if it must be alone, or add an alarm on `StatusCheckFailed_System` with the action `arn:aws:automate:REGION:ec2:recover`.',
    },
    references: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-instance-recover.html',
      'https://docs.aws.amazon.com/autoscaling/ec2/userguide/auto-scaling-benefits.html',
    ],
    standards: { wellArchitected: ['REL07-BP02', 'REL10-BP02'] },
  },
  'ec2/termination-protection': {
    title: "A server that holds data can't be terminated by mistake",
    for: 'AWS::EC2::Instance',
    where: {
      any: [
        { some: { of: 'dependsOn', where: { value: '$.type', equals: 'AWS::EC2::Volume' } } },
        {
          some: {
            of: '$.properties.BlockDeviceMappings[*]',
            where: { value: '$.Ebs.DeleteOnTermination', equals: false },
          },
        },
      ],
    },
    guards: ['deletion'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.DisableApiTermination', equals: true },
        message: '{resource} has volumes that are meant to stay, and one call terminates it.',
      },
    ],
    why: 'The volumes survive, the server that knew what to do with them does not.',
    fix: {
      terraform: 'Set `disable_api_termination = true`.',
      cloudformation: 'Set `DisableApiTermination: true`.',
      edit: { set: '$.properties.DisableApiTermination', to: true },
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/Using_ChangingDisableAPITermination.html'],
    standards: { wellArchitected: ['REL10-BP02'] },
  },
  'ecr/replication': {
    title: 'Images can be pulled in the recovery Region',
    for: 'AWS::ECR::Repository',
    where: { all: [{ value: '$.role', equals: 'primary' }, { not: { value: '$.facts.staysHere', equals: true } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
            { value: '$.facts.usedBy', is: 'absent' },
          ],
        },
        message: '{$subject.facts.usedBy} uses {resource}, whose images are in {$subject.region} only.',
      },
      {
        require: {
          none: {
            of: 'neededBy',
            as: 'puller',
            where: {
              all: [
                { value: '$.type', in: ['AWS::ECS::TaskDefinition', 'AWS::Lambda::Function'] },
                { value: '$.role', equals: 'recovery' },
                { value: '$.region', otherThan: '$subject.region' },
              ],
            },
          },
        },
        message:
          '{$puller.address} starts in {$puller.region} from an image of {resource}, which lies in {$subject.region}.',
      },
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message:
          'The images of {resource} are in {$subject.region} only. Nothing in the code says what pulls them; what does so fails in a recovery Region.',
      },
    ],
    why: 'Nothing starts in the recovery Region whose image has to be pulled from the one that is lost.',
    fix: {
      terraform:
        'Add an `aws_ecr_replication_configuration` with the recovery Region as `destination`. It takes along what is pushed from then on.',
      cloudformation:
        'Add an `AWS::ECR::ReplicationConfiguration` with the recovery Region in `Destinations`. It takes along what is pushed from then on.',
    },
    references: ['https://docs.aws.amazon.com/AmazonECR/latest/userguide/replication.html'],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'ecs/circuit-breaker': {
    title: 'A deployment that fails is rolled back',
    for: 'AWS::ECS::Service',
    where: {
      all: [
        { value: '$.properties.DeploymentController.Type', equals: 'ECS' },
        { value: '$.properties.DeploymentConfiguration.Strategy', equals: 'ROLLING' },
      ],
    },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable', equals: true },
            { value: '$.properties.DeploymentConfiguration.Alarms.Enable', equals: true },
          ],
        },
        message:
          '{resource} has no circuit breaker and no alarms to stop for: a deployment whose tasks never become healthy goes on for ever.',
      },
      {
        require: {
          any: [
            {
              all: [
                { value: '$.properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable', equals: true },
                { value: '$.properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', equals: true },
              ],
            },
            {
              all: [
                { value: '$.properties.DeploymentConfiguration.Alarms.Enable', equals: true },
                { value: '$.properties.DeploymentConfiguration.Alarms.Rollback', equals: true },
              ],
            },
          ],
        },
        message: '{resource} stops a deployment that fails, and leaves it half done: it does not roll back.',
      },
    ],
    why: 'A bad image is the most frequent disaster; rolled back by itself, it is an incident of minutes.',
    fix: {
      terraform: 'Add a block `deployment_circuit_breaker` with `enable = true` and `rollback = true`.',
      cloudformation:
        'Set `DeploymentCircuitBreaker: { Enable: true, Rollback: true }` in the `DeploymentConfiguration`.',
      edit: [
        { set: '$.properties.DeploymentConfiguration.DeploymentCircuitBreaker.Rollback', to: true },
        { set: '$.properties.DeploymentConfiguration.DeploymentCircuitBreaker.Enable', to: true },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-circuit-breaker.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/deployment-failure-detection.html',
    ],
    standards: { wellArchitected: ['REL08-BP05'] },
  },
  'ecs/desired-count': {
    title: 'A service runs enough tasks to lose one',
    for: 'AWS::ECS::Service',
    where: { not: { value: '$.properties.SchedulingStrategy', equals: 'DAEMON' } },
    guards: ['instance', 'zone'],
    params: { inRecovery: { 'pilot-light': 0, 'warm-standby': 1, 'active-active': 2 } },
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.capacity.minimum', atLeast: 2 },
            { value: '$.role', equals: 'recovery' },
          ],
        },
        message:
          '{resource} keeps fewer than two tasks ({value}): when one fails, nothing answers until another has started.',
      },
      {
        require: { value: '$.facts.capacity.minimum', atLeast: '$params.inRecovery' },
        message: '{resource} keeps {value} of the {expected} tasks that tier {tier} asks for in the recovery Region.',
      },
      {
        require: {
          any: [
            {
              every: {
                of: 'counterpartOf',
                as: 'primary',
                empty: 'pass',
                satisfies: { value: '$edge.capacityNow', atLeast: '$tier.capacityShare' },
              },
            },
            { value: '$.role', equals: 'primary' },
          ],
        },
        at: '$.facts.capacity.desired',
        message:
          '{resource} runs {$subject.facts.capacity.desired} tasks now; tier {tier} asks for {$tier.capacityShare} of the {$primary.facts.capacity.desired} in {$primary.region}.',
      },
    ],
    why: "One task is no service but a hope; and a standby that can't carry the load turns a failover into a second outage.",
    fix: {
      terraform: 'Set `desired_count` to 2 or more, or `min_capacity` of its `aws_appautoscaling_target`.',
      cloudformation:
        'Set `DesiredCount` to 2 or more, or `MinCapacity` of its `AWS::ApplicationAutoScaling::ScalableTarget`.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs_services.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-auto-scaling.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'ecs/dr-region': {
    title: 'A service has a counterpart in another Region',
    for: 'AWS::ECS::Service',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'counterpartOf', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: '{resource} has no counterpart in another Region.',
      },
    ],
    why: 'When the Region is lost, its tasks have to start somewhere; a service that has yet to be written in the outage takes hours.',
    fix: {
      terraform:
        'Declare the service under the provider of the recovery Region, too, at pilot light with `desired_count = 0`; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'ecs/multi-az': {
    title: 'A service runs in two Availability Zones',
    for: 'AWS::ECS::Service',
    where: { value: '$.facts.zonesSpanned', is: 'present' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
        at: '$.facts.zonesSpanned',
        message: '{resource} is spread over {value} Availability Zone: when that fails, none of its tasks is left.',
      },
    ],
    why: 'Tasks are only started in the zones of the subnets that the service names.',
    fix: {
      terraform: 'Name subnets of at least two zones in `network_configuration.subnets`.',
      cloudformation: 'Name subnets of at least two zones in `AwsvpcConfiguration.Subnets`.',
    },
    references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'ecs/spot-only': {
    title: 'A service does not live on Spot capacity alone',
    for: 'AWS::ECS::Service',
    guards: ['zone', 'region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { not: { value: '$.facts.spotOnly', equals: true } },
        message: '{resource} starts every task on Spot capacity.',
      },
      {
        require: {
          any: [
            { value: '$.properties.LaunchType', is: 'present' },
            { some: { of: '$.properties.CapacityProviderStrategy[*]' } },
            { none: { of: 'memberOf', where: { value: '$.facts.spotOnly', equals: true } } },
          ],
        },
        message: '{resource} takes the default of its cluster, which starts every task on Spot capacity.',
      },
    ],
    why: 'Spot is taken back when everybody needs capacity, which is the hour in which many fail over at once.',
    fix: {
      terraform: 'Add a `capacity_provider_strategy` of `FARGATE` with a `base` that can carry the load alone.',
      cloudformation: 'Add `FARGATE` to `CapacityProviderStrategy`, with a `Base` that can carry the load alone.',
    },
    references: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-capacity-providers.html'],
    standards: { wellArchitected: ['REL11-BP05'] },
  },
  'efs/backup': {
    title: 'A file system is backed up',
    for: 'AWS::EFS::FileSystem',
    where: {
      none: {
        of: 'replicaOf',
        where: {
          any: [{ some: { of: 'protectedBy' } }, { value: '$.properties.BackupPolicy.Status', equals: 'ENABLED' }],
        },
      },
    },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [{ value: '$.properties.BackupPolicy.Status', equals: 'ENABLED' }, { some: { of: 'protectedBy' } }],
        },
        message: '{resource} is not backed up: no automatic backups, and no backup plan selects it.',
      },
    ],
    why: 'Files that are deleted or encrypted by mistake are gone at once, and replication carries that to the copy.',
    fix: {
      terraform: 'Add an `aws_efs_backup_policy` for it with `status = "ENABLED"`, or select it in a backup plan.',
      cloudformation: 'Set `BackupPolicy: { Status: ENABLED }`, or select it in a backup plan.',
      edit: { set: '$.properties.BackupPolicy.Status', to: 'ENABLED' },
    },
    references: ['https://docs.aws.amazon.com/efs/latest/ug/awsbackup.html'],
    standards: {
      config: ['efs-in-backup-plan', 'efs-resources-protected-by-backup-plan'],
      securityHub: ['EFS.2', 'EFS.7'],
      wellArchitected: ['REL09-BP03'],
    },
  },
  'efs/mount-target-azs': {
    title: 'A file system can be reached from two Availability Zones',
    for: 'AWS::EFS::FileSystem',
    where: {
      all: [
        { value: '$.facts.zonesSpanned', is: 'present' },
        { value: '$.role', equals: 'primary' },
        { value: '$.properties.AvailabilityZoneName', is: 'absent' },
      ],
    },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
        message: '{resource} has mount targets in one Availability Zone only.',
        at: '$.facts.zonesSpanned',
      },
    ],
    why: 'The files are in every zone, but clients reach them by the mount target of their own zone; with a single one, its zone takes all of them down.',
    fix: {
      terraform: 'Declare an `aws_efs_mount_target` in a subnet of each zone that clients run in.',
      cloudformation: 'Declare an `AWS::EFS::MountTarget` in a subnet of each zone that clients run in.',
    },
    references: ['https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'efs/one-zone': {
    title: 'A file system is kept in several Availability Zones',
    for: 'AWS::EFS::FileSystem',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['zone'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.AvailabilityZoneName', is: 'absent' },
        message: '{resource} is kept in {value} alone (One Zone storage).',
      },
    ],
    why: 'One Zone storage is unavailable while its zone is, and the data may be lost with the zone.',
    fix: {
      terraform:
        "Create the file system without `availability_zone_name` and copy the files over; the type of a file system can't be changed.",
      cloudformation:
        "Create the file system without `AvailabilityZoneName` and copy the files over; the type of a file system can't be changed.",
    },
    references: ['https://docs.aws.amazon.com/efs/latest/ug/availability-durability.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'efs/replication': {
    title: 'A file system is replicated to another Region',
    for: 'AWS::EFS::FileSystem',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    params: { copies: { 'pilot-light': 'accepted', 'warm-standby': 'refused', 'active-active': 'refused' } },
    level: {
      'backup-restore': 'off',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.file-system-dr', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$params.copies', equals: 'accepted' },
                {
                  some: {
                    of: 'protectedBy',
                    where: {
                      all: [
                        { value: '$.facts.longestGap', atMost: '$workload.objectives.rpo' },
                        { some: { of: 'copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
                      ],
                    },
                  },
                },
              ],
            },
          ],
        },
        message: '{resource} is not replicated to another Region.',
      },
    ],
    why: 'A file system lies in one Region; restoring it elsewhere from a backup takes hours and loses what was written since.',
    fix: {
      terraform: 'Add an `aws_efs_replication_configuration` with a `destination` in the recovery Region.',
      cloudformation: 'Add a `ReplicationConfiguration` with a destination in the recovery Region.',
    },
    references: ['https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'eks/dr-region': {
    title: 'A cluster has a counterpart in another Region',
    for: 'AWS::EKS::Cluster',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'counterpartOf' } },
        message: '{resource} has no counterpart in another Region: its pods have nowhere to go.',
      },
    ],
    why: 'A cluster and all that is installed in it take an hour to stand; in an outage of the Region nobody has that hour.',
    fix: {
      terraform:
        'Declare the cluster under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/eks/latest/userguide/disaster-recovery-resiliency.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'eks/multi-az': {
    title: 'A cluster has its control plane and its nodes in two Availability Zones',
    for: ['AWS::EKS::Cluster', 'AWS::EKS::Nodegroup'],
    where: { value: '$.facts.zonesSpanned', is: 'present' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
            {
              some: {
                of: 'memberOf/members',
                where: {
                  some: {
                    of: '$.facts.zonesSpanned[*]',
                    as: 'zone',
                    where: { none: { of: '$subject.facts.zonesSpanned[*]', where: { value: '$', equals: '$zone' } } },
                  },
                },
              },
            },
          ],
        },
        at: '$.facts.zonesSpanned',
        message: '{resource} has subnets in {value} Availability Zone only.',
      },
    ],
    why: 'Nodes of one zone go down with it, and a cluster without nodes elsewhere has nowhere to move its pods.',
    fix: {
      terraform: 'Name subnets of at least two zones in `subnet_ids`, or declare a node group for each zone.',
      cloudformation:
        'Name subnets of at least two zones in `SubnetIds` or `Subnets`, or declare a node group for each zone.',
    },
    references: [
      'https://docs.aws.amazon.com/eks/latest/best-practices/reliability.html',
      'https://docs.aws.amazon.com/eks/latest/userguide/disaster-recovery-resiliency.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'elasticache/automatic-failover': {
    title: 'A cache group fails over to a replica by itself',
    for: 'AWS::ElastiCache::ReplicationGroup',
    where: {
      any: [
        { value: '$.role', equals: 'primary' },
        { value: '$tier.capacityShare', atLeast: 1 },
      ],
    },
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.automaticFailover', equals: true },
        message: '{resource} does not promote a replica when its primary node fails: {attribute} is off.',
      },
    ],
    why: 'Without it sessions and cached data are gone until AWS has replaced the node, and every request meets the database instead.',
    fix: {
      terraform: 'Set `automatic_failover_enabled = true`, with at least one replica in each shard.',
      cloudformation: 'Set `AutomaticFailoverEnabled: true`, with at least one replica in each shard.',
      edit: {
        when: {
          any: [
            { value: '$.properties.NumCacheClusters', atLeast: 2 },
            { value: '$.properties.ReplicasPerNodeGroup', atLeast: 1 },
          ],
        },
        set: '$.properties.AutomaticFailoverEnabled',
        to: true,
      },
    },
    references: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html',
    ],
    standards: {
      config: ['elasticache-repl-grp-auto-failover-enabled'],
      securityHub: ['ElastiCache.3'],
      wellArchitected: ['REL11-BP02'],
    },
  },
  'elasticache/global-datastore': {
    title: 'A cache group has a secondary in another Region',
    for: 'AWS::ElastiCache::ReplicationGroup',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: '{resource} is in no global datastore with a member in another Region.',
      },
    ],
    why: 'When the Region is lost, sessions and whatever else lives only in the cache are lost with it, and the recovery Region starts with an empty one.',
    fix: {
      terraform:
        'Declare an `aws_elasticache_global_replication_group` for it, and under the provider of the recovery Region an `aws_elasticache_replication_group` with its `global_replication_group_id`.',
      cloudformation:
        'Declare an `AWS::ElastiCache::GlobalReplicationGroup` whose `Members` are this group and one of the recovery Region.',
    },
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastore.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'elasticache/memcached-cross-az': {
    title: 'The nodes of a Memcached cluster are spread over Availability Zones',
    for: 'AWS::ElastiCache::CacheCluster',
    where: {
      all: [
        { value: '$.properties.Engine', equals: 'memcached' },
        { value: '$.properties.NumCacheNodes', atLeast: 2 },
        {
          any: [
            { value: '$.role', equals: 'primary' },
            { value: '$tier.capacityShare', atLeast: 1 },
          ],
        },
      ],
    },
    guards: ['zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.AZMode', equals: 'cross-az' },
            {
              all: [
                { value: '$.properties.AZMode', is: 'absent' },
                { count: { of: '$.properties.PreferredAvailabilityZones[*]', distinct: true, atLeast: 2 } },
              ],
            },
          ],
        },
        message: 'All {$.properties.NumCacheNodes} nodes of {resource} are in one Availability Zone.',
      },
    ],
    why: 'Memcached keeps no second copy of anything; spread over zones, the loss of one empties a part of the cache, and not all of it.',
    fix: {
      terraform: 'Set `az_mode = "cross-az"`, and name zones in `preferred_availability_zones` where it matters which.',
      cloudformation: 'Set `AZMode: cross-az`, and name zones in `PreferredAvailabilityZones` where it matters which.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/RegionsAndAZs.html',
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'elasticache/multi-az': {
    title: 'A cache group has a replica in another Availability Zone',
    for: 'AWS::ElastiCache::ReplicationGroup',
    where: {
      any: [
        { value: '$.role', equals: 'primary' },
        { value: '$tier.capacityShare', atLeast: 1 },
      ],
    },
    guards: ['zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.NumCacheClusters', atLeast: 2 },
            { value: '$.properties.ReplicasPerNodeGroup', atLeast: 1 },
            {
              all: [
                { value: '$.properties.NumCacheClusters', is: 'absent' },
                { value: '$.properties.ReplicasPerNodeGroup', is: 'absent' },
              ],
            },
          ],
        },
        message: '{resource} has no replica that could take over in another zone.',
      },
      {
        require: { value: '$.facts.multiAz', equals: true },
        message: 'The nodes of {resource} may all be in one Availability Zone: {attribute} is off.',
      },
    ],
    why: 'Without a replica in another zone the cache, and with it sessions and queues, is gone with its zone.',
    fix: {
      terraform:
        'Set `multi_az_enabled = true`, with `automatic_failover_enabled = true` and at least one replica in each shard.',
      cloudformation:
        'Set `MultiAZEnabled: true`, with `AutomaticFailoverEnabled: true` and at least one replica in each shard.',
      edit: [
        {
          when: {
            any: [
              { value: '$.properties.NumCacheClusters', atLeast: 2 },
              { value: '$.properties.ReplicasPerNodeGroup', atLeast: 1 },
            ],
          },
          set: '$.properties.AutomaticFailoverEnabled',
          to: true,
        },
        {
          when: {
            any: [
              { value: '$.properties.NumCacheClusters', atLeast: 2 },
              { value: '$.properties.ReplicasPerNodeGroup', atLeast: 1 },
            ],
          },
          set: '$.properties.MultiAZEnabled',
          to: true,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/AutoFailover.html',
      'https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/Redis-Global-Datastores-Getting-Started.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'elasticache/snapshot-retention': {
    title: 'Snapshots of a cache are taken and kept',
    for: ['AWS::ElastiCache::ReplicationGroup', 'AWS::ElastiCache::CacheCluster', 'AWS::ElastiCache::ServerlessCache'],
    where: {
      not: {
        all: [
          { value: '$.type', equals: 'AWS::ElastiCache::CacheCluster' },
          {
            any: [
              { value: '$.properties.Engine', equals: 'memcached' },
              { value: '$.properties.ReplicationGroupId', is: 'present' },
            ],
          },
        ],
      },
    },
    guards: ['data'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.properties.SnapshotRetentionLimit', unit: 'days', atLeast: '1d' },
        message: '{resource} takes no automatic snapshots ({attribute} is 0).',
      },
      {
        require: { value: '$.properties.SnapshotRetentionLimit', unit: 'days', atLeast: '$tier.nativeRetention' },
        message: '{resource} keeps snapshots for {value}; tier {tier} asks for {expected}.',
      },
    ],
    why: 'A cache that comes back empty sends every request to the database at the worst moment; a snapshot warms it, and brings back what lives nowhere else.',
    fix: {
      terraform: 'Raise `snapshot_retention_limit`.',
      cloudformation: 'Raise `SnapshotRetentionLimit`.',
      edit: { set: '$.properties.SnapshotRetentionLimit', to: '$tier.nativeRetention' },
    },
    references: ['https://docs.aws.amazon.com/AmazonElastiCache/latest/dg/backups-automatic.html'],
    standards: {
      config: ['elasticache-redis-cluster-automatic-backup-check'],
      securityHub: ['ElastiCache.1'],
      wellArchitected: ['REL09-BP03'],
    },
  },
  'elb/connection-draining': {
    title: 'A server that leaves a load balancer finishes what it has begun',
    for: ['AWS::ElasticLoadBalancing::LoadBalancer', 'AWS::ElasticLoadBalancingV2::TargetGroup'],
    guards: ['instance'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          any: [
            { value: '$.type', otherThan: 'AWS::ElasticLoadBalancing::LoadBalancer' },
            { value: '$.properties.ConnectionDrainingPolicy.Enabled', equals: true },
          ],
        },
        at: '$.properties.ConnectionDrainingPolicy.Enabled',
        message: '{resource} cuts the connections of an instance that is taken out.',
      },
      {
        require: {
          none: {
            of: '$.properties.TargetGroupAttributes[*]',
            where: {
              all: [
                { value: '$.Value', equals: 0 },
                { value: '$.Key', equals: 'deregistration_delay.timeout_seconds' },
              ],
            },
          },
        },
        message: '{resource} gives a target that is taken out no time to finish.',
      },
    ],
    why: 'Every replacement and every failover then breaks the requests that are under way.',
    fix: {
      terraform:
        'Set `connection_draining = true`; of a target group a `deregistration_delay` as long as a request may take.',
      cloudformation:
        'Set `ConnectionDrainingPolicy` to `Enabled`; of a target group `deregistration_delay.timeout_seconds` as long as a request may take.',
      edit: {
        when: { value: '$.type', equals: 'AWS::ElasticLoadBalancing::LoadBalancer' },
        set: '$.properties.ConnectionDrainingPolicy.Enabled',
        to: true,
      },
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/config-conn-drain.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
    ],
    standards: { securityHub: ['ELB.7'], wellArchitected: ['REL11-BP02'] },
  },
  'elb/cross-zone': {
    title: 'A load balancer reaches the targets of every zone from every zone',
    for: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    guards: ['zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            {
              all: [
                { not: { value: '$.properties.CrossZone', equals: false } },
                {
                  none: {
                    of: '$.properties.LoadBalancerAttributes[*]',
                    where: {
                      all: [
                        { value: '$.Value', equals: false },
                        { value: '$.Key', equals: 'load_balancing.cross_zone.enabled' },
                      ],
                    },
                  },
                },
                {
                  none: {
                    of: 'routesTo/routesTo',
                    where: {
                      some: {
                        of: '$.properties.TargetGroupAttributes[*]',
                        where: {
                          all: [
                            { value: '$.Value', equals: 'false' },
                            { value: '$.Key', equals: 'load_balancing.cross_zone.enabled' },
                          ],
                        },
                      },
                    },
                  },
                },
              ],
            },
            { value: '$.properties.Type', equals: 'application' },
            { value: '$.facts.evenTargets', equals: true },
            {
              every: {
                of: 'routesTo/routesTo',
                empty: 'fail',
                satisfies: {
                  any: [
                    { value: '$.properties.TargetType', equals: 'alb' },
                    {
                      some: {
                        of: '$.properties.TargetGroupAttributes[*]',
                        where: {
                          all: [
                            { value: '$.Value', equals: 'true' },
                            { value: '$.Key', equals: 'load_balancing.cross_zone.enabled' },
                          ],
                        },
                      },
                    },
                  ],
                },
              },
            },
          ],
        },
        message: '{resource} sends what arrives in a zone only to targets of that zone.',
      },
    ],
    why: 'When the targets of a zone fail or are few, what arrives there is lost or overloads them, while those of the other zones idle.',
    fix: {
      terraform:
        'Set `enable_cross_zone_load_balancing = true`; of a classic load balancer `cross_zone_load_balancing = true`.',
      cloudformation:
        'Add `load_balancing.cross_zone.enabled` with the value `"true"` to `LoadBalancerAttributes`; of a classic load balancer set `CrossZone`.',
      edit: [
        {
          when: { value: '$.type', equals: 'AWS::ElasticLoadBalancingV2::LoadBalancer' },
          set: "$.properties.LoadBalancerAttributes['load_balancing.cross_zone.enabled']",
          to: true,
        },
        {
          when: { value: '$.type', equals: 'AWS::ElasticLoadBalancing::LoadBalancer' },
          set: '$.properties.CrossZone',
          to: true,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html',
    ],
    standards: {
      config: ['elb-cross-zone-load-balancing-enabled', 'nlb-cross-zone-load-balancing-enabled'],
      securityHub: ['ELB.9'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'elb/deletion-protection': {
    title: "A load balancer can't be deleted by mistake",
    for: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    guards: ['deletion'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          none: {
            of: '$.properties.LoadBalancerAttributes[*]',
            where: {
              all: [
                { value: '$.Value', equals: false },
                { value: '$.Key', equals: 'deletion_protection.enabled' },
              ],
            },
          },
        },
        message: '{resource} has no deletion protection: one call takes the way in away, and its name with it.',
      },
    ],
    why: 'A new load balancer has another DNS name; until every record and allow-list knows it, nobody gets in.',
    fix: {
      terraform: 'Set `enable_deletion_protection = true`.',
      cloudformation: 'Add `deletion_protection.enabled` with the value `"true"` to `LoadBalancerAttributes`.',
      edit: { set: "$.properties.LoadBalancerAttributes['deletion_protection.enabled']", to: true },
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html',
    ],
    standards: { config: ['elb-deletion-protection-enabled'], securityHub: ['ELB.6'], wellArchitected: ['REL11-BP03'] },
  },
  'elb/dr-region': {
    title: 'A load balancer has a counterpart in another Region',
    for: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'counterpartOf' } },
        message: '{resource} has no counterpart in another Region: there is no way in there.',
      },
    ],
    why: 'A load balancer is created by a control plane that everybody needs in the same hour; the standby of a Region has its own already.',
    fix: {
      terraform:
        'Declare the load balancer under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  'elb/health-check': {
    title: 'A load balancer notices when a target does not answer',
    for: ['AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    where: { not: { value: '$.properties.TargetType', equals: 'lambda' } },
    guards: ['instance'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { not: { value: '$.properties.HealthCheckEnabled', equals: false } },
        message: '{resource} does not check its targets.',
      },
      {
        require: {
          any: [
            { value: '$.facts.detection', atMost: '$workload.objectives.rto' },
            { value: '$.facts.detection', is: 'absent' },
            { value: '$workload.objectives.rto', is: 'absent' },
          ],
        },
        message:
          '{resource} needs {$subject.facts.detection} to notice that a target fails: longer than the whole recovery may take.',
      },
      {
        require: {
          not: {
            any: [
              {
                all: [
                  { value: '$.properties.HealthCheckProtocol', equals: 'TCP' },
                  { value: '$.properties.Protocol', in: ['HTTP', 'HTTPS'] },
                ],
              },
              {
                all: [
                  {
                    any: [
                      { value: '$.properties.HealthCheck.Target', matches: '^(?i:tcp|ssl):' },
                      { value: '$.properties.HealthCheck', is: 'absent' },
                    ],
                  },
                  {
                    some: { of: '$.properties.Listeners[*]', where: { value: '$.Protocol', matches: '^(?i:https?)$' } },
                  },
                ],
              },
            ],
          },
        },
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message: '{resource} serves HTTP and only asks whether the port is open: a hung application counts as healthy.',
      },
      {
        require: { not: { value: '$.facts.comeback', atLeast: '5m' } },
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message: '{resource} waits {$subject.facts.comeback} before a target that has recovered gets requests again.',
      },
    ],
    why: 'A load balancer can only route around a failure that it sees, and a group only replaces what its load balancer calls unhealthy.',
    fix: {
      terraform: 'Set a `health_check` with a `path` that fails when the application does, and small thresholds.',
      cloudformation:
        'Set `HealthCheckProtocol`, `HealthCheckPath` and small thresholds; of a classic load balancer `HealthCheck`.',
      edit: {
        when: { value: '$.properties.HealthCheckEnabled', equals: false },
        set: '$.properties.HealthCheckEnabled',
        to: true,
      },
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/elb-healthchecks.html',
    ],
    standards: { wellArchitected: ['REL11-BP01', 'REL11-BP02'] },
  },
  'elb/multi-az': {
    title: 'A load balancer is spread over enough Availability Zones',
    for: ['AWS::ElasticLoadBalancingV2::LoadBalancer', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    where: { value: '$.facts.zonesSpanned', is: 'present' },
    guards: ['zone'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: '$tier.zones' } },
        message: '{resource} has a foot in {value} of the {expected} Availability Zones that tier {tier} asks for.',
        at: '$.facts.zonesSpanned',
      },
    ],
    why: 'A load balancer answers only from the zones that it was given; when they fail, nobody is let in, whatever runs elsewhere.',
    fix: {
      terraform: 'Name subnets of further zones in `subnets`.',
      cloudformation: 'Name subnets of further zones in `Subnets`.',
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html',
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-az.html',
    ],
    standards: {
      config: ['elbv2-multiple-az', 'clb-multiple-az'],
      securityHub: ['ELB.13', 'ELB.10'],
      wellArchitected: ['REL10-BP01', 'REL02-BP01'],
    },
  },
  'elb/stickiness': {
    title: 'No client of an active-active workload is tied to one server',
    for: ['AWS::ElasticLoadBalancingV2::TargetGroup', 'AWS::ElasticLoadBalancing::LoadBalancer'],
    where: { not: { value: '$.properties.Protocol', equals: 'GENEVE' } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: {
          none: {
            of: '$.properties.TargetGroupAttributes[*]',
            where: {
              all: [
                { value: '$.Value', equals: true },
                { value: '$.Key', equals: 'stickiness.enabled' },
              ],
            },
          },
        },
        message: '{resource} ties clients to one target: what that holds of their sessions is lost with it.',
      },
      {
        require: {
          all: [
            { not: { some: { of: '$.properties.LBCookieStickinessPolicy[*]' } } },
            { not: { some: { of: '$.properties.AppCookieStickinessPolicy[*]' } } },
          ],
        },
        message:
          '{resource} ties clients to one server by a cookie: what that holds of their sessions is lost with it.',
      },
    ],
    why: 'Stickiness is there because servers remember something; a failover to the other Region forgets it, and signs everybody out at once.',
    fix: {
      terraform:
        'Keep sessions in a replicated store (a DynamoDB global table, a global datastore) and take `stickiness` away.',
      cloudformation:
        'Keep sessions in a replicated store (a DynamoDB global table, a global datastore) and take `stickiness.enabled` away.',
    },
    references: [
      'https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_mitigate_interaction_failure_stateless.html',
    ],
    standards: { wellArchitected: ['REL05-BP06'] },
  },
  'eventbridge/archive': {
    title: 'Events can be replayed',
    for: 'AWS::Events::EventBus',
    where: { value: '$.role', equals: 'primary' },
    guards: ['data'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: { some: { of: 'storesIn' } },
        message: 'No archive keeps the events of {resource}; what was lost or wrongly processed cannot be replayed.',
      },
    ],
    why: 'After a failover, or after a fault in a consumer, the events of the last hours are what brings the data up to date.',
    fix: {
      terraform: 'Declare an `aws_cloudwatch_event_archive` with `event_source_arn` of the bus.',
      cloudformation: 'Declare an `AWS::Events::Archive` with `SourceArn` of the bus.',
    },
    references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html'],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'eventbridge/dlq': {
    title: "A rule's target has a place for the events it can't take",
    for: 'AWS::Events::Rule.Target',
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.properties.DeadLetterConfig.Arn', is: 'present' },
        message: '{resource} has no dead-letter queue: events that it cannot take are lost.',
      },
    ],
    why: 'Events wait 24 hours at most for a target that is away. Then they are dropped, and nothing tells which ones.',
    fix: {
      terraform: 'Name an `aws_sqs_queue` in `dead_letter_config`.',
      cloudformation: 'Name an `AWS::SQS::Queue` in `DeadLetterConfig` of the target.',
    },
    references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-rule-dlq.html'],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'eventbridge/global-endpoint': {
    title: 'Events can enter a second Region',
    for: 'AWS::Events::EventBus',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.properties.EventSourceName', is: 'absent' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'reachedBy', where: { value: '$.type', equals: 'AWS::Events::Endpoint' } } },
            { some: { of: 'counterpartOf' } },
          ],
        },
        message:
          'Events enter {resource} in {$.region} only: no global endpoint leads to it, and no other Region has a bus of its own for them.',
      },
    ],
    why: 'When the Region is lost, everything that is still published goes to a bus that is not there.',
    fix: {
      terraform: 'Declare the bus in both Regions and an `aws_cloudwatch_event_endpoint` that names both.',
      cloudformation: 'Declare the bus in both Regions and an `AWS::Events::Endpoint` that names both.',
    },
    references: ['https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-global-endpoints.html'],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  'failover/automation': {
    title: "The switch to the recovery Region needs nobody's hand",
    for: 'workload',
    where: { some: { of: 'contains', where: { value: '$.role', equals: 'recovery' } } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: {
            of: 'contains',
            where: {
              all: [
                { value: '$.facts.switches', equals: true },
                {
                  any: [
                    { value: '$.type', otherThan: 'AWS::CloudFront::Distribution' },
                    { some: { of: 'routesTo', where: { value: '$.type', otherThan: 'AWS::S3::Bucket' } } },
                    {
                      none: {
                        of: 'belongsTo/contains',
                        where: {
                          value: '$.type',
                          in: [
                            'AWS::ApiGateway::RestApi',
                            'AWS::ApiGatewayV2::Api',
                            'AWS::ElasticLoadBalancing::LoadBalancer',
                            'AWS::ElasticLoadBalancingV2::LoadBalancer',
                          ],
                        },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        at: {
          of: 'contains',
          where: {
            all: [
              { value: '$.role', equals: 'recovery' },
              {
                value: '$.type',
                in: [
                  'AWS::ElasticLoadBalancingV2::LoadBalancer',
                  'AWS::ElasticLoadBalancing::LoadBalancer',
                  'AWS::AutoScaling::AutoScalingGroup',
                  'AWS::DynamoDB::GlobalTable.ReplicaSpecification',
                  'AWS::DynamoDB::Table',
                  'AWS::EC2::Instance',
                  'AWS::ECS::Service',
                  'AWS::EKS::Cluster',
                  'AWS::Lambda::Function',
                  'AWS::RDS::DBCluster',
                  'AWS::RDS::DBInstance',
                ],
              },
            ],
          },
        },
        message:
          'Nothing automates the switch of workload {$.name} to a recovery Region: no routing that follows health, no routing control, no function, state machine or runbook that fails over.',
      },
      {
        require: {
          some: {
            of: 'contains',
            where: {
              all: [
                { value: '$.facts.switches', equals: true },
                {
                  any: [
                    { value: '$.region', is: 'absent' },
                    { value: '$.role', equals: 'recovery' },
                    { some: { of: 'counterpartOf' } },
                  ],
                },
              ],
            },
          },
        },
        at: { of: 'contains', where: { value: '$.facts.switches', equals: true } },
        message:
          'What switches workload {$.name} to a recovery Region runs in {$.regions.primary} only, and is lost with it.',
      },
      {
        require: {
          some: {
            of: 'contains',
            where: {
              all: [
                { value: '$.facts.switches', equals: true },
                {
                  any: [
                    {
                      all: [
                        {
                          any: [
                            { value: '$.region', is: 'absent' },
                            { value: '$.role', equals: 'recovery' },
                          ],
                        },
                        { not: { value: '$.facts.waitsForSomebody', equals: true } },
                      ],
                    },
                    {
                      some: {
                        of: 'counterpartOf',
                        where: { not: { value: '$.facts.waitsForSomebody', equals: true } },
                      },
                    },
                  ],
                },
              ],
            },
          },
        },
        at: { of: 'contains', where: { value: '$.facts.switches', equals: true } },
        level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'warning', 'active-active': 'error' },
        message:
          'What switches workload {$.name} to a recovery Region waits for somebody: no alarm, event rule or schedule starts it.',
      },
    ],
    why: 'In an outage people are slow, and the right person is asleep. A switch that runs in the lost Region does not run at all.',
    fix: {
      terraform:
        'Let health-checked records (`failover_routing_policy`), Global Accelerator or routing controls switch, or declare the failover function in the recovery Region.',
      cloudformation:
        'Let health-checked records (`Failover`), Global Accelerator or routing controls switch, or declare the failover function in the recovery Region.',
    },
    references: [
      'https://docs.aws.amazon.com/whitepapers/latest/disaster-recovery-workloads-on-aws/disaster-recovery-options-in-the-cloud.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover.html',
    ],
    standards: { wellArchitected: ['REL13-BP05', 'REL11-BP04'] },
  },
  'fis/experiment': {
    title: 'Failures are tried before they happen',
    for: 'workload',
    where: {
      some: {
        of: 'contains',
        where: {
          all: [
            { value: '$.role', equals: 'primary' },
            {
              value: '$.type',
              in: [
                'AWS::AutoScaling::AutoScalingGroup',
                'AWS::DSQL::Cluster',
                'AWS::DynamoDB::Table',
                'AWS::EC2::Instance',
                'AWS::EC2::Subnet',
                'AWS::EC2::Volume',
                'AWS::ECS::Service',
                'AWS::EKS::Cluster',
                'AWS::ElastiCache::ReplicationGroup',
                'AWS::ElasticLoadBalancingV2::LoadBalancer',
                'AWS::Kinesis::Stream',
                'AWS::Lambda::Function',
                'AWS::RDS::DBCluster',
                'AWS::RDS::DBInstance',
              ],
            },
          ],
        },
      },
    },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: {
          some: {
            of: ['contains', 'contains/probedBy'],
            where: { value: '$.type', equals: 'AWS::FIS::ExperimentTemplate' },
          },
        },
        at: {
          of: 'contains',
          where: {
            all: [
              { value: '$.role', equals: 'primary' },
              {
                value: '$.type',
                in: [
                  'AWS::AutoScaling::AutoScalingGroup',
                  'AWS::DSQL::Cluster',
                  'AWS::DynamoDB::Table',
                  'AWS::EC2::Instance',
                  'AWS::EC2::Subnet',
                  'AWS::EC2::Volume',
                  'AWS::ECS::Service',
                  'AWS::EKS::Cluster',
                  'AWS::ElastiCache::ReplicationGroup',
                  'AWS::ElasticLoadBalancingV2::LoadBalancer',
                  'AWS::Kinesis::Stream',
                  'AWS::Lambda::Function',
                  'AWS::RDS::DBCluster',
                  'AWS::RDS::DBInstance',
                ],
              },
            ],
          },
        },
        message: 'No fault-injection experiment exercises workload {$.name}.',
      },
    ],
    why: 'What fails over on paper fails in practice at what nobody thought of. An experiment finds it on a working day.',
    fix: {
      terraform: 'Add an `aws_fis_experiment_template` that stops instances or tasks, or a zone, of the workload.',
      cloudformation:
        'Add an `AWS::FIS::ExperimentTemplate` that stops instances or tasks, or a zone, of the workload.',
    },
    references: ['https://docs.aws.amazon.com/fis/latest/userguide/what-is.html'],
    standards: { wellArchitected: ['REL12-BP04', 'REL12-BP05', 'REL13-BP03'] },
  },
  'fis/stop-condition': {
    title: 'An alarm stops an experiment that goes wrong',
    for: 'AWS::FIS::ExperimentTemplate',
    guards: ['hygiene'],
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: {
          some: { of: '$.properties.StopConditions[*]', where: { value: '$.Source', equals: 'aws:cloudwatch:alarm' } },
        },
        at: '$.properties.StopConditions',
        message: 'No alarm stops {resource}.',
      },
    ],
    why: 'An experiment without a stop condition goes on when it hurts more than it was meant to.',
    fix: {
      terraform: 'Set `source = "aws:cloudwatch:alarm"` and the alarm in `stop_condition`.',
      cloudformation: 'Set `Source: aws:cloudwatch:alarm` and the alarm in `StopConditions`.',
    },
    references: ['https://docs.aws.amazon.com/fis/latest/userguide/stop-conditions.html'],
    standards: { wellArchitected: ['REL12-BP04'] },
  },
  'fsx/backup-retention': {
    title: 'Backups of a file system are kept long enough',
    for: 'AWS::FSx::FileSystem',
    where: {
      all: [
        { value: '$.facts.stateful', equals: true },
        {
          none: {
            of: 'replicaOf',
            where: {
              any: [
                { some: { of: 'protectedBy' } },
                { value: '$.facts.nativeBackup.retention', atLeast: '$params.minimum' },
              ],
            },
          },
        },
      ],
    },
    guards: ['data'],
    params: { minimum: { 'backup-restore': '7d', 'pilot-light': '7d', 'warm-standby': '30d', 'active-active': '30d' } },
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { any: [{ value: '$.facts.nativeBackup.retention', atLeast: '1d' }, { some: { of: 'protectedBy' } }] },
        message: '{resource} is not backed up: automatic backups are off, and no backup plan selects it.',
      },
      {
        require: {
          any: [
            { value: '$.facts.nativeBackup.retention', atLeast: '$params.minimum' },
            { some: { of: 'protectedBy' } },
          ],
        },
        message:
          '{resource} keeps automatic backups for {$.facts.nativeBackup.retention}; tier {tier} asks for {$params.minimum}.',
      },
    ],
    why: 'Files that are deleted or encrypted by mistake can be had back only from a backup that is older than the mistake.',
    fix: {
      terraform: 'Raise `automatic_backup_retention_days`, or select the file system in a backup plan.',
      cloudformation:
        'Raise `AutomaticBackupRetentionDays` in the configuration of its kind, or select the file system in a backup plan.',
      edit: [
        {
          when: { value: '$.properties.FileSystemType', equals: 'WINDOWS' },
          set: '$.properties.WindowsConfiguration.AutomaticBackupRetentionDays',
          to: '$params.minimum',
        },
        {
          when: { value: '$.properties.FileSystemType', equals: 'ONTAP' },
          set: '$.properties.OntapConfiguration.AutomaticBackupRetentionDays',
          to: '$params.minimum',
        },
        {
          when: { value: '$.properties.FileSystemType', equals: 'OPENZFS' },
          set: '$.properties.OpenZFSConfiguration.AutomaticBackupRetentionDays',
          to: '$params.minimum',
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html',
      'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/using-backups.html',
      'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/using-backups.html',
      'https://docs.aws.amazon.com/fsx/latest/LustreGuide/using-backups-fsx.html',
    ],
    standards: { config: ['fsx-resources-protected-by-backup-plan'], wellArchitected: ['REL09-BP03'] },
  },
  'fsx/cross-region-copy': {
    title: 'A file system is copied to another Region',
    for: 'AWS::FSx::FileSystem',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.facts.stateful', equals: true },
      ],
    },
    guards: ['region'],
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.file-system-dr', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: ['replicatesTo', 'copiesTo'], where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            { value: '$.properties.FileSystemType', equals: 'ONTAP' },
            { all: [{ value: '$.properties.FileSystemType', equals: 'OPENZFS' }, { some: { of: 'counterpartOf' } }] },
          ],
        },
        message:
          '{resource} leaves its Region in no way: no backup plan that selects it copies to another Region, and no scheduled task brings its files there.',
      },
      {
        require: {
          any: [
            { some: { of: ['replicatesTo', 'copiesTo'], where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$.properties.FileSystemType', otherThan: 'ONTAP' },
                { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
              ],
            },
          ],
        },
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message:
          'Nothing shows that {resource} leaves its Region: what replicates it, SnapMirror (ONTAP) or on-demand replication (OpenZFS), runs outside of the code.',
      },
    ],
    why: 'A file system and its backups lie in one Region; when it is lost, files that were not copied elsewhere are lost with it.',
    fix: {
      terraform:
        'Select it in an `aws_backup_plan` with a `copy_action` to a vault of the recovery Region, or bring its files to a file system there by an `aws_datasync_task` with a `schedule`; replicate ONTAP volumes by SnapMirror.',
      cloudformation:
        'Select it in an `AWS::Backup::BackupPlan` with `CopyActions` to a vault of the recovery Region, or bring its files to a file system there by an `AWS::DataSync::Task` with a `Schedule`; replicate ONTAP volumes by SnapMirror.',
    },
    references: [
      'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/using-backups.html#copy-backups',
      'https://docs.aws.amazon.com/datasync/latest/userguide/transferring-aws-storage.html',
      'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/scheduled-replication.html',
      'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/on-demand-replication.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'fsx/multi-az': {
    title: 'A file system runs in two Availability Zones',
    for: 'AWS::FSx::FileSystem',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.properties.FileSystemType', otherThan: 'LUSTRE' },
      ],
    },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.WindowsConfiguration.DeploymentType', like: 'MULTI_AZ*' },
            { value: '$.properties.OntapConfiguration.DeploymentType', like: 'MULTI_AZ*' },
            { value: '$.properties.OpenZFSConfiguration.DeploymentType', like: 'MULTI_AZ*' },
          ],
        },
        message: '{resource} runs in one Availability Zone.',
      },
    ],
    why: 'When its zone fails, a single-AZ file system is gone until the zone returns or a backup is restored, and so is all that mounts it.',
    fix: {
      terraform:
        "Create the file system with a `deployment_type` of `MULTI_AZ_1` (ONTAP also `MULTI_AZ_2`) and subnets of two zones, and move the files; the type can't be changed later.",
      cloudformation:
        "Create the file system with a `DeploymentType` of `MULTI_AZ_1` (ONTAP also `MULTI_AZ_2`) and subnets of two zones, and move the files; the type can't be changed later.",
    },
    references: [
      'https://docs.aws.amazon.com/fsx/latest/WindowsGuide/high-availability-multiAZ.html',
      'https://docs.aws.amazon.com/fsx/latest/ONTAPGuide/high-availability-AZ.html',
      'https://docs.aws.amazon.com/fsx/latest/OpenZFSGuide/availability-durability.html',
    ],
    standards: {
      config: [
        'fsx-windows-deployment-type-check',
        'fsx-ontap-deployment-type-check',
        'fsx-openzfs-deployment-type-check',
      ],
      securityHub: ['FSx.5', 'FSx.4', 'FSx.3'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'globalaccelerator/multi-region': {
    title: 'An accelerator leads to two Regions',
    for: 'AWS::GlobalAccelerator::Accelerator',
    where: { some: { of: 'routesTo/routesTo' } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.regionsReached[*]', distinct: true, atLeast: 2 } },
        message: '{resource} leads to {value} Region: there is none to move its traffic to.',
      },
      {
        require: {
          any: [
            { not: { value: '$tier.capacityShare', atLeast: 1 } },
            { count: { of: '$.facts.regionsServed[*]', distinct: true, atLeast: 2 } },
          ],
        },
        message:
          '{resource} sends traffic to {value} Region; the others are dialled to 0 and answer only once it has failed.',
      },
    ],
    why: 'An accelerator fails over between its endpoint groups; with a single one it only makes the way to a lost Region shorter.',
    fix: {
      terraform:
        'Add an `aws_globalaccelerator_endpoint_group` for the recovery Region, with a `traffic_dial_percentage` above 0.',
      cloudformation:
        'Add an `AWS::GlobalAccelerator::EndpointGroup` for the recovery Region, with a `TrafficDialPercentage` above 0.',
    },
    references: [
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/disaster-recovery-resiliency.html',
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoint-groups-traffic-dial.html',
      'https://docs.aws.amazon.com/global-accelerator/latest/dg/about-endpoints-endpoint-weights.unhealthy-endpoints.html',
    ],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  'iac/create-before-destroy': {
    title: 'What there is one of is replaced without an outage',
    for: [
      'AWS::ElasticLoadBalancingV2::LoadBalancer',
      'AWS::ElasticLoadBalancingV2::TargetGroup',
      'AWS::AutoScaling::AutoScalingGroup',
      'AWS::CertificateManager::Certificate',
    ],
    where: { value: '$.facts.createdFirst', is: 'present' },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.facts.createdFirst', equals: true },
        message: '{resource} is destroyed before its successor is created: a change that replaces it is an outage.',
      },
    ],
    why: 'A change of a name or of another fixed property takes the service away for minutes, or fails halfway because it is in use.',
    fix: {
      terraform:
        'Set `create_before_destroy = true` in its `lifecycle`, and leave the name out or give a `name_prefix`, so that both can exist.',
      cloudformation: 'Nothing to do; CloudFormation creates the new one before it deletes the old one.',
      edit: {
        when: {
          all: [
            { value: '$.properties.Name', is: 'absent' },
            { value: '$.properties.AutoScalingGroupName', is: 'absent' },
          ],
        },
        set: '$.lifecycle.create_before_destroy',
        to: true,
      },
    },
    references: [
      'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-updating-stacks-update-behaviors.html',
    ],
    standards: { wellArchitected: ['REL08-BP04'] },
  },
  'iac/explicit-names': {
    title: 'A second copy of a stack meets no name that is taken',
    for: 'resource',
    where: {
      all: [
        { value: '$.facts.copyable', equals: true },
        { value: '$.role', equals: 'primary' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          any: [
            { value: '$.facts.globalName', equals: false },
            { value: '$.facts.literalName', is: 'absent' },
          ],
        },
        at: '$.facts.literalName',
        level: {
          'backup-restore': 'off',
          'pilot-light': 'warning',
          'warm-standby': 'warning',
          'active-active': 'warning',
        },
        message:
          '{resource} is named {$.facts.literalName} literally; the name is taken in every Region, so the code can not be deployed to a second one.',
      },
      {
        require: { value: '$.facts.literalName', is: 'absent' },
        at: '$.facts.literalName',
        message:
          '{resource} is named {$.facts.literalName} literally: a second copy in the same account and Region, as for a rehearsal, collides with it.',
      },
    ],
    why: 'Rebuilding elsewhere stops at the first name that is taken, and needs an edit in the middle of an outage.',
    fix: {
      terraform: 'Leave the name out, use `name_prefix`, or put the Region or the environment into it.',
      cloudformation: 'Leave the name out, or use `!Sub "${AWS::StackName}-${AWS::Region}-…"`.',
    },
    references: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html',
    ],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'iac/hardcoded-ami': {
    title: 'An image is looked up, not written as a literal id',
    for: 'launched-from-image',
    where: { value: '$.facts.image.literal', equals: true },
    guards: ['region'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.image.regions[*]', distinct: true, atMost: 1 } },
        message:
          '{resource} uses {$.facts.image.id} in {$.facts.image.regions}; an image id exists in one Region only.',
      },
      {
        require: { value: '$.facts.image.literal', equals: false },
        level: {
          'backup-restore': 'note',
          'pilot-light': 'warning',
          'warm-standby': 'warning',
          'active-active': 'warning',
        },
        message:
          '{resource} names {$.facts.image.id} literally: rebuilding it elsewhere needs an edit in the middle of an outage.',
      },
    ],
    why: 'An image id of the lost Region means nothing in the recovery Region.',
    fix: {
      terraform: 'Look it up with `data.aws_ami` or an SSM parameter.',
      cloudformation: 'Use an SSM parameter type or a mapping by Region.',
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/CopyingAMIs.html'],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'iac/hardcoded-az': {
    title: 'Code for several Regions names no zone of one',
    for: 'zonal',
    guards: ['region'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { count: { of: '$.facts.codeRegions[*]', distinct: true, atMost: 1 } },
        at: '$.facts.literalZones',
        message:
          '{resource} names {$.facts.literalZones} literally, and its code is deployed to {$.facts.codeRegions}.',
      },
    ],
    why: 'A zone is there in one Region only, so the deployment to the other one fails on the day it is needed.',
    fix: {
      terraform: 'Take the names from `data.aws_availability_zones`.',
      cloudformation: 'Use `!Select [0, !GetAZs ""]`.',
    },
    references: ['https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'iac/hardcoded-region': {
    title: 'Code for several Regions names none of them',
    for: 'resource',
    where: { count: { of: '$.facts.deployedTo[*]', distinct: true, atLeast: 2 } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { none: { of: '$.facts.literalRegions[*]' } },
        at: '$.facts.literalRegions',
        message:
          '{resource} names {$.facts.literalRegions} literally, and its code is deployed to {$.facts.deployedTo}.',
      },
    ],
    why: 'What runs in the recovery Region still leans on the lost one, which shows on the day of the failover.',
    fix: {
      terraform: 'Take the Region from `data.aws_region`, or from a variable that each caller passes.',
      cloudformation: 'Use `!Ref AWS::Region`, or a mapping by Region.',
    },
    references: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/pseudo-parameter-reference.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_config_drift.html',
    ],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'iac/state-backend': {
    title: "Terraform's state outlives the primary Region",
    for: 'root',
    where: { value: '$.facts.state.kind', is: 'present' },
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.state.kind', otherThan: 'local' },
        message: 'The state of this root is a local file: only one machine can apply it, and only as long as it lives.',
      },
      {
        require: {
          any: [
            { value: '$.facts.state.kind', otherThan: 'bucket' },
            { value: '$.facts.state.inPrimaryRegion', equals: false },
            { value: '$.facts.state.versioned', equals: true },
            { some: { of: 'storesIn/replicatesTo' } },
          ],
        },
        message:
          'The state of this root lies in a bucket of the primary Region that is neither versioned nor replicated.',
      },
    ],
    why: 'Recovery by code needs the state; a state that is lost with the Region leaves hundreds of resources to be imported by hand.',
    fix: {
      terraform:
        'Keep it in a `backend "s3"` whose bucket is versioned and replicated, or lies in another Region; or in a service like HCP Terraform.',
      cloudformation: 'Nothing to do; CloudFormation keeps its state itself.',
    },
    references: ['https://developer.hashicorp.com/terraform/language/backend/s3'],
    standards: { wellArchitected: ['REL08-BP05', 'REL13-BP05'] },
  },
  'iac/zone-outside-region': {
    title: 'A resource names nothing of another Region where AWS takes nothing of one',
    for: 'resource',
    where: { value: '$.facts.outsideRegion', is: 'present' },
    guards: ['validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { none: { of: '$.facts.outsideRegion[*]', where: { value: '$', like: '*' } } },
        at: '$.facts.outsideRegion',
        message: '{resource} is deployed to {$.region} and names {$.facts.outsideRegion}, of another Region.',
      },
    ],
    why: "AWS refuses zones, keys and certificates of another Region, so this can't be deployed.",
    fix: {
      terraform:
        'Take zones from `data.aws_availability_zones` of the same provider, and name a key or certificate that lies in this Region.',
      cloudformation:
        'Use `!Select [0, !GetAZs ""]` for a zone, and name a key or certificate that lies in this Region.',
    },
    references: [
      'https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html',
      'https://docs.aws.amazon.com/acm/latest/userguide/acm-regions.html',
    ],
    standards: { wellArchitected: ['REL08-BP05'] },
  },
  'kinesis/dr-region': {
    title: 'A stream has a counterpart in another Region',
    for: 'AWS::Kinesis::Stream',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      { require: { some: { of: 'counterpartOf' } }, message: '{resource} has no counterpart in another Region.' },
    ],
    why: 'A stream is never replicated; producers that come up elsewhere need one of the same name to write to, before the first record arrives.',
    fix: {
      terraform:
        'Declare the stream under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
      'https://docs.aws.amazon.com/streams/latest/dev/introduction.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'kinesis/retention': {
    title: 'A stream keeps records longer than a failover may take',
    for: 'AWS::Kinesis::Stream',
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.properties.RetentionPeriodHours', unit: 'hours', atLeast: '$tier.streamRetention' },
        message: '{resource} keeps records for {value}; tier {tier} asks for {expected}.',
      },
    ],
    why: 'Consumers that are down for longer than the retention find the records gone that they have not read.',
    fix: {
      terraform: 'Raise `retention_period` (in hours).',
      cloudformation: 'Raise `RetentionPeriodHours`.',
      edit: { set: '$.properties.RetentionPeriodHours', to: '$tier.streamRetention' },
    },
    references: ['https://docs.aws.amazon.com/streams/latest/dev/kinesis-extended-retention.html'],
    standards: {
      config: ['kinesis-stream-backup-retention-check'],
      securityHub: ['Kinesis.3'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'kms/key-usable': {
    title: 'The key of recovery points can be used, and not be lost within a week',
    for: 'AWS::KMS::Key',
    where: {
      some: {
        of: 'encrypts',
        where: {
          any: [
            { value: '$.type', in: ['AWS::Backup::BackupVault', 'AWS::Backup::LogicallyAirGappedBackupVault'] },
            { some: { of: 'protectedBy' } },
            { value: '$.facts.nativeBackup.retention', is: 'present' },
          ],
        },
      },
    },
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.Enabled', equals: true },
        message: '{resource} is disabled: nothing that it encrypts can be restored.',
      },
      {
        require: { value: '$.properties.PendingWindowInDays', unit: 'days', atLeast: '8d' },
        level: 'warning',
        message:
          'Once its deletion is scheduled, {resource} is gone after {value}, the shortest time there is; what it encrypts can then never be read again.',
      },
    ],
    why: 'Recovery points outlive the mistake that they are for, but not their key; the waiting time is all there is to notice a wrong deletion.',
    fix: {
      terraform: 'Set `is_enabled = true` and `deletion_window_in_days = 30`.',
      cloudformation: 'Set `Enabled: true` and `PendingWindowInDays: 30`.',
      edit: [
        { set: '$.properties.Enabled', to: true },
        {
          when: { not: { value: '$.properties.PendingWindowInDays', unit: 'days', atLeast: '8d' } },
          set: '$.properties.PendingWindowInDays',
          to: 30,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html',
      'https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html',
    ],
    standards: {
      config: ['kms-cmk-not-scheduled-for-deletion'],
      securityHub: ['KMS.3'],
      wellArchitected: ['REL09-BP02'],
    },
  },
  'kms/multi-region-key': {
    title: 'Replicated data can be decrypted in the Region it is replicated to',
    for: 'replicated',
    where: { some: { of: 'encryptedBy', where: { value: '$.facts.customerManaged', equals: true } } },
    guards: ['region'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'warning',
      'active-active': 'warning',
      raise: [
        {
          when: {
            some: {
              of: 'replicatesTo',
              as: 'replica',
              where: {
                all: [
                  { value: '$.region', otherThan: '$subject.region' },
                  { some: { of: 'encryptedBy' } },
                  { none: { of: 'encryptedBy', where: { value: '$.region', equals: '$replica.region' } } },
                ],
              },
            },
          },
          to: 'error',
        },
      ],
    },
    checks: [
      {
        require: {
          every: {
            of: 'replicatesTo',
            as: 'replica',
            where: { value: '$.region', otherThan: '$subject.region' },
            empty: 'pass',
            satisfies: {
              any: [
                { some: { of: 'encryptedBy', where: { value: '$.region', equals: '$replica.region' } } },
                {
                  some: {
                    of: 'encryptedBy',
                    from: '$subject',
                    where: { some: { of: 'counterpartOf', where: { value: '$.region', equals: '$replica.region' } } },
                  },
                },
              ],
            },
          },
        },
        message: '{resource} is replicated to {$replica.region}, but its key exists only in {$subject.region}.',
      },
    ],
    why: "Ciphertext without its key is lost data; and a copy under a key that AWS chose can't be shared with another account.",
    fix: {
      terraform:
        'Make the key `multi_region = true`, add an `aws_kms_replica_key` in the recovery Region, and name that one for the copy.',
      cloudformation:
        'Set `MultiRegion: true`, add an `AWS::KMS::ReplicaKey` in the recovery Region, and name that one for the copy.',
    },
    references: ['https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html'],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  'lambda/concurrency': {
    title: 'A function that must answer after a failover has concurrency of its own',
    for: 'AWS::Lambda::Function',
    where: {
      all: [
        {
          any: [
            { value: '$.role', equals: 'recovery' },
            {
              some: {
                of: ['reachedBy', 'reachedBy/reachedBy'],
                where: {
                  value: '$.type',
                  in: [
                    'AWS::ApiGateway::RestApi',
                    'AWS::ApiGatewayV2::Api',
                    'AWS::ElasticLoadBalancingV2::TargetGroup',
                    'AWS::Lambda::EventSourceMapping',
                    'AWS::Lambda::Url',
                  ],
                },
              },
            },
          ],
        },
        { value: '$.facts.staysHere', equals: false },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { not: { value: '$.properties.ReservedConcurrentExecutions', equals: 0 } },
        level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
        message: '{resource} has a reservation of 0: it is switched off, and every call of it is refused.',
      },
      {
        require: {
          any: [
            { value: '$.properties.ReservedConcurrentExecutions', is: 'present' },
            { some: { of: 'reachedBy', where: { value: '$.properties.ProvisionedConcurrencyConfig', is: 'present' } } },
          ],
        },
        message:
          '{resource} has no reserved concurrency: in a failover it shares what the account has left with everything else.',
      },
    ],
    why: 'The load of two Regions meets the concurrency of one account in one; what is not reserved goes to whoever is first.',
    fix: {
      terraform: 'Set `reserved_concurrent_executions` to what the function needs when it carries the whole load.',
      cloudformation: 'Set `ReservedConcurrentExecutions` to what the function needs when it carries the whole load.',
    },
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html'],
    standards: { config: ['lambda-concurrency-check'], wellArchitected: ['REL05-BP02'] },
  },
  'lambda/dlq': {
    title: 'Events that a function fails on are kept',
    for: 'AWS::Lambda::Function',
    where: { value: '$.facts.invokedAsynchronously', equals: true },
    guards: ['hygiene'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.DeadLetterConfig.TargetArn', is: 'present' },
            {
              some: {
                of: ['neededBy', 'reachedBy/neededBy'],
                where: { value: '$.properties.DestinationConfig.OnFailure.Destination', is: 'present' },
              },
            },
          ],
        },
        message: '{resource} is handed events by others, and drops those that it fails on three times.',
      },
    ],
    why: 'Lambda tries an asynchronous event three times within minutes; in an outage that lasts longer, all of them are gone.',
    fix: {
      terraform: 'Add a `dead_letter_config`, or `on_failure` to its `aws_lambda_function_event_invoke_config`.',
      cloudformation: 'Add a `DeadLetterConfig`, or `OnFailure` to its `AWS::Lambda::EventInvokeConfig`.',
    },
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-retain-records.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/invocation-async-error-handling.html',
    ],
    standards: { config: ['lambda-dlq-check'], wellArchitected: ['REL05-BP04'] },
  },
  'lambda/dr-region': {
    title: 'A function has a counterpart in another Region',
    for: 'AWS::Lambda::Function',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { not: { value: '$.facts.switches', equals: true } },
        { value: '$.facts.staysHere', equals: false },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { any: [{ some: { of: 'counterpartOf' } }, { value: '$.facts.usedBy', is: 'absent' }] },
        message: '{resource} has no counterpart in another Region.',
      },
      {
        require: { some: { of: 'counterpartOf' } },
        level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message: '{resource} has no counterpart in another Region. Nothing in the code says what calls it.',
      },
    ],
    why: 'A function that nobody calls costs nothing, so that one may wait in the recovery Region; without it whatever calls it there fails.',
    fix: {
      terraform:
        'Declare the function under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: 'Deploy the stack to the recovery Region, too, and name it under `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'lambda/failure-destination': {
    title: 'Records that a function fails on neither block nor vanish',
    for: 'AWS::Lambda::EventSourceMapping',
    where: {
      all: [
        { none: { of: 'dependsOn', where: { value: '$.facts.deadLetterQueue', equals: true } } },
        {
          any: [
            { value: '$.properties.EventSourceArn', matches: '^arn:[^:]+:(kinesis|dynamodb|kafka):' },
            { some: { of: 'dependsOn', where: { value: '$.language', is: 'present' } } },
          ],
        },
      ],
    },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.DestinationConfig.OnFailure.Destination', is: 'present' },
            { value: '$.properties.BisectBatchOnFunctionError', equals: true },
            { some: { of: 'dependsOn', where: { value: '$.properties.RedrivePolicy', is: 'present' } } },
          ],
        },
        at: '$.properties.EventSourceArn',
        message:
          '{resource} has nowhere to put a record that its function fails on: a stream stands still behind it, a queue hands it out again until it expires.',
      },
    ],
    why: "After a failover there are records that can't be processed; one of them is then enough to stop all that follow it.",
    fix: {
      terraform:
        'Add `on_failure` to the `destination_config`, or `bisect_batch_on_function_error`; of a queue a `redrive_policy`.',
      cloudformation:
        'Add `OnFailure` to the `DestinationConfig`, or `BisectBatchOnFunctionError`; of a queue a `RedrivePolicy`.',
    },
    references: [
      'https://docs.aws.amazon.com/lambda/latest/dg/kafka-on-failure.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/kinesis-on-failure-destination.html',
      'https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-errorhandling.html',
    ],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'lambda/multi-az': {
    title: 'A function in a network runs in two Availability Zones',
    for: 'AWS::Lambda::Function',
    where: { value: '$.facts.zonesSpanned', is: 'present' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
        at: '$.facts.zonesSpanned',
        message: '{resource} can only run in {value} Availability Zone.',
      },
    ],
    why: "A function whose subnets all lie in one zone can't start in any other when that one fails.",
    fix: {
      terraform: 'Name subnets of at least two zones in `vpc_config.subnet_ids`.',
      cloudformation: 'Name subnets of at least two zones in `VpcConfig.SubnetIds`.',
    },
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/security-resilience.html'],
    standards: { config: ['lambda-vpc-multi-az-check'], securityHub: ['Lambda.5'], wellArchitected: ['REL10-BP01'] },
  },
  'memorydb/multi-az': {
    title: 'Every shard of a MemoryDB cluster has a replica',
    for: 'AWS::MemoryDB::Cluster',
    where: {
      any: [
        { value: '$.role', equals: 'primary' },
        { value: '$tier.capacityShare', atLeast: 1 },
      ],
    },
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.NumReplicasPerShard', atLeast: 1 },
        message:
          'The shards of {resource} have no replica: a failed node or zone takes its part of the data away until it is rebuilt.',
      },
    ],
    why: 'MemoryDB puts replicas into other zones and promotes one within seconds; without any, the shard is down until AWS has read its log into a new node.',
    fix: {
      terraform: 'Set `num_replicas_per_shard` to at least 1.',
      cloudformation: 'Set `NumReplicasPerShard` to at least 1.',
      edit: { set: '$.properties.NumReplicasPerShard', to: 1 },
    },
    references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/autofailover.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'memorydb/multi-region': {
    title: 'A MemoryDB cluster has a twin in another Region',
    for: 'AWS::MemoryDB::Cluster',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'warning',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.multi-region-writes', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: '{resource} is in no multi-Region cluster with a member in another Region.',
      },
    ],
    why: 'When the Region is lost, a cluster without a member elsewhere has to be restored from a snapshot, if one was copied out at all.',
    fix: {
      terraform:
        'Declare an `aws_memorydb_multi_region_cluster`, and for each Region an `aws_memorydb_cluster` with its `multi_region_cluster_name`.',
      cloudformation:
        'Declare an `AWS::MemoryDB::MultiRegionCluster`, and in a stack of each Region an `AWS::MemoryDB::Cluster` with its `MultiRegionClusterName`.',
    },
    references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/multi-region.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'memorydb/snapshot-retention': {
    title: 'Snapshots of a MemoryDB cluster are on and kept long enough',
    for: 'AWS::MemoryDB::Cluster',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.SnapshotRetentionLimit', unit: 'days', atLeast: '1d' },
        message: '{resource} takes no automatic snapshots ({attribute} is 0).',
      },
      {
        require: { value: '$.properties.SnapshotRetentionLimit', unit: 'days', atLeast: '$tier.nativeRetention' },
        message: '{resource} keeps snapshots for {value}; tier {tier} asks for {expected}.',
      },
    ],
    why: 'Its log keeps every write safe, the wrong ones too; only a snapshot takes the data back to a state before them.',
    fix: {
      terraform: 'Raise `snapshot_retention_limit`.',
      cloudformation: 'Raise `SnapshotRetentionLimit`.',
      edit: { set: '$.properties.SnapshotRetentionLimit', to: '$tier.nativeRetention' },
    },
    references: ['https://docs.aws.amazon.com/memorydb/latest/devguide/snapshots-automatic.html'],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'mq/multi-az': {
    title: 'A message broker has a second instance in another Availability Zone',
    for: 'AWS::AmazonMQ::Broker',
    where: { value: '$.role', equals: 'primary' },
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeploymentMode', in: ['ACTIVE_STANDBY_MULTI_AZ', 'CLUSTER_MULTI_AZ'] },
        message: '{resource} is a single broker instance: its queues are gone with its zone.',
      },
    ],
    why: 'A single broker is down while its instance or zone is, and nobody can put a message anywhere.',
    fix: {
      terraform:
        "Create the broker with `deployment_mode` `ACTIVE_STANDBY_MULTI_AZ` (ActiveMQ) or `CLUSTER_MULTI_AZ` (RabbitMQ); it can't be changed later.",
      cloudformation:
        "Create the broker with `DeploymentMode` `ACTIVE_STANDBY_MULTI_AZ` (ActiveMQ) or `CLUSTER_MULTI_AZ` (RabbitMQ); it can't be changed later.",
    },
    references: [
      'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/active-standby-broker-deployment.html',
      'https://docs.aws.amazon.com/amazon-mq/latest/developer-guide/rabbitmq-broker-architecture.html',
    ],
    standards: {
      config: ['mq-active-deployment-mode', 'mq-rabbit-deployment-mode'],
      securityHub: ['MQ.5', 'MQ.6'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'msk/multi-az': {
    title: 'The brokers of a Kafka cluster are spread over enough Availability Zones',
    for: 'AWS::MSK::Cluster',
    where: { value: '$.role', equals: 'primary' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: '$tier.zones' } },
        at: '$.facts.zonesSpanned',
        message:
          'The brokers of {resource} are in {value} of the {expected} Availability Zones that tier {tier} asks for.',
      },
    ],
    why: 'Topics survive a zone only with replicas in others; a cluster in too few zones loses its quorum of replicas with one of them.',
    fix: {
      terraform: 'Name subnets of further zones in `broker_node_group_info.client_subnets`.',
      cloudformation: 'Name subnets of further zones in `BrokerNodeGroupInfo.ClientSubnets`.',
    },
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/bestpractices.html'],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'msk/replicator': {
    title: 'The topics of a Kafka cluster are replicated to another Region',
    for: ['AWS::MSK::Cluster', 'AWS::MSK::ServerlessCluster'],
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: 'No replicator takes the topics of {resource} to another Region.',
      },
    ],
    why: 'When the Region is lost, records that nobody has read yet are lost with it, and consumers elsewhere have no topics to read.',
    fix: {
      terraform:
        'Declare a cluster under the provider of the recovery Region, and there an `aws_msk_replicator` from this one to it.',
      cloudformation:
        'Declare a cluster in a stack of the recovery Region, and there an `AWS::MSK::Replicator` from this one to it.',
    },
    references: ['https://docs.aws.amazon.com/msk/latest/developerguide/msk-replicator.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'nat/per-az': {
    title: 'Private subnets do not depend on a NAT gateway of another zone',
    for: 'AWS::EC2::NatGateway',
    where: { value: '$.properties.AvailabilityMode', equals: 'zonal' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.zonesServed[*]', distinct: true, atMost: 1 } },
        message: '{resource} carries the traffic of {value} zones: when its zone fails, the others lose the way out.',
      },
      {
        require: { not: { value: '$.facts.servesAnotherZone', equals: true } },
        message:
          '{resource} lies in another zone than the subnets whose traffic it carries: either zone takes them down.',
      },
    ],
    why: 'A zonal gateway is gone with its zone; every zone that goes out through it then loses the way out, though nothing in it has failed.',
    fix: {
      terraform:
        'Declare one `aws_nat_gateway` and one route table for each zone, and route its private subnets to the gateway of their zone; or one with `availability_mode = "regional"`.',
      cloudformation:
        'Declare one `AWS::EC2::NatGateway` and one route table for each zone, and route its private subnets to the gateway of their zone; or one with `AvailabilityMode: regional`.',
    },
    references: ['https://docs.aws.amazon.com/vpc/latest/userguide/nat-gateway-basics.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL11-BP05'] },
  },
  'neptune/backup-retention': {
    title: 'Backups of a Neptune cluster are kept long enough',
    for: 'AWS::Neptune::DBCluster',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
        message: '{resource} keeps backups for {value}; tier {tier} asks for {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.properties.BackupRetentionPeriod', atLeast: '$workload.needs.point-in-time-days' },
            { value: '$workload.needs.point-in-time-days', is: 'absent' },
          ],
        },
        message:
          '{resource} keeps backups for {$.properties.BackupRetentionPeriod} days; the workload needs {$workload.needs.point-in-time-days}.',
      },
    ],
    why: 'Point-in-time recovery reaches back only as far as the retention, and AWS keeps one day unless told otherwise.',
    fix: {
      terraform: 'Raise `backup_retention_period`.',
      cloudformation: 'Raise `BackupRetentionPeriod`.',
      edit: [
        {
          when: {
            not: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$tier.nativeRetention' },
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$tier.nativeRetention',
        },
        {
          when: {
            all: [
              { value: '$workload.needs.point-in-time-days', unit: 'days', atLeast: '$tier.nativeRetention' },
              { value: '$workload.needs.point-in-time-days', unit: 'days', atMost: '35d' },
            ],
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$workload.needs.point-in-time-days',
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/backup-restore-overview.html'],
    standards: {
      config: ['neptune-cluster-backup-retention-check'],
      securityHub: ['Neptune.5'],
      wellArchitected: ['REL09-BP03'],
    },
  },
  'neptune/copy-tags-to-snapshot': {
    title: 'Snapshots of a Neptune cluster carry its tags',
    for: 'AWS::Neptune::DBCluster',
    guards: ['hygiene'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.CopyTagsToSnapshot', equals: true },
        message: 'Snapshots of {resource} lose its tags: {attribute} is off.',
      },
    ],
    why: 'Retention rules, copies and restore tests select by tags; a snapshot without them is copied by nobody and found by nobody.',
    fix: {
      terraform: 'Set `copy_tags_to_snapshot = true`.',
      cloudformation: 'Set `CopyTagsToSnapshot: true`.',
      edit: { set: '$.properties.CopyTagsToSnapshot', to: true },
    },
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/tagging.html'],
    standards: {
      config: ['neptune-cluster-copy-tags-to-snapshot-enabled'],
      securityHub: ['Neptune.8'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'neptune/deletion-protection': {
    title: "A Neptune cluster can't be deleted by mistake",
    for: 'AWS::Neptune::DBCluster',
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeletionProtection', equals: true },
        message: '{resource} can be deleted by a single call: {attribute} is off.',
      },
    ],
    why: 'A wrong apply or a slip in the console takes the cluster away faster than any outage does; its automated backups go with it.',
    fix: {
      terraform: 'Set `deletion_protection = true`.',
      cloudformation: 'Set `DeletionProtection: true`.',
      edit: { set: '$.properties.DeletionProtection', to: true },
    },
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/manage-console-instances-delete.html'],
    standards: {
      config: ['neptune-cluster-deletion-protection-enabled'],
      securityHub: ['Neptune.4'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'neptune/global-database': {
    title: 'A Neptune cluster has a secondary in another Region',
    for: 'AWS::Neptune::DBCluster',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    params: {
      copies: { 'pilot-light': 'accepted', 'warm-standby': 'refused', 'active-active': 'refused' },
      instances: { 'pilot-light': 0, 'warm-standby': 1, 'active-active': 1 },
      region: {
        'backup-restore': 'not promised',
        'pilot-light': 'promised',
        'warm-standby': 'promised',
        'active-active': 'promised',
      },
    },
    level: {
      'backup-restore': 'off',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [
        {
          when: {
            all: [
              { value: '$workload.needs.database-failover', is: 'present' },
              { value: '$params.region', equals: 'promised' },
            ],
          },
          to: 'error',
        },
      ],
    },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$params.copies', equals: 'accepted' },
                { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
              ],
            },
          ],
        },
        message: '{resource} has no secondary cluster in another Region.',
      },
      {
        require: {
          any: [
            { value: '$params.instances', equals: 0 },
            {
              some: {
                of: 'replicatesTo',
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { count: { of: 'members', atLeast: '$params.instances' } },
                  ],
                },
              },
            },
          ],
        },
        message:
          'The secondary of {resource} in another Region has no instance: promoting it would begin with building one.',
      },
    ],
    why: 'A cluster lies in one Region; without a secondary elsewhere a lost Region means a restore of hours, from the newest copy there is.',
    fix: {
      terraform:
        'Declare an `aws_neptune_global_cluster` and a second `aws_neptune_cluster` with an instance, both naming it, the second under the provider of the recovery Region.',
      cloudformation:
        'Declare an `AWS::Neptune::GlobalCluster`, and in a stack of the recovery Region an `AWS::Neptune::DBCluster` with its `GlobalClusterIdentifier` and an instance.',
    },
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/neptune-global-database.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'neptune/multi-az-instances': {
    title: 'A Neptune cluster has a second instance, in a second zone, to fail over to',
    for: 'AWS::Neptune::DBCluster',
    guards: ['instance', 'zone'],
    params: { standby: { 'backup-restore': 0, 'pilot-light': 0, 'warm-standby': 1, 'active-active': 2 } },
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.database-failover', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          any: [
            { count: { of: 'members', atLeast: 2 } },
            {
              all: [{ value: '$.role', equals: 'recovery' }, { count: { of: 'members', atLeast: '$params.standby' } }],
            },
          ],
        },
        message: '{resource} has no second instance to fail over to.',
      },
      {
        require: {
          any: [
            { value: '$.facts.zonesSpanned', is: 'absent' },
            {
              all: [
                { value: '$params.standby', atMost: 1 },
                { value: '$.role', equals: 'recovery' },
              ],
            },
            { count: { of: '$.facts.zonesSpanned[*]', distinct: true, atLeast: 2 } },
          ],
        },
        message: 'All instances of {resource} are in one Availability Zone.',
      },
    ],
    why: 'With one instance, or one zone, a failure means minutes until AWS has built another instance; with a replica elsewhere it is a failover of seconds.',
    fix: {
      terraform:
        'Declare a second `aws_neptune_cluster_instance` for it, in another zone or without `availability_zone`.',
      cloudformation:
        'Declare a second `AWS::Neptune::DBInstance` with its `DBClusterIdentifier`, in another zone or without `AvailabilityZone`.',
    },
    references: ['https://docs.aws.amazon.com/neptune/latest/userguide/feature-overview-db-clusters.html'],
    standards: {
      config: ['neptune-cluster-multi-az-enabled'],
      securityHub: ['Neptune.9'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'opensearch/cross-cluster-replication': {
    title: 'A search domain has a follower in another Region',
    for: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message:
          'Nothing shows that the indexes of {resource} are in another Region: no domain elsewhere is connected to it.',
      },
    ],
    why: 'The snapshots that AWS takes can only restore the domain itself; when the Region is lost, indexes that nothing follows have to be built anew from their sources.',
    fix: {
      terraform:
        'Declare a domain under the provider of the recovery Region, and there an `aws_opensearch_outbound_connection` to this one; or say why the indexes can be built anew.',
      cloudformation:
        'Create a domain in the recovery Region, connect it to this one and replicate its indexes; or say why the indexes can be built anew.',
    },
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/replication.html'],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'opensearch/dedicated-masters': {
    title: 'A search domain is led by three dedicated master nodes',
    for: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
    where: { value: '$.role', equals: 'primary' },
    guards: ['instance', 'zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.dedicatedMasters', atLeast: 3 },
        message:
          '{resource} has {$.facts.dedicatedMasters} dedicated master nodes; three keep a quorum when one fails.',
      },
    ],
    why: 'Without a quorum of master nodes a domain takes no writes and moves no data, just when a node or a zone has failed.',
    fix: {
      terraform: 'Set `dedicated_master_enabled = true` and `dedicated_master_count = 3` in `cluster_config`.',
      cloudformation: 'Set `DedicatedMasterEnabled: true` and `DedicatedMasterCount: 3` in `ClusterConfig`.',
      edit: [
        {
          when: {
            all: [
              { value: '$.type', equals: 'AWS::OpenSearchService::Domain' },
              { value: '$.properties.ClusterConfig.DedicatedMasterEnabled', equals: true },
            ],
          },
          set: '$.properties.ClusterConfig.DedicatedMasterCount',
          to: 3,
        },
        {
          when: {
            all: [
              { value: '$.type', equals: 'AWS::Elasticsearch::Domain' },
              { value: '$.properties.ElasticsearchClusterConfig.DedicatedMasterEnabled', equals: true },
            ],
          },
          set: '$.properties.ElasticsearchClusterConfig.DedicatedMasterCount',
          to: 3,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html',
    ],
    standards: {
      config: ['opensearch-primary-node-fault-tolerance'],
      securityHub: ['Opensearch.11', 'ES.7'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'opensearch/zone-awareness': {
    title: 'The data nodes of a search domain are shared out over Availability Zones',
    for: ['AWS::OpenSearchService::Domain', 'AWS::Elasticsearch::Domain'],
    where: { value: '$.role', equals: 'primary' },
    guards: ['zone'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.ClusterConfig.ZoneAwarenessEnabled', equals: true },
            { value: '$.properties.ClusterConfig.MultiAZWithStandbyEnabled', equals: true },
            { value: '$.properties.ElasticsearchClusterConfig.ZoneAwarenessEnabled', equals: true },
          ],
        },
        message: 'All data nodes of {resource} are in one Availability Zone.',
      },
      {
        require: {
          any: [
            { value: '$.facts.evenNodes', equals: true },
            { value: '$.facts.evenNodes', is: 'absent' },
          ],
        },
        message:
          "The data nodes of {resource} can't be shared out evenly: their number is no multiple of the number of zones.",
      },
    ],
    why: 'When its zone fails, a domain in one zone is gone; with nodes unevenly shared out, what is left may be too small, or lack the only copy of an index.',
    fix: {
      terraform:
        'Set `zone_awareness_enabled = true` in `cluster_config`, and `instance_count` to a multiple of the zones.',
      cloudformation:
        'Set `ZoneAwarenessEnabled: true` in `ClusterConfig`, and `InstanceCount` to a multiple of the zones.',
      edit: [
        {
          when: {
            all: [
              { value: '$.type', equals: 'AWS::OpenSearchService::Domain' },
              {
                any: [
                  { value: '$.properties.VPCOptions', is: 'absent' },
                  {
                    all: [
                      { count: { of: '$.properties.VPCOptions.SubnetIds[*]', distinct: true, atLeast: 2 } },
                      { count: { of: '$.properties.VPCOptions.SubnetIds[*]', atMost: 2 } },
                    ],
                  },
                ],
              },
            ],
          },
          set: '$.properties.ClusterConfig.ZoneAwarenessEnabled',
          to: true,
        },
        {
          when: {
            all: [
              { value: '$.type', equals: 'AWS::Elasticsearch::Domain' },
              {
                any: [
                  { value: '$.properties.VPCOptions', is: 'absent' },
                  {
                    all: [
                      { count: { of: '$.properties.VPCOptions.SubnetIds[*]', distinct: true, atLeast: 2 } },
                      { count: { of: '$.properties.VPCOptions.SubnetIds[*]', atMost: 2 } },
                    ],
                  },
                ],
              },
            ],
          },
          set: '$.properties.ElasticsearchClusterConfig.ZoneAwarenessEnabled',
          to: true,
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html'],
    standards: {
      config: ['opensearch-data-node-fault-tolerance'],
      securityHub: ['Opensearch.6', 'ES.6'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'rds/automated-backups-deleted': {
    title: 'Something of a database instance survives its deletion',
    for: 'AWS::RDS::DBInstance',
    where: {
      all: [
        { value: '$.facts.clusterMember', equals: false },
        { none: { of: 'replicaOf' } },
        { value: '$.properties.BackupRetentionPeriod', atLeast: 1 },
      ],
    },
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.DeleteAutomatedBackups', equals: false },
            { value: '$.facts.finalSnapshot', equals: true },
            { some: { of: ['protectedBy', 'replicatesTo', 'copiesTo'] } },
          ],
        },
        message:
          'With {resource} go its automated backups, and nothing else of it is kept: no final snapshot, no recovery point in a vault, no replica.',
      },
    ],
    why: 'Automated backups belong to the instance and are deleted with it unless they are told to stay; then a slip of the hand is the end of the data.',
    fix: {
      terraform:
        'Set `delete_automated_backups = false`, or take a final snapshot, or select the instance in a backup plan.',
      cloudformation:
        'Set `DeleteAutomatedBackups: false`, or leave `DeletionPolicy` at `Snapshot`, or select the instance in a backup plan.',
      edit: { set: '$.properties.DeleteAutomatedBackups', to: false },
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.Retaining.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'rds/backup-maintenance-overlap': {
    title: 'The backup window of a database instance is apart from its maintenance window',
    for: 'AWS::RDS::DBInstance',
    where: { value: '$.facts.windowsOverlap', is: 'present' },
    guards: ['validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.windowsOverlap', equals: false },
        message:
          'The backup window of {resource} ({$.properties.PreferredBackupWindow}) overlaps its maintenance window ({$.properties.PreferredMaintenanceWindow}): AWS refuses that.',
      },
    ],
    why: 'AWS rejects the instance, or the change to it; what was to be deployed in the recovery Region does not come up.',
    fix: {
      terraform: 'Move `backup_window` or `maintenance_window`, both in UTC; one may begin when the other ends.',
      cloudformation:
        'Move `PreferredBackupWindow` or `PreferredMaintenanceWindow`, both in UTC; one may begin when the other ends.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html#USER_WorkingWithAutomatedBackups.BackupWindow',
    ],
    standards: { wellArchitected: ['REL09-BP03'] },
  },
  'rds/backup-retention': {
    title: 'Automated backups of a database instance are on and kept long enough',
    for: 'AWS::RDS::DBInstance',
    where: { all: [{ value: '$.facts.clusterMember', equals: false }, { none: { of: 'replicaOf' } }] },
    guards: ['data'],
    params: { minimum: { 'backup-restore': '7d', 'pilot-light': '7d', 'warm-standby': '30d', 'active-active': '35d' } },
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'error',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.point-in-time-days', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '1d' },
        level: 'error',
        message: '{resource} has no automated backups ({attribute} is 0).',
      },
      {
        require: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$params.minimum' },
        message: '{resource} keeps automated backups {value}; tier {tier} asks for {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.properties.BackupRetentionPeriod', atLeast: '$workload.needs.point-in-time-days' },
            { value: '$workload.needs.point-in-time-days', is: 'absent' },
          ],
        },
        message:
          '{resource} keeps automated backups for {$.properties.BackupRetentionPeriod} days; the workload needs {$workload.needs.point-in-time-days}.',
      },
    ],
    why: 'Point-in-time recovery reaches back only as far as the retention.',
    fix: {
      terraform: 'Raise `backup_retention_period`.',
      cloudformation: 'Raise `BackupRetentionPeriod`.',
      edit: [
        {
          when: { not: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '$params.minimum' } },
          set: '$.properties.BackupRetentionPeriod',
          to: '$params.minimum',
        },
        {
          when: {
            all: [
              { value: '$workload.needs.point-in-time-days', unit: 'days', atLeast: '$params.minimum' },
              { value: '$workload.needs.point-in-time-days', unit: 'days', atMost: '35d' },
            ],
          },
          set: '$.properties.BackupRetentionPeriod',
          to: '$workload.needs.point-in-time-days',
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_WorkingWithAutomatedBackups.html'],
    standards: { config: ['db-instance-backup-enabled'], securityHub: ['RDS.11'], wellArchitected: ['REL09-BP03'] },
  },
  'rds/copy-tags-to-snapshot': {
    title: 'Snapshots of a database instance carry its tags',
    for: 'AWS::RDS::DBInstance',
    where: { value: '$.facts.clusterMember', equals: false },
    guards: ['hygiene'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.CopyTagsToSnapshot', equals: true },
        message: 'Snapshots of {resource} lose its tags: {attribute} is off.',
      },
    ],
    why: 'Retention rules, copies and restore tests select by tags; a snapshot without them is copied by nobody and found by nobody.',
    fix: {
      terraform: 'Set `copy_tags_to_snapshot = true`.',
      cloudformation: 'Set `CopyTagsToSnapshot: true`.',
      edit: { set: '$.properties.CopyTagsToSnapshot', to: true },
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_Tagging.html'],
    standards: { securityHub: ['RDS.17'], wellArchitected: ['REL09-BP01'] },
  },
  'rds/cross-region-replica': {
    title: 'A database instance is kept in another Region, too',
    for: 'AWS::RDS::DBInstance',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.facts.clusterMember', equals: false },
        { none: { of: 'replicaOf' } },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: { of: ['replicatesTo', 'copiesTo'], where: { value: '$.region', otherThan: '$subject.region' } },
        },
        message: '{resource} is kept in one Region only: no replica and no replicated backups are in another.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            {
              some: {
                of: ['replicatesTo', 'copiesTo'],
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.allowed', equals: true },
                  ],
                },
              },
            },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
        message: 'Only the backups of {resource} are kept in another Region; tier {tier} asks for a live replica.',
      },
    ],
    why: 'When the Region is lost, a database without a copy elsewhere is lost with it; restored backups take hours that a replica does not.',
    fix: {
      terraform:
        "Declare an `aws_db_instance` with `replicate_source_db` set to this instance's ARN under the provider of the recovery Region.",
      cloudformation:
        "Declare an `AWS::RDS::DBInstance` with `SourceDBInstanceIdentifier` set to this instance's ARN in a stack of the recovery Region.",
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html',
    ],
    standards: { wellArchitected: ['REL10-BP01', 'REL13-BP02'] },
  },
  'rds/deletion-protection': {
    title: "A database instance can't be deleted by mistake",
    for: 'AWS::RDS::DBInstance',
    where: { value: '$.facts.clusterMember', equals: false },
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DeletionProtection', equals: true },
        message: '{resource} can be deleted by a single call: {attribute} is off.',
      },
    ],
    why: 'A wrong apply or a slip in the console takes the database away faster than any outage does; its automated backups go with it.',
    fix: {
      terraform: 'Set `deletion_protection = true`.',
      cloudformation: 'Set `DeletionProtection: true`.',
      edit: { set: '$.properties.DeletionProtection', to: true },
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html'],
    standards: {
      config: ['rds-instance-deletion-protection-enabled'],
      securityHub: ['RDS.8'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  'rds/final-snapshot': {
    title: 'Deleting a database instance leaves a snapshot of it',
    for: 'AWS::RDS::DBInstance',
    where: { all: [{ value: '$.facts.clusterMember', equals: false }, { none: { of: 'replicaOf' } }] },
    guards: ['deletion'],
    level: {
      'backup-restore': 'warning',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.facts.finalSnapshot', equals: true },
        message: '{resource} is deleted without a final snapshot.',
      },
    ],
    why: 'A deletion that nobody meant is the one disaster that reaches every standby and replica; the final snapshot is the last way back.',
    fix: {
      terraform: 'Set `skip_final_snapshot = false` and give a `final_snapshot_identifier`.',
      cloudformation: 'Set `DeletionPolicy: Snapshot`, which is also the default, or `Retain`.',
      edit: [
        { set: '$.lifecycle.DeletionPolicy', to: 'Snapshot' },
        {
          when: { value: '$.properties.FinalDBSnapshotIdentifier', is: 'present' },
          set: '$.properties.SkipFinalSnapshot',
          to: false,
        },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_DeleteInstance.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'rds/multi-az': {
    title: 'A production database instance has a standby in a second Availability Zone',
    for: 'AWS::RDS::DBInstance',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.facts.clusterMember', equals: false },
        { none: { of: 'replicaOf' } },
      ],
    },
    guards: ['instance', 'zone'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'error',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.database-failover', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.properties.MultiAZ', equals: true },
        message: '{resource} has no standby in a second Availability Zone.',
      },
    ],
    why: 'When its zone fails, a single-AZ instance is down until the zone returns or a backup is restored.',
    fix: {
      terraform: 'Set `multi_az = true`, and name no `availability_zone`.',
      cloudformation: 'Set `MultiAZ: true`, and name no `AvailabilityZone`.',
      edit: {
        when: {
          all: [
            { value: '$.properties.AvailabilityZone', is: 'absent' },
            { not: { value: '$.properties.Engine', matches: '^(?i:sqlserver-ex$|custom-)' } },
          ],
        },
        set: '$.properties.MultiAZ',
        to: true,
      },
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/Concepts.MultiAZSingleStandby.html'],
    standards: { config: ['rds-multi-az-support'], securityHub: ['RDS.5'], wellArchitected: ['REL10-BP01'] },
  },
  'rds/replica-capacity': {
    title: 'A replica in another Region can take the place of its primary',
    for: 'AWS::RDS::DBInstance',
    where: { some: { of: 'replicaOf', where: { value: '$.region', otherThan: '$subject.region' } } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.replicaShare', atLeast: '$tier.capacityShare' },
        message: '{resource} is {$.facts.replicaShare} times as large as its primary; tier {tier} asks for {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '1d' },
            {
              none: { of: 'replicaOf', where: { value: '$.properties.Engine', in: ['mysql', 'mariadb', 'postgres'] } },
            },
          ],
        },
        level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'note', 'active-active': 'warning' },
        message:
          '{resource} has no automated backups of its own: after its promotion it can have no replica until they are on.',
      },
    ],
    why: "A replica that is too small, or that can't be replicated from, is promoted into the next outage.",
    fix: {
      terraform:
        'Set `instance_class` and `allocated_storage` as for the primary, and `backup_retention_period` to 1 or more.',
      cloudformation:
        'Set `DBInstanceClass` and `AllocatedStorage` as for the primary, and `BackupRetentionPeriod` to 1 or more.',
      edit: {
        when: {
          all: [
            { not: { value: '$.properties.BackupRetentionPeriod', unit: 'days', atLeast: '1d' } },
            { some: { of: 'replicaOf', where: { value: '$.properties.Engine', in: ['mysql', 'mariadb'] } } },
          ],
        },
        set: '$.properties.BackupRetentionPeriod',
        to: 1,
      },
    },
    references: [
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.html',
      'https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html',
    ],
    standards: { wellArchitected: ['REL11-BP05'] },
  },
  'rds/replica-same-region': {
    title: 'A database instance with replicas has one in another Region',
    for: 'AWS::RDS::DBInstance',
    where: {
      all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }, { some: { of: 'replicatesTo' } }],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        message: 'Every replica of {resource} is in its own Region: all of them are lost with it.',
      },
    ],
    why: 'A replica in the same Region takes load off the primary and outlives a zone, but it is lost in the same hour as the primary when the Region fails.',
    fix: {
      terraform:
        "Declare an `aws_db_instance` with `replicate_source_db` set to this instance's ARN under the provider of the recovery Region.",
      cloudformation:
        "Declare an `AWS::RDS::DBInstance` with `SourceDBInstanceIdentifier` set to this instance's ARN in a stack of the recovery Region.",
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReadRepl.XRgn.html'],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  'rds/replicated-backup-encryption': {
    title: 'Replicated backups of an encrypted instance are encrypted by a key of their Region',
    for: 'AWS::RDS::DBInstance',
    where: {
      all: [
        { value: '$.properties.AutomaticBackupReplicationRegion', is: 'present' },
        { value: '$.properties.StorageEncrypted', equals: true },
      ],
    },
    guards: ['validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.AutomaticBackupReplicationKmsKeyId', is: 'present' },
        message:
          '{resource} is encrypted, and its backups are replicated to {$.properties.AutomaticBackupReplicationRegion} without a key of that Region: AWS refuses that.',
      },
      {
        require: {
          every: {
            of: 'copiesTo',
            as: 'copy',
            satisfies: { none: { of: 'encryptedBy', where: { value: '$.region', otherThan: '$copy.region' } } },
            empty: 'pass',
          },
        },
        message:
          'The backups of {resource} are replicated to {$.properties.AutomaticBackupReplicationRegion} with a key of another Region: AWS refuses that.',
        at: '$.properties.AutomaticBackupReplicationKmsKeyId',
      },
    ],
    why: "A key never leaves its Region, so that AWS can't write the copies; the replication that was counted on does not start.",
    fix: {
      terraform:
        'Set `kms_key_id` of the `aws_db_instance_automated_backups_replication` to the ARN of a key in its Region.',
      cloudformation: 'Set `AutomaticBackupReplicationKmsKeyId` to the ARN of a key in the destination Region.',
    },
    references: ['https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html'],
    standards: { wellArchitected: ['REL09-BP02'] },
  },
  'redshift/cross-region-snapshot': {
    title: 'Snapshots of a Redshift cluster are copied to another Region',
    for: 'AWS::Redshift::Cluster',
    where: { value: '$.role', equals: 'primary' },
    guards: ['region'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.DestinationRegion', otherThan: '$.region' },
        message: '{resource} copies its snapshots to no other Region.',
      },
    ],
    why: "Snapshots are kept in the cluster's own Region; when it is lost, the warehouse can only be loaded anew from its sources.",
    fix: {
      terraform: 'Declare an `aws_redshift_snapshot_copy` with the recovery Region as its `destination_region`.',
      cloudformation: 'Set `DestinationRegion` to the recovery Region.',
    },
    references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html'],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  'redshift/multi-az': {
    title: 'A Redshift cluster runs in two Availability Zones',
    for: 'AWS::Redshift::Cluster',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { value: '$.properties.NodeType', matches: '^(?:ra3|rg)\\.' },
      ],
    },
    guards: ['zone'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.MultiAZ', equals: true },
        message: '{resource} runs in one Availability Zone.',
      },
    ],
    why: 'When its zone fails, a single-AZ warehouse is down until the zone returns, or until it is moved or restored.',
    fix: {
      terraform: 'Set `multi_az = true`, with subnets of several zones in its subnet group.',
      cloudformation: 'Set `MultiAZ: true`, with subnets of several zones in its subnet group.',
    },
    references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html'],
    standards: {
      config: ['redshift-cluster-multi-az-enabled'],
      securityHub: ['Redshift.18'],
      wellArchitected: ['REL10-BP01'],
    },
  },
  'redshift/snapshot-retention': {
    title: 'Automated snapshots of a Redshift cluster are on and kept long enough',
    for: 'AWS::Redshift::Cluster',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.AutomatedSnapshotRetentionPeriod', unit: 'days', atLeast: '1d' },
        message: '{resource} takes no automated snapshots ({attribute} is 0).',
      },
      {
        require: {
          value: '$.properties.AutomatedSnapshotRetentionPeriod',
          unit: 'days',
          atLeast: '$tier.nativeRetention',
        },
        message: '{resource} keeps automated snapshots for {value}; tier {tier} asks for {expected}.',
      },
    ],
    why: "A bad load that is noticed after the last good snapshot is gone can't be undone, and AWS keeps snapshots for one day unless told otherwise.",
    fix: {
      terraform: 'Raise `automated_snapshot_retention_period`.',
      cloudformation: 'Raise `AutomatedSnapshotRetentionPeriod`.',
      edit: { set: '$.properties.AutomatedSnapshotRetentionPeriod', to: '$tier.nativeRetention' },
    },
    references: ['https://docs.aws.amazon.com/redshift/latest/mgmt/working-with-snapshots.html'],
    standards: { config: ['redshift-backup-enabled'], securityHub: ['Redshift.3'], wellArchitected: ['REL09-BP03'] },
  },
  'route53/active-routing': {
    title: 'Both Regions of an active-active workload are reached',
    for: 'workload',
    where: {
      some: {
        of: 'contains',
        where: {
          value: '$.type',
          in: [
            'AWS::ApiGateway::RestApi',
            'AWS::ApiGatewayV2::Api',
            'AWS::CloudFront::Distribution',
            'AWS::ElasticLoadBalancing::LoadBalancer',
            'AWS::ElasticLoadBalancingV2::LoadBalancer',
            'AWS::GlobalAccelerator::Accelerator',
            'AWS::Route53::RecordSet',
          ],
        },
      },
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'off', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            {
              some: {
                of: 'contains',
                as: 'record',
                where: {
                  all: [
                    { value: '$.facts.routing', equals: 'active' },
                    {
                      some: {
                        of: 'belongsTo/contains',
                        where: {
                          all: [
                            { value: '$.facts.routing', equals: 'active' },
                            { value: '$.facts.name', equals: '$record.facts.name' },
                            { value: '$.facts.targetRegion', otherThan: '$record.facts.targetRegion' },
                          ],
                        },
                      },
                    },
                  ],
                },
              },
            },
            {
              some: {
                of: 'contains',
                where: { count: { of: '$.facts.regionsServed[*]', distinct: true, atLeast: 2 } },
              },
            },
            {
              some: {
                of: 'contains',
                as: 'distribution',
                where: {
                  all: [
                    { value: '$.type', equals: 'AWS::CloudFront::Distribution' },
                    {
                      any: [
                        { some: { of: 'routesTo', where: { value: '$.type', otherThan: 'AWS::S3::Bucket' } } },
                        {
                          none: {
                            of: 'belongsTo/contains',
                            where: {
                              value: '$.type',
                              in: [
                                'AWS::ApiGateway::RestApi',
                                'AWS::ApiGatewayV2::Api',
                                'AWS::ElasticLoadBalancing::LoadBalancer',
                                'AWS::ElasticLoadBalancingV2::LoadBalancer',
                              ],
                            },
                          },
                        },
                      ],
                    },
                    {
                      some: {
                        of: 'routesTo',
                        as: 'origin',
                        where: {
                          some: {
                            of: 'routesTo',
                            from: '$distribution',
                            where: { value: '$.region', otherThan: '$origin.region' },
                          },
                        },
                      },
                    },
                  ],
                },
              },
            },
          ],
        },
        at: {
          of: 'contains',
          where: {
            value: '$.type',
            in: [
              'AWS::CloudFront::Distribution',
              'AWS::GlobalAccelerator::Accelerator',
              'AWS::Route53::RecordSet',
              'AWS::ElasticLoadBalancingV2::LoadBalancer',
              'AWS::ElasticLoadBalancing::LoadBalancer',
              'AWS::ApiGateway::RestApi',
              'AWS::ApiGatewayV2::Api',
            ],
          },
        },
        message:
          'Workload {$.name} promises {tier}, and nothing routes its clients to both Regions: no set of records, accelerator or distribution does.',
      },
    ],
    why: 'Two Regions that run, and one that is asked, is a warm standby at the price of active-active.',
    fix: {
      terraform:
        'Declare an `aws_route53_record` for each Region, of one name, with a `latency_routing_policy` or `weighted_routing_policy`; or an accelerator with an endpoint group in each.',
      cloudformation:
        'Declare an `AWS::Route53::RecordSet` for each Region, of one name, with `Region` or `Weight`; or an accelerator with an endpoint group in each.',
    },
    references: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/routing-policy.html',
    ],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  'route53/detection-time': {
    title: 'A lost endpoint is noticed soon enough',
    for: 'AWS::Route53::HealthCheck',
    where: {
      all: [
        { some: { of: 'checks', where: { value: '$.facts.routing', in: ['failover', 'active'] } } },
        { value: '$.facts.detection', is: 'present' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.detection', atMost: '$tier.detection' },
        message: '{resource} needs {value} to notice a failure; tier {tier} allows {expected}.',
      },
      {
        require: {
          any: [
            { value: '$.facts.switch', atMost: '$tier.switch' },
            { value: '$tier.switch', is: 'absent' },
          ],
        },
        message:
          '{resource} and the records behind it need {value} until clients have moved; {expected} of the RTO is left for that.',
      },
    ],
    why: 'Detection and DNS caching are spent before recovery even begins.',
    fix: {
      terraform: "Lower `request_interval`, `failure_threshold` or the record's `ttl`.",
      cloudformation: "Lower `RequestInterval`, `FailureThreshold` or the record's `TTL`.",
    },
    references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-creating-values.html'],
    standards: { wellArchitected: ['REL11-BP01'] },
  },
  'route53/evaluate-target-health': {
    title: 'An alias that fails over evaluates its target',
    for: 'AWS::Route53::RecordSet',
    where: {
      all: [
        { value: '$.facts.routing', in: ['failover', 'active'] },
        { value: '$.facts.evaluable', equals: true },
        { value: '$.properties.GeoLocation', is: 'absent' },
        { value: '$.properties.CidrRoutingConfig', is: 'absent' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.AliasTarget.EvaluateTargetHealth', equals: true },
            { value: '$.properties.HealthCheckId', is: 'present' },
          ],
        },
        message: '{resource} does not evaluate the health of its target.',
        at: '$.properties.AliasTarget.EvaluateTargetHealth',
      },
      {
        require: { value: '$.properties.AliasTarget.EvaluateTargetHealth', equals: true },
        level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message: '{resource} goes by its health check alone and does not evaluate its target, too.',
      },
    ],
    why: 'Route 53 knows the health of a load balancer by itself; an alias that does not ask keeps sending clients to one without a healthy server.',
    fix: {
      terraform: 'Set `evaluate_target_health = true` in the `alias`.',
      cloudformation: 'Set `EvaluateTargetHealth: true` in the `AliasTarget`.',
      edit: { set: '$.properties.AliasTarget.EvaluateTargetHealth', to: true },
    },
    references: ['https://docs.aws.amazon.com/Route53/latest/APIReference/API_AliasTarget.html'],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  'route53/failover-pair': {
    title: 'A failover record has its other half, in another Region',
    for: 'AWS::Route53::RecordSet',
    where: { value: '$.properties.Failover', is: 'present' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'off' },
    checks: [
      {
        require: { any: [{ some: { of: 'failsOverTo' } }, { value: '$.properties.Failover', equals: 'SECONDARY' }] },
        message: '{resource} is the PRIMARY of {$.facts.name}, and no SECONDARY is declared.',
      },
      {
        require: { any: [{ some: { of: 'standsInFor' } }, { value: '$.properties.Failover', equals: 'PRIMARY' }] },
        message: '{resource} is the SECONDARY of {$.facts.name}, and no PRIMARY is declared.',
      },
      {
        require: { some: { of: 'routesTo' } },
        message: '{resource} leads to something that nothing declares or looks up.',
      },
      {
        require: {
          every: {
            of: 'failsOverTo',
            as: 'secondary',
            empty: 'pass',
            satisfies: { value: '$secondary.facts.targetRegion', otherThan: '$subject.facts.targetRegion' },
          },
        },
        message: '{resource} and {$secondary.address} both lead to {$subject.facts.targetRegion}.',
      },
    ],
    why: 'Without a second answer in another Region the name dies with the first.',
    fix: {
      terraform: 'Declare the missing record with the same name and type.',
      cloudformation: 'Declare the missing record with the same name and type.',
    },
    references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html'],
    standards: { wellArchitected: ['REL11-BP02', 'REL13-BP05'] },
  },
  'route53/health-check-target': {
    title: "A health check probes its own record's endpoint",
    for: 'AWS::Route53::RecordSet',
    where: { all: [{ some: { of: 'checkedBy' } }, { value: '$.facts.routing', in: ['failover', 'active'] }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          none: {
            of: 'checkedBy',
            as: 'check',
            where: {
              all: [
                { value: '$.facts.probedName', equals: '$subject.facts.name' },
                { value: '$subject.facts.insideOnly', equals: false },
              ],
            },
          },
        },
        message:
          '{$check.address} probes {$subject.facts.name}, the very name that fails over: it sees whichever side answers.',
      },
      {
        require: {
          none: {
            of: 'checkedBy',
            as: 'check',
            where: {
              all: [
                { value: '$.facts.probedRegion', otherThan: '$subject.facts.targetRegion' },
                { value: '$subject.facts.targetRegion', matches: '^[a-z-]+-\\d+$' },
                { value: '$.properties.HealthCheckConfig.Inverted', equals: false },
              ],
            },
          },
        },
        message:
          '{$check.address} probes {$check.facts.probedRegion}, while {resource} leads to {$subject.facts.targetRegion}.',
      },
    ],
    why: 'A check that follows the failover measures the wrong side, and flaps.',
    fix: {
      terraform: "Set `fqdn` to the endpoint's own name.",
      cloudformation: "Set `FullyQualifiedDomainName` to the endpoint's own name.",
    },
    references: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-determining-health-of-endpoints.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
      'https://aws.amazon.com/blogs/networking-and-content-delivery/creating-disaster-recovery-mechanisms-using-amazon-route-53/',
    ],
    standards: { wellArchitected: ['REL11-BP01'] },
  },
  'route53/health-check': {
    title: 'A record that traffic is moved away from has its health watched',
    for: 'AWS::Route53::RecordSet',
    where: {
      all: [
        { value: '$.facts.routing', in: ['failover', 'active'] },
        { not: { value: '$.properties.Failover', equals: 'SECONDARY' } },
        { value: '$.properties.GeoLocation', is: 'absent' },
        { value: '$.properties.CidrRoutingConfig', is: 'absent' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.HealthCheckId', is: 'present' },
            { value: '$.properties.AliasTarget.EvaluateTargetHealth', equals: true },
          ],
        },
        message:
          '{resource} has no health check and does not evaluate its target: Route 53 takes it to be healthy for ever.',
      },
      {
        require: {
          any: [
            { value: '$.properties.AliasTarget.EvaluateTargetHealth', equals: true },
            {
              none: {
                of: 'checkedBy',
                as: 'check',
                where: {
                  all: [
                    { value: '$.properties.HealthCheckConfig.Disabled', equals: true },
                    { value: '$.properties.HealthCheckConfig.Inverted', equals: false },
                  ],
                },
              },
            },
          ],
        },
        message: '{$check.address} is disabled: Route 53 takes {resource} to be healthy for ever.',
      },
    ],
    why: 'Without a signal nothing fails over; DNS goes on sending clients to the Region that is down.',
    fix: {
      terraform: 'Set `health_check_id`, or `evaluate_target_health = true` in the `alias`.',
      cloudformation: 'Set `HealthCheckId`, or `EvaluateTargetHealth: true` in the `AliasTarget`.',
      edit: {
        when: { value: '$.facts.evaluable', equals: true },
        set: '$.properties.AliasTarget.EvaluateTargetHealth',
        to: true,
      },
    },
    references: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/health-checks-how-route-53-chooses-records.html',
      'https://docs.aws.amazon.com/Route53/latest/APIReference/API_HealthCheckConfig.html',
    ],
    standards: { wellArchitected: ['REL11-BP01', 'REL11-BP02'] },
  },
  'route53/record-ttl': {
    title: 'Clients forget a failover record soon',
    for: 'AWS::Route53::RecordSet',
    where: {
      all: [
        { value: '$.facts.routing', equals: 'failover' },
        { value: '$.properties.TTL', is: 'present' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.TTL', unit: 'seconds', atMost: '$tier.recordTtl' },
        message: '{resource} may be cached for {value}; tier {tier} allows {expected}.',
      },
    ],
    why: 'After the failover resolvers go on giving the old answer until the TTL is over; it adds to every outage.',
    fix: {
      terraform: 'Set `ttl = 60` or less, or use an alias.',
      cloudformation: "Set `TTL: '60'` or less, or use an alias.",
      edit: { set: '$.properties.TTL', to: '$tier.recordTtl' },
    },
    references: ['https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/best-practices-dns.html'],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  'route53/zero-weight': {
    title: 'No Region of a weighted set is left without traffic',
    for: 'AWS::Route53::RecordSet',
    where: { value: '$.properties.Weight', is: 'present' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { not: { value: '$.facts.trafficShare', atMost: 0 } },
            {
              some: {
                of: 'belongsTo/contains',
                where: {
                  all: [
                    { value: '$.properties.Weight', atLeast: 1 },
                    { value: '$.facts.name', equals: '$subject.facts.name' },
                    { value: '$.properties.Type', equals: '$subject.properties.Type' },
                    { value: '$.facts.targetRegion', equals: '$subject.facts.targetRegion' },
                  ],
                },
              },
            },
          ],
        },
        at: '$.properties.Weight',
        message:
          '{resource} has a weight of 0: {$subject.facts.targetRegion} gets nothing as long as anything else answers.',
      },
    ],
    why: 'A side that never serves is untested, cold and smaller than anybody thinks; that shows on the day when it gets everything.',
    fix: {
      terraform: 'Give both sides a `weight` above 0 in their `weighted_routing_policy`.',
      cloudformation: 'Give both sides a `Weight` above 0.',
    },
    references: [
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/resource-record-sets-values-weighted.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/dns-failover-types.html',
    ],
    standards: { wellArchitected: ['REL13-BP03'] },
  },
  's3/bidirectional-replication': {
    title: 'Buckets that are both written replicate both ways',
    for: 'AWS::S3::Bucket',
    where: {
      all: [
        { some: { of: 'replicaOf', where: { value: '$.region', otherThan: '$subject.region' } } },
        { not: { value: '$.facts.holdsBackups', equals: true } },
      ],
    },
    guards: ['region'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'off',
      'warm-standby': 'note',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.needs.multi-region-writes', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: {
          every: {
            of: 'replicaOf',
            as: 'source',
            where: { value: '$.region', otherThan: '$subject.region' },
            empty: 'pass',
            satisfies: {
              some: {
                of: 'replicatesTo',
                from: '$subject',
                where: {
                  any: [
                    { value: '$.id', equals: '$source.id' },
                    {
                      all: [
                        { value: '$.facts.stateful', is: 'absent' },
                        { value: '$.region', equals: '$source.region' },
                      ],
                    },
                  ],
                },
              },
            },
          },
        },
        message: '{$source.address} is replicated to {resource}, but what is written to {resource} never comes back.',
      },
    ],
    why: 'Where both Regions write, each has objects that the other lacks, and the Region that remains after a failover serves only its own.',
    fix: {
      terraform:
        'Add an `aws_s3_bucket_replication_configuration` for it with a rule back to the other bucket, and `replica_modifications` on both.',
      cloudformation:
        'Add a `ReplicationConfiguration` to it with a rule back to the other bucket, and `ReplicaModifications` on both.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/mrap-create-two-way-replication-rules.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-for-metadata-changes.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  's3/cross-region-replication': {
    title: 'A bucket is replicated to another Region',
    for: 'AWS::S3::Bucket',
    where: { all: [{ value: '$.role', equals: 'primary' }, { none: { of: 'replicaOf' } }] },
    guards: ['region'],
    params: { copies: { 'backup-restore': 'enough', 'active-active': 'too-late' } },
    level: { 'backup-restore': 'warning', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            {
              all: [
                { value: '$params.copies', equals: 'enough' },
                { value: '$.facts.copyGap', atMost: '$tier.backupGap' },
              ],
            },
          ],
        },
        message: '{resource} is not replicated to another Region.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.data-residency', is: 'absent' },
            { none: { of: 'replicatesTo' } },
            {
              some: {
                of: 'replicatesTo',
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.allowed', equals: true },
                  ],
                },
              },
            },
          ],
        },
        level: 'error',
        message:
          'What leaves the Region of {resource} goes where its data may not lie: allowed is {$workload.needs.data-residency}.',
      },
    ],
    why: "A bucket lies in one Region; what is only there can't be read while the Region is away.",
    fix: {
      terraform:
        'Add an `aws_s3_bucket_replication_configuration` with an enabled rule to a bucket in the recovery Region; for tier backup-restore an `aws_backup_plan` that selects it, with a `copy_action` to that Region, does too.',
      cloudformation:
        'Add a `ReplicationConfiguration` with an enabled rule to a bucket in the recovery Region; for tier backup-restore an `AWS::Backup::BackupPlan` that selects it, with `CopyActions` to that Region, does too.',
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html'],
    standards: {
      config: ['s3-bucket-cross-region-replication-enabled', 's3-bucket-replication-enabled'],
      securityHub: ['S3.7'],
      wellArchitected: ['REL10-BP01', 'REL13-BP02'],
    },
  },
  's3/delete-marker-replication': {
    title: 'What is deleted in one Region is deleted in the other',
    for: 'AWS::S3::Bucket.ReplicationRule',
    where: {
      all: [
        { not: { value: '$.properties.Status', equals: 'Disabled' } },
        { value: '$.properties.Filter.TagFilter', is: 'absent' },
        { value: '$.properties.Filter.And.TagFilters', is: 'absent' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.facts.deleteMarkers', equals: true },
        message:
          '{resource} does not replicate delete markers: what is deleted on one side is still there on the other.',
      },
    ],
    why: 'Where both Regions serve, a reader sees an object or not by the Region that answers. Where only one does, leaving it off protects against deletion.',
    fix: {
      terraform: 'Set `status = "Enabled"` in the `delete_marker_replication` of the rule.',
      cloudformation: 'Set `DeleteMarkerReplication: { Status: Enabled }` in the rule.',
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/delete-marker-replication.html'],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  's3/existing-objects': {
    title: 'What was in a bucket before it was replicated is replicated, too',
    for: 'AWS::S3::Bucket',
    where: {
      all: [
        { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        { none: { of: 'replicaOf' } },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          some: {
            of: 'replicatesTo',
            where: {
              all: [
                { value: '$.region', otherThan: '$subject.region' },
                { value: '$edge.existingObjects', equals: true },
              ],
            },
          },
        },
        message:
          'Replication of {resource} carries only what is written from now on; whether a batch job brought the rest over, the code does not say.',
      },
    ],
    why: 'A new rule leaves alone what is there already, which for most buckets is nearly everything.',
    fix: {
      terraform:
        'Run an S3 Batch Replication job once. If you did, or the bucket was empty, suppress this with that reason.',
      cloudformation:
        'Run an S3 Batch Replication job once. If you did, or the bucket was empty, suppress this with that reason.',
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-batch-replication-batch.html'],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  's3/mfa-delete': {
    title: "Versions of backups can't be deleted with a stolen key alone",
    for: 'AWS::S3::Bucket',
    where: {
      all: [
        { value: '$.facts.holdsBackups', equals: true },
        { value: '$.properties.VersioningConfiguration.Status', equals: 'Enabled' },
        { none: { of: 'replicaOf' } },
      ],
    },
    guards: ['account'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          any: [
            { value: '$.properties.ObjectLockEnabled', equals: true },
            { value: '$.properties.ObjectLockConfiguration', is: 'present' },
            { value: '$.properties.VersioningConfiguration.MFADelete', equals: 'Enabled' },
          ],
        },
        message:
          '{resource} holds backups, and has neither object lock nor MFA delete: a stolen key deletes every version.',
      },
    ],
    why: 'Versions undo an overwrite, but whoever may delete versions deletes the backups for good.',
    fix: {
      terraform:
        'Add an `aws_s3_bucket_object_lock_configuration` for it, or `mfa_delete = "Enabled"` to its `versioning_configuration`, which only the root user can switch on.',
      cloudformation:
        'Set `ObjectLockEnabled: true` and an `ObjectLockConfiguration`. MFA delete can only be switched on by the root user, through the API.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiFactorAuthenticationDelete.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html',
    ],
    standards: { config: ['s3-bucket-mfa-delete-enabled'], securityHub: ['S3.20'], wellArchitected: ['REL09-BP02'] },
  },
  's3/noncurrent-lifecycle': {
    title: 'Earlier versions of objects are kept long enough, and not for ever',
    for: 'AWS::S3::Bucket',
    where: { value: '$.properties.VersioningConfiguration.Status', equals: 'Enabled' },
    guards: ['data'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: {
          none: {
            of: '$.properties.LifecycleConfiguration.Rules[*]',
            where: {
              all: [
                { not: { value: '$.Status', equals: 'Disabled' } },
                { value: '$.NoncurrentVersionExpiration.NoncurrentDays', is: 'present' },
                {
                  not: {
                    value: '$.NoncurrentVersionExpiration.NoncurrentDays',
                    unit: 'days',
                    atLeast: '$tier.backupRetention',
                  },
                },
                { value: '$.NoncurrentVersionExpiration.NewerNoncurrentVersions', is: 'absent' },
                {
                  any: [
                    { value: '$.Prefix', is: 'absent' },
                    { value: '$.Prefix', is: 'empty' },
                  ],
                },
                { value: '$.TagFilters', is: 'absent' },
              ],
            },
          },
        },
        level: 'warning',
        message:
          '{resource} deletes earlier versions sooner than the {$tier.backupRetention} that tier {tier} asks for.',
      },
      {
        require: {
          some: {
            of: '$.properties.LifecycleConfiguration.Rules[*]',
            where: {
              all: [
                { not: { value: '$.Status', equals: 'Disabled' } },
                { value: '$.NoncurrentVersionExpiration', is: 'present' },
              ],
            },
          },
        },
        message: '{resource} keeps every version of every object for ever, and so does its bill.',
      },
    ],
    why: 'Versions are what a mistaken overwrite is undone with; gone after a few days they undo nothing, kept for ever they are switched off for their price.',
    fix: {
      terraform:
        'Add an `aws_s3_bucket_lifecycle_configuration` for it with a `noncurrent_version_expiration` of as many days as backups are kept.',
      cloudformation:
        'Add a rule with a `NoncurrentVersionExpiration` of as many days as backups are kept to its `LifecycleConfiguration`.',
      edit: {
        when: {
          all: [
            { count: { of: '$.properties.LifecycleConfiguration.Rules[*]', atMost: 1 } },
            {
              value: '$.properties.LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration.NoncurrentDays',
              is: 'present',
            },
            { value: '$.properties.LifecycleConfiguration.Rules[0].Status', otherThan: 'Disabled' },
          ],
        },
        set: '$.properties.LifecycleConfiguration.Rules[0].NoncurrentVersionExpiration.NoncurrentDays',
        to: '$tier.backupRetention',
      },
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/lifecycle-configuration-examples.html'],
    standards: {
      config: ['s3-version-lifecycle-policy-check'],
      securityHub: ['S3.10'],
      wellArchitected: ['REL09-BP01'],
    },
  },
  's3/object-lock': {
    title: 'A bucket that holds backups is locked',
    for: 'AWS::S3::Bucket',
    where: { all: [{ value: '$.facts.holdsBackups', equals: true }, { none: { of: 'replicaOf' } }] },
    guards: ['account'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'note',
      'active-active': 'note',
      raise: [{ when: { value: '$workload.needs.immutability', is: 'present' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.properties.ObjectLockConfiguration.Rule.DefaultRetention', is: 'present' },
        message:
          '{resource} holds backups and has no object lock with a default retention: whoever may delete objects can delete them all.',
      },
      {
        require: {
          any: [
            { value: '$workload.needs.immutability', is: 'absent' },
            { value: '$.properties.ObjectLockConfiguration.Rule.DefaultRetention.Mode', equals: 'COMPLIANCE' },
          ],
        },
        at: '$.properties.ObjectLockConfiguration.Rule.DefaultRetention.Mode',
        message:
          '{resource} is locked in governance mode, which an administrator can lift; immutability asks for compliance mode.',
      },
    ],
    why: "Ransomware and a stolen administrator's key go for the backups first; locked objects outlast both.",
    fix: {
      terraform: 'Add an `aws_s3_bucket_object_lock_configuration` for it with a `default_retention`.',
      cloudformation: 'Set `ObjectLockEnabled: true` and an `ObjectLockConfiguration` with a `DefaultRetention`.',
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/object-lock.html'],
    standards: { config: ['s3-bucket-default-lock-enabled'], securityHub: ['S3.15'], wellArchitected: ['REL09-BP02'] },
  },
  's3/public-dr-endpoint': {
    title: 'One name leads to the buckets of both Regions',
    for: 'AWS::S3::Bucket',
    where: {
      all: [
        { value: '$.role', equals: 'primary' },
        { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        { not: { value: '$.facts.holdsBackups', equals: true } },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'off', 'warm-standby': 'off', 'active-active': 'warning' },
    checks: [
      {
        require: {
          some: {
            of: 'replicatesTo',
            as: 'copy',
            where: {
              all: [
                { value: '$.region', otherThan: '$subject.region' },
                {
                  some: {
                    of: 'reachedBy',
                    from: '$subject',
                    where: {
                      some: {
                        of: 'routesTo',
                        where: {
                          any: [
                            { value: '$.id', equals: '$copy.id' },
                            {
                              all: [
                                { value: '$.facts.stateful', is: 'absent' },
                                { value: '$.region', equals: '$copy.region' },
                              ],
                            },
                          ],
                        },
                      },
                    },
                  },
                },
              ],
            },
          },
        },
        message:
          'Nothing routes clients of {resource} to its copy in the other Region: whoever names the bucket has to be changed first.',
      },
    ],
    why: 'The buckets have different names, so that a client that knows one of them is lost together with its Region.',
    fix: {
      terraform:
        'Add an `aws_s3control_multi_region_access_point` over both buckets, or a CloudFront origin group with both.',
      cloudformation:
        'Add an `AWS::S3::MultiRegionAccessPoint` over both buckets, or a CloudFront origin group with both.',
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/MultiRegionAccessPoints.html'],
    standards: { wellArchitected: ['REL11-BP02'] },
  },
  's3/replica-versioning': {
    title: 'What a bucket is replicated to is versioned, and in another Region',
    for: 'AWS::S3::Bucket.ReplicationRule',
    where: {
      all: [
        { not: { value: '$.properties.Status', equals: 'Disabled' } },
        { value: '$.facts.targetVersioned', is: 'present' },
      ],
    },
    guards: ['region', 'validity'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.targetVersioned', equals: true },
        at: '$.properties.Destination.Bucket',
        message: '{resource} replicates to a bucket without versioning: Amazon S3 refuses the replication.',
      },
      {
        require: { some: { of: 'partOf/replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
        at: '$.properties.Destination.Bucket',
        level: {
          'backup-restore': 'warning',
          'pilot-light': 'error',
          'warm-standby': 'error',
          'active-active': 'error',
        },
        message: '{resource} replicates within {$subject.region}: the copy is lost together with the source.',
      },
    ],
    why: 'A replication that is refused copies nothing, and one within the Region copies to where the source is lost, too.',
    fix: {
      terraform: 'Add an `aws_s3_bucket_versioning` for the destination, and choose a bucket of another Region.',
      cloudformation:
        'Set `VersioningConfiguration: { Status: Enabled }` on the destination, and choose a bucket of another Region.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-requirements.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html',
    ],
    standards: { config: ['s3-bucket-versioning-enabled'], securityHub: ['S3.14'], wellArchitected: ['REL09-BP01'] },
  },
  's3/replication-metrics': {
    title: 'It can be seen how far replication is behind',
    for: 'AWS::S3::Bucket.ReplicationRule',
    where: {
      all: [
        { not: { value: '$.properties.Status', equals: 'Disabled' } },
        { value: '$.facts.targetRegion', otherThan: '$subject.region' },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.facts.metrics', equals: true },
        message:
          'Nobody can see how far {resource} is behind, or what it failed to copy to {$subject.facts.targetRegion}.',
      },
    ],
    why: 'Replication that stalls fails nothing; without its metrics the first to notice is whoever looks for an object after the failover.',
    fix: {
      terraform: 'Add `metrics { status = "Enabled" … }` to the `destination` of the rule.',
      cloudformation: 'Add `Metrics: { Status: Enabled, … }` to the `Destination` of the rule.',
      edit: {
        when: {
          all: [
            { value: '$.properties.Destination.ReplicationTime', is: 'absent' },
            { value: '$.properties.Filter', is: 'present' },
          ],
        },
        set: '$.properties.Destination.Metrics.Status',
        to: 'Enabled',
      },
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-metrics.html'],
    standards: { wellArchitected: ['REL06-BP03'] },
  },
  's3/replication-scope': {
    title: 'Everything in a bucket is replicated',
    for: 'AWS::S3::Bucket',
    where: { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            {
              some: {
                of: 'parts',
                where: {
                  all: [
                    { value: '$.facts.targetRegion', otherThan: '$subject.region' },
                    { not: { value: '$.properties.Status', equals: 'Disabled' } },
                    { value: '$.facts.whole', equals: true },
                  ],
                },
              },
            },
            { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        message: 'Only a prefix or a tag of {resource} is replicated to another Region; nothing takes the rest there.',
      },
      {
        require: {
          any: [
            {
              some: {
                of: 'replicatesTo',
                where: {
                  all: [
                    { value: '$.region', otherThan: '$subject.region' },
                    { value: '$edge.whole', equals: true },
                  ],
                },
              },
            },
            { some: { of: 'protectedBy/copiesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
          ],
        },
        message: 'Objects of {resource} that are encrypted by a key of KMS are not replicated.',
      },
    ],
    why: 'What no rule selects is not in the other Region, and nothing says so until it is looked for there.',
    fix: {
      terraform:
        'Let one rule have an empty `filter {}`, and add `source_selection_criteria` with `sse_kms_encrypted_objects` where a key of KMS encrypts.',
      cloudformation:
        'Let one rule have an empty `Prefix`, and add `SourceSelectionCriteria` with `SseKmsEncryptedObjects` where a key of KMS encrypts.',
    },
    references: [
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-what-is-isnot-replicated.html',
      'https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-config-for-kms-objects.html',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  's3/replication-time-control': {
    title: 'Replication to another Region is held to 15 minutes',
    for: 'AWS::S3::Bucket.ReplicationRule',
    where: {
      all: [
        { not: { value: '$.properties.Status', equals: 'Disabled' } },
        { value: '$.facts.targetRegion', otherThan: '$subject.region' },
      ],
    },
    guards: ['region'],
    level: {
      'backup-restore': 'off',
      'pilot-light': 'note',
      'warm-standby': 'warning',
      'active-active': 'error',
      raise: [{ when: { value: '$workload.objectives.rpo', atMost: '15m' }, to: 'error' }],
    },
    checks: [
      {
        require: { value: '$.properties.Destination.ReplicationTime.Status', equals: 'Enabled' },
        message:
          '{resource} replicates to {$subject.facts.targetRegion} without replication time control: nothing bounds how far the copy is behind.',
      },
    ],
    why: "Without it AWS promises nothing, and plans with a day or two between Regions; with it objects arrive within 15 minutes, and you hear when they don't.",
    fix: {
      terraform:
        'Add `replication_time { status = "Enabled" … minutes = 15 }` and `metrics` to the `destination` of the rule.',
      cloudformation:
        'Add `ReplicationTime: { Status: Enabled, Time: { Minutes: 15 } }` and `Metrics` to the `Destination` of the rule.',
      edit: [
        {
          when: { value: '$.properties.Filter', is: 'present' },
          set: '$.properties.Destination.ReplicationTime.Status',
          to: 'Enabled',
        },
        {
          when: { value: '$.properties.Filter', is: 'present' },
          set: '$.properties.Destination.ReplicationTime.Time.Minutes',
          to: 15,
        },
        {
          when: { value: '$.properties.Filter', is: 'present' },
          set: '$.properties.Destination.Metrics.Status',
          to: 'Enabled',
        },
        {
          when: { value: '$.properties.Filter', is: 'present' },
          set: '$.properties.Destination.Metrics.EventThreshold.Minutes',
          to: 15,
        },
      ],
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication-time-control.html'],
    standards: { wellArchitected: ['REL13-BP02'] },
  },
  's3/versioning': {
    title: 'A bucket keeps the versions of its objects',
    for: 'AWS::S3::Bucket',
    guards: ['data'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { value: '$.properties.VersioningConfiguration.Status', equals: 'Enabled' },
        message: '{resource} does not keep the versions of its objects.',
      },
    ],
    why: 'Without versions an overwritten or deleted object is gone at once, and neither replication nor AWS Backup can be set up.',
    fix: {
      terraform: 'Add an `aws_s3_bucket_versioning` for it with `status = "Enabled"`.',
      cloudformation: 'Set `VersioningConfiguration: { Status: Enabled }`.',
      edit: { set: '$.properties.VersioningConfiguration.Status', to: 'Enabled' },
    },
    references: ['https://docs.aws.amazon.com/AmazonS3/latest/userguide/Versioning.html'],
    standards: { config: ['s3-bucket-versioning-enabled'], securityHub: ['S3.14'], wellArchitected: ['REL09-BP01'] },
  },
  'secretsmanager/replica': {
    title: 'A secret is replicated to the recovery Region',
    for: 'AWS::SecretsManager::Secret',
    where: { all: [{ value: '$.role', equals: 'primary' }, { not: { value: '$.facts.staysHere', equals: true } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'counterpartOf' } },
            { value: '$.facts.usedBy', is: 'absent' },
          ],
        },
        message: '{$subject.facts.usedBy} uses {resource}, which has no replica outside {$subject.region}.',
      },
      {
        require: {
          any: [
            { some: { of: 'replicatesTo', where: { value: '$.region', otherThan: '$subject.region' } } },
            { some: { of: 'counterpartOf' } },
          ],
        },
        level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message:
          '{resource} has no replica outside {$subject.region}. Nothing in the code says what reads it; what does so at its start fails in a recovery Region.',
      },
    ],
    why: "The recovery Region's application cannot start without its secrets, and the lost Region no longer gives them out.",
    fix: {
      terraform: 'Add a `replica { region = … }` block for the recovery Region.',
      cloudformation: 'Add an entry with the recovery Region to `ReplicaRegions`.',
    },
    references: ['https://docs.aws.amazon.com/secretsmanager/latest/userguide/replicate-secrets.html'],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'sns/dlq': {
    title: "A subscription has a place for what it can't deliver",
    for: 'AWS::SNS::Subscription',
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.RedrivePolicy.deadLetterTargetArn', is: 'present' },
        message: '{resource} has no dead-letter queue: what it cannot deliver is lost.',
      },
    ],
    why: 'A subscriber that is away for longer than the retries last never gets the message.',
    fix: {
      terraform: 'Name an `aws_sqs_queue` in `redrive_policy`.',
      cloudformation:
        'Name an `AWS::SQS::Queue` in `RedrivePolicy`; a subscription that stands in the topic has none, so declare it as an `AWS::SNS::Subscription` instead.',
    },
    references: [
      'https://docs.aws.amazon.com/sns/latest/dg/sns-dead-letter-queues.html',
      'https://docs.aws.amazon.com/sns/latest/dg/sns-message-delivery-retries.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-sns-topic-subscription.html',
    ],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'sqs/dlq': {
    title: 'A queue has a place for the messages that nobody can process',
    for: 'AWS::SQS::Queue',
    where: { value: '$.facts.deadLetterQueue', equals: false },
    guards: ['hygiene'],
    level: {
      'backup-restore': 'note',
      'pilot-light': 'warning',
      'warm-standby': 'warning',
      'active-active': 'warning',
    },
    checks: [
      {
        require: { value: '$.properties.RedrivePolicy.deadLetterTargetArn', is: 'present' },
        message: '{resource} has no dead-letter queue.',
      },
    ],
    why: "After a failover some messages can't be processed. Without a dead-letter queue they come back again and again, hold up the others, and are gone when they expire.",
    fix: {
      terraform: 'Declare a second `aws_sqs_queue` and name it in `redrive_policy`.',
      cloudformation: 'Declare a second `AWS::SQS::Queue` and name it in `RedrivePolicy`.',
    },
    references: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    ],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'sqs/retention': {
    title: 'Messages outlive a failover',
    for: 'AWS::SQS::Queue',
    guards: ['region'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { value: '$.properties.MessageRetentionPeriod', unit: 'seconds', atLeast: '$tier.queueRetention' },
        message: '{resource} keeps messages {value}; tier {tier} asks for {expected}.',
      },
      {
        require: {
          every: {
            of: 'deadLettersFrom',
            as: 'source',
            where: { value: '$.type', equals: 'AWS::SQS::Queue' },
            empty: 'pass',
            satisfies: {
              value: '$.properties.MessageRetentionPeriod',
              atMost: '$subject.properties.MessageRetentionPeriod',
            },
          },
        },
        at: '$.properties.MessageRetentionPeriod',
        message:
          '{resource} keeps dead letters for a shorter time than {$source.address} keeps messages; the time a message has waited there counts here, too.',
      },
    ],
    why: 'While the Region is away nobody takes messages. Those that expire before the failover is over are lost.',
    fix: {
      terraform:
        'Set `message_retention_seconds` to four days (345600) or more, and that of a dead-letter queue to the most, 1209600.',
      cloudformation:
        'Set `MessageRetentionPeriod` to four days (345600) or more, and that of a dead-letter queue to the most, 1209600.',
      edit: [
        {
          when: { none: { of: 'deadLettersFrom' } },
          set: '$.properties.MessageRetentionPeriod',
          to: '$tier.queueRetention',
        },
        { when: { some: { of: 'deadLettersFrom' } }, set: '$.properties.MessageRetentionPeriod', to: 1209600 },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html',
      'https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html',
    ],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'sqs/visibility-timeout': {
    title: 'A message stays hidden while a function works on it',
    for: 'AWS::SQS::Queue',
    where: { value: '$.facts.visibilityNeeded', is: 'present' },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.properties.VisibilityTimeout', unit: 'seconds', atLeast: '$.facts.visibilityNeeded' },
        message: '{resource} hides messages for {value}; six times the timeout of its function are {expected}.',
      },
    ],
    why: 'A message that comes back while it is still worked on is processed twice, and after a failover, when functions are throttled and retry, it ends in the dead-letter queue though nothing is wrong with it.',
    fix: {
      terraform: 'Set `visibility_timeout_seconds` to six times the `timeout` of the function.',
      cloudformation: 'Set `VisibilityTimeout` to six times the `Timeout` of the function.',
      edit: { set: '$.properties.VisibilityTimeout', to: '$.facts.visibilityNeeded' },
    },
    references: ['https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-configure.html'],
    standards: { wellArchitected: ['REL05-BP04'] },
  },
  'ssm/dr-parameter': {
    title: 'A parameter exists in the recovery Region, too',
    for: 'AWS::SSM::Parameter',
    where: { all: [{ value: '$.role', equals: 'primary' }, { not: { value: '$.facts.staysHere', equals: true } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { any: [{ some: { of: 'counterpartOf' } }, { value: '$.facts.usedBy', is: 'absent' }] },
        message: '{$subject.facts.usedBy} uses {resource}, and nothing declares such a parameter in a recovery Region.',
      },
      {
        require: { some: { of: 'counterpartOf' } },
        level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message:
          '{resource} exists in {$subject.region} only. Nothing in the code says what reads it; what does so at its start fails in a recovery Region.',
      },
    ],
    why: 'Parameters are not replicated; an application that reads its configuration at start-up does not start where it is missing.',
    fix: {
      terraform: 'Declare it under the provider of the recovery Region, too, with the same `name`.',
      cloudformation: 'Deploy it to the recovery Region, too, with the same `Name`.',
    },
    references: ['https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html'],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'stateful/deletion-policy': {
    title: 'Data outlives the code that declares it',
    for: 'stateful',
    where: {
      none: {
        of: 'replicaOf',
        as: 'source',
        where: {
          none: { of: 'replicaOf', from: '$source', where: { value: '$.address', equals: '$subject.address' } },
        },
      },
    },
    guards: ['deletion'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { value: '$.type', otherThan: 'AWS::S3::Bucket' },
            { value: '$.language', equals: 'terraform' },
            { value: '$.facts.keptAtDeletion', equals: true },
          ],
        },
        at: '$.facts.keptAtDeletion',
        message:
          '{resource} is deleted together with its stack, as soon as somebody has emptied it, as AWS asks who deletes the stack.',
      },
      {
        require: {
          any: [
            { value: '$.language', equals: 'terraform' },
            { value: '$.facts.keptAtDeletion', equals: true },
          ],
        },
        at: '$.facts.keptAtDeletion',
        message: '{resource} is deleted together with its stack, and its data with it.',
      },
      {
        require: { value: '$.facts.keptAtDeletion', equals: true },
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'error', 'active-active': 'error' },
        message: 'Nothing keeps {resource} and its data from being destroyed by a wrong apply.',
      },
      {
        require: {
          any: [
            { value: '$.facts.keptAtReplacement', equals: true },
            { value: '$.facts.keptAtReplacement', is: 'absent' },
          ],
        },
        at: '$.facts.keptAtReplacement',
        level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
        message: '{resource} outlives its stack, but not an update that replaces it.',
      },
    ],
    why: 'A stack that is deleted, a resource that is taken out of the code or replaced, takes the data along, in every copy that the same code declares.',
    fix: {
      terraform: 'Set `prevent_destroy = true` in its `lifecycle`, or the deletion protection of the service.',
      cloudformation:
        'Set `DeletionPolicy: Retain` and `UpdateReplacePolicy: Retain` (or `Snapshot`, where the type has snapshots).',
      edit: [
        { when: { value: '$.facts.keptAtDeletion', equals: false }, set: '$.lifecycle.DeletionPolicy', to: 'Retain' },
        {
          when: { not: { value: '$.facts.keptAtReplacement', equals: true } },
          set: '$.lifecycle.UpdateReplacePolicy',
          to: 'Retain',
        },
        { when: { value: '$.facts.keptAtDeletion', equals: false }, set: '$.lifecycle.prevent_destroy', to: true },
      ],
    },
    references: [
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-deletionpolicy.html',
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/aws-attribute-updatereplacepolicy.html',
      'https://developer.hashicorp.com/terraform/language/meta-arguments/lifecycle',
    ],
    standards: { wellArchitected: ['REL09-BP01'] },
  },
  'stepfunctions/retry': {
    title: 'A state machine survives an error of one of its tasks',
    for: 'AWS::StepFunctions::StateMachine',
    where: { value: '$.facts.unhandledTasks', is: 'present' },
    guards: ['hygiene'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: { count: { of: '$.facts.unhandledTasks[*]', atMost: 0 } },
        at: '$.facts.unhandledTasks',
        message: '{resource} ends at the first error of {$.facts.unhandledTasks}: neither Retry nor Catch.',
      },
    ],
    why: 'During a failover calls fail for a while. An execution that ends at the first failure leaves its work half done.',
    fix: {
      terraform: 'Give each task state of the `definition` a `Retry`, a `Catch`, or both.',
      cloudformation: 'Give each task state of the definition a `Retry`, a `Catch`, or both.',
    },
    references: ['https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html'],
    standards: { wellArchitected: ['REL05-BP03'] },
  },
  'tier/dr-region-empty': {
    title: 'A workload that promises Region recovery has something to recover with',
    for: 'workload',
    where: { some: { of: 'contains', where: { value: '$.type', otherThan: 'AWS::CloudFormation::Stack' } } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          some: {
            of: 'contains',
            as: 'standby',
            where: {
              all: [
                { value: '$.role', equals: 'recovery' },
                {
                  any: [
                    { none: { of: 'replicaOf' } },
                    { some: { of: 'replicaOf', where: { value: '$.region', otherThan: '$standby.region' } } },
                  ],
                },
              ],
            },
          },
        },
        at: { of: 'contains', where: { value: '$.facts.stateful', equals: true } },
        message: 'Workload {$.name} promises {tier}, and nothing of it is declared in a recovery Region.',
      },
    ],
    why: 'Nothing can be promoted, started or switched to where nothing exists.',
    fix: {
      terraform: "Declare the recovery Region's resources under a second provider.",
      cloudformation: 'Deploy a stack to the recovery Region and name it in `deployments`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP02', 'REL13-BP04'] },
  },
  'tier/objective-missed': {
    title: 'Every resource comes back within what is promised',
    for: 'resource',
    where: {
      all: [
        { value: '$.estimates', is: 'present' },
        { value: '$.role', otherThan: 'recovery' },
      ],
    },
    guards: ['data', 'deletion', 'instance', 'zone', 'region', 'account'],
    level: { 'backup-restore': 'error', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: '$.estimates[*]',
            as: 'estimate',
            where: { value: '$.promised', equals: true },
            empty: 'pass',
            satisfies: { value: '$estimate.recovery', otherThan: 'none' },
          },
        },
        message: '{resource} is lost for good after {$estimate.event}: nothing brings it back.',
      },
      {
        require: {
          every: {
            of: '$.estimates[*]',
            as: 'estimate',
            where: { value: '$.basis', equals: 'documented' },
            empty: 'pass',
            satisfies: {
              all: [
                { value: '$estimate.rto', atMost: '$estimate.objective.rto' },
                {
                  any: [
                    { value: '$estimate.rpo', is: 'absent' },
                    { value: '$estimate.rpo', atMost: '$estimate.objective.rpo' },
                  ],
                },
              ],
            },
          },
        },
        message:
          '{resource} is back {$estimate.back} after {$estimate.event}, with {$estimate.gone} ({$estimate.how}); promised is {$estimate.objective.words}.',
      },
      {
        require: {
          every: {
            of: '$.estimates[*]',
            as: 'estimate',
            where: { value: '$.basis', equals: 'assumed' },
            empty: 'pass',
            satisfies: {
              all: [
                { value: '$estimate.rto', atMost: '$estimate.objective.rto' },
                {
                  any: [
                    { value: '$estimate.rpo', is: 'absent' },
                    { value: '$estimate.rpo', atMost: '$estimate.objective.rpo' },
                  ],
                },
              ],
            },
          },
        },
        level: 'warning',
        message:
          '{resource} is back {$estimate.back} after {$estimate.event}, as dr-lint assumes, with {$estimate.gone} ({$estimate.how}); promised is {$estimate.objective.words}.',
      },
    ],
    why: 'This is the promise itself, and the resource that breaks it.',
    fix: {
      terraform: '`dr-lint assess` lists the shortest way to what is promised.',
      cloudformation: '`dr-lint assess` lists the shortest way to what is promised.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP01', 'REL13-BP02'] },
  },
  'tier/over-provisioned': {
    title: 'A workload is built for the tier that it promises, not for a higher one',
    for: 'workload',
    where: { value: '$.tierSource', otherThan: 'default' },
    guards: ['hygiene'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'off' },
    checks: [
      {
        require: { not: { value: '$.facts.overProvisioned', equals: true } },
        at: { of: 'contains', where: { value: '$.role', equals: 'recovery' } },
        message:
          'Workload {$.name} promises {tier}, and data, compute and traffic all stand above what that takes: it achieves {$.achieved}.',
      },
    ],
    why: 'A standby that nobody was promised costs every month, and the same money may be missing where it is needed.',
    fix: {
      terraform: 'State the higher tier, or reduce what stands by in the recovery Region.',
      cloudformation: 'State the higher tier, or reduce what stands by in the recovery Region.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP01'] },
  },
  'tier/parity': {
    title: 'What stands in the recovery Region is like what it stands for',
    for: 'resource',
    where: { value: '$.facts.differs', is: 'present' },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          every: {
            of: ['counterpartOf', 'replicaOf'],
            as: 'primary',
            where: { value: '$.type', equals: '$subject.type' },
            empty: 'pass',
            satisfies: { count: { of: '$subject.facts.differs[*]', atMost: 0 } },
          },
        },
        at: '$.facts.differs',
        message: '{resource} is not like {$primary.address}: they differ in {$.facts.differs}.',
      },
    ],
    why: 'What was changed in one Region only shows on the day of the failover, as an error that nobody has seen before.',
    fix: {
      terraform: 'Let both Regions take the value from one place, as a local or a module that is called once for each.',
      cloudformation:
        'Deploy the same template to both Regions, with the value in it rather than in a parameter of each stack.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_config_drift.html',
    ],
    standards: { wellArchitected: ['REL13-BP04'] },
  },
  'tier/single-region-dependency': {
    title: 'Nothing that the recovery needs lives only in the Region it must survive',
    for: ['recovery-tooling', 'root'],
    where: {
      any: [
        { value: '$.facts.neededForRecovery', equals: true },
        { value: '$.facts.state.kind', is: 'present' },
        {
          all: [
            { value: '$.facts.regionsShown', is: 'present' },
            { some: { of: 'belongsTo/contains', where: { value: '$.role', equals: 'recovery' } } },
          ],
        },
        {
          all: [
            {
              some: {
                of: 'routesTo',
                where: {
                  all: [
                    { value: '$.role', equals: 'primary' },
                    { some: { of: 'counterpartOf', where: { none: { of: 'reachedBy' } } } },
                  ],
                },
              },
            },
            { none: { of: 'reachedBy' } },
          ],
        },
      ],
    },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            { not: { value: '$.facts.neededForRecovery', equals: true } },
            { not: { value: '$.role', equals: 'primary' } },
            {
              some: {
                of: ['counterpartOf', 'replicatesTo'],
                where: { value: '$.region', otherThan: '$subject.region' },
              },
            },
            { value: '$.type', in: ['AWS::SSM::Parameter', 'AWS::ECR::Repository'] },
          ],
        },
        message: '{resource} is needed to recover ({$.facts.neededBecause}) and exists only in {$.region}.',
      },
      {
        require: {
          none: {
            of: '$.facts.controlPlanes[*]',
            as: 'change',
            where: {
              all: [
                { value: '$.region', equals: '$workload.regions.primary' },
                {
                  not: {
                    all: [
                      { value: '$.call', equals: 'route53:changeresourcerecordsets' },
                      { value: '$workload.objectives.rto', atLeast: '60m' },
                      {
                        some: {
                          of: 'belongsTo/contains',
                          from: '$subject',
                          where: { value: '$.properties.HostedZoneFeatures.EnableAcceleratedRecovery', equals: true },
                        },
                      },
                    ],
                  },
                },
              ],
            },
          },
        },
        message:
          '{resource} may call {$change.call}, which is carried out in {$workload.regions.primary} alone, the Region to survive.',
      },
      {
        require: {
          any: [
            { not: { value: '$.facts.routing', equals: 'simple' } },
            { value: '$workload.regions.primary', otherThan: 'us-east-1' },
            {
              all: [
                { value: '$workload.objectives.rto', atLeast: '60m' },
                { value: '$.facts.acceleratedRecovery', equals: true },
              ],
            },
          ],
        },
        message:
          '{resource} leads to {$.facts.targetRegion} alone. To switch, somebody has to change it, and records are changed in {$workload.regions.primary}, the Region to survive.',
      },
      {
        require: {
          any: [
            { not: { value: '$.facts.state.kind', equals: 'bucket' } },
            { value: '$.facts.state.inPrimaryRegion', equals: false },
            { value: '$.facts.state.versioned', equals: false },
            { some: { of: 'storesIn/replicatesTo' } },
          ],
        },
        message:
          'The state of this root lies in {$workload.regions.primary} alone: while that Region is gone, nothing can be changed by this code.',
      },
      {
        require: {
          any: [
            { count: { of: '$.facts.regionsShown[*]', atMost: 0 } },
            {
              some: {
                of: 'belongsTo/contains',
                where: {
                  some: {
                    of: '$.facts.regionsShown[*]',
                    where: { value: '$', otherThan: '$workload.regions.primary' },
                  },
                },
              },
            },
          ],
        },
        level: {
          'backup-restore': 'off',
          'pilot-light': 'note',
          'warm-standby': 'warning',
          'active-active': 'warning',
        },
        at: '$.facts.regionsShown',
        message:
          '{resource} shows {$workload.regions.primary} alone: after a failover nobody sees how the recovery Region fares.',
      },
    ],
    why: 'A failover function that is down with the primary Region fails nothing over, nor does one whose changes need a control plane in that Region.',
    fix: {
      terraform:
        'Declare it in the recovery Region, too; replicate the bucket of the state; let health checks and routing controls switch in place of changes to records.',
      cloudformation:
        'Deploy it in the recovery Region, too; let health checks and routing controls switch in place of changes to records.',
    },
    references: [
      'https://docs.aws.amazon.com/whitepapers/latest/aws-fault-isolation-boundaries/global-services.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_withstand_component_failures_avoid_control_plane.html',
      'https://docs.aws.amazon.com/Route53/latest/DeveloperGuide/accelerated-recovery.html',
    ],
    standards: { wellArchitected: ['REL11-BP04', 'REL13-BP02'] },
  },
  'tier/stated': {
    title: 'The recovery tier is stated',
    for: 'workload',
    guards: ['hygiene'],
    level: { 'backup-restore': 'note', 'pilot-light': 'note', 'warm-standby': 'note', 'active-active': 'note' },
    checks: [
      {
        require: { value: '$.tierSource', otherThan: 'default' },
        at: { of: 'contains' },
        message: 'No tier is stated for workload {$.name}; it is judged by {tier}.',
      },
    ],
    why: 'Nobody can tell whether a recovery is good enough when nobody said how good it has to be.',
    fix: {
      terraform: 'Write `tier: …` into `.dr-lint.yaml`, or give `--tier`.',
      cloudformation: 'Write `tier: …` into `.dr-lint.yaml`, or give `--tier`.',
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_objective_defined_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP01'] },
  },
  'vpc/cidr-overlap': {
    title: 'The networks of both Regions can be connected',
    for: 'AWS::EC2::VPC',
    where: { all: [{ value: '$.role', equals: 'recovery' }, { some: { of: 'counterpartOf' } }] },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'note', 'warm-standby': 'warning', 'active-active': 'warning' },
    checks: [
      {
        require: {
          every: {
            of: 'counterpartOf',
            as: 'primary',
            empty: 'pass',
            satisfies: { not: { value: '$edge.cidrOverlap', equals: true } },
          },
        },
        at: '$.properties.CidrBlock',
        message: '{resource} has addresses that {$primary.address} has, too: the two can never be peered.',
      },
    ],
    why: 'Replication over private addresses, and a move of one service at a time, need a connection; AWS refuses one between networks that overlap.',
    fix: {
      terraform: "Give the recovery Region's `aws_vpc` a `cidr_block` of its own.",
      cloudformation: "Give the recovery Region's VPC a `CidrBlock` of its own, best by a parameter.",
    },
    references: ['https://docs.aws.amazon.com/vpc/latest/peering/invalid-peering-configurations.html'],
    standards: { wellArchitected: ['REL02-BP05'] },
  },
  'vpc/dr-vpc': {
    title: 'There is a network in the recovery Region to start something in',
    for: 'workload',
    where: { some: { of: 'contains', where: { value: '$.type', equals: 'AWS::EC2::VPC' } } },
    guards: ['region'],
    level: { 'backup-restore': 'off', 'pilot-light': 'error', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            {
              some: {
                of: 'contains',
                where: {
                  all: [
                    { value: '$.role', equals: 'recovery' },
                    {
                      any: [
                        { value: '$.type', in: ['AWS::EC2::VPC', 'AWS::EC2::Subnet'] },
                        { some: { of: 'runsIn' } },
                        { value: '$.properties.VpcId', is: 'present' },
                      ],
                    },
                  ],
                },
              },
            },
            {
              some: {
                of: 'contains',
                where: { all: [{ value: '$.type', equals: 'AWS::EC2::VPC' }, { some: { of: 'counterpartOf' } }] },
              },
            },
          ],
        },
        at: {
          of: 'contains',
          where: {
            all: [
              { value: '$.type', equals: 'AWS::EC2::VPC' },
              { value: '$.role', equals: 'primary' },
            ],
          },
        },
        message: 'Workload {$.name} promises {tier}, and no network of it is declared in a recovery Region.',
      },
    ],
    why: 'Subnets, routes and security groups are the first thing that everything else needs, and the slowest to get right in an outage.',
    fix: {
      terraform:
        'Declare the network under the provider of the recovery Region, too; best from one module, called twice.',
      cloudformation: "Deploy the network's stack to the recovery Region, too, and name it under `deployments`.",
    },
    references: [
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_planning_for_recovery_disaster_recovery.html',
    ],
    standards: { wellArchitected: ['REL13-BP02', 'REL13-BP04'] },
  },
  'vpc/multi-az-subnets': {
    title: 'A network has private subnets in two Availability Zones',
    for: 'AWS::EC2::VPC',
    where: { count: { of: '$.facts.privateZones[*]', atLeast: 1 } },
    guards: ['zone'],
    level: { 'backup-restore': 'warning', 'pilot-light': 'warning', 'warm-standby': 'error', 'active-active': 'error' },
    checks: [
      {
        require: { count: { of: '$.facts.privateZones[*]', distinct: true, atLeast: 2 } },
        message: '{resource} has private subnets in {value} Availability Zone only.',
      },
    ],
    why: "What runs in the network can't be spread over more zones than its subnets are; databases refuse to.",
    fix: {
      terraform: 'Declare an `aws_subnet` in a second zone, best one for each of `data.aws_availability_zones`.',
      cloudformation: "Declare an `AWS::EC2::Subnet` in a second zone, with `!Select [1, !GetAZs '']`.",
    },
    references: [
      'https://docs.aws.amazon.com/vpc/latest/userguide/vpc-example-private-subnets-nat.html',
      'https://docs.aws.amazon.com/wellarchitected/latest/reliability-pillar/rel_fault_isolation_multiaz_region_system.html',
    ],
    standards: { wellArchitected: ['REL10-BP01'] },
  },
  'vpn/redundant-tunnels': {
    title: 'A VPN ends in two customer gateways',
    for: 'AWS::EC2::VPNConnection',
    guards: ['instance'],
    level: { 'backup-restore': 'note', 'pilot-light': 'warning', 'warm-standby': 'warning', 'active-active': 'error' },
    checks: [
      {
        require: {
          any: [
            {
              some: {
                of: 'belongsTo/contains',
                where: {
                  all: [
                    { value: '$.facts.farEnd', otherThan: '$subject.facts.farEnd' },
                    {
                      any: [
                        { value: '$.properties.VpnGatewayId', equals: '$subject.properties.VpnGatewayId' },
                        { value: '$.properties.TransitGatewayId', equals: '$subject.properties.TransitGatewayId' },
                        {
                          all: [
                            { value: '$.properties.VpnGatewayId', is: 'absent' },
                            { value: '$.properties.TransitGatewayId', is: 'absent' },
                            { value: '$subject.properties.VpnGatewayId', is: 'absent' },
                            { value: '$subject.properties.TransitGatewayId', is: 'absent' },
                          ],
                        },
                      ],
                    },
                  ],
                },
              },
            },
            {
              some: { of: 'belongsTo/contains', where: { value: '$.type', equals: 'AWS::DirectConnect::Connection' } },
            },
          ],
        },
        message: '{resource} is the only way to the other side, and both of its tunnels end in one customer gateway.',
      },
    ],
    why: "AWS's side of a connection has two tunnels; the router on the other side is one, and takes both down with it.",
    fix: {
      terraform: 'Declare a second `aws_customer_gateway` on another device, and an `aws_vpn_connection` to it.',
      cloudformation:
        'Declare a second `AWS::EC2::CustomerGateway` on another device, and an `AWS::EC2::VPNConnection` to it.',
    },
    references: ['https://docs.aws.amazon.com/vpn/latest/s2svpn/vpn-redundant-connection.html'],
    standards: { config: ['vpc-vpn-2-tunnels-up'], securityHub: ['EC2.20'], wellArchitected: ['REL02-BP02'] },
  },
};

export const tierFiles: Readonly<Record<string, TierFile>> = {
  'backup-restore': {
    order: 1,
    cost: 1,
    objectives: { rto: { best: '4h', worst: '24h', exclusive: true }, rpo: { best: '1h', worst: '24h' } },
    steps: { data: 1, compute: 0, traffic: 0 },
    parameters: {
      backupGap: '24h',
      backupRetention: '30d',
      nativeRetention: '7d',
      zones: 2,
      streamRetention: '24h',
      queueRetention: '1d',
      restoreTestGap: '90d',
    },
  },
  'pilot-light': {
    order: 2,
    cost: 2,
    objectives: { rto: { best: '10m', worst: '30m' }, rpo: { best: '60s', worst: '1h' } },
    steps: { data: 2, compute: 1, traffic: 1 },
    parameters: {
      backupGap: '24h',
      backupRetention: '7d',
      nativeRetention: '7d',
      capacityShare: 0,
      zones: 2,
      detection: '120s',
      recordTtl: '300s',
      streamRetention: '24h',
      queueRetention: '1d',
      restoreTestGap: '90d',
    },
  },
  'warm-standby': {
    order: 3,
    cost: 3,
    objectives: { rto: { best: '60s', worst: '10m' }, rpo: { best: '1s', worst: '60s' } },
    steps: { data: 2, compute: 2, traffic: 2 },
    parameters: {
      backupGap: '24h',
      backupRetention: '30d',
      nativeRetention: '30d',
      capacityShare: 0.2,
      zones: 2,
      detection: '90s',
      recordTtl: '60s',
      streamRetention: '48h',
      queueRetention: '4d',
      restoreTestGap: '90d',
    },
  },
  'active-active': {
    order: 4,
    cost: 4,
    objectives: { rto: { best: '0s', worst: '60s' }, rpo: { best: '0s', worst: '1s' } },
    steps: { data: 3, compute: 3, traffic: 3 },
    parameters: {
      backupGap: '4h',
      backupRetention: '90d',
      nativeRetention: '35d',
      capacityShare: 1,
      zones: 3,
      detection: '30s',
      recordTtl: '60s',
      streamRetention: '72h',
      queueRetention: '4d',
      restoreTestGap: '30d',
    },
  },
};

export const groupFiles: GroupsFile = {
  stateful: [
    { type: 'AWS::RDS::DBInstance', where: { value: '$.facts.clusterMember', equals: false } },
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::Redshift::Cluster',
    'AWS::DynamoDB::Table',
    'AWS::Cassandra::Table',
    'AWS::Timestream::Table',
    'AWS::S3::Bucket',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    { type: 'AWS::FSx::FileSystem', where: { value: '$.facts.stateful', equals: true } },
    { type: 'AWS::ElastiCache::ReplicationGroup', where: { value: '$.properties.SnapshotRetentionLimit', atLeast: 1 } },
    'AWS::MemoryDB::Cluster',
    'AWS::DSQL::Cluster',
    'AWS::OpenSearchService::Domain',
    'AWS::Elasticsearch::Domain',
  ],
  'backed-up': [
    { type: 'AWS::RDS::DBInstance', where: { value: '$.facts.clusterMember', equals: false } },
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::Redshift::Cluster',
    'AWS::DynamoDB::Table',
    'AWS::Timestream::Table',
    'AWS::S3::Bucket',
    'AWS::EC2::Volume',
    'AWS::EFS::FileSystem',
    { type: 'AWS::FSx::FileSystem', where: { value: '$.facts.stateful', equals: true } },
    'AWS::DSQL::Cluster',
  ],
  replicated: [
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::Neptune::DBCluster',
    'AWS::DynamoDB::Table',
    'AWS::S3::Bucket',
    'AWS::EFS::FileSystem',
    'AWS::FSx::FileSystem',
    'AWS::ElastiCache::ReplicationGroup',
    'AWS::MemoryDB::Cluster',
    'AWS::SecretsManager::Secret',
  ],
  'launched-from-image': ['AWS::EC2::Instance', 'AWS::EC2::LaunchTemplate', 'AWS::AutoScaling::LaunchConfiguration'],
  zonal: [
    'AWS::EC2::Instance',
    'AWS::EC2::Volume',
    'AWS::EC2::Subnet',
    'AWS::RDS::DBInstance',
    'AWS::RDS::DBCluster',
    'AWS::DocDB::DBCluster',
    'AWS::DocDB::DBInstance',
    'AWS::Neptune::DBCluster',
    'AWS::Neptune::DBInstance',
    'AWS::Redshift::Cluster',
    'AWS::AutoScaling::AutoScalingGroup',
    'AWS::ElasticLoadBalancing::LoadBalancer',
    'AWS::ElastiCache::CacheCluster',
  ],
  'recovery-tooling': [
    'AWS::Lambda::Function',
    'AWS::StepFunctions::StateMachine',
    'AWS::SSM::Document',
    'AWS::SSM::Parameter',
    'AWS::Events::Rule',
    'AWS::Scheduler::Schedule',
    'AWS::CloudWatch::Alarm',
    'AWS::CloudWatch::CompositeAlarm',
    'AWS::CloudWatch::Dashboard',
    'AWS::SNS::Topic',
    'AWS::SQS::Queue',
    'AWS::S3::Bucket',
    'AWS::ECR::Repository',
    'AWS::Route53::RecordSet',
  ],
};
