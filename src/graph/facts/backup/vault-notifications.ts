/**
 * The facts `notifies.backupFailures` and `notifies.copyFailures` of a backup vault: whether somebody hears of jobs that fail,
 * by the notifications of the vault or by a rule on the events of AWS Backup in its Region.
 *
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/backup-notifications.html
 * https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
import { documentMap, isDocumentMap, isLeaf } from '../../../core/document.ts';
import { itemsAt, propertyAt, type DraftNode } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { samePlace } from '../../identity/same.ts';
import { vaultTypes } from '../../relations/backup/plan-of-selection.ts';
import { derivedUnknown } from '../derived-unknown.ts';
import { everyOf, isEqual, someOf, type YesNo } from '../yes-no.ts';

/** What is told of one kind of job: by events of the vault, and by the type of the event on the bus. */
interface Job {
  readonly fact: 'backupFailures' | 'copyFailures';
  readonly events: readonly string[];
  readonly detailType: string;
}

const jobs: readonly Job[] = [
  // A completed job may have failed.
  {
    fact: 'backupFailures',
    events: ['BACKUP_JOB_FAILED', 'BACKUP_JOB_COMPLETED'],
    detailType: 'Backup Job State Change',
  },
  { fact: 'copyFailures', events: ['COPY_JOB_FAILED'], detailType: 'Copy Job State Change' },
];

export function setVaultNotifications(context: GraphContext): void {
  const rules = context.ofType('AWS::Events::Rule').filter((rule) => isAboutBackup(rule) !== false);
  for (const vault of context.ofType(...vaultTypes)) {
    if (vault.kind === 'looked-up') continue;
    const answers = jobs.map(
      (job) => [job.fact, someOf([tells(vault, job), ...rules.map((rule) => hears(rule, vault, job))])] as const,
    );
    vault.facts.set('notifies', documentMap(answers));
    vault.factSources.set('notifies', ['/Notifications/BackupVaultEvents', '/Notifications']);
  }
}

function tells(vault: DraftNode, { events }: Job): YesNo {
  const listed = itemsAt(vault, '/Notifications/BackupVaultEvents');
  return someOf(listed.flatMap((event) => events.map((each) => isEqual(event, each))));
}

function isAboutBackup(rule: DraftNode): YesNo {
  return allows(rule, '/EventPattern/source', 'aws.backup', false);
}

/** A rule that is on, has a target, and lets failures of this vault through. */
function hears(rule: DraftNode, vault: DraftNode, { detailType }: Job): YesNo {
  const isHere = samePlace(rule, vault);
  if (isHere === 'no' || rule.parts.length === 0) return false;
  return everyOf([
    isHere === 'yes'
      ? true
      : derivedUnknown(`${rule.id} hears of ${vault.id}`, `whether ${rule.address} lies where ${vault.address} does`),
    isEqual(propertyAt(rule, '/State') ?? 'ENABLED', 'ENABLED'),
    isAboutBackup(rule),
    allows(rule, '/EventPattern/detail-type', detailType, true),
    allows(rule, '/EventPattern/detail/state', 'FAILED', true),
    isOfAllVaults(rule),
  ]);
}

/** A pattern that says more than the state may leave this vault out. */
function isOfAllVaults(rule: DraftNode): YesNo {
  const detail = propertyAt(rule, '/EventPattern/detail');
  if (detail === undefined) return true;
  if (isLeaf(detail)) return detail;
  const more = isDocumentMap(detail) && Object.keys(detail).some((key) => key !== 'state');
  return more ? derivedUnknown(`${rule.id} detail`, `which events ${rule.address} lets through`) : true;
}

/** Whether a list of a pattern lets a text through; filters other than plain texts may do so. */
function allows(rule: DraftNode, pointer: string, text: string, absent: boolean): YesNo {
  if (propertyAt(rule, pointer) === undefined) return absent;
  return someOf(
    itemsAt(rule, pointer).map((item) => (isDocumentMap(item) ? filterOf(rule, pointer) : isEqual(item, text))),
  );
}

function filterOf(rule: DraftNode, pointer: string): YesNo {
  return derivedUnknown(`${rule.id}${pointer}`, `which events ${rule.address} lets through`);
}
