import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDocumentMap, SensitiveLeaf, type Document } from '../../src/core/document.ts';
import { list, map, scalar, type Value } from '../../src/core/value.ts';
import { normalize } from '../../src/normalization/normalize.ts';
import { cloudFormation, input, marked, terraform, type Plain } from '../helpers/declared.ts';
import { normalOf, propertyOf } from '../helpers/normal.ts';

describe('loose scalars', () => {
  test.each<{ what: string; written: Plain; property: string; expected: unknown }>([
    { what: 'a quoted boolean', written: 'true', property: 'MultiAZ', expected: true },
    { what: 'a quoted boolean with a capital', written: 'False', property: 'MultiAZ', expected: false },
    { what: 'a quoted number', written: '7', property: 'BackupRetentionPeriod', expected: 7 },
    { what: 'a number for a text', written: 42, property: 'DBInstanceIdentifier', expected: '42' },
    { what: 'text that is no number', written: 'a week', property: 'BackupRetentionPeriod', expected: 'a week' },
  ])('$what', ({ written, property, expected }) => {
    const normal = normalOf(cloudFormation('Orders', 'AWS::RDS::DBInstance', { [property]: written }));
    expect(propertyOf(normal, `/${property}`)).toBe(expected);
  });
});

describe('what is not known', () => {
  test('below an unknown block is unknown, each member for itself', () => {
    const table = normalOf(terraform('aws_dynamodb_table.orders', { point_in_time_recovery: input('var.recovery') }));
    const enabled = '/PointInTimeRecoverySpecification/PointInTimeRecoveryEnabled';
    expect(propertyOf(table, enabled)).toEqual({ $unknown: 'var.recovery' });
    const group = normalOf(terraform('aws_autoscaling_group.web', { launch_template: input('var.template') }));
    expect(propertyOf(group, '/LaunchTemplate')).toEqual({ $unknown: 'var.template' });
  });

  test('in a block that dynamic blocks may repeat stays an unknown item', () => {
    const plan = normalOf(
      terraform('aws_backup_plan.daily', { rule: [{ rule_name: 'daily', copy_action: [input('var.copies')] }] }),
    );
    expect(propertyOf(plan, '/BackupPlan/BackupPlanRule/0/CopyActions')).toEqual([{ $unknown: 'var.copies' }]);
  });

  test('behind a sensitive mark is judged, but never in the open', () => {
    const normal = normalOf(terraform('aws_db_instance.orders', { identifier: marked('orders', { sensitive: true }) }));
    const leaf = normal.properties['DBInstanceIdentifier'];
    expect(leaf).toBeInstanceOf(SensitiveLeaf);
    expect(leaf instanceof SensitiveLeaf && leaf.reveal()).toBe('orders');
    expect(JSON.stringify(normal.properties)).not.toContain('"orders"');
    expect(JSON.stringify(normal.attributes)).not.toContain('"orders"');
  });

  test('in a policy leaves the whole text as it is', () => {
    const text = normalOf(terraform('aws_kms_key.a', { policy: '{"Statement":[{"Effect":"Deny"}]}' }));
    expect(propertyOf(text, '/KeyPolicy')).toEqual({ Statement: [{ Effect: 'Deny' }] });
    const broken = normalOf(terraform('aws_kms_key.a', { policy: '{"Statement":' }));
    expect(propertyOf(broken, '/KeyPolicy')).toBe('{"Statement":');
    const unknown = normalOf(terraform('aws_kms_key.a', { policy: input('var.policy') }));
    expect(propertyOf(unknown, '/KeyPolicy')).toEqual({ $unknown: 'var.policy' });
  });
});

describe('attribute lists', () => {
  test('with an unknown key keep what is written and no defaults', () => {
    const balancer = normalOf(
      cloudFormation('Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
        LoadBalancerAttributes: [{ Key: input('parameter Key'), Value: 'true' }],
      }),
    );
    expect(propertyOf(balancer, '/LoadBalancerAttributes')).toEqual([
      { Key: { $unknown: 'parameter Key' }, Value: 'true' },
    ]);
  });

  test('keep attributes that no table names', () => {
    const balancer = normalOf(
      cloudFormation('Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', {
        LoadBalancerAttributes: [{ Key: 'idle_timeout.timeout_seconds', Value: 120 }],
      }),
    );
    expect(propertyOf(balancer, '/LoadBalancerAttributes')).toContainEqual({
      Key: 'idle_timeout.timeout_seconds',
      Value: '120',
    });
  });
});

test('awscc resources are the same model in snake case', () => {
  const plan = normalOf(
    terraform('awscc_backup_restore_testing_plan.weekly', {
      restore_testing_plan_name: 'weekly',
      schedule_expression: 'cron(0 5 ? * 1 *)',
      recovery_point_selection: { algorithm: 'LATEST_WITHIN_WINDOW', include_vaults: ['*'], selection_window_days: 7 },
      later_property: { inner_name: 'kept' },
    }),
  );
  expect(plan.type).toBe('AWS::Backup::RestoreTestingPlan');
  expect(propertyOf(plan, '/RestoreTestingPlanName')).toBe('weekly');
  expect(propertyOf(plan, '/RecoveryPointSelection/IncludeVaults')).toEqual(['*']);
  expect(propertyOf(plan, '/LaterProperty')).toEqual({ InnerName: 'kept' });
  expect(plan.origins.get('/RecoveryPointSelection/SelectionWindowDays')?.name).toBe(
    'recovery_point_selection.selection_window_days',
  );
});

describe('hostile input', () => {
  test('names of the prototype are names like any other', () => {
    const resource = cloudFormation('Evil', 'Custom::Evil', { constructor: 'a', toString: { hasOwnProperty: 'b' } });
    const entries = new Map(resource.attributes.entries).set('__proto__', scalar('c'));
    const normal = normalOf({ ...resource, attributes: { ...resource.attributes, entries } });
    expect(Object.getPrototypeOf(normal.properties)).toBeNull();
    expect(Object.keys(normal.properties)).toEqual(['constructor', 'toString', '__proto__']);
  });

  test('values that unfold without end are cut off, and it is said', () => {
    let value: Value = scalar('x');
    for (let depth = 0; depth < 40; depth += 1) value = list([value, value]);
    const resource = cloudFormation('Bomb', 'Custom::Bomb', { Payload: value });
    const { value: normal, diagnostics } = normalize([resource]);
    expect(normal).toHaveLength(1);
    expect(diagnostics.map(({ code, path }) => [code, path])).toEqual([['input/limit', 'stack.yaml/Bomb']]);
  });

  test('no bucket name of that kind hangs the joining of satellites', () => {
    let value: Value = scalar('x');
    for (let depth = 0; depth < 40; depth += 1) value = list([value, value]);
    const bucket = terraform('aws_s3_bucket.orders', { bucket: value });
    const versioning = terraform('aws_s3_bucket_versioning.orders', { bucket: value });
    expect(normalize([bucket, versioning]).value.map(({ type }) => type)).toEqual([
      'AWS::S3::Bucket',
      'aws_s3_bucket_versioning',
    ]);
  });

  test('whatever stands in place of an argument, documents stay frozen and without prototypes', () => {
    const anyValue = fc.letrec<{ value: Value }>((tie) => ({
      value: fc.oneof(
        { maxDepth: 3 },
        fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null)).map((plain) => scalar(plain)),
        fc.string().map((name) => input(name)),
        fc.array(tie('value'), { maxLength: 3 }).map((items) => list(items)),
        fc
          .dictionary(fc.string(), tie('value'), { maxKeys: 3 })
          .map((entries) => map(new Map(Object.entries(entries)))),
      ),
    })).value;
    const types = [
      'aws_db_instance',
      'aws_s3_bucket',
      'aws_backup_plan',
      'aws_dynamodb_table',
      'aws_lb',
      'aws_route_table',
    ];
    const names = [
      'bucket',
      'rule',
      'replica',
      'tags',
      'route',
      'region',
      'versioning',
      'subnets',
      'point_in_time_recovery',
    ];
    const attributes = fc.dictionary(fc.constantFrom(...names), anyValue);
    fc.assert(
      fc.property(fc.constantFrom(...types), attributes, (type, plain) => {
        for (const { properties } of normalize([terraform(`${type}.any`, plain)]).value) expectFrozen(properties);
      }),
      { numRuns: 150 },
    );
  });
});

function expectFrozen(document: Document): void {
  if (Array.isArray(document)) {
    expect(Object.isFrozen(document)).toBe(true);
    for (const item of document) expectFrozen(item);
  }
  if (!isDocumentMap(document)) return;
  expect(Object.isFrozen(document)).toBe(true);
  expect(Object.getPrototypeOf(document)).toBeNull();
  for (const member of Object.values(document)) expectFrozen(member);
}
