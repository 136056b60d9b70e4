/** `dr-lint assess [paths…]`: what would happen to each workload, the tier that holds, and what the next one takes. */
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { printReport } from '../print-report.ts';

/** It tells and does not judge: a missed promise is what `lint` fails on. */
export function runAssess(context: CommandContext): Promise<ExitCode> {
  return printReport(context, (report, format, options) =>
    context.dependencies.printAssessment(report, format, options),
  );
}
