/** `dr-lint test [DIR…]`: policies are held to their examples. */
import { escapeText } from '../../core/print.ts';
import { plural } from '../../reporters/text-style.ts';
import { refuse, type CommandContext } from '../command-context.ts';
import { exitCodes, type ExitCode } from '../exit-codes.ts';
import { fromWorkingDirectory } from '../named-paths.ts';
import { readPolicies, readSettings } from '../settings.ts';

export async function runTest(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  const settings = await readSettings(context, commandLine.operands);
  if (settings.kind === 'mistaken') return refuse(environment, settings.mistakes);
  const { config, fileSystem } = settings.value;
  const named = [...commandLine.operands, ...commandLine.options.values('policies')].map((path) =>
    fromWorkingDirectory(environment.cwd, path),
  );
  const folders = named.length > 0 ? named : config.policies.extend;
  if (folders.length === 0) {
    const mistake =
      'There is nothing to test: name a folder of policies, as in dr-lint test ./our-policies, or state it as "extend" under "policies" in .dr-lint.yaml.';
    return refuse(environment, [mistake]);
  }
  const known = await readPolicies(context, fileSystem, [...config.policies.extend, ...named]);
  if (known.kind === 'mistaken') return refuse(environment, known.mistakes);
  const { policies, examples, troubles } = await dependencies.testPolicies(folders, known.value, fileSystem);
  const counted = `${plural(policies, 'policy', 'policies')}, ${plural(examples, 'example')}`;
  const verdict = troubles.length === 0 ? 'all as expected' : plural(troubles.length, 'mistake');
  for (const trouble of troubles) environment.stdout.write(`${escapeText(trouble)}\n`);
  environment.stdout.write(`${counted}: ${verdict}\n`);
  return troubles.length === 0 ? exitCodes.ok : exitCodes.findings;
}
