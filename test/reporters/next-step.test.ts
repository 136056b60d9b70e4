import { expect, test } from 'vitest';
import type { Report } from '../../src/findings/report.ts';
import { nextStep } from '../../src/reporters/next-step.ts';
import { node, policy, reportOf, verdict, workload } from '../helpers/report.ts';

const database = node({ address: 'aws_db_instance.orders' });
const policies = [policy({ id: 'rds/multi-az' }), policy({ id: 'rds/backup-retention' })];
const fails = verdict(database, { policy: 'rds/multi-az' });
const isNoted = verdict(database, { policy: 'rds/backup-retention', level: 'note' });
const isUnknown = verdict(database, {
  policy: 'rds/multi-az',
  verdict: 'unknown',
  unknowns: [{ key: 'k', reason: { code: 'input', subject: 'var.multi_az', cure: 'Set it in a variable file.' } }],
});
const noTier = workload({ tierSource: 'default', tier: 'backup-restore' });
const stated = workload({ tier: 'pilot-light' });
const judged = { nodes: [database], policies };

test.each<readonly [what: string, report: Report, step: string | undefined]>([
  ['nothing was judged', reportOf({ nodes: [] }), undefined],
  [
    'findings, and no tier is stated',
    reportOf({ ...judged, verdicts: [isNoted, fails], workloads: [noTier] }),
    'Next: `dr-lint explain rds/multi-az` says more about the gravest finding; state the promised tier with --tier or in .dr-lint.yaml (`dr-lint init` writes one).',
  ],
  [
    'findings, the tier is stated',
    reportOf({ ...judged, verdicts: [isNoted], workloads: [stated] }),
    'Next: `dr-lint explain rds/backup-retention` says more about the gravest finding.',
  ],
  [
    'something could not be decided',
    reportOf({ ...judged, verdicts: [isUnknown], workloads: [stated] }),
    'Next: 1 undecided verdict depends on var.multi_az (set it in a variable file).',
  ],
  [
    'an input could not be read: what to do is said beside it',
    reportOf({
      ...judged,
      workloads: [stated],
      diagnostics: [{ code: 'input/syntax', level: 'error', message: 'Not closed.', help: '', path: 'main.tf' }],
    }),
    undefined,
  ],
  [
    'nothing found',
    reportOf({ ...judged, workloads: [stated] }),
    'Next: `dr-lint --tier warm-standby` shows what warm-standby would take.',
  ],
  [
    'nothing found, and no tier is stated',
    reportOf({ ...judged, workloads: [noTier] }),
    'Next: state the promised tier with --tier or in .dr-lint.yaml (`dr-lint init` writes one).',
  ],
  [
    'nothing found at the highest tier',
    reportOf({ ...judged, workloads: [workload({ tier: 'active-active' })] }),
    undefined,
  ],
])('%s', (_, report, step) => {
  expect(nextStep(report)).toBe(step);
});
