/** Copies of database instances: chains of read replicas, and automated backups that are kept in another Region. */
import { describe, expect, test } from 'vitest';
import type { Value } from '../../../../src/core/value.ts';
import type { DeclaredResource } from '../../../../src/evaluation/declared-resource.ts';
import type { RelationKind } from '../../../../src/graph/relation.ts';
import { relateKeys } from '../../../../src/graph/relations/encrypted-by.ts';
import { relateReplicatedBackups } from '../../../../src/graph/relations/replication/replicated-backups.ts';
import { relateReplication } from '../../../../src/graph/relations/replication/replicates-to.ts';
import { cloudFormation, input, reference, terraform, type Plain } from '../../../helpers/declared.ts';
import { graphContext, nodeAt } from '../../../helpers/graph-context.ts';
import { plainly } from '../../../helpers/measured.ts';

const day = 86_400;

/** Address, Region, and the reason of an end that is only possible. */
function ends(address: string, kind: RelationKind, resources: readonly DeclaredResource[]): readonly string[] {
  const context = graphContext(resources);
  relateReplication(context);
  relateKeys(context);
  relateReplicatedBackups(context);
  return context.from(kind, nodeAt(context, address)).map(({ to, certain, because }) => {
    const node = context.get(to);
    const region = typeof node?.region === 'string' ? node.region : 'somewhere';
    return `${node?.address} in ${region}${certain ? '' : `? ${because}`}`;
  });
}

describe('a replica of a replica', () => {
  const instance = (name: string, source: Plain | undefined, region: string | Value = 'us-east-1'): DeclaredResource =>
    terraform(
      `aws_db_instance.${name}`,
      { identifier: name, ...(source === undefined ? {} : { replicate_source_db: source }) },
      { region },
    );

  test('is one of the first source, too', () => {
    const orders = instance('orders', undefined);
    const reports = instance('reports', reference(orders, 'identifier'));
    const west = instance('west', reference(reports, 'arn'), 'us-west-2');
    expect(ends(orders.address, 'replicatesTo', [orders, reports, west])).toEqual([
      'aws_db_instance.reports in us-east-1',
      'aws_db_instance.west in us-west-2',
    ]);
  });

  test('is only possible where one link of the chain is', () => {
    const orders = instance('orders', undefined, input('var.region'));
    const reports = instance('reports', 'arn:aws:rds:us-east-1:111122223333:db:orders');
    const west = instance('west', reference(reports, 'arn'), 'us-west-2');
    const [, chained] = ends(orders.address, 'replicatesTo', [orders, reports, west]);
    expect(chained).toMatch(/^aws_db_instance\.west in us-west-2\? it has the name of aws_db_instance\.orders/u);
  });

  test('CloudFormation alike', () => {
    const type = 'AWS::RDS::DBInstance';
    const orders = cloudFormation('Orders', type, {});
    const reports = cloudFormation('Reports', type, { SourceDBInstanceIdentifier: reference(orders, 'Ref') });
    const last = cloudFormation('Last', type, { SourceDBInstanceIdentifier: reference(reports, 'Ref') });
    expect(ends('Orders', 'replicatesTo', [orders, reports, last])).toEqual([
      'Reports in us-east-1',
      'Last in us-east-1',
    ]);
  });

  test('instances that name each other end nowhere', () => {
    const first = instance('first', 'second');
    const second = instance('second', 'first');
    expect(ends(first.address, 'replicatesTo', [first, second])).toEqual(['aws_db_instance.second in us-east-1']);
  });
});

describe('automated backups in another Region', () => {
  const orders = terraform('aws_db_instance.orders', { identifier: 'orders', backup_retention_period: 14 });
  const key = terraform('aws_kms_key.west', {}, { region: 'us-west-2' });
  const replication = (more: Record<string, Plain> = {}): DeclaredResource =>
    terraform(
      'aws_db_instance_automated_backups_replication.orders',
      { source_db_instance_arn: reference(orders, 'arn'), ...more },
      { region: 'us-west-2' },
    );

  function retention(address: string, resources: readonly DeclaredResource[]): unknown {
    const context = graphContext(resources);
    relateReplicatedBackups(context);
    const [copy] = context.from('copiesTo', nodeAt(context, address));
    return plainly(copy?.properties['retention']);
  }

  test.each<{ what: string; more: Record<string, Plain>; kept: unknown }>([
    { what: 'for a week', more: {}, kept: [7 * day, 7 * day] },
    { what: 'as long as is written', more: { retention_period: 30 }, kept: [30 * day, 30 * day] },
    {
      what: 'for a time that is not known',
      more: { retention_period: input('var.days') },
      kept: [day, 35 * day, 'var.days'],
    },
  ])('are kept $what', ({ more, kept }) => {
    const resources = [orders, replication(more)];
    expect(ends(orders.address, 'copiesTo', resources)).toEqual([
      'replicated backups of aws_db_instance.orders in us-west-2',
    ]);
    expect(retention(orders.address, resources)).toEqual(kept);
  });

  test('are encrypted by the key that is named', () => {
    const context = graphContext([orders, key, replication({ kms_key_id: reference(key, 'arn') })]);
    relateKeys(context);
    const encrypted = context.to('encryptedBy', nodeAt(context, key.address)).map(({ from }) => context.get(from));
    expect(encrypted.map((node) => node?.address)).toEqual(['replicated backups of aws_db_instance.orders']);
  });

  test('CloudFormation: as long as the source keeps its own', () => {
    const source = cloudFormation('Orders', 'AWS::RDS::DBInstance', {
      BackupRetentionPeriod: 21,
      AutomaticBackupReplicationRegion: 'us-west-2',
    });
    expect(ends('Orders', 'copiesTo', [source])).toEqual(['replicated backups of Orders in us-west-2']);
    expect(retention('Orders', [source])).toEqual([21 * day, 21 * day]);
  });
});
