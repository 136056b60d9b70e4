/** How long AWS Backup keeps what a rule makes, as durations. */
import { duration, SensitiveLeaf, UnknownLeaf, type Document, type MeasureLeaf } from '../../core/document.ts';
import { exactly } from '../../core/interval.ts';
import { propertyAt, type DraftNode } from '../draft.ts';

const day = 86_400;

/** The retention of a rule's recovery points: without one, or with -1, they are kept for ever. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/API_Lifecycle.html
export function retentionOfRule(rule: DraftNode): MeasureLeaf {
  return retentionOf(propertyAt(rule, '/Lifecycle/DeleteAfterDays'));
}

/** The retention of a copy: without one of its own it keeps the source's, and one that never expires goes with its source. */
// https://docs.aws.amazon.com/aws-backup/latest/devguide/recov-point-create-a-copy.html
export function retentionOfCopy(rule: DraftNode, index: number): MeasureLeaf {
  const own = propertyAt(rule, `/CopyActions/${index}/Lifecycle/DeleteAfterDays`);
  return own === undefined || own === null || Number(own) === -1 ? retentionOfRule(rule) : retentionOf(own);
}

function retentionOf(days: Document | undefined): MeasureLeaf {
  if (days === undefined || days === null) return duration(exactly(Infinity));
  if (days instanceof SensitiveLeaf) return retentionOf(days.reveal());
  const count = Number(days);
  if (Number.isFinite(count) && typeof days !== 'object')
    return duration(exactly(count === -1 ? Infinity : count * day));
  const because = days instanceof UnknownLeaf ? days.symbol() : undefined;
  return duration({ low: day, high: Infinity }, because);
}
