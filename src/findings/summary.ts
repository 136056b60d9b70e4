/** The figures of a run: findings by level, verdicts by kind, what could not be decided and why, what was left out. */
import type { WorkloadAssessment } from '../assessment/assessment.ts';
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Finding } from './finding.ts';
import type { InputStatus, Summary } from './report.ts';
import { compareTexts } from './sort.ts';

export interface SummaryInput {
  readonly graph: ResourceGraph;
  /** Every verdict; those that are off at their tier are not counted. */
  readonly verdicts: readonly Verdict[];
  readonly findings: readonly Finding[];
  /** Open findings that are not reported, where only some are. */
  readonly elsewhere?: number | undefined;
  readonly inputs: readonly InputStatus[];
  readonly workloads: readonly WorkloadAssessment[];
}

export function summaryOf(input: SummaryInput): Summary {
  const told = input.verdicts.filter(({ level }) => level !== 'off');
  const open = input.findings.filter(({ state }) => state === 'open');
  const count = (verdict: Verdict['verdict']): number => told.filter((each) => each.verdict === verdict).length;
  return {
    resources: [...input.graph.nodes.values()].filter(({ kind }) => kind === 'declared' || kind === 'modelled').length,
    findings: {
      error: open.filter(({ level }) => level === 'error').length,
      warning: open.filter(({ level }) => level === 'warning').length,
      note: open.filter(({ level }) => level === 'note').length,
    },
    verdicts: {
      pass: count('pass'),
      fail: count('fail'),
      unknown: count('unknown'),
      notApplicable: count('not-applicable'),
    },
    undecided: undecidedByCause(told),
    leftOut: leftOutByCause(input),
    suppressed: input.findings.filter(({ state }) => state === 'suppressed').length,
    ...(input.elsewhere === undefined ? {} : { elsewhere: input.elsewhere }),
  };
}

/** A verdict with several causes counts once for each: supplying one of them may not be enough, but each is needed. */
function undecidedByCause(verdicts: readonly Verdict[]): Summary['undecided'] {
  const causes = new Map<string, { readonly subject: string; readonly cure: string; verdicts: number }>();
  for (const { verdict, unknowns } of verdicts) {
    if (verdict !== 'unknown') continue;
    const reasons = new Map(unknowns.map(({ reason }) => [`${reason.subject}\0${reason.cure}`, reason]));
    if (reasons.size === 0) reasons.set('', { code: 'derived', subject: 'a relation that is only possible', cure: '' });
    for (const [key, { subject, cure }] of reasons) {
      const cause = causes.get(key) ?? { subject, cure, verdicts: 0 };
      cause.verdicts += 1;
      causes.set(key, cause);
    }
  }
  return [...causes.values()].toSorted(
    (left, right) => right.verdicts - left.verdicts || compareTexts(left.subject, right.subject),
  );
}

function leftOutByCause({ inputs, workloads }: SummaryInput): Summary['leftOut'] {
  const counts = new Map<string, number>();
  const add = (what: string): void => {
    counts.set(what, (counts.get(what) ?? 0) + 1);
  };
  for (const { status, reason, kind } of inputs) if (status === 'left-out') add(reason ?? kind);
  for (const { because } of workloads.flatMap(({ leftOut }) => leftOut)) add(because);
  return [...counts]
    .map(([what, count]) => ({ what, count }))
    .toSorted((left, right) => right.count - left.count || compareTexts(left.what, right.what));
}
