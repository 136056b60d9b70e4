import { expect, test } from 'vitest';
import type { WorkloadAssessment } from '../../src/assessment/assessment.ts';
import { tierSentence } from '../../src/reporters/tier-sentence.ts';
import { workload } from '../helpers/report.ts';

const inputs = (...subjects: string[]): WorkloadAssessment['possibleIf'] =>
  subjects.map((subject) => ({ key: subject, reason: { code: 'input', subject, cure: '' } }));

test.each<[string, Partial<WorkloadAssessment>, string, string[]?]>([
  [
    'the next rung and what holds it back',
    {
      achievedTier: 'pilot-light',
      nextTier: 'warm-standby',
      heldBackBy: ['compute: aws_autoscaling_group.dr runs 0 of 4.'],
    },
    'pilot-light; warm-standby is held back by compute: aws_autoscaling_group.dr runs 0 of 4',
  ],
  [
    'several causes, one a line, the rest counted',
    {
      achievedTier: 'pilot-light',
      nextTier: 'warm-standby',
      heldBackBy: ['data: a', 'data: b', 'compute: c', 'traffic: d'],
    },
    'pilot-light; warm-standby is held back by',
    ['data: a', 'data: b', 'compute: c', 'and 1 more'],
  ],
  ['the top', { achievedTier: 'active-active', nextTier: undefined }, 'active-active'],
  [
    'nothing certain, and what is open about the possible tier',
    {
      achievedTier: 'none',
      possibleTier: 'pilot-light',
      possibleIf: inputs('var.primary_region', 'var.dr_region', 'var.dr_region'),
      nextTier: 'backup-restore',
      heldBackBy: ['data: x'],
    },
    'none for certain; pilot-light is possible (open: var.primary_region; var.dr_region)',
  ],
  [
    'a higher one is possible',
    {
      achievedTier: 'backup-restore',
      possibleTier: 'pilot-light',
      possibleIf: inputs('var.replica'),
      nextTier: undefined,
    },
    'backup-restore; pilot-light is possible (open: var.replica)',
  ],
])('%s', (_what, given, text, causes = []) => {
  expect(tierSentence(workload(given))).toEqual({ text, causes });
});
