/**
 * Physical names that are written in the code (`literalName`), whether the code could be deployed a second time (`copyable`),
 * and whether a name is taken in all Regions at once (`globalName`).
 */
import { textOf } from '../../core/source.ts';
import { toDocument } from '../../core/to-document.ts';
import { nameProperty } from '../../normalization/identity-of.ts';
import { textAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { isDeclared } from '../node.ts';

// One name per partition for a bucket, one per account for what IAM holds.
// https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html
// https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html
const globalNames: ReadonlySet<string> = new Set(['AWS::S3::Bucket', 'AWS::IAM::Role', 'AWS::IAM::ManagedPolicy']);

// One name per account and Region; where it is left out, CloudFormation and Terraform make one up.
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-name.html
const regionalNames: ReadonlySet<string> = new Set([
  'AWS::AutoScaling::AutoScalingGroup',
  'AWS::DynamoDB::Table',
  'AWS::ElasticLoadBalancingV2::LoadBalancer',
  'AWS::ElasticLoadBalancingV2::TargetGroup',
  'AWS::Lambda::Function',
  'AWS::RDS::DBCluster',
  'AWS::RDS::DBInstance',
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
  const name = textAt(node, pointer);
  if (name === undefined || !isSpelledOut(node, pointer, name)) return;
  node.facts.set('literalName', name);
  node.factSources.set('literalName', [pointer]);
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
function isOfAnyRegion({ language, calls, normal }: DraftNode): boolean {
  if (language === 'cloudformation') return true;
  const region = normal?.declared.region;
  if (calls.length > 0) return normal?.declared.calls.every(({ ours }) => ours) === true;
  return region !== undefined && (region.kind !== 'scalar' || region.marks.perDeployment);
}

/** The very name stands there: no input, Region or local decides any of it. */
function isSpelledOut(node: DraftNode, pointer: string, name: string): boolean {
  const origin = node.normal?.origins.get(pointer);
  if (origin?.how !== 'written' && origin?.how !== 'folded') return false;
  return (
    textOf(origin.range)
      .trim()
      .replaceAll(/^["']|["']$/gu, '') === name
  );
}
