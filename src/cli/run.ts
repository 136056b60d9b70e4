/** One run of the command line: arguments and an environment → output and an exit status. Needs no process. */
import { escapeText } from '../core/print.ts';
import { refuse, type CommandContext } from './command-context.ts';
import { parseCommandLine, type CommandLine } from './command-line.ts';
import { commandTable, formatsOf } from './commands.ts';
import type { Environment } from './environment.ts';
import { exitCodes, type ExitCode } from './exit-codes.ts';
import { commandHelp, generalHelp } from './help.ts';
import type { RunDependencies } from './run-dependencies.ts';

/** @param argv without the program's name */
export async function run(
  argv: readonly string[],
  environment: Environment,
  dependencies: RunDependencies,
): Promise<ExitCode> {
  try {
    const commandLine = parseCommandLine(argv);
    if (commandLine.kind === 'mistaken') {
      return refuse(environment, [...commandLine.mistakes, 'Run dr-lint --help for all options.']);
    }
    return await runCommand({ commandLine: commandLine.value, environment, dependencies });
  } catch (error) {
    environment.stderr.write(bugReport(error, dependencies));
    return exitCodes.internal;
  }
}

async function runCommand(context: CommandContext): Promise<ExitCode> {
  const { commandLine, environment, dependencies } = context;
  if (commandLine.options.isGiven('help')) {
    environment.stdout.write(helpOf(commandLine, await formatsOf(context), environment.stdout.columns));
    return exitCodes.ok;
  }
  if (commandLine.options.isGiven('version')) {
    environment.stdout.write(`${dependencies.version}\n`);
    return exitCodes.ok;
  }
  const command = await commandTable[commandLine.command].load();
  return command(context);
}

function helpOf({ command, isNamed }: CommandLine, formats: readonly string[], columns: number | undefined): string {
  return isNamed ? commandHelp(command, formats, columns) : generalHelp(formats, columns);
}

function bugReport(error: unknown, { version, homepage }: RunDependencies): string {
  const trace = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return [
    `This is a bug in dr-lint ${version}, not in your code:`,
    '',
    ...trace.split('\n').map((line) => `  ${escapeText(line)}`),
    '',
    `Please report it at ${homepage}/issues, with these lines and, if you can, the input that caused it.`,
    '',
  ].join('\n');
}
