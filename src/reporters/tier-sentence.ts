/** How the achieved tier is said: with the next rung and what holds it back, or led by the tier that is possible. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import { escapeText } from '../findings/escape.ts';

/** How many causes or missing values are named before the rest is counted. */
const namedCauses = 3;

/** `pilot-light; warm-standby is held back by compute: aws_autoscaling_group.dr runs 0 of 4` */
export function tierSentence(workload: WorkloadAssessment): string {
  const { achievedTier, possibleTier, possibleIf } = workload;
  const isWhollyOpen = achievedTier === 'none' && possibleTier !== undefined;
  if (isWhollyOpen) return `${possibleTier} if ${subjectsOf(possibleIf)} turn out right; for certain none`;
  const parts = [achievedTier];
  if (possibleTier !== undefined) parts.push(`${possibleTier} if ${subjectsOf(possibleIf)} turn out right`);
  const heldBack = heldBackPhrase(workload);
  if (heldBack !== undefined) parts.push(heldBack);
  return parts.join('; ');
}

function heldBackPhrase({ nextTier, heldBackBy }: WorkloadAssessment): string | undefined {
  if (nextTier === undefined || heldBackBy.length === 0) return undefined;
  const causes = heldBackBy.map((cause) => escapeText(cause.replace(/\.$/u, '')));
  return `${nextTier} is held back by ${named(causes, '; ')}`;
}

function subjectsOf(unknowns: WorkloadAssessment['possibleIf']): string {
  const subjects = [...new Set(unknowns.map(({ reason }) => escapeText(reason.subject)))];
  return subjects.length === 0 ? 'what is not known' : named(subjects, ' and ');
}

function named(causes: readonly string[], separator: string): string {
  const rest = causes.length - namedCauses;
  const shown = causes.slice(0, namedCauses).join(separator);
  return rest > 0 ? `${shown}${separator}${rest} more` : shown;
}
