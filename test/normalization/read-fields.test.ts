import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isDocumentMap, SensitiveLeaf, type Document } from '../../src/core/document.ts';
import { list, map, scalar, type Value } from '../../src/core/value.ts';
import { normalize } from '../../src/normalization/normalize.ts';
import { cloudFormation, input, marked, reference, template, terraform, type Plain } from '../helpers/declared.ts';
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

  test('how many there are of what another resource lists', () => {
    const found = terraform('data.aws_subnets.private', {}, { kind: 'data' });
    const ids = { $ref: 'data.aws_subnets.private.ids' };
    const group = normalOf(terraform('aws_autoscaling_group.web', { vpc_zone_identifier: reference(found, 'ids') }));
    expect(propertyOf(group, '/VPCZoneIdentifier')).toEqual(ids);
    const subnets = { Subnets: reference(found, 'ids'), SecurityGroups: reference(found, 'DefaultSecurityGroup') };
    const balancer = normalOf(cloudFormation('Balancer', 'AWS::ElasticLoadBalancingV2::LoadBalancer', subnets));
    expect(propertyOf(balancer, '/Subnets')).toEqual(ids);
    expect(propertyOf(balancer, '/SecurityGroups')).toHaveLength(1);
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

  test('of a secure parameter stays hidden, that of another one does not', () => {
    const secure = normalOf(terraform('aws_ssm_parameter.password', { type: 'SecureString', value: 'tulip' }));
    expect(propertyOf(secure, '/Value')).toEqual({ $sensitive: 'tulip' });
    const plain = normalOf(cloudFormation('Image', 'AWS::SSM::Parameter', { Type: 'String', Value: 'ami-1' }));
    expect(propertyOf(plain, '/Value')).toBe('ami-1');
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
      'aws_instance',
      'aws_fis_experiment_template',
      'aws_resiliencehub_resiliency_policy',
      'aws_sfn_state_machine',
      'awscc_s3_bucket',
      'awscc_dynamodb_global_table',
    ];
    const names = [
      'bucket',
      'rule',
      'replica',
      'tags',
      'route',
      'action',
      'definition',
      'lifecycle_configuration',
      'policy',
      'replicas',
      'root_block_device',
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

describe('forms of older provider versions', () => {
  test.each<{ what: string; resource: ReturnType<typeof terraform>; pointer: string; expected: unknown }>([
    {
      what: 'the name of a database',
      resource: terraform('aws_db_instance.orders', { name: 'shop' }),
      pointer: '/DBName',
      expected: 'shop',
    },
    {
      what: 'shards of a cache in a block',
      resource: terraform('aws_elasticache_replication_group.carts', {
        cluster_mode: [{ num_node_groups: 3, replicas_per_node_group: 1 }],
      }),
      pointer: '/NumNodeGroups',
      expected: 3,
    },
    {
      what: 'which means that cluster mode is on',
      resource: terraform('aws_elasticache_replication_group.carts', { cluster_mode: [{ num_node_groups: 3 }] }),
      pointer: '/ClusterMode',
      expected: 'enabled',
    },
    {
      what: 'tags of a group as a list',
      resource: terraform('aws_autoscaling_group.web', {
        tags: [{ key: 'team', value: 'shop', propagate_at_launch: true }],
      }),
      pointer: '/Tags',
      expected: [{ Key: 'team', Value: 'shop' }],
    },
    {
      what: 'capacity providers in the cluster',
      resource: terraform('aws_ecs_cluster.shop', {
        default_capacity_provider_strategy: [{ capacity_provider: 'FARGATE_SPOT' }],
      }),
      pointer: '/DefaultCapacityProviderStrategy',
      expected: [{ CapacityProvider: 'FARGATE_SPOT', Base: 0, Weight: 0 }],
    },
    {
      what: 'a switch in place of a state',
      resource: terraform('aws_cloudwatch_event_rule.nightly', { is_enabled: false }),
      pointer: '/State',
      expected: 'DISABLED',
    },
    {
      what: 'the Region of a stack of a set',
      resource: terraform('aws_cloudformation_stack_set.baseline', { name: 'baseline' }),
      pointer: '/StackInstancesGroup',
      expected: [{ Regions: ['us-west-2'] }],
    },
  ])('$what', ({ resource, pointer, expected }) => {
    const instance = terraform('aws_cloudformation_stack_set_instance.west', {
      stack_set_name: 'baseline',
      region: 'us-west-2',
    });
    expect(propertyOf(normalOf(resource, instance), pointer)).toEqual(expected);
  });

  test('rules of a bucket as older templates have them', () => {
    const bucket = normalOf(
      cloudFormation('Orders', 'AWS::S3::Bucket', {
        LifecycleConfiguration: {
          Rules: [
            {
              Status: 'Enabled',
              NoncurrentVersionExpirationInDays: '30',
              NoncurrentVersionTransition: { StorageClass: 'GLACIER', TransitionInDays: 7 },
            },
            {
              Status: 'Enabled',
              NoncurrentVersionExpirationInDays: 1,
              NoncurrentVersionExpiration: { NoncurrentDays: 90 },
            },
          ],
        },
      }),
    );
    expect(propertyOf(bucket, '/LifecycleConfiguration/Rules')).toEqual([
      {
        Status: 'Enabled',
        NoncurrentVersionExpiration: { NoncurrentDays: 30 },
        NoncurrentVersionTransitions: [{ StorageClass: 'GLACIER', TransitionInDays: 7 }],
      },
      { Status: 'Enabled', NoncurrentVersionExpiration: { NoncurrentDays: 90 } },
    ]);
  });
});

describe('forms of their own', () => {
  test('durations are seconds; what is none stays as it is written', () => {
    const policy = [{ region: [{ rpo: '1h30m', rto: 'soon' }], az: [{ rpo: input('var.rpo'), rto: '0s' }] }];
    const normal = normalOf(terraform('aws_resiliencehub_resiliency_policy.shop', { policy }));
    expect(propertyOf(normal, '/Policy')).toEqual({
      AZ: { RpoInSecs: { $unknown: 'var.rpo' }, RtoInSecs: 0 },
      Region: { RpoInSecs: 5400, RtoInSecs: 'soon' },
    });
  });

  test('blocks with a name are a map by that name, which is open while a name is not known', () => {
    const action = { name: 'stop', action_id: 'aws:ec2:stop-instances' };
    const known = normalOf(terraform('aws_fis_experiment_template.drill', { action: [action] }));
    expect(propertyOf(known, '/Actions')).toEqual({ stop: { ActionId: 'aws:ec2:stop-instances' } });
    const unnamed = { ...action, name: input('var.name') };
    const open = normalOf(terraform('aws_fis_experiment_template.drill', { action: [action, unnamed] }));
    expect(propertyOf(open, '/Actions')).toEqual({ $unknown: 'the name of a block' });
    const repeated = normalOf(terraform('aws_fis_experiment_template.drill', { action: [input('var.actions')] }));
    expect(propertyOf(repeated, '/Actions')).toEqual({ $unknown: 'var.actions' });
  });

  test('the root volume of an instance is one of its volumes, and goes with it', () => {
    const instance = normalOf(
      terraform('aws_instance.worker', {
        root_block_device: [{ volume_size: 30 }],
        ebs_block_device: [{ device_name: '/dev/sdf', delete_on_termination: false }],
      }),
    );
    expect(propertyOf(instance, '/BlockDeviceMappings')).toEqual([
      { DeviceName: '/dev/sdf', Ebs: { DeleteOnTermination: false } },
      { DeviceName: { $unknown: 'the root device of the image' }, Ebs: { VolumeSize: 30, DeleteOnTermination: true } },
    ]);
    expect(instance.origins.get('/BlockDeviceMappings/1/Ebs/VolumeSize')?.name).toBe('root_block_device.volume_size');
  });

  test('a stream that is off is none, whatever its view', () => {
    const table = normalOf(
      terraform('aws_dynamodb_table.carts', { stream_enabled: false, stream_view_type: 'NEW_IMAGE' }),
    );
    expect(propertyOf(table, '/StreamSpecification')).toBeUndefined();
  });

  test('a map of which more may be there than is known is open', () => {
    const rest = { key: 'infra:var.tags', reason: { code: 'input', subject: 'var.tags', cure: '' } } as const;
    const tags = { ...map(new Map([['snapshot', scalar('true')]])), rest };
    const policy = normalOf(terraform('aws_dlm_lifecycle_policy.daily', { policy_details: [{ target_tags: tags }] }));
    expect(propertyOf(policy, '/PolicyDetails/TargetTags')).toEqual([
      { Key: 'snapshot', Value: 'true' },
      { $unknown: 'var.tags' },
    ]);
    const environment = [{ variables: tags }];
    const lambda = normalOf(terraform('aws_lambda_function.orders', { environment }));
    expect(propertyOf(lambda, '/Environment/Variables')).toEqual({ $unknown: 'var.tags' });
  });

  test('a policy with references in it is read, in Terraform as in a template', () => {
    const dead = terraform('aws_sqs_queue.dead', {});
    const text = template('{"deadLetterTargetArn":"', reference(dead, 'arn'), '","maxReceiveCount":5}');
    for (const queue of [
      terraform('aws_sqs_queue.orders', { redrive_policy: text }),
      cloudFormation('Orders', 'AWS::SQS::Queue', { RedrivePolicy: text }),
    ]) {
      const normal = normalOf(queue);
      expect(propertyOf(normal, '/RedrivePolicy')).toEqual({
        deadLetterTargetArn: { $ref: 'aws_sqs_queue.dead.arn' },
        maxReceiveCount: 5,
      });
      expect(normal.links.get('/RedrivePolicy/deadLetterTargetArn')).toEqual([{ to: dead.id, attribute: 'arn' }]);
    }
  });
});
