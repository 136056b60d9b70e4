/** How the achieved tier is said: with the next rung and what holds it back, or led by the tier that is possible. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import { escapeText, inWords, printText } from '../core/print.ts';

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
    return { text: `${possibleTier} if ${conditionOf(possibleIf)}; for certain none`, causes: [] };
  }
  const parts = [achievedTier];
  if (possibleTier !== undefined) parts.push(`${possibleTier} if ${conditionOf(possibleIf)}`);
  const causes = heldBackBy.slice(0, namedCauses).map((cause) => escapeText(cause.replace(/\.$/u, '')));
  const rest = heldBackBy.length - causes.length;
  if (rest > 0) causes.push(`and ${rest} more`);
  const isOne = causes.length === 1;
  if (nextTier !== undefined && causes.length > 0) {
    parts.push(`${nextTier} is held back by${isOne ? ` ${causes.join('')}` : ''}`);
  }
  return { text: parts.join('; '), causes: isOne || nextTier === undefined ? [] : causes };
}

/** `var.primary_region and var.dr_region turn out right` */
function conditionOf(unknowns: WorkloadAssessment['possibleIf']): string {
  const subjects = [...new Set(unknowns.map(({ reason }) => printText(reason.subject)))];
  if (subjects.length === 0) return 'what is not known turns out right';
  const verb = subjects.length === 1 ? 'turns' : 'turn';
  return `${inWords(subjects.slice(0, namedCauses), subjects.length)} ${verb} out right`;
}
