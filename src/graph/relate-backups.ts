/** AWS Backup: which rule stores and copies where, which plan protects what, and the figures that follow. */
import type { GraphContext } from './graph-context.ts';
import { setBackupWindows } from './facts/backup/backup-windows.ts';
import { setColdStorage } from './facts/backup/cold-storage.ts';
import { setContinuousBackups } from './facts/backup/continuous-backup.ts';
import { setCopyGaps } from './facts/backup/copy-gap.ts';
import { setLocks } from './facts/backup/lock.ts';
import { setLongestGaps } from './facts/backup/longest-gap.ts';
import { setNativeBackups } from './facts/backup/native-backup.ts';
import { setRetentions } from './facts/backup/retention.ts';
import { setVaultAccess } from './facts/backup/vault-access.ts';
import { setVaultNotifications } from './facts/backup/vault-notifications.ts';
import { setTargetsNothing } from './facts/operations/targets-nothing.ts';
import { relateAudits } from './relations/backup/audited-by.ts';
import { relateCopies } from './relations/backup/copies-to.ts';
import { relateProtection } from './relations/backup/protected-by.ts';
import { relateRestoreTests } from './relations/backup/restore-tests.ts';
import { relateSnapshotCopies } from './relations/backup/snapshot-copies.ts';
import { relateStorage } from './relations/backup/stores-in.ts';
import { relateOntapVolumes } from './relations/ontap-volumes.ts';

export function relateBackups(context: GraphContext): void {
  relateStorage(context);
  relateCopies(context);
  relateSnapshotCopies(context);
  relateProtection(context);
  relateOntapVolumes(context);
  relateRestoreTests(context);
  relateAudits(context);
  setTargetsNothing(context);
  setLocks(context);
  setVaultAccess(context);
  setVaultNotifications(context);
  setBackupWindows(context);
  setRetentions(context);
  setColdStorage(context);
  setNativeBackups(context);
  setContinuousBackups(context);
  setLongestGaps(context);
  setCopyGaps(context);
}
