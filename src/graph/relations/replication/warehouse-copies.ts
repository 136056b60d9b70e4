/** From a Redshift cluster or namespace to the snapshots that it copies to another Region. */
import {
  documentMap,
  duration,
  SensitiveLeaf,
  UnknownLeaf,
  type Document,
  type MeasureLeaf,
} from '../../../core/document.ts';
import { exactly } from '../../../core/interval.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const day = 86_400;

/** https://docs.aws.amazon.com/redshift/latest/mgmt/cross-region-snapshot-copy.html */
export function relateWarehouseCopies(context: GraphContext): void {
  for (const cluster of context.ofType('AWS::Redshift::Cluster')) {
    relateCopies(context, cluster, '', 'SnapshotCopyRetentionPeriod');
  }
  for (const namespace of context.ofType('AWS::RedshiftServerless::Namespace')) {
    for (const index of itemsAt(namespace, '/SnapshotCopyConfigurations').keys()) {
      relateCopies(context, namespace, `/SnapshotCopyConfigurations/${index}`, 'SnapshotRetentionPeriod');
    }
  }
}

function relateCopies(context: GraphContext, source: DraftNode, pointer: string, retention: string): void {
  const region = propertyAt(source, `${pointer}/DestinationRegion`);
  if (region === undefined) return;
  const place = { region, account: source.account, address: `snapshots of ${source.address}` };
  const node = context.external(`copied snapshots of ${source.id}${pointer}`, source.type, place);
  const properties = documentMap([['retention', daysKept(propertyAt(source, `${pointer}/${retention}`))]]);
  context.relate('copiesTo', source, { node, certain: true }, properties);
}

/** Without a period, or with -1, copies are kept for ever. */
// https://docs.aws.amazon.com/redshift/latest/APIReference/API_EnableSnapshotCopy.html
function daysKept(value: Document | undefined): MeasureLeaf {
  if (value instanceof SensitiveLeaf) return daysKept(value.reveal());
  if (value === undefined || value === null) return duration(exactly(Infinity));
  const days = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(days)) return duration(exactly(days === -1 ? Infinity : days * day));
  return duration({ low: day, high: Infinity }, value instanceof UnknownLeaf ? value.symbol() : undefined);
}
