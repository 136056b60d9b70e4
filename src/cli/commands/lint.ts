/** `dr-lint [lint] [paths…]`: lints, reports in every format that was asked for, and says by its exit status what was found. */
import { reaches } from '../../core/level.ts';
import type { Report } from '../../findings/report.ts';
import { changesSince } from '../changed-lines.ts';
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import { outputTargets, writeResults } from '../outputs.ts';
import { remarks } from '../remarks.ts';
import { emptyPathMistakes, readSettings, todayOf } from '../settings.ts';
import { watchedLint } from '../watched-lint.ts';

export async function runLint(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const { options, operands } = commandLine;
  const targets = outputTargets(options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const changes = await changesSince(context, settings.value);
  if (changes.kind === 'mistaken') return refuse(environment, changes.mistakes);
  const { report, figures } = await watchedLint(context, {
    ...settings.value,
    verdicts: options.value('verdicts') === 'all' ? 'all' : 'findings',
    today: todayOf(environment),
    changes: changes.value,
  });
  const empty = emptyPathMistakes(settings.value, report, options);
  if (empty.length === settings.value.paths.length) return refuse(environment, empty);
  const code = exitCodeOf(report, options);
  const isQuiet = options.isGiven('quiet') && code === exitCodes.ok;
  const wanted = isQuiet ? targets.value.filter(({ file }) => file !== undefined) : targets.value;
  const written = await writeResults(context, wanted, async ({ format }, printing) => {
    const reporter = await dependencies.loadReporter(format);
    if (reporter === undefined) throw new Error(`no reporter for the format ${format}`);
    return reporter(report, printing);
  });
  for (const text of remarks(report, settings.value, options, figures)) remark(environment, text);
  if (empty.length > 0) return refuse(environment, empty);
  return written === exitCodes.ok ? code : written;
}

function exitCodeOf({ findings, summary }: Report, options: Options): ExitCode {
  const failOn = options.value('fail-on') ?? 'error';
  const fails =
    (failOn === 'error' || failOn === 'warning' || failOn === 'note') &&
    findings.some(({ state, level }) => state === 'open' && reaches(level, failOn));
  const isUndecided = options.isGiven('fail-on-unknown') && summary.verdicts.unknown > 0;
  return fails || isUndecided ? exitCodes.findings : exitCodes.ok;
}
