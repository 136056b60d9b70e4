/**
 * What compute needs beside its data: everything that the environment, the containers or the definition of a function, task,
 * state machine or document refers to or names by an ARN, the repository of each image, and parameters and secrets by
 * names that are paths.
 */
import { appendTo } from '../../../core/append-to.ts';
import { isDocumentMap, ReferenceLeaf, TemplateLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { propertyAt, textAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { parseArn } from '../../identity/arn.ts';
import { resolveValue } from '../../identity/resolve.ts';
import { samePlace } from '../../identity/same.ts';
import { accountOf } from '../../place/accounts.ts';

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

function namedIn(context: GraphContext, node: DraftNode, text: string | TemplateLeaf): readonly RelationEnd[] {
  const image = imageIn(text);
  if (image !== undefined) {
    const place = { ...node, region: image.region, account: accountOf(image.account) };
    return resolveValue(context, place, image.name, [repository]);
  }
  if (typeof text !== 'string') return [];
  const service = parseArn(text)?.service;
  if (service === undefined) return text.includes('/') ? calledSo(context, node, text) : [];
  const types = typeof service === 'string' ? typesByService.get(service) : undefined;
  return types === undefined ? [] : resolveValue(context, node, text, types);
}

/** Only what is declared: any path might be meant as one of a file. */
function calledSo(context: GraphContext, node: DraftNode, name: string): readonly RelationEnd[] {
  const named = context.table('parameters and secrets by name', () => {
    const index = new Map<string, DraftNode[]>();
    for (const each of context.ofType('AWS::SSM::Parameter', 'AWS::SecretsManager::Secret')) {
      appendTo(index, textAt(each, '/Name') ?? '', each);
    }
    return index;
  });
  const ends = named.get(name)?.filter((each) => samePlace(each, node) === 'yes') ?? [];
  return ends.map((each) => ({ node: each, certain: true }));
}

/** Where an image is pulled from. */
interface Image {
  readonly account: Document;
  readonly region: Document;
  readonly name: Document;
}

/** `111122223333.dkr.ecr.us-east-1.amazonaws.com/shop/web:1.4` */
// https://docs.aws.amazon.com/AmazonECR/latest/userguide/Repositories.html
const imageName = /^(?<account>[^.]+)\.dkr\.ecr\.(?<region>[^.]+)\.amazonaws\.com\/(?<name>[^:@]+)/u;

/** The image in a text, or in a template whose opaque parts are whole fields of it; undefined where it names none. */
function imageIn(text: string | TemplateLeaf): Image | undefined {
  const parts = typeof text === 'string' ? [text] : text.value().parts;
  const written = parts.map((part, index) => (typeof part === 'string' ? part : `${opaque}${index}${opaque}`)).join('');
  const { account, region, name } = imageName.exec(written)?.groups ?? {};
  if (account === undefined || region === undefined || name === undefined) return undefined;
  const [ofAccount, ofRegion, ofName] = [account, region, name].map((field) => fieldOf(field, parts));
  if (ofAccount === undefined || ofRegion === undefined || ofName === undefined) return undefined;
  return { account: ofAccount, region: ofRegion, name: ofName };
}

const opaque = '\u0000';

function fieldOf(field: string, parts: ReturnType<TemplateLeaf['value']>['parts']): Document | undefined {
  if (!field.includes(opaque)) return field;
  const [before, index, ...after] = field.split(opaque);
  const part = before === '' && after.join('') === '' ? parts[Number(index)] : undefined;
  if (part === undefined || typeof part === 'string') return undefined;
  return part.kind === 'unknown' ? new UnknownLeaf(part.symbol) : new ReferenceLeaf(part);
}

// More than any real definition nests.
const deepest = 24;

function textsIn(value: Document, depth = 0): readonly (string | TemplateLeaf)[] {
  if (typeof value === 'string' || value instanceof TemplateLeaf) return [value];
  if (depth > deepest || typeof value !== 'object' || value === null || value instanceof UnknownLeaf) return [];
  if (Array.isArray(value)) return value.flatMap((item: Document) => textsIn(item, depth + 1));
  return isDocumentMap(value) ? Object.values(value).flatMap((item) => textsIn(item, depth + 1)) : [];
}
