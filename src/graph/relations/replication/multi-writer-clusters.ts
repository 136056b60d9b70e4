/** Clusters of several Regions that all take writes: each replicates to every other one. MemoryDB and Aurora DSQL. */
import { itemsAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve } from '../../identity/resolve.ts';
import { membersOf, relateToGlobal, relateUndeclaredMembers } from './global-membership.ts';

const memoryDb = {
  type: 'AWS::MemoryDB::Cluster',
  globalType: 'AWS::MemoryDB::MultiRegionCluster',
  pointer: '/MultiRegionClusterName',
} as const;

// AWS takes one cluster in each of five Regions. https://docs.aws.amazon.com/memorydb/latest/devguide/multi-region.html
const mostMembers = 16;

export function relateMultiWriterClusters(context: GraphContext): void {
  relateToGlobal(context, memoryDb);
  for (const global of context.all().filter(({ type }) => type === memoryDb.globalType)) {
    const members = membersOf(context, global).slice(0, mostMembers);
    for (const member of members) {
      for (const other of members) relatePair(context, member, other);
    }
    if (global.kind === 'external') relateUndeclaredMembers(context, global, members);
  }
  for (const cluster of context.ofType(peerType)) relatePeers(context, cluster);
}

function relatePair(context: GraphContext, member: RelationEnd, other: RelationEnd): void {
  if (member.node === other.node) return;
  const certain = member.certain && other.certain;
  const because = other.because ?? member.because;
  const reason = certain || because === undefined ? {} : { because };
  context.relate('replicatesTo', member.node, { node: other.node, certain, ...reason });
}

const peerType = 'AWS::DSQL::Cluster';
const peers = '/MultiRegionProperties/Clusters';

/** AWS takes no peer without the other, so what one of them says holds of both. */
// https://docs.aws.amazon.com/aurora-dsql/latest/userguide/configuring-multi-region-clusters.html
function relatePeers(context: GraphContext, cluster: DraftNode): void {
  for (const index of itemsAt(cluster, peers).keys()) {
    for (const peer of resolve(context, cluster, `${peers}/${index}`, [peerType])) {
      relatePair(context, { node: cluster, certain: true }, peer);
      relatePair(context, peer, { node: cluster, certain: true });
    }
  }
}
