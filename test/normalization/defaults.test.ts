import { describe, expect, test } from 'vitest';
import { cloudFormation, input, terraform, type Plain } from '../helpers/declared.ts';
import { normalOf, propertyOf } from '../helpers/normal.ts';

interface Row {
  readonly what: string;
  readonly terraform: string;
  readonly cloudFormation: string;
  readonly pointer: string;
  readonly absent: { readonly terraform: unknown; readonly cloudFormation: unknown };
}

function row(terraformType: string, type: string, pointer: string, [hcl, template]: readonly [unknown, unknown]): Row {
  return {
    what: `${type} ${pointer}`,
    terraform: terraformType,
    cloudFormation: type,
    pointer,
    absent: { terraform: hcl, cloudFormation: template },
  };
}

const rows: readonly Row[] = [
  row('aws_db_instance', 'AWS::RDS::DBInstance', '/BackupRetentionPeriod', [0, 1]),
  row('aws_db_instance', 'AWS::RDS::DBInstance', '/MultiAZ', [false, false]),
  row('aws_db_instance', 'AWS::RDS::DBInstance', '/DeleteAutomatedBackups', [true, true]),
  row('aws_rds_cluster', 'AWS::RDS::DBCluster', '/BackupRetentionPeriod', [1, 1]),
  row('aws_dynamodb_table', 'AWS::DynamoDB::Table', '/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled', [
    false,
    false,
  ]),
  row('aws_dynamodb_table', 'AWS::DynamoDB::Table', '/BillingMode', ['PROVISIONED', 'PROVISIONED']),
  row('aws_s3_bucket', 'AWS::S3::Bucket', '/VersioningConfiguration', [undefined, undefined]),
  row('aws_s3_bucket', 'AWS::S3::Bucket', '/ObjectLockEnabled', [false, false]),
  row('aws_autoscaling_group', 'AWS::AutoScaling::AutoScalingGroup', '/HealthCheckGracePeriod', [300, 0]),
  row('aws_autoscaling_group', 'AWS::AutoScaling::AutoScalingGroup', '/HealthCheckType', ['EC2', 'EC2']),
  row('aws_ecs_service', 'AWS::ECS::Service', '/DesiredCount', [0, 1]),
  row('aws_elb', 'AWS::ElasticLoadBalancing::LoadBalancer', '/CrossZone', [true, false]),
  row('aws_lb', 'AWS::ElasticLoadBalancingV2::LoadBalancer', '/Scheme', ['internet-facing', 'internet-facing']),
  row('aws_lb_target_group', 'AWS::ElasticLoadBalancingV2::TargetGroup', '/HealthyThresholdCount', [3, 5]),
  row('aws_lb_target_group', 'AWS::ElasticLoadBalancingV2::TargetGroup', '/UnhealthyThresholdCount', [3, 2]),
  row('aws_route53_health_check', 'AWS::Route53::HealthCheck', '/HealthCheckConfig/RequestInterval', [30, 30]),
  row('aws_nat_gateway', 'AWS::EC2::NatGateway', '/AvailabilityMode', ['zonal', 'zonal']),
  row('aws_kms_key', 'AWS::KMS::Key', '/PendingWindowInDays', [30, 30]),
  row('aws_secretsmanager_secret', 'AWS::SecretsManager::Secret', '/RecoveryWindowInDays', [30, undefined]),
  row('aws_efs_file_system', 'AWS::EFS::FileSystem', '/BackupPolicy/Status', ['DISABLED', 'DISABLED']),
  row('aws_elasticache_replication_group', 'AWS::ElastiCache::ReplicationGroup', '/SnapshotRetentionLimit', [0, 0]),
  row('aws_redshift_cluster', 'AWS::Redshift::Cluster', '/AutomatedSnapshotRetentionPeriod', [1, 1]),
];

describe('when nothing is written', () => {
  test.each(rows)('$what is $absent.terraform in Terraform, $absent.cloudFormation in CloudFormation', (each) => {
    const ofTerraform = propertyOf(normalOf(terraform(`${each.terraform}.orders`, {})), each.pointer);
    const ofTemplate = propertyOf(normalOf(cloudFormation('Orders', each.cloudFormation, {})), each.pointer);
    expect({ terraform: ofTerraform, cloudFormation: ofTemplate }).toEqual(each.absent);
  });

  test('a looked-up resource has no defaults: what the code does not ask for is not known', () => {
    const given = { kind: 'data', sourceType: 'aws_db_instance' } as const;
    const lookup = normalOf(terraform('data.aws_db_instance.orders', { db_instance_identifier: 'orders' }, given));
    expect(propertyOf(lookup, '/DBInstanceIdentifier')).toBe('orders');
    expect(propertyOf(lookup, '/BackupRetentionPeriod')).toEqual({
      $unknown: 'BackupRetentionPeriod of data.aws_db_instance.orders',
    });
  });
});

describe('the backup retention of an instance', () => {
  const cases: readonly {
    what: string;
    terraform: Record<string, Plain>;
    cloudFormation: Record<string, Plain>;
    expected: unknown;
  }[] = [
    {
      what: 'of a read replica is 0 in both languages',
      terraform: { replicate_source_db: 'orders' },
      cloudFormation: { SourceDBInstanceIdentifier: 'orders' },
      expected: [0, 0],
    },
    {
      what: 'restored from a snapshot is inherited, and so unknown',
      terraform: { snapshot_identifier: 'orders-final' },
      cloudFormation: { DBSnapshotIdentifier: 'orders-final' },
      expected: [
        { $unknown: 'the backup retention of what the instance is restored from' },
        { $unknown: 'the backup retention of what the instance is restored from' },
      ],
    },
    {
      what: 'that may be a replica is 0 in Terraform and unknown in CloudFormation',
      terraform: { replicate_source_db: input('var.source') },
      cloudFormation: { SourceDBInstanceIdentifier: input('parameter Source') },
      expected: [0, { $unknown: 'whether the instance is a read replica' }],
    },
    {
      what: 'with an empty snapshot name is the one of a new instance',
      terraform: { snapshot_identifier: '' },
      cloudFormation: { DBSnapshotIdentifier: '' },
      expected: [0, 1],
    },
  ];

  test.each(cases)('$what', (each) => {
    const ofTerraform = normalOf(terraform('aws_db_instance.orders', each.terraform));
    const ofTemplate = normalOf(cloudFormation('Orders', 'AWS::RDS::DBInstance', each.cloudFormation));
    expect([ofTerraform, ofTemplate].map((normal) => propertyOf(normal, '/BackupRetentionPeriod'))).toEqual(
      each.expected,
    );
  });

  test('is not a property of a cluster member', () => {
    const member = cloudFormation('Writer', 'AWS::RDS::DBInstance', { DBClusterIdentifier: 'orders' });
    expect(propertyOf(normalOf(member), '/BackupRetentionPeriod')).toBeUndefined();
    expect(propertyOf(normalOf(member), '/MultiAZ')).toBeUndefined();
  });
});

describe('defaults that go by other properties', () => {
  test.each([
    { what: 'an application load balancer balances across zones', type: 'application', expected: 'true' },
    { what: 'a network load balancer does not', type: 'network', expected: 'false' },
    {
      what: 'of an unknown type it is not known',
      type: input('var.type'),
      expected: { $unknown: 'the default for this Type' },
    },
  ])('$what', ({ type, expected }) => {
    const normal = normalOf(terraform('aws_lb.orders', { load_balancer_type: type }));
    const attributes = propertyOf(normal, '/LoadBalancerAttributes');
    expect(attributes).toContainEqual({ Key: 'load_balancing.cross_zone.enabled', Value: expected });
  });

  test('the desired capacity is the minimum', () => {
    const group = terraform('aws_autoscaling_group.orders', { min_size: 2, max_size: 6 });
    const twin = cloudFormation('Orders', 'AWS::AutoScaling::AutoScalingGroup', { MinSize: '2', MaxSize: '6' });
    expect(propertyOf(normalOf(group), '/DesiredCapacity')).toBe(2);
    expect(propertyOf(normalOf(twin), '/DesiredCapacity')).toBe(2);
  });

  test('a daemon service has no count', () => {
    const service = terraform('aws_ecs_service.agent', { scheduling_strategy: 'DAEMON' });
    expect(propertyOf(normalOf(service), '/DesiredCount')).toBeUndefined();
  });

  test('a stickiness block is on unless it says otherwise', () => {
    const on = terraform('aws_lb_target_group.orders', { stickiness: [{ type: 'lb_cookie' }] });
    const off = terraform('aws_lb_target_group.orders', {});
    const sticky = { Key: 'stickiness.enabled', Value: 'true' };
    expect(propertyOf(normalOf(on), '/TargetGroupAttributes')).toContainEqual(sticky);
    expect(propertyOf(normalOf(off), '/TargetGroupAttributes')).not.toContainEqual(sticky);
  });
});
