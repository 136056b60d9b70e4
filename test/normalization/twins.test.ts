/** The same infrastructure in both languages has the same properties. */
import { expect, test } from 'vitest';
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import { tables } from '../../src/normalization/tables.ts';
import { cloudFormation, input, terraform } from '../helpers/declared.ts';
import { normalOf } from '../helpers/normal.ts';
import { plainDocument } from '../helpers/plain-document.ts';

interface Twin {
  readonly what: string;
  readonly terraform: readonly [DeclaredResource, ...DeclaredResource[]];
  readonly cloudFormation: DeclaredResource;
}

/** Facts that only one language states (a skipped final snapshot) are no part of a twin. */
const oneSided = new Set(
  tables.flatMap(({ type, properties }) =>
    Object.entries(properties).flatMap(([property, field]) =>
      'api' in field && field.api !== undefined ? [`${type} ${property}`] : [],
    ),
  ),
);

const bucketName = { bucket: 'orders' };

const twins: readonly Twin[] = [
  {
    what: 'a database instance',
    terraform: [
      terraform('aws_db_instance.orders', {
        identifier: 'orders',
        engine: 'postgres',
        instance_class: 'db.m6g.large',
        allocated_storage: 100,
        multi_az: true,
        backup_retention_period: 7,
        storage_encrypted: true,
        tags: { backup: 'daily', team: 'shop' },
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'orders',
      Engine: 'postgres',
      DBInstanceClass: 'db.m6g.large',
      AllocatedStorage: '100',
      MultiAZ: 'true',
      BackupRetentionPeriod: '7',
      StorageEncrypted: true,
      Tags: [
        { Key: 'team', Value: 'shop' },
        { Key: 'backup', Value: 'daily' },
      ],
    }),
  },
  {
    what: 'an Aurora cluster',
    terraform: [
      terraform('aws_rds_cluster.orders', {
        cluster_identifier: 'orders',
        engine: 'aurora-mysql',
        backtrack_window: 3600,
        availability_zones: ['us-east-1a', 'us-east-1b'],
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::RDS::DBCluster', {
      DBClusterIdentifier: 'orders',
      Engine: 'aurora-mysql',
      BacktrackWindow: 3600,
      AvailabilityZones: ['us-east-1a', 'us-east-1b'],
    }),
  },
  {
    what: 'a member of an Aurora cluster',
    terraform: [
      terraform('aws_rds_cluster_instance.writer', {
        identifier: 'orders-1',
        cluster_identifier: 'orders',
        engine: 'aurora-mysql',
        instance_class: 'db.r6g.large',
        promotion_tier: 1,
      }),
    ],
    cloudFormation: cloudFormation('Writer', 'AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'orders-1',
      DBClusterIdentifier: 'orders',
      Engine: 'aurora-mysql',
      DBInstanceClass: 'db.r6g.large',
    }),
  },
  {
    what: 'an instance whose automated backups are replicated',
    terraform: [
      terraform('aws_db_instance.orders', { identifier: 'orders', backup_retention_period: 14 }),
      terraform(
        'aws_db_instance_automated_backups_replication.orders',
        { source_db_instance_arn: 'arn:aws:rds:us-east-1:111122223333:db:orders', retention_period: 14 },
        { region: 'us-west-2', scope: 'infra dr' },
      ),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::RDS::DBInstance', {
      DBInstanceIdentifier: 'orders',
      BackupRetentionPeriod: 14,
      AutomaticBackupReplicationRegion: 'us-west-2',
    }),
  },
  {
    what: 'a versioned, replicated and locked bucket',
    terraform: [
      terraform('aws_s3_bucket.orders', { bucket: 'orders', object_lock_enabled: true }),
      terraform('aws_s3_bucket_versioning.orders', {
        ...bucketName,
        versioning_configuration: [{ status: 'Enabled' }],
      }),
      terraform('aws_s3_bucket_replication_configuration.orders', {
        ...bucketName,
        role: 'arn:aws:iam::111122223333:role/replication',
        rule: [
          {
            id: 'all',
            status: 'Enabled',
            filter: [{ and: [{ prefix: 'invoices/', tags: { keep: 'yes' } }] }],
            delete_marker_replication: [{ status: 'Disabled' }],
            destination: [
              {
                bucket: 'arn:aws:s3:::orders-dr',
                replication_time: [{ status: 'Enabled', time: [{ minutes: 15 }] }],
                metrics: [{ status: 'Enabled', event_threshold: [{ minutes: 15 }] }],
              },
            ],
          },
        ],
      }),
      terraform('aws_s3_bucket_object_lock_configuration.orders', {
        ...bucketName,
        object_lock_enabled: 'Enabled',
        rule: [{ default_retention: [{ mode: 'COMPLIANCE', days: 30 }] }],
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::S3::Bucket', {
      BucketName: 'orders',
      ObjectLockEnabled: true,
      VersioningConfiguration: { Status: 'Enabled' },
      ReplicationConfiguration: {
        Role: 'arn:aws:iam::111122223333:role/replication',
        Rules: [
          {
            Id: 'all',
            Status: 'Enabled',
            Filter: { And: { Prefix: 'invoices/', TagFilters: [{ Key: 'keep', Value: 'yes' }] } },
            DeleteMarkerReplication: { Status: 'Disabled' },
            Destination: {
              Bucket: 'arn:aws:s3:::orders-dr',
              ReplicationTime: { Status: 'Enabled', Time: { Minutes: 15 } },
              Metrics: { Status: 'Enabled', EventThreshold: { Minutes: 15 } },
            },
          },
        ],
      },
      ObjectLockConfiguration: {
        ObjectLockEnabled: 'Enabled',
        Rule: { DefaultRetention: { Mode: 'COMPLIANCE', Days: 30 } },
      },
    }),
  },
  {
    what: 'a bucket in the old inline syntax',
    terraform: [
      terraform('aws_s3_bucket.orders', {
        bucket: 'orders',
        versioning: [{ enabled: true }],
        lifecycle_rule: [{ enabled: true, noncurrent_version_expiration: [{ days: 90 }] }],
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::S3::Bucket', {
      BucketName: 'orders',
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: {
        Rules: [{ Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } }],
      },
    }),
  },
  {
    what: 'a backup selection',
    terraform: [
      terraform('aws_backup_selection.tagged', {
        name: 'tagged',
        plan_id: 'plan',
        iam_role_arn: 'arn:aws:iam::111122223333:role/backup',
        resources: ['*'],
        selection_tag: [{ type: 'STRINGEQUALS', key: 'backup', value: 'daily' }],
        condition: [{ string_equals: [{ key: 'aws:ResourceTag/stage', value: 'prod' }] }],
      }),
    ],
    cloudFormation: cloudFormation('Tagged', 'AWS::Backup::BackupSelection', {
      BackupPlanId: 'plan',
      BackupSelection: {
        SelectionName: 'tagged',
        IamRoleArn: 'arn:aws:iam::111122223333:role/backup',
        Resources: ['*'],
        ListOfTags: [{ ConditionType: 'STRINGEQUALS', ConditionKey: 'backup', ConditionValue: 'daily' }],
        Conditions: { StringEquals: [{ ConditionKey: 'aws:ResourceTag/stage', ConditionValue: 'prod' }] },
      },
    }),
  },
  {
    what: 'a locked vault with a policy',
    terraform: [
      terraform('aws_backup_vault.dr', { name: 'dr' }),
      terraform('aws_backup_vault_lock_configuration.dr', {
        backup_vault_name: 'dr',
        min_retention_days: 7,
        changeable_for_days: 3,
      }),
      terraform('aws_backup_vault_policy.dr', {
        backup_vault_name: 'dr',
        policy: '{"Statement":[{"Effect":"Deny","Action":"backup:DeleteRecoveryPoint"}]}',
      }),
    ],
    cloudFormation: cloudFormation('Vault', 'AWS::Backup::BackupVault', {
      BackupVaultName: 'dr',
      LockConfiguration: { MinRetentionDays: '7', ChangeableForDays: '3' },
      AccessPolicy: { Statement: [{ Effect: 'Deny', Action: 'backup:DeleteRecoveryPoint' }] },
    }),
  },
  {
    what: 'a table with a replica',
    terraform: [
      terraform('aws_dynamodb_table.orders', {
        name: 'orders',
        billing_mode: 'PAY_PER_REQUEST',
        hash_key: 'id',
        point_in_time_recovery: [{ enabled: true }],
        deletion_protection_enabled: true,
        replica: [
          { region_name: 'eu-west-1', point_in_time_recovery: true },
          { region_name: 'us-east-1', point_in_time_recovery: true, deletion_protection_enabled: true },
        ],
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::DynamoDB::GlobalTable', {
      TableName: 'orders',
      BillingMode: 'PAY_PER_REQUEST',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      Replicas: [
        { Region: 'eu-west-1', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
        {
          Region: 'us-east-1',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          DeletionProtectionEnabled: 'true',
        },
      ],
    }),
  },
  {
    what: 'a load balancer',
    terraform: [
      terraform('aws_alb.orders', {
        name: 'orders',
        internal: true,
        subnets: ['subnet-1', 'subnet-2'],
        enable_deletion_protection: true,
      }),
    ],
    cloudFormation: cloudFormation('Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
      Name: 'orders',
      Scheme: 'internal',
      Subnets: ['subnet-1', 'subnet-2'],
      LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: true }],
    }),
  },
  {
    what: 'a failover record',
    terraform: [
      terraform('aws_route53_record.primary', {
        zone_id: 'Z1',
        name: 'shop.example.com',
        type: 'A',
        set_identifier: 'primary',
        failover_routing_policy: [{ type: 'PRIMARY' }],
        health_check_id: 'check',
        alias: [{ name: 'lb.example.com', zone_id: 'Z2', evaluate_target_health: true }],
      }),
    ],
    cloudFormation: cloudFormation('Primary', 'AWS::Route53::RecordSet', {
      HostedZoneId: 'Z1',
      Name: 'shop.example.com',
      Type: 'A',
      SetIdentifier: 'primary',
      Failover: 'PRIMARY',
      HealthCheckId: 'check',
      AliasTarget: { DNSName: 'lb.example.com', HostedZoneId: 'Z2', EvaluateTargetHealth: 'true' },
    }),
  },
  {
    what: 'a record with a time to live and an unknown weight',
    terraform: [
      terraform('aws_route53_record.blue', {
        zone_id: 'Z1',
        name: 'shop.example.com',
        type: 'CNAME',
        ttl: 60,
        records: ['blue.example.com'],
        weighted_routing_policy: [{ weight: input('weight') }],
      }),
    ],
    cloudFormation: cloudFormation('Blue', 'AWS::Route53::RecordSet', {
      HostedZoneId: 'Z1',
      Name: 'shop.example.com',
      Type: 'CNAME',
      TTL: '60',
      ResourceRecords: ['blue.example.com'],
      Weight: input('weight'),
    }),
  },
  {
    what: 'an alarm',
    terraform: [
      terraform('aws_cloudwatch_metric_alarm.lag', {
        alarm_name: 'lag',
        metric_name: 'ReplicaLag',
        namespace: 'AWS/RDS',
        threshold: 60,
        dimensions: { DBInstanceIdentifier: 'orders' },
      }),
    ],
    cloudFormation: cloudFormation('Lag', 'AWS::CloudWatch::Alarm', {
      AlarmName: 'lag',
      MetricName: 'ReplicaLag',
      Namespace: 'AWS/RDS',
      Threshold: '60',
      Dimensions: [{ Name: 'DBInstanceIdentifier', Value: 'orders' }],
    }),
  },
  {
    what: 'a snapshot policy',
    terraform: [
      terraform('aws_dlm_lifecycle_policy.daily', {
        state: 'ENABLED',
        policy_details: [
          {
            resource_types: ['VOLUME'],
            target_tags: { snapshot: 'true' },
            schedule: [
              {
                name: 'daily',
                create_rule: [{ interval: 24, interval_unit: 'HOURS' }],
                retain_rule: [{ count: 7 }],
                cross_region_copy_rule: [{ target: 'us-west-2', encrypted: true }],
              },
            ],
          },
        ],
      }),
    ],
    cloudFormation: cloudFormation('Daily', 'AWS::DLM::LifecyclePolicy', {
      State: 'ENABLED',
      PolicyDetails: {
        ResourceTypes: ['VOLUME'],
        TargetTags: [{ Key: 'snapshot', Value: 'true' }],
        Schedules: [
          {
            Name: 'daily',
            CreateRule: { Interval: 24, IntervalUnit: 'HOURS' },
            RetainRule: { Count: 7 },
            CrossRegionCopyRules: [{ Target: 'us-west-2', Encrypted: true }],
          },
        ],
      },
    }),
  },
  {
    what: 'a file system for Windows',
    terraform: [
      terraform('aws_fsx_windows_file_system.share', {
        deployment_type: 'MULTI_AZ_1',
        automatic_backup_retention_days: 30,
        subnet_ids: ['subnet-1', 'subnet-2'],
      }),
    ],
    cloudFormation: cloudFormation('Share', 'AWS::FSx::FileSystem', {
      FileSystemType: 'WINDOWS',
      SubnetIds: ['subnet-1', 'subnet-2'],
      WindowsConfiguration: { DeploymentType: 'MULTI_AZ_1' },
    }),
  },
  {
    what: 'a keyspace table',
    terraform: [
      terraform('aws_keyspaces_table.orders', {
        keyspace_name: 'shop',
        table_name: 'orders',
        point_in_time_recovery: [{ status: 'ENABLED' }],
      }),
    ],
    cloudFormation: cloudFormation('Orders', 'AWS::Cassandra::Table', {
      KeyspaceName: 'shop',
      TableName: 'orders',
      PointInTimeRecoveryEnabled: 'true',
    }),
  },
  {
    what: 'a queue with a dead-letter queue',
    terraform: [
      terraform('aws_sqs_queue.orders', {
        name: 'orders',
        redrive_policy: '{"deadLetterTargetArn":"arn:aws:sqs:us-east-1:111122223333:dead","maxReceiveCount":5}',
      }),
    ],
    cloudFormation: cloudFormation('Queue', 'AWS::SQS::Queue', {
      QueueName: 'orders',
      RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:111122223333:dead', maxReceiveCount: 5 },
    }),
  },
  {
    what: 'a NAT gateway',
    terraform: [terraform('aws_nat_gateway.a', { subnet_id: 'subnet-1' })],
    cloudFormation: cloudFormation('Nat', 'AWS::EC2::NatGateway', { SubnetId: 'subnet-1' }),
  },
];

test.each(twins)('$what', (twin) => {
  const [main, ...satellites] = twin.terraform;
  const ofTerraform = normalOf(main, ...satellites);
  const ofTemplate = normalOf(twin.cloudFormation);
  const common = Object.entries(ofTerraform.properties).filter(
    ([property]) => !oneSided.has(`${ofTerraform.type} ${property}`),
  );
  expect(ofTerraform.type).toBe(ofTemplate.type);
  expect(Object.fromEntries(common.map(([property, value]) => [property, plainDocument(value)]))).toEqual(
    plainDocument(ofTemplate.properties),
  );
  expect(plainDocument(ofTerraform.tags.values)).toEqual(plainDocument(ofTemplate.tags.values));
  expect(ofTerraform.parts.map(({ type, label }) => `${type} ${label}`)).toEqual(
    ofTemplate.parts.map(({ type, label }) => `${type} ${label}`),
  );
});
