/** `dr-lint explain POLICY`: one policy, for who wants to know what a finding means and how to cure it. */
import { didYouMean } from '../../core/suggest.ts';
import { refuse, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { outputTargets, usesColor, widthOf, writeResult } from '../outputs.ts';
import { readPolicies } from './policies.ts';

export async function runExplain(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const { options, operands } = commandLine;
  const [wanted, ...others] = operands;
  if (wanted === undefined || others.length > 0) {
    return refuse(environment, [
      'explain takes one policy: dr-lint explain rds/multi-az. dr-lint policies lists them all.',
    ]);
  }
  const targets = outputTargets(options, ['text', 'json']);
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const policies = await readPolicies(context);
  if (policies.kind === 'mistaken') return refuse(environment, policies.mistakes);
  const policy = policies.value.find(({ id, aliases }) => id === wanted || aliases.includes(wanted));
  if (policy === undefined) {
    const ids = policies.value.map(({ id }) => id);
    return refuse(environment, [`"${wanted}" is not a policy.${didYouMean(wanted, ids)}`]);
  }
  const unwritten: string[] = [];
  for (const target of targets.value) {
    const printing = { color: usesColor(options, environment, target), width: widthOf(environment, target) };
    const text = await dependencies.printPolicy(policy, target.format === 'json' ? 'json' : 'text', printing);
    unwritten.push(...writeResult(environment, target, text));
  }
  return unwritten.length > 0 ? refuse(environment, unwritten) : exitCodes.ok;
}
