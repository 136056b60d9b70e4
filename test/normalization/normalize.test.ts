import { describe, expect, test } from 'vitest';
import { normalize } from '../../src/normalization/normalize.ts';
import { cloudFormation, input, reference, terraform } from '../helpers/declared.ts';
import { plainDocument } from '../helpers/plain-document.ts';

describe('what no table maps', () => {
  test('keeps the source type, and CloudFormation its properties', () => {
    const topic = cloudFormation('Topic', 'AWS::IoT::TopicRule', {
      RuleName: 'orders',
      TopicRulePayload: { Sql: 'SELECT 1' },
    });
    const [normal] = normalize([topic]).value;
    expect(normal?.type).toBe('AWS::IoT::TopicRule');
    expect(plainDocument(normal?.properties)).toEqual({ RuleName: 'orders', TopicRulePayload: { Sql: 'SELECT 1' } });
  });

  test('has in Terraform only its attributes', () => {
    const rule = terraform('aws_iot_topic_rule.orders', { name: 'orders', tags: { team: 'shop' } });
    const [normal] = normalize([rule]).value;
    expect(normal?.type).toBe('aws_iot_topic_rule');
    expect(plainDocument(normal?.properties)).toEqual({});
    expect(plainDocument(normal?.attributes)).toEqual({ name: 'orders', tags: { team: 'shop' } });
    expect(plainDocument(normal?.tags.values)).toEqual({ team: 'shop' });
  });
});

describe('a bucket and its versioning', () => {
  test('are one resource', () => {
    const bucket = terraform('aws_s3_bucket.orders', { bucket: 'orders' });
    const versioning = terraform('aws_s3_bucket_versioning.orders', {
      bucket: reference(bucket, 'id'),
      versioning_configuration: [{ status: 'Enabled' }],
    });
    const normal = normalize([bucket, versioning]).value;
    expect(normal.map(({ declared }) => declared.address)).toEqual(['aws_s3_bucket.orders']);
    expect(plainDocument(normal[0]?.properties['VersioningConfiguration'])).toEqual({ Status: 'Enabled' });
    expect(normal[0]?.folded.map(({ address }) => address)).toEqual(['aws_s3_bucket_versioning.orders']);
  });
});

test('an unknown argument stays an opaque leaf, and no default hides it', () => {
  const database = terraform('aws_db_instance.orders', { backup_retention_period: input('var.days') });
  const [normal] = normalize([database]).value;
  expect(plainDocument(normal?.properties['BackupRetentionPeriod'])).toEqual({ $unknown: 'var.days' });
});
