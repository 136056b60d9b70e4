/**
 * What compute needs beside its data: everything that the environment, the containers or the definition of a function, task,
 * state machine or document refers to or names by an ARN, and the repository of each image.
 */
import { isDocumentMap, UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { resolveValue } from '../../identity/resolve.ts';

/** Type → where it says what it reads, calls or starts from. */
const places: ReadonlyMap<string, readonly string[]> = new Map([
  ['AWS::ECS::TaskDefinition', ['/ContainerDefinitions']],
  ['AWS::Lambda::Function', ['/Code', '/Environment/Variables', '/Layers']],
  ['AWS::SSM::Document', ['/Content']],
  ['AWS::StepFunctions::StateMachine', ['/Definition']],
]);

const repository = 'AWS::ECR::Repository';

/** What is meant where only an ARN is written, by the service in it. */
const typesByService: ReadonlyMap<string, readonly string[]> = new Map([
  ['dynamodb', ['AWS::DynamoDB::Table']],
  ['kinesis', ['AWS::Kinesis::Stream']],
  ['kms', ['AWS::KMS::Key']],
  ['lambda', ['AWS::Lambda::Function']],
  ['s3', ['AWS::S3::Bucket']],
  ['secretsmanager', ['AWS::SecretsManager::Secret']],
  ['sns', ['AWS::SNS::Topic']],
  ['sqs', ['AWS::SQS::Queue']],
  ['ssm', ['AWS::SSM::Parameter']],
  ['states', ['AWS::StepFunctions::StateMachine']],
]);

export function relateReading(context: GraphContext): void {
  for (const [type, pointers] of places) {
    for (const node of context.ofType(type)) {
      for (const pointer of pointers) relateBelow(context, node, pointer);
    }
  }
}

function relateBelow(context: GraphContext, node: DraftNode, pointer: string): void {
  for (const [at, links] of node.normal?.links ?? []) {
    if (at !== pointer && !at.startsWith(`${pointer}/`)) continue;
    for (const { to } of links) {
      const needed = context.get(to);
      if (needed !== undefined && needed !== node) context.relate('dependsOn', node, { node: needed, certain: true });
    }
  }
  const value = propertyAt(node, pointer);
  for (const text of value === undefined ? [] : textsIn(value)) {
    for (const end of namedIn(context, node, text)) context.relate('dependsOn', node, end);
  }
}

function namedIn(context: GraphContext, node: DraftNode, text: string): readonly RelationEnd[] {
  const image = imageName.exec(text)?.groups;
  if (image !== undefined) {
    const place = { ...node, region: image['region'], account: image['account'] };
    return resolveValue(context, place, image['name'] ?? '', [repository]);
  }
  const service = parseArn(text)?.service;
  const types = typeof service === 'string' ? typesByService.get(service) : undefined;
  return types === undefined ? [] : resolveValue(context, node, text, types);
}

/** `111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4` */
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
const imageName = /^(?<account>\d{12})\.dkr\.ecr\.(?<region>[a-z0-9-]+)\.amazonaws\.com\/(?<name>[^:@]+)/u;

// More than any real definition nests.
const deepest = 24;

function textsIn(value: Document, depth = 0): readonly string[] {
  if (typeof value === 'string') return [value];
  if (depth > deepest || typeof value !== 'object' || value === null || value instanceof UnknownLeaf) return [];
  if (Array.isArray(value)) return value.flatMap((item: Document) => textsIn(item, depth + 1));
  return isDocumentMap(value) ? Object.values(value).flatMap((item) => textsIn(item, depth + 1)) : [];
}
