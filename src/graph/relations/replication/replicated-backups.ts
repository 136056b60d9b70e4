/** Automated backups of a database instance that AWS keeps in another Region: recovery points without a plan. */
import {
  documentMap,
  duration,
  SensitiveLeaf,
  UnknownLeaf,
  type Document,
  type MeasureLeaf,
} from '../../../core/document.ts';
import { exactly } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const instance = 'AWS::RDS::DBInstance';
const day = 86_400;

/** https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_ReplicateBackups.html */
export function relateReplicatedBackups(context: GraphContext): void {
  for (const node of context.ofType(instance)) {
    const backups = replicatedBackups(context, node);
    if (backups === undefined) continue;
    const kept = daysKept(propertyAt(node, '/AutomaticBackupReplicationRetentionPeriod'));
    context.relate('copiesTo', node, { node: backups, certain: true }, documentMap([['retention', kept]]));
  }
}

/** What is kept in the other Region; undefined when nothing is. */
export function replicatedBackups(context: GraphContext, node: DraftNode): DraftNode | undefined {
  const region = propertyAt(node, '/AutomaticBackupReplicationRegion');
  if (region === undefined) return undefined;
  const place = { region, account: node.account, address: `replicated backups of ${node.address}` };
  return context.external(`replicated backups of ${node.id}`, instance, place);
}

function daysKept(value: Document | undefined): MeasureLeaf {
  if (value instanceof SensitiveLeaf) return daysKept(value.reveal());
  const days = value === undefined || value === null || typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(days)) return duration(exactly(days * day));
  // https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_StartDBInstanceAutomatedBackupsReplication.html
  return duration({ low: day, high: 35 * day }, value instanceof UnknownLeaf ? value.symbol() : undefined);
}
