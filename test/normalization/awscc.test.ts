/** Resources of the awscc provider are CloudFormation's own, in snake case: one rule for names, the same normal form. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toDocument } from '../../src/core/to-document.ts';
import { list, map, scalar, type Value } from '../../src/core/value.ts';
import type { DeclaredResource } from '../../src/evaluation/declared-resource.ts';
import type { Field, Fields } from '../../src/normalization/fields.ts';
import { pascalCase, snakeCase } from '../../src/normalization/locate.ts';
import type { ResourceTable } from '../../src/normalization/resource-table.ts';
import { tableOf } from '../../src/normalization/tables.ts';
import { cloudFormation, type Plain } from '../helpers/declared.ts';
import { normalOf } from '../helpers/normal.ts';
import { plainDocument } from '../helpers/plain-document.ts';

describe('names', () => {
  // https://github.com/hashicorp/terraform-provider-awscc/blob/main/internal/naming/naming_test.go, and the provider's documentation
  test.each([
    ['GlobalReplicationGroupDescription', 'global_replication_group_description'],
    ['S3Bucket', 's3_bucket'],
    ['AWS99Thing', 'aws99_thing'],
    ['DBInstanceIdentifier', 'db_instance_identifier'],
    ['VPCZoneIdentifier', 'vpc_zone_identifier'],
    ['TargetGroupARNs', 'target_group_ar_ns'],
    ['Ipv4IpamPoolId', 'ipv_4_ipam_pool_id'],
    ['OpenZFSConfiguration', 'open_zfs_configuration'],
    ['CloudWatchLogGroupArn', 'cloudwatch_log_group_arn'],
    ['CNAMEs', 'cnames'],
  ])('%s is %s, and back', (property, attribute) => {
    expect(snakeCase(property)).toBe(attribute);
    expect(['S3Bucket', 'AWS99Thing'].includes(property) ? property : pascalCase(attribute)).toBe(property);
  });

  const facts: { readonly cloudformation: Readonly<Record<string, Readonly<Record<string, string>>>> } = JSON.parse(
    readFileSync(new URL('../../fixtures/schema-facts.json', import.meta.url), 'utf8'),
  );

  test('every property of CloudFormation that types spell alike is found again', () => {
    const spellings = new Map<string, Set<string>>();
    for (const path of Object.values(facts.cloudformation).flatMap((paths) => Object.keys(paths))) {
      const property = path.split('.').at(-1) ?? '';
      const attribute = snakeCase(property);
      spellings.set(attribute, (spellings.get(attribute) ?? new Set()).add(property));
    }
    const alike = [...spellings].filter(([, properties]) => properties.size === 1);
    expect(alike.length).toBeGreaterThan(1000);
    expect(alike.filter(([attribute, properties]) => !properties.has(pascalCase(attribute)))).toEqual([]);
  });
});

/** The same declaration for the awscc provider: keys in snake case, JSON documents as text. */
function forAwscc(resource: DeclaredResource): DeclaredResource {
  const [, service = '', name = ''] = resource.sourceType.split('::');
  const table = tableOf(resource);
  const attributes = renamed(resource.attributes, table?.properties ?? {}, table);
  if (attributes.kind !== 'map') throw new Error('attributes must stay a map');
  return {
    ...resource,
    language: 'terraform',
    sourceType: `awscc_${service.toLowerCase()}_${snakeCase(name)}`,
    attributes,
  };
}

function renamed(value: Value, fields: Fields, table?: ResourceTable): Value {
  if (value.kind === 'list') return list(value.items.map((item) => renamed(item, fields)));
  if (value.kind !== 'map') return value;
  const entries = [...value.entries].map(([key, member]): [string, Value] => [
    snakeCase(key),
    key === table?.tags?.property && table.tags.form === 'map' ? member : memberFor(member, fields[key]),
  ]);
  return map(new Map(entries));
}

function memberFor(member: Value, field: Field | undefined): Value {
  if (field?.kind === 'policy')
    return member.kind === 'map' ? scalar(JSON.stringify(plainDocument(toDocument(member)))) : member;
  if (field?.kind === 'map') return member;
  if (field?.kind === 'named' && member.kind === 'map') {
    return map(new Map([...member.entries].map(([name, item]) => [name, renamed(item, field.members)])));
  }
  return renamed(member, field !== undefined && 'members' in field ? field.members : {});
}

const templates: readonly { type: string; properties: Record<string, Plain> }[] = [
  {
    type: 'AWS::RDS::DBInstance',
    properties: {
      DBInstanceIdentifier: 'orders',
      MultiAZ: true,
      SourceDBInstanceIdentifier: 'arn:aws:rds:us-west-2:111122223333:db:orders',
      Tags: [{ Key: 'backup', Value: 'daily' }],
    },
  },
  {
    type: 'AWS::DynamoDB::GlobalTable',
    properties: {
      TableName: 'carts',
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
      Replicas: [
        { Region: 'us-east-1', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
        { Region: 'us-west-2', DeletionProtectionEnabled: true },
      ],
    },
  },
  {
    type: 'AWS::S3::Bucket',
    properties: {
      BucketName: 'orders',
      VersioningConfiguration: { Status: 'Enabled' },
      LifecycleConfiguration: { Rules: [{ Status: 'Enabled', NoncurrentVersionExpirationInDays: 30 }] },
      ReplicationConfiguration: {
        Role: 'replication',
        Rules: [{ Id: 'all', Status: 'Enabled', Destination: { Bucket: 'arn:aws:s3:::orders-dr' } }],
      },
    },
  },
  {
    type: 'AWS::SQS::Queue',
    properties: { QueueName: 'orders', RedrivePolicy: { deadLetterTargetArn: 'dead', maxReceiveCount: 5 } },
  },
  {
    type: 'AWS::Backup::BackupVault',
    properties: {
      BackupVaultName: 'daily',
      BackupVaultTags: { cost_center: 'shop' },
      LockConfiguration: { MinRetentionDays: 7 },
    },
  },
  {
    type: 'AWS::ElasticLoadBalancingV2::LoadBalancer',
    properties: { LoadBalancerAttributes: [{ Key: 'deletion_protection.enabled', Value: 'true' }] },
  },
  {
    type: 'AWS::AutoScaling::AutoScalingGroup',
    properties: { MinSize: '2', MaxSize: '4', TargetGroupARNs: ['web'], VPCZoneIdentifier: ['subnet-1', 'subnet-2'] },
  },
  {
    type: 'AWS::FIS::ExperimentTemplate',
    properties: {
      Actions: { stop_all: { ActionId: 'aws:ec2:stop-instances', Parameters: { start_after: 'PT10M' } } },
      StopConditions: [{ Source: 'none' }],
    },
  },
  {
    type: 'AWS::FSx::FileSystem',
    properties: { FileSystemType: 'OPENZFS', OpenZFSConfiguration: { DeploymentType: 'MULTI_AZ_1' } },
  },
];

test.each(templates)('$type has one normal form', ({ type, properties }) => {
  const ofTemplate = cloudFormation('Orders', type, properties);
  const normal = normalOf(forAwscc(ofTemplate));
  const expected = normalOf(ofTemplate);
  expect(normal.type).toBe(expected.type);
  expect(plainDocument(normal.properties)).toEqual(plainDocument(expected.properties));
  expect(plainDocument(normal.tags.values)).toEqual(plainDocument(expected.tags.values));
  expect(normal.parts.map(({ label }) => label)).toEqual(expected.parts.map(({ label }) => label));
});
