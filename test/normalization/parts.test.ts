import { describe, expect, test } from 'vitest';
import type { NormalResource } from '../../src/normalization/normal-resource.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../helpers/declared.ts';
import { normalOf, propertyOf } from '../helpers/normal.ts';
import { plainDocument } from '../helpers/plain-document.ts';

function labels(normal: NormalResource): readonly string[] {
  return normal.parts.map(({ label }) => label);
}

function plan(rules: Plain): NormalResource {
  return normalOf(terraform('aws_backup_plan.orders', { name: 'orders', rule: rules }));
}

describe('rules of a backup plan', () => {
  test('are named by their name', () => {
    const normal = plan([{ rule_name: 'hourly' }, { rule_name: 'da"ily' }]);
    expect(labels(normal)).toEqual(['rule["hourly"]', String.raw`rule["da\"ily"]`]);
    expect(normal.parts.map(({ type, pointer }) => [type, pointer])).toEqual([
      ['AWS::Backup::BackupPlan.BackupRuleResourceType', '/BackupPlan/BackupPlanRule/0'],
      ['AWS::Backup::BackupPlan.BackupRuleResourceType', '/BackupPlan/BackupPlanRule/1'],
    ]);
  });

  test('are named by their position when the name is unknown or taken', () => {
    const normal = plan([{ rule_name: input('var.name') }, { rule_name: 'daily' }, { rule_name: 'daily' }]);
    expect(labels(normal)).toEqual(['rule[0]', 'rule["daily"]', 'rule[2]']);
  });

  test('that are unknown have unknown properties, not absent ones', () => {
    const [part] = plan([input('var.rules')]).parts;
    expect(part?.label).toBe('rule[0]');
    expect(plainDocument(part?.properties['CopyActions'])).toEqual({ $unknown: 'var.rules' });
  });

  test('of which not even the number is known are one part', () => {
    expect(labels(plan(input('var.rules')))).toEqual(['rule[*]']);
    const whole = { BackupPlan: input('Plan', 'pseudo-parameter') };
    expect(labels(normalOf(cloudFormation('Orders', 'AWS::Backup::BackupPlan', whole)))).toEqual(['rule[*]']);
  });
});

describe('the Regions of a table', () => {
  const replicas = [{ Region: 'us-east-1' }, { Region: 'eu-west-1' }];

  function globalTable(items: Plain, region: Parameters<typeof terraform>[2]): NormalResource {
    return normalOf(
      cloudFormation('Orders', 'AWS::DynamoDB::GlobalTable', { TableName: 'orders', Replicas: items }, region),
    );
  }

  test('are a table in the own Region and a part in every other', () => {
    const normal = globalTable(replicas, { region: 'us-east-1' });
    expect(normal.type).toBe('AWS::DynamoDB::Table');
    expect(labels(normal)).toEqual(['replica["eu-west-1"]']);
  });

  test('are told apart when both are the same unknown', () => {
    const here = input('AWS::Region', 'pseudo-parameter');
    const normal = globalTable([{ Region: here }, { Region: 'eu-west-1' }], { region: here });
    expect(labels(normal)).toEqual(['replica["eu-west-1"]']);
  });

  test('are all parts while none is certainly the own', () => {
    const normal = globalTable(replicas, { region: input('AWS::Region', 'pseudo-parameter') });
    expect(labels(normal)).toEqual(['replica["us-east-1"]', 'replica["eu-west-1"]']);
  });

  test('give the own table what its own entry says', () => {
    const normal = globalTable(
      [
        {
          Region: 'us-east-1',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          Tags: [{ Key: 'backup', Value: 'daily' }],
        },
        { Region: 'eu-west-1' },
      ],
      { region: 'us-east-1' },
    );
    expect(propertyOf(normal, '/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled')).toBe(true);
    expect(plainDocument(normal.tags.values)).toEqual({ backup: 'daily' });
    expect(normal.origins.get('/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled')?.how).toBe('written');
  });

  test('give the own table what all share when its entry is not known, else nothing certain', () => {
    const normal = globalTable(
      [
        {
          Region: 'us-east-1',
          PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true },
          DeletionProtectionEnabled: true,
        },
        { Region: 'eu-west-1', PointInTimeRecoverySpecification: { PointInTimeRecoveryEnabled: true } },
      ],
      { region: input('AWS::Region', 'pseudo-parameter') },
    );
    expect(propertyOf(normal, '/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled')).toBe(true);
    expect(propertyOf(normal, '/DeletionProtectionEnabled')).toEqual({ $unknown: "which replica is the stack's own" });
  });

  test("do not make a part of Terraform's own Region, whether of the provider or of the resource", () => {
    const replica = [{ region_name: 'us-east-1' }, { region_name: 'us-west-2' }];
    const byProvider = terraform('aws_dynamodb_table.orders', { name: 'orders', replica });
    const byArgument = terraform('aws_dynamodb_table.orders', { name: 'orders', replica, region: 'us-west-2' });
    expect(labels(normalOf(byProvider))).toEqual(['replica["us-west-2"]']);
    expect(labels(normalOf(byArgument))).toEqual(['replica["us-east-1"]']);
    expect(propertyOf(normalOf(byProvider), '/Replicas')).toHaveLength(2);
  });

  test('of the old kind of global table are those of every table with its name', () => {
    const primary = terraform('aws_dynamodb_table.east', { name: 'orders' });
    const secondary = terraform(
      'aws_dynamodb_table.west',
      { name: 'orders' },
      { region: 'us-west-2', scope: 'infra west' },
    );
    const global = terraform('aws_dynamodb_global_table.orders', {
      name: 'orders',
      replica: [{ region_name: 'us-east-1' }, { region_name: 'us-west-2' }],
    });
    expect(labels(normalOf(primary, secondary, global))).toEqual(['replica["us-west-2"]']);
    expect(labels(normalOf(secondary, primary, global))).toEqual(['replica["us-east-1"]']);
  });
});

describe('records of a group', () => {
  const zone = cloudFormation('Zone', 'AWS::Route53::HostedZone', { Name: 'example.com' });
  const group = normalOf(
    cloudFormation('Records', 'AWS::Route53::RecordSetGroup', {
      HostedZoneId: reference(zone, 'Ref'),
      RecordSets: [
        { Name: 'shop.example.com', Type: 'A', SetIdentifier: 'primary', TTL: '60' },
        { Name: 'shop.example.com', Type: 'A', SetIdentifier: 'secondary', HostedZoneId: 'Z2' },
      ],
    }),
  );

  test('are records', () => {
    expect(group.parts.map(({ type, label }) => `${type} ${label}`)).toEqual([
      'AWS::Route53::RecordSet record["shop.example.com A primary"]',
      'AWS::Route53::RecordSet record["shop.example.com A secondary"]',
    ]);
    expect(group.parts[0]?.properties['TTL']).toBe(60);
  });

  test("have the group's zone unless they state one, with its link", () => {
    expect(plainDocument(group.parts[0]?.properties['HostedZoneId'])).toEqual({ $ref: 'Zone.Ref' });
    expect(group.links.get('/RecordSets/0/HostedZoneId')).toEqual([{ to: zone.id, attribute: 'Ref' }]);
    expect(group.parts[1]?.properties['HostedZoneId']).toBe('Z2');
  });
});

test("Terraform's inline routes are routes of the table they stand in", () => {
  const table = terraform('aws_route_table.private', {
    vpc_id: 'vpc-1',
    route: [{ cidr_block: '0.0.0.0/0', nat_gateway_id: 'nat-1' }],
  });
  const normal = normalOf(table);
  expect(normal.parts.map(({ type, label }) => `${type} ${label}`)).toEqual(['AWS::EC2::Route route["0.0.0.0/0"]']);
  expect(plainDocument(normal.parts[0]?.properties)).toEqual({
    DestinationCidrBlock: '0.0.0.0/0',
    NatGatewayId: 'nat-1',
    RouteTableId: { $ref: 'aws_route_table.private.id' },
  });
  expect(normal.links.get('/Routes/0/RouteTableId')).toEqual([{ to: table.id, attribute: 'id' }]);
});

test('replication rules, snapshot schedules and replicas of secrets are parts', () => {
  const bucket = terraform('aws_s3_bucket.orders', {
    replication_configuration: [{ role: 'r', rules: [{ id: 'all', status: 'Enabled' }] }],
  });
  const secret = terraform('aws_secretsmanager_secret.db', { replica: [{ region: 'us-west-2' }] });
  const snapshots = terraform('aws_dlm_lifecycle_policy.daily', {
    policy_details: [{ schedule: [{ name: 'daily' }] }],
  });
  expect(labels(normalOf(bucket))).toEqual(['rule["all"]']);
  expect(labels(normalOf(secret))).toEqual(['replica["us-west-2"]']);
  expect(labels(normalOf(snapshots))).toEqual(['schedule["daily"]']);
});
