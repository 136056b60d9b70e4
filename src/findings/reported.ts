/** From all that was found to what is reported: that which passes every filter; how much does not is counted. */
import type { ResourceGraph } from '../graph/resource-graph.ts';
import type { Verdict } from '../policy/verdict.ts';
import type { Finding } from './finding.ts';
import { foundFinding, foundVerdict, type FoundFilter } from './found.ts';

export interface Reported {
  readonly findings: readonly Finding[];
  /** Failures that are told in the findings, undecided ones of the same places, and all others. */
  readonly verdicts: readonly Verdict[];
  /** Open findings that are not reported; undefined when there is nothing to filter by. */
  readonly elsewhere: number | undefined;
}

export function reported(
  { findings, verdicts }: Pick<Reported, 'findings' | 'verdicts'>,
  graph: ResourceGraph,
  filters: readonly FoundFilter[],
): Reported {
  if (filters.length === 0) return { findings, verdicts, elsewhere: undefined };
  const told = findings.filter((finding) => filters.every((passes) => passes(foundFinding(finding, graph))));
  const isOpen = ({ state }: Finding): boolean => state === 'open';
  const failures = new Set(told.flatMap((finding) => finding.verdicts));
  const isReported = (verdict: Verdict): boolean => {
    if (verdict.verdict === 'fail' && verdict.level !== 'off') return failures.has(verdict);
    if (verdict.verdict !== 'unknown') return true;
    return filters.every((passes) => passes(foundVerdict(verdict, graph)));
  };
  return {
    findings: told,
    verdicts: verdicts.filter(isReported),
    elsewhere: findings.filter(isOpen).length - told.filter(isOpen).length,
  };
}
