import { describe, expect, test } from 'vitest';
import { isDocumentMap, UnknownLeaf, type Document } from '../../../../src/core/document.ts';
import type { GraphNode } from '../../../../src/graph/node.ts';
import { lintText, nodeAt } from '../../../helpers/lint-text.ts';

function factOf({ document }: GraphNode, name: string): unknown {
  const facts = isDocumentMap(document) ? document['facts'] : undefined;
  const fact: Document | undefined = isDocumentMap(facts) ? facts[name] : undefined;
  return fact instanceof UnknownLeaf ? `? ${fact.symbol().reason.subject}` : fact;
}

describe('the data of a resource in a template', () => {
  test.each([
    ['of a database is kept by default, unless it is replaced', 'AWS::RDS::DBInstance', '', true, false],
    ['of a cache is not', 'AWS::ElastiCache::ReplicationGroup', '', false, false],
    ['is kept by a snapshot', 'AWS::EC2::Volume', 'DeletionPolicy: Snapshot', true, false],
    [
      'is not kept by a snapshot that the type does not know',
      'AWS::S3::Bucket',
      'DeletionPolicy: Snapshot',
      false,
      true,
    ],
    ['of a table goes with what is replaced', 'AWS::DynamoDB::Table', 'DeletionPolicy: Retain', true, false],
    [
      'of a bucket does so only where the code says it',
      'AWS::S3::Bucket',
      'DeletionPolicy: Retain\n    UpdateReplacePolicy: Delete',
      true,
      false,
    ],
    [
      'is kept when it is replaced, too',
      'AWS::S3::Bucket',
      'DeletionPolicy: Retain\n    UpdateReplacePolicy: Retain',
      true,
      true,
    ],
    ['is only kept when it is replaced', 'AWS::S3::Bucket', 'UpdateReplacePolicy: Retain', false, true],
    ['is not known', 'AWS::S3::Bucket', 'DeletionPolicy: !Ref Policy', '? parameter Policy', true],
  ])('%s', async (_, type, attributes, deletion, replacement) => {
    const retention = type.includes('Cache') ? '{ SnapshotRetentionLimit: 7 }' : '{}';
    const template = `Parameters:
  Policy: { Type: String }
Resources:
  Store:
    Type: ${type}
    Properties: ${retention}
    ${attributes}
`;
    const node = nodeAt(await lintText({ 'stack.yaml': template }), 'Store');
    expect(factOf(node, 'keptAtDeletion')).toEqual(deletion);
    expect(factOf(node, 'keptAtReplacement')).toEqual(replacement);
  });
});

describe('the data of a resource in Terraform', () => {
  test.each([
    ['of a database is kept by default', 'aws_db_instance', '', true],
    ['of a warehouse, too', 'aws_redshift_cluster', '', true],
    ['of a table is not', 'aws_dynamodb_table', '', false],
    ['is kept by its lifecycle', 'aws_dynamodb_table', 'lifecycle { prevent_destroy = true }', true],
    ['is kept by its protection', 'aws_dynamodb_table', 'deletion_protection_enabled = true', true],
    [
      'of a file system for Lustre is not kept by default',
      'aws_fsx_lustre_file_system',
      'deployment_type = "PERSISTENT_1"',
      false,
    ],
    ['of one for scratch need not be kept', 'aws_fsx_lustre_file_system', '', undefined],
    ['of a file system for Windows is', 'aws_fsx_windows_file_system', '', true],
    ['is kept where a last snapshot is named', 'aws_memorydb_cluster', 'final_snapshot_name = "last"', true],
    ['is not known by an argument', 'aws_s3_bucket', 'force_destroy = var.force', '? var.force'],
    [
      'is not known where the provider documents nothing',
      'awscc_s3_bucket',
      '',
      '? what the deletion of awscc_s3_bucket.store leaves behind',
    ],
  ])('%s', async (_, type, body, kept) => {
    const main = `variable "force" {}\nresource "${type}" "store" {\n${body}\n}\n`;
    const node = nodeAt(await lintText({ 'main.tf': main }), `${type}.store`);
    expect(factOf(node, 'keptAtDeletion')).toEqual(kept);
  });
});
