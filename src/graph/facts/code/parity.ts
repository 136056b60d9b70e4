/**
 * The fact `differs`: in what a resource of the recovery Region is not like the one that it stands for or replicates, though
 * it should be. Unknown as a whole where nothing known differs and something can't be told.
 */
import { documentMap, TemplateLeaf, UnknownLeaf, type Document } from '../../../core/document.ts';
import { linksAt, propertyAt, type DraftNode } from '../../draft.ts';
import { symbolOf, type GraphContext } from '../../graph-context.ts';
import { isDeclared } from '../../node.ts';
import { aloneEvidence } from '../../relations/counterpart-of.ts';
import { sameActions, sameOptions, sameRequests, sameRules, sameStatements } from './alike-items.ts';
import {
  sameContainerVariables,
  sameEntries,
  sameItems,
  sameNames,
  sameText,
  sameValue,
  sameVersion,
  type Comparison,
  type Opaque,
} from './alike.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { permissionsOf, roleAt, statementsIn } from './permissions.ts';

/** What is compared where it is more than the property at the pointer. */
type Reading = (context: GraphContext, node: DraftNode, pointer: string) => Document | undefined;

/** What should be equal: its name for people, where it stands, and how it is compared. */
type Compared = readonly [name: string, pointer: string, compare: Comparison, read?: Reading];

const ruleType = 'AWS::ElasticLoadBalancingV2::ListenerRule';

const everythingOut: Document = Object.freeze([
  documentMap([
    ['IpProtocol', '-1'],
    ['CidrIp', '0.0.0.0/0'],
  ]),
]);

const engineVersion: Compared = ['engine version', '/EngineVersion', sameVersion];
const parameters: Compared = ['parameters', '/Parameters', sameEntries];
const family: Compared = ['family', '/Family', sameValue];

const version: Compared = ['version', '/Version', sameVersion];

function permissionsBy(pointer: string): Compared {
  return ['permissions', pointer, sameStatements, permissionsAt];
}

/** Sizes and counts are none of them: other policies judge capacity. */
const comparedByType: ReadonlyMap<string, readonly Compared[]> = new Map<string, readonly Compared[]>([
  ['AWS::DocDB::DBCluster', [engineVersion]],
  ['AWS::DocDB::DBClusterParameterGroup', [family, parameters]],
  [
    'AWS::EC2::SecurityGroup',
    [
      ['ingress rules', '/SecurityGroupIngress', sameRules],
      ['egress rules', '/SecurityGroupEgress', sameRules, egressOf],
    ],
  ],
  [
    'AWS::ECS::TaskDefinition',
    [['environment variables', '/ContainerDefinitions', sameContainerVariables], permissionsBy('/TaskRoleArn')],
  ],
  ['AWS::EKS::Cluster', [version]],
  ['AWS::EKS::Nodegroup', [version]],
  [
    'AWS::ElastiCache::ParameterGroup',
    [
      ['family', '/CacheParameterGroupFamily', sameValue],
      ['parameters', '/Properties', sameEntries],
    ],
  ],
  ['AWS::ElastiCache::ReplicationGroup', [engineVersion]],
  [
    'AWS::ElasticLoadBalancingV2::Listener',
    [
      ['port', '/Port', sameValue],
      ['protocol', '/Protocol', sameValue],
      ['actions', '/DefaultActions', sameActions],
      ['rules', '', sameRequests, rulesOf],
    ],
  ],
  [
    'AWS::ElasticLoadBalancingV2::TargetGroup',
    [
      ['port', '/Port', sameValue],
      ['protocol', '/Protocol', sameValue],
      ['target type', '/TargetType', sameValue],
      ['health check protocol', '/HealthCheckProtocol', sameValue],
      ['health check path', '/HealthCheckPath', sameText],
    ],
  ],
  ['AWS::IAM::ManagedPolicy', [['statements', '/PolicyDocument', sameStatements, statementsAt]]],
  ['AWS::IAM::Role', [['permissions', '', sameStatements, ownPermissions]]],
  [
    'AWS::Lambda::Function',
    [
      ['runtime', '/Runtime', sameValue],
      ['handler', '/Handler', sameValue],
      ['architecture', '/Architectures', sameItems],
      ['memory', '/MemorySize', sameValue],
      ['environment variables', '/Environment/Variables', sameNames],
      permissionsBy('/Role'),
    ],
  ],
  ['AWS::MemoryDB::ParameterGroup', [family, parameters]],
  ['AWS::Neptune::DBCluster', [engineVersion]],
  ['AWS::Neptune::DBClusterParameterGroup', [family, parameters]],
  ['AWS::Neptune::DBParameterGroup', [family, parameters]],
  ['AWS::RDS::DBCluster', [engineVersion]],
  ['AWS::RDS::DBClusterParameterGroup', [family, parameters]],
  ['AWS::RDS::DBInstance', [engineVersion]],
  ['AWS::RDS::DBParameterGroup', [family, parameters]],
  [
    'AWS::RDS::OptionGroup',
    [
      ['engine', '/EngineName', sameValue],
      ['engine version', '/MajorEngineVersion', sameVersion],
      ['options', '/OptionConfigurations', sameOptions],
    ],
  ],
  ['AWS::StepFunctions::StateMachine', [permissionsBy('/RoleArn')]],
]);

export function setDifferences(context: GraphContext): void {
  for (const [type, compared] of comparedByType) {
    for (const node of context.ofType(type)) {
      if (node.role !== 'recovery' || !isDeclared(node)) continue;
      const primaries = primariesOf(context, node);
      if (primaries.length > 0) setDifference(context, node, { primaries, compared });
    }
  }
}

/** What it certainly stands for or replicates. */
function primariesOf(context: GraphContext, node: DraftNode): readonly DraftNode[] {
  const paired = context
    .from('counterpartOf', node)
    .filter(({ properties }) => properties['evidence'] !== aloneEvidence);
  const ids = [
    ...paired.flatMap(({ certain, to }) => (certain ? [to] : [])),
    ...context.to('replicatesTo', node).flatMap(({ certain, from }) => (certain ? [from] : [])),
  ];
  return ids
    .flatMap((id) => context.get(id) ?? [])
    .filter((each) => each.role === 'primary' && each.type === node.type && isDeclared(each));
}

interface Comparisons {
  readonly primaries: readonly DraftNode[];
  readonly compared: readonly Compared[];
}

function setDifference(context: GraphContext, node: DraftNode, { primaries, compared }: Comparisons): void {
  const different = new Map<string, string>();
  const undecided: (readonly [pointer: string, because: Document])[] = [];
  for (const primary of primaries) {
    for (const [name, pointer, compare, read = readProperty] of compared) {
      const likeness = compare(read(context, node, pointer), read(context, primary, pointer));
      if (likeness === 'different') different.set(name, pointer);
      else if (likeness !== 'alike') undecided.push([pointer, causeOf(likeness, node, primary)]);
    }
  }
  const [open] = undecided;
  const isOpen = different.size === 0 && open !== undefined;
  node.facts.set('differs', isOpen ? open[1] : Object.freeze([...different.keys()]));
  node.factSources.set('differs', isOpen ? [open[0]] : [...different.values()]);
}

function readProperty(_: GraphContext, node: DraftNode, pointer: string): Document | undefined {
  return propertyAt(node, pointer);
}

/** CloudFormation leaves AWS's rule that lets everything out where no other is written; Terraform removes it. */
// https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-ec2-securitygroup.html
// https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/security_group
function egressOf(_: GraphContext, node: DraftNode, pointer: string): Document | undefined {
  return propertyAt(node, pointer) ?? (node.language === 'cloudformation' ? everythingOut : undefined);
}

/** Of a role that is declared, unless it is compared itself. */
function permissionsAt(context: GraphContext, node: DraftNode, pointer: string): Document | undefined {
  const role = roleAt(context, node, pointer);
  const isJudged = role === undefined || context.from('counterpartOf', role).length > 0;
  return isJudged ? undefined : ownPermissions(context, role);
}

function ownPermissions(context: GraphContext, role: DraftNode): Document {
  return Object.freeze([...permissionsOf(context, role)]);
}

function statementsAt(_: GraphContext, node: DraftNode, pointer: string): Document {
  return Object.freeze([...statementsIn(propertyAt(node, pointer))]);
}

function rulesOf(context: GraphContext, listener: DraftNode): Document {
  const rules = context
    .ofType(ruleType)
    .filter((rule) => linksAt(rule, '/ListenerArn').some(({ to }) => context.get(to) === listener));
  const unread = context.unread.find((each) => each.could(ruleType) && each.refersTo.has(listener.id));
  const unsure = unread === undefined ? [] : [new UnknownLeaf(symbolOf(unread))];
  return Object.freeze([...rules.map(({ properties }) => properties), ...unsure]);
}

function causeOf(opaque: Opaque, node: DraftNode, primary: DraftNode): UnknownLeaf {
  if (opaque instanceof UnknownLeaf) return opaque;
  for (const part of opaque instanceof TemplateLeaf ? opaque.value().parts : []) {
    if (typeof part !== 'string' && part.kind === 'unknown') return new UnknownLeaf(part.symbol);
  }
  return derivedUnknown(`parity ${node.id}`, `whether ${node.address} is like ${primary.address}`, '');
}
