/**
 * Physical names that stand in the code, also in a default or local (`literalName`), whether the code could be deployed a
 * second time (`copyable`), and whether a name is taken in all Regions at once (`globalName`).
 */
import { UnknownLeaf, type Document } from '../../../core/document.ts';
import { textOf, type SourceRange } from '../../../core/source.ts';
import { toDocument } from '../../../core/to-document.ts';
import { nameProperty } from '../../../normalization/identity-of.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { isLiteralAt } from './literal.ts';

// One name per partition for a bucket, one per account for what IAM holds.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const globalNames: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']);

// One name per account and Region; where it is left out, CloudFormation and Terraform make one up.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
const regionalNames: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::DocDB::DBCluster',
  'AWS::DynamoDB::Table',
  'AWS::ECR::Repository',
  'AWS::EKS::Cluster',
  'AWS::ElastiCache::CacheCluster',
  'AWS::ElastiCache::ReplicationGroup',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Kinesis::Stream',
  'AWS::Lambda::Function',
  'AWS::Neptune::DBCluster',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
  'AWS::Redshift::Cluster',
  'AWS::SecretsManager::Secret',
  'AWS::SNS::Topic',
  'AWS::SQS::Queue',
  'AWS::StepFunctions::StateMachine',
]);

export function setLiteralNames(context: GraphContext): void {
  const named = context.ofType(...globalNames, ...regionalNames).filter(({ kind }) => kind === 'declared');
  const regional = [...context.nodes.values()].filter((node) => isDeclared(node) && node.region !== undefined);
  const deployments = new Set(regional.map(({ deployment }) => deployment));
  const isOneRegion = new Set(regional.map(({ region }) => region)).size < 2;
  const regionsOfType = regionsBy(named, ({ type }) => type);
  const regionsOfCode = regionsBy(named, codeOf);
  for (const node of named) {
    node.facts.set('globalName', globalNames.has(node.type));
    // Where other code declares the like in another Region, this one is of its Region; a role serves that one too.
    const isTwice = (regionsOfCode.get(codeOf(node))?.size ?? 0) > 1;
    const isOnlyOne = node.region === undefined ? isOneRegion : (regionsOfType.get(node.type)?.size ?? 0) < 2;
    // What only holds roles serves all Regions, and is deployed once.
    const canBe = isOnlyOne && deployments.has(node.deployment) && isOfAnyRegion(node);
    node.facts.set('copyable', isTwice || canBe);
    setLiteralName(node);
  }
}

function setLiteralName(node: DraftNode): void {
  const pointer = `/${nameProperty(node.type) ?? ''}`;
  const name = propertyAt(node, pointer);
  // An empty text stands for a name that is yet to be given.
  if (name === '' || (typeof name === 'string' ? !isFixed(node, pointer, name) : !isUnread(name))) return;
  node.facts.set('literalName', name ?? '');
  node.factSources.set('literalName', [pointer]);
}

/** An expression that dr-lint can't evaluate may be a name as well. */
function isUnread(name: Document | undefined): boolean {
  return name instanceof UnknownLeaf && name.symbol().reason.code === 'unsupported';
}

function codeOf({ header, id }: DraftNode): string {
  return header === undefined ? id : `${header.file.path} ${header.start}`;
}

/** Key → the known Regions of what has it; a role counts for that of its provider or stack. */
function regionsBy(
  nodes: readonly DraftNode[],
  keyOf: (node: DraftNode) => string,
): ReadonlyMap<string, ReadonlySet<string>> {
  const regions = new Map<string, Set<string>>();
  for (const node of nodes) {
    const { region } = node.normal?.declared ?? {};
    const place = node.region ?? (region === undefined ? undefined : toDocument(region));
    if (typeof place !== 'string') continue;
    const key = keyOf(node);
    const known = regions.get(key) ?? new Set();
    regions.set(key, known.add(place));
  }
  return regions;
}

/** A template, a module, or a root whose Region is an input; a root that writes its Region is of that Region. */
function isOfAnyRegion(node: DraftNode): boolean {
  if (node.language === 'cloudformation') return true;
  if (node.calls.length > 0) return node.normal?.declared.calls.every(({ ours }) => ours) === true;
  return isRootOfAnyRegion(node);
}

function isRootOfAnyRegion({ normal }: DraftNode): boolean {
  const region = normal?.declared.region;
  return region !== undefined && (region.kind !== 'scalar' || region.marks.perDeployment);
}

/** The very name stands in the code that would be deployed again; of what is put together of inputs it is nowhere. */
function isFixed(node: DraftNode, pointer: string, name: string): boolean {
  const origin = node.normal?.origins.get(pointer);
  if (origin === undefined || (origin.how !== 'written' && origin.how !== 'folded')) return false;
  if (unquoted(origin.range) === name) return true;
  const { decidedAt } = origin;
  if (decidedAt === undefined || !isLiteralAt(node, pointer)) return false;
  return unquoted(decidedAt) === name && isDecidedHere(node, decidedAt);
}

function unquoted(range: SourceRange): string {
  return textOf(range)
    .trim()
    .replaceAll(/^["']|["']$/gu, '');
}

/** What a caller passes to a module, another call passes otherwise, unless the caller is itself deployed again. */
function isDecidedHere(node: DraftNode, decidedAt: SourceRange): boolean {
  const isOwn = node.header !== undefined && folderOf(decidedAt) === folderOf(node.header);
  return isOwn || node.calls.length === 0 || isRootOfAnyRegion(node);
}

function folderOf({ file }: SourceRange): string {
  return file.path.slice(0, file.path.lastIndexOf('/') + 1);
}
