import { expect, test } from 'vitest';
import type { UnknownSymbol } from '../../src/core/value.ts';
import { node, policy, reportOf, verdict, workload } from '../helpers/report.ts';

const database = node({ address: 'aws_db_instance.orders' });

function input(subject: string): UnknownSymbol {
  return { key: `infra#${subject}`, reason: { code: 'input', subject, cure: `Give ${subject} with --var-file.` } };
}

test('undecided verdicts are counted by cause, the commonest first, each cause once per verdict', () => {
  const undecided = (id: string, unknowns: readonly UnknownSymbol[]) =>
    verdict(database, { policy: id, verdict: 'unknown', unknowns });
  const { summary } = reportOf({
    nodes: [database],
    policies: [policy({ id: 'rds/multi-az' })],
    verdicts: [
      undecided('rds/multi-az', [input('var.a'), input('var.b'), { ...input('var.b'), key: 'lower(var.b)' }]),
      undecided('rds/backup-retention', [input('var.b')]),
      { ...undecided('rds/off', [input('var.c')]), level: 'off' },
    ],
  });
  expect(summary.verdicts.unknown).toBe(2);
  expect(summary.undecided).toEqual([
    { subject: 'var.b', cure: 'Give var.b with --var-file.', verdicts: 2 },
    { subject: 'var.a', cure: 'Give var.a with --var-file.', verdicts: 1 },
  ]);
});

test('what was left out is counted by reason', () => {
  const { summary } = reportOf({
    nodes: [database],
    inputs: [
      { path: 'infra', kind: 'terraform-root', status: 'read' },
      { path: 'examples/a', kind: 'terraform-root', status: 'left-out', reason: 'roots under examples and tests' },
      { path: 'examples/b', kind: 'terraform-root', status: 'left-out', reason: 'roots under examples and tests' },
    ],
    workloads: [workload({ leftOut: [{ node: database.id, because: 'target of access logs' }] })],
  });
  expect(summary.leftOut).toEqual([
    { what: 'roots under examples and tests', count: 2 },
    { what: 'target of access logs', count: 1 },
  ]);
});
