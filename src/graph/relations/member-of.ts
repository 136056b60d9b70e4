/** From the instances of a database cluster to their cluster, as they name it. */
import { UnknownLeaf } from '../../core/document.ts';
import { existsGiven } from '../../core/existence.ts';
import { linksAt, propertyAt, textAt, type DraftNode } from '../draft.ts';
import type { GraphContext, RelationEnd, Unread } from '../graph-context.ts';
import { resolve, resolveValue, subjectOf } from '../identity/resolve.ts';
import { isDeclared } from '../node.ts';

/** Type of an instance → type of the clusters that it may be a member of. */
const clusterOf: ReadonlyMap<string, string> = new Map([
  ['AWS::RDS::DBInstance', 'AWS::RDS::DBCluster'],
  ['AWS::DocDB::DBInstance', 'AWS::DocDB::DBCluster'],
  ['AWS::Neptune::DBInstance', 'AWS::Neptune::DBCluster'],
]);

const pointer = '/DBClusterIdentifier';

// An instance of a cluster that is not known would otherwise be related to every cluster of a large scan.
const mostPossibleClusters = 32;

export function relateClusterMembers(context: GraphContext): void {
  for (const [type, clusterType] of clusterOf) {
    const clusters = context.ofType(clusterType).slice(0, mostPossibleClusters);
    for (const instance of context.ofType(type)) relateMember(context, instance, { clusterType, clusters });
    for (const unread of context.unread) {
      if (unread.could(type)) relateUnread(context, unread, { type, clusterType });
    }
    relateUndeclared(context, type, clusterType);
  }
  for (const target of context.ofType('AWS::ApplicationAutoScaling::ScalableTarget')) relateReaders(context, target);
}

/** @param clusters those that an instance of which the cluster is not known may belong to */
function relateMember(
  context: GraphContext,
  instance: DraftNode,
  { clusterType, clusters }: { readonly clusterType: string; readonly clusters: readonly DraftNode[] },
): void {
  const named = propertyAt(instance, pointer);
  if (named === undefined || instance.kind === 'looked-up') return;
  const ends = resolve(context, instance, pointer, [clusterType]);
  for (const end of ends) context.relate('memberOf', instance, end);
  if (!(named instanceof UnknownLeaf) || !isInput(named) || ends.some(({ node }) => isDeclared(node))) return;
  const because = `${subjectOf(named)} may name it`;
  for (const node of clusters) {
    context.relate('memberOf', instance, { node, certain: false, because });
  }
}

/** An input may name any cluster; a lookup or an unread module speaks of those that they hold themselves. */
function isInput(named: UnknownLeaf): boolean {
  const { code } = named.symbol().reason;
  return code !== 'data-source' && code !== 'unresolved-module';
}

/** What an unread module is given a cluster for, it may well add instances to. */
function relateUnread(
  context: GraphContext,
  unread: Unread,
  { type, clusterType }: { readonly type: string; readonly clusterType: string },
): void {
  for (const id of unread.refersTo) {
    const cluster = context.get(id);
    if (cluster?.type !== clusterType) continue;
    const because = `${unread.node.address} could not be read and is given ${cluster.address}`;
    context.relate('memberOf', context.possible(unread, type), { node: cluster, certain: false, because });
  }
}

/** A cluster that the scan doesn't declare may have instances that it doesn't declare either. */
function relateUndeclared(context: GraphContext, type: string, clusterType: string): void {
  for (const node of context.all()) {
    if (node.kind !== 'external' || node.type !== clusterType) continue;
    const { region, account } = node;
    const instances = context.external(`instances of ${node.id}`, type, { region, account });
    context.relate('memberOf', instances, { node, certain: false, because: `${node.address} is declared elsewhere` });
  }
}

/** Readers that Application Auto Scaling adds to a cluster: the least number of them is always there. */
// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Aurora.Integrating.AutoScaling.html
function relateReaders(context: GraphContext, target: DraftNode): void {
  if (propertyAt(target, '/ScalableDimension') !== 'rds:cluster:ReadReplicaCount') return;
  const least = propertyAt(target, '/MinCapacity');
  const isKnown = typeof least === 'number';
  if (isKnown && least < 1) return;
  const { region, account } = target;
  const doubt = isKnown ? {} : { certain: false, because: `how many readers ${target.address} keeps is not known` };
  for (const end of clusterOfTarget(context, target)) {
    for (let reader = 1; reader <= Math.min(isKnown ? least : 1, mostReaders); reader += 1) {
      const node = context.external(`reader ${reader} of ${target.id}`, 'AWS::RDS::DBInstance', { region, account });
      context.relate('memberOf', node, {
        ...end,
        certain: existsGiven(target, end.node) === 'yes' && end.certain,
        ...doubt,
      });
    }
  }
}

// https://docs.aws.amazon.com/AmazonRDS/latest/AuroraUserGuide/Concepts.AuroraHighAvailability.html
const mostReaders = 15;

/** The cluster in `cluster:NAME`: the one that the name came through, else the one that bears it. */
function clusterOfTarget(context: GraphContext, target: DraftNode): readonly RelationEnd[] {
  const linked = linksAt(target, '/ResourceId')
    .flatMap((link) => context.get(link.to) ?? [])
    .filter(({ type }) => type === 'AWS::RDS::DBCluster');
  if (linked.length > 0) return linked.map((node) => ({ node, certain: true }));
  const name = textAt(target, '/ResourceId')?.replace(/^cluster:/u, '');
  return name === undefined ? [] : resolveValue(context, target, name, ['AWS::RDS::DBCluster']);
}
