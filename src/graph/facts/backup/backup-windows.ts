/** The facts `startWindow` and `completionWindow` of a backup rule: how long a job may take to start, and to be done. */
import { duration, SensitiveLeaf, UnknownLeaf, type Document, type MeasureLeaf } from '../../../core/document.ts';
import { exactly } from '../../../core/interval.ts';
import { propertyAt } from '../../draft.ts';
import type { GraphContext } from '../../graph-context.ts';
import { isDeclaredHere, ruleType } from '../../relations/backup/plan-of-selection.ts';

// Eight hours and seven days, when nothing is written.
// https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html
const windows = [
  { fact: 'startWindow', pointer: '/StartWindowMinutes', absent: 28_800 },
  { fact: 'completionWindow', pointer: '/CompletionWindowMinutes', absent: 604_800 },
] as const;

export function setBackupWindows(context: GraphContext): void {
  for (const rule of context.ofType(ruleType).filter(isDeclaredHere)) {
    for (const { fact, pointer, absent } of windows) {
      rule.facts.set(fact, minutes(propertyAt(rule, pointer), absent));
      rule.factSources.set(fact, [pointer]);
    }
  }
}

function minutes(value: Document | undefined, absent: number): MeasureLeaf {
  if (value instanceof SensitiveLeaf) return minutes(value.reveal(), absent);
  if (value === undefined || value === null) return duration(exactly(absent));
  const count = typeof value === 'object' ? Number.NaN : Number(value);
  if (Number.isFinite(count)) return duration(exactly(count * 60));
  return duration({ low: 0, high: Infinity }, value instanceof UnknownLeaf ? value.symbol() : undefined);
}
