/** `dr-lint explain POLICY`: one policy, for who wants to know what a finding means and how to cure it. */
import { didYouMean } from '../../core/suggest.ts';
import { refuse, type CommandContext } from '../command-context.ts';
import { formatsOf } from '../commands.ts';
import type { ExitCode } from '../exit-codes.ts';
import { outputTargets, writeResults } from '../outputs.ts';
import { readSettings } from '../settings.ts';

export async function runExplain(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const [wanted, ...others] = commandLine.operands;
  if (wanted === undefined || others.length > 0) {
    const mistake = 'explain takes one policy: dr-lint explain rds/multi-az. dr-lint policies lists them all.';
    return refuse(environment, [mistake]);
  }
  const targets = outputTargets(commandLine.options, await formatsOf(context));
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const settings = await readSettings(context, []);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const { policies, config, fileSystem } = settings.value;
  const policy = policies.find(({ id, aliases }) => id === wanted || aliases.includes(wanted));
  if (policy === undefined) {
    const ids = policies.map(({ id }) => id);
    return refuse(environment, [`"${wanted}" is not a policy.${didYouMean(wanted, ids)}`]);
  }
  return writeResults(context, targets.value, ({ format }, printing) =>
    dependencies.printPolicy({ policy, config, fileSystem }, format, printing),
  );
}
