/** `dr-lint [lint] [paths…]`: lints, reports in every format that was asked for, and says by its exit status what was found. */
import { reaches } from '../../core/level.ts';
import { pathsWithoutInput } from '../../discovery/paths-without-input.ts';
import type { Report } from '../../findings/report.ts';
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import type { Options } from '../options.ts';
import { outputTargets, usesColor, widthOf, writeResult, type OutputTarget } from '../outputs.ts';
import { remarks } from '../remarks.ts';
import { readSettings, type Settings } from '../settings.ts';

export async function runLint(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const { options, operands } = commandLine;
  const targets = outputTargets(options, await dependencies.reporterNames());
  const settings = await readSettings(context, operands);
  if (targets.kind === 'mistaken' || settings.kind === 'mistaken') {
    return refuse(
      environment,
      [targets, settings].flatMap((each) => (each.kind === 'mistaken' ? each.mistakes : [])),
    );
  }
  const started = environment.now().getTime();
  const report = await dependencies.lint({
    ...settings.value,
    verdicts: options.value('verdicts') === 'all' ? 'all' : 'findings',
    today: environment.now().toISOString().slice(0, 'YYYY-MM-DD'.length),
  });
  const empty = emptyPaths(settings.value, report);
  if (empty.length === settings.value.paths.length) return refuse(environment, empty.map(emptyMistake));
  const code = exitCodeOf(report, options);
  const unwritten = await writeReport(
    context,
    report,
    options.isGiven('quiet') && code === exitCodes.ok ? filesOnly(targets.value) : targets.value,
  );
  const milliseconds = environment.now().getTime() - started;
  for (const text of remarks(report, settings.value, options, milliseconds)) remark(environment, text);
  const mistakes = [...unwritten, ...empty.map(emptyMistake)];
  return mistakes.length > 0 ? refuse(environment, mistakes) : code;
}

function emptyPaths({ fileSystem, paths }: Settings, { inputs }: Report): readonly string[] {
  return paths.filter((path) => pathsWithoutInput([fileSystem.realPath(path) ?? path], inputs).length > 0);
}

function emptyMistake(path: string): string {
  return `${path} holds no Terraform and no CloudFormation to lint.`;
}

function exitCodeOf({ findings, summary }: Report, options: Options): ExitCode {
  const failOn = options.value('fail-on') ?? 'error';
  const fails =
    (failOn === 'error' || failOn === 'warning' || failOn === 'note') &&
    findings.some(({ state, level }) => state === 'open' && reaches(level, failOn));
  const isUndecided = options.isGiven('fail-on-unknown') && summary.verdicts.unknown > 0;
  return fails || isUndecided ? exitCodes.findings : exitCodes.ok;
}

function filesOnly(targets: readonly OutputTarget[]): readonly OutputTarget[] {
  return targets.filter(({ file }) => file !== undefined);
}

async function writeReport(
  { commandLine, environment, dependencies }: CommandContext,
  report: Report,
  targets: readonly OutputTarget[],
): Promise<readonly string[]> {
  const mistakes: string[] = [];
  for (const target of targets) {
    const reporter = await dependencies.loadReporter(target.format);
    if (reporter === undefined) throw new Error(`no reporter for the format ${target.format}`);
    const color = usesColor(commandLine.options, environment, target);
    const text = reporter(report, { color, width: widthOf(environment, target) });
    mistakes.push(...writeResult(environment, target, text));
  }
  return mistakes;
}
