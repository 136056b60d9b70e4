/** `dr-lint policies`: the catalogue, as a table or as JSON. */
import type { Policy } from '../../policy/policy.ts';
import { done, mistaken, type Attempt } from '../attempt.ts';
import { refuse, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { outputTargets, writeResult } from '../outputs.ts';
import { readSettings, spellDiagnostic } from '../settings.ts';

export async function runPolicies(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const [operand] = commandLine.operands;
  if (operand !== undefined)
    return refuse(environment, [
      `policies takes no path: ${operand}. To read one policy, run dr-lint explain ${operand}.`,
    ]);
  const targets = outputTargets(commandLine.options, ['text', 'json']);
  if (targets.kind === 'mistaken') return refuse(environment, targets.mistakes);
  const policies = await readPolicies(context);
  if (policies.kind === 'mistaken') return refuse(environment, policies.mistakes);
  const unwritten: string[] = [];
  for (const target of targets.value) {
    const text = await dependencies.printPolicies(policies.value, target.format === 'json' ? 'json' : 'text');
    unwritten.push(...writeResult(environment, target, text));
  }
  return unwritten.length > 0 ? refuse(environment, unwritten) : exitCodes.ok;
}

/** The built-in policies and those that the configuration and the command line add. */
export async function readPolicies(context: CommandContext): Promise<Attempt<readonly Policy[]>> {
  const settings = await readSettings(context, []);
  if (settings.kind === 'mistaken') return settings;
  const { config, policyFolders, fileSystem } = settings.value;
  const folders = [...config.policies.extend, ...policyFolders];
  const { value: policies, diagnostics } = await context.dependencies.loadPolicies(folders, fileSystem);
  const mistakes = diagnostics.filter(({ level }) => level === 'error').map(spellDiagnostic);
  return mistakes.length > 0 ? mistaken(mistakes) : done(policies);
}
