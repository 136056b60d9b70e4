/** How long AWS Backup keeps what a rule makes, as durations. */
import { duration, SensitiveLeaf, UnknownLeaf, type Document, type MeasureLeaf } from '../../../core/document.ts';
import { exactly } from '../../../core/interval.ts';
import { propertyAt, type DraftNode } from '../../draft.ts';

const day = 86_400;

/** The retention of a rule's recovery points: without one, or with -1, they are kept for ever. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
export function retentionOfRule(rule: DraftNode): MeasureLeaf {
  return retentionOf(lifecycleDays(rule, '/Lifecycle/DeleteAfterDays'));
}

/** The retention of a copy: without one of its own it keeps the source's, and one that never expires goes with its source. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
export function retentionOfCopy(rule: DraftNode, index: number): MeasureLeaf {
  const own = lifecycleDays(rule, `/CopyActions/${index}/Lifecycle/DeleteAfterDays`);
  return own === undefined ? retentionOfRule(rule) : retentionOf(own);
}

/** A number of days in a lifecycle, as written; undefined where it says that the thing never happens. */
export function lifecycleDays(rule: DraftNode, pointer: string): Document | undefined {
  const written = propertyAt(rule, pointer);
  const days = written instanceof SensitiveLeaf ? written.reveal() : written;
  if (days === undefined || days === null) return undefined;
  if (typeof days === 'object') return days;
  // The provider leaves a 0 out. https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/backup_plan
  const isLeftOut = rule.language === 'terraform' && Number(days) === 0;
  return isLeftOut || Number(days) === -1 ? undefined : days;
}

function retentionOf(days: Document | undefined): MeasureLeaf {
  if (days === undefined) return duration(exactly(Infinity));
  const count = typeof days === 'object' ? Number.NaN : Number(days);
  if (Number.isFinite(count)) return duration(exactly(count * day));
  return duration({ low: day, high: Infinity }, days instanceof UnknownLeaf ? days.symbol() : undefined);
}
