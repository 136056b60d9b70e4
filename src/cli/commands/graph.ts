/** `dr-lint graph [paths…]`: the graph that policies are judged on, as JSON or as a picture. */
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { outputTargets, writeResults } from '../outputs.ts';
import { emptyPathMistakes, readSettings, spellDiagnostic, todayOf } from '../settings.ts';
import { watchedLint } from '../watched-lint.ts';

export async function runGraph(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const targets = outputTargets(commandLine.options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, commandLine.operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const today = todayOf(environment);
  const { report } = await watchedLint(context, { ...settings.value, verdicts: 'findings', today });
  const empty = emptyPathMistakes(settings.value, report, commandLine.options);
  if (empty.length > 0) return refuse(environment, empty);
  const written = await writeResults(context, targets.value, ({ format }) => dependencies.printGraph(report, format));
  if (written !== exitCodes.ok) return written;
  const errors = report.diagnostics.filter(({ level }) => level === 'error');
  for (const error of errors) remark(environment, spellDiagnostic(error));
  return errors.length > 0 ? exitCodes.findings : exitCodes.ok;
}
