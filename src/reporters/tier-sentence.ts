/** How the achieved tier is said: with what a possible one is open about, and what holds the next one back. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import { escapeText, printText } from '../core/print.ts';

/** How many causes or missing values are named before the rest is counted. */
const namedCauses = 3;

export interface TierSentence {
  /** `pilot-light; warm-standby is held back by compute: aws_autoscaling_group.dr runs 0 of 4`; with several causes it ends in `held back by`. */
  readonly text: string;
  /** Several causes, to be told one a line; empty where the text names the only one. */
  readonly causes: readonly string[];
}

export function tierSentence(workload: WorkloadAssessment): TierSentence {
  const { achievedTier, possibleTier, possibleIf, nextTier, heldBackBy } = workload;
  if (achievedTier === 'none' && possibleTier !== undefined) {
    return { text: `none for certain; ${possibleTier} is possible${openQuestions(possibleIf)}`, causes: [] };
  }
  const parts = [achievedTier];
  if (possibleTier !== undefined) parts.push(`${possibleTier} is possible${openQuestions(possibleIf)}`);
  const causes = heldBackBy.slice(0, namedCauses).map((cause) => escapeText(cause.replace(/\.$/u, '')));
  const rest = heldBackBy.length - causes.length;
  if (rest > 0) causes.push(`and ${rest} more`);
  const isOne = causes.length === 1;
  if (nextTier !== undefined && causes.length > 0) {
    parts.push(`${nextTier} is held back by${isOne ? ` ${causes.join('')}` : ''}`);
  }
  return { text: parts.join('; '), causes: isOne || nextTier === undefined ? [] : causes };
}

/** ` (open: var.primary_region; its subnets are not known; and 3 more)`: some are names, some are sentences. */
function openQuestions(unknowns: WorkloadAssessment['possibleIf']): string {
  const subjects = [...new Set(unknowns.map(({ reason }) => printText(reason.subject)))];
  if (subjects.length === 0) return '';
  const rest = subjects.length - namedCauses;
  const named = subjects.slice(0, namedCauses);
  return ` (open: ${[...named, ...(rest > 0 ? [`and ${rest} more`] : [])].join('; ')})`;
}
