/** How the achieved tier is said: with the next rung and what holds it back, or led by the tier that is possible. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import { escapeText, inWords, printText } from '../core/print.ts';

/** How many causes or missing values are named before the rest is counted. */
const namedCauses = 3;

/** `pilot-light; warm-standby is held back by compute: aws_autoscaling_group.dr runs 0 of 4` */
export function tierSentence(workload: WorkloadAssessment): string {
  const { achievedTier, possibleTier, possibleIf } = workload;
  const isWhollyOpen = achievedTier === 'none' && possibleTier !== undefined;
  if (isWhollyOpen) return `${possibleTier} if ${conditionOf(possibleIf)}; for certain none`;
  const parts = [achievedTier];
  if (possibleTier !== undefined) parts.push(`${possibleTier} if ${conditionOf(possibleIf)}`);
  const heldBack = heldBackPhrase(workload);
  if (heldBack !== undefined) parts.push(heldBack);
  return parts.join('; ');
}

function heldBackPhrase({ nextTier, heldBackBy }: WorkloadAssessment): string | undefined {
  if (nextTier === undefined || heldBackBy.length === 0) return undefined;
  const causes = heldBackBy.slice(0, namedCauses).map((cause) => escapeText(cause.replace(/\.$/u, '')));
  const rest = heldBackBy.length - causes.length;
  return `${nextTier} is held back by ${causes.join('; ')}${rest > 0 ? `; and ${rest} more` : ''}`;
}

/** `var.primary_region and var.dr_region turn out right` */
function conditionOf(unknowns: WorkloadAssessment['possibleIf']): string {
  const subjects = [...new Set(unknowns.map(({ reason }) => printText(reason.subject)))];
  if (subjects.length === 0) return 'what is not known turns out right';
  const verb = subjects.length === 1 ? 'turns' : 'turn';
  return `${inWords(subjects.slice(0, namedCauses), subjects.length)} ${verb} out right`;
}
