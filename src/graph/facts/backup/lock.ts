/**
 * The fact `lock`: the shortest and longest retention that the lock of a backup vault lets a recovery point have, and its mode:
 * `governance` where people with the permission can take it away, `compliance` where nobody can.
 */
import {
  documentMap,
  duration,
  SensitiveLeaf,
  UnknownLeaf,
  type Document,
  type MeasureLeaf,
} from '../../../core/document.ts';
import { exactly, type Interval } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';

const day = 86_400;

export function setLocks(context: GraphContext): void {
  for (const vault of context.ofType('AWS::Backup::BackupVault')) {
    if (propertyAt(vault, '/LockConfiguration') !== undefined) setLock(vault, '/LockConfiguration');
  }
  // Always locked. https://docs.aws.amazon.com/aws-backup/latest/devguide/logicallyairgappedvault.html
  for (const vault of context.ofType('AWS::Backup::LogicallyAirGappedBackupVault')) setLock(vault, '');
}

// Without a minimum or a maximum the lock restricts nothing at that end.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_PutBackupVaultLockConfiguration.html
function setLock(vault: DraftNode, pointer: string): void {
  const pointers = [`${pointer}/MinRetentionDays`, `${pointer}/MaxRetentionDays`] as const;
  const [minimum, maximum] = pointers;
  vault.facts.set(
    'lock',
    documentMap([
      ['mode', modeOf(vault, pointer)],
      ['minimum', days(propertyAt(vault, minimum), 0)],
      ['maximum', days(propertyAt(vault, maximum), Infinity)],
    ]),
  );
  vault.factSources.set('lock', pointers);
  vault.factSources.set('lock.mode', [`${pointer}/ChangeableForDays`]);
}

// https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
function modeOf(vault: DraftNode, pointer: string): Document {
  if (pointer === '') return 'compliance';
  const changeable = propertyAt(vault, `${pointer}/ChangeableForDays`);
  if (changeable instanceof UnknownLeaf) return changeable;
  return changeable === undefined || changeable === null ? 'governance' : 'compliance';
}

const anyLength: Interval = { low: day, high: Infinity };

function days(value: Document | undefined, absent: number): MeasureLeaf {
  if (value === undefined || value === null) return duration(exactly(absent));
  if (value instanceof SensitiveLeaf) return days(value.reveal(), absent);
  const count = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(count)) return duration(exactly(count * day));
  return duration(anyLength, value instanceof UnknownLeaf ? value.symbol() : undefined);
}
