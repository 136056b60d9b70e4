/** The outputs of the action, which later steps read. */
import type { ExitCode } from '../cli/exit-codes.ts';
import type { Report } from '../findings/report.ts';

/** @param report undefined when nothing was linted, because of wrong usage or a bug */
export function outputsOf(
  report: Report | undefined,
  exitCode: ExitCode,
  sarifFile: string,
): ReadonlyMap<string, string> {
  const { error = 0, warning = 0, note = 0 } = report?.summary.findings ?? {};
  return new Map([
    ['errors', String(error)],
    ['warnings', String(warning)],
    ['notes', String(note)],
    ['unknown', String(report?.summary.verdicts.unknown ?? 0)],
    ['achieved-tier', report === undefined ? '' : lowestTier(report)],
    ['sarif-file', report === undefined ? '' : sarifFile],
    ['exit-code', String(exitCode)],
  ]);
}

/** What the weakest workload achieves; `none` below every tier, empty without a workload. */
function lowestTier({ workloads, tiers }: Report): string {
  const rank = (tier: string): number => tiers.findIndex(({ name }) => name === tier);
  const [lowest] = workloads
    .map(({ achievedTier }) => achievedTier)
    .toSorted((left, right) => rank(left) - rank(right));
  return lowest ?? '';
}

// https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#multiline-strings
/** Lines for the runner's file of outputs. A value can't end early or begin another one, for it can't hold `token`. */
export function outputLines(outputs: ReadonlyMap<string, string>, token: string): string {
  return [...outputs].map(([name, value]) => `${name}<<${token}\n${value}\n${token}\n`).join('');
}
