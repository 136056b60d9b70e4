import { expect, test } from 'vitest';
import { outputLines, outputsOf } from '../../src/action/outputs.ts';
import { reportOf } from '../cli/fake-run.ts';
import { workload } from '../helpers/report.ts';

const tiers = ['backup-restore', 'pilot-light', 'warm-standby'].map((name) => ({
  name,
  steps: { data: 1, compute: 0, traffic: 0 },
}));

test.each([
  { what: 'of one workload: its own', achieved: ['pilot-light'], lowest: 'pilot-light' },
  {
    what: 'of several: the lowest',
    achieved: ['warm-standby', 'backup-restore', 'pilot-light'],
    lowest: 'backup-restore',
  },
  { what: 'below every tier: none', achieved: ['backup-restore', 'none'], lowest: 'none' },
  { what: 'without a workload: nothing', achieved: [], lowest: '' },
])('the achieved tier $what', ({ achieved, lowest }) => {
  const report = reportOf({ tiers, workloads: achieved.map((achievedTier) => workload({ achievedTier })) });
  expect(outputsOf(report, 0, '').get('achieved-tier')).toBe(lowest);
});

test('an output stands between two lines that it cannot hold', () => {
  expect(outputLines(new Map([['achieved-tier', 'a\nb']]), 'token')).toBe('achieved-tier<<token\na\nb\ntoken\n');
});
