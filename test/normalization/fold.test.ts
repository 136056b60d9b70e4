import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/normalization/normalize.ts';
import { input, reference, template, terraform, through, type Given, type Plain } from '../helpers/declared.ts';
import { normalOf, propertyOf } from '../helpers/normal.ts';

const orders = terraform('aws_s3_bucket.orders', { bucket: 'orders' });
const unnamed = terraform('aws_s3_bucket.orders', {});

function versioning(bucket: Plain, given: Given = {}): ReturnType<typeof terraform> {
  return terraform(
    'aws_s3_bucket_versioning.orders',
    { bucket, versioning_configuration: [{ status: 'Enabled' }] },
    given,
  );
}

const maybe = { key: 'infra:var.versioned', reason: { code: 'input', subject: 'var.versioned', cure: '' } } as const;

describe('a satellite joins what it configures', () => {
  test.each([
    { what: 'by reference to its id', bucket: orders, satellite: versioning(reference(orders, 'id')) },
    { what: 'by a literal that came through it', bucket: orders, satellite: versioning(through('orders', orders)) },
    { what: 'by the same literal name', bucket: orders, satellite: versioning('orders') },
    {
      what: 'by the same unknown name',
      bucket: terraform('aws_s3_bucket.orders', { bucket: input('var.name') }),
      satellite: versioning(input('var.name')),
    },
    {
      what: 'by the same template',
      bucket: terraform('aws_s3_bucket.orders', { bucket: template('orders-', input('var.stage')) }),
      satellite: versioning(template('orders-', input('var.stage'))),
    },
    {
      what: 'in another Region, where the name is unique everywhere',
      bucket: orders,
      satellite: versioning('orders', { scope: 'infra dr', region: 'us-west-2' }),
    },
    {
      what: 'when both exist under the same condition',
      bucket: terraform('aws_s3_bucket.orders', {}, { exists: 'unknown', existsBecause: maybe }),
      satellite: versioning(reference(unnamed, 'id'), { exists: 'unknown', existsBecause: maybe }),
    },
  ])('$what', ({ bucket, satellite }) => {
    const normal = normalOf(bucket, satellite);
    expect(propertyOf(normal, '/VersioningConfiguration')).toEqual({ Status: 'Enabled' });
    expect(normal.folded).toEqual([satellite]);
    expect(normalize([bucket, satellite]).value).toHaveLength(1);
  });

  test('through another satellite', () => {
    const first = versioning(reference(unnamed, 'id'));
    const second = terraform('aws_s3_bucket_replication_configuration.orders', {
      bucket: reference(first, 'id'),
      role: 'replication',
    });
    expect(propertyOf(normalOf(unnamed, first, second), '/ReplicationConfiguration')).toEqual({ Role: 'replication' });
  });
});

describe('a satellite that may be of several resources', () => {
  const invoices = terraform('aws_s3_bucket.invoices', { bucket: 'invoices' });
  const satellite = versioning(input('var.bucket'));

  test('leaves the property of each open', () => {
    for (const bucket of [orders, invoices]) {
      expect(propertyOf(normalOf(bucket, orders, invoices, satellite), '/VersioningConfiguration')).toEqual({
        $unknown: 'var.bucket',
      });
    }
  });

  test('is still a resource of its own', () => {
    const types = normalize([orders, satellite]).value.map(({ type }) => type);
    expect(types).toEqual(['AWS::S3::Bucket', 'aws_s3_bucket_versioning']);
  });

  test('changes nothing where another satellite decides', () => {
    const own = terraform('aws_s3_bucket_versioning.own', {
      bucket: 'invoices',
      versioning_configuration: [{ status: 'Suspended' }],
    });
    const normal = normalOf(invoices, orders, own, satellite);
    expect(propertyOf(normal, '/VersioningConfiguration')).toEqual({ Status: 'Suspended' });
  });

  test('changes nothing where an inline block decides', () => {
    const inline = terraform('aws_s3_bucket.inline', { versioning: [{ enabled: true }] });
    expect(propertyOf(normalOf(inline, satellite), '/VersioningConfiguration')).toEqual({ Status: 'Enabled' });
  });

  test('is not one whose target a lookup or an unread module names', () => {
    for (const code of ['data-source', 'unresolved-module'] as const) {
      const elsewhere = versioning(input('module.bucket.id', code));
      expect(propertyOf(normalOf(orders, elsewhere), '/VersioningConfiguration')).toBeUndefined();
    }
  });
});

describe('a satellite of nothing that is declared', () => {
  test.each([
    { what: 'another name', bucket: 'invoices' },
    { what: 'a name that only starts like it', bucket: through('orders-logs', orders) },
    { what: 'a name made of its id', bucket: template(reference(orders, 'id'), '-logs') },
  ])('stands alone: $what', ({ bucket }) => {
    const types = normalize([orders, versioning(bucket)]).value.map(({ type }) => type);
    expect(types).toEqual(['AWS::S3::Bucket', 'aws_s3_bucket_versioning']);
    expect(propertyOf(normalOf(orders, versioning(bucket)), '/VersioningConfiguration')).toBeUndefined();
  });

  test('a vault of the same name in another Region is another vault', () => {
    const vault = terraform('aws_backup_vault.dr', { name: 'dr' });
    const lock = terraform(
      'aws_backup_vault_lock_configuration.dr',
      { backup_vault_name: 'dr', min_retention_days: 7 },
      { scope: 'infra west', region: 'us-west-2' },
    );
    expect(propertyOf(normalOf(vault, lock), '/LockConfiguration')).toBeUndefined();
  });
});

test('a copy of the code in another deployment has its own satellite', () => {
  const copy = terraform(
    'aws_s3_bucket.orders',
    { bucket: 'orders' },
    { deployment: 'staging', scope: 'staging default' },
  );
  const satellite = versioning(through('orders', orders));
  expect(propertyOf(normalOf(orders, copy, satellite), '/VersioningConfiguration')).toEqual({ Status: 'Enabled' });
  expect(propertyOf(normalOf(copy, orders, satellite), '/VersioningConfiguration')).toBeUndefined();
});

test('a satellite that may not exist leaves the property unknown, for its reason', () => {
  const satellite = versioning(reference(orders, 'id'), { exists: 'unknown', existsBecause: maybe });
  expect(propertyOf(normalOf(orders, satellite), '/VersioningConfiguration')).toEqual({ $unknown: 'var.versioned' });
});

test('the separate resource is preferred to the inline block', () => {
  const bucket = terraform('aws_s3_bucket.orders', { bucket: 'orders', versioning: [{ enabled: false }] });
  const normal = normalOf(bucket, versioning('orders'));
  expect(propertyOf(normal, '/VersioningConfiguration')).toEqual({ Status: 'Enabled' });
  expect(normal.origins.get('/VersioningConfiguration/Status')?.how).toBe('folded');
});

describe('a replication of automated backups', () => {
  const database = terraform('aws_db_instance.orders', { identifier: 'orders' });

  function replication(source: Plain): ReturnType<typeof terraform> {
    const attributes = { source_db_instance_arn: source };
    const given = { region: 'us-west-2', scope: 'infra dr' };
    return terraform('aws_db_instance_automated_backups_replication.dr', attributes, given);
  }

  test.each([
    { what: 'a reference', source: reference(database, 'arn') },
    { what: 'a literal ARN', source: 'arn:aws:rds:us-east-1:111122223333:db:orders' },
  ])('lies in the Region of the satellite: $what', ({ source }) => {
    const normal = normalOf(database, replication(source));
    expect(propertyOf(normal, '/AutomaticBackupReplicationRegion')).toBe('us-west-2');
    expect(propertyOf(normal, '/AutomaticBackupReplicationRetentionPeriod')).toBe(7);
  });

  test('of an instance in another Region is not taken for it', () => {
    const normal = normalOf(database, replication('arn:aws:rds:eu-west-1:111122223333:db:orders'));
    expect(propertyOf(normal, '/AutomaticBackupReplicationRegion')).toBeUndefined();
  });

  test('in an unknown Region leaves it open', () => {
    const arn = template('arn:aws:rds:', input('var.region'), ':111122223333:db:orders');
    const normal = normalOf(database, replication(arn));
    expect(propertyOf(normal, '/AutomaticBackupReplicationRegion')).toHaveProperty('$unknown');
  });
});

describe('what satellites add to lists', () => {
  const group = terraform('aws_autoscaling_group.web', { name: 'web', target_group_arns: ['arn:one'] });

  test('comes after what is there', () => {
    const attachment = terraform('aws_autoscaling_attachment.web', {
      autoscaling_group_name: reference(group, 'name'),
      lb_target_group_arn: 'arn:two',
    });
    const normal = normalOf(group, attachment);
    expect(propertyOf(normal, '/TargetGroupARNs')).toEqual(['arn:one', 'arn:two']);
    expect(normal.origins.get('/TargetGroupARNs/1')).toMatchObject({ how: 'folded', name: 'lb_target_group_arn' });
  });

  test('is an unknown item where the satellite may not exist', () => {
    const attachment = terraform(
      'aws_autoscaling_attachment.web',
      { autoscaling_group_name: 'web', lb_target_group_arn: 'arn:two' },
      { exists: 'unknown', existsBecause: maybe },
    );
    expect(propertyOf(normalOf(group, attachment), '/TargetGroupARNs')).toEqual([
      'arn:one',
      { $unknown: 'var.versioned' },
    ]);
  });

  test('is a replica in the Region of its own', () => {
    const table = terraform('aws_dynamodb_table.orders', { name: 'orders' });
    const replica = terraform(
      'aws_dynamodb_table_replica.west',
      { global_table_arn: reference(table, 'arn'), point_in_time_recovery: true },
      { region: 'us-west-2', scope: 'infra west' },
    );
    const normal = normalOf(table, replica);
    expect(normal.parts.map(({ label, pointer }) => `${label} at ${pointer}`)).toEqual([
      'replica["us-west-2"] at /Replicas/0',
    ]);
    expect(propertyOf(normal, '/Replicas/0/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled')).toBe(true);
  });
});

describe('a satellite whose name is unique only within something', () => {
  const orders = terraform('aws_api_gateway_stage.orders', { rest_api_id: 'orders-api', stage_name: 'live' });
  const returns = terraform('aws_api_gateway_stage.returns', { rest_api_id: 'returns-api', stage_name: 'live' });

  function limits(attributes: Record<string, Plain>): ReturnType<typeof terraform> {
    const settings = [{ throttling_rate_limit: 10, throttling_burst_limit: 5 }];
    return terraform('aws_api_gateway_method_settings.all', { method_path: '*/*', settings, ...attributes });
  }

  test('joins what lies within the same', () => {
    const satellite = limits({ rest_api_id: 'returns-api', stage_name: 'live' });
    expect(propertyOf(normalOf(orders, returns, satellite), '/MethodSettings')).toBeUndefined();
    expect(propertyOf(normalOf(returns, orders, satellite), '/MethodSettings')).toEqual([
      { ResourcePath: '/*', HttpMethod: '*', ThrottlingRateLimit: 10, ThrottlingBurstLimit: 5 },
    ]);
  });

  test('a reference needs no name', () => {
    const satellite = limits({ rest_api_id: input('var.api'), stage_name: reference(orders, 'stage_name') });
    expect(propertyOf(normalOf(orders, returns, satellite), '/MethodSettings')).toHaveLength(1);
    expect(propertyOf(normalOf(returns, orders, satellite), '/MethodSettings')).toBeUndefined();
  });

  test('where nothing is written both mean the same', () => {
    const ours = terraform('aws_cloudwatch_event_rule.ours', { name: 'nightly' });
    const other = terraform('aws_cloudwatch_event_rule.other', { name: 'nightly', event_bus_name: 'orders' });
    const target = terraform('aws_cloudwatch_event_target.mail', { rule: 'nightly', target_id: 'mail', arn: 'topic' });
    expect(normalOf(ours, other, target).parts.map(({ label }) => label)).toEqual(['target["mail"]']);
    expect(normalOf(other, ours, target).parts).toEqual([]);
  });

  test('stands for itself where its owner is not known', () => {
    const rule = terraform('aws_cloudwatch_event_rule.ours', { name: 'nightly' });
    const target = terraform('aws_cloudwatch_event_target.mail', { rule: input('var.rule'), arn: 'topic' });
    expect(normalOf(rule, target).parts).toEqual([]);
    expect(normalOf(target, rule).type).toBe('AWS::Events::Rule.Target');
  });

  test('stands for itself where its owner is declared elsewhere', () => {
    const target = terraform('aws_cloudwatch_event_target.mail', { rule: 'nightly', arn: 'arn:aws:sns:::mail' });
    expect(normalOf(target).type).toBe('AWS::Events::Rule.Target');
    expect(propertyOf(normalOf(target), '/Arn')).toBe('arn:aws:sns:::mail');
  });
});

describe('a rule of a security group', () => {
  const database = terraform('aws_security_group.database', { name: 'database' });

  function rule(attributes: Record<string, Plain>): ReturnType<typeof terraform> {
    return terraform('aws_security_group_rule.web', {
      security_group_id: reference(database, 'id'),
      type: 'ingress',
      protocol: 'tcp',
      from_port: 5432,
      to_port: 5432,
      ...attributes,
    });
  }

  const common = { IpProtocol: 'tcp', FromPort: 5432, ToPort: 5432 };

  test('with several peers is several rules', () => {
    const normal = normalOf(database, rule({ cidr_blocks: ['10.0.0.0/16', '10.1.0.0/16'], self: true }));
    expect(propertyOf(normal, '/SecurityGroupIngress')).toEqual([
      { ...common, CidrIp: '10.0.0.0/16' },
      { ...common, CidrIp: '10.1.0.0/16' },
      { ...common, SourceSecurityGroupId: { $ref: 'aws_security_group.database.id' } },
    ]);
    expect(propertyOf(normal, '/SecurityGroupEgress')).toBeUndefined();
  });

  test('of an unknown direction leaves both open', () => {
    const normal = normalOf(database, rule({ type: input('var.direction'), cidr_blocks: ['10.0.0.0/16'] }));
    for (const property of ['/SecurityGroupIngress', '/SecurityGroupEgress']) {
      expect(propertyOf(normal, property)).toEqual([{ $unknown: expect.any(String) }]);
    }
  });

  test('of a group that is not known may be any one’s', () => {
    const normal = normalOf(database, rule({ security_group_id: input('var.group'), cidr_blocks: ['10.0.0.0/16'] }));
    expect(propertyOf(normal, '/SecurityGroupIngress')).toEqual([{ $unknown: expect.any(String) }]);
  });

  test('inline, with a peer that is not known, is one rule', () => {
    const ingress = [{ protocol: 'tcp', from_port: 443, to_port: 443, cidr_blocks: input('var.office') }];
    const normal = normalOf(terraform('aws_security_group.web', { ingress }));
    expect(propertyOf(normal, '/SecurityGroupIngress')).toEqual([
      { IpProtocol: 'tcp', FromPort: 443, ToPort: 443, CidrIp: { $unknown: expect.any(String) } },
    ]);
  });
});
