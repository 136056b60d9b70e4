/** `dr-lint [lint] [paths…]`: lints, reports in every format that was asked for, and says by its exit status what was found. */
import { reaches } from '../../core/level.ts';
import type { Report } from '../../findings/report.ts';
import type { LintOptions } from '../../lint.ts';
import { done, type Attempt } from '../attempt.ts';
import { changesSince } from '../changed-lines.ts';
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import { settle, tellEdits, writeChanges } from '../fix.ts';
import { outputTargets, writeResults, type OutputTarget } from '../outputs.ts';
import { remarks } from '../remarks.ts';
import { emptyPathMistakes, readSettings, todayOf, type Settings } from '../settings.ts';
import { watchedLint, type WatchedReport } from '../watched-lint.ts';

export async function runLint(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment } = context;
  const { options, operands } = commandLine;
  if (options.isGiven('fix') && options.isGiven('fix-dry-run')) {
    return refuse(environment, ['--fix edits the files, --fix-dry-run does not: give one of them.']);
  }
  const targets = outputTargets(options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const run = await lintAndFix(context, settings.value, targets.value);
  if (run.kind === 'mistaken') return refuse(environment, run.mistakes);
  const { report, figures } = run.value;
  const empty = emptyPathMistakes(settings.value, report, options);
  if (empty.length === settings.value.paths.length) return refuse(environment, empty);
  const code = exitCodeOf(report, options);
  const written = await printReport(context, targets.value, run.value, code);
  for (const text of remarks(report, settings.value, options, figures)) remark(environment, text);
  if (empty.length > 0) return refuse(environment, empty);
  return written === exitCodes.ok ? code : written;
}

interface LintRun extends WatchedReport {
  /** What `--fix-dry-run` prints in place of a report. */
  readonly diff: string | undefined;
}

/** The formats that hold edits for programs to make. */
const formatsWithEdits: ReadonlySet<string> = new Set(['sarif', 'json']);

/** With `--fix` the report is that of what is left. */
async function lintAndFix(
  context: CommandContext,
  settings: Settings,
  targets: readonly OutputTarget[],
): Promise<Attempt<LintRun>> {
  const { options } = context.commandLine;
  const isFixing = options.isGiven('fix') || options.isGiven('fix-dry-run');
  const stated = {
    ...settings,
    verdicts: options.value('verdicts') === 'all' ? ('all' as const) : ('findings' as const),
    today: todayOf(context.environment),
    withProposals: isFixing || targets.some(({ format }) => formatsWithEdits.has(format)),
  };
  const lint = async (): Promise<Attempt<{ readonly lintOptions: LintOptions; readonly watched: WatchedReport }>> => {
    const changes = await changesSince(context, settings);
    if (changes.kind === 'mistaken') return changes;
    const lintOptions = { ...stated, changes: changes.value };
    return done({ lintOptions, watched: await watchedLint(context, lintOptions) });
  };
  const first = await lint();
  if (first.kind === 'mistaken') return first;
  const { lintOptions, watched } = first.value;
  if (!isFixing) return done({ ...watched, diff: undefined });
  const settled = await settle(context, lintOptions, watched.report);
  tellEdits(context, settled, watched.report);
  if (!options.isGiven('fix')) {
    const { unifiedDiff } = await context.dependencies.loadEdits();
    return done({ ...watched, diff: unifiedDiff(settled.changes) });
  }
  const written = writeChanges(context, lintOptions, settled);
  if (written.kind === 'mistaken') return written;
  const last = written.value.length === 0 ? first : await lint();
  return last.kind === 'mistaken' ? last : done({ ...last.value.watched, diff: undefined });
}

/** A diff takes the place of what would go to the standard output; of a quiet run without failure only files are written. */
async function printReport(
  context: CommandContext,
  targets: readonly OutputTarget[],
  { report, diff }: LintRun,
  code: ExitCode,
): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const isQuiet = commandLine.options.isGiven('quiet') && code === exitCodes.ok;
  if (diff !== undefined && !isQuiet) environment.stdout.write(diff);
  const wanted = isQuiet || diff !== undefined ? targets.filter(({ file }) => file !== undefined) : targets;
  return writeResults(context, wanted, async ({ format }, printing) => {
    const reporter = await dependencies.loadReporter(format);
    if (reporter === undefined) throw new Error(`no reporter for the format ${format}`);
    return reporter(report, printing);
  });
}

function exitCodeOf({ findings, summary }: Report, options: Options): ExitCode {
  const failOn = options.value('fail-on') ?? 'error';
  const fails =
    (failOn === 'error' || failOn === 'warning' || failOn === 'note') &&
    findings.some(({ state, level }) => state === 'open' && reaches(level, failOn));
  const isUndecided = options.isGiven('fail-on-unknown') && summary.verdicts.unknown > 0;
  return fails || isUndecided ? exitCodes.findings : exitCodes.ok;
}
