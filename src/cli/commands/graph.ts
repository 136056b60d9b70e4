/** `dr-lint graph [paths…]`: the graph that policies are judged on, as JSON or as a picture. */
import type { CommandContext } from '../command-context.ts';
import type { ExitCode } from '../exit-codes.ts';
import { printReport } from '../print-report.ts';

export function runGraph(context: CommandContext): Promise<ExitCode> {
  return printReport(context, (report, format) => context.dependencies.printGraph(report, format));
}
