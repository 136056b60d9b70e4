/** Replication that is a resource, or a property, of its own service: one short scene in each language. */
import { describe, expect, test } from 'vitest';
import { MeasureLeaf } from '../../../../src/core/document.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import type { RelationKind } from '../../../../src/graph/relation.ts';
import { relateReplication } from '../../../../src/graph/relations/replication/replicates-to.ts';
import { relateWarehouseCopies } from '../../../../src/graph/relations/replication/warehouse-copies.ts';
import { cloudFormation, input, reference, terraform, through, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';

const west = { region: 'us-west-2' };

/** The other ends, each with its Region, and the reason of those that are only possible. */
function ends(
  address: string,
  resources: readonly DeclaredResource[],
  kind: RelationKind = 'replicatesTo',
): readonly string[] {
  const context = graphContext(resources);
  relateReplication(context);
  relateWarehouseCopies(context);
  return context.from(kind, nodeAt(context, address)).map(({ to, certain, because }) => {
    const node = context.get(to);
    const region = typeof node?.region === 'string' ? node.region : 'somewhere';
    return `${node?.address} in ${region}${certain ? '' : `? ${because}`}`;
  });
}

describe('MSK Replicator', () => {
  const orders = terraform('aws_msk_cluster.orders', { cluster_name: 'orders' });
  const copy = terraform('aws_msk_serverless_cluster.copy', { cluster_name: 'orders' }, west);
  const replicator = (target: Plain, topics: Plain = ['.*']): DeclaredResource =>
    terraform(
      'aws_msk_replicator.orders',
      {
        replicator_name: 'orders',
        replication_info_list: [
          {
            source_kafka_cluster_arn: reference(orders, 'arn'),
            target_kafka_cluster_arn: target,
            topic_replication: [{ topics_to_replicate: topics }],
          },
        ],
      },
      west,
    );

  test.each<{ what: string; target: Plain; expected: string }>([
    {
      what: 'a cluster of another type',
      target: reference(copy, 'arn'),
      expected: 'aws_msk_serverless_cluster.copy in us-west-2',
    },
    {
      what: 'a literal ARN',
      target: 'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/4f5e-1',
      expected: 'arn:aws:kafka:eu-west-1:111122223333:cluster/orders/4f5e-1 in eu-west-1',
    },
    { what: 'a target that is not known', target: input('var.target'), expected: 'var.target in somewhere' },
  ])('$what', ({ target, expected }) => {
    expect(ends('aws_msk_cluster.orders', [orders, copy, replicator(target)])).toEqual([expected]);
  });

  test.each<{ what: string; topics: Plain; whole: unknown }>([
    { what: 'all topics', topics: ['.*'], whole: true },
    { what: 'some topics', topics: ['orders-.*'], whole: false },
  ])('$what', ({ topics, whole }) => {
    const context = graphContext([orders, copy, replicator(reference(copy, 'arn'), topics)]);
    relateReplication(context);
    const [relation] = context.from('replicatesTo', nodeAt(context, 'aws_msk_cluster.orders'));
    expect(relation?.properties['whole']).toBe(whole);
  });

  test('CloudFormation alike', () => {
    const source = cloudFormation('Orders', 'AWS::MSK::Cluster', { ClusterName: 'orders' });
    const target = cloudFormation('Copy', 'AWS::MSK::Cluster', { ClusterName: 'orders' }, west);
    const between = cloudFormation('Between', 'AWS::MSK::Replicator', {
      ReplicationInfoList: [
        { SourceKafkaClusterArn: reference(source, 'Arn'), TargetKafkaClusterArn: reference(target, 'Arn') },
      ],
    });
    expect(ends('Orders', [source, target, between])).toEqual(['Copy in us-west-2']);
  });
});

describe('MemoryDB Multi-Region', () => {
  const global = terraform('aws_memorydb_multi_region_cluster.all', { multi_region_cluster_name_suffix: 'carts' });
  const member = (name: string, of: Plain, given = {}): DeclaredResource =>
    terraform(`aws_memorydb_cluster.${name}`, { name, multi_region_cluster_name: of }, given);
  const named = reference(global, 'multi_region_cluster_name');

  test('every member takes writes', () => {
    const resources = [global, member('east', named), member('west', named, west), member('other', 'elsewhere', west)];
    expect(ends('aws_memorydb_cluster.east', resources)).toEqual(['aws_memorydb_cluster.west in us-west-2']);
    expect(ends('aws_memorydb_cluster.west', resources)).toEqual(['aws_memorydb_cluster.east in us-east-1']);
  });

  test('one that is declared elsewhere may have other members', () => {
    expect(ends('aws_memorydb_cluster.east', [member('east', 'virxk-carts')])).toEqual([
      'other members of virxk-carts in somewhere? its global cluster is declared elsewhere',
    ]);
  });

  test('CloudFormation: two stacks name the same one', () => {
    const east = cloudFormation('East', 'AWS::MemoryDB::Cluster', { MultiRegionClusterName: 'virxk-carts' });
    const other = cloudFormation(
      'West',
      'AWS::MemoryDB::Cluster',
      { MultiRegionClusterName: 'virxk-carts' },
      { ...west, deployment: 'west.yaml' },
    );
    expect(ends('East', [east, other])).toContain('West in us-west-2');
  });
});

describe('Aurora DSQL', () => {
  test('peered clusters take writes on both sides', () => {
    const one = terraform('aws_dsql_cluster.one', {});
    const two = terraform('aws_dsql_cluster.two', {}, west);
    const peering = (of: DeclaredResource, peer: DeclaredResource): DeclaredResource =>
      terraform(`aws_dsql_cluster_peering.${of.address.split('.')[1]}`, {
        identifier: reference(of, 'identifier'),
        clusters: [reference(peer, 'arn')],
        witness_region: 'us-east-2',
      });
    const resources = [one, two, peering(one, two)];
    expect(ends('aws_dsql_cluster.one', resources)).toEqual(['aws_dsql_cluster.two in us-west-2']);
    expect(ends('aws_dsql_cluster.two', resources)).toEqual(['aws_dsql_cluster.one in us-east-1']);
  });

  test('CloudFormation names the peer by ARN', () => {
    const peer = 'arn:aws:dsql:us-west-2:111122223333:cluster/abcdefghij';
    const one = cloudFormation('One', 'AWS::DSQL::Cluster', {
      MultiRegionProperties: { WitnessRegion: 'us-east-2', Clusters: [peer] },
    });
    expect(ends('One', [one])).toEqual([`${peer} in us-west-2`]);
  });
});

describe('Keyspaces', () => {
  const list = ['us-east-1', 'us-west-2', input('var.third')];
  const expected = [
    'replica of TABLE in us-west-2',
    'replica of TABLE in somewhere? whether var.third is another Region is not known',
  ];

  test('a table is in all Regions of its keyspace', () => {
    const keyspace = terraform('aws_keyspaces_keyspace.shop', {
      name: 'shop',
      replication_specification: [{ replication_strategy: 'MULTI_REGION', region_list: list }],
    });
    const table = terraform('aws_keyspaces_table.orders', { keyspace_name: through('shop', keyspace) });
    expect(ends(table.address, [keyspace, table])).toEqual(expected.map((end) => end.replace('TABLE', table.address)));
  });

  test('CloudFormation alike', () => {
    const keyspace = cloudFormation('Shop', 'AWS::Cassandra::Keyspace', {
      ReplicationSpecification: { ReplicationStrategy: 'MULTI_REGION', RegionList: list },
    });
    const table = cloudFormation('Orders', 'AWS::Cassandra::Table', { KeyspaceName: reference(keyspace, 'Ref') });
    expect(ends('Orders', [keyspace, table])).toEqual(expected.map((end) => end.replace('TABLE', 'Orders')));
  });
});

test.each([
  {
    what: 'Terraform',
    primary: terraform('aws_mq_broker.orders', { broker_name: 'orders' }),
    replica: (of: Plain) =>
      terraform('aws_mq_broker.copy', { broker_name: 'copy', data_replication_primary_broker_arn: of }, west),
    attribute: 'arn',
  },
  {
    what: 'CloudFormation',
    primary: cloudFormation('Orders', 'AWS::AmazonMQ::Broker', { BrokerName: 'orders' }),
    replica: (of: Plain) =>
      cloudFormation('Copy', 'AWS::AmazonMQ::Broker', { DataReplicationPrimaryBrokerArn: of }, west),
    attribute: 'Arn',
  },
])('a replica names its primary broker in $what', ({ primary, replica, attribute }) => {
  const copy = replica(reference(primary, attribute));
  expect(ends(primary.address, [primary, copy])).toEqual([`${copy.address} in us-west-2`]);
});

test('a connected search domain may follow the one that it connects to', () => {
  const leader = terraform('aws_opensearch_domain.leader', { domain_name: 'catalogue' });
  const follower = terraform('aws_opensearch_domain.follower', { domain_name: 'catalogue' }, west);
  const connection = terraform(
    'aws_opensearch_outbound_connection.follow',
    {
      connection_alias: 'follow',
      local_domain_info: [{ domain_name: through('catalogue', follower), region: 'us-west-2' }],
      remote_domain_info: [{ domain_name: 'catalogue', region: 'us-east-1' }],
    },
    west,
  );
  expect(ends('aws_opensearch_domain.leader', [leader, follower, connection])).toEqual([
    'aws_opensearch_domain.follower in us-west-2? what is replicated over aws_opensearch_outbound_connection.follow is set up in the domain itself',
  ]);
});

describe('Redshift snapshot copies', () => {
  const days = (resources: readonly DeclaredResource[], address: string): unknown => {
    const context = graphContext(resources);
    relateWarehouseCopies(context);
    const [relation] = context.from('copiesTo', nodeAt(context, address));
    const kept = relation?.properties['retention'];
    if (!(kept instanceof MeasureLeaf)) return undefined;
    const { low, high } = kept.interval();
    return [low / 86_400, high / 86_400];
  };
  const cluster = terraform('aws_redshift_cluster.sales', { cluster_identifier: 'sales' });
  const copy = (more: Record<string, Plain> = {}): DeclaredResource =>
    terraform('aws_redshift_snapshot_copy.sales', {
      cluster_identifier: reference(cluster, 'id'),
      destination_region: 'us-west-2',
      ...more,
    });

  test.each<{ what: string; more: Record<string, Plain>; kept: readonly number[] }>([
    { what: 'a week, unless said otherwise', more: {}, kept: [7, 7] },
    { what: 'as long as is written', more: { retention_period: 30 }, kept: [30, 30] },
    { what: 'for a time that is not known', more: { retention_period: input('var.days') }, kept: [1, Infinity] },
  ])('are kept $what', ({ more, kept }) => {
    expect(days([cluster, copy(more)], cluster.address)).toEqual(kept);
    expect(ends(cluster.address, [cluster, copy(more)], 'copiesTo')).toEqual([
      'snapshots of aws_redshift_cluster.sales in us-west-2',
    ]);
  });

  test('CloudFormation: of clusters and of serverless namespaces', () => {
    const sales = cloudFormation('Sales', 'AWS::Redshift::Cluster', {
      DestinationRegion: 'us-west-2',
      SnapshotCopyRetentionPeriod: 14,
    });
    expect(days([sales], 'Sales')).toEqual([14, 14]);
    const reports = cloudFormation('Reports', 'AWS::RedshiftServerless::Namespace', {
      SnapshotCopyConfigurations: [{ DestinationRegion: 'eu-west-1', SnapshotRetentionPeriod: -1 }],
    });
    expect(days([reports], 'Reports')).toEqual([Infinity, Infinity]);
    expect(ends('Reports', [reports], 'copiesTo')).toEqual(['snapshots of Reports in eu-west-1']);
  });

  test('nothing is copied unless it is asked for', () => {
    expect(ends(cluster.address, [cluster], 'copiesTo')).toEqual([]);
  });
});
