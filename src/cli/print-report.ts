/** Commands that show what a run came to and judge nothing by their exit status, beside inputs that can't be read. */
import type { Report } from '../findings/report.ts';
import type { ReporterOptions } from '../reporters/reporter.ts';
import { refuse, remark, type CommandContext } from './command-context.ts';
import { formatsOf } from './commands.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { outputTargets, writeResults } from './outputs.ts';
import { emptyPathMistakes, readSettings, spellDiagnostic, todayOf } from './settings.ts';
import { watchedLint } from './watched-lint.ts';

type Printer = (report: Report, format: string, options: ReporterOptions) => Promise<string>;

export async function printReport(context: CommandContext, print: Printer): Promise<ExitCode> {
  const { commandLine, environment } = context;
  const targets = outputTargets(commandLine.options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, commandLine.operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const today = todayOf(environment);
  const { report } = await watchedLint(context, { ...settings.value, verdicts: 'findings', today });
  const empty = emptyPathMistakes(settings.value, report, commandLine.options);
  if (empty.length > 0) return refuse(environment, empty);
  const written = await writeResults(context, targets.value, ({ format }, options) => print(report, format, options));
  if (written !== exitCodes.ok) return written;
  const errors = report.diagnostics.filter(({ level }) => level === 'error');
  for (const error of errors) remark(environment, spellDiagnostic(error));
  return errors.length > 0 ? exitCodes.findings : exitCodes.ok;
}
