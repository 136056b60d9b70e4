import { describe, expect, test } from 'vitest';
import { textOf } from '../../src/core/source.ts';
import { normalize } from '../../src/normalization/normalize.ts';
import { originAt } from '../../src/normalization/normal-resource.ts';
import { cloudFormation, input, marked, reference, template, terraform, through } from '../helpers/declared.ts';
import { normalOf } from '../helpers/normal.ts';

const key = terraform('aws_kms_key.orders', {});
const database = normalOf(
  terraform('aws_db_instance.orders', {
    multi_az: true,
    kms_key_id: reference(key, 'arn'),
    engine: marked('postgres', { perDeployment: true }),
    db_subnet_group_name: input('var.group'),
  }),
);

describe('where a property comes from', () => {
  test('is the argument that wrote it, by its name in the source', () => {
    const origin = database.origins.get('/MultiAZ');
    expect(origin).toMatchObject({ name: 'multi_az', how: 'written', literal: true });
    expect(origin && textOf(origin.range)).toBe('multi_az = true');
  });

  test('is the header when a default decides, with the page that says so', () => {
    const origin = database.origins.get('/DeletionProtection');
    expect(origin).toMatchObject({
      name: 'deletion_protection',
      how: 'default',
      source: 'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/db_instance',
    });
    expect(origin && textOf(origin.range)).toBe('aws_db_instance.orders');
  });

  test('is not literal when an input of the deployment decides, or nothing is known', () => {
    expect(database.origins.get('/Engine')?.literal).toBe(false);
    expect(database.origins.get('/DBSubnetGroupName')?.literal).toBe(false);
    expect(database.origins.get('/KmsKeyId')?.literal).toBe(false);
  });

  test('keeps the place where the value was decided', () => {
    const decidedAt = { ...key.header, start: 0, end: 3 };
    const value = { ...marked(7, {}), decidedAt };
    const normal = normalOf(terraform('aws_db_instance.orders', { backup_retention_period: value }));
    expect(normal.origins.get('/BackupRetentionPeriod')?.decidedAt).toEqual(decidedAt);
  });

  test('is the line of the satellite for what was folded in', () => {
    const bucket = terraform('aws_s3_bucket.orders', { bucket: 'orders' });
    const versioning = terraform('aws_s3_bucket_versioning.orders', {
      bucket: 'orders',
      versioning_configuration: [{ status: 'Enabled' }],
    });
    const origin = normalOf(bucket, versioning).origins.get('/VersioningConfiguration/Status');
    expect(origin).toMatchObject({ name: 'versioning_configuration.status', how: 'folded' });
    expect(origin?.range.file).toBe(versioning.header.file);
    expect(origin && textOf(origin.range)).toBe('versioning_configuration.0.status = "Enabled"');
  });

  test('has no list positions in its name', () => {
    const plan = normalOf(
      terraform('aws_backup_plan.daily', {
        rule: [{ rule_name: 'daily', copy_action: [{ destination_vault_arn: 'arn:dr' }] }],
      }),
    );
    const pointer = '/BackupPlan/BackupPlanRule/0/CopyActions/0/DestinationBackupVaultArn';
    expect(plan.origins.get(pointer)?.name).toBe('rule.copy_action.destination_vault_arn');
    expect(originAt(plan.origins, '/BackupPlan/BackupPlanRule/0/Lifecycle')?.name).toBe('rule');
  });

  test('is named as CloudFormation names it in a template', () => {
    const bucket = normalOf(
      cloudFormation('Orders', 'AWS::S3::Bucket', {
        VersioningConfiguration: { Status: 'Enabled' },
        AccessControl: 'Private',
      }),
    );
    expect(bucket.origins.get('/VersioningConfiguration/Status')?.name).toBe('VersioningConfiguration.Status');
    expect(bucket.origins.get('/AccessControl')?.name).toBe('AccessControl');
    expect(bucket.origins.get('/ObjectLockEnabled')?.source).toBe(
      'https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-s3-bucket.html',
    );
  });

  test('escapes keys in pointers', () => {
    const parameter = cloudFormation('Values', 'Custom::Values', { 'a/b~c': 'x' });
    expect([...normalOf(parameter).origins.keys()]).toEqual(['/a~1b~0c']);
  });

  test('is one map for all instances of a declaration', () => {
    const first = terraform('aws_kms_key.orders[0]', { multi_region: true });
    const second = { ...first, address: 'aws_kms_key.orders[1]' };
    const [one, two] = normalize([first, second]).value;
    expect(one?.origins).toBe(two?.origins);
  });
});

describe('what a property refers to', () => {
  test.each([
    { what: 'a reference', value: reference(key, 'arn'), links: [{ to: key.id, attribute: 'arn' }] },
    {
      what: 'a reference inside a text',
      value: template('alias/', reference(key, 'key_id')),
      links: [{ to: key.id, attribute: 'key_id' }],
    },
    {
      what: 'what a literal came through',
      value: through('orders', key),
      links: [{ to: key.id, attribute: undefined }],
    },
  ])('$what', ({ value, links }) => {
    const normal = normalOf(terraform('aws_db_instance.orders', { kms_key_id: value }));
    expect(normal.links.get('/KmsKeyId')).toEqual(links);
  });

  test('stands at each item of a list', () => {
    const subnet = terraform('aws_subnet.a', {});
    const group = normalOf(
      terraform('aws_autoscaling_group.web', { vpc_zone_identifier: ['subnet-1', reference(subnet, 'id')] }),
    );
    expect([...group.links]).toEqual([['/VPCZoneIdentifier/1', [{ to: subnet.id, attribute: 'id' }]]]);
  });
});
