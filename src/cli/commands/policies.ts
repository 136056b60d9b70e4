/** `dr-lint policies`: the catalogue, as a table or as JSON. */
import { refuse, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import type { ExitCode } from '../exit-codes.ts';
import { outputTargets, writeResults } from '../outputs.ts';
import { readSettings } from '../settings.ts';

export async function runPolicies(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const [operand] = commandLine.operands;
  if (operand !== undefined) {
    const mistake = `policies takes no path: ${operand}. To read one policy, run dr-lint explain ${operand}.`;
    return refuse(environment, [mistake]);
  }
  const targets = outputTargets(commandLine.options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, []);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  return writeResults(context, targets.value, ({ format, file }) =>
    dependencies.printPolicies(settings.value, format, file === undefined ? environment.stdout.columns : undefined),
  );
}
