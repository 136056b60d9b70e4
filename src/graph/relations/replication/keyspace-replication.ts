/** From the tables of a multi-Region keyspace to their replicas in its other Regions, which all take writes. */
import { identityKey, same } from '../../identity/same.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext, RelationEnd } from '../../graph-context.ts';
import { resolve, subjectOf } from '../../identity/resolve.ts';

const tableType = 'AWS::Cassandra::Table';
const keyspaceType = 'AWS::Cassandra::Keyspace';
const regions = '/ReplicationSpecification/RegionList';

// A keyspace lists no more Regions than AWS has. https://docs.aws.amazon.com/keyspaces/latest/devguide/multiRegion-replication.html
const mostRegions = 64;

export function relateKeyspaceReplication(context: GraphContext): void {
  for (const table of context.ofType(tableType)) {
    if (propertyAt(table, '/KeyspaceName') === undefined) continue;
    for (const keyspace of resolve(context, table, '/KeyspaceName', [keyspaceType]))
      relateTable(context, table, keyspace);
  }
}

function relateTable(context: GraphContext, table: DraftNode, keyspace: RelationEnd): void {
  for (const region of itemsAt(keyspace.node, regions).slice(0, mostRegions)) {
    const isOwn = same(region, table.region);
    if (isOwn === 'yes') continue;
    const place = { region, account: table.account, address: `replica of ${table.address}` };
    const node = context.external(`replica of ${table.id} ${identityKey(region) ?? ''}`, tableType, place);
    const because = keyspace.because ?? `whether ${subjectOf(region)} is another Region is not known`;
    const certain = keyspace.certain && isOwn === 'no';
    context.relate('replicatesTo', table, { node, certain, ...(certain ? {} : { because }) });
  }
}
