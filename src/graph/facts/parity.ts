/**
 * The fact `differs`: in what a resource of the recovery Region is not like the one that it stands for or replicates, though
 * it should be. Unknown as a whole where nothing known differs and something can't be told.
 */
import { TemplateLeaf, UnknownLeaf, type Document } from '../../core/document.ts';
import { propertyAt, type DraftNode } from '../draft.ts';
import type { GraphContext } from '../graph-context.ts';
import { isDeclared } from '../node.ts';
import { aloneEvidence } from '../relations/counterpart-of.ts';
import {
  sameActions,
  sameContainerVariables,
  sameEntries,
  sameNames,
  sameRules,
  sameText,
  sameValue,
  sameVersion,
  type Comparison,
  type Opaque,
} from './alike.ts';
import { derivedUnknown } from './derived-unknown.ts';

/** What should be equal: its name for people, where it stands, and how it is compared. */
type Compared = readonly [name: string, pointer: string, compare: Comparison];

const engineVersion: Compared = ['engine version', '/EngineVersion', sameVersion];
const parameters: Compared = ['parameters', '/Parameters', sameEntries];
const family: Compared = ['family', '/Family', sameValue];

/** Sizes and counts are none of them: other policies judge capacity. */
const comparedByType: ReadonlyMap<string, readonly Compared[]> = new Map<string, readonly Compared[]>([
  ['AWS::DocDB::DBCluster', [engineVersion]],
  ['AWS::DocDB::DBClusterParameterGroup', [family, parameters]],
  ['AWS::EC2::SecurityGroup', [['ingress rules', '/SecurityGroupIngress', sameRules]]],
  ['AWS::ECS::TaskDefinition', [['environment variables', '/ContainerDefinitions', sameContainerVariables]]],
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
  [
    'AWS::Lambda::Function',
    [
      ['runtime', '/Runtime', sameValue],
      ['memory', '/MemorySize', sameValue],
      ['environment variables', '/Environment/Variables', sameNames],
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
]);

export function setDifferences(context: GraphContext): void {
  for (const [type, compared] of comparedByType) {
    for (const node of context.ofType(type)) {
      if (node.role !== 'recovery' || !isDeclared(node)) continue;
      const primaries = primariesOf(context, node);
      if (primaries.length > 0) setDifference(node, primaries, compared);
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

function setDifference(node: DraftNode, primaries: readonly DraftNode[], compared: readonly Compared[]): void {
  const different = new Map<string, string>();
  const undecided: (readonly [pointer: string, because: Document])[] = [];
  for (const primary of primaries) {
    for (const [name, pointer, compare] of compared) {
      const likeness = compare(propertyAt(node, pointer), propertyAt(primary, pointer));
      if (likeness === 'different') different.set(name, pointer);
      else if (likeness !== 'alike') undecided.push([pointer, causeOf(likeness, node, primary)]);
    }
  }
  const [open] = undecided;
  const isOpen = different.size === 0 && open !== undefined;
  node.facts.set('differs', isOpen ? open[1] : Object.freeze([...different.keys()]));
  node.factSources.set('differs', isOpen ? [open[0]] : [...different.values()]);
}

function causeOf(opaque: Opaque, node: DraftNode, primary: DraftNode): UnknownLeaf {
  if (opaque instanceof UnknownLeaf) return opaque;
  for (const part of opaque instanceof TemplateLeaf ? opaque.value().parts : []) {
    if (typeof part !== 'string' && part.kind === 'unknown') return new UnknownLeaf(part.symbol);
  }
  return derivedUnknown(`parity ${node.id}`, `whether ${node.address} is like ${primary.address}`, '');
}
