/** `dr-lint graph [paths…]`: the graph that policies are judged on, as JSON. */
import { refuse, remark, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { pathsWithoutInput } from '../../discovery/paths-without-input.ts';
import { outputTargets, writeResult } from '../outputs.ts';
import { readSettings, spellDiagnostic } from '../settings.ts';

export async function runGraph(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const targets = outputTargets(commandLine.options, ['json']);
  const settings = await readSettings(context, commandLine.operands);
  if (targets.kind === 'mistaken' || settings.kind === 'mistaken') {
    return refuse(
      environment,
      [targets, settings].flatMap((each) => (each.kind === 'mistaken' ? each.mistakes : [])),
    );
  }
  const today = environment.now().toISOString().slice(0, 'YYYY-MM-DD'.length);
  const report = await dependencies.lint({ ...settings.value, verdicts: 'findings', today });
  const empty = pathsWithoutInput(settings.value.paths, report.inputs);
  if (empty.length > 0)
    return refuse(
      environment,
      empty.map((path) => `${path} holds no Terraform and no CloudFormation.`),
    );
  const text = await dependencies.printGraph(report.graph);
  const unwritten = targets.value.flatMap((target) => writeResult(environment, target, text));
  if (unwritten.length > 0) return refuse(environment, unwritten);
  const errors = report.diagnostics.filter(({ level }) => level === 'error');
  for (const error of errors) remark(environment, spellDiagnostic(error));
  return errors.length > 0 ? exitCodes.findings : exitCodes.ok;
}
