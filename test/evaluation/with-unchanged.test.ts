import { expect, test } from 'vitest';
import { memoryFileSystem } from '../../src/core/file-system-memory.ts';
import { evaluateAll } from '../../src/evaluation/evaluate-all.ts';
import { withUnchanged } from '../../src/evaluation/with-unchanged.ts';

const template = `
Parameters:
  Stage: { Type: String, Default: test, AllowedValues: [test, production] }
Conditions:
  IsProduction: !Equals [!Ref Stage, production]
Resources:
  Orders: { Type: AWS::SQS::Queue, Properties: { QueueName: !Sub 'orders-\${Stage}' } }
  Invoices: { Type: AWS::S3::Bucket, DeletionPolicy: !If [IsProduction, Retain, Delete] }
  Archive: { Type: AWS::S3::Bucket, Condition: IsProduction }
  Reports: { Type: AWS::S3::Bucket, Properties: { Tags: [{ Key: team, Value: !GetAtt Orders.Arn }] } }
`;

test('what a parameter does not change is the earlier object, and nothing else is', async () => {
  const deployment = {
    id: 'shop.yaml',
    language: 'cloudformation',
    path: 'shop.yaml',
    inputFiles: [],
    region: undefined,
    role: undefined,
  } as const;
  const declared = await evaluateAll([deployment], { fileSystem: memoryFileSystem({ 'shop.yaml': template }) });
  const again = declared.whatIf(deployment)?.evaluateWith('Stage', 'production', () => true) ?? [];
  const now = withUnchanged(declared.value, again);
  const unchanged = now.filter((resource) => declared.value.includes(resource)).map(({ address }) => address);
  expect(unchanged).toEqual(['template', 'Reports']);
  expect(now.map(({ address }) => address)).toEqual(['template', 'Orders', 'Invoices', 'Archive', 'Reports']);
});
